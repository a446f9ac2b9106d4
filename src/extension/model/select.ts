import * as vscode from 'vscode';
import { normaliseBaseUrl } from '../../model/endpoint.ts';
import type { App, Feature } from '../app.ts';
import { answer, inform } from '../notify.ts';
import { register } from '../register.ts';
import { setSetting } from '../settings.ts';
import { type ChosenModel, chosenModel, whereTextGoes } from './choice.ts';
import { askKey, readKey } from './key.ts';
import { vscodeModels } from './vscodePort.ts';

type Item = vscode.QuickPickItem & { readonly pick?: ChosenModel | 'none' | 'endpoint' };

/** Choosing a model and its key. Looking for servers asks this machine alone, and only when this list is opened. */
export const modelCommands: Feature = {
  name: 'model choice',
  start: app =>
    vscode.Disposable.from(
      register(app, 'lema.selectModel', () => selectModel(app)),
      register(app, 'lema.setApiKey', () => setApiKey(app)),
    ),
};

async function selectModel(app: App): Promise<void> {
  const picked = await vscode.window.showQuickPick(items(), {
    title: 'LeMa: Select Model',
    placeHolder: 'Checking works without a model. A model can also find mistakes in reasoning.',
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  const choice = picked?.pick;
  if (choice === undefined) return;
  const chosen = choice === 'none' ? { endpoint: '', name: '' } : choice === 'endpoint' ? await enterEndpoint(app) : choice;
  if (!chosen) return;
  await setSetting('lema.model.endpoint', chosen.endpoint);
  await setSetting('lema.model.name', chosen.name);
  const now = chosenModel();
  answer(now ? `${now.name} is asked when you check by command. ${whereTextGoes(now)}` : 'No model: the embedded checker works alone.');
}

/** Where servers are looked for: the usual ports, or those that the environment variable LEMA_MODEL_PORTS lists. */
function searched(): { readonly ports?: readonly number[] } {
  const listed = process.env.LEMA_MODEL_PORTS?.split(',').map(Number).filter(Number.isInteger);
  return listed?.length ? { ports: listed } : {};
}

async function items(): Promise<Item[]> {
  const { findServers } = await import('../chunks/model.ts');
  const [servers, own] = await Promise.all([findServers(searched()), vscodeModels()]);
  const current = chosenModel();
  const isCurrent = (model: ChosenModel) => (current?.endpoint === model.endpoint && current.name === model.name ? '$(check) ' : '');
  const model = (pick: ChosenModel, label: string, description: string): Item => ({
    label: `${isCurrent(pick)}${label}`,
    description,
    pick,
  });
  const found = servers.flatMap(({ baseUrl, models, name }) =>
    models.map(id => model({ endpoint: baseUrl, name: id }, id, `${name}, ${new URL(baseUrl).host}`)),
  );
  const separator = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });
  return [
    { label: `${current ? '' : '$(check) '}No model`, description: 'the embedded checker alone; nothing is contacted', pick: 'none' },
    separator('On this machine'),
    ...(found.length > 0
      ? found
      : [{ label: '$(info) No running server found', description: 'vLLM 8000, llama.cpp 8080, Ollama 11434, LM Studio 1234' }]),
    ...(own.length > 0
      ? [separator('From VS Code'), ...own.map(({ id, name, vendor }) => model({ endpoint: 'vscode', name: id }, name, vendor))]
      : []),
    separator('Elsewhere'),
    { label: '$(globe) Another server or API…', description: 'any OpenAI-compatible address', pick: 'endpoint' },
  ];
}

async function enterEndpoint(app: App): Promise<ChosenModel | null> {
  const written = await vscode.window.showInputBox({
    title: 'LeMa: address of the model server (1/3)',
    prompt: 'The base URL of an OpenAI-compatible server. Solutions you check by command are sent there.',
    placeHolder: 'https://api.example.com/v1',
    value: chosenModel()?.endpoint ?? '',
    ignoreFocusOut: true,
    validateInput: value => {
      const base = normaliseBaseUrl(value);
      return 'problem' in base ? base.problem : null;
    },
  });
  const base = written === undefined ? null : normaliseBaseUrl(written);
  if (!base || 'problem' in base) return null;
  const endpoint = base.url;
  if (!(await readKey(app.context, endpoint)) && (await askKey(app.context, endpoint)) === 'cancelled') return null;
  const name = await vscode.window.showInputBox({
    title: 'LeMa: name of the model (3/3)',
    prompt: 'As the server calls it.',
    ignoreFocusOut: true,
    validateInput: value => (value.trim() ? null : 'Enter the name of a model.'),
  });
  return name?.trim() ? { endpoint, name: name.trim() } : null;
}

async function setApiKey(app: App): Promise<void> {
  const model = chosenModel();
  if (!model || model.endpoint === 'vscode') {
    return inform('Choose a model with an address first: keys belong to a server.', {
      title: 'Select Model…',
      run: () => vscode.commands.executeCommand('lema.selectModel'),
    });
  }
  const done = await askKey(app.context, model.endpoint);
  if (done !== 'cancelled') answer(done === 'kept' ? 'The key is kept in the secret storage.' : 'The key was removed.');
}
