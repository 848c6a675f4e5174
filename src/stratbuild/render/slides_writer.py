"""The door to python-pptx: a presentation on the layouts of `templates/presentation.pptx`, its charts and tables native."""

import io
from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pptx
from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from stratbuild.render.archive import pack, unpack
from stratbuild.render.edition import Edition
from stratbuild.render.slide_fit import CELL_MARGIN, HEIGHT, WIDTH, Fitted, fitted, table_widths
from stratbuild.render.slides import Presentation, SlideChart, SlideTable, SlideText

_LEFT, _TOP = 50.4, 116.6
_LAYOUTS: Mapping[type, str] = {SlideText: "Text", SlideTable: "Figure", SlideChart: "Figure"}
_ALIGNED = {"left": PP_ALIGN.LEFT, "right": PP_ALIGN.RIGHT, "center": PP_ALIGN.CENTER}
_SERIES = ("24435F", "B3793A", "8A99AB", "5B7FA3", "C8D3DF", "6B5B4A", "3F6E6A", "D9B98A", "4A5562")
_HEAD, _TOTAL, _PLAIN, _INK, _WHITE = "24435F", "E6EDF5", "FFFFFF", "1B222B", "FFFFFF"
_CHART_LETTERS = 14
_MOMENT = "T00:00:00Z"
_DATES = ("created", "modified")
_TERMS = "http://purl.org/dc/terms/"


def write_presentation(presentation: Presentation, edition: Edition, folder: Path) -> str:
    """Write the file below a folder, and give its path."""
    made = pptx.Presentation(str(edition.templates.path("presentation.pptx")))
    layouts = {layout.name: layout for layout in made.slide_layouts}
    for number, one in enumerate(fitted(presentation)):
        layout = layouts["Title"] if number == 0 else layouts[_LAYOUTS[type(one.slide.body)]]
        _add(made.slides.add_slide(layout), one, presentation, number)
    properties = made.core_properties
    properties.title, properties.author, properties.language = presentation.title, presentation.author, presentation.language
    packed = io.BytesIO()
    made.save(packed)
    target = folder / presentation.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(_same_bytes(packed.getvalue(), edition.as_of))
    return presentation.path


def _add(slide: Any, one: Fitted, presentation: Presentation, number: int) -> None:
    _set(slide.shapes.title.text_frame, [one.title], one.title_size, presentation.language)
    match one.slide.body:
        case None:
            _set(slide.placeholders[1].text_frame, one.slide.subtitle, 18, presentation.language)
        case SlideText() as body:
            frame = slide.placeholders[1].text_frame
            _set(frame, body.paragraphs, one.text_size, presentation.language)
            for paragraph in frame.paragraphs:
                paragraph.space_after = Pt(one.text_size / 2)
                if not body.bullets:
                    _without_bullet(paragraph)
        case SlideTable() as body:
            _table(slide, body, one, presentation.language)
        case SlideChart() as body:
            _chart(slide, body, presentation.language)
    _set(slide.notes_slide.notes_text_frame, one.slide.notes.split("\n"), None, presentation.language)
    if number:
        _foot(slide, presentation)


def _foot(slide: Any, presentation: Presentation) -> None:
    """The footer and the number of the slide, which python-pptx does not take over from the layout."""
    for placeholder in slide.slide_layout.placeholders:
        kind = placeholder.element.find(f".//{qn('p:ph')}").get("type")
        if kind not in ("ftr", "sldNum"):
            continue
        copied = deepcopy(placeholder.element)
        ids = [int(shape.get("id")) for shape in slide.shapes.element.iter(qn("p:cNvPr"))]
        copied.find(f".//{qn('p:cNvPr')}").set("id", str(max(ids) + 1))
        slide.shapes.element.append(copied)
    for shape in slide.placeholders:
        kind = shape.element.find(f".//{qn('p:ph')}").get("type")
        if kind == "ftr":
            _set(shape.text_frame, [presentation.footer], None, presentation.language)


def _set(frame: Any, paragraphs: Any, size: int | None, language: str) -> None:
    frame.clear()
    for place, written in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = written
        if size is not None:
            run.font.size = Pt(size)
        _speak(run, language)


def _speak(run: Any, language: str) -> None:
    run.font._element.set("lang", language)  # noqa: SLF001 - the library knows languages as numbers only


def _without_bullet(paragraph: Any) -> None:
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - the library has no way to say it
    properties.set("marL", "0")
    properties.set("indent", "0")
    properties.append(etree.SubElement(properties, qn("a:buNone")))


