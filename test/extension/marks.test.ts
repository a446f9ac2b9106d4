import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { createDocumentChecker } from '../../src/extension/checking/document.ts';
import { countMarks, markOf, solutionAt, stepAt } from '../../src/extension/checking/report.ts';
import { typeset } from '../../src/extension/chunks/typeset.ts';
import { decorate, type LineMark } from '../../src/extension/surfaces/previewMarks.ts';

const text =
  '# Problem\n\nSolve $3(x - 4) = 2x + 5$.\n\n# Solution\n\n1. $3x - 4 = 2x + 5$\n2. $x = 9$\n\n# Problem\n\nSolve $2x = 4$.\n\n# Solution\n\n$x = 2$\n';

describe('the marks of a document', () => {
  const report = createDocumentChecker()(text, 'markdown');
  const [first, second] = report.solutions;
  if (!first || !second) throw new Error('two solutions were expected');

  test('only the first mistake is wrong, and what it is carried into is neither right nor wrong', () => {
    expect(first.steps.map((_, index) => markOf(first, index))).toEqual(['wrong', 'carried']);
    expect(second.steps.map((_, index) => markOf(second, index))).toEqual(['right']);
    expect(countMarks(first)).toEqual({ right: 0, wrong: 1, unknown: 0, carried: 1 });
  });

  test.each<[string, string, number]>([
    ['3x - 4', 'first', 0],
    ['x = 9', 'first', 1],
    ['x = 2$', 'second', 0],
  ])('the step at %s', (place, which, index) => {
    const offset = text.indexOf(place);
    const solution = solutionAt(report, offset);
    expect(solution).toBe(which === 'first' ? first : second);
    expect(solution && stepAt(solution, offset)).toBe(index);
  });

  test('at the list number it is the step of that line', () => {
    const lineStart = text.indexOf('2. $x = 9');
    expect(stepAt(first, lineStart, lineStart + 10)).toBe(1);
  });

  test('nothing in a report is more than plain data', () => expect(structuredClone(report)).toEqual(JSON.parse(JSON.stringify(report))));
});

describe('the Markdown preview', () => {
  const mark = (line: number, kind: LineMark['mark'], note: string | null = null): LineMark => ({
    line,
    lastLine: line,
    mark: kind,
    sign: '*',
    label: kind,
    note,
    steps: [],
  });

  /** Renders with marks. */
  function check(source: string, marks: readonly LineMark[]): string {
    const md = new MarkdownIt();
    md.renderer.rules.lema_html = (tokens, index) => tokens[index]?.content ?? '';
    const tokens = md.parse(source, {});
    const before = JSON.stringify(tokens);
    const html = md.renderer.render(
      decorate(tokens, marks, found => found.replace(/</g, '&lt;')),
      md.options,
      {},
    );
    expect(JSON.stringify(tokens)).toBe(before);
    return html;
  }

  test('marks a list item', () =>
    expect(check('1. a\n2. b\n', [mark(1, 'right')])).toMatch(
      /<li>a<\/li>\s*<li><span class="lema-mark lema-right"[^>]*>\*<\/span> b<\/li>/,
    ));
  test('strikes the wrong line of a paragraph and no other', () =>
    expect(check('a\nb\nc\n', [mark(1, 'wrong', 'no')])).toMatch(
      /<p>a\n<span class="lema-mark lema-wrong"[^>]*>\*<\/span> <span class="lema-wrong">b<\/span><span class="lema-note" role="note">no<\/span>\nc<\/p>/,
    ));
  test('escapes what is said', () => expect(check('a\n', [mark(0, 'wrong', '<script>')])).not.toContain('<script>'));
  test('leaves other blocks as they are', () => expect(check('a\n\nb\n', [])).toBe('<p>a</p>\n<p>b</p>\n'));
});

describe('typesetting', () => {
  const picture = (tex: string, maxHeight?: number) =>
    typeset(tex, { color: '#000', size: 14, ...(maxHeight === undefined ? {} : { maxHeight }) });

  test.each([
    '2x + 3 = 7',
    '\\frac{3}{4}',
    '\\sqrt{b^2 - 4ac}',
    '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}',
    'x = 0 \\text{ or } x = 5',
  ])('%s is a picture', tex => {
    const { uri, width, height } = picture(tex) ?? { uri: '', width: 0, height: 0 };
    const svg = Buffer.from(uri.replace(/^data:image\/svg\+xml;base64,/, ''), 'base64').toString();
    expect(svg).toMatch(/^<svg [^>]*><foreignObject[\s\S]*<math[\s\S]*<\/svg>$/);
    expect(svg).not.toContain('<annotation');
    expect(width).toBeGreaterThan(8);
    expect(height).toBeGreaterThan(15);
  });

  test('what is taller than its line is scaled down', () => {
    expect(picture('\\frac{\\frac{1}{2}}{3}')?.height).toBeGreaterThan(19);
    expect(picture('\\frac{\\frac{1}{2}}{3}', 19)?.height).toBe(19);
  });

  test.each(['\\frac{1}{', '\\undefinedcommand{x}', '\\href{javascript:alert(1)}{x}'])('%s is none, or harmless', tex => {
    const made = picture(tex);
    const svg = made ? Buffer.from(made.uri.split(',')[1] ?? '', 'base64').toString() : '';
    expect(svg).not.toMatch(/href=|javascript/);
  });
});
