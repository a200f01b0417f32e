"""The marks of an organisation on its sheets: name, address, logo, disclaimer, licence, font."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .sheet_request import SheetRequest


@dataclass(frozen=True)
class Organisation:
    """Empty marks are left out; disclaimer and font are then the plugin's own."""

    name: str = ""
    address: str = ""
    logo: str = ""
    disclaimer: str = ""
    licence: str = ""
    font: str = ""


def marked(request: SheetRequest, marks: Organisation) -> SheetRequest:
    """The request with the marks of the organisation; a logo that the request names itself stays."""
    return replace(
        request,
        organisation=", ".join(part for part in (marks.name, *marks.address.splitlines()) if part.strip()),
        logo=request.logo or marks.logo,
        disclaimer=marks.disclaimer,
        licence=marks.licence,
        font=marks.font,
    )
