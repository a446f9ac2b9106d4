import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lema } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'lema-'));
const document = (name: string, ...lines: string[]) => {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
};

const HEAD = ['# Problem', '', 'Solve $2x + 3 = 7$.', '', '# Solution', '', '1. $2x + 3 = 7$'];
const wrong = document('wrong.md', ...HEAD, '2. $2x = 10$', '3. $x = 5$');
const right = document('right.md', ...HEAD, '2. $2x = 4$', '3. $x = 2$');
const hostile = document(
  'hostile.md',
  '# Problem',
  '',
  '<script>alert(1)</script> Solve $2x = 6$.',
  '',
  '# Solution',
  '',
  '1. $2x = 6$',
  '2. $x = 4$ <img src=x onerror=alert(1)>',
);

describe('lema check', () => {
  it('names file, line and column, with a caret under the term, and exits 1', async () => {
    const { code, out } = await lema(['check', wrong]);
    expect(code).toBe(1);
    expect(out).toContain('wrong.md:8:');
    expect(out).toMatch(/2\. \$2x = 10\$\n\s+\^/);
    expect(out).toContain('x = 2');
  });

  it('says of a right solution that no mistake was found, and exits 0', async () => {
    const { code, out } = await lema(['check', right]);
    expect({ code, accused: /first mistake/.test(out) }).toEqual({ code: 0, accused: false });
  });

  it('keeps the rest of the hints to itself with --hints', async () => {
    const { out } = await lema(['check', '--hints', wrong]);
    expect(out).toContain('Hint 1:');
    expect(out).not.toContain('2x = 4');
  });

  it('checks the other files when one is missing, and exits 2', async () => {
    const { code, out } = await lema(['check', join(folder, 'nowhere.md'), wrong]);
    expect({ code, found: out.includes('wrong.md:8:'), said: out.includes('no such file') }).toEqual({ code: 2, found: true, said: true });
  });

  it('writes JSON with the finding and a verdict on every step', async () => {
    const { out } = await lema(['check', '--format', 'json', wrong]);
    const { solutions } = JSON.parse(out);
    expect(solutions[0].finding.correction).toMatchObject({ step: 1, evidence: 'proved' });
    expect(solutions[0].steps.map((s: { verdict: { kind: string } }) => s.verdict.kind)).toEqual(['follows', 'wrong', 'follows']);
  });

  it('writes SARIF with the place in UTF-16 columns', async () => {
    const { out } = await lema(['check', '--format', 'sarif', wrong, right]);
    const { version, runs } = JSON.parse(out);
    expect(version).toBe('2.1.0');
    expect(runs[0].results).toHaveLength(1);
    expect(runs[0].results[0].locations[0].physicalLocation.region).toMatchObject({ startLine: 8, endLine: 8 });
    expect(runs[0].tool.driver.rules[runs[0].results[0].ruleIndex].id).toBe(runs[0].results[0].ruleId);
  });

  it('writes one HTML page in which nothing of the document is markup', async () => {
    const { out } = await lema(['check', '--format', 'html', hostile]);
    expect(out).toContain('<math');
    expect(out).not.toMatch(/<script|<img/);
    expect(out).toContain("default-src 'none'");
    const money = document('money.md', '# Problem', '', 'A pen at $4 and a cap at $12. In all?', '', '# Solution', '', '1. $4 + $12 = $16');
    expect((await lema(['check', '--format', 'html', money])).out).not.toContain('<math');
  });
});
