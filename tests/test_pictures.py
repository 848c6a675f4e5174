"""The pictures of the plan: drawn from its dates, readable without colour and without eyes, the same bytes each time."""

import io
import random
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from printed import docx_part, docx_text, html, letters, pdf_text
from stratbuild.model import Plan
from stratbuild.outputs.documents.concept import view
from stratbuild.render import typst
from stratbuild.render.ast import figure
from stratbuild.render.chart import gantt, load
from stratbuild.render.chart.gantt import Bar, BarGroup, Gantt, GanttWords, draw_gantt
from stratbuild.render.chart.graph import Box, Graph, GraphWords, Link, LinkType, Part, longest_chain
from stratbuild.render.chart.graph_drawing import draw_graph
from stratbuild.render.chart.graph_sheets import sheets as graph_sheets
from stratbuild.render.chart.layers import components, layers_of
from stratbuild.render.chart.layout import layout
from stratbuild.render.chart.lettering import cut, lines_of, text_width
from stratbuild.render.chart.load import LoadChart, LoadWords, MonthOfUnit, UnitLoad, draw_load
from stratbuild.render.chart.picture import HIGHEST, WIDEST, Picture
from stratbuild.render.chart.svg import Area, Pen, drawing, hatching, rectangle, text
from stratbuild.render.edition import Edition
from stratbuild.render.locale import locale
from stratbuild.render.numbering import document
from stratbuild.render.press import print_papers
from strategies import check_folder, check_text

SVG = "{http://www.w3.org/2000/svg}"
TOWN = Path(__file__).parent / "data" / "town_plan"
EDITION = Edition(date(2026, 3, 1), "0123456789ab", "uk", "0.1.0")
SMALLEST_LETTERS = 7.0
HOSTILE = '<script>alert(1)</script> & «"лапки"» ]]> м’я'

GANTT_WORDS = GanttWords("захід", "критичний шлях", "віха", "(продовження)", ("I", "II", "III", "IV"))
GRAPH_WORDS = GraphWords({one: one.value for one in LinkType}, "критичний шлях", "віха", "після:")
LOAD_WORDS = LoadWords("потрібно", "понад", "є", ("I", "II", "III", "IV"), lambda number: f"{float(number):g}")
WORDS = [
    "Розробити",
    "систему",
    "обліку",
    "комунального",
    "майна",
    "громади",
    "та",
    "навчити",
    "працівників",
    "користуватися",
    "нею",
    "щодня",
]


def bar(number: int, first: date, last: date, *, critical: bool = False) -> Bar:
    return Bar(f"1.{number}", f"Захід {number}", first, last, critical=critical)


def many_bars(count: int, seed: int) -> list[Bar]:
    chance = random.Random(seed)
    first = [date(2025, 1, 1) + timedelta(chance.randrange(900)) for _ in range(count)]
    return [
        Bar(f"1.{n // 10}.{n}", " ".join(chance.sample(WORDS, 8)) + f" {n}", day, day + timedelta(chance.randrange(180)))
        for n, day in enumerate(first)
    ]


def chart_of(*groups: BarGroup, **facts: object) -> Gantt:
    return replace(Gantt(groups, date(2025, 1, 1), date(2027, 12, 31), GANTT_WORDS), **facts)  # type: ignore[arg-type]


def many_boxes(count: int, seed: int, words: int = 7) -> Graph:
    chance = random.Random(seed)
    boxes = [Box(f"M-{n}", f"1.{n}", " ".join(chance.sample(WORDS, words))) for n in range(count)]
    links = [
        Link(f"M-{before}", f"M-{n}", chance.choice(list(LinkType)))
        for n in range(1, count)
        for before in chance.sample(range(max(0, n - 25), n), min(n, chance.choice((0, 1, 1, 2, 3))))
    ]
    return Graph(boxes, links, GRAPH_WORDS)


def root_of(picture: Picture) -> ET.Element:
    return ET.fromstring(picture.svg)


def texts(picture: Picture) -> list[str]:
    return [node.text or "" for node in root_of(picture).iter(f"{SVG}text")]


def number(node: ET.Element, name: str) -> float:
    return float(node.get(name, "nan"))


def of_class(root: ET.Element, kind: str) -> list[ET.Element]:
    return [node for node in root.iter() if kind in node.get("class", "").split()]


