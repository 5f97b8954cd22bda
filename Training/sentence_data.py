"""Rows for the sentence model: groups of texts about one thing for retrieval, labelled sentences for detection."""

import random
from dataclasses import dataclass, field
from pathlib import Path

import stance_data

ATTRIBUTIONS = ["asserted", "questioned", "denied", "reported", "figurative", "personal"]
# A sentence that says nothing of who says it.
UNKNOWN = -100


@dataclass
class Group:
    """Texts about one proposition. A query is one of `queries`; what it should find is any of the others."""

    name: str
    area: str
    queries: list
    targets: list = field(default_factory=list)

    def pair(self, chance):
        query = chance.choice(self.queries)
        return query, chance.choice([t for t in self.queries + self.targets if t != query])


@dataclass
class Sentence:
    text: str
    claim: float
    attribution: int


def knowledge_groups():
    """An entry each: its phrasings and what posts say of it look for one another, for the proposition and the statements."""
    posts = {}
    for claim in stance_data.claims():
        if claim["label"] != "neither":
            posts.setdefault(claim["entry"], []).append(claim["text"])
    found = []
    for entry in stance_data.entries():
        if not stance_data.is_held_out(entry["id"]):
            statements = [s["text"] for s in entry["statements"] if s["status"] == "active"]
            targets = [entry["proposition"]] * 3 + statements
            queries = entry["asserted_as"] + entry["denied_as"] + posts.get(entry["id"], [])
            found.append(Group(entry["id"], entry["id"].split("/")[0], queries, targets))
    return found


def authored_groups():
    """A statement of the authored pairs each: the claims that it supports or refutes look for it and for one another."""
    by_statement = {}
    for row in stance_data.authored_rows("stance"):
        if row["label"] != "neutral":
            by_statement.setdefault((row["topic"], row["statement"]), []).append(row["claim"])
    return [Group(topic, "authored", claims, [statement] * 3) for (topic, statement), claims in by_statement.items()]


def retrieval_batches(size, rounds, chance):
    """Lists of (query, target) without two pairs of one thing; half of a batch is of one area, so that areas learn to
    tell their entries apart."""
    knowledge, authored = knowledge_groups(), authored_groups()
    batches = []
    for _ in range(rounds):
        pool = [g for g in knowledge for _ in range(len(g.queries))] + [g for g in authored for _ in g.queries]
        chance.shuffle(pool)
        by_area = {}
        for group in pool:
            by_area.setdefault(group.area, []).append(group)
        # Runs of one area, cut into short pieces and shuffled: neighbours in a batch are often of one area.
        pieces = [groups[i : i + size // 4] for groups in by_area.values() for i in range(0, len(groups), size // 4)]
        chance.shuffle(pieces)
        batch, names = [], set()
        for group in (g for piece in pieces for g in piece):
            if group.name in names or len(group.queries) + len(group.targets) < 2:
                continue
            batch.append(group.pair(chance))
            names.add(group.name)
            if len(batch) == size:
                batches.append(batch)
                batch, names = [], set()
    return batches


def sentences():
    rows = stance_data.authored_rows("sentences")
    return [Sentence(r["text"], r["claim"], ATTRIBUTIONS.index(r["attribution"])) for r in rows]


def evaluation():
    """Sentences of topics that training never sees."""
    rows = stance_data.read(stance_data.EVALUATION / "sentences.jsonl")
    return [Sentence(r["text"], r["label"], ATTRIBUTIONS.index(r["attribution"])) for r in rows]


def detection_rows(folder, rounds, chance):
    """The authored sentences as they are; tweets and the claims of the stance pairs tell of claims only."""
    tweets = [Sentence(r["text"], r["label"], UNKNOWN) for r in stance_data.read(Path(folder) / "scitweets_claim.all.jsonl")]
    claims = sorted({row.claim for row in stance_data.authored()})
    rows = []
    for _ in range(rounds):
        rows += sentences() + chance.sample(tweets, len(tweets) // 2)
        rows += [Sentence(text, 1, UNKNOWN) for text in chance.sample(claims, 200)]
    chance.shuffle(rows)
    return rows
