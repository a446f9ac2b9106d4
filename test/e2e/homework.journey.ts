import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { root } from '../../scripts/hermetic/install.ts';
import type { JourneyContext } from '../../scripts/hermetic/journeys.ts';
import { goTo, runCommand, screenshot, stepMs, webviewOf, withWorkbench } from './workbench.ts';

const begun = '# Problem\n\nSolve $3(x - 4) + 2 = 2x + 5$.\n\n# Solution\n\n1. $3(x - 4) = 2x + 3$\n';
const squiggle = '.squiggly-warning';

/** With LEMA_SCREENSHOTS set, the pictures of docs/ are taken anew; else they go where test results go. */
const folderOfPictures = join(root, process.env.LEMA_SCREENSHOTS ? 'docs/images' : 'test-results/journey');

/** The whole way of a student, from a wrong line to a note that is still there the next day, in a light theme. */
export const fromAWrongLineToANote = ({ vsix }: JourneyContext): Promise<void> => journey('light', vsix);

/** The same in a dark theme. */
export const inADarkTheme = ({ vsix }: JourneyContext): Promise<void> => journey('dark', vsix);

async function journey(theme: 'light' | 'dark', vsix: string | undefined): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lema-homework-'));
  const file = join(folder, 'homework.md');
  writeFileSync(file, begun);
  const size = { width: 1280, height: 760 };
  try {
    await withWorkbench(folder, { theme, size, ...(vsix === undefined ? {} : { vsix }) }, async ({ page, errors }) => {
      const picture = (name: string) => screenshot(page, join(folderOfPictures, `${name}-${theme}.png`));
      await openHomework(page);
      await typeAWrongLine(page);
      await hoverTells(page);
      await picture('hover');
      await hintTells(page);
      await picture('hint');
      await page.keyboard.press('Escape');
      await closeToasts(page);
      await picture('squiggle');
      await reviewShows(page);
      await picture('review');
      await correctionShows(page);
      await picture('correction');
      await applyAndSeeItRight(page);
      await picture('right');
      await addNote(page);
      await page.keyboard.press('ControlOrMeta+s');
      await written(file, /x = 15/);
      await written(`${file}.lema.json`, /Both sides!/);
      await page.reload();
      await openHomework(page);
      await findNote(page);
      await picture('note');
      assert.deepEqual(errors, []);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits until a file on the disk holds what it should. */
async function written(file: string, content: RegExp): Promise<void> {
  for (let waited = 0; waited < stepMs && !(existsSync(file) && content.test(readFileSync(file, 'utf8'))); waited += 100) await sleep(100);
  assert.match(readFileSync(file, 'utf8'), content);
}

async function openHomework(page: Page): Promise<void> {
  await page
    .locator('.explorer-folders-view .monaco-list-row')
    .filter({ hasText: /^homework\.md/ })
    .first()
    .dblclick();
  await page.locator('.tab.active[data-resource-name="homework.md"]').waitFor();
  await page
    .locator('.codelens-decoration')
    .filter({ hasText: 'Check' })
    .first()
    .waitFor({ timeout: stepMs * 2 });
}

async function typeAWrongLine(page: Page): Promise<void> {
  await goTo(page, 8);
  await page.keyboard.type('2. $3x - 4 = 2x + 3$\n3. $x = 7$\n');
  await page.locator(squiggle).first().waitFor();
  await page.waitForFunction(noteIsShown);
}

/** Runs in the page: the inline note is drawn, its words and its picture. */
function noteIsShown(): boolean {
  const drawn = [...document.querySelectorAll('.view-line span')].flatMap(span => [
    getComputedStyle(span, '::before').content,
    getComputedStyle(span, '::after').content,
  ]);
  return drawn.some(content => content.includes('should be')) && drawn.some(content => content.includes('svg+xml'));
}

async function hoverTells(page: Page): Promise<void> {
  await goTo(page, 8, 10);
  await runCommand(page, 'Show or Focus Hover');
  const hover = page.locator('.monaco-hover:visible').filter({ hasText: 'First mistake' });
  await hover.waitFor();
  await hover.locator('img[src^="data:image/svg"]').first().waitFor();
}

async function hintTells(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await goTo(page, 8);
  await runCommand(page, 'LeMa: Give Me a Hint');
  await page.locator('.notification-toast').filter({ hasText: 'Where to look' }).waitFor();
}

async function closeToasts(page: Page): Promise<void> {
  await runCommand(page, 'Notifications: Clear All Notifications');
  await page.locator('.notification-toast').waitFor({ state: 'detached' });
}

async function reviewShows(page: Page): Promise<void> {
  await runCommand(page, 'LeMa: Open Review');
  const panel = webviewOf(page);
  await panel
    .locator('.corrected .katex')
    .first()
    .waitFor({ timeout: stepMs * 2 });
  await panel.getByText('consistent with step 2').first().waitFor();
  await panel.locator('del').first().waitFor();
}

async function correctionShows(page: Page): Promise<void> {
  await page.locator('.tab').filter({ hasText: 'Review: homework.md' }).click({ button: 'middle' });
  await page.locator('iframe.webview').waitFor({ state: 'detached' });
  await goTo(page, 8);
  await runCommand(page, 'LeMa: Show Correction');
  await page.locator('.review-widget').filter({ hasText: 'From this step on' }).waitFor();
}

async function applyAndSeeItRight(page: Page): Promise<void> {
  await goTo(page, 8);
  await runCommand(page, 'LeMa: Apply Correction from This Step');
  await page.locator(squiggle).first().waitFor({ state: 'detached' });
  await page
    .locator('.codelens-decoration')
    .filter({ hasText: /all \d+ steps right/ })
    .waitFor();
}

async function addNote(page: Page): Promise<void> {
  await goTo(page, 8);
  await runCommand(page, 'LeMa: Add a Note to This Step');
  const input = page.locator('.quick-input-widget input');
  await page.locator('.quick-input-title').filter({ hasText: 'Note to step 2' }).waitFor();
  await input.fill('Both sides! Whatever I do on the left, I do on the right.');
  await page.keyboard.press('Enter');
  await page.locator('.comment-range-glyph.comment-thread').first().waitFor();
}

async function findNote(page: Page): Promise<void> {
  await page.locator('.comment-range-glyph.comment-thread').first().click();
  await page.locator('.review-widget').filter({ hasText: 'Both sides! Whatever I do on the left, I do on the right.' }).waitFor();
}
