"""What a budget request says, before it becomes sheets: its groups of facts, its columns, its notes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from stratbuild.outputs.sheets.book import Book
from stratbuild.outputs.sheets.request.facts import OWN, Fact, Share, economic_of, programme_of, total
from stratbuild.outputs.sheets.request.form import FormColumn, RequestForm
from stratbuild.quantity import Money, rounding_gap
from stratbuild.schema.programme import BudgetProgramme

SHARES: Mapping[str, tuple[Share, ...]] = {
    "general": (Share.GENERAL,),
    "special": (Share.SPECIAL, Share.DEVELOPMENT),
    "development": (Share.DEVELOPMENT,),
    "undivided": (Share.UNDIVIDED,),
    "total": OWN,
}
"""By column of sums: whose money it adds up. The special fund holds the development budget."""

_ADDENDS = ("general", "special", "undivided")


@dataclass(frozen=True)
class Group:
    """The facts of one programme, or of one economic code in it."""

    programme: str
    economic: str | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Request:
    """What the sheets of a request share: its form, its years, its facts."""

    book: Book
    form: RequestForm
    years: tuple[int, ...]
    facts: tuple[Fact, ...]

    @cached_property
    def own(self) -> tuple[Fact, ...]:
        """The facts of the community's own budget."""
        return tuple(fact for fact in self.facts if fact.share in OWN)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Every programme, each followed by its economic codes."""
        found = []
        for programme in dict.fromkeys(programme_of(self.book, fact.line) for fact in self.own):
            facts = tuple(fact for fact in self.own if programme_of(self.book, fact.line) == programme)
            found.append(Group(programme, None, facts))
            for economic in dict.fromkeys(economic_of(self.book, fact.line) for fact in facts):
                found.append(
                    Group(programme, economic, tuple(one for one in facts if economic_of(self.book, one.line) == economic))
                )
        return tuple(found)

    @cached_property
    def columns(self) -> tuple[FormColumn, ...]:
        """The columns of the form, without optional ones that hold nothing."""
        return tuple(one for one in self.form.columns if not one.optional or self._holds_something(one))

    @property
    def unit(self) -> str:
        """The unit of the sums in words."""
        return self.book.say("thousands", currency=self.book.currency) if self.form.in_thousands else self.book.currency

    @property
    def first_row(self) -> int:
        """The row of the first programme."""
        return self.header_row + 1

    @property
    def header_row(self) -> int:
        """The row of the titles of the columns, below the notes."""
        return len(self.notes) + 2

    @property
    def last_row(self) -> int:
        """The row of the last group."""
        return self.first_row + max(len(self.groups), 1) - 1

    @property
    def total_row(self) -> int:
        """The row of the totals."""
        return self.last_row + 1

    def sum_of(self, column: FormColumn, facts: Sequence[Fact]) -> Money:
        """The exact sum of facts in a column of sums."""
        return total(facts, self.place(column), SHARES[column.value])

    def place(self, column: FormColumn) -> int:
        """The place of a column's year among the years of the request."""
        return (column.year or 1) - 1

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What stands between the title and the table: whose request, of which edition, what its sums are."""
        book, settings = self.book, self.book.plan.strategy.settings
        community = book.text(settings.community.name)
        if settings.community.budget_code is not None:
            community = book.say("community_with_code", community=community, code=settings.community.budget_code)
        edition = book.say("edition", revision=book.edition.revision, day=book.locale.day(book.edition.as_of))
        strategy = ". ".join([book.text(settings.title), edition])
        told = [community, strategy, book.note("request_note", "budget_lines"), book.say("request_unit", unit=self.unit)]
        after = [str(year) for year in self.years if year > book.plan.period.last.year]
        if after:
            told.append(book.say("request_after", years=", ".join(after)))
        gap = self.largest_gap
        if gap:
            told.append(book.say("request_rounded", unit=self.unit, decimals=self.form.decimals, gap=gap))
        return tuple(told)

    @cached_property
    def largest_gap(self) -> Decimal:
        """How far rounded sums miss their rounded total at most; zero where rounding does not show."""
        if not self.form.in_thousands:
            return Decimal(0)
        return max((abs(rounding_gap(parts, self.form.decimals)) for parts in self._added_up()), default=Decimal(0))

    def _added_up(self) -> Iterator[list[Money]]:
        """All sums of the sheet that a reader may add up, down the columns and across the funds of a year."""
        codes = [one for one in self.groups if one.economic is not None]
        for column in self.columns:
            if column.year is not None:
                yield [self.sum_of(column, one.facts) for one in codes]
                for programme in dict.fromkeys(one.programme for one in codes):
                    yield [self.sum_of(column, one.facts) for one in codes if one.programme == programme]
                yield [self.sum_of(column, one.facts) for one in self.groups if one.economic is None]
        for place in range(len(self.years)):
            shown = {one.value for one in self.columns if one.year == place + 1}
            if "total" in shown:
                for facts in (*(one.facts for one in self.groups), self.own):
                    parts = [total(facts, place, SHARES[value]) for value in _ADDENDS]
                    if all(part == Money(0) or value in shown for value, part in zip(_ADDENDS, parts, strict=True)):
                        yield parts

    def _holds_something(self, column: FormColumn) -> bool:
        if column.year is not None:
            return any(self.sum_of(column, one.facts) for one in self.groups)
        return any(text_of(self, column.value, one, 0) for one in self.groups)


def text_of(request: Request, value: str, group: Group, number: int) -> str:
    """What stands in a column of texts beside a group."""
    book, first = request.book, group.facts[0].line
    own: BudgetProgramme | None = next(
        (one for one in book.plan.strategy.programmes.values() if one.code == first.programme), None
    )
    match value:
        case "number":
            return str(number) if group.economic is None else ""
        case "programme":
            return group.programme
        case "programme_title":
            return book.text(own.title) if own is not None else ""
        case "functional_code":
            return (own.functional_code or "") if own is not None else ""
        case "manager":
            return book.unit_name(book.plan.strategy.units[own.manager]) if own is not None and own.manager is not None else ""
        case "economic_code":
            return group.economic or ""
        case "economic_title":
            return (
                (book.text(own.title) if own is not None else "")
                if group.economic is None
                else economic_title(book, group.economic)
            )
    if group.economic is None:
        return ""
    measures = dict.fromkeys(fact.line.measure for fact in group.facts)
    return book.codes_of(book.plan.strategy.measures[one] for one in measures)


def economic_title(book: Book, economic: str) -> str:
    """The official name of an economic code, where the classifier knows it."""
    table = book.plan.classifiers.get(str(book.plan.strategy.settings.classifiers.economic))
    return table.names.get(economic, "") if table is not None else ""
