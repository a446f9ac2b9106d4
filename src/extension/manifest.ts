/**
 * The one list of commands, settings and context keys. `contributes()` renders what package.json must hold;
 * a test fails when the two drift apart, and `node scripts/manifest.ts` writes it.
 */

export interface CommandSpec {
  readonly title: string;
  /** Second key of the chord that starts with `chord`; null when the command has no default key. */
  readonly key: string | null;
  /** `anywhere` works without an open document; `document` needs one; `hidden` is called by the extension's own links and menus. */
  readonly palette: 'anywhere' | 'document' | 'hidden';
  readonly icon?: string;
  /** A condition under which it can be run; always, without one. */
  readonly enablement?: string;
}

export const commands = {
  'lema.check': { title: 'Check Solution', key: 'c', palette: 'document', icon: '$(check)' },
  'lema.checkAll': { title: 'Check All Solutions in File', key: 'a', palette: 'document', icon: '$(check-all)' },
  'lema.nextMistake': { title: 'Next Mistake', key: 'n', palette: 'document' },
  'lema.previousMistake': { title: 'Previous Mistake', key: 'p', palette: 'document' },
  'lema.showCorrection': { title: 'Show Correction', key: 's', palette: 'document' },
  'lema.applyCorrection': { title: 'Apply Correction from This Step', key: 'enter', palette: 'document' },
  'lema.hint': { title: 'Give Me a Hint', key: 'h', palette: 'document', icon: '$(lightbulb)' },
  'lema.addNote': { title: 'Add a Note to This Step', key: 't', palette: 'document', icon: '$(note)' },
  'lema.dispute': { title: 'Dispute This Finding', key: 'd', palette: 'document' },
  'lema.selectModel': { title: 'Select Model…', key: null, palette: 'anywhere', icon: '$(server-environment)' },
  'lema.setApiKey': { title: 'Set API Key…', key: null, palette: 'anywhere', icon: '$(key)' },
  'lema.openReview': { title: 'Open Review', key: 'r', palette: 'document', icon: '$(open-preview)' },
  'lema.explain': { title: 'Explain How This Was Decided', key: 'w', palette: 'document' },
  'lema.showLog': { title: 'Show Log', key: null, palette: 'anywhere', icon: '$(output)' },
  'lema.openExample': { title: 'Open an Example', key: null, palette: 'anywhere' },
  'lema.newProblemSet': { title: 'New Problem Set', key: null, palette: 'anywhere', icon: '$(new-file)' },
  'lema.showVariant': { title: 'Show a Student’s Variant of This Set', key: null, palette: 'anywhere' },
  'lema.exportSet': { title: 'Export Problem Set…', key: null, palette: 'anywhere', icon: '$(export)' },
  'lema.checkSubmissions': { title: 'Check Submissions…', key: null, palette: 'anywhere', icon: '$(checklist)' },
  'lema.openReport': { title: 'Open Class Report', key: null, palette: 'anywhere', icon: '$(graph)' },
  'lema.overrideMark': { title: 'Give Your Own Mark…', key: null, palette: 'anywhere' },
  'lema.practise': { title: 'Practise This Mistake', key: null, palette: 'anywhere', icon: '$(target)' },
  'lema.erasePractice': { title: 'Erase My Mistakes', key: null, palette: 'anywhere', icon: '$(trash)' },
  'lema.exportPractice': { title: 'Export My Mistakes…', key: null, palette: 'anywhere' },
  'lema.learn': { title: 'Learn from Mistakes', key: null, palette: 'anywhere', icon: '$(mortar-board)' },
  'lema.reviewNext': { title: 'Review Next Correction', key: null, palette: 'anywhere' },
  'lema.trainModel': { title: 'Train a Model…', key: null, palette: 'anywhere', enablement: 'isWorkspaceTrusted' },
  'lema.confirmCorrection': { title: 'Confirm This Correction', key: null, palette: 'document', icon: '$(verified)' },
  'lema.openProblem': { title: 'Go to the Problem', key: null, palette: 'hidden' },
  'lema.openSubmission': { title: 'Open a Line of a Submission', key: null, palette: 'hidden' },
  'lema.saveNote': { title: 'Save Note', key: null, palette: 'hidden' },
  'lema.deleteNote': { title: 'Delete Note', key: null, palette: 'hidden', icon: '$(trash)' },
} as const satisfies Record<string, CommandSpec>;

export type CommandId = keyof typeof commands;

/** First key of every chord: M for mathematics. It is free in VS Code on all three systems. */
export const chord = { key: 'alt+m', mac: 'ctrl+m' } as const;

export const contextKeys = {
  /** The active editor shows a document that is checked or can be. */
  document: 'lema.document',
  /** The active document has at least one finding of a mistake. */
  hasMistake: 'lema.hasMistake',
} as const;

interface SettingSpec {
  readonly type: 'string' | 'boolean' | 'integer';
  readonly default: string | boolean | number;
  /** `machine` settings cannot come from a folder: what decides where text goes is the person's own choice. */
  readonly scope: 'window' | 'resource' | 'machine';
  readonly description: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
}

