import { type Form, type Givens, given, type Misuse, words } from './misuse.ts';

const MASS = ['@\\s?kg', 'mass~@\\s?kg'];
const GRAMS = ['@\\s?(?:g|grams?)(?![a-zA-Z/])'];
const SPEED = ['@\\s?m\\s?(?:\\/\\s?s|per second)(?!²|\\^|\\s?per)', '@ met(?:er|re)s per second(?! (?:squared|per))'];
const KMH = ['@\\s?km\\s?(?:\\/|per)\\s?h'];
const ACCELERATION = ['@\\s?m\\s?\\/\\s?s(?:²|\\^2|\\^\\{2\\})', '@ met(?:er|re)s per second (?:squared|per second)'];
const all = (forms: readonly string[], line: RegExp): readonly Form[] => forms.map(form => [form, line] as const);

const ENERGY = /\bkinetic\b/i;
const IS_ENERGY = /(?:^|[\s$,])(?:E|K|KE|W|E_k|E_\{?kin\}?|energy)\s*(?:=|is|≈)/;

/** The two speeds and times, or the one way there and back, of a journey whose average speed is asked for; none where the times are the same. */
const journey: Misuse['read'] = problem => {
  if (!/\baverage speed\b|\bmean speed\b/i.test(problem) || /\bhalf (?:of )?the time\b|\bequal times?\b|\bsame time\b/i.test(problem))
    return [];
  const speeds = [
    ...problem.matchAll(
      /(\d+(?:\.\d+)?)\s?(?:km\/h|mph|m\/s|km per hour|miles per hour|kilomet\w+ per hour|km an hour|miles an hour|kph)/gi,
    ),
  ].map(([, v = '']) => v);
  const times = [...problem.matchAll(/(\d+(?:\.\d+)?)\s?(?:h|hours?|minutes?|min|s|seconds?)\b(?!\/)/gi)].map(([, t = '']) => t);
  const [a, b, ...more] = speeds;
  if (a === undefined || b === undefined || more.length > 0 || a === b) return [];
  const back =
    /\b(?:back|returns?|returned|return|there and back|each way|same (?:road|way|route|distance)|half (?:of )?the (?:way|distance|journey|trip))\b/i.test(
      problem,
    );
  if (times.length === 2 ? times[0] === times[1] : times.length > 0 || !back) return [];
  const [s, t] = times;
  return [{ a, b, right: s !== undefined && t !== undefined ? `(${a}*${s} + ${b}*${t})/(${s} + ${t})` : `2*${a}*${b}/(${a} + ${b})` }];
};

/** Two that move, with their speeds. */
const pairOfSpeeds =
  (about: RegExp, unless: RegExp): Misuse['read'] =>
  problem => {
    if (!about.test(problem) || unless.test(problem)) return [];
    const speeds = [
      ...problem.matchAll(
        /(\d+(?:\.\d+)?)\s?(?:km\/h|mph|m\/s|km per hour|miles per hour|met(?:er|re)s per second|kilomet\w+ per hour|m\/min|kph)/gi,
      ),
    ].map(([, v = '']) => v);
    const [a, b, ...more] = speeds;
    if (a === undefined || b === undefined || more.length > 0 || a === b) return [];
    const [high, low] = Number(a) > Number(b) ? [a, b] : [b, a];
    return [{ a: high, b: low }];
  };
const CHASE =
  /\bcatch(?:es)?\b|\bovertakes?\b|\bchas(?:e|es|ing)\b|\bruns? away\b|\bafter (?:it|him|her|a)\b[^.]*\bsame direction\b|\bhead start\b|\bcatch(?:es)? up\b/i;
const MEETING = /\btowards? each other\b|\bopposite directions?\b|\bapproach(?:ing)? each other\b|\bmeet\b/i;

