"""How far one gets by reading the claim alone: what a figure of the stance model has to be held against.

    python3 claim_only.py --data FOLDER

A linear classifier on the base model's vectors of the claims, fitted on the training rows of each set. The nearer its
macro-F1 is to the stance model's, the more of that figure is owed to how claims are worded.
"""

import argparse

import torch

import base
import batches
import stance
import stance_data
from encoder import mean_vectors
from verifier import fit, predict

DECAY = 1e-4


@torch.no_grad()
def vectors(encoder, texts):
    encoded = batches.encode(base.tokenizer(), texts)
    found = torch.zeros(len(texts), 384)
    for batch in batches.by_length(encoded, list(range(len(texts))), 8192):
        found[batch.rows] = mean_vectors(encoder(batch.ids, batch.segments, batch.mask), batch.mask)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    data = parser.parse_args().data
    sets = [("own unseen topics", stance_data.authored(), stance_data.evaluation())]
    for name in ("scifact", "check_covid", "lingnli", "cad_nli", "creak"):
        train = stance_data.public(data, f"{name}.train")[:8000]
        sets.append((f"{name}.dev", train, stance_data.public(data, f"{name}.dev")[:1500]))
    encoder = base.encoder()
    for name, train, rows in sets:
        fitted = fit(vectors(encoder, [r.claim for r in train]), torch.tensor([r.label for r in train]), DECAY)
        said = predict(vectors(encoder, [r.claim for r in rows]), fitted).argmax(1)
        print(f"{name:22} {len(rows):6} claim-only macro-F1 {stance.scores(said, rows)[1]:.3f}")


if __name__ == "__main__":
    main()
