"""The map of who is whose neighbour and the points of Moran's scatterplot, on a grid with known answers."""

import math
import re

import pytest
from made_up_grids import BAND_M, FAR, NOWHERE, SIDE, UNKNOWN, grid_layer, key, squares_layer
from qgis.core import (
    NULL,
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor, QImage

SINK = "TEMPORARY_OUTPUT"
BAND = {"NEIGHBOURS": "band", "DISTANCE": BAND_M, "PERMUTATIONS": 999, "OUTPUT": SINK}
WIDTH, DOTS_PER_MM = 180 * 12, 12
INNER = (WIDTH - 2 * 9 * DOTS_PER_MM, 9 * DOTS_PER_MM)  # between the outermost sites, and left of them (dots)


@pytest.fixture()
def near_layer():
    """The grid without its far site, so that it fills the frame."""
    layer = grid_layer()
    far = [feature.id() for feature in layer.getFeatures() if feature["pcode"] == FAR]
    layer.dataProvider().deleteFeatures(far)
    layer.updateExtents()
    return layer


@pytest.fixture()
def draw(run, tmp_path):
    """Run an algorithm with a map as PNG and give the picture, or as SVG and give its text."""

    def drawn(layer, ending="png", algorithm="asm:localmoran", **parameters):
        path = tmp_path / f"map.{ending}"
        asked = {"FIELD": "value", **BAND, **parameters}
        result = run(algorithm, INPUT=layer, CONNECTIVITY_MAP=str(path), **asked)
        assert result["CONNECTIVITY_MAP"] == str(path)
        return QImage(str(path)) if ending == "png" else path.read_text("utf-8")

    return drawn


def top_of_frame(image):
    """The first dot of the frame's upper side, which runs along the picture."""
    x = image.width() // 2
    for y in range(image.height()):
        row = [image.pixelColor(x + step, y).lightness() for step in range(-600, 600, 7)]
        if max(row) < 200:
            return y
    raise AssertionError("no frame")


def lines_of(svg):
    """Lines between neighbours: those in their grey."""
    groups = re.findall(r'<g [^>]*stroke="#a8a8a8".*?</g>', svg, re.DOTALL)
    return sum(group.count("<polyline") for group in groups)


def words_of(svg):
    return " ".join(re.findall(r"<text[^>]*>([^<]*)<", svg))


def test_sites_lie_at_their_places_in_the_colours_of_their_classes(near_layer, draw):
    image = draw(near_layer)
    assert image.width() == WIDTH
    step = INNER[0] / (SIDE - 1)
    down = step * math.cos(math.radians(1.945)) ** -1 * (110_576 / 111_320)  # metres of a degree each way
    bottom = top_of_frame(image) + 5 * DOTS_PER_MM + down * (SIDE - 1)

    def colour(row, column):
        return image.pixelColor(round(INNER[1] + column * step), round(bottom - row * down)).name()

    assert colour(5, 11) == colour(3, 10) == "#ff0000"
    assert colour(5, 0) == colour(8, 1) == "#0000ff"
    assert colour(6, 2) == "#f4ada8" and colour(6, 9) == "#a7adf9"
    assert colour(5, 6) == "#eeeeee"
    half = image.pixelColor(round(INNER[1] + 10.5 * step), round(bottom - 5 * down))
    assert half.saturation() == 0 and 120 < half.lightness() < 235  # a line between two neighbours


def test_every_pair_is_a_line_and_the_words_tell_the_method(near_layer, draw):
    svg = draw(near_layer, "svg", CONNECTIVITY=SINK)
    pairs = 0
    places = [(row, column) for row in range(SIDE) for column in range(SIDE)]
    used = [place for place in places if key(*place) not in (UNKNOWN, NOWHERE)]
    for number, (row, column) in enumerate(used):
        pairs += sum((row - r) ** 2 + (column - c) ** 2 <= 5 for r, c in used[:number])
    assert lines_of(svg) == pairs
    words = words_of(svg)
    assert "Who is whose neighbour. Local Moran's I: value" in words and f"Lines: {pairs}." in words.replace(
        "\u00a0", ""
    )
    assert "all sites within 2.6 km" in words and "seed 123456789" in words
    assert "Sites without a place, not drawn: 1." in words
    assert "no value (1)" in words and "isolated" not in words.split("Neighbours:")[0]
    assert re.search(r"\b(1|2|5) km\b", words)  # the scale bar
    assert "<image" not in svg
    assert re.search(r'fill="#ffffff".*?<rect x="0" y="0" width="2160"', svg, re.DOTALL)


def test_in_french_the_map_is_french(near_layer, draw, monkeypatch):
    monkeypatch.setattr(QgsApplication, "locale", lambda: "fr_FR")
    words = words_of(draw(near_layer, "svg"))
    assert "Qui est voisin de qui." in words and "sans valeur (1)" in words and "tous les sites" in words


def test_without_a_pair_all_sites_are_there_as_isolated(near_layer, draw):
    svg = draw(near_layer, "svg", DISTANCE=5)
    n = SIDE * SIDE - 2
    assert lines_of(svg) == 0 and f"isolated: no neighbour near enough ({n})" in words_of(svg)
    image = draw(near_layer, DISTANCE=5)
    middle = image.pixelColor(INNER[1], round(top_of_frame(image) + 5 * DOTS_PER_MM))
    assert middle.name() != "#ffffff"


def test_the_frame_is_as_wide_and_high_as_the_ground(draw):
    """At 60 degrees north a degree of longitude is half as long as one of latitude."""
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=pcode:string&field=value:double", "north", "memory")
    for number, (x, y) in enumerate(((20, 60), (21, 60), (20, 60.5), (21, 60.5), (20.5, 60.25))):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([str(number), float(number)])
        feature.setGeometry(QgsGeometry.fromWkt(f"Point ({x} {y})"))
        layer.dataProvider().addFeatures([feature])
    svg = draw(layer, "svg", NEIGHBOURS="knn", K=4)
    ends = re.findall(r'points="([\d.]+),([\d.]+) ([\d.]+),([\d.]+) "', svg)
    width = max(abs(float(a) - float(c)) for a, b, c, d in ends)
    height = max(abs(float(b) - float(d)) for a, b, c, d in ends)
    assert width / height == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize(
    "algorithm, parameters",
    [
        ("asm:localgeary", {"FIELDS": ["value"]}),
        ("asm:hotspots", {"FIELD": "value"}),
        ("asm:colocation", {"FIELDS": ["answer"]}),
    ],
)
def test_the_other_statistics_draw_it_too(near_layer, run, tmp_path, algorithm, parameters):
    path = tmp_path / "map.svg"
    result = run(algorithm, INPUT=near_layer, CONNECTIVITY_MAP=str(path), **BAND, **parameters)
    svg = path.read_text("utf-8")
    assert lines_of(svg) > 1000
    labels = {row["lisa_label"] for row in result["OUTPUT"].getFeatures()}
    assert len(labels) > 2 and all(label in words_of(svg) for label in labels)


def test_areas_are_joined_by_their_middles(draw):
    svg = draw(squares_layer(), "svg", NEIGHBOURS="rook", DISTANCE=None)
    assert lines_of(svg) == 2 * SIDE * (SIDE - 1)


@pytest.mark.parametrize("key_of_picture", ["CONNECTIVITY_MAP", "SCATTER"])
def test_another_ending_is_refused_before_the_work(plugin, near_layer, tmp_path, key_of_picture):
    from qgis import processing

    said = []
    feedback = QgsProcessingFeedback()
    feedback.pushInfo = said.append
    asked = {**BAND, "OUTPUT": str(tmp_path / "left.gpkg"), key_of_picture: str(tmp_path / "map.jpg")}
    with pytest.raises(QgsProcessingException, match=r"map.jpg must end in .png or .svg"):
        processing.run("asm:localmoran", {"INPUT": near_layer, "FIELD": "value", **asked}, feedback=feedback)
    assert list(tmp_path.iterdir()) == [] and not any("site" in line for line in said)


def test_a_run_that_fails_takes_the_map_away(near_layer, run, tmp_path, monkeypatch):
    from asm_atlas.core.exceptions import SheetError
    from asm_atlas.processing import local_moran

    def fail(*given):
        assert list(tmp_path.glob(".asm_atlas_part_*/map.png")) and not (tmp_path / "map.png").exists()
        raise SheetError("The disk is full; make room.")

    monkeypatch.setattr(local_moran, "write_scatter", fail)
    files = {name: str(tmp_path / f"{name}.png") for name in ("map", "scatter")}
    asked = {"CONNECTIVITY_MAP": files["map"], "SCATTER": files["scatter"], "FIELD": "value"}
    asked.update(BAND, OUTPUT=str(tmp_path / "o.gpkg"), SCATTER_POINTS=str(tmp_path / "points.gpkg"))
    with pytest.raises(QgsProcessingException, match="The disk is full"):
        run("asm:localmoran", INPUT=near_layer, **asked)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "memory"])
