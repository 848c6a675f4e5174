"""The presentation: native tables and charts with the plan's sums, on slides that nothing runs over."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pptx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator
from pptx.util import Pt
from pypdf import PdfReader

from libreoffice import as_pdf, as_slides
from stratbuild.model import Plan
from stratbuild.model.budget import source, top_goal_of, year
from stratbuild.outputs.documents.presentation import view
from stratbuild.render.edition import Edition
from stratbuild.render.slide_fit import CELL_MARGIN, HEIGHT, MOST_ROWS, WIDTH, fitted, table_widths
from stratbuild.render.slide_lettering import LEADING, width_of, wrapped
from stratbuild.render.slides import Presentation, Slide, SlideColumn, SlideTable, SlideText
from stratbuild.render.slides_writer import write_presentation
from strategies import check_folder, check_text

ROOT = Path(__file__).parent.parent
EDITION = Edition(date(2026, 2, 1), "0123456789ab", "uk", "0.1.0")
HOSTILE = ("<b>& «лапки»</b>", "Я" * 300, "Слово " * 100, "рядок\nдругий\tтретій", "1" * 60, "е\u0301")


@pytest.fixture(scope="module")
def written(sample: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("deck")
    (made,) = view(sample, EDITION)
    return folder / write_presentation(made, EDITION, folder)


@pytest.fixture(scope="module")
def deck(written: Path) -> Any:
    return pptx.Presentation(str(written))


def tables(deck: Any) -> Iterator[list[list[str]]]:
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_table:
                yield [[cell.text for cell in row.cells] for row in shape.table.rows]


def charts(deck: Any) -> list[Any]:
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def amount(shown: str) -> Decimal:
    return Decimal(re.sub(r"[\s\u00a0]", "", shown).replace(",", "."))


def test_ten_to_fifteen_slides_each_with_a_title_and_a_number(deck: Any) -> None:
    slides = list(deck.slides)
    assert 10 <= len(slides) <= 15
    titles = [slide.shapes.title.text for slide in slides]
    assert titles[0] == "Стратегія інформатизації та цифровізації Менської міської територіальної громади до 2027 року"
    assert len(set(titles)) == len(titles)
    for slide in slides[1:]:
        kinds = {str(shape.placeholder_format.type).split(" ")[0] for shape in slide.placeholders}
        assert {"TITLE", "SLIDE_NUMBER", "FOOTER"} <= kinds
        (number,) = [shape for shape in slide.placeholders if str(shape.placeholder_format.type).startswith("SLIDE_NUMBER")]
        assert "fld" in {node.tag.rpartition("}")[2] for node in number._element.iter()}


def test_it_is_as_wide_as_screens_are_and_on_named_layouts(deck: Any) -> None:
    assert round(deck.slide_width / deck.slide_height, 3) == round(16 / 9, 3)
    assert [layout.name for layout in deck.slide_layouts] == ["Title", "Text", "Figure"]
    assert next(slide.slide_layout.name for slide in deck.slides) == "Title"


def test_charts_can_be_edited_and_hold_the_sums_of_the_plan(deck: Any, sample: Plan) -> None:
    columns, bars = charts(deck)
    budget = sample.budget
    assert [str(one) for one in columns.plots[0].categories] == [str(of) for of in budget.years]
    by_year = [sum(Decimal(repr(series.values[at])) for series in columns.plots[0].series) for at in range(len(budget.years))]
    assert by_year == [budget.total_by(year)[of].decimal for of in budget.years]
    paid = [sum(Decimal(repr(value)) for value in series.values) for series in columns.plots[0].series]
    assert sorted(paid) == sorted(money.decimal for money in budget.total_by(source).values())
    goals = budget.total_by(top_goal_of(sample.strategy))
    assert [Decimal(repr(value)) for value in bars.plots[0].series[0].values] == [
        goals[goal.id].decimal for goal in sample.coverage.top_goals
    ]
    for chart in (columns, bars):
        with zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as book:
            assert "xl/worksheets/sheet1.xml" in book.namelist()


def test_tables_hold_the_sums_of_the_plan(deck: Any, sample: Plan) -> None:
    goals = next(one for one in tables(deck) if one[0][1] == "Ціль")
    assert [amount(row[-1]) for row in goals[1:-1]] == [
        sample.budget.total_by(top_goal_of(sample.strategy))[goal.id].decimal for goal in sample.coverage.top_goals
    ]
    assert amount(goals[-1][-1]) == sample.budget.total.decimal
    largest = next(one for one in tables(deck) if one[0][1] == "Захід")
    assert [amount(row[-1]) for row in largest[1:]] == sorted((amount(row[-1]) for row in largest[1:]), reverse=True)


def test_whoever_does_not_see_them_is_told_what_they_show(deck: Any) -> None:
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_table or shape.has_chart:
                assert shape._element.nvGraphicFramePr.cNvPr.get("descr")


def test_notes_name_the_source_and_say_what_is_illustrative(deck: Any) -> None:
    for slide in list(deck.slides)[1:]:
        notes = slide.notes_slide.notes_text_frame.text
        assert "Редакція 0123456789ab, станом на 1\u00a0лютого 2026\u00a0року" in notes
        assert ("умовні дані" in slide.shapes.title.text) == ("умовні" in notes)


def test_the_language_and_the_properties(deck: Any) -> None:
    spoken = {
        run.font._element.get("lang")
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    }
    assert spoken - {None} == {"uk-UA"}
    properties = deck.core_properties
    assert (properties.author, properties.language) == ("Менська міська територіальна громада", "uk-UA")
    assert properties.created.isoformat()[:10] == "2026-02-01"


def test_it_is_valid_by_an_independent_reader(written: Path) -> None:
    assert [str(one) for one in OpenXmlValidator().validate(str(written)).errors] == []


def test_two_writings_are_equal_to_the_byte(sample: Plan, written: Path, tmp_path: Path) -> None:
    (made,) = view(sample, EDITION)
    write_presentation(made, EDITION, tmp_path)
    assert (tmp_path / "presentation.pptx").read_bytes() == written.read_bytes()


def test_in_english() -> None:
    checked = check_folder(ROOT / "tests" / "second_strategy")
    assert checked.plan is not None
    (made,) = view(checked.plan, replace(EDITION, language="en"))
    said = [text for slide in made.slides for text in (slide.title, slide.notes, *slide.subtitle)]
    assert not any("а" <= sign <= "я" for text in said for sign in text.lower())
    assert made.language == "en-GB"


def test_what_there_is_nothing_to_say_of_has_no_slide(tmp_path: Path) -> None:
    checked = check_text("goals: [{id: G-A, title: Ціль}]")
    assert checked.plan is not None
    (made,) = view(checked.plan, EDITION)
    assert [slide.title for slide in made.slides] == ["Цифрова стратегія", "Цілі"]
    write_presentation(made, EDITION, tmp_path)


def test_the_slides_of_a_scenario_say_so(sample: Plan) -> None:
    (made,) = view(sample.scenarios["SC-LIMITED"], EDITION)
    assert any("Сценарій" in line for line in made.slides[0].subtitle)
    assert "Сценарій" in made.footer


def presentation(*slides: Slide) -> Presentation:
    return Presentation(
        "deck.pptx", "Назва", "Громада", "uk-UA", "Нижній рядок", "(продовження)", (Slide("Титул", None, "", ("а", "б")), *slides)
    )


texts = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text("абв гґ,.-", min_size=1, max_size=400)), min_size=1, max_size=25)


def assert_inside(made: Presentation) -> None:
    """By the letters' own widths nothing is higher or wider than its room."""
    for one in fitted(made):
        lines = wrapped(one.title, one.title_size, WIDTH, bold=True)
        assert all(width_of(line, one.title_size, bold=True) <= WIDTH for line in lines)
        assert len(lines) * one.title_size * LEADING <= (160 if one.slide.body is None else 72)
        match one.slide.body:
            case SlideText() as body:
                heights = [
                    (len(wrapped(text, one.text_size, WIDTH - 22)) * LEADING + 0.5) * one.text_size for text in body.paragraphs
                ]
                assert sum(heights) <= HEIGHT
            case SlideTable() as body:
                assert len(body.rows) <= MOST_ROWS
                assert sum(one.row_heights) <= HEIGHT
                for row, height in zip(body.rows, one.row_heights[1:], strict=True):
                    for cell, width in zip(row, table_widths(body.columns), strict=True):
                        need = len(wrapped(cell, one.text_size, width - 2 * CELL_MARGIN)) * one.text_size * LEADING
                        assert need <= height


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(HOSTILE), texts)
def test_any_text_stays_on_its_slides_and_none_is_lost(title: str, paragraphs: list[str]) -> None:
    made = presentation(Slide(title, SlideText(paragraphs), "Джерело"))
    assert_inside(made)
    shown = [one.slide.body.paragraphs for one in fitted(made) if isinstance(one.slide.body, SlideText)]
    kept = "".join("".join(part) for part in shown)
    assert re.sub(r"\s", "", kept) == re.sub(r"\s", "", "".join(paragraphs))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(HOSTILE),
    st.lists(st.tuples(*[st.sampled_from((*HOSTILE, "", "короткий"))] * 3), min_size=1, max_size=30),
    st.booleans(),
)
def test_any_table_stays_on_its_slides_with_all_its_rows(title: str, rows: list[tuple[str, ...]], total: bool) -> None:
    columns = [SlideColumn("Перша", 50), SlideColumn("Друга", 20, "center"), SlideColumn("Третя " * 5, 30, "right")]
    made = presentation(Slide(title, SlideTable(columns, rows, "Опис", total=total), "Джерело"))
    assert_inside(made)
    parts = [one.slide.body for one in fitted(made) if isinstance(one.slide.body, SlideTable)]
    assert sum(len(one.rows) for one in parts) == len(rows)
    assert [one.total for one in parts] == [False] * (len(parts) - 1) + [total]


