"""Places: what stands at the place of a value, read alone, is the value, however the file is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratbuild.source import SourceText, decode
from stratbuild.syntax import Data, Location, Places, Tree, parse

SIGNS = "abcXYZ019абвґєіїьЮЯ 🚲№€’'\"«»():,;.!?#&*-[]{}|>%@`~\\=/_"
PLAIN = re.compile(r"[a-zA-Zа-яА-ЯґєіїЮ0-9🚲№](?:[\wа-яґєії🚲№€’'«»();.!=/_*&@-]| (?=[\wа-яґєії🚲№€«(]))*")
WORDS = ("Мена", "мережа", "Wi-Fi", "кам’яна", "🚲", "2026", "no", "a:b", "0117530", "№", "«дія»", "x#y", "e\u0301", "й")

keys = st.from_regex("[a-zа-яіїєґ_][a-z0-9а-яіїєґ_-]{0,6}", fullmatch=True) | st.sampled_from(["a: b", "№ 1", "[x]", "2026", "#"])
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
texts = (
    st.text(SIGNS, max_size=12)
    | sentences
    | st.lists(sentences | st.just(""), min_size=1, max_size=4).map("\n".join)
    | sentences.map("{}\n".format)
)
values: st.SearchStrategy[Data] = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=14
)


@dataclass(frozen=True)
class Writer:
    """Writes data as YAML in one of the many ways in which people may write it, which chance decides."""

    chance: Random = field(default_factory=Random)

    def file(self, data: dict[str, Data]) -> str:
        """The text of a file; an empty mapping can only be written in braces."""
        return self._comment(0) + (self._block(data, 0) if data else "{}") + "\n" + self._comment(0)

    def _block(self, value: dict[str, Data] | list[Data], indent: int) -> str:
        """The lines of a mapping or a list that has something in it, all of them indented."""
        pad = " " * indent
        if isinstance(value, dict):
            lines = [f"{pad}{self._key(key)}:{self._after(inner, indent, of_mapping=True)}" for key, inner in value.items()]
        else:
            lines = [f"{pad}-{self._after(inner, indent, of_mapping=False)}" for inner in value]
        return "\n".join([lines[0], *(self._comment(indent) + line for line in lines[1:])])

    def _after(self, value: Data, indent: int, *, of_mapping: bool) -> str:
        """What follows a colon or a dash."""
        if isinstance(value, str):
            written = self._scalar(value, indent)
            remark = "" if "\n" in written or not written else self.chance.choice(["", "", "  # коментар: [x"])
            return (f"{self.chance.choice([' ', '   '])}{written}" if written else "") + remark
        if not value or self.chance.random() < 0.3:
            return f" {self._flow(value, indent + 1)}"
        if not of_mapping:
            return " " + self._block(value, indent + 2).lstrip(" ")
        deeper = indent + self.chance.choice([0, 2] if isinstance(value, list) else [1, 2, 4])
        return self.chance.choice(["\n", "  # коментар\n"]) + self._comment(deeper) + self._block(value, deeper)

    def _flow(self, value: Data, indent: int) -> str:
        if isinstance(value, str):
            return self._quoted(value) if self._is_not_plain(value) or self.chance.random() < 0.3 else value
        comma = self.chance.choice([", ", ",", f",\n{' ' * indent}", f",  # x\n{' ' * indent}"])
        if isinstance(value, dict):
            return "{" + comma.join(f"{self._key(key)}: {self._flow(inner, indent)}" for key, inner in value.items()) + "}"
        return "[" + comma.join(self._flow(inner, indent) for inner in value) + "]"

    def _scalar(self, text: str, indent: int) -> str:
        forms = [self._quoted(text)]
        pad = " " * (indent + self.chance.randint(1, 4))
        words = f"\n{pad}" if self.chance.random() < 0.5 else " "
        lines = text.split("\n")
        if not self._is_not_plain(text):
            forms += [text, text.replace(" ", words)]
        if not text:
            forms.append("")
        if all(line == line.strip() for line in lines) and lines[0]:
            if lines[-1]:
                forms.append("|-\n" + "\n".join(pad + line if line else "" for line in lines))
            elif len(lines) > 1 and lines[-2]:
                forms.append("|\n" + "\n".join(pad + line if line else "" for line in lines[:-1]))
            if len(lines) == 1 and "  " not in text:
                forms.append(f">-\n{pad}" + text.replace(" ", words))
        return self.chance.choice(forms)

    def _quoted(self, text: str) -> str:
        double = '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        single = "'" + text.replace("'", "''") + "'"
        return double if "\n" in text or self.chance.random() < 0.5 else single

    def _key(self, key: str) -> str:
        return self._quoted(key) if self._is_not_plain(key) or self.chance.random() < 0.2 else key

    def _comment(self, indent: int) -> str:
        return self.chance.choice(["", "", "", "\n", f'{" " * indent}# коментар: \'і "лапки"\n'])

    def _is_not_plain(self, text: str) -> bool:
        return not PLAIN.fullmatch(text)


def ways(value: Data, location: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Data]]:
    """Every value inside a value, with the way to it."""
    yield location, value
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in parts:
        yield from ways(inner, (*location, step))


def tree_of(text: SourceText) -> Tree:
    tree, found = parse(text)
    assert tree is not None, (text.content, [f"{one.span} {one.message('en')}" for one in found])
    return tree


def read_alone(tree: Tree, location: Location) -> Data:
    """What the characters at the place of a value say when nothing but a key stands before them."""
    content = tree.text.content
    place, found = Places(tree).find(location)
    assert found
    written = content[place.start : place.end]
    if isinstance(place.value, str) or written.startswith(("{", "[")):
        alone = f"k: {written}"
    else:
        alone = "k:\n" + " " * (tree.text.span(place.start).column - 1) + written
    return tree_of(SourceText("alone.yaml", alone)).data["k"]


composed = st.dictionaries(keys, values, max_size=4)
chances = st.integers(0, 2**32).map(Random)


@settings(deadline=None, max_examples=300)
@given(composed, chances, st.booleans())
def test_what_stands_at_a_place_read_alone_is_the_value(data: dict[str, Data], chance: Random, windows: bool) -> None:
    content = Writer(chance).file(data)
    tree = tree_of(SourceText("a.yaml", content.replace("\n", "\r\n") if windows else content))
    expected = tree_of(SourceText("b.yaml", Writer(Random(1)).file(data))).data
    assert tree.data == expected
    for location, value in ways(tree.data):
        if location:
            assert read_alone(tree, location) == value


@settings(deadline=None, max_examples=300)
@given(composed, chances)
def test_line_ends_and_a_byte_order_mark_move_no_place(data: dict[str, Data], chance: Random) -> None:
    content = Writer(chance).file(data)
    plain, _ = decode("a.yaml", content.encode())
    marked, _ = decode("a.yaml", b"\xef\xbb\xbf" + content.replace("\n", "\r\n").encode())
    assert plain is not None
    assert marked is not None
    assert (plain.byte_order_mark, marked.byte_order_mark) == (False, True)
    one, other = tree_of(plain), tree_of(marked)
    assert one.data == other.data
    for location, _ in ways(one.data):
        for key in (False, True):
            assert Places(one).span(location, key=key) == Places(other).span(location, key=key)


@settings(deadline=None, max_examples=300)
@given(composed, chances)
def test_a_span_begins_where_its_key_or_value_is_written(data: dict[str, Data], chance: Random) -> None:
    tree = tree_of(SourceText("a.yaml", Writer(chance).file(data)))
    places = Places(tree)
    for location, value in ways(tree.data):
        if not location:
            continue
        span = places.span(location)
        rest = tree.text.line(span.line)[span.column - 1 :]
        if isinstance(value, str) and value:
            assert rest.startswith(('"', "'", "|", ">", value[0]))
        assert (span.line, span.column) < (span.end_line, span.end_column)
        of_key = places.span(location, key=True)
        if isinstance(location[-1], str):
            written = tree.text.line(of_key.line)[of_key.column - 1 : of_key.end_column - 1]
            assert tree_of(SourceText("key.yaml", f"{written}: 1")).data == {location[-1]: "1"}


TEXT = """\
measures:
  - id: M-A   # коментар
    title: {uk: "Захід 🚲", en: Bike}
    after:
      - M-B
      - 'M-C'
    description: |
      Перший рядок
      другий
    start:
    empty: {}
  - id: M-B
