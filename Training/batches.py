"""Token ids in batches of about equal length, so that little is padding."""

import random
from dataclasses import dataclass

import torch

LONGEST = 192
CHUNK = 4096


@dataclass
class Batch:
    ids: torch.Tensor
    segments: torch.Tensor
    mask: torch.Tensor
    rows: list

    @property
    def tokens(self):
        return int(self.mask.sum())


def encode(tokenizer, texts):
    """Ids and segments of each text, or pair of texts; a pair that is too long loses the end of its second text."""
    found = []
    for text in texts:
        encoding = tokenizer.encode(*text) if isinstance(text, tuple) else tokenizer.encode(text)
        ids, segments = encoding.ids, encoding.type_ids
        if len(ids) > LONGEST:
            ids, segments = ids[: LONGEST - 1] + ids[-1:], segments[: LONGEST - 1] + segments[-1:]
        found.append((ids, segments))
    return found


def pad(encoded, rows):
    # Lengths in steps of 8: fewer shapes to compile for.
    width = (max(len(ids) for ids, _ in encoded) + 7) // 8 * 8
    ids = torch.zeros(len(encoded), width, dtype=torch.long)
    segments, mask = torch.zeros_like(ids), torch.zeros_like(ids, dtype=torch.bool)
    for i, (row_ids, row_segments) in enumerate(encoded):
        ids[i, : len(row_ids)] = torch.tensor(row_ids)
        segments[i, : len(row_ids)] = torch.tensor(row_segments)
        mask[i, : len(row_ids)] = True
    return Batch(ids, segments, mask, rows)


def by_length(encoded, rows, tokens, chance=None):
    """Batches of about `tokens` tokens. With `chance`, lengths are sorted within chunks only and batches shuffled there."""
    order = list(range(len(encoded)))
    chunks = [order[i : i + CHUNK] for i in range(0, len(order), CHUNK)] if chance else [order]
    for chunk in chunks:
        chunk.sort(key=lambda i: len(encoded[i][0]))
        groups, group = [], []
        for i in chunk:
            size = len(encoded[i][0])
            if group and ((len(group) + 1) * size > tokens or size > len(encoded[group[0]][0]) * 1.1):
                groups.append(group)
                group = []
            group.append(i)
        groups.append(group)
        if chance:
            chance.shuffle(groups)
        for group in groups:
            yield pad([encoded[i] for i in group], [rows[i] for i in group])
