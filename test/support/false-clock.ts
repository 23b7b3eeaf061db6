import { readdirSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A clock for a program of a test, to be set while it runs; how fast time passes stays true. */
export type FalseClock = {
  /** for the program's environment */
  readonly env: Readonly<Record<string, string>>
  /** So many days beside the true time, from within a second on. */
  set(days: number): Promise<void>
}

/** libfaketime (Debian's package of that name) between a program and the computer's clock. */
export async function makeFalseClock(folder: string, days: number): Promise<FalseClock> {
  const file = join(folder, 'clock')
  const set = async (to: number): Promise<void> => {
    // Another name first: the library must not read half a number.
    await writeFile(`${file}.new`, `${to < 0 ? '' : '+'}${to}d\n`)
    await rename(`${file}.new`, file)
  }
  await set(days)
  const env = {
    LD_PRELOAD: libraryPath(),
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_CACHE_DURATION: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    // The same under its older name.
    DONT_FAKE_MONOTONIC: '1',
  }
  return { env, set }
}

function libraryPath(): string {
  const platform = readdirSync('/usr/lib').find((name) => name.endsWith('-linux-gnu')) ?? 'x86_64-linux-gnu'
  return `/usr/lib/${platform}/faketime/libfaketime.so.1`
}
