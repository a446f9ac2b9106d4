import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, desk, eventually, homework, openWrong, ours, withSetting } from './desk.ts';
import { shownBy } from './stubs.ts';

const fixesAt = (uri: vscode.Uri, range: vscode.Range) =>
  vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);

const hoverAt = async (uri: vscode.Uri, position: vscode.Position) => {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents.map(content => (typeof content === 'string' ? content : content.value))).join('\n');
};

const lensTitles = async (uri: vscode.Uri) => {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
  return lenses.map(({ command }) => command?.title ?? '');
};

describe('correcting', () => {
  const files = desk();
  afterEach(closeAll);
  after(files.clear);

  it('puts the correction in place as one undo step, and the file is right', async () => {
    const uri = files.file('fix.md', `${homework}\nMy own words.\n`);
    const { document } = await openWrong(uri);
    const before = document.getText();
    const [diagnostic] = ours(uri);
    assert.ok(diagnostic);
    const fixes = await fixesAt(uri, diagnostic.range);
    const apply = fixes.find(({ title }) => title === 'Apply correction from this step');
    assert.ok(apply?.command, fixes.map(({ title }) => title).join(', '));
    await vscode.commands.executeCommand(apply.command.command, ...(apply.command.arguments ?? []));
    await eventually('a right file', () => ours(uri).length === 0 && document.getText() !== before);
    assert.match(document.getText(), /1\. \$3x - 12 = 2x \+ 5\$/);
    assert.match(document.getText(), /x = 17/);
    assert.ok(document.getText().endsWith('\nMy own words.\n'));
    await vscode.commands.executeCommand('undo');
    await eventually('the old text', () => document.getText() === before);
  });

  it('tells in the hover why it is wrong, typeset, with links', async () => {
    const uri = files.file('hover.md', homework);
    await openWrong(uri);
    const [diagnostic] = ours(uri);
    assert.ok(diagnostic);
    const text = await hoverAt(uri, diagnostic.range.start);
    assert.match(text, /First mistake/);
    assert.match(text, /!\[.*12.*\]\(data:image\/svg\+xml;base64,/);
    assert.match(text, /command:lema\.applyCorrection/);
  });

  it('shows a line of actions over the problem and over the mistake', async () => {
    const uri = files.file('lens.md', homework);
    await openWrong(uri);
    const titles = await lensTitles(uri);
    assert.ok(
      titles.some(title => title.startsWith('Check · first mistake in step 1')),
      titles.join(', '),
    );
    for (const title of ['Hint', 'Why', 'Show correction']) assert.ok(titles.includes(title), titles.join(', '));
  });

  it('shows in hints only the line first, then one rung after another, and the corrected line last', async () => {
    await withSetting('lema.feedback', 'hints', async () => {
      const uri = files.file('hints.md', homework);
      await openWrong(uri);
      const shown = await eventually('the whole line', () => ours(uri).find(({ code }) => code === 'first-mistake'));
      assert.equal(shown.range.start.character, 3);
      assert.doesNotMatch(shown.message, /12/);
      assert.doesNotMatch(await hoverAt(uri, shown.range.start), /applyCorrection|12/);
      assert.ok(!(await fixesAt(uri, shown.range)).some(({ title }) => title.startsWith('Apply')));
      for (let rung = 1; rung <= 4; rung++) {
        await vscode.commands.executeCommand('lema.hint', { uri: uri.toString() });
        assert.doesNotMatch(await hoverAt(uri, shown.range.start), /3x\s*-\s*12/, `rung ${rung}`);
      }
      await vscode.commands.executeCommand('lema.hint', { uri: uri.toString() });
      await eventually('the correction', () => ours(uri).some(({ code }) => code !== 'first-mistake'));
      assert.match(await hoverAt(uri, shown.range.start), /12/);
    });
  });

  it('climbs the ladder rung by rung, and keeps the last one locked until then', async () => {
    await withSetting('lema.feedback', 'hints', async () => {
      const uri = files.file('ladder.md', homework);
      const { document } = await openWrong(uri);
      await eventually('the whole line', () => ours(uri).some(({ code }) => code === 'first-mistake'));
      for (const id of ['showCorrection', 'applyCorrection'])
        assert.deepEqual(await shownBy(() => vscode.commands.executeCommand(`lema.${id}`)), ['You have not seen all hints yet.']);
      assert.equal(document.getText(), homework);
      const said: string[] = [];
      for (let rung = 1; rung <= 5; rung++) said.push(...(await shownBy(() => vscode.commands.executeCommand('lema.hint'))));
      assert.deepEqual(
        said.map(hint => hint.replace(/:.*/s, '')),
        [
          'Where to look (1 of 5)',
          'Something to try (2 of 5)',
          'A question (3 of 5)',
          'The same rule elsewhere (4 of 5)',
          'The corrected line (5 of 5)',
        ],
      );
      await vscode.commands.executeCommand('lema.applyCorrection');
      await eventually('a right file', () => ours(uri).length === 0 && document.getText() !== homework);
    });
  });

  it('goes from mistake to mistake, round the end', async () => {
    const uri = files.file('two.md', `${homework}\n${homework.replace('# Problem', '# Problem 2')}`);
    const editor = await openWrong(uri);
    const lines: number[] = [];
    for (let i = 0; i < 3; i++) {
      await vscode.commands.executeCommand('lema.nextMistake');
      lines.push(editor.selection.active.line);
    }
    assert.deepEqual(lines, [6, 16, 6]);
  });
});
