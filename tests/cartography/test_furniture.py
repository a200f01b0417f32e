"""Grid, index, insets, rings of sites at one place, charts and the address of a sheet."""

import importlib.util
import math
import random
import re
import shutil
import subprocess
from collections import Counter

import pytest
from asm_atlas.cartography.address_block import MODULE_MM, qr_svg
from asm_atlas.cartography.charts import years_together
from asm_atlas.cartography.export import export_pdf, export_png
from asm_atlas.cartography.export_presets import export_options
from asm_atlas.cartography.insets import round_scales
from asm_atlas.cartography.preflight.check import check_sheet
from asm_atlas.cartography.recipe import read_recipe
from asm_atlas.cartography.sheet import build_sheet
from asm_atlas.cartography.sheet_layers import SheetLayers
from asm_atlas.cartography.sheet_request import SheetRequest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsLayoutItemLabel,
    QgsLayoutItemPicture,
    QgsLayoutItemShape,
    QgsRectangle,
    QgsVectorLayer,
)

# An L: its north-east is empty and free for insets.
PROVINCE = [("Ngala", 27.0, -3.0, 27.4, -2.0), ("Ngala", 27.0, -3.0, 28.0, -2.6)]
DENSE = (27.2, -2.8)
SAME_PLACE = (27.1, -2.2)


def crowd():
    """140 sites round one point, 60 far apart, 5 at one place."""
    rng = random.Random(7)
    rows = [
        {"lon": rng.gauss(DENSE[0], 0.03), "lat": rng.gauss(DENSE[1], 0.03), "name": f"Carrière {n}"}
        for n in range(140)
    ]
    rows += [
        {"lon": rng.uniform(27.02, 27.98), "lat": rng.uniform(-2.98, -2.62), "name": f"Élila {n}"}
        for n in range(60)
    ]
    rows += [
        {
            "lon": SAME_PLACE[0],
            "lat": SAME_PLACE[1],
            "name": f"Mont {n}",
            "workers": 60 * n,
            "qualification": "green" if n % 2 else None,
        }
        for n in range(5)
    ]
    return rows


@pytest.fixture()
def crowded_layers(make_site_layer, make_area_layer):
    return SheetLayers(make_site_layer(crowd()), provinces=make_area_layer(PROVINCE))


@pytest.fixture()
def build(sheet_project):
    def built(layers, **asked):
        return build_sheet(layers, SheetRequest(**{"area": "Ngala", "paper": "A2", **asked}), sheet_project)

    return built


def items_of(sheet, kind, pattern):
    return {
        item.id(): item
        for item in sheet.layout.items()
        if isinstance(item, kind) and re.fullmatch(pattern, item.id())
    }


def texts(sheet, pattern):
    return {name: item.text() for name, item in items_of(sheet, QgsLayoutItemLabel, pattern).items()}


def metres_of(sheet, lon, lat):
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), sheet.main.crs(), sheet.layout.project().transformContext()
    )
    return transform.transform(lon, lat)


def square_by_hand(sheet, x, y, side):
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    extent = sheet.main.extent()
    column = math.floor(x / side) - math.floor(extent.xMinimum() / side)
    row = math.ceil(extent.yMaximum() / side) - math.floor(y / side)
    return f"{letters[column]}{row}"


