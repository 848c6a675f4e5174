"""What people type into the cells of a spreadsheet, read exactly.

A cell gives a number, a text, a date or nothing. Every reader here gives the exact value, nothing where the
cell says that there is no value, or a `Refusal` whose facts name what stands in the cell. What can be read in
two ways is never guessed.
"""

import math
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeAlias

from stratbuild.quantity.dates import FIRST_YEAR, LAST_YEAR
from stratbuild.quantity.money import Money
from stratbuild.quantity.number import WHOLE
from stratbuild.quantity.refusal import Refusal

CellValue: TypeAlias = str | bool | int | float | date | time | timedelta | None
"""What a cell holds, a `datetime` among the dates; an error of a formula is its text, `#REF!`."""

LARGEST_INDEX = Decimal(1000)
"""The highest index of prices, in per cent."""
SUSPICIOUS_RATIO = 20
"""How many times larger a sum must become before it looks like a slip between hryvnias and thousands of them."""

_NO_VALUE = frozenset({"", "-", "–", "—", "−", "н/д", "н.д.", "n/a"})
_TRUTH_WORDS = frozenset({"true", "false", "істина", "хибність"})
_SPACES = " \u00a0\u202f\u2009"
_WITHOUT_SPACES = str.maketrans("", "", _SPACES)
_NUMBER = re.compile(rf"(-?)([0-9]+|[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}})+)(?:[.,]([0-9]+))?", re.ASCII)
_SEPARATED = re.compile(r"(-?)([1-9][0-9]{0,2})((?:[.,][0-9]{3})+)(?:[.,]([0-9]{1,2}))?", re.ASCII)
_GROUPED_UNEVENLY = re.compile(rf"-?[0-9]+(?:[{_SPACES}]+[0-9]+)+(?:[.,][0-9]*)?", re.ASCII)
_WITH_WORDS = re.compile(rf"-?[0-9][0-9.,{_SPACES}]*[^\W\d_₴$€%][\w.₴$€ ]*|-?[0-9][0-9.,{_SPACES}]*[₴$€%]|[₴$€].*")
_POWER = re.compile(r"-?[0-9.,]+[eE][-+]?[0-9]+|0[xXoO][0-9A-Fa-f]+", re.ASCII)
_DAY = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})", re.ASCII)
_PLAIN_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
_DIGITS_KEPT = 15
"""How many significant digits a spreadsheet keeps of a number."""


def human_money(value: CellValue, *, signed: bool = False) -> Money | None:
    """A sum to the hundredth: `1 200,50`, `1200.5`, or a number that has at most two decimals in its 15 digits."""
    number = _exact(value, decimals=2)
    if number is None:
        return None
    if abs(number) * 100 > Money.LARGEST:
        raise Refusal("cell_too_large", text=_shown(value))
    if number < 0 and not signed:
        raise Refusal("cell_is_negative", text=_shown(value))
    return Money(int(number.scaleb(2)))


def human_number(value: CellValue, *, signed: bool = True) -> Decimal | None:
    """A number of at most 15 digits before the point and 6 after it."""
    number = _exact(value, decimals=6)
    if number is not None and abs(number) >= 10**_DIGITS_KEPT:
        raise Refusal("cell_too_large", text=_shown(value))
    if number is not None and number < 0 and not signed:
        raise Refusal("cell_is_negative", text=_shown(value))
    return number


def human_share(value: CellValue, *, per_cent: bool = False) -> Decimal | None:
    """A share in per cent, more than 0 and at most 100, with at most 4 decimals.

    `per_cent` says that the cell's number format is one of per cent, in which 0.6 is 60 %. Without it 60 is
    60 %, and what is not more than 1 is open to a guess.
    """
    return _per_cent(value, per_cent=per_cent, largest=WHOLE)


def human_index(value: CellValue, *, per_cent: bool = False) -> Decimal | None:
    """Prices in per cent of those of the year before, more than 0 and at most 1000, written as a share is."""
    return _per_cent(value, per_cent=per_cent, largest=LARGEST_INDEX)


