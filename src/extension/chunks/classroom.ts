/** The classroom: loaded when a set is exported, checked against, or reported on. */

export { findTheMistake } from '../../classroom/exercises/find.ts';
export { practiceFrom } from '../../classroom/exercises/practice.ts';
export { csv } from '../../classroom/exports/csv.ts';
export { gift } from '../../classroom/exports/gift.ts';
export { answerKey, studentCopy } from '../../classroom/exports/markdown.ts';
export { moodleXml } from '../../classroom/exports/moodle.ts';
export { reportPage } from '../../classroom/reports/page.ts';
export { summarise } from '../../classroom/reports/summary.ts';
export { readSet } from '../../classroom/set/read.ts';
export { checkFolder } from '../../classroom/submissions/run.ts';
export { openStore, StoreError } from '../../classroom/submissions/store.ts';
export { problemsFor } from '../../classroom/submissions/submission.ts';
export { plantedProblem } from '../../lema/plant.ts';