def test_a_slide_that_goes_on_says_so_and_a_cut_title_stands_in_the_notes() -> None:
    slides = list(fitted(presentation(Slide("Довга назва " * 60, SlideText(["Абзац. " * 60] * 12), "Джерело"))))
    assert len(slides) > 2
    assert all(one.title.endswith("…") for one in slides[1:])
    assert "Довга назва " * 60 in slides[1].slide.notes
    short = list(fitted(presentation(Slide("Назва", SlideText(["Абзац. " * 60] * 12), "Джерело"))))
    assert [one.title for one in short[1:3]] == ["Назва", "Назва (продовження)"]


def test_nothing_runs_over_the_edge_where_it_is_shown(written: Path, tmp_path: Path) -> None:
    """Every slide is one page, its shapes lie inside, and no table grew when it was laid out."""
    columns = [SlideColumn("Перша", 50), SlideColumn("Друга", 50)]
    hostile = presentation(
        Slide("Назва " * 30, SlideText(["Дуже довгий абзац тексту. " * 20] * 6), ""),
        Slide("Таблиця", SlideTable(columns, [("Слово " * 60, "Я" * 200)] * 20, "Опис"), ""),
    )
    write_presentation(hostile, EDITION, tmp_path)
    for path in (written, tmp_path / "deck.pptx"):
        again = as_slides(path, tmp_path / "again")
        before, after = pptx.Presentation(str(path)), pptx.Presentation(str(again))
        assert len(list(before.slides)) == len(list(after.slides))
        for old, new in zip(before.slides, after.slides, strict=True):
            heights = [sum(row.height for row in shape.table.rows) for shape in old.shapes if shape.has_table]
            laid_out = [sum(row.height for row in shape.table.rows) for shape in new.shapes if shape.has_table]
            for height, grown in zip(heights, laid_out, strict=True):
                assert grown <= height + Pt(6)
            for shape in new.shapes:
                assert shape.left >= 0
                assert shape.top >= 0
                assert shape.left + shape.width <= after.slide_width
                assert shape.top + shape.height <= after.slide_height


def test_every_slide_is_one_page(written: Path, deck: Any, tmp_path: Path) -> None:
    pages = PdfReader(as_pdf(written, tmp_path)).pages
    assert len(pages) == len(list(deck.slides))
    for number, page in enumerate(pages[1:], start=2):
        assert str(number) in page.extract_text().split()
