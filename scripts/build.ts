import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { watch as watchFolder } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/*
 * Bundles the program into dist/. Each bundle has its options below.
 *   --watch       builds again on every change
 *   --production  what the package needs: minified, without the command, tests and source maps
 *   --command     the `lema` command only
 *   --out DIR     writes there instead of dist/
 */
const root = resolve(import.meta.dirname, '..');
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const commandOnly = process.argv.includes('--command');
const out = process.argv.indexOf('--out');
const dist = out < 0 ? join(root, 'dist') : resolve(process.argv[out + 1] ?? 'dist');
const manifest: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  logLevel: 'warning',
  minify: production,
  keepNames: production,
  sourcemap: production ? false : 'linked',
  target: 'es2023',
  define: { __LEMA_VERSION__: JSON.stringify(manifest.version) },
};

/** The commit that is built, with a + when files differ from it; empty outside of a checkout. */
function commit(): string {
  const git = (...args: string[]): string => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? '';
  const head = git('rev-parse', '--short=12', 'HEAD');
  return head === '' ? '' : `${head}${git('status', '--porcelain', '--untracked-files=no') === '' ? '' : '+'}`;
}

/** CommonJS in the extension host. */
const host: BuildOptions = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { ...shared.define, 'import.meta.dirname': '__dirname' },
  supported: { 'dynamic-import': false },
};

/**
 * `import('./heavy.ts')` inside src/extension becomes `require('./heavy.cjs')`, a bundle that is read only when it is asked for.
 * The files so met are collected in `found`.
 */
function lazyChunks(found: Set<string>): Plugin {
  return {
    name: 'lazy-chunks',
    setup(on) {
      on.onResolve({ filter: /^\.{1,2}\// }, args => {
        if (args.kind !== 'dynamic-import') return null;
        const file = resolve(args.resolveDir, args.path);
        if (!file.startsWith(join(root, 'src'))) return null;
        found.add(file);
        return { path: `./${chunkName(file)}.cjs`, external: true };
      });
    },
  };
}

/** The bundle name of a lazily loaded file: its path in src, so that two files of one name stay apart. */
function chunkName(file: string): string {
  return relative(join(root, 'src'), file).replace(/\.ts$/, '').replaceAll(/[\\/]/g, '-');
}

/** The extension, then the lazy bundles it mentions, then those that they mention. */
async function buildExtension(entry: string): Promise<void> {
  const done = new Set<string>();
  let wave = new Map([[entry, 'extension']]);
  while (wave.size > 0) {
    const found = new Set<string>();
    const entryPoints = [...wave].map(([file, out]) => ({ in: file, out }));
    await build({ ...host, entryPoints, outdir: dist, external: ['vscode'], plugins: [lazyChunks(found)] });
    for (const file of wave.keys()) done.add(file);
    wave = new Map([...found].filter(file => !done.has(file)).map(file => [file, chunkName(file)]));
  }
}

/** One Mocha entry for every suite in test/host; each suite's file runs when the runner asks for it. */
function hostTests(suites: readonly string[]): BuildOptions {
  const list = suites.map(file => `${JSON.stringify(basename(file))}: () => import(${JSON.stringify(`./${file.replaceAll('\\', '/')}`)})`);
  const contents = `import { runSuites } from './test/host/run.ts';\nexport const run = () => runSuites({ ${list.join(', ')} });`;
  return {
    ...host,
    stdin: { contents, resolveDir: root, sourcefile: 'host-tests.ts', loader: 'ts' },
    outfile: join(dist, 'test/host/index.cjs'),
    external: ['vscode', 'mocha'],
  };
}

/** The command: ES modules with lazily loaded chunks, so that `lema --help` reads next to nothing. */
const command: BuildOptions = {
  ...shared,
  define: { ...shared.define, __LEMA_COMMIT__: JSON.stringify(commit()) },
  platform: 'node',
  format: 'esm',
  splitting: true,
  entryPoints: [{ in: 'src/cli/main.ts', out: 'lema' }],
  outdir: dist,
  chunkNames: 'cli/[name]-[hash]',
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
};

/** The checker's worker thread. */
const worker: BuildOptions = { ...host, entryPoints: ['src/extension/worker/main.ts'], outfile: join(dist, 'worker.cjs') };

/** The worker thread of a class check. */
const classWorker: BuildOptions = {
  ...host,
  entryPoints: ['src/classroom/submissions/worker.ts'],
  outfile: join(dist, 'class-worker.cjs'),
};

