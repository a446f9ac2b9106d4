import type { Log } from 'sarif';
import type { StudentResult } from '../submissions/submission.ts';

declare const __LEMA_VERSION__: string;

/** The first mistakes of all students as SARIF 2.1.0, as code hosts show it beside the lines. @param base the folder of submissions as seen from the repository's root */
export function classSarif(results: Iterable<StudentResult>, base: string): Log {
  const found = [...results].flatMap(({ results: works }) =>
    works.flatMap(({ path, mistake }) => (path !== null && mistake !== null ? [{ path, mistake }] : [])),
  );
  const ids = [...new Set(found.map(({ mistake }) => mistake.rule ?? 'does-not-follow'))];
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'lema',
            version: __LEMA_VERSION__,
            rules: ids.map(id => ({ id, shortDescription: { text: id.replaceAll('-', ' ') } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: found.map(({ path, mistake }) => ({
          ruleId: mistake.rule ?? 'does-not-follow',
          ruleIndex: ids.indexOf(mistake.rule ?? 'does-not-follow'),
          level: 'warning',
          message: { text: `${mistake.headline}. ${mistake.explanation}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: `${base}/${path}`.split(/[\\/]/).map(encodeURIComponent).join('/') },
                region: { startLine: mistake.line, startColumn: mistake.column },
              },
            },
          ],
        })),
      },
    ],
  };
}
