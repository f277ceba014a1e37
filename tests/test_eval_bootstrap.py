"""Intervals: what they hold, and when there are none."""

import pytest

from eval.bootstrap import Figure, mean, share


def test_nothing_to_measure_is_no_zero() -> None:
    assert share([]) == Figure(None, 0)
    assert share([(0, 0), (0, 0)]) == Figure(None, 0)
    assert mean([]) == Figure(None, 0)


def test_one_unit_has_no_interval() -> None:
    assert share([(1, 2)]) == Figure(0.5, 2, None, None)


def test_shares_are_pooled_over_cases() -> None:
    figure = share([(1, 1), (0, 3)])
    assert (figure.value, figure.count) == (0.25, 4)
    assert (figure.low, figure.high) == (0, 1)


def test_the_interval_is_that_of_the_normal_law_for_many_cases() -> None:
    figure = share([(index % 2, 1) for index in range(400)])
    assert figure.value == 0.5
    assert figure.low == pytest.approx(0.5 - 1.96 * 0.025, abs=0.006)
    assert figure.high == pytest.approx(0.5 + 1.96 * 0.025, abs=0.006)
    assert figure == share([(index % 2, 1) for index in range(400)])


def test_resamples_without_a_value_are_left_out() -> None:
    assert share([(0, 0), (3, 3)]) == Figure(1.0, 3, 1.0, 1.0)