def human_year(value: CellValue) -> int | None:
    """A year from 1990 to 2100, as a number or as a text of four digits."""
    if isinstance(value, str):
        value = _text(value)
        if value is not None and not re.fullmatch(r"[0-9]{4}", value, re.ASCII):
            raise Refusal("cell_year_not_readable", text=_shown(value), first=str(FIRST_YEAR), last=str(LAST_YEAR))
    number = _exact(value, decimals=15)
    if number is None:
        return None
    if number != int(number) or not FIRST_YEAR <= number <= LAST_YEAR:
        raise Refusal("cell_year_not_readable", text=_shown(value), first=str(FIRST_YEAR), last=str(LAST_YEAR))
    return int(number)


def human_day(value: CellValue) -> date | None:
    """A day from 1990 to 2100: a cell that holds a date without an hour, `15.03.2026` or `2026-03-15`."""
    if isinstance(value, datetime):
        found = value.date() if value.time() == time() else None
    elif isinstance(value, date):
        found = value
    elif isinstance(value, str):
        text = _text(value)
        if text is None:
            return None
        found = _day(text)
    else:
        if value is None:
            return None
        found = None
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Refusal("cell_day_not_readable", text=_shown(value))
    return found


def human_text(value: CellValue) -> str | None:
    """A text as it stands, with one kind of line break; a number as it is shown; nothing where there are only spaces."""
    if isinstance(value, str):
        _refuse_error(value)
        text = value.replace("\r\n", "\n").replace("\r", "\n")
        return text if text.strip() else None
    return _digits(value)


def human_code(value: CellValue, *, before: str | None = None, digits: int | None = None) -> str | None:
    """A code as text. A number is taken only where no zero can have been lost.

    `before` is the code that stood in the cell, `digits` how many every such code has, where that is known.
    """
    if isinstance(value, str):
        return _text(value)
    code = _digits(value)
    if code is None:
        return None
    if not code.isdecimal():
        raise Refusal("cell_holds_number", text=_shown(value))
    length = digits or (len(before) if before is not None and before.isdecimal() and int(before) == int(code) else len(code))
    if len(code) < length:
        raise Refusal("cell_lost_leading_zero", text=code, plain=code.zfill(length))
    return code


def human_id(value: CellValue) -> str | None:
    """An id as text. It never looks like a number or a date, so that one of these is a slip of the spreadsheet."""
    if isinstance(value, str):
        return _text(value)
    if _digits(value) is None:
        return None
    raise Refusal("cell_holds_number", text=_shown(value))


def is_suspiciously_large(old: Money | None, new: Money | None) -> bool:
    """Whether a sum became more than twenty times larger, as it does when thousands are taken for hryvnias."""
    return bool(old) and old is not None and new is not None and new.hundredths > SUSPICIOUS_RATIO * old.hundredths > 0


def _per_cent(value: CellValue, *, per_cent: bool, largest: Decimal) -> Decimal | None:
    sign = isinstance(value, str) and value.strip().endswith("%")
    bare = value.strip().removesuffix("%") if isinstance(value, str) and sign else value
    factor = per_cent and not isinstance(value, str)
    number = _exact(bare, decimals=6 if factor else 4)
    if number is None:
        if sign:
            raise Refusal("cell_not_a_number", text=_shown(value))
        return None
    if not sign and not factor and 0 < number <= largest / 100:
        raise Refusal("cell_share_ambiguous", text=_shown(value), large=number * 100, small=number)
    share = number * 100 if factor else number
    if not 0 < share <= largest:
        raise Refusal("cell_share_outside_whole", text=_shown(value), share=share, largest=largest)
    return share


def _exact(value: CellValue, *, decimals: int) -> Decimal | None:
    """The exact number of a cell, its decimals no more than allowed."""
    if value is None:
        return None
    if isinstance(value, bool):
        raise Refusal("cell_holds_truth_value", text=_shown(value))
    if isinstance(value, (date, time, timedelta)):
        raise Refusal("cell_turned_into_date", text=_shown(value))
    if isinstance(value, str):
        text = _text(value)
        return None if text is None else _exact_text(text, decimals)
    if isinstance(value, float) and not math.isfinite(value):
        raise Refusal("cell_not_a_number", text=str(value))
    if abs(value) >= 10**_DIGITS_KEPT:
        raise Refusal("cell_too_large", text=_shown(value))
    number = Decimal(f"{value:.{_DIGITS_KEPT}g}")
    exponent = number.normalize().as_tuple().exponent
    if isinstance(exponent, int) and exponent < -decimals:
        raise Refusal("cell_too_fine", text=_shown(value), decimals=decimals)
    return number or Decimal(0)


