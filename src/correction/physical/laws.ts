/** What a problem of physics fixes: by its words, and by the quantities it gives, told apart by their units. */
export interface Law {
  readonly about: RegExp;
  readonly unless?: RegExp;
  /** Letters for the given quantities, by their units; two with the same unit come in the order of the problem. */
  readonly givens: Readonly<Record<string, string>>;
  /** What follows, by its name: its unit, and its formula, where `g` is the acceleration of free fall. */
  readonly gives: Readonly<Record<string, readonly [unit: string, formula: string]>>;
}

const ENERGY = /\benergy\b|\bwork\b/i;
const MOVES = /\b(?:accelerat|decelerat|brak|stop|slow|speeds? up|at rest|from rest|to rest|standstill)/i;
const UNEVEN =
  /\b(?:accelerat|decelerat|brak|falls?|thrown|drop|echo|back|return|stream|current|wind|wheel|radius|circle|gap|behind|toward|catch|meet|faster|slower|pulled|force|average|wave\w*|mass|work|power|height|upstream|downstream|rest|half|then|stops?|late|earlier)/i;
const FALLS = /\b(?:falls?|falling|dropped|drops|free fall)\b/i;
const THROWN = /\b(?:thrown|throws|horizontal\w*|upwards?|initial|slides?|incline\w*|rolls?|half|parachut\w*|bounces?|rebound\w*)\b/i;
const CIRCUIT = /\b(?:resist\w*|current|voltage|circuit|bulb|lamp|battery|heater|appliance|device|kettle|motor|wire)\b/i;

