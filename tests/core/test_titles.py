from datetime import date

import numpy as np
import pandas as pd
import pytest
import shapely
from asm_atlas.core.areas.title_overlap import overlaps_of, screen_titles
from asm_atlas.core.areas.titles import ROLES, classify_titles, read_dates, read_title_words, status_of
from asm_atlas.core.exceptions import DocumentError

DAY = date(2020, 6, 30)
LAYER = np.datetime64(DAY)


@pytest.fixture(scope="module")
def words(resources):
    return read_title_words(resources / "areas" / "titles.json")


def titles_of(words, *rows, at=DAY):
    """Titles from dictionaries; what is left out is an active PE of a company, valid to 2030."""
    usual = {
        "code": "1",
        "type": "PE",
        "status": "Actif",
        "holder": "MINES SARL (100%)",
        "expiry": "2030-01-01",
    }
    stated = pd.DataFrame([{**usual, **row} for row in rows], columns=list(ROLES), dtype=object)
    return classify_titles(stated.where(stated.notna(), None), words, at)


@pytest.mark.parametrize(
    "text, code",
    [
        ("Actif", "active"),
        ("Droit Octroyé PR->PE", "active"),
        ("Renouvellement Octroi", "active"),
        ("Actif-Levée de Force Majeure", "active"),
        ("Actif-En Force Majeure", "suspended"),
        ("Actif-En Renouvellement", "in_change"),
        ("Actif-Transformation PR en PE", "in_change"),
        ("Actif-En Déchéance_NonPaiement", "forfeiture"),
        ("A déchoir pour non paiement", "forfeiture"),
        ("Droit Déchu", "lapsed"),
        ("Inactive", "lapsed"),
        ("Nouvelle Demande", "application"),
        ("Demande PE Approuvée", "application"),
        ("Application refused", "refused"),
        ("Active", "active"),
        ("Zzz", None),
    ],
)
def test_what_a_status_stands_for(words, text, code):
    status = status_of(text, words)
    assert (status and status.code) == code


@pytest.mark.parametrize(
    "row, standing, doubt",
    [
        pytest.param({}, "active", "", id="in force"),
        pytest.param({"expiry": "2020-06-30"}, "active", "", id="ends today"),
        pytest.param({"expiry": "2020-06-29 00:00:00+00"}, "expired", "", id="ended yesterday"),
        pytest.param({"expiry": None}, "unknown", "expiry", id="no expiry"),
        pytest.param({"expiry": "30/06/2029"}, "unknown", "expiry", id="expiry in another order"),
        pytest.param({"expiry": None, "type": "ZEA"}, "active", "", id="a zone has no term"),
        pytest.param(
            {"type": "ZEA", "holder": "PROJET ZONE ARTISANALE ITURI (100%)"}, "pending", "", id="planned zone"
        ),
        pytest.param({"holder": "PROJET MINIER SARL"}, "active", "", id="a company called project"),
        pytest.param({"status": None}, "unknown", "status", id="no status"),
        pytest.param({"status": " - "}, "unknown", "status", id="a dash for a status"),
        pytest.param({"status": "Wxyz"}, "unknown", "status", id="a strange status"),
        pytest.param({"status": "Actif-En Renouvellement"}, "active", "", id="in renewal before the end"),
        pytest.param(
            {"status": "Actif-En Renouvellement", "expiry": "2019-01-01"}, "unknown", "status", id="after it"
        ),
        pytest.param({"status": "A déchoir pour non paiement"}, "unknown", "status", id="to be forfeited"),
        pytest.param({"status": "Droit Déchu"}, "expired", "", id="forfeited"),
        pytest.param({"status": "Demande Approuvée"}, "pending", "", id="applied for"),
        pytest.param({"status": "Refused", "expiry": None}, "refused", "", id="refused"),
        pytest.param({"granted": "2021-01-01"}, "pending", "", id="granted later"),
        pytest.param({"granted": "2019-01-01"}, "active", "", id="granted before"),
    ],
)
def test_standing_on_a_day(words, row, standing, doubt):
    found = titles_of(words, row).iloc[0]
    assert (found["standing"], found["doubt"]) == (standing, doubt)


