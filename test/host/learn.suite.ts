import * as assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { App } from '../../src/extension/app.ts';
import { createTrainer } from '../../src/extension/learn/runner/trainer.ts';
import { openPort } from '../../src/extension/learn/worker/port.ts';
import { learnFolder } from '../lema/learn-folder.ts';
import { closeAll, desk, eventually, homework, openWrong, withSetting } from './desk.ts';
import { shownBy } from './stubs.ts';

describe('learning from mistakes', () => {
  const files = desk();
  const folder = mkdtempSync(join(tmpdir(), 'lema-learn-'));
  const extension = vscode.extensions.getExtension('lema.lema-math-tutor');
  const dist = (name: string): string => join(extension?.extensionPath ?? '', 'dist', name);
  const root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const kept = join(root, '.lema/accepted.jsonl');
  const rows = () =>
    existsSync(kept)
      ? readFileSync(kept, 'utf8')
          .trim()
          .split('\n')
          .map(line => JSON.parse(line))
      : [];
  const panels = () => vscode.window.tabGroups.all.flatMap(group => group.tabs).filter(tab => tab.label === 'Learn from Mistakes');

  afterEach(closeAll);
  after(() => {
    files.clear();
    rmSync(folder, { recursive: true, force: true });
    rmSync(join(root, '.lema'), { recursive: true, force: true });
  });

  it('keeps a confirmed correction only after a yes, once, and without a name', async () => {
    const uri = files.file('anna-berg.md', homework);
    await openWrong(uri);
    const confirm = () => vscode.commands.executeCommand('lema.confirmCorrection', { uri: uri.toString() });
    assert.match((await shownBy(confirm)).join(), /May this problem/);
    assert.deepEqual(rows(), []);
    assert.match((await shownBy(confirm, 'Keep It')).join(), /without a name/);
    await shownBy(confirm, 'Keep It');
    assert.equal(rows().length, 1);
    assert.deepEqual([rows()[0].from, rows()[0].first_error], ['teacher', 0]);
    assert.doesNotMatch(JSON.stringify(rows()), /anna|berg/i);
  });

  it('follows no setting out of the workspace', () =>
    withSetting('lema.learn.folder', '../elsewhere', async () => {
      const uri = files.file('other.md', homework.replaceAll('4', '6'));
      await openWrong(uri);
      await shownBy(() => vscode.commands.executeCommand('lema.confirmCorrection', { uri: uri.toString() }), 'Keep It');
      assert.equal(existsSync(join(root, '../elsewhere')), false);
      assert.equal(rows().length, 2);
    }));

  it('opens one panel, however often it is asked for', async () => {
    await vscode.commands.executeCommand('lema.learn');
    await vscode.commands.executeCommand('lema.reviewNext');
    await eventually('the panel', () => panels().length > 0);
    assert.equal(panels().length, 1);
  });

  it('reads, decides and takes back on a thread of its own, and says so when that is gone', async () => {
    learnFolder(folder);
    const port = openPort(dist('learn-worker.cjs'));
    try {
      await port.ask('open', { folder, name: 'data' });
      const counts = async () => {
        const { waiting, accepted, corrections } = await port.ask('overview', { width: 600 });
        return [corrections, waiting, accepted];
      };
      assert.deepEqual(await counts(), [64, 4, 0]);
      assert.equal((await port.ask('card', { position: 0 }))?.verdict.kind, 'accepted');
      assert.equal(await port.ask('decide', { row: 'm-1', decision: { decision: 'accept' } }), true);
      assert.deepEqual(await counts(), [64, 3, 1]);
      assert.equal(await port.ask('decide', { row: 'm-1', decision: { decision: 'accept' } }), false);
      assert.equal(await port.ask('undo', {}), 0);
      assert.deepEqual(await counts(), [64, 4, 0]);
      assert.equal(await port.ask('isOld', {}), false);
    } finally {
      port.dispose();
    }
    await assert.rejects(port.ask('undo', {}), /closed/);
  });

  it('says in one sentence why a run cannot start', async () => {
    const context = { extensionUri: extension?.extensionUri, extension };
    const trainer = createTrainer({ context, log: { error: () => {} } } as unknown as App);
    try {
      const shown = await shownBy(async () => {
        trainer.start({ folder, name: 'run-1', data: null, base: './no-such-model', recipe: 'nano', python: '' });
        assert.equal(trainer.current()?.name, 'run-1');
        await eventually('the end of the run', () => trainer.current() === null);
      });
      assert.match(shown.join(), /^Training run-1 failed: .*no such folder/);
    } finally {
      trainer.dispose();
    }
  });
});
