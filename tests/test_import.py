"""`stratbuild import`: tables of forms as they come, all faults at once, nothing twice, nothing else touched."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command import stratbuild
from stratbuild.exchange.form_import import FormImport, form_import
from stratbuild.exchange.import_mapping import decode_mapping
from stratbuild.rewrite import rewrite
from stratbuild.schema.proposal import Proposal
from stratbuild.source import SourceText, read_table_file
from strategies import SETTINGS, check_texts, lines

PROPOSALS = """\
# Реєстр пропозицій.
districts:
  - {id: D-SYN, name: Синявський}
  - {id: D-MENA, name: {uk: Менський, en: Mena}}
proposals:
  - id: P-007
    text: Пропозиція, що вже є. # звірено
    received: 2025-03-03
    group: resident
    channel: letter

# Кінець реєстру.
"""

MAPPING = """\
file: register/proposals.yaml
id: {prefix: P, width: 3}
known_by: [Позначка часу, Ваша пропозиція]
fields:
  text: {column: Ваша пропозиція}
  received: {column: Позначка часу, format: DD.MM.YYYY}
  group:
    column: Хто ви?
    values: {Мешканець: resident, ФОП: business}
    otherwise: expert
  channel: {constant: form}
  author:
    name: {column: Ім’я, otherwise: Не назвався}
    email: {column: Пошта}
  district: {column: Округ}
"""

TABLE = """\
Позначка часу,Хто ви?,Ваша пропозиція,Ім’я,Пошта,Округ
01.12.2025 14:05:33,мешканець,"Зробіть, будь ласка, ""розумні"" зупинки.

- графік: онлайн
# і не лише",Іваненко Іван,ivan@example.com,Синявський
02.12.2025,ФОП,Більше послуг для ФОП,,,
3.12.2025 9:00,Дачник,"no",,one@example.com,mena
"""

ADDED = """\

  - id: P-008
    text: |-
      Зробіть, будь ласка, "розумні" зупинки.

      - графік: онлайн
      # і не лише
    received: 2025-12-01
    group: resident
    channel: form
    author:
      name: Іваненко Іван
      email: ivan@example.com
    district: D-SYN
    imported_as: 5f1d

  - id: P-009
    text: Більше послуг для ФОП
    received: 2025-12-02
    group: business
    channel: form
    imported_as: 5f1d

  - id: P-010
    text: "no"
    received: 2025-12-03
    group: expert
    channel: form
    author:
      name: Не назвався
      email: one@example.com
    district: D-MENA
    imported_as: 5f1d
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "strategy" / "register").mkdir(parents=True)
    (tmp_path / "strategy" / "s.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "strategy" / "register" / "proposals.yaml").write_text(PROPOSALS, encoding="utf-8", newline="\n")
    (tmp_path / "m.yaml").write_text(MAPPING, encoding="utf-8")
    (tmp_path / "f.csv").write_text(TABLE, encoding="utf-8", newline="")
    return tmp_path


def register(home: Path) -> str:
    return (home / "strategy" / "register" / "proposals.yaml").read_bytes().decode()


def imported(home: Path, *more: str) -> "CompletedProcess[str]":
    return stratbuild("import", "f.csv", "strategy", "--mapping", "m.yaml", *more, folder=home)


def without_marks(text: str) -> str:
    return "\n".join("    imported_as: 5f1d" if "imported_as" in line else line for line in text.split("\n"))


def test_without_apply_it_says_what_it_would_add(home: Path) -> None:
    done = imported(home)
    assert (done.returncode, register(home)) == (0, PROPOSALS)
    assert done.stdout.splitlines() == [
        'P-008  2025-12-01  мешканець громади, Форма на сайті: Зробіть, будь ласка, "розумні" зупинки. - графік: онлайн # і не лише',
        "P-009  2025-12-02  бізнес, Форма на сайті: Більше послуг для ФОП",
        "P-010  2025-12-03  експерт, Форма на сайті: no",
    ]
    assert "додалося б: 3 нові пропозиції" in done.stderr
    assert "Іваненко" not in done.stdout + done.stderr


def test_proposals_are_added_and_nothing_else_is_touched(home: Path) -> None:
    assert imported(home, "--apply").returncode == 0
    text = register(home)
    before, _, after = PROPOSALS.rpartition("\n\n# Кінець")
    assert without_marks(text).startswith(before)
    assert after in text
    assert without_marks(text).replace(before + "\n", "").replace("\n# Кінець реєстру.\n", "").strip("\n") == ADDED.strip("\n")
    assert check_texts({"a.yaml": text, "s.yaml": SETTINGS}).plan is not None


def test_the_same_table_adds_nothing_a_second_time(home: Path) -> None:
    imported(home, "--apply")
    once = register(home)
    again = imported(home, "--apply")
    assert (again.returncode, again.stdout, register(home)) == (0, "", once)
    assert "Нових пропозицій немає." in again.stderr
    assert "3 рядки" in again.stderr
    table = TABLE + "04.12.2025,ФОП,Ще одна,,,\n04.12.2025,ФОП,Ще одна,,,\n"
    (home / "f.csv").write_text(table, encoding="utf-8", newline="")
    assert imported(home, "--apply", "--lang", "en").stdout.startswith("P-011  2025-12-04")
    assert register(home).count("- id:") == 5


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_table_is_read_however_it_was_saved(home: Path, delimiter: str, encoding: str, line_end: str) -> None:
    wanted = rows_read(home)
    assert len(wanted) == 3
    rows = csv.reader(io.StringIO(TABLE, newline=""))
    with (home / "f.csv").open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator=line_end)
        writer.writerows([cell.replace("\n", line_end) for cell in row] for row in rows)
    assert rows_read(home) == wanted


