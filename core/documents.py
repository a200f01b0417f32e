"""Reading the JSON documents in resources/: errors name the file and the path in it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from .exceptions import DocumentError
from .wording import say, to_say


def read_document(path: Path) -> dict[str, Any]:
    """The object in a UTF-8 JSON file.

    Raises DocumentError when the file cannot be read, is not JSON that Python can hold, holds a key
    twice in one object, or is not an object.
    """

    def without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                raise DocumentError(
                    say("{0} holds the key '{1}' twice in one object; take one out.", path.name, key)
                )
            found[key] = value
        return found

    try:
        text = path.read_text(encoding="utf-8-sig")
        document = json.loads(text, object_pairs_hook=without_repeats)
    except OSError as error:
        raise DocumentError(
            say("{0} cannot be read ({1}); check the path.", path.name, error.strerror)
        ) from error
    except UnicodeDecodeError as error:
        raise DocumentError(say("{0} is not UTF-8 text; save it as UTF-8.", path.name)) from error
    except json.JSONDecodeError as error:
        raise DocumentError(
            say(
                "{name} is not JSON: {msg} in line {lineno}, column {colno}.",
                name=path.name,
                msg=error.msg,
                lineno=error.lineno,
                colno=error.colno,
            )
        ) from error
    except (ValueError, RecursionError) as error:
        raise DocumentError(say("{0} cannot be read as JSON: {1}.", path.name, error)) from error
    if not isinstance(document, dict):
        raise DocumentError(say("{0} must hold one JSON object.", path.name))
    return document


def document_hash(path: Path) -> str:
    """First 12 hexadecimal digits of the SHA-256 of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def expect(document: Any, path: str, kind: type | tuple[type, ...], name: str) -> Any:
    """The value at a dotted path (list places are numbers), of the kind asked for.

    name: the document's name for messages. Raises DocumentError naming the path.
    """
    value = document
    for step in path.split("."):
        try:
            value = value[int(step)] if isinstance(value, list) else value[step]
        except (KeyError, IndexError, ValueError, TypeError):
            raise DocumentError(say("{0}: '{1}' is missing; add it.", name, path)) from None
    return expect_kind(value, path, kind, name)


def expect_kind(value: Any, path: str, kind: type | tuple[type, ...], name: str) -> Any:
    """The value that stands at a path, if it is of the kind asked for; else DocumentError."""
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        kinds = kind if isinstance(kind, tuple) else (kind,)
        wanted = say(" or ").join(say(_KIND_WORDS.get(k, k.__name__)) for k in kinds)
        expectation = say("must be {0}, not {1}", wanted, json.dumps(value)[:60])
        raise DocumentError(say("{0}: '{1}' {2}.", name, path, expectation), path, expectation)
    return value


_KIND_WORDS = {
    dict: to_say("an object"),
    list: to_say("a list"),
    str: to_say("text"),
    int: to_say("a whole number"),
    float: to_say("a number"),
    bool: to_say("true or false"),
    type(None): "null",
}
