"""Profiles made from the field names of web maps: small made tables, since no files are at hand."""

import pandas as pd
import pytest
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.profile import recognise
from asm_atlas.core.importing.profile_documents import read_profiles
from asm_atlas.core.vocabulary import read_vocabularies

TANZANIA = {
    **{"i": "tz0001", "n": "Nyarugusu", "d": "2018-03-04", "lt": "-3.1", "ln": "32.2", "re": "Geita"},
    **{"w": "120", "ww": "10", "m": "Yes", "m1": "Gold", "s1n": "", "aw": "2", "ak": "0", "pj": "IPIS"},
}
ZIMBABWE = {
    **{"pcode": "zw0001", "site_name": "Alpha", "today": "2019-02-03", "mineral1_name": "Gold"},
    **{"site_status": "Active", "workers_numb": "12", "women_numb": "0", "processing_steps_mercury": "1"},
    **{"longitude": "30.0", "latitude": "-20.3", "incident": "collapse; injury"},
}


@pytest.mark.parametrize(
    "row, profile_id, expected",
    [
        pytest.param(
            TANZANIA,
            "ipis_tza",
            {"admin1": "Geita", "women": "yes", "injured": 2, "recall_months": 12, "longitude": 32.2},
            id="Tanzania",
        ),
        pytest.param(
            ZIMBABWE,
            "zela_zwe",
            {"women": "no", "project": "ZELA - Runde 2019", "presence": "not_asked", "longitude": 30.0},
            id="Zimbabwe",
        ),
    ],
)
def test_fields_that_are_known_are_read(resources, row, profile_id, expected):
    frame = pd.DataFrame([row], dtype=object)
    profile = recognise(list(frame.columns), read_profiles(resources / "profiles").values())
    assert profile.id == profile_id and profile.provenance.startswith("Untested")
    vocabularies = read_vocabularies(resources / "vocabularies")
    result = import_visits(frame, profile, vocabularies, latest=pd.Timestamp("2026-06-01"))
    site = result.sites.iloc[0]
    expected = {**expected, "mercury": "yes", "is_gold": "yes", "interference": "not_asked"}
    assert {name: site[name] for name in expected} == expected
    assert result.counts["n_visits"] == 1 and site["visit_id"] is not None
    assert not result.findings["rule"].isin(["unknown_value", "column_unused", "project_missing"]).any()
