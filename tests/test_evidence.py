"""Evidence: files of answers refused or counted, tables and pictures of the concept, the sample's own survey."""

import csv
import io
import runpy
from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printed import docx_tables, docx_text
from stratbuild.diagnostics import Diagnostic
from stratbuild.model import Plan
from stratbuild.model.survey.answers import AnswerTable, decode_answers
from stratbuild.model.survey.tabulation import tabulations
from stratbuild.outputs.documents.concept import view as concept
from stratbuild.render.edition import Edition
from stratbuild.render.press import print_papers
from stratbuild.source import SourceText
from strategies import check_texts, lines

SAMPLE = Path(__file__).parent.parent / "strategy"
EDITION = Edition(as_of=date(2026, 2, 1), revision="0123456789ab", language="uk", programme_version="0")
SETTINGS = """
strategy:
  title: Цифрова стратегія
  community: {name: Менська міська територіальна громада}
  period: {start: 2025-01-01, finish: 2027-12-31}
  language: uk
"""
QUESTIONS = """
surveys:
  - {id: SV-A, title: Опитування, start: 2025-01-10, finish: 2025-01-31, respondents: 10}
questions:
  - id: EV-ONE
    survey: SV-A
    title: Чи є інтернет?
    column: one
    options: [{code: "yes", title: Так}, {code: "no", title: Ні}, {code: dk, title: Не знаю, dont_know: true}]
    COUNTS_OF_ONE
  - id: EV-MANY
    survey: SV-A
    title: Що потрібно?
    kind: multiple
    column: many
    options: [{code: a, title: Сайт}, {code: b, title: Чат}, {code: c, title: Курси}]
  - id: EV-STEPS
    survey: SV-A
    title: Наскільки впевнені?
    kind: scale
    column: steps
    options: [{code: "1", title: Ні}, {code: "2", title: Трохи}, {code: "3", title: Так}, {code: dk, title: Не знаю, dont_know: true}]
"""


def decoded(content: str) -> tuple[AnswerTable | None, list[Diagnostic]]:
    return decode_answers(SourceText("needs.csv", content))


def plan_of(counts: str = "") -> Plan:
    text = SETTINGS + QUESTIONS.replace("COUNTS_OF_ONE", counts)
    checked = check_texts({"a.yaml": text})
    assert checked.plan is not None, lines(checked.diagnostics)
    return checked.plan


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "needs.csv:1:1: error[SB628] needs.csv holds no answers"),
        ("a,b\n", "needs.csv:1:1: error[SB628] needs.csv holds no answers"),
        ("a,b\n\n \n", "needs.csv:1:1: error[SB628] needs.csv holds no answers"),
        ("a,a\n1,2\n", "needs.csv:1:1: error[SB629] two columns are called a"),
        ("a,b\n1,2\n1\n", "needs.csv:3:1: error[SB660] the row has 1 cells, and there are 2 columns"),
        ("a,b\n1,2,3\n", "needs.csv:2:1: error[SB660] the row has 3 cells, and there are 2 columns"),
        ('a,b\n1,"x\n2,y\n3,z\n', "needs.csv:2:1: error[SB662] a quote that begins here does not end in its row"),
        (
            'a,b\n1,"x' + "\n2,y" * 50 + '"\n',
            "needs.csv:2:1: error[SB662] a quote that begins here does not end in its row",
        ),
        (
            "a,ПІБ\n1,2\n",
            "needs.csv:1:1: error[SB661] the column ПІБ seems to hold names, addresses, telephones or e-mails",
        ),
        (
            "a,b\n1,x\n2,me@example.com\n",
            "needs.csv:3:1: error[SB661] the column b seems to hold names, addresses, telephones or e-mails",
        ),
        (
            "a,b\n1,+38 (067) 123-45-67\n",
            "needs.csv:2:1: error[SB661] the column b seems to hold names, addresses, telephones or e-mails",
        ),
    ],
)
def test_a_file_of_answers_is_refused_with_its_place(content: str, told: str) -> None:
    table, found = decoded(content)
    assert table is None
    assert lines(found) == [told]