/** Two bodies that move in opposite directions, with their masses and speeds. */
const collision: Misuse['read'] = problem => {
  if (!/\bmomentum\b|\bcollid|\bcollision\b|\bstick\b|\bmeets?\b|\bcoupl/i.test(problem)) return [];
  if (
    !/\bopposite\b|\btowards? each other\b|\bhead-on\b|\bto the left\b.*\bto the right\b|\bto the right\b.*\bto the left\b|\bleftwards?\b|\btowards? (?:it|him|her|the (?:first|other))\b|\bfrom the other (?:side|direction)\b/i.test(
      problem,
    )
  )
    return [];
  const [m, n, ...bodies] = [...problem.matchAll(/(\d+(?:\.\d+)?)\s?(?:kg|g|t)\b/gi)].map(([, v = '']) => v);
  const [v, w, ...speeds] = [...problem.matchAll(/(\d+(?:\.\d+)?)\s?(?:m\/s|km\/h)/gi)].map(([, x = '']) => x);
  return m && n && v && w && bodies.length === 0 && speeds.length === 0 && !/\breaction|\benergy lost\b|\brelative\b/i.test(problem)
    ? [{ m, n, v, w }]
    : [];
};

const RESISTORS: Misuse['read'] = problem => {
  const found = [...problem.matchAll(/(\d+(?:\.\d+)?)(?:\s?(?:Ω|ohms?)| ?\\Omega)/gi)].map(([, r = '']) => r);
  const list = /(\d+(?:\.\d+)?)\s?(?:Ω|ohms?)?,? and (\d+(?:\.\d+)?)\s?(?:Ω|ohms?)/i.exec(problem);
  const [a, b, ...more] = found.length === 2 ? found : list && found.length < 2 ? [list[1] ?? '', list[2] ?? ''] : found;
  return a && b && more.length === 0 && /\bresist/i.test(problem) ? [{ a, b }] : [];
};
const when =
  (about: RegExp, unless: RegExp, read: Misuse['read']): Misuse['read'] =>
  problem =>
    about.test(problem) && !unless.test(problem) ? read(problem) : [];
const IS_RESISTANCE = /(?:^|[\s$,])(?:R|R_\{?(?:p|total|t|T|eq|ges)\}?|(?:total |combined |equivalent )?resistance)\s*(?:=|is|≈)/;

const FAHRENHEIT = ['@\\s?°\\s?F', '@ degrees fahrenheit'];
const CELSIUS = ['@\\s?°\\s?C', '@ degrees celsius'];
const temperature = (problem: string, from: readonly string[], to: RegExp): readonly Givens[] =>
  given(to, { t: from }, { most: 4 })(problem);

/** An hour and minutes, in the problem. */
const hoursAndMinutes: Misuse['read'] = problem =>
  [...problem.matchAll(/(\d+)\s?(?:h|hrs?|hours?)(?: and)? (\d+)\s?(?:min(?:utes?)?|m)\b/gi)].flatMap(([, h = '', m = '']) =>
    m === '0' ? [] : [{ h, m, t: String(Number(`${h}.${m}`)), p: String(Number(`${h}.${m.padStart(2, '0')}`)) }],
  );

