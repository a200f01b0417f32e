"""An atlas that cannot be updated: a sentence says why, and the file stays as it was."""

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest
from made_up_releases import dump, given_from, sql
from qgis.core import QgsProcessingException


@pytest.mark.parametrize(
    "statements, sentence",
    [
        pytest.param(["ALTER TABLE sites RENAME TO mines"], "has no table sites; choose", id="another name"),
        pytest.param(
            ["ALTER TABLE sites DROP COLUMN workers", "ALTER TABLE sites ADD COLUMN workers TEXT"],
            "the field workers as TEXT instead of INTEGER",
            id="another type",
        ),
        pytest.param(
            ["UPDATE gpkg_geometry_columns SET srs_id = -1 WHERE table_name = 'sites'"],
            "is in NONE:-1 instead of EPSG:4326",
            id="another CRS",
        ),
        pytest.param(
            ["UPDATE gpkg_geometry_columns SET geometry_type_name = 'MULTIPOINT'"],
            "holds MULTIPOINT instead of POINT",
            id="another geometry",
        ),
        pytest.param(
            ["DELETE FROM gpkg_geometry_columns WHERE table_name = 'visits'"],
            "has no geometry",
            id="no geometry",
        ),
        pytest.param(
            ["ALTER TABLE sites RENAME TO base", "CREATE VIEW sites AS SELECT * FROM base"],
            "is a view or not registered",
            id="a view",
        ),
        pytest.param(
            ["UPDATE sites SET workers = 'many' WHERE fid = 1"],
            "must hold whole numbers, not 'many'",
            id="text",
        ),
        pytest.param(
            ["INSERT INTO sites (name) VALUES ('mine')"],
            "1 rows of the sites of the atlas have no pcode",
            id="no pcode",
        ),
        pytest.param(
            [
                "ALTER TABLE sites ADD COLUMN code TEXT DEFAULT 'x'",
                "UPDATE sites SET code = substr('xyz', fid, 1)",
                "CREATE UNIQUE INDEX one_code ON sites (code)",
            ],
            "a rule of its tables refuses .*sites.code",
            id="own rule: unique",
        ),
        pytest.param(
            ["ALTER TABLE sites ADD COLUMN by TEXT NOT NULL DEFAULT 'x' CHECK (name != 'Dunia')"],
            "a rule of its tables refuses .*CHECK",
            id="own rule: check",
        ),
        pytest.param(
            [
                "CREATE UNIQUE INDEX one_pcode ON sites (pcode)",
                "CREATE TABLE photos (id INTEGER PRIMARY KEY, pcode TEXT REFERENCES sites (pcode))",
                "INSERT INTO photos VALUES (1, 'codmine00003')",
            ],
            "a table of yours names a site or visit that is gone; keep what has vanished",
            id="own rule: photos need their site",
        ),
        pytest.param(
            ["CREATE TRIGGER area AFTER UPDATE ON sites BEGIN SELECT ST_Area(new.geom); END"],
            "a trigger or view of yours needs what only QGIS knows .*ST_Area",
            id="own trigger that only QGIS can run",
        ),
        pytest.param(
            ["CREATE TRIGGER no AFTER DELETE ON sites BEGIN SELECT RAISE(ABORT, 'never'); END"],
            "refuses a row of the release .never",
            id="own trigger that forbids",
        ),
    ],
)
def test_what_cannot_be_updated_is_told_and_stays(run, atlas, new, statements, sentence):
    sql(atlas, *statements)
    before = dump(atlas)
    with pytest.raises(QgsProcessingException, match=sentence):
        run("asm:updateatlas", ATLAS=str(atlas), **new)
    assert dump(atlas) == before


def test_every_table_that_the_atlas_has_must_be_given(run, atlas, new):
    given = {name: source for name, source in new.items() if name != "ACTORS"}
    with pytest.raises(QgsProcessingException, match=r"actors of the earlier release.*give ACTORS too"):
        run("asm:updateatlas", ATLAS=str(atlas), **given)
    del given["FINDINGS"]
    sql(atlas, "DELETE FROM findings")
    result = run("asm:updateatlas", ATLAS=str(atlas), **given, ACTORS=new["ACTORS"])
    assert result["N_SITES_ADDED"] == 1


def test_a_table_that_the_atlas_lacks_has_no_place(run, atlas, new):
    sql(atlas, "DROP TABLE actors", "DELETE FROM gpkg_contents WHERE table_name = 'actors'")
    with pytest.raises(QgsProcessingException, match="has no table actors; leave ACTORS out"):
        run("asm:updateatlas", ATLAS=str(atlas), **new)


@pytest.mark.parametrize(
    "output, sentence",
    [
        pytest.param("{}", "SITE_CHANGES would replace my atlas", id="the file"),
        pytest.param(
            "ogr:dbname='{}' table=\"changes\"", "SITE_CHANGES would be written into the atlas", id="a table"
        ),
    ],
)
def test_results_are_not_written_over_the_atlas(run, atlas, new, output, sentence):
    before = atlas.read_bytes()
    with pytest.raises(QgsProcessingException, match=sentence):
        run("asm:updateatlas", ATLAS=str(atlas), **new, SITE_CHANGES=output.format(atlas))
    assert atlas.read_bytes() == before


@pytest.mark.parametrize(
    "content, sentence",
    [
        pytest.param(
            b"pcode,name\n" * 500, "is no GeoPackage; choose the file that holds your atlas", id="text"
        ),
        pytest.param(b"", "is no GeoPackage", id="empty"),
        pytest.param(b"SQLite format 3\0" + b"\1" * 5000, "is damaged|is no GeoPackage", id="damaged"),
        pytest.param(None, "is not there; check its path", id="no file"),
    ],
)
def test_a_file_that_is_no_atlas(run, new, tmp_path, content, sentence):
    path = tmp_path / "other.gpkg"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(QgsProcessingException, match=sentence):
        run("asm:updateatlas", ATLAS=str(path), **new)
    assert content is None or path.read_bytes() == content


@contextmanager
def as_nobody():
    """Root may write anything; tests of permissions need somebody else."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.parametrize("mode_of_file, mode_of_folder", [(0o444, 0o777), (0o666, 0o555)])
def test_a_file_or_folder_without_permission(run, atlas, releases, mode_of_file, mode_of_folder):
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as other:
        path, source = Path(folder) / "atlas.gpkg", Path(other) / "new.gpkg"
        shutil.copy(atlas, path)
        shutil.copy(releases[1], source)
        Path(other).chmod(0o755)
        new = given_from(source)
        path.chmod(mode_of_file)
        Path(folder).chmod(mode_of_folder)
        before = path.read_bytes()
        with as_nobody(), pytest.raises(QgsProcessingException, match=r"atlas.gpkg.* cannot be written; "):
            run("asm:updateatlas", ATLAS=str(path), **new)
        assert path.read_bytes() == before
        Path(folder).chmod(0o777)
