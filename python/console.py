"""Starts a package's program with this Python: `console.py vllm serve MODEL`.

The program's own file names the folder that it was installed in, which may have been moved, or be too long for the system.
"""

import os
import sys
from importlib.metadata import entry_points


def main() -> None:
    name, *args = sys.argv[1:]
    found = list(entry_points(group="console_scripts", name=name))
    if not found:
        sys.exit(f"error: {name} is not installed in {sys.prefix}")
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [path for path in sys.path if path != here]
    sys.argv = [name, *args]
    sys.exit(found[0].load()())


if __name__ == "__main__":
    main()
