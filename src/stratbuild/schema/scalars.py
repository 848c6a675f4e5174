"""The types of single values: what a field's text must look like, and how an editor is told so.

Every type reads text, never what a YAML library made of it, and refuses with a named reason that
`schema.faults` puts into words.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from sys import intern
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from stratbuild.quantity import (
    FIRST_YEAR,
    LAST_YEAR,
    Duration,
    Lag,
    Money,
    PlanDate,
    Portion,
    Refusal,
    parse_day,
    parse_index,
    parse_number,
    parse_per_cent,
    parse_portion,
    parse_rate,
    parse_share,
    parse_year,
)
from stratbuild.quantity.duration import LAG_PATTERN
from stratbuild.quantity.duration import PATTERN as DURATION_PATTERN
from stratbuild.schema.ids import ID_PATTERN, parse_id

_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z./-]{0,29}", re.ASCII)
_LANGUAGE, _CURRENCY = re.compile(r"[a-z]{2,3}", re.ASCII), re.compile(r"[A-Z]{3}", re.ASCII)
_YES, _NO = ("true", "так"), ("false", "ні")
_YEAR, _MONTH, _DAY = "(199[0-9]|20[0-9]{2}|2100)", "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
_NOT_AMBIGUOUS = r"(?!-?[1-9][0-9]{0,2}\.[0-9]{2}0$)"
_MOST = Money.LARGEST / 100  # a bound for editors only: JSON has no other numbers

FORM = "x-form"
"""The key under which a JSON Schema bears the name of the form of its texts, until `reference` puts it into words."""

MOST_YEARS = 30
"""The longest that anything is put off or looked ahead, in years."""
FEWEST_DRAWS, MOST_DRAWS = 100, 100_000  # fewer draws say nothing, more of them nothing new

WORDS = ("string", "number", "boolean")
"""What an editor may take words for: in `title: 2026` and `title: true` it sees no string."""


def _parse_code(text: str) -> str:
    if not _CODE.fullmatch(text):
        raise Refusal("code_not_readable", text=text[:40])
    return intern(text)


def _parse_language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise Refusal("language_not_readable", text=text[:40])
    return text


def _parse_currency(text: str) -> str:
    if not _CURRENCY.fullmatch(text):
        raise Refusal("currency_not_readable", text=text[:40])
    return text


def _parse_yes_or_no(text: str) -> bool:
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise Refusal("neither_yes_nor_no", text=text[:40])


def _parse_positive(text: str) -> Decimal:
    return parse_number(text, signed=False)


def _parse_order(text: str) -> int:
    number = parse_number(text, signed=False)
    if number != int(number):
        raise Refusal("number_not_whole", text=text)
    return int(number)


def _whole_between(least: int, most: int, reason: str) -> Callable[[str], int]:
    def parse(text: str) -> int:
        number = _parse_order(text)
        if not least <= number <= most:
            raise Refusal(reason, text=text, least=least, most=most)
        return number

    return parse


_parse_few_years = _whole_between(0, MOST_YEARS, "years_too_many")
_parse_draws = _whole_between(FEWEST_DRAWS, MOST_DRAWS, "draws_out_of_range")


def reading(parse: Callable[[str], Any]) -> PlainValidator:
    """A pydantic validator that reads text by `parse` and hands its refusals on by name."""

    def read(value: Any) -> Any:
        if not isinstance(value, str):
            raise PydanticCustomError("text_expected", "text expected")
        if not value:
            raise PydanticCustomError("value_is_empty", "empty")
        try:
            return parse(value)
        except Refusal as refusal:
            raise PydanticCustomError(refusal.reason, "refused", dict(refusal.facts)) from None

    return PlainValidator(read)


def said_to_editors(
    form: str, *types: str, pattern: str | None = None, examples: tuple[object, ...] = (), **more: object
) -> WithJsonSchema:
    """What an editor is told of a type; `form` names the words that say how its texts are written."""
    return WithJsonSchema(
        {FORM: form, "type": types[0] if len(types) == 1 else list(types)}
        | ({"pattern": pattern} if pattern else {})
        | ({"examples": list(examples)} if examples else {})
        | more
    )


YEAR_PATTERN = f"^{_YEAR}$"
"""The form of a year, as an editor is told it."""

EntityId = Annotated[
    str,
    reading(parse_id),
    said_to_editors("id", "string", pattern=ID_PATTERN),
]
Sum = Annotated[
    Money,
    reading(Money.parse),
    said_to_editors(
        "sum", "number", "string", pattern=r"^[0-9]{1,13}(\.[0-9]{1,2})?$", examples=(18500.00,), minimum=0, maximum=_MOST
    ),
]
Number = Annotated[
    Decimal,
    reading(parse_number),
    said_to_editors(
        "number",
        "number",
        "string",
        pattern=rf"^{_NOT_AMBIGUOUS}(?!-0+(\.0+)?$)-?[0-9]{{1,15}}(\.[0-9]{{1,6}})?$",
        examples=(25,),
    ),
]
PositiveNumber = Annotated[
    Decimal,
    reading(_parse_positive),
    said_to_editors(
        "positive_number",
        "number",
        "string",
        pattern=rf"^{_NOT_AMBIGUOUS}[0-9]{{1,15}}(\.[0-9]{{1,6}})?$",
        examples=(6,),
        minimum=0,
    ),
]
Order = Annotated[
    int,
    reading(_parse_order),
    said_to_editors(
        "order", "integer", "string", pattern=rf"^{_NOT_AMBIGUOUS}[0-9]{{1,15}}(\.0{{1,6}})?$", examples=(1,), minimum=0
    ),
]
FewYears = Annotated[
    int,
    reading(_parse_few_years),
    said_to_editors(
        "few_years",
        "integer",
        "string",
        pattern=rf"^{_NOT_AMBIGUOUS}(0{{0,14}}[0-9]|0{{0,13}}([12][0-9]|30))(\.0{{1,6}})?$",
        examples=(1,),
        minimum=0,
        maximum=MOST_YEARS,
    ),
]
DrawCount = Annotated[
    int,
    reading(_parse_draws),
    said_to_editors(
        "draw_count",
        "integer",
        "string",
        pattern=rf"^{_NOT_AMBIGUOUS}(0{{0,12}}[1-9][0-9]{{2}}|0{{0,11}}[1-9][0-9]{{3}}|0{{0,10}}[1-9][0-9]{{4}}|0{{0,9}}100000)(\.0{{1,6}})?$",
        examples=(4000,),
        minimum=FEWEST_DRAWS,
        maximum=MOST_DRAWS,
    ),
]
Share = Annotated[
    Decimal,
    reading(parse_share),
    said_to_editors(
        "share", "string", pattern=r"^(?!0+(\.0+)?%)(0?[0-9]{1,2}(\.[0-9]{1,4})?|100(\.0{1,4})?)%$", examples=("60%",)
    ),
]
Index = Annotated[
    Decimal,
    reading(parse_index),
    said_to_editors(
        "index", "string", pattern=r"^(?!0+(\.0+)?%)(0?[0-9]{1,3}(\.[0-9]{1,4})?|1000(\.0{1,4})?)%$", examples=("108.6%",)
    ),
]
PerCent = Annotated[
    Decimal,
    reading(parse_per_cent),
    said_to_editors(
        "per_cent", "string", pattern=r"^(?!0+(\.0+)?%)(0?[0-9]{1,3}(\.[0-9]{1,4})?|1000(\.0{1,4})?)%$", examples=("140%",)
    ),
]
Rate = Annotated[
    Decimal,
    reading(parse_rate),
    said_to_editors(
        "rate",
        "number",
        "string",
        pattern=rf"^{_NOT_AMBIGUOUS}(?!0+(\.0+)?$)[0-9]{{1,15}}(\.[0-9]{{1,6}})?$",
        examples=(48.25,),
        exclusiveMinimum=0,
    ),
]
PortionOfSum = Annotated[
    Portion,
    reading(parse_portion),
    said_to_editors(
        "portion",
        "number",
        "string",
        pattern=r"^(?!([1-9][0-9]?(\.[0-9])?|100(\.0)?|0\.[1-9])$)((?!0+(\.0+)?%)(0?[0-9]{1,2}(\.[0-9]{1,4})?|100(\.0{1,4})?)%|[0-9]{1,13}(\.[0-9]{1,2})?|rest|решта)$",
        examples=("60%", 100000.00, "rest"),
        minimum=0,
        maximum=_MOST,
    ),
]
Year = Annotated[
    int,
    reading(parse_year),
    said_to_editors("year", "integer", "string", pattern=YEAR_PATTERN, examples=(2026,), minimum=FIRST_YEAR, maximum=LAST_YEAR),
]
CoarseDate = Annotated[
    PlanDate,
    reading(PlanDate.parse),
    said_to_editors(
        "date",
        "integer",
        "string",
        pattern=f"^{_YEAR}(-Q[1-4]|-{_MONTH}(-{_DAY})?)?$",
        examples=("2026-03", "2026-Q2", 2026, "2026-03-15"),
        minimum=FIRST_YEAR,
        maximum=LAST_YEAR,
    ),
]
Day = Annotated[
    date,
    reading(parse_day),
    said_to_editors("day", "string", pattern=f"^{_YEAR}-{_MONTH}-{_DAY}$", examples=("2026-03-15",)),
]
HowLong = Annotated[
    Duration,
    reading(Duration.parse),
    said_to_editors("duration", "string", pattern=DURATION_PATTERN, examples=("8 months", "2 weeks")),
]
HowMuchLater = Annotated[
    Lag,
    reading(Lag.parse),
    said_to_editors("lag", "string", pattern=LAG_PATTERN, examples=("2 weeks", "-10 working days")),
]
Code = Annotated[
    str, reading(_parse_code), said_to_editors("code", "string", "number", pattern=r"^[0-9A-Za-z][0-9A-Za-z./-]{0,29}$")
]
Language = Annotated[
    str, reading(_parse_language), said_to_editors("language", "string", pattern="^[a-z]{2,3}$", examples=("uk", "en"))
]
Currency = Annotated[
    str, reading(_parse_currency), said_to_editors("currency", "string", pattern="^[A-Z]{3}$", examples=("UAH",))
]
YesNo = Annotated[
    bool,
    reading(_parse_yes_or_no),
    said_to_editors("yes_no", "boolean", "string", pattern=f"^({'|'.join(_YES + _NO)})$", examples=(True, False)),
]
PlainText = Annotated[str, reading(str), said_to_editors("plain_text", *WORDS, minLength=1)]
