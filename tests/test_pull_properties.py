"""Random edits of random budgets through write, edit, pull, build: no comment, line or kopeck is lost."""

import contextlib
import io
import json
import os
import re
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from difflib import SequenceMatcher
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pulled_strategies import Layout, comments, strategy
from stratbuild.cli import main
from stratbuild.model import Plan
from stratbuild.quantity import Money
from stratbuild.strategy import Strategy
from strategies import check_folder
from workbook_typing import Place, Typist, contract_of, inputs, shown, texts_of_lines
from workbooks import PLAIN, Edited, build_budget, write_strategy

TIMES = int(os.environ.get("STRATBUILD_EXAMPLES", "1"))
"""How many times as many examples are tried: `STRATBUILD_EXAMPLES=10 pytest tests/test_pull_properties.py` tries ten times as many."""
YEARS = (2025, 2026, 2027)
_TITLES = st.text(st.sampled_from("абвгґдеєжзиіїйклмноп ABC,.:#-'\"%&<>|{}[]=+@№’«»0123456789"), min_size=1, max_size=40).map(
    lambda text: f"Т{text.strip()}н"
)
_KOPECKS = st.integers(1, 10**9)


@dataclass
class Line:
    """A budget line, how it is written, and what it costs in kopecks by year."""

    id: str
    title: str
    amounts: dict[int, int]
    quantity: dict[int, int]
    price: int
    style: str
    single_source: bool
    comments: list[str] = field(default_factory=list)

    def cost(self) -> int:
        return sum(self.amounts.values()) + sum(self.quantity.values()) * self.price

    def written(self) -> str:
        title = json.dumps(self.title, ensure_ascii=False)
        pairs = {year: f"{kopecks // 100}.{kopecks % 100:02}" for year, kopecks in self.amounts.items()}
        numbers = {year: str(number) for year, number in self.quantity.items()}
        funding = "S-LOCAL" if self.single_source else "{S-LOCAL: 40%, S-DONOR: rest}"
        fields = [("id", self.id), ("measure", "M-WIFI"), ("title", title)]
        if self.quantity:
            fields += [("quantity", _mapping(numbers)), ("unit_price", f"{self.price // 100}.{self.price % 100:02}")]
        elif self.style == "block" and pairs:
            comment = f"  # {self.comments[0]}"
            block = "".join(
                f"\n      {year}: {text}{comment if place == 0 else ''}" for place, (year, text) in enumerate(pairs.items())
            )
            fields.append(("amounts", block))
        else:
            fields.append(("amounts", _mapping(pairs)))
        fields.append(("funding", funding))
        if self.style == "flow":
            return f"  - {{{', '.join(f'{key}: {text}' for key, text in fields)}}}  # {self.comments[1]}\n"
        rows = [f"{key}:{text}" if text.startswith("\n") else f"{key}: {text}" for key, text in fields]
        return (
            f"  # {self.comments[2]}\n  - "
            + f"  # {self.comments[1]}\n    ".join(rows[:2])
            + "\n"
            + "".join(f"    {row}\n" for row in rows[2:])
        )


def _mapping(pairs: dict[int, str]) -> str:
    return "{" + ", ".join(f"{year}: {text}" for year, text in pairs.items()) + "}"


@st.composite
def lines(draw: st.DrawFn, number: int) -> Line:
    by_quantity = draw(st.booleans())
    years = sorted(draw(st.sets(st.sampled_from(YEARS), min_size=1)))
    return Line(
        id=f"B-L{number}",
        title=draw(_TITLES),
        amounts={} if by_quantity else {year: draw(_KOPECKS) for year in years},
        quantity={year: draw(st.integers(1, 50)) for year in years} if by_quantity else {},
        price=draw(st.integers(1, 10**6)) if by_quantity else 0,
        style=draw(st.sampled_from(["block", "flow"])),
        single_source=draw(st.booleans()),
        comments=[f"коментар {number}-{place}" for place in range(3)],
    )


@st.composite
def budgets(draw: st.DrawFn) -> list[Line]:
    return [draw(lines(number)) for number in range(draw(st.integers(1, 5)))]


