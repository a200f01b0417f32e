"""asm:printsheet with the recipe protected_area: sites by relation, rings, the table of the largest overlaps."""

import re
import shutil
import subprocess

import pytest
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor, QImage

PARK = "POLYGON ((28 -2, 28.5 -2, 28.5 -1.5, 28 -1.5, 28 -2))"
RESERVE = "POLYGON ((28.6 -2, 28.9 -2, 28.9 -1.5, 28.6 -1.5, 28.6 -2))"
MADE_UP = [
    # name, longitude, latitude, workers
    ("Deep", 28.25, -1.75, 120),
    ("Shallow [% 1 + 1 %]", 28.01, -1.9, 300),
    ("Unasked", 28.4, -1.6, None),
    ("Within the reserve", 28.7, -1.7, 40),
    ("Close by", 27.996, -1.75, 10),
    ("Farther", 27.93, -1.75, 10),
    ("Far away", 27.3, -1.2, 10),
]


def memory(kind, name, fields, rows):
    query = "&".join(f"field={title}:{type_}" for title, type_ in fields.items())
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:4326&{query}", name, "memory")
    for wkt, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(values)
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        assert layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer


@pytest.fixture()
def overlap_layers(run):
    """What the three algorithms on areas make of a few made-up sites in and around two areas."""
    fields = {"pcode": "string", "name": "string", "admin2": "string", "workers": "integer"}
    sites = memory(
        "Point",
        "sites",
        fields,
        [
            (f"POINT ({lon} {lat})", f"codmine{number:05d}", name, "Walungu", workers)
            for number, (name, lon, lat, workers) in enumerate(MADE_UP)
        ],
    )
    fields = dict.fromkeys(("NAME", "DESIG_ENG", "IUCN_CAT", "STATUS"), "string")
    given = memory(
        "Polygon",
        "areas",
        fields,
        [
            (PARK, "Great Park", "National Park", "II", "Designated"),
            (RESERVE, "Small Reserve", "Reserve", "VI", "Designated"),
        ],
    )
    prepared = run("asm:prepareprotectedareas", INPUT=given, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    outputs = dict.fromkeys(("OUTPUT", "PAIRS", "SUMMARY", "LARGEST"), "TEMPORARY_OUTPUT")
    overlap = run("asm:protectedareaoverlap", SITES=sites, AREAS=prepared, **outputs)
    rings = run("asm:areabands", INPUT=prepared, OUTPUT="TEMPORARY_OUTPUT")
    return {
        "SITES": overlap["OUTPUT"],
        "AREAS": overlap["SUMMARY"],
        "LARGEST": overlap["LARGEST"],
        "AREA_BANDS": rings["OUTPUT"],
    }


@pytest.fixture()
def print_sheet(run, tmp_path):
    def printed(layers, **options):
        return run(
            "asm:printsheet",
            RECIPE="protected_area",
            PAPER="A3",
            PDF=str(tmp_path / "sheet.pdf"),
            **layers,
            **options,
        )

    return printed


def text_of(pdf):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is missing; install poppler-utils")
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True)
    return done.stdout


def rows_printed(text):
    """Rank, code and the rest of each row of the table."""
    return re.findall(r"^ *(\d+) +(.*?) +(codmine\d{5}) +(.*)$", text, re.MULTILINE)


def expected_rows(largest, area=""):
    rows = []
    for row in largest.getFeatures():
        if not area or area in row["pa_names"].split("; "):
            workers = "not known" if row["workers"] in (None, NULL) else f"{row['workers']}"
            metres = -row["distance_m"]
            depth = f"{metres:.0f} m" if metres < 1000 else f"{metres / 1000:.1f} km"
            rows.append((str(row["rank"]), row["name"], row["pcode"], workers, row["area_name"], depth))
    return rows


