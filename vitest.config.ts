import { defineConfig } from 'vitest/config';

/** The time limits end what hangs; no test is meant to come near them, however busy the machine. */
export default defineConfig({
  define: { __LEMA_VERSION__: JSON.stringify('0.0.0') },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/host/**', 'test/model-real/**'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
