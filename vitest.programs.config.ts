import { defineConfig } from 'vitest/config'

// Apart from `npm test`: these programs are large, or can't be installed beside the others (npm run programs).
export default defineConfig({
  test: {
    name: 'programs',
    environment: 'node',
    include: ['test/programs/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
})
