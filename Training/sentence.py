"""Trains the sentence model: one trunk whose mean vector finds entries and whose [CLS] vector tells claims.

    python3 sentence.py train --data FOLDER --work FOLDER   FOLDER of data: that of the public detection sets
    python3 sentence.py score --work FOLDER                 figures on topics and entries that were never trained on
    python3 sentence.py export --work FOLDER FILE           float32 weights as safetensors
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
import sentence_data
import stance_data
from encoder import mean_vectors
from trainer import Trainer

SEED = 20261123
PEAK = 8e-5
# Pairs a step; how often every phrasing and every sentence is seen.
PAIRS, PAIR_ROUNDS, SENTENCE_ROUNDS = 48, 2, 5
# The usual temperature of 0.05 (Gao et al. 2021, SimCSE).
TEMPERATURE = 0.05


class SentenceModel(nn.Module):
    """The encoder; `claim` and `attribution` are linear layers on the vector of [CLS]."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder
        self.claim = nn.Linear(384, 1)
        self.attribution = nn.Linear(384, len(sentence_data.ATTRIBUTIONS))

    def forward(self, parts):
        """Mean vectors of length one (texts, 384), claim logits (texts) and attribution logits (texts, 6)."""
        means, firsts = [], []
        for part in parts:
            vectors = self.encoder(part.ids, part.segments, part.mask)
            means.append(mean_vectors(vectors, part.mask))
            firsts.append(vectors[:, 0])
        # The parts hold the texts by length: back to the order of the texts.
        order = torch.tensor([row for part in parts for row in part.rows]).argsort()
        first = torch.cat(firsts)[order]
        return functional.normalize(torch.cat(means)[order], dim=1), self.claim(first).squeeze(1), self.attribution(first)


class Step:
    """What one step sees: pairs for retrieval, then sentences for detection, in parts of about equal length."""

    def __init__(self, tokenizer, pairs, sentences):
        texts = [text for pair in pairs for text in pair]
        self.paired = len(texts)
        self.sentences = sentences
        encoded = batches.encode(tokenizer, texts + [row.text for row in sentences])
        self.parts = list(batches.by_length(encoded, list(range(len(encoded))), 1024))

    @property
    def tokens(self):
        return sum(part.tokens for part in self.parts)


def retrieval_loss(vectors):
    """Each query among all targets, and each target among all queries (multiple negatives, both ways)."""
    queries, targets = vectors[0::2], vectors[1::2]
    scores = queries @ targets.T / TEMPERATURE
    own = torch.arange(len(queries))
    return (functional.cross_entropy(scores, own) + functional.cross_entropy(scores.T, own)) / 2


def detection_loss(claim, attribution, rows):
    wanted = torch.tensor([float(row.claim) for row in rows])
    said = functional.binary_cross_entropy_with_logits(claim, wanted * 0.94 + 0.03)
    by = functional.cross_entropy(attribution, torch.tensor([row.attribution for row in rows]), label_smoothing=0.05)
    return said + by


def loss(model, step):
    vectors, claim, attribution = model(step.parts)
    detection = detection_loss(claim[step.paired :], attribution[step.paired :], step.sentences)
    return retrieval_loss(vectors[: step.paired]) + detection


def training_steps(data):
    chance, tokenizer = random.Random(SEED), base.tokenizer()
    pairs = sentence_data.retrieval_batches(PAIRS, PAIR_ROUNDS, chance)
    rows = sentence_data.detection_rows(data, SENTENCE_ROUNDS, chance)
    share = len(rows) / len(pairs)
    cut = [rows[int(i * share) : int((i + 1) * share)] for i in range(len(pairs))]
    return [Step(tokenizer, *both) for both in zip(pairs, cut)]


def trainer(work):
    torch.manual_seed(SEED)
    model = SentenceModel(base.encoder())
    found = Trainer(model, loss, PEAK, work)
    model.encoder.compile(dynamic=True)
    return found


@torch.no_grad()
def answers(model, texts):
    """Vectors (texts, 384), claim probabilities (texts) and attribution probabilities (texts, 6)."""
    encoded = batches.encode(base.tokenizer(), texts)
    vectors, claim, attribution = model(list(batches.by_length(encoded, list(range(len(texts))), 8192)))
    return vectors, claim.sigmoid(), attribution.softmax(1)


def score_retrieval(model):
    """Each phrasing of a held-out entry looks for its entry among all texts of all entries but itself."""
    texts, owners, asked = [], [], []
    for entry in stance_data.entries():
        phrasings = entry["asserted_as"] + entry["denied_as"]
        if stance_data.is_held_out(entry["id"]):
            asked += range(len(texts), len(texts) + len(phrasings))
        statements = [s["text"] for s in entry["statements"] if s["status"] == "active"]
        texts += phrasings + [entry["proposition"]] + statements
        owners += [entry["id"]] * (len(phrasings) + 1 + len(statements))
    vectors = answers(model, texts)[0]
    ranks = []
    for query in asked:
        scores = vectors @ vectors[query]
        scores[query] = -1
        ranked = list(dict.fromkeys(owners[i] for i in scores.argsort(descending=True).tolist()))
        ranks.append(ranked.index(owners[query]))
    print(f"retrieval {len(ranks)} first {sum(r < 1 for r in ranks) / len(ranks):.3f} in five {sum(r < 5 for r in ranks) / len(ranks):.3f}")


def score_detection(model):
    rows = sentence_data.evaluation()
    _, claim, attribution = answers(model, [row.text for row in rows])
    wanted = torch.tensor([row.claim for row in rows])
    found = (claim >= 0.5).long()
    right = int(((found == 1) & (wanted == 1)).sum())
    f1 = 2 * right / int(found.sum() + wanted.sum())
    ranked = wanted[claim.argsort(descending=True)].float()
    precision = ranked.cumsum(0) / torch.arange(1, len(ranked) + 1)
    average = float((precision * ranked).sum() / ranked.sum())
    correct = attribution.argmax(1) == torch.tensor([row.attribution for row in rows])
    print(f"detection {len(rows)} F1 {f1:.3f} average precision {average:.3f} attribution {float(correct.float().mean()):.3f}")
    for i, name in enumerate(sentence_data.ATTRIBUTIONS):
        own = torch.tensor([row.attribution == i for row in rows])
        print(f"  {name:10} {int(own.sum()):4} recall {float(correct[own].float().mean()):.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["train", "score", "export"])
    parser.add_argument("--data", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("file", nargs="?")
    options = parser.parse_args()
    run = trainer(options.work)
    if options.what == "train":
        run.run(training_steps(options.data))
        return
    run.resume()
    model = run.averaged()
    if options.what == "score":
        score_retrieval(model)
        score_detection(model)
    else:
        save_file({k: v.contiguous() for k, v in model.state_dict().items()}, options.file)


if __name__ == "__main__":
    main()
