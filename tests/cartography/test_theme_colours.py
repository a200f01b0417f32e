"""Classes of every theme are told apart by all eyes: by colour where it carries, else by a second cue.

Two looks whose colours differ by less than 5 cannot be told by them. In IPIS's own colours, which are kept, such
a pair must differ in shape, pattern, letter or size, and the safe twin must mend it; in a safe twin there is none,
unless the colours are one and the same on purpose. Below 10 the second cue must be there in both.
"""

import itertools
import json
from pathlib import Path

import pytest
from asm_atlas.cartography.score_styles import level_look
from asm_atlas.cartography.theme import read_theme, safe_twin, theme_ids, theme_minerals
from asm_atlas.cartography.theme_classes import theme_classes
from asm_atlas.core.colour_vision import NEAR, TOO_NEAR, lightness, over, worst_distance

DRAWN = [theme_id for theme_id in theme_ids() if read_theme(theme_id).at("draws") not in ("base", "glyph")]
SCHEMES = sorted(path.stem for path in (Path(__file__).parents[2] / "resources" / "schemes").glob("*.json"))
LEAST_SIZE_RATIO = 1.1
DEFAULTS = {"dash": "solid", "core": 0}
LEAST_LIGHTNESS_DIFFERENCE = 30


def looks_of(theme):
    """Looks of the classes of a theme by id, as one flat dictionary each."""
    common, draws = theme.document.get("look", {}), theme.at("draws")
    if draws == "classes":
        return {entry.id: entry.look for entry in theme_classes(theme)}
    if draws == "bands":
        looks = {f"band {place}": look for place, look in enumerate(theme.at("bands"))}
        looks.update(
            {key: theme.at(key) for key in ("inside", "partly", "beyond", "rest") if key in theme.document}
        )
        return {key: {**common, **look} for key, look in looks.items()}
    if draws == "levels":
        levels = enumerate(zip(theme.at("colours"), theme.at("shapes")), start=1)
        looks = {f"level {n}": {"fill": fill, "shape": s, "size_mm": mm} for n, (fill, (s, mm)) in levels}
        return {"no data": theme.at("no_data"), "not applicable": theme.at("not_applicable"), **looks}
    if draws == "pairs":
        sizes = (4.0, 2.9, 1.8)
        looks = {
            f"{x}-{y}": {"fill": fill, "shape": theme.at("shapes")["3"][2 - x], "size_mm": sizes[2 - y]}
            for y, row in enumerate(theme.at("colours"))
            for x, fill in enumerate(row)
        }
        return {"not compared": theme.at("not_compared"), **looks}
    if draws == "rates":
        looks = {f"class {place}": {"fill": colour} for place, colour in enumerate(theme.at("colours"))}
        return {**looks, **{key: theme.at(key) for key in ("too_few", "no_site", "no_group")}}
    groups = {"/".join(entry["values"]): entry for entry in theme.at("categories")}
    groups["none"] = theme.at("uncategorised")
    return {
        key: {**entry, "fill": entry["colour"], "stroke": entry["outline"], "stroke_mm": entry["width"]}
        for key, entry in groups.items()
    }


def colour_of(look):
    """The colour by which a look is told: of the fill, or of the outline of a thin tint that has its own."""
    fill = look.get("fill") or "#ffffff"
    if look.get("alpha", 1.0) < 0.5 and not look.get("stroke"):
        return fill
    return over(fill, look.get("alpha", 1.0))


def cues_between(one, other):
    """What tells two looks apart beside colour."""
    cues = set()
    if (one.get("shape", "circle"), one.get("angle", 0)) != (
        other.get("shape", "circle"),
        other.get("angle", 0),
    ):
        cues.add("shape")
    if one.get("letter") != other.get("letter"):
        cues.add("letter")
    keys = ("hatch", "dash", "core", "stroke_mm")
    patterns = [[look.get(key, DEFAULTS.get(key)) for key in keys] for look in (one, other)]
    if patterns[0] != patterns[1]:
        cues.add("pattern")
    sizes = sorted(look.get("size_mm", 1.0) for look in (one, other))
    if sizes[1] >= sizes[0] * LEAST_SIZE_RATIO:
        cues.add("size")
    return cues


