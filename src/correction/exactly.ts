const MOST_DECIMALS = 4;
const LARGEST_DENOMINATOR = 400;

/** A computed value as a person writes it: a short decimal, a fraction, or such a multiple of π; else rounded to six digits. */
export function exactly(value: number): string {
  const short = Number(value.toPrecision(12));
  if (Number(short.toFixed(MOST_DECIMALS)) === short) return String(short);
  const fraction = fractionFor(value);
  if (fraction) return fraction;
  const [, sign = '', count = '', below = ''] = /^(-?)(\d+)(\/\d+)?$/.exec(fractionFor(value / Math.PI) ?? '') ?? [];
  return count === '' ? String(Number(value.toPrecision(6))) : `${sign}${count === '1' ? '' : count}π${below}`;
}

function fractionFor(value: number): string | null {
  for (let below = 1; below <= LARGEST_DENOMINATOR; below++) {
    const above = Math.round(value * below);
    if (above !== 0 && Math.abs(value * below - above) <= 1e-10 * Math.max(1, Math.abs(above)))
      return below === 1 ? String(above) : `${above}/${below}`;
  }
  return null;
}
