import { DATA_HELP, dataHelp } from './data/help.ts';

const GENERAL = `lema: finds the first mistake in a worked solution, explains it, and corrects it

  lema check FILE…        check Markdown, LaTeX, text or notebook files, like a compiler
  lema locate --jsonl     solutions in, findings out: a JSON row a line
  lema equiv --jsonl      pairs in, 'equivalent' out: a JSON row a line
  lema evaluate FILE…     measure the checker, or a model beside it, on labelled rows
  lema mistakes list|make the mistakes it can name; plant one in a right solution

  lema class check|feedback|merge|override|batch|export|import|variants
                          check a folder of submissions against a problem set; the set for others

  lema data COMMAND       make the data that a model learns from mistakes by
  lema train DATA…        teach a model from examples of mistakes and their corrections
  lema serve MODEL        put a trained model behind a server that the editor finds

  lema COMMAND --help     the options of one command
  lema --version

Exit code: 0 nothing found to be wrong, 1 a mistake was found, 2 bad use or something unreadable.
`;

const COMMANDS: Record<string, string> = {
  check: `lema check FILE… [--format text|json|sarif|html] [--model NAME] [--endpoint URL] [--protocol lema|json] [--samples K] [--deadline SECONDS] [--hints]

Checks every solution in the files and prints the first mistake of each, with its place, a witness, and the correction.

  --format    text (default), json, sarif (2.1.0), html (one page, no scripts, nothing fetched)
  --hints     text: print hints in place of the correction
  --model     also ask this model where the checker cannot tell. Nothing leaves the machine without it.
  --endpoint  an OpenAI-compatible server; default: one found on this machine. Its key is read from LEMA_API_KEY.
  --protocol  how the model is asked: json (default) for general models, lema for a LeMa-trained one
  --samples   ask K times and use the agreement (default 1)
  --deadline  give up asking a model after so many seconds a solution (default 60)

Exit code: 0 none found, 1 a mistake found, 2 bad use or unreadable.
`,
  class: `lema class check SET FOLDER [--format text|json|csv|html|sarif] [--results FILE] [--threads N] [--shard i/n] [--pseudonyms]
lema class feedback SET RESULTS --out FOLDER
lema class training SET RESULTS > rows.jsonl
lema class merge INTO PART…
lema class override FILE --student NAME --problem ID --points P --reason TEXT [--consent]
lema class batch export SET RESULTS --model NAME [--protocol lema|json] [--folder FOLDER] > requests.jsonl
lema class batch import SET RESULTS REPLIES [--folder FOLDER]
lema class export SET [--to student|key|print|pdf|moodle|stack|gift|csv] [--student NAME] [--distractors N]
lema class import FILE > SET
lema class variants SET [--problem ID] [--count N] [--seed S] [--nice] [--find|--blanks]

check reads a folder of submissions (a file or a folder a student), checks and marks each against the problem set, and prints the class. Results are kept in one
file; a second run checks only what has changed, and a run that was stopped goes on where it was.

  --results   the result file (default: .results.lema.db in the folder)
  --threads   worker threads (default: one for each core)
  --pseudonyms  stable names in place of the students' own; only this result file can tell them apart
  --shard     only part i of n, by a stable hash of the names; merge puts the parts together

override sets a teacher's own mark with its reason; it outlives every check. With --consent the corrected work may be used, without a name, as training data: training prints those pieces of work,
a JSON row a line.

batch export writes what the checker could not decide, and what waits for the teacher, as requests of the OpenAI Batch API and of 'vllm run-batch', a line each; no
student is named in them. batch import reads the replies. A model's opinion changes no mark: it stands in the teacher's queue, and what is proved stays.

  --folder    the submissions (default: the folder of RESULTS)

export writes the set as one student has it: a copy without any answer, a key, a page to print (as HTML, or as PDF by an installed browser),
Moodle XML, the same with STACK questions where the answer is mathematics, GIFT or CSV. import makes a set
of Moodle XML or of a Markdown list. variants prints different variants of each problem, a JSON
row a line; with --find each is a solution with one mistake to find, with --blanks one with lines to fill in.

Exit code: 0 nobody made a mistake, 1 someone did, 2 bad use or something unreadable.
`,
  locate: `lema locate --jsonl < rows > findings

A row in:  {"id", "problem", "steps": [...], "answer"?, "reference_solution"?, "assumptions"?}
A row out: {"id", "first_error": n | -1, "verdicts": [...], "mistake", "evidence": "proved"|"answer"|"model"|"none", "explanation", "correct_steps", "answer"}

One line out for each line in, in order. first_error is 0-based; -1 with evidence none: nothing found to be wrong. A bad row gives {"id", "error"} and the run goes on.
`,
  equiv: `lema equiv --jsonl < rows > answers

A row in:  {"id", "a", "b", "kind": "expr"|"equation"|"inequality"|"system"|"answer", "vars"?, "assume"?, "up_to_const"?}, mathematics as LaTeX or plain text
A row out: {"id", "equivalent": true|false|null, "witness"?, "notices"?}; null: cannot tell. A bad row gives {"id", "error"} and the run goes on.
`,
  evaluate: `lema evaluate FILE… [--reference] [--show wrong|accused|missed] [--format text|json] [--limit N]
lema evaluate FILE… --model NAME [--endpoint URL] [--protocol lema|json] [--judge on|off|both] [--split dev|test|all]
lema evaluate FILE… --model NAME --solve [--split dev|test|all]

Measures the checker on labelled rows, {"id", "problem", "steps", "first_error", "error_span"?, "category"?}: exact location, caught, right ones accused, precision, F1, unjudged share, time;
and in how many wrong ones some line is refuted, and how many of these are located exactly.
Rows with "kind" and "a", "b", "equivalent" measure 'lema equiv' instead; rows with "question" and "answer" are right solutions with calculator marks.
Rows with "question", "ground_truth" and {"is_correct", "solution"} under other names are solutions of several models; any step of a wrong one counts as its place.
With answers known, the share of wrong ones that a repair of the student's own work takes to the answer is told too.

  --reference  let the checker use "answer" and "reference_solution" of each row
  --show       list the rows located wrongly, accused though right, or missed, with their witnesses

With --model a model is asked about every row: it is measured alone and as the judge leaves it beside the proofs, on the rows that it answered. Told besides: corrections that check out,
agreement with "mistake" on the rule where both can be told, hints and explanations that give the correction away, tokens, seconds, and why replies could not be used: those are never wrong.

  --endpoint     an OpenAI-compatible server; default: one found on this machine. Its key is read from LEMA_API_KEY.
  --protocol     how the model is asked: json for general models, lema for a LeMa-trained one (default: by its name)
  --judge        on: what the judge leaves; off: the model alone, with one question a row; both (default)
  --solve        let the model solve the problems of the files (see 'lema data problems --help') instead: pass@1 by 'The answer is N' and by the last value
  --split        dev (default): half of the problems, by a hash of their text. Models and prompts are chosen on it. test: the other half, for the last figure of
                 the one that was chosen: what is chosen on a test looks better there than it is. all: both
  --limit        the first N rows of the split
  --seeds        ask once a seed (1,2,3): the mean and its 95 % interval over them. With one seed (default 1) intervals are over rows
  --temperature  default 0, with several seeds 0.7
  --max-tokens   the length of a reply (default 2048); --deadline: seconds for one question (default 60); --concurrency: questions at a time (default 4)
  --replies      keep each reply in this file as it comes: a second run asks only for what is missing, and a stopped one goes on
  --out          write the result as JSON: what was asked, with what, every measure and every row
  --baseline     compare with such a result: what has changed, with the 95 % interval of the change

Exit code with --model: 0 measured, 1 worse than the baseline beyond the interval (answered, exact, accused, F1, hints; solving), 2 bad use, or stopped before the end.
`,
  train: `lema train DATA… --base MODEL --out FOLDER [--recipe NAME] [--method lora|qlora|full] [--steps N | --epochs N] [--seed N] [--dry-run]
lema train --resume --out FOLDER
lema train DATA… --engine openai --base MODEL --out FOLDER [--endpoint URL] [--price DOLLARS] [--yes]

Teaches a model: DATA is train.jsonl, or the folder that 'lema data export' wrote (train.jsonl, dev.jsonl). Runs trl in a Python environment that is made
once, in the user's cache folder (LEMA_CACHE names another). FOLDER gets the model, run.json and metrics.jsonl. Ctrl+C stops at a checkpoint; the same
command goes on, and so does --resume. Nothing is uploaded.
--engine openai has a fine-tuning service do it: what would be sent, where and at what cost is told, and sent after a typed yes or with --yes. Its key
is read from LEMA_API_KEY; Ctrl+C cancels the job; a run that was cut short follows the same job on.

  --base        a folder with a model, a .gguf file, or a name on the hub
  --recipe      nano | laptop (default) | gpu-24gb | gpus-8x80gb | two-nodes
  --method      an adapter, an adapter over a base in 4 bits, or every weight; default: the recipe's
  --hyper       ours | lema-2023: the table of hyper-parameters; --lr --batch --rank --max-length change single ones
  --dev         examples to choose the checkpoint by (also dev.jsonl beside train.jsonl)
  --per-device  rows in memory at once; the batch stays the same. Less when memory runs out.
  --processes   one a GPU; --sharding none|fsdp|deepspeed divides the weights among them
  --save-every  steps from checkpoint to checkpoint
  --cpu         keep off the GPU
  --python      a Python that has the packages of python/requirements-train.txt
  --node        rank of this machine, with --address HOST[:PORT] of the first one (recipe two-nodes; --dry-run tells how)
  --dry-run     write and print the configuration and the command, and run nothing

Exit code: 0 trained, 2 bad use, failed or stopped.
`,
  serve: `lema serve MODEL [--engine vllm|llama|transformers|ollama|auto] [--port N] [--host ADDRESS] [--name NAME] [--save-settings] [-- ARGUMENT…]

Serves a model until Ctrl+C, and prints the settings with which the editor asks it. MODEL is a folder from 'lema train' (an adapter or whole weights), a .gguf
file, or a model of the hub (OWNER/NAME). A model from 'lema train' is called lema-…: that name alone makes the editor and 'lema check' ask it in the form that
it was trained on.

  --engine  vllm: an NVIDIA GPU, adapters as they are; llama: llama.cpp on this machine's processor, from one GGUF file made of the model, adapter merged;
            transformers: slow and reads every model; ollama: the same GGUF file, given to Ollama. auto (default): vllm with a GPU, else llama
  --port    default: where the editor looks for it by itself (vllm and transformers 8000, llama 8080, ollama 11434); 0 takes a free one
  --host    default 127.0.0.1; 0.0.0.0 serves the network. With LEMA_API_KEY set, vllm and llama answer only those who have that key
  --name    what the model is called
  --type    how the GGUF file keeps the weights: f32, f16, q8_0 (default: by size)
  --python  a Python that has the packages; default: one is made from PyPI, once
  --merge   write an adapter merged into its base as a whole model into this folder, and serve nothing
  --save-settings  write the settings into the user's settings of VS Code, after asking
  --dry-run  print the server's command line, for a cluster's job, and do nothing
  --verbose  show what the server writes
  -- …      arguments for the engine itself: -- --tensor-parallel-size 4

Exit code: 0 stopped, 2 bad use, or the model could not be served.
`,
  mistakes: `lema mistakes list [--format text|json]
lema mistakes make [--count N] [--seed S] [--rule ID] [--at STEP] [--topic NAME] [--twins] [--format jsonl|text]
lema mistakes make FILE…  or  lema mistakes make --jsonl < right.jsonl

list: the mistakes that can be named: id, name, family.
make: plants one mistake in a right solution and works the rest out honestly from it. A row out is labelled:
  {"id", "problem", "steps", "first_error", "category", "mistake", "explanation", "correct_steps", "reference_solution"}
With FILE or --jsonl the right solutions are your own, one a line: {"id", "problem", "steps"}, or {"question", "answer"} with a step a line.
A row marked with "first_error" is passed over; one in which nothing can be planted gives {"id", "error"} and the run goes on.

  --count   how many problems to make (default 10), or how many rows to read
  --seed    the same seed makes the same rows (default 1)
  --rule    only this mistake; those of word problems (wrong-operation, earlier-result-not-used, …) plant a calculation that holds and is not what is needed
  --at      only at this step, 0-based
  --topic   only problems of this kind; a name that is not known lists them
  --twins   print each right solution too, with first_error -1
  --format  text: for reading
  --jsonl   read right solutions from standard input
`,
};

/** The text of `lema --help`, of `lema COMMAND --help`, or of `lema data COMMAND --help`. */
export function help(command = '', inner = ''): string {
  if (command === 'data') return DATA_HELP[inner] ?? dataHelp();
  return COMMANDS[command] ?? GENERAL;
}
