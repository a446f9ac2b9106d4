import { join } from 'node:path';
import { StageError } from '../files/stage.ts';
import { runProgram } from './program.ts';

const windows = process.platform === 'win32';

/** The versions that the pinned packages run on. */
const OLDEST = 11;
const NEWEST = 14;
const NAMES = windows ? ['python', 'python3', 'py'] : ['python3', 'python', 'python3.13', 'python3.12', 'python3.11', 'python3.14'];
const ADVICE = windows
  ? 'install it from https://www.python.org and run the command again, or name one with --python'
  : 'install it (Debian: apt-get install python3 python3-venv) and run the command again, or name one that has the packages with --python';

/** The Python program of an environment. */
export const pythonIn = (folder: string): string => join(folder, windows ? 'Scripts/python.exe' : 'bin/python');

/** A Python on this machine from which an environment can be made. @throws StageError that says what was found in its place. */
export async function foundPython(signal: AbortSignal): Promise<string> {
  let other = '';
  let bare = '';
  const ask =
    'import sys,importlib.util as u\nprint(*sys.version_info[:2],int(bool(u.find_spec("venv") and u.find_spec("ensurepip"))),sys.executable)';
  for (const name of NAMES) {
    const { code, last } = await runProgram(name, ['-c', ask], { signal });
    signal.throwIfAborted();
    const [, major, minor, venv, path] = /^(\d+) (\d+) ([01]) (.+)$/.exec(code === 0 ? (last.at(-1) ?? '') : '') ?? [];
    if (path === undefined) continue;
    if (Number(major) !== 3 || Number(minor) < OLDEST || Number(minor) > NEWEST) other ||= `${major}.${minor} (${path})`;
    else if (venv !== '1') bare ||= path;
    else return path;
  }
  const wanted = `Python 3.${OLDEST} to 3.${NEWEST}`;
  if (bare !== '') throw new StageError(`${bare} has no venv module, which the Python environment is made with; ${ADVICE}`);
  if (other !== '') throw new StageError(`${wanted} is needed and this is Python ${other}; ${ADVICE}`);
  throw new StageError(`${wanted} is needed and no Python was found; ${ADVICE}`);
}
