/** Units of measure and counted nouns, by the singular name the tree carries. */

const TABLE: readonly (readonly [string, string])[] = [
  ['mm', 'millimeter millimetre millimeters millimetres'],
  ['cm', 'cms centimeter centimetre centimeters centimetres'],
  ['m', 'mtr mtrs meter metre meters metres'],
  ['km', 'kms kilometer kilometre kilometers kilometres'],
  ['inch', 'inches'],
  ['foot', 'feet ft'],
  ['yard', 'yards yd yds'],
  ['mile', 'miles mi'],
  ['mg', 'milligram milligrams'],
  ['g', 'gm gms gram grams'],
  ['kg', 'kgs kilo kilos kilogram kilograms'],
  ['ounce', 'ounces oz'],
  ['pound', 'pounds lb lbs'],
  ['ml', 'mL milliliter millilitre milliliters millilitres'],
  ['l', 'L liter litre liters litres'],
  ['gallon', 'gallons gal'],
  ['second', 'seconds sec secs s'],
  ['minute', 'minutes min mins'],
  ['hour', 'hours hr hrs h'],
  ['day', 'days'],
  ['week', 'weeks wk wks'],
  ['month', 'months'],
  ['year', 'years yr yrs'],
  ['$', 'dollar dollars usd USD bucks'],
  ['cent', 'cents'],
  ['€', 'euro euros EUR'],
  ['₹', 'rupee rupees rs Rs'],
  ['degree', 'degrees deg'],
  ['rad', 'radian radians'],
  ['mph', ''],
  ['kmph', 'kph kmh'],
  ['Hz', ''],
  ['kW', ''],
  ['kWh', ''],
  ['ha', ''],
];

/** Units that add up side by side: `3 feet 2 inches`, `2 hours 30 minutes`. From large to small. */
const FAMILIES: readonly (readonly string[])[] = [
  ['mile', 'yard', 'foot', 'inch'],
  ['km', 'm', 'cm', 'mm'],
  ['pound', 'ounce'],
  ['kg', 'g', 'mg'],
  ['l', 'ml'],
  ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'],
  ['$', 'cent'],
  ['€', 'cent'],
];

/** True when a quantity in the first unit may be followed by the rest of it in the second, smaller one. */
export function goesOnIn(large: string, small: string): boolean {
  return FAMILIES.some(family => family.includes(small) && family.indexOf(large) >= 0 && family.indexOf(large) < family.indexOf(small));
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['children', 'child'],
  ['people', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
  ['mice', 'mouse'],
  ['teeth', 'tooth'],
  ['geese', 'goose'],
  ['halves', 'half'],
  ['knives', 'knife'],
  ['loaves', 'loaf'],
  ['leaves', 'leaf'],
  ['shelves', 'shelf'],
  ['cookies', 'cookie'],
  ['movies', 'movie'],
  ['pies', 'pie'],
  ['ties', 'tie'],
  ['buses', 'bus'],
  ['gas', 'gas'],
]);

const known: ReadonlyMap<string, string> = new Map(
  TABLE.flatMap(([name, others]) => [name, ...others.split(' ')].filter(word => word !== '').map(word => [word, name] as const)),
);

/** Words that name nothing: they join what stands around them. */
const CONNECTIVE: ReadonlySet<string> = new Set(
  'of for at on from to with that who which is are was were a an the and or then if so into by than as in per'.split(' '),
);

/** Words that say there is no value. */
const VALUELESS: ReadonlySet<string> = new Set('undefined dne none nothing error unknown impossible'.split(' '));

/** Words that may follow the name of what is counted: `5 apples left`. */
const TRAILING: ReadonlySet<string> = new Set(
  'left each total more all remaining altogether old long tall wide away extra now already together'.split(' '),
);

/** The name of a unit of measure that every reader knows (`hrs` → `hour`), or null. */
export function knownUnit(word: string): string | null {
  return known.get(word) ?? known.get(word.toLowerCase()) ?? null;
}

/** True for a word that cannot name a quantity: it joins what stands around it, or says that there is no value. */
export function namesNothing(word: string): boolean {
  return CONNECTIVE.has(word) || VALUELESS.has(word.toLowerCase());
}

/** True for a word that ends the name of what is counted: `5 apples left`, `3 cups of flour`. */
export function endsName(word: string): boolean {
  return CONNECTIVE.has(word) || TRAILING.has(word);
}

/** The singular name of a unit or a counted noun: `apples` → `apple`, `dollars` → `$`. */
export function unitName(word: string): string {
  const unit = knownUnit(word);
  if (unit !== null) return unit;
  const lower = word.toLowerCase();
  const irregular = IRREGULAR.get(lower);
  if (irregular !== undefined) return irregular;
  if (lower.length < 4 || !lower.endsWith('s') || /(ss|us|is)$/.test(lower)) return lower;
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  if (/(ch|sh|x|ss|zz|o)es$/.test(lower)) return lower.slice(0, -2);
  return lower.slice(0, -1);
}
