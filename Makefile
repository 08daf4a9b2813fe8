PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed

CHROMIUM ?= chromium

.PHONY: demo test check check-floors picture clean

# Reads the example pages to the screen and into a report; a page among them that is rejected by name (status 3) is part of the show.
demo: $(INSTALLED)
	@mkdir -p out/demo
	@$(BIN)/rapporteur read examples/pages --format text || test $$? -eq 3
	@$(BIN)/rapporteur read examples/pages --format html -o out/demo/report.html 2>/dev/null || test $$? -eq 3
	@echo out/demo/report.html

test: $(INSTALLED)
	$(BIN)/pytest

check: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/pytest

# Every figure on the data sets under DATA, none under its floor. The sets are not part of the project.
DATA ?= data
check-floors: $(INSTALLED)
	for set in polnear readings articles page-dates news-pages gum-open reference ngec-actors geonews dictionaries; do $(BIN)/rapporteur eval $$set $(DATA)/$$set --floors benchmarks/floors.json || exit 1; done
	$(BIN)/rapporteur eval corpus training/corpus --floors benchmarks/floors.json

# The picture in the README: one example page as the report shows it. Needs chromium.
picture: $(INSTALLED)
	@mkdir -p out/demo
	$(BIN)/rapporteur read examples/pages/01-scraped-page.txt --format html -o out/demo/picture.html
	$(CHROMIUM) --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1280,1000 \
	  --screenshot=docs/report.png "file://$(CURDIR)/out/demo/picture.html" 2>/dev/null

clean:
	rm -rf out build dist .pytest_cache .ruff_cache .hypothesis
	find src tests training -name __pycache__ -type d -prune -exec rm -rf {} +

# Made once, and again when a pin or the package's own metadata changes.
$(INSTALLED): requirements/runtime.txt requirements/dev.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements/runtime.txt -r requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@
