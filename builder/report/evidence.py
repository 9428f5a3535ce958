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
        ("分项", "\n".join(_part(part) for part in link["parts"])),
        ("前置校验", "\n".join(_guard(guard) for guard in link["guards"])),
        ("备选对应", "\n".join(_rival(rival) for rival in link["rivals"]) or "无"),
        *(("人工复核", _review(review)) for review in link["reviews"]),
    ]
    return _page(
        corpus,
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
    head = [("情形", term("coverage", gap["state"]).zh), ("理由", gap["reason"])]
    below = _document(corpus, "下级", document)
    return _page(corpus, "无对应内容取证记录", head, [below, _side(corpus, "上级", wanted, [])])


def _side(corpus: Corpus, name: str, at: Json, words: Sequence[str]) -> Rows:
    """Give the rows of a provision: its words between its document and where that came from."""
    document, text = at["document"], corpus.documents[at["document"]]["text"]
    provision = corpus.provision(document, at["provision"])
    start, end = provision["span"] if provision else (0, 0)
    known, sources = _identity(corpus, name, document), _sources(corpus, document)
    return [
        *known,
        ("条款", f"{at['provision']} {corpus.heading(document, at['provision'])}"),
        ("原文", text[start:end]),
        *((("所据文字", "\n".join(words)),) if words else ()),
        *sources,
    ]


def _document(corpus: Corpus, name: str, key: str) -> Rows:
    """Give the rows of a document as a whole, held or not."""
    return [*_identity(corpus, name, key), *_sources(corpus, key)]


def _identity(corpus: Corpus, name: str, key: str) -> Rows:
    held = corpus.documents.get(key)
    document = held or corpus.absent(key) or {}
    completeness = document.get("completeness")
    return [
        (f"{name}文件名", corpus.title(key)),
        ("文号", document.get("doc_number") or "—"),
        ("发文机关", document.get("issuer") or "—"),
        ("成文日期", document.get("signed_date") or "—"),
        ("完整性", term("completeness", completeness).zh if completeness else "未收集"),
    ]


def _sources(corpus: Corpus, key: str) -> Rows:
    rows = []
    for witness in corpus.documents.get(key, {"witnesses": []})["witnesses"]:
        notes = [
            f"{term('metadata', name).zh}：{value}"
            for name, value in sorted(witness["metadata"].items())
            if value and name != "sha256" and not name.endswith("_en")
        ]
        rows += [
            ("来源", witness["source"]),
            ("采集信息", "\n".join(notes) or "—"),
            ("哈希（sha256）", witness["sha256"]),
        ]
    return rows


def _part(part: Json) -> str:
    return (
        f"{term('part', part['name']).zh}：{term('part_level', part['level']).zh}，{part['value']}"
    )


def _guard(guard: Json) -> str:
    passed = term("report", "passed" if guard["passed"] else "failed").zh
    return f"{term('guard', guard['name']).zh}：{passed}，{guard['reason']}"


def _rival(rival: Json) -> str:
    return f"{rival['provision']}：{rival['reason']}"


def _review(review: Json) -> str:
    stale = f"，{term('report', 'stale').zh}" if review["stale"] else ""
    verdict = term("verdict", review["verdict"]).zh
    return f"{verdict}，{review['who']}，{review['when']}{stale}：{review['why'] or '—'}"


def _page(corpus: Corpus, title: str, head: Rows, sides: list[Rows]) -> str:
    return (
        environment()
        .get_template("evidence.html")
        .render(title=title, tables=[head, *sides], build=corpus.build)
    )
