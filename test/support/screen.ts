import { startProcess } from './running-process.ts'
import { waitUntil } from './wait-until.ts'

/** An X11 display such as `:99`. */
export type Screen = { readonly display: string; stop(): Promise<void> }

/** A virtual display on a number that X itself finds free. */
export async function startScreen(size = '1400x1000'): Promise<Screen> {
  const words = `-displayfd 1 -screen 0 ${size}x24 -nolisten tcp -noreset`
  const screen = startProcess('Xvfb', words.split(' '))
  await waitUntil(
    () => `a display: ${screen.stderr()}`,
    () => /^\d+\n/.test(screen.stdout()),
  )
  return {
    display: `:${screen.stdout().trim()}`,
    stop: async () => {
      await screen.stop()
    },
  }
}
