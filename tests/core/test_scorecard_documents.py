"""Schemes as files: the one form they are written in, what ships, and what travels with scores."""

import json
import math

import pytest
from asm_atlas.core.documents import document_hash
from asm_atlas.core.exceptions import DocumentError
from asm_atlas.core.score_tables import DIMENSIONS, has_overall, score_columns, score_dimensions
from asm_atlas.core.scorecard.scheme import DEFAULT_LEVELS, DEFAULT_NO_DATA, read_scheme, scheme_of
from asm_atlas.core.scorecard.scheme_document import legend_text, scheme_document, scheme_text, text_hash
from asm_atlas.core.scorecard.variables import ACTOR_CLASSES, MINERALS, SERVICES
from asm_atlas.core.tables import column_names


@pytest.fixture(scope="module")
def path(resources):
    return resources / "schemes" / "asm_atlas_1.json"


@pytest.fixture()
def document(path):
    return json.loads(path.read_text(encoding="utf-8"))


SHIPPED = ("asm_atlas_1", "oecd_annex_ii_1", "site_criteria_1")


def test_the_schemes_that_ship(resources):
    assert sorted(path.stem for path in (resources / "schemes").glob("*.json")) == sorted(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_scheme_is_written_as_the_editor_would(resources, name):
    path = resources / "schemes" / f"{name}.json"
    scheme = read_scheme(path)
    text = scheme_text(scheme_document(scheme))
    assert text.encode() == path.read_bytes()
    assert scheme.hash == document_hash(path) == text_hash(text)
    assert all(item.provenance and item.label["fr"] for dim in scheme.dimensions for item in dim.items)


def test_the_order_of_keys_in_a_document_is_not_kept(document):
    backward = json.loads(json.dumps(document), object_pairs_hook=lambda pairs: dict(pairs[::-1]))
    ordered = scheme_text(document)
    assert scheme_text({**backward, "dimensions": document["dimensions"], "actors": document["actors"]}) == (
        ordered
    )


def test_numbers_have_one_form(document):
    document["min_coverage"], document["cuts"] = 1.0, [25.0, 50, 75]
    assert '"min_coverage": 1,' in scheme_text(document)
    assert '"cuts": [25, 50, 75],' in scheme_text(document)


def test_a_copy_of_the_document_may_be_changed(path):
    scheme = read_scheme(path)
    scheme_document(scheme)["dimensions"].clear()
    assert len(scheme_document(scheme)["dimensions"]) == 6


def test_a_scheme_does_not_change_with_the_document_it_was_made_of(document):
    scheme = scheme_of(document, "mine.json")
    document["dimensions"].clear()
    assert len(scheme_document(scheme)["dimensions"]) == 6


@pytest.mark.parametrize(
    "text, message",
    [
        pytest.param('{"schema": 1, "schema": 1}', "holds the key 'schema' twice", id="key twice"),
        pytest.param("[" * 100_000, "cannot be read as JSON", id="nested without end"),
        pytest.param('{"schema": 1}', "'dimensions' is missing; add it", id="nearly empty"),
        pytest.param("", "is not JSON", id="empty"),
    ],
)
def test_a_file_that_is_no_scheme_is_told(tmp_path, text, message):
    (tmp_path / "mine.json").write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError, match=message):
        read_scheme(tmp_path / "mine.json")


def test_a_mark_before_the_text_does_no_harm(tmp_path, path):
    (tmp_path / "mine.json").write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_scheme(tmp_path / "mine.json").id == "asm-atlas-1"


def test_services_minerals_and_actors_are_those_of_the_vocabularies(resources):
    def codes(name, role):
        terms = json.loads((resources / "vocabularies" / f"{name}.json").read_text("utf-8"))["terms"]
        return {term["code"] for term in terms if term.get("role", role) == role}

    assert set(SERVICES) == codes("services", "service")
    assert set(MINERALS) == codes("minerals", None) - {"unknown", "none"}
    assert set(ACTOR_CLASSES) == codes("actor_classes", None)


def test_the_default_levels_are_those_of_the_default_theme(resources):
    theme = json.loads((resources / "themes" / "scorecard.json").read_text("utf-8"))
    texts = json.loads((resources / "sheets" / "texts.json").read_text("utf-8"))
    assert [level.colour for level in DEFAULT_LEVELS] == theme["colours"]
    for language in ("en", "fr"):
        assert DEFAULT_NO_DATA[language] == texts[language]["level_0"]
        words = [texts[language][f"level_{number}"] for number in (1, 2, 3, 4)]
        assert [level.label[language] for level in DEFAULT_LEVELS] == words


def test_columns_follow_from_the_dimensions():
    names = [column.name for column in score_columns(("risk", "access"), overall=True)]
    assert score_dimensions(names) == ("risk", "access")
    assert [name for name in names if name.startswith("overall")] == [
        *("overall_level", "overall_level_worst", "overall_level_best", "overall_robust")
    ]
    assert has_overall(names) and not has_overall(column_names("scores"))
    assert score_dimensions(column_names("scores")) == DIMENSIONS


def test_what_travels_with_a_layer_of_scores(resources):
    scheme = read_scheme(resources / "schemes" / "site_criteria_1.json")
    legend = json.loads(legend_text(scheme))
    assert [level["code"] for level in legend["levels"]] == ["red", "yellow", "blue", "green"]
    assert [dim["id"] for dim in legend["dimensions"]] == list(scheme.dimension_ids)
    assert legend["overall"]["label"]["en"] == "Criteria pre-check"
    assert legend["hash"] == scheme.hash


def places(value, path=()):
    """Paths to every value in a document."""
    if path:
        yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield from places(part, (*path, key))


ODD = [None, True, -1, 1.5, 10**400, math.nan, math.inf, "", "é.ü", "\ud800", [], [[]], [None], {}, {"": 1}]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: repr(odd)[:12])
def test_whatever_stands_anywhere_is_taken_or_told(resources, odd):
    text = (resources / "schemes" / "site_criteria_1.json").read_text("utf-8")
    for path in places(json.loads(text)):
        document = json.loads(text)
        place = document
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = odd
        try:
            scheme = scheme_of(document, "mine.json")
        except DocumentError as error:
            assert str(error).startswith("mine.json: ")
        else:
            assert scheme_of(scheme_document(scheme), "again.json") == scheme
