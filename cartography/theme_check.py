"""What a theme document must hold; the first fault is told by its path. The README in resources/themes/ says it in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..core.document_part import LANGUAGES, Part
from ..core.wording import say

SCHEMA = "asm-atlas/theme/2"
SHAPES = ("circle", "square", "triangle", "diamond", "pentagon", "hexagon", "star")
DASHES = ("solid", "dash", "dot", "dash dot")
CUES = ("shape", "pattern", "letter", "size")
GEOMETRIES = ("point", "polygon")
TAKES = ("dimension",)

_HEADING = (
    *("schema", "id", "version", "draws", "takes", "geometry", "label", "heading", "note", "provenance"),
    *("cue", "outline", "safe", "look", "labels"),
)
_LOOK = (
    *(
        "shape",
        "size_mm",
        "fill",
        "alpha",
        "stroke",
        "stroke_mm",
        "dash",
        "hatch",
        "hatch_colour",
        "hatch_mm",
        "angle",
        "letter",
    ),
    *("core", "order", "ring_dash", "sign_fill"),
)
_CLASS = ("id", "when", "label", "safe", *_LOOK)


def check_theme(document: dict[str, Any], name: str) -> None:
    """Raise DocumentError naming file and path unless the document is a theme."""
    root = Part(document, "", name)
    if root.at("schema").text() != SCHEMA:
        root.at("schema").fail(say("must be {0}", SCHEMA))
    for key in ("id", "version", "provenance"):
        root.at(key).text()
    if root.at("id").value != name.rpartition(".")[0]:
        root.at("id").fail(say("must be the name of the file"))
    root.at("label").keys((*LANGUAGES, "safe"))
    for key in ("label", "heading", "note"):
        if root.has(key):
            _texts(root.at(key))
    draws = root.at("draws").word(tuple(_CHECKS))
    if root.has("takes"):
        root.at("takes").word(TAKES)
    if root.has("geometry"):
        root.at("geometry").word(GEOMETRIES)
    if root.has("cue"):
        root.at("cue").word(CUES)
    if root.has("outline"):
        _colour(root.at("outline").keys(("colour", "width_mm")).at("colour"))
        root.at("outline").at("width_mm").number(0)
    if root.has("look"):
        _look(root.at("look").keys(_LOOK))
    if root.has("labels"):
        _labels(root.at("labels"))
    _CHECKS[draws](root)


def _texts(part: Part) -> None:
    part.keys((*LANGUAGES, "safe"))
    for language in LANGUAGES:
        part.at(language).text()


def _colour(part: Part, may_be_empty: bool = False) -> None:
    if not (may_be_empty and part.is_kind(str) == ""):
        part.code("#[0-9a-f]{6}", say("a colour like #d7191c, in small letters"))


def _look(part: Part) -> None:
    """How a sign or an area is drawn; what is not said comes from the theme's own look."""
    for key, known in (("shape", SHAPES), ("dash", DASHES), ("ring_dash", DASHES)):
        if part.has(key):
            part.at(key).word(known)
    for key in ("size_mm", "stroke_mm", "hatch_mm"):
        if part.has(key):
            part.at(key).number(0, 50)
    for key in ("alpha", "core"):
        if part.has(key):
            part.at(key).number(0, 1)
    for key in ("fill", "stroke", "sign_fill", "hatch_colour"):
        if part.has(key):
            _colour(part.at(key), may_be_empty=key == "fill")
    for key in ("hatch", "angle"):
        if part.has(key) and part.at(key).value is not None:
            part.at(key).number(-360, 360)
    if part.has("order"):
        part.at("order").count(0)
    if part.has("letter"):
        letter = part.at("letter")
        letter.text() if isinstance(letter.value, str) else letter.texts()


def _labels(part: Part) -> None:
    part.keys(("field", "pt", "colour", "halo_mm"))
    part.at("field").text()
    part.at("pt").number(6)
    _colour(part.at("colour"))
    part.at("halo_mm").number(0)


