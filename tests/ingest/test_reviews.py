from builder.ingest.reviews import REVIEWS_FILE, append_review, read_reviews
from builder.model.review import Review, review_state


def review(verdict: str = "accept", **fields: object) -> Review:
    values = {
        "link": "下/1~上/1",
        "verdict": verdict,
        "relation": None,
        "who": "张三",
        "when": "2024-12-01",
        "why": "原文一致",
        "evidence": "ab12",
    }
    return Review(**{**values, **fields})


def test_what_is_appended_is_read_back(tmp_path):
    """A judgement survives the file, whatever its words."""
    file = tmp_path / REVIEWS_FILE
    given = [review(), review("relabel", relation="adapts", why='含,逗号"引号')]
    for item in given:
        append_review(file, item)
    assert read_reviews([tmp_path]) == (tuple(given), ())


def test_each_judgement_is_one_line(tmp_path):
    """A line break in the reason does not break the line."""
    file = tmp_path / REVIEWS_FILE
    append_review(file, review(why="一\n二"))
    assert len(file.read_text(encoding="utf-8").splitlines()) == 2


def test_a_line_that_cannot_be_read_becomes_a_finding(tmp_path):
    """A wrong verdict loses that line only."""
    file = tmp_path / REVIEWS_FILE
    append_review(file, review())
    with file.open("a", encoding="utf-8") as handle:
        handle.write("x,wrong,,a,b,c,d\n,,,\nx,relabel,,a,b,c,d\n")
    reviews, findings = read_reviews([tmp_path])
    assert reviews == (review(),)
    assert [finding.code for finding in findings] == ["ingest-review-unread"] * 3


def test_the_last_judgement_counts_and_notes_do_not():
    """A note after a rejection leaves the link rejected; a stale judgement says so."""
    assert review_state([review(), review("reject"), review("note")]) == "rejected"
    assert review_state([review("note")]) == "unreviewed"
    assert review_state([review("accept", stale=True)]) == "stale"
