import { fraction, letter, plus, plusTimes, polynomial, solve, type Templates, times } from './draw.ts';

/** Equations in one letter, systems, and formulas. */
export const equations: Templates = {
  'two-step equation': draw => {
    const x = letter(draw);
    const [a, value, b] = [draw.number(2, 9), draw.number(-9, 9), draw.number(-12, 12)];
    return solve(draw, `${a}${x}${plus(b)} = ${a * value + b}`, [`${a}${x} = ${a * value}`, `${x} = ${value}`]);
  },
  'equation with a bracket': draw => {
    const x = letter(draw);
    const [a, b, value] = [draw.number(2, 7), draw.number(-8, 8), draw.number(-9, 9)];
    return solve(draw, `${a}(${x}${plus(b)}) = ${a * (value + b)}`, [
      `${a}${x}${plus(a * b)} = ${a * (value + b)}`,
      `${a}${x} = ${a * value}`,
      `${x} = ${value}`,
    ]);
  },
  'letters on both sides': draw => {
    const x = letter(draw);
    const [c, more, value, b] = [draw.number(2, 5), draw.number(2, 6), draw.number(-8, 8), draw.number(-10, 10)];
    const d = more * value + b;
    return solve(draw, `${c + more}${x}${plus(b)} = ${c}${x}${plus(d)}`, [
      `${more}${x}${plus(b)} = ${d}`,
      `${more}${x} = ${more * value}`,
      `${x} = ${value}`,
    ]);
  },
  'bracket with a minus before it': draw => {
    const x = letter(draw);
    const [a, b, value] = [draw.number(8, 20), draw.number(-7, 7), draw.number(-9, 9)];
    const right = a - (value + b);
    return solve(draw, `${a} - (${x}${plus(b)}) = ${right}`, [`${a} - ${x}${plus(-b)} = ${right}`, `-${x} = ${-value}`, `${x} = ${value}`]);
  },
  'equation with fractions': draw => {
    const x = letter(draw);
    const [p, q] = draw.pick([
      [2, 3],
      [3, 4],
      [2, 5],
      [4, 5],
      [3, 5],
    ]);
    const k = draw.number(-4, 6);
    const sum = (p + q) * k;
    return solve(draw, `${x}/${p} + ${x}/${q} = ${sum}`, [
      `${q}${x} + ${p}${x} = ${sum * p * q}`,
      `${p + q}${x} = ${sum * p * q}`,
      `${x} = ${k * p * q}`,
    ]);
  },
  'sum over a number': draw => {
    const x = letter(draw);
    const [a, b, right] = [draw.number(-9, 9), draw.number(2, 8), draw.number(-6, 9)];
    return solve(draw, `(${x}${plus(a)})/${b} = ${right}`, [`${x}${plus(a)} = ${right * b}`, `${x} = ${right * b - a}`]);
  },
  'letter over a number': draw => {
    const x = letter(draw);
    const [k, a, value] = [draw.number(2, 9), draw.number(-9, 9), draw.number(-9, 9)];
    return solve(draw, `${x}/${k}${plus(a)} = ${value + a}`, [`${x}/${k} = ${value}`, `${x} = ${k * value}`]);
  },
  'bracket on both sides': draw => {
    const x = letter(draw);
    const [a, b, c] = [draw.number(-7, 7), draw.number(-7, 7), draw.number(2, 9)];
    return solve(draw, `(${x}${plus(-a)})(${x}${plus(b)}) = ${c}(${x}${plus(-a)})`, [
      `(${x}${plus(-a)})(${x}${plus(b)}) - ${c}(${x}${plus(-a)}) = 0`,
      `(${x}${plus(-a)})(${x}${plus(b - c)}) = 0`,
      c - b === a ? `${x} = ${a}` : `${x} = ${a} or ${x} = ${c - b}`,
    ]);
  },
  'square and its letter': draw => {
    const x = letter(draw);
    const [a, k] = [draw.number(1, 6), draw.number(-9, 9)];
    return solve(draw, `${times(a, `${x}^2`)} = ${times(a * k, x)}`, [
      `${polynomial([a, -a * k, 0], x)} = 0`,
      `${times(a, x)}(${x}${plus(-k)}) = 0`,
      `${x} = 0 or ${x} = ${k}`,
    ]);
  },
  'rational equation': draw => {
    const x = letter(draw);
    const [a, b, c, more] = [draw.number(2, 9), draw.number(-6, 6), draw.number(-6, 6), draw.number(1, 5)];
    const e = a + more;
    if (b === c) return solve(draw, `${a}/${x} = ${a * 2}`, [`${a} = ${2 * a}${x}`, `${x} = 1/2`]);
    return solve(draw, `${a}/(${x}${plus(b)}) = ${e}/(${x}${plus(c)})`, [
      `${a}(${x}${plus(c)}) = ${e}(${x}${plus(b)})`,
      `${a}${x}${plus(a * c)} = ${e}${x}${plus(e * b)}`,
      `${times(more, x)} = ${a * c - e * b}`,
      `${x} = ${fraction(a * c - e * b, more)}`,
    ]);
  },
  'absolute value': draw => {
    const x = letter(draw);
    const [a, k] = [draw.number(-8, 8), draw.number(2, 9)];
    const [front, more] = [draw.number(2, 4), draw.number(-6, 6)];
    return solve(draw, `${front}|${x}${plus(a)}|${plus(more)} = ${front * k + more}`, [
      `${front}|${x}${plus(a)}| = ${front * k}`,
      `|${x}${plus(a)}| = ${k}`,
      `${x}${plus(a)} = ${k} or ${x}${plus(a)} = ${-k}`,
      `${x} = ${k - a} or ${x} = ${-k - a}`,
    ]);
  },
  'radical equation': draw => {
    const x = letter(draw);
    const [a, b, root, c] = [draw.number(2, 5), draw.number(-9, 9), draw.number(2, 7), draw.number(-5, 5)];
    return solve(draw, `sqrt(${a}${x}${plus(b)})${plus(c)} = ${root + c}`, [
      `sqrt(${a}${x}${plus(b)}) = ${root}`,
      `${a}${x}${plus(b)} = ${root * root}`,
      `${a}${x} = ${root * root - b}`,
      `${x} = ${fraction(root * root - b, a)}`,
    ]);
  },
  'exponential equation': draw => {
    const x = letter(draw);
    const [base, k, a, c] = [draw.pick([2, 3, 5]), draw.number(2, 4), draw.number(2, 4), draw.number(-3, 3)];
    return solve(draw, `${base}^(${a}${x}${plus(c)}) = ${base ** k}`, [
      `${a}${x}${plus(c)} = ${k}`,
      `${a}${x} = ${k - c}`,
      `${x} = ${fraction(k - c, a)}`,
    ]);
  },
  'natural exponential': draw => {
    const x = letter(draw);
    const [a, k, c, r] = [draw.number(2, 6), draw.number(2, 5), draw.number(-9, 9), draw.number(3, 12)];
    return solve(draw, `${a}e^(${k}${x})${plus(c)} = ${a * r + c}`, [
      `${a}e^(${k}${x}) = ${a * r}`,
      `e^(${k}${x}) = ${r}`,
      `${k}${x} = ln(${r})`,
      `${x} = ln(${r})/${k}`,
    ]);
  },
  'logarithmic equation': draw => {
    const x = letter(draw);
    const [base, k, a, b] = [draw.pick([2, 3, 5]), draw.number(2, 4), draw.number(2, 5), draw.number(-7, 7)];
    return solve(draw, `log_${base}(${a}${x}${plus(b)}) = ${k}`, [
      `${a}${x}${plus(b)} = ${base}^${k}`,
      `${a}${x}${plus(b)} = ${base ** k}`,
      `${a}${x} = ${base ** k - b}`,
      `${x} = ${fraction(base ** k - b, a)}`,
    ]);
  },
  'sum of logarithms': draw => {
    const x = letter(draw);
    const [base, k] = draw.pick([
      [2, 3],
      [2, 4],
      [3, 3],
      [2, 5],
    ]);
    const size = base ** k;
    const p = base ** draw.pick([0, 1]);
    const more = size / p - p;
    return solve(draw, `log_${base}(${x}) + log_${base}(${x} + ${more}) = ${k}`, [
      `log_${base}(${x}(${x} + ${more})) = ${k}`,
      `${x}(${x} + ${more}) = ${size}`,
      `${x}^2${plusTimes(more, x)} - ${size} = 0`,
      `(${x} - ${p})(${x} + ${size / p}) = 0`,
      `${x} = ${p} or ${x} = ${-size / p}`,
      `${x} = ${p}`,
    ]);
  },
  'trigonometric equation': draw => {
    const [fn, top, first, second] = draw.pick([
      ['sin', 1, 30, 150],
      ['cos', 1, 60, 300],
      ['cos', -1, 120, 240],
      ['sin', -1, 210, 330],
    ] as const);
    const [c] = [draw.number(-5, 5)];
    return {
      problem: `Solve 2${fn}(x)${plus(c)} = ${top + c} for $0^\\circ \\le x < 360^\\circ$.`,
      steps: [
        `2${fn}(x)${plus(c)} = ${top + c}`,
        `2${fn}(x) = ${top}`,
        `${fn}(x) = ${fraction(top, 2)}`,
        `x = ${first}° or x = ${second}°`,
      ],
    };
  },
  'quadratic by factors': draw => {
    const x = letter(draw);
    const [p, q] = [draw.number(-7, 7), draw.number(-7, 7)];
    if (p === q)
      return solve(draw, `(${x}${plus(-p)})^2 = ${(Math.abs(p) + 1) ** 2}`, [
        `${x}${plus(-p)} = ${Math.abs(p) + 1} or ${x}${plus(-p)} = ${-Math.abs(p) - 1}`,
        `${x} = ${p + Math.abs(p) + 1} or ${x} = ${p - Math.abs(p) - 1}`,
      ]);
    return solve(draw, `${polynomial([1, -(p + q), p * q], x)} = 0`, [
      `(${x}${plus(-p)})(${x}${plus(-q)}) = 0`,
      `${x} = ${p} or ${x} = ${q}`,
    ]);
  },
  'quadratic to be brought to zero': draw => {
    const x = letter(draw);
    const [p, q, c] = [draw.number(-6, 6), draw.number(1, 7), draw.number(-9, 9)];
    const [b, last] = [-(p + q), p * q];
    if (p === q) return solve(draw, `${x}^2 = ${p * p}`, [`${x} = ${p} or ${x} = ${-p}`]);
    return solve(draw, `${polynomial([1, b, last + c], x)} = ${c}`, [
      `${polynomial([1, b, last], x)} = 0`,
      `(${x}${plus(-p)})(${x}${plus(-q)}) = 0`,
      `${x} = ${p} or ${x} = ${q}`,
    ]);
  },
  'pure square': draw => {
    const x = letter(draw);
    const [a, r, c] = [draw.number(2, 6), draw.number(2, 9), draw.number(-9, 9)];
    return solve(draw, `${a}${x}^2${plus(c)} = ${a * r * r + c}`, [
      `${a}${x}^2 = ${a * r * r}`,
      `${x}^2 = ${r * r}`,
      `${x} = ${r} or ${x} = ${-r}`,
    ]);
  },
  'common factor': draw => {
    const x = letter(draw);
    const [a, k] = [draw.number(2, 6), draw.number(-8, 8)];
    return solve(draw, `${polynomial([a, -a * k, 0], x)} = 0`, [`${a}${x}(${x}${plus(-k)}) = 0`, `${x} = 0 or ${x} = ${k}`]);
  },
  'cubic by factors': draw => {
    const x = letter(draw);
    const [p, q] = [draw.number(1, 5), draw.number(-5, -1)];
    return solve(draw, `${polynomial([1, -(p + q), p * q, 0], x)} = 0`, [
      `${x}(${polynomial([1, -(p + q), p * q], x)}) = 0`,
      `${x}(${x}${plus(-p)})(${x}${plus(-q)}) = 0`,
      `${x} = 0 or ${x} = ${p} or ${x} = ${q}`,
    ]);
  },
  'system by substitution': draw => {
    const [a, b, x, y] = [draw.number(2, 5), draw.number(2, 5), draw.number(-6, 6), draw.number(-6, 6)];
    const [s, r] = [x + y, a * x + b * y];
    if (a === b) return solve(draw, `${a}x${plus(s)} = ${a * x + s}`, [`${a}x = ${a * x}`, `x = ${x}`]);
    return {
      problem: `Solve the system x + y = ${s}, ${a}x + ${b}y = ${r}.`,
      steps: [
        `y = ${s} - x`,
        `${a}x + ${b}(${s} - x) = ${r}`,
        `${a}x${plus(b * s)} - ${b}x = ${r}`,
        `${times(a - b, 'x')}${plus(b * s)} = ${r}`,
        `${times(a - b, 'x')} = ${r - b * s}`,
        `x = ${x}`,
        `y = ${y}`,
      ].filter((step, i, all) => step !== all[i - 1]),
    };
  },
  'formula rearranged': draw => {
    const [problem, steps] = draw.pick([
      ['Make h the subject of A = (b*h)/2.', ['A = (b*h)/2', '2A = b*h', 'h = 2A/b']],
      ['Solve P = 2l + 2w for w.', ['P = 2l + 2w', 'P - 2l = 2w', 'w = (P - 2l)/2']],
      ['Solve y = m*x + b for x.', ['y = m*x + b', 'y - b = m*x', 'x = (y - b)/m']],
      ['Rearrange v = u + a*t for t.', ['v = u + a*t', 'v - u = a*t', 't = (v - u)/a']],
      ['Make r the subject of s = k*(r - c).', ['s = k*(r - c)', 's/k = r - c', 'r = s/k + c']],
    ] as const);
    return { problem, steps };
  },
};
