"""The pictures of money and indicators: sums of the plan, shares that make up the whole, readable without colour."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printed import html
from stratbuild.model import Plan
from stratbuild.model.budget import source, top_goal_of, year
from stratbuild.outputs.chapters.kpi_picture import kpi_pictures
from stratbuild.outputs.chapters.money_picture import goal_pictures, money_pictures
from stratbuild.outputs.chapters.pictures import plan_pictures
from stratbuild.outputs.documents.concept import view
from stratbuild.outputs.plan_in_words import PlanInWords, in_words
from stratbuild.quantity import Money
from stratbuild.render.ast import Block, picture_of
from stratbuild.render.chart import paths
from stratbuild.render.chart.bars import Bar, Bars, draw_bars
from stratbuild.render.chart.columns import Columns, Stack, draw_columns
from stratbuild.render.chart.fills import COUNT, filled
from stratbuild.render.chart.paths import Path as KpiPath
from stratbuild.render.chart.paths import Paths, Step, draw_paths
from stratbuild.render.chart.picture import Picture
from stratbuild.render.chart.scale import round_step
from stratbuild.render.chart.svg import Area
from stratbuild.render.edition import Edition
from stratbuild.render.press import print_papers
from stratbuild.render.tree import line
from strategies import check_text
from test_pictures import HOSTILE, SVG, area_of, assert_readable, of_class, texts

ROOT = Path(__file__).parent.parent
EDITION = Edition(date(2026, 3, 1), "0123456789ab", "uk", "0.1.0")


@pytest.fixture(scope="module")
def told(sample: Plan) -> PlanInWords:
    return in_words(sample, "uk")


def unmarked(written: str, kinds: object) -> str:
    return written


def drawn(block: Block) -> Picture:
    return picture_of(block.node)


def data(block: Block) -> list[list[str]]:
    return [[line(cell[4]) for cell in row[1]] for row in block.node["data"]["c"][4][0][3]]


def amount(shown: str) -> Money:
    return Money(int(Decimal(re.sub(r"[\s\u00a0]", "", shown).replace(",", ".")).scaleb(2)))


def test_columns_are_the_money_of_the_years(told: PlanInWords) -> None:
    (block,) = money_pictures(told, unmarked)
    picture = drawn(block)
    assert_readable(picture)
    by_year = told.plan.budget.total_by(year)
    for of, money in by_year.items():
        assert str(of) in texts(picture)
        assert told.words.money(money) in texts(picture)
        assert f"{of}: {told.money(money)}" in picture.alternative
    rows = data(block)
    by_source = told.plan.budget.total_by(source)
    assert [Money.total(map(amount, row[1:])) for row in rows] == [
        by_source[id_] for id_ in told.plan.strategy.sources if id_ in by_source
    ]
    for place, of in enumerate(told.plan.budget.years, start=1):
        assert Money.total(amount(row[place]) for row in rows) == by_year[of]


def test_the_height_of_a_part_is_its_share(told: PlanInWords) -> None:
    root = ET.fromstring(drawn(money_pictures(told, unmarked)[0]).svg)
    heights = []
    for stack in of_class(root, "stack"):
        edges = {(round(area.y, 1), round(area.y + area.height, 1)) for area in map(area_of, stack.iter(f"{SVG}rect"))}
        heights.append(max(end for _, end in edges) - min(begin for begin, _ in edges))
    sums = [told.plan.budget.total_by(year)[of].hundredths for of in told.plan.budget.years]
    for height, money in zip(heights, sums, strict=True):
        assert height / heights[1] == pytest.approx(money / sums[1], abs=0.01)


def test_bars_are_the_shares_of_the_goals(told: PlanInWords) -> None:
    (block,) = goal_pictures(told, unmarked)
    picture = drawn(block)
    assert_readable(picture)
    sums = told.plan.budget.total_by(top_goal_of(told.plan.strategy))
    assert [amount(row[1]) for row in data(block)] == [sums[goal.id] for goal in told.plan.coverage.top_goals]
    shares = [Decimal(row[2].removesuffix("\u00a0%").replace(",", ".")) for row in data(block)]
    assert sum(shares) == 100
    for share, goal in zip(shares, told.plan.coverage.top_goals, strict=True):
        exact = Fraction(sums[goal.id].hundredths * 100, told.plan.budget.total.hundredths)
        assert abs(Fraction(share) - exact) < Fraction(1, 10)


def test_every_indicator_with_a_path_has_a_panel(told: PlanInWords) -> None:
    blocks = kpi_pictures(told, unmarked)
    for block in blocks:
        assert_readable(drawn(block))
    shown = [row for block in blocks for row in data(block)]
    kpis = [kpi for kpi in told.plan.strategy.kpis.values() if len(kpi.targets) + (kpi.baseline is not None) > 1]
    assert len(shown) == len(kpis)
    panels = sum(len(of_class(ET.fromstring(drawn(block).svg), "path")) for block in blocks)
    assert panels == len(kpis)
    titles = {row[0] for row in shown}
    for kpi in kpis:
        assert any(told.text(kpi.title) in title for title in titles)


def test_pictures_without_content_are_absent() -> None:
    bare = check_text("goals: [{id: G-A, title: Ціль}]\nkpis: [{id: K-A, title: Показник, targets: {2027: 1}}]")
    assert bare.plan is not None
    told = in_words(bare.plan, "uk")
    assert money_pictures(told, unmarked) == goal_pictures(told, unmarked) == kpi_pictures(told, unmarked) == []


def test_many_sources_are_put_together_in_the_picture_without_losing_a_hundredth() -> None:
    sources = "\n".join(f"  - {{id: S-{n}, title: Джерело {n}, kind: donor}}" for n in range(25))
    lines = "\n".join(
        f"  - {{id: B-{n}, measure: M-A, title: Рядок, amounts: {{2026: {n * 7 + 1}.37}}, funding: S-{n}}}" for n in range(25)
    )
    text = f"goals: [{{id: G-A, title: Ц}}]\nmeasures: [{{id: M-A, goal: G-A, title: З}}]\nsources:\n{sources}\nbudget_lines:\n{lines}\n"
    checked = check_text(text)
    assert checked.plan is not None
    told = in_words(checked.plan, "uk")
    (block,) = money_pictures(told, unmarked)
    rows = data(block)
    assert len(rows) == COUNT
    assert rows[-1][0] == f"Інші джерела ({25 - COUNT + 1})"
    assert Money.total(amount(cell) for row in rows for cell in row[1:]) == checked.plan.budget.total
    assert_readable(drawn(block))


def test_fills_stay_apart() -> None:
    made = {
        "".join(ET.tostring(one, encoding="unicode") for one in filled(Area(0, 0, 30, 30), number)) for number in range(COUNT)
    }
    assert len(made) == COUNT


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(0, 10**15), min_size=3, max_size=3), min_size=1, max_size=12))
def test_any_columns_are_readable(amounts: list[list[int]]) -> None:
    stacks = [Stack(str(2025 + place), parts, f"{sum(parts) // 100}") for place, parts in enumerate(amounts)]
    assert_readable(draw_columns(Columns(stacks, [HOSTILE, "Б" * 200, "В " * 200], lambda one: f"{one // 100}"), "Опис"))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([HOSTILE, "Назва " * 40, "Я" * 300]), st.integers(0, 10**15)), min_size=1, max_size=20))
def test_any_bars_are_readable(bars: list[tuple[str, int]]) -> None:
    assert_readable(draw_bars(Bars([Bar(name, amount, f"{amount / 100:,.2f} (12,3 %)") for name, amount in bars]), "Опис"))


values = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False).map(Fraction)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.lists(values, min_size=1, max_size=30)), min_size=1, max_size=40))
def test_any_paths_are_readable_and_all_drawn(found: list[tuple[bool, list[Fraction]]]) -> None:
    def step(place: int, value: Fraction) -> Step:
        return Step(str(2025 + place), value, f"{float(value):.2f}")

    made = [
        KpiPath(
            "Показник " * 30,
            step(0, one[0]) if begins and len(one) > 1 else None,
            [step(n, v) for n, v in enumerate(one[begins and len(one) > 1 :], 1)],
        )
        for begins, one in found
    ]
    chart = Paths(made)
    sheets = paths.sheets(chart)
    assert [one for sheet in sheets for one in sheet] == made
    for sheet in sheets:
        picture = draw_paths(chart, sheet, "Опис")
        assert picture.height <= chart.height
        assert_readable(picture)


@given(st.fractions(min_value=Fraction(1, 1000), max_value=10**16))
def test_a_scale_has_few_round_lines(highest: Fraction) -> None:
    step = round_step(highest)
    assert 1 <= highest / step <= 4 or highest / step < 1
    digits = str(Decimal(step.numerator) / Decimal(step.denominator)).replace(".", "").strip("0").split("E")[0].strip("0")
    assert digits in {"1", "2", "5"}


def test_every_picture_of_the_page_has_its_data_as_a_table(sample: Plan, tmp_path: Path) -> None:
    print_papers(view(sample, EDITION), EDITION, tmp_path)
    page = html(tmp_path / "concept.html")
    figures = [place for place, (name, _) in enumerate(page.elements) if name == "figure"]
    pictures = sum(len(some) for some in plan_pictures(in_words(sample, "uk"), unmarked).values()) + len(sample.tabulations)
    assert len(figures) == pictures
    for begin, end in zip(figures, [*figures[1:], len(page.elements)], strict=True):
        after = [name for name, _ in page.elements[begin:end]]
        assert after.index("details") < after.index("table")
        assert after[after.index("details") + 1] == "summary"
    assert page.text.count("Дані рисунка") == pictures
