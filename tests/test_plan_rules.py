"""Rules of the plan near their edges: what is just inside, what is just outside, what is too coarse to tell."""

import pytest

from strategies import SETTINGS, check_text, check_texts, lines

GOAL = "goals: [{id: G-NET, title: Швидкий інтернет}]\n"
KEKV = SETTINGS + "  classifiers: {economic: kekv}\n"


def found(*measures: str, codes: str) -> list[str]:
    """The messages of some rules about measures that are given without id, goal and title: M-A, M-B, …"""
    items = [
        f"  - {{id: M-{letter}, goal: G-NET, title: Захід {letter}, {fields}}}\n"
        for letter, fields in zip("ABCDE", measures, strict=False)
    ]
    return messages(GOAL + "measures:\n" + "".join(items), codes=codes)


def messages(text: str, *, codes: str, settings: str = SETTINGS) -> list[str]:
    checked = check_texts({"a.yaml": text, "s.yaml": settings})
    assert checked.plan is not None, lines(checked.diagnostics)
    return [line.split(": ", 1)[1] for line in lines(checked.diagnostics) if line.split("[")[1][:5] in codes.split()]


def test_first_and_last_day_of_the_period_are_inside() -> None:
    assert found("start: 2025-01-01, finish: 2027-12-31", "start: 2025, finish: 2027", codes="SB327 SB328") == []


def test_one_day_outside_the_period() -> None:
    assert found("start: 2024-12-31, finish: 2028-01-01", codes="SB327 SB328") == [
        "error[SB327] M-A starts on 2024-12-31, before the strategy does on 2025-01-01",
        "error[SB328] M-A ends on 2028-01-01, after the strategy does on 2027-12-31",
    ]


def test_a_start_that_alone_leaves_the_period() -> None:
    assert found("start: 2028", codes="SB328") == ["error[SB328] M-A ends on 2028-12-31, after the strategy does on 2027-12-31"]


def test_a_reversed_period_is_not_reported_again_by_every_measure() -> None:
    settings = SETTINGS.replace("2027-12-31", "2024-12-31")
    text = GOAL + "measures: [{id: M-A, goal: G-NET, title: А, start: 2026}]\n"
    checked = check_texts({"a.yaml": text, "s.yaml": settings})
    assert [one.code for one in checked.diagnostics if one.severity.name == "ERROR"] == ["SB302"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("start: 2026-01, finish: 2026-05", "start: 2026-06", []),
        ("start: 2026-01, finish: 2026-06-10", "start: 2026-06-11", []),
        ("start: 2026-01, finish: 2026-06-10", "start: 2026-06-10", ["SB332"]),
        ("start: 2026-01, finish: 2026-06", "start: 2026-06", ["SB333"]),
        ("start: 2026", "start: 2026", ["SB333"]),
        ("start: 2026", "start: 2027", []),
        ("start: 2027", "start: 2026", ["SB332"]),
        ("start: 2026-Q1, duration: 6 months", "start: 2026-05", ["SB332"]),
        ("start: 2026-Q1, duration: 6 months", "start: 2026-Q3", []),
        ("start: 2026, duration: 6 months", "start: 2026", ["SB333"]),
        ("finish: 2026-08", "start: 2026-05", ["SB332"]),
        ("duration: 6 months", "start: 2026-05", []),
    ],
)
def test_order_of_dates(first: str, second: str, expected: list[str]) -> None:
    shown = found(first, f"{second}, after: [M-A]", codes="SB332 SB333")
    assert [line.split("[")[1][:5] for line in shown] == expected


@pytest.mark.parametrize(
    ("dates", "agrees"),
    [
        ("start: 2026-03-01, finish: 2026-10-31, duration: 8 months", True),
        ("start: 2026-03-01, finish: 2026-10-30, duration: 8 months", False),
        ("start: 2026-03, finish: 2026-10, duration: 8 months", True),
        ("start: 2026, finish: 2026-10, duration: 8 months", True),
        ("start: 2026-03, finish: 2026, duration: 2 years", False),
        ("start: 2026-03, finish: 2026, duration: 9999 years", False),
        ("finish: 2026, duration: 2 years", True),
    ],
)
def test_finish_beside_duration(dates: str, agrees: bool) -> None:
    assert (found(dates, codes="SB330") == []) == agrees


def test_a_measure_that_ends_before_it_starts_is_reported_once() -> None:
    shown = found(
        "start: 2026-05, finish: 2026-04, duration: 1 month", "start: 2027, after: [M-A]", codes="SB329 SB330 SB331 SB332"
    )
    assert shown == ["error[SB329] M-A ends on 2026-04-30, before it starts on 2026-05-01"]


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        (("start: 2026", "start: 2026, after: [M-A]", "start: 2027, after: [M-A, M-B]"), 1),
        (("start: 2025", "start: 2026, after: [M-A]", "start: 2027, after: [M-B]"), 0),
        (("start: 2025", "start: 2026", "start: 2027, after: [M-A, M-B]"), 0),
    ],
)
def test_redundant_dependencies(measures: tuple[str, ...], expected: int) -> None:
    assert len(found(*measures, codes="SB334")) == expected