/** The thread behind the view on corrections. */
const learnWorker: BuildOptions = {
  ...host,
  entryPoints: ['src/extension/learn/worker/main.ts'],
  outfile: join(dist, 'learn-worker.cjs'),
};

/** The process of a training run, which outlives no editor. */
const trainRunner: BuildOptions = {
  ...shared,
  platform: 'node',
  format: 'esm',
  entryPoints: ['src/extension/learn/runner/main.ts'],
  outfile: join(dist, 'train-runner.mjs'),
  banner: command.banner ?? {},
};

/** The worker thread of `lema data correct`. */
const correctWorker: BuildOptions = {
  ...host,
  entryPoints: ['src/lema/correct/worker.ts'],
  outfile: join(dist, 'correct-worker.cjs'),
};

/** The worker thread of `lema mistakes make`. */
const plantWorker: BuildOptions = { ...host, entryPoints: ['src/lema/plant-worker.ts'], outfile: join(dist, 'plant-worker.cjs') };

/** The scripts of the panels. */
const webview: BuildOptions = {
  ...shared,
  platform: 'browser',
  format: 'iife',
  entryPoints: [
    { in: 'src/extension/review/webview/main.ts', out: 'webview' },
    { in: 'src/extension/learn/webview/main.ts', out: 'learn-webview' },
  ],
  outdir: dist,
};

/** What `npm run bench` runs in the extension host. */
const benchHost: BuildOptions = { ...host, entryPoints: ['bench/host.ts'], outfile: join(dist, 'bench/host.cjs'), external: ['vscode'] };

/** KaTeX's style sheet and its woff2 fonts, for webviews and the Markdown preview. */
function copyMedia(): void {
  const from = join(root, 'node_modules/katex/dist');
  const to = join(dist, 'media');
  mkdirSync(join(to, 'fonts'), { recursive: true });
  cpSync(join(from, 'katex.min.css'), join(to, 'katex.min.css'));
  for (const font of globSync('*.woff2', { cwd: join(from, 'fonts') })) cpSync(join(from, 'fonts', font), join(to, 'fonts', font));
}

/** Builds the command, removes the chunks of earlier builds, and says when its sources were read, so that its launcher knows whether the build is old. */
async function buildCommand(): Promise<void> {
  const start = new Date();
  const { metafile } = await build({ ...command, metafile: true });
  const written = new Set(Object.keys(metafile.outputs).map(file => basename(file)));
  for (const file of globSync('cli/*', { cwd: dist })) if (!written.has(basename(file))) rmSync(join(dist, file), { force: true });
  const stamp = join(dist, '.built');
  writeFileSync(stamp, manifest.version);
  utimesSync(stamp, start, start);
}

/** Builds what was asked for; one broken bundle does not keep the others from being written. */
async function buildAll(): Promise<void> {
  const work: Promise<unknown>[] = [build(classWorker)];
  if (!production) work.push(buildCommand(), build(correctWorker), build(plantWorker));
  if (!commandOnly) {
    copyMedia();
    work.push(
      buildExtension(join(root, 'src/extension/extension.ts')),
      build(worker),
      build(learnWorker),
      build(trainRunner),
      build(webview),
    );
  }
  if (!commandOnly && !production) {
    const suites = globSync('test/host/**/*.suite.ts', { cwd: root }).sort();
    work.push(build(hostTests(suites)), build(benchHost));
  }
  const results = await Promise.allSettled(work);
  const failed = results.filter(result => result.status === 'rejected').length;
  if (failed > 0) throw new Error(`${failed} of ${results.length} builds failed`);
}

/** Builds again whenever a source file changes, one build at a time; ends with the process. */
async function watchAll(): Promise<void> {
  await rebuild();
  const changes = watchFolder(join(root, 'src'), { recursive: true });
  for await (const _ of changes) await rebuild();
}

/** Builds and prints the time; a failed build is printed by esbuild and waits for the next change. */
async function rebuild(): Promise<void> {
  const start = performance.now();
  await buildAll().then(
    () => console.log(`built ${relative(root, dist)}/ in ${Math.round(performance.now() - start)} ms`),
    () => console.log('the build failed'),
  );
}

if (production) rmSync(dist, { recursive: true, force: true });
if (watch) await watchAll();
else {
  const start = performance.now();
  await buildAll().then(
    () => console.error(`built ${relative(root, dist)}/ in ${Math.round(performance.now() - start)} ms`),
    (error: Error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}
