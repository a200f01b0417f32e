"""The blocks of a sheet that say how its clusters were found, and of how many sites."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..core.wording import say
from . import key
from .cluster_method import count_lines, method_lines, stated_method
from .draft import Draft
from .page import Page


def cluster_method_block(draft: Draft) -> key.Section | None:
    """Statistic, neighbours, threshold, permutations and seed of the clusters, from their layer's metadata."""
    method = _stated(draft, "cluster_method")
    lines = method_lines(method, draft.layers.clusters, draft.request.language) if method else []
    return _lines_section("cluster_method", draft.texts["cluster_method"], lines)


def cluster_counts_block(draft: Draft) -> key.Section | None:
    """Sites used, left out and isolated, and the figure of all of them, from the metadata of the clusters."""
    method = _stated(draft, "cluster_counts")
    lines = count_lines(method, draft.request.language) if method else []
    return _lines_section("cluster_counts", draft.texts["cluster_result"], lines)


def _stated(draft: Draft, kind: str) -> dict[str, Any]:
    """What the layer of clusters says of its making; empty, and told, where it does not."""
    method = stated_method(draft.layers.clusters) if draft.layers.clusters is not None else {}
    if not method:
        draft.leave_out(kind, say("the layer of clusters does not say how they were found"))
    return method


def _lines_section(name: str, heading: str, lines: Sequence[str]) -> key.Section | None:
    """A heading and sentences under it; None without any."""

    def draw(page: Page, x: float, y: float, width: float, style: key.KeyStyle) -> float:
        top = y
        y += key.section_heading(page, name, x, y, width, style, heading)
        for number, line in enumerate(lines):
            y += page.paragraph(f"{name}_{number}", line, x, y, width, style.text) + 0.6 * style.mm
        return y - top

    return draw if lines else None


CLUSTER_BLOCKS: dict[str, Callable[[Draft], key.Section | None]] = {
    "cluster_method": cluster_method_block,
    "cluster_counts": cluster_counts_block,
}
