"""Writes a model folder as one GGUF file for llama.cpp and Ollama: to_gguf.py SOURCE FILE [--type f32|f16|q8_0] --name NAME.
An adapter is merged into its base first. Tokenizer and chat template go into the file. Prints what was written; one line on stderr says what is wrong."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

import gguf
import torch
from gguf.quants import QuantError, quantize
from transformers import AutoTokenizer, PreTrainedConfig, PreTrainedModel

from whole import whole

# Architecture of `transformers` → that of GGUF, and whether the rows of q and k are reordered (llama.cpp turns neighbouring pairs where `transformers` turns halves).
ARCHITECTURES = {
    "LlamaForCausalLM": (gguf.MODEL_ARCH.LLAMA, True),
    "MistralForCausalLM": (gguf.MODEL_ARCH.LLAMA, True),
    "Qwen2ForCausalLM": (gguf.MODEL_ARCH.QWEN2, False),
    "Qwen3ForCausalLM": (gguf.MODEL_ARCH.QWEN3, False),
}
TYPES = {"f32": gguf.GGMLQuantizationType.F32, "f16": gguf.GGMLQuantizationType.F16, "q8_0": gguf.GGMLQuantizationType.Q8_0}
FILE_TYPES = {"f32": gguf.LlamaFileType.ALL_F32, "f16": gguf.LlamaFileType.MOSTLY_F16, "q8_0": gguf.LlamaFileType.MOSTLY_Q8_0}

# How text is cut before byte-pair merges, as `tokenizers` writes it → the name that llama.cpp knows it by. '' stands for the plain ByteLevel one.
SPLITS = {
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+": "qwen2",
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+": "llama-bpe",
    "digits": "smollm",
    "": "gpt-2",
}


def cutting(tokenizer: dict) -> str:
    """The name of the tokenizer's way of cutting text."""
    if tokenizer["model"]["type"] != "BPE" or tokenizer["model"].get("byte_fallback"):
        sys.exit("Its tokenizer is not a byte-level BPE one, and is not converted here: use convert_hf_to_gguf.py of llama.cpp, or serve the folder with vLLM or transformers.")
    parts = tokenizer.get("pre_tokenizer") or {}
    parts = parts.get("pretokenizers", [parts])
    said = ["digits" if p.get("type") == "Digits" and p["individual_digits"] else p["pattern"].get("Regex", "?") if p.get("type") == "Split" else p.get("type") for p in parts]
    name = SPLITS.get("".join(said[:-1])) if said[-1] == "ByteLevel" and not parts[-1]["add_prefix_space"] else None
    return name or sys.exit(f"Its tokenizer cuts text in a way that is not known here ({', '.join(map(str, said))}): use convert_hf_to_gguf.py of llama.cpp, or serve the folder with vLLM or transformers.")


def write_tokenizer(out: gguf.GGUFWriter, source: str, size: int) -> None:
    tokenizer = AutoTokenizer.from_pretrained(source)
    names = {at: text for text, at in tokenizer.get_vocab().items()}
    with tempfile.TemporaryDirectory() as folder:
        tokenizer.save_pretrained(folder)
        described = json.loads((Path(folder) / "tokenizer.json").read_text("utf-8"))
        special = gguf.SpecialVocab(folder, load_merges=True, n_vocab=size)
    added = {token["id"]: gguf.TokenType.CONTROL if token["special"] else gguf.TokenType.USER_DEFINED for token in described["added_tokens"]}
    out.add_tokenizer_model("gpt2")
    out.add_tokenizer_pre(cutting(described))
    out.add_token_list([names.get(at, f"[PAD{at}]") for at in range(size)])
    out.add_token_types([added.get(at, gguf.TokenType.NORMAL) if at in names else gguf.TokenType.UNUSED for at in range(size)])
    if special.chat_template is not None:
        # The template writes every mark itself, as it did in training.
        special.add_special_token["bos"] = False
        # llama.cpp moves a system message that the template never looks at into the user's; one that looks at it and leaves it out is believed.
        if isinstance(special.chat_template, str):
            special.chat_template = "{%- for message in messages -%}{%- set looked_at = message.content -%}{%- endfor -%}" + special.chat_template
    special.add_to_gguf(out, quiet=True)


