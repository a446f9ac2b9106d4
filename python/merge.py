"""Merges an adapter into its base and writes the whole model, with tokenizer and chat template: merge.py FOLDER TARGET."""

import sys

from transformers import AutoTokenizer

from whole import whole

model, words = whole(sys.argv[1])
AutoTokenizer.from_pretrained(words).save_pretrained(sys.argv[2])
model.save_pretrained(sys.argv[2])
