import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { api, closeAll, desk, eventually, homework, openWrong, ours, withSetting } from './desk.ts';
import { answering } from './stubs.ts';

describe('surfaces', () => {
  const files = desk();
  afterEach(closeAll);
  after(files.clear);

  it('keeps a note next to the file, and a dispute that silences the finding until the step changes', async () => {
    const uri = files.file('notes.md', homework);
    const editor = await openWrong(uri);
    const sidecar = `${uri.fsPath}.lema.json`;
    await answering('Mind the bracket', () => vscode.commands.executeCommand('lema.addNote', { uri: uri.toString(), step: 0 }));
    assert.ok(existsSync(sidecar));
    assert.equal(JSON.parse(readFileSync(sidecar, 'utf8')).notes[0].text, 'Mind the bracket');
    await answering('It is right', () => vscode.commands.executeCommand('lema.dispute', { uri: uri.toString() }));
    await eventually('silence', () => ours(uri)[0]?.severity === vscode.DiagnosticSeverity.Hint);
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), 'A line above.\n\n'));
    await eventually(
      'silence two lines below',
      () => ours(uri)[0]?.range.start.line === 8 && ours(uri)[0]?.severity === vscode.DiagnosticSeverity.Hint,
    );
    await editor.edit(edit => edit.replace(editor.document.lineAt(8).range, '1. $3x - 5 = 2x + 5$'));
    await eventually('the finding again', () => ours(uri)[0]?.severity === vscode.DiagnosticSeverity.Warning);
    assert.equal(JSON.parse(readFileSync(sidecar, 'utf8')).notes.length, 2);
  });

  it('marks the steps in the Markdown preview', async () => {
    const uri = files.file('preview.md', homework);
    await openWrong(uri);
    const html = await eventually('marks', async () => {
      const rendered = await vscode.commands.executeCommand<string>('markdown.api.render', await vscode.workspace.openTextDocument(uri));
      return rendered.includes('lema-mark') ? rendered : null;
    });
    assert.match(html, /<span class="lema-mark lema-wrong" role="img" aria-label="not right"/);
    assert.match(html, /lema-note/);
    assert.match(html, /consistent with step 1/);
  });

  for (const id of ['openReview', 'explain']) {
    it(`opens one review beside the file: ${id}`, async () => {
      const uri = files.file(`${id}.md`, homework);
      await openWrong(uri);
      const panels = () =>
        vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ label }) => label === `Review: ${id}.md`).length;
      await vscode.commands.executeCommand(`lema.${id}`, { uri: uri.toString() });
      await eventually('the panel', () => panels() === 1);
      await vscode.commands.executeCommand(`lema.${id}`, { uri: uri.toString() });
      assert.equal(panels(), 1);
    });
  }

  it('lets no folder decide where text goes', () => {
    for (const id of ['lema.model.endpoint', 'lema.model.name', 'lema.model.protocol']) {
      const inspected = vscode.workspace.getConfiguration().inspect(id);
      assert.equal(inspected?.defaultValue, id.endsWith('protocol') ? 'auto' : '');
    }
    return assert.rejects(async () =>
      vscode.workspace.getConfiguration().update('lema.model.endpoint', 'http://example.com', vscode.ConfigurationTarget.Workspace),
    );
  });

  it("keeps the checker's result when the chosen model cannot be reached", async () => {
    await withSetting('lema.model.endpoint', 'http://127.0.0.1:9/v1', () =>
      withSetting('lema.model.name', 'nobody', async () => {
        const uri = files.file('down.md', homework);
        await openWrong(uri);
        const [before] = ours(uri);
        await vscode.commands.executeCommand('lema.check', { uri: uri.toString() });
        assert.equal(ours(uri)[0]?.message, before?.message);
      }),
    );
  });

  it('starts and stays small', async () => {
    const { activationMs } = await api();
    console.log(`▸ activate() took ${activationMs.toFixed(1)} ms`);
    const uri = files.file('heap.md', homework);
    const editor = await openWrong(uri);
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 200; i++) {
      await editor.edit(edit => edit.insert(new vscode.Position(2, 0), 'x'), { undoStopBefore: false, undoStopAfter: false });
      if (i % 20 === 0) await vscode.commands.executeCommand('lema.checkAll');
    }
    collect();
    const growth = (process.memoryUsage().heapUsed - before) / 1e6;
    console.log(`▸ heap growth after 200 edits: ${growth.toFixed(1)} MB`);
    assert.ok(growth < 20, `${growth} MB`);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});
