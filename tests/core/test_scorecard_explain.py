"""Scores in words: what the row says, in both languages, and nothing else."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest
from asm_atlas.core.exceptions import TableError
from asm_atlas.core.scorecard.explain import explain
from asm_atlas.core.scorecard.explain_output import explanation_html, explanation_text
from asm_atlas.core.scorecard.scheme import read_scheme
from asm_atlas.core.scorecard.stale import Ageing
from asm_atlas.core.scorecard.variables import variable

SCHEMES = sorted(path.stem for path in (Path(__file__).parents[2] / "resources" / "schemes").glob("*.json"))


@pytest.fixture(scope="module")
def words(resources):
    return json.loads((resources / "explanations" / "words.json").read_text("utf-8"))


def plain(row):
    """A row with plain values, as read from a layer."""
    values = {}
    for name, value in row.items():
        if isinstance(value, pd.Timestamp):
            value = value.date().isoformat()
        values[name] = None if pd.isna(value) else value
    return values


@pytest.fixture()
def told(one, words, default_scheme):
    """The text of one visit's explanation."""

    def tell(language="en", scheme=default_scheme, **answers):
        row = plain(one(scheme=scheme, **answers))
        return " ".join(explanation_text(explain(row, scheme, words, language)).split())

    return tell


@pytest.mark.parametrize(
    "language, sentences",
    [
        pytest.param(
            "en",
            [
                "Health and safety: very low",
                "Score 0 of 100; with the open answers at their worst 0, at their best 40. Answered: 60% of the weight.",
                "Firm: no open answer could change the level.",
                "Few answers: 1 answered, the scheme asks for 2.",
                "At most “very low”: Children under 15 working: red criterion of the ICGLR mechanism.",
                "Children under 15 working: yes [points 0; weight 3; date 2021-06-15]",
                "Mercury used: not known [points 0 to 1; weight 2; date 2021-06-15]",
                "Mercury used: could move the worst or best case by up to 40 points.",
                "Does not apply, or was not asked: Accidents in the last 12 months, Protective equipment, Sanitation.",
                "ASM Atlas default scheme – not IPIS' own weights",
            ],
            id="English",
        ),
        pytest.param(
            "fr",
            [
                "Santé et sécurité au travail : très faible",
                "Renseigné : 60 % du poids.",
                "Travail d'enfants de moins de 15 ans : oui [points 0; poids 3; date 2021-06-15]",
                "Usage de mercure : pas connu [points 0 à 1; poids 2; date 2021-06-15]",
                "Usage de mercure : peut déplacer le pire ou le meilleur cas d'au plus 40 points.",
            ],
            id="French",
        ),
    ],
)
def test_a_dimension_in_words(told, language, sentences):
    text = told(language, children="yes", is_gold="yes", minerals="gold")
    for sentence in sentences:
        assert sentence in text


def test_a_range_of_levels_and_several_answers(told):
    text = told(presence="yes", actors=[{"actor_class": "nsag_local", "digging": "unknown", "frequency": 1}])
    assert "armed group present, no act recorded or armed group taxes, digs or controls" in text
    assert "Number of different acts: 0 to 1" in text
    assert "Possibly at most “very low” (not known): An armed group taxes, digs or controls" in text
    assert "Probable: the open answers could make it very low to low." in text


def test_too_little_answered(told):
    text = told(is_gold="yes", children="unknown")
    assert "Health and safety: no data" in text
    assert (
        "No score: between 0 and 100 of 100. Answered: 0% of the weight; the scheme asks for at least 50%."
        in text
    )
    assert "Possible: very low to high." in text


def test_stale_answers(told, one, words, default_scheme):
    from datetime import date

    for counts_as, word in (("mark", "(stale)"), ("unknown", "(stale, counts as not known)")):
        text = told(children="no", ageing=Ageing(1, date(2026, 1, 1), counts_as))
        assert f"Children under 15 working: no {word}" in text


