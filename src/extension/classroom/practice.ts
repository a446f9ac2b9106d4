import * as vscode from 'vscode';
import type { Problem } from '../../classroom/set/set.ts';
import type { App, Feature } from '../app.ts';
import { firstMistake } from '../checking/report.ts';
import type { Memory } from '../chunks/practice.ts';
import { answer, inform } from '../notify.ts';
import { register } from '../register.ts';
import { asPointer, target } from '../target.ts';
import { type Classroom, classroom, findSets } from './load.ts';
import { dueAt, type Slip, slipsByRule } from './schedule.ts';

const KEY = 'lema.practice';
/** Slips that are remembered; the oldest go first. */
const MOST = 2_000;

const memoryOf = async (app: App): Promise<Memory> => (await import('../chunks/practice.ts')).readMemory(app.context.globalState.get(KEY));

/** The student's own mistakes, kept on this machine only: a view of which slip and when, and exercises on exactly those, spaced over days. */
export const practice: Feature = {
  name: 'practice',
  start: app => {
    const changed = new vscode.EventEmitter<void>();
    const save = async (memory: Memory): Promise<void> => {
      await app.context.globalState.update(KEY, memory);
      changed.fire();
    };
    return vscode.Disposable.from(
      changed,
      app.store.onDidChange(uri => void remember(app, uri, save)),
      vscode.window.registerTreeDataProvider('lema.myMistakes', treeOf(app, changed.event)),
      register(app, 'lema.practise', value => practise(app, value, save)),
      register(app, 'lema.erasePractice', () => erase(save)),
      register(app, 'lema.exportPractice', () => exportMemory(app)),
    );
  },
};

/** Notes each first mistake with a known cause once: the same line in the same words is one slip, however often it is checked. */
async function remember(app: App, uri: vscode.Uri, save: (memory: Memory) => Promise<void>): Promise<void> {
  const entry = app.store.get(uri);
  if (!entry || uri.scheme === 'git' || entry.report.solutions.every(solution => firstMistake(solution) < 0)) return;
  const memory = await memoryOf(app);
  const known = new Set(memory.slips.map(slip => `${slip.rule}\0${slip.line}`));
  const fresh = entry.report.solutions.flatMap((solution): Slip[] => {
    const line = solution.steps[firstMistake(solution)]?.text.trim();
    if (line === undefined || solution.finding.kind !== 'mistake' || solution.mistakeName === null) return [];
    const rule = solution.finding.correction.mistake;
    return rule === null || known.has(`${rule}\0${line}`) ? [] : [{ rule, name: solution.mistakeName, at: Date.now(), line }];
  });
  if (fresh.length > 0) await save({ ...memory, slips: [...memory.slips, ...fresh].slice(-MOST) });
}

function treeOf(app: App, onDidChangeTreeData: vscode.Event<void>): vscode.TreeDataProvider<string> {
  const rules = async () => slipsByRule((await memoryOf(app)).slips);
  return {
    onDidChangeTreeData,
    getChildren: async parent => (parent === undefined ? [...(await rules()).keys()] : []),
    async getTreeItem(rule) {
      const { practised } = await memoryOf(app);
      const slips = (await rules()).get(rule) ?? [];
      const due = dueAt(practised[rule] ?? []);
      const item = new vscode.TreeItem(slips[0]?.name ?? rule);
      const when = due <= Date.now() ? 'practise today' : `next ${new Date(due).toLocaleDateString()}`;
      item.description = `${slips.length} ${slips.length === 1 ? 'time' : 'times'}, ${when}`;
      item.tooltip = slips
        .slice(-5)
        .map(slip => `${new Date(slip.at).toLocaleDateString()}: ${slip.line}`)
        .join('\n');
      item.iconPath = new vscode.ThemeIcon(due <= Date.now() ? 'target' : 'history');
      item.command = { command: 'lema.practise', title: 'Practise This Mistake', arguments: [{ rule }] };
      item.accessibilityInformation = { label: `${slips[0]?.name ?? rule}, ${item.description}` };
      return item;
    },
  };
}

