"""Departments that stand before a verb: 发展改革、财政部门按职责拨付, 市财政局牵头编制.

Names of departments hold words that are verbs elsewhere (发展, 审计, 建设), so that a clause
cannot be read before they are passed over.
"""

import re
from functools import cache

from builder.lexicon.alternatives import any_of
from builder.lexicon.tables import rows, toml

__all__ = ["departments"]


@cache
def departments() -> re.Pattern[str]:
    """Match one department or several that open a clause, where something else follows.

    >>> departments().match("发展改革、财政部门按职责拨付补助资金")[0]
    '发展改革、财政部门'
    >>> departments().match("市卫生健康委会同市医保局制定细则")[0]
    '市卫生健康委'
    >>> departments().match("发展改革试点经验")
    """
    table = {name: group["words"].split() for name, group in toml("departments").items()}
    lines = {form for row in rows("agency_stems") for form in row["forms"].split(";")}
    line = any_of(line for line in (*lines, *table["line"]) if len(line) > 1)
    front = rf"(?:{any_of(table['front'])})*"
    office = r"(?:委员会|委|总局|局|厅|办公室|办|部(?!门))"
    one = rf"{front}(?:{line}){office}?(?:（[^（）]{{1,20}}）)?"
    kind = rf"(?:{any_of(table['attribute'])}){{0,2}}(?:{any_of(table['kind'])})"
    closed = rf"(?:等\S{{0,4}}?{kind}|{kind}|(?<=[委局厅办部会室]))"
    return re.compile(rf"{one}(?:(?:[、和及与]|以及){one})*{closed}(?![的、和与及等])")
