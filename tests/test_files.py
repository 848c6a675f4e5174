"""Files are for people: how many there are, and in which order they come, changes nothing."""

from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest

from stratbuild.diagnostics import Diagnostic
from stratbuild.pipeline import Checked, check, load
from stratbuild.schema.file import kinds
from stratbuild.source import SourceText, read_folder
from stratbuild.syntax import Places, parse
from strategies import check_texts

EXAMPLE = Path(__file__).parent.parent / "strategy"


@pytest.fixture(scope="module")
def texts() -> list[SourceText]:
    found, diagnostics = read_folder(EXAMPLE)
    assert not diagnostics
    return found


def checked(texts: list[SourceText]) -> Checked:
    strategy, found = load(texts)
    return check(strategy, found, {})


def told(one: Diagnostic) -> tuple[str, str]:
    return one.code, one.message("en")


def items_of(texts: list[SourceText]) -> dict[str, list[str]]:
    """Every item of every list as it is written, by list; and the settings under the key `strategy`."""
    written: dict[str, list[str]] = {name: [] for name in ("strategy", *kinds())}
    for text in texts:
        tree, _ = parse(text)
        assert tree is not None
        places = Places(tree)
        for name, value in tree.data.items():
            count = len(value) if isinstance(value, list) else 1
            for number in range(count):
                way = (name, number) if isinstance(value, list) else (name,)
                place, _ = places.find(way)
                column = text.span(place.start).column - 1
                written[name].append(" " * column + text.content[place.start : place.end].rstrip())
    return written


def one_file(written: Mapping[str, list[str]]) -> str:
    lists = [
        f"{name}:\n" + "\n".join(_as_item(item) for item in items)
        for name, items in written.items()
        if items and name != "strategy"
    ]
    return "\n".join(["strategy:", written["strategy"][0], *lists, ""])


def _as_item(written: str) -> str:
    indent = len(written) - len(written.lstrip(" "))
    return written[: indent - 2] + "- " + written[indent:]


def test_the_order_of_reading_does_not_matter_beyond_the_order_of_paths(texts: list[SourceText]) -> None:
    first = checked(texts)
    shuffled = list(texts)
    Random(7).shuffle(shuffled)
    second = checked(sorted(shuffled, key=lambda text: text.path))
    assert first.plan is not None
    assert second.plan is not None
    assert [(one.span, told(one)) for one in first.diagnostics] == [(one.span, told(one)) for one in second.diagnostics]
    assert first.plan.coverage.codes == second.plan.coverage.codes
    assert first.plan.order == second.plan.order


def test_totals_and_findings_are_the_same_in_any_order(texts: list[SourceText]) -> None:
    first = checked(texts)
    for seed in range(5):
        shuffled = list(texts)
        Random(seed).shuffle(shuffled)
        second = checked(shuffled)
        assert first.plan is not None
        assert second.plan is not None
        assert second.plan.budget.total == first.plan.budget.total
        assert sorted(one.code for one in second.diagnostics) == sorted(one.code for one in first.diagnostics)


def test_one_file_and_many_files_are_the_same_strategy(texts: list[SourceText]) -> None:
    written = items_of(texts)
    single = check_texts({"all.yaml": one_file(written)}, {}, EXAMPLE)
    many: dict[str, str] = {"0.yaml": "strategy:\n" + written["strategy"][0] + "\n"}
    for name in kinds():
        for number, item in enumerate(written[name]):
            many[f"{name}/{number:04}.yaml"] = f"{name}:\n{_as_item(item)}\n"
    split = check_texts(many, {}, EXAMPLE)
    assert len(many) > 200
    assert single.plan is not None, [told(one) for one in single.diagnostics]
    assert split.plan is not None, [told(one) for one in split.diagnostics]
    assert single.plan.strategy.items == split.plan.strategy.items
    assert single.plan.coverage.codes == split.plan.coverage.codes
    assert single.plan.order == split.plan.order
    assert single.plan.budget.total == split.plan.budget.total
    assert sorted(told(one) for one in single.diagnostics) == sorted(told(one) for one in split.diagnostics)
