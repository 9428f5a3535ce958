"""What tests need beside Python, a server or a program, is left out where it is missing, and said.

The last lines of a run name what it left out.  With ZHENGMAI_REQUIRE_ALL=1, as `.ci/run`
sets it, nothing is left out: a missing part is a failure.
"""

import os
import time

import pytest


def leave_out(reason):
    """Leave this test out since a part is missing here; fail where all parts are required."""
    if os.environ.get("ZHENGMAI_REQUIRE_ALL") == "1":
        pytest.fail(f"ZHENGMAI_REQUIRE_ALL=1, but {reason}", pytrace=False)
    pytest.skip(reason)


def pytest_terminal_summary(terminalreporter):
    reasons = [report.longrepr[2] for report in terminalreporter.stats.get("skipped", ())]
    for reason in dict.fromkeys(reasons):
        terminalreporter.write_line(
            f"LEFT OUT: {reasons.count(reason)} test(s), {reason.removeprefix('Skipped: ')}"
        )


@pytest.fixture
def linear():
    """Check that work grows with its text, not with the square: eight times as much, not 64.

    Seconds are those of this process alone, so what else the machine does is not in them.
    """

    def check(work, small, *, repeat=8):
        def seconds(text):
            began = time.process_time()
            work(text)
            return time.process_time() - began

        work(small)  # what is compiled once does not count
        assert seconds(small * repeat) < 3 * repeat * max(seconds(small), 0.05)

    return check
