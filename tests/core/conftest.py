"""What tests share: made-up rows imported, and scorecards of hand-made sites, many or one."""

import json
from datetime import date

import numpy as np
import pandas as pd
import pytest
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.profile_documents import read_profiles
from asm_atlas.core.score_tables import score_columns
from asm_atlas.core.scorecard.as_of import parse_as_of
from asm_atlas.core.scorecard.reasons import reasons_of
from asm_atlas.core.scorecard.scheme import read_scheme
from asm_atlas.core.scorecard.score import overall_levels, score_dimension
from asm_atlas.core.scorecard.site_scores import score_sites
from asm_atlas.core.tables import BEHAVIOURS, TABLES
from asm_atlas.core.vocabulary import read_vocabularies
from made_up_rows import LATEST

QUESTIONS = ("mercury", "children", "presence", "interference", "access_dry", "access_wet", "mechanisation")
REPORT_DATE = date(2026, 5, 31)


@pytest.fixture(scope="module")
def vocabularies(resources):
    return read_vocabularies(resources / "vocabularies")


@pytest.fixture(scope="module")
def profiles(resources):
    return read_profiles(resources / "profiles")


@pytest.fixture()
def load(profiles, vocabularies):
    def load_rows(*rows, profile="ipis_cod", without=(), **options):
        frame = pd.DataFrame(rows, dtype=object).drop(columns=list(without))
        return import_visits(frame, profiles[profile], vocabularies, latest=LATEST, **options)

    return load_rows


def atlas_table(name, records):
    """An atlas table in its types; what a record leaves out is unknown or empty, a behaviour no."""
    defaults = {}
    if name == "visits":
        defaults = dict.fromkeys((*QUESTIONS, "traceability"), "unknown")
        defaults.update(row_kind="visit", services_full="no", project="IPIS - test")
    elif name == "actors":
        defaults = dict.fromkeys(BEHAVIOURS, "no")
    frame = pd.DataFrame([{**defaults, **record} for record in records])
    columns = {column.name: column.kind for column in TABLES[name]}
    frame = frame.reindex(columns=[*columns, *frame.columns.difference(list(columns))])
    for column, kind in columns.items():
        if kind == "date":
            frame[column] = pd.to_datetime(frame[column]).astype("datetime64[ns]")
        elif kind == "int":
            frame[column] = pd.to_numeric(frame[column]).astype("Int64")
        elif kind == "text":
            frame[column] = frame[column].astype(object).where(frame[column].notna(), None)
    return frame


@pytest.fixture(scope="session")
def table():
    """atlas_table(name, records)."""
    return atlas_table


@pytest.fixture(scope="session")
def default_scheme(resources):
    return read_scheme(resources / "schemes" / "asm_atlas_1.json")


@pytest.fixture()
def scores(default_scheme):
    """Scores of tables given as records, by pcode."""

    def compute(
        as_of="visit",
        *,
        actors=(),
        statuses=(),
        scheme=default_scheme,
        which="latest",
        ageing=None,
        **records,
    ):
        given = {
            name: None if rows is None else atlas_table(name, rows)
            for name, rows in (("actors", actors), ("statuses", statuses))
        }
        result = score_sites(
            atlas_table("sites", records["sites"]),
            atlas_table("visits", records["visits"]),
            given["actors"],
            given["statuses"],
            scheme,
            parse_as_of(as_of),
            REPORT_DATE,
            which=which,
            ageing=ageing,
        )
        return result.scores.set_index("pcode", drop=False)

    return compute


@pytest.fixture()
def one(scores, default_scheme):
    """Score of one site visited on 2021-06-15; keywords change the visit."""

    def compute(
        as_of="visit", actors=(), statuses=(), site=None, scheme=default_scheme, ageing=None, **answers
    ):
        visit = {"visit_id": "v", "pcode": "p", "visit_date": "2021-06-15", "on_site": "yes", **answers}
        return scores(
            as_of,
            scheme=scheme,
            ageing=ageing,
            sites=[{"pcode": "p", "visit_id": "v", **(site or {})}],
            visits=[visit],
            actors=None if actors is None else [{"visit_id": "v", **actor} for actor in actors],
            statuses=None if statuses is None else [{"pcode": "p", **status} for status in statuses],
        ).loc["p"]

    return compute


