"""What tests of the import share: vocabularies, profiles, and made-up rows imported."""

import pandas as pd
import pytest
from asm_atlas.core.importing.importer import import_visits
from asm_atlas.core.importing.profile_documents import read_profiles
from asm_atlas.core.vocabulary import read_vocabularies
from made_up_rows import LATEST


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