def text_area(node: ET.Element) -> Area:
    """The rectangle that a line of text takes."""
    size = number(node, "font-size")
    width = text_width(node.text or "", size, bold=node.get("font-weight") == "bold")
    left = number(node, "x") - {"start": 0.0, "middle": width / 2, "end": width}[node.get("text-anchor", "start")]
    return Area(left, number(node, "y") - size * 0.7, width, size * 0.9)


def area_of(node: ET.Element) -> Area:
    return Area(*(number(node, name) for name in Area._fields))


def overlap(one: Area, other: Area) -> bool:
    slack = 0.05
    return (
        one.x + slack < other.x + other.width
        and other.x + slack < one.x + one.width
        and one.y + slack < other.y + other.height
        and other.y + slack < one.y + one.height
    )


def assert_readable(picture: Picture) -> None:
    """Well formed, no letters too small, none outside the drawing or upon each other."""
    root = root_of(picture)
    areas = [text_area(node) for node in root.iter(f"{SVG}text")]
    assert min(number(node, "font-size") for node in root.iter(f"{SVG}text")) >= SMALLEST_LETTERS
    assert all(one.x >= -0.1 and one.x + one.width <= picture.width + 0.1 for one in areas)
    assert all(one.y >= -0.1 and one.y + one.height <= picture.height + 0.1 for one in areas)
    assert not [(one, other) for place, one in enumerate(areas) for other in areas[place + 1 :] if overlap(one, other)]


# Letters and shapes


@pytest.mark.parametrize(("size", "bold"), [(8.0, False), (8.0, True), (20.0, False)])
def test_a_text_is_as_wide_as_the_engine_draws_it(tmp_path: Path, size: float, bold: bool) -> None:
    """The engine sets a text that ends where another begins: the way between their first letters is the width that it drew."""
    written, end = "Щоденний облік: 1234567890 wi-fi", 400
    shapes = [text(written, (end, 20), size, bold=bold, anchor="end"), text("край", (end, 60), size)]
    paper = document("т", locale("uk"), [figure(drawing(shapes, end + 60, 80, "опис"), "т").node])
    typst.write_pdf(paper.for_typst(), tmp_path, tmp_path / "a.pdf", day=date(2026, 3, 1))
    begins: list[float] = []

    def visit(words: str, transformation: Sequence[float], *_more: object) -> None:
        if words.strip():
            begins.append(transformation[4])

    PdfReader(tmp_path / "a.pdf").pages[0].extract_text(visitor_text=visit)
    letters_of_first = len(written.replace(" ", "")) - 1  # "fi" is one letter to the engine
    drawn = begins[letters_of_first] - begins[0]
    assert drawn <= text_width(written, size, bold=bold) < drawn * 1.01


def test_no_letters_have_no_width() -> None:
    assert text_width("", 8.0) == 0
    assert text_width("Ж", 8.0, bold=True) > text_width("Ж", 8.0) > text_width("і", 8.0)


@pytest.mark.parametrize("width", [12.0, 40.0, 90.0])
@pytest.mark.parametrize("most", [1, 2, 5])
def test_lines_fit_and_say_that_something_is_left_out(width: float, most: int) -> None:
    long = "Побудувати волоконно-оптичні відгалуження неперервнопротяжногазопроводу до закладів"
    lines = lines_of(long, 7.5, width, most)
    assert 1 <= len(lines) <= most
    assert all(text_width(line, 7.5) <= width for line in lines)
    whole = "".join(lines).replace("-", "").replace(" ", "") == long.replace("-", "").replace(" ", "")
    assert whole or lines[-1].endswith("…")


def test_a_text_that_fits_is_left_alone() -> None:
    assert lines_of("Два слова", 8.0, 200.0, 2) == ("Два слова",)
    assert cut("Два слова", 8.0, 200.0) == "Два слова"
    assert cut("Два слова", 8.0, 30.0) == "Два с…"
    assert cut("Два слова", 8.0, 26.0) == "Два…"
    assert lines_of("", 8.0, 30.0, 2) == ()


def test_text_is_never_markup() -> None:
    picture = drawing([text(HOSTILE + "\x00\x1b", (0, 10), 8)], 100, 20, "опис")
    (node,) = root_of(picture).iter(f"{SVG}text")
    assert node.text == HOSTILE
    assert list(picture.words()) == [HOSTILE]
    assert not list(root_of(picture).iter(f"{SVG}script"))


