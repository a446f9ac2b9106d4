import { fraction, letter, plus, plusTimes, polynomial, rewrite, type Templates, times } from './draw.ts';

/** Expressions with letters, roots and logarithms rewritten. */
export const expressions: Templates = {
  'square of a sum': draw => {
    const x = letter(draw);
    const [a, b] = [draw.number(-9, 9), draw.number(2, 9)];
    return rewrite('Simplify', `(${x}${plus(a)})^2 - ${b}${x}`, [
      `${polynomial([1, 2 * a, a * a], x)} - ${b}${x}`,
      polynomial([1, 2 * a - b, a * a], x),
    ]);
  },
  'product of brackets': draw => {
    const x = letter(draw);
    const [c, a, b] = [draw.number(1, 4), draw.number(-9, 9), draw.number(-9, 9)];
    return rewrite(draw.pick(['Expand', 'Multiply out']), `(${times(c, x)}${plus(a)})(${x}${plus(b)})`, [
      `${times(c, `${x}^2`)}${plusTimes(c * b, x)}${plusTimes(a, x)}${plus(a * b)}`,
      polynomial([c, c * b + a, a * b], x),
    ]);
  },
  'difference of two products': draw => {
    const x = letter(draw);
    const [a, b, c, d] = [draw.number(2, 6), draw.number(-7, 7), draw.number(2, 5), draw.number(-7, 7)];
    return rewrite('Simplify', `${a}(${x}${plus(b)}) - ${c}(${x}${plus(d)})`, [
      `${a}${x}${plus(a * b)} - ${c}${x}${plus(-c * d)}`,
      polynomial([a - c, a * b - c * d], x),
    ]);
  },
  'like terms': draw => {
    const x = letter(draw);
    const [a, b, c, d] = [draw.number(2, 9), draw.number(-9, 9), draw.number(2, 9), draw.number(2, 6)];
    return rewrite('Simplify', `${a}(${x}${plus(b)}) + ${c}${x} - ${d}`, [
      `${a}${x}${plus(a * b)} + ${c}${x} - ${d}`,
      polynomial([a + c, a * b - d], x),
    ]);
  },
  'powers of a letter': draw => {
    const x = letter(draw);
    const [a, m, n] = [draw.number(2, 5), draw.number(2, 5), draw.number(2, 6)];
    return rewrite('Simplify', `(${a}${x}^${m})^2 * ${x}^${n}`, [`${a * a}${x}^${2 * m} * ${x}^${n}`, `${a * a}${x}^${2 * m + n}`]);
  },
  'quotient of powers': draw => {
    const x = letter(draw);
    const [a, b, m, n] = [draw.number(2, 6), draw.number(2, 5), draw.number(2, 4), draw.number(2, 4)];
    return rewrite('Simplify', `(${a * b}${x}^${m + n} * ${x}^2)/(${b}${x}^${n})`, [
      `${a * b}${x}^${m + n + 2}/(${b}${x}^${n})`,
      `${a}${x}^${m + 2}`,
    ]);
  },
  'factoring a trinomial': draw => {
    const x = letter(draw);
    const [k, p, q] = [draw.number(2, 5), draw.number(-7, 7), draw.number(-7, 7)];
    return rewrite('Factor', polynomial([k, k * (p + q), k * p * q], x), [
      `${k}(${polynomial([1, p + q, p * q], x)})`,
      p === q ? `${k}(${x}${plus(p)})^2` : `${k}(${x}${plus(p)})(${x}${plus(q)})`,
    ]);
  },
  'difference of squares': draw => {
    const x = letter(draw);
    const [k, a] = [draw.number(2, 6), draw.number(2, 9)];
    return rewrite('Factor', `${k}${x}^2 - ${k * a * a}`, [`${k}(${x}^2 - ${a * a})`, `${k}(${x} + ${a})(${x} - ${a})`]);
  },
  'fraction with letters': draw => {
    const x = letter(draw);
    const [p, q] = [draw.number(1, 8), draw.number(-8, -1)];
    return rewrite('Simplify', `(${polynomial([1, p + q, p * q], x)})/(${polynomial([1, p, 0], x)})`, [
      `((${x}${plus(p)})(${x}${plus(q)}))/(${x}(${x}${plus(p)}))`,
      `(${x}${plus(q)})/${x}`,
    ]);
  },
  'sum of fractions with letters': draw => {
    const x = letter(draw);
    const [a, b, c] = [draw.number(1, 6), draw.number(1, 6), draw.number(1, 7)];
    return rewrite('Write as one fraction:', `${a}/${x} + ${b}/(${x} + ${c})`, [
      `(${a}(${x} + ${c}) + ${times(b, x)})/(${x}(${x} + ${c}))`,
      `(${times(a, x)} + ${a * c} + ${times(b, x)})/(${x}(${x} + ${c}))`,
      `(${polynomial([a + b, a * c], x)})/(${x}(${x} + ${c}))`,
    ]);
  },
  surds: draw => {
    const [a, b, k] = [draw.number(2, 5), draw.number(2, 5), draw.pick([2, 3, 5])];
    return rewrite('Simplify', `sqrt(${a * a * k}) + sqrt(${b * b * k})`, [`${a}sqrt(${k}) + ${b}sqrt(${k})`, `${a + b}sqrt(${k})`]);
  },
  'product of surds': draw => {
    const [a, b, k] = [draw.number(2, 6), draw.number(2, 6), draw.pick([2, 3, 5])];
    return rewrite('Simplify', `sqrt(${a * k}) * sqrt(${a}) + ${b}sqrt(${k})`, [
      `sqrt(${a * a * k}) + ${b}sqrt(${k})`,
      `${a}sqrt(${k}) + ${b}sqrt(${k})`,
      `${a + b}sqrt(${k})`,
    ]);
  },
  'laws of logarithms': draw => {
    const x = letter(draw);
    const [base, a, b] = [draw.pick([2, 3, 5]), draw.number(2, 3), draw.number(2, 9)];
    return rewrite('Write as one logarithm:', `${a}log_${base}(${x}) + log_${base}(${b})`, [
      `log_${base}(${x}^${a}) + log_${base}(${b})`,
      `log_${base}(${b}${x}^${a})`,
    ]);
  },
  'value of logarithms': draw => {
    const [base, a, b] = [draw.pick([2, 3]), draw.number(2, 4), draw.number(1, 3)];
    return rewrite('Evaluate', `log_${base}(${base ** a}) + log_${base}(${base ** b})`, [`${a} + ${b}`, `${a + b}`]);
  },
  'product of complex numbers': draw => {
    const [a, b, c, d] = [draw.number(1, 6), draw.number(1, 6), draw.number(1, 6), draw.number(-6, -1)];
    const [re, im] = [a * c - b * d, a * d + b * c];
    return rewrite('Write in the form a + bi:', `(${a} + ${times(b, 'i')})(${c} - ${times(-d, 'i')})`, [
      `${a * c} - ${times(-a * d, 'i')} + ${times(b * c, 'i')} - ${times(-b * d, 'i^2')}`,
      im === 0 ? `${re}` : `${re}${plusTimes(im, 'i')}`,
    ]);
  },
  'completing the square': draw => {
    const x = letter(draw);
    const [h, k] = [draw.number(-7, 7), draw.number(-9, 9)];
    return rewrite('Complete the square:', polynomial([1, 2 * h, h * h + k], x), [
      `${polynomial([1, 2 * h, h * h], x)}${plus(k)}`,
      `(${x}${plus(h)})^2${plus(k)}`,
    ]);
  },
  'fraction of powers': draw => {
    const [a, n] = [draw.number(2, 5), draw.number(2, 3)];
    return rewrite('Evaluate', `${a}^(-${n}) + 1/${a}`, [
      `1/${a ** n} + 1/${a}`,
      `1/${a ** n} + ${a ** (n - 1)}/${a ** n}`,
      fraction(1 + a ** (n - 1), a ** n),
    ]);
  },
};
