import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  type Behaviour,
  cuts,
  endsUnfinished,
  type FaultServer,
  faultServer,
  floods,
  html,
  listsModels,
  saysSlowly,
  sends,
  stalls,
  status,
} from '../model/fault-server.ts';
import { closeAll, desk, eventually, homework, openWrong, ours, withSetting } from './desk.ts';
import { answering, shownBy, withWindow } from './stubs.ts';

const right = '# Problem\n\nSolve $2x + 3 = 9$.\n\n# Solution\n\n$2x = 6$\n\n$x = 3$\n';

const settingOf = (id: string) => vscode.workspace.getConfiguration().get(id);

/** Runs with a chosen model at a server that behaves like this. */
async function withModel(behaviours: readonly Behaviour[], run: (server: FaultServer) => Promise<void>): Promise<void> {
  const server = await faultServer(behaviours, listsModels('tiny'));
  try {
    await withSetting('lema.model.endpoint', server.url, () => withSetting('lema.model.name', 'tiny', () => run(server)));
  } finally {
    await server.close();
  }
}

const faults: readonly (readonly [string, Behaviour, RegExp])[] = [
  ['refuses the key', status(401), /refuses the API key/],
  ['does not know the model', status(404), /does not know this address or model/],
  ['answers with a web page', html, /could not be understood|does not know/],
  ['breaks off in the middle of a token', cuts, /broke off|No model server/],
  ['ends without an end', endsUnfinished, /broke off|could not be understood/],
  ['has no choices', sends('{"choices":[]}'), /could not be understood/],
  ['sends half a JSON', sends('{"choices":[{"mess'), /could not be understood|broke off/],
  ['sends 10 MB', floods(10_000_000), /could not be understood|broke off|Too much/],
];

describe('the model', () => {
  const files = desk();
  afterEach(closeAll);
  after(files.clear);

  for (const [what, behaviour, message] of faults) {
    it(`says what happened when the server ${what}, and the finding stays`, async () => {
      await withModel([behaviour], async ({ asked }) => {
        const uri = files.file(`${what.replaceAll(' ', '-')}.md`, homework);
        await openWrong(uri);
        const [before] = ours(uri);
        const shown = await shownBy(() => vscode.commands.executeCommand('lema.check', { uri: uri.toString() }));
        assert.ok(asked.length > 0);
        assert.match(shown.join('\n'), message);
        assert.match(shown.join('\n'), /The embedded checker's result is shown/);
        assert.equal(ours(uri)[0]?.message, before?.message);
      });
    });
  }

  it('is asked with progress, and stops when the person cancels', async () => {
    await withModel([saysSlowly('Step 1 is wrong. '.repeat(1000), 20)], async ({ asked }) => {
      const uri = files.file('cancel.md', homework);
      await openWrong(uri);
      const [before] = ours(uri);
      const titles: string[] = [];
      const cancel = new vscode.CancellationTokenSource();
      const withProgress = async (options: vscode.ProgressOptions, task: (progress: object, token: unknown) => Promise<unknown>) => {
        titles.push(`${options.title} ${options.cancellable}`);
        const timer = setInterval(() => asked.length > 0 && cancel.cancel(), 50);
        return task({ report: () => undefined }, cancel.token).finally(() => clearInterval(timer));
      };
      const shown = await shownBy(() =>
        withWindow({ withProgress }, () => vscode.commands.executeCommand('lema.check', { uri: uri.toString() })),
      );
      assert.deepEqual(titles, ['LeMa: asking tiny true']);
      assert.match(shown.join('\n'), /Cancelled\. The embedded checker's result is shown/);
      assert.equal(ours(uri)[0]?.message, before?.message);
    });
  });

  it('is not asked while typing, nor on save unless that was chosen', async () => {
    await withModel([stalls], async ({ asked }) => {
      const uri = files.file('quiet.md', right);
      const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      await editor.edit(edit => edit.insert(new vscode.Position(6, 0), '$2x = 12$\n'));
      await editor.document.save();
      await vscode.commands.executeCommand('lema.nextMistake');
      assert.equal(asked.length, 0);
    });
  });

  it('is asked on save when that was chosen', async () => {
    await withModel([status(401)], ({ asked }) =>
      withSetting('lema.model.when', 'save', async () => {
        const uri = files.file('save.md', homework);
        const { document } = await openWrong(uri);
        const editor = await vscode.window.showTextDocument(document);
        await editor.edit(edit => edit.insert(new vscode.Position(document.lineCount, 0), '\n'));
        await shownBy(async () => {
          await document.save();
          await eventually('a question', () => asked.length > 0);
        });
      }),
    );
  });

  it('is chosen from the servers that run on this machine', async () => {
    const server = await faultServer([stalls], listsModels('tiny', 'small'));
    process.env.LEMA_MODEL_PORTS = String(server.port);
    try {
      let labels: readonly string[] = [];
      const showQuickPick = async (items: Promise<readonly vscode.QuickPickItem[]>) => {
        const list = await items;
        labels = list.map(({ label }) => label);
        return list.find(({ label }) => label === 'small');
      };
      const shown = await shownBy(() => withWindow({ showQuickPick }, () => vscode.commands.executeCommand('lema.selectModel')));
      assert.ok(labels.includes('tiny') && labels.some(label => label.includes('No model')), labels.join(', '));
      assert.equal(settingOf('lema.model.endpoint'), server.url);
      assert.equal(settingOf('lema.model.name'), 'small');
      assert.match(shown.join('\n'), /Everything stays on this machine/);
      const none = async (items: Promise<readonly vscode.QuickPickItem[]>) => (await items).find(({ label }) => label.endsWith('No model'));
      await withWindow({ showQuickPick: none }, () => vscode.commands.executeCommand('lema.selectModel'));
      assert.equal(settingOf('lema.model.endpoint'), '');
      assert.equal(server.asked.length, 0);
    } finally {
      delete process.env.LEMA_MODEL_PORTS;
      await server.close();
    }
  });

  it('is given the key of its own server, and none when it was removed', async () => {
    await withModel([status(401)], async ({ asked }) => {
      const uri = files.file('key.md', homework);
      await openWrong(uri);
      const check = () => shownBy(() => vscode.commands.executeCommand('lema.check', { uri: uri.toString() }));
      await answering('sk-secret', () => vscode.commands.executeCommand('lema.setApiKey'));
      const shown = await check();
      assert.equal(asked.at(-1)?.headers.authorization, 'Bearer sk-secret');
      assert.doesNotMatch(shown.join('\n'), /sk-secret/);
      await answering('', () => vscode.commands.executeCommand('lema.setApiKey'));
      await check();
      assert.doesNotMatch(asked.at(-1)?.headers.authorization ?? '', /sk-secret/);
    });
  });

  it('has a key only for a server that was chosen', async () => {
    const shown = await shownBy(() => vscode.commands.executeCommand('lema.setApiKey'));
    assert.match(shown.join('\n'), /Choose a model with an address first/);
  });
});
