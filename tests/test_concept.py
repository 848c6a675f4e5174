"""The concept: what it says is what the plan says, in every format and language, and nothing in it is markup."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from printed import docx_tables, docx_text, html, letters, pdf_text
from stratbuild.model import Plan
from stratbuild.model.budget import Key, economic_code, programme, source, top_goal_of, year
from stratbuild.outputs.documents.concept import view
from stratbuild.outputs.plan_in_words import in_words
from stratbuild.quantity import Money
from stratbuild.render.edition import Edition
from stratbuild.render.locale import locale
from stratbuild.render.paper import Format
from stratbuild.render.press import print_papers
from stratbuild.source import resource
from strategies import check_folder, check_text, check_texts, shipped_classifiers
from test_papers import HOSTILE

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "strategy"


def edition(language: str) -> Edition:
    return Edition(date(2026, 11, 24), "0123456789ab", language, "0.1.0")


def concept(plan: Plan | None, folder: Path, language: str = "uk") -> Path:
    assert plan is not None
    papers = list(view(plan, edition(language)))
    assert print_papers(papers, edition(language), folder) == ("concept.docx", "concept.pdf", "concept.html")
    return folder


@pytest.fixture(scope="module")
def sample() -> Plan:
    plan = check_folder(SAMPLE, shipped_classifiers()).plan
    assert plan is not None
    return plan


@pytest.fixture(scope="module")
def printed_sample(sample: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return concept(sample, tmp_path_factory.mktemp("sample"))


def money(written: str) -> Money:
    """A printed Ukrainian sum."""
    plain = written.replace("\u00a0", "").replace(",", ".")
    return Money(int(Decimal(0 if plain == "–" else plain).scaleb(2)))


def table(path: Path, caption: str) -> list[list[str]]:
    (found,) = [rows for title, rows in docx_tables(path / "concept.docx") if caption in title]
    return found


def test_the_totals_of_the_budget_tables_are_the_plans(sample: Plan, printed_sample: Path) -> None:
    years, by_year = sample.budget.years, sample.budget.total_by(year)
    expected = [*(by_year[one] for one in years), sample.budget.total]
    keys: dict[str, Key] = {
        "Кошти за джерелами": source,
        "Кошти за цілями": top_goal_of(sample.strategy),
        "Кошти за кодами": economic_code,
    }
    for caption, key in keys.items():
        _, *rows, total = table(printed_sample, caption)
        assert [money(cell) for cell in total[1:]] == expected
        sums = sample.budget.total_by(key)
        assert sorted(money(row[-1]) for row in rows) == sorted(sums.values())
        assert [Money.total(money(row[column]) for row in rows) for column in range(1, len(total))] == expected


def test_the_total_of_the_plan_of_measures_is_the_plans(sample: Plan, printed_sample: Path) -> None:
    _, *rows, total = table(printed_sample, "План заходів")
    measures = [row for row in rows if len(row) > 1]
    assert [row[0] for row in measures] == [sample.coverage.codes[one.id] for one in sample.coverage.measures_in_order()]
    assert Money.total(money(row[-1]) for row in measures) == money(total[-1]) == sample.budget.total


def test_every_goal_measure_and_indicator_is_in_every_format(sample: Plan, printed_sample: Path) -> None:
    strategy = sample.strategy
    titles = [strategy.text(one.title) for items in (strategy.goals, strategy.measures, strategy.kpis) for one in items.values()]
    pdf = letters(pdf_text(printed_sample / "concept.pdf"))
    for text in (docx_text(printed_sample / "concept.docx"), html(printed_sample / "concept.html").text):
        assert [title for title in titles if title not in text] == []
        assert sample.coverage.codes[sample.order[0]] in text
    assert [title for title in titles if letters(title) not in pdf] == []


def test_the_order_of_work_is_the_plans(sample: Plan, printed_sample: Path) -> None:
    _, *rows = table(printed_sample, "Порядок виконання")
    assert [row[1] for row in rows] == [sample.coverage.codes[id_] for id_ in sample.order]
    done: set[str] = set()
    for row in rows:
        assert {one for one in row[4].split(", ") if one != "–"} <= done
        done.add(row[1])


def test_illustrative_figures_are_marked_wherever_they_stand(sample: Plan, printed_sample: Path) -> None:
    settings = sample.strategy.settings
    assert settings.illustrative is not None
    note = sample.strategy.text(settings.illustrative.note)
    assert docx_text(printed_sample / "concept.docx").count(" ".join(note.split())) == 2
    captions = [title for title, _ in docx_tables(printed_sample / "concept.docx") if title.startswith("Таблиця")]
    unmarked = [title for title in captions if "(умовні дані)" not in title]
    assert [title.partition(" – ")[2] for title in unmarked] == [
        "Сильні й слабкі сторони, можливості та загрози",
        "Програми та досвід, які враховує Стратегія",
        "Порядок виконання заходів",
        "Джерела значень показників",
    ]


def test_a_ukrainian_paper_has_no_english_words(printed_sample: Path) -> None:
    written = " ".join(path.read_text(encoding="utf-8") for path in SAMPLE.rglob("*.yaml"))
    found = set(re.findall(r"[A-Za-z]{3,}", docx_text(printed_sample / "concept.docx")))
    assert found - set(re.findall(r"[A-Za-z]{3,}", written)) <= {"stratbuild", "SWOT"}


def test_ids_are_not_printed(sample: Plan, printed_sample: Path) -> None:
    text = docx_text(printed_sample / "concept.docx")
    assert [one.id for one in sample.strategy.everything() if one.id in text] == []


def test_the_concept_can_be_printed_in_english(sample: Plan, tmp_path: Path) -> None:
    out = concept(sample, tmp_path, "en")
    page = html(out / "concept.html")
    assert dict(page.elements)["html"] == {"lang": "en-GB"}
    assert "Edition 0123456789ab of 24 November 2026" in page.text
    assert "Total" in page.text


SMALLEST = """\
goals:
  - {id: G-A, title: Ціль}