@pytest.mark.parametrize(
    "area, ranks", [pytest.param("", 4, id="all sites"), pytest.param("Great Park", 3, id="one area")]
)
def test_the_table_has_the_rows_of_the_largest_overlaps(overlap_layers, print_sheet, area, ranks):
    text = text_of(print_sheet(overlap_layers, AREA=area)["PDF"])
    expected = expected_rows(overlap_layers["LARGEST"], area)
    found = rows_printed(text)
    assert [row[:3] for row in found] == [row[:3] for row in expected]
    assert len(found) == ranks
    for (*_, rest), (*_, workers, name, depth) in zip(found, expected):
        assert re.match(rf"Walungu +{workers} +{name} +.*{re.escape(depth)}( |$)", rest.strip()), rest
    assert ("Largest overlaps with Great Park" in text) == bool(area)


def test_the_legend_counts_sites_by_relation_and_names_only_what_is_there(overlap_layers, print_sheet):
    text = text_of(print_sheet(overlap_layers)["PDF"])
    for words in (
        "inside an area: 4",
        "0–1 km: 1",
        "5–10 km: 1",
        "beyond 50 km: 1",
        "II, III: national park, monument",
        "VI: sustainable use",
        "Great Park (II)",
        "Distance to the nearest area",
    ):
        assert words in text, words
    for words in ("1–5 km: ", "10–50 km: ", "strict reserve", "hatched", "dashed", "white core", "Lake"):
        assert words not in text, words


def test_a_sheet_of_one_area_shows_the_sites_round_it(overlap_layers, print_sheet):
    found = print_sheet(overlap_layers, AREA="great park", LANGUAGE="fr")
    assert found["N_SITES"] == len(MADE_UP) - 1, "all but the one 75 km away"
    assert (found["N_LABELLED"], found["N_UNLABELLED"]) == (4, 0), "names are those of sites inside"
    text = text_of(found["PDF"])
    assert "great park : sites miniers artisanaux, dedans et autour" in text
    assert "dans une aire : 4" in text and "Chevauchements les plus importants" in text
    assert "Farther" not in text and "Shallow [% 1 + 1 %]" in text


def test_signs_rings_and_areas_have_their_colours_where_they_are(overlap_layers, sheet_pixels):
    colour_at = sheet_pixels(overlap_layers, "Great Park")
    assert colour_at(28.25, -1.75) == "#3f0012", "the sign of a site inside"
    assert colour_at(27.996, -1.75) == "#a50f15", "the sign of a site within 1 km"
    ground = "#fffefb"
    park, beyond = colour_at(28.3, -1.65), colour_at(28.55, -0.9)
    inner, outer = colour_at(28.25, -1.5 + 3 / 111.0), colour_at(28.25, -1.5 + 20 / 111.0)
    assert park == mixed("#1b7a5a", 0.3, ground)
    assert inner == mixed("#ef5a3c", 0.4, ground), "1 to 5 km"
    assert outer == mixed("#fee0c8", 0.4, ground), "10 to 50 km"
    assert beyond is None or beyond != park


def mixed(colour, alpha, ground):
    over, under = QColor(colour), QColor(ground)
    parts = [round(a * alpha + b * (1 - alpha)) for a, b in zip(over.getRgb()[:3], under.getRgb()[:3])]
    return QColor(*parts)


@pytest.fixture()
def sheet_pixels(overlap_layers, tmp_path):
    """Colour of the printed sheet at a longitude and latitude."""
    from asm_atlas.cartography.export import export_png
    from asm_atlas.cartography.export_presets import ExportOptions
    from asm_atlas.cartography.sheet import private_sheet
    from asm_atlas.cartography.sheet_layers import SheetLayers
    from asm_atlas.cartography.sheet_request import SheetRequest

    class Colour(QColor):
        def __eq__(self, other):
            wanted = QColor(other)
            pairs = zip(self.getRgb()[:3], wanted.getRgb()[:3])
            return all(abs(a - b) <= 3 for a, b in pairs)

    def drawn(layers, area):
        path, dpi = tmp_path / "sheet.png", 100
        roles = {name.lower(): layer for name, layer in layers.items()}
        with private_sheet(
            SheetLayers(**roles), SheetRequest(area=area, recipe="protected_area", paper="A3")
        ) as sheet:
            export_png(sheet, path, ExportOptions("press", dpi))
            extent, box = sheet.main.extent(), sheet.main.sceneBoundingRect()
            where = sheet.main.positionOnPage if hasattr(sheet.main, "positionOnPage") else None
            left, top = (where().x(), where().y()) if where else (box.left(), box.top())
            width, height = sheet.main.rect().width(), sheet.main.rect().height()
            transform = QgsCoordinateTransform(
                QgsCoordinateReferenceSystem("EPSG:4326"), sheet.main.crs(), QgsProject.instance()
            )
        image = QImage(str(path))

        def colour_at(lon, lat):
            point = transform.transform(QgsPointXY(lon, lat))
            x = left + (point.x() - extent.xMinimum()) / extent.width() * width
            y = top + (extent.yMaximum() - point.y()) / extent.height() * height
            pixel = (round(x / 25.4 * dpi), round(y / 25.4 * dpi))
            return Colour(image.pixelColor(*pixel))

        return colour_at

    return drawn


