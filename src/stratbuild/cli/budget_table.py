"""The budget of one plan for a terminal: by year and source with what is left, by fund, and what goes on afterwards."""

from collections.abc import Iterator, Mapping, Sequence

from stratbuild.cli.scenario import id_of, title_of
from stratbuild.cli.table import WIDEST, Line, laid_out, printable_lines, wrapped
from stratbuild.model import Plan
from stratbuild.model.budget import fund_of, source, year
from stratbuild.quantity import ZERO, Money
from stratbuild.render.locale import Locale
from stratbuild.schema.source import Fund, FundingSource

_SPECIAL = (Fund.SPECIAL, Fund.DEVELOPMENT)


def budget_text(plan: Plan, words: Locale, width: int = WIDEST) -> str:
    """The tables below each other, no wider than so many columns."""
    return "\n".join(
        (
            _heading(plan, words, width),
            _titled(
                words.say("cli.budget.by_source_and_year"),
                laid_out(_titles(plan, words, "source"), _by_source(plan, words), width),
            ),
            _titled(words.say("cli.budget.by_fund"), laid_out(_titles(plan, words, "fund"), _by_fund(plan, words), width)),
            *_after(plan, words, width),
        )
    )


def _titled(title: str, table: str) -> str:
    return f"{title}\n\n{table}"


def _heading(plan: Plan, words: Locale, width: int) -> str:
    settings = plan.strategy.settings
    told = (
        words.say("cli.budget.of", title=plan.strategy.text(settings.title, words.language)),
        words.say("cli.budget.scenario", title=title_of(plan, words), id=id_of(plan)),
        words.say("cli.budget.currency", currency=words.currency(settings.currency)),
    )
    return "".join(f"{line}\n" for one in told for line in wrapped(printable_lines(one), width))


def _titles(plan: Plan, words: Locale, name: str) -> Sequence[str]:
    return (words.say(f"cli.budget.{name}"), *map(str, plan.budget.years), words.say("cli.budget.total"))


def _by_source(plan: Plan, words: Locale) -> Iterator[Line]:
    sums = plan.budget.by(source, year)
    for one in plan.strategy.sources.values():
        planned = [sums.get((one.id, of), ZERO) for of in plan.budget.years]
        yield (source_name(plan, one, words), *_sums(words, planned))
        if one.ceilings:
            yield from _limits(plan, one, planned, words)
    unpaid = [sums.get((None, of), ZERO) for of in plan.budget.years]
    if any(unpaid):
        yield (words.say("cli.budget.no_source"), *_sums(words, unpaid))
    yield None
    yield (words.say("cli.budget.total"), *_sums(words, _totals(plan)))


def _limits(plan: Plan, one: FundingSource, planned: Sequence[Money], words: Locale) -> Iterator[Line]:
    """The ceilings of a source, and what is left of each; below zero is too much."""
    left = [
        one.ceilings[of] - spent if of in one.ceilings else None for of, spent in zip(plan.budget.years, planned, strict=True)
    ]
    ceilings = [words.money(one.ceilings[of]) if of in one.ceilings else "—" for of in plan.budget.years]
    yield (f"  {words.say('cli.budget.ceiling')}", *ceilings, "")
    yield (f"  {words.say('cli.budget.headroom')}", *("—" if rest is None else words.money(rest) for rest in left), "")


def _by_fund(plan: Plan, words: Locale) -> Iterator[Line]:
    sums = plan.budget.by(fund_of(plan.strategy), year)
    for name, funds in (
        ("general", (Fund.GENERAL,)),
        ("special", _SPECIAL),
        ("development", (Fund.DEVELOPMENT,)),
        ("none", (None,)),
    ):
        planned = [Money.total(sums.get((fund, of), ZERO) for fund in funds) for of in plan.budget.years]
        if any(planned):
            indent = "  " if name == "development" else ""
            yield (f"{indent}{words.say(f'cli.budget.fund_{name}')}", *_sums(words, planned))
    yield None
    yield (words.say("cli.budget.total"), *_sums(words, _totals(plan)))


def _after(plan: Plan, words: Locale, width: int) -> Iterator[str]:
    """What goes on after the strategy, where anything does."""
    by_year = after_by_year(plan)
    if by_year:
        titles = ("", *map(str, by_year), words.say("cli.budget.total"))
        row = (words.say("cli.budget.after_row"), *_sums(words, list(by_year.values())))
        yield _titled(words.say("cli.budget.after"), laid_out(titles, [row], width))


def after_by_year(plan: Plan) -> Mapping[int, Money]:
    """By year after the strategy, in their order: what its recurring lines cost."""
    found: dict[int, Money] = {}
    for amount in plan.budget.after:
        found[amount.year] = found.get(amount.year, ZERO) + amount.money
    return dict(sorted(found.items()))


def source_name(plan: Plan, one: FundingSource, words: Locale) -> str:
    """The id and the title of a source, and whether its money is only hoped for."""
    name = f"{one.id} {plan.strategy.text(one.title, words.language)}"
    return name if one.confirmed else words.say("cli.budget.unconfirmed", source=name)


def _totals(plan: Plan) -> list[Money]:
    by_year = plan.budget.total_by(year)
    return [by_year.get(of, ZERO) for of in plan.budget.years]


def _sums(words: Locale, planned: Sequence[Money]) -> list[str]:
    return [words.money(one) if one else "—" for one in (*planned, Money.total(planned))]
