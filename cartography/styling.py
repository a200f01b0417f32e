"""What the layers of a sheet are styled from: layers, ground, recipe, theme and request."""

from __future__ import annotations

from dataclasses import dataclass, field

from qgis.core import QgsExpression, QgsRectangle, QgsVectorLayer

from .recipe import LayerSpec, Recipe
from .sheet_ground import Ground
from .sheet_layers import NAMES_OF, SheetLayers, find_field, near_copy
from .sheet_request import SheetRequest
from .theme import Theme, read_theme, safe_twin
from .themed import ThemedLayer


@dataclass(frozen=True)
class Styling:
    """What the layers of a frame are styled from; degrees is the ground that the frame shows."""

    layers: SheetLayers
    ground: Ground
    degrees: QgsRectangle
    recipe: Recipe
    theme: Theme
    request: SheetRequest
    texts: dict[str, str]
    # The legends of themes by role (and argument), and what near has copied.
    looks: dict[str, ThemedLayer] = field(default_factory=dict)
    nearby: dict[str, QgsVectorLayer] = field(default_factory=dict)

    @property
    def type_pt(self) -> dict[str, float]:
        return self.recipe.type_pt(self.request.paper)

    @property
    def symbols(self) -> float:
        return self.recipe.symbol_scale(self.request.paper)

    @property
    def lines(self) -> float:
        return self.recipe.line_scale(self.request.paper)

    @property
    def spacing(self) -> float:
        """Furniture scale, for the spacing of letters."""
        return self.recipe.factor(self.request.paper)

    def given(self, role: str) -> QgsVectorLayer | None:
        """The user's layer that a role is drawn from."""
        return getattr(self.layers, NAMES_OF.get(role, role), None)

    def near(self, role: str) -> QgsVectorLayer | None:
        """What of the layer of a role is near the frame, in memory and in degrees; None without a layer."""
        given, key = self.given(role), f"{NAMES_OF.get(role, role)} {self.degrees.toString()}"
        if given is not None and key not in self.nearby:
            self.nearby[key] = near_copy(given, self.degrees)
        return self.nearby.get(key)

    def theme_of(self, spec: LayerSpec, argument: str = "") -> Theme:
        """The theme of a layer in the sheet's colouring, with what it takes."""
        theme_id = "_".join(filter(None, (spec.theme or spec.role, argument)))
        return read_theme(safe_twin(theme_id) if self.theme.is_safe else theme_id)

    def name_field(self, role: str, layer: QgsVectorLayer) -> str:
        """The field of names of a layer, quoted for an expression; '' when it has none."""
        name = self.name_column(role, layer)
        return QgsExpression.quotedColumnRef(name) if name else ""

    def name_column(self, role: str, layer: QgsVectorLayer) -> str:
        """The field of names of a layer; '' when it has none."""
        role = NAMES_OF.get(role, role)
        asked = self.request.name_field if role == self.recipe.ground["role"] else ""
        return find_field(layer, self.recipe.name_fields(role), asked)
