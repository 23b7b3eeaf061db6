import { afterAll, inject } from 'vitest'
import type { Place } from './display.ts'
import { startScreen } from './screen.ts'

// Two files of tests run beside each other: on one display their windows would fight over the focus.
const screen = await startScreen()
afterAll(() => screen.stop())

/** Where this file of tests opens its apps: on a display that nobody else uses. */
export const ownPlace: Place = { display: screen.display, electronFolder: inject('electronFolder') }