@pytest.mark.parametrize(
    "text, group",
    [
        ("PR (AS)", "research"),
        ("PE", "exploitation"),
        ("pepm", "small_mine"),
        ("PER", "tailings"),
        ("AECP (Car)", "quarry"),
        ("C.U.P.", "other"),
        ("Zone d'Exploitation Artisanale", "artisanal_zone"),
        ("ZIN", "prohibited"),
        ("Mining Licence", "exploitation"),
        ("XYZ", "unknown"),
        (None, "unknown"),
    ],
)
def test_kind_of_title(words, text, group):
    assert titles_of(words, {"type": text}).iloc[0]["group"] == group


@pytest.mark.parametrize(
    "holder, is_one",
    [
        ("COOPERATIVE MINIERE RISING STARS (100%)", "yes"),
        ("Société coopérative minière Musule (100%)", "yes"),
        ("SCOOPS des creuseurs", "yes"),
        ("COOPAMI (100%)", "yes"),
        ("ZHENGWEI TECHNIQUE COOPERATION SARL (100%)", "no"),
        ("COMPAGNIE D'ENGINEERING ET NEGOCE  (100%)", "no"),
        ("COOPERATIVE A (50%); MINES SARL (50%)", "unknown"),
        (" ", "unknown"),
        ("N/A", "unknown"),
        (None, "unknown"),
    ],
)
def test_is_the_holder_a_cooperative(words, holder, is_one):
    assert titles_of(words, {"holder": holder}).iloc[0]["cooperative"] == is_one


def test_dates_of_cadastres():
    texts = ["2016-07-04", "2013-02-20 00:00:00+00", "2021/03/04", "20210304", "1467590400000"]
    texts += ["04/07/2016", "soon", "9999-12-31", "99999999999999", None]
    found = read_dates(pd.Series(texts, dtype=object))
    assert found.dt.strftime("%Y-%m-%d").tolist()[:5] == [
        *("2016-07-04", "2013-02-20", "2021-03-04", "2021-03-04", "2016-07-04")
    ]
    assert found[5:].isna().all()
    assert str(found.dtype) == "datetime64[ns]"


SQUARE = shapely.box(27, -1, 28, 1)


def screened(titles, boxes, points=((27.5, 0),), has_zones=True, layer_date=LAYER, workers=None):
    sites = pd.DataFrame(points, columns=["longitude", "latitude"], dtype=float)
    sites["pcode"] = [f"s{n}" for n in range(len(sites))]
    sites["workers"] = np.nan if workers is None else workers
    return screen_titles(sites, titles, np.array(boxes, dtype=object), layer_date, has_zones)


ZEA = {"type": "ZEA", "expiry": None}
COOP = {"holder": "COOPERATIVE X (100%)"}


@pytest.mark.parametrize(
    "rows, title_class, sure, group",
    [
        pytest.param([{}], "other_active", "sure", "exploitation", id="another's title"),
        pytest.param([ZEA], "zea_active", "sure", "artisanal_zone", id="zone"),
        pytest.param([COOP], "cooperative", "sure", "exploitation", id="cooperative's title"),
        pytest.param([{"type": "ZIN"}, ZEA], "prohibited", "sure", "prohibited", id="prohibited before zone"),
        pytest.param([{}, ZEA], "zea_active", "sure", "artisanal_zone", id="zone before another's"),
        pytest.param([{"expiry": "2019-01-01"}], "none", "sure", "exploitation", id="expired is none"),
        pytest.param([{"expiry": None}], "unknown", "expiry", "exploitation", id="no expiry"),
        pytest.param(
            [{"expiry": None}, {}], "other_active", "sure", "exploitation", id="doubt changes nothing"
        ),
        pytest.param(
            [{**COOP, "expiry": None}, {}], "unknown", "expiry", "exploitation", id="doubt may change"
        ),
        pytest.param([{"holder": None}], "unknown", "holder", "exploitation", id="no holder"),
        pytest.param([{"holder": None}, ZEA], "zea_active", "sure", "artisanal_zone", id="no holder, zone"),
        pytest.param([{"type": "XYZ"}], "unknown", "type", "unknown", id="strange type"),
        pytest.param([{"status": None, "expiry": None}], "unknown", "status", "exploitation", id="no status"),
    ],
)
def test_class_of_a_site(words, rows, title_class, sure, group):
    found = screened(titles_of(words, *rows), [SQUARE] * len(rows)).sites.iloc[0]
    assert (found["title_class"], found["title_sure"], found["title_group"]) == (title_class, sure, group)
    assert found["n_titles"] == len(rows)


