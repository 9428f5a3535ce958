"""Evidence sheet (取证记录) of one link or gap: names, numbers, words, sources, hashes."""

from collections.abc import Sequence
from typing import Any

from builder.errors import QueryError
from builder.lexicon.terms import term
from builder.report.corpus import Corpus
from builder.report.pages import environment

__all__ = ["gap_sheet", "link_sheet"]

Json = dict[str, Any]
Rows = list[tuple[str, str]]


def link_sheet(corpus: Corpus, link_id: str) -> str:
    """Give the evidence sheet of a link as HTML; raises QueryError for an unknown id."""
    link = next((item for item in corpus.lineage["links"] if item["id"] == link_id), None)
    if link is None:
        raise QueryError(f"no link {link_id!r}; links of a task: zhengmai query lineage")
    head = [
        ("关系", term("relation", link["relation"]).zh),
        ("匹配分（非概率）", str(link["score"])),
        (
            "分项",
            "；".join(f"{part['name']} {part['level']} {part['value']}" for part in link["parts"]),
        ),
        ("前置校验", "；".join(f"{guard['name']}：{guard['reason']}" for guard in link["guards"])),
    ]
    return _page(
        "承接关系取证记录",
        head,
        [
            _side(corpus, "下级", link["lower"], [pair["lower"] for pair in link["evidence"]]),
            _side(corpus, "上级", link["upper"], [pair["upper"] for pair in link["evidence"]]),
        ],
    )


def gap_sheet(corpus: Corpus, document: str, upper: str, provision: str) -> str:
    """Give the evidence sheet of a gap as HTML; raises QueryError for an unknown gap."""
    wanted = {"document": upper, "provision": provision}
    gap = next(
        (
            item
            for item in corpus.lineage["gaps"]
            if item["document"] == document and item["upper"] == wanted
        ),
        None,
    )
    if gap is None:
        raise QueryError(f"no gap of {upper} {provision} in {document}; try: zhengmai query gaps")
    head = [
        ("情形", term("coverage", gap["state"]).zh),
        ("理由", gap["reason"]),
        ("比对文件", corpus.title(document)),
    ]
    return _page("未见对应内容取证记录", head, [_side(corpus, "上级", wanted, [])])


def _side(corpus: Corpus, name: str, at: Json, words: Sequence[str]) -> Rows:
    document = corpus.documents[at["document"]]
    provision = corpus.provision(at["document"], at["provision"])
    start, end = provision["span"] if provision else (0, 0)
    rows = [
        (f"{name}文件名", document["title"] or document["key"]),
        ("文号", document["doc_number"] or "—"),
        ("条款", f"{at['provision']} {provision['heading'] if provision else ''}"),
        ("原文", document["text"][start:end]),
        ("所据文字", "；".join(words) or "—"),
    ]
    for witness in document["witnesses"]:
        notes = "；".join(f"{key}：{value}" for key, value in sorted(witness["metadata"].items()))
        rows += [
            ("来源", witness["source"]),
            ("采集信息", notes or "—"),
            ("哈希", witness["sha256"]),
        ]
    return rows


def _page(title: str, head: Rows, sides: list[Rows]) -> str:
    return environment().get_template("evidence.html").render(title=title, tables=[head, *sides])
