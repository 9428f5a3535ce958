"""Departments are told from verbs that look like them."""

from builder.lexicon.departments import departments
from builder.lexicon.tables import toml


def test_departments_open_a_clause() -> None:
    """Departments before a verb are matched whole; lines of work in other names are not."""
    table = toml("departments")["kind"]
    assert all(departments().match(chars) for chars in table["examples"])
    assert not any(departments().match(chars) for chars in table["not_examples"])


def test_a_list_is_matched_to_its_end() -> None:
    """A list of departments ends with 部门 or an office, whatever joins its members."""
    m = departments().match("公安、交通运输和应急管理等部门联合开展执法")
    assert m
    assert m[0] == "公安、交通运输和应急管理等部门"
