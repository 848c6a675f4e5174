"""Texts of several lines after `|` and `>`: written anew under the old sign, with the old indentation and comment."""

import re

from stratbuild.rewrite.layout import BLOCK_HEADER
from stratbuild.rewrite.scalars import reads_back

WIDTH = 110
"""How long the lines of a folded text may get where no line tells."""

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_TAIL = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*[ \t]*\Z")
_BETWEEN_WORDS = re.compile(r"(?<=\S) (?=\S)")


def rewritten_block(span: str, old: str, new: str, *, line_break: str, column: int) -> str | None:
    """A block of lines with another text, or nothing where it cannot be said so.

    `span` is the block as it was written, `old` its text; `column` is that of the mapping or list around.
    """
    header = BLOCK_HEADER.match(span)
    if header is None or not new.strip():
        return None
    body = span[header.end() :]
    lines = [line for line in _LINE_BREAK.split(body) if line.strip()]
    indent = _indent(lines[0]) - _indent(next(filter(str.strip, old.split("\n")), "")) if lines and old.strip() else column + 2
    text = new.rstrip("\n")
    ends = len(new) - len(text)
    chomp = "-" if ends == 0 else "+" if ends > 1 or "+" in header[2] else ""
    tail = _TAIL.search(body)
    end = tail[0] if tail and chomp != "+" and "+" not in header[2] else line_break * max(ends, 1)
    if ends and not end.strip(" \t"):
        end = line_break
    old_lines = [line[indent:] for line in lines] if "\n" not in old.rstrip("\n") else []
    sign = header[1]
    rows = folded(text, max([len(line) for line in old_lines] or [WIDTH - indent]), old_lines) if sign == ">" else None
    if rows is None:
        sign, rows = "|", text.split("\n")
    needs_number = rows[0][:1] == " " or not rows[0].strip()
    number = str(indent - column) if needs_number or re.search("[1-9]", header[2]) else ""
    if number not in {"", *"123456789"}:
        return None
    block = f"{sign}{number}{chomp}{header[3]}{line_break}" + line_break.join(" " * indent + row if row else "" for row in rows)
    return block + end if reads_back(block + end, new, column=column) else None


def new_block(sign: str, text: str, *, column: int, indent: int, line_break: str) -> list[str] | None:
    """The lines of a new text after a sign, the first of them the sign itself."""
    ends = len(text) - len(text.rstrip("\n"))
    if ends > 1 or not text.strip():
        return None
    chomp = "" if ends else "-"
    spaces = " " * indent
    rows = folded(text.rstrip("\n"), WIDTH - indent, []) if sign == ">" else text.rstrip("\n").split("\n")
    if rows is None:
        return None
    lines = [sign + chomp, *(spaces + row if row else "" for row in rows)]
    return lines if reads_back(line_break.join(lines) + line_break, text, column=column) else None


def folded(text: str, width: int, old_lines: list[str]) -> list[str] | None:
    """The lines that are folded to a text, or nothing where folding would lose something.

    The old lines at the beginning and the end that say the same stay as they were.
    """
    paragraphs = text.split("\n")
    if any(part[:1] in {" ", "\t"} or part[-1:] in {" ", "\t"} for part in paragraphs) or not paragraphs[0]:
        return None
    rows: list[str] = []
    for number, part in enumerate(paragraphs):
        if number:
            rows.append("")
        if part:
            rows += _wrapped(part, width, old_lines if len(paragraphs) == 1 else [])
    return rows


def _wrapped(text: str, width: int, old_lines: list[str]) -> list[str]:
    first: list[str] = []
    last: list[str] = []
    rest = list(old_lines)
    while rest and text.startswith(rest[0] + " ") and text[len(rest[0]) + 1 : len(rest[0]) + 2].strip():
        first.append(rest.pop(0))
        text = text[len(first[-1]) + 1 :]
    while rest and text.endswith(" " + rest[-1]) and text[: -len(rest[-1]) - 1][-1:].strip():
        last.insert(0, rest.pop())
        text = text[: -len(last[0]) - 1]
    rows: list[str] = []
    for word in _BETWEEN_WORDS.split(text):
        if rows and len(rows[-1]) + 1 + len(word) <= width:
            rows[-1] += " " + word
        else:
            rows.append(word)
    return [*first, *rows, *last]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
