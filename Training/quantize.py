"""Writes a weight file in int8 from one in float32.

    python3 quantize.py model.safetensors model-int8.safetensors

Every matrix of the layers and the word embeddings become int8 with one scale a row, the largest number of a row being
127; what is small stays in float32. Tensors that the program does not read are left out.
"""

import sys

import numpy
from safetensors.numpy import load_file, save_file

WORDS = "embeddings.word_embeddings.weight"


def quantized(tensors):
    found = {}
    for name, values in tensors.items():
        if name.startswith("pooler.") or name == "embeddings.position_ids":
            continue
        if values.ndim < 2 or not (name.startswith("encoder.") or name == WORDS):
            found[name] = values
            continue
        largest = numpy.abs(values).max(axis=1)
        scales = (numpy.where(largest > 0, largest, 1) / 127).astype(numpy.float32)
        rounded = numpy.rint(values / scales[:, None]).astype(numpy.int8)
        found[name] = rounded if name == WORDS else interleaved(rounded)
        found[name + "_scale"] = scales
    return found


def interleaved(matrix):
    """[out / 16, in / 4, 16, 4] of [out, in]: the order in which the program's kernels read (`CMatrix.h`)."""
    outputs, inputs = matrix.shape
    parts = matrix.reshape(outputs // 16, 16, inputs // 4, 4).transpose(0, 2, 1, 3)
    return numpy.ascontiguousarray(parts)


def main():
    source, target = sys.argv[1:3]
    save_file(quantized(load_file(source)), target)


if __name__ == "__main__":
    main()
