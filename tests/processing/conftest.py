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


@pytest.fixture(scope="session")
def release_tables(plugin, data, tmp_path_factory):
    """Paths of the tables SITES, VISITS, ACTORS and STATUSES of the real release of May 2026."""
    from qgis import processing

    folder = tmp_path_factory.mktemp("release_2026")
    tables = {
        name: str(folder / f"{name.lower()}.gpkg") for name in ("SITES", "VISITS", "ACTORS", "STATUSES")
    }
    visits = str(data / "ipis" / "cod_mines_ipis_2026-05.csv")
    processing.run("asm:importvisits", {"INPUT": visits, **tables, "FINDINGS": "TEMPORARY_OUTPUT"})
    return tables


@pytest.fixture(scope="session")
def scored_release(release_tables, tmp_path_factory):
    """Path of the scores of the real release."""
    from qgis import processing

    path = str(tmp_path_factory.mktemp("scored_2026") / "scores.gpkg")
    processing.run("asm:scorecard", {**release_tables, "SCORES": path})
    return path


@pytest.fixture()
def no_cache(plugin, qgis_new_project, tmp_path_factory, monkeypatch):
    """Areas known to be valid are not taken from earlier runs."""
    from asm_atlas.processing import area_cache

    file = tmp_path_factory.mktemp("cache") / "valid_areas"
    monkeypatch.setattr(area_cache, "cache_file", lambda: file)


@pytest.fixture()
def through_qgis(monkeypatch):
    """Counts how often areas and sites were read feature by feature."""
    from asm_atlas.processing import area_layers

    calls, true_read = [], area_layers.read_given_areas
    monkeypatch.setattr(area_layers, "read_given_areas", lambda *args: calls.append(1) or true_read(*args))
    return calls


@pytest.fixture(scope="session")
def geod():
    return pytest.importorskip("pyproj").Geod(ellps="WGS84")