measures:
  - {id: M-A, goal: G-A, title: Захід}
"""


def test_parts_about_which_nothing_is_said_are_absent(tmp_path: Path) -> None:
    out = concept(check_text(SMALLEST).plan, tmp_path)
    page = html(out / "concept.html")
    headings = [attributes.get("id") for tag, attributes in page.elements if tag == "h2"]
    assert len(headings) == 4
    assert "Цілі Ціль 1. Ціль Захід 1.1. Захід План заходів Про цю редакцію" in page.text
    assert "Фінансове" not in page.text
    assert "None" not in page.text


def test_a_deep_tree_of_goals_keeps_its_levels(tmp_path: Path) -> None:
    goals = [f"  - {{id: G-{n}, title: Ціль рівня {n}{f', parent: G-{n - 1}' if n > 1 else ''}}}" for n in range(1, 8)]
    text = "goals:\n" + "\n".join(goals) + "\nmeasures:\n  - {id: M-A, goal: G-7, title: Найглибший захід}\n"
    page = html(concept(check_text(text).plan, tmp_path) / "concept.html")
    assert "Ціль 1.1.1.1.1.1.1. Ціль рівня 7" in page.text
    assert "Захід 1.1.1.1.1.1.1.1. Найглибший захід" in page.text


def everywhere(texts: Iterator[str] | tuple[str, ...]) -> str:
    """A strategy with the texts in every text field, each field named."""

    def said(name: str) -> str:
        return json.dumps(f"[{name}] " + " § ".join(texts), ensure_ascii=False)

    return f"""\
strategy:
  title: {said("title")}
  community: {{name: {said("community")}}}
  period: {{start: 2025-01-01, finish: 2026-12-31}}
  language: uk
  goal_levels: [{said("level")}]
  illustrative: {{lists: [budget_lines], note: {said("illustrative")}}}
units:
  - {{id: U-A, name: {said("unit")}, short_name: {said("short unit")}, head: {said("head")}}}
goals:
  - {{id: G-A, title: {said("goal")}, result: {said("goal result")}}}
kpis:
  - id: K-A
    goal: G-A
    title: {said("kpi")}
    measurement_unit: {said("unit of kpi")}
    baseline: {{value: 1, on: 2025, source: {said("baseline source")}}}
    targets: {{2026: 2}}
    source: {said("kpi source")}
    owner: U-A
sources:
  - {{id: S-A, title: {said("source")}, kind: local, confirmed: false}}
measures:
  - {{id: M-A, goal: G-A, title: {said("measure")}, lead: U-A, start: 2025, result: {said("result")}, kpis: [K-A]}}
  - {{id: M-B, goal: G-A, title: {said("second")}, partners: [U-A], after: [M-A], start: 2026, free_of_cost: {said("free")}}}
