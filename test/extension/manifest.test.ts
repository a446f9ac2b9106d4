import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chord, commands, contributes, restricted, settings } from '../../src/extension/manifest.ts';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const { commandPalette, ...own } = contributes();

test.each(Object.keys(own))('package.json holds the %s of the typed list (else run node scripts/manifest.ts)', part => {
  expect(manifest.contributes[part]).toEqual(own[part as keyof typeof own]);
});

test('package.json hides from the palette what has no place there', () => {
  expect(manifest.contributes.menus.commandPalette).toEqual(commandPalette);
});

test('what decides where text goes is restricted in folders that are not trusted, and has machine scope', () => {
  expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual(restricted);
  for (const id of ['lema.model.endpoint', 'lema.model.name'] as const) expect(settings[id].scope).toBe('machine');
});

test('every menu, link and walkthrough names commands that exist', () => {
  const text = JSON.stringify([manifest.contributes.menus, manifest.contributes.walkthroughs]);
  const named = [...text.matchAll(/lema\.[a-zA-Z]+/g)].map(([id]) => id);
  const known = new Set<string>([
    ...Object.keys(commands),
    ...Object.keys(settings),
    'lema.document',
    'lema.hasMistake',
    ...[...JSON.stringify(manifest.contributes.views).matchAll(/lema\.[a-zA-Z]+/g)].map(([id]) => id),
  ]);
  expect(named.filter(id => !known.has(id))).toEqual([]);
});

test('every default key is used once', () => {
  const keys = Object.values(commands).flatMap(({ key }) => key ?? []);
  expect(new Set(keys).size).toBe(keys.length);
  expect(chord.key).not.toBe('');
});

test('every setting says what it does, and every choice too', () => {
  for (const setting of Object.values(settings)) {
    expect(setting.description.length).toBeGreaterThan(20);
    if ('enum' in setting) expect(setting.enumDescriptions).toHaveLength(setting.enum.length);
  }
});
