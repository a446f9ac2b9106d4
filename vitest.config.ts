import { defineConfig } from 'vitest/config';

/** The time limits end what hangs; no test is meant to come near them, however busy the machine. More cases a law have more time. */
const limit = 120_000 * Number(process.env.LEMA_RUNS ?? 1);

export default defineConfig({
  define: { __LEMA_VERSION__: JSON.stringify('0.0.0'), __LEMA_COMMIT__: JSON.stringify('') },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/host/**', 'test/*-real/**'],
    setupFiles: ['test/setup.ts'],
    testTimeout: limit,
    hookTimeout: limit,
  },
});
