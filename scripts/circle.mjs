// `npm run lema:circle`: the whole circle of LeMa from a fresh checkout. Options are those of scripts/circle.ts.
import { ensureInstalled, nodePath, run } from './setup.mjs';

ensureInstalled();
process.exitCode = (await run(nodePath, ['scripts/circle.ts', ...process.argv.slice(2)])).code;
