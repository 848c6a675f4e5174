"""Texts in every layout that YAML and a person's habits allow, and edits of them. The same chance, the same text.

Every comment is numbered (`к17;`), so that a lost one can be named.
"""

from collections.abc import Iterator
from itertools import count
from random import Random

from stratbuild.rewrite import AppendItem, Edit, RemoveItem, RemoveKey, SetKey, SetScalar, Value
from stratbuild.source import SourceText
from stratbuild.syntax import Data, Location

WORDS = (
    *("мережа", "Мена", "п'ять", "об’єкт", "Wi-Fi", "2026", "1200.50", "60%", "0117530", "так", "no", "null", "🚲", "«лапки»"),
    *("а: б", "в #г", "- д", "{е}", "[є]", "*ж", "&з", "!и", "%і", "@ї", "`й", "|", ">", "?", "'", '"', ":", "#", "\\", "к,л"),
    *("2026-01-01", "1_000", "010", "=", "~", ".5", "1e3", "http://mena.example/a?b=c#d", "<<"),
)
KEYS = (
    *("id", "title", "funding", "basis", "note", "ключ", "S-A", "S-B", "the key", "a.b", "on", "к'люч", "2028"),
    *("перший", "other", "x", "quotes", "нотатка"),
)
YEARS = ("2024", "2025", "2026", "2027", "2028")


