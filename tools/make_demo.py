"""Write the demo data of ASM Atlas: an invented country with mine sites, the same bytes on every run.

Usage: python3 tools/make_demo.py [FOLDER]     (default: resources/demo beside this folder)
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from demo_areas import protected_areas, titles
from demo_files import write_geojson, write_metadata, write_text
from demo_land import COUNTRY, PROVINCES, TERRITORIES, Land
from demo_names import Names
from demo_places import Places, province_number
from demo_shapes import Position
from demo_visits import visits_csv

SEED = "kessouma"
FOLDER = Path(__file__).resolve().parents[1] / "resources" / "demo"
FICTIONAL = (
    f"Fictional: {COUNTRY} and everything in it is invented, for trying out ASM Atlas. "
    "Any likeness to real places, people or organisations is chance. "
    "(Fictif : pays et données inventés.)"
)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    names = Names(SEED)
    land = Land(SEED)
    places = Places(SEED, land, names)
    layers = {
        "provinces": ("Provinces", "boundaries", _provinces(land)),
        "territories": ("Territories", "boundaries", _territories(land)),
        "protected_areas": ("Protected areas", "environment", protected_areas(SEED, land)),
        "titles": ("Mining titles", "economy", titles(SEED)),
        "lakes": ("Lakes", "inlandWaters", _lakes(land, names)),
        "rivers": ("Rivers", "inlandWaters", _rivers(land, names)),
        "roads": ("Roads", "transportation", _roads(places)),
        "towns": ("Towns", "location", _towns(places)),
    }
    for stem, (title, topic, features) in layers.items():
        path = folder / f"{stem}.geojson"
        write_geojson(path, features, 7 if stem == "titles" else 5)
        write_metadata(path, f"{title} of {COUNTRY} (fictional)", FICTIONAL, topic)
    path = folder / "visits.csv"
    write_text(path, visits_csv(SEED, land, places, names))
    write_metadata(path, f"Mine-site visits in {COUNTRY} (fictional)", FICTIONAL, "economy")


def _feature(properties: dict[str, Any], kind: str, coordinates: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def _provinces(land: Land) -> list[dict[str, Any]]:
    features = []
    for number, name in enumerate(PROVINCES, start=1):
        members = {k for k, (_, _, province) in enumerate(TERRITORIES) if province == name}
        properties = {"adm1_name": name, "adm1_pcode": f"XM{number:02d}"}
        features.append(_feature(properties, "MultiPolygon", land.borders.polygons(members)))
    return features


def _territories(land: Land) -> list[dict[str, Any]]:
    features, count = [], dict.fromkeys(PROVINCES, 0)
    for number, (name, _, province) in enumerate(TERRITORIES):
        count[province] += 1
        pcode = f"XM{province_number(number) + 1:02d}{count[province]:02d}"
        properties = {"adm2_name": name, "adm2_pcode": pcode, "adm1_name": province}
        features.append(_feature(properties, "MultiPolygon", land.borders.polygons({number})))
    return features


def _lakes(land: Land, names: Names) -> list[dict[str, Any]]:
    given = ["Lac Ilwema", f"Lac {names.plain()}", "Lac Dorvé"]
    return [
        _feature({"name": name}, "MultiPolygon", land.shores.polygons({number}))
        for number, name in enumerate(given[: len(set(land.lake_of.values()))])
    ]


def _rivers(land: Land, names: Names) -> list[dict[str, Any]]:
    given = ["Orvimba", "Tessou", "Lwa", "Zéma"]
    features = []
    for number, (cells, lines) in enumerate(zip(land.rivers, land.river_lines())):
        name = given[number] if number < len(given) else names.plain()
        drained = max(land.drained[cell] for run in cells for cell in run)
        rank = 1 if drained > 4000 else 2 if drained > 900 else 3
        lines = [line for line in lines if len(line) > 1]
        features.append(_feature({"name": name, "rank": rank}, "MultiLineString", lines))
    return features


def _roads(places: Places) -> list[dict[str, Any]]:
    return [
        _feature({"name": road.name, "class": road.kind, "surface": road.surface}, "LineString", road.line)
        for road in places.roads
    ]


def _towns(places: Places) -> list[dict[str, Any]]:
    features = []
    for town in places.towns:
        position: Position = places.position(town)
        properties = {
            "name": town.name,
            "class": town.kind,
            "population": town.population,
            "adm2_name": TERRITORIES[town.territory][0],
        }
        features.append(_feature(properties, "Point", position))
    return features


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
