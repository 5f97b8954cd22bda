"""Prints the vectors of a small invented BERT model, computed in double precision.

The weights come from a linear congruential generator that the tests run too, so that no file of weights is needed.
"""

import math

import numpy

VOCABULARY, POSITIONS, LAYERS, HIDDEN, HEADS, INNER = 11, 7, 2, 8, 2, 12
SEQUENCES = [([1, 5, 2], [0, 0, 0]), ([1, 9, 4, 2, 10, 3, 2], [0, 0, 0, 0, 1, 1, 1]), ([8], [0])]

erf = numpy.vectorize(math.erf)


def shapes():
    """Names and shapes of the tensors in the order in which the generator fills them."""
    yield "embeddings.word_embeddings.weight", (VOCABULARY, HIDDEN)
    yield "embeddings.position_embeddings.weight", (POSITIONS, HIDDEN)
    yield "embeddings.token_type_embeddings.weight", (2, HIDDEN)
    yield from norm("embeddings.LayerNorm")
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        for part in ("query", "key", "value"):
            yield from affine(f"{name}.attention.self.{part}", HIDDEN, HIDDEN)
        yield from affine(f"{name}.attention.output.dense", HIDDEN, HIDDEN)
        yield from norm(f"{name}.attention.output.LayerNorm")
        yield from affine(f"{name}.intermediate.dense", HIDDEN, INNER)
        yield from affine(f"{name}.output.dense", INNER, HIDDEN)
        yield from norm(f"{name}.output.LayerNorm")


def affine(name, inputs, outputs):
    yield name + ".weight", (outputs, inputs)
    yield name + ".bias", (outputs,)


def norm(name):
    yield name + ".weight", (HIDDEN,)
    yield name + ".bias", (HIDDEN,)


def weights():
    state = 1
    tensors = {}
    for name, shape in shapes():
        values = []
        for _ in range(math.prod(shape)):
            # Numerical Recipes, "An Even Quicker Generator"; the upper 16 bits, as a number from -1 to 1.
            state = (1664525 * state + 1013904223) % 2**32
            values.append((state >> 16) / 32768 - 1)
        tensors[name] = numpy.array(values).reshape(shape)
    return tensors


def layer_norm(x, tensors, name):
    centred = x - x.mean(-1, keepdims=True)
    scaled = centred / numpy.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12)
    return scaled * tensors[name + ".weight"] + tensors[name + ".bias"]


def linear(x, tensors, name):
    return x @ tensors[name + ".weight"].T + tensors[name + ".bias"]


def attention(x, tensors, name):
    width = HIDDEN // HEADS
    query, key, value = (linear(x, tensors, f"{name}.{part}") for part in ("query", "key", "value"))
    heads = []
    for start in range(0, HIDDEN, width):
        part = slice(start, start + width)
        scores = numpy.exp(query[:, part] @ key[:, part].T / math.sqrt(width))
        heads.append(scores / scores.sum(-1, keepdims=True) @ value[:, part])
    return numpy.concatenate(heads, axis=-1)


def forward(ids, segments, tensors):
    x = tensors["embeddings.word_embeddings.weight"][ids]
    x = x + tensors["embeddings.position_embeddings.weight"][: len(ids)]
    x = x + tensors["embeddings.token_type_embeddings.weight"][segments]
    x = layer_norm(x, tensors, "embeddings.LayerNorm")
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        change = linear(attention(x, tensors, f"{name}.attention.self"), tensors, f"{name}.attention.output.dense")
        x = layer_norm(x + change, tensors, f"{name}.attention.output.LayerNorm")
        inner = linear(x, tensors, f"{name}.intermediate.dense")
        inner = inner * (1 + erf(inner / math.sqrt(2))) / 2
        x = layer_norm(x + linear(inner, tensors, f"{name}.output.dense"), tensors, f"{name}.output.LayerNorm")
    return x


def main():
    tensors = weights()
    for ids, segments in SEQUENCES:
        vectors = forward(ids, segments, tensors)
        for kind, vector in (("first", vectors[0]), ("mean", vectors.mean(0))):
            print(ids, segments, kind, [round(float(number), 6) for number in vector])


main()
