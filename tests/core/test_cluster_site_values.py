"""What sites have of a variable: one row a site, numbers or none, and the reason for which there is none."""

import numpy as np
import pytest
from asm_atlas.core.clusters.site_values import (
    above_zero,
    as_yes,
    latest_rows,
    left_out_reasons,
    number_variable,
    of_scorecard,
    yes_no_variable,
)
from asm_atlas.core.exceptions import TableError

NAN = np.nan


@pytest.mark.parametrize(
    "keys, dates, kept",
    [
        (["a", "b", "a"], ["2020-01-01", "2019-01-01", "2018-12-31"], [0, 1]),
        (["a", "b", "a"], ["2020-01-01", "2019-01-01", "2021/03/04"], [1, 2]),
        (["a", "a"], ["2020-01-01T10:00:00", "2020-01-01"], [1]),
        (["a", "a"], [None, "2001-01-01"], [1]),
        (["a", "a"], ["next week", "2001-01-01"], [1]),
        (["a", "b", "a"], None, [1, 2]),
        ([None, None, "", ""], ["2020-01-01"] * 4, [0, 1, 2, 3]),
        ([], [], []),
    ],
    ids=[
        "the latest, wherever it stands",
        "days as GDAL writes them",
        "of one day the last row",
        "a day before no day",
        "what is no day is no day",
        "without days the last row",
        "rows without a key are sites of their own",
        "no rows",
    ],
)
def test_repeat_visits_are_reduced_to_sites(keys, dates, kept):
    assert latest_rows(keys, dates).tolist() == kept


def test_numbers_levels_and_answers_are_read_alike():
    values = [
        1,
        2.5,
        True,
        "3",
        " 4.5 ",
        "yes",
        "No",
        "very_low",
        "high",
        None,
        "",
        float("inf"),
        "unknown",
        "not_asked",
    ]
    variable = number_variable("x", values, ("very_low", "low", "medium", "high"))
    np.testing.assert_array_equal(variable.values, [1, 2.5, 1, 3, 4.5, 1, 0, 1, 4, NAN, NAN, NAN, NAN, NAN])
    assert variable.reasons.tolist() == [""] * 9 + ["no_value"] * 3 + ["unknown", "not_asked"]


def test_words_that_are_no_numbers_are_told():
    with pytest.raises(TableError, match=r"mineral must hold numbers, levels.*not 'gold' \(in 2 rows\)"):
        number_variable("mineral", [1, "gold", None, "tin"])


def test_unknown_is_never_no():
    variable = yes_no_variable("presence", ["yes", "no", "unknown", None, "not_asked", 1, 0, False])
    np.testing.assert_array_equal(variable.values, [1, 0, NAN, NAN, NAN, 1, 0, 0])
    assert variable.reasons[2:5].tolist() == ["unknown", "no_value", "not_asked"]


@pytest.mark.parametrize("values, told", [([0, 1, 4], "holds 4"), (["yes", "perhaps"], "not 'perhaps'")])
def test_a_field_of_something_else_is_no_yes_and_no(values, told):
    with pytest.raises(TableError, match=told):
        yes_no_variable("x", values)


def scored(values, is_level=True):
    """Five sites: level 3 that may be 2 to 4, no data, not applicable, inactive, level 1 for sure."""
    return of_scorecard(
        number_variable("security", values),
        ["scored", "scored", "scored", "inactive", "scored"],
        np.array([3, 0, NAN, NAN, 1.0]),
        np.array([2, 1, NAN, NAN, NAN]) if is_level else np.array([20, 0, NAN, NAN, 5.0]),
        np.array([4, 4, NAN, NAN, NAN]) if is_level else np.array([90, 100, NAN, NAN, 5.0]),
        is_level,
    )


def test_no_data_is_no_level():
    variable = scored([3, 0, None, 2, 1])
    np.testing.assert_array_equal(variable.values, [3, NAN, NAN, NAN, 1])
    assert variable.reasons.tolist() == ["", "no_data", "not_applicable", "inactive", ""]
    np.testing.assert_array_equal(variable.lowest, [2, NAN, NAN, NAN, 1])
    np.testing.assert_array_equal(variable.highest, [4, NAN, NAN, NAN, 1])


def test_a_score_of_zero_is_a_score():
    variable = scored([50, None, None, None, 0], is_level=False)
    np.testing.assert_array_equal(variable.values, [50, NAN, NAN, NAN, 0])
    assert variable.lowest[4] == 0 and variable.highest[4] == 5


def test_the_first_field_that_lacks_is_the_reason():
    one, other = number_variable("a", [1, None, 3, None]), number_variable("b", [1, 2, None, "unknown"])
    located = np.array([True, True, True, True])
    assert left_out_reasons([one, other], located).tolist() == [
        "",
        "a: no_value",
        "b: no_value",
        "a: no_value",
    ]
    located[0] = False
    assert left_out_reasons([one, other], located)[0] == "no_geometry"
    decided = np.array([True, True, False, False])
    assert left_out_reasons([one, other], located, decided).tolist()[:3] == ["no_geometry", "", "b: no_value"]


def test_a_limit_makes_yes_and_no_of_levels():
    np.testing.assert_array_equal(as_yes(np.array([1, 2, 3, NAN]), 2), [1, 1, 0, NAN])
    np.testing.assert_array_equal(as_yes(np.array([1, 0, NAN]), None), [1, 0, NAN])


def test_rates_need_a_base():
    variable = above_zero(number_variable("miners", [10, 0, -1, None]))
    np.testing.assert_array_equal(variable.values, [10, NAN, NAN, NAN])
    assert variable.reasons.tolist() == ["", "no_base", "no_base", "no_value"]
