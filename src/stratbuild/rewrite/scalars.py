"""How a text is spelled on one line: plain where every reader of YAML takes it for a text, else in quotes."""

import re

from stratbuild.rewrite.edits import Unquoted
from stratbuild.source import SourceText
from stratbuild.syntax import parse

_INTEGER = r"0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*(:[0-5]?[0-9])*"
_EXPONENT = r"([eE][-+]?[0-9]+)?"
_KINDS = (
    ("figure", r"-?(0|[1-9][0-9]{0,14})(\.[0-9]+)?"),
    ("nothing", r"~|null|Null|NULL|"),
    ("yes_or_no", r"y|Y|n|N|yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF"),
    ("date", r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(([Tt]|[ \t]+)[0-9]{1,2}:.*)?"),
    ("sign", r"<<|="),
    ("number", rf"[-+]?(({_INTEGER})(\.[0-9_]*)?{_EXPONENT}|\.[0-9_]+{_EXPONENT}|\.(inf|Inf|INF))|\.(nan|NaN|NAN)"),
)
_KIND = re.compile("|".join(f"(?P<{name}>(?:{pattern})\\Z)" for name, pattern in _KINDS))
_SURELY_PLAIN = re.compile(r"[^\W_](?:[\w.%/()«»’№–-]| (?! |\Z))*")
_ON_ONE_LINE = re.compile(r"[^\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff]*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ESCAPED = re.compile(r"[\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


def kind(text: str) -> str:
    """What some reader of YAML may take a plain text for; a word is only a text.

    Figures are amounts, years and other numbers without ornaments, which may always stay plain.
    """
    found = _KIND.match(text)
    return found.lastgroup or "word" if found else "word"


def in_quotes(text: str, quote: str) -> str:
    """A text in quotes; in double ones where single quotes cannot hold it."""
    if quote == "'" and _ON_ONE_LINE.fullmatch(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(lambda found: _ESCAPES.get(found[0]) or f"\\u{ord(found[0]):04x}", text) + '"'


def spelled(text: str, *, bracketed: bool, manner: str = "", quote: str = "'") -> str:
    """A text as a plain value or in quotes.

    The manner is that of what it takes the place of, or of its neighbours: a quote, or the kind of a plain
    text, for what was a date without quotes stays one. The quote is for words that cannot be plain.
    """
    if manner in {'"', "'"}:
        return in_quotes(text, manner)
    sort = kind(text)
    may_be_plain = sort in {"word", "figure", manner} or isinstance(text, Unquoted)
    if may_be_plain and is_plain(text, bracketed=bracketed):
        return text
    return in_quotes(text, '"' if sort != "word" or ("'" in text and not _ESCAPED.search(text)) else quote)


def spelled_key(key: str, *, bracketed: bool, quote: str | None = None) -> str:
    """A key: plain wherever our reader takes it for one."""
    if quote:
        return in_quotes(key, quote)
    return key if is_plain(key, bracketed=bracketed) else in_quotes(key, '"')


def is_plain(text: str, *, bracketed: bool) -> bool:
    """Whether a text without quotes is read as itself, as a key and as a value."""
    if _SURELY_PLAIN.fullmatch(text):
        return True
    if not text or not _ON_ONE_LINE.fullmatch(text) or "\t" in text or (bracketed and (":" in text or text == "-")):
        return False
    return reads_back(text, text, bracketed=bracketed)


def reads_back(spelling: str, text: str, *, bracketed: bool = False, column: int = 0) -> bool:
    """Whether a spelling is read as a text, as the value of a key that stands in a column or in brackets."""
    if bracketed:
        sample = f"k: {{k: {spelling}, l: [{spelling}]}}\n"
        wanted: object = {"k": text, "l": [text]}
    else:
        sample = "k:\n" + " " * column + f"k: {spelling}" if column else f"k: {spelling}"
        wanted = {"k": text} if column else text
    tree, _ = parse(SourceText("", sample))
    return tree is not None and tree.data == {"k": wanted}


def manner_of(written: str, text: str) -> str:
    """The quote that a text was written in, the sign of its block of lines, or the kind that it has without any."""
    return written[0] if written[:1] in {"'", '"', "|", ">"} else kind(text)
