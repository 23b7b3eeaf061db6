import { startProcess } from './running-process.ts'
import { waitUntil } from './wait-until.ts'

/** A virtual display on a number that X itself finds free. */
export async function startScreen(
  size: string,
): Promise<{ readonly display: string; stop(): Promise<void> }> {
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
