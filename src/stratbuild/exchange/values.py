"""One canonical spelling for every value, wherever it comes from: the contract, a cell, the strategy.

Canonical texts are equal exactly when the values are: `18500` and `18500.00` are one sum, `60%` and `60.0%`
one share. They are what a strategy's file says, too. The empty text stands for no value.
"""

import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from stratbuild.quantity import (
    WHOLE,
    Money,
    Proportion,
    Refusal,
    Rest,
    parse_index,
    parse_number,
    parse_portion,
    parse_share,
    shown_share,
)
from stratbuild.quantity.human import human_code, human_id, human_index, human_money, human_number, human_share, human_text
from stratbuild.quantity.rates import REST
from stratbuild.render.edited.workbook import EditedCell
from stratbuild.render.workbook_contract import Form
from stratbuild.rewrite import Unquoted
from stratbuild.schema.text import LocalizedText

NOTHING = ""
_REST_WORD = "rest"


def canonical(value: object, form: Form) -> str:
    """The one spelling of a value of the strategy, of a file or of a reader of cells."""
    match value:
        case None:
            return NOTHING
        case Proportion():
            return shown_share(value.per_cent)
        case Rest():
            return _REST_WORD
        case Money():
            return str(value)
        case Decimal() if form in {Form.SHARE, Form.INDEX, Form.PORTION}:
            return shown_share(value)
        case Decimal() | int() if not isinstance(value, bool):
            return f"{Decimal(value).normalize():f}"
    return _plain(str(value)) if form in {Form.TEXT, Form.LONG_TEXT} else str(value).strip()


def canonical_base(text: str, form: Form) -> str:
    """The one spelling of what the contract says that a cell held; a text that is no such value stays as it is."""
    if not text:
        return NOTHING
    try:
        match form:
            case Form.SUM:
                return canonical(Money.parse(text), form)
            case Form.NUMBER | Form.RATE:
                return canonical(parse_number(text), form)
            case Form.SHARE:
                return canonical(parse_share(text), form)
            case Form.INDEX:
                return canonical(parse_index(text), form)
            case Form.PORTION:
                return canonical(parse_portion(text), form)
    except Refusal:
        return text
    return canonical(text, form)


def canonical_cell(cell: EditedCell | None, form: Form, base: str = NOTHING) -> str:
    """The one spelling of what a cell holds now; a `Refusal` where that cannot be read exactly."""
    if cell is None or cell.value is None:
        return NOTHING
    value = cell.value
    if _is_the_fraction_that_was_written(value, base):
        return base
    match form:
        case Form.SUM:
            return canonical(human_money(value), form)
        case Form.NUMBER:
            return canonical(human_number(value, signed=False), form)
        case Form.RATE:
            rate = human_number(value, signed=False)
            if rate is not None and not rate:
                raise Refusal("cell_not_a_number", text="0")
            return canonical(rate, form)
        case Form.SHARE:
            return canonical(human_share(value, per_cent=cell.is_per_cent), form)
        case Form.INDEX:
            return canonical(human_index(value, per_cent=cell.is_per_cent), form)
        case Form.PORTION:
            return _portion(cell, base)
        case Form.CODE:
            return canonical(human_code(value, before=base or None), form)
        case Form.ID:
            return canonical(human_id(value), form)
    return canonical(human_text(value), form)


def typed(text: str, form: Form) -> object:
    """A canonical text as the value that it spells, for those who show it in a language's own way; else the text."""
    try:
        match form:
            case Form.SUM if text:
                return Money.parse(text)
            case Form.NUMBER | Form.RATE if text:
                return Decimal(text)
            case Form.PORTION if text:
                found = parse_portion(text)
                return found if isinstance(found, Money) else text
    except Refusal:
        return text
    return text


def written(text: str, form: Form) -> str:
    """A canonical text as it is to be written into a file: sums and numbers without quotes, codes always as texts."""
    if form in {Form.SUM, Form.NUMBER, Form.RATE, Form.SHARE, Form.INDEX, Form.PORTION}:
        return Unquoted(text)
    return text


def value_at(item: BaseModel, way: tuple[str, ...]) -> Any:
    """The value that a way leads to inside an item; nothing where it leads nowhere. Years are whole numbers there."""
    found: Any = item
    for step in way:
        if isinstance(found, Mapping):
            found = found.get(step, found.get(int(step)) if step.isdecimal() else None)
        elif isinstance(found, BaseModel) and step in type(found).model_fields:
            found = getattr(found, step)
        else:
            return None
    return found


def ours(item: BaseModel, way: tuple[str, ...], form: Form, language: str, main: str) -> str:
    """What the strategy says at a place now: of a text in several languages, what a workbook in a language shows of it."""
    found = value_at(item, way)
    if isinstance(found, LocalizedText):
        found = found.best(language, main)
    if isinstance(found, (Mapping, tuple)):
        return NOTHING
    return canonical(found, form)


def _portion(cell: EditedCell, base: str) -> str:
    """A share, a sum or the word for the rest.

    A bare number of at most 100 is a share, unless a sum stood there; what is not more than 1 is refused.
    """
    value = cell.value
    if isinstance(value, str):
        text = value.strip()
        if text.casefold() in {_REST_WORD, "решта"}:
            return canonical(REST, Form.PORTION)
        if text.endswith("%"):
            return canonical(_proportion(human_share(text)), Form.PORTION)
    if cell.is_per_cent and not isinstance(value, str):
        return canonical(_proportion(human_share(value, per_cent=True)), Form.PORTION)
    money = human_money(value)
    if money is None:
        return NOTHING
    was_money = bool(base) and "%" not in base and base != _REST_WORD
    if was_money or money > Money(100_00):
        return canonical(money, Form.PORTION)
    return canonical(_proportion(human_share(value)), Form.PORTION)


def _is_the_fraction_that_was_written(value: object, base: str) -> bool:
    """Whether a cell still holds the fraction of a share, `0.6` of `60%`, though it may have lost the format that shows it so."""
    if not base.endswith("%") or isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return f"{value:.12g}" == f"{float(Decimal(base.removesuffix('%')) / WHOLE):.12g}"


def _proportion(share: Decimal | None) -> Proportion | None:
    return None if share is None else Proportion(share)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