export const LAWS: readonly Law[] = [
  { about: /\bkinetic\b/i, givens: { m: 'kg', v: 'm/s' }, gives: { E: ['J', '1/2*m*v^2'], p: ['kg*m/s', 'm*v'] } },
  {
    about: /\bpotential energy\b|\bwork\b|\benergy\b/i,
    unless: /\bkinetic\b|\bspeed\b|\bforce\b|\bspring\b|°/i,
    givens: { m: 'kg', h: 'm' },
    gives: { E: ['J', 'm*g*h'], F: ['N', 'm*g'] },
  },
  {
    about: /\b(?:lifts?|lifted|raises?|climbs?|carries|up|hoists?)\b/i,
    unless: /°|\bincline/i,
    givens: { m: 'kg', h: 'm', t: 's' },
    gives: { E: ['J', 'm*g*h'], F: ['N', 'm*g'], P: ['W', 'm*g*h/t'] },
  },
  {
    about: /\bforce\b|\bpulls?\b|\bpush/i,
    unless: /\bfriction\b(?! is)|\bweight\b|°/i,
    givens: { m: 'kg', a: 'm/s^2' },
    gives: { F: ['N', 'm*a'] },
  },
  {
    about: ENERGY,
    unless: /\bweight\b|°/i,
    givens: { m: 'kg', a: 'm/s^2', s: 'm' },
    gives: { F: ['N', 'm*a'], W: ['J', 'm*a*s'] },
  },
  { about: /\baccelerat/i, unless: /\bfriction\b|\bweight\b|°/i, givens: { F: 'N', m: 'kg' }, gives: { a: ['m/s^2', 'F/m'] } },
  { about: /\bmass\b/i, givens: { F: 'N', a: 'm/s^2' }, gives: { m: ['kg', 'F/a'] } },
  { about: /\bweight\b/i, unless: /\bmoon\b|\bmars\b|\bplanet\b/i, givens: { m: 'kg' }, gives: { F: ['N', 'm*g'] } },
  { about: /\bwork\b|\benergy\b/i, unless: /°|\bspring\b|\bmoment/i, givens: { F: 'N', s: 'm' }, gives: { W: ['J', 'F*s'] } },
  { about: /\bpower\b/i, unless: /°/i, givens: { F: 'N', s: 'm', t: 's' }, gives: { W: ['J', 'F*s'], P: ['W', 'F*s/t'] } },
  { about: /\bpower\b/i, givens: { W: 'J', t: 's' }, gives: { P: ['W', 'W/t'] } },
  { about: /\benergy\b|\bwork\b|\bkWh\b|\bjoules?\b/i, unless: /\befficien|%/i, givens: { P: 'W', t: 's' }, gives: { E: ['J', 'P*t'] } },
  { about: /\bpressure\b|\bpascals?\b/i, givens: { F: 'N', A: 'm^2' }, gives: { p: ['Pa', 'F/A'] } },
  { about: /\bpressure\b|\bforce\b/i, givens: { p: 'Pa', A: 'm^2' }, gives: { F: ['N', 'p*A'] } },
  { about: /\bpressure\b/i, givens: { r: 'kg/m^3', h: 'm' }, gives: { p: ['Pa', 'r*g*h'] } },
  { about: /\bdensity\b/i, givens: { m: 'kg', V: 'm^3' }, gives: { ρ: ['kg/m^3', 'm/V'] } },
  { about: /\bdensity\b|\bmass\b|\bweigh/i, givens: { r: 'kg/m^3', V: 'm^3' }, gives: { m: ['kg', 'r*V'] } },
  { about: /\bdensity\b|\bvolume\b/i, givens: { m: 'kg', r: 'kg/m^3' }, gives: { V: ['m^3', 'm/r'] } },
  { about: CIRCUIT, givens: { U: 'V', R: 'Ω' }, gives: { I: ['A', 'U/R'], P: ['W', 'U^2/R'] } },
  { about: CIRCUIT, givens: { I: 'A', R: 'Ω' }, gives: { U: ['V', 'I*R'], V: ['V', 'I*R'], P: ['W', 'I^2*R'] } },
  { about: CIRCUIT, givens: { U: 'V', I: 'A' }, gives: { R: ['Ω', 'U/I'], P: ['W', 'U*I'] } },
  { about: CIRCUIT, givens: { U: 'V', P: 'W' }, gives: { I: ['A', 'P/U'], R: ['Ω', 'U^2/P'] } },
  { about: CIRCUIT, givens: { U: 'V', I: 'A', t: 's' }, gives: { E: ['J', 'U*I*t'], P: ['W', 'U*I'], Q: ['C', 'I*t'] } },
  { about: /\bcharge\b/i, givens: { I: 'A', t: 's' }, gives: { Q: ['C', 'I*t'] } },
  { about: /\bwavelength\b/i, givens: { v: 'm/s', f: 'Hz' }, gives: { λ: ['m', 'v/f'], T: ['s', '1/f'] } },
  { about: /\bwave/i, givens: { l: 'm', f: 'Hz' }, gives: { v: ['m/s', 'l*f'], T: ['s', '1/f'] } },
  { about: /\bwave/i, givens: { v: 'm/s', l: 'm' }, gives: { f: ['Hz', 'v/l'], T: ['s', 'l/v'] } },
  { about: /\bfrequency\b/i, givens: { T: 's' }, gives: { f: ['Hz', '1/T'] } },
  {
    about: /\bheat\b|\benergy\b/i,
    unless: /\bmelt|\bevaporat|\bboil|\bmix/i,
    givens: { m: 'kg', a: 'K', b: 'K', c: 'J/(kg*K)' },
    gives: { Q: ['J', 'm*c*abs(b-a)'] },
  },
  {
    about: /\bheat\b|\benergy\b/i,
    unless: /\bmelt|\bevaporat|\bboil|\bmix|\bfrom\b/i,
    givens: { m: 'kg', T: 'K', c: 'J/(kg*K)' },
    gives: { Q: ['J', 'm*c*T'] },
  },
  { about: /\bspring\b/i, givens: { k: 'N/m', x: 'm' }, gives: { F: ['N', 'k*x'], E: ['J', '1/2*k*x^2'] } },
  { about: /\bspring\b/i, unless: /\benergy\b/i, givens: { F: 'N', x: 'm' }, gives: { k: ['N/m', 'F/x'] } },
  { about: /\bmomentum\b|\bimpulse\b/i, givens: { m: 'kg', v: 'm/s' }, gives: { p: ['kg*m/s', 'm*v'] } },
  { about: /\bimpulse\b|\bmomentum\b/i, givens: { F: 'N', t: 's' }, gives: { p: ['kg*m/s', 'F*t'] } },
  { about: FALLS, unless: THROWN, givens: { t: 's' }, gives: { s: ['m', '1/2*g*t^2'], v: ['m/s', 'g*t'] } },
  { about: FALLS, unless: THROWN, givens: { h: 'm' }, gives: { t: ['s', 'sqrt(2*h/g)'], v: ['m/s', 'sqrt(2*g*h)'] } },
  {
    about: /\b(?:thrown|throws|shot|kicked|launched)\b[^.]*\b(?:vertically|straight up|upwards?)\b|\b(?:vertically|straight) up/i,
    unless: /\bfrom (?:a|the) (?:height|roof|top|cliff|tower|bridge|building)/i,
    givens: { v: 'm/s' },
    gives: { h: ['m', 'v^2/(2*g)'], t: ['s', 'v/g'], T: ['s', '2*v/g'] },
  },
  {
    about: /\bfrom rest\b|\bstarts? at rest\b|\bfrom standstill\b/i,
    unless: /\bthen\b|\bforce\b/i,
    givens: { a: 'm/s^2', t: 's' },
    gives: { v: ['m/s', 'a*t'], s: ['m', '1/2*a*t^2'] },
  },
  {
    about: /\bfrom rest\b|\bstarts? at rest\b|\bfrom standstill\b/i,
    unless: /\bthen\b|\bforce\b/i,
    givens: { a: 'm/s^2', s: 'm' },
    gives: { v: ['m/s', 'sqrt(2*a*s)'], t: ['s', 'sqrt(2*s/a)'] },
  },
  {
    about: /\b(?:from|to|at) (?:rest|a stop|(?:a )?standstill|0)\b|\bstops?\b|\bstopped\b|\bfrom 0\b/i,
    unless: /\bthen\b|\bforce\b|\breaction\b|\bevery\b/i,
    givens: { v: 'm/s', t: 's' },
    gives: { a: ['m/s^2', 'v/t'], s: ['m', '1/2*v*t'], v: ['m/s', 'v/2'] },
  },
  {
    about: /\b(?:from|to|at) (?:rest|a stop|(?:a )?standstill)\b|\bstops?\b|\bstopped\b/i,
    unless: /\bthen\b|\bforce\b|\breaction\b|\bevery\b/i,
    givens: { v: 'm/s', a: 'm/s^2' },
    gives: { t: ['s', 'v/a'], s: ['m', 'v^2/(2*a)'] },
  },
  {
    about: MOVES,
    unless: /\bthen\b|\bforce\b|\brest\b|\bstop|\bdecelerat|\bbrak|\bslow|\breaches?\b|\bto \d/i,
    givens: { u: 'm/s', a: 'm/s^2', t: 's' },
    gives: { v: ['m/s', 'u+a*t'], s: ['m', 'u*t+1/2*a*t^2'] },
  },
  {
    about: /\baccelerat/i,
    unless: /\bthen\b|\bforce\b|\baverage speed\b/i,
    givens: { u: 'm/s', v: 'm/s', t: 's' },
    gives: { a: ['m/s^2', 'abs(v-u)/t'], s: ['m', '(u+v)/2*t'], w: ['m/s', 'abs(v-u)'] },
  },
  { about: /\bpendulum\b/i, givens: { l: 'm' }, gives: { T: ['s', '2*pi*sqrt(l/g)'] } },
  { about: /\bhow far\b|\bdistance\b/i, unless: UNEVEN, givens: { v: 'm/s', t: 's' }, gives: { s: ['m', 'v*t'] } },
  { about: /\bspeed\b|\bhow fast\b|\bvelocity\b/i, unless: UNEVEN, givens: { s: 'm', t: 's' }, gives: { v: ['m/s', 's/t'] } },
  { about: /\bhow long\b|\btime\b/i, unless: UNEVEN, givens: { v: 'm/s', s: 'm' }, gives: { t: ['s', 's/v'] } },
];