def index_lines(path):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is missing; install poppler-utils")
    pages = subprocess.run(
        ["pdftotext", "-layout", "-f", "2", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    return re.findall(r"\b(\d+)(\*{0,2})\s+((?:Carrière|Élila|Mont) \d+)\s+([A-Z]\d+)", pages)


def test_the_index_holds_every_site_in_order_with_its_square(build, crowded_layers, tmp_path):
    sheet = build(crowded_layers)
    export_pdf(sheet, tmp_path / "sheet.pdf")
    found = index_lines(tmp_path / "sheet.pdf")
    rows = {row["name"]: (row["lon"], row["lat"]) for row in crowd()}
    assert Counter(name for _, _, name, _ in found) == Counter(list(rows)), "each site once, none lost"
    side = sheet.furniture.squares.side_m
    for _, _, name, square in found:
        point = metres_of(sheet, *rows[name])
        assert square == square_by_hand(sheet, point.x(), point.y(), side), name
    numbered = {name: int(number) for number, _, name, _ in found}
    assert sorted(numbered.values()) == list(range(1, len(rows) + 1))
    by_hand = sorted(rows, key=lambda name: (name.split()[0].replace("É", "E"), int(name.split()[1])))
    assert sorted(numbered, key=numbered.get) == by_hand


def test_the_index_marks_exactly_the_names_that_found_no_room(build, crowded_layers, tmp_path):
    sheet = build(crowded_layers, dpi=150)
    counted = export_pdf(sheet, tmp_path / "sheet.pdf", export_options("press", 150))
    furniture = sheet.furniture
    marked = {name for _, mark, name, _ in index_lines(tmp_path / "sheet.pdf") if mark}
    assert marked == {name for _, name in counted.unplaced}
    named = furniture.named | set(furniture.in_inset)
    assert {site.name for site in furniture.sites if site.number not in named} == marked
    assert counted.placed == len(named) and len(marked) + len(named) == len(crowd())
    assert 0 < len(furniture.numbered) <= len(marked)


def test_names_stay_where_they_are_in_every_file(build, crowded_layers, tmp_path):
    sheet = build(crowded_layers)
    first = export_pdf(sheet, tmp_path / "a.pdf", export_options("press", 300))
    assert export_png(sheet, tmp_path / "b.png", export_options("press", 72)) == first
    assert export_pdf(sheet, tmp_path / "c.pdf", export_options("press", 300)) == first


def test_an_inset_covers_the_densest_zone_and_no_site_of_the_main_map(build, crowded_layers):
    sheet = build(crowded_layers)
    (inset, *_) = sheet.furniture.insets
    centre = metres_of(sheet, *DENSE)
    assert inset.item.extent().contains(centre)
    assert round(inset.item.scale()) in [
        pytest.approx(scale)
        for scale in round_scales(read_recipe("province").main["scale_steps"], sheet.scale)
    ]
    heading = texts(sheet, "inset_I_heading")["inset_I_heading"]
    assert heading.split() == ["I", *f"1:{round(inset.item.scale()):,}".replace(",", " ").split()]
    assert sheet.layout.itemById("inset_I_zone").text() == "I"
    assert sheet.main.isLabelBlockingItem(inset.item)
    main, extent = sheet.main.sceneBoundingRect(), sheet.main.extent()
    covered = inset.item.sceneBoundingRect()
    assert main.contains(covered)
    per_m = sheet.main.rect().width() / extent.width()
    for site in sheet.furniture.sites:
        x = sheet.main.pos().x() + (site.x - extent.xMinimum()) * per_m
        y = sheet.main.pos().y() + (extent.yMaximum() - site.y) * per_m
        assert not covered.contains(x, y), site.name
    inside = [site for site in sheet.furniture.sites if inset.item.extent().contains(*site.place)]
    assert inset.layer.featureCount() == len(inside) == len(inset.fids)
    assert len(sheet.furniture.sites) == sheet.layers["sites"].featureCount(), "all are on the main map too"


def test_insets_lie_outside_the_area(build, crowded_layers):
    sheet = build(crowded_layers)
    area = QgsGeometry(sheet.ground.area)
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), sheet.main.crs(), sheet.layout.project().transformContext()
    )
    area.transform(transform)
    extent, per_m = sheet.main.extent(), sheet.main.rect().width() / sheet.main.extent().width()
    for inset in sheet.furniture.insets:
        box = inset.item.sceneBoundingRect().translated(-sheet.main.pos())
        ground = QgsRectangle(
            extent.xMinimum() + box.left() / per_m,
            extent.yMaximum() - box.bottom() / per_m,
            extent.xMinimum() + box.right() / per_m,
            extent.yMaximum() - box.top() / per_m,
        )
        shared = area.intersection(QgsGeometry.fromRect(ground)).area()
        assert shared < 0.02 * ground.area()


