import { letter, plus, polynomial, solveInequality, type Templates } from './draw.ts';

export const inequalities: Templates = {
  'linear inequality': draw => {
    const x = letter(draw);
    const [a, value, b] = [draw.number(2, 8), draw.number(-7, 7), draw.number(-9, 9)];
    const [rel, turned] = draw.pick([
      ['<', '>'],
      ['>', '<'],
      ['<=', '>='],
      ['>=', '<='],
    ] as const);
    return solveInequality(draw, `${b} - ${a}${x} ${rel} ${b - a * value}`, [`-${a}${x} ${rel} ${-a * value}`, `${x} ${turned} ${value}`]);
  },
  'inequality with letters on both sides': draw => {
    const x = letter(draw);
    const [c, more, value, b] = [draw.number(2, 5), draw.number(2, 6), draw.number(-8, 8), draw.number(-10, 10)];
    const rel = draw.pick(['<', '>', '<=', '>=']);
    const right = more * value + b;
    return solveInequality(draw, `${c + more}${x}${plus(b)} ${rel} ${c}${x}${plus(right)}`, [
      `${more}${x}${plus(b)} ${rel} ${right}`,
      `${more}${x} ${rel} ${more * value}`,
      `${x} ${rel} ${value}`,
    ]);
  },
  'double inequality': draw => {
    const x = letter(draw);
    const [a, low, width, b] = [draw.number(2, 5), draw.number(-6, 3), draw.number(1, 6), draw.number(-8, 8)];
    const high = low + width;
    return solveInequality(draw, `${a * low + b} < ${a}${x}${plus(b)} < ${a * high + b}`, [
      `${a * low} < ${a}${x} < ${a * high}`,
      `${low} < ${x} < ${high}`,
    ]);
  },
  'absolute value inequality': draw => {
    const x = letter(draw);
    const [a, k] = [draw.number(-8, 8), draw.number(1, 9)];
    return draw.pick([true, false])
      ? solveInequality(draw, `|${x}${plus(a)}| < ${k}`, [`${-k} < ${x}${plus(a)} < ${k}`, `${-k - a} < ${x} < ${k - a}`])
      : solveInequality(draw, `|${x}${plus(a)}| > ${k}`, [
          `${x}${plus(a)} < ${-k} or ${x}${plus(a)} > ${k}`,
          `${x} < ${-k - a} or ${x} > ${k - a}`,
        ]);
  },
  'inequality with a square': draw => {
    const x = letter(draw);
    const [r, c] = [draw.number(2, 9), draw.number(-9, 9)];
    const [front, rel] = [draw.number(2, 5), draw.pick(['<', '>'])];
    return solveInequality(draw, `${front}${x}^2${plus(c)} ${rel} ${front * r * r + c}`, [
      `${front}${x}^2 ${rel} ${front * r * r}`,
      `${x}^2 ${rel} ${r * r}`,
      rel === '<' ? `${-r} < ${x} < ${r}` : `${x} < ${-r} or ${x} > ${r}`,
    ]);
  },
  'quadratic inequality': draw => {
    const x = letter(draw);
    const [p, more] = [draw.number(-7, 5), draw.number(1, 6)];
    const q = p + more;
    return solveInequality(
      draw,
      `${polynomial([1, -(p + q), p * q], x)} < 0`,
      [`(${x}${plus(-p)})(${x}${plus(-q)}) < 0`, `${p} < ${x} < ${q}`].map(line => line.replace(/\(([a-z])\)/g, '$1')),
    );
  },
};
