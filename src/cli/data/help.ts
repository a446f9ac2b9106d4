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