def test_sites_at_one_place_stand_in_a_ring_and_do_not_overlap(build, crowded_layers):
    sheet = build(crowded_layers)
    layer, centre = sheet.layers["sites"], metres_of(sheet, *SAME_PLACE)
    sizes = {site.name: site.size_mm for site in sheet.furniture.sites}
    drawn = {
        feature["name"]: metres_of(sheet, feature.geometry().asPoint().x(), feature.geometry().asPoint().y())
        for feature in layer.getFeatures()
        if feature["name"].startswith("Mont")
    }
    per_m = 1000 / sheet.scale
    for one, here in drawn.items():
        for other, there in drawn.items():
            if one != other:
                assert here.distance(there) * per_m >= (sizes[one] + sizes[other]) / 2
    assert len({round(point.distance(centre), 1) for point in drawn.values()}) == 1
    assert sheet.furniture.displaced == 5
    leaders = sheet.layers["leaders"]
    assert leaders.featureCount() == 5
    order = [drawn_layer.name() for drawn_layer in sheet.main.layers()]
    assert order.index("leaders") == order.index("sites") + 1
    # Made by the sheet itself, they need no source of their own.
    told = [found.values["layers"] for found in check_sheet(sheet, 300) if "layers" in found.values]
    assert not any("leaders" in layers for layers in told)
    # The index names the true place.
    squares = {
        sheet.furniture.squares.square_of(*site.place)
        for site in sheet.furniture.sites
        if "Mont" in site.name
    }
    assert squares == {square_by_hand(sheet, centre.x(), centre.y(), sheet.furniture.squares.side_m)}


def test_without_sites_at_one_place_nothing_is_moved(build, make_site_layer, make_area_layer):
    layers = SheetLayers(
        make_site_layer([{"lon": 27.1, "lat": -2.2}, {"lon": 27.2, "lat": -2.9}]),
        provinces=make_area_layer(PROVINCE),
    )
    sheet = build(layers)
    assert sheet.furniture.displaced == 0 and "leaders" not in sheet.layers
    assert sheet.furniture.insets == []


def test_the_letters_stand_over_their_columns_and_block_names(build, crowded_layers):
    sheet = build(crowded_layers)
    squares, extent = sheet.furniture.squares, sheet.main.extent()
    per_m = sheet.main.rect().width() / extent.width()
    letters = items_of(sheet, QgsLayoutItemLabel, r"square_[A-Z]+_top")
    assert len(letters) >= 3
    for item in letters.values():
        middle = item.sceneBoundingRect().center()
        x = extent.xMinimum() + (middle.x() - sheet.main.pos().x()) / per_m
        assert squares.square_of(x, (extent.yMinimum() + extent.yMaximum()) / 2).startswith(item.text())
        assert sheet.main.isLabelBlockingItem(item)
    grid = next(grid for grid in sheet.main.grids().asList() if grid.name() == "index grid")
    assert grid.intervalX() == grid.intervalY() == squares.side_m
    assert 64 <= squares.side_m / sheet.scale * 1000 <= 80


def test_bars_are_as_long_as_their_counts(build, crowded_layers, make_site_layer):
    visits = make_site_layer(
        [
            {"pcode": f"p{n % 100}", "visit_date": date}
            for n, date in enumerate(["2019-05-01"] * 30 + ["2021-02-03"] * 10 + [None] * 5)
        ]
        + [{"pcode": "elsewhere", "visit_date": "2020-01-01"}]
    )
    sheet = build(SheetLayers(crowded_layers.sites, provinces=crowded_layers.provinces, visits=visits))
    for name, expected in (
        ("years_chart", {"2019": 30, "2020": 0, "2021": 10, "not known": 5}),
        ("minerals_chart", {"Gold": 205, "Unknown": 0}),
    ):
        labels = texts(sheet, rf"{name}_\d+_label")
        counts = {
            text: int(texts(sheet, key.replace("label", "count")).popitem()[1])
            for key, text in labels.items()
        }
        assert counts == expected
        bars = items_of(sheet, QgsLayoutItemShape, rf"{name}_\d+_bar")
        lengths = {labels[key.replace("bar", "label")]: bar.rect().width() for key, bar in bars.items()}
        assert set(lengths) == {label for label, count in expected.items() if count}
        most = max(expected, key=expected.get)
        for label, length in lengths.items():
            assert length / lengths[most] == pytest.approx(expected[label] / expected[most], rel=1e-6)
    assert "visits" in sheet.tables