"""


@pytest.mark.parametrize(
    ("location", "key", "span"),
    [
        (("measures", 0, "id"), False, "2:9-2:12"),
        (("measures", 0, "id"), True, "2:5-2:7"),
        (("measures", 0, "title", "uk"), False, "3:17-3:26"),
        (("measures", 0, "title", "en"), False, "3:32-3:36"),
        (("measures", 0, "title"), False, "3:5-3:10"),
        (("measures", 0, "after"), False, "4:5-4:10"),
        (("measures", 0, "after", 1), False, "6:9-6:14"),
        (("measures", 0, "description"), False, "7:18-7:19"),
        (("measures", 0, "start"), False, "10:5-10:10"),
        (("measures", 0, "empty"), False, "11:5-11:10"),
        (("measures", 1), False, "12:5-12:7"),
        (("measures",), False, "1:1-1:9"),
        ((), False, "1:1-1:9"),
        (("measures", 0, "function-plain", "id"), False, "2:9-2:12"),
        (("measures", 0, "lead"), False, "2:5-2:7"),
        (("measures", 0, "lead"), True, "2:5-2:7"),
        (("measures", 7), False, "1:1-1:9"),
        (("nothing",), False, "1:1-1:9"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_a_finding_points_at(location: Location, key: bool, span: str, line_end: str) -> None:
    tree = tree_of(SourceText("a.yaml", TEXT.replace("\n", line_end)))
    found = Places(tree).span(location, key=key)
    assert f"{found.line}:{found.column}-{found.end_line}:{found.end_column}" == span


def test_an_empty_file_has_a_place() -> None:
    found = Places(tree_of(SourceText("a.yaml", "# лише коментар\n"))).span(("measures", 0))
    assert (found.path, found.line, found.column) == ("a.yaml", 1, 1)