def _exact_text(text: str, decimals: int) -> Decimal:
    shown = _shortened(text)
    if any(sign.isdecimal() and not sign.isascii() for sign in text):
        raise Refusal("cell_in_foreign_digits", text=shown)
    if text[0] in "−–":
        text = f"-{text[1:]}"
    found = _NUMBER.fullmatch(text)
    if found is not None:
        sign, grouped, fraction = found[1], found[2], found[3] or ""
        whole = grouped.translate(_WITHOUT_SPACES)
        if len(fraction) == 3 and not whole.startswith("0") and (len(whole) <= 3 or whole != grouped):
            raise _ambiguous(shown, f"{sign}{whole}{fraction}", f"{sign}{whole}.{fraction}")
        if len(whole.lstrip("0")) > _DIGITS_KEPT:
            raise Refusal("cell_too_large", text=shown)
        if len(fraction) > decimals:
            raise Refusal("cell_too_fine", text=shown, decimals=decimals)
        number = Decimal(f"{sign}{whole}.{fraction}" if fraction else f"{sign}{whole}")
        if sign and not number:
            raise Refusal("cell_is_negative", text=shown)
        return number
    separated = _SEPARATED.fullmatch(text)
    if separated is not None:
        sign, first, groups, tail = separated.groups(default="")
        rest = groups.replace(".", "").replace(",", "")
        raise _ambiguous(shown, f"{sign}{first}{rest}.{tail}" if tail else f"{sign}{first}{rest}", f"{sign}{first}.{rest}{tail}")
    if _GROUPED_UNEVENLY.fullmatch(text):
        raise Refusal("cell_grouped_unevenly", text=shown)
    if _WITH_WORDS.fullmatch(text) and not _POWER.fullmatch(text):
        raise Refusal("cell_with_words", text=shown)
    raise Refusal("cell_not_a_number", text=shown)


def _ambiguous(shown: str, large: str, small: str) -> Refusal:
    return Refusal("cell_ambiguous", text=shown, large=Decimal(large), small=Decimal(small))


def _text(value: str) -> str | None:
    """A text without spaces around it; nothing where it says that there is no value."""
    text = value.strip()
    if text.casefold() in _NO_VALUE:
        return None
    _refuse_error(text)
    if text.casefold() in _TRUTH_WORDS:
        raise Refusal("cell_holds_truth_value", text=text)
    return text


def _refuse_error(text: str) -> None:
    if re.fullmatch(r"#[A-ZА-ЯІЇЄҐ0-9/_]+[!?]?", text.strip()):
        raise Refusal("cell_holds_error", text=_shortened(text.strip()))


def _digits(value: CellValue) -> str | None:
    """A number as a spreadsheet shows it without a format."""
    if value is None:
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) >= 10**_DIGITS_KEPT:
        raise Refusal("cell_lost_digits", text=_shown(value))
    number = _exact(value, decimals=_DIGITS_KEPT)
    if number is None:
        return None
    written = f"{number:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def _day(text: str) -> date | None:
    found, plain = _DAY.fullmatch(text), _PLAIN_DAY.fullmatch(text)
    parts = found.groups()[::-1] if found else plain.groups() if plain else None
    if parts is None:
        return None
    try:
        return date(*(int(part) for part in parts))
    except ValueError:
        return None


def _shown(value: CellValue) -> object:
    """What stands in the cell, as a fact of a message; numbers and days are written in the message's language."""
    match value:
        case bool():
            return str(value).upper()
        case str():
            return _shortened(value.strip())
        case datetime():
            return value.date() if value.time() == time() else value.isoformat(" ")
        case int() | float() if abs(value) < 10**_DIGITS_KEPT:
            return Decimal(f"{value:.{_DIGITS_KEPT}g}")
        case int():
            return f"{Decimal(value):.{_DIGITS_KEPT}E}"
        case date():
            return value
    return str(value)


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:37]}…"
