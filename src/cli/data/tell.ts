/** Faults that are told one by one; of those after them only the number is. */
const TOLD = 20;

/** Tells on standard error what could not be used, as much of it as one reads. */
export function teller(stderr: NodeJS.WritableStream): { tell(fault: string): void; end(): void } {
  let count = 0;
  return {
    tell(fault) {
      if (count++ < TOLD) stderr.write(`${fault}\n`);
    },
    end() {
      if (count > TOLD) stderr.write(`and ${count - TOLD} more\n`);
    },
  };
}
