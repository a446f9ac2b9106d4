import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { TestModule } from 'vitest/node';

/** The last line is the sum of all tests. */
const sum = {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const results = modules.flatMap(module => [...module.children.allTests()].map(test => test.result().state));
    const broken = modules.filter(module => module.state() === 'failed' && module.children.size === 0).length;
    const passed = results.filter(state => state === 'passed').length;
    process.stdout.write(`\n${passed} passed, ${results.filter(state => state === 'failed').length + broken} failed\n`);
  },
};

/** Tests with real small models and real trainers: what they need is installed from PyPI the first time, into .cache/. */
export default defineConfig({
  test: {
    include: ['test/{model,lema}-real/**/*.test.ts'],
    env: { LEMA_CACHE: join(import.meta.dirname, '.cache', 'lema') },
    testTimeout: 300_000,
    hookTimeout: 600_000,
    fileParallelism: false,
    reporters: ['default', sum],
  },
});
