"""Trains by trl's SFTTrainer under a configuration of `trl sft`: sft.py --config FILE.

What `trl sft` itself does not do: it tells the progress a line at a time, stops at a checkpoint when a file asks for it, leaves out rows that
are too long in place of cutting them, brings a chat template where the tokenizer has none, and ends with the program that started it.
"""

import json
import os
import platform
import sys
import threading
import time

import psutil


def tell(event: str, **values: object) -> None:
    """One line for the program that started this one; everything else that is printed is only kept in a log."""
    print("@lema " + json.dumps({"event": event, **values}), flush=True)


def fail(message: str) -> None:
    tell("fault", message=message)
    sys.exit(1)


def end_with(pid: int) -> None:
    """Ends this process when that one is gone, so that nothing trains on unseen."""
    try:
        parent = psutil.Process(pid)
        while parent.is_running() and parent.status() != psutil.STATUS_ZOMBIE:
            time.sleep(0.5)
    except psutil.NoSuchProcess:
        pass
    os._exit(3)


if "LEMA_PARENT" in os.environ:
    threading.Thread(target=end_with, args=(int(os.environ["LEMA_PARENT"]),), daemon=True).start()

import torch
import torch.distributed as dist
from transformers import AutoTokenizer, TrainerCallback
from trl import SFTTrainer, get_peft_config, get_quantization_config
from trl.scripts.sft import make_parser
from datasets import load_dataset

TEMPLATE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "chat_template.jinja")


class Progress(TrainerCallback):
    """Tells what the trainer logs and saves, and stops it at a checkpoint when the file LEMA_STOP is there."""

    stop_file = os.environ.get("LEMA_STOP", "")

    def asked_to_stop(self, device: torch.device) -> bool:
        asked = self.stop_file != "" and os.path.exists(self.stop_file)
        if not dist.is_initialized():
            return asked
        # Every process stops after the same step, or the others would wait for it for ever.
        flag = torch.tensor([int(asked)], device=device)
        dist.all_reduce(flag, op=dist.ReduceOp.MAX)
        return bool(flag.item())

    def on_step_end(self, args, state, control, **_):
        if state.global_step >= state.max_steps:
            control.should_evaluate = args.eval_strategy != "no"
        elif self.asked_to_stop(args.device):
            control.should_save = True
            control.should_training_stop = True
        return control

    def on_log(self, args, state, control, logs=None, **_):
        if state.is_world_process_zero and logs:
            tell("log", step=state.global_step, values={k: v for k, v in logs.items() if isinstance(v, (int, float))})

    def on_save(self, args, state, control, **_):
        if state.is_world_process_zero:
            tell("saved", step=state.global_step)


def without_long_rows(dataset, limit):
    """A row that was cut would teach to stop, or to go on, at the wrong place."""
    kept = dataset.filter(lambda row: len(row["input_ids"]) <= limit)
    return kept, len(dataset) - len(kept)


def main() -> None:
    from importlib.metadata import version

    script, args, model, _ = make_parser().parse_args_and_config()
    if os.environ.get("LEMA_GPU") == "1" and not torch.cuda.is_available():
        fail("no GPU was found, and this recipe needs one; choose --recipe laptop, or look at the driver with nvidia-smi")
    args.model_init_kwargs = {
        "revision": model.model_revision,
        "attn_implementation": model.attn_implementation,
        "dtype": model.dtype,
        **(args.model_init_kwargs or {}),
    }
    tokenizer = AutoTokenizer.from_pretrained(model.model_name_or_path, revision=model.model_revision)
    if tokenizer.eos_token is None:
        fail(f"{model.model_name_or_path}: its tokenizer has no end-of-text token, so nothing could be taught to end; choose another base")
    if tokenizer.chat_template is None:
        args.chat_template_path = TEMPLATE
    data = load_dataset(script.dataset_name)
    limit, args.max_length = args.max_length, None
    trainer = SFTTrainer(
        model=model.model_name_or_path,
        args=args,
        train_dataset=data[script.dataset_train_split],
        eval_dataset=data[script.dataset_test_split] if args.eval_strategy != "no" else None,
        processing_class=tokenizer,
        quantization_config=get_quantization_config(model),
        peft_config=get_peft_config(model),
        callbacks=[Progress()],
    )
    trainer.train_dataset, dropped = without_long_rows(trainer.train_dataset, limit)
    if trainer.eval_dataset is not None:
        trainer.eval_dataset, _ = without_long_rows(trainer.eval_dataset, limit)
    if len(trainer.train_dataset) == 0:
        fail(f"every row is longer than {limit} tokens; raise --max-length")
    parameters = list(trainer.model.parameters())
    main_process = trainer.is_world_process_zero()
    if main_process:
        tell(
            "loaded",
            rows=len(trainer.train_dataset),
            dropped=dropped,
            parameters=sum(p.numel() for p in parameters),
            trainable=sum(p.numel() for p in parameters if p.requires_grad),
            device=torch.cuda.get_device_name() if args.device.type == "cuda" else args.device.type,
            processes=args.world_size,
            versions={"python": platform.python_version(), **{n: version(n) for n in ("torch", "transformers", "trl", "peft", "accelerate")}},
        )
    trainer.train(resume_from_checkpoint=args.resume_from_checkpoint)
    state = trainer.state
    if state.global_step < state.max_steps:
        if main_process:
            tell("stopped", step=state.global_step)
    else:
        trainer.save_model(args.output_dir)
        if main_process:
            tell("done", step=state.global_step)
    trainer.end()


main()
