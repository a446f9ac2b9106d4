import { main } from '../../src/cli/main.ts';

/** The command in a process of its own, as it stands in the sources: node run-lema.ts ARGUMENT… */
Object.assign(globalThis, { __LEMA_VERSION__: '0.0.0' });
process.exitCode = await main(process.argv.slice(2));
