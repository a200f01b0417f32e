"""Names of files from names of places."""

import pytest
from asm_atlas.core.exceptions import SheetError
from asm_atlas.core.file_names import check_pattern, distinct_stems, file_slug, file_stem


@pytest.mark.parametrize(
    "text, slug",
    [
        pytest.param("Sud-Kivu", "sud-kivu", id="plain"),
        pytest.param("  Équateur / Mbandaka ", "equateur-mbandaka", id="accents and slashes"),
        pytest.param("../../etc/passwd", "etc-passwd", id="path"),
        pytest.param("NUL", "nul-", id="device of Windows"),
        pytest.param("a\x00b\nc", "a-b-c", id="control characters"),
        pytest.param("x" * 300, "x" * 60, id="long"),
        pytest.param("金矿", "9e6f5c5b", id="no Latin letter"),
        pytest.param("", "", id="empty"),
    ],
)
def test_slugs(text, slug):
    found = file_slug(text)
    if text == "金矿":
        assert len(found) == 8 and found.isalnum() and found.isascii()
    else:
        assert found == slug


@pytest.mark.parametrize(
    "pattern, stem",
    [
        pytest.param("{map_id}-v{version}-{area}", "ASM-001-v02-sud-kivu", id="usual"),
        pytest.param("{area}", "sud-kivu", id="area alone"),
        pytest.param("Carte {area} (été)", "Carte-sud-kivu-ete", id="words of one's own"),
        pytest.param(".{area}.", "sud-kivu", id="no hidden file"),
        pytest.param("-{area}", "sud-kivu", id="no option of a program"),
        pytest.param("con.{area}", "sheet-con.sud-kivu", id="device of Windows"),
    ],
)
def test_stems(pattern, stem):
    values = {"map_id": "ASM-001", "version": "02", "area": "Sud-Kivu"}
    check_pattern(pattern, tuple(values))
    assert file_stem(pattern, values) == stem


@pytest.mark.parametrize(
    "pattern, told",
    [
        pytest.param("a/{area}", "signs that no file may have", id="folder"),
        pytest.param("a\\{area}", "signs that no file may have", id="folder of Windows"),
        pytest.param("C:{area}", "signs that no file may have", id="drive"),
        pytest.param("..{area}", "signs that no file may have", id="parent"),
        pytest.param("{area", "cannot be read", id="open brace"),
        pytest.param("{0}", "knows no '{0}'", id="place"),
        pytest.param("{area.__class__}", "knows no '{area.__class__}'", id="attribute"),
        pytest.param("{area!r}", "knows no '{area}'", id="conversion"),
        pytest.param("{area:>9999999}", "knows no '{area}'", id="width"),
        pytest.param("sheet", "one name", id="no placeholder"),
    ],
)
def test_patterns_that_are_refused(pattern, told):
    with pytest.raises(SheetError) as caught:
        check_pattern(pattern, ("area",))
    assert told in str(caught.value)


def test_names_that_differ_in_case_alone_are_told_apart_for_good():
    stems = distinct_stems({"a": "Kasai", "b": "kasai", "c": "Ituri"})
    assert stems["c"] == "Ituri"
    assert len({stem.lower() for stem in stems.values()}) == 3
    assert stems == distinct_stems({"b": "kasai", "a": "Kasai", "c": "Ituri"})
