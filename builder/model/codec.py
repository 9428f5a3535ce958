"""Values of the model -> bytes and back: how results are cached and kept in a graph folder.

MessagePack, in the order of the fields, so that equal values give equal bytes.  What is
read back is checked against the types: bytes of an older model raise instead of passing.
"""

from array import array
from functools import cache
from typing import Any, TypeVar

import msgspec

__all__ = ["StaleValueError", "decode", "encode"]

T = TypeVar("T")
StaleValueError = msgspec.DecodeError


def encode(value: object) -> bytes:
    """Give the bytes of a value of the model.

    >>> from builder.model.span import Span
    >>> decode(encode(Span(3, 5)), Span)
    Span(start=3, end=5)
    """
    return _encoder().encode(value)


def decode(data: bytes, kind: type[T]) -> T:
    """Give the value of type ``kind`` that the bytes hold.

    Raises :class:`StaleValueError` where they do not fit the type any more.
    """
    decoder: Any = _decoder(kind)  # type: ignore[arg-type]
    value: T = decoder.decode(data)
    return value


@cache
def _encoder() -> msgspec.msgpack.Encoder:
    return msgspec.msgpack.Encoder(enc_hook=_plain)


@cache
def _decoder(kind: Any) -> Any:
    return msgspec.msgpack.Decoder(kind)


def _plain(value: object) -> object:
    if isinstance(value, array):
        return value.tolist()
    raise TypeError(f"{type(value).__name__} is no type of the model")