/** Opens three exercises on a mistake: two problems in which it is easily made, one of them from a set of the folder where there is one, and a solution in which it was. */
async function practise(app: App, value: unknown, save: (memory: Memory) => Promise<void>): Promise<void> {
  const rule = await ruleFor(app, value);
  const room = rule === null ? null : await classroom();
  if (rule === null || !room) return;
  const memory = await memoryOf(app);
  const rounds = memory.practised[rule] ?? [];
  const rows = [0, 1, 2].flatMap(i => room.plantedProblem(seedOf(rule) + 3 * rounds.length + i, { rule }) ?? []);
  const [first, second, third] = rows;
  if (!first || !second || !third) return inform('There are no exercises for this mistake yet.');
  const own = room.practiceFrom(await problemsHere(room), rule, rounds.length);
  const name = slipsByRule(memory.slips).get(rule)?.[0]?.name ?? 'this mistake';
  const content = [
    `# Practice: ${name}`,
    '',
    '## Problem 1',
    '',
    first.right.problem,
    '',
    '### Solution',
    '',
    '',
    own === null ? '## Problem 2' : `## Problem 2: ${own.title}`,
    '',
    own?.text ?? second.right.problem,
    '',
    '### Solution',
    '',
    '',
    '## Find the mistake',
    '',
    `One line of this solution does not follow. Which one, and what should stand there? The problem: ${third.row.problem}`,
    '',
    '```text',
    ...third.row.steps.map((step, i) => `${i + 1}. ${step}`),
    '```',
    '',
    'Say in your own words what went wrong:',
    '',
  ].join('\n');
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  await save({ ...memory, practised: { ...memory.practised, [rule]: [...rounds, Date.now()] } });
}

/** The problems of all sets of the open folders. */
async function problemsHere({ readSet }: Classroom): Promise<readonly Problem[]> {
  const documents = await Promise.all((await findSets()).map(uri => vscode.workspace.openTextDocument(uri)));
  return documents.flatMap(document => readSet(document.getText()).set.problems);
}

/** The rule of a link or of the mistake at the cursor; else one that is picked, those that are due first. */
async function ruleFor(app: App, value: unknown): Promise<string | null> {
  if (typeof value === 'object' && value !== null && 'rule' in value && typeof value.rule === 'string') return value.rule;
  if (vscode.window.activeTextEditor) {
    const found = app.checking.isSolution(vscode.window.activeTextEditor.document) ? await target(app, asPointer(value)) : null;
    const finding = found?.solution.finding;
    if (finding?.kind === 'mistake' && finding.correction.mistake !== null) return finding.correction.mistake;
  }
  const memory = await memoryOf(app);
  const items = [...slipsByRule(memory.slips)].map(([rule, slips]) => ({
    label: slips[0]?.name ?? rule,
    description: `${slips.length}×`,
    rule,
    due: dueAt(memory.practised[rule] ?? []),
  }));
  if (items.length === 0) {
    inform('No mistake of yours was seen yet. Check a solution first.');
    return null;
  }
  const picked = await vscode.window.showQuickPick(
    items.sort((a, b) => a.due - b.due),
    { title: 'Which mistake do you want to practise?' },
  );
  return picked?.rule ?? null;
}

function seedOf(rule: string): number {
  let seed = 7;
  for (const letter of rule) seed = (seed * 31 + letter.charCodeAt(0)) % 100_000;
  return seed;
}

async function erase(save: (memory: Memory) => Promise<void>): Promise<void> {
  const yes = 'Erase';
  if ((await vscode.window.showWarningMessage('Erase everything that is remembered of your mistakes?', { modal: true }, yes)) !== yes)
    return;
  await save({ slips: [], practised: {} });
  answer('Your mistakes are forgotten.');
}

async function exportMemory(app: App): Promise<void> {
  const uri = await vscode.window.showSaveDialog({ filters: { JSON: ['json'] }, title: 'Where to write your mistakes' });
  if (!uri) return;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${JSON.stringify(await memoryOf(app), null, 2)}\n`));
  answer('Your mistakes are written.');
}