def test_neighbouring_parts_may_follow_each_other() -> None:
    assert (
        found("start: 2026", "part_of: M-A, start: 2026-02", "part_of: M-A, start: 2026-05, after: [M-B]", codes="SB335 SB336")
        == []
    )


def test_a_part_of_a_part_may_not_wait_for_the_whole() -> None:
    shown = found("start: 2026", "part_of: M-A, start: 2026", "part_of: M-B, start: 2026, after: [M-A]", codes="SB336")
    assert shown == ["error[SB336] M-C waits for M-A, but M-C is a part of M-A: the two run at the same time"]


@pytest.mark.parametrize("count", [5_000])
def test_a_long_chain_of_parts_is_no_deep_recursion(count: int) -> None:
    measures = "".join(
        f"  - {{id: M-{number}, goal: G-NET, title: Т{number}, start: 2026{f', part_of: M-{number - 1}' if number else ''}}}\n"
        for number in range(count)
    )
    assert messages(GOAL + "measures:\n" + measures, codes="SB335 SB336 SB337") == []


def test_a_whole_is_paid_and_measured_by_its_parts_and_a_part_by_its_whole() -> None:
    text = GOAL + (
        "kpis: [{id: K-NET, title: Швидкість}]\n"
        "measures:\n"
        "  - {id: M-WHOLE, goal: G-NET, title: Ціле, start: 2026}\n"
        "  - {id: M-PART, part_of: M-WHOLE, goal: G-NET, title: Частина, start: 2026, kpis: [K-NET]}\n"
        "  - {id: M-INNER, part_of: M-PART, goal: G-NET, title: Частка частини, start: 2026}\n"
        "budget_lines: [{id: B-PART, measure: M-PART, title: Роботи, amounts: {2026: 1.00}}]\n"
    )
    assert messages(text, codes="SB323 SB325") == []


@pytest.mark.parametrize(
    ("title", "agrees"),
    [
        ("Стратегія громади до 2027 року", True),
        ("Програма на 2025–2027 роки", True),
        ("Програма на 2025 - 2027 роки", True),
        ("Програма на 2025 рік", False),
        ("Програма на 2025–2028 роки", False),
        ("Стратегія цифрового розвитку", True),
        ("Стратегія, затверджена рішенням 2024 року, до 2027 року", True),
        ("Дорожня карта 12027", True),
    ],
)
def test_years_in_the_title(title: str, agrees: bool) -> None:
    settings = SETTINGS.replace("Цифрова стратегія", f'"{title}"')
    assert (messages("goals: []\n", codes="SB307", settings=settings) == []) == agrees


@pytest.mark.parametrize(
    ("settings", "kind", "codes", "warned"),
    [
        (KEKV, "goods", ("3110",), False),
        (KEKV, "goods", ("2240",), True),
        (KEKV, "goods", ("2240", "2210"), False),
        (KEKV, "services", ("2210", "3110"), True),
        (KEKV, "services", ("2281",), False),
        (KEKV, "works", ("3132",), False),
        (KEKV, "works", ("2240",), False),
        (KEKV, "works", ("3110",), True),
        (KEKV, "software", ("3160", "2240"), False),
        (KEKV, "software", ("3132",), True),
        (SETTINGS, "goods", ("2240",), False),
    ],
)
def test_kind_of_purchase_and_economic_code(settings: str, kind: str, codes: tuple[str, ...], warned: bool) -> None:
    budget = "".join(
        f'  - {{id: B-{code}, measure: M-A, title: Рядок {code}, economic_code: "{code}", amounts: {{2026: 5.00}}}}\n'
        for code in codes
    )
    text = (
        f"{GOAL}measures: [{{id: M-A, goal: G-NET, title: А, start: 2026}}]\nbudget_lines:\n{budget}"
        f"specifications: [{{id: T-A, measure: M-A, title: А, kind: {kind}, "
        f"budget_lines: [{', '.join(f'B-{code}' for code in codes)}]}}]\n"
    )
    assert bool(messages(text, codes="SB364", settings=settings)) == warned


def test_a_strategy_of_another_country_hears_nothing_of_ukrainian_codes() -> None:
    settings = SETTINGS.replace("Менська міська територіальна громада", "Town of Rye, budget_code: RYE-7")
    assert messages("goals: []\n", codes="SB305 SB306", settings=settings) == []


def test_the_least_draft_hears_only_notes() -> None:
    text = "units: [{id: U-IT, name: Відділ, head: Начальник}]\n" + GOAL
    text += "measures: [{id: M-A, goal: G-NET, title: Провести мережу, lead: U-IT, start: 2026-03, duration: 8 months}]\n"
    checked = check_text(text)
    assert {one.severity.name for one in checked.diagnostics} == {"NOTE"}


@pytest.mark.parametrize(
    ("stage", "severity"), [("draft", "warning"), ("consultation", "error"), ("submission", "error"), ("adopted", "error")]
)
def test_the_stage_decides_how_much_an_omission_weighs(stage: str, severity: str) -> None:
    text = GOAL + "measures: [{id: M-A, goal: G-NET, title: Провести мережу}]\n"
    shown = messages(text, codes="SB320", settings=f"{SETTINGS}  stage: {stage}\n")
    assert shown == [f"{severity}[SB320] nobody answers for M-A: partners: 0, lead: none"]
