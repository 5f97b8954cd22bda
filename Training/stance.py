"""Trains the stance model: does the evidence support or refute the claim, or neither?

    python3 stance.py train --data FOLDER --work FOLDER     FOLDER of data: that of the public sets (*.jsonl)
                                                            all stages, one after the other; resumes what was stopped
    python3 stance.py score --data FOLDER --work FOLDER     macro-F1 and accuracy on the development sets
    python3 stance.py export --work FOLDER FILE             float32 weights as safetensors
"""

import argparse
import random
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional

import base
import batches
import stance_data
from trainer import Trainer

SEED = 20261123
TOKENS = 2048
DEVELOPMENT = ["scifact.dev", "check_covid.dev", "lingnli.dev", "fever_symmetric.dev", "creak.dev", "cad_nli.dev"]


class StanceModel(nn.Module):
    """The encoder over [CLS] claim [SEP] evidence [SEP], and one linear layer on the vector of [CLS]."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder
        self.classifier = nn.Linear(384, 3)

    def forward(self, ids, segments, mask):
        return self.classifier(self.encoder(ids, segments, mask, first_only=True)[:, 0])


def loss(model, batch):
    logits = model(batch.ids, batch.segments, batch.mask)
    return functional.cross_entropy(logits, torch.tensor([row.label for row in batch.rows]), label_smoothing=0.05)


def encoded(rows):
    return batches.encode(base.tokenizer(), [(row.claim, row.evidence) for row in rows])


def training_batches(number, data):
    rows = stance_data.stage(number, data, SEED)
    return list(batches.by_length(encoded(rows), rows, TOKENS, random.Random(SEED)))


def stage(number, work):
    """The trainer of a stage, before it resumes."""
    torch.manual_seed(SEED)
    plan, model = stance_data.STAGES[number], StanceModel(base.encoder())
    if plan["start"]:
        model.load_state_dict(mixed([(finished(before, work), share) for before, share in plan["start"].items()]))
    return Trainer(model, loss, plan["peak"], work / plan["name"], plan.get("final", 0))


def finished(name, work):
    """The averaged weights of a stage that has been trained."""
    run = stage([plan["name"] for plan in stance_data.STAGES].index(name), work)
    run.resume()
    return run.averaged().state_dict()


def mixed(parts):
    """Weights that are the sum of others, each times its share."""
    return {name: sum(weights[name] * share for weights, share in parts) for name in parts[0][0]}


def trainer(work):
    """The trainer of the last stage."""
    return stage(len(stance_data.STAGES) - 1, work)


@torch.no_grad()
def probabilities(model, rows):
    """One row of three probabilities for each row, in order."""
    model.eval()
    found = torch.zeros(len(rows), 3)
    numbered = list(enumerate(rows))
    for batch in batches.by_length(encoded(rows), numbered, 8192):
        answer = model(batch.ids, batch.segments, batch.mask).softmax(-1)
        for (i, _), row in zip(batch.rows, answer):
            found[i] = row
    return found


def scores(predicted, rows):
    """Accuracy, and F1 of each label that the rows have, with their mean."""
    gold = torch.tensor([row.label for row in rows])
    f1 = []
    for label in sorted(set(gold.tolist())):
        right = int(((predicted == label) & (gold == label)).sum())
        f1.append(2 * right / max(1, int((predicted == label).sum()) + int((gold == label).sum())))
    return float((predicted == gold).float().mean()), sum(f1) / len(f1), f1


def score(model, data):
    sets = {name: stance_data.public(data, name) for name in DEVELOPMENT}
    sets["lingnli.dev"] = sets["lingnli.dev"][:1500]
    sets["own unseen topics"] = stance_data.evaluation()
    sets["kb-held-out"] = stance_data.knowledge_base(random.Random(1), held_out=True)
    for name, rows in sets.items():
        found = probabilities(model, rows)
        # Sets without neutral rows are scored as they are meant: which of the two.
        if all(row.label < 2 for row in rows):
            found = found[:, :2]
        accuracy, macro, each = scores(found.argmax(1), rows)
        print(f"{name:22} {len(rows):6} accuracy {accuracy:.3f} macro-F1 {macro:.3f} {[f'{x:.3f}' for x in each]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["train", "score", "export"])
    parser.add_argument("--data", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("file", nargs="?")
    options = parser.parse_args()
    if options.what == "train":
        for number in range(len(stance_data.STAGES)):
            run = stage(number, options.work)
            run.model.encoder.compile(dynamic=True)
            run.run(training_batches(number, options.data))
        return
    run = trainer(options.work)
    run.resume()
    model = run.averaged()
    if options.what == "score":
        score(model, options.data)
    else:
        save_file({k: v.contiguous() for k, v in model.state_dict().items()}, options.file)


if __name__ == "__main__":
    main()
