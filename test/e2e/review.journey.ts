import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { JourneyContext } from '../../scripts/hermetic/journeys.ts';
import { goTo, openFile, runCommand, stepMs, webviewOf, withWorkbench } from './workbench.ts';

const homework = '# Problem\n\nSolve $3(x - 4) = 2x + 5$.\n\n# Solution\n\n1. $3x - 4 = 2x + 5$\n2. $x = 9$\n';

/** The review panel by the keyboard alone: opened, and walked through with a focus that is seen. */
export async function reviewByKeyboard({ vsix }: JourneyContext): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lema-review-'));
  writeFileSync(join(folder, 'homework.md'), homework);
  try {
    await withWorkbench(folder, vsix === undefined ? {} : { vsix }, async ({ page, errors }) => {
      await openFile(page, 'homework.md');
      await page.locator('.squiggly-warning').first().waitFor();
      await goTo(page, 7);
      await page.locator('.editor-instance .monaco-editor.focused').waitFor();
      await page.keyboard.press('Alt+m');
      await page.locator('.part.statusbar').filter({ hasText: 'was pressed' }).waitFor();
      await page.keyboard.press('r');
      await isDrawn(page);
      await focusIsSeen(page);
      assert.deepEqual(errors, []);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The review panel of a window that is loaded anew: it comes back with what it showed, and stays. */
export async function reviewAfterAReload({ vsix }: JourneyContext): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lema-reload-'));
  writeFileSync(join(folder, 'homework.md'), homework);
  try {
    await withWorkbench(folder, vsix === undefined ? {} : { vsix }, async ({ page, errors }) => {
      await openFile(page, 'homework.md');
      await page.locator('.squiggly-warning').first().waitFor();
      await runCommand(page, 'LeMa: Open Review');
      await isDrawn(page);
      await page.waitForTimeout(2000);
      await page.reload();
      await isDrawn(page);
      await page.waitForTimeout(2000);
      await isDrawn(page);
      assert.equal(await page.locator('.tab').filter({ hasText: 'Review: homework.md' }).count(), 1);
      assert.deepEqual(errors, []);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function isDrawn(page: Page): Promise<void> {
  const panel = webviewOf(page);
  await panel
    .locator('.corrected .katex')
    .first()
    .waitFor({ timeout: stepMs * 2 });
  await panel.getByRole('button', { name: /^Step 1, not right\. Go to it/ }).waitFor();
}

/** Walks through the panel with Tab: every action is reached, each with an outline. */
async function focusIsSeen(page: Page): Promise<void> {
  const panel = webviewOf(page);
  const actions = [/^Step 1,/, /^Step 2,/, /^Apply correction/, /^Dispute/];
  await panel.getByRole('button', { name: actions[0] ?? '' }).focus();
  for (const name of actions) {
    const button = panel.getByRole('button', { name });
    await button.and(panel.locator(':focus')).waitFor();
    assert.match(await button.evaluate(element => getComputedStyle(element).outlineStyle), /solid|auto/, String(name));
    await page.keyboard.press('Tab');
  }
  await panel.locator('summary:focus').waitFor();
  await page.keyboard.press('Enter');
  await panel.locator('details[open]').waitFor();
}
