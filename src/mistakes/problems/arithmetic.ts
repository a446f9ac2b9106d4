import { decimal, fraction, gcd, rewrite, type Templates } from './draw.ts';

const ASKS = ['Work out', 'Calculate', 'Evaluate', 'Find the value of'] as const;

/** Calculations with numbers alone. */
export const arithmetic: Templates = {
  'order of operations': draw => {
    const [a, b, c, d] = [draw.number(2, 20), draw.number(2, 9), draw.number(2, 9), draw.number(2, 5)];
    return rewrite(draw.pick(ASKS), `${a} + ${b} * ${c} - ${d}^2`, [
      `${a} + ${b} * ${c} - ${d * d}`,
      `${a} + ${b * c} - ${d * d}`,
      `${a + b * c - d * d}`,
    ]);
  },
  'brackets with numbers': draw => {
    const [a, b, c, d] = [draw.number(2, 9), draw.number(2, 9), draw.number(3, 12), draw.number(2, 6)];
    const e = a + b;
    return rewrite(draw.pick(ASKS), `${d}(${a} + ${b}) - ${c} * ${d}`, [
      `${d} * ${e} - ${c} * ${d}`,
      `${d * e} - ${c * d}`,
      `${d * e - c * d}`,
    ]);
  },
  'signed numbers': draw => {
    const [a, b, c] = [draw.number(-12, -2), draw.number(2, 15), draw.number(-9, -2)];
    return rewrite(draw.pick(ASKS), `${a} - (${b} - (${c}))`, [`${a} - (${b} + ${-c})`, `${a} - ${b - c}`, `${a - b + c}`]);
  },
  'product of signed numbers': draw => {
    const [a, b, c] = [draw.number(-9, -2), draw.number(2, 9), draw.number(2, 12)];
    return rewrite(draw.pick(ASKS), `(${a}) * ${b} - (${-c})`, [`${a * b} + ${c}`, `${a * b + c}`]);
  },
  'adding fractions': draw => {
    const [a, b, c, d] = [draw.number(1, 4), draw.pick([5, 7, 9]), draw.number(1, 3), draw.pick([2, 4, 8])];
    const [n, m] = [a * d + c * b, b * d];
    return rewrite(draw.pick(ASKS), `${a}/${b} + ${c}/${d}`, [`${a * d}/${m} + ${c * b}/${m}`, `${n}/${m}`, fraction(n, m)]);
  },
  'subtracting fractions': draw => {
    const [b, k, c] = [draw.pick([3, 4, 5, 6]), draw.number(2, 4), draw.number(1, 5)];
    const a = b - 1;
    const [m, n] = [b * k, a * k - c];
    return rewrite(draw.pick(ASKS), `${a}/${b} - ${c}/${m}`, [`${a * k}/${m} - ${c}/${m}`, `${n}/${m}`, fraction(n, m)]);
  },
  'multiplying fractions': draw => {
    const [a, b, c, d] = [draw.number(2, 7), draw.pick([3, 5, 8, 9]), draw.number(2, 6), draw.pick([4, 7, 11])];
    return rewrite(draw.pick(ASKS), `${a}/${b} * ${c}/${d}`, [`(${a} * ${c})/(${b} * ${d})`, `${a * c}/${b * d}`, fraction(a * c, b * d)]);
  },
  'dividing fractions': draw => {
    const [a, b, c, d] = [draw.number(2, 7), draw.pick([3, 5, 8, 9]), draw.number(2, 6), draw.pick([5, 7, 11])];
    return rewrite(draw.pick(ASKS), `(${a}/${b}) / (${c}/${d})`, [`${a}/${b} * ${d}/${c}`, `${a * d}/${b * c}`, fraction(a * d, b * c)]);
  },
  'mixed numbers': draw => {
    const [w, v, b] = [draw.number(1, 5), draw.number(1, 4), draw.pick([3, 4, 5])];
    const d = b + 1;
    const [p, q] = [w * b + 1, v * d + 1];
    const n = p * d + q * b;
    return rewrite(draw.pick(ASKS), `${w} 1/${b} + ${v} 1/${d}`, [
      `${p}/${b} + ${q}/${d}`,
      `${p * d}/${b * d} + ${q * b}/${b * d}`,
      `${n}/${b * d}`,
      fraction(n, b * d),
    ]);
  },
  decimals: draw => {
    const [a, b, c] = [draw.number(11, 89) / 10, draw.number(2, 9) / 10, draw.number(11, 99) / 10];
    return rewrite(draw.pick(ASKS), `${decimal(a)} * ${decimal(b)} + ${decimal(c)}`, [
      `${decimal(a * b)} + ${decimal(c)}`,
      decimal(a * b + c),
    ]);
  },
  'percent of an amount': draw => {
    const [rate, amount] = [draw.pick([5, 10, 12, 15, 20, 25, 30, 35, 40, 45]), 20 * draw.number(2, 40)];
    const part = (rate * amount) / 100;
    const up = draw.pick([true, false]);
    return {
      problem: `A price of ${amount} is ${up ? 'raised' : 'reduced'} by ${rate}%. Find the new price.`,
      steps: [
        `${rate}/100 * ${amount} = ${decimal(part)}`,
        up ? `${amount} + ${decimal(part)} = ${decimal(amount + part)}` : `${amount} - ${decimal(part)} = ${decimal(amount - part)}`,
      ],
    };
  },
  ratio: draw => {
    const [p, q, unit] = [draw.number(2, 5), draw.number(6, 9), draw.number(12, 45)];
    const total = (p + q) * unit;
    return {
      problem: `Share ${total} in the ratio ${p} to ${q}.`,
      steps: [`${p} + ${q} = ${p + q}`, `${total} / ${p + q} = ${unit}`, `${p} * ${unit} = ${p * unit}`, `${q} * ${unit} = ${q * unit}`],
    };
  },
  average: draw => {
    const [mean, a, b, c] = [draw.number(12, 60), draw.number(-9, 9), draw.number(-9, 9), draw.number(-9, 9)];
    const values = [mean + a, mean + b, mean + c, mean - a - b - c];
    const total = 4 * mean;
    return { problem: `Find the mean of ${values.join(', ')}.`, steps: [`${values.join(' + ')} = ${total}`, `${total} / 4 = ${mean}`] };
  },
  'unit conversion': draw => {
    const [unit, small, factor] = draw.pick([
      ['m', 'cm', 100],
      ['km', 'm', 1000],
      ['hours', 'minutes', 60],
      ['kg', 'g', 1000],
    ] as const);
    const [a, b] = [draw.number(2, 12), draw.number(5, factor - 5)];
    return {
      problem: `How many ${small} are ${a} ${unit} and ${b} ${small}?`,
      steps: [`${a} * ${factor} = ${a * factor}`, `${a * factor} + ${b} = ${a * factor + b}`],
    };
  },
  'powers of numbers': draw => {
    const [a, m, n] = [draw.number(2, 4), draw.number(2, 4), draw.number(2, 3)];
    return rewrite(draw.pick(ASKS), `${a}^${m} * ${a}^${n} - ${a}^2`, [
      `${a ** m} * ${a ** n} - ${a * a}`,
      `${a ** (m + n)} - ${a * a}`,
      `${a ** (m + n) - a * a}`,
    ]);
  },
  'counting choices': draw => {
    const [n, k] = [draw.number(5, 9), draw.pick([2, 3])];
    const top = k === 2 ? n * (n - 1) : n * (n - 1) * (n - 2);
    const below = k === 2 ? 2 : 6;
    const shown = k === 2 ? `${n} * ${n - 1}` : `${n} * ${n - 1} * ${n - 2}`;
    return {
      problem: `In how many ways can ${k} of ${n} people be chosen?`,
      steps: [`(${shown})/(${k === 2 ? '2 * 1' : '3 * 2 * 1'})`, `= ${top}/${below}`, `= ${top / below}`],
    };
  },
  probability: draw => {
    const [a, b] = [draw.number(2, 8), draw.number(2, 8)];
    const n = a + b;
    const [top, below] = [a * (a - 1), n * (n - 1)];
    return {
      problem: `A bag holds ${a} red and ${b} blue marbles. Two are drawn without replacement. Find the probability that both are red.`,
      steps: [`${a}/${n} * ${a - 1}/${n - 1}`, `= ${top}/${below}`, ...(gcd(top, below) === 1 ? [] : [`= ${fraction(top, below)}`])],
    };
  },
};
