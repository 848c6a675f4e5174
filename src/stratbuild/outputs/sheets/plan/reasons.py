"""Why a measure or a milestone is when it is, in words."""

from stratbuild.model.network import Link
from stratbuild.model.timing import Span, bound
from stratbuild.outputs.sheets.book import Book
from stratbuild.outputs.sheets.plan.timeline import item_of, window_of
from stratbuild.schema.measure import Measure


def item_name(book: Book, id_: str) -> str:
    """The printed number of a measure, the title of a milestone."""
    codes = book.plan.coverage.codes
    return codes[id_] if id_ in codes else book.say("milestone", title=book.text(item_of(book, id_).title))


def waits_for(book: Book, id_: str) -> str:
    """What an item waits for by its own text, by name, each once."""
    return ", ".join(dict.fromkeys(item_name(book, one.on) for one in item_of(book, id_).after))


def reason(book: Book, id_: str) -> str:
    """What decides its dates: what it waits for, what its text states, or the beginning of the strategy."""
    timing = book.plan.timing.get(id_)
    if timing is None:
        return book.say("reason_parts" if id_ in book.plan.windows else "reason_unknown")
    stated = _stated(book, id_)
    links = [] if timing.driven_by is None else [one for one in book.plan.network.incoming[id_] if one.before == timing.driven_by]
    if not links:
        return stated or _without(book, id_)
    waited = _waited(book, max(links, key=lambda link: _bound(book, link)))
    return book.say("reason_joined", first=stated, second=waited) if stated else waited


def _stated(book: Book, id_: str) -> str:
    """What its own text fixes; nothing where that is left open."""
    item = item_of(book, id_)
    if not isinstance(item, Measure):
        return "" if item.on is None else book.say("reason_day")
    if item.start is not None:
        return book.say("reason_start")
    return "" if item.finish is None else book.say("reason_finish")


def _without(book: Book, id_: str) -> str:
    """Why an item begins that nothing holds up and whose text states no start."""
    item = item_of(book, id_)
    if isinstance(item, Measure):
        if item.not_before is not None:
            return book.say("reason_not_before", day=item.not_before.first)
        whole = None if item.part_of is None else book.plan.strategy.measures[item.part_of]
        if whole is not None and whole.start is not None:
            return book.say("reason_whole")
    return book.say("reason_period")


def _waited(book: Book, link: Link) -> str:
    name, lag = item_name(book, link.before), link.dependency.lag
    if lag is not None:
        name = book.say("reason_lag", item=name, lag=lag)
    return book.say(f"reason_{link.type.value.replace('-', '_')}", item=name)


def _bound(book: Book, link: Link) -> int:
    """The earliest start that a link leaves."""
    window = window_of(book, link.before)
    assert window is not None, link.before
    network = book.plan.network
    last = window.last.toordinal() + 1
    is_milestone = network.nodes[link.before].is_milestone
    before = Span(last if is_milestone else window.first.toordinal(), last)
    return bound(network, link, before, network.nodes[link.after])
