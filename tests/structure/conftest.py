"""Clean texts wrapped as the restore stage would give them."""

from collections.abc import Callable

import pytest

from builder.model.text import Origin, Text, Witness, Work


def clean_text(chars: str) -> Text:
    witness = Witness(source="test.txt", sha256="0" * 64, encoding="utf-8", chars=chars)
    origin = Origin(starts=range(len(chars)), ends=range(1, len(chars) + 1))
    return Text(witness=witness, chars=chars, origin=origin)


@pytest.fixture
def as_text() -> Callable[[str], Text]:
    return clean_text


@pytest.fixture
def as_work() -> Callable[[str], Work]:
    def wrap(chars: str) -> Work:
        text = clean_text(chars)
        return Work(text=text, texts=(text,), kinds=("full",))

    return wrap
