import { createTheme, type MantineColorsTuple } from '@mantine/core'

const ink: MantineColorsTuple = [
  '#eef2fd',
  '#dbe3f8',
  '#b9c8f0',
  '#93abe8',
  '#7391e1',
  '#557bd9',
  '#4369d0',
  '#3558bb',
  '#2b499f',
  '#213a82',
]

// Greys with a breath of blue: the page, its cards and borders in the dark scheme.
const dark: MantineColorsTuple = [
  '#e6e9f0',
  '#bfc5d2',
  '#9aa2b4',
  '#6d7689',
  '#3c4353',
  '#2f3543',
  '#262b37',
  '#1a1e27',
  '#14171f',
  '#0f1117',
]

const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#f0f2f5',
  '#e6e9ee',
  '#d9dde5',
  '#c5cbd6',
  '#9aa3b2',
  '#667085',
  '#495264',
  '#333b4a',
  '#1d2330',
]

/** One accent, the system's font, generous lines: renderer/page.css has what is not Mantine's. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 7 },
  colors: { ink, dark, gray },
  black: '#1d2330',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", "Cantarell", "Noto Sans", "DejaVu Sans", sans-serif',
  fontFamilyMonospace:
    'ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono", monospace',
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.6', lg: '1.65', xl: '1.65' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  focusRing: 'auto',
  cursorType: 'pointer',
  headings: { fontWeight: '650' },
})
