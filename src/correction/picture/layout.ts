import type { Chain, ChainInput, ChainLink, ChainMark } from './chain.ts';
import { type Lane, lanesOf } from './lanes.ts';
import { type Measure, wrapped } from './text.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly text: string;
  readonly role: 'badge' | 'words' | 'value';
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  readonly kind: 'given' | 'result';
  readonly mark: ChainMark;
}

export interface Operation extends Point {
  readonly sign: string;
  readonly mark: ChainMark;
}

/** A way of corners from a quantity to an operation, or from an operation to its result. */
export interface Path {
  readonly points: readonly Point[];
  readonly mark: ChainMark;
  readonly arrow: boolean;
}

/** Where everything stands, in pixels. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly operations: readonly Operation[];
  readonly paths: readonly Path[];
  /** Where a line that comes from a result joins another. */
  readonly joints: readonly Point[];
}

export const RADIUS = 13;
export const PADDING = 7;
export const SIZES: Readonly<Record<Line['role'], { readonly size: number; readonly height: number; readonly bold: boolean }>> = {
  badge: { size: 12, height: 16, bold: true },
  words: { size: 12, height: 15, bold: false },
  value: { size: 13, height: 17, bold: true },
};

const EDGE = 2;
const GAP = 6;
const CHANNEL = 24;
const BETWEEN = 14;
const LANE = 9;
const NARROWEST = 200;

/**
 * A chain from top to bottom: in each row what is given on the left, the operation, and its result on the right. A result that the next operation takes
 * leads down into it; what is taken later runs down a lane at the right edge. Nothing overlaps at any width from 200 pixels on.
 */
export function layoutOf(chain: Chain, wanted: number, measure: Measure): Picture {
  const width = Math.max(NARROWEST, wanted);
  const { lanes, inputsOf } = lanesOf(chain, width < 330 ? 3 : 6);
  const across = Math.max(-1, ...lanes.map(({ at }) => at)) + 1;
  const right = width - EDGE - (across === 0 ? 0 : 6 + across * LANE);
  const anyGiven = chain.some((_, i) => inputsOf(i).length > 0);
  const space = width < 330 ? 11 : 18;
  const free = right - EDGE - 2 * RADIUS - space * (anyGiven ? 2 : 1);
  const givenWidth = anyGiven ? Math.floor(free * 0.42) : 0;
  const middle = EDGE + givenWidth + (anyGiven ? space : 0) + RADIUS;
  const resultX = middle + RADIUS + space;
  const resultWidth = right - resultX;

  const boxes: Box[] = [];
  const operations: Operation[] = [];
  const paths: Path[] = [];
  const joints: Point[] = [];
  const results: Box[] = [];
  let y = EDGE;
  for (const [index, link] of chain.entries()) {
    const { mark } = link;
    const fromAbove = link.inputs.some(input => 'from' in input) && index > 0;
    const channel = y + (index === 0 ? 0 : 8);
    if (index > 0) y += fromAbove ? CHANNEL : BETWEEN;
    const lines = resultLines(link, resultWidth, measure);
    const givens = inputsOf(index).map(input => boxFor(givenLines(input, givenWidth, measure), EDGE, givenWidth, 'given', mark));
    const givensHeight = givens.reduce((sum, { height }) => sum + height + GAP, -GAP);
    const result = boxFor(lines, resultX, resultWidth, 'result', mark);
    const height = Math.max(givensHeight, result.height, 2 * RADIUS);
    const centre = y + height / 2;
    const placed = { ...result, y: centre - result.height / 2 };
    results.push(placed);
    let top = centre - givensHeight / 2;
    const bend = middle - RADIUS - space / 2;
    for (const given of givens) {
      boxes.push({ ...given, y: top, mark: 'plain' });
      const from = { x: EDGE + givenWidth, y: top + given.height / 2 };
      paths.push({ points: [from, { x: bend, y: from.y }, { x: bend, y: centre }, { x: middle - RADIUS, y: centre }], mark, arrow: true });
      top += given.height + GAP;
    }
    boxes.push(placed);
    y += height;
    if (link.inputs.length === 0) continue;
    operations.push({ x: middle, y: centre, sign: link.sign, mark });
    paths.push({
      points: [
        { x: middle + RADIUS, y: centre },
        { x: resultX, y: centre },
      ],
      mark,
      arrow: true,
    });
    const into = { x: middle, y: centre - RADIUS };
    const above = results[index - 1];
    if (above && link.inputs.some(input => 'from' in input && input.from === index - 1)) {
      const out = { x: resultX + 16, y: above.y + above.height };
      paths.push({ points: [out, { x: out.x, y: channel }, { x: middle, y: channel }, into], mark, arrow: true });
    }
    const lane = lanes.find(({ target }) => target === index);
    if (lane) joints.push(...laneInto(lane, { results, right, channel, into, mark }, paths));
  }
  return { width, height: y + EDGE, boxes, operations, paths, joints };
}

interface Target {
  readonly results: readonly Box[];
  readonly right: number;
  readonly channel: number;
  readonly into: Point;
  readonly mark: ChainMark;
}

/** The ways of a lane's results into their operation; where they join it. */
function laneInto({ at, sources }: Lane, { results, right, channel, into, mark }: Target, paths: Path[]): Point[] {
  const x = right + 6 + at * LANE + LANE / 2;
  const joints: Point[] = [];
  for (const [i, source] of sources.entries()) {
    const box = results[source];
    if (!box) continue;
    const y = box.y + box.height / 2 + (at - 1) * 3;
    const stub = [
      { x: right, y },
      { x, y },
    ];
    if (i > 0) joints.push({ x, y });
    paths.push({ points: i > 0 ? stub : [...stub, { x, y: channel }, { x: into.x, y: channel }, into], mark, arrow: i === 0 });
  }
  return joints;
}

function boxFor(lines: readonly Line[], x: number, width: number, kind: Box['kind'], mark: Box['mark']): Box {
  const height = lines.reduce((sum, { role }) => sum + SIZES[role].height, 2 * PADDING - 3);
  return { x, y: 0, width, height, lines, kind, mark };
}

/** What a box says of a given quantity. A result too far away for a lane is named by its line. */
const givenLines = (input: GivenInput, width: number, measure: Measure): Line[] => [
  ...linesOf(input.words, 'words', width, measure, 4),
  ...linesOf(input.label, 'value', width, measure, 3),
];

type GivenInput = Exclude<ChainInput, { from: number }>;

const BADGES: Readonly<Partial<Record<ChainMark, string>>> = {
  wrong: '✗ first mistake',
  corrected: '✓ corrected',
  added: '+ step left out',
};

function resultLines({ mark, words, expression, label, line, unused }: ChainLink, width: number, measure: Measure): Line[] {
  const lead = [line === null ? '' : `${line}.`, words].filter(Boolean).join(' ');
  return [
    ...linesOf((line !== null || expression !== '' ? BADGES[mark] : '') ?? '', 'badge', width, measure, 2),
    ...linesOf(lead, 'words', width, measure, 4),
    ...linesOf(expression === '' ? '' : `${expression} =`, 'words', width, measure, 3),
    ...linesOf(label, 'value', width, measure, 3),
    ...linesOf(unused ? 'not used below' : '', 'words', width, measure, 2),
  ];
}

function linesOf(text: string, role: Line['role'], width: number, measure: Measure, most: number): Line[] {
  const { size, bold } = SIZES[role];
  const fits = (line: string, room: number) => measure(line, size, bold) <= room;
  return text === '' ? [] : wrapped(text, width - 2 * PADDING, fits, most).map(line => ({ text: line, role }));
}
