import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, desk, eventually, homework, openWrong, ours, withSetting } from './desk.ts';
import { shownBy } from './stubs.ts';

/** Every line is true, and the third quantity is the wrong one. */
const trip = `# Problem

A car goes 60 km an hour for 3 hours and then 80 km an hour for 2 hours. How far does it go in all?

# Solution

1. First it goes 60 * 3 = 180 km.
2. Then it goes 80 * 3 = 240 km.
3. In all it goes 180 + 240 = 420 km.
`;

const tripKey = '# Problem\n\n- 60 * 3 = 180\n- 80 * 2 = 160\n- 180 + 160 = 340\n\nAnswer: 340\n';

describe('checking', () => {
  const files = desk();
  afterEach(closeAll);
  after(files.clear);

  it('underlines the wrong term of a file that is opened, and that alone', async () => {
    const uri = files.file('open.md', homework);
    const { document } = await openWrong(uri);
    const [diagnostic, ...more] = ours(uri);
    assert.equal(more.length, 0);
    assert.equal(diagnostic?.range.start.line, 6);
    assert.ok(document.getText(diagnostic?.range).includes('4'), document.getText(diagnostic?.range));
    assert.ok(document.getText(diagnostic?.range).length < '3x - 4 = 2x + 5'.length);
    assert.ok(diagnostic?.code);
    assert.ok(diagnostic?.relatedInformation?.length);
  });

  it('follows the typing: a wrong line, and the right one again', async () => {
    const uri = files.file('type.md', '# Problem\n\nSolve $2x + 3 = 9$.\n\n# Solution\n\n$2x = 6$\n');
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const line = () => editor.document.lineAt(6).range;
    await editor.edit(edit => edit.replace(line(), '$2x = 12$'));
    const [wrong] = await eventually('the squiggle', () => (ours(uri).length > 0 ? ours(uri) : null));
    assert.equal(wrong?.range.start.line, 6);
    await editor.edit(edit => edit.replace(line(), '$2x = 6$'));
    await eventually('a clean file', () => ours(uri).length === 0);
  });

  it('leaves prose that is no solution alone until it is asked', async () => {
    const uri = files.file('README.md', '# Sums\n\nEverybody knows that $2 + 2 = 5$ is false.\n\n# Problem\n\n$2 + 2 = 5$\n');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await new Promise(resolve => setTimeout(resolve, 600));
    assert.equal(ours(uri).length, 0);
  });

  it('waits for the save or the command when it is told to', async () => {
    await withSetting('lema.check', 'command', async () => {
      const uri = files.file('command.md', homework);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      await new Promise(resolve => setTimeout(resolve, 600));
      assert.equal(ours(uri).length, 0);
      await vscode.commands.executeCommand('lema.check');
      await eventually('the squiggle', () => ours(uri).length === 1);
    });
  });

  it('checks the Markdown cells of a notebook', async () => {
    const cell = { cell_type: 'markdown', metadata: {}, source: homework.split(/(?<=\n)/) };
    const uri = files.file('notes.ipynb', JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }));
    const notebook = await vscode.workspace.openNotebookDocument(uri);
    const { document } = notebook.cellAt(0);
    const [diagnostic] = await eventually('a squiggle in the cell', () => (ours(document.uri).length > 0 ? ours(document.uri) : null));
    assert.equal(notebook.notebookType, 'jupyter-notebook');
    assert.equal(diagnostic?.range.start.line, 6);
  });

  it('checks against the key beside a file, follows the key, and leaves the key itself alone', async () => {
    const key = files.file('trip.key.md', `---\nlema: true\n---\n\n${tripKey}`);
    const uri = files.file('trip.md', trip);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const [diagnostic] = await eventually('a squiggle from the key', () => (ours(uri).length > 0 ? ours(uri) : null));
    assert.equal(diagnostic?.range.start.line, 7);
    const beside = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(key));
    await beside.edit(edit => edit.replace(new vscode.Range(0, 0, 99, 0), 'Answer: 420\n'));
    await eventually('no squiggle with another answer', () => ours(uri).length === 0);
    assert.match(
      (await shownBy(() => vscode.commands.executeCommand('lema.checkAll', { uri: key.toString() }))).join(),
      /This file is a key/,
    );
    assert.equal(ours(key).length, 0);
    await vscode.commands.executeCommand('undo');
    await eventually('the squiggle again', () => ours(uri).length > 0);
  });

  it('reads a key from the disk, and forgets it when it is gone', async () => {
    const key = files.file('tour.key.md', tripKey);
    const uri = files.file('tour.md', trip);
    await openWrong(uri);
    await vscode.workspace.fs.delete(key);
    await vscode.commands.executeCommand('lema.checkAll');
    assert.equal(ours(uri).length, 0);
  });

  it('answers every command without a document', async () => {
    await closeAll();
    for (const id of ['check', 'checkAll', 'nextMistake', 'previousMistake', 'showCorrection', 'applyCorrection', 'hint'])
      assert.match((await shownBy(() => vscode.commands.executeCommand(`lema.${id}`))).join(), /Open a worked solution first/, id);
    for (const id of ['addNote', 'dispute', 'openReview', 'explain'])
      assert.match((await shownBy(() => vscode.commands.executeCommand(`lema.${id}`))).join(), /Open a worked solution first/, id);
  });

  it('answers every command about a mistake when all is right', async () => {
    const uri = files.file('right.md', '# Problem\n\nSolve $2x + 3 = 9$.\n\n# Solution\n\n$2x = 6$\n\n$x = 3$\n');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    for (const id of ['check', 'showCorrection', 'applyCorrection', 'hint', 'dispute'])
      assert.match((await shownBy(() => vscode.commands.executeCommand(`lema.${id}`))).join(), /all 2 steps right/, id);
    for (const id of ['checkAll', 'nextMistake', 'previousMistake'])
      assert.match((await shownBy(() => vscode.commands.executeCommand(`lema.${id}`))).join(), /1 solution checked: all right/, id);
  });

  it('opens an example and its log', async () => {
    await vscode.commands.executeCommand('lema.openExample');
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^# Problem/);
    await vscode.commands.executeCommand('lema.showLog');
    await eventually('the log', () => vscode.workspace.textDocuments.some(({ uri }) => uri.scheme === 'output'));
  });

  it('keeps a file that is empty or odd as it is', async () => {
    for (const [name, text] of [
      ['empty.md', ''],
      ['control.txt', '\u0001\u0002Solution:\n\u0003 1 = 1\n'],
      ['odd.md', '# Solution\n\n$$$ \\frac{1}{ ((((((\n\n$1/0 = 0^0$\n'],
    ] as const) {
      const uri = files.file(name, text);
      const { document } = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      await vscode.commands.executeCommand('lema.checkAll');
      assert.equal(document.isDirty, false);
    }
  });
});
