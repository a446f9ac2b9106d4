import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JourneyContext } from '../../scripts/hermetic/journeys.ts';
import { openFile, withWorkbench } from './workbench.ts';

const homework = '# Problem\n\nSolve $2x + 3 = 9$.\n\n## Solution\n\n$2x = 12$\n\n$x = 6$\n';

/** The mistake of a freshly opened file is underlined, whether the extension is a folder or an installed package. */
export async function underlinesTheFirstMistake({ vsix }: JourneyContext): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lema-package-'));
  writeFileSync(join(folder, 'homework.md'), homework);
  try {
    await withWorkbench(folder, vsix === undefined ? {} : { vsix }, async ({ page, errors }) => {
      await openFile(page, 'homework.md');
      await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
      assert.deepEqual(errors, []);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
