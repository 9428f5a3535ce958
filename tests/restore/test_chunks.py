"""Numbers of the pieces into which a page cut a text."""

from builder.restore.chunks import find

PIECE = "为贯彻落实省政府部署，进一步改善农村群众出行条件，" * 8


def without(chars: str) -> str:
    """Give the characters without what is found."""
    for change in reversed(find(chars)):
        chars = chars[: change.start] + change.restored + chars[change.end :]
    return chars


def test_numbers_inside_sentences_are_the_pages() -> None:
    """1、 before the title and 2、 in the middle of a word go, with the line end before it."""
    chars = f"1、关于加强农村公路建设的通知{PIECE}加强农\n2、村公路{PIECE}建设。3、各地{PIECE}"
    whole = f"关于加强农村公路建设的通知{PIECE}加强农村公路{PIECE}建设。各地{PIECE}"
    assert without(chars) == whole


def test_items_of_a_list_stay() -> None:
    """Items open after a full stop, or below a heading: they are the document's own."""
    items = f"1、{PIECE}改善。\n二、任务\n2、{PIECE}提高。\n3、{PIECE}加强。\n4、{PIECE}完善。"
    assert find(items) == []