export const settings = {
  'lema.check': {
    type: 'string',
    enum: ['type', 'save', 'command'],
    default: 'type',
    scope: 'resource',
    description: 'When a solution is checked by the embedded checker.',
    enumDescriptions: ['While you type.', 'When you save the file.', 'Only when you run a LeMa command.'],
  },
  'lema.feedback': {
    type: 'string',
    enum: ['correction', 'hints'],
    default: 'correction',
    scope: 'resource',
    description: 'How much is shown of a mistake that was found.',
    enumDescriptions: [
      'The mistake, why it is one, and the correction.',
      'Only the first wrong line. Hints follow one by one when you ask; the last one is the corrected line.',
    ],
  },
  'lema.inlineNote': {
    type: 'string',
    enum: ['typeset', 'text', 'off'],
    default: 'typeset',
    scope: 'resource',
    description: 'The note after the first wrong line.',
    enumDescriptions: ['The corrected term, typeset.', 'The corrected term as plain text.', 'No note.'],
  },
  'lema.gutterIcons': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    description: 'Show beside each step whether it is right (✓), wrong (✗), not judged (?), or consistent with an earlier mistake.',
  },
  'lema.codeLens': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    description: 'Show a line of actions over each problem and over the first mistake.',
  },
  'lema.model.endpoint': {
    type: 'string',
    default: '',
    scope: 'machine',
    description:
      'Base URL of an OpenAI-compatible server (for example http://localhost:8000/v1), or "vscode" for the models that VS Code itself offers. Empty: no model is contacted. Use the command "LeMa: Select Model…" to choose.',
  },
  'lema.model.name': {
    type: 'string',
    default: '',
    scope: 'machine',
    description: 'Name of the model at the endpoint. Empty: no model is contacted.',
  },
  'lema.model.protocol': {
    type: 'string',
    enum: ['auto', 'lema', 'json'],
    default: 'auto',
    scope: 'machine',
    description: 'How the model is asked.',
    enumDescriptions: [
      'The LeMa text form for models whose name says so, a JSON schema for all others.',
      'The text form that LeMa-trained models know.',
      'A JSON schema.',
    ],
  },
  'lema.model.when': {
    type: 'string',
    enum: ['command', 'save'],
    default: 'command',
    scope: 'machine',
    description: 'When the chosen model is asked. It is never asked while you type.',
    enumDescriptions: ['Only when you run Check Solution or Check All Solutions in File.', 'Also when you save the file.'],
  },
  'lema.model.samples': {
    type: 'integer',
    minimum: 1,
    maximum: 9,
    default: 1,
    scope: 'machine',
    description: 'How many times the model is asked about one solution; with more than one, only what most replies agree on counts.',
  },
  'lema.model.deadlineSeconds': {
    type: 'integer',
    minimum: 5,
    maximum: 600,
    default: 60,
    scope: 'machine',
    description: 'How long one question to the model may take.',
  },
  'lema.learn.folder': {
    type: 'string',
    default: '.lema',
    scope: 'resource',
    description: 'The folder of corrections, reviews and training runs, from the root of the workspace and inside it.',
  },
  'lema.learn.python': {
    type: 'string',
    default: '',
    scope: 'machine',
    description:
      'A Python program that has the packages for training. Empty: the first run makes an environment with pinned packages from PyPI in your cache folder (about 8 GB).',
  },
  'lema.learn.confirmed': {
    type: 'string',
    enum: ['ask', 'keep'],
    default: 'ask',
    scope: 'machine',
    description: 'Whether a correction that you confirm is kept, without a name, to train a model.',
    enumDescriptions: ['Ask each time.', 'Keep it without asking.'],
  },
} as const satisfies Record<string, SettingSpec>;

export type SettingId = keyof typeof settings;

type Widen<T> = T extends string ? string : T extends boolean ? boolean : T extends number ? number : never;

/** The value type of a setting: its enum's members, or the type of its default. */
export type SettingValue<K extends SettingId> = (typeof settings)[K] extends { enum: readonly (infer V)[] }
  ? V
  : Widen<(typeof settings)[K]['default']>;

/** Settings that a folder which is not trusted may not change. */
export const restricted: readonly SettingId[] = (Object.keys(settings) as SettingId[]).filter(id => settings[id].scope === 'machine');

/** The parts of package.json's `contributes` that follow from the lists above. */
export function contributes(): Record<string, unknown> {
  const entries = Object.entries(commands) as [CommandId, CommandSpec][];
  return {
    commands: entries.map(([command, { title, icon, enablement }]) => ({
      command,
      title,
      category: 'LeMa',
      ...(icon ? { icon } : {}),
      ...(enablement ? { enablement } : {}),
    })),
    keybindings: entries
      .filter(([, { key }]) => key)
      .map(([command, { key }]) => ({
        command,
        key: `${chord.key} ${key}`,
        mac: `${chord.mac} ${key}`,
        when: `editorTextFocus && ${contextKeys.document}`,
      })),
    commandPalette: entries
      .filter(([, { palette }]) => palette !== 'anywhere')
      .map(([command, { palette }]) => ({ command, when: palette === 'hidden' ? 'false' : 'editorIsOpen' })),
    configuration: {
      title: 'LeMa Math Tutor',
      properties: Object.fromEntries(
        (Object.entries(settings) as [string, SettingSpec][]).map(([id, { description, ...rest }], order) => [
          id,
          { ...rest, order, markdownDescription: description },
        ]),
      ),
    },
  };
}
