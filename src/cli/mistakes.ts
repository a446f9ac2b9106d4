import { allRules } from '../mistakes/catalogue.ts';
import { type Command, choice, UsageError } from './command.ts';

/** `lema mistakes list`: the mistakes that can be named. */
export const mistakes: Command = {
  options: { format: { type: 'string' } },
  async run(call) {
    const [what] = call.files;
    if (what !== 'list') throw new UsageError(`'lema mistakes list' lists the mistakes; '${what ?? ''}' is not known`);
    const rows = allRules.map(({ id, name, family }) => ({ id, name, family }));
    const asJson = choice(call, 'format', ['text', 'json'], 'text') === 'json';
    const widest = Math.max(...rows.map(r => r.id.length));
    const lines = rows.map(r => `${r.id.padEnd(widest)}  ${r.name} (${r.family})`);
    call.io.stdout.write(asJson ? `${JSON.stringify(rows, null, 2)}\n` : `${lines.join('\n')}\n`);
    return 0;
  },
};