def _check_classes(root: Part) -> None:
    root.keys((*_HEADING, "vocabulary", "field", "fields", "as_written", "classes", "rest"))
    root.at("geometry").word(GEOMETRIES)
    if root.has("field"):
        root.at("field").text()
    if root.has("as_written"):
        root.at("as_written").flag()
    for _, names in root.at("fields").items() if root.has("fields") else ():
        names.words()
    seen: set[str] = set()
    for part in (*root.at("classes").entries(), root.at("rest")):
        is_rest = part.path == "rest"
        part.keys(_CLASS)
        identifier = part.at("id").text()
        if identifier in seen:
            part.at("id").fail(say("repeats '{0}'; each class stands once", identifier))
        seen.add(identifier)
        _look(part)
        if part.has("safe"):
            _look(part.at("safe").keys(_LOOK))
        if part.has("label") or is_rest or not root.has("vocabulary"):
            _texts(part.at("label"))
        if is_rest and part.has("when"):
            part.at("when").fail(say("has no place here; the rest is what no class holds"))
        if not is_rest and not part.has("when") and not root.has("field"):
            part.fail(say("needs 'when', or the theme a 'field'"))
        if part.has("when"):
            when = part.at("when")
            for alternative in when.entries(1) if isinstance(when.value, list) else [when]:
                for _, condition in alternative.items():
                    _condition(condition)


def _condition(part: Part) -> None:
    """Values of a field (null: empty), or numbers from and below, or kinds and conduct of actors."""
    if isinstance(part.value, list):
        for entry in part.entries(1):
            entry.is_kind((str, int, float, type(None)))
        return
    part.keys(("from", "below", "years_from", "years_below", "kinds", "conduct"))
    for key in ("from", "below"):
        if part.has(key):
            part.at(key).is_kind((int, float))
    if part.has("from") and part.has("below") and not part.value["from"] < part.value["below"]:
        part.at("below").fail(say("must be above {0:g}", part.value["from"]))
    for key in ("years_from", "years_below"):
        if part.has(key):
            part.at(key).count(1, 100)
    for key in ("kinds", "conduct"):
        if part.has(key):
            part.at(key).words()
    if not part.value:
        part.fail(say("must say what the field holds"))


def _check_glyph(root: Part) -> None:
    root.keys((*_HEADING, "ring", "presence", "smallest", "without_letter", "inactive", "second_mineral"))
    ring = root.at("ring").keys(("width_mm", "gap_mm", "classes", "without"))
    _texts(ring.at("without")), _texts(root.at("smallest"))
    ring.at("width_mm").number(0), ring.at("gap_mm").number(0), ring.at("classes").words()
    presence = root.at("presence").keys(("size_mm", "colour", "unknown"))
    presence.at("size_mm").number(0), _colour(presence.at("colour"))
    presence.at("unknown").at("letter").text(), _colour(presence.at("unknown").at("colour"))
    _colour(root.at("inactive").at("fill"))
    root.at("inactive").at("dot_share").number(0, 1)
    root.at("second_mineral").at("size_mm").number(0)
    root.at("without_letter").words()


def _check_levels(root: Part) -> None:
    root.keys((*_HEADING, "colours", "shapes", "best_of_few", "no_data", "not_applicable", "certainty"))
    for part in root.at("colours").entries(1, say("colour")):
        _colour(part)
    for part in root.at("shapes").entries(6, say("shapes")):
        shape, size = part.entries(2, say("values: shape and size in mm"))
        shape.word(SHAPES), size.number(0)
    root.at("best_of_few").count(0, len(root.value["shapes"]) - 1)
    _look(root.at("no_data").keys(_LOOK))
    _look(root.at("not_applicable").keys((*_LOOK, "label")))
    _texts(root.at("not_applicable").at("label"))
    certainty = root.at("certainty").keys(("heading", "sample", "classes"))
    _texts(certainty.at("heading"))
    _look(certainty.at("sample").keys(_LOOK))
    for part in certainty.at("classes").entries(1, say("class")):
        part.keys(_CLASS).at("id").text()
        _look(part)
        part.at("core").number(0, 1)
        _texts(part.at("label"))


