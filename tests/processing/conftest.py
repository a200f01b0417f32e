"""The atlas of a user, and the newer release that it is updated from."""

import shutil

import pytest
from made_up_releases import NEW, OLD, given_from, import_rows


@pytest.fixture(scope="module")
def releases(plugin, tmp_path_factory):
    """The older and the newer release, each in a GeoPackage."""
    folder = tmp_path_factory.mktemp("releases")
    return import_rows(folder, OLD, "2022-05"), import_rows(folder, NEW, "2023-05")


@pytest.fixture()
def imported(run, tmp_path):
    """Import rows of a made-up release; its tables as parameters."""
    return lambda rows, release: given_from(import_rows(tmp_path, rows, release))


@pytest.fixture()
def atlas(releases, tmp_path):
    """The older release in a GeoPackage of the user's own."""
    path = tmp_path / "my atlas é.gpkg"
    shutil.copy(releases[0], path)
    return path


@pytest.fixture()
def new(releases):
    """The tables of the newer release as parameters of the update."""
    return given_from(releases[1])
