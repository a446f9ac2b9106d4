import { globSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completeLock } from '../scripts/lock.ts';

const root = resolve(import.meta.dirname, '..');
const pureLayers = '{math,solution,mistakes,correction}';

/** The project's own text files that match the pattern. */
function files(pattern: string): string[] {
  return globSync(pattern, { cwd: root, exclude: name => /(^|\/)(node_modules|dist|\.venv[^/]*|\.cache|__pycache__)(\/|$)/.test(name) })
    .filter(file => statSync(join(root, file)).isFile() && !/\.(png|woff2|gguf|vsix|pyc)$/.test(file))
    .sort();
}

/** Every line of the files that the rule forbids, as file:line: text. */
function offending(pattern: string, forbidden: RegExp): string[] {
  return files(pattern).flatMap(file =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (forbidden.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
}

const code = '{src,test,scripts,python,bench,bin,media,.ci}/**/*';
const everything = '{*,{src,test,scripts,python,bench,bin,docs,examples,media,syntaxes,.ci,.vscode}/**/*}';

/** What no line of some files may say, and a line that the rule must refuse. */
interface Rule {
  readonly title: string;
  readonly where: string;
  readonly forbidden: RegExp;
  readonly example: string;
}

/** The words are put together here so that this file does not match its own rules. */
const word = (...parts: string[]) => parts.join('');
const rules: readonly Rule[] = [
  {
    title: 'nothing is left to do in a comment',
    where: code,
    forbidden: new RegExp(`\\b(${word('TO', 'DO')}|${word('FIX', 'ME')}|${word('X', 'XX')})\\b`),
    example: word('// TO', 'DO: later'),
  },
  {
    title: 'no type is switched off',
    where: '{src,test,scripts,bench}/**/*.ts',
    forbidden: new RegExp(`^(?!\\s*(/?\\*|//)).*[:<,|(]\\s*${word('a', 'ny')}\\b\\s*[>;,)=|\\[]|@ts-(ignore|nocheck|expect)`),
    example: word('const x: a', 'ny = 1;'),
  },
  {
    title: 'no test is left out or runs alone',
    where: 'test/**/*.ts',
    forbidden: new RegExp(`\\b(it|test|describe|suite)\\.(${word('sk', 'ip')}|${word('on', 'ly')}|${word('to', 'do')})\\b`),
    example: word('describe.on', 'ly(name, body)'),
  },
  {
    title: 'only src/extension knows the editor',
    where: '{src/{math,solution,mistakes,correction,model,lema,classroom,cli},bin}/**/*',
    forbidden: /(from|import|import\(|require\()\s*['"]vscode['"]/,
    example: "import * as editor from 'vscode';",
  },
  {
    title: 'the pure layers have no clock and no chance',
    where: `src/${pureLayers}/**/*.ts`,
    forbidden: /\bMath\.random\b|\bDate\.|\bnew Date\b|\bperformance\.|\bsetTimeout\b|\bsetInterval\b/,
    example: 'const now = Date.now();',
  },
  {
    title: 'the pure layers use nothing of Node',
    where: `src/${pureLayers}/**/*.ts`,
    forbidden: /['"]node:|\bprocess\.(env|argv|cwd|std)|\bBuffer\.|\b__dirname\b/,
    example: "import { join } from 'node:path';",
  },
  {
    title: 'the lock file names no address to fetch from',
    where: 'package-lock.json',
    forbidden: /"resolved"\s*:\s*"https?:/,
    example: '"resolved": "https://example.org/katex.tgz"',
  },
  {
    title: 'the project needs nothing outside its folder',
    where: everything,
    forbidden: new RegExp(word('\\.\\./', 'shared\\b')),
    example: word('../', 'shared/data'),
  },
];

describe('the house rules', () => {
  for (const { title, where, forbidden, example } of rules) {
    it(title, () => {
      expect(example).toMatch(forbidden);
      expect(files(where)).not.toEqual([]);
      expect(offending(where, forbidden)).toEqual([]);
    });
  }

  it('no source file is longer than 500 lines, but for tables', () => {
    const tables = /\/(tables|data|schema)\/|\.(json|jsonl)$/;
    const long = files('{src,test,scripts,python,bench,bin,media}/**/*.{ts,mjs,js,css,py}').flatMap(file => {
      const lines = readFileSync(join(root, file), 'utf8').split('\n').length;
      return lines > 500 && !tables.test(file) ? [`${file}: ${lines} lines`] : [];
    });
    expect(long).toEqual([]);
  });

  it('every dependency is pinned to one version', () => {
    const manifest: Record<'dependencies' | 'devDependencies', Record<string, string>> = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    );
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('every Python package is pinned to one version', () => {
    const loose = files('python/requirements-*.txt').flatMap(file =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .filter(line => line !== '' && !/^#|^[\w.-]+==\d[\w.]*( ; .+)?$/.test(line)),
    );
    expect(loose).toEqual([]);
  });

  it('the lock file names every platform package (run node scripts/lock.ts after npm install)', () => {
    expect(completeLock(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))).toEqual([]);
  });
});
