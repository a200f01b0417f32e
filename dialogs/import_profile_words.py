"""What the import wizard says of the profile that it reads by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from .words import tr, user_language

if TYPE_CHECKING:
    from ..core.importing.profile import Profile

_NAMES_SHOWN = 6


def profile_words(profile: Profile, header: Sequence[str], is_recognised: bool) -> str:
    """Which profile it is and why, how many columns it knows, and which it misses."""
    source_columns = profile.fitted(header).source_columns()
    known = {name.casefold() for name in source_columns}
    present = {name.casefold() for name in header}
    lacking = [name for name in source_columns if name.casefold() not in present]
    first = tr("Recognised by its columns") if is_recognised else tr("Chosen by you")
    text = tr("{0}: {1}, version {2}. It knows {3} of the {4} columns.").format(
        first, profile.label[user_language()], profile.version, len(present & known), len(present)
    )
    return f"{text} {tr('Not in the table: {0}.').format(_some(lacking))}" if lacking else text


def own_words(is_known: bool, unused: Sequence[str]) -> str:
    """That the columns are read by a mapping, and which it leaves out. is_known: a profile fits as well."""
    text = tr("The columns are read as chosen below. Suggestions are guesses: look at each.")
    if not is_known:
        text = f"{tr('No profile knows these columns.')} {text}"
    return f"{text} {tr('Not used so far: {0}.').format(_some(unused))}" if unused else text


def atlas_words(inputs: Collection[str]) -> str:
    """That an atlas is not mapped, and what was given in vain. inputs: names of parameters that were given."""
    text = tr(
        "These are the visits of an atlas. They are taken as they are, so there is nothing to map; actors, statuses "
        "and sites that lie beside them are read as well. Sites are worked out anew: what you corrected in the "
        "visits comes through, all else stays."
    )
    names = {
        "KNOWN": tr("known sites"),
        "ADMIN": tr("administrative units"),
        "GAZETTEER": tr("gazetteer"),
        "FORM": tr("survey form"),
        "REPEATS": tr("repeat tables"),
        "REPAIR": tr("repair of locations"),
    }
    unused = [text for name, text in names.items() if name in inputs]
    return f"{text} {tr('Not used for an atlas: {0}.').format(', '.join(unused))}" if unused else text


def own_id(name: str) -> str:
    """An id for a profile, made of the name of a source."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "profile"


def _some(names: Sequence[str]) -> str:
    """Some names, and how many more there are."""
    more = len(names) - _NAMES_SHOWN
    text = ", ".join(names[:_NAMES_SHOWN])
    return tr("{0} and {1} more").format(text, more) if more > 0 else text
