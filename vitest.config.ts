import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/**/*.test.ts'], exclude: ['test/e2e/**', 'test/host/**', 'test/model-real/**'], testTimeout: 20_000 },
});
