"""The check that work grows with its text finds work that grows with the square."""

import time

import pytest


@pytest.fixture
def costs(monkeypatch):
    """Give work that takes a number of seconds by the length of its text, on a clock of its own."""
    now = [0.0]
    monkeypatch.setattr(time, "process_time", lambda: now[0])

    def work(seconds):
        def spend(text):
            now[0] += seconds(len(text))

        return spend

    return work


def test_linear_work_passes(linear, costs):
    """Eight times the text in eight times the seconds is fine."""
    linear(costs(lambda size: size / 10), "text")


def test_the_square_fails(linear, costs):
    """Eight times the text in 64 times the seconds is not."""
    with pytest.raises(AssertionError):
        linear(costs(lambda size: size * size / 10), "text")
