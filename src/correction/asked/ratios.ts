import * as Q from '../../math/rational.ts';
import type { Witness } from '../../math/witness.ts';
import type { Scene } from '../scene.ts';
import { inDigits } from './text.ts';

const MORE =
  /\b(?:more|less|fewer|times|twice|half|each|every|left|remain\w*|then|than|rest|if|gave|gives|ate|lost|added|after|before|per|area|length|side)\b|%/i;
const COUNT = /(?<![\d.,/$])(\d+)(?![\d.,/:]*\d) ([a-z]+)(?: ([a-z]+))?(?: ([a-z]+))?/gi;
const RATIO =
  /\bratio (?:of|between) (?:the )?(?:number of )?([a-z ]+?) (?:to|and) (?:the )?(?:number of )?([a-z ]+?)(?: in | as | simplified|\?|\.|,|$)/i;
const SHARE =
  /\b(?:what|which) (fraction|percent(?:age)?|part) of (?:all )?(?:the |her |his |their )?([a-z ]+?) (?:is|are|was|were) (?:the )?([a-z]+)(?:\?| |$)/i;
const SAID =
  /^(?:[^\d]*?(?:is|=|:)\s*)?\$?(\d+(?:\.\d+)?)\s*(?::|\/|to|\\colon|out of)\s*(\d+(?:\.\d+)?)\$?(?:\s*=\s*(\d+)\s*(?::|\/|to)\s*(\d+))?[.!]?$/i;

/** The ratio of two things that the problem counts, or of one to all: turned round, or with the part in the place of the whole. */
export function refutedRatio(_scene: Scene, problem: string, last: string): Witness | null {
  const text = inDigits(problem);
  if (MORE.test(text) || text.length > 240) return null;
  const [first, second, ...others] = [...text.matchAll(COUNT)].map(([, size = '', ...words]) => ({
    size: Q.rational(Number(size)),
    words: words.flatMap(word => (word === undefined || /^(?:and|in|of|the|are|is|on|at)$/i.test(word) ? [] : [stem(word)])),
  }));
  if (!first || !second || others.length > 0) return null;
  const [, a, b] = RATIO.exec(text) ?? [];
  const [, , , part] = SHARE.exec(text) ?? [];
  const total = Q.add(first.size, second.size);
  const sizeOf = (phrase: string | undefined): Q.Rational | null => {
    const words = phrase?.split(' ').map(stem) ?? [];
    if (words.some(word => /^(?:all|total|altogether|whole)$/.test(word))) return total;
    const [x, y] = [first, second].map(each =>
      each.words.some(word => words.includes(word) && !(each === first ? second : first).words.includes(word)),
    );
    return x === y ? null : x ? first.size : second.size;
  };
  const [over, under] = part === undefined ? [sizeOf(a), sizeOf(b)] : [sizeOf(part), total];
  const right = over && under && Q.divide(over, under);
  const [, m, n] = SAID.exec(last.replace(/\\frac\{(\d+)\}\{(\d+)\}/, '$1/$2')) ?? [];
  const [p, q] = [m, n].map(size => (size === undefined ? null : Q.parseDecimal(size)));
  const own = p && q && Q.divide(p, q);
  if (!right || !own || Q.equal(right, own)) return null;
  const show = (value: Q.Rational): string => `${value.n}:${value.d}`;
  return {
    kind: 'computed',
    expression: part === undefined ? `the ratio of ${a} to ${b}` : 'the part of the whole',
    value: show(right),
    written: show(own),
  };
}

const stem = (word: string): string => word.toLowerCase().replace(/(?:e?s)$/, '');
