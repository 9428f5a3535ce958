import pytest

from builder.errors import GraphError
from builder.report import corpus as corpora
from tests.report.sample import corpus


def test_titles_of_held_absent_and_unknown_documents():
    """A document is known by its title, else its number, else its place, else its key."""
    sample = corpus()
    assert sample.title("上-2024-1") == "上级方案"
    assert sample.title("缺-2023-9") == "缺〔2023〕9号"
    sample.lineage["absent"][0]["doc_number"] = None
    assert sample.title("缺-2023-9") == "某省：应有文件（名称不详）"
    assert sample.title("无") == "无"


def test_a_folder_without_a_graph_is_told(tmp_path):
    """The error says how to make one."""
    with pytest.raises(GraphError, match="zhengmai build"):
        corpora.load(tmp_path)


def test_short_names_tell_documents_of_like_title_apart():
    """Place and number; the date where there is no number; the title where there is neither."""
    sample = corpus()
    lower = sample.documents["下-2024-1"]
    lower["jurisdiction"] = "某市"
    assert sample.short("下-2024-1") == "某市 2024-01-01"
    lower["doc_number"] = "下〔2024〕1号"
    assert sample.short("下-2024-1") == "某市 下〔2024〕1号"
    assert sample.short("上-2024-1") == "上级方案"
    sample.lineage["absent"][0]["doc_number"] = None
    assert sample.short("缺-2023-9") == "某省：应有文件（名称不详）"
