"""A tiny model2vec model: one vector a character, alike for characters of one meaning."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

# in each row characters that mean the same here, though no word of two is shared
MEANINGS = ("供水管网", "饮用渠道", "绿化树木", "园林花卉", "噪声喇叭")
ALIKE = {1: 0, 3: 2}  # rows that mean the same as another one


def tiny(folder: Path) -> Path:
    """Save a model whose vectors say which characters are alike, and give its folder."""
    from model2vec import StaticModel
    from tokenizers import Tokenizer, models, pre_tokenizers

    known = {"[UNK]": 0, "[PAD]": 1}
    vectors = [np.zeros(8), np.zeros(8)]
    for row, chars in enumerate(MEANINGS):
        for char in chars:
            known[char] = len(known)
            vectors.append(np.eye(8)[ALIKE.get(row, row)])
    tokenizer = Tokenizer(models.WordLevel(known, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("", "isolated")
    model = StaticModel(
        vectors=np.array(vectors, dtype=np.float32), tokenizer=tokenizer, normalize=True
    )
    model.save_pretrained(str(folder))
    return folder


def one_hot(texts: Sequence[str]) -> np.ndarray:
    """Give the same vectors without the package."""
    rows = np.zeros((len(texts), 8), dtype=np.float32)
    for at, text in enumerate(texts):
        for row, chars in enumerate(MEANINGS):
            rows[at, ALIKE.get(row, row)] += sum(text.count(char) for char in chars)
    return rows
