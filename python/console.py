"""Starts a package's program with this Python: `console.py vllm serve MODEL`. It ends with the process that started it.

The program's own file names the folder that it was installed in, which may have been moved, or be too long for the system.
"""

import os
import signal
import sys
import threading
import time
from importlib.metadata import entry_points


def end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    if os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGTERM)
        time.sleep(10)
        os.killpg(0, signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGTERM)


def main() -> None:
    name, *args = sys.argv[1:]
    found = list(entry_points(group="console_scripts", name=name))
    if not found:
        sys.exit(f"error: {name} is not installed in {sys.prefix}")
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [path for path in sys.path if path != here]
    sys.argv = [name, *args]
    if os.name == "posix":
        threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
    sys.exit(found[0].load()())


if __name__ == "__main__":
    main()
