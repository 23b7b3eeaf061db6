// A thread of its own, so that what a flood costs its sender isn't taken for a stall of the relay.
import { setTimeout as pause } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { openDialogue } from '../support/smtp-dialogue.ts'

const { port } = z.object({ port: z.number() }).parse(workerData)
const everyMs = 20
/** The relay lets nobody ask for nothing for ever. */
const questionsToAConnection = 500

let longestMs = 0
const ending = new AbortController()
parentPort?.once('message', () => ending.abort())
parentPort?.postMessage('ready')
while (!ending.signal.aborted) {
  const dialogue = await openDialogue(port)
  for (let asked = 0; asked < questionsToAConnection && !ending.signal.aborted; asked++) {
    const startMs = performance.now()
    await dialogue.send('NOOP')
    longestMs = Math.max(longestMs, performance.now() - startMs)
    await pause(everyMs)
  }
  dialogue.close()
}
parentPort?.postMessage(Math.round(longestMs))
