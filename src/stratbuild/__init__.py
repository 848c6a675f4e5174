"""stratbuild compiles a town's strategy, written as typed YAML, into the papers that a council reads.

Stages
    A text is read once and passes through these, each giving its value and what it found wrong:
    `source` (bytes to text) → `syntax` (YAML events to plain data, with a place for every value) →
    `schema` (data to frozen entities) → `strategy` (entities to one linked strategy) → `model`
    (everything that follows from it: dates, order, money, scenarios) → `planning` (what could be
    otherwise: dates within capacity, a choice within the money, chance) → `checks` and `outputs`, which
    read the plan and know nothing of each other. `pipeline` alone knows this order; a stage that finds an
    error is the last, so that no finding is the shadow of another.

Families
    In four places one thing is one file, found by its place and listed nowhere:
    `schema/` (a kind of entity), `checks/rules/` (a rule, named after the fault that it finds; its
    docstring is its page), `outputs/documents/` (a paper; its template lies in `templates/`) and
    `cli/commands/` (a command). A language is one folder in `templates/words/`.

What holds
    - A layer imports only from those below it, and one module is the door to each library
      (`tests/test_house.py`, by import-linter).
    - Findings are values with a place, a fact and a remedy, in Ukrainian and English, and no input
      raises anything else (`tests/test_hazards.py`, `tests/test_fuzz.py`).
    - Money is a whole number of hundredths from the first character to the last cell; every total is
      a sum of one table of facts (`tests/test_budget_laws.py`, `tests/test_workbook.py`). The model,
      whole kopecks in SQLite and LibreOffice come to the same in every scenario
      (`tests/test_budget_proof.py`).
    - Every date is the one found by trying day after day, every float how far a measure can really be
      moved (`tests/test_timing.py`). A proposal is written only when it is accepted, and is the same on
      every machine (`tests/test_levelling.py`, `tests/test_selection.py`, `tests/test_risk.py`).
    - What comes back in a workbook is compared with what was sent out and with the text as it is now,
      and changes nothing by itself (`exchange`, `tests/test_pull.py`). Writing back touches the
      characters of the changed values only (`rewrite`, `tests/test_rewrite.py`), and all files or none
      (`publish.source_writing`, `tests/test_source_writing.py`).
    - What people wrote is never read as markup, formula or link (`tests/test_papers.py`,
      `tests/test_workbook.py`).
    - The order in which files come does not matter, nor how many there are
      (`tests/test_files.py`).
    - A set of papers appears whole or not at all, and two builds of one text are the same bytes
      (`tests/test_publish.py`, `tests/test_papers.py`).
    - The clock is read in the command line alone; only `source` reads a strategy, only the command
      line and `publish` write.
"""

__version__ = "0.1.0"
