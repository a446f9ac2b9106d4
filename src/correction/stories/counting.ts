import { asks, type Fact, fact, type StoryReader, story, told } from './story.ts';

const PEOPLE =
  '(?:people|persons|guests|friends|students|pupils|players|members|children|delegates|candidates|women|men|boys|girls|employees|colleagues|runners|athletes|swimmers|applicants|teams|clubs|players|horses|cars)';

const falling = (n: number, k: number): number => (k <= 0 ? 1 : n * falling(n - 1, k - 1));
const factorial = (n: number): number => falling(n, n);
const choose = (n: number, k: number): number => falling(n, k) / factorial(k);

const WAYS =
  'ways|arrangements?|committees?|teams?|groups?|selections?|choices|possibilities|words|anagrams|outcomes|orders?|orderings?|permutations|combinations|handshakes?|games?|matches|diagonals|outfits?|meals?|menus?|results|pairs|codes?|numbers?';

/** Conditions that make a count another one. */
const CONDITIONS =
  /\b(?:together|next|adjacent|beside|side by side|not|never|without|vowels?|begin\w*|starts?|starting|ends?|ending|must|always|at least|at most|exactly|same|identical|alternat\w*|circular|circle|round|between|refus\w*|if|but|except|particular|includ\w*|contain\w*|only|apart|first|last|even|odd|divisible|greater|less|probability|repeat\w*|repetition|digits?|chair\w*|president|captain|secretary|treasurer|leader|deputy|gold|silver|medals?|prizes?|order|row|line|arranged?|then)\b/;

function count(value: number, facts: readonly Fact[] = [], amounts: readonly number[] = []) {
  return asks(value, WAYS, facts, amounts);
}

const meets = (n: number, each: 1 | 2) =>
  count((n * (n - 1) * each) / 2, [
    fact('(?:each|every|one) (?:person|guest|player|team|student|one)(?: shakes hands with| plays| meets)?', n - 1, each * (n - 1)),
  ]);

