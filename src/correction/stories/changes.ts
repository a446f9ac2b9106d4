import { fact, type Story, type StoryReader, type Trap } from './story.ts';

const UP =
  /\b(?:increas|rais|rise|rose|risen|grow|grew|grown|up\b|higher|more|mark(?:s|ed)? ?(?:it |them )?up|mark-?up|add|gain|vat|tax|surcharge|dearer)\w*/;
const DOWN =
  /\b(?:decreas|reduc|discount|lower|fall|fell|drop|cut|off\b|down\b|los[est]|less|cheaper|shrink|shrank|declin|depreciat|sale)\w*/;

/** A change by a percentage of what is there then. */
interface Change {
  readonly percent: number;
  readonly sign: 1 | -1;
}

/** The sign of each percentage by the words of its own clause; one without such a word goes on in the direction before. */
export function changesIn(text: string): readonly Change[] | null {
  const found: Change[] = [];
  for (const clause of text.split(/[,;.?!]\s|\b(?:and|then|but|before|after which)\b/)) {
    const [percent, ...more] = [...clause.matchAll(/(\d+(?:\.\d+)?)%/g)].map(match => Number(match[1]));
    if (percent === undefined) continue;
    const [up, down] = [UP.test(clause), DOWN.test(clause)];
    const sign = up === down ? (up ? null : (found.at(-1)?.sign ?? null)) : up ? 1 : -1;
    if (more.length > 0 || sign === null || percent >= 100) return null;
    found.push({ percent, sign });
  }
  return found;
}

/** Words that make a percentage one of something else, or repeat it. */
const OTHERWISE =
  /% of (?!the (?:new|then|reduced|sale|january|remaining))|\b(?:each|every|per|original\w*|interest|profit|commission|concentration|solution|mixture|times|only|of (?:the )?(?:students|pupils|people|voters)|how many (?:years|months)|instead|compared)\b/;
const VALUE =
  /\b(?:price|prices|cost|costs|worth|value|pay|pays|paid|population|inhabitants|people|members|salary|wages?|earns?|rent|number|visitors|final|now|sold|weigh\w*|bill|sales)\b/;

/** Each value on the way from one amount through percentages of what is there then. */
function chained(start: number, changes: readonly Change[]): Story {
  const values = [start];
  const steps: number[] = [];
  let factor = 1;
  const factors: number[] = [];
  for (const { percent, sign } of changes) {
    const before = values.at(-1) ?? start;
    const by = 1 + (sign * percent) / 100;
    factor *= by;
    steps.push((before * percent) / 100);
    values.push(before * by);
    factors.push(by, 1 - by, factor, percent);
  }
  const end = values.at(-1) ?? start;
  const [one, two] = changes;
  const both = one && two ? joined(one, two, start) : [];
  const way = [...values.slice(1), ...steps, ...factors, start / 100, ...values.slice(1).map(value => value / 100)];
  const nouns =
    '(?:final|new|sale|selling) (?:price|value)|costs?|price|worth|value|inhabitants|population|pays?|sold for|salary|rent|bill';
  return {
    asked: { value: Number(end.toPrecision(12)), nouns: new RegExp(`\\b(?:${nouns})\\b`) },
    facts: [fact('final (?:price|value|cost|salary|population|rent)|price in the end', end), fact(nouns, end, ...values)],
    amounts: [],
    way: [...way, end - start, start - end],
    traps: both,
  };
}

const sum = (a: string, b: string, sign: string): RegExp =>
  new RegExp(`(?<![\\d.])[-+]? ?${a}% ?(?:${sign}|and) ?[-+]?${b}% ?(?:=|is|are|cancel|balance|make)(?!.*\\d[·*×]\\d)`);

/** Percentages that are added, and the second one taken of the first amount. */
function joined(one: Change, two: Change, start: number): Trap[] {
  const [a, b] = [one, two].map(({ percent }) => String(percent).replace('.', '\\.'));
  const wrong = (start * two.percent) / 100;
  const instead = `${two.percent}% of ${Number((start * (1 + (one.sign * one.percent) / 100)).toPrecision(8))}`;
  const words = (two.sign === 1 ? UP : DOWN).source;
  return [
    { pattern: sum(a ?? '', b ?? '', two.sign === one.sign ? '\\+' : '[-+]'), instead },
    ...(one.sign === two.sign
      ? []
      : [
          {
            pattern: new RegExp(
              `${words}[^.;]*?${b}%[^\\d;.]*?(?:[-+=] ?|is |by )(?:${start}[^\\d]*= ?)?${String(wrong).replace('.', '\\.')}(?![\\d%]|\\.\\d)`,
            ),
            instead,
          },
        ]),
  ];
}

/** One amount that changes by two or more percentages, one after the other. */
export const CHANGES: StoryReader = ({ text: whole, question, numbers: all }) => {
  const percents = whole.match(/\d+(?:\.\d+)?%/g)?.length ?? 0;
  const text = whole.replace(
    new RegExp(`\\b(?:after|in|over|these|those|the|both) ${percents} (?=years|months|days|weeks|changes|steps)`),
    '',
  );
  const numbers = all - (text === whole ? 0 : 1);
  if (percents < 2 || percents !== numbers - 1 || OTHERWISE.test(text) || !VALUE.test(question) || /\bpercent|%|\bbefore\b/.test(question))
    return null;
  const amount = /(?<![\d.])(\d+(?:\.\d+)?)(?![\d%]|\.\d)/.exec(text)?.[1];
  const changes = amount === undefined ? null : changesIn(text);
  return changes && changes.length === percents ? chained(Number(amount), changes) : null;
};