@pytest.mark.parametrize(
    "years, expected",
    [
        pytest.param({}, [], id="no year"),
        pytest.param({"2020": 3}, [("2020", 3)], id="one"),
        pytest.param(
            {"2009": 2, "2012": 1, "2026": 4},
            [("2009–2010", 2), ("2011–2012", 1), ("2013–2014", 0), ("2015–2016", 0), ("2017–2018", 0)]
            + [("2019–2020", 0), ("2021–2022", 0), ("2023–2024", 0), ("2025–2026", 4)],
            id="eighteen years in nine bars",
        ),
    ],
)
def test_years_are_put_together(years, expected):
    assert years_together(Counter(years)) == expected


def test_the_address_is_printed_and_a_missing_library_is_told(build, crowded_layers, monkeypatch):
    monkeypatch.setattr("asm_atlas.cartography.address_block.qr_rows", lambda text: None)
    sheet = build(crowded_layers, address="https://example.org/ngala")
    assert texts(sheet, "address_text") == {"address_text": "https://example.org/ngala"}
    assert items_of(sheet, QgsLayoutItemPicture, "qr_code") == {}
    assert any("segno" in note for note in sheet.notes)
    assert texts(build(crowded_layers), "address.*") == {}


def test_modules_of_the_code_are_large_enough(build, crowded_layers, monkeypatch):
    rows = [[(row + column) % 3 == 0 for column in range(25)] for row in range(25)]
    monkeypatch.setattr("asm_atlas.cartography.address_block.qr_rows", lambda text: rows)
    sheet = build(crowded_layers, address="https://example.org/ngala")
    (code,) = items_of(sheet, QgsLayoutItemPicture, "qr_code").values()
    assert code.rect().width() / (25 + 8) >= MODULE_MM - 1e-9
    assert code.picturePath().startswith("base64:") and not code.isMissingImage()


def test_the_picture_of_a_code_has_its_modules():
    svg = qr_svg([[True, True, False], [False, False, True], [True, False, True]])
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1", svg)
    assert runs == [("4", "4", "2"), ("6", "5", "1"), ("4", "6", "1"), ("6", "6", "1")]
    assert 'viewBox="0 0 11 11"' in svg


@pytest.mark.skipif(importlib.util.find_spec("segno") is None, reason="segno is not installed")
def test_the_code_comes_from_segno():
    import segno
    from asm_atlas.cartography.address_block import qr_rows

    rows = qr_rows("https://example.org/ngala")
    assert len(rows) == segno.make("https://example.org/ngala", error="m", micro=False).symbol_size(1, 0)[0]
    assert [row[0] for row in rows[:8]] == [True] * 7 + [False], "the finder pattern"


@pytest.mark.real_data
def test_the_index_of_a_real_province_is_complete(data, tmp_path, sheet_project, make_site_layer):
    import csv

    latest = {}
    with (data / "ipis" / "cod_mines_ipis_2026-05.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            latest[row["pcode"]] = row
    rows = [
        {
            "pcode": row["pcode"],
            "name": row["name"],
            "lon": float(row["longitude"]),
            "lat": float(row["latitude"]),
        }
        for row in latest.values()
        if row["longitude"] and row["latitude"]
    ]
    provinces = QgsVectorLayer(
        str(data / "admin" / "cod_adm1_26provinces_dissolved_from_adm2.gpkg"), "provinces", "ogr"
    )
    request = SheetRequest(area="Haut-Uele", paper="A3")
    sheet = build_sheet(SheetLayers(make_site_layer(rows), provinces=provinces), request, sheet_project)
    shown = [item for name, item in items_of(sheet, QgsLayoutItemLabel, r"index_\d+_\d+_number").items()]
    numbers = [int(re.match(r"\d+", line)[0]) for item in shown for line in item.text().split("\n") if line]
    assert sorted(numbers) == list(range(1, sheet.ground.sites.featureCount() + 1))
    assert len(numbers) > 90
