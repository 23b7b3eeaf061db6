import { spawn } from 'node:child_process'
import { onTestFinished } from 'vitest'

/** A process that lives as long as the test and is called so; gives its number. */
export function livingProgram(name: string): number {
  const child = spawn('sleep', ['60'], { argv0: name })
  onTestFinished(() => void child.kill())
  return child.pid ?? 0
}
