import type { LoadProblem } from '../config/loading.ts'

/** Exit statuses of every command; public (the scripted interface). */
export const exitStatus = { done: 0, no: 1, wrongCall: 2, cannotRunHere: 3, bug: 70 } as const
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus]

/** One JSON object a line on standard output: with `--json`, nothing else may stand there. */
export function printJson(value: unknown): void {
  printText(JSON.stringify(value))
}

/** The answer in words, for people who called without `--json`. */
export function printText(text: string): void {
  printLater(text)
  printWaiting()
}

const togetherMs = 10
let waitingText = ''
let printing: NodeJS.Timeout | null = null

/** A line that may be one of thousands a second: those of the same ten milliseconds go out in one write. */
export function printLater(text: string): void {
  waitingText += `${text}\n`
  printing ??= setTimeout(printWaiting, togetherMs)
}

function printWaiting(): void {
  if (printing) clearTimeout(printing)
  printing = null
  process.stdout.write(waitingText)
  waitingText = ''
}

process.on('exit', () => {
  if (waitingText !== '') printWaiting()
})

/** Long answers, part by part: resolves when the reader has taken this one; false when nobody reads any more. */
export function printPart(text: string): Promise<boolean> {
  return new Promise((resolve) => {
    process.stdout.write(text, (fault) => resolve(!fault))
  })
}

/** Words beside the answer: warnings, refusals, faults. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Tells what is wrong with a configuration: an object with `--json`, and words for people in either case. */
export function sayProblem(problem: LoadProblem, json: boolean): ExitStatus {
  const { file, path, expected, found } = problem
  if (json) printJson({ ok: false, file, path, expected, found })
  const place = path === '' ? file : `${file}, ${path}`
  say(`${place}: expected ${expected}; found ${found}.`)
  return exitStatus.wrongCall
}

/** Registers a command's work: its status becomes the process's. */
export function runs<Options>(work: (options: Options) => ExitStatus | Promise<ExitStatus>) {
  return async (options: Options): Promise<void> => {
    process.exitCode = await work(options)
  }
}
