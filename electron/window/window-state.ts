import { readFileSync, writeFileSync } from 'node:fs'
import type { Rectangle } from 'electron'

export const smallestWindow = { width: 900, height: 600 }
const firstSize = { width: 1_120, height: 760 }

export type WindowState = { readonly bounds: Partial<Rectangle> & { width: number; height: number } }

/**
 * Where the window was, if that is still on a screen (`screens`: work areas in device-independent pixels). Anything
 * unreadable counts as never saved: the place of a window isn't worth a complaint.
 */
export function readWindowState(path: string, screens: readonly Rectangle[]): WindowState {
  try {
    const saved: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (isRectangle(saved) && screens.some((screen) => isReachable(saved, screen))) {
      const { x, y, width, height } = saved
      return {
        bounds: {
          x,
          y,
          width: Math.max(width, smallestWindow.width),
          height: Math.max(height, smallestWindow.height),
        },
      }
    }
  } catch {
    // never saved, or not by us
  }
  return { bounds: firstSize }
}

export function writeWindowState(path: string, bounds: Rectangle): void {
  try {
    writeFileSync(path, JSON.stringify(bounds))
  } catch {
    // a full disk: the window opens in the middle next time
  }
}

// The title bar must be within the screen, or nobody could move the window back.
function isReachable(window: Rectangle, screen: Rectangle): boolean {
  const middle = window.x + window.width / 2
  return (
    middle > screen.x &&
    middle < screen.x + screen.width &&
    window.y >= screen.y &&
    window.y < screen.y + screen.height - 40
  )
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false
  const numbers: unknown[] = ['x', 'y', 'width', 'height'].map((key): unknown => Reflect.get(value, key))
  return numbers.every((number) => Number.isInteger(number))
}