def test_hatching_stays_inside_its_rectangle() -> None:
    area = Area(13.3, 7.1, 41.7, 8.2)
    steps = hatching(area, Pen()).get("d", "")
    points = [(float(x), float(y)) for x, y in re.findall(r"[ML]([\d.]+) ([\d.]+)", steps)]
    assert len(points) >= 2 * 41.7 / 3
    assert all(
        area.x - 0.01 <= x <= area.x + area.width + 0.01 and area.y - 0.01 <= y <= area.y + area.height + 0.01 for x, y in points
    )
    assert {round((x + y) / 3 - round((x + y) / 3), 2) for x, y in points} <= {0.0, -0.0, 0.01, -0.01}


# The Gantt chart


def test_a_bar_is_where_its_dates_are() -> None:
    bars = [
        bar(1, date(2025, 1, 1), date(2027, 12, 31)),
        bar(2, date(2026, 1, 1), date(2026, 1, 31), critical=True),
        bar(3, date(2025, 7, 15), date(2027, 2, 28)),
    ]
    chart = chart_of(BarGroup("Ціль", bars))
    (sheet,) = gantt.sheets(chart)
    root = root_of(draw_gantt(chart, sheet, ""))
    drawn = [area_of(node) for row in of_class(root, "measure") for node in of_class(row, "bar")]
    left, width, days = chart.axis.left, chart.axis.width, (date(2028, 1, 1) - date(2025, 1, 1)).days
    for one, shape in zip(bars, drawn, strict=True):
        assert shape.x == pytest.approx(left + width * (one.first - date(2025, 1, 1)).days / days, abs=0.01)
        assert shape.width == pytest.approx(width * ((one.last - one.first).days + 1) / days, abs=0.01)
    assert [node.get("class") for row in of_class(root, "measure") for node in of_class(row, "bar")] == [
        "bar plain",
        "bar critical",
        "bar plain",
    ]


@pytest.mark.parametrize("count", [1, 12, 100])
def test_every_measure_is_on_one_sheet_once_and_nothing_overlaps(count: int) -> None:
    bars = many_bars(count, count)
    chart = chart_of(*(BarGroup(f"Ціль {n // 7} {' '.join(WORDS)}", bars[n : n + 7]) for n in range(0, count, 7)))
    sheets = gantt.sheets(chart)
    assert [one for sheet in sheets for group in sheet for one in group.bars] == bars
    pictures = [draw_gantt(chart, sheet, "") for sheet in sheets]
    assert all(one.width == WIDEST and one.height <= HIGHEST for one in pictures)
    for picture in pictures:
        assert_readable(picture)
        root = root_of(picture)
        for row in of_class(root, "measure"):
            (drawn,) = of_class(row, "bar")
            assert not [node.text for node in row.iter(f"{SVG}text") if overlap(text_area(node), area_of(drawn))]
    printed = Counter(written for picture in pictures for written in texts(picture))
    assert all(printed[one.code] == 1 for one in bars)


def test_a_group_that_goes_on_says_so() -> None:
    chart = chart_of(BarGroup("Ціль", many_bars(40, 1)))
    first, second, *_ = [texts(draw_gantt(chart, sheet, "")) for sheet in gantt.sheets(chart)]
    assert "Ціль" in first
    assert "Ціль (продовження)" in second


def test_sheets_are_about_equally_full() -> None:
    chart = chart_of(BarGroup("Ціль", [bar(n, date(2025, 1, 1), date(2025, 12, 31)) for n in range(30)]))
    assert [sum(len(group.bars) for group in sheet) for sheet in gantt.sheets(chart)] in ([15, 15], [16, 14])


def test_a_milestone_has_its_day_beside_it_inside_the_picture() -> None:
    stones = [
        Bar("", title, day, day, milestone=True, note=f"{day:%d.%m.%Y}")
        for title, day in (("Перша", date(2025, 1, 1)), ("Остання", date(2027, 12, 31)))
    ]
    chart = chart_of(BarGroup("Віхи", stones))
    picture = draw_gantt(chart, gantt.sheets(chart)[0], "")
    assert_readable(picture)
    assert {"01.01.2025", "31.12.2027"} <= set(texts(picture))
    assert len(of_class(root_of(picture), "milestone-sign")) == 2


