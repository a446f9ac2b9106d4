import { asks, type Figure, type FigureReader, figure, type Numbers, radians } from './figure.ts';

const { PI, sqrt, hypot } = Math;

/** Area, circumference, radius and diameter of a circle or a half of it. */
const circle: FigureReader = numbers => {
  const { text } = numbers;
  if (
    !/(?:\b|\bsemi-?)circ(?:le|ular)\b|\bdis[ck]\b|\bround\b|\bpizza\b|\bwheel\b/i.test(text) ||
    /\bsector|\barc\b|\bchord|\btangent|\bcent(?:re|er) \(|\bsphere|\bcylind|\bcone\b|\bsquare\b|\brate|\brotat|\brevol|\bdriv|\bper\b|\bring\b|\bannul|\binscribed/i.test(
      text,
    )
  )
    return null;
  const half = /\bsemi-?circ|\bhalf[- ](?:a )?circ/i.test(text);
  const area = asks(text, /area/);
  const r = radiusFrom(numbers) ?? over(numbers.take('circumference|perimeter'), 2 * PI) ?? rootOf(over(numbers.take('area'), PI));
  if (r === null) return null;
  const [whole, around] = [PI * r * r, 2 * PI * r];
  if (half)
    return area
      ? figure(
          [r],
          { r: [r], d: [2 * r], A: [whole / 2] },
          [[/\barea of (?:the |a )?(?:semi|half)/i, [whole / 2]]],
          [r, whole, whole / 2],
          [],
        )
      : null;
  return figure(
    [r],
    { r: [r], d: [2 * r], A: [whole], C: [around] },
    [
      [/\bradius\b/i, [r]],
      [/\bdiameter\b/i, [2 * r]],
      [/\bcircumference\b/i, [around]],
      [/\barea\b/i, [whole]],
    ],
    area
      ? [r, 2 * r, r * r, 4 * r * r, whole]
      : asks(text, /circumference|around/)
        ? [r, 2 * r, around]
        : [r, 2 * r, r * r, whole, around, around / 2],
    [],
  );
};

const radiusFrom = (numbers: Numbers): number | null => numbers.take('radius|r') ?? over(numbers.take('diameter|d'), 2);
const over = (value: number | null, by: number): number | null => (value === null ? null : value / by);
const rootOf = (value: number | null): number | null => (value === null ? null : sqrt(value));

/** Volume and surface of a body of revolution, or of a cube. */
const solid: FigureReader = numbers => {
  const { text } = numbers;
  const volume = asks(text, /volume|capacity|how much water/);
  if (
    /\bhemi|\bhalf|\bfrustum|\bhollow|\bpipe|\btube|\bper\b|\bfill|\brate|\binscribed|\bcircumscribed|\bmelt|\bratio|\bopen\b|\bslant height[^.?,]{0,12}\d/i.test(
      text,
    )
  )
    return null;
  if (/\bcube\b/i.test(text)) {
    const a = numbers.take('edges?|sides?|edge length|side length|edges of length');
    return a === null
      ? null
      : figure(
          [a],
          { V: [a ** 3], S: [6 * a * a], A: [6 * a * a, a * a] },
          [
            [/\bsurface(?: area)?\b/i, [6 * a * a]],
            [/\bvolume\b/i, [a ** 3]],
          ],
          volume && !asks(text, /surface/)
            ? [a ** 3, a * a]
            : volume
              ? [a ** 3, a * a, 6 * a * a]
              : [a * a, 6 * a * a, 4 * a * a, 2 * a * a],
          [],
        );
  }
  const r = radiusFrom(numbers);
  if (r === null) return null;
  if (/\bsphere\b|\bball\b|\bspherical\b/i.test(text)) {
    const [v, s] = [(4 / 3) * PI * r ** 3, 4 * PI * r * r];
    return figure(
      [r],
      { r: [r], d: [2 * r], V: [v], S: [s], A: [s] },
      [
        [/\bvolume\b/i, [v]],
        [/\bsurface\b/i, [s]],
      ],
      volume ? [r, r ** 3, PI * r ** 3, 4 * PI * r ** 3, 4 * r ** 3, v] : [r, r * r, PI * r * r, 4 * r * r, s],
      [],
    );
  }
  const h = numbers.take('heights?|h|high|tall|long|deep|depth|length');
  if (h === null) return null;
  const base = PI * r * r;
  if (/\bcone\b|\bconical\b/i.test(text) && !/\bslant height (?:of|is|=)/i.test(text)) {
    const s = hypot(r, h);
    return figure(
      [r, h],
      { r: [r], h: [h], V: [(base * h) / 3], s: [s], l: [s] },
      [
        [/\bvolume\b/i, [(base * h) / 3]],
        [/\bslant\b/i, [s, s * s]],
      ],
      [
        ...(volume ? [base, base * h, (base * h) / 3, r * r * h] : []),
        ...(/slant|surface/i.test(text) ? [s, s * s, PI * r * s, PI * r * s + base] : []),
      ],
      [],
    );
  }
  if (!/\bcylind/i.test(text)) return null;
  const side = 2 * PI * r * h;
  return figure(
    [r, h],
    { r: [r], h: [h], V: [base * h] },
    [[/\bvolume\b/i, [base * h]]],
    volume
      ? [base, base * h, r * r * h, ...(/surface|lateral|curved/i.test(text) ? [side, side + 2 * base] : [])]
      : [side, side + 2 * base, side + base, 2 * base, base, 2 * PI * r],
    [],
  );
};

/** Areas of plane figures with straight sides. */
const straight: FigureReader = numbers => {
  const { text } = numbers;
  if (
    !asks(text, /area/) ||
    /\bperimeter|\bright\b|\bequilateral|\bisosceles|\bangle|\bpath\b|\bborder|\bcost|\bper\b|\bvolume|\bsurface|\bratio|\bsimilar|\bcircle/i.test(
      text,
    )
  )
    return null;
  const of = (givens: readonly number[], area: number, ...more: readonly number[]): Figure =>
    figure(givens, { A: [area], S: [area] }, [[/\barea\b/i, [area]]], [area, ...more], []);
  if (/\btrape[zs]/i.test(text)) {
    const sides = numbers.pair('(?:parallel )?sides?|bases?|parallel sides of length');
    const h = numbers.take('heights?|h|distance (?:between|apart)[^.\\d]*|(?:they|which) are|apart');
    return sides && h !== null ? of([...sides, h], ((sides[0] + sides[1]) * h) / 2, (sides[0] + sides[1]) * h) : null;
  }
  if (/\b(?:rhombus|kite)\b/i.test(text)) {
    const d = numbers.pair('diagonals?');
    return d && of(d, (d[0] * d[1]) / 2, d[0] * d[1], (d[0] * d[1]) / 4, (d[0] * d[1]) / 8);
  }
  const both = /\b(?:triang|parallelogram)/i.exec(text)?.[0].toLowerCase();
  const [base, height] =
    both === undefined ? [null, null] : [numbers.take('base|b'), numbers.take('heights?|h|altitude|high|perpendicular height')];
  if (base === null || height === null) return null;
  return both?.endsWith('triang') ? of([base, height], (base * height) / 2, base * height) : of([base, height], base * height);
};

const sector: FigureReader = numbers => {
  const { text } = numbers;
  if (!/\bsector\b|\barc\b/i.test(text) || /\bchord|\bsegment\b|\bperimeter|\bradians?\b|\brad\b/i.test(text)) return null;
  const angle = numbers.match(/(\d+(?:\.\d+)?)\s*(?:°|degrees)/)?.[0];
  const r = radiusFrom(numbers);
  if (angle === undefined || r === null) return null;
  const [arc, area] = [r * radians(angle), (r * r * radians(angle)) / 2];
  const length = asks(text, /arc|length/);
  return figure(
    [r, angle],
    { r: [r], s: [arc], l: [arc], L: [arc], A: [area] },
    [
      [/\barc\b/i, [arc]],
      [/\barea\b/i, [area]],
    ],
    [...(length ? [arc] : []), ...(asks(text, /area/) ? [area] : []), radians(angle), angle / 360],
    [],
  );
};

/** Areas and volumes of similar figures by the ratio of their lengths. */
const similar: FigureReader = numbers => {
  const { text } = numbers;
  if (!/\bsimilar\b/i.test(text)) return null;
  const ratio =
    numbers.match(/\b(?:ratio|scale)\b[^.;\d]*?(\d+(?:\.\d+)?)\s*(?::|to)\s*(\d+(?:\.\d+)?)/i) ??
    numbers.pair('(?:corresponding )?(?:sides?|lengths?|heights?|edges?|radii|radius|bases?)');
  const [p, q] = ratio ?? [];
  if (
    p === undefined ||
    q === undefined ||
    p === q ||
    /ratio of (?:the |their )?(?:areas|volumes|surface)|\b(?:areas|volumes) (?:are )?in the ratio/i.test(text)
  )
    return null;
  const power = /\bvolume\b/i.test(text) ? 3 : /\barea\b/i.test(text) ? 2 : 0;
  const known = numbers.take(
    '(?:(?:smaller|larger|bigger|first|second|other|one|has|have|an|a|its) )*(?:surface )?(?:area|volume)(?: of the (?:smaller|larger|bigger|first|second)(?: one| triangle| rectangle| solid| figure)?)?',
  );
  const large =
    known === null
      ? null
      : /\b(?:larger|bigger|greater)(?: one| triangle| rectangle| solid| figure| \w+)? has|(?:area|volume) of the (?:larger|bigger)[^.?]*?(?:is|=) ?\d/i.test(
          text,
        );
  const small = /\bsmaller(?: one| triangle| rectangle| solid| figure| \w+)? has|(?:area|volume) of the smaller[^.?]*?(?:is|=) ?\d/i.test(
    text,
  );
  if (known === null || power === 0 || large === small || (power === 3 && /\barea\b/i.test(text))) return null;
  const k = Math.max(p, q) / Math.min(p, q);
  const other = small ? known * k ** power : known / k ** power;
  const name = small ? /\b(?:larger|bigger|greater|other)\b/i : /\b(?:smaller|other)\b/i;
  return figure(
    [known],
    {},
    [[new RegExp(`${name.source}[^.=]*$|\\b(?:area|volume)\\b[^.=]*${name.source}[^.=]*$`, 'i'), [other]]],
    [other, known * p ** power, known * q ** power, known / p ** power, known / q ** power],
    [other, k, 1 / k],
  );
};

/** Areas, lengths and volumes of circles, bodies and figures with straight sides, and of figures that are similar. */
export const SIZES: readonly FigureReader[] = [sector, similar, solid, circle, straight];
