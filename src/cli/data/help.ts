/** The help of each `lema data` command, by its name. */
export const DATA_HELP: Readonly<Record<string, string>> = {
  problems: `lema data problems FILE… [--licence NAME] [--source NAME] [--limit N] > problems.jsonl

Reads problems with known answers and writes them in the one form that the other commands read, a JSON row a line:
  {"id", "problem", "answer", "solution"?, "topic"?, "licence"?, "source"?}
A file holds such rows (the id may be missing), rows of GSM8K ({"question", "answer"} with #### and the answer at its end), rows with the answer boxed in
"solution", or it is a problem set in Markdown. A row that cannot be read is told with its line, and a problem that stood above is left out.

  --licence  the licence of the rows that name none
  --source   where they come from (default: the name of the file)
  --limit    the first N problems
`,
  export: `lema data export CORRECTIONS… --out FOLDER [--problems FILE] [--attempts FILE] [--format trl|openai|axolotl] [--recipe ours|lema-2023|cot] [--right-share S] [--cot-share S]

Writes what a model is trained on: train.jsonl, dev.jsonl, and a card (card.md, card.json) of what they hold. A prompt is what the extension sends, a completion
what it reads; only completions are learnt. Mistakes and their places are levelled, right solutions keep to the topics of the wrong ones, and problems that differ
in their numbers alone are in one split. Rows that say the same are taken once; rows that contradict each other are left out.

  --problems    worked solutions of problems, for solving (may be given again)
  --attempts    the right ones of collected attempts, for solving (may be given again)
  --format      trl: prompt and completion (default); openai: messages; axolotl: messages and axolotl.yaml
  --recipe      ours: half of the corrections without a mistake (default); lema-2023: none, nothing levelled; cot: worked solutions alone
  --right-share share of the corrections that have no mistake (0 to 1)
  --cot-share   share of worked solutions in all rows (default: all that there are)
  --dev-share   share of the problems kept for development (default 0.05); the same problems each time
  --level       the share of the wrong rows that may be left out to level mistakes and places, the most frequent first (default 0.2; 0: none)
  --max-tokens  leave out longer rows (tokens are estimated: 3 characters each)
  --limit       at most so many rows
  --licences    only rows of these, separated by commas ('unknown' for none named); default: all but those that forbid changed copies
  --seed        the same seed takes the same rows (default 1)
`,
};

const list = (): string => Object.keys(DATA_HELP).join('|');

/** The text of `lema data --help`: how the data of mistakes are made, stage by stage. */
export const dataHelp = (): string => `lema data ${list()}

Makes the data that a model learns from mistakes by: problems are solved by models, wrong solutions are corrected and checked, and examples are written.
Every stage reads and writes files of JSON rows, and can be stopped at any moment: the same command goes on from there.

${Object.values(DATA_HELP)
  .map(help => help.split('\n')[0])
  .join('\n')}

  lema data COMMAND --help     the options of one command
`;