def _table(slide: Any, body: SlideTable, one: Fitted, language: str) -> None:
    widths = table_widths(body.columns)
    room = (Pt(_LEFT), Pt(_TOP), Pt(WIDTH), Pt(sum(one.row_heights)))
    frame = slide.shapes.add_table(len(body.rows) + 1, len(body.columns), *room)
    _describe(frame, body.alternative)
    table = frame.table
    table.first_row, table.horz_banding, table.last_row = True, False, body.total
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for row, height in zip(table.rows, one.row_heights, strict=True):
        row.height = Pt(height)
    for at, written in enumerate([[column.title for column in body.columns], *body.rows]):
        is_head, is_total = at == 0, body.total and at == len(body.rows)
        fill = _HEAD if is_head else _TOTAL if is_total else _PLAIN
        for column, (spec, text) in enumerate(zip(body.columns, written, strict=True)):
            cell = table.cell(at, column)
            cell.margin_left = cell.margin_right = Pt(CELL_MARGIN)
            cell.margin_top = cell.margin_bottom = Pt(3)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.fill.solid()
            cell.fill.fore_color.rgb = RGBColor.from_string(fill)
            _set(cell.text_frame, [text], one.text_size, language)
            paragraph = cell.text_frame.paragraphs[0]
            paragraph.alignment = _ALIGNED[spec.align]
            font = paragraph.runs[0].font
            font.bold = is_head or is_total
            font.color.rgb = RGBColor.from_string(_WHITE if is_head else _INK)
            _ruled(cell)


def _ruled(cell: Any) -> None:
    """A thin line below the cell."""
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - the library knows no borders
    line = etree.Element(qn("a:lnB"), {"w": "6350"})
    fill = etree.SubElement(line, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), {"val": "8A99AB"})
    properties.insert(0, line)


def _chart(slide: Any, body: SlideChart, language: str) -> None:
    data = CategoryChartData(number_format=body.number_format)
    data.categories = body.categories
    for series in body.series:
        data.add_series(series.name, [float(value) for value in series.values])
    stacked = body.kind == "stacked columns"
    kind = XL_CHART_TYPE.COLUMN_STACKED if stacked else XL_CHART_TYPE.BAR_CLUSTERED
    frame = slide.shapes.add_chart(kind, Pt(_LEFT), Pt(_TOP), Pt(WIDTH), Pt(HEIGHT), data)
    _describe(frame, body.alternative)
    chart = frame.chart
    chart.has_title = False
    chart.font.size = Pt(_CHART_LETTERS)
    chart.font.color.rgb = RGBColor.from_string(_INK)
    chart.has_legend = stacked
    if stacked:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.RIGHT, False
    plot = chart.plots[0]
    plot.gap_width = 60
    plot.has_data_labels = not stacked
    if not stacked:
        plot.data_labels.number_format, plot.data_labels.number_format_is_linked = body.number_format, False
        plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
        chart.category_axis.reverse_order = True
        chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = stacked
    chart.value_axis.tick_labels.number_format, chart.value_axis.tick_labels.number_format_is_linked = body.number_format, False
    if stacked:
        chart.value_axis.major_gridlines.format.line.color.rgb = RGBColor.from_string("C8D3DF")
    for place, series in enumerate(plot.series):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = RGBColor.from_string(_SERIES[place % len(_SERIES)])
    for node in chart._chartSpace.iter(qn("a:defRPr"), qn("a:endParaRPr")):  # noqa: SLF001 - as above
        node.set("lang", language)


def _describe(frame: Any, alternative: str) -> None:
    frame._element.find(f".//{qn('p:cNvPr')}").set("descr", alternative)  # noqa: SLF001 - as above


def _same_bytes(data: bytes, day: date) -> bytes:
    """The archive without the moment of writing, and so with the workbooks inside it; the axes of charts get whole numbers."""
    parts = unpack(data)
    for name, part in parts.items():
        if name.endswith(".xlsx"):
            parts[name] = _same_bytes(part, day)
        elif name == "docProps/core.xml":
            parts[name] = _of_day(part, day)
        elif name.startswith("ppt/charts/chart"):
            parts[name] = part.replace(b"-2068027336", b"2068027336").replace(b"-2113994440", b"2113994440")
    return pack(parts)


def _of_day(part: bytes, day: date) -> bytes:
    root = etree.fromstring(part)
    for name in _DATES:
        for when in root.iter(f"{{{_TERMS}}}{name}"):
            when.text = f"{day.isoformat()}{_MOMENT}"
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
