// `npm start`: from a fresh checkout to the extension on the screen. `--check` ends after the examples; `--browser` never asks for a desktop VS Code.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, nodePath, root, run, say, stop } from './setup.mjs';

const options = process.argv.slice(2);
const unknown = options.find(option => option !== '--check' && option !== '--browser');
if (unknown !== undefined) stop(`unknown option ${unknown}; there are --check and --browser`);

ensureInstalled();

say('Building the extension and the command');
if ((await run(nodePath, ['scripts/build.ts'])).code !== 0) stop('The build failed: see the messages above.');

say('Checking the examples (lema check examples/*)');
const examples = readdirSync(join(root, 'examples'))
  .filter(name => /\.(md|tex|txt|ipynb)$/.test(name))
  .map(name => `examples/${name}`);
const checked = await run(nodePath, ['bin/lema.js', 'check', ...examples.sort()]);
if (checked.code > 1) stop(`lema check ended with exit code ${checked.code}: see the messages above.`);
if (options.includes('--check')) process.exit(0);

const windows = process.platform === 'win32';
const desktop = !options.includes('--browser') && spawnSync('code', ['--version'], { shell: windows, stdio: 'ignore' }).status === 0;
if (desktop) {
  say('Opening the examples in your VS Code, with the extension from this folder');
  await run('code', ['--new-window', `--extensionDevelopmentPath=${root}`, join(root, 'examples')]);
} else {
  say('Opening the extension in the browser (VS Code for the desktop was not found)');
  if ((await run(nodePath, ['scripts/package.ts'])).code !== 0) stop('The package could not be made: see the messages above.');
  process.exitCode = (await run(nodePath, ['scripts/hermetic/open.ts'])).code;
}
