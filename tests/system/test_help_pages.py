"""The shipped help: built from its sources, whole in both languages, and refused where it is not."""

import ast
import importlib
import re
import shutil
import sys

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLocale

pytest.importorskip("markdown", reason="Markdown is missing; install it with 'make setup'")

LANGUAGES = ("en", "fr")
TOOLS = ("build_help", "algorithm_help", "check_help", "help_words", "translations")
GOOD = (
    '<!DOCTYPE html>\n<html lang="{0}"><head><title>T</title></head><body><h1 id="a">T</h1>'
    '<p>{1}</p><h2 id="b">B</h2></body></html>'
)


@pytest.fixture(scope="module")
def tools(root):
    """The tools of the help as modules, which import each other by name."""
    sys.path.insert(0, str(root / "tools"))
    yield {name: importlib.import_module(name) for name in TOOLS}
    sys.path.remove(str(root / "tools"))
    for name in TOOLS:
        sys.modules.pop(name, None)


@pytest.fixture(scope="module")
def built(plugin, tools, tmp_path_factory):
    """A folder with all pages, the French ones with the translation of this state of the code."""
    from asm_atlas.processing import translation

    folder, own = tmp_path_factory.mktemp("help"), translation.FOLDER
    if shutil.which("lrelease") or shutil.which("lrelease-qt5"):
        tools["translations"].compile_languages(folder)
        translation.FOLDER = folder
    elif not list(own.glob("*.qm")):
        pytest.skip("lrelease is missing; install qttools5-dev-tools")
    try:
        tools["build_help"].build(folder / "pages")
    finally:
        translation.FOLDER = own
    return folder / "pages"


@pytest.fixture()
def texts(built):
    """(language, page) -> HTML."""
    return {(path.parent.name, path.stem): path.read_text(encoding="utf-8") for path in built.rglob("*.html")}


def algorithms():
    return QgsApplication.processingRegistry().providerById("asm").algorithms()


def test_every_algorithm_has_a_page_with_every_parameter_and_output(texts, tools):
    page = tools["check_help"].Page
    for algorithm in algorithms():
        for language in LANGUAGES:
            ids = page(texts[language, f"asm_{algorithm.name()}"]).ids
            names = {definition.name() for definition in algorithm.parameterDefinitions()}
            numbers = {output.name() for output in algorithm.outputDefinitions()} - names
            assert names <= set(ids), algorithm.id()
            assert {f"output-{name}" for name in numbers} <= set(ids), algorithm.id()


def test_algorithms_say_of_themselves_what_the_toolbox_says(texts):
    from html import escape

    for algorithm in algorithms():
        text = texts["en", f"asm_{algorithm.name()}"]
        assert f"<h1>{escape(algorithm.displayName())}</h1>" in text
        for definition in algorithm.parameterDefinitions():
            assert escape(definition.help()) in text, definition.name()


def test_pages_of_algorithms_are_french_in_french(texts):
    assert "<h1>Importer des visites de sites miniers</h1>" in texts["fr", "asm_importvisits"]
    same = [
        name
        for algorithm in algorithms()
        if f"<h1>{algorithm.displayName()}</h1>" in texts["fr", name := f"asm_{algorithm.name()}"]
    ]
    assert same == []


def test_qgis_speaks_as_before_when_the_pages_are_built(built):
    before = QLocale()
    assert QgsApplication.locale().startswith(before.name()[:2])
    assert algorithms()[0].displayName().isascii()


def test_nothing_is_wrong_with_the_pages(built, tools):
    assert tools["check_help"].faults_of(built) == []


def test_the_same_sources_give_the_same_bytes_and_no_paths_of_this_machine(
    built, tools, texts, root, tmp_path
):
    again = {path.relative_to(tmp_path): path.read_bytes() for path in tools["build_help"].build(tmp_path)}
    plain = {path: text for path, text in again.items() if path.parts[0] == "en"}
    assert plain == {path: (built / path).read_bytes() for path in plain}
    for text in texts.values():
        assert str(root) not in text
        assert str(root.parent) not in text


def test_both_languages_have_the_pages_of_the_list(texts, tools):
    for language in LANGUAGES:
        own = {page for spoken, page in texts if spoken == language and not page.startswith("asm_")}
        assert own == {"index", *tools["build_help"].PAGES}


