"""Why a text is not YAML: what the parser complains of, as faults that a writer can mend."""

import re

from ruamel.yaml.error import MarkedYAMLError

from stratbuild.diagnostics import Diagnostic, Fault, Related, Span
from stratbuild.source import SourceText
from stratbuild.syntax import faults, layout_faults, sign_faults

LONGEST_KEY = 1024
"""The most characters that YAML allows before a colon."""

_NOTICED_HERE = {"en": "and up to here there is no partner", "uk": "і досі пари немає"}
_CLOSING = {'"', "'", "]", "}"}
_WORD = re.compile(r"\S{1,40}")


def diagnose(text: SourceText, error: MarkedYAMLError, bracket: int | None = None) -> Diagnostic:
    """The finding for an error of the parser, at the place where it can be mended.

    `bracket` is the index of the innermost bracket that is open there.
    """
    at = _index(text, error.problem_mark or error.context_mark)
    begun = _index(text, error.context_mark or error.problem_mark)
    problem, context = error.problem or "", error.context or ""
    sign = text.content[at : at + 1]
    if sign == "\t" and "quoted" not in context:
        return Diagnostic(layout_faults.TAB_IN_INDENTATION, text.span(at))
    if context == "while parsing a flow node" and bracket is not None and _has_left(text, bracket, error.problem_mark):
        return _not_closed(text, bracket, at)
    match problem:
        case "mapping values are not allowed in this context":
            return _unexpected_colon(text, at)
        case "found unexpected ':'":
            return Diagnostic(layout_faults.COLON_IN_BRACKETS, text.span(at))
        case "found unexpected end of stream" | "found unexpected document indicator":
            return _not_closed(text, begun, at)
        case "did not find expected ',' or ']'" | "did not find expected ',' or '}'":
            return _unfinished_list(text, begun, at)
        case "found unknown escape character" | "did not find expected hexdecimal number":
            return _escape(text, sign_faults.UNKNOWN_ESCAPE, at)
        case "found invalid Unicode character escape code":
            return _escape(text, sign_faults.NO_SUCH_CHARACTER, at)
        case "found character that cannot start any token":
            return _at_word(text, sign_faults.RESERVED_SIGN, at, shown=sign)
        case "could not find expected ':'":
            return _at_line(text, layout_faults.LINE_WITHOUT_COLON, begun)
        case "block sequence entries are not allowed in this context":
            return Diagnostic(layout_faults.DASH_AFTER_KEY, text.span(at))
        case "mapping keys are not allowed in this context":
            return _at_word(text, sign_faults.SIGN_NOT_EXPECTED, at, shown=sign)
    return _by_context(text, context, problem, begun) or _misplaced(text, at)


def _by_context(text: SourceText, context: str, problem: str, begun: int) -> Diagnostic | None:
    if "directive" in context or "directive" in problem or "YAML document" in problem:
        return _at_line(text, faults.DIRECTIVE, begun)
    if "tag" in context or "tag" in problem:
        return _at_word(text, faults.TAG, begun)
    if "anchor" in context or "alias" in context:
        return _at_word(text, faults.ANCHOR_OR_ALIAS, begun)
    if "block scalar" in context:
        return _at_word(text, sign_faults.TEXT_AFTER_BLOCK_SIGN, begun, shown=text.content[begun])
    return None


def _unexpected_colon(text: SourceText, at: int) -> Diagnostic:
    line = text.content.rfind("\n", 0, at) + 1
    before = text.content[line:at]
    if re.search(r":\s", before):
        return Diagnostic(layout_faults.COLON_IN_TEXT, text.span(at))
    if len(before) > LONGEST_KEY:
        return Diagnostic(layout_faults.KEY_TOO_LONG, text.span(at), {"limit": LONGEST_KEY})
    above = text.content[:line].rstrip()
    above_start = above.rfind("\n") + 1
    if above and ":" not in above[above_start:] and _indent(above[above_start:]) == _indent(before):
        return _at_line(text, layout_faults.LINE_WITHOUT_COLON, above_start + len(_indent(before)))
    return Diagnostic(layout_faults.INDENTATION, text.span(line + len(_indent(before)), at + 1))


