"""Exact quantities with one strict text form each: money, numbers, shares, dates, durations.

No float passes. A text that is not the quantity raises `Refusal`, which names the reason and what to
write instead; `schema` turns it into a located diagnostic.
"""

from stratbuild.quantity.dates import FIRST_YEAR, LAST_YEAR, PlanDate, Precision, parse_day, parse_year
from stratbuild.quantity.duration import Duration, DurationUnit, Lag
from stratbuild.quantity.money import ZERO, Money
from stratbuild.quantity.number import WHOLE, parse_number, parse_share, shown_share
from stratbuild.quantity.rates import (
    REST,
    Portion,
    Proportion,
    Rest,
    chained,
    parse_index,
    parse_per_cent,
    parse_portion,
    parse_rate,
)
from stratbuild.quantity.refusal import Refusal
from stratbuild.quantity.rounding import in_thousands, rounding_gap
from stratbuild.quantity.workdays import EVERY_WEEKDAY, LONGEST_BREAK, Workdays

__all__ = [
    "EVERY_WEEKDAY",
    "FIRST_YEAR",
    "LAST_YEAR",
    "LONGEST_BREAK",
    "REST",
    "WHOLE",
    "ZERO",
    "Duration",
    "DurationUnit",
    "Lag",
    "Money",
    "PlanDate",
    "Portion",
    "Precision",
    "Proportion",
    "Refusal",
    "Rest",
    "Workdays",
    "chained",
    "in_thousands",
    "parse_day",
    "parse_index",
    "parse_number",
    "parse_per_cent",
    "parse_portion",
    "parse_rate",
    "parse_share",
    "parse_year",
    "rounding_gap",
    "shown_share",
]
