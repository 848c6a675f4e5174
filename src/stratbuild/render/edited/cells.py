"""What openpyxl knows of cells: which number formats are dates, which day a number is, what a copied formula says."""

import warnings
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any

from openpyxl.formula.translate import Translator
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

_LAST_SERIAL = 2_958_465
"""31.12.9999 as a number of days since 1899."""
NUMBER_FORMATS: Mapping[int, str] = MappingProxyType({int(number): str(pattern) for number, pattern in BUILTIN_FORMATS.items()})
"""The number formats that a workbook does not spell out, by their numbers."""


def is_date(pattern: str) -> bool:
    """Whether a number format shows days or hours."""
    return bool(is_date_format(pattern))


def moment(serial: float, pattern: str, *, from_1904: bool) -> date | time | timedelta | None:
    """The day, or the hour, that a number stands for in a date format; nothing where there is no such day."""
    if not 0 <= serial <= _LAST_SERIAL:
        return None
    found: Any = None
    try:
        found = from_excel(serial, MAC_EPOCH if from_1904 else WINDOWS_EPOCH, timedelta=bool(is_timedelta_format(pattern)))
    except (ValueError, OverflowError):
        return None
    return found if isinstance(found, (date, time, timedelta)) else None


def iso_moment(text: str) -> date | time | None:
    """The day or the hour of a cell that is written out as ISO 8601; nothing where it is none."""
    for read in (date.fromisoformat, datetime.fromisoformat, time.fromisoformat):
        try:
            found: date | time = read(text)
        except ValueError:
            continue
        return found.replace(tzinfo=None) if isinstance(found, (datetime, time)) else found
    return None


def copied_formula(formula: str, origin: str, place: str) -> str | None:
    """The formula of one cell as it reads in another to which it was copied; nothing where it cannot be told."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return str(Translator(f"={formula}", origin).translate_formula(place)).removeprefix("=")
        except Exception:  # noqa: BLE001 - the library's tokenizer raises whatever a broken formula leads it to
            return None
