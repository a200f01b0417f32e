"""Write asm_atlas.zip, the plugin as QGIS installs it, from the last commit.

    python tools/build_zip.py [OUT]

Only committed files are packed, without those that .gitattributes marks export-ignore, in the order and with the
date of the commit: two builds of a commit are the same bytes.
"""

from __future__ import annotations

import argparse
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = "asm_atlas"


def build(out: Path) -> Path:
    """Write the zip of the last commit to out; raises RuntimeError where there is no commit to pack."""
    out.parent.mkdir(parents=True, exist_ok=True)
    archive = ["git", "archive", "--format=zip", f"--prefix={FOLDER}/", "-o", str(out.resolve()), "HEAD"]
    done = subprocess.run(archive, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"The zip needs a git clone with a commit: {done.stderr.strip()}")
    return out


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("out", nargs="?", type=Path, default=ROOT / "out" / f"{FOLDER}.zip")
    print(build(arguments.parse_args().out))
