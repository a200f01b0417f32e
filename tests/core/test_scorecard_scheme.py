"""Schemes as documents: the shipped one, and what a faulty one is told."""

import copy
import json
import math

import pytest
from asm_atlas.core.documents import document_hash
from asm_atlas.core.exceptions import DocumentError
from asm_atlas.core.score_tables import DIMENSIONS
from asm_atlas.core.scorecard.scheme import read_scheme, scheme_of


@pytest.fixture(scope="module")
def path(resources):
    return resources / "schemes" / "asm_atlas_1.json"


@pytest.fixture()
def document(path):
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_default_scheme_is_that_of_the_manual(path):
    scheme = read_scheme(path)
    assert (scheme.id, scheme.version) == ("asm-atlas-1", "1.0")
    assert scheme.hash == document_hash(path)
    assert tuple(dim.id for dim in scheme.dimensions) == DIMENSIONS
    assert [dim.role for dim in scheme.dimensions] == ["score"] * 4 + ["context"] * 2
    assert {dim.id: [item.weight for item in dim.items] for dim in scheme.dimensions} == {
        "security": [6, 2, 2],
        "health_safety": [3, 2, 2, 1, 1],
        "state_services": [3, 3, 1],
        "formalisation": [4, 3, 2, 1],
        "production": [2, 1],
        "access": [1, 1],
    }
    assert scheme.disclaimer == {
        "en": "ASM Atlas default scheme – not IPIS' own weights",
        "fr": "Barème par défaut d'ASM Atlas – pas le barème d'IPIS",
    }


def test_the_default_scheme_knows_the_codes_of_the_vocabularies(path, resources):
    def codes(name):
        document = json.loads((resources / "vocabularies" / f"{name}.json").read_text(encoding="utf-8"))
        return {term["code"]: term for term in document["terms"]}

    scheme = read_scheme(path)
    for variable, vocabulary in (("traceability", "traceability"), ("mechanisation", "mechanisation")):
        assert set(scheme.codes(variable)) == set(codes(vocabulary))
    assert set(scheme.codes("access_dry")) == set(scheme.codes("access_wet")) == set(codes("access"))
    assert set(codes("qualification")) <= set(scheme.codes("qualification"))
    kinds = dict.fromkeys(("army", "police", "mine_police", "private"), "state")
    assert scheme.rules.actor_classes == {
        code: (kinds.get(term["kind"], term["kind"]), term["conduct"])
        for code, term in codes("actor_classes").items()
    }
    months = {code: term["months"] for code, term in codes("qualification").items()}
    assert all(months[code] == value for code, value in scheme.rules.qualification_months.items())
    grave = {code for code, term in codes("behaviours").items() if term["group"] == "grave"}
    assert scheme.rules.grave_behaviours == grave
    designated = {code for code, term in codes("minerals").items() if term.get("designated")}
    assert scheme.rules.designated_minerals == designated


def put(*steps):
    """A change of the document: the last step is the value, the others lead to its place."""

    def change(document):
        place = document
        for step in steps[:-2]:
            place = place[step]
        place[steps[-2]] = steps[-1]

    return change


def drop(*steps):
    def change(document):
        place = document
        for step in steps[:-1]:
            place = place[step]
        del place[steps[-1]]

    return change


def levels(*pairs):
    """The levels of the document changed to others, each a code and a colour."""
    return put(
        "levels",
        [
            {"code": code, "label": {"en": code, "fr": code}, "colour": colour, "safe_colour": colour}
            for code, colour in pairs
        ],
    )


RED, GREEN = "#ff0000", "#00ff00"
ITEM = ("dimensions", 0, "items", 0)
STEPPED = ("dimensions", 0, "items", 1)


