"""Pre-flight: what is wrong with a sheet, or worth knowing, before it is printed."""

from .check import check_layout, check_sheet, check_steps, errors_first, refuse, ui_language
from .finding import ERROR, WARNING, Place, PreflightFinding, errors_of
from .statements import label_loss

__all__ = [
    "ERROR",
    "WARNING",
    "Place",
    "PreflightFinding",
    "check_layout",
    "check_sheet",
    "check_steps",
    "errors_first",
    "errors_of",
    "label_loss",
    "refuse",
    "ui_language",
]