def test_points_of_the_scatterplot_are_those_of_the_output(run, tmp_path, ending):
    path = SINK if ending == "memory" else str(tmp_path / f"points.{ending}")
    result = run("asm:localmoran", INPUT=grid_layer(), FIELD="value", **BAND, SCATTER_POINTS=path)
    layer = result["SCATTER_POINTS"]
    layer = layer if ending == "memory" else QgsVectorLayer(path, "points", "ogr")
    fields = ["pcode", "name", "lisa_z", "lisa_lag", "lisa_i", "lisa_p", "lisa_cluster", "lisa_label"]
    assert [name for name in layer.fields().names() if name != "fid"] == fields
    tested = {row["pcode"]: row for row in result["OUTPUT"].getFeatures() if row["lisa_p"] != NULL}
    points = {row["pcode"]: row for row in layer.getFeatures()}
    assert len(points) == layer.featureCount() == len(tested) and set(points) == set(tested)
    assert FAR not in points and UNKNOWN not in points
    for pcode, row in points.items():
        assert [row[name] for name in fields] == [tested[pcode][name] for name in fields]
        place = row.geometry().asPoint()
        assert (place.x(), place.y()) == pytest.approx((row["lisa_z"], row["lisa_lag"]))
    if ending != "geojson":  # which is of the globe by its definition
        assert layer.crs().authid() == ""  # a GeoPackage says "undefined"
        assert layer.metadata().keywords("asm_atlas:clusters") and not layer.metadata().crs().isValid()


