import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { contributes, restricted } from '../src/extension/manifest.ts';

/* Writes into package.json what follows from the extension's own list of commands and settings. A test tells when it is to be run. */
const file = join(resolve(import.meta.dirname, '..'), 'package.json');
const manifest = JSON.parse(readFileSync(file, 'utf8'));
const { commandPalette, ...own } = contributes();
manifest.contributes = { ...manifest.contributes, ...own, menus: { ...manifest.contributes?.menus, commandPalette } };
manifest.capabilities.untrustedWorkspaces.restrictedConfigurations = restricted;
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