def test_every_word_of_the_glossary_is_asked_for_on_some_page(texts):
    """What no page links to is either a word too many or a link too few."""
    for language in LANGUAGES:
        words = set(re.findall(r'<h3 id="([^"]+)"', texts[language, "glossary"]))
        others = "".join(
            text for (spoken, page), text in texts.items() if spoken == language and page != "glossary"
        )
        assert len(words) > 40
        assert {word for word in words if f'glossary.html#{word}"' not in others} == set()


def test_ids_of_algorithms_lead_to_their_pages(texts):
    assert '<a href="asm_colocation.html"><code>asm:colocation</code></a>' in texts["en", "clusters"]
    assert "<a" not in re.search(r"<pre.*?</pre>", texts["en", "batch"], re.DOTALL)[0]


def test_the_glossary_begins_with_its_words_by_the_alphabet(texts):
    first = re.search(r'<nav class="contents".*?</nav>', texts["fr", "glossary"], re.DOTALL)[0]
    words = re.findall(r">([^<>]+)</a>", first)
    assert words[:4] == ["3T", "Acteur", "Aire protégée", "Atlas"]
    assert words[-4:] == ["Visite", "Voisin", "XLSForm", "ZEA"]


def test_text_and_links_can_be_read_on_light_and_dark_ground(built):
    """4.5 is the least contrast of text of WCAG 2.1, 1.4.3."""
    from asm_atlas.core.colour_vision import contrast

    sheet = (built / "help.css").read_text(encoding="utf-8")
    schemes = [
        dict(re.findall(r"--(\w+): (#\w{6})", line)) for line in sheet.splitlines() if "--text:" in line
    ]
    assert len(schemes) == 2
    for colours in schemes:
        for front in ("text", "link"):
            for back in ("ground", "pale"):
                assert contrast(colours[front], colours[back]) >= 4.5, (front, back)


def test_pages_that_windows_ask_for_are_there(root, tools):
    """The argument of open_help and help_on_f1 in the code."""
    asked = {}
    for path in [root / "plugin.py", *sorted((root / "dialogs").glob("*.py"))]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            if name in ("open_help", "help_on_f1") and isinstance(node.args[-1], ast.Constant):
                asked.setdefault(node.args[-1].value, set()).add(path.name)
    assert set(asked) <= {"index", *tools["build_help"].PAGES}
    assert {name for names in asked.values() for name in names} >= {
        *("plugin.py", "import_wizard.py", "sheet_designer.py", "sheet_series.py"),
        *("scorecard_editor.py", "organisation_page.py", "packages_page.py"),
    }


def test_buttons_are_called_on_the_pages_as_in_the_windows(texts, tools):
    """What stands bold and ends with three dots is a button."""
    translations = tools["translations"]
    labels = {"en": set(), "fr": set()}
    for room, strings in translations.strings_by_room().items():
        french = translations.translations_of(translations.I18N / "fr" / f"{room}.ts")
        for text in (text for found in strings.values() for text in found):
            labels["en"].add(text.replace("&", ""))
            labels["fr"].add(re.sub(r" \(&\w\)", "", french.get(text, "")).replace("&", ""))
    for (language, page), text in texts.items():
        buttons = {" ".join(found.split()) for found in re.findall(r"<strong>([^<]+…)</strong>", text)}
        assert buttons <= labels[language], (language, page)
        assert buttons or page != "first_steps"


def test_no_sentence_of_the_plugin_sends_people_to_files_that_the_zip_lacks(tools):
    for strings in tools["translations"].strings_by_room().values():
        for file, texts in strings.items():
            assert [text for text in texts if "docs/" in text or "tools/" in text] == [], file


# -- what is refused --------------------------------------------------------------------------------


@pytest.fixture()
def sources(root, tmp_path):
    """A copy of all that the pages are made of."""
    for name in ("docs", "resources/profiles", "resources/schemes", "resources/public"):
        shutil.copytree(root / name, tmp_path / name)
    shutil.copyfile(root / "README.md", tmp_path / "README.md")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "# A\n\n{{ README.md # No such thing }}\n", "no such heading", id="a heading that is gone"
        ),
        pytest.param(
            "# A\n\n{{ docs/gone.md }}\n", "docs/gone.md, which is not there", id="a file that is gone"
        ),
        pytest.param("Words.\n", "must begin with its title", id="no title"),
    ],
)
def test_a_page_that_cannot_be_made_is_one_sentence(tools, sources, text, words):
    build = tools["build_help"]
    (sources / "docs/help/en/import.md").write_text(text, encoding="utf-8")
    with pytest.raises(build.HelpError, match=re.escape(words)):
        build.body_of(build.page_text("import", "en", sources))