@pytest.fixture(scope="session")
def released(data, resources):
    """Sites, visits, actors and statuses of the release of May 2026 (real data)."""
    from asm_atlas.core.importing.profile import recognise

    path = data / "ipis" / "cod_mines_ipis_2026-05.csv"
    source = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    profile = recognise(list(source), read_profiles(resources / "profiles").values())
    result = import_visits(source, profile, read_vocabularies(resources / "vocabularies"))
    return result.sites, result.visits, result.actors, result.statuses


@pytest.fixture(scope="session")
def reasons():
    """The reasons of a dimension in a row of scores, by item."""

    def listed(row, dimension):
        found = json.loads(row[f"{dimension}_reasons"])
        return {reason["item"]: reason for reason in found if "cap" not in reason}

    return listed


@pytest.fixture(scope="session")
def caps():
    """The caps of a dimension in a row of scores: (item, level) -> sure or possible."""

    def listed(row, dimension):
        found = [reason for reason in json.loads(row[f"{dimension}_reasons"]) if "cap" in reason]
        return {(cap["item"], cap["cap"]): "sure" if cap["certain"] else "possible" for cap in found}

    return listed


@pytest.fixture(scope="session")
def scores_of():
    """(scheme, answers, dates) -> SCORES of n scored sites with reasons."""

    def made(scheme, answers, dates):
        n = len(dates)
        frame = pd.DataFrame({"pcode": [f"p{row}" for row in range(n)], "state": ["scored"] * n})
        frame["name"] = [f"Site {row}" for row in range(n)]
        frame["date"] = dates.astype("datetime64[ns]")
        frame["scheme"], frame["scheme_version"] = scheme.id, scheme.version
        frame["scheme_hash"] = scheme.hash
        done = {}
        for dim in scheme.dimensions:
            done[dim.id] = scored = score_dimension(dim, answers, dates, scheme)
            frame[f"{dim.id}_reasons"] = reasons_of(scored, answers, dates, scheme)
            frame[f"{dim.id}_level"] = _level_column(scored.level)
        if scheme.overall is not None:
            overall = overall_levels([done[name] for name in scheme.overall.dimensions], scheme.top_level)
            frame["overall_level"] = _level_column(overall.level)
        for column in score_columns(scheme.dimension_ids):
            if column.name not in frame:
                frame[column.name] = np.nan if column.kind == "real" else None
        return frame.assign(longitude=28.0, latitude=-2.0)

    return made


def _level_column(levels):
    return pd.Series(levels).astype("Int64").mask(levels == -1)


@pytest.fixture(scope="session")
def random_scores():
    """A function (seed, n, dimensions, repeated) -> SCORES of n rows with every kind of state and gap."""

    def scores_of(seed, n, dimensions=("security", "formalisation"), repeated=False):
        random = np.random.default_rng(seed)
        state = random.choice(["scored", "inactive", "too_old", "no_visit"], n, p=[0.7, 0.1, 0.1, 0.1])
        keys = random.integers(0, max(n // 2, 1), n) if repeated else np.arange(n)
        days = pd.Timestamp("2018-01-01") + pd.to_timedelta(random.integers(0, 2500, n), "D")
        columns = {
            "pcode": [f"s{key}" for key in keys],
            "state": state.astype(object),
            "date": pd.Series(days).where(state != "no_visit"),
            "admin1": random.choice(np.array(["Kivu", "Ituri ", "kivu", None], dtype=object), n),
            "minerals": random.choice(np.array(["gold", "gold;coltan", ";tin;", None], dtype=object), n),
            "workers": random.choice([0, 10, 250, np.nan, -1], n),
            "longitude": random.choice([28.5, 29.5, 35.0, np.nan], n),
            "latitude": random.choice([-2.5, -1.0], n),
            "scheme_hash": "abc",
        }
        for dimension in dimensions:
            level = random.choice([0, 1, 2, 3, 4, np.nan], n, p=[0.1, 0.3, 0.2, 0.1, 0.2, 0.1])
            level[state != "scored"] = 0
            has = level > 0
            down, up = random.integers(0, 3, n), random.integers(0, 3, n)
            worst, best = np.maximum(level - down, 1), np.minimum(level + up, 4)
            for part, values in (("level", level), ("level_worst", worst), ("level_best", best)):
                values = np.where(has | (part == "level"), values, np.nan)
                columns[f"{dimension}_{part}"] = pd.Series(values).astype("Int64")
            low, middle, high = np.sort(random.uniform(0, 100, (3, n)), axis=0)
            for part, values in (("worst", low), ("score", middle), ("best", high)):
                columns[f"{dimension}_{part}"] = np.where(has, values, np.nan)
        return pd.DataFrame(columns)

    return scores_of