@settings(
    max_examples=24 * TIMES,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(budgets(), st.data())
def test_no_comment_line_or_kopeck_is_lost(budget: list[Line], data: st.DataObject) -> None:
    newline = data.draw(st.sampled_from(["\n", "\r\n"]))
    gap = data.draw(st.sampled_from(["", "\n"]))
    with tempfile.TemporaryDirectory() as folder:
        content = "# Початок файлу\nbudget_lines:\n" + gap.join(one.written() for one in budget)
        files = {"settings.yaml": PLAIN["settings.yaml"], "lines.yaml": content}
        written = write_strategy(Path(folder) / "strategy", files, newline=newline, mark=data.draw(st.booleans()))
        path = written / "lines.yaml"
        workbook = Edited(build_budget(written, Path(folder) / "build"))
        before = path.read_bytes()
        touched, removed, emptied = _edit(workbook, budget, data)
        workbook.save()
        status, said = _pull(workbook.path, written)
        assert (status, said["conflicts"]) == (0, [])
        after = path.read_bytes()

        staying = [one for one in budget if one.id not in removed]
        may_go = {note for one in budget if one.id in removed for note in one.comments} | emptied
        assert set(_comments(before) - _comments(after)) <= may_go
        assert after.count(b"\r\n") == (after.count(b"\n") if newline == "\r\n" else 0)
        assert _lines_lost(before, after) <= touched + sum(
            len(one.written().splitlines()) + 1 for one in budget if one.id in removed
        )
        checked = check_folder(written)
        assert checked.plan is not None
        assert {id_ for id_ in checked.plan.strategy.budget_lines if id_.startswith("B-L")} == {one.id for one in staying}
        for one in staying:
            found = checked.plan.strategy.budget_lines[one.id]
            assert checked.plan.strategy.text(found.title) == one.title
            assert checked.plan.budget.total_of_line(one.id) == Money(one.cost())
        assert said["money"]["total"]["after"] == str(checked.plan.budget.total)

        status, said = _pull(workbook.path, written)
        assert (status, said["applied"], path.read_bytes()) == (0, False, after)
        status, said = _pull(build_budget(written, Path(folder) / "again"), written)
        assert (status, said["changes"], said["new"], said["removals"]) == (0, [], [], [])


def _edit(workbook: Edited, budget: list[Line], data: st.DataObject) -> tuple[int, set[str], set[str]]:
    """Edit the workbook at random and the lines with it.

    How many cells were changed, which lines are gone, and the comments that stand beside a value that was emptied.
    """
    touched = 0
    removed: set[str] = set()
    emptied: set[str] = set()
    for one in budget:
        for kind in data.draw(st.sets(st.sampled_from(["money", "title", "delete", "empty"]), max_size=2)):
            if kind == "delete" and len(budget) - len(removed) > 1:
                removed.add(one.id)
            elif kind == "title":
                one.title = data.draw(_TITLES)
                workbook.set("lines", one.id, "title", one.title)
                touched += 1
            elif kind == "empty" and len(one.amounts) > 1:
                year = data.draw(st.sampled_from(sorted(one.amounts)))
                del one.amounts[year]
                emptied.add(one.comments[0])
                workbook.set("lines", one.id, f"amounts_{year}", None)
                touched += 1
            elif kind == "money" and one.quantity:
                one.price = data.draw(st.integers(1, 10**6))
                workbook.set("lines", one.id, "unit_price", one.price / 100)
                touched += 1
            elif kind == "money":
                year = data.draw(st.sampled_from(YEARS))
                one.amounts[year] = data.draw(_KOPECKS)
                workbook.set("lines", one.id, f"amounts_{year}", _as_typed(one.amounts[year], data))
                touched += 1
    for table in ("lines", "funding"):
        rows = workbook.rows(table)
        key = workbook.header(table).column - 1
        kept = [row for row in rows if str(row[key]).split("|")[0] not in removed]
        for row in rows[len(kept) :]:
            workbook.delete(table, str(row[key]))
        workbook.put_rows(table, [kept[place] for place in data.draw(st.permutations(range(len(kept))))])
    return touched, removed, emptied


def _as_typed(kopecks: int, data: st.DataObject) -> Any:
    whole = f"{kopecks // 100:,}".replace(",", data.draw(st.sampled_from(["", " ", "\u00a0", "\u202f"])))
    return data.draw(st.sampled_from([kopecks / 100, f"{whole},{kopecks % 100:02}"]))


def _pull(workbook: Path, strategy: Path) -> tuple[int, dict[str, Any]]:
    out = io.StringIO()
    command = ["pull", str(workbook), str(strategy), "--apply", "--accept-removals", "--accept-large", "--format", "json"]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        status = main(command)
    return status, json.loads(out.getvalue())


def _comments(content: bytes) -> Counter[str]:
    return Counter(re.findall(r"# (коментар [0-9]-[0-9]|Початок файлу)\r?$", content.decode(), re.MULTILINE))


def _lines_lost(before: bytes, after: bytes) -> int:
    """How many lines of the old text the new one does not have any more."""
    old: Sequence[bytes] = before.splitlines()
    matcher = SequenceMatcher(None, old, after.splitlines(), autojunk=False)
    return len(old) - sum(block.size for block in matcher.get_matching_blocks())


@settings(
    max_examples=20 * TIMES,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)
@given(st.integers(0, 2**32 - 1))
def test_whatever_is_typed_is_written_where_it_stood_and_shown_again(seed: int) -> None:
    chance = Random(seed)
    newline, mark, language = chance.choice(("\n", "\r\n")), chance.random() < 0.3, chance.choice(("uk", "uk", "en"))
    with tempfile.TemporaryDirectory() as folder:
        place, numbers = Path(folder) / "strategy", count(1)
        layouts: dict[Path, Layout] = {}
        before: dict[Path, bytes] = {}
        texts: dict[Place, str] = {}
        for name, lists in strategy(chance).items():
            texts |= texts_of_lines(lists, language)
            layout, path = Layout(chance, numbers), place / name
            layouts[path], before[path] = layout, layout.content(lists, newline, mark=mark)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(before[path])
        first = check_folder(place).plan
        workbook = Edited(build_budget(place, Path(folder) / "build", language))
        typist = Typist(workbook, contract_of(workbook), chance, texts)
        typist.type_anything()
        workbook.save()
        status, said = _pull(workbook.path, place)
        assert (status, said["conflicts"]) == (0, []), said["diagnostics"]
        assert said["applied"] is bool(typist.changed or typist.new)

        after = {path: path.read_bytes() for path in sorted(place.rglob("*.yaml"))}
        assert after.keys() == before.keys()
        for path, layout in layouts.items():
            _assert_all_else_is_kept(before[path], after[path], layout, typist)
            assert after[path].startswith(b"\xef\xbb\xbf") is mark
            assert after[path].count(b"\r\n") == (after[path].count(b"\n") if newline == "\r\n" else 0)

        second = check_folder(place).plan
        assert first is not None
        assert second is not None
        _assert_translations_stay(first.strategy, second.strategy, "en" if language == "uk" else "uk")
        if said["applied"]:
            _assert_effect(said["money"], first, second)

        status, again = _pull(workbook.path, place)
        assert (status, again["applied"], again["conflicts"]) == (0, False, [])
        assert {path: path.read_bytes() for path in after} == after
        rebuilt = build_budget(place, Path(folder) / "again", language)
        status, again = _pull(rebuilt, place)
        assert (status, again["changes"], again["new"], again["removals"]) == (0, [], [], [])
        _assert_shown(Edited(rebuilt), typist, [one["item"] for one in said["new"]])


def _assert_effect(told: dict[str, Any], first: Plan, second: Plan) -> None:
    """What the pull says of money is the difference of two checks, in all, by year, by line and after the period."""
    one, other = first.budget, second.budget
    assert told["total"] == _difference(one.total, other.total)
    assert told["after_period"] == _difference(*(Money.total(fact.money for fact in all_.after) for all_ in (one, other)))
    years = [
        {year: Money.total(fact.money for fact in all_.amounts if fact.year == year) for year in YEARS} for all_ in (one, other)
    ]
    by_year = {found.pop("year"): found for found in told["by_year"]}
    assert by_year.keys() >= {year for year in YEARS if years[0][year] != years[1][year]}
    assert by_year == {year: _difference(years[0][year], years[1][year]) for year in by_year}
    lines = first.strategy.budget_lines.keys() | second.strategy.budget_lines.keys()
    sums = {
        id_: [plan.budget.total_of_line(id_) if id_ in plan.strategy.budget_lines else None for plan in (first, second)]
        for id_ in lines
    }
    assert {line["item"]: [line["before"], line["after"]] for line in told["items"]} == {
        id_: [None if money is None else str(money) for money in both] for id_, both in sums.items() if both[0] != both[1]
    }


def _assert_translations_stay(first: Strategy, second: Strategy, other: str) -> None:
    """Texts in the language that is not that of the workbook are what they were."""
    for id_, line in first.budget_lines.items():
        now = second.budget_lines[id_]
        pairs = ((line.title, now.title), (line.basis, now.basis), (line.note, now.note))
        for before, after in pairs:
            old, new = (None if text is None else text.in_language(other, "uk") for text in (before, after))
            assert new == old, id_


def _difference(first: Money, second: Money) -> dict[str, str]:
    return {"before": str(first), "after": str(second), "difference": str(second - first)}


def _assert_all_else_is_kept(before: bytes, after: bytes, layout: Layout, typist: Typist) -> None:
    """Every comment is there once, and every line on which nothing was changed stands in its order as it stood."""
    may_change: set[int] = set()
    may_go: set[str] = set()
    old = before.splitlines()
    for item, way in typist.changed:
        steps = (item, *way)
        spans = [layout.spans[steps[:size]] for size in range(1, len(steps) + 1) if steps[:size] in layout.spans]
        spans += [span for one, span in layout.spans.items() if len(one) > len(steps) and one[: len(steps)] == steps]
        may_change |= {line for span in spans for line in range(*span)}
        if (item, way) in typist.emptied:
            may_go |= {comment for span in spans for line in range(*span) for comment in comments(old[line])}
    assert set(Counter(comments(before)) - Counter(comments(after))) <= may_go
    assert not Counter(comments(after)) - Counter(comments(before))
    left = iter(after.splitlines())
    for number, line in enumerate(old):
        if number not in may_change:
            assert line in left, line.decode()


def _assert_shown(rebuilt: Edited, typist: Typist, made: list[str]) -> None:
    """The workbook shows what was typed and, wherever nothing was typed, what it showed before."""
    contract = contract_of(rebuilt)
    held, wanted = inputs(contract), dict(typist.expected)
    assert len(made) == len(typist.new)
    for id_, (own, fields) in zip(made, typist.new, strict=True):
        assert own in {None, id_}
        wanted |= {(id_, way): text for way, text in fields.items()}
    differing = {place for place in held.keys() | wanted.keys() if held.get(place, "") != wanted.get(place, "")}
    assert {place: (held.get(place), wanted.get(place)) for place in differing} == {}
    for place, value in shown(rebuilt, contract).items():
        assert value == wanted.get(place, ""), place


_ODD: list[Any] = [
    *(None, "", 0, 1, -1, 0.5, 60, 1e15, 1e300, "60%", "101%", "rest", "решта", True, "#REF!", "#", "=1/0", "x" * 5000, "а\nб"),
    *(datetime(2026, 1, 1), time(5), timedelta(1), "<r>", "{}", "a: b", "- c", "# d", "|", "\u202e", "1 200,50", 2026, "uk"),  # noqa: DTZ001 - cells have no zone
    *("B-AP", "S-DONOR", "M-WIFI", "B-NEW", "b-ap", "S-NEW", "stratbuild:end", "stratbuild:lines"),
]


@settings(
    max_examples=30 * TIMES, phases=(Phase.explicit, Phase.reuse, Phase.generate), suppress_health_check=[HealthCheck.too_slow]
)
@given(st.data())
def test_whatever_is_typed_anywhere_ends_in_a_sentence_and_is_taken_once(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        strategy = write_strategy(Path(folder) / "strategy")
        workbook = Edited(build_budget(strategy, Path(folder) / "build"))
        places = {table: workbook.header(table) for table in ("lines", "funding", "ceilings")}
        for _ in range(data.draw(st.integers(1, 6))):
            mark = places[data.draw(st.sampled_from(sorted(places)))]
            sheet = workbook.book[mark.parent.title]
            row = data.draw(st.integers(mark.row, sheet.max_row + 2))
            sheet.cell(row, data.draw(st.integers(1, sheet.max_column))).value = data.draw(st.sampled_from(_ODD))
        workbook.save()
        status, _ = _pull(workbook.path, strategy)
        assert status in {0, 1, 5}
        if status == 0:
            status, said = _pull(workbook.path, strategy)
            assert (status, said["applied"]) == (0, False)