export const PHYSICS: readonly Misuse[] = [
  {
    name: 'the kinetic energy',
    read: given(ENERGY, { m: MASS, v: SPEED }, { unless: /\bdoubles?\b|\bstops?\b|\bheight\b/i, most: 3 }),
    right: '1/2*{m}*{v}^2',
    wrong: [
      '~(1/2*{m}*{v})^2',
      '~({m/2}*{v})^2',
      ...all(
        ['({m}*{v})^2/2', '1/2*({m}*{v})^2', '1/2*{m}*{v}', '{m}*{v}^2', '{m}*{v}', '1/2*{m}^2*{v}', '1/2*{m}*2*{v}', '{m}*{v}/2'],
        IS_ENERGY,
      ),
    ],
  },
  {
    name: 'the kinetic energy, with the mass in kilograms,',
    read: given(ENERGY, { m: GRAMS, v: SPEED }, { unless: /\bkg\b/i, most: 3 }),
    right: '1/2*{m/1000}*{v}^2',
    wrong: [
      ['1/2*{m}*{v}^2', /^(?!.*\bg\s?[·*]?\s?m).*(?:\bJ\b|\bjoules?\b)/i],
      ['{m}*{v}^2/2', /^(?!.*\bg\s?[·*]?\s?m).*(?:\bJ\b|\bjoules?\b)/i],
      're:=\\s*{{m*v*v/2}}\\s?(?:J\\b|joules?)',
    ],
  },
  {
    name: 'the kinetic energy, with the speed in metres per second,',
    read: given(ENERGY, { m: MASS, v: KMH }, { most: 3 }),
    right: '1/2*{m}*({v}/3.6)^2',
    wrong: [['1/2*{m}*{v}^2', /\bJ\b|\bjoules?\b/i], 're:=\\s*{{m*v*v/2}}\\s?(?:J\\b|joules?)'],
  },
  {
    name: 'the force, with the mass in kilograms,',
    read: given(/\bforce\b|\bpulls?\b|\bpush/i, { m: GRAMS, a: ACCELERATION }, { unless: /\bkg\b/i, most: 4 }),
    right: '{m/1000}*{a}',
    wrong: [['{m}*{a}', /^(?!.*\bg\s?[·*]?\s?m).*(?:\d\s?N\b|\bnewtons?\b)/i]],
  },
  {
    name: 'the force',
    read: given([/\bforce\b/i, /\baccelerat/i], { m: MASS, a: ACCELERATION }, { unless: /\bfriction\b|\bweight\b|\bg =/i, most: 3 }),
    right: '{m}*{a}',
    wrong: all(['{m}/{a}', '{a}/{m}', '{m} + {a}', '1/2*{m}*{a}', '{m}*{a}^2'], /(?:^|[\s$,])(?:F|force)\s*(?:=|is|≈)/),
  },
  {
    name: 'the momentum, with the mass in kilograms,',
    read: given(/\bmomentum\b/i, { m: GRAMS, v: SPEED }, { unless: /\bkg (?:ball|body|cart|trolley)\b/i, most: 2 }),
    right: '{m/1000}*{v}',
    wrong: [['{m}*{v}', /^(?!.*\bg\s?[·*]?\s?m).*(?:\bkg\b|\bN ?s\b)/]],
  },
  {
    name: 'the total momentum, as one of the two moves the other way,',
    read: collision,
    right: '{m}*{v} - {n}*{w}',
    wrong: ['~{m}*{v} + {n}*{w}', '~{n}*{v} + {m}*{w}', ['({m} + {n})*({v} + {w})', /./]],
  },
  {
    name: 'the time of fall',
    read: given(
      [/\b(?:falls?|dropped|drops|falling|free fall|let go)\b/i],
      { h: ['# (?:high|tall|above|cliff|tower|bridge|building|deep)', 'height (?:of )?#', '(?:from|falls) #'] },
      { unless: /\bthrown\b|\binitial\b|\bhalf\b|\bparachut|\bupwards?\b|\bhorizontal/i, most: 3 },
    ),
    right: 'sqrt(2*{h}/10)',
    wrong: ['9.8', '9.81', '10'].flatMap(g =>
      [`{h}/${g}`, `sqrt({h}/${g})`, `${g}/{h}`, `sqrt(2*${g}/{h})`, `sqrt(2*{h}*${g})`, `{h} - ${g}/2`].map(
        form => [form, /(?:^|[\s$,⇒])t(?:²|\^2|\^\{2\})?\s*(?:=|≈)/] as const,
      ),
    ),
  },
  {
    name: 'the density',
    read: given(
      [/\bdensity\b/i],
      { m: ['@\\s?(?:kg|g)\\b(?!\\/)', 'mass~@'], v: ['@\\s?(?:cm³|m³|dm³|cm\\^3|m\\^3|cm\\^\\{3\\}|ml|l|litres?|cubic)', 'volume~@'] },
      { unless: /\bdensity (?:of|is|=) ?\d|\d\s?(?:g|kg)\/|\bpieces\b/i, most: 2 },
    ),
    right: '{m}/{v}',
    wrong: all(['{v}/{m}', '{m}*{v}', '{m} - {v}', '{m} + {v}'], /(?:^|[\s$,])(?:ρ|\\rho|d|D|density)\s*(?:=|is|≈)/),
  },
  {
    name: 'the mass',
    read: given(
      [/\bdensity\b/i, /\bmass\b|\bweigh|\bheavy\b/i],
      { r: ['@\\s?(?:g|kg)\\s?(?:\\/|per)\\s?(?:cm|m|dm|ml|l|cubic)'], v: ['@\\s?(?:cm³|m³|dm³|cm\\^3|m\\^3|ml|cubic)', 'volume~@'] },
      { most: 2 },
    ),
    right: '{r}*{v}',
    wrong: all(['{v}/{r}', '{r}/{v}', '{r} + {v}'], /(?:^|[\s$,])(?:m|M|mass)\s*(?:=|is|≈)/),
  },
  {
    name: 'the current',
    read: given(
      [/\bcurrent\b/i],
      { u: ['@\\s?(?:V|volts?)\\b'], r: ['@\\s?(?:Ω|ohms?)'] },
      { unless: /\bparallel\b|\bseries\b|\bresistors\b|\binternal\b/i, most: 2 },
    ),
    right: '{u}/{r}',
    wrong: all(['{u}*{r}', '{r}/{u}', '{u} - {r}'], /(?:^|[\s$,])(?:I|current)\s*(?:=|is|≈)/),
  },
  {
    name: 'the voltage',
    read: given(
      [/\bvoltage\b/i],
      { i: ['@\\s?(?:A|amps?|amperes?)\\b'], r: ['@\\s?(?:Ω|ohms?)'] },
      { unless: /\bparallel\b|\bseries\b|\bresistors\b|\binternal\b/i, most: 2 },
    ),
    right: '{i}*{r}',
    wrong: all(['{i}/{r}', '{r}/{i}', '{i} + {r}'], /(?:^|[\s$,])(?:U|V|voltage)\s*(?:=|is|≈)/),
  },
  {
    name: 'the resistance',
    read: given(
      [/\bresistance\b/i],
      { u: ['@\\s?(?:V|volts?)\\b'], i: ['@\\s?(?:A|amps?|amperes?)\\b'] },
      { unless: /\bparallel\b|\bseries\b|\bresistors\b|\binternal\b/i, most: 2 },
    ),
    right: '{u}/{i}',
    wrong: all(['{u}*{i}', '{i}/{u}'], /(?:^|[\s$,])(?:R|resistance)\s*(?:=|is|≈)/),
  },
  {
    name: 'the resistance of both in parallel',
    read: when(/\bparallel\b/i, /\bseries\b/i, RESISTORS),
    right: '{a}*{b}/({a} + {b})',
    wrong: [
      ...all(
        ['{a} + {b}', '1/{a} + 1/{b}', '({a} + {b})/2', '({a} + {b})/({a}*{b})', '{a}*{b}', '1/({a} + {b})', '1/{a + b}'],
        IS_RESISTANCE,
      ),
      ['1/({a} + {b})', /1\/R/],
      `re:(?:^|[^/\\w])R\\s*=\\s*(?:\\d+\\/\\d+\\s*=\\s*)?{{a+b}}\\/{{a*b}}`,
    ],
  },
  {
    name: 'the resistance of both in series',
    read: when(/\bseries\b/i, /\bparallel\b/i, RESISTORS),
    right: '{a} + {b}',
    wrong: [...all(['{a}*{b}/({a} + {b})', '({a} + {b})/2', '{a}*{b}', '1/{a} + 1/{b}'], IS_RESISTANCE), ['1/{a} + 1/{b}', /1\/R/]],
  },
  {
    name: 'the average speed of the whole way',
    read: journey,
    right: '{right}',
    wrong: ['({a} + {b})/2', '1/2*({a} + {b})', '0.5*({a} + {b})', '{a+b}/2', ['{a} + {b}', /\baverage\b/i]],
  },
  {
    name: 'the speed at which the gap shrinks',
    read: pairOfSpeeds(CHASE, /\btowards? each other\b|\bopposite\b|\bstream\b|\bcurrent\b|\bwind\b/i),
    right: '{a} - {b}',
    wrong: ['~{a} + {b}', ['{a} + {b}', /./]],
  },
  {
    name: 'the speed at which they come together or apart',
    read: pairOfSpeeds(
      MEETING,
      /\bsame direction\b|\bcatch|\bovertak|\bhead start\b|\bearlier\b|\blater\b|\bafter (?:the first|it|him)\b|\bcurrent\b|\briver\b|\bstream\b|\bwind\b|\bhow much (?:faster|farther|further|more)\b|\bmore\b/i,
    ),
    right: '{a} + {b}',
    wrong: [
      ['~{a} - {b}', /\bgap\b|\bdistance\b|\bclos|\btogether\b|\bapart\b|\brelative\b|\bt\s*=|\bspeed\b|\btime\b|\bapproach/i],
      ['({a} + {b})/2', /\bspeed\b|\bv\b|\bt\b/i],
    ],
  },
  {
    name: 'the temperature in degrees Celsius',
    read: problem => temperature(problem, FAHRENHEIT, /\bcelsius\b|°\s?C\b/i),
    right: '({t} - 32)*5/9',
    wrong: [
      '{t}*5/9 - 32',
      '5/9*{t} - 32',
      '({t} + 32)*5/9',
      '({t} - 32)*9/5',
      '{t} - 32*5/9',
      '{t}*9/5 + 32',
      '({t} - 32)/5*9',
      '5/9*{t} = x + 32',
      '{t}*5/9 = x + 32',
      '{t} - 32 = 5/9*x',
    ],
  },
  {
    name: 'the temperature in degrees Fahrenheit',
    read: problem => temperature(problem, CELSIUS, /\bfahrenheit\b|°\s?F\b/i),
    right: '{t}*9/5 + 32',
    wrong: ['({t} + 32)*9/5', '{t}*5/9 + 32', '{t}*9/5 - 32', '({t} - 32)*5/9', '1.8*({t} + 32)', '1.8*{t} - 32', '({t} + 32)*1.8'],
  },
  {
    name: 'the time in hours',
    read: hoursAndMinutes,
    right: '{h} + {m}/60',
    wrong: [
      `re:(?:^|(?:=|≈|is|→)\\s*){{t}}\\s?h(?:ours?)?\\b`,
      `re:\\/\\s?{{t}}(?:\\s|$|h|=)`,
      `re:(?:=|≈|is|→)\\s*{{p}}\\s?h(?:ours?)?\\b`,
    ],
  },
  {
    name: 'the wavelength',
    read: given([/\bwavelength\b/i, /\bfrequency\b|\bHz\b/i], { f: ['@\\s?(?:Hz|hertz)'], v: ['@\\s?m\\/s'] }, { most: 2 }),
    right: '{v}/{f}',
    wrong: all(['{f}/{v}', '{f}*{v}'], /(?:λ|\\lambda|wavelength)\s*(?:=|is|≈)/),
  },
  {
    name: 'the power',
    read: given([/\bpower\b/i], { w: ['@\\s?(?:J|joules?)\\b'], t: ['@\\s?(?:s|seconds?)\\b'] }, { most: 2 }),
    right: '{w}/{t}',
    wrong: all(['{w}*{t}', '{t}/{w}'], /(?:^|[\s$,])(?:P|power)\s*(?:=|is|≈)/),
  },
  {
    name: 'the pressure',
    read: given([/\bpressure\b/i], { f: ['@\\s?(?:N|newtons?)\\b'], a: ['@\\s?(?:m²|m\\^2|cm²|cm\\^2|square met)'] }, { most: 2 }),
    right: '{f}/{a}',
    wrong: all(['{f}*{a}', '{a}/{f}'], /(?:^|[\s$,])(?:p|P|pressure)\s*(?:=|is|≈)/),
  },
  {
    name: 'the work',
    read: given(
      [/\bwork\b/i, /\bforce\b/i],
      { f: ['@\\s?(?:N|newtons?)\\b'], s: ['@\\s?m(?![²³/\\w^])', '@ met(?:er|re)s'] },
      { unless: /°|degrees|\bangle\b|\bworkers?\b/i, most: 2 },
    ),
    right: '{f}*{s}',
    wrong: all(['{f}/{s}', '{s}/{f}', '1/2*{f}*{s}', '{f} + {s}'], /(?:^|[\s$,])(?:W|work)\s*(?:=|is|≈)/),
  },
  {
    name: 'the lever: each force times its arm,',
    read: problem => {
      const pair = words(String.raw`@\s?(?:kg|N)~(?:sits?|hangs?|at|is)~@\s?(?:m|cm)\b[^.]*\.?[^\d]*@\s?(?:kg|N)`).exec(problem);
      const [, a, s, b] = pair ?? [];
      return a && s && b && /\blever\b|\bsee-?saw\b|\bbalance/i.test(problem) && (problem.match(/\d+(?:\.\d+)?/g)?.length ?? 0) === 3
        ? [{ a, s, b }]
        : [];
    },
    right: '{a}*{s}/{b}',
    wrong: ['{a}/{s} = {b}/x', '{b}*{s}/{a}', '{a} + {s} = {b} + x', '{a} - {b}'],
  },
];