def test_the_critical_path_has_arrows() -> None:
    one = bar(1, date(2025, 1, 1), date(2025, 6, 30), critical=True)
    two = bar(2, date(2026, 1, 1), date(2026, 6, 30), critical=True)
    stone = Bar("", "Готово", date(2026, 6, 30), date(2026, 6, 30), critical=True, milestone=True)
    chart = chart_of(BarGroup("Ціль", [two, one, stone]), arrows=[(one, two), (two, stone)])
    assert len(of_class(root_of(draw_gantt(chart, gantt.sheets(chart)[0], "")), "arrow")) == 2


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2026, 3, 10), date(2026, 9, 1), ["3", "4", "5", "6", "7", "8", "9"]),
        (date(2025, 1, 1), date(2030, 12, 31), ["I", "II", "III", "IV"] * 6),
        (date(2025, 1, 1), date(2060, 12, 31), []),
        (date(9998, 11, 1), date(9999, 12, 31), ["11", "12", *map(str, range(1, 13))]),
    ],
)
def test_the_axis_is_as_fine_as_there_is_room_for(first: date, last: date, labels: list[str]) -> None:
    chart = Gantt([BarGroup("Ціль", [bar(1, first, last)])], first, last, GANTT_WORDS)
    assert [part.label for part in chart.axis.parts()] == labels
    picture = draw_gantt(chart, gantt.sheets(chart)[0], "")
    assert_readable(picture)
    (row,) = of_class(root_of(picture), "measure")
    (drawn,) = of_class(row, "bar")
    assert number(drawn, "x") + number(drawn, "width") <= chart.axis.right + 0.01


# The graph


def boxes_on(sheets: Sequence[Sequence[Part]]) -> list[str]:
    return [name for sheet in sheets for part in sheet for name in part.names]


@pytest.mark.parametrize(("count", "seed"), [(2, 1), (12, 2), (40, 3), (150, 4), (150, 5)])
def test_every_linked_measure_has_one_box_and_nothing_overlaps(count: int, seed: int) -> None:
    graph = many_boxes(count, seed)
    sheets = graph_sheets(graph)
    assert sorted(boxes_on(sheets)) == sorted(graph.named)
    for sheet in sheets:
        picture = draw_graph(graph, sheet, "")
        assert picture.width == WIDEST
        assert picture.height <= HIGHEST + 1
        assert_readable(picture)
        boxes = of_class(root_of(picture), "box")
        frames = [area_of(frame) for box in boxes for frame in of_class(box, "frame")]
        assert not [(one, other) for at, one in enumerate(frames) for other in frames[at + 1 :] if overlap(one, other)]
        for box, frame in zip(boxes, frames, strict=True):
            for node in box.iter(f"{SVG}text"):
                inside = text_area(node)
                assert frame.x <= inside.x and inside.x + inside.width <= frame.x + frame.width  # noqa: PT018
                assert frame.y <= inside.y and inside.y + inside.height <= frame.y + frame.height + 0.5  # noqa: PT018


def test_every_dependency_is_a_line_or_a_number_in_the_box() -> None:
    graph = many_boxes(60, 8, words=2)
    drawn = named = 0
    for sheet in graph_sheets(graph):
        root = root_of(draw_graph(graph, sheet, ""))
        drawn += len(of_class(root, "link"))
        for part in sheet:
            outside = {(one.before, one.after) for one in graph.links if one.after in part.names and one.before not in part.names}
            named += len(outside)
            for name in {after for _, after in outside}:
                waits = graph.waits(graph.named[name], frozenset(part.names)) or ""
                assert waits.startswith("після: ")
                assert waits in [node.text for node in root.iter(f"{SVG}text")]
    assert drawn + named == len(graph.links)
    assert drawn > named


def test_lines_lead_from_left_to_right() -> None:
    graph = many_boxes(60, 6)
    for sheet in graph_sheets(graph):
        for part in sheet:
            layers = part.layout.layers
            assert all(layers[one] < layers[other] for one, other in graph.edges if one in layers and other in layers)


