"""Further pages that an earlier, longer version of a sheet has left."""

import json

import pytest
from asm_atlas.cartography.further_pages import left_pages, stale_pages
from asm_atlas.core.series_index import file_checksum


def written(folder, *names):
    for name in names:
        (folder / name).write_text(f"as {name} was made", encoding="utf-8")
    return {name: file_checksum(folder / name) for name in names}


@pytest.mark.parametrize(
    "names, expected",
    [
        pytest.param(["m.png"], ["m_2.png", "m_3.png"], id="the new version has one page"),
        pytest.param(["m.png", "m_2.png"], ["m_3.png"], id="the new version has two"),
        pytest.param(["m-v02.png"], [], id="another name: the files of the older version stay"),
        pytest.param(["m.pdf"], [], id="no picture was written"),
        pytest.param(["m.svg"], [], id="pages of another kind"),
    ],
)
def test_pages_of_the_version_before_are_stale(tmp_path, names, expected):
    before = written(tmp_path, "m.png", "m_2.png", "m_3.png", "m_b.png", "m.pdf")
    assert [page.name for page in stale_pages(tmp_path, names, before)] == expected


def test_what_is_not_ours_or_was_changed_stays(tmp_path):
    before = written(tmp_path, "m.png", "m_2.png")
    written(tmp_path, "m_3.png")
    (tmp_path / "m_2.png").write_text("drawn on by hand", encoding="utf-8")
    assert stale_pages(tmp_path, ["m.png"], {**before, "../m_2.png": "0"}) == []


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(None, [], id="no report"),
        pytest.param("{", [], id="not JSON"),
        pytest.param('{"files": 3}', [], id="not a report"),
        pytest.param("report", ["m_2.png"], id="the report of the version before"),
    ],
)
def test_the_report_says_which_pages_were_ours(tmp_path, text, expected):
    before = written(tmp_path, "m.png", "m_2.png")
    report = tmp_path / "m.json"
    if text == "report":
        text = json.dumps({"files": [{"name": name, "sha256": sha} for name, sha in before.items()]})
    if text is not None:
        report.write_text(text, encoding="utf-8")
    assert [page.name for page in left_pages(report, [tmp_path / "m.png", report])] == expected
