"""QGIS in French: the toolbox, the help and the sentences of a run."""

import pytest

pytestmark = pytest.mark.subprocess


@pytest.fixture(scope="module")
def french(main_job, tmp_path_factory):
    """A profile with the plugin whose QGIS speaks French; the translation is compiled by make setup."""
    process = main_job.QgisProcess(tmp_path_factory.mktemp("french"))
    process.prepare()
    (settings,) = process.folder.rglob("QGIS3.ini")
    with settings.open("a", encoding="utf-8") as file:
        file.write("\n[locale]\noverrideFlag=true\nuserLocale=fr\n")
    return process


def test_the_toolbox_and_the_help_are_french(french):
    assert "Importer des visites de sites miniers" in french.call("list")
    told = french.call("help", "asm:scorecard")
    assert "Évalue chaque site minier" in told
    assert "Acteurs armés et étatiques" in told


def test_a_run_says_in_french_what_is_wrong(french, main_job, root):
    visits = root / "resources" / "demo" / "visits.csv"
    outputs = dict.fromkeys(("SITES", "VISITS", "FINDINGS"), "TEMPORARY_OUTPUT")
    with pytest.raises(main_job.JobError, match="PROVINCE n'est pas un paramètre de asm:importvisits"):
        french.run("asm:importvisits", INPUT=visits, PROVINCE="Lubero", **outputs)
