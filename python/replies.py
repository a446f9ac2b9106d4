"""Answers prompts with a model, greedily and in batches: rows {id, prompt: messages} in, rows {id, reply, complete} out.

With --count it asks nothing and says how many tokens the rows {prompt, completion} of each file have on average.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, PreTrainedTokenizerBase

Row = dict[str, object]


def rows_of(path: Path) -> list[Row]:
    """The rows of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def lengths(tokenizer: PreTrainedTokenizerBase, path: Path) -> float:
    """The mean length of the rows of a file."""
    texts = [tokenizer.apply_chat_template(row["prompt"] + row["completion"], tokenize=False) for row in rows_of(path)]
    return sum(len(ids) for ids in tokenizer(texts, add_special_tokens=False)["input_ids"]) / len(texts)


def model_from(folder: str) -> AutoModelForCausalLM:
    """The model in a folder; an adapter is merged into its base."""
    if not (Path(folder) / "adapter_config.json").exists():
        return AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    from peft import AutoPeftModelForCausalLM

    return AutoPeftModelForCausalLM.from_pretrained(folder, dtype=torch.float32).merge_and_unload()


def replies(folder: str, rows: list[Row], batch: int, most: int) -> Iterator[Row]:
    """The replies, those with short prompts first."""
    tokenizer = AutoTokenizer.from_pretrained(folder, padding_side="left")
    model = model_from(folder).eval()
    texts = [tokenizer.apply_chat_template(row["prompt"], add_generation_prompt=True, tokenize=False) for row in rows]
    order = sorted(range(len(rows)), key=lambda i: len(texts[i]))
    for start in range(0, len(order), batch):
        chosen = order[start : start + batch]
        inputs = tokenizer([texts[i] for i in chosen], return_tensors="pt", padding=True, add_special_tokens=False)
        inputs.pop("token_type_ids", None)
        with torch.inference_mode():
            out = model.generate(**inputs, max_new_tokens=most, do_sample=False)
        for i, ids in zip(chosen, out[:, inputs["input_ids"].shape[1] :], strict=True):
            complete = tokenizer.eos_token_id in ids.tolist()
            yield {"id": rows[i]["id"], "reply": tokenizer.decode(ids, skip_special_tokens=True), "complete": complete}


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model")
    parser.add_argument("rows", type=Path, nargs="+")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--count", action="store_true")
    parser.add_argument("--batch", type=int, default=100)
    parser.add_argument("--most", type=int, default=160, help="most tokens of a reply")
    args = parser.parse_args()
    if args.count:
        tokenizer = AutoTokenizer.from_pretrained(args.model)
        print(json.dumps([lengths(tokenizer, path) for path in args.rows]))
        return
    part = args.out.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        for reply in replies(args.model, rows_of(args.rows[0]), args.batch, args.most):
            file.write(json.dumps(reply, ensure_ascii=False) + "\n")
    part.replace(args.out)


if __name__ == "__main__":
    main()