def rows_read(home: Path) -> Sequence[object]:
    table, wrong = read_table_file(home / "f.csv")
    assert table is not None, lines(wrong)
    mapping, wrong = decode_mapping(SourceText("m.yaml", MAPPING))
    assert mapping is not None, lines(wrong)
    plan = check_texts({"register/proposals.yaml": PROPOSALS, "s.yaml": SETTINGS}).plan
    assert plan is not None
    made, wrong = form_import(table, mapping, plan.strategy, ["register/proposals.yaml"], "m.yaml")
    assert wrong == []
    return made.new


FAULTS = {
    "a row that is too short": ("02.12.2025,ФОП,Більше послуг для ФОП,,,", "02.12.2025,ФОП", "f.csv:6:1: error[SB652]"),
    "a day in another order": ("01.12.2025 14", "2025-12-01 14", "f.csv:2:1: error[SB653]"),
    "a day that does not exist": ("01.12.2025 14", "31.02.2025 14", "f.csv:2:1: error[SB653]"),
    "an unknown district": (",Синявський", ",Чернігів", "f.csv:2:1: error[SB654]"),
    "a proposal without text": ("Більше послуг для ФОП", "", "f.csv:6:1: error[SB655]"),
    "a quote without its pair": ("Більше послуг для ФОП", '"Більше послуг для ФОП', "f.csv:6:1: error[SB650]"),
    "a sign that no text may have": ("Більше послуг", "Більше\x07послуг", "f.csv:6:22: error[SB004]"),
    "a column that is not there": ("Пошта", "E-mail", "f.csv: error[SB651]"),
    "a column that is there twice": ("Ім’я,Пошта", "Пошта,Пошта", "error[SB657]"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_cannot_be_read_is_told_with_its_row(home: Path, name: str) -> None:
    old, new, expected = FAULTS[name]
    assert old in TABLE
    (home / "f.csv").write_text(TABLE.replace(old, new), encoding="utf-8", newline="")
    done = imported(home, "--apply", "--lang", "en")
    assert (done.returncode, register(home), done.stdout) == (1, PROPOSALS, "")
    assert expected in done.stderr
    assert "Traceback" not in done.stderr


def test_all_faults_are_told_at_once_and_nothing_is_written(home: Path) -> None:
    table = TABLE.replace("01.12.2025 14", "завтра").replace("Більше послуг для ФОП", "") + "x\n"
    (home / "f.csv").write_text(table, encoding="utf-8", newline="")
    done = imported(home, "--apply", "--lang", "en")
    assert [code for code in ("SB652", "SB653", "SB655") if code not in done.stderr] == []
    assert register(home) == PROPOSALS


def test_two_rows_that_cannot_be_told_apart_are_refused(home: Path) -> None:
    (home / "m.yaml").write_text(MAPPING.replace("[Позначка часу, Ваша пропозиція]", '["Хто ви?"]'), encoding="utf-8")
    (home / "f.csv").write_text(TABLE + "04.12.2025,ФОП,Ще одна,,,\n", encoding="utf-8", newline="")
    done = imported(home, "--lang", "en")
    assert done.returncode == 1
    assert "f.csv:8:1: error[SB656] this row and that of line 6 cannot be told apart by Хто ви?" in done.stderr


MISTAKES = {
    "no column and no constant": ("channel: {constant: form}", "channel: {}", "m.yaml:11:3: error[SB659]"),
    "both": ("channel: {constant: form}", "channel: {constant: form, column: Пошта}", "m.yaml:11:3: error[SB659]"),
    "an unknown key": ("known_by:", "known_as:", "m.yaml:3:1: error["),
    "an unknown group": ("ФОП: business", "ФОП: firm", "m.yaml:9:40: error[SB106]"),
    "no such file": ("register/proposals.yaml", "proposal.yaml", "error[SB658]"),
    "no YAML": ("fields:", "fields: [", "error[SB"),
    "empty": (MAPPING, "", "error["),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_the_mapping_is_told_with_its_place(home: Path, name: str) -> None:
    old, new, expected = MISTAKES[name]
    (home / "m.yaml").write_text(MAPPING.replace(old, new), encoding="utf-8")
    done = imported(home, "--lang", "en")
    assert done.returncode == 1, done.stderr
    assert expected in done.stderr


def test_files_that_are_not_there(home: Path) -> None:
    done = stratbuild("import", "no.csv", "strategy", "--mapping", "m.yaml", folder=home)
    assert (done.returncode, "no.csv" in done.stderr) == (2, True)
    assert stratbuild("import", "f.csv", "strategy", folder=home).returncode == 2


CELL = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), include_characters="\n"), max_size=60)


