"""Weights in files of GeoDa, PySAL and spdep: GAL (who is a neighbour) and GWT (with which weight).

The first line holds the number of sites alone, or 0 (or 1), the number, the name of the layer and the name of the
field whose values name the sites. A site that has no neighbours may have an empty line, or none, after its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from ..exceptions import SourceError, TableError
from ..wording import say
from .weights import Weights, from_pairs, owners, weight_values


def read_gal(path: Path | str, ids: Sequence[str] | None = None, standardised: bool = True) -> Weights:
    """Equal weights from a GAL file.

    ids: the names of the sites in the order of the layer, as text; they are found by their text, or, where no text
    fits all, as numbers ('07' is 7.0). None: the file names sites by their row, from 1 or from 0.
    Raises SourceError where the file cannot be read; TableError where a line is not as it must be, a site is named
    that the layer does not have, one is given twice or as its own neighbour, and where their numbers differ.
    """
    lines = _lines(path)
    n = _n_sites(lines, path, ids)
    named, site_words, neighbour_words, numbers = [], [], [], []
    missing = 0  # neighbours of the last site that are still to come
    for number, line in lines[1:]:
        words = line.split()
        if not missing:
            if len(words) != 2 or not (words[1].isascii() and words[1].isdigit()):
                raise TableError(
                    say(
                        "Line {0} of '{1}' must hold a site and the number of its neighbours; check "
                        "the file.",
                        number,
                        _name(path),
                    )
                )
            named.append((words[0], number))
            missing = int(words[1])
            continue
        missing -= len(words)
        if missing < 0:
            raise TableError(
                say(
                    "Line {0} of '{1}' has more neighbours of '{2}' than are said; check the file.",
                    number,
                    _name(path),
                    named[-1][0],
                )
            )
        site_words += [named[-1][0]] * len(words)
        neighbour_words += words
        numbers += [number] * len(words)
    if missing:
        raise TableError(
            say(
                "'{0}' ends before all neighbours of '{1}' are told; check that the file is whole.",
                _name(path),
                named[-1][0],
            )
        )
    place = _places({word for word, _ in named} | set(neighbour_words), ids, n, path)
    own = _found(place, [word for word, _ in named], [number for _, number in named], path)
    seen = set()
    for site, (word, number) in zip(own, named):
        if site in seen:
            raise TableError(
                say(
                    "Line {0} of '{1}' names site '{2}' a second time; check the file.",
                    number,
                    _name(path),
                    word,
                )
            )
        seen.add(site)
    if len(seen) < n:
        raise TableError(
            say(
                "'{0}' is for {1} sites and lists {2}; check that the file is whole.",
                _name(path),
                n,
                len(seen),
            )
        )
    sites = _found(place, site_words, numbers, path)
    neighbours = _found(place, neighbour_words, numbers, path)
    _check_pairs(sites, neighbours, numbers, path)
    return from_pairs(n, sites, neighbours, None, standardised)


def read_gwt(
    path: Path | str, third_column: str, ids: Sequence[str] | None = None, standardised: bool = True
) -> Weights:
    """Weights from a GWT file: a line per pair with site, neighbour and a number.

    third_column: 'weights' where the number is the weight, as PySAL writes it and GeoDa for inverse distances;
    'distances' where it is how far they are apart, as GeoDa writes it for bands and nearest neighbours: the weights
    are then equal, as they are in GeoDa. A file does not say which. Sites without a line have no neighbours.
    ids and errors: as for read_gal; also for weights that are not above 0.
    """
    if third_column not in ("weights", "distances"):
        raise TableError(
            say("The third column cannot hold '{0}'; say 'weights' or 'distances'.", third_column)
        )
    lines = _lines(path)
    n = _n_sites(lines, path, ids)
    site_words, neighbour_words, numbers, values = [], [], [], []
    for number, line in lines[1:]:
        words = line.split()
        try:
            site, neighbour, value = words[0], words[1], float(words[2])
            is_right = len(words) == 3 and np.isfinite(value) and (value > 0 or third_column == "distances")
        except (IndexError, ValueError):
            is_right = False
        if not is_right:
            raise TableError(
                say(
                    "Line {0} of '{1}' must hold a site, a neighbour and a number above 0; check the file.",
                    number,
                    _name(path),
                )
            )
        site_words.append(site)
        neighbour_words.append(neighbour)
        numbers.append(number)
        values.append(value)
    place = _places({*site_words, *neighbour_words}, ids, n, path)
    sites = _found(place, site_words, numbers, path)
    neighbours = _found(place, neighbour_words, numbers, path)
    _check_pairs(sites, neighbours, numbers, path)
    given = values if third_column == "weights" else None
    return from_pairs(n, sites, neighbours, given, standardised)


def write_gal(
    path: Path | str, weights: Weights, ids: Sequence[str] | None = None, layer: str = "", key: str = ""
) -> None:
    """Neighbours as a GAL file in GeoDa's form.

    ids: names of the sites, None for rows from 1. layer, key: the name of the layer and of the field of the ids.
    Raises TableError for unequal weights, which GAL cannot hold, and for names that are empty, given twice, or
    hold a space.
    """
    if weights.values is not None:
        raise TableError(say("A GAL file holds no weights, only neighbours; write a GWT file."))
    names = _names(ids, len(weights))
    ends = weights.starts.tolist()

    def rows() -> Iterable[str]:
        for site, name in enumerate(names):
            found = weights.neighbours[ends[site] : ends[site + 1]].tolist()
            yield f"{name} {len(found)}\n{' '.join(names[other] for other in found)}\n"

    _write(path, _header(len(weights), layer, key), rows())


def write_gwt(
    path: Path | str, weights: Weights, ids: Sequence[str] | None = None, layer: str = "", key: str = ""
) -> None:
    """Neighbours and weights as a GWT file, a line per pair; arguments and errors as for write_gal."""
    names = _names(ids, len(weights))
    rows = zip(owners(weights).tolist(), weights.neighbours.tolist(), weight_values(weights).tolist())
    _write(
        path,
        _header(len(weights), layer, key),
        (f"{names[site]} {names[other]} {value!r}\n" for site, other, value in rows),
    )


def _lines(path: Path | str) -> list[tuple[int, str]]:
    """Lines that are not empty, with their numbers."""
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise SourceError(
            say("The file '{0}' cannot be read ({1}); choose another.", _name(path), error.strerror)
        ) from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    if not lines:
        raise TableError(say("The file '{0}' is empty; choose another.", _name(path)))
    return lines


def _n_sites(lines: list[tuple[int, str]], path: Path | str, ids: Sequence[str] | None) -> int:
    """The number of sites in the first line: alone, or the second of up to four words."""
    words = lines[0][1].split()
    word = words[0] if len(words) == 1 else words[1]
    if not (word.isascii() and word.isdigit()) or (len(words) > 1 and words[0] not in ("0", "1")):
        raise TableError(
            say(
                "The first line of '{0}' does not say the number of sites; choose a GAL or GWT file.",
                _name(path),
            )
        )
    if ids is not None and len(ids) != int(word):
        raise TableError(
            say(
                "'{0}' is for {1} sites and the layer has {2}; choose the file of this layer.",
                _name(path),
                int(word),
                len(ids),
            )
        )
    return int(word)


def _places(labels: set[str], ids: Sequence[str] | None, n: int, path: Path | str) -> dict[str, int]:
    """The position of each label; labels that fit no site are not in it."""
    if ids is None:
        return _rows(labels, n, path)
    names = [str(name).strip() for name in ids]
    if len(set(names)) < n:
        twice = next(name for place, name in enumerate(names) if name in names[:place])
        raise TableError(
            say("Several sites are called '{0}'; choose a field that names each site once.", twice)
        )
    by_text = {name: place for place, name in enumerate(names)}
    if labels <= by_text.keys():
        return by_text
    numbers = {_number(name): place for place, name in enumerate(names)}
    if None not in numbers and len(numbers) == n and all(_number(label) in numbers for label in labels):
        return {label: numbers[_number(label)] for label in labels}
    return by_text


def _rows(labels: set[str], n: int, path: Path | str) -> dict[str, int]:
    """Positions of rows that are counted from 1, or from 0."""
    values = {label: _number(label) for label in labels}
    found = set(values.values())
    if not all(value is not None and value == int(value) for value in found):
        raise TableError(
            say("'{0}' names sites by other than their row; choose the field with these names.", _name(path))
        )
    if labels and (0 in found) == (n in found):
        raise TableError(
            say(
                "'{0}' does not show whether its rows count from 0 or from 1 to {1}; choose the "
                "field with the names of the sites.",
                _name(path),
                n,
            )
        )
    first = 0 if 0 in found else 1
    return {label: int(value) - first for label, value in values.items() if 0 <= value - first < n}


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if np.isfinite(value) else None


def _found(place: dict[str, int], words: list[str], numbers: list[int], path: Path | str) -> list[int]:
    """The positions of words; numbers: the lines in which they stand."""
    found = [place.get(word, -1) for word in words]
    if -1 in found:
        at = found.index(-1)
        raise TableError(
            say(
                "Line {0} of '{1}' names site '{2}', which the layer does not have; choose the file "
                "and field of this layer.",
                numbers[at],
                _name(path),
                words[at],
            )
        )
    return found


def _check_pairs(sites: list[int], neighbours: list[int], numbers: list[int], path: Path | str) -> None:
    seen = set()
    for site, neighbour, number in zip(sites, neighbours, numbers):
        if site == neighbour:
            raise TableError(
                say(
                    "Line {0} of '{1}' makes a site its own neighbour; write the weights without "
                    "their diagonal.",
                    number,
                    _name(path),
                )
            )
        if (site, neighbour) in seen:
            raise TableError(
                say("Line {0} of '{1}' gives a neighbour a second time; check the file.", number, _name(path))
            )
        seen.add((site, neighbour))


def _names(ids: Sequence[str] | None, n: int) -> list[str]:
    if ids is None:
        return [str(row) for row in range(1, n + 1)]
    names = [str(name) for name in ids]
    wrong = [name for name in names if len(name.split()) != 1]
    if wrong or len(set(names)) < n or len(names) != n:
        sentence = say(
            "The names of sites in a file of weights must be {0} different words; choose another field, or none.",
            n,
        )
        if wrong:
            sentence = say(
                "The names of sites in a file of weights must be {0} different words, not {1!r}; choose "
                "another field, or none.",
                n,
                wrong[0],
            )
        raise TableError(sentence)
    return names


def _header(n: int, layer: str, key: str) -> str:
    words = ("_".join(word.split()) for word in (layer or "sites", key or "row"))
    return f"0 {n} {' '.join(words)}\n"


def _write(path: Path | str, header: str, rows: Iterable[str]) -> None:
    try:
        with Path(path).open("w", encoding="utf-8", newline="\n") as file:
            file.write(header)
            file.writelines(rows)
    except OSError as error:
        raise SourceError(
            say("The file '{0}' cannot be written ({1}); choose another place.", _name(path), error.strerror)
        ) from error


def _name(path: Path | str) -> str:
    return Path(path).name
