"""How much of real releases the vocabularies know, column by column: writes docs/vocabulary-coverage.md.

Call it with the folder of the real data (the one with ipis/ in it) after a vocabulary or a release has changed.
"""

from __future__ import annotations

import importlib
import re
import sys
import types
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "vocabulary-coverage.md"
FILES = ("cod_mines_ipis_2026-05.csv", "cod_dashboard_filtered_2024-02-29.csv", "caf_mines_ipis_2026-05.csv")
INTRODUCTION = """# What the vocabularies know

Written by `tools/vocabulary_coverage.py` from IPIS's releases, and compared by a test. Words are the distinct values of
a column, lists taken apart; places 1, 2, 3 of one question are pooled as N. Every word that no vocabulary knows is a
finding (`unknown_value`) and is counted as other or unknown, never as no.
"""


def core(name: str) -> types.ModuleType:
    """A module of core, under the name that the plugin has in QGIS."""
    if "asm_atlas" not in sys.modules:
        package = types.ModuleType("asm_atlas")
        package.__path__ = [str(ROOT)]
        sys.modules["asm_atlas"] = package
    return importlib.import_module(f"asm_atlas.core.{name}")


def read(path: Path) -> pd.DataFrame:
    """A release as text columns."""
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def profile_of(frame: pd.DataFrame):
    """The profile that fits a release."""
    profiles = core("importing.profile_documents").read_profiles(ROOT / "resources" / "profiles")
    return core("importing.profile").recognise(list(frame.columns), profiles.values())


def coded_columns(profile) -> list[tuple[str, str, str | None]]:
    """The columns that a vocabulary reads: name, kind of vocabulary, separator of lists."""
    found: list[tuple[str, str, str | None]] = []
    yes_no = ("on_site", "is_3t", "is_gold", "mercury", "presence", "interference", "children", "women")
    alone = ("access_dry", "access_wet", "mechanisation", "traceability", "qualification", "location_origin")
    kinds = {**dict.fromkeys(yes_no, "yes_no"), **{name: name for name in alone}}
    found += [(profile.columns[name], kind, None) for name, kind in kinds.items() if name in profile.columns]
    found += [(name, "minerals", profile.minerals.separator) for name in profile.minerals.columns]
    found += [(name, "services", profile.services.separator) for name in profile.services.columns]
    work = ("children_work", "women_work")
    found += [(profile.columns[name], "work", ",") for name in work if name in profile.columns]
    actors = profile.actors
    for slot in range(1, actors.slots + 1):
        patterns = [(actors.type, "actors"), (actors.frequency, "frequency")]
        patterns += [(pattern, "yes_no") for pattern in actors.behaviours.values()]
        found += [(pattern.replace("{slot}", str(slot)), kind, None) for pattern, kind in patterns if pattern]
    if actors.type_set:
        found.append((actors.type_set, "actors", actors.separator))
    return found


def coverage(frame: pd.DataFrame, profile, vocabularies) -> pd.DataFrame:
    """One row a word: column (slots pooled), word, cells that hold it, and whether the vocabulary knows it."""
    split = core("importing.reader").split_words
    parts = []
    for name, kind, separator in coded_columns(profile):
        if name not in frame:
            continue
        cells = frame[name].str.split().str.join(" ")
        cells = cells[(cells != "") & ~cells.isin(profile.missing_words)]
        words = cells.map(lambda cell, by=separator: split(cell, by)).explode().dropna().value_counts()
        if not len(words):
            continue
        vocabulary = vocabularies[profile.vocabularies[kind]]
        known = [vocabulary.match(word).how != "unknown" for word in words.index]
        pooled = re.sub(r"(?<=group)\d|(?<=mineral)\d|(?<=service)s?\d|(?<=actor)\d", "N", name)
        parts.append(
            pd.DataFrame({"column": pooled, "word": words.index, "cells": words.to_numpy(), "known": known})
        )
    table = pd.concat(parts, ignore_index=True)
    return table.groupby(["column", "word", "known"], as_index=False, sort=False)["cells"].sum()


def shares(table: pd.DataFrame) -> pd.DataFrame:
    """Per column: words, known words, cells, covered cells, and the share of cells covered (0..1)."""
    known = table[table["known"]]
    rows = table.groupby("column", sort=False).agg(words=("word", "size"), cells=("cells", "sum"))
    rows["known"] = known.groupby("column")["word"].size().reindex(rows.index, fill_value=0)
    rows["covered"] = known.groupby("column")["cells"].sum().reindex(rows.index, fill_value=0)
    rows["share"] = rows["covered"] / rows["cells"]
    return rows


def page(data: Path) -> str:
    """The text of docs/vocabulary-coverage.md."""
    vocabularies = core("vocabulary").read_vocabularies(ROOT / "resources" / "vocabularies")
    lines = [INTRODUCTION]
    for file in FILES:
        frame = read(data / "ipis" / file)
        table = coverage(frame, profile_of(frame), vocabularies)
        lines += [
            f"## {file}",
            "",
            "| column | words | known | cells | covered | share |",
            "|---|---|---|---|---|---|",
        ]
        for name, row in shares(table).iterrows():
            figures = (f"{int(row[figure]):,}" for figure in ("words", "known", "cells", "covered"))
            lines.append(f"| `{name}` | {' | '.join(figures)} | {100 * row['share']:.2f} % |")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Give the folder of the real data.")
    PAGE.write_text(page(Path(sys.argv[1])), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))
