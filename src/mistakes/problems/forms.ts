import { decimal, fraction, letter, plus, plusTimes, rewrite, type Templates, times } from './draw.ts';

/** Expressions whose form tempts to a rule of its own. */
export const forms: Templates = {
  'equal terms': draw => {
    const x = letter(draw);
    const [b, c] = [draw.number(2, 9), draw.number(2, 9)];
    return rewrite(draw.pick(['Simplify', 'Collect like terms in']), `${x} + ${x}${plus(b)} + ${c}`, [
      `2${x}${plus(b)} + ${c}`,
      `2${x}${plus(b + c)}`,
    ]);
  },
  'letter taken away once': draw => {
    const x = letter(draw);
    const [a, b, c] = [draw.number(2, 9), draw.number(3, 9), draw.number(-9, 9)];
    return rewrite('Simplify', `${a}${x}^2 + ${b}${x} - ${x}${plus(c)}`, [`${a}${x}^2 + ${b - 1}${x}${plus(c)}`]);
  },
  'fraction split in two': draw => {
    const x = letter(draw);
    const [a, b] = [draw.number(2, 9), draw.number(2, 9)];
    return rewrite('Simplify', `(${x} + ${a})/${x} + ${b}${x}`, [`${x}/${x} + ${a}/${x} + ${b}${x}`, `1 + ${a}/${x} + ${b}${x}`]);
  },
  'difference turned round': draw => {
    const x = letter(draw);
    const [a, b] = [draw.number(2, 9), draw.number(2, 9)];
    return rewrite('Simplify', `(${x} - ${a})/(${a} - ${x}) + ${b}${x}`, [`-1 + ${b}${x}`]);
  },
  'root of a square': draw => {
    const x = letter(draw);
    const [a, b] = [draw.number(2, 9), draw.number(-9, 9)];
    return rewrite('Simplify', `${a}*sqrt(${x}^2)${plus(b)}`, [`${a}|${x}|${plus(b)}`]);
  },
  'powers with one exponent': draw => {
    const [a, b] = draw.pick([
      [2, 3],
      [2, 5],
      [3, 4],
      [2, 4],
    ] as const);
    const c = draw.number(2, 9);
    return rewrite('Evaluate', `${a}^2 * ${b}^2 + ${c}`, [
      `(${a} * ${b})^2 + ${c}`,
      `${a * b}^2 + ${c}`,
      `${(a * b) ** 2} + ${c}`,
      `${(a * b) ** 2 + c}`,
    ]);
  },
  'percent of a percent': draw => {
    const [a, b] = [10 * draw.number(1, 6), 10 * draw.number(1, 6)];
    return rewrite('Write as a decimal:', `${a}% * ${b}%`, [`${decimal(a / 100)} * ${decimal(b / 100)}`, decimal((a * b) / 10000)]);
  },
  'compound growth': draw => {
    const [start, rate, up] = [1000 * draw.number(2, 9), draw.number(1, 3) * 10, draw.pick([true, false])];
    const factor = up ? 1 + rate / 100 : 1 - rate / 100;
    return {
      problem: `${start} ${up ? 'grows' : 'shrinks'} by ${rate}% a year. How much is it after 2 years?`,
      steps: [
        `${start} * (1 ${up ? '+' : '-'} ${decimal(rate / 100)})^2`,
        `= ${start} * ${decimal(factor)}^2`,
        `= ${start} * ${decimal(factor * factor)}`,
        `= ${decimal(start * factor * factor)}`,
      ],
    };
  },
  'angle from its sine': draw => {
    const [fn, of, part] = draw.pick([
      ['arcsin', '1/2', 6],
      ['arccos', '1/2', 3],
      ['arctan', '1', 4],
    ] as const);
    const k = draw.number(2, 5);
    return rewrite('Evaluate', `${k * part}${fn}(${of})`, [`${k * part} * pi/${part}`, `${k}pi`]);
  },
  'sine and cosine by factors': draw => {
    const [fn, other] = draw.pick([
      ['sin', 'cos'],
      ['cos', 'sin'],
    ] as const);
    const k = draw.number(2, 9);
    return rewrite('Simplify', `${k}(1 - ${fn}(x))(1 + ${fn}(x))`, [`${k}(1 - ${fn}(x)^2)`, `${k}${other}(x)^2`]);
  },
  'choosing and arranging': draw => {
    const [n, k] = [draw.number(5, 9), draw.pick([2, 3])];
    const top = k === 2 ? n * (n - 1) : n * (n - 1) * (n - 2);
    return {
      problem: `In how many ways can ${k} of ${n} books be chosen? Find \\binom{${n}}{${k}}.`,
      steps: [`\\binom{${n}}{${k}}`, `= \\frac{${top}}{${k === 2 ? 2 : 6}}`, `= ${top / (k === 2 ? 2 : 6)}`],
    };
  },
  'function of a sum': draw => {
    const [a, b, at] = [draw.number(1, 5), draw.number(-9, 9), draw.number(2, 6)];
    const opened = `${times(a, 't^2')} + ${2 * a * at}t + ${a * at * at}`;
    return {
      problem: `Let f(x) = ${times(a, 'x^2')}${plus(b)}. Find f(t + ${at}).`,
      steps: [
        `f(x) = ${times(a, 'x^2')}${plus(b)}`,
        `f(t + ${at}) = ${times(a, `(t + ${at})^2`)}${plus(b)}`,
        `f(t + ${at}) = ${opened}${plus(b)}`,
        `f(t + ${at}) = ${times(a, 't^2')} + ${2 * a * at}t${plus(a * at * at + b)}`,
      ],
    };
  },
  'function of a multiple': draw => {
    const [a, b, k] = [draw.number(1, 4), draw.number(-9, 9), draw.number(2, 5)];
    return {
      problem: `Let f(x) = ${times(a, 'x^2')}${plusTimes(b, 'x')}. Find f(${k}t).`,
      steps: [
        `f(x) = ${times(a, 'x^2')}${plusTimes(b, 'x')}`,
        `f(${k}t) = ${times(a, `(${k}t)^2`)}${b < 0 ? ' - ' : ' + '}${Math.abs(b)} * ${k}t`,
        `f(${k}t) = ${a * k * k}t^2${plusTimes(b * k, 't')}`,
      ],
    };
  },
  'fraction with a common factor': draw => {
    const x = letter(draw);
    const [k, a] = [draw.number(2, 9), draw.number(2, 9)];
    return rewrite('Simplify', `${k}${x}/${x} + ${a}${x}`, [`${k} + ${a}${x}`]);
  },
  'ratio of two amounts': draw => {
    const [a, b, k] = [draw.number(2, 6), draw.number(7, 11), draw.number(2, 9)];
    return rewrite('Write as a fraction in lowest terms:', `${a * k}/(${a * k} + ${b * k})`, [
      `${a * k}/${(a + b) * k}`,
      fraction(a, a + b),
    ]);
  },
};
