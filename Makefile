# Set-up for Debian 12 and the main job. `make demo` and `make test` are all a newcomer needs.

PYTHON := .venv/bin/python
READY := .venv/ready
FRENCH := resources/i18n/asm_atlas_fr.qm
HELP := resources/help/help.css
EXAMPLES := .venv/examples/libpysal
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PACKAGES := qgis python3-qgis python3-pandas python3-venv poppler-utils qttools5-dev-tools

SERVERS := qgis-server postgresql postgresql-15-postgis-3 strace

VISITS ?=
AREAS ?=
ADMIN ?=
TITLES ?=
TITLES_DATE ?=
TERRITORIES ?=
PROVINCE ?=
LANGUAGE ?= en
OUT ?= out
ROWS ?= 10000 100000
SITES ?= 1000 5000
OVERLAPS ?= 5000x500
CLUSTERS ?= 3000 30000

ONLY ?=

.PHONY: demo test test-matrix coverage lint zip translations demo-data bench bench-import bench-scorecard bench-sensitivity bench-overlap \
	bench-clusters bench-sheets setup servers clean

demo: setup
	@$(PYTHON) tools/main_job.py --out "$(OUT)" --visits "$(VISITS)" --areas "$(AREAS)" --admin "$(ADMIN)" \
		--titles "$(TITLES)" --titles_date "$(TITLES_DATE)" --territories "$(TERRITORIES)" \
		--province "$(PROVINCE)" --language "$(LANGUAGE)"

test: setup
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest $(ARGS)

# The main job and every test in QGIS 3.40 and 3.44 too, in Debian 13 trees that are built once, outside the
# repository; needs root. ARGS="--versions 3.40 --tests tests/processing" chooses.
test-matrix: setup
	@$(PYTHON) tools/qgis_trees.py $(if $(ARGS),build run table $(ARGS))

# How much of each room the tests reach; ARGS chooses tests, as for `make test`. Twice as slow as these.
coverage: setup
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m coverage run --source=. --omit='tests/*,tools/*,bench/*,.venv/*,out/*' \
		-m pytest -q $(ARGS); code=$$?; $(PYTHON) tools/coverage_by_room.py; exit $$code

lint: setup
	@$(PYTHON) -m ruff check . && $(PYTHON) -m ruff format --check . \
		&& $(PYTHON) -m flake8 --select QGS .

# The plugin as QGIS installs it, and what the official plugin repository would hold against it.
zip: setup
	@$(PYTHON) tools/build_zip.py out/asm_atlas.zip && $(PYTHON) tools/check_zip.py out/asm_atlas.zip

# The demo data are written by a generator with a fixed seed; a test compares its bytes.
demo-data: setup
	@$(PYTHON) tools/make_demo.py

# All of those below in sizes that take about an hour, and one table of figures and ratios in out/benchmarks.md;
# ARGS="--only import overlap" chooses.
bench: setup
	@$(PYTHON) bench/every.py $(ARGS)

# Prints seconds and memory beside those of pandas and ogr2ogr; ROWS="10000 100000 1000000" adds the big one.
bench-import: setup
	@$(PYTHON) bench/import_visits.py $(ROWS)

# Prints seconds and memory of 10,000 draws of weights; SITES="1000 5000" chooses how many sites.
bench-sensitivity: setup
	@$(PYTHON) bench/score_sensitivity.py $(SITES)

# The same for scores of all visits; ONLY=--core-only leaves qgis_process out.
bench-scorecard: setup
	@$(PYTHON) bench/scorecard.py $(ONLY) $(ROWS)

# Seconds, MB, memory and pictures of printed sheets on the real release; ARGS=--without-series leaves the series out.
bench-sheets: setup
	@$(PYTHON) bench/sheets.py $(ARGS)

# The overlap of sites and areas beside QGIS's own tools and geopandas, in a few minutes;
# OVERLAPS="5000x500 100000x500 5000x10000" takes an hour.
bench-overlap: setup
	@$(PYTHON) bench/overlap.py $(OVERLAPS)

# Local statistics beside esda, GeoDa and libpysal, in a few minutes; CLUSTERS="3000 30000 300000 1000000" takes half an
# hour and some gigabytes.
bench-clusters: setup
	@$(PYTHON) bench/clusters.py $(CLUSTERS)

setup: $(READY) $(EXAMPLES) $(FRENCH) $(HELP)

# QGIS and pandas come from Debian; shapely >= 2 does not, so it goes into an environment that sees them.
$(READY): requirements-dev.txt
	@/usr/bin/python3 -c "import qgis.core, pandas, venv, ensurepip" 2>/dev/null && command -v pdftotext >/dev/null && command -v lrelease >/dev/null \
		|| { $(SUDO) apt-get update -q && \
		     $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $(PACKAGES); }
	@/usr/bin/python3 -m venv --system-site-packages .venv
	@$(PYTHON) -m pip install -q --disable-pip-version-check -r requirements-dev.txt
	@touch $(READY)

# The plugin speaks the language of QGIS where its translation has been compiled.
$(FRENCH): $(wildcard resources/i18n/fr/*.ts) | $(READY)
	@$(PYTHON) tools/translations.py compile

# The pages that F1 and the Help buttons open; built anew when a text or an algorithm has changed.
.PHONY: help
help: $(HELP)

$(HELP): $(FRENCH) $(wildcard docs/help/*.css docs/help/*/*.md tools/*help*.py processing/*.py) README.md docs/clusters.md \
		docs/sheets.md resources/profiles/README.md resources/schemes/README.md resources/public/README.md metadata.txt | $(READY)
	@$(PYTHON) tools/build_help.py

# New strings of the code into the files of the translation; those without French are listed.
translations: $(READY)
	@$(PYTHON) tools/translations.py update && $(PYTHON) tools/translations.py check

# Example sets that local statistics are checked with: files of libpysal's wheel, of which nothing is imported.
$(EXAMPLES): | $(READY)
	@$(PYTHON) -m pip install -q --disable-pip-version-check --no-deps --target .venv/examples libpysal==4.14.1

# A WFS and a PostGIS for the tests of live sources, and what listens for network traffic; tests are skipped without.
servers:
	@command -v qgis_mapserver >/dev/null && command -v strace >/dev/null && ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1 \
		|| { $(SUDO) apt-get update -q && \
		     $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $(SERVERS); }

clean:
	rm -rf .venv out
