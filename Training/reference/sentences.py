"""Writes sentences with the vectors that sentence-transformers gives them.

    python3 sentences.py FOLDER MODEL

The folder also gets the model's weights.
"""

import json
import pathlib
import random
import sys

from sentence_transformers import SentenceTransformer

SUBJECTS = (
    "Garlic,Vitamin D,Ivermectin,The measles vaccine,Drinking celery juice,A low-salt diet,Fluoride in tap water,"
    "Sunscreen,Regular walking,Homeopathy,Turmeric,Statin therapy,Breastfeeding,Smoking cannabis,Coffee"
).split(",")
VERBS = (
    "cures,does not cure,prevents,causes,may lower the risk of,increases,has no effect on,is linked to,"
    "protects against,makes worse"
).split(",")
OBJECTS = (
    "colds,breast cancer,type 2 diabetes,autism in children,high blood pressure,heart attacks in older adults,"
    "migraine,COVID-19,osteoporosis,depression"
).split(",")
ENDINGS = [
    "",
    " in most people",
    "; doctors won't tell you!",
    " according to a 2019 study of 12,345 patients",
    " – naïve résumé 😀",
    " if you take 2,000 mg/day for 6 weeks, and my neighbour swears by it even though her cardiologist told her to stop",
]


def sentences(count):
    source = random.Random(7)

    def sentence():
        return " ".join(map(source.choice, (SUBJECTS, VERBS, OBJECTS))) + source.choice(ENDINGS) + "."

    found = {}
    while len(found) < count:
        texts = 1 if source.random() < 0.8 else source.randrange(2, 7)
        found[" ".join(sentence() for _ in range(texts))] = None
    return list(found)


def main():
    folder, model = map(pathlib.Path, sys.argv[1:3])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.safetensors").write_bytes((model / "model.safetensors").read_bytes())
    texts = sentences(500)
    vectors = SentenceTransformer(str(model), device="cpu").encode(texts, normalize_embeddings=True, batch_size=16)
    with open(folder / "sentences.jsonl", "w", encoding="ascii") as file:
        for text, vector in zip(texts, vectors):
            file.write(json.dumps({"text": text, "vector": [round(float(number), 7) for number in vector]}) + "\n")


main()
