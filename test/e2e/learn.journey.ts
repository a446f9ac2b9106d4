import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { root } from '../../scripts/hermetic/install.ts';
import type { JourneyContext } from '../../scripts/hermetic/journeys.ts';
import { learnFolder } from '../lema/learn-folder.ts';
import { runCommand, screenshot, stepMs, webviewOf, withWorkbench } from './workbench.ts';

/** With LEMA_SCREENSHOTS set, the picture of docs/ is taken anew, and all of them in both themes; else they go where test results go. */
const anew = Boolean(process.env.LEMA_SCREENSHOTS);

/** Takes a picture, and then has the keyboard where it was. */
async function picture(page: Page, name: string, focused: Locator): Promise<void> {
  for (const theme of anew ? ['dark', 'light'] : ['dark']) {
    await screenshot(page, join(root, anew && name === 'learn' ? 'docs/images' : 'test-results/journey', `${name}-${theme}.png`));
    if (anew) await runCommand(page, 'Preferences: Toggle between Light/Dark Themes');
    if (anew) await page.locator(`.monaco-workbench.vs${theme === 'dark' ? ':not(.vs-dark)' : '-dark'}`).waitFor();
  }
  if (anew) await focused.focus();
}

/** A reviewer's way by the keyboard alone: a correction accepted, one changed, one rejected, the counts and the file that follow. */
export const reviewCorrections = ({ vsix }: JourneyContext): Promise<void> =>
  inFolder(folder =>
    withWorkbench(
      folder,
      { theme: 'dark', size: { width: 1280, height: 860 }, ...(vsix === undefined ? {} : { vsix }) },
      async ({ page, errors }) => {
        await runCommand(page, 'LeMa: Review Next Correction');
        const view = webviewOf(page);
        await view
          .locator('#place')
          .filter({ hasText: '1 of 4' })
          .waitFor({ timeout: stepMs * 2 });
        await view.locator('#verdict.accepted').waitFor();
        await view.locator('#card:focus').waitFor();
        await picture(page, 'learn', view.locator('#card'));
        await page.keyboard.press('a');
        await view.locator('#place').filter({ hasText: '1 of 3' }).waitFor();
        await edit(page, view);
        await page.keyboard.press('r');
        await view.locator('.asked button:focus').waitFor();
        await page.keyboard.press('2');
        await view.locator('#place').filter({ hasText: '1 of 1' }).waitFor();
        await page.keyboard.press('u');
        await view.locator('#place').filter({ hasText: '1 of 2' }).waitFor();
        await view.getByRole('tab', { name: 'Data' }).click();
        for (const [id, value] of Object.entries({ waiting: '2', accepted: '1', edited: '1', rejected: '0' }))
          await view.locator(`#count-${id}`).filter({ hasText: value }).waitFor();
        await picture(page, 'learn-data', view.locator('#tab-data'));
        await view.getByRole('tab', { name: 'Training' }).click();
        await view.locator('.training svg').nth(2).waitFor();
        await picture(page, 'learn-training', view.locator('#tab-training'));
        const rows = readFileSync(join(folder, '.lema/accepted.jsonl'), 'utf8')
          .trim()
          .split('\n')
          .map(line => JSON.parse(line));
        assert.deepEqual(
          rows.map(({ id, from, correct_steps }) => [id, from, correct_steps.at(-1)]),
          [
            ['m-1', 'teacher', '$x = 17$'],
            ['m-2', 'teacher', '$x = 5$'],
          ],
        );
        assert.deepEqual(errors, []);
      },
    ),
  );

/** Training from the form: started, stopped at a checkpoint, gone on with to its end. The trainer is a stand-in that tells steps as the real one does. */
export const trainStopAndGoOn = ({ vsix }: JourneyContext): Promise<void> =>
  inFolder(folder => {
    const base = join(folder, 'model');
    mkdirSync(base);
    for (const file of ['config.json', 'tokenizer.json', 'model.safetensors']) writeFileSync(join(base, file), '{}');
    const settings = { 'lema.learn.python': join(root, 'test/lema/fake-trainer.mjs') };
    const env = { FAKE_TRAINER: 'waits at 2' };
    return withWorkbench(folder, { settings, env, ...(vsix === undefined ? {} : { vsix }) }, async ({ page, errors }) => {
      await runCommand(page, 'LeMa: Train a Model');
      const view = webviewOf(page);
      const state = view.getByRole('row').filter({ hasText: 'run-1' });
      await view.locator('#train-form summary').click({ timeout: stepMs * 2 });
      await view.locator('#train-recipe').selectOption('nano');
      await view.locator('#train-base').fill(base);
      await view.locator('#train-start').click();
      await state.getByText('Step 2 of').waitFor();
      await screenshot(page, join(root, 'test-results/journey/learn-running.png'));
      await state.getByRole('button', { name: 'Stop' }).click();
      await state.getByText('stopped').waitFor();
      await state.getByRole('button', { name: 'Resume' }).click();
      await state.getByText('trained').waitFor();
      await page.locator('.notification-toast').filter({ hasText: 'run-1 is trained' }).waitFor();
      await screenshot(page, join(root, 'test-results/journey/learn-trained.png'));
      assert.deepEqual(errors, []);
    });
  });

async function edit(page: Page, view: FrameLocator): Promise<void> {
  await view.locator('#verdict.refuted').waitFor();
  await page.keyboard.press('e');
  await view.locator('#edit-steps:focus').waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('$2x = 10$\n$x = 5$');
  await view.locator('.marks .verdict.accepted').waitFor();
  await screenshot(page, join(root, 'test-results/journey/learn-edit-dark.png'));
  await page.keyboard.press('ControlOrMeta+Enter');
  await view.locator('#place').filter({ hasText: '1 of 2' }).waitFor();
}

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lema-learn-'));
  try {
    learnFolder(join(folder, '.lema'));
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