@settings(max_examples=40)
@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=6))
def test_whatever_people_write_comes_back_as_text(rows: list[tuple[str, str, str]]) -> None:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(["№", "Текст", "Ім’я", "Пошта"])
    writer.writerows([[number, *row] for number, row in enumerate(rows)])
    mapping, wrong = decode_mapping(
        SourceText(
            "m.yaml",
            "known_by: [№]\nfields:\n  text: {column: Текст, otherwise: Немає}\n  received: {constant: 2025-12-01}\n"
            "  group: {constant: resident}\n  channel: {constant: form}\n"
            "  author: {name: {column: Ім’я, otherwise: Немає}, post: {column: Пошта}}\n",
        )
    )
    assert mapping is not None, lines(wrong)
    text = SourceText("a.yaml", PROPOSALS)
    strategy = check_texts({"a.yaml": PROPOSALS, "s.yaml": SETTINGS}).plan
    assert strategy is not None
    made, wrong = form_import(SourceText("f.csv", file.getvalue()), mapping, strategy.strategy, ["a.yaml"], "m.yaml")
    assert made != FormImport(), lines(wrong)
    assert len(made.new) == len(rows)
    changed = rewrite(text, made.edits)
    checked = check_texts({"a.yaml": changed.content, "s.yaml": SETTINGS})
    assert checked.plan is not None, lines(checked.diagnostics)
    found: list[Proposal] = [one for one in checked.plan.strategy.proposals.values() if one.imported_as]
    assert len(found) == len(rows)


def test_the_example_of_the_page_works(home: Path) -> None:
    page = (Path(__file__).parent.parent / "docs" / "import.md").read_text(encoding="utf-8")
    mapping, table = (page.partition(f"```{kind}\n")[2].partition("```")[0] for kind in ("yaml", "csv"))
    (home / "m.yaml").write_text(mapping, encoding="utf-8")
    (home / "f.csv").write_text(table, encoding="utf-8", newline="")
    done = imported(home, "--apply")
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["P-008", "P-009"]
    assert "title: Розклад онлайн" in register(home)
