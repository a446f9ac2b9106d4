import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';

interface Module {
  activate(context: vscode.ExtensionContext): unknown;
}

/** Runs inside the extension host: measures how long the bundle takes to load and `activate()` to return, and writes both. */
export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension('lema.lema-math-tutor');
  if (extension === undefined || extension.isActive) throw new Error('the extension is missing, or was active before it was measured');
  const file = join(extension.extensionPath, 'dist/extension.cjs');
  const require = createRequire(file);
  const start = performance.now();
  const loaded: Module = require(file);
  const load = performance.now() - start;
  let activate = Number.NaN;
  const cached = require.cache[file];
  if (cached === undefined) throw new Error('the bundle is not in the module cache');
  cached.exports = {
    ...loaded,
    activate: (context: vscode.ExtensionContext) => {
      const began = performance.now();
      const api = loaded.activate(context);
      activate = performance.now() - began;
      return api;
    },
  };
  await extension.activate();
  const results = process.env.LEMA_HOST_RESULTS;
  if (results) writeFileSync(results, JSON.stringify({ passed: 1, failed: 0, load, activate }));
}
