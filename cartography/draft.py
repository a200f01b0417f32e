"""A sheet while it is being drawn: everything that the parts of the margin need to know."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.wording import say
from .page import Page
from .recipe import Arrangement, Recipe
from .sheet_layers import SheetLayers
from .sheet_request import Sheet, SheetRequest
from .theme import Theme


@dataclass(frozen=True)
class Draft:
    """The page with its boxes, what was asked for, and the sheet as far as it has come."""

    page: Page
    sheet: Sheet
    layers: SheetLayers
    arrangement: Arrangement
    recipe: Recipe
    theme: Theme
    request: SheetRequest
    texts: dict[str, str]
    is_fictional: bool

    @property
    def type_pt(self) -> dict[str, float]:
        return self.recipe.type_pt(self.request.paper)

    @property
    def symbol_scale(self) -> float:
        """Factor on the symbols of the map for this paper."""
        return self.recipe.symbol_scale(self.request.paper)

    @property
    def mm(self) -> float:
        """Furniture scale against the recipe's base paper."""
        return self.arrangement.factor

    def leave_out(self, kind: str, why: str) -> None:
        """Say in the report that a block is left out; why: in the user's language."""
        self.sheet.notes.append(say("The block '{0}' is left out: {1}.", kind, why))

    def used(self, role: str) -> None:
        """Say that a block shows figures of a layer, which is then named among the sources."""
        self.sheet.tables.append(role)