@pytest.mark.parametrize(
    "change, message",
    [
        pytest.param(put("schema", 2), "'schema' must be 1", id="another layout"),
        pytest.param(drop("version"), "'version' is missing", id="no version"),
        pytest.param(drop("disclaimer", "fr"), "'disclaimer.fr' is missing", id="one language only"),
        pytest.param(put("cuts", [25, 75, 50]), "'cuts' must rise", id="cuts that fall"),
        pytest.param(
            put("cuts", [25, 50]), "'cuts' must hold 3 cuts between the 4 levels, not 2", id="two cuts"
        ),
        pytest.param(
            put("min_coverage", 50),
            "'min_coverage' must be between 0 and 1, not 50",
            id="coverage in percent",
        ),
        pytest.param(put("since", "01/01/2018"), "'since' must be a date like 2018-01-01", id="date"),
        pytest.param(
            put("qualification", "as_of", "today"),
            "'qualification.as_of' must be one of visit, last_known",
            id="as_of",
        ),
        pytest.param(
            put("qualification", "months", "orange", 3),
            "'qualification.months.orange' is no status",
            id="status",
        ),
        pytest.param(
            put("actors", "classes", "army", "kind", "troops"),
            "'actors.classes.army.kind' must be one of none, group, state, unknown",
            id="kind of actor",
        ),
        pytest.param(
            put("dimensions", 0, "id", "Safety!"),
            "'dimensions.0.id' must be 1 to 40 lower-case letters, digits and underscores, not 'Safety!'",
            id="dimension",
        ),
        pytest.param(
            put("dimensions", 1, "id", "security"),
            "'dimensions.1.id' repeats 'security'",
            id="dimension twice",
        ),
        pytest.param(
            put("dimensions", 2, "items", []),
            "'dimensions.2.items' must hold at least one item",
            id="no items",
        ),
        pytest.param(
            put(*ITEM, "var", "influence"),
            "'dimensions.0.items.0.var' names no variable 'influence'",
            id="variable",
        ),
        pytest.param(
            put(*STEPPED, "var", "armed_influence"),
            "'dimensions.0.items.1.steps' does not fit 'armed_influence'; give 'points'",
            id="steps for codes",
        ),
        pytest.param(put(*ITEM, "w", 0), "'dimensions.0.items.0.w' must be above 0", id="weight zero"),
        pytest.param(
            put(*ITEM, "w", "6"), "'dimensions.0.items.0.w' must be a whole number or", id="weight as text"
        ),
        pytest.param(
            put(*ITEM, "points", "none", 100),
            "'dimensions.0.items.0.points.none' must be between 0 and 1, not 100",
            id="points in percent",
        ),
        pytest.param(
            put(*ITEM, "points", "none", [0.8, 0.4]),
            r"'dimensions.0.items.0.points.none' must be \[lowest, highest\], not \[0.8, 0.4\]",
            id="points the wrong way round",
        ),
        pytest.param(
            drop(*ITEM, "points", "state_grave"),
            "'dimensions.0.items.0.points.state_grave' is missing; give its points, or null",
            id="a code without points",
        ),
        pytest.param(
            put(*ITEM, "points", "soldiers", 0.5),
            "'dimensions.0.items.0.points.soldiers' is no answer here",
            id="points for an unheard-of code",
        ),
        pytest.param(
            put(*ITEM, "unknown", [0]),
            "'dimensions.0.items.0.unknown' must be one number or",
            id="half interval",
        ),
        pytest.param(
            put(*STEPPED, "when", {"presence": "maybe"}),
            "'dimensions.0.items.1.when.presence' holds 'maybe'; use yes, no",
            id="condition",
        ),
        pytest.param(
            put(*STEPPED, "when", {"workers": "5"}),
            "'dimensions.0.items.1.when.workers' is a count",
            id="condition on a count",
        ),
        pytest.param(
            put(*STEPPED, "steps", 2, "from", 1),
            "'dimensions.0.items.1.steps.2.from' must be above 1",
            id="steps",
        ),
        pytest.param(
            put(*STEPPED, "steps", 0, "from", 1),
            "'dimensions.0.items.1.steps.0.from' must be 0",
            id="first step",
        ),
        pytest.param(
            put("dimensions", 0, "caps", 0, "level", "lowest"),
            "'dimensions.0.caps.0.level' must be one of very_low, low, medium, high",
            id="level of a cap",
        ),
        pytest.param(
            put("dimensions", 0, "caps", 0, "when", {}),
            "'dimensions.0.caps.0.when' must name at least one variable",
            id="cap without trigger",
        ),
        pytest.param(
            put("min_covrage", 1), "'min_covrage' is not known here; write 'min_coverage'", id="key"
        ),
        pytest.param(
            put(*ITEM, "weight", 6),
            "'dimensions.0.items.0.weight' is not known here; use var, label, w,",
            id="a key like no other",
        ),
        pytest.param(
            put("label", "de", "Schema"), "'label.de' is not known here; use en, fr", id="another language"
        ),
        pytest.param(put("label", "fr", "  "), "'label.fr' must not be empty", id="an empty text"),
        pytest.param(
            put("label", "fr", "\ud800"), "'label.fr' holds half a character", id="half a character"
        ),
        pytest.param(
            put("actors", "classes", "army", "conducts", "none"),
            "'actors.classes.army.conducts' is not known here; write 'conduct'",
            id="key of an actor class",
        ),
        pytest.param(
            drop("actors", "classes", "army"),
            "'actors.classes.army' is missing; give its kind and conduct",
            id="a class of actors without kind",
        ),
        pytest.param(
            put("actors", "grave_behaviours", ["torture"]),
            "'actors.grave_behaviours.0' must be one of taxation",
            id="behaviour",
        ),
        pytest.param(
            put("qualification", "minerals", ["gold", "wolframit"]),
            "'qualification.minerals.1' must be one of gold",
            id="mineral",
        ),
        pytest.param(
            put("qualification", "minerals", ["gold", "gold"]),
            "'qualification.minerals.1' repeats 'gold'",
            id="mineral twice",
        ),
        pytest.param(
            put("qualification", "months", "green", 0),
            "'qualification.months.green' must be at least 1, or null",
            id="no month",
        ),
        pytest.param(
            drop("qualification", "months", "blue"), "'qualification.months.blue' is missing", id="no period"
        ),
        pytest.param(
            put("dimensions", 2, "items", 0, "var", "service_saemap"),
            "'dimensions.2.items.0.var' names no variable 'service_saemap'; write 'service_saemape'",
            id="service",
        ),
        pytest.param(
            put(*ITEM, "w", math.nan), "'dimensions.0.items.0.w' must be at least|between", id="NaN"
        ),
        pytest.param(put(*ITEM, "w", 10**400), "'dimensions.0.items.0.w' must be", id="endless weight"),
        pytest.param(put(*ITEM, "w", True), "'dimensions.0.items.0.w' must be a whole number", id="a truth"),
        pytest.param(
            put(*ITEM, "unknown", [0.1, 1]),
            "'dimensions.0.items.0.unknown' must hold the points of every answer, 0 to 1",
            id="unknown narrower than the answers",
        ),
        pytest.param(
            put(*STEPPED, "points", {"yes": 1}),
            "'dimensions.0.items.1.points' does not fit 'breadth'; give 'steps'",
            id="points for a count",
        ),
        pytest.param(
            put(*STEPPED, "when", {"presence": []}),
            "'dimensions.0.items.1.when.presence' must hold at least one",
            id="condition without codes",
        ),
        pytest.param(
            put(*STEPPED, "when", ["presence"]),
            "'dimensions.0.items.1.when' must be an object",
            id="condition of the wrong type",
        ),
        pytest.param(
            put("dimensions", 2, "items", 0, "countries", ["Congo"]),
            "'dimensions.2.items.0.countries.0' must be a country code",
            id="country",
        ),
        pytest.param(
            put("dimensions", 0, "min_items", 4), "'dimensions.0.min_items' must be at most 3", id="answers"
        ),
        pytest.param(
            put("dimensions", 0, "rule", "best"),
            "'dimensions.0.rule' must be one of mean, lowest, not 'best'",
            id="rule",
        ),
        pytest.param(
            put("dimensions", 0, "rule", "lowest"),
            "'dimensions.0.items.0.w' has no effect where the lowest item decides",
            id="weights under the rule lowest",
        ),
        pytest.param(
            put("dimensions", 0, "id", "overall"), "'dimensions.0.id' cannot be 'overall'", id="reserved name"
        ),
        pytest.param(
            put("dimensions", 0, "id", "access_level"),
            "'dimensions.5.id' cannot be 'access', whose columns would be called like others",
            id="columns that would meet",
        ),
        pytest.param(
            put("dimensions", 3, "items", 1, "points", "new programme", 1),
            "'dimensions.3.items.1.points.new programme' must be letters, digits and underscores",
            id="code with a blank",
        ),
        pytest.param(
            put("overall", {"rule": "mean", "of": ["security"], "label": {"en": "a", "fr": "b"}}),
            "'overall.rule' must be one of lowest, not 'mean'",
            id="overall mean",
        ),
        pytest.param(
            put("overall", {"rule": "lowest", "of": ["safety"], "label": {"en": "a", "fr": "b"}}),
            "'overall.of.0' must be one of security",
            id="overall of what is not there",
        ),
        pytest.param(put("levels", []), "'levels' must hold at least 2 levels", id="no levels"),
        pytest.param(levels(("bad", RED), ("bad", GREEN)), "'levels.1.code' repeats 'bad'", id="level twice"),
        pytest.param(
            levels(("bad", RED), ("good", RED.upper())),
            f"'levels.1.colour' repeats '{RED}'",
            id="colour twice",
        ),
        pytest.param(
            levels(("bad", "red"), ("good", GREEN)),
            "'levels.0.colour' must be a colour like #2c7bb6, not 'red'",
            id="colour",
        ),
        pytest.param(
            levels(("no_data", RED), ("good", GREEN)),
            "'levels.0.code' cannot be 'no_data'",
            id="no data is no level",
        ),
        pytest.param(
            levels(("bad", RED), ("good", GREEN)),
            "'dimensions.0.caps.0.level' must be one of bad, good",
            id="caps of other levels",
        ),
        pytest.param(
            levels(*((f"l{n}", f"#00000{n}") for n in range(7))),
            "'levels' must hold at most 6",
            id="seven levels",
        ),
        pytest.param(put("cuts", [0, 50, 75]), "'cuts' must rise from above 0", id="cut at nothing"),
        pytest.param(
            put("speaks", "rule", "first"), "'speaks.rule' must be one of latest_visit", id="who speaks"
        ),
        pytest.param(
            put("dimensions", 5, "items", 1, "unknown_at_most", "workers"),
            "'dimensions.5.items.1.unknown_at_most' must name an item further up",
            id="limit by an item of another dimension",
        ),
    ],
)
def test_a_fault_is_named_by_its_path(document, change, message):
    change(document)
    with pytest.raises(DocumentError, match=f"^mine.json: {message}"):
        scheme_of(document, "mine.json")


def test_a_code_declared_unknown_gets_the_unknown_interval(document):
    document["dimensions"][0]["items"][0]["points"]["state_grave"] = None
    item = scheme_of(document, "mine.json").dimensions[0].items[0]
    assert item.points[item.codes.index("state_grave")] == (0, 1)


def test_a_scheme_may_add_a_programme(document):
    document["dimensions"][3]["items"][1]["points"]["a_new_programme"] = 0.9
    scheme = scheme_of(document, "mine.json")
    assert "a_new_programme" in scheme.codes("traceability")


def test_a_cap_can_be_switched_off(document):
    changed = copy.deepcopy(document)
    changed["dimensions"][0]["caps"][0]["enabled"] = False
    counts = [len(scheme_of(given, "mine.json").dimensions[0].caps) for given in (document, changed)]
    assert counts == [3, 2]
