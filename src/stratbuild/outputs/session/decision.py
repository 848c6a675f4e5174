"""What the draft decision and its companions say: points with their facts, money, the day of publication."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from string import Formatter

from stratbuild.outputs.plan_in_words import PlanInWords
from stratbuild.outputs.session.annexes import annexes, joined, session_day
from stratbuild.outputs.session.decision_form import DecisionForm
from stratbuild.render.ast import FILL, Alignment, Block, Column, Inline, Line, Row, Table, styled
from stratbuild.render.edition import Edition
from stratbuild.schema.session import CouncilSession, Signatory


@dataclass(frozen=True)
class Decision:
    """The decision about one plan in one language."""

    told: PlanInWords
    edition: Edition
    session: CouncilSession
    form: DecisionForm

    @property
    def day(self) -> date | None:
        """The day of the session, as far as it is known."""
        return session_day(self.told.plan, self.edition)

    def points(self) -> Sequence[Line]:
        """The points, numbered; a fact that the strategy does not name is a place to fill."""
        facts = self._facts()
        return [self._point(number, words, facts) for number, words in enumerate(self.form.points, start=1)]

    def requisites(self) -> Block:
        """The line with the day, the place and the number."""
        words, blank = self.told.words, self.told.words.say("session.blank")
        left = words.day(self.day) if self.day else blank
        right = words.say("papers.with_number", number=self.session.number or blank)
        place = self.told.text(self.session.place) if self.session.place else ""
        return bare([left, place, right], (40, 30, 30), ("left", "center", "right"))

    def signature(self, signatory: Signatory | None) -> Block:
        """Post and name of who signs, with room between them."""
        if signatory is None:
            return bare([self._to_fill("signatory"), ""], (55, 45), ("left", "right"))
        name: Line = self.told.text(signatory.name) if signatory.name else self._to_fill("name")
        return bare([self.told.text(signatory.post), name], (55, 45), ("left", "right"))

    def annexes(self) -> Block:
        """The list of annexes: number, title, file."""
        say = self.told.words.say
        columns = [
            Column(say("session.number"), 10, "center"),
            Column(say("session.annex_title"), 58),
            Column(say("session.file"), 32),
        ]
        rows = [Row([str(one.number), one.title, f"{one.paper}.docx, {one.paper}.pdf"]) for one in annexes(self.told, self.form)]
        return Table(columns, rows, say("session.annexes_caption")).block()

    def _facts(self) -> Mapping[str, str | None]:
        told, settings = self.told, self.told.plan.strategy.settings
        total, has_money = told.plan.budget.total, bool(told.plan.budget.amounts)
        executor = settings.passport.executor if settings.passport else None
        return {
            "title": told.text(settings.title),
            "period": told.period(),
            "total": told.money(total) if has_money else None,
            "total_in_words": told.words.money_in_words(total, settings.currency) if has_money else None,
            "executor": told.unit(executor) if executor else None,
            "committee": told.text(self.session.committee) if self.session.committee else None,
            "annexes": joined((one.number for one in annexes(told, self.form)), told),
        }

    def _point(self, number: int, words: str, facts: Mapping[str, str | None]) -> Line:
        found: list[str | Inline] = [f"{number}. "]
        for text, name, _, _ in Formatter().parse(words):
            found.append(text)
            if name is not None:
                found.append(facts[name] or self._to_fill(name))
        return found

    def _to_fill(self, what: str) -> Inline:
        say = self.told.words.say
        return styled(f"[{say('papers.fill')}: {say(f'session.missing.{what}')}]", FILL)


def bare(cells: Sequence[Line], widths: Sequence[int], aligned: Sequence[Alignment]) -> Block:
    """One row without borders."""
    return _without_borders([cells], widths, aligned, "bare")


def signatures(rows: Sequence[tuple[Line, Line]]) -> Block:
    """Who signs, a row for each: the post on the left, the name on the right, and room to sign."""
    return _without_borders(rows, (55, 45), ("left", "right"), "signatures")


def _without_borders(rows: Sequence[Sequence[Line]], widths: Sequence[int], aligned: Sequence[Alignment], kind: str) -> Block:
    columns = [Column("", width, align) for width, align in zip(widths, aligned, strict=True)]
    return Table(columns, [Row(list(cells)) for cells in rows], kind=kind).block()