def _unfinished_list(text: SourceText, begun: int, at: int) -> Diagnostic:
    """A list in brackets was not closed, or two of its values stand beside each other without a comma."""
    if _is_outdented(text, begun, at) or at >= len(text.content.rstrip()) - 1:
        return _not_closed(text, begun, at)
    if text.content[at] == ":":
        return Diagnostic(layout_faults.COLON_IN_TEXT, text.span(at))
    return _at_word(text, sign_faults.COMMA_EXPECTED, at)


def _has_left(text: SourceText, bracket: int, mark: object) -> bool:
    """Whether the parser, inside a bracket, has come to the end of the file or to a line that lies outside."""
    at = getattr(mark, "index", 0)
    if text.content.startswith(("---", "..."), at):
        return False
    return at >= len(text.content.rstrip()) or _is_outdented(text, bracket, at)


def _is_outdented(text: SourceText, begun: int, at: int) -> bool:
    """Whether a place lies on a later line that is indented no more than the one where something began."""
    begun_line = text.content.rfind("\n", 0, begun) + 1
    at_line = text.content.rfind("\n", 0, at) + 1
    return at_line > begun_line and len(_indent(text.content[at_line:at])) <= len(_indent(text.content[begun_line:begun]))


def _not_closed(text: SourceText, begun: int, at: int) -> Diagnostic:
    related = Related(text.span(at), _NOTICED_HERE)
    return Diagnostic(sign_faults.NOT_CLOSED, text.span(begun), {"text": text.content[begun]}, related=(related,))


def _escape(text: SourceText, fault: Fault, at: int) -> Diagnostic:
    start = text.content.rfind("\\", 0, at + 1)
    found = re.compile(r"\\[0-9A-Za-z]{0,9}|\\.?").match(text.content, start)
    end = found.end() if found else start + 1
    return Diagnostic(fault, text.span(start, end), {"text": text.content[start:end]})


def _misplaced(text: SourceText, at: int) -> Diagnostic:
    """Something stands where no key, item or value can begin."""
    line = text.content.rfind("\n", 0, at) + 1
    before = text.content[line:at].rstrip()
    sign = text.content[at : at + 1]
    if sign in {"]", "}", ","}:
        return _at_word(text, sign_faults.SIGN_NOT_EXPECTED, at, shown=sign)
    if sign == ":":
        return Diagnostic(faults.EMPTY_KEY, text.span(at))
    if before and before[-1] in _CLOSING:
        return Diagnostic(sign_faults.TEXT_AFTER_QUOTE, _word_span(text, at), {"text": before[-1]})
    above = text.content[:line].rstrip().rsplit("\n", 1)[-1]
    if text.content.startswith("%", line):
        return _at_line(text, faults.DIRECTIVE, line)
    if not before and above.startswith("%"):
        return _at_line(text, faults.DIRECTIVE, len(text.content[:line].rstrip()) - len(above))
    if not before and (above == "..." or text.content.startswith(("---", "..."), at)):
        return _at_line(text, faults.SEVERAL_DOCUMENTS, at)
    return _at_line(text, layout_faults.INDENTATION if sign else layout_faults.NOT_YAML, at)


def _at_word(text: SourceText, fault: Fault, at: int, *, shown: str | None = None) -> Diagnostic:
    """A finding at one sign, or at the word that begins there."""
    if shown is not None:
        return Diagnostic(fault, text.span(at), {"text": shown})
    span = _word_span(text, at)
    return Diagnostic(fault, span, {"text": text.content[at : at + span.end_column - span.column]})


def _at_line(text: SourceText, fault: Fault, at: int) -> Diagnostic:
    """A finding that is underlined from a place to the end of its line."""
    shown = text.content[at : text.end_of_line(at)].rstrip()
    return Diagnostic(fault, text.span(at, at + len(shown) if shown else None))


def _word_span(text: SourceText, at: int) -> Span:
    found = _WORD.match(text.content, at)
    return text.span(at, found.end() if found else None)


def _index(text: SourceText, mark: object) -> int:
    """The index of a mark, or of the last visible character where it stands at the end of the file."""
    index = getattr(mark, "index", 0)
    end = len(text.content.rstrip())
    return max(0, end - 1) if index >= end else index


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]
