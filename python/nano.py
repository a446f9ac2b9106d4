"""Makes a small Llama model with random weights and a tokenizer of its own, as a Hugging Face folder.

Digits stand alone, as for SmolLM2, and what every prompt repeats is one token each: the labels of the text form, ' = ', a step's number. The chat
template leaves out the instruction and the fence lines, which never change, so that a prompt is the problem and the steps and nothing else.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import torch
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

END, PAD = "<|end|>", "<|pad|>"
LABELS = ["Question: ", "\nOriginal Solution:", "\nSolution:", "\nIncorrect Step:", "\nExplanation: ", "\nCorrect Solution:", "\nThe answer is "]
STEPS = [form.format(k) for k in range(1, 10) for form in (" Step {}: ", "\nStep {}: ", " Step {}.")]
SIGNS = [" = ", " + ", " - ", " * ", " / "]

TEMPLATE = """\
{%- for message in messages -%}
{%- if message.role == 'user' -%}
{%- set state = namespace(first=true) -%}
{%- for line in message.content.split('\\n') -%}
{%- if not line.startswith('<<<student ') and not line.endswith(' student>>>') -%}
{%- if not state.first -%}{{- '\\n' -}}{%- endif -%}
{{- line -}}
{%- set state.first = false -%}
{%- endif -%}
{%- endfor -%}
{%- elif message.role == 'assistant' -%}
{{- message.content + '""" + END + """' -}}
{%- endif -%}
{%- endfor -%}"""


def texts(rows: Path) -> Iterator[str]:
    """What the rows say, message by message, without the constant instruction."""
    with rows.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            for message in row["prompt"] + row["completion"]:
                if message["role"] != "system":
                    yield "\n".join(part for part in message["content"].split("\n") if "student" not in part)


def tokenizer_for(rows: Path, size: int) -> PreTrainedTokenizerFast:
    """A byte-level BPE tokenizer whose pre-tokenizer is SmolLM2's, so that llama.cpp knows it as 'smollm'."""
    bpe = Tokenizer(models.BPE())
    bpe.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)]
    )
    bpe.decoder = decoders.ByteLevel()
    phrases = LABELS + STEPS + SIGNS
    trainer = trainers.BpeTrainer(
        vocab_size=size - len(phrases),
        special_tokens=[END, PAD],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    bpe.train_from_iterator(texts(rows), trainer)
    bpe.add_tokens([AddedToken(phrase, normalized=False) for phrase in phrases])
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=bpe, eos_token=END, pad_token=PAD, clean_up_tokenization_spaces=False)
    tokenizer.chat_template = TEMPLATE
    tokenizer.model_max_length = 512
    return tokenizer


def model_for(tokenizer: PreTrainedTokenizerFast, args: argparse.Namespace) -> LlamaForCausalLM:
    """A Llama model with random weights, drawn by the seed."""
    torch.manual_seed(args.seed)
    config = LlamaConfig(
        vocab_size=args.vocab,
        hidden_size=args.hidden,
        intermediate_size=args.inner,
        num_hidden_layers=args.layers,
        num_attention_heads=args.hidden // 32,
        num_key_value_heads=args.hidden // 32,
        max_position_embeddings=512,
        tie_word_embeddings=True,
        bos_token_id=None,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.pad_token_id,
    )
    model = LlamaForCausalLM(config)
    model.generation_config.eos_token_id = tokenizer.eos_token_id
    model.generation_config.pad_token_id = tokenizer.pad_token_id
    return model


def main() -> None:
    """Writes the folder and says how many parameters the model has."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path, help="prompt–completion rows to make the tokenizer from")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--vocab", type=int, default=576)
    parser.add_argument("--hidden", type=int, default=128)
    parser.add_argument("--inner", type=int, default=344)
    parser.add_argument("--layers", type=int, default=4)
    args = parser.parse_args()
    tokenizer = tokenizer_for(args.rows, args.vocab)
    model = model_for(tokenizer, args)
    model.save_pretrained(args.out)
    tokenizer.save_pretrained(args.out)
    print(json.dumps({"parameters": model.num_parameters(), "tokens": len(tokenizer)}))


if __name__ == "__main__":
    main()
