import type { Log } from 'sarif';
import type { Correction } from '../../correction/records.ts';
import { headline, mistakeOf, type Report, type Unreadable } from '../report.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0: one result for each first mistake, its correction as a fix; unreadable files as tool notifications. */
export function formatSarif(reports: readonly Report[], unreadable: readonly Unreadable[]): string {
  const found = reports.flatMap(r => {
    const correction = mistakeOf(r);
    return correction === null ? [] : [{ r, correction, rule: correction.mistake ?? 'does-not-follow' }];
  });
  const rules = [...new Set(found.map(f => f.rule))].map(id => ({ id, shortDescription: { text: id.replaceAll('-', ' ') } }));
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'lema', version: __LEMA_VERSION__, rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: unreadable.length === 0,
            toolExecutionNotifications: unreadable.map(u => ({
              level: 'error',
              message: { text: u.message },
              locations: [{ physicalLocation: { artifactLocation: { uri: uri(u.file) } } }],
            })),
          },
        ],
        results: found.map(({ r, correction, rule }) => ({
          ruleId: rule,
          ruleIndex: rules.findIndex(known => known.id === rule),
          level: correction.evidence === 'model' ? 'warning' : 'error',
          message: { text: messageOf(correction) },
          locations: [{ physicalLocation: physical(r) }],
          properties: { evidence: correction.evidence, correctSteps: correction.correctSteps, answer: correction.answer },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function messageOf(c: Correction): string {
  const steps = c.correctSteps.length > 0 ? ` Correct from here: ${c.correctSteps.join(' ; ')}.` : '';
  return `${headline(c)}. ${c.explanation}${steps}`;
}

function physical(r: Report) {
  const { line, column, endLine, endColumn } = r.place;
  return {
    artifactLocation: { uri: uri(r.file) },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

function uri(file: string): string {
  const path = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${path}` : path;
}
