import * as assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, eventually } from './desk.ts';

const SET = `---
problem-set: 1
title: Friday
---

## 1. Two steps

Solve $3x + 5 = 20$.

\`\`\`yaml
id: two-steps
answer: x = 5
points: 3
solution: [3x = 15, x = 5]
\`\`\`
`;
const WRONG = '## 1. Two steps\n\n3x = 25\n\nx = 25/3\n';
const RIGHT = '## 1. Two steps\n\n3x = 15\n\nx = 5\n';

describe('the classroom', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lema-room-'));
  const write = (name: string, text: string): vscode.Uri => {
    mkdirSync(join(folder, 'in'), { recursive: true });
    writeFileSync(join(folder, name), text);
    return vscode.Uri.file(join(folder, name));
  };
  const show = async (uri: vscode.Uri) => vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  const remarks = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'LeMa set');
  const tabs = () => vscode.window.tabGroups.all.flatMap(group => group.tabs.map(tab => tab.label));
  const contentOfActive = () => vscode.window.activeTextEditor?.document.getText() ?? '';

  afterEach(closeAll);
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('remarks on a set whose solution does not follow, and on nothing when it does', async () => {
    const uri = write('wrong.md', SET.replace('[3x = 15', '[3x = 25'));
    const { document } = await show(uri);
    const [remark] = await eventually('a remark', () => (remarks(uri).length > 0 ? remarks(uri) : null));
    assert.match(remark?.message ?? '', /does not follow/);
    assert.equal(document.getText(remark?.range), '3x = 25');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, remark?.range ?? new vscode.Range(0, 0, 0, 0), '3x = 15');
    await vscode.workspace.applyEdit(edit);
    await eventually('the remark to go', () => remarks(uri).length === 0);
  });

  it('offers the keys of a problem, says what they are for, and corrects one that is misspelt', async () => {
    const uri = write('misspelt.md', SET.replace('points: 3', 'pionts: 3'));
    const { document } = await show(uri);
    const line = document.getText().split('\n').indexOf('pionts: 3');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      new vscode.Position(line, 0),
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('rubric') && labels.includes('variables'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      new vscode.Position(line - 1, 2),
    );
    const said = hovers.flatMap(({ contents }) => contents.map(content => (typeof content === 'string' ? content : content.value)));
    assert.match(said.join('\n'), /right answer/);
    const [remark] = await eventually('a remark', () => (remarks(uri).length > 0 ? remarks(uri) : null));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, remark?.range);
    assert.ok(
      actions.some(({ title }) => title === "Change to 'points'"),
      JSON.stringify(actions.map(a => a.title)),
    );
  });

  it('renames a problem in the set', async () => {
    const uri = write('rename.md', SET);
    const { document } = await show(uri);
    const line = document.getText().split('\n').indexOf('id: two-steps');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uri,
      new vscode.Position(line, 6),
      'linear',
    );
    assert.deepEqual(
      edit.get(uri).map(({ newText }) => newText),
      ['linear'],
    );
  });

  it('begins a new set that has no faults', async () => {
    await vscode.commands.executeCommand('lema.newProblemSet');
    assert.match(contentOfActive(), /^---\nproblem-set: 1\n/);
    const uri = vscode.window.activeTextEditor?.document.uri;
    assert.ok(uri);
    await new Promise(resolve => setTimeout(resolve, 3000));
    assert.deepEqual(remarks(uri), []);
  });

  it("checks a folder of submissions, reports on it, and keeps the teacher's own mark", async () => {
    write('in/ann.md', RIGHT);
    write('in/bob.md', WRONG);
    await show(write('set.md', SET));
    await vscode.commands.executeCommand('lema.checkSubmissions', vscode.Uri.file(join(folder, 'in')));
    await eventually('the report', () => tabs().includes('Report: Friday'));
    await vscode.commands.executeCommand('lema.overrideMark', 'bob', 'two-steps', '3', 'said it aloud');
    await vscode.commands.executeCommand('lema.openSubmission', 'bob.md', 3);
    await eventually('the submission', () => vscode.window.activeTextEditor?.document.uri.path.endsWith('/in/bob.md'));
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 2);
  });

  it('does not leave the folder of submissions by a link', async () => {
    await vscode.commands.executeCommand('lema.openSubmission', '../set.md', 1);
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  it('sets three exercises on a mistake', async () => {
    await vscode.commands.executeCommand('lema.practise', { rule: 'sign-miscopied' });
    assert.match(contentOfActive(), /## Problem 2[\s\S]*## Find the mistake[\s\S]*in your own words/);
  });

  it('gives no findings in a test before it is handed in', async () => {
    const uri = write(
      'test.md',
      `---\ncopy-of: friday\nfeedback: none\n---\n\n# Problem 1\n\nSolve $3x + 5 = 20$.\n\n# Solution\n\n3x = 25\n`,
    );
    await show(uri);
    await vscode.commands.executeCommand('lema.checkAll');
    assert.deepEqual(
      vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'LeMa'),
      [],
    );
  });
});
