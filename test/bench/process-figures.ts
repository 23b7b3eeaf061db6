import { readdir, readFile } from 'node:fs/promises'

/** Resident memory of a process in MB, as Linux counts it. */
export async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  if (kilobytes === undefined) throw new Error(`process ${pid} has no memory`)
  return Number(kilobytes) / 1024
}

/** Linux counts a process's time in hundredths of a second, on every machine that Node runs on. */
const ticksPerSecond = 100

type Line = { readonly pid: number; readonly parent: number; readonly ticks: number }

/** Seconds of processor time of a process and of everything it started, ended children included. */
export async function processorSeconds(pid: number): Promise<number> {
  const lines = await Promise.all(
    (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map((name) => statLine(Number(name))),
  )
  const ticksBelow = (parent: number): number =>
    lines
      .filter((line) => line?.parent === parent)
      .reduce((sum, line) => sum + (line === null ? 0 : line.ticks + ticksBelow(line.pid)), 0)
  return ((lines.find((line) => line?.pid === pid)?.ticks ?? 0) + ticksBelow(pid)) / ticksPerSecond
}

/** proc(5): after the name in brackets, the parent is the 2nd field, the four times are the 12th to 15th. */
async function statLine(pid: number): Promise<Line | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (text === null) return null
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  return { pid, parent: Number(fields[1]), ticks }
}
