"""Serves one GGUF file by llama.cpp's own server: llama_server.py FILE --name NAME --port PORT [--host HOST] [--context N] [--parallel N] [--predict N] [--exact].
Prints the address when it is ready; ends by signal, or with its parent. LEMA_SERVER_KEY holds the key that requests must show, if any."""

import argparse
import os
import signal
import time

# Blocked before any thread starts, so that the wait below is the only one to take them.
if hasattr(signal, "pthread_sigmask"):
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})

import xllamacpp

parser = argparse.ArgumentParser()
parser.add_argument("file")
parser.add_argument("--name", required=True)
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, required=True)
parser.add_argument("--context", type=int, default=8192, help="tokens of one question and its reply")
parser.add_argument("--parallel", type=int, default=1, help="questions at work at the same time")
parser.add_argument("--predict", type=int, default=-1, help="no reply is longer than so many tokens")
parser.add_argument("--exact", action="store_true", help="round nothing on the way: a small model's replies are those of the library that trained it")
asked = parser.parse_args()

parameters = xllamacpp.CommonParams()
parameters.model.path = asked.file
parameters.model_alias = {asked.name}
parameters.hostnames = [asked.host]
parameters.port = asked.port
parameters.n_ctx = asked.context * asked.parallel
parameters.n_parallel = asked.parallel
parameters.n_predict = asked.predict
if asked.exact:
    parameters.cache_type_k = parameters.cache_type_v = xllamacpp.ggml_type.GGML_TYPE_F32
    parameters.flash_attn_type = 0
if os.environ.get("LEMA_SERVER_KEY"):
    parameters.api_keys = [os.environ["LEMA_SERVER_KEY"]]
parameters.use_jinja = True
# Threads of llama.cpp wait for each other by spinning: with one core left to others, none of them waits for long.
parameters.cpuparams.n_threads = max(1, (os.cpu_count() or 1) - 1)
parameters.verbosity = 0
server = xllamacpp.Server(parameters)
print(server.listening_address, flush=True)
# Ends by signal, or when whoever started it is gone.
parent = os.getppid()
if hasattr(signal, "sigtimedwait"):
    while signal.sigtimedwait({signal.SIGTERM, signal.SIGINT}, 1) is None and os.getppid() == parent:
        pass
else:
    while True:
        time.sleep(1)
# The server's own threads hold the interpreter; nothing is left to save.
os._exit(0)
