"""What differs between two scheme documents, and how shares and versions are told."""

import copy

import pytest
from asm_atlas.core.exceptions import DocumentError
from asm_atlas.core.scorecard.scheme import scheme_of
from asm_atlas.core.scorecard.scheme_changes import (
    Difference,
    next_version,
    scheme_differences,
    weight_shares,
)
from asm_atlas.core.scorecard.scheme_document import scheme_document


@pytest.fixture()
def document(default_scheme):
    return scheme_document(default_scheme)


def security(document):
    return document["dimensions"][0]


def reorder(document):
    document["dimensions"].reverse()
    security_items = document["dimensions"][-1]["items"]
    security_items.reverse()


CHILDREN = '{"children": "yes"}'


@pytest.mark.parametrize(
    "change, expected",
    [
        pytest.param(lambda d: None, [], id="nothing"),
        pytest.param(reorder, [], id="the order of indicators and questions"),
        pytest.param(
            lambda d: d["dimensions"][1]["items"][0].update(unknown=[0, 1]), [], id="a default written out"
        ),
        pytest.param(
            lambda d: security(d)["items"][0].update(w=4),
            [Difference("security", "armed_influence", ("w",), 6, 4)],
            id="a weight",
        ),
        pytest.param(
            lambda d: security(d)["items"][2]["points"].update({"1": 0.5}),
            [Difference("security", "frequency", ("points", "1"), [0.4, 0.8], 0.5)],
            id="points of one answer",
        ),
        pytest.param(
            lambda d: d["dimensions"][1]["items"][0]["points"].update(no=None),
            [Difference("health_safety", "children", ("points", "no"), 1, None)],
            id="an answer that is as good as unknown",
        ),
        pytest.param(
            lambda d: d.update(cuts=[20, 50, 75]),
            [Difference("", "", ("cuts",), [25, 50, 75], [20, 50, 75])],
            id="cut-offs",
        ),
        pytest.param(
            lambda d: d["label"].update(fr="Autre"),
            [Difference("", "", ("label", "fr"), "Barème par défaut d'ASM Atlas", "Autre")],
            id="a title in one language",
        ),
        pytest.param(
            lambda d: d["dimensions"][1]["caps"][0].update(enabled=False),
            [Difference("health_safety", "", ("caps", CHILDREN, "enabled"), True, False)],
            id="a knock-out switched off",
        ),
        pytest.param(
            lambda d: d["dimensions"][1]["items"].pop(4),
            [("health_safety", "sanitation", (), "before")],
            id="a question taken out",
        ),
        pytest.param(
            lambda d: d["dimensions"].pop(5), [("access", "", (), "before")], id="an indicator taken out"
        ),
    ],
)
def test_differences_are_found(document, change, expected):
    changed = copy.deepcopy(document)
    change(changed)
    found = scheme_differences(document, changed)
    if expected and isinstance(expected[0], tuple):
        (difference,) = found
        assert (difference.dimension, difference.item, difference.key) == expected[0][:3]
        assert difference.before is not None
        assert difference.after is None
    else:
        assert found == expected


def test_the_way_back_is_the_same_with_sides_changed(document):
    changed = copy.deepcopy(document)
    changed["min_coverage"] = 0.4
    security(changed)["items"][1]["steps"][1]["points"] = 0.7
    there, back = scheme_differences(document, changed), scheme_differences(changed, document)
    assert [(one.key, one.before, one.after) for one in there] == [
        (one.key, one.after, one.before) for one in back
    ]
    assert [one.key for one in there] == [("min_coverage",), ("steps",)]


def test_shipped_schemes_differ_from_each_other_and_not_from_themselves(resources, document):
    from asm_atlas.core.documents import read_document

    others = [read_document(path) for path in sorted((resources / "schemes").glob("*.json"))]
    for other in others:
        assert scheme_differences(other, other) == []
        assert bool(scheme_differences(document, other)) == (other["id"] != document["id"])


def test_shares_of_weights(document):
    assert weight_shares(security(document)) == pytest.approx([0.6, 0.2, 0.2])
    assert weight_shares({"items": [{"w": 0}, {"w": 0}]}) == [0, 0]
    assert weight_shares({"rule": "lowest", "items": [{}, {}]}) == [0, 0]


@pytest.mark.parametrize(
    "version, expected",
    [
        ("1.0", "1.1"),
        ("1.9", "1.10"),
        ("2", "3"),
        ("1.0-beta", "1.1-beta"),
        ("draft", "draft.1"),
        ("draft.1", "draft.2"),
    ],
)
def test_a_version_is_raised(version, expected):
    assert next_version(version) == expected


@pytest.mark.parametrize(
    "change, path, words",
    [
        pytest.param(lambda d: d.update(cuts=[50, 25, 75]), "cuts", "must rise", id="a value"),
        pytest.param(lambda d: d.pop("since"), "since", "is missing; add it", id="a key that is not there"),
        pytest.param(
            lambda d: d["dimensions"][0]["items"][0].update(w="2"),
            "dimensions.0.items.0.w",
            'must be a whole number or a number, not "2"',
            id="a kind",
        ),
    ],
)
def test_a_fault_says_where_it_is(document, change, path, words):
    change(document)
    with pytest.raises(DocumentError) as caught:
        scheme_of(document, "mine")
    assert caught.value.path == path
    assert words in caught.value.expectation
    assert caught.value.expectation in str(caught.value)
