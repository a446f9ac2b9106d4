import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../scripts/hermetic/install.ts';
import type { JourneyContext } from '../../scripts/hermetic/journeys.ts';
import { goTo, openFile, runCommand, screenshot, stepMs, webviewOf, withWorkbench } from './workbench.ts';

/** Every line is true, and the third adds the wrong quantities. */
const trip = `# Problem

A class of 24 pupils goes to the museum. The bus costs $96 and each ticket costs $7.50. The school pays half of the bus. How much does each pupil pay?

# Solution

1. The school pays 96 / 2 = 48 dollars of the bus.
2. The tickets cost 24 × 7.50 = 180 dollars.
3. The pupils pay 96 + 180 = 276 dollars.
4. Each pupil pays 276 / 24 = 11.50 dollars.

**Answer:** $11.50
`;

const key = `# Key

- The pupils pay the other 96 - 48 = 48 dollars of the bus.
- The tickets cost 24 * 7.50 = 180 dollars.
- Together that is 48 + 180 = 228 dollars.
- Each pupil pays 228 / 24 = 9.50 dollars.

Answer: 9.50
`;

const folderOfPictures = join(root, process.env.LEMA_SCREENSHOTS ? 'docs/images' : 'test-results/journey');

/** A word problem whose answer is known: from the squiggle under a true line, up the hints, to the picture of what should be computed from what. */
export const fromAKeyToThePicture = ({ vsix }: JourneyContext): Promise<void> => journey('light', vsix);

/** The same in a dark theme. */
export const fromAKeyInADarkTheme = ({ vsix }: JourneyContext): Promise<void> => journey('dark', vsix);

async function journey(theme: 'light' | 'dark', vsix: string | undefined): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lema-key-'));
  writeFileSync(join(folder, 'trip.md'), trip);
  writeFileSync(join(folder, 'trip.key.md'), key);
  const settings = { 'lema.feedback': 'hints', 'editor.wordWrap': 'on' };
  const options = { theme, size: { width: 1400, height: 900 }, settings, ...(vsix === undefined ? {} : { vsix }) };
  try {
    await withWorkbench(folder, options, async ({ page, errors }) => {
      const picture = async (name: string) => {
        await page.mouse.move(3, 3);
        await page.locator('.workbench-hover').waitFor({ state: 'hidden' });
        await screenshot(page, join(folderOfPictures, `${name}-${theme}.png`));
      };
      await openFile(page, 'trip.md');
      await page.locator('.squiggly-warning').first().waitFor();
      await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
      await climb(page, rung => (rung === 2 ? picture('ladder') : Promise.resolve()));
      await runCommand(page, 'Notifications: Clear All Notifications');
      await goTo(page, 9);
      await runCommand(page, 'LeMa: Open Review');
      await pictureShows(page);
      await picture('chain');
      assert.deepEqual(errors, []);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const rungs = [/Where to look/, /Something to try/, /A question/, /The same rule elsewhere/, /The corrected line/];

/** Asks for hint after hint; no rung but the last has the corrected line. */
async function climb(page: Page, shown: (rung: number) => Promise<void>): Promise<void> {
  await goTo(page, 9);
  for (const [index, rung] of rungs.entries()) {
    await runCommand(page, 'LeMa: Give Me a Hint');
    const toast = page.locator('.notification-toast').filter({ hasText: rung });
    await toast.waitFor();
    if (index < rungs.length - 1) {
      assert.doesNotMatch((await toast.textContent()) ?? '', /228|48 \+ 180/);
      await page
        .locator('.codelens-decoration')
        .filter({ hasText: `Next hint (${index + 2} of ${rungs.length})` })
        .waitFor();
    }
    await shown(index + 1);
  }
}

async function pictureShows(page: Page): Promise<void> {
  const panel = webviewOf(page);
  const drawn = panel.getByRole('img', { name: 'What it should be computed from' });
  await drawn.waitFor({ timeout: stepMs * 2 });
  await panel.getByText('✗ first mistake').waitFor();
  await panel.getByText('✓ corrected').first().waitFor();
  assert.ok(await panel.locator('.picture').evaluateAll(all => all.every(one => one.scrollWidth <= one.clientWidth)));
  await panel.locator('.chains').scrollIntoViewIfNeeded();
  await panel.locator('.chains').evaluate(chains => chains.scrollIntoView({ block: 'start' }));
}
