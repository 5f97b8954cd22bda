"""Writes what the program reads: Data/models with int8 weights and `models.json`.

    python3 export.py --sentence FOLDER --stance FOLDER [--to ../Data/models]

The word embeddings, which training leaves alone, are one file for both models. The temperatures are fitted anew, on
topics that training never saw.
"""

import argparse
import hashlib
import json
import random
import shutil
from pathlib import Path

import torch
from safetensors.numpy import save_file

import base
import sentence
import stance
import stance_data
from quantize import WORDS, quantized

# How many rows the temperature is fitted on.
CALIBRATION = 3000


def tensors(model):
    """The averaged weights under the names of the published file; heads keep their own."""
    state = model.state_dict()
    return {name.removeprefix("encoder."): values.float().numpy() for name, values in state.items()}


def averaged(module, folder):
    run = module.trainer(folder)
    run.resume()
    return run.averaged(), run.step


def temperature(model):
    """What the logits are divided by to make the likelihood of held-out entries' phrasings largest."""
    rows = stance_data.knowledge_base(random.Random(1), held_out=True)
    rows = random.Random(1).sample(rows, min(len(rows), CALIBRATION))
    logits = stance.probabilities(model, rows).clamp_min(1e-9).log()
    labels = torch.tensor([row.label for row in rows])
    tried = [0.5 + 0.05 * step for step in range(50)]
    return min(tried, key=lambda t: float(torch.nn.functional.cross_entropy(logits / t, labels)))


def entry(path):
    path.chmod(0o644)
    content = path.read_bytes()
    return {"name": path.name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentence", type=Path, required=True)
    parser.add_argument("--stance", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=Path(__file__).parent.parent / "Data" / "models")
    options = parser.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)
    manifest = options.to / "models.json"
    written = json.loads(manifest.read_text()) if manifest.exists() else {"stanceTemperature": 1.0, "claimTemperature": 1.0}
    words = None
    for name, module, folder in (("sentence", sentence, options.sentence), ("stance", stance, options.stance)):
        model, step = averaged(module, folder)
        found = tensors(model)
        words = found.pop(WORDS)
        save_file(quantized(found), options.to / f"{name}.safetensors")
        written[name] = entry(options.to / f"{name}.safetensors")
        if module is stance:
            written["stanceTemperature"] = round(temperature(model), 2)
        print(f"{name}: step {step}, {written[name]['size']} bytes")
    save_file(quantized({WORDS: words}), options.to / "words.safetensors")
    shutil.copyfile(base.folder() / "vocab.txt", options.to / "vocabulary.txt")
    written["words"], written["vocabulary"] = entry(options.to / "words.safetensors"), entry(options.to / "vocabulary.txt")
    manifest.write_text(json.dumps(written, indent=2, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