def write_shape(out: gguf.GGUFWriter, config: PreTrainedConfig) -> None:
    heads = config.num_attention_heads
    width = getattr(config, "head_dim", None) or config.hidden_size // heads
    rope = getattr(config, "rope_parameters", None) or {}
    if rope.get("rope_type", "default") != "default":
        sys.exit(f"Its positions are scaled ({rope['rope_type']}), which is not converted here: use convert_hf_to_gguf.py of llama.cpp, or serve the folder with vLLM or transformers.")
    out.add_vocab_size(config.vocab_size)
    out.add_context_length(config.max_position_embeddings)
    out.add_embedding_length(config.hidden_size)
    out.add_block_count(config.num_hidden_layers)
    out.add_feed_forward_length(config.intermediate_size)
    out.add_head_count(heads)
    out.add_head_count_kv(config.num_key_value_heads or heads)
    out.add_key_length(width)
    out.add_value_length(width)
    out.add_rope_dimension_count(width)
    out.add_rope_freq_base(rope.get("rope_theta", 10000.0))
    out.add_layer_norm_rms_eps(config.rms_norm_eps)


def turned(weights: torch.Tensor, heads: int) -> torch.Tensor:
    """Rows of q or k with the two halves of each head woven into pairs."""
    return weights.reshape(heads, 2, weights.shape[0] // heads // 2, *weights.shape[1:]).swapaxes(1, 2).reshape(weights.shape)


def write_weights(out: gguf.GGUFWriter, model: PreTrainedModel, arch: gguf.MODEL_ARCH, turn: bool, kind: gguf.GGMLQuantizationType) -> int:
    config = model.config
    names = gguf.get_tensor_name_map(arch, config.num_hidden_layers)
    count = 0
    for name, weights in model.state_dict().items():
        if name.endswith(".rotary_emb.inv_freq") or (name == "lm_head.weight" and config.tie_word_embeddings):
            continue
        target = names.get_name(name, try_suffixes=(".weight", ".bias")) or sys.exit(f"Its weights {name} are not known to llama.cpp.")
        if turn and ".q_proj." in name:
            weights = turned(weights, config.num_attention_heads)
        if turn and ".k_proj." in name:
            weights = turned(weights, config.num_key_value_heads or config.num_attention_heads)
        values = weights.detach().to(torch.float32).contiguous().numpy()
        stored = kind if values.ndim > 1 else gguf.GGMLQuantizationType.F32
        try:
            data = quantize(values, stored)
        except QuantError:
            stored = gguf.GGMLQuantizationType.F16
            data = quantize(values, stored)
        out.add_tensor(target, data, raw_dtype=stored)
        count += values.size
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", help="a model folder, or a name on the hub")
    parser.add_argument("file", type=Path)
    parser.add_argument("--type", choices=TYPES, default="f16")
    parser.add_argument("--name", required=True)
    asked = parser.parse_args()
    model, words = whole(asked.source)
    named = (model.config.architectures or ["?"])[0]
    arch, turn = ARCHITECTURES.get(named) or sys.exit(f"Models of the form {named} are not converted here: use convert_hf_to_gguf.py of llama.cpp, or serve the folder with vLLM or transformers.")
    part = asked.file.with_name(f"{asked.file.name}.part")
    out = gguf.GGUFWriter(part, gguf.MODEL_ARCH_NAMES[arch])
    out.add_type(gguf.GGUFType.MODEL)
    out.add_name(asked.name)
    out.add_file_type(FILE_TYPES[asked.type])
    out.add_quantization_version(gguf.GGML_QUANT_VERSION)
    write_shape(out, model.config)
    write_tokenizer(out, words, model.config.vocab_size)
    count = write_weights(out, model, arch, turn, TYPES[asked.type])
    out.write_header_to_file()
    out.write_kv_data_to_file()
    out.write_tensors_to_file()
    out.close()
    part.replace(asked.file)
    print(f"{asked.file}: {count / 1e6:.1f} M weights, {asked.file.stat().st_size / 2**20:.0f} MiB, {asked.type}")


main()