/** The letters of a word in capitals, in any order. */
const letters: StoryReader = ({ raw, text, question }) => {
  const word = /\bletters?\b[^.?!]*?\b([A-Z]{3,12})\b|\b([A-Z]{4,12})\b[^.?!]*?\bletters\b/.exec(
    raw.replace(/["'“”‘’«»$]|\\text\{|\}/g, ''),
  );
  const name = word?.[1] ?? word?.[2];
  const more = text.replace(
    /\(?with or without (?:a )?(?:meaning|sense)\)?|\b(?:all|using|if) (?:of )?(?:the |its |\d )?letters (?:are|must be)? ?(?:used|at once|once)?|distinct|different\w*|distinguishable/g,
    '',
  );
  if (
    name === undefined ||
    CONDITIONS.test(more.replace(/\b(?:arranged?|order|row|line)\b/g, '')) ||
    /\bletters? (?:can|are|be) (?:chosen|selected)|[-\d]+[- ]letter|\bchoose|\bselect|\bpick/.test(text)
  )
    return null;
  if (
    !/\b(?:arrang\w*|order\w*|permut\w*|rearrang\w*|anagrams?|words?)\b/.test(text) ||
    !/\b(?:how many|number|what)\b/.test(question) ||
    /\d/.test(text)
  )
    return null;
  const counts = [...new Set(name)].map(letter => name.split(letter).length - 1);
  return count(counts.reduce((ways, times) => ways / factorial(times), factorial(name.length)));
};

const ROLES = /\b(?:president|vice-?president|vice|chair\w*|captain|secretary|treasurer|deputy|leader|speaker|gold|silver|bronze)\b/g;

/** Places that differ, each taken by another one. */
const offices: StoryReader = told(`~# (?:[a-z]+ )?${PEOPLE}~`, ([n = 0], { text }) => {
  const roles = new Set(
    (text.replace(/vice[- ]?(?:president|captain|chair\w*)/g, 'vice').match(ROLES) ?? []).map(role => role.replace(/^chair.*/, 'chair')),
  );
  if (
    roles.size < 2 ||
    roles.size > 4 ||
    /\b(?:not|must|same|woman|man|girl|boy|can (?:also )?hold)\b/.test(text.replace(/no (?:one|person) can/g, ''))
  )
    return null;
  return /\bhow many\b|\bnumber of\b/.test(text) ? count(falling(n, roles.size)) : null;
});

const POLYGONS = [
  'triangle',
  'quadrilateral',
  'pentagon',
  'hexagon',
  'heptagon',
  'octagon',
  'nonagon',
  'decagon',
  'hendecagon',
  'dodecagon',
];
const POLYGON = new RegExp(`\\b(?:${POLYGONS.join('|')})\\b`, 'g');
export const sidesOf = (text: string): number | null => {
  const named: readonly string[] = text.match(POLYGON) ?? [];
  const at = POLYGONS.findIndex(name => named.includes(name));
  return at < 0 ? null : at + 3;
};

const diagonals: StoryReader = ({ text }) => {
  const n = sidesOf(text) ?? Number(story('~(?:polygon|gon)~# (?:sides|vertices)~').exec(text)?.[1] ?? Number.NaN);
  if (!/\bhow many diagonals\b|\bnumber of diagonals\b/.test(text) || Number.isNaN(n) || /one vertex|each vertex|from a/.test(text))
    return null;
  return count((n * (n - 3)) / 2);
};

const chosen = (n: number, k: number, text: string) => {
  if (k > n || CONDITIONS.test(text) || !/\b(?:how many|in how many|number of)\b/.test(text)) return null;
  return count(choose(n, k), [
    fact('(?:each|every) (?:committee|team|group|selection|choice|set|pair|combination|subset|hand)(?: of \\w+)?', factorial(k)),
    fact('(?:ordered (?:choices|selections|picks)|in order)', falling(n, k)),
  ]);
};

export const COUNTS: readonly StoryReader[] = [
  told(`~# (?:[a-z]+ )?${PEOPLE}~(?:shake|handshake)~`, ([n = 0], { text, question }) =>
    /\b(?:couples?|spouse|wife|except|not)\b/.test(text) || !/handshakes|shakes/.test(question) ? null : meets(n, 1),
  ),
  told(`~# (?:[a-z]+ )?${PEOPLE}~(?:each|every) (?:of the )?(?:other|one|team|player|pair)~`, ([n = 0], { text, question }) => {
    if (
      !/\b(?:plays?|meets?|games?|matches)\b/.test(text) ||
      !/how many (?:games|matches)/.test(question) ||
      /knock|winner|final|points/.test(text)
    )
      return null;
    return /2 times|home and away|both home/.test(text)
      ? meets(n, 2)
      : /\b(?:once|each other|every other|one (?:game|match))\b/.test(text)
        ? meets(n, 1)
        : null;
  }),
  letters,
  offices,
  diagonals,
  told(
    '~(?:committees?|teams?|groups?|delegations?|subsets?|hands?|sets?|subcommittees?|combinations|samples?|pizzas?) ~(?:of|with) #~(?:from|out of|of|among) (?:a (?:class|group|set|team|club) of )?#~',
    ([k = 0, n = 0], { text }) => chosen(n, k, text),
  ),
  told(
    '~(?:choose|chosen|select\\w*|pick\\w*) #~(?:from|out of|of|among) (?:a (?:class|group|set|team|club) of )?#~',
    ([k = 0, n = 0], { text }) => chosen(n, k, text),
  ),
  told(
    '~(?:from|out of|of|has|are|with) (?:a (?:class|group|set|team|club) of )?# [a-z]+~(?:committee|team|group|delegation|subset|subcommittee|sample) of #~',
    ([n = 0, k = 0], { text }) => chosen(n, k, text),
  ),
  told('~(?:from|out of|has|are) # [a-z]+~(?:choose|chosen|select\\w*|pick\\w*) #~', ([n = 0, k = 0], { text }) => chosen(n, k, text)),
  told(
    '~(?:offers?|has|have|from|with) # (?:[a-z]+ )?(toppings|flavou?rs|colou?rs|fruits|subjects|courses)~(?:exactly |of |with |choose |pick )# (?:[a-z]+ )?(?:toppings|flavou?rs|colou?rs|fruits|subjects|courses)~',
    ([n = 0, k = 0], { text }) => chosen(n, k, text.replace(/\bexactly|contain\w*|different\b/g, '')),
  ),
  told('~can # (?:[a-z]+ )?[a-z]+ be (?:chosen|selected|picked) from #~', ([k = 0, n = 0], { text }) => chosen(n, k, text)),
  told('~# ([a-z]+)~(?:committee|team|group|delegation)~# ([a-z]+)~# ([a-z]+) and # ([a-z]+)~', () => null),
  told(
    '~# (women|men|boys|girls|teachers|students|seniors|juniors)~# (women|men|boys|girls|teachers|students|seniors|juniors)~# (women|men|boys|girls|teachers|students|seniors|juniors)~# (women|men|boys|girls|teachers|students|seniors|juniors)~',
    ([a = 0, b = 0, c = 0, d = 0], { text }, [w, x, y, z]) => {
      if (
        !/\b(?:committees?|teams?|groups?|chosen?|choose|select\w*|pick\w*|formed)\b/.test(text) ||
        !/\bhow many\b/.test(text) ||
        /\b(?:not|must|at least|refuse|particular|row|line|president|captain)\b/.test(text)
      )
        return null;
      if (w === y && x === z) return count(choose(a, c) * choose(b, d), [fact(w ?? '', choose(a, c)), fact(x ?? '', choose(b, d))]);
      return w === z && x === y ? count(choose(a, d) * choose(b, c), [fact(w ?? '', choose(a, d)), fact(x ?? '', choose(b, c))]) : null;
    },
  ),
  told(
    '~# (?:different |distinct )?(?:[a-z]+ )?[a-z]+~(?:arranged?|lined? up|lines? up|stand|sit|seated|ordered|placed?|put|arrangements?)~(?:row|line|shelf|queue|bench)~',
    ([n = 0], { text }) =>
      CONDITIONS.test(text.replace(/\b(?:row|line|arranged?|order)\b/g, '')) || !/\b(?:how many|in how many)\b/.test(text) || n > 12
        ? null
        : count(factorial(n)),
  ),
  told(
    '~# (?:[a-z]+ )?(?:shirts?|t-shirts?|blouses?|tops?|starters?|soups?|sandwiches)~# (?:[a-z]+ )?[a-z]+~# (?:[a-z]+ )?[a-z]+~',
    ([a = 0, b = 0, c = 0], { text }) =>
      /\bhow many (?:different )?(?:outfits?|meals?|menus?|ways|combinations)\b/.test(text) &&
      !/\b(?:not|if|or|may|optional\w*|without|cannot|costs?)\b/.test(text)
        ? count(a * b * c)
        : null,
  ),
  told('~# (?:[a-z]+ )?(?:shirts?|t-shirts?|blouses?|tops?)~# (?:[a-z]+ )?[a-z]+~', ([a = 0, b = 0], { text }) =>
    /\bhow many (?:different )?(?:outfits?|combinations)\b/.test(text) &&
    !/\b(?:not|if|or|may|optional\w*|without|cannot|costs?)\b/.test(text)
      ? count(a * b)
      : null,
  ),
  told('~# (?:[a-z]+ )?coins? (?:is|are) (?:tossed|flipped|thrown)~how many~outcomes~', ([n = 0]) => count(2 ** n)),
];
