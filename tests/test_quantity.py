"""Quantities: which text is which value, which is refused and why, and the laws that hold for all of them."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratbuild.quantity import (
    EVERY_WEEKDAY,
    FIRST_YEAR,
    LAST_YEAR,
    ZERO,
    Duration,
    DurationUnit,
    Lag,
    Money,
    PlanDate,
    Precision,
    Refusal,
    Workdays,
    parse_day,
    parse_number,
    parse_share,
    parse_year,
    shown_share,
)


def outcome(parse: Callable[[str], object], text: str) -> str:
    """The value of a text as it is written in a strategy, or the reason of the refusal and what it says to write."""
    try:
        value = parse(text)
    except Refusal as refusal:
        return " ".join([refusal.reason, *offers(refusal)])
    return shown_share(value) if parse is parse_share and isinstance(value, Decimal) else str(value)


def offers(refusal: Refusal) -> list[str]:
    """The spellings that a refusal says to write instead."""
    found = (refusal.facts.get(name) for name in ("plain", "large", "small", "last", "example"))
    return [one for one in found if isinstance(one, str)]


def _signed(text: str) -> Money:
    return Money.parse(text, signed=True)


MONEY = {
    "0": "0.00",
    "18500": "18500.00",
    "18500.5": "18500.50",
    "18500.05": "18500.05",
    "007": "7.00",
    "9999999999999.99": "9999999999999.99",
    "10000000000000": "money_too_large",
    "9" * 5_000: "money_too_large",
    "": "money_not_a_number",
    "грн": "money_not_a_number",
    "1_000": "money_not_a_number",
    "1e3": "money_not_a_number",
    "1e999999": "money_not_a_number",
    "0x1F": "money_not_a_number",
    "+5": "money_not_a_number",
    ".5": "money_not_a_number",
    "5.": "money_not_a_number",
    "NaN": "money_not_a_number",
    "sNaN": "money_not_a_number",
    "Infinity": "money_not_a_number",
    "-.inf": "money_not_a_number",
    "−5": "money_not_a_number",
    " 5": "money_not_a_number",
    "5\n": "money_not_a_number",
    "12,35": "money_written_for_people 12.35",
    "18 500": "money_written_for_people 18500",
    "18\u00a0500,00": "money_written_for_people 18500.00",
    "18\u202f500.5": "money_written_for_people 18500.5",
    "18\u2009500": "money_written_for_people 18500",
    "1.234.567,89": "money_written_for_people 1234567.89",
    "1,234.5": "money_written_for_people 1234.5",
    "1.000": "money_ambiguous 1000.00 1.00",
    "1,250": "money_ambiguous 1250.00 1.25",
    "12.345": "money_ambiguous 12345.00 12.345",
    "1,234.567": "money_ambiguous 1234567.00 1234.567",
    "1.234.567": "money_written_for_people 1234567.00",
    "0.005": "money_finer_than_hundredths",
    "3 3500 000,00": "money_grouped_unevenly",
    "1  000": "money_grouped_unevenly",
    "12.34567": "money_finer_than_hundredths",
    "1234,567": "money_finer_than_hundredths",
    "5 грн": "money_with_words",
    "12 тис. грн": "money_with_words",
    "$5": "money_with_words",
    "5₴": "money_with_words",
    "１２": "money_foreign_digits",
    "١٢٣": "money_foreign_digits",
    "12𝟙": "money_foreign_digits",
    "-5": "money_negative",
    "-0": "money_negative",
    "-0.00": "money_negative",
    "-12,5": "money_negative",
    "-1.000": "money_negative",
    "12 345 678 901 234,00": "money_too_large",
    "1.000.000.000.000.000": "money_too_large",
    "1" + " 000" * 2_000: "money_too_large",
}

SIGNED_MONEY = {
    "-5": "-5.00",
    "-0.01": "-0.01",
    "5": "5.00",
    "-0": "money_negative",
    "-1 200,5": "money_written_for_people -1200.5",
    "-1.000": "money_ambiguous -1000.00 -1.00",
}

DATES = {
    "2026": "2026",
    "2026-Q2": "2026-Q2",
    "2026-03": "2026-03",
    "2026-03-15": "2026-03-15",
    "2028-02-29": "2028-02-29",
    "2100-12-31": "2100-12-31",
    "2026-02-29": "date_without_such_day 2026-02-28",
    "2026-02-30": "date_without_such_day 2026-02-28",
    "2026-04-31": "date_without_such_day 2026-04-30",
    "2026-03-00": "date_without_such_day 2026-03-31",
    "2026-13": "date_without_such_month",
    "2026-00-10": "date_without_such_month",
    "0000-01-01": "year_out_of_range",
    "1989": "year_out_of_range",
    "2101": "year_out_of_range",
    "29.03.2026": "date_in_another_order 2026-03-29",
    "1.3.2026": "date_in_another_order 2026-03-01",
    "03/2026": "date_in_another_order 2026-03",
    "2026-3-9": "date_in_another_order 2026-03-09",
    "2026.03.09": "date_in_another_order 2026-03-09",
    "2026/3": "date_in_another_order 2026-03",
    "1.13.2026": "date_without_such_month",
    "30.02.2026": "date_without_such_day 2026-02-28",
    "29.03.1850": "year_out_of_range",
    "2026-Q5": "date_not_readable",
    "2026-q2": "date_in_another_order 2026-Q2",
    "2026 К3": "date_in_another_order 2026-Q3",
    "Q4 2026": "date_in_another_order 2026-Q4",
    "II квартал 2026 року": "date_in_another_order 2026-Q2",
    "ІV кв. 2026": "date_in_another_order 2026-Q4",
    "березень 2026": "date_in_another_order 2026-03",
    "15 червня 2026 року": "date_in_another_order 2026-06-15",
    "31 листопада 2026": "date_without_such_day 2026-11-30",
    "навесні 2026": "date_not_readable",
    "2026-03-15T00:00": "date_not_readable",
    "２０２６": "date_not_readable",
    "": "date_not_readable",
    "9" * 5_000: "date_not_readable",
}

DAYS = {
    "2026-03-15": "2026-03-15",
    "2026": "date_too_coarse 2026-01-01",
    "2026-Q2": "date_too_coarse 2026-04-01",
    "2026-03": "date_too_coarse 2026-03-01",
    "15.03.2026": "date_in_another_order 2026-03-15",
}

YEARS = {
    "1990": "1990",
    "2100": "2100",
    "1989": "year_out_of_range",
    "26": "year_not_readable",
    "2026 рік": "year_not_readable",
    "２０２６": "year_not_readable",
    "9" * 5_000: "year_not_readable",
}

DURATIONS = {
    "8 months": "8 months",
    "1 month": "1 months",
    "1 день": "1 days",
    "2 тижні": "2 weeks",
    "5 місяців": "5 months",
    "1 квартал": "1 quarters",
    "3 роки": "3 years",
    "9999 days": "9999 days",
    "10000 days": "duration_not_readable",
    "8": "duration_not_readable",
    "8months": "duration_not_readable",
    "8  months": "duration_not_readable",
    "8 Months": "duration_not_readable",
    "8\u00a0months": "duration_not_readable",
    "8 moons": "duration_not_readable",
    "1.5 years": "duration_not_readable",
    "-1 days": "duration_not_readable",
    "８ days": "duration_not_readable",
    "10 working days": "10 working days",
    "1 робочий день": "1 working days",
    "2 робочі дні": "2 working days",
    "5 робочих днів": "5 working days",
    "10 working weeks": "duration_not_readable",
    "10 working  days": "duration_not_readable",
    "10 days working": "duration_not_readable",
    "0 working days": "duration_of_nothing",
    "0 days": "duration_of_nothing",
    "000 років": "duration_of_nothing",
}

LAGS = {
    "2 weeks": "2 weeks",
    "-2 weeks": "-2 weeks",
    "-10 робочих днів": "-10 working days",
    "-0 days": "0 days",
    "0 місяців": "0 months",
    "--2 weeks": "lag_not_readable",
    "- 2 weeks": "lag_not_readable",
    "+2 weeks": "lag_not_readable",
    "−2 weeks": "lag_not_readable",
    "2": "lag_not_readable",
    "10000 days": "lag_not_readable",
    "": "lag_not_readable",
}

NUMBERS = {
    "12": "12",
    "-3": "-3",
    "12.50": "12.50",
    "999999999999999.999999": "999999999999999.999999",
    "12,5": "number_written_for_people 12.5",
    "1 200": "number_written_for_people 1200",
    "1\u00a0200,5": "number_written_for_people 1200.5",
    "1.200": "number_ambiguous 1200 1.2",
    "-12,000": "number_ambiguous -12000 -12",
    "1 234.500": "number_written_for_people 1234.500",
    "0.120": "0.120",
    "1.234": "1.234",
    "-0": "number_written_for_people 0",
    "-0.0": "number_written_for_people 0.0",
    "1000000000000000": "number_not_readable",
    "0.0000001": "number_not_readable",
    "1e3": "number_not_readable",
    "NaN": "number_not_readable",
    "５": "number_not_readable",
    "5 шт.": "number_not_readable",
    "": "number_not_readable",
    "9" * 5_000: "number_not_readable",
}

SHARES = {
    "60%": "60%",
    "33.3333%": "33.3333%",
    "100.00%": "100%",
    "0.0001%": "0.0001%",
    "60": "share_without_sign 60%",
    "60 %": "share_without_sign 60%",
    "33,3%": "share_without_sign 33.3%",
    "0%": "share_outside_whole",
    "101%": "share_outside_whole",
    "100.0001%": "share_outside_whole",
    "33.33333%": "share_not_readable",
    "-5%": "share_not_readable",
    "половина": "share_not_readable",
    "60%%": "share_not_readable",
    "６０%": "share_not_readable",
}

TABLES: tuple[tuple[Callable[[str], object], dict[str, str]], ...] = (
    (Money.parse, MONEY),
    (_signed, SIGNED_MONEY),
    (PlanDate.parse, DATES),
    (parse_day, DAYS),
    (parse_year, YEARS),
    (Duration.parse, DURATIONS),
    (Lag.parse, LAGS),
    (parse_number, NUMBERS),
    (parse_share, SHARES),
)
ROWS = [
    pytest.param(parse, text, expected, id=f"{parse.__qualname__}-{text[:30]!a}")
    for parse, table in TABLES
    for text, expected in table.items()
]


@pytest.mark.parametrize(("parse", "text", "expected"), ROWS)
def test_a_text_is_a_value_or_refused_with_a_reason(parse: Callable[[str], object], text: str, expected: str) -> None:
    assert outcome(parse, text) == expected


@pytest.mark.parametrize(("parse", "text", "expected"), [row for row in ROWS if "_" in str(row.values[2])])
def test_the_first_spelling_that_a_refusal_offers_can_be_read(parse: Callable[[str], object], text: str, expected: str) -> None:
    with pytest.raises(Refusal) as caught:
        parse(text)
    assert offers(caught.value) == expected.split()[1:]
    for one in offers(caught.value)[:1]:
        parse(one)


def test_facts_of_a_refusal_are_short() -> None:
    for parse, _ in TABLES:
        for text in ("9" * 5_000, "я" * 5_000, "1" + " 000" * 2_000, "1," * 3_000 + "1", "-" * 3_000, "$" + "9" * 3_000):
            with pytest.raises(Refusal) as caught:
                parse(text)
            assert all(len(str(fact)) <= 60 for fact in caught.value.facts.values()), (parse, caught.value.reason)


SIGNS = "0123456789.,-+eE% _/:QqmdaysмісяцірокдньА’'\u00a0\u202f\u2009\n\t１٣₴$грнNaнXx\U0001d7d9\ud800"
any_text = st.text() | st.text(SIGNS) | st.text("0123456789.,- \u00a0-/Q%")


@settings(max_examples=400, deadline=None)
@given(any_text)
def test_no_text_raises_anything_but_a_refusal(text: str) -> None:
    for parse, _ in TABLES:
        try:
            value = parse(text)
        except Refusal:
            continue
        assert value is not None
        assert text.isascii() or parse in {Duration.parse, Lag.parse}


@given(st.integers(-Money.LARGEST, Money.LARGEST).map(Money))
def test_money_is_read_as_it_is_written(money: Money) -> None:
    assert Money.parse(str(money), signed=True) == money
    assert money.decimal * 100 == money.hundredths


@given(st.integers(0, Money.LARGEST), st.sampled_from(" \u00a0\u202f\u2009"), st.sampled_from(".,"))
def test_money_written_for_people_is_offered_as_the_same_sum(hundredths: int, space: str, point: str) -> None:
    text = f"{hundredths // 100:,}".replace(",", space) + f"{point}{hundredths % 100:02}"
    if text.isascii() and space not in text and point == ".":
        assert Money.parse(text) == Money(hundredths)
        return
    with pytest.raises(Refusal, match="money_written_for_people") as caught:
        Money.parse(text)
    assert Money.parse(*offers(caught.value)) == Money(hundredths)


@given(st.lists(st.integers(-(10**12), 10**12).map(Money)))
def test_a_total_is_the_sum_in_any_order(sums: list[Money]) -> None:
    one_by_one = ZERO
    for money in sums:
        one_by_one += money
    assert Money.total(sums) == one_by_one == Money.total(reversed(sums))
    assert Money.total(sums) - Money.total(sums) == ZERO
    assert not ZERO
    assert bool(Money(1))


@pytest.mark.parametrize(
    ("price", "quantity", "cost"),
    [("0.01", "0.5", "0.01"), ("0.01", "0.49", "0.00"), ("2.67", "1.5", "4.01"), ("18500.00", "6", "111000.00")],
)
def test_a_half_hundredth_is_rounded_up(price: str, quantity: str, cost: str) -> None:
    assert str(Money.parse(price).times(Decimal(quantity))) == cost


def test_the_hundredths_left_over_go_to_the_parts_that_lost_most() -> None:
    thirds = Money.parse("100.00").split([Decimal(1)] * 3)
    assert [str(part) for part in thirds] == ["33.34", "33.33", "33.33"]
    assert [str(part) for part in Money.parse("0.10").split([Decimal(1), Decimal(2), Decimal(4)])] == ["0.01", "0.03", "0.06"]


in_calendar = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
plan_dates = st.builds(
    lambda day, form: PlanDate.parse(form.format(day=day, quarter=(day.month + 2) // 3)),
    in_calendar,
    st.sampled_from(["{day:%Y}", "{day:%Y}-Q{quarter}", "{day:%Y-%m}", "{day:%Y-%m-%d}"]),
)


@given(plan_dates)
def test_a_date_is_read_as_it_is_written(plan_date: PlanDate) -> None:
    assert PlanDate.parse(str(plan_date)) == plan_date
    assert plan_date.first <= plan_date.last
    assert (plan_date.first == plan_date.last) == (plan_date.precision is Precision.DAY)
    assert plan_date.first.day == 1 or plan_date.precision is Precision.DAY
    assert (plan_date.last + timedelta(days=1)).day == 1 or plan_date.precision is Precision.DAY


@given(in_calendar)
def test_a_day_lies_in_its_month_quarter_and_year(day: date) -> None:
    month = PlanDate.parse(f"{day:%Y-%m}")
    quarter = PlanDate.parse(f"{day:%Y}-Q{(day.month + 2) // 3}")
    year = PlanDate.parse(f"{day:%Y}")
    assert year.first <= quarter.first <= month.first <= day <= month.last <= quarter.last <= year.last
    assert parse_day(day.isoformat()) == day
    assert parse_year(f"{day:%Y}") == day.year


durations = st.builds(Duration, st.integers(1, 9999), st.sampled_from(DurationUnit))


@given(durations)
def test_a_duration_is_read_as_it_is_written(duration: Duration) -> None:
    assert Duration.parse(str(duration)) == duration


@pytest.mark.parametrize(
    ("first", "duration", "last"),
    [
        ("2026-03-15", "1 days", "2026-03-15"),
        ("2026-03-15", "2 weeks", "2026-03-28"),
        ("2026-03-15", "1 months", "2026-04-14"),
        ("2026-03-01", "1 months", "2026-03-31"),
        ("2026-01-31", "1 months", "2026-02-27"),
        ("2028-01-31", "1 months", "2028-02-28"),
        ("2028-02-29", "1 years", "2029-02-27"),
        ("2026-01-01", "1 quarters", "2026-03-31"),
        ("2026-11-01", "3 months", "2027-01-31"),
        ("2026-01-01", "3 years", "2028-12-31"),
    ],
)
def test_the_last_day_is_counted_by_the_calendar(first: str, duration: str, last: str) -> None:
    assert Duration.parse(duration).last_day_from(date.fromisoformat(first)).isoformat() == last


NEW_YEAR = Workdays(
    off=frozenset({date(2026, 1, 1), date(2026, 1, 2), date(2026, 1, 7)}),
    worked=frozenset({date(2026, 1, 17)}),
)
"""The first week of 2026, a Thursday, with three days off, and a Saturday that is worked."""


@pytest.mark.parametrize(
    ("day", "after", "before"),
    [
        ("2025-12-31", "2025-12-31", "2025-12-31"),
        ("2026-01-01", "2026-01-05", "2025-12-31"),
        ("2026-01-04", "2026-01-05", "2025-12-31"),
        ("2026-01-07", "2026-01-08", "2026-01-06"),
        ("2026-01-17", "2026-01-17", "2026-01-17"),
        ("2026-01-18", "2026-01-19", "2026-01-17"),
    ],
)
def test_the_nearest_working_day_is_found(day: str, after: str, before: str) -> None:
    one = date.fromisoformat(day)
    assert NEW_YEAR.on_or_after(one).isoformat() == after
    assert NEW_YEAR.on_or_before(one).isoformat() == before
    assert NEW_YEAR.is_worked(one) == (after == day)


@pytest.mark.parametrize(
    ("first", "duration", "plain", "new_year"),
    [
        ("2025-12-31", "1 working days", "2025-12-31", "2025-12-31"),
        ("2025-12-31", "2 working days", "2026-01-01", "2026-01-05"),
        ("2026-01-03", "1 working days", "2026-01-05", "2026-01-05"),
        ("2026-01-05", "5 working days", "2026-01-09", "2026-01-12"),
        ("2026-01-12", "6 working days", "2026-01-19", "2026-01-17"),
        ("2026-01-03", "1 days", "2026-01-03", "2026-01-03"),
    ],
)
def test_working_days_are_counted_from_the_first_that_is_worked(first: str, duration: str, plain: str, new_year: str) -> None:
    day, long = date.fromisoformat(first), Duration.parse(duration)
    assert long.last_day_from(day).isoformat() == plain
    assert long.last_day_from(day, NEW_YEAR).isoformat() == new_year


@pytest.mark.parametrize(
    ("day", "lag", "expected"),
    [
        ("2026-03-15", "2 weeks", "2026-03-29"),
        ("2026-03-15", "-2 weeks", "2026-03-01"),
        ("2026-03-15", "1 days", "2026-03-16"),
        ("2026-01-31", "1 months", "2026-02-28"),
        ("2028-01-31", "1 months", "2028-02-29"),
        ("2026-01-31", "-2 months", "2025-11-30"),
        ("2026-11-15", "2 quarters", "2027-05-15"),
        ("2028-02-29", "-1 years", "2027-02-28"),
        ("2026-01-01", "1 working days", "2026-01-06"),
        ("2026-01-03", "-1 working days", "2025-12-31"),
        ("2026-01-16", "1 working days", "2026-01-17"),
        ("2026-01-08", "-2 working days", "2026-01-05"),
    ],
)
def test_a_lag_leads_to_its_day(day: str, lag: str, expected: str) -> None:
    assert Lag.parse(lag).from_day(date.fromisoformat(day), NEW_YEAR).isoformat() == expected


some_workdays = st.builds(
    Workdays,
    off=st.frozensets(st.dates(date(2026, 1, 1), date(2026, 3, 31)), max_size=30),
    worked=st.frozensets(st.dates(date(2026, 1, 1), date(2026, 3, 31)), max_size=10),
)
some_days = st.dates(date(2025, 11, 1), date(2026, 5, 31))


@given(some_workdays, some_days, st.integers(1, 120))
def test_so_many_working_days_later_is_so_many_working_days_away(workdays: Workdays, day: date, count: int) -> None:
    later, earlier = workdays.later(day, count), workdays.later(day, -count)
    assert earlier < day < later
    assert workdays.is_worked(later)
    assert workdays.is_worked(earlier)
    assert workdays.between(day + timedelta(days=1), later) == count
    assert workdays.between(earlier, day - timedelta(days=1)) == count
    assert workdays.later(day, 0) == day
    if workdays.is_worked(day):
        assert workdays.later(later, -count) == day == workdays.later(earlier, count)


@given(some_workdays, some_days, st.integers(1, 120))
def test_so_many_working_days_are_worked_in_a_duration(workdays: Workdays, first: date, count: int) -> None:
    last = Duration(count, DurationUnit.WORKING_DAYS).last_day_from(first, workdays)
    assert workdays.between(first, last) == count
    assert workdays.is_worked(last)
    assert last >= workdays.on_or_after(first) >= first


@given(some_workdays, some_days)
def test_between_the_nearest_working_days_none_is_worked(workdays: Workdays, day: date) -> None:
    after, before = workdays.on_or_after(day), workdays.on_or_before(day)
    assert before <= day <= after
    assert workdays.between(before, after) == (1 if workdays.is_worked(day) else 2)


lags = st.builds(Lag, st.integers(1, 9999) | st.integers(-9999, -1), st.sampled_from(DurationUnit))


@given(lags)
def test_a_lag_is_read_as_it_is_written(lag: Lag) -> None:
    assert Lag.parse(str(lag)) == lag


@given(durations, in_calendar)
def test_a_lag_comes_the_day_after_a_duration_as_long(duration: Duration, first: date) -> None:
    if duration.unit is DurationUnit.WORKING_DAYS:
        first = EVERY_WEEKDAY.on_or_after(first)
    months = {DurationUnit.MONTHS: 1, DurationUnit.QUARTERS: 3, DurationUnit.YEARS: 12}.get(duration.unit, 0)
    if first.year + duration.count * months // 12 > 9_990:
        return
    later, last = Lag(duration.count, duration.unit).from_day(first), duration.last_day_from(first)
    assert later == (EVERY_WEEKDAY.later(last, 1) if duration.unit is DurationUnit.WORKING_DAYS else last + timedelta(days=1))


def test_a_calendar_without_working_days_and_a_day_beyond_the_calendar_are_refused() -> None:
    rest = Workdays(off=frozenset(date(2026, 1, 1) + timedelta(days=number) for number in range(800)))
    with pytest.raises(Refusal, match="calendar_without_workdays"):
        rest.on_or_after(date(2026, 1, 1))
    with pytest.raises(Refusal, match="calendar_without_workdays"):
        rest.on_or_before(date(2027, 12, 31))
    assert rest.on_or_before(date(2026, 3, 1)) == date(2025, 12, 31)
    for text, day in (("-3000 years", date(2026, 1, 1)), ("9999 years", date(2026, 1, 1)), ("9 days", date(9999, 12, 25))):
        with pytest.raises(Refusal, match="duration_beyond_calendar"):
            Lag.parse(text).from_day(day)
    with pytest.raises(Refusal, match="duration_beyond_calendar"):
        Lag.parse("9 working days").from_day(date(9999, 12, 25))


@given(durations, in_calendar)
def test_the_last_day_is_never_before_the_first(duration: Duration, first: date) -> None:
    months = {DurationUnit.MONTHS: 1, DurationUnit.QUARTERS: 3, DurationUnit.YEARS: 12}.get(duration.unit, 0)
    if first.year + duration.count * months // 12 > 9_990:
        assert duration.unit in {DurationUnit.QUARTERS, DurationUnit.YEARS}
        return
    last = duration.last_day_from(first)
    assert last >= first
    assert Duration(duration.count + 1, duration.unit).last_day_from(first) > last


def test_a_duration_that_leaves_the_calendar_is_refused() -> None:
    for text in ("9999 years", "9999 років", "7984 years"):
        with pytest.raises(Refusal, match="duration_beyond_calendar"):
            Duration.parse(text).last_day_from(date(2026, 1, 1))
    assert Duration.parse("7973 years").last_day_from(date(2026, 1, 1)) == date(9998, 12, 31)


@given(st.decimals(-(10**15) + 1, 10**15 - 1, places=6))
def test_a_number_is_read_as_it_is_written(number: Decimal) -> None:
    assert parse_number(f"{number:f}") == number
    if number < 0:
        with pytest.raises(Refusal, match="number_negative"):
            parse_number(f"{number:f}", signed=False)


@given(st.decimals("0.0001", 100, places=4))
def test_a_share_is_read_as_it_is_written(share: Decimal) -> None:
    assert parse_share(shown_share(share)) == share
