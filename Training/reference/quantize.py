"""Writes a weight file in int8 from one in float32.

    python3 quantize.py model.safetensors model-int8.safetensors

Every matrix of the layers and the word embeddings become int8 with one scale a row, the largest number of a row being
127; what is small stays in float32. Tensors that `LanguageModel` does not read are left out.
"""

import sys

import numpy
from safetensors.numpy import load_file, save_file


def main():
    source, target = sys.argv[1:3]
    tensors = {}
    for name, values in load_file(source).items():
        if name.startswith("pooler.") or name == "embeddings.position_ids":
            continue
        is_matrix = values.ndim == 2 and (name.startswith("encoder.") or "word_embeddings" in name)
        if not is_matrix:
            tensors[name] = values
            continue
        largest = numpy.abs(values).max(axis=1)
        scales = (numpy.where(largest > 0, largest, 1) / 127).astype(numpy.float32)
        tensors[name] = numpy.rint(values / scales[:, None]).astype(numpy.int8)
        tensors[name + "_scale"] = scales
    # Aligned to its elements only if the wider ones come first, which the library sees to.
    save_file(tensors, target)


main()
