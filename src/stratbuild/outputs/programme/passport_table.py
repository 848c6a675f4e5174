"""The passport of the strategy, in the rows of its form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from stratbuild.model.budget import source as source_of
from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.outputs.programme.passport_form import PassportForm, PassportRow
from stratbuild.outputs.programme.sums import Sums
from stratbuild.quantity import Money
from stratbuild.render.ast import FILL, Block, Column, Content, Row, Table, paragraph, styled
from stratbuild.render.markdown import markdown
from stratbuild.schema.passport import Act, Passport


@dataclass(frozen=True)
class PassportTable:
    """The passport as numbered rows: what it is called, and what it says."""

    told: PlanInWords
    form: PassportForm

    @property
    def sums(self) -> Sums:
        """How sums are shown."""
        return Sums(self.told, self.form.in_thousands, self.form.decimals)

    def block(self) -> Block:
        """The table as a block. A row that must be filled and is not is a place to fill; others without content are left out."""
        rows = [Row([number, title, content]) for number, title, content in self._rows()]
        return Table([Column("", 7, "center"), Column("", 37), Column("", 56)], rows).block()

    @property
    def rounding_shows(self) -> bool:
        """Whether the rounded parts miss the rounded whole."""
        return self.sums.rounding_shows([[self._money(one) for one in self.form.rows if one.value in ("kinds", "rest")]])

    def _rows(self) -> Iterator[tuple[str, str, Content]]:
        number = below = 0
        for one in self.form.rows:
            content = self._content(one)
            if content is None and not one.required and one.value != "empty":
                continue
            number, below = (number, below + 1) if one.under and number else (number + 1, 0)
            shown = styled(f"[{self.told.words.say('papers.fill')}]", FILL) if content is None else content
            yield f"{number}.{below}" if below else f"{number}.", one.title.format(unit=self.sums.unit), shown

    def _content(self, row: PassportRow) -> Content | None:
        if row.value in ("total", "kinds", "rest"):
            return self.sums.total(self._money(row)) if self.told.plan.budget.amounts else None
        return self._texts[row.value]

    @cached_property
    def _texts(self) -> Mapping[str, Content | None]:
        """By the value of a row: what it says, nothing where that is not known."""
        told, plan, settings = self.told, self.told.plan, self.told.plan.strategy.settings
        passport = settings.passport or Passport()
        return {
            "title": told.text(settings.title),
            "community": told.text(settings.community.name),
            "katottg": settings.community.katottg,
            "budget_code": settings.community.budget_code,
            "period": told.period(),
            "ordered_by": self._act(passport.ordered_by) if passport.ordered_by else None,
            "agreed_on": told.words.day(passport.agreed_on) if passport.agreed_on else None,
            "aim": markdown(told.text(passport.aim)) if passport.aim else None,
            "goals": self._lines([f"{told.code(one.id)}. {told.text(one.title)}" for one in plan.coverage.top_goals]),
            "initiator": told.text(passport.initiator) if passport.initiator else None,
            "developer": told.text(passport.developer) if passport.developer else None,
            "co_developers": self._lines([told.text(one) for one in passport.co_developers]),
            "executor": told.unit(passport.executor) if passport.executor else None,
            "participants": self._participants(passport),
            "empty": None,
        }

    def _act(self, act: Act) -> str:
        """`Розпорядження … від 14.03.2025 № 112`."""
        words, written = self.told.words, [self.told.text(act.title)]
        written += [words.say("papers.of_day", day=words.short_day(act.on))] if act.on else []
        written += [words.say("papers.with_number", number=act.number)] if act.number else []
        return " ".join(written)

    def _participants(self, passport: Passport) -> Content | None:
        """All units that lead or join a measure, but for the one that answers for the whole."""
        coverage = self.told.plan.coverage
        taking_part = [
            id_
            for id_ in self.told.plan.strategy.units
            if id_ != passport.executor and (coverage.measures_led[id_] or coverage.measures_joined[id_])
        ]
        return "; ".join(self.told.in_order(map(self.told.short_unit, taking_part))) or None

    def _lines(self, lines: list[str]) -> Content | None:
        return [paragraph(one) for one in lines] or None

    def _money(self, row: PassportRow) -> Money:
        plan = self.told.plan
        if row.value == "total":
            return plan.budget.total
        sources = plan.strategy.sources
        return Money.total(
            money
            for id_, money in plan.budget.total_by(source_of).items()
            if (row.value == "rest") == (id_ is None or sources[str(id_)].kind not in self.form.named_kinds)
            and (row.value == "rest" or sources[str(id_)].kind in row.kinds)
        )