def test_a_finding_about_people_does_not_repeat_their_data() -> None:
    _, found = decoded("a,b\n1,ivan.petrenko@example.com\n")
    assert all("petrenko" not in line for language in ("en", "uk") for line in lines(found, language))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_lines_of_many_lines_and_other_separators_keep_their_places(delimiter: str) -> None:
    content = delimiter.join(("a", "b")) + '\r\n"x\ny"' + delimiter + "1\r\n\r\n2" + delimiter + " 3 \r\n"
    table, found = decoded(content)
    assert found == []
    assert table is not None
    assert {name: list(cells) for name, cells in table.columns.items()} == {"a": ["x\ny", "2"], "b": ["1", "3"]}
    assert list(table.lines) == [2, 5]


def test_a_comma_in_a_heading_is_no_separator_where_semicolons_part_the_rows() -> None:
    table, found = decoded("Вік, повних років;Де живете, місто чи село\n30;село\n41;місто\n")
    assert found == []
    assert table is not None
    assert table.columns["Вік, повних років"] == ("30", "41")


def test_words_that_only_look_like_data_about_people_are_taken() -> None:
    table, found = decoded("phones_at_home,shipping,zip\n3,0,15600\n")
    assert found == []
    assert table is not None


CELLS = st.lists(
    st.tuples(
        st.sampled_from(["yes", "no", "dk", ""]),
        st.lists(st.sampled_from(["a", "b", "c"]), max_size=4),
        st.sampled_from(["1", "2", "3", "dk", ""]),
    ),
    min_size=1,
    max_size=40,
)


@given(CELLS)
def test_answers_are_counted_as_by_hand(rows: list[tuple[str, list[str], str]]) -> None:
    written = io.StringIO()
    table_writer = csv.writer(written, lineterminator="\n")
    table_writer.writerow(["number", "one", "many", "steps"])
    table_writer.writerows([number, one, ";".join(many), steps] for number, (one, many, steps) in enumerate(rows))
    table, found = decoded(written.getvalue())
    assert found == []
    assert table is not None
    counted = tabulations(plan_of().strategy, {"SV-A": table})

    single = counted["EV-ONE"]
    said = [one for one, _, _ in rows if one]
    assert single.counts == {code: said.count(code) for code in ("yes", "no", "dk")}
    assert (single.base, single.silent, single.undecided) == (len(said), len(rows) - len(said), said.count("dk"))
    if said:
        assert sum(single.share(code) for code in single.counts) == 1

    several = counted["EV-MANY"]
    sets = [set(many) for _, many, _ in rows if many]
    assert several.counts == {code: sum(code in one for one in sets) for code in "abc"}
    assert several.base == len(sets)
    assert all(0 <= several.share(code) <= 1 for code in "abc")

    scale = counted["EV-STEPS"]
    steps = [int(step) for _, _, step in rows if step.isdigit()]
    assert scale.mean == (Fraction(sum(steps), len(steps)) if steps else None)


def test_counts_without_a_file_say_the_same_as_the_file() -> None:
    stated = tabulations(plan_of('counts: {"yes": 5, "no": 3, dk: 1}').strategy, {})["EV-ONE"]
    content = "one\n" + "yes\n" * 5 + "no\n" * 3 + "dk\n"
    table, _ = decoded(content)
    assert table is not None
    counted = tabulations(plan_of().strategy, {"SV-A": table})["EV-ONE"]
    assert stated.counts == counted.counts
    assert stated.base == counted.base == 9
    assert stated.silent == 1, "ten filled in the form, and nine answered this"


def test_the_revision_changes_with_the_answers() -> None:
    one, _ = decoded("one\nyes\n")
    same, _ = decoded("one\r\nyes\r\n")
    other, _ = decoded("one\nno\n")
    assert one is not None
    assert same is not None
    assert other is not None
    assert one.digest == same.digest != other.digest