def pairs_of(theme):
    for (a, one), (b, other) in itertools.combinations(looks_of(theme).items(), 2):
        colours = colour_of(one), colour_of(other)
        distance = 0.0 if colours[0] == colours[1] else worst_distance(colours)
        yield f"{a} / {b}", distance, colours[0] == colours[1], cues_between(one, other)


@pytest.mark.parametrize("theme_id", [name for one in DRAWN for name in (one, safe_twin(one))])
def test_no_two_classes_are_told_by_colour_alone_where_it_does_not_carry(theme_id):
    theme = read_theme(theme_id)
    faults = []
    for pair, distance, same, cues in pairs_of(theme):
        if distance < NEAR and not cues:
            faults.append(f"{pair}: {distance:.1f}, no second cue")
        if theme.is_safe and not same and distance < TOO_NEAR:
            faults.append(f"{pair}: {distance:.1f}, colours that cannot be told apart")
        if distance < NEAR and "cue" not in theme.document:
            faults.append(f"{pair}: {distance:.1f}, no cue declared")
    assert not faults, faults


@pytest.mark.parametrize("theme_id", ["qualification", "armed_presence", "titles", "site_titles"])
def test_legal_status_and_armed_presence_are_never_told_by_hue_alone(theme_id):
    for name in (theme_id, safe_twin(theme_id)):
        looks = looks_of(read_theme(name))
        for (a, one), (b, other) in itertools.combinations(looks.items(), 2):
            lightnesses = [lightness(look.get("fill") or "#ffffff") for look in (one, other)]
            in_black_and_white = abs(lightnesses[0] - lightnesses[1]) > LEAST_LIGHTNESS_DIFFERENCE
            assert cues_between(one, other) & {"shape", "pattern", "letter"} or in_black_and_white, (a, b)


@pytest.mark.parametrize(
    "theme_id, nothing, unknown",
    [
        ("armed_presence", "none", "unknown"),
        ("qualification", "none", "unknown"),
        ("workers", "none", "unknown"),
        ("minerals", "none", "unknown"),
        ("site_titles", "none", "unknown"),
        ("clusters", "not_significant", "undefined"),
        ("clusters_geary", "not_significant", "undefined"),
        ("clusters_hotspots", "not_significant", "undefined"),
        ("clusters_colocation", "not_significant", "undefined"),
    ],
)
def test_what_was_not_found_does_not_look_like_what_is_not_known(theme_id, nothing, unknown):
    for name in (theme_id, safe_twin(theme_id)):
        looks = looks_of(read_theme(name))
        one, other = looks[nothing], looks[unknown]
        assert cues_between(one, other) & {"shape", "letter"}, name
        assert colour_of(one) != colour_of(other)


@pytest.mark.parametrize("colour", ["colour", "safe_colour"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_levels_of_every_scheme_are_told_apart(qgis_new_project, resources, scheme, colour):
    document = json.loads((resources / "schemes" / f"{scheme}.json").read_text("utf-8"))
    theme = read_theme("scorecard")
    fills = [level[colour] for level in document.get("levels", ())] or theme.at("colours")
    looks = [theme.at("no_data")]
    looks += [level_look(theme, n, len(fills), fill) for n, fill in enumerate(fills, start=1)]
    for one, other in itertools.combinations(looks, 2):
        assert cues_between(one, other) & {"shape"}, (one, other)
        if colour == "safe_colour":
            assert worst_distance([one["fill"], other["fill"]]) >= TOO_NEAR, (one, other)


@pytest.mark.parametrize("theme_id, least", [("mine_glyph", TOO_NEAR), ("mine_glyph_safe", NEAR)])
def test_discs_of_the_glyph_without_letters_are_told_by_colour(theme_id, least):
    fills = [mineral.colour for mineral in theme_minerals(read_theme(theme_id)) if not mineral.letter]
    assert len(fills) == 10, "eight common minerals, none, and not known"
    assert worst_distance(fills) >= least
