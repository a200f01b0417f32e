"""The frames of a sheet beside its main map, by kind."""

from __future__ import annotations

from collections.abc import Callable

from .draft import Draft
from .margin import locator

FrameKind = Callable[[Draft, str], None]

MAIN_KINDS = ("map", "multiples")
# The kinds that a recipe can name: each draws its maps into the box of the frame's name.
FRAME_KINDS: dict[str, FrameKind] = {"locator": locator}


def draw_frames(draft: Draft) -> None:
    """Draw every frame but the main one."""
    for name, frame in draft.recipe.document["frames"].items():
        if frame["kind"] in FRAME_KINDS:
            FRAME_KINDS[frame["kind"]](draft, name)