class Layouts:
    """Writes one text; how it does so is drawn once for the text, or for every place."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._comments = count(1)
        self._step = chance.choice((2, 2, 3, 4))
        self._list_step = chance.choice((0, 2, 2, self._step))
        self._spaces_after_dash = chance.choice((1, 1, 1, 3))
        self._likes_comments = chance.random() < 0.6
        self._likes_blank_lines = chance.random() < 0.5

    def text(self) -> SourceText:
        """A whole file."""
        chance = self._chance
        lines = [*self._lines_between(0)]
        if chance.random() < 0.1:
            lines += ["---"]
        for key in chance.sample(("strategy", "budget_lines", "sources", "measures"), chance.randint(1, 3)):
            lines += self._entry(key, 0, 0, is_list=key != "strategy")
            lines += self._lines_between(0)
        if chance.random() < 0.05:
            lines += ["..."]
        end = "\r\n" if chance.random() < 0.15 else "\n"
        content = end.join(lines) + end * (chance.random() > 0.2)
        return SourceText("a.yaml", content, chance.random() < 0.1)

    def _comment(self) -> str:
        return f"# к{next(self._comments)}; {self._chance.choice(('', 'слово', 'a: b', '- x', '{', chr(34), chr(39), '---'))}"

    def _trailing(self) -> str:
        if self._likes_comments and self._chance.random() < 0.15:
            return self._chance.choice((" ", "  ", "\t")) + self._comment()
        return self._chance.choice(("", "", "", "", "", " ", "   "))

    def _lines_between(self, column: int) -> Iterator[str]:
        chance = self._chance
        if self._likes_blank_lines and chance.random() < 0.3:
            yield from [chance.choice(("", "", "  "))] * chance.choice((1, 1, 2))
        if self._likes_comments and chance.random() < 0.2:
            for _ in range(chance.choice((1, 1, 2))):
                yield " " * column + self._comment()
            if chance.random() < 0.3:
                yield ""

    def _entry(self, key: str, column: int, depth: int, *, is_list: bool = False) -> list[str]:
        chance = self._chance
        head = " " * column + self._key(key, bracketed=False) + chance.choice(("", "", "", " ")) + ":"
        kind = chance.random()
        if is_list and kind < 0.9:
            below = self._list(column + self._list_step, depth + 1)
            return [head + self._trailing(), *self._comments_below(column), *below]
        if depth < 4 and kind < 0.15:
            inner = column + (self._step if chance.random() < 0.9 else chance.choice((1, 3, 5)))
            return [head + self._trailing(), *self._comments_below(inner), *self._mapping(inner, depth + 1)]
        if depth < 4 and kind < 0.22:
            below = self._list(column + self._list_step, depth + 1)
            return [head + self._trailing(), *self._comments_below(column), *below]
        if kind < 0.45:
            first, *more = self._brackets(column, depth)
            return self._closed([head + chance.choice((" ", " ", "  ")) + first, *more])
        return self._scalar(head + chance.choice((" ", " ", " ", "   ")), column, is_item=False)

    def _comments_below(self, column: int) -> Iterator[str]:
        if self._likes_comments and self._chance.random() < 0.1:
            yield " " * column + self._comment()

    def _mapping(self, column: int, depth: int) -> list[str]:
        chance = self._chance
        by_year = chance.random() < 0.25
        keys = sorted(chance.sample(YEARS, chance.randint(1, 3))) if by_year else chance.sample(KEYS, chance.randint(1, 5))
        lines: list[str] = []
        for key in keys:
            if lines:
                lines += self._lines_between(column)
            lines += self._entry(key, column, depth)
        return lines

    def _list(self, column: int, depth: int) -> list[str]:
        chance = self._chance
        blank = chance.random() < 0.4
        lines: list[str] = []
        for number in range(chance.randint(1, 4)):
            if number:
                lines += [""] * blank
                lines += self._lines_between(column)
            dash = " " * column + "-"
            spaces = " " * self._spaces_after_dash
            inner = column + 1 + self._spaces_after_dash
            kind = chance.random()
            if kind < 0.6 and depth < 5:
                first, *more = self._mapping(inner, depth + 1)
                if chance.random() < 0.1:
                    lines += [dash + self._trailing().replace("\t", " "), *self._comments_below(inner), first, *more]
                else:
                    lines += [dash + spaces + first[inner:], *more]
            elif kind < 0.65 and depth < 4:
                first, *more = self._list(inner, depth + 1)
                lines += [dash + spaces + first[inner:], *more]
            elif kind < 0.8:
                first, *more = self._brackets(column, depth)
                lines += self._closed([dash + spaces + first, *more])
            else:
                lines += self._scalar(dash + spaces, column, is_item=True)
        return lines

    def _closed(self, lines: list[str]) -> list[str]:
        return [*lines[:-1], lines[-1] + self._trailing()]

    def _key(self, key: str, *, bracketed: bool) -> str:
        style = self._chance.random()
        if style < 0.1:
            return f'"{key}"'
        if style < 0.15 or (bracketed and "'" in key):
            return "'" + key.replace("'", "''") + "'"
        return key

    def _words(self) -> str:
        chance = self._chance
        if chance.random() < 0.4:
            return chance.choice(("1200.50", "2026", "60%", "M-WIFI", "слово", "", "0117530"))
        return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 7)))

    def _simple_words(self) -> list[str]:
        return [self._chance.choice(("мережа", "п'ять", "об’єкт", "Wi-Fi", "2026", "🚲", "60%", "слово")) for _ in range(6)]

    def _scalar(self, head: str, column: int, *, is_item: bool) -> list[str]:
        """The lines of a text in one of the five styles, after its key or dash."""
        chance = self._chance
        inner = " " * (column + chance.choice((1, 2, 2, 3, 4)))
        style = chance.choice(("plain", "plain", "plain", "single", "double", "literal", "folded", "empty", "long"))
        words = self._simple_words()
        if style == "empty":
            return [head.rstrip() + (self._trailing().replace("\t", " ") if is_item else self._trailing())]
        if style in {"literal", "folded"}:
            sign = ("|" if style == "literal" else ">") + chance.choice(("", "", "-", "+"))
            lines = [" ".join(words[:3]), *[""] * chance.choice((0, 0, 1)), " ".join(words[3:])]
            if style == "literal" and chance.random() < 0.3:
                lines.insert(1, "  глибше # не коментар")
            lines = [inner + line if line else chance.choice(("", " " * column)) for line in lines]
            comment = " " + self._comment() if self._likes_comments and chance.random() < 0.2 else ""
            return [head + sign + comment, *lines, *[""] * chance.choice((0, 0, 0, 1, 2))]
        if style == "long":
            quote = chance.choice(("", "'", '"'))
            written = [word.replace("'", "''") if quote == "'" else word for word in words]
            first, second = " ".join(written[:3]), " ".join(written[3:])
            blank = [""] * chance.choice((0, 0, 1))
            return self._closed([head + quote + first, *blank, inner + second + quote])
        text = " ".join(words) if style == "plain" else self._words()
        if style == "plain" and chance.random() < 0.4:
            text = chance.choice(("1200.50", "2026", "M-WIFI", "60%", "true", "2026-03-15", "0117530", "http://a.example/#b"))
        return self._closed([head + _quoted(text, style)])

    def _flow_scalar(self) -> str:
        chance = self._chance
        style = chance.choice(("plain", "plain", "single", "double"))
        if style == "plain":
            return chance.choice(("1200.50", "2026", "M-WIFI", "60%", "слово два", "п'ять", "true", "🚲"))
        return _quoted(self._words(), style)

    def _brackets(self, column: int, depth: int) -> list[str]:
        """A mapping or list in brackets, on one line or on several."""
        chance = self._chance
        is_mapping = chance.random() < 0.7
        if is_mapping:
            keys = sorted(chance.sample(YEARS, chance.randint(0, 3)))
            if chance.random() < 0.4:
                keys = chance.sample(KEYS, chance.randint(1, 4))
            parts = [self._flow_entry(key, column, depth) for key in keys]
        else:
            parts = [
                self._brackets_on_one_line(column, depth) if chance.random() < 0.2 else self._flow_scalar()
                for _ in range(chance.randint(0, 4))
            ]
        begin, end = "{}" if is_mapping else "[]"
        if parts and chance.random() < 0.2:
            inner = " " * (column + self._step)
            comma = "," * (chance.random() < 0.5)
            lines = [begin + self._trailing()]
            for number, part in enumerate(parts):
                last = number == len(parts) - 1
                lines.append(inner + part + (comma if last else ",") + self._trailing())
                if self._likes_comments and chance.random() < 0.1:
                    lines.append(inner + self._comment())
            return [*lines, " " * (column + 1) + end]
        space = chance.choice(("", "", "", " "))
        return [begin + space + chance.choice((", ", ", ", ",", " ,  ")).join(parts) + space + end]

    def _flow_entry(self, key: str, column: int, depth: int) -> str:
        chance = self._chance
        written = self._key(key, bracketed=True)
        kind = chance.random()
        if kind < 0.05:
            return written + ": "
        if kind < 0.15 and depth < 4:
            return f"{written}: {self._brackets_on_one_line(column, depth + 1)}"
        return f"{written}:{chance.choice((' ', ' ', '  '))}{self._flow_scalar()}"

    def _brackets_on_one_line(self, column: int, depth: int) -> str:
        """What stands in brackets inside others."""
        while len(lines := self._brackets(column, depth + 1)) > 1:
            pass
        return lines[0]


def _quoted(text: str, style: str) -> str:
    if style == "plain":
        return text
    if style == "single":
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def new_text(chance: Random) -> str:
    """A text to be written: a figure, a few hostile words, several lines."""
    kind = chance.random()
    if kind < 0.3:
        return chance.choice(("18500.00", "2027", "33.3333%", "M-NEW", "0117540", "true", "2026-04-01", "так"))
    if kind < 0.4:
        return "".join(chance.choice("абв'\"\\:#-{}[],&*!|>%@` \t\n🚲é1.") for _ in range(chance.randint(0, 12)))
    if kind < 0.5:
        return "\n".join(" ".join(chance.choice(WORDS) for _ in range(4)) for _ in range(chance.randint(2, 4)))
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 25 if chance.random() < 0.2 else 5)))


def new_value(chance: Random, depth: int = 0) -> Value:
    """A text, mapping or list to be written."""
    kind = chance.random()
    if kind < 0.5 or depth > 2:
        return new_text(chance)
    if kind < 0.7:
        return {year: f"{chance.randint(1, 99999)}.00" for year in chance.sample(YEARS, chance.randint(0, 3))}
    if kind < 0.9:
        return {key: new_value(chance, depth + 1) for key in chance.sample(KEYS, chance.randint(1, 4))}
    return [new_value(chance, depth + 1) for _ in range(chance.randint(0, 3))]


def edits_of(chance: Random, data: dict[str, Data], how_many: int) -> list[Edit]:
    """Edits of places that are there, none of them inside another one."""
    places = list(_places(data, ()))
    edits: list[Edit] = []
    taken: list[tuple[str | int, ...]] = []
    for _ in range(how_many * 3):
        location, value = chance.choice(places)
        edit, target = _edit(chance, data, location, value)
        if edit is None or any(target[: len(one)] == one or one[: len(target)] == target for one in taken):
            continue
        taken.append(target)
        edits.append(edit)
        if len(edits) == how_many:
            break
    return edits


def _edit(
    chance: Random, data: dict[str, Data], location: tuple[str | int, ...], value: Data
) -> tuple[Edit | None, tuple[str | int, ...]]:
    kind = chance.random()
    if isinstance(value, str):
        return (SetScalar(location, new_text(chance)), location) if location else (None, location)
    if isinstance(value, list):
        if kind < 0.5 or not value:
            # The place of the new item is named, so that one list may get several.
            return AppendItem(location, new_value(chance) if kind < 0.1 else _new_item(chance)), (*location, f"+{kind}")
        index = chance.randrange(len(value))
        return RemoveItem(location, index), (*location, index)
    if kind < 0.4 and value and (location or len(value) > 1):
        key = chance.choice(list(value))
        return RemoveKey(location, key), (*location, key)
    keys = YEARS if value and set(value) <= set(YEARS) else KEYS
    if kind < 0.45 and not location:
        key = "нові" if "budget_lines" in data else "budget_lines"
        return AppendItem((key,), _new_item(chance)), (key,)
    key = chance.choice(list(value)) if kind < 0.6 and value else chance.choice(keys)
    return SetKey(location, key, new_value(chance)), (*location, key)


def _new_item(chance: Random) -> Value:
    known: dict[str, Value] = {"id": "B-NEW", "title": new_text(chance), "amounts": {"2026": "1200.50"}, "programme": "0117530"}
    return known | {key: new_value(chance, 1) for key in chance.sample(KEYS, 2)}


def _places(value: Data, location: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Data]]:
    yield location, value
    for step, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _places(inner, (*location, step))


def location_of(edit: Edit) -> Location:
    """The place that an edit is about."""
    match edit:
        case SetKey(location, key, _) | RemoveKey(location, key):
            return (*location, key)
        case RemoveItem(location, index):
            return (*location, index)
    return edit.location
