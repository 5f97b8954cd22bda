"""Rows for the stance model: (claim, evidence, label), label 0 = support, 1 = refute, 2 = neutral."""

import hashlib
import json
import random
from dataclasses import dataclass
from pathlib import Path

import yaml

LABELS = {"SUPPORT": 0, "REFUTE": 1, "NEI": 2, "support": 0, "refute": 1, "neutral": 2}
HERE = Path(__file__).parent
ENTRIES = HERE.parent / "KnowledgeBase" / "entries"
EVALUATION = HERE.parent / "Data" / "evaluation"

# The stages of training, one after the other: `peak` and `final` (`Trainer`), the earlier stages whose averaged weights it
# starts from, each with its share, and how often a row of each set is seen. A fraction takes that share of the rows.
# Where a public set has one label only, or nearly so, little of it is taken.
STAGES = json.loads((HERE / "stages.json").read_text(encoding="utf-8"))


@dataclass
class Row:
    claim: str
    evidence: str
    label: int
    source: str


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def public(folder, name):
    return [Row(r["claim"], r["evidence"], LABELS[r["label"]], name) for r in read(Path(folder) / f"{name}.jsonl")]


def authored(files="a-z"):
    """The pairs that were written for this project; `files` are the letters of the files, as `a-g`."""
    rows = authored_rows(f"stance-[{files}]")
    return [Row(r["claim"], r["statement"], LABELS[r["label"]], "authored") for r in rows]


def authored_rows(kind):
    """The rows of all files of a kind: `stance` or `sentences`."""
    return [row for path in sorted((HERE / "authored").glob(f"{kind}*.jsonl")) for row in read(path)]


def evaluation():
    """Pairs of topics that training never sees."""
    rows = read(EVALUATION / "stance.jsonl")
    return [Row(r["claim"], r["evidence"], LABELS[r["label"]], "evaluation") for r in rows]


def is_held_out(entry_id):
    """A fifth of the entries is never trained on: what is calibrated and measured on phrasings uses these."""
    return hashlib.sha256(entry_id.encode()).digest()[0] < 51


def entries():
    return [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(ENTRIES.rglob("*.yaml"))]


def knowledge_base(chance, held_out=False):
    """Phrasings of entries against their propositions, statements and other phrasings, and against a neighbour's.

    Two denials say the same, an assertion refutes a denial; near-misses are neutral.
    """
    found = [entry for entry in entries() if is_held_out(entry["id"]) == held_out]
    areas = {}
    for entry in found:
        areas.setdefault(entry["id"].split("/")[0], []).append(entry)
    rows = []
    for entry in found:
        neighbours = [e for e in areas[entry["id"].split("/")[0]] if e is not entry]
        plain = [s for s in entry["statements"] if s["stance"] in ("affirms", "denies")]
        for side, phrasings in enumerate((entry["asserted_as"], entry["denied_as"])):
            for phrasing in phrasings:
                rows.append((phrasing, entry["proposition"], side))
                if plain:
                    statement = chance.choice(plain)
                    rows.append((phrasing, statement["text"], side ^ (statement["stance"] == "denies")))
                other = chance.choice(phrasings if chance.random() < 0.5 else entry["asserted_as"] + entry["denied_as"])
                rows.append((phrasing, other, side ^ (other in entry["denied_as"])))
                if neighbours and chance.random() < 0.5:
                    rows.append((phrasing, chance.choice(neighbours)["proposition"], 2))
        for near_miss in entry.get("not_this", []):
            rows.append((near_miss, entry["proposition"], 2))
            rows.append((near_miss, chance.choice(entry["asserted_as"]), 2))
    return [Row(claim, evidence, int(label), "knowledge-base") for claim, evidence, label in rows if claim != evidence]


def claims(kind="training"):
    """What posts say of entries, each with what it does to the proposition: asserts, denies, exceeds or neither.

    `training` was written for the entries; `mined` are claims of the authored pairs that the models took to be about one.
    """
    return read(HERE / "authored" / f"claims-{kind}.jsonl")


def posts(chance, kind="training"):
    """Sentences of posts against the proposition of their entry, one of its phrasings and one of its statements.

    What goes further than the proposition grants is neutral, as what is not about it is.
    """
    by_id = {entry["id"]: entry for entry in entries()}
    rows = []
    for claim in claims(kind):
        entry = by_id.get(claim["entry"])
        if entry is None or is_held_out(entry["id"]):
            continue
        phrasing = chance.choice(entry["asserted_as"] + entry["denied_as"])
        evidence = [(entry["proposition"], 0), (phrasing, phrasing in entry["denied_as"])]
        plain = [s for s in entry["statements"] if s["stance"] in ("affirms", "denies")]
        if plain and claim["label"] in ("asserts", "denies"):
            statement = chance.choice(plain)
            evidence.append((statement["text"], statement["stance"] == "denies"))
        for text, denied in evidence:
            label = {"asserts": 0 ^ denied, "denies": 1 ^ denied}.get(claim["label"], 2)
            rows.append(Row(claim["text"], text, int(label), "posts"))
    return rows


def unrelated(rows, count, chance):
    """Claims beside the evidence of another row of the same set: what a model of support and refute alone gets wrong."""
    by_source = {}
    for row in rows:
        by_source.setdefault(row.source, []).append(row)
    found = []
    for row in chance.sample(rows, count):
        other = chance.choice(by_source[row.source])
        if other.evidence != row.evidence:
            found.append(Row(row.claim, other.evidence, 2, "unrelated"))
    return found


def repeated(rows, times, chance):
    whole = int(times)
    return rows * whole + chance.sample(rows, round(len(rows) * (times - whole)))


def stage(number, folder, seed):
    """The rows of the stage of this number, in the order in which they are seen."""
    chance, plan = random.Random(seed + number), STAGES[number]
    sets = [(public(folder, name), times) for name, times in plan["public"].items()]
    sets += [(authored(files), times) for files, times in plan["authored"].items()]
    sets.append((knowledge_base(chance), plan.get("knowledge_base", 0)))
    sets += [(posts(chance), plan.get("posts", 0)), (posts(chance, "mined"), plan.get("mined", 0))]
    rows = [row for found, times in sets for row in repeated(found, times, chance)]
    rows += unrelated(rows, len(rows) // 60, chance)
    chance.shuffle(rows)
    return rows
