import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chain, ChainMark } from '../../../src/correction/picture/chain.ts';
import { type Box, layoutOf, type Picture } from '../../../src/correction/picture/layout.ts';
import { svgOf } from '../../../src/correction/picture/svg.ts';
import { estimate } from '../../../src/correction/picture/text.ts';

const words = fc.constantFrom('', 'each ticket costs', 'what is left after 25%', 'Donaudampfschifffahrtsgesellschaft', '<b>&"\'', 'in all');
const label = fc.constantFrom('4', '$7.50', '24 pupils', '120000000 kg of potatoes', '¾');
const mark = fc.constantFrom<ChainMark>('plain', 'wrong', 'carried', 'corrected', 'added');

/** A chain of up to 12 links that take any earlier results. */
const chains = fc.array(
  fc.record({ words, label, mark, picks: fc.array(fc.nat(99), { minLength: 1, maxLength: 5 }), unused: fc.boolean() }),
  {
    minLength: 1,
    maxLength: 12,
  },
);

const widths = fc.integer({ min: 200, max: 600 });

const chainOf = (raw: typeof chains extends fc.Arbitrary<infer T> ? T : never): Chain =>
  raw.map(({ picks, ...link }, index) => ({
    ...link,
    sign: '×',
    expression: '24 × 7.50',
    line: index + 1,
    inputs: picks.map(pick => (index > 0 && pick % 3 > 0 ? { from: pick % index } : { label: link.label, words: link.words })),
  }));

const apart = (a: Box, b: Box): boolean => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

/** Every piece of a way against every box: its two ends may stand at an edge, the way may go through none. */
const crossings = ({ paths, boxes }: Picture): number =>
  paths.flatMap(({ points }) =>
    points.slice(1).flatMap((to, i) => {
      const from = points[i] ?? to;
      const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
      const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
      return boxes.filter(box => left < box.x + box.width && right > box.x && top < box.y + box.height && bottom > box.y);
    }),
  ).length;

describe('at every width', () => {
  const holds = (title: string, law: (picture: Picture) => void) =>
    it(title, () => fc.assert(fc.property(chains, widths, (raw, width) => law(layoutOf(chainOf(raw), width, estimate)))));

  holds('no two boxes overlap', ({ boxes }) => {
    for (const [i, box] of boxes.entries()) for (const other of boxes.slice(i + 1)) expect(apart(box, other)).toBe(true);
  });
  holds('everything is inside the picture', ({ width, height, boxes, paths }) => {
    const corners = [
      ...boxes.flatMap(box => [box, { x: box.x + box.width, y: box.y + box.height }]),
      ...paths.flatMap(({ points }) => points),
    ];
    for (const { x, y } of corners) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
  });
  holds('no way goes through a box', picture => {
    expect(crossings(picture)).toBe(0);
  });
  holds('every line of a box fits into it', ({ boxes }) => {
    for (const { lines, width } of boxes)
      for (const { text } of lines) expect([...text].length === 1 || estimate(text, 12, false) <= width).toBe(true);
  });
});

it('the picture is a named and described image, with every text escaped and nothing that a strict policy refuses', () =>
  fc.assert(
    fc.property(chains, raw => {
      const svg = svgOf(chainOf(raw), { id: 'p', title: 'A "title" <x>', width: 300, measure: estimate });
      expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="p-title p-desc"/);
      expect(svg).toContain('<title id="p-title">A &#34;title&#34; &#60;x&#62;</title>');
      expect(svg.replace(/<\/?(?:svg|title|desc|g|rect|circle|path|text)\b(?: [a-zA-Z-]+="[^"<>]*")*\/?>/g, '')).not.toMatch(/[<>"']/);
      expect(svg).not.toMatch(/\s(?:style|on[a-z]+|href)=/);
    }),
  ));

it('the wrong one is told by a word and a double frame, not by colour alone', () => {
  const link = { sign: '+', expression: '2 + 3', words: '', label: '5', line: 1, unused: false, inputs: [{ label: '2', words: '' }] };
  const svg = svgOf([{ ...link, mark: 'wrong' }], { id: 'p', title: 't', width: 300, measure: estimate });
  expect(svg).toContain('✗ first mistake');
  expect(/<g class="box result wrong">(<rect[^>]*>){2}/.test(svg)).toBe(true);
});