@pytest.mark.parametrize(
    "change, told",
    [
        pytest.param({"AREA": "Nowhere"}, "has no 'Nowhere' in its field area_name", id="unknown area"),
        pytest.param({"AREA": "Great Park", "AREAS": None}, "a layer of areas is needed", id="no areas"),
        pytest.param(
            {"PAPER": "A0"},
            "The paper 'A0' is not in the recipe 'protected_area'; choose one of A3",
            id="paper",
        ),
        pytest.param(
            {"LARGEST": "AREAS"}, "lacks the fields rank, name, pcode", id="another table of the overlap"
        ),
        pytest.param({"SITES": "plain"}, "lacks the fields pa_band, pa_approximate; use", id="plain sites"),
    ],
)
def test_failures_are_told_and_leave_no_file(run, overlap_layers, tmp_path, change, told):
    plain = memory("Point", "sites", {"pcode": "string", "name": "string"}, [("POINT (28 -2)", "a", "A")])
    named = {**overlap_layers, "plain": plain}
    change = {key: named.get(value, value) if value else None for key, value in change.items()}
    parameters = {
        "RECIPE": "protected_area",
        "PAPER": "A3",
        "PDF": str(tmp_path / "sheet.pdf"),
        **overlap_layers,
        **change,
    }
    with pytest.raises(QgsProcessingException, match=re.escape(told)):
        run("asm:printsheet", **parameters)
    assert list(tmp_path.iterdir()) == []


def test_the_sheet_is_made_without_rings_and_table_too(overlap_layers, print_sheet):
    layers = {name: layer for name, layer in overlap_layers.items() if name in ("SITES", "AREAS")}
    text = text_of(print_sheet(layers)["PDF"])
    assert "Largest overlaps" not in text and "Distance to the nearest area" not in text
    assert "inside an area: 4" in text


@pytest.mark.real_data
def test_the_ten_largest_overlaps_of_the_release_are_on_the_sheet(run, print_sheet, data):
    sinks = dict.fromkeys(("SITES", "VISITS", "FINDINGS"), "TEMPORARY_OUTPUT")
    imported = run("asm:importvisits", INPUT=str(data / "ipis" / "cod_mines_ipis_2026-05.csv"), **sinks)
    prepared = run(
        "asm:prepareprotectedareas",
        INPUT=str(data / "protected" / "protectedareas_wri_2017.geojson"),
        OUTPUT="TEMPORARY_OUTPUT",
    )["OUTPUT"]
    outputs = dict.fromkeys(("OUTPUT", "SUMMARY", "LARGEST"), "TEMPORARY_OUTPUT")
    overlap = run("asm:protectedareaoverlap", SITES=imported["SITES"], AREAS=prepared, **outputs)
    layers = {"SITES": overlap["OUTPUT"], "AREAS": overlap["SUMMARY"], "LARGEST": overlap["LARGEST"]}
    text = text_of(print_sheet(layers)["PDF"])
    expected = [row[:3] for row in expected_rows(overlap["LARGEST"])]
    assert [row[:3] for row in rows_printed(text)] == expected
    assert len(expected) == 10
    assert f"inside an area: {overlap['N_INSIDE']}" in text
