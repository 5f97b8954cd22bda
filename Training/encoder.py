"""MiniLM-L6-H384 in PyTorch: a BERT encoder whose parameters carry the names of the published weight file."""

import torch
from torch import nn
from torch.nn import functional

LAYERS, HIDDEN, HEADS, INNER = 6, 384, 12, 1536
VOCABULARY, POSITIONS, SEGMENTS = 30522, 512, 2
EPSILON = 1e-12


class Embeddings(nn.Module):
    def __init__(self):
        super().__init__()
        self.word_embeddings = nn.Embedding(VOCABULARY, HIDDEN)
        self.position_embeddings = nn.Embedding(POSITIONS, HIDDEN)
        self.token_type_embeddings = nn.Embedding(SEGMENTS, HIDDEN)
        self.LayerNorm = nn.LayerNorm(HIDDEN, eps=EPSILON)

    def forward(self, ids, segments):
        positions = self.position_embeddings.weight[: ids.shape[1]]
        return self.LayerNorm(self.word_embeddings(ids) + positions + self.token_type_embeddings(segments))


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.self = nn.ModuleDict({part: nn.Linear(HIDDEN, HIDDEN) for part in ("query", "key", "value")})
        self.output = nn.ModuleDict({"dense": nn.Linear(HIDDEN, HIDDEN), "LayerNorm": nn.LayerNorm(HIDDEN, eps=EPSILON)})

    def forward(self, x, mask, count):
        """What the first `count` vectors of each row of `x` become."""
        asking = x[:, :count]
        query = self.heads(asking, "query")[0]
        # One product for the two: on a CPU that is faster than two.
        key, value = self.heads(x, "key", "value")
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(asking.shape)
        return self.output["LayerNorm"](asking + self.output["dense"](mixed))

    def heads(self, x, *names):
        """The products of `x` with the named matrices, each (batch, heads, length, 32)."""
        batch, length, _ = x.shape
        parts = [self.self[name] for name in names]
        joined = functional.linear(x, torch.cat([p.weight for p in parts]), torch.cat([p.bias for p in parts]))
        return joined.view(batch, length, len(parts), HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.attention = Attention()
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(HIDDEN, INNER)})
        self.output = nn.ModuleDict({"dense": nn.Linear(INNER, HIDDEN), "LayerNorm": nn.LayerNorm(HIDDEN, eps=EPSILON)})

    def forward(self, x, mask, count):
        x = self.attention(x, mask, count)
        change = self.output["dense"](functional.gelu(self.intermediate["dense"](x)))
        return self.output["LayerNorm"](x + change)


class Encoder(nn.Module):
    """Token ids to one vector of 384 numbers a token.

    The word embeddings stay as published: all models of the project share them, and a step is a third cheaper.
    """

    def __init__(self):
        super().__init__()
        self.embeddings = Embeddings()
        self.encoder = nn.ModuleDict({"layer": nn.ModuleList(Layer() for _ in range(LAYERS))})
        self.embeddings.word_embeddings.weight.requires_grad = False

    def forward(self, ids, segments, mask, first_only=False):
        """Vectors (batch, length, 384) of ids and segments (batch, length); `mask` (batch, length) is true for tokens.

        With `first_only`, (batch, 1, 384): the last layer is computed for the first token alone.
        """
        mask = None if mask is None else mask[:, None, None, :]
        x = self.embeddings(ids, segments)
        layers = self.encoder["layer"]
        for layer in layers[:-1]:
            x = layer(x, mask, x.shape[1])
        return layers[-1](x, mask, 1 if first_only else x.shape[1])


def mean_vectors(vectors, mask):
    """Mean over the tokens of each row that are not padding: (batch, 384)."""
    kept = mask.unsqueeze(-1).to(vectors.dtype)
    return (vectors * kept).sum(1) / kept.sum(1)
