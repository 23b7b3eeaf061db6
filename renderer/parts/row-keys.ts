export type RowKeys = {
  /** how many rows there are */
  readonly count: number
  /** index of the row that has the focus */
  readonly active: number
  /** rows a page of the window holds */
  readonly pageRows: number
}

/** The row that a key leads to in a list of rows; null for keys that lead nowhere. */
export function movedTo(key: string, { count, active, pageRows }: RowKeys): number | null {
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(active + 1, last)
    case 'ArrowUp':
      return Math.max(active - 1, 0)
    case 'PageDown':
      return Math.min(active + pageRows, last)
    case 'PageUp':
      return Math.max(active - pageRows, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

/** Rows that fit into a scrolled list besides its head, and one to hold on to. At least 1. */
export function rowsOfPage(scroller: HTMLElement | null, rowHeightPx: number): number {
  return Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / rowHeightPx) - 2)
}
