/** The help of each `lema data` command, by its name. */
export const DATA_HELP: Readonly<Record<string, string>> = {
  collect: `lema data collect PROBLEMS… --out attempts.jsonl --model NAME [--model NAME…] [--endpoint URL…] [--samples K] [--temperature T[,T…]]

Has models solve problems, and judges each solution by its final answer: strictly by 'The answer is N', and flexibly by whatever can pass for an answer.
Right and wrong ones are kept, the same solution of one problem once. What is no solution goes to attempts.rejected.jsonl, with the reason.
PROBLEMS are as for 'lema data problems'. The same command goes on after a stop, a crash, or a server that went away; nothing is asked twice, and the order is that of the problems.

  --model          a model of an OpenAI-compatible server
  --endpoint       the server, one for all models or one for each in their order; default: one found on this machine.
                   Its key is read from LEMA_API_KEY; those of the second and later ones from LEMA_API_KEY_2, …
  --samples        solutions for each problem, model and temperature (default 1)
  --temperature    default 0.7
  --seed           of the first sample; the others count on from it (default 1)
  --max-tokens     length of a solution (default 1024)
  --concurrency    requests at a time for each server (default 16)
  --deadline       seconds that one request may take (default 120)
  --budget-tokens  stop before more tokens are used in all, in and out
  --price-in, --price-out  what a million tokens cost; the cost is told before, and nothing is asked without a yes (--yes)
  --budget-cost    stop before more is spent, in the currency of the price
  --finish         ask nothing more, and end with what there is
  --limit, --licence, --source  as for 'lema data problems'
`,
  batch: `lema data batch export collect PROBLEMS… --model NAME [options of collect] [--replies FILE…] > requests.jsonl
lema data batch import collect PROBLEMS… --model NAME [the same options] --replies FILE… --out attempts.jsonl
lema data batch export|import correct ATTEMPTS… --model NAME […]
lema data batch export|import evolve CORRECTIONS… --model NAME […]
lema data batch run REQUESTS --out replies.jsonl [--endpoint URL] [--price-in P --price-out P] [--wait HOURS] [--yes]

What a stage asks goes out as requests of the OpenAI Batch API, a line each; 'vllm run-batch' reads the same file. The file that comes back
gives the same rows as asking at once. Name the same inputs and options both times. evolve asks twice: a second export with --replies asks for the
solutions of the problems that came back, and the import reads both replies.
run has OpenAI's Batch API, or a service that speaks its protocol, answer a file: what would be sent, where and at what cost is told, and sent after a yes or with
--yes. Its key is read from LEMA_API_KEY. A run that was cut short at any moment goes on with the same batch; Ctrl+C cancels it, and the same command then fetches
what it has finished. What failed goes to replies.errors.jsonl.

  --replies  import: the files that came back. export: write only the requests that these do not answer.
  --endpoint run: the service (default: OpenAI's)
  --wait     run: hours to wait (default 26); after them the batch goes on there, and the same command waits again
  --price-in, --price-out  run: what a million tokens cost in a batch
`,
  problems: `lema data problems FILE… [--licence NAME] [--source NAME] [--limit N] > problems.jsonl

Reads problems with known answers and writes them in the one form that the other commands read, a JSON row a line:
  {"id", "problem", "answer", "solution"?, "topic"?, "licence"?, "source"?}
A file holds such rows (the id may be missing), rows of GSM8K ({"question", "answer"} with #### and the answer at its end), rows with the answer boxed in
"solution", or it is a problem set in Markdown. A row that cannot be read is told with its line, and a problem that stood above is left out.

  --licence  the licence of the rows that name none
  --source   where they come from (default: the name of the file)
  --limit    the first N problems
`,
  evolve: `lema data evolve CORRECTIONS… --out problems.jsonl [--model NAME… [--endpoint URL…] [--votes N] [--agree N]] [--count N] [--against FILE]… [--seed S]

Makes new problems of those that produced mistakes. Without a model: the same work with other numbers, its solution worked out again and checked; every value stays
as nice as it was: whole where whole, positive where positive. Problems of our own makers give others of the same maker.
With --model: models write a new problem for each mistake, and solve it several times. It is kept with the answer that enough solutions agree on; one with a
refuted step does not count. The same command goes on after a stop, a crash, or a server that went away.

  --count       new problems for each (default 1): for each problem, or with --model for each mistake, up to 8 of one problem; planted mistakes count as one
  --against     a test file: what shares a run of 8 words with one of its problems, or differs from it in numbers alone, is left out. May be given again.
  --limit       the first N mistakes of the files
  --seed        the same seed makes the same problems (default 1)
  --rejected    where the others go, each with its reason (default: beside OUT)
  --model       several take turns, in writing and in solving each problem
  --votes       solutions of each new problem (default 3); --agree: how many must agree on its answer (default more than half)
  --operations  how problems are made into new ones, in turn (default: all of constrain,deepen,concretise,vary,reverse)
  --endpoint, --concurrency, --deadline, --max-tokens, --budget-tokens, --budget-cost, --price-in, --price-out, --yes, --finish   as for 'lema data collect'
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
  correct: `lema data correct FILE… --out corrections.jsonl [--rejected FILE] [--model NAME [--endpoint URL] [--votes N]] [--plant K] [--own N] [--teacher FILE]…

Makes corrections, each with the first wrong step, why it is wrong, and the right steps from there, and keeps those that pass the checker. FILE holds attempts
('lema data collect'), problems with solutions, or rows of GSM8K. Right solutions become rows of their own, in which no step is wrong.

  --model        asks this model about attempts with a wrong answer, after four examples. Its key is read from LEMA_API_KEY.
  --votes        replies to each; more than half must name the same step (default 1)
  --plant        mistakes to plant in each right solution (default 1; 0 with --model or --teacher): false calculations and, in word problems,
                 ones that hold and are not what is needed
  --own          so many problems of our own besides, right and with a mistake planted
  --teacher      rows of 'lema class training'; one that may name a student is refused. May be given again.
  --right-share  share of right solutions in all that is kept (default 0.5), or 'all'; planted mistakes give way to it where right solutions are few
  --seed         the same seed plants the same mistakes, whatever the number of threads (default 1)
  --threads      default: one for each core
  --concurrency, --deadline, --max-tokens, --budget-tokens, --budget-cost, --price-in, --price-out, --yes, --finish   as for 'lema data collect'
  --rejected     where the rows go that do not pass, each with its reason (default: beside OUT)
  --limit, --licence, --source   as for 'lema data problems'
  --format       text (default) or json: the counts that are printed at the end
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
