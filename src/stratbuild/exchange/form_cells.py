"""A row of a form as the fields of a proposal, and everything in it that cannot be read."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from stratbuild.diagnostics import Diagnostic, Fault
from stratbuild.exchange.form_table import FormRow
from stratbuild.exchange.import_faults import CELL_EMPTY, DAY_NOT_IN_FORMAT, VALUE_NOT_IN_MAPPING
from stratbuild.exchange.import_mapping import (
    AuthorColumns,
    ChannelColumn,
    DayColumn,
    DistrictColumn,
    FromColumn,
    GroupColumn,
    ImportMapping,
)
from stratbuild.rewrite import Unquoted, Value
from stratbuild.schema.proposal import AuthorGroup, Channel
from stratbuild.strategy import Strategy

_SHOWN = 30
_TOKENS = {"YYYY": r"(?P<year>\d{4})", "MM": r"(?P<month>\d{1,2})", "DD": r"(?P<day>\d{1,2})"}


class RowReader:
    """What reads rows by one mapping, and gathers what is wrong with them."""

    def __init__(self, mapping: ImportMapping, strategy: Strategy) -> None:
        self._fields = mapping.fields
        self._districts = _names_of_districts(strategy)
        self.found: list[Diagnostic] = []

    def fields(self, row: FormRow) -> Mapping[str, Value]:
        """The fields in the order of the schema; those that are empty are left out."""
        fields = self._fields
        values: dict[str, Value | None] = {
            "title": self._text(row, "title", fields.title, required=False),
            "text": self._text(row, "text", fields.text),
            "received": self._day(row, fields.received),
            "group": self._one_of(row, "group", fields.group, AuthorGroup),
            "channel": self._one_of(row, "channel", fields.channel, Channel),
            "author": self._author(row, fields.author),
            "district": self._district(row, fields.district),
        }
        return {name: value for name, value in values.items() if value}

    def _text(self, row: FormRow, field: str, source: FromColumn | None, *, required: bool = True) -> str | None:
        if source is None:
            return None
        found = source.constant or row.cells.get(source.column or "") or source.otherwise
        if not found and required:
            self._wrong(row, CELL_EMPTY, column=source.column, field=field)
        if found and field != "text":
            found = " ".join(found.split())
        return found or None

    def _author(self, row: FormRow, source: AuthorColumns | None) -> Mapping[str, str] | None:
        """Who proposed; nobody where every cell is empty, and who gives an address gives a name, too."""
        if source is None:
            return None
        names = [name for name in AuthorColumns.model_fields if name != "name"]
        others = {name: self._text(row, name, getattr(source, name), required=False) for name in names}
        has_others = any(others.values())
        name = self._text(row, "author.name", source.name, required=has_others)
        given = {"name": name, **others}
        is_left_empty = not has_others and not row.cells.get(source.name.column or "")
        return None if is_left_empty else {key: value for key, value in given.items() if value}

    def _day(self, row: FormRow, source: DayColumn) -> Unquoted | None:
        written = self._text(row, "received", source)
        if written is None:
            return None
        match = _pattern(source.format).match(written)
        try:
            if match is not None:
                year, month, day = (int(match[name]) for name in ("year", "month", "day"))
                return Unquoted(date(year, month, day).isoformat())
        except (ValueError, IndexError):
            pass
        self._wrong(row, DAY_NOT_IN_FORMAT, cell=_shown(written), column=source.column or "–", format=source.format)
        return None

    def _one_of(
        self, row: FormRow, field: str, source: GroupColumn | ChannelColumn, kind: Callable[[str], AuthorGroup | Channel]
    ) -> str | None:
        if source.constant is not None:
            return source.constant.value
        cell = row.cells.get(source.column or "", "")
        by_answer = {_plain(answer): meant for answer, meant in source.values.items()}
        if _plain(cell) in by_answer:
            return by_answer[_plain(cell)].value
        if source.otherwise is not None:
            return source.otherwise.value
        if not cell:
            self._wrong(row, CELL_EMPTY, column=source.column, field=field)
            return None
        try:
            return kind(cell).value
        except ValueError:
            self._wrong(row, VALUE_NOT_IN_MAPPING, cell=_shown(cell), column=source.column, field=field)
            return None

    def _district(self, row: FormRow, source: DistrictColumn | None) -> str | None:
        written = self._text(row, "district", source, required=False)
        if source is None or written is None:
            return None
        meant = {_plain(answer): id_ for answer, id_ in source.values.items()}.get(_plain(written), written)
        found = self._districts.get(_plain(meant))
        if found is None:
            self._wrong(row, VALUE_NOT_IN_MAPPING, cell=_shown(written), column=source.column or "–", field="district")
        return found

    def _wrong(self, row: FormRow, fault: Fault, **facts: object) -> None:
        self.found.append(Diagnostic(fault, row.span, facts))


def _names_of_districts(strategy: Strategy) -> Mapping[str, str]:
    """By id and by every name: the district."""
    found = {_plain(id_): id_ for id_ in strategy.districts}
    for id_, one in strategy.districts.items():
        found |= {_plain(name): id_ for name in one.name.by_language.values()}
    return found


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """A day in an order such as `DD.MM.YYYY`, and whatever time comes after it."""
    parts = re.split("(YYYY|MM|DD)", form)
    seen: set[str] = set()
    pattern = ""
    for part in parts:
        is_new = part in _TOKENS and part not in seen
        pattern += _TOKENS[part] if is_new else re.escape(part)
        seen.add(part)
    return re.compile(rf"{pattern}(?:[\s,T].*)?\Z", re.DOTALL)


def _plain(cell: str) -> str:
    """A cell as it is compared: capitals and spaces do not count."""
    return " ".join(cell.casefold().split())


def _shown(cell: str) -> str:
    line = " ".join(cell.split())
    return f"«{line if len(line) <= _SHOWN else line[:_SHOWN] + '…'}»"