def test_a_link_to_a_file_for_developers_is_its_words(tools, sources):
    text = "# A\n\nSee [how it is built](../../design.md) and [clusters](../../clusters.md#neighbours).\n"
    (sources / "docs/help/en/import.md").write_text(text, encoding="utf-8")
    assert tools["build_help"].page_text("import", "en", sources).splitlines()[2] == (
        "See how it is built and [clusters](clusters.html#neighbours)."
    )


def test_a_page_that_a_language_lacks_is_named(tools, sources):
    (sources / "docs/help/fr/import.md").unlink()
    with pytest.raises(tools["build_help"].HelpError, match=r"import.md is missing in docs/help/fr"):
        tools["build_help"].page_text("import", "fr", sources)


def test_a_heading_that_is_not_translated_is_named(tools, sources, plugin):
    path = sources / "docs/help/fr/import.md"
    path.write_text(path.read_text(encoding="utf-8").replace(" {#what-is-kept}", ""), encoding="utf-8")
    (sources / "out").mkdir()
    (sources / "out" / "former.html").touch()
    with pytest.raises(
        tools["build_help"].HelpError, match=r"fr/import.html lacks the headings what-is-kept "
    ):
        tools["build_help"].build(sources / "out", sources)
    assert [path.name for path in (sources / "out").iterdir()] == ["former.html"]


def test_sections_are_taken_without_their_heading_and_commands_alone(tools, tmp_path):
    text = "# T\n\n## One\n\nWords:\n\n    run a\n\n### Below\n\nMore.\n\n## Two\n\nOther.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    included = tools["build_help"].included
    assert [line for line in included(tmp_path, "a.md", "One", None) if line] == [
        *("Words:", "    run a", "## Below", "More.")
    ]
    assert [line for line in included(tmp_path, "a.md", "One", "| code") if line] == ["    run a"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param('<a href="gone.html">x</a>', "gone.html leads to no page", id="a page that is gone"),
        pytest.param('<a href="#c">x</a>', "#c leads to no heading", id="a heading that is gone"),
        pytest.param('<a href="http://a.b">x</a>', "no address of the web", id="an address without TLS"),
        pytest.param('<img src="https://a.b/c.png">', "fetches", id="a picture from outside"),
        pytest.param("<script>1</script>", "fetches", id="a script"),
        pytest.param('<p onclick="1">x</p>', "fetches", id="a script in an attribute"),
        pytest.param("<b>x", "is not closed", id="markup that is not closed"),
        pytest.param("x</b>", "closes what is not open", id="markup closed twice"),
        pytest.param('<b id="a">x</b>', "the id a stands twice", id="an id twice"),
        pytest.param("<table><tr><th>x</th></tr></table>", "without scope", id="a head of a column"),
        pytest.param("<h4>x</h4>", "leave out a level", id="a level left out"),
    ],
)
def test_faults_of_a_page_are_named(tools, tmp_path, text, words):
    for language, content in (("en", text), ("fr", "x")):
        (tmp_path / language).mkdir()
        (tmp_path / language / "a.html").write_text(GOOD.format(language, content), encoding="utf-8")
    assert [
        fault for fault in tools["check_help"].faults_of(tmp_path) if words in fault and "en/a.html" in fault
    ]


def test_the_small_pages_of_the_table_are_good(tools, tmp_path):
    for language in LANGUAGES:
        (tmp_path / language).mkdir()
        text = GOOD.format(language, '<a href="a.html#b">x</a> <a href="https://a.b">y</a>')
        (tmp_path / language / "a.html").write_text(text, encoding="utf-8")
    assert tools["check_help"].faults_of(tmp_path) == []
    shutil.copyfile(tmp_path / "en" / "a.html", tmp_path / "en" / "b.html")
    assert tools["check_help"].faults_of(tmp_path) == ["fr/b.html is missing."]
