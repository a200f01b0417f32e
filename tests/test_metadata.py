"""metadata.txt, changelog and licence say the same."""

import re
from configparser import ConfigParser


def metadata(root):
    parser = ConfigParser(interpolation=None)
    parser.read(root / "metadata.txt", encoding="utf-8")
    return parser["general"]


def test_the_version_is_in_the_changelog(root):
    version = metadata(root)["version"]
    assert f"## {version}" in (root / "CHANGELOG.md").read_text(encoding="utf-8")
    assert metadata(root)["changelog"].startswith(version)


def test_the_plugin_works_in_batch_and_from_3_22(root):
    general = metadata(root)
    assert general["name"] == "ASM Atlas"
    assert general["hasProcessingProvider"] == "yes"
    assert general["qgisMinimumVersion"] == "3.22"
    assert (root / general["icon"]).is_file()


def test_no_version_is_claimed_that_is_not_run(root):
    """The native version and those of `make test-matrix` are the ends of what is claimed."""
    general = metadata(root)
    text = (root / "tools" / "qgis_trees.py").read_text(encoding="utf-8")
    newest = max(re.findall(r'"(3\.\d+)": "trixie', text), key=lambda version: int(version.split(".")[1]))
    assert general["qgisMaximumVersion"] == newest
    versions = (root / "docs" / "versions.md").read_text(encoding="utf-8")
    assert f"| {general['qgisMinimumVersion']}." in versions
    assert f"| {newest}." in versions


def test_the_licence_is_the_gpl(root):
    assert "GNU GENERAL PUBLIC LICENSE" in (root / "LICENSE").read_text(encoding="utf-8")
