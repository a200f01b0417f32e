"""Write asm_atlas.zip, the plugin as QGIS installs it, from the last commit.

    python tools/build_zip.py [OUT]

Of the repository only committed files are packed, without those that .gitattributes marks export-ignore, in the order
and with the date of the commit; what is made of them (translations, help) is made for the zip: two builds of a commit are the
same bytes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = "asm_atlas"
# What is made of committed files for the zip: the command, and what it writes.
MADE = (
    ("tools/translations.py", "compile", "resources/i18n/*.qm"),
    (
        "tools/build_help.py",
        "resources/help",
        "resources/help/**/*.*",
    ),  # after the translations that it speaks
)


def build(out: Path) -> Path:
    """Write the zip of the last commit to out; raises RuntimeError where it cannot be made."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / FOLDER
        _run("git", "clone", "--quiet", "--shared", str(ROOT), str(clone), cwd=ROOT)
        files = []
        for script, argument, pattern in MADE:
            _run(sys.executable, script, argument, cwd=clone)
            files += sorted(clone.glob(pattern))
        added = []
        for file in files:
            added += [f"--prefix={FOLDER}/{file.parent.relative_to(clone).as_posix()}/", f"--add-file={file}"]
        archive = ["git", "archive", "--format=zip", *added, f"--prefix={FOLDER}/", "-o", str(out.resolve())]
        _run(*archive, "HEAD", cwd=clone)
    return out


def _run(*command: str, cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"The zip was not made; {' '.join(command[:3])}: {done.stderr.strip()}")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("out", nargs="?", type=Path, default=ROOT / "out" / f"{FOLDER}.zip")
    print(build(arguments.parse_args().out))
