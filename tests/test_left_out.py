"""A test whose part is missing is left out aloud, or fails where all parts are required."""

import pytest

from tests.conftest import leave_out


def test_left_out_on_a_plain_run(monkeypatch):
    """Without the variable the test is skipped, with the reason."""
    monkeypatch.delenv("ZHENGMAI_REQUIRE_ALL", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no java"):
        leave_out("no java")


def test_failure_where_all_is_required(monkeypatch):
    """With the variable, as in .ci/run, the same is a failure."""
    monkeypatch.setenv("ZHENGMAI_REQUIRE_ALL", "1")
    with pytest.raises(pytest.fail.Exception, match="no java"):
        leave_out("no java")
