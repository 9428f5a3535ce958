"""A small corpus of public JSON with one link, one gap, one absent document and hostile words."""

from typing import Any

from builder.report.corpus import Corpus

HOSTILE = "=1+1<script>alert('x')</script>"
UPPER_TEXT = "1.推进老旧小区改造。全面完成改造任务。\n2.扩大社保覆盖。健全社保制度。\n"
LOWER_TEXT = "（一）实施城市更新。完成改造任务。（责任单位：市住建局）\n"


def document(key: str, text: str, tasks: list[dict[str, Any]], **fields: Any) -> dict[str, Any]:
    head = {
        "key": key,
        "title": fields.pop("title", key),
        "doc_number": None,
        "issuer": None,
        "level": "national",
        "jurisdiction": None,
        "signed_date": "2024-01-01",
        "completeness": "full",
        "text": text,
        "witnesses": [
            {
                "source": f"{key}.txt",
                "sha256": "0" * 64,
                "kind": "full",
                "metadata": {"source_page": "页面"},
                "repairs": [
                    {"certainty": "rule"},
                    {
                        "certainty": "guess",
                        "at": [0, 2],
                        "damaged": "?!",
                        "restored": "推进",
                        "rivals": [],
                    },
                ],
            }
        ],
        "provisions": [
            {"id": task["id"], "heading": task["heading"], "span": task["span"]} for task in tasks
        ],
        "tasks": tasks,
        "targets": [],
        "citations": [],
        "findings": [],
    }
    return {**head, **fields}


def task(number: str, heading: str, span: list[int], **fields: Any) -> dict[str, Any]:
    return {
        "id": number,
        "heading": heading,
        "role": "task",
        "span": span,
        "deadline": None,
        "responsibilities": [],
        "measures": [],
        **fields,
    }


def corpus() -> Corpus:
    upper = document(
        "上-2024-1",
        UPPER_TEXT,
        [
            task("1", "推进老旧小区改造", [0, 20]),
            task("2", "扩大社保覆盖", [21, 37]),
        ],
        title="上级方案",
    )
    lower = document(
        "下-2024-1",
        LOWER_TEXT,
        [
            task(
                "1",
                "实施城市更新",
                [0, 28],
                responsibilities=[
                    {"agency": "某市住建局", "role": "lead", "inferred": False},
                ],
                measures=[{"text": HOSTILE, "force": "must"}],
            )
        ],
        title=HOSTILE,
        level="prefectural",
        targets=[
            {
                "at": "1",
                "number": 1,
                "indicator": "改造率",
                "value": [20, 30],
                "unit": "%",
                "comparator": "range",
                "deadline": None,
                "deadline_inferred": "2025",
                "scope": None,
                "quote": "改造率20%-30%",
            }
        ],
        citations=[{"at": "preamble", "relation": "implements", "absent": "缺-2023-9"}],
    )
    link = {
        "id": "下-2024-1/1~上-2024-1/1",
        "lower": {"document": "下-2024-1", "provision": "1"},
        "upper": {"document": "上-2024-1", "provision": "1"},
        "relation": "partial",
        "score": 2.5,
        "parts": [{"name": "words", "level": "same words", "value": 2.5}],
        "guards": [{"name": "time", "passed": True, "reason": "不早于"}],
        "evidence": [
            {
                "lower": "完成改造任务",
                "upper": "全面完成改造任务",
                "lower_span": [10, 16],
                "upper_span": [11, 19],
            }
        ],
        "rivals": [{"provision": "2", "score": 0.2, "reason": "分低"}],
        "clauses": [
            {
                "state": "changed",
                "lower": [10, 16],
                "upper": [11, 19],
                "kinds": ["weakened"],
                "force_lower": "must",
                "force_upper": "must",
                "qualifiers_lost": ["全面"],
                "qualifiers_gained": [],
            }
        ],
        "targets": [],
        "carriers": [["住房城乡建设", ["某市住建局"], [], False]],
        "reviews": [],
    }
    gap = {
        "document": "下-2024-1",
        "upper": {"document": "上-2024-1", "provision": "2"},
        "state": "not_found_in_incomplete_copy",
        "reason": "摘编本",
    }
    pair = {
        "lower": "下-2024-1",
        "upper": "上-2024-1",
        "in_line": True,
        "targets": [],
        "coverage": [
            {"upper": "1", "state": "partly", "by": ["1"], "kept": 1, "clauses": 2},
            {
                "upper": "2",
                "state": "not_found_in_incomplete_copy",
                "by": [],
                "kept": 0,
                "clauses": 1,
            },
        ],
    }
    absent = {
        "key": "缺-2023-9",
        "title": None,
        "doc_number": "缺〔2023〕9号",
        "level": "provincial",
        "issuer": None,
        "jurisdiction": "某省",
    }
    return Corpus(
        documents={"上-2024-1": upper, "下-2024-1": lower},
        lineage={
            "links": [link],
            "gaps": [gap],
            "additions": [],
            "pairs": [pair],
            "documents": [],
            "absent": [absent],
        },
    )
