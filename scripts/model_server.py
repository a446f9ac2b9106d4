"""Serves one GGUF model on 127.0.0.1 by llama.cpp's own server: model_server.py MODEL PORT. Prints the address when it is ready; ends by signal, or with its parent."""

import glob
import importlib.util
import os
import signal
import sys

# Blocked before any thread starts, so that the wait below is the only one to take them.
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})

import xllamacpp


def model_file(package: str) -> str:
    """The model that a Python package carries; the package itself is not run."""
    spec = importlib.util.find_spec(package)
    files = [f for folder in spec.submodule_search_locations or [] for f in glob.glob(os.path.join(folder, "*.gguf"))] if spec else []
    if not files:
        sys.exit(f"The Python package {package} carries no .gguf file.")
    return files[0]


parameters = xllamacpp.CommonParams()
parameters.model.path = model_file(sys.argv[1])
parameters.model_alias = {sys.argv[1]}
parameters.hostnames = ["127.0.0.1"]
parameters.port = int(sys.argv[2])
parameters.n_ctx = 8192
parameters.n_parallel = 1
# A tiny model that goes on and on is stopped here, so that every reply takes seconds.
parameters.n_predict = 200
# Threads of llama.cpp wait for each other by spinning: with one core left to others, none of them waits for long.
parameters.cpuparams.n_threads = max(1, (os.cpu_count() or 1) - 1)
parameters.verbosity = 0
server = xllamacpp.Server(parameters)
print(server.listening_address, flush=True)
# Ends by signal, or when whoever started it is gone.
parent = os.getppid()
while signal.sigtimedwait({signal.SIGTERM, signal.SIGINT}, 1) is None and os.getppid() == parent:
    pass
# The server's own threads hold the interpreter; nothing is left to save.
os._exit(0)
