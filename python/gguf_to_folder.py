"""Makes a folder of trainable weights, with its tokenizer and chat template, of one .gguf file: gguf_to_folder.py FILE FOLDER."""

import os
import sys

from transformers import AutoModelForCausalLM, AutoTokenizer

file, target = sys.argv[1:3]
where = {"pretrained_model_name_or_path": os.path.dirname(os.path.abspath(file)), "gguf_file": os.path.basename(file)}
tokenizer = AutoTokenizer.from_pretrained(**where)
quantized = AutoModelForCausalLM.from_pretrained(**where, dtype="float32")
config = quantized.config
# What the file was quantized with belongs to the file; its weights are plain numbers from here on.
if hasattr(config, "quantization_config"):
    del config.quantization_config
model = AutoModelForCausalLM.from_config(config, dtype="float32")
model.load_state_dict(quantized.state_dict())
model.generation_config = quantized.generation_config
tokenizer.save_pretrained(target)
model.save_pretrained(target)
