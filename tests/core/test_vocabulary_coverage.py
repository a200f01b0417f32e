"""What share of the words of real releases the vocabularies know, and that the rest are findings."""

import importlib.util
import sys

import pandas as pd
import pytest
from asm_atlas.core.importing.importer import import_visits

FILES = ("cod_mines_ipis_2026-05.csv", "cod_dashboard_filtered_2024-02-29.csv", "caf_mines_ipis_2026-05.csv")
# Free text and one word that nobody can place; all other columns are covered whole.
LEAST = {"mineralN": 0.999, "childunder15work": 0.997, "womenwork": 0.994}


@pytest.fixture(scope="module")
def tool(root):
    path = root / "tools" / "vocabulary_coverage.py"
    spec = importlib.util.spec_from_file_location("vocabulary_coverage", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["vocabulary_coverage"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["vocabulary_coverage"]


@pytest.fixture(scope="module", params=FILES)
def release(request, tool, data, vocabularies):
    """A release, its profile and the table of its words."""
    frame = tool.read(data / "ipis" / request.param)
    profile = tool.profile_of(frame)
    return frame, profile, tool.coverage(frame, profile, vocabularies)


@pytest.mark.real_data
def test_each_column_is_covered_at_least_so_far(release, tool):
    shares = tool.shares(release[2])
    assert len(shares) > 8 and (shares["cells"] > 0).all()
    short = {name: share for name, share in shares["share"].items() if share < LEAST.get(name, 1.0)}
    assert short == {}


@pytest.mark.real_data
def test_every_word_outside_its_vocabulary_is_a_finding(release, vocabularies):
    frame, profile, table = release
    result = import_visits(frame, profile, vocabularies, latest=pd.Timestamp("2026-06-01"))
    found = result.findings[result.findings["rule"] == "unknown_value"]
    missing = set(table.loc[~table["known"], "word"]) - set(found["raw_value"])
    assert missing == set()


@pytest.mark.real_data
def test_the_page_of_the_documentation_is_true(tool, data):
    assert tool.PAGE.read_text(encoding="utf-8") == tool.page(data)