def test_points_are_not_written_unasked_and_are_drawn_by_their_classes(plugin, tmp_path):
    from qgis import processing

    algorithm = QgsApplication.processingRegistry().algorithmById("asm:localmoran")
    definition = algorithm.parameterDefinition("SCATTER_POINTS")
    assert not definition.createByDefault() and "no coordinate reference system" in definition.help()
    path, project, context = str(tmp_path / "points.gpkg"), QgsProject(), QgsProcessingContext()
    context.setProject(project)
    details = QgsProcessingContext.LayerDetails("points", project, "SCATTER_POINTS")
    context.addLayerToLoadOnCompletion(path, details)
    asked = {"INPUT": grid_layer(), "FIELD": "value", **BAND, "SCATTER_POINTS": path}
    processing.run("asm:localmoran", asked, context=context)
    layer = QgsVectorLayer(path, "points", "ogr")
    context.layerToLoadOnCompletionDetails(path).postProcessor().postProcessLayer(
        layer, context, QgsProcessingFeedback()
    )
    assert not layer.crs().isValid()
    renderer = layer.renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    signs = {category.value(): category.symbol().color() for category in renderer.categories()}
    assert signs[1] == QColor("#ff0000") and signs[2] == QColor("#0000ff")
    assert "lisa_cluster" in renderer.classAttribute()


def test_sites_at_one_place_are_told(near_layer, draw):
    assert "several sites at one place" not in words_of(draw(near_layer, "svg"))
    twin = QgsFeature(next(row for row in near_layer.getFeatures() if row["pcode"] == "r5c11"))
    twin.setAttribute("pcode", "twin")
    near_layer.dataProvider().addFeatures([twin])
    words = words_of(draw(near_layer, "svg"))
    assert "Larger signs: several sites at one place." in words
