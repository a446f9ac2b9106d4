import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/*
 * Makes the .vsix from a staging folder that holds exactly the files below, so that nothing else can get in. Everything that the
 * extension imports is bundled; the package has no node_modules.
 */
const root = resolve(import.meta.dirname, '..');
const stage = join(root, '.cache/package');
const contents = [
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'media',
  'python',
  'syntaxes',
  'walkthrough',
  'examples',
  'package.nls.json',
  'language-configuration.json',
];
const limitBytes = 5 * 1024 * 1024;

/** The manifest without what only a checkout needs. */
function writeManifest(): { name: string; version: string } {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { scripts, devDependencies, dependencies, allowScripts, bin, private: _private, ...published } = manifest;
  writeFileSync(join(stage, 'package.json'), JSON.stringify({ ...published, files: ['**'] }, null, 2));
  return manifest;
}

/** Runs one of the project's programs on this Node and ends with its exit code when it fails. */
function node(args: readonly string[], cwd = root): void {
  const { status } = spawnSync(process.execPath, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

rmSync(stage, { recursive: true, force: true });
mkdirSync(stage, { recursive: true });
node([join(root, 'scripts/build.ts'), '--production', '--out', join(stage, 'dist')]);
for (const name of contents) if (existsSync(join(root, name))) cpSync(join(root, name), join(stage, name), { recursive: true });
const { name, version } = writeManifest();

const file = join(root, `${name}-${version}.vsix`);
rmSync(file, { force: true });
node(
  [
    join(root, 'node_modules/@vscode/vsce/vsce'),
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    file,
  ],
  stage,
);

const { size } = statSync(file);
const megabytes = (size / 1024 / 1024).toFixed(2);
console.log(`${file}: ${megabytes} MB`);
if (size > limitBytes) {
  console.error(`The package is larger than ${limitBytes / 1024 / 1024} MB.`);
  process.exit(1);
}