@pytest.mark.parametrize(
    "answers, sentence",
    [
        ({"visit_date": "2015-01-01"}, "older than the scheme uses (visits since 2018-01-01)"),
        ({"on_site": "no", "workers": 0}, "counts as inactive and is not scored"),
        (
            {"on_site": "no", "workers": 5},
            "The team did not reach the site; what it was told elsewhere counts.",
        ),
    ],
    ids=["too old", "inactive", "not reached"],
)
def test_states_in_words(told, answers, sentence):
    assert sentence in told(**answers)


@pytest.mark.parametrize("name", SCHEMES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_scheme_can_be_explained(told, resources, name, language):
    scheme = read_scheme(resources / "schemes" / f"{name}.json")
    actor = {"actor_class": "army_interf", "forced_labour": "yes", "frequency": 2}
    text = told(language, scheme=scheme, presence="yes", actors=[actor], minerals="coltan", is_3t="yes")
    for dim in scheme.dimensions:
        assert dim.label[language] in text
    assert not re.search(r"[{}]|\bNone\b|\bnan\b", text)


def test_every_code_has_words(words, default_scheme, resources):
    """No code of a shipped scheme is shown as such."""
    for path in sorted((resources / "schemes").glob("*.json")):
        scheme = read_scheme(path)
        for dim in scheme.dimensions:
            for item in dim.items:
                if not variable(item.var).is_count:
                    known = {*words["answers"].get(item.var, {}), *words["answers"]["*"]}
                    assert set(scheme.codes(item.var)) <= known, item.var
    for texts in (words["texts"], words["variables"], *words["answers"].values()):
        for key, text in texts.items():
            assert set(text) == {"en", "fr"}, key
            placeholders = [set(re.findall(r"\{\w+\}", text[language])) for language in ("en", "fr")]
            assert placeholders[0] == placeholders[1], key


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.seen = [], []

    def handle_starttag(self, tag, attributes):
        self.seen.append(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_is_whole_and_escaped(scores, words, default_scheme):
    name = "<script>alert('x')</script> & co"
    row = scores(
        sites=[{"pcode": "p<b>", "visit_id": "v", "name": name, "admin1": "<i>"}],
        visits=[{"visit_id": "v", "pcode": "p<b>", "visit_date": "2021-06-15", "children": "yes"}],
    ).iloc[0]
    page = explanation_html(explain(plain(row), default_scheme, words, "en"))
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert not {"script", "b", "i", "img", "link"} & set(tags.seen)
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; co" in page
    assert tags.seen.count("h1") == 1 and tags.seen.count("caption") == tags.seen.count("table") > 3
    assert '<html lang="en">' in page and '<th scope="row">Children under 15 working</th>' in page


@pytest.mark.parametrize(
    "change, sentence",
    [
        pytest.param(
            {"scheme": "another"}, "made by the scheme 'another', not by 'asm-atlas-1'", id="scheme"
        ),
        pytest.param(
            {"security_reasons": "[{"}, "security_reasons of p does not hold reasons", id="not JSON"
        ),
        pytest.param({"security_reasons": "[3]"}, "does not hold reasons", id="no objects"),
        pytest.param(
            {"security_reasons": '[{"item": "x", "answer": 1, "weight": 1}]'}, "does not hold", id="no points"
        ),
    ],
)
def test_rows_that_cannot_be_explained(one, words, default_scheme, change, sentence):
    with pytest.raises(TableError, match=sentence):
        explain({**plain(one()), **change}, default_scheme, words, "en")


def test_a_changed_scheme_file_and_other_visits_are_said(one, words, default_scheme):
    row = {**plain(one()), "scheme_hash": "abc"}
    notes = explain(row, default_scheme, words, "en", ["2019-01-01", "2018-01-01"]).notes
    assert notes[0].startswith("The scheme file has changed since these scores were made (then abc")
    assert notes[1] == "The layer holds scores of other visits too: 2019-01-01, 2018-01-01."
