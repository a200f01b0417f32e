import pytest
import shapely
from asm_atlas.processing import area_cache

SQUARES = [shapely.to_wkb(shapely.box(x, 0, x + 1, 1)) for x in range(3)]


@pytest.fixture()
def cache(tmp_path, monkeypatch):
    """The file of the cache, in a folder that does not exist yet."""
    path = tmp_path / "cache" / "valid_areas"
    monkeypatch.setattr(area_cache, "cache_file", lambda: path)
    return path


def known(wkbs):
    return area_cache.known_valid(area_cache.digests_of(wkbs)).tolist()


def remember(wkbs):
    area_cache.remember_valid(area_cache.digests_of(wkbs))


def test_areas_are_known_by_their_content(cache):
    assert known(SQUARES) == [False, False, False]
    remember(SQUARES[:2])
    assert known(SQUARES) == [True, True, False]
    remember(SQUARES[2:])
    assert known([*SQUARES, None]) == [True, True, True, False]
    assert [path.name for path in cache.parent.iterdir()] == ["valid_areas"]


def test_an_area_that_changed_by_a_hair_is_not_known(cache):
    remember(SQUARES)
    moved = shapely.to_wkb(shapely.Polygon([(0, 0), (1, 0), (1, 1.0000000000000002), (0, 1)]))
    assert known([moved]) == [False]


def test_another_version_of_geos_knows_nothing(cache, monkeypatch):
    remember(SQUARES)
    monkeypatch.setattr(shapely, "geos_version_string", "3.99.0")
    assert known(SQUARES) == [False, False, False]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda content: b"", id="empty"),
        pytest.param(lambda content: content[:-7], id="cut short"),
        pytest.param(lambda content: content[:40] + b"\0" + content[41:], id="a byte changed"),
        pytest.param(lambda content: b"\x80\x04N." * 20, id="a pickle"),
        pytest.param(lambda content: b"\0" * 20_000_000, id="far too large"),
    ],
)
def test_a_damaged_file_is_ignored_and_replaced(cache, damage):
    remember(SQUARES)
    cache.write_bytes(damage(cache.read_bytes()))
    assert known(SQUARES) == [False, False, False]
    remember(SQUARES)
    assert known(SQUARES) == [True, True, True]


def test_a_folder_that_cannot_be_made_does_no_harm(cache):
    cache.parent.write_text("a file where the folder should be")
    remember(SQUARES)
    assert known(SQUARES) == [False, False, False]


def test_of_too_many_the_latest_are_kept(cache, monkeypatch):
    monkeypatch.setattr(area_cache, "_MOST_DIGESTS", 2)
    for square in SQUARES:
        remember([square])
    assert known(SQUARES) == [False, True, True]


def test_results_are_the_same_with_and_without_what_is_remembered(cache, run, root):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    def layer(kind, texts):
        made = QgsVectorLayer(f"{kind}?crs=EPSG:4326", "made", "memory")
        for text in texts:
            feature = QgsFeature()
            feature.setGeometry(QgsGeometry.fromWkt(text))
            assert made.dataProvider().addFeature(feature)
        return made

    sites = layer("Point", ["POINT(27.5 0.5)", "POINT(29 0)"])
    bow_tie = "POLYGON((28 0, 29 1, 29 0, 28 1, 28 0))"
    areas = layer("Polygon", ["POLYGON((27 0, 28 0, 28 1, 27 1, 27 0))", bow_tie])

    def rows():
        results = run("asm:protectedareaoverlap", SITES=sites, AREAS=areas, OUTPUT="TEMPORARY_OUTPUT")
        return results["N_REPAIRED"], [feature.attributes() for feature in results["OUTPUT"].getFeatures()]

    first = rows()
    assert cache.exists()
    assert first[0] == 1
    assert rows() == first
