"""A model folder as one whole model: an adapter is merged into its base."""

import json
from pathlib import Path

from transformers import AutoModelForCausalLM, PreTrainedModel


def whole(source: str) -> tuple[PreTrainedModel, str]:
    """The model of a folder or of a hub's name, and where its tokenizer is."""
    adapter = Path(source, "adapter_config.json")
    if not adapter.exists():
        return AutoModelForCausalLM.from_pretrained(source, dtype="auto"), source
    from peft import PeftModel

    base = json.loads(adapter.read_text("utf-8"))["base_model_name_or_path"]
    model = PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(base, dtype="auto"), source).merge_and_unload()
    return model, source if Path(source, "tokenizer_config.json").exists() else base