def test_a_layer_is_the_longest_way() -> None:
    edges = [("а", "б"), ("б", "в"), ("а", "в"), ("г", "в")]
    assert layers_of(["в", "б", "а", "г"], edges) == {"в": 2, "б": 1, "а": 0, "г": 0}
    assert components(["а", "б", "в", "г", "ґ"], [("а", "в"), ("г", "б")]) == [["а", "в"], ["б", "г"], ["ґ"]]


def test_a_layout_has_no_needless_crossing() -> None:
    """Three pairs whose right ends are given in the opposite order."""
    names = ["а1", "а2", "а3", "б3", "б2", "б1"]
    found = layout(names, [("а1", "б1"), ("а2", "б2"), ("а3", "б3"), ("а1", "б2"), ("а2", "б3")], dict.fromkeys(names, 20.0), 5.0)
    middles = found.middles
    assert sorted(["а1", "а2", "а3"], key=middles.__getitem__) in (["а1", "а2", "а3"], ["а3", "а2", "а1"])
    assert (middles["а1"] < middles["а2"]) == (middles["б1"] < middles["б2"])
    assert (middles["а2"] < middles["а3"]) == (middles["б2"] < middles["б3"])


def test_a_long_chain_is_divided_and_a_short_one_is_not() -> None:
    boxes = [Box(f"M-{n}", f"1.{n}", f"Захід {n}") for n in range(30)]
    links = [Link(f"M-{n}", f"M-{n + 1}") for n in range(29)]
    graph = Graph(boxes, links, GRAPH_WORDS)
    parts = [part for sheet in graph_sheets(graph) for part in sheet]
    assert {part.layout.depth for part in parts} <= set(range(1, graph.most_layers + 1))
    assert len(parts) == -(-30 // graph.most_layers)
    short = Graph(boxes[:4], links[:3], GRAPH_WORDS)
    ((part,),) = graph_sheets(short)
    assert [box.code for box in longest_chain(short, [part])] == ["1.0", "1.1", "1.2", "1.3"]


def test_kinds_of_links_differ_without_colour() -> None:
    boxes = [Box(name, name, "Захід") for name in "абвг"]
    links = [Link("а", after, kind) for after, kind in zip("бвг", LinkType, strict=True)]
    graph = Graph(boxes, [*links, Link("а", "б", LinkType.FINISH_TO_FINISH)], GRAPH_WORDS)
    picture = draw_graph(graph, graph_sheets(graph)[0], "")
    dashes = {node.get("class"): node.get("stroke-dasharray") for node in of_class(root_of(picture), "link")}
    assert len(set(dashes.values())) == 3
    assert {"finish-to-start", "start-to-start", "finish-to-finish"} <= set(texts(picture))
    assert len(of_class(root_of(picture), "link")) == 4


def test_without_links_there_is_no_graph() -> None:
    assert graph_sheets(Graph([Box("а", "1", "Захід")], [], GRAPH_WORDS)) == ()


# The load


def months(needed: Sequence[int], capacity: Sequence[int | None]) -> dict[date, MonthOfUnit]:
    return {
        date(2026, at, 1): MonthOfUnit(Fraction(need, 4), None if most is None else Fraction(most, 4))
        for at, (need, most) in enumerate(zip(needed, capacity, strict=True), start=1)
    }


def test_columns_are_as_high_as_the_need_and_hatched_above_the_capacity() -> None:
    unit = UnitLoad("Відділ", months([4, 12, 8, 0], [8, 8, 8, 8]))
    chart = LoadChart([unit], date(2026, 1, 1), date(2026, 4, 30), LOAD_WORDS)
    picture = draw_load(chart, load.sheets(chart)[0], "")
    assert_readable(picture)
    root = root_of(picture)
    (panel,) = of_class(root, "unit")
    within, over = ([area_of(node) for node in of_class(panel, kind)] for kind in ("within", "over"))
    assert [round(one.height / within[0].height, 2) for one in within] == [1.0, 2.0, 2.0]
    (one,) = over
    assert one.height == pytest.approx(within[0].height, abs=0.02)
    assert one.y + one.height == pytest.approx(within[1].y, abs=0.02)
    assert len(of_class(panel, "hatching")) == 1
    (line,) = of_class(panel, "capacity")
    heights = {float(y) for _, y in re.findall(r"[ML ]([\d.]+) ([\d.]+)", line.get("d", ""))}
    assert heights == {round(within[1].y, 2)}


def test_a_capacity_that_is_not_stated_leaves_a_gap() -> None:
    unit = UnitLoad("Відділ", months([4, 4, 4, 4], [8, None, 4, 4]))
    chart = LoadChart([unit], date(2026, 1, 1), date(2026, 4, 30), LOAD_WORDS)
    root = root_of(draw_load(chart, [unit], ""))
    assert len(of_class(root, "capacity")) == 2
    assert len(of_class(root, "within")) == 4
    assert not of_class(root, "over")


@pytest.mark.parametrize("count", [1, 4, 5, 23])
def test_units_are_divided_among_sheets(count: int) -> None:
    long = " ".join(WORDS * 3)
    units = [UnitLoad(f"{n} {long}", months([n, 8, 1000], [8, 8, 8]), "найбільше 250 з 2 (03.2026)") for n in range(count)]
    chart = LoadChart(units, date(2026, 1, 1), date(2026, 3, 31), LOAD_WORDS)
    sheets = load.sheets(chart)
    assert [one for sheet in sheets for one in sheet] == units
    for sheet in sheets:
        picture = draw_load(chart, sheet, "")
        assert picture.height <= HIGHEST
        assert_readable(picture)
    assert load.sheets(replace(chart, units=())) == ()


# In the papers


@pytest.fixture(scope="module")
def town() -> Plan:
    plan = check_folder(TOWN).plan
    assert plan is not None
    return plan


def printed(plan: Plan, folder: Path, language: str = "uk") -> Path:
    edition = replace(EDITION, language=language)
    print_papers(list(view(plan, edition)), edition, folder)
    return folder


@pytest.fixture(scope="module")
def papers(town: Plan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return printed(town, tmp_path_factory.mktemp("town"))


CAPTIONS = (
    "Рисунок 1 – Календарний графік заходів",
    "Рисунок 2 – Залежності між заходами",
    "Рисунок 3 – Завантаження підрозділів за місяцями, осіб",
)
TOLD = (
    (
        "Діаграма Ганта: 7 заходів та 3 віхи на осі часу від 01.2025 до 12.2027. Заходи від 1.1.1 до 2.2; їхні строки "
        "наведено також у таблиці плану заходів. На критичному шляху: 1.1.2, 1.1.4, «Лінію прийнято в користування», "
        "«Мережа працює в усіх селах»."
    ),
    (
        "Граф залежностей: 6 заходів та 3 віхи, між ними 9 залежностей. Найдовший ланцюг: 1.1.1 → 1.1.2 → 1.1.3 → "
        "«Лінію прийнято в користування» → 1.1.4 → «Мережа працює в усіх селах»."
    ),
    (
        "Стовпчикова діаграма: скільки людей потрібно щомісяця і скільки їх є. Відділ цифрового розвитку: 3,41 за наявних 2 "
        "(08.2026); понад наявних: 11 місяців. Відділ освіти: 0,85 за наявних 0,5 (04.2026); понад наявних: 9 місяців."
    ),
)


def test_all_formats_have_the_captions_in_order(papers: Path) -> None:
    for written in (docx_text(papers / "concept.docx"), pdf_text(papers / "concept.pdf"), html(papers / "concept.html").text):
        places = [letters(written).find(letters(caption)) for caption in CAPTIONS]
        assert -1 not in places
        assert places == sorted(places)


def test_docx_has_a_bitmap_a_drawing_and_words(papers: Path) -> None:
    content = (papers / "concept.docx").read_bytes()
    root = docx_part(papers / "concept.docx")
    namespaces = {
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    }
    embedded = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
    properties = root.findall(".//wp:docPr", namespaces)
    assert tuple(one.get("descr") for one in properties)[:3] == TOLD
    assert len({one.get("id") for one in properties}) == len(properties) == 6
    relations = {one.get("Id"): one.get("Target") for one in docx_part(papers / "concept.docx", "word/_rels/document.xml.rels")}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for kind, begins in (("a:blip", b"\x89PNG"), ("asvg:svgBlip", b"<svg ")):
            found = root.findall(f".//{kind}", namespaces)
            assert len(found) == 6
            assert all(archive.read(f"word/{relations[one.get(embedded)]}").startswith(begins) for one in found)
        types = archive.read("[Content_Types].xml").decode()
    assert '"image/png"' in types
    assert '"image/svg+xml"' in types
    extents = [
        [int(str(extent.get(name))) for name in ("cx", "cy")] for extent in root.findall(".//wp:inline/wp:extent", namespaces)
    ]
    for place, (width, height) in enumerate(extents):
        widest, highest = (257, 145) if place < 3 else (170, 245)
        assert width <= widest * 36_000
        assert height <= highest * 36_000


def figures(node: object) -> Iterator[str]:
    """The text alternatives of the figures below a node of a PDF's structure."""
    if isinstance(node, IndirectObject):
        node = node.get_object()
    if isinstance(node, ArrayObject):
        for one in node:
            yield from figures(one)
    elif isinstance(node, DictionaryObject):
        if node.get("/S") == "/Figure":
            yield str(node.get("/Alt"))
        if "/K" in node:
            yield from figures(node["/K"])


def test_pdf_has_tagged_figures_with_words(papers: Path) -> None:
    reader = PdfReader(papers / "concept.pdf")
    assert tuple(figures(reader.root_object["/StructTreeRoot"]))[:3] == TOLD


def test_html_has_the_drawings_themselves_with_names_and_words(papers: Path) -> None:
    page = html(papers / "concept.html")
    drawings = [facts for name, facts in page.elements if name == "svg"]
    assert [facts["role"] for facts in drawings] == ["img"] * 6
    identifiers = [facts["id"] for _, facts in page.elements if facts.get("id")]
    assert len(identifiers) == len(set(identifiers))
    for facts, caption, told in zip(drawings[:3], CAPTIONS, TOLD, strict=True):
        assert {facts["aria-labelledby"], facts["aria-describedby"]} <= set(identifiers)
        assert caption in page.text
        assert told in page.text
    assert sum(1 for name, _ in page.elements if name == "figcaption") == 6
    assert not [name for name, _ in page.elements if name in ("img", "image", "script")]


def test_the_pictures_are_the_same_bytes_each_time(town: Plan, papers: Path, tmp_path: Path) -> None:
    again = printed(town, tmp_path)
    for name in ("concept.docx", "concept.pdf", "concept.html"):
        assert (again / name).read_bytes() == (papers / name).read_bytes()


def test_the_pictures_speak_english(town: Plan, tmp_path: Path) -> None:
    written = html(printed(town, tmp_path, "en") / "concept.html").text
    assert "Figure 1 – Schedule of measures" in written
    assert "On the critical path: 1.1.2, 1.1.4, “Лінію прийнято в користування”" in written
    assert "with 2 available (2026-08); more than there are: 11 months" in written


def test_hostile_titles_stay_text(tmp_path: Path) -> None:
    quoted = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    plan = check_text(
        f"""\
goals: [{{id: G-A, title: "{quoted}"}}]
measures:
  - {{id: M-A, goal: G-A, title: "{quoted}", start: 2025-02-01, finish: 2025-06-30}}
  - {{id: M-B, goal: G-A, title: "а {quoted}", start: 2025-07-01, finish: 2026-06-30, after: [M-A]}}
""",
    ).plan
    assert plan is not None
    page = html(printed(plan, tmp_path) / "concept.html")
    assert not [name for name, _ in page.elements if name == "script"]
    assert "<script>" in page.text


def test_nothing_to_show_is_not_shown(tmp_path: Path) -> None:
    plan = check_text("goals: [{id: G-A, title: Ціль}]\nmeasures: [{id: M-A, goal: G-A, title: Захід}]\n").plan
    assert plan is not None
    folder = printed(plan, tmp_path)
    assert "Рисунок" not in docx_text(folder / "concept.docx")
    assert not [facts for name, facts in html(folder / "concept.html").elements if name == "svg"]


def test_many_pictures_are_drawn_in_their_order(tmp_path: Path) -> None:
    pictures = [drawing([rectangle(Area(0, 0, 10, 10), "#000000")], 40, 20 + n, "") for n in range(45)]
    bitmaps = typst.bitmaps(pictures, tmp_path)
    heights = [int.from_bytes(one[20:24], "big") for one in bitmaps]
    assert heights == sorted(heights)
    assert len(set(heights)) == 45
