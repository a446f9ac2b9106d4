import { decimal, fraction, letter, plus, rewrite, type Templates, times } from './draw.ts';

/** The laws of logarithms, angles, powers, roots, factorials and percentages, used on numbers and letters. */
export const laws: Templates = {
  'logarithm of a product': draw => {
    const [b, m, n] = [draw.pick([2, 3, 5]), draw.number(1, 4), draw.number(1, 4)];
    return rewrite('Evaluate', `log_${b}(${b ** m} * ${b ** n})`, [`log_${b}(${b ** m}) + log_${b}(${b ** n})`, `${m} + ${n}`, `${m + n}`]);
  },
  'logarithm of a quotient': draw => {
    const [b, m, n] = [draw.pick([2, 3, 5]), draw.number(1, 3), draw.number(2, 4)];
    return rewrite('Evaluate', `log_${b}(${b ** (m + n)}/${b ** n})`, [
      `log_${b}(${b ** (m + n)}) - log_${b}(${b ** n})`,
      `${m + n} - ${n}`,
      `${m}`,
    ]);
  },
  'logarithm of a sum': draw => {
    const [b, n] = [draw.pick([2, 3, 5]), draw.number(2, 4)];
    return rewrite('Evaluate', `log_${b}(${b ** n} + ${(b - 1) * b ** n})`, [`log_${b}(${b ** (n + 1)})`, `${n + 1}`]);
  },
  'logarithm of a difference': draw => {
    const [b, n] = [draw.pick([2, 3, 5]), draw.number(2, 4)];
    return rewrite('Evaluate', `log_${b}(${b ** (n + 1)} - ${(b - 1) * b ** n})`, [`log_${b}(${b ** n})`, `${n}`]);
  },
  'quotient of logarithms': draw => {
    const [b, n, k] = [draw.pick([2, 3]), draw.number(2, 3), draw.number(2, 3)];
    return rewrite('Evaluate', `log_${b}(${b ** (n * k)})/log_${b}(${b ** n})`, [`${n * k}/${n}`, `${k}`]);
  },
  'power of a logarithm': draw => {
    const [b, n, a] = [draw.pick([2, 3, 5]), draw.number(3, 5), draw.number(1, 9)];
    return rewrite('Evaluate', `log_${b}(${b ** n})^2 + ${a}`, [`${n}^2 + ${a}`, `${n * n} + ${a}`, `${n * n + a}`]);
  },
  'logarithm of one': draw => {
    const [b, n, a] = [draw.pick([2, 3, 5]), draw.number(2, 4), draw.number(2, 9)];
    return rewrite('Evaluate', `${a}log_${b}(1) + log_${b}(${b ** n})`, [`${a} * 0 + ${n}`, `${n}`]);
  },
  'e to the power of a logarithm': draw => {
    const [a, k, b] = [draw.number(2, 6), draw.number(2, 3), draw.number(1, 9)];
    return rewrite('Evaluate', `e^(${k}ln(${a})) + ${b}`, [`${a}^${k} + ${b}`, `${a ** k} + ${b}`, `${a ** k + b}`]);
  },
  'logarithm of a power with a factor': draw => {
    const x = letter(draw);
    const [k, n] = [draw.number(2, 9), draw.number(2, 6)];
    return rewrite('Expand', `ln(${k}${x}^${n})`, [`ln(${k}) + ln(${x}^${n})`, `ln(${k}) + ${n}ln(${x})`]);
  },
  'logarithms added and taken away': draw => {
    const [a, b, c] = [draw.number(2, 6), draw.number(2, 6), draw.number(2, 7)];
    return rewrite('Write as one logarithm:', `ln(${a * b}) - ln(${b}) + ln(${c})`, [`ln(${a}) + ln(${c})`, `ln(${a * c})`]);
  },
  'sine or cosine of a sum': draw => {
    const [x, y] = draw.pick([
      ['x', 'y'],
      ['a', 'b'],
      ['u', 'v'],
    ] as const);
    const fn = draw.pick(['sin', 'cos']);
    const opened = fn === 'sin' ? `sin(${x})*cos(${y}) + cos(${x})*sin(${y})` : `cos(${x})*cos(${y}) - sin(${x})*sin(${y})`;
    const k = draw.number(2, 9);
    return rewrite('Expand', `${k}${fn}(${x} + ${y})`, [`${k}(${opened})`]);
  },
  'tangent of a sum': draw => {
    const [x, y] = draw.pick([
      ['x', 'y'],
      ['a', 'b'],
    ] as const);
    const k = draw.number(1, 9);
    return rewrite('Expand', `tan(${x} + ${y}) + ${k}`, [`(tan(${x}) + tan(${y}))/(1 - tan(${x})*tan(${y})) + ${k}`]);
  },
  'double angle': draw => {
    const [k, fn] = [draw.number(1, 6), draw.pick(['sin', 'cos'])];
    return rewrite('Simplify', `${times(k, 'sin(2x)')}/${fn}(x)`, [
      `${2 * k}sin(x)*cos(x)/${fn}(x)`,
      `${2 * k}${fn === 'sin' ? 'cos' : 'sin'}(x)`,
    ]);
  },
  'sine and cosine of a negative angle': draw => {
    const [a, b] = [draw.number(2, 9), draw.number(2, 9)];
    return rewrite('Simplify', `${a}cos(-x) + ${b}sin(-x)`, [`${a}cos(x) - ${b}sin(x)`]);
  },
  'square of a sine': draw => {
    const k = draw.number(2, 9);
    return rewrite('Simplify', `${k} - ${k}sin(x)^2`, [`${k}(1 - sin(x)^2)`, `${k}cos(x)^2`]);
  },
  'zero exponent': draw => {
    const [a, b, n] = [draw.number(2, 9), draw.number(2, 9), draw.number(2, 3)];
    return rewrite('Evaluate', `${a}^0 + ${b}^${n}`, [`1 + ${b ** n}`, `${1 + b ** n}`]);
  },
  'root as a power': draw => {
    const [r, n, a] = [draw.number(2, 5), draw.number(2, 3), draw.number(2, 9)];
    return rewrite('Evaluate', `${r ** n}^(1/${n}) + ${a}`, [`${r} + ${a}`, `${r + a}`]);
  },
  'power of a fraction': draw => {
    const [a, b, n] = [draw.number(1, 5), draw.pick([3, 7]), draw.number(2, 3)];
    const shown = a % 3 === 0 ? 2 : a;
    return rewrite('Evaluate', `(${shown}/${b})^${n}`, [`${shown}^${n}/${b}^${n}`, `${shown ** n}/${b ** n}`]);
  },
  'quotient of two powers': draw => {
    const x = letter(draw);
    const [n, k] = [draw.number(2, 4), draw.number(2, 4)];
    const c = draw.number(2, 9);
    return rewrite('Simplify', `${x}^${n * k}/${x}^${n} + ${c}`, [
      `${x}^(${n * k} - ${n}) + ${c}`,
      `${times(1, n * (k - 1) === 1 ? x : `${x}^${n * (k - 1)}`)} + ${c}`,
    ]);
  },
  'sum of two powers': draw => {
    const [a, m, n] = [draw.number(2, 4), draw.number(2, 3), draw.number(3, 4)];
    return rewrite('Evaluate', `${a}^${m} + ${a}^${n}`, [`${a ** m} + ${a ** n}`, `${a ** m + a ** n}`]);
  },
  'quotient of factorials': draw => {
    const [n, k] = [draw.number(4, 8), draw.number(1, 2)];
    const top = k === 1 ? n : n * (n - 1);
    return rewrite('Evaluate', `${n}!/${n - k}! + 0!`, [`${k === 1 ? n : `${n} * ${n - 1}`} + 1`, `${top} + 1`, `${top + 1}`]);
  },
  'factorial of a product': draw => {
    const k = draw.number(2, 3);
    const all = k === 2 ? 24 : 720;
    const a = draw.number(1, 9);
    return rewrite('Evaluate', `(${k} * 2)! + ${a}`, [`${2 * k}! + ${a}`, `${all} + ${a}`, `${all + a}`]);
  },
  'opposite differences': draw => {
    const x = letter(draw);
    const [k, a] = [draw.number(2, 7), draw.number(2, 9)];
    return rewrite('Simplify', `(${k}${x} - ${k * a})/(${a} - ${x})`, [`${k}(${x} - ${a})/(${a} - ${x})`, `-${k}`]);
  },
  'size of a complex number': draw => {
    const [a, b, c] = draw.pick([
      [3, 4, 5],
      [5, 12, 13],
      [6, 8, 10],
      [8, 15, 17],
    ] as const);
    const k = draw.number(1, 9);
    return rewrite('Evaluate', `|${a} ${draw.pick(['+', '-'])} ${b}i| + ${k}`, [
      `sqrt(${a}^2 + ${b}^2) + ${k}`,
      `sqrt(${c * c}) + ${k}`,
      `${c} + ${k}`,
      `${c + k}`,
    ]);
  },
  'percent of a number': draw => {
    const [p, of] = [draw.number(2, 9), 10 * draw.number(4, 60)];
    return rewrite('Find', `${p}% * ${of}`, [`${decimal(p / 100)} * ${of}`, decimal((p * of) / 100)]);
  },
  'one change after another': draw => {
    const [price, up, down] = [100 * draw.number(2, 9), 10 * draw.number(1, 4), 10 * draw.number(1, 4)];
    const first = decimal(1 + up / 100);
    const second = decimal(1 - down / 100);
    return {
      problem: `A price of ${price} rises by ${up}% and then falls by ${down}%. What is it now?`,
      steps: [
        `${price} * (1 + ${up / 100}) * (1 - ${down / 100})`,
        `= ${price} * ${first} * ${second}`,
        `= ${decimal(price * (1 + up / 100))} * ${second}`,
        `= ${decimal(price * (1 + up / 100) * (1 - down / 100))}`,
      ],
    };
  },
  'terms with a letter alone': draw => {
    const x = letter(draw);
    const [a, b] = [draw.number(3, 9), draw.number(-9, 9)];
    return rewrite('Simplify', `${a}${x} - ${x}${plus(b)}`, [`${a - 1}${x}${plus(b)}`]);
  },
  'bracket with a factor behind a number': draw => {
    const [a, k, b, c] = [draw.number(20, 40), draw.number(2, 5), draw.number(2, 6), draw.number(2, 6)];
    return rewrite('Work out', `${a} - ${k}(${b} + ${c})`, [`${a} - ${k} * ${b + c}`, `${a} - ${k * (b + c)}`, `${a - k * (b + c)}`]);
  },
  'reciprocals added': draw => {
    const [a, b] = draw.pick([
      [3, 6],
      [4, 12],
      [6, 12],
      [10, 15],
      [5, 20],
    ] as const);
    return {
      problem: `Solve 1/x = 1/${a} + 1/${b}.`,
      steps: [`1/x = 1/${a} + 1/${b}`, `1/x = ${fraction(a + b, a * b)}`, `x = ${fraction(a * b, a + b)}`],
    };
  },
};
