import { checkSolution } from '../correction/check.ts';
import { type Call, type Command, choice, text, UsageError } from './command.ts';
import { readSources } from './files.ts';
import { type Report, report, type Unreadable } from './report.ts';

const FORMATS = ['text', 'json', 'sarif', 'html'] as const;

type Format = (typeof FORMATS)[number];

export const check: Command = {
  options: {
    format: { type: 'string' },
    hints: { type: 'boolean' },
    model: { type: 'string' },
    endpoint: { type: 'string' },
    protocol: { type: 'string' },
    samples: { type: 'string' },
    deadline: { type: 'string' },
  },
  async run(call) {
    const format = choice(call, 'format', FORMATS, 'text');
    if (call.files.length === 0) throw new UsageError("name at least one file to check: 'lema check homework.md'");
    const { reports, unreadable } = await checkFiles(call);
    call.io.stdout.write(await render(format, reports, unreadable, call.values.hints === true));
    for (const { file, message } of format === 'text' ? [] : unreadable) call.io.stderr.write(`lema: ${file}: ${message}\n`);
    if (unreadable.length > 0) return 2;
    return reports.some(r => r.checked.finding.kind === 'mistake') ? 1 : 0;
  },
};

async function checkFiles(call: Call): Promise<{ reports: Report[]; unreadable: Unreadable[] }> {
  const reports: Report[] = [];
  const unreadable: Unreadable[] = [];
  const name = text(call, 'model');
  const model = name === undefined ? null : await (await import('./model.ts')).openModel(name, call);
  for (const file of call.files) {
    const read = readSources(file);
    if ('message' in read) {
      unreadable.push(read);
      continue;
    }
    for (const { source, solutions } of read.sources) {
      for (const solution of solutions) {
        const began = performance.now();
        const symbolic = checkSolution(solution);
        const { checked, trouble = undefined } = model === null ? { checked: symbolic } : await model.judge(solution, symbolic);
        reports.push(report(source, solution, checked, performance.now() - began, trouble));
      }
    }
  }
  return { reports, unreadable };
}

async function render(format: Format, reports: Report[], unreadable: Unreadable[], hints: boolean): Promise<string> {
  switch (format) {
    case 'text':
      return (await import('./format/text.ts')).formatText(reports, unreadable, { hints });
    case 'json':
      return (await import('./format/json.ts')).formatJson(reports, unreadable);
    case 'sarif':
      return (await import('./format/sarif.ts')).formatSarif(reports, unreadable);
    case 'html':
      return (await import('./format/html.ts')).formatHtml(reports, unreadable);
  }
}
