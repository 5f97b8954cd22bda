"""Fits the classifier that weighs the language model's answers with what the rules find.

    vetted evaluate --features authored/claims-calibration.jsonl > features.ndjson
    python3 verifier.py features.ndjson

The rows are of entries that the models were not trained on: their phrasings, each left out of its entry, and claims written
for them in the voices of posts, held against the entry and its neighbours. Multinomial logistic regression on standardized
features, with the weight decay that cross-validation by entry likes best. Printed beside are the thresholds from which 95 of
100 accusations and of supports among these claims are right. Posts also say much that no entry is about, so the gate asks for
more: see README.md.
"""

import argparse
import json
from pathlib import Path

import torch

CLASSES = ["asserts", "denies", "exceeds", "neither"]
NEITHER = CLASSES.index("neither")
# What a stance means for an entry (`VerdictTable`); all else gives no verdict that could be wrong.
VERDICTS = {
    ("refuted", "asserts"): "contradicted",
    ("refuted", "exceeds"): "contradicted",
    ("refuted", "denies"): "supported",
    ("supported", "asserts"): "supported",
    ("supported", "denies"): "contradicted",
    ("supported", "exceeds"): "overstated",
    ("mixed", "exceeds"): "overstated",
}
ACCUSATIONS = ("contradicted", "overstated")
VERIFICATION = Path(__file__).parent.parent / "Data" / "verification"
FOLDS = 10
DECAYS = [3e-3, 1e-3, 3e-4, 1e-4]


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def fit(x, y, decay):
    """Weights (features + 1, classes), by L-BFGS."""
    x = torch.cat([x, torch.ones(len(x), 1)], 1)
    weights = torch.zeros(x.shape[1], len(CLASSES), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def closure():
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(x @ weights, y) + decay * (weights[:-1] ** 2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return weights.detach()


def predict(x, weights):
    return (torch.cat([x, torch.ones(len(x), 1)], 1) @ weights).softmax(1)


def cross_validated(x, y, groups, decay):
    """The probabilities of each row by a classifier that has not seen its entry."""
    found = torch.zeros(len(x), len(CLASSES))
    for fold in range(FOLDS):
        held = groups % FOLDS == fold
        found[held] = predict(x[held], fit(x[~held], y[~held], decay))
    return found


def decisions(rows, found):
    """For each claim the verdict of the entry that is surest, its probability, and the verdict that is right (or None)."""
    claims = {}
    for row, chances in zip(rows, found.tolist()):
        if row["verdict"] == "refuted":
            chances = [chances[0] + chances[2], chances[1], 0, chances[3]]
        said = max(range(len(CLASSES)), key=lambda i: chances[i])
        claim = claims.setdefault((row["origin"], row["text"]), {"chance": 0, "verdict": None, "right": None})
        if row["entry"] == row["origin"]:
            claim["right"] = VERDICTS.get((row["verdict"], row["label"]))
        if said != NEITHER and chances[said] > claim["chance"]:
            claim.update(chance=chances[said], verdict=VERDICTS.get((row["verdict"], CLASSES[said])))
    return list(claims.values())


def threshold(claims, verdicts, precision):
    """The least probability from which that share of these verdicts is right, the share, and the coverage."""
    given = sorted((c for c in claims if c["verdict"] in verdicts), key=lambda c: -c["chance"])
    wanted = sum(c["right"] in verdicts for c in claims)
    best, right = (1.0, 1.0, 0.0), 0
    for count, claim in enumerate(given, 1):
        right += claim["verdict"] == claim["right"]
        if right / count >= precision:
            best = (claim["chance"], right / count, right / wanted)
    return best


def calibration_error(found, y):
    values, said = found.max(1)
    error = 0.0
    for low in torch.arange(0, 1, 0.1):
        own = (values > low) & (values <= low + 0.1)
        if own.any():
            error += float(abs(values[own].sum() - (said[own] == y[own]).sum()))
    return error / len(y)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("features")
    rows = read(parser.parse_args().features)
    classifier = VERIFICATION / "classifier.json"
    raw = torch.tensor([row["features"] for row in rows])
    means, scales = raw.mean(0), raw.std(0).clamp_min(1e-3)
    x = (raw - means) / scales
    y = torch.tensor([CLASSES.index(row["label"]) for row in rows])
    origins = {name: i for i, name in enumerate(dict.fromkeys(row["origin"] for row in rows))}
    groups = torch.tensor([origins[row["origin"]] for row in rows])
    tried = {decay: cross_validated(x, y, groups, decay) for decay in DECAYS}
    decay = min(tried, key=lambda d: float(torch.nn.functional.nll_loss(tried[d].log(), y)))
    found = tried[decay]
    claims = decisions(rows, found)
    accusation, precision, coverage = threshold(claims, ACCUSATIONS, 0.95)
    support, *supports = threshold(claims, ("supported",), 0.95)
    accuracy = float((found.argmax(1) == y).float().mean())
    print(f"{len(rows)} rows of {len(origins)} entries, decay {decay}, accuracy {accuracy:.4f}")
    print(f"calibration error {calibration_error(found, y):.4f}")
    print(f"accusation {accusation:.3f}: precision {precision:.3f} coverage {coverage:.3f}")
    print(f"support {support:.3f}: precision {supports[0]:.3f} coverage {supports[1]:.3f}")
    weights = fit(x, y, decay)
    names = rows[0]["names"]
    for i in weights.abs().max(1).values[:-1].argsort(descending=True).tolist():
        print(f"  {names[i]:24} {[f'{w:6.2f}' for w in weights[i].tolist()]}")
    rounded = lambda numbers: [round(float(n), 5) for n in numbers]
    fitted = {"features": names, "means": rounded(means), "scales": rounded(scales), "weights": [rounded(w) for w in weights.T]}
    classifier.write_text(json.dumps(fitted, indent=1) + "\n")


if __name__ == "__main__":
    main()
