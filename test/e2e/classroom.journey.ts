import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { root } from '../../scripts/hermetic/install.ts';
import type { JourneyContext } from '../../scripts/hermetic/journeys.ts';
import { goTo, openFile, runCommand, screenshot, stepMs, withWorkbench } from './workbench.ts';

const folderOfPictures = join(root, process.env.LEMA_SCREENSHOTS ? 'docs/images' : 'test-results/journey');

/** A student's copy with a mistake in its second line. */
const copy = `---
copy-of: autumn-test
feedback: hints
---

# Autumn test

## 1. Two steps

Solve $7x + 14 = 56$.

### Solution

7x = 42

x = 42 - 7

x = 35
`;

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lema-class-'));
  try {
    cpSync(join(root, 'examples/classroom/autumn-test.md'), join(folder, 'autumn-test.md'));
    cpSync(join(root, 'examples/classroom/submissions'), join(folder, 'submissions'), { recursive: true });
    writeFileSync(join(folder, 'ann.md'), copy);
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const picture = async (page: Page, name: string): Promise<void> => {
  await runCommand(page, 'Notifications: Clear All Notifications');
  await page.mouse.move(3, 3);
  await screenshot(page, join(folderOfPictures, `${name}.png`));
};

/** Types an answer into the question that is open. */
async function say(page: Page, text: string): Promise<void> {
  const input = page.locator('.quick-input-widget .quick-input-box input');
  await input.waitFor();
  await input.fill(text);
  await page.keyboard.press('Enter');
}

const reportFrame = (page: Page): FrameLocator => page.frameLocator('iframe.webview').frameLocator('iframe');

/** A teacher's way: the set, a student's variant, the class checked, its report, a mark of the teacher's own. */
export const fromASetToTheReport = ({ vsix }: JourneyContext): Promise<void> =>
  inFolder(folder =>
    withWorkbench(folder, { size: { width: 1400, height: 900 }, ...(vsix === undefined ? {} : { vsix }) }, async ({ page, errors }) => {
      await openFile(page, 'autumn-test.md');
      await runCommand(page, 'LeMa: Show a Student');
      await say(page, 'ann');
      await page.locator('.editor-instance').nth(1).getByText('copy-of').waitFor();
      await runCommand(page, 'View: Show LeMa');
      await page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row').filter({ hasText: 'autumn-test.md' }).first().waitFor();
      await picture(page, 'class-set');
      await runCommand(page, 'View: Focus First Editor Group');
      await runCommand(page, 'LeMa: Check Submissions');
      await say(page, `${join(folder, 'submissions')}/`);
      const report = reportFrame(page);
      await report.getByRole('heading', { name: 'Autumn test' }).waitFor({ timeout: stepMs * 2 });
      await report.getByText('ada.berg').first().waitFor();
      await runCommand(page, 'View: Toggle Maximize Editor Group');
      await picture(page, 'class-report');
      await runCommand(page, 'LeMa: Give Your Own Mark');
      await say(page, 'chen.wei');
      await say(page, 'bracket');
      await say(page, '2');
      await say(page, 'The method was right.');
      await report.getByTitle('The method was right.').waitFor();
      assert.deepEqual(errors, []);
    }),
  );

/** A student's way: a mistake in a copy that gives hints only, a hint, and practice on that mistake. */
export const fromAMistakeToPractice = ({ vsix }: JourneyContext): Promise<void> =>
  inFolder(folder =>
    withWorkbench(
      folder,
      { theme: 'dark', size: { width: 1400, height: 900 }, ...(vsix === undefined ? {} : { vsix }) },
      async ({ page, errors }) => {
        await openFile(page, 'ann.md');
        await page.locator('.squiggly-warning').first().waitFor();
        await goTo(page, 16);
        await runCommand(page, 'LeMa: Give Me a Hint');
        await page.locator('.notification-toast').filter({ hasText: 'Where to look' }).waitFor();
        assert.doesNotMatch((await page.locator('.monaco-workbench').textContent()) ?? '', /x = 6\b/);
        await runCommand(page, 'View: Show LeMa');
        await runCommand(page, 'LeMa: Practise This Mistake');
        await page.locator('.editor-instance').getByText('Find the mistake').first().waitFor();
        await picture(page, 'practice');
        assert.deepEqual(errors, []);
      },
    ),
  );
