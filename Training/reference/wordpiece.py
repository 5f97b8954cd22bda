"""Writes strings with the token ids and byte offsets that Hugging Face's `tokenizers` gives them.

    python3 wordpiece.py FOLDER --count N [--vocabulary vocab.txt]

Without a vocabulary, a small invented one is written too. The strings are the same every time.
"""

import argparse
import json
import pathlib
import random

from tokenizers import BertWordPieceTokenizer

WORDS = (
    "garlic does not cure colds vaccines cause autism the jab gives kids Vitamin-D lowers blood pressure by 5% mg/dL "
    "IL-6 COVID-19 hydroxychloroquine mRNA immunoglobulin e.g. don't it's (2021) https://example.org/a?b=c #detox "
    "@user naïve café Müller façade ÉCLAIR İstanbul Straße ŁÓDŹ Ærø œuvre Ångström résumé jalapeño Ελλάδα ΣΊΣΥΦΟΣ "
    "Москва йод ёлка العربية مُحَمَّد עִבְרִית हिन्दी ไทย 한국어 日本語 かな カタカナ が ﬁ ﬀ Ⅳ ① ² ½ µg ℃ Å Ω K"
).split()
IDEOGRAPHS = [
    chr(code)
    for block in (range(0x4E00, 0x9FFF, 7), range(0x3400, 0x4DBF, 97), range(0x20000, 0x2A6DF, 997), range(0xF900, 0xFAD0, 5))
    for code in block
]
EMOJI = ["😀", "👩‍⚕️", "💉", "🏳️‍🌈", "👍🏽", "❤️", "🇩🇪", "🧄", "1️⃣"]
CONTROLS = [chr(code) for code in range(1, 32)] + list(
    "\x7f\x80\x85\x9f\xa0\xad\u200b\u200c\u200d\u200e\u2028\u2029\u202e\u2060\ufeff\ufffd\ue000\uf8ff\ufffe\u3000\u1680\u180e"
)
MARKS = [chr(code) for code in range(0x300, 0x36F)]
PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”‘’–—…«»¿¡、。・;·"
# Characters whose category changed since Unicode 8.0, and some that came later.
CHANGED = "\u166d\u1734\u1885\u1886\ua9bd\U000111c9\U0001171e\u2e5d\u1ac1\u061d\U0001f9ec"
# In a text, Vetted takes these for ordinary characters, the reference for tokens.
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]


def any_character(source):
    while True:
        code = source.randrange(1, 0x110000) if source.random() < 0.3 else source.randrange(1, 0x3000)
        if not 0xD800 <= code <= 0xDFFF:
            return chr(code)


def mixed_word(source):
    word = list(source.choice(WORDS))
    for _ in range(source.randrange(3)):
        kind = source.choice([CONTROLS, MARKS, EMOJI, IDEOGRAPHS, PUNCTUATION, CHANGED])
        word.insert(source.randrange(len(word) + 1), source.choice(kind))
    return "".join(word)


def long_word(source):
    length = source.choice([60, 98, 99, 100, 101, 102, 150, 400, 3000])
    return "".join(source.choice("abcdefghijklmnopqrstuvwxyzé") for _ in range(length))


def strings(count, most_words):
    source = random.Random(20240611)
    kinds = [
        lambda: source.choice(WORDS),
        lambda: source.choice(WORDS).upper(),
        lambda: source.choice(IDEOGRAPHS) * source.randrange(1, 3) + source.choice(IDEOGRAPHS),
        lambda: source.choice(EMOJI),
        lambda: source.choice(CONTROLS),
        lambda: "".join(source.choice(MARKS) for _ in range(3)),
        lambda: source.choice(PUNCTUATION),
        lambda: mixed_word(source),
        lambda: mixed_word(source),
        lambda: "".join(any_character(source) for _ in range(source.randrange(1, 8))),
        lambda: str(source.randrange(10 ** source.randrange(1, 12))),
    ]
    result = []
    while len(result) < count:
        parts = [source.choice(kinds)() for _ in range(source.choice([1, 2, 5, most_words // 2, most_words]))]
        if source.random() < 0.05:
            parts.insert(0, long_word(source))
        text = source.choice([" ", " ", "", "\t", "  "]).join(parts)
        if not any(token in text for token in SPECIAL):
            result.append(text)
    return result


def invented_vocabulary():
    letters = "abcdefghijklmnopqrstuvwxyz0123456789αβγδεσυφςабвгйкмосёедлهحمد가ᄒᆫひかがタナकिन"
    words = "gar garlic cure cold vac the not blood press hydro chlor immun cafe naive mull stra istanbul 日 本 5 19 20".split()
    inner = "lic s es cin ine oxy oquine oglobulin ure er ß bul ul 21 9".split()
    pieces = SPECIAL + words + ["##" + piece for piece in inner] + list(letters) + list(PUNCTUATION)
    pieces += ["##" + letter for letter in letters] + ["😀", "💉", "½", "µ", "##g", "℃", "fi"]
    return list(dict.fromkeys(pieces))


def byte_offsets(text, offsets):
    starts = [0]
    for character in text:
        starts.append(starts[-1] + len(character.encode()))
    return [starts[offset] for pair in offsets for offset in pair]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--vocabulary", type=pathlib.Path)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    vocabulary = options.folder / "vocabulary.txt"
    if options.vocabulary:
        vocabulary.write_bytes(options.vocabulary.read_bytes())
    else:
        vocabulary.write_text("".join(piece + "\n" for piece in invented_vocabulary()), encoding="utf-8")
    tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
    with open(options.folder / "strings.jsonl", "w", encoding="ascii") as file:
        for text in strings(options.count, 25 if options.vocabulary else 6):
            encoding = tokenizer.encode(text)
            # The reference gives [CLS] and [SEP] the offsets 0 to 0.
            offsets = byte_offsets(text, encoding.offsets[1:-1])
            file.write(json.dumps({"text": text, "ids": encoding.ids, "offsets": offsets}) + "\n")


main()
