import { type Rational, rational } from '../rational.ts';

/** What one of a unit is in the smallest common measure of its kind. */
export interface Unit {
  readonly kind: string;
  readonly size: Rational;
}

/** Kind, and unit=size pairs. Months and years have no fixed number of days, so they have a kind of their own. */
const TABLE: readonly (readonly [string, string])[] = [
  ['length', 'mm=1/1000 cm=1/100 dm=1/10 m=1 km=1000 inch=254/10000 foot=3048/10000 yard=9144/10000 mile=1609344/1000'],
  ['mass', 'mg=1/1000 g=1 kg=1000 tonne=1000000 ounce=28349523125/1000000000 pound=45359237/100000'],
  ['volume', 'ml=1/1000 cl=1/100 l=1 teaspoon=1/768 tablespoon=1/256 cup=1/16 pint=1/8 quart=1/4 gallon=1'],
  ['time', 'second=1 minute=60 hour=3600 day=86400 week=604800'],
  ['calendar', 'month=1 year=12 decade=120 century=1200'],
  ['dollar', '$=1 dollar=1 cent=1/100 dime=1/10 nickel=1/20 quarter=1/4 penny=1/100'],
  ['count', 'dozen=12 pair=2'],
];

/** Metric and American volumes do not convert into each other exactly: both are in the table, in measures of their own. */
const METRIC_VOLUME = new Set(['ml', 'cl', 'l']);

const UNITS: ReadonlyMap<string, Unit> = new Map(
  TABLE.flatMap(([kind, text]) =>
    text.split(' ').map((entry): [string, Unit] => {
      const [name = '', size = '1'] = entry.split('=');
      const [n = '1', d = '1'] = size.split('/');
      return [name, { kind: kind === 'volume' && METRIC_VOLUME.has(name) ? 'metric volume' : kind, size: rational(BigInt(n), BigInt(d)) }];
    }),
  ),
);

/** The measure of a unit by its singular name; null for counted nouns and units that convert into nothing else. */
export function unitOf(name: string): Unit | null {
  return UNITS.get(name) ?? null;
}