def test_boundary_outside_and_nowhere(words):
    titles = titles_of(words, ZEA)
    found = screened(titles, [SQUARE], [(27.5, 0), (28, 0), (28.000001, 0), (np.nan, np.nan)])
    assert found.sites["title_class"].tolist() == ["zea_active", "unknown", "none", "unknown"]
    assert found.sites["title_sure"].tolist() == ["sure", "boundary", "sure", "no geometry"]
    assert found.sites["n_titles"].tolist()[:3] == [1, 1, 0]
    assert found.sites["n_titles"].isna().tolist() == [False, False, False, True]
    assert found.sites["title_group"][2] == "none"
    assert pd.isna(found.sites["title_group"][3])
    assert found.pairs["on_boundary"].tolist() == ["no", "yes"]


@pytest.mark.parametrize(
    "options, classes, sure",
    [
        pytest.param(
            {"has_zones": False}, ["other_active", "unknown"], ["sure", "no zones in layer"], id="no zones"
        ),
        pytest.param({"layer_date": np.datetime64("NaT")}, ["unknown"] * 2, ["layer date"] * 2, id="no date"),
    ],
)
def test_what_the_layer_cannot_say(words, options, classes, sure):
    found = screened(titles_of(words, {}), [SQUARE], [(27.5, 0), (30, 0)], **options).sites
    assert (found["title_class"].tolist(), found["title_sure"].tolist()) == (classes, sure)


def test_each_site_counts_once_in_each_total(words):
    titles = titles_of(words, {}, ZEA, {"type": "PR", "expiry": None})
    points = [(27.5, 0), (30, 0), (np.nan, np.nan), (27.6, 0)]
    found = screened(titles, [SQUARE] * 3, points, workers=[10, 5, np.nan, np.nan])
    totals = found.summary.groupby("counted_by")[["sites", "workers", "workers_unknown"]].sum()
    assert (totals == [4, 15, 2]).all().all()
    assert len(found.pairs) == 6
    groups = found.summary[found.summary["counted_by"] == "title_group"].set_index("value")
    assert groups["sites"].to_dict() == {"artisanal_zone": 2, "no geometry": 1, "none": 1}
    assert pd.isna(groups.loc["no geometry", "workers"])


def test_overlapping_titles_and_slivers(words):
    titles = titles_of(words, *({"code": str(n)} for n in range(4)))
    boxes = [
        SQUARE,
        shapely.box(27.5, -1, 28.5, 1),
        shapely.box(28.5, -1, 29, 1),
        shapely.box(28.9999, -1, 30, 1),
    ]
    table, shared = overlaps_of(titles, np.array(boxes, dtype=object))
    assert table[["title_code_a", "title_code_b", "is_sliver"]].values.tolist() == [
        ["0", "1", "no"],
        ["2", "3", "no" if table["share_a"][1] >= 0.001 else "yes"],
    ]
    assert table["share_a"][0] == pytest.approx(0.5, rel=1e-4)
    assert table["share_b"][1] == pytest.approx(0.0001 / 1.0001, rel=1e-4)
    # Half a degree by two at the equator: QGIS's own measure of the square on WGS 84
    assert table["shared_ha"][0] == pytest.approx(1230907, rel=1e-3)
    assert shapely.area(shared).tolist() == pytest.approx([1, 0.0002])
    none, _ = overlaps_of(titles.iloc[:1], np.array(boxes[:1], dtype=object))
    assert len(none) == 0


@pytest.mark.parametrize(
    "old, new, sentence",
    [
        ('"asm-atlas/titles/1"', '"asm-atlas/titles/9"', "'schema' must be"),
        ('"class": "prohibited"', '"class": "forbidden"', "'groups.0.class' must be one of"),
        ('"before": "refused"', '"before": "no"', "'statuses.0.before' must be one of"),
        ('"C.U.P."', '"ZEA"', "stands in two groups"),
    ],
)
def test_bad_words_are_named(resources, tmp_path, old, new, sentence):
    text = (resources / "areas" / "titles.json").read_text(encoding="utf-8")
    (tmp_path / "titles.json").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DocumentError, match=sentence):
        read_title_words(tmp_path / "titles.json")
