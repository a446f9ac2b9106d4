import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { watch as watchFolder } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/*
 * Bundles the program into dist/. Every bundle is listed in `bundles`; an entry file that does not exist is left out.
 *   --watch       builds again on every change
 *   --production  what the package needs: minified, without the command, tests and source maps
 *   --out DIR     writes there instead of dist/
 */
const root = resolve(import.meta.dirname, '..');
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
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

/** CommonJS in the extension host. */
const host: BuildOptions = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
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

/** Bundles that stand alone: [entry file, options]. */
const bundles: readonly (readonly [string, BuildOptions])[] = [
  ['src/extension/worker/main.ts', { ...host, outfile: join(dist, 'worker.cjs') }],
  [
    'src/extension/review/webview/main.ts',
    { ...shared, platform: 'browser', format: 'iife', outfile: join(dist, 'webview.js'), loader: { '.css': 'css', '.woff2': 'file' } },
  ],
  [
    'src/cli/main.ts',
    {
      ...shared,
      platform: 'node',
      format: 'esm',
      splitting: true,
      entryPoints: [{ in: 'src/cli/main.ts', out: 'lema' }],
      outdir: dist,
      chunkNames: 'cli/[name]-[hash]',
      banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
    },
  ],
];

/** KaTeX's style sheet and its woff2 fonts, for webviews and the Markdown preview. */
function copyMedia(): void {
  const from = join(root, 'node_modules/katex/dist');
  const to = join(dist, 'media');
  mkdirSync(join(to, 'fonts'), { recursive: true });
  cpSync(join(from, 'katex.min.css'), join(to, 'katex.min.css'));
  for (const font of globSync('*.woff2', { cwd: join(from, 'fonts') })) cpSync(join(from, 'fonts', font), join(to, 'fonts', font));
}

/** Builds everything once; one broken bundle does not keep the others from being written. */
async function buildAll(): Promise<void> {
  copyMedia();
  const work: Promise<unknown>[] = [];
  const extension = join(root, 'src/extension/extension.ts');
  if (existsSync(extension)) work.push(buildExtension(extension));
  for (const [entry, options] of bundles) {
    if (production && options.platform === 'node' && options.format === 'esm') continue;
    if (existsSync(join(root, entry))) work.push(build(options.entryPoints ? options : { ...options, entryPoints: [entry] }));
  }
  const suites = globSync('test/host/**/*.suite.ts', { cwd: root }).sort();
  if (!production) {
    work.push(build(hostTests(suites)));
    work.push(build({ ...host, entryPoints: ['bench/host.ts'], outfile: join(dist, 'bench/host.cjs'), external: ['vscode'] }));
  }
  const results = await Promise.allSettled(work);
  const failed = results.filter(result => result.status === 'rejected').length;
  if (failed > 0) throw new Error(`${failed} of ${results.length} bundles failed`);
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
