"""The exceptions that ASM Atlas raises for people to read.

A message says in one sentence what is wrong, where, and what to do.
"""


class AsmAtlasError(Exception):
    """Root of the tree: everything a user can cause and mend."""


class Cancelled(AsmAtlasError):  # noqa: N818 (not a fault)
    """The user stopped the run; nothing was written."""


class TableError(AsmAtlasError):
    """A table lacks a column, or holds values that the step cannot use."""


class SourceError(AsmAtlasError):
    """A source stopped or does not answer while it is read."""


class AtlasError(AsmAtlasError):
    """An atlas GeoPackage cannot be read or changed; it is as it was."""


class OutputError(AsmAtlasError):
    """An output cannot be written or put where it belongs."""


class GeometryError(AsmAtlasError):
    """A layer's geometries or its coordinate reference system cannot be used."""


class DocumentError(AsmAtlasError):
    """A JSON document (vocabulary, profile, scheme, theme, recipe) is not as it must be.

    path: the dotted path of the fault in the document, and expectation: what must be there; '' where the
    fault is no single place.
    """

    def __init__(self, message: str, path: str = "", expectation: str = "") -> None:
        super().__init__(message)
        self.path = path
        self.expectation = expectation


class ProfileError(DocumentError):
    """No import profile fits the table, or the chosen one does not."""


class FormError(AsmAtlasError):
    """An XLSForm, or the repeats of a survey, cannot be used."""


class SheetError(AsmAtlasError):
    """A map sheet cannot be built as asked."""


class NothingToPrintError(SheetError):
    """There is no site on the ground of a sheet."""