def _check_pairs(root: Part) -> None:
    root.keys((*_HEADING, "colours", "shapes", "size_mm", "uncertain", "not_compared"))
    rows = root.at("colours").entries(3, say("rows"))
    for row in rows:
        for part in row.entries(3, say("colours")):
            _colour(part)
    for number, part in root.at("shapes").items():
        for shape in part.entries(int(number), say("shapes")):
            shape.word(SHAPES)
    for key in ("worst", "best"):
        root.at("size_mm").at(key).number(0)
    root.at("uncertain").at("core").number(0, 1)
    _look(root.at("not_compared"))
    for key in ("uncertain", "not_compared"):
        _texts(root.at(key).at("label"))


def _check_rates(root: Part) -> None:
    root.keys((*_HEADING, "figure", "breaks", "colours", "labels_of", "too_few", "no_site", "no_group"))
    root.at("figure").word(("low_share", "median"))
    breaks = [part.number(0) for part in root.at("breaks").entries(3, say("breaks"))]
    if breaks != sorted(set(breaks)):
        root.at("breaks").fail(say("must rise"))
    colours = root.at("colours").entries(1, say("colour"))
    for part in colours:
        _colour(part)
    if len(colours) != len(breaks) - 1:
        root.at("colours").fail(say("must be {0}, one less than breaks", len(breaks) - 1))
    _texts(root.at("labels_of").at("class"))
    for key in ("too_few", "no_site", "no_group"):
        _look(root.at(key).keys(_CLASS))
        _texts(root.at(key).at("label"))


def _check_bands(root: Part) -> None:
    root.keys((*_HEADING, "field", "inside", "partly", "bands", "beyond", "rest", "approximate", "footprint"))
    root.at("field").text()
    for part in root.at("bands").entries(2, say("looks")):
        _look(part.keys(_LOOK))
    labelled = ["rest"]
    if root.at("geometry").word(GEOMETRIES) == "point":
        labelled += ["inside", "partly", "beyond", "approximate"]
        _look(root.at("footprint").keys(_LOOK))
    for key in labelled:
        _look(root.at(key).keys(_CLASS))
        _texts(root.at(key).at("label"))


def _check_areas(root: Part) -> None:
    root.keys(
        (
            *_HEADING,
            "colour",
            "alpha",
            "label_colour",
            "label_pt",
            "categories",
            "uncategorised",
            "second_tier",
            "approximate",
        )
    )
    _colour(root.at("colour")), _colour(root.at("label_colour"))
    root.at("alpha").number(0, 1)
    root.at("outline")
    for part in (*root.at("categories").entries(1, say("category")), root.at("uncategorised")):
        _colour(part.at("colour")), _colour(part.at("outline")), _texts(part.at("label"))
        part.at("alpha").number(0, 1), part.at("width").number(0)
    root.at("second_tier").at("hatch").number(-360, 360), _texts(root.at("second_tier").at("label"))
    root.at("approximate").at("dash").word(DASHES), _texts(root.at("approximate").at("label"))


def _check_base(root: Part) -> None:
    _texts(root.at("colours")), _colour(root.at("ground"))
    for role in ("province", "territory", "outside", "river", "road", "town", "country"):
        _colour(root.at(role).at("colour"))
    for key in ("fill", "outline", "label"):
        _colour(root.at("lake").at(key))
    root.at("screen_lines").number(0)
    for _, part in root.at("names").items():
        part.keys(("pt", "colour", "bold", "italic", "spacing_pt"))
        part.at("pt").number(6), part.at("spacing_pt").number(0), _colour(part.at("colour"))
        part.at("bold").flag(), part.at("italic").flag()


_CHECKS: dict[str, Callable[[Part], None]] = {
    "classes": _check_classes,
    "glyph": _check_glyph,
    "levels": _check_levels,
    "pairs": _check_pairs,
    "rates": _check_rates,
    "bands": _check_bands,
    "areas": _check_areas,
    "base": _check_base,
}
