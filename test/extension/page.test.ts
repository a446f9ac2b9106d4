import { expect, test } from 'vitest';
import { panelPage } from '../../src/extension/page.ts';

const html = panelPage({
  title: 'Review',
  words: 'Checking…',
  nonce: 'N0NCE',
  source: 'https://source',
  styles: ['https://source/a.css'],
  script: 'https://source/b.js',
});
const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
const rules = new Map(policy.split('; ').map(rule => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1)]));

test.each<[string, readonly string[]]>([
  ['default-src', ["'none'"]],
  ['script-src', ["'nonce-N0NCE'"]],
  ['style-src', ['https://source']],
  ['font-src', ['https://source']],
  ['img-src', ['https://source', 'data:']],
])('the policy of a panel allows %s', (name, sources) => expect(rules.get(name)).toEqual(sources));

test('it names no more than that', () => expect(rules.size).toBe(5));

test.each([/<script(?![^>]*nonce="N0NCE")/, /<script[^>]*>[^<]/, /<style/, /\son[a-z]+=/, /\sstyle=/, /javascript:/])(
  'the page has no %s',
  found => expect(html).not.toMatch(found),
);

test('it says its language, and has a place for what is read out', () => {
  expect(html).toMatch(/<html lang="en">/);
  expect(html).toMatch(/<p[^>]*role="status"/);
});
