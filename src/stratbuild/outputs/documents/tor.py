"""Drafts of technical specifications, one paper each, with every place that is still to be filled marked."""

from collections.abc import Iterable, Mapping

from stratbuild.model import Plan
from stratbuild.outputs.output import Output
from stratbuild.outputs.plan_in_words import in_words
from stratbuild.quantity import Money
from stratbuild.render.ast import FILL, Block, Column, Inline, Line, Row, Table, styled
from stratbuild.render.ast import item as item_text
from stratbuild.render.edition import Edition
from stratbuild.render.paper import Format, Markup, Paper
from stratbuild.schema.measure import Measure
from stratbuild.schema.specification import Section, SpecificationItem, TechnicalSpecification
from stratbuild.schema.text import LocalizedText


def view(plan: Plan, edition: Edition) -> Iterable[Paper]:
    """A paper for every technical specification, in the order of the measures that they are for."""
    for measure in plan.coverage.measures_in_order():
        for specification in plan.coverage.specifications_of_measure[measure.id]:
            yield _Specification(plan, edition, specification).paper()


OUTPUT = Output("tor", view)


class _Specification:
    """One specification in the language of an edition: its texts, its tables, and what it leaves open."""

    def __init__(self, plan: Plan, edition: Edition, specification: TechnicalSpecification) -> None:
        self._told = in_words(plan, edition.language, edition.templates)
        self._words = self._told.words
        self._plan = plan
        self._strategy = plan.strategy
        self._edition = edition
        self._specification = specification
        self._measure: Measure = plan.strategy.measures[specification.measure]
        self._lines = [plan.strategy.budget_lines[id_] for id_ in specification.budget_lines]

    def paper(self) -> Paper:
        specification, words = self._specification, self._words
        title = self._told.text(specification.title)
        values: dict[str, object] = {
            "title": self._told.field(specification, "title"),
            "kind": specification.kind.value,
            "context": self._context(),
            "purpose": self._told.long(specification.purpose, f"{specification.id}.purpose"),
            "items": self._items(),
            "parameters": [
                (number, self._told.text(item.name), self._parameters(item)) for number, item in self._with_parameters()
            ],
            "brand_reason": self._told.long(specification.brand_reason, f"{specification.id}.brand_reason"),
            "requirements": self._requirements(),
            "terms": self._terms(),
            "has_terms": specification.delivery_place is not None or specification.delivery_term is not None,
            "warranty": words.duration(specification.warranty) if specification.warranty else None,
            "value": self._value(),
            "value_note": self._value_note(),
            "edition": {"date": words.day(self._edition.as_of), "revision": self._edition.revision},
        }
        return Paper(
            f"tor/{specification.id}", (Format.DOCX, Format.PDF), "tor.md.j2", f"{words.say('tor.heading')}: {title}", values
        )

    def _context(self) -> Block:
        """The head of the paper: what is bought, for which measure, by whom, when."""
        told, strategy, measure, words = self._told, self._strategy, self._measure, self._words
        goal, window = strategy.goals[measure.goal], self._plan.windows.get(measure.id)
        rows: list[tuple[str, Line | None]] = [
            ("customer", told.text(strategy.settings.community.name)),
            ("strategy", ". ".join(filter(None, (told.text(strategy.settings.title), told.scenario())))),
            ("goal", f"{told.code(goal.id)}. {told.text(goal.title)}"),
            ("measure", told.numbered_measure(measure)),
            ("kind", words.say(f"tor.kind_names.{self._specification.kind.value}")),
            ("lead", self._unit(measure.lead) or self._to_fill("lead")),
            ("partners", "; ".join(map(told.unit, measure.partners)) or None),
            ("dates", f"{words.day(window.first)} – {words.day(window.last)}" if window else self._to_fill("dates")),
            ("follows", "; ".join(told.numbered_measure(strategy.measures[id_]) for id_ in measure.predecessors) or None),
            ("expected_result", told.text(measure.result) if measure.result else None),
            ("procurement_codes", self._named("dk021", (line.cpv for line in self._lines))),
            ("economic_codes", self._named("kekv", (line.economic_code for line in self._lines))),
            ("programmes", ", ".join(dict.fromkeys(line.programme for line in self._lines if line.programme)) or None),
            ("expected_value", told.money(self._total()) if self._lines else self._to_fill("value")),
            ("prepared_by", self._unit(self._specification.prepared_by) or self._to_fill("prepared_by")),
        ]
        return self._facts([(words.say(f"tor.{name}"), value) for name, value in rows if value is not None])

    def _items(self) -> Block | None:
        if not self._specification.items:
            return None
        words = self._words
        columns = (
            Column(words.say("tor.number"), 8, "center"),
            Column(words.say("tor.item"), 57),
            Column(words.say("tor.quantity"), 19, "right"),
            Column(words.say("tor.unit"), 16, "center"),
        )
        rows = [
            Row(
                (
                    str(number),
                    self._item(item.name, "items", number - 1, "name"),
                    words.number(item.quantity) if item.quantity is not None else self._to_fill(None),
                    self._told.text(item.measurement_unit) if item.measurement_unit else self._to_fill(None),
                )
            )
            for number, item in enumerate(self._specification.items, start=1)
        ]
        return Table(columns, rows).block()

    def _with_parameters(self) -> list[tuple[int, SpecificationItem]]:
        return [(number, item) for number, item in enumerate(self._specification.items, start=1) if item.parameters]

    def _parameters(self, item: SpecificationItem) -> Block:
        words = self._words
        columns = (Column(words.say("tor.parameter"), 40), Column(words.say("tor.value"), 60))
        rows = [
            Row(tuple(self._item(text, *way, place, name) for name, text in (("name", one.name), ("value", one.value))))
            for way in [("items", self._specification.items.index(item), "parameters")]
            for place, one in enumerate(item.parameters)
        ]
        return Table(columns, rows).block()

    def _requirements(self) -> Mapping[str, list[Markup]]:
        """By every subject, in the order of the schema: its requirements, in the order in which they are written."""
        return {
            section.value: [
                Markup(self._told.text(one.text), f"{self._specification.id}.requirements.{place}.text")
                for place, one in enumerate(self._specification.requirements)
                if one.section is section
            ]
            for section in Section
        }

    def _terms(self) -> Block:
        specification, words = self._specification, self._words
        place = self._told.text(specification.delivery_place) if specification.delivery_place else self._to_fill(None)
        term = words.duration(specification.delivery_term) if specification.delivery_term else self._to_fill(None)
        return self._facts([(words.say("tor.delivery_place"), place), (words.say("tor.delivery_term"), term)])

    def _value(self) -> Block | None:
        if not self._lines:
            return None
        words = self._words
        columns = (
            Column(words.say("tor.line"), 36),
            Column(words.say("tor.economic_code"), 11, "center"),
            Column(words.say("tor.procurement_code"), 18, "center"),
            Column(words.say("tor.years"), 15, "center"),
            Column(words.say("tor.amount", currency=self._told.currency()), 20, "right"),
        )
        rows = [
            Row(
                (
                    self._told.text(line.title),
                    line.economic_code or self._to_fill(None),
                    line.cpv or self._to_fill(None),
                    _years(self._told.plan.budget.of_line(line.id)),
                    words.money(self._told.plan.budget.total_of_line(line.id)),
                )
            )
            for line in self._lines
        ]
        total = Row((words.say("tor.total"), "", "", "", words.money(self._total())), "total")
        return Table(columns, [*rows, total]).block()

    def _value_note(self) -> str:
        settings, words = self._strategy.settings, self._words
        base = settings.price_base
        note = words.say("tor.value_note", year=base) if base else words.say("tor.value_note_plain")
        illustrative = settings.illustrative is not None and "budget_lines" in settings.illustrative.lists
        return f"{note} {words.say('tor.illustrative')}" if illustrative else note

    def _total(self) -> Money:
        return Money.total(self._told.plan.budget.total_of_line(line.id) for line in self._lines)

    def _named(self, classifier: str, codes: Iterable[str | None]) -> str | None:
        """Codes with their official names, as far as the table of the classifier is at hand."""
        table = self._plan.classifiers.get(classifier)
        each = dict.fromkeys(code for code in codes if code)
        named = [
            f"{code} {self._told.quoted(table.names[code])}" if table is not None and code in table else code for code in each
        ]
        return "; ".join(named) or None

    def _item(self, text: LocalizedText, *way: str | int) -> Inline:
        """A text of the specification, by which reviewers' comments find their way back to it."""
        return item_text(self._told.text(text), ".".join(map(str, (self._specification.id, *way))))

    def _facts(self, rows: Iterable[tuple[str, Line]]) -> Block:
        return Table((Column("", 32), Column("", 68)), [Row(row) for row in rows], row_titles=True, kind="facts").block()

    def _unit(self, id_: str | None) -> str | None:
        return None if id_ is None else self._told.unit(id_)

    def _to_fill(self, what: str | None) -> Inline:
        words = self._words
        hint = f": {words.say(f'tor.missing.{what}')}" if what else ""
        return styled(f"[{words.say('tor.fill')}{hint}]", FILL)


def _years(years: Iterable[int]) -> str:
    """`2026`, `2025–2027` for years in a row, `2025, 2027` for others."""
    ordered = sorted(years)
    in_a_row = len(ordered) > 1 and ordered == list(range(ordered[0], ordered[-1] + 1))
    return f"{ordered[0]}–{ordered[-1]}" if in_a_row else ", ".join(map(str, ordered))