def test_a_long_chain_of_goals_is_looked_at_without_recursion() -> None:
    chain = "".join(f"  - {{id: G-{n:04}, title: Ціль, parent: G-{n - 1:04}}}\n" for n in range(1, 2000))
    text = f"{SETTINGS}goals:\n  - {{id: G-0000, title: Ціль}}\n{chain}findings: [{{id: EV-A, area: other, title: Висновок}}]\n"
    bare = check_texts({"a.yaml": text})
    assert sum(one.code == "SB610" for one in bare.diagnostics) == 2000
    grounded = check_texts({"a.yaml": text.replace("parent: G-1998}", "parent: G-1998, because: [EV-A]}")})
    assert not any(one.code == "SB610" for one in grounded.diagnostics)


# The sample.


def test_the_answers_of_the_sample_are_what_its_generator_makes() -> None:
    made = runpy.run_path(str(SAMPLE / "evidence" / "generate_answers.py"))["answers"]()
    assert made == (SAMPLE / "evidence" / "needs-2025.csv").read_text(encoding="utf-8")


def test_the_sample_has_the_record_that_a_community_would(sample: Plan) -> None:
    strategy = sample.strategy
    assert len(strategy.questions) == 12
    assert {one.people for one in sample.answers.values()} == {600}
    assert set(sample.tabulations) == set(strategy.questions)
    assert len(strategy.findings) == 30
    areas = Counter(one.area.value for one in strategy.findings.values())
    assert set(areas) >= {"infrastructure", "e_services", "digital_literacy", "cyber_security"}
    assert all(one.source and one.on and one.severity for one in strategy.findings.values())
    assert len(strategy.proposals) == 40
    dispositions = {one.disposition.value for one in strategy.proposals.values()}
    assert dispositions == {"pending", "accepted", "partly", "rejected"}
    assert any(one.duplicate_of for one in strategy.proposals.values())


def test_the_concept_tells_the_survey_as_it_was_counted(sample: Plan, built: Path) -> None:
    tables = dict(docx_tables(built / "concept.docx"))
    answers = next(rows for caption, rows in tables.items() if "Відповіді на запитання" in caption)
    with (SAMPLE / "evidence" / "needs-2025.csv").open(encoding="utf-8", newline="") as file:
        by_hand = list(csv.DictReader(file))
    question = sample.strategy.questions["EV-NEEDS-Q3"]
    column = question.column or question.id
    said = Counter(one[column] for one in by_hand if one[column])
    place = next(number for number, row in enumerate(answers) if row[0].startswith(sample.strategy.text(question.title)))
    for offset, option in enumerate(question.options, start=1):
        share = round(Fraction(1000 * said[option.code], sum(said.values()))) / 10
        row = [cell.replace("\u00a0", " ") for cell in answers[place + offset]]
        assert row[:2] == [sample.strategy.text(option.title), str(said[option.code])]
        assert float(row[2].replace(",", ".").removesuffix("%")) == pytest.approx(share, abs=0.051)


def test_every_finding_stands_in_the_concept(sample: Plan, built: Path) -> None:
    text = docx_text(built / "concept.docx")
    missing = [one.id for one in sample.strategy.findings.values() if sample.strategy.text(one.title) not in text]
    assert missing == []


def test_the_matrix_sums_to_the_budget(sample: Plan, built: Path) -> None:
    rows = next(rows for caption, rows in docx_tables(built / "concept.docx") if "Потреби, цілі, заходи" in caption)
    total = rows[-1][-1].replace("\u00a0", "").replace(" ", "").replace(",", ".")
    assert total == str(sample.budget.total.decimal)


def test_a_strategy_without_evidence_has_none_of_its_chapters(tmp_path: Path) -> None:
    checked = check_texts({"a.yaml": SETTINGS + "goals: [{id: G-A, title: Ціль}]"})
    assert checked.plan is not None
    print_papers(concept(checked.plan, EDITION), EDITION, tmp_path)
    text = docx_text(tmp_path / "concept.docx")
    for heading in ("Що встановив аналіз", "Програми та досвід", "Від потреби до коштів", "Відповіді на запитання опитувань"):
        assert heading not in text
