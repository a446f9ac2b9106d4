import { StageError } from '../lema/files/stage.ts';
import { ModelError } from '../model/errors.ts';
import { type Command, UsageError } from './command.ts';

/** A stage whose faults are told in one sentence, and that says how to go on when it is stopped. */
export const stage = (command: Command): Command => ({
  stopped: 'stopped; the same command goes on from there',
  ...command,
  async run(call) {
    try {
      return await command.run(call);
    } catch (error) {
      if (error instanceof StageError || error instanceof ModelError) throw new UsageError(error.message);
      const fault = error as NodeJS.ErrnoException;
      const told = FILE_FAULTS[fault.code ?? ''];
      if (told === undefined || call.signal.aborted) throw error;
      throw new UsageError(`${fault.path ?? 'a file'}: ${told}`);
    }
  },
});

const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'is a folder; name a file',
  ENOTDIR: 'a part of this path is no folder',
  EACCES: 'no permission; change it, or choose another place',
  EPERM: 'no permission; change it, or choose another place',
  EROFS: 'the file system can only be read; choose another place',
  ENOSPC: 'the disk is full; make room, then the same command goes on from there',
  EDQUOT: 'the quota of the disk is used up; make room, then the same command goes on from there',
  EFBIG: 'no file may grow so large here; raise the limit, then the same command goes on from there',
  ERR_STRING_TOO_LONG: 'one of its lines is longer than 256 MB; each row stands on a line of its own',
  EMFILE: 'too many open files; ask for fewer at a time (--concurrency)',
};
