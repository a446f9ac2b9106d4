import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../scripts/hermetic/install.ts';
import type { JourneyContext } from '../../scripts/hermetic/journeys.ts';
import { goTo, openFile, runCommand, screenshot, stepMs, webviewOf, withWorkbench } from './workbench.ts';

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

/** Types an answer into the question with this title; where there is a list to choose from, waits until it is narrowed down to the answer. */
async function say(page: Page, title: string, text: string, listed = false): Promise<void> {
  const question = page.locator('.quick-input-widget').filter({ has: page.locator('.quick-input-title').getByText(title) });
  const input = question.locator('.quick-input-box input');
  await input.waitFor();
  await input.fill(text);
  if (listed) await question.locator('.monaco-list-row.focused').filter({ hasText: text }).waitFor();
  await page.keyboard.press('Enter');
}

/** Names a folder in the dialog, and says yes when the dialog lists what is in it. A dialog that is still reading takes its own folder again; then it is told anew. */
async function pickFolder(page: Page, path: string, inside: string): Promise<void> {
  const dialog = page.locator('.quick-input-widget');
  const input = dialog.locator('.quick-input-box input');
  for (const _ of Array(5)) {
    await input.fill(path);
    const listed = dialog.locator('.monaco-list-row').filter({ hasText: inside });
    if (!(await isThere(listed.waitFor({ timeout: stepMs / 5 })))) continue;
    await dialog.getByRole('button', { name: 'Check' }).click();
    if (await isThere(dialog.waitFor({ state: 'hidden', timeout: stepMs / 5 }))) return;
  }
  throw new Error(`the dialog does not take ${path}`);
}

const isThere = (wait: Promise<void>): Promise<boolean> =>
  wait.then(
    () => true,
    () => false,
  );

/** A teacher's way: the set, a student's variant, the class checked, its report, a mark of the teacher's own. */
export const fromASetToTheReport = ({ vsix }: JourneyContext): Promise<void> =>
  inFolder(folder =>
    withWorkbench(folder, { size: { width: 1400, height: 900 }, ...(vsix === undefined ? {} : { vsix }) }, async ({ page, errors }) => {
      await openFile(page, 'autumn-test.md');
      await runCommand(page, 'LeMa: Show a Student');
      await say(page, 'Whose variant?', 'ann');
      await page.locator('.editor-instance').nth(1).getByText('copy-of').waitFor();
      await runCommand(page, 'View: Show LeMa');
      await page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row').filter({ hasText: 'autumn-test.md' }).first().waitFor();
      await picture(page, 'class-set');
      await runCommand(page, 'View: Focus First Editor Group');
      await runCommand(page, 'LeMa: Check Submissions');
      await page.getByText('The folder with the submissions').waitFor();
      await pickFolder(page, `${join(folder, 'submissions')}/`, 'emma.larsen');
      const report = webviewOf(page);
      await report.getByRole('heading', { name: 'Autumn test' }).waitFor({ timeout: stepMs * 2 });
      await report.getByText('ada.berg').first().waitFor();
      await runCommand(page, 'View: Toggle Maximize Editor Group');
      await picture(page, 'class-report');
      await runCommand(page, 'LeMa: Give Your Own Mark');
      await say(page, 'Whose mark?', 'chen.wei', true);
      await say(page, 'which problem?', 'bracket', true);
      await say(page, 'Points for bracket', '2');
      await say(page, 'Why?', 'The method was right.');
      await report.getByTitle('The method was right.').waitFor();
      await runCommand(page, 'Test: Run All Tests');
      await runCommand(page, 'Testing: Focus on Test Explorer View');
      const tests = page.locator('.test-explorer');
      await tests.getByText('Autumn test').first().waitFor();
      await page.getByText('3/30').first().waitFor();
      await tests.locator('.monaco-list-row').filter({ hasText: 'Autumn test' }).locator('.monaco-tl-twistie').click();
      await tests.locator('.monaco-list-row').filter({ hasText: 'amir.haddad' }).waitFor();
      await page.locator('.test-output-peek-tree').getByText('solves the line above').first().waitFor();
      await picture(page, 'class-tests');
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
