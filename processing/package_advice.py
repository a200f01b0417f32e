"""How to get a Python package on this system: facts of the system in, a command to copy out.

Nothing here runs a command: what is installed for the user unasked has broken the numpy of QGIS elsewhere.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import site
import sys
import sysconfig
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

_FILE = Path(__file__).resolve().parents[1] / "resources" / "packages" / "packages.json"
# Where Debian and Fedora put what their own packages bring.
_STORE_FOLDERS = ("/usr/lib/python3", "/usr/lib64/python3")


@dataclass(frozen=True)
class PackageState:
    """What was found of a package.

    needed, version: as text, version empty when not known. place: its folder. problem: empty, or missing, old,
    mismatch (made for another numpy) or broken (cannot be imported). detail: what the import said.
    """

    name: str
    needed: str
    is_optional: bool = False
    version: str = ""
    place: str = ""
    problem: str = ""
    detail: str = ""


@dataclass(frozen=True)
class SystemFacts:
    """What a command depends on. system: a key of the systems in packages.json; python: what runs pip for the
    Python of QGIS; user_site: the folder of what pip installs for one user."""

    system: str
    python: str
    python_version: tuple[int, int]
    prefix: str = ""
    user_site: str = ""
    has_pip: bool = True
    is_externally_managed: bool = False


@dataclass(frozen=True)
class Advice:
    """A command and where to type it: terminal or osgeo4w_shell."""

    where: str
    command: str


@lru_cache(maxsize=1)
def document() -> dict[str, Any]:
    """The packages and systems of resources/packages/packages.json."""
    return json.loads(_FILE.read_text(encoding="utf-8"))


def version_numbers(text: str) -> tuple[int, int] | None:
    """(2, 1) of "2.1.2"; None where a build tells none, as "0+unknown" of some Debian packages."""
    found = re.match(r"(\d+)\.(\d+)", text)
    return (int(found[1]), int(found[2])) if found else None


def system_of(
    platform: str, environment: Mapping[str, str], os_release: Mapping[str, str], is_conda: bool
) -> str:
    """Which of the systems this is. platform: sys.platform; os_release: the fields of /etc/os-release.

    OSGEO4W_ROOT is set by both installers of Windows: that of the standalone one is a folder "QGIS 3.40.6".
    """
    if is_conda:
        return "conda"
    if platform == "win32":
        root = PureWindowsPath(environment.get("OSGEO4W_ROOT", ""))
        name = root.name.casefold()
        is_standalone = not name or name.startswith("qgis")
        return "windows" if is_standalone else "osgeo4w"
    if platform == "darwin":
        return "macos"
    if environment.get("FLATPAK_ID"):
        return "flatpak"
    families = {os_release.get("ID", ""), *os_release.get("ID_LIKE", "").split()}
    for system, members in (("debian", {"debian", "ubuntu"}), ("fedora", {"fedora", "rhel"})):
        if families & members:
            return system
    return "linux"


def python_of(system: str, prefix: str, version: tuple[int, int], exists: Callable[[str], bool]) -> str:
    """The interpreter that runs pip for the Python of QGIS; sys.executable is QGIS itself on two systems.

    Up to QGIS 3.40 the bundle of macOS holds Contents/MacOS/bin/python3, from 3.44 on Contents/MacOS/python.
    """
    fixed = document()["systems"][system].get("python")
    if fixed:
        return str(fixed)
    if system == "macos":
        parts = PurePosixPath(prefix).parts
        ends = [place for place, part in enumerate(parts) if part.endswith(".app")]
        if ends:
            programs = PurePosixPath(*parts[: ends[0] + 1], "Contents", "MacOS")
            names = (f"bin/python{version[0]}.{version[1]}", "bin/python3", "python", "python3")
            for name in names:
                if exists(str(programs / name)):
                    return str(programs / name)
    return str(PurePosixPath(prefix, "bin", "python3"))


def facts_of_this_system() -> SystemFacts:
    """The facts of the QGIS that runs."""
    prefix = sys.base_prefix
    is_conda = Path(prefix, "conda-meta").is_dir()
    system = system_of(sys.platform, os.environ, _os_release(), is_conda)
    version = sys.version_info[:2]
    return SystemFacts(
        system=system,
        python=python_of(system, prefix, version, lambda path: Path(path).exists()),
        python_version=version,
        prefix=prefix,
        user_site=site.getusersitepackages(),
        has_pip=importlib.util.find_spec("pip") is not None,
        # PEP 668: pip refuses to install, for one user too, unless told to.
        is_externally_managed=Path(sysconfig.get_path("stdlib"), "EXTERNALLY-MANAGED").exists(),
    )


def _os_release() -> dict[str, str]:
    for path in (Path("/etc/os-release"), Path("/usr/lib/os-release")):
        if path.is_file():
            lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
            pairs = (line.partition("=") for line in lines if "=" in line)
            return {key.strip(): value.strip().strip("\"'") for key, _, value in pairs}
    return {}


def advice(facts: SystemFacts, states: Sequence[PackageState]) -> Advice | None:
    """The command that mends all that is wrong with the packages; None where nothing is.

    states: numpy among them, which the rest depends on and whose version pip must keep.
    """
    system = document()["systems"][facts.system]
    numpy = next(state for state in states if state.name == "numpy")
    wrong = [state for state in states if state.problem]
    if not wrong:
        return None
    unfit = [state for state in wrong if state.problem in ("mismatch", "broken")]
    if unfit and any(_hides_numpy(numpy, state, facts) for state in unfit):
        return Advice(system["where"], " ".join(_pip(facts, "uninstall") + ["numpy"]))
    again = [state for state in unfit if _is_of_store(state)] if "reinstall" in system else []
    store = [state for state in wrong if state not in unfit and _is_good_in_store(state, facts)]
    rest = [state for state in wrong if state not in again and state not in store]
    if numpy in store and facts.system == "debian":
        rest = []  # pip must keep the numpy that comes, and which it will be is not known yet
    names = [system["names"][state.name] for state in store]
    if rest and not facts.has_pip and "pip_package" in system:
        names.append(system["pip_package"])
    commands = []
    if again:
        commands.append(_store(system["reinstall"], [system["names"][state.name] for state in again], facts))
    if names:
        commands.append(_store(system["store"], names, facts))
    if rest:
        commands.append(_pip_install(facts, rest, numpy))
    return Advice(system["where"], " && ".join(commands))


def _hides_numpy(numpy: PackageState, unfit: PackageState, facts: SystemFacts) -> bool:
    """Whether a numpy that the user installed stands before the one that a package was made for."""
    if unfit.problem != "mismatch" or not facts.user_site:
        return False
    return numpy.place.startswith(facts.user_site) and not unfit.place.startswith(facts.user_site)


def _is_of_store(state: PackageState) -> bool:
    return state.place.startswith(_STORE_FOLDERS)


def _is_good_in_store(state: PackageState, facts: SystemFacts) -> bool:
    """Whether the system's own package is there, new enough, and not hidden by another one.

    Releases of Debian and Ubuntu are told apart by their Python, so that their offspring are too.
    """
    system = document()["systems"][facts.system]
    if state.name not in system.get("names", {}):
        return False
    if facts.system in ("debian", "fedora") and state.problem == "old":
        return False  # the store has given this one, or does not reach past a newer folder
    good_from = version_numbers(system.get("good_from_python", {}).get(state.name, "0.0"))
    return good_from is None or facts.python_version >= good_from


def _store(template: str, names: Sequence[str], facts: SystemFacts) -> str:
    separator = document()["systems"][facts.system]["separator"]
    prefix = f'"{facts.prefix}"' if " " in facts.prefix else facts.prefix
    return template.format(names=separator.join(names), prefix=prefix)


def _pip(facts: SystemFacts, action: str) -> list[str]:
    system = document()["systems"][facts.system]
    python = f'"{facts.python}"' if " " in facts.python else facts.python
    options = [*system.get("pip_options", [])] if action == "install" else []
    if facts.is_externally_managed:
        options.append("--break-system-packages")
    return [system["pip"].format(python=python), action, *options]


def _pip_install(facts: SystemFacts, states: Sequence[PackageState], numpy: PackageState) -> str:
    """pip for some packages, with numpy held: a newer one does not fit what else QGIS has."""
    words = _pip(facts, "install")
    if any(state.problem in ("mismatch", "broken") for state in states):
        words.append("--force-reinstall")
    words += [f'"{state.name}>={state.needed}"' for state in states]
    held = version_numbers(numpy.version)
    if held and not numpy.problem:
        words.append(f'"numpy<{held[0]}.{held[1] + 1}"')
    return " ".join(words)
