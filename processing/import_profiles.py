"""Which profile an import uses, and what the algorithm does with it before core reads the table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsVectorLayer,
)

from .algorithm import RESOURCES, AsmAlgorithm
from .frames import wgs84

if TYPE_CHECKING:
    import numpy as np

    from ..core.importing.profile import Profile

AUTO = "auto"
PROFILE = "PROFILE"
PROFILE_FILE = "PROFILE_FILE"
PROFILES = RESOURCES / "profiles"
# One UTM zone: teams near the edge of theirs keep it.
_BEYOND_AREA_DEG = 6.0


def add_profile_parameters(algorithm: AsmAlgorithm) -> None:
    """PROFILE, a choice among those of the plugin, and PROFILE_FILE, one of the user's own."""
    choice = QgsProcessingParameterEnum(
        PROFILE,
        algorithm.tr("Profile"),
        [AUTO, *sorted(path.stem for path in PROFILES.glob("*.json"))],
        defaultValue=AUTO,
        usesStaticStrings=True,
    )
    algorithm.add(
        choice, algorithm.tr("How to read the columns. 'auto' finds the profile by the names of the columns.")
    )
    file = QgsProcessingParameterFile(
        PROFILE_FILE, algorithm.tr("Profile of your own"), extension="json", optional=True
    )
    algorithm.add(
        file,
        algorithm.tr(
            "A JSON file that says how to read the columns of any other table; it takes the place of "
            "the profile. resources/profiles/README.md in the plugin's folder describes such files."
        ),
    )


def profile_file(
    algorithm: AsmAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> Profile | None:
    """The profile of PROFILE_FILE, None when it is not given."""
    from ..core.importing.profile_documents import read_profile

    path = algorithm.parameterAsFile(parameters, PROFILE_FILE, context)
    return read_profile(Path(path)) if path else None


def profile_for(
    algorithm: AsmAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    header: list[str],
) -> Profile:
    """The profile chosen, or the one that fits the names of the columns."""
    from ..core.importing.profile import recognise
    from ..core.importing.profile_documents import read_profiles

    own = profile_file(algorithm, parameters, context)
    if own is not None:
        return own
    profiles = read_profiles(PROFILES)
    chosen = algorithm.parameterAsEnumString(parameters, PROFILE, context)
    return recognise(header, profiles.values()) if chosen == AUTO else profiles[chosen]


def input_with_sheet(
    algorithm: AsmAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, key: str
) -> dict[str, Any]:
    """The parameters, the input being the sheet that a profile of the user's own names.

    Only a plain path of a file is completed; whoever chose a sheet or a layer keeps it.
    Raises QgsProcessingException when the file has no such sheet.
    """
    own = profile_file(algorithm, parameters, context)
    given = parameters.get(key)
    if own is None or own.sheet is None or not isinstance(given, str) or not Path(given).is_file():
        return parameters
    address = f"{given}|layername={own.sheet}"
    if not QgsVectorLayer(address, own.sheet, "ogr").isValid():
        raise QgsProcessingException(
            algorithm.tr(
                "{file} has no sheet or layer {sheet}, which profile {id} reads; correct 'sheet'."
            ).format(file=Path(given).name, sheet=own.sheet, id=own.id)
        )
    return {**parameters, key: address}


def to_wgs84(
    algorithm: AsmAlgorithm, profile: Profile, context: QgsProcessingContext
) -> Callable[[np.ndarray], np.ndarray] | None:
    """From the coordinate system of a profile to degrees of EPSG:4326; None when the profile names none.

    (n, 2) to (n, 2), x before y, NaN where a point cannot be transformed or comes to lie far outside the
    area for which the system is made: then x and y are likely swapped, or the system is another one.
    Raises QgsProcessingException when QGIS does not know the system.
    """
    name = profile.coordinates.crs
    if name is None:
        return None
    crs = QgsCoordinateReferenceSystem(name)
    if not crs.isValid():
        raise QgsProcessingException(
            algorithm.tr(
                "QGIS does not know the coordinate system {crs} of profile {id}; correct 'coordinates.crs'."
            ).format(crs=name, id=profile.id)
        )
    transform = QgsCoordinateTransform(crs, wgs84(), context.transformContext())
    area = crs.bounds()
    if not area.isEmpty():
        area.grow(_BEYOND_AREA_DEG)

    def convert(points: np.ndarray) -> np.ndarray:
        import numpy as np

        degrees = np.full(points.shape, np.nan)
        for row, (x, y) in enumerate(points.tolist()):
            try:
                place = transform.transform(x, y)
            except QgsCsException:
                continue
            if area.isEmpty() or area.contains(place):
                degrees[row] = place.x(), place.y()
        return degrees

    return convert
