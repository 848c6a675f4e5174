"""`python -m benchmarks.fuzz [MUTANTS [SEED]]`: damaged strategies and field texts; nothing but findings may come of them."""

import collections
import re
import sys
import time
from collections.abc import Callable, Iterator
from random import Random

from stratbuild.diagnostics import Diagnostic
from stratbuild.pipeline import check, load
from stratbuild.quantity import Duration, Money, PlanDate, Refusal, parse_number, parse_share, parse_year
from stratbuild.render.locale import locale
from stratbuild.schema.ids import parse_id
from stratbuild.source import decode

STRATEGY = """\
strategy:
  title: Стратегія
  community: {name: Менська громада}
  period: {start: 2025-01-01, finish: 2027-12-31}
  language: uk
  languages: [uk, en]
  classifiers: {economic: kekv, programme: tpkvkmb, procurement: dk021}
units:
  - {id: U-IT, name: {uk: Відділ, en: Office}, capacity: 2.5}
goals:
  - {id: G-A, title: Ціль}
  - {id: G-B, parent: G-A, title: "Ціль: друга"}
kpis:
  - {id: K-A, goal: G-B, title: Показник, measurement_unit: "%", baseline: {value: 25, on: 2025}, targets: {2026: 50, 2027: 75}, owner: U-IT}
measures:
  - id: M-A
    goal: G-B
    title: Захід
    description: |
      Перший рядок.

      - пункт *важливий*
    lead: U-IT
    start: 2026-03
    duration: 8 months
    kpis: [K-A]
  - {id: M-B, goal: G-B, title: Другий, start: 2026-Q4, finish: 2027, after: [M-A], part_of: M-A}
sources:
  - {id: S-A, title: Бюджет, kind: local, fund: general, confirmed: так, ceilings: {2026: 1000.00}}
budget_lines:
  - {id: B-A, measure: M-A, title: р, programme: "0117520", economic_code: 3110, cpv: 32420000-3, quantity: {2026: 2}, unit_price: 100.50, funding: {S-A: 100%}}
  - {id: B-B, measure: M-B, title: с, amounts: {2026: 33.33, 2027: 0.01}, funding: S-A}
specifications:
  - {id: T-A, measure: M-A, title: т, kind: goods, items: [{name: а, quantity: 1}], requirements: [{section: delivery, text: б}]}
"""

_PIECES = (
    *(
        "&a ",
        "*a",
        "<<: *a",
        "!!int ",
        "!x ",
        ": ",
        "- ",
        "\t",
        "\x00",
        '"',
        "'",
        "|",
        ">",
        "{",
        "}",
        "[",
        "]",
        ",",
        "#",
        "? ",
        "~",
        "\n",
        "\r\n",
        "  ",
    ),
    *(
        "\u202e",
        "\ufeff",
        "\u200b",
        "\u2028",
        "\ufffd",
        "\ue000",
        "а\u0301\u0302\u0303",
        "🚲",
        "ы",
        "é",
        "%YAML 1.1\n",
        "---\n",
        "...\n",
    ),
    *(
        ".nan",
        "2026-02-30",
        "0x1F",
        "1e999",
        "9" * 5000,
        "1.000",
        "3 3500 000,00",
        "１２",
        "-0",
        "101%",
        "0%",
        "M-A",
        "М-А",
        "9999 years",
        "2100",
        "1989",
    ),
    *("\\u0000", "\\x", '"\\ud800"', "no", "null", "{}", "[]", "title: ", "id: ", "after: [M-B]", "parent: G-B", "{{7*7}}"),
)


def mutants(count: int, seed: int) -> Iterator[bytes]:
    """Damaged copies of a good strategy, the same for the same seed: half with signs thrown in, half with values moved."""
    chance = Random(seed)
    for _ in range(count):
        text = _with_signs(STRATEGY, chance) if chance.random() < 0.5 else _with_values_moved(STRATEGY, chance)
        raw = bytearray(text.encode("utf-8", "surrogatepass"))
        if chance.random() < 0.1:
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        yield bytes(raw)


def _with_signs(text: str, chance: Random) -> str:
    """Damage as a slip of the hand makes it, which seldom leaves YAML."""
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(text) + 1)
        cut = chance.randint(0, 12) if chance.random() < 0.5 else 0
        text = text[:at] + (chance.choice(_PIECES) if chance.random() < 0.8 else "") + text[at + cut :]
    return text


def _with_values_moved(text: str, chance: Random) -> str:
    """Damage that mostly leaves YAML, so that the later stages meet it: a value for another, a line lost or doubled."""
    for _ in range(chance.randint(1, 3)):
        if chance.random() < 0.2:
            lines = text.splitlines(keepends=True)
            at = chance.randrange(len(lines))
            lines[at : at + 1] = lines[at : at + 1] * chance.choice((0, 2))
            text = "".join(lines)
        else:
            values = list(_VALUE.finditer(text))
            place = chance.choice(values)
            other = chance.choice(values)[0] if chance.random() < 0.7 else next(field_texts(1, chance.randrange(1 << 30)))
            text = text[: place.start()] + other + text[place.end() :]
    return text


_VALUE = re.compile(r"[\w.%-]+(?![\w.%-]*:)")
_SOUND = (
    "18500.50",
    "2026",
    "2026-Q2",
    "2026-03",
    "2026-03-15",
    "8 months",
    "2 тижні",
    "60%",
    "33.3333%",
    "-3.5",
    "M-WIFI",
    "EV-SURVEY-Q4",
    "",
)


def field_texts(count: int, seed: int) -> Iterator[str]:
    """Texts for single fields: sound ones with a few signs put in or taken out, and heaps of signs."""
    chance = Random(seed)
    signs = "0123456789.,-+eE% _/:QqмісяціdaysMА’'\u00a0\u202f\u2009１٣₴$грнtNnaXx" + "\U0001d7d9"
    for _ in range(count):
        text = chance.choice(_SOUND)
        for _ in range(chance.randint(0, 3) if text else chance.randint(1, 14)):
            at = chance.randrange(len(text) + 1)
            text = text[:at] + (chance.choice(signs) if chance.random() < 0.7 else "") + text[at + chance.randint(0, 1) :]
        yield text


def findings(raw: bytes) -> list[Diagnostic]:
    """Everything that is found in a single file, its words in both languages made on the way."""
    text, found = decode("a.yaml", raw)
    strategy, found = load([] if text is None else [text], found)
    checked = check(strategy, found, {})
    for one in checked.diagnostics:
        for language in ("uk", "en"):
            show = locale(language).show
            assert one.message(language, show)
            assert one.hint(language, show)
    return list(checked.diagnostics)


PARSERS: tuple[Callable[[str], object], ...] = (
    Money.parse,
    PlanDate.parse,
    Duration.parse,
    parse_number,
    parse_share,
    parse_year,
    parse_id,
)


def outcome(parse: Callable[[str], object], text: str) -> str:
    """What a field's type makes of a text: a value, or the name of the refusal."""
    try:
        parse(text)
    except Refusal as refusal:
        return refusal.reason
    return "value"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    begun = time.perf_counter()
    seen: collections.Counter[str] = collections.Counter()
    for raw in mutants(count, seed):
        seen.update({one.code for one in findings(raw)} or {"clean"})
    texts: collections.Counter[str] = collections.Counter()
    for text in field_texts(count, seed):
        texts.update(outcome(parse, text) for parse in PARSERS)
    print(f"{count} mutants, {count} field texts, {time.perf_counter() - begun:.0f} s, no exception")
    print(dict(seen.most_common()))
    print(dict(texts.most_common()))


if __name__ == "__main__":
    main()