budget_lines:
  - {{id: B-A, measure: M-A, title: т, amounts: {{2025: 10.50}}, funding: S-A}}
"""


FIELDS = re.findall(r"\[([a-z ]+)\] текст", everywhere(("текст",)))


def test_hostile_texts_in_every_field_come_out_as_they_are(tmp_path: Path) -> None:
    texts = tuple(text for text in HOSTILE if "\ue000" not in text)
    out = concept(check_texts({"s.yaml": everywhere(texts)}).plan, tmp_path)
    expected = [f"[{name}] " + " § ".join(texts) for name in FIELDS]
    assert len(expected) == 18
    page = html(out / "concept.html")
    for found in (docx_text(out / "concept.docx"), page.text):
        assert [text for text in expected if text not in found] == []
    pdf = letters(pdf_text(out / "concept.pdf"))
    assert [text for text in expected if letters(text) not in pdf] == []
    assert {"script", "img"} & {tag for tag, _ in page.elements} == set()
    assert {str(attributes["href"])[0] for tag, attributes in page.elements if tag == "a"} == {"#"}


def test_the_view_is_pure(sample: Plan) -> None:
    (first,), (second,) = view(sample, edition("uk")), view(sample, edition("uk"))
    assert first == second
    assert first.formats == (Format.DOCX, Format.PDF, Format.HTML)


DATES = {
    "start: 2026": "2026\u00a0рік",
    "start: 2025, finish: 2026": "2025–2026\u00a0роки",
    "start: 2026-Q2": "04.2026\u00a0– 06.2026",
    "start: 2026-03, duration: 8 months": "03.2026\u00a0– 10.2026",
    "start: 2026-03": "03.2026",
    "start: 2026-03-15, finish: 2026-04-20": "15.03.2026\u00a0– 20.04.2026",
    "start: 2026-03-15, duration: 2 months": "15.03.2026\u00a0– 05.2026",
}


@pytest.mark.parametrize("dates", DATES)
def test_dates_of_measures_in_words(dates: str) -> None:
    plan = check_text(f"goals:\n  - {{id: G-A, title: Ц}}\nmeasures:\n  - {{id: M-A, goal: G-A, title: З, {dates}}}\n").plan
    assert plan is not None
    assert in_words(plan, "uk").dates(plan.strategy.measures["M-A"]) == DATES[dates]


@pytest.fixture(scope="module")
def budget_plan() -> Plan:
    plan = check_folder(ROOT / "tests" / "data" / "budget_strategy", shipped_classifiers()).plan
    assert plan is not None
    return plan


@pytest.fixture(scope="module")
def printed_budget(budget_plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return concept(budget_plan, tmp_path_factory.mktemp("budget"))


def test_the_assumptions_stand_with_their_sources(printed_budget: Path) -> None:
    _, *rows = table(printed_budget, "Припущення бюджету")
    shown = {name: (value.replace("\u00a0", " "), by) for name, value, by in rows}
    assert shown == {
        "Основна ставка ПДВ": ("20 %", "Податковий кодекс України, пункт 193.1"),
        "Індекс споживчих цін, грудень до грудня": (
            "2027 – 107,3 % до попереднього року; 2028 – 105,9 % до попереднього року",
            "Прогноз економічного розвитку від 12.09.2025",
        ),
        "Офіційний курс євро": ("48,25 грн за 1 євро; 2028 – 50,1", "Національний банк України, на 03.11.2025"),
    }


def test_the_costs_afterwards_are_the_plans(budget_plan: Plan, printed_budget: Path) -> None:
    head, *rows, total = table(printed_budget, "Постійні видатки")
    years = [int(one) for one in head[2:-1]]
    after = budget_plan.budget.after
    assert years == sorted({one.year for one in after})
    for place, of in enumerate(years, start=2):
        expected = Money.total(one.money for one in after if one.year == of)
        assert money(total[place]) == Money.total(money(row[place]) for row in rows) == expected
    assert money(total[-1]) == Money.total(one.money for one in after)


def test_the_ceilings_of_programmes_and_what_is_left(budget_plan: Plan, printed_budget: Path) -> None:
    head, name, planned, ceiling, left = table(printed_budget, "Граничні обсяги")
    assert name == ["0117530 – Інші заходи у сфері зв’язку, телекомунікації та інформатики"]
    sums = budget_plan.budget.by(programme, year)
    for place, of in enumerate(map(int, head[1:]), start=1):
        assert money(planned[place]) == sums["0117530", of]
        assert money(ceiling[place]) == budget_plan.strategy.programmes["BP-NETWORKS"].ceilings[of]
        assert money(left[place]) == money(ceiling[place]) - money(planned[place])


def test_every_scenario_with_its_years_and_its_difference(budget_plan: Plan, printed_budget: Path) -> None:
    """Sums in thousands: each is the exact one, rounded; the note of rounding stands, for some do not add up."""
    head, written, *rows = table(printed_budget, "Кошти за сценаріями")
    years = [int(one) for one in head[1:-2]]
    uk = locale("uk")
    for row, plan in zip([written, *rows], [budget_plan, *budget_plan.scenarios.values()], strict=True):
        by_year = plan.budget.total_by(year)
        assert row[1:-1] == [*(uk.thousands(by_year.get(of, Money(0))) for of in years), uk.thousands(plan.budget.total)]
    assert [row[0] for row in rows] == ["Дорожче", "Без донора", "Ощадливий"]
    assert written[-1] == "–"
    assert rows[0][-1] == "+142,9"
    assert rows[2][-1] == "−293,8"
    assert "округлено кожну окремо" in html(printed_budget / "concept.html").text


def test_a_strategy_with_nothing_to_say_of_money_says_nothing(tmp_path: Path) -> None:
    """Neither assumptions nor costs afterwards, scenarios or ceilings; and no note where rounding does not show."""
    text = """\
        goals: [{id: G-A, title: Ц}]
        measures: [{id: M-A, goal: G-A, title: З, start: 2026}]
        sources: [{id: S-A, title: Місцевий, kind: local, fund: general}]
        budget_lines: [{id: B-A, measure: M-A, title: Р, amounts: {2026: 1000.00}, funding: S-A}]
    """
    page = html(concept(check_text(text).plan, tmp_path / "a") / "concept.html").text
    assert not [one for one in ("Припущення", "Постійні видатки", "Сценарії", "Граничні обсяги") if one in page]
    more = text.rstrip() + "\n        scenarios: [{id: SC-A, title: Удвічі, budget_lines: {B-A: {amounts: {2026: 2000.00}}}}]\n"
    page = html(concept(check_text(more).plan, tmp_path / "b") / "concept.html").text
    assert "Удвічі" in page
    assert "округлено кожну окремо" not in page


def test_the_concept_of_a_scenario_says_so(budget_plan: Plan, tmp_path: Path) -> None:
    lean = budget_plan.scenarios["SC-LEAN"]
    folder = concept(lean, tmp_path)
    for text in (docx_text(folder / "concept.docx"), pdf_text(folder / "concept.pdf"), html(folder / "concept.html").text):
        assert "Сценарій «Ощадливий»" in text
        assert "Лінії прокладають на рік пізніше" in text
    assert not [caption for caption, _ in docx_tables(folder / "concept.docx") if "за сценаріями" in caption]


def test_the_catalogues_have_the_same_words() -> None:
    def names(node: object, at: str = "") -> set[str]:
        if not isinstance(node, dict):
            return {at}
        if {"one", "other"} & set(node):
            return {f"{at} (plural)"}
        return {found for key, value in node.items() for found in names(value, f"{at}.{key}")}

    ukrainian, english = (locale(language).words for language in ("uk", "en"))
    for file in ("concept", "papers", "evidence", "group"):
        assert names(ukrainian[file]) == names(english[file])


@pytest.mark.parametrize(("language", "forms"), [("uk", {"one", "few", "many"}), ("en", {"one", "other"})])
def test_words_that_bend_with_numbers_have_every_form_of_their_language(language: str, forms: set[str]) -> None:
    def bending(node: object) -> list[dict[str, str]]:
        if not isinstance(node, Mapping):
            return []
        return [dict(node)] if "one" in node else [found for one in node.values() for found in bending(one)]

    found = [found for file in locale(language).words for found in bending(locale(language).words[file])]
    assert len(found) > 20
    assert [one for one in found if set(one) != forms] == []


def test_every_word_of_the_catalogue_is_used() -> None:
    code = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "src" / "stratbuild" / "outputs").rglob("*.py"))
    used = code + resource("templates", "concept.md.j2").read_text(encoding="utf-8")
    assert [name for name in locale("uk").words["concept"] if f'"{name}"' not in used and f"concept.{name}" not in used] == []
