"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..core.exceptions import SheetError
from ..core.wording import say


@contextmanager
def whole_file(path: Path, hidden: bool = True) -> Iterator[Path]:
    """A path beside `path` to write to; it takes its place only if nothing failed.

    hidden: not for projects, within which QGIS names things after the file, up to its first dot.
    Raises SheetError when there is no such folder or the file cannot be written.
    """
    if not path.parent.is_dir():
        raise SheetError(say("The folder of {0} does not exist; make it or choose another.", path.name))
    if not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise SheetError(say("{0} cannot be written there; choose another folder.", path.name))
    part = path.with_name(f"{'.' if hidden else ''}{path.stem}.part{path.suffix}")
    try:
        yield part
        part.replace(path)
    except OSError as error:
        raise SheetError(
            say("{0} cannot be written ({1}); choose another file.", path.name, error.strerror)
        ) from error
    finally:
        part.unlink(missing_ok=True)
