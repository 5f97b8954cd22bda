"""Fits the classifier that weighs the language model's answers with what the rules find.

    vetted evaluate --features > features.ndjson
    python3 verifier.py features.ndjson

The rows are phrasings of entries that the models were not trained on, each left out of its entry and held against it and
its neighbours. Multinomial logistic regression on standardized features, with the weight decay that cross-validation by
entry likes best; the probabilities of that cross-validation give the thresholds of the gate: the least one from which 95
of 100 decisions are right, and for support the least from which 90 are.
"""

import argparse
import datetime
import json
from pathlib import Path

import torch

CLASSES = ["asserts", "denies", "neither"]
VERIFICATION = Path(__file__).parent.parent / "Data" / "verification"
FOLDS = 10
DECAYS = [3e-3, 1e-3, 3e-4, 1e-4]


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def fit(x, y, decay):
    """Weights (features + 1, 3), by L-BFGS."""
    x = torch.cat([x, torch.ones(len(x), 1)], 1)
    weights = torch.zeros(x.shape[1], 3, requires_grad=True)
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
    found = torch.zeros(len(x), 3)
    for fold in range(FOLDS):
        held = groups % FOLDS == fold
        found[held] = predict(x[held], fit(x[~held], y[~held], decay))
    return found


def threshold(found, y, precision):
    """The least probability of asserting or denying from which that share of the decisions is right, and the coverage."""
    said = found[:, :2].max(1)
    order = said.values.argsort(descending=True)
    right = (said.indices == y)[order].float()
    shares = right.cumsum(0) / torch.arange(1, len(y) + 1)
    good = (shares >= precision).nonzero().flatten()
    last = int(good[-1]) if len(good) else 0
    covered = right[: last + 1].sum() / (y < 2).sum()
    return float(said.values[order[last]]), float(shares[last]), float(covered)


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
    accusation, precision, coverage = threshold(found, y, 0.95)
    support, _, _ = threshold(found, y, 0.90)
    accuracy = float((found.argmax(1) == y).float().mean())
    print(f"{len(rows)} rows of {len(origins)} entries, decay {decay}, accuracy {accuracy:.4f}")
    print(f"calibration error {calibration_error(found, y):.4f}")
    print(f"accusation {accusation:.3f}: precision {precision:.3f} coverage {coverage:.3f}; support {support:.3f}")
    weights = fit(x, y, decay)
    names = json.loads(classifier.read_text())["features"]
    for i in weights.abs().max(1).values[:-1].argsort(descending=True).tolist():
        print(f"  {names[i]:24} {[f'{w:6.2f}' for w in weights[i].tolist()]}")
    rounded = lambda numbers: [round(float(n), 5) for n in numbers]
    fitted = {"features": names, "means": rounded(means), "scales": rounded(scales), "weights": [rounded(w) for w in weights.T]}
    classifier.write_text(json.dumps(fitted, indent=1) + "\n")
    gate = {
        "accusationThreshold": round(accusation, 3),
        "supportThreshold": round(support, 3),
        "measurement": {
            "on": datetime.date.today().isoformat(),
            "set": f"{len(origins)} entries that no model was trained on, each phrasing left out in turn",
            "precision": round(precision, 3),
            "coverage": round(coverage, 3),
        },
    }
    (VERIFICATION / "gate.json").write_text(json.dumps(gate, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
