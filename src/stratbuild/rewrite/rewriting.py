"""A text with a batch of edits carried out, or the reason why not."""

import codecs
from collections.abc import Mapping, Sequence

from stratbuild.diagnostics import Diagnostic, Severity
from stratbuild.rewrite.changes import Change, Steps, changes
from stratbuild.rewrite.edits import Edit, RemoveItem, RemoveKey, SetKey, texts_of
from stratbuild.rewrite.expected import expected
from stratbuild.rewrite.faults import NOT_WRITABLE
from stratbuild.rewrite.layout import Layout
from stratbuild.rewrite.lists import list_splices
from stratbuild.rewrite.mappings import mapping_splices
from stratbuild.rewrite.splices import Splice, last_block_chomped, spliced
from stratbuild.source import SourceText, unfit_characters
from stratbuild.syntax import Data, Location, Places, Tree, parse


class Refused(Exception):
    """A change that cannot be written, as a finding with its place in the text."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message("en"))
        self.diagnostic = diagnostic


def rewrite(text: SourceText, edits: Sequence[Edit]) -> SourceText:
    """The text with only the characters changed that the edits are about.

    All locations are those of the text as it is given. The result says exactly what the edits ask for, by
    our own reader of YAML: else, and where the text itself is not readable, `Refused` is raised. Edits that
    contradict each other, or name a place that is not there, are a `ValueError`.
    """
    tree, found = parse(text)
    if tree is None:
        raise Refused(next(one for one in found if one.severity is Severity.ERROR))
    for edit in edits:
        if found_in := next((one for value in texts_of(edit) for one in unfit_characters(value, 1)), None):
            _, _, fault, facts = found_in
            raise Refused(Diagnostic(fault, Places(tree).span(_location(edit)), facts))
    content = _rewritten(tree, edits)
    if content is None:
        raise Refused(_diagnostic(tree, _culprit(tree, edits)))
    return text if content == text.content else SourceText(text.path, content, text.byte_order_mark)


def encode(text: SourceText) -> bytes:
    """The bytes of a file that holds a text."""
    return codecs.BOM_UTF8 * text.byte_order_mark + text.content.encode("utf-8")


def _rewritten(tree: Tree, edits: Sequence[Edit]) -> str | None:
    """The new text, unless it would say anything else than it is expected to."""
    text = tree.text
    wanted = expected(tree.data, edits)
    found = changes(tree.data, edits)
    if wanted == tree.data:
        return text.content
    last_line_is_blank = text.content.rstrip(" \t")[-1:] in {"", "\n", "\r"}
    if last_line_is_blank:
        return _verified(_spliced(Layout(tree), found), wanted)
    # The last line is given its line break for the while, so that lines can be put below it.
    whole, _ = parse(SourceText(text.path, text.content + text.line_end))
    if whole is None:
        return None
    layout = Layout(whole)
    for more in ([], last_block_chomped(layout)):
        content = _spliced(layout, found, more)
        shorter = content and content.removesuffix(text.line_end)
        result = _verified(shorter, wanted) or _verified(content, wanted)
        if result is not None:
            return result
    return None


def _spliced(layout: Layout, found: Mapping[Steps, Change], more: Sequence[Splice] = ()) -> str | None:
    splices = [*more]
    # Of two that put something in at one index, the inner mapping or list comes first.
    for location, change in sorted(found.items(), key=lambda one: -len(one[0])):
        is_list = isinstance(layout.place(location).value, list)
        splices += list_splices(layout, location, change) if is_list else mapping_splices(layout, location, change)
    return spliced(layout.content, splices)


def _verified(content: str | None, wanted: dict[str, Data]) -> str | None:
    """A new text that says what it should."""
    if content is None:
        return None
    tree, _ = parse(SourceText("", content))
    return content if tree is not None and tree.data == wanted else None


def _culprit(tree: Tree, edits: Sequence[Edit]) -> Edit:
    """An edit without which the others may succeed, found by halving the batch."""
    while len(edits) > 1:
        half = len(edits) // 2
        edits = edits[:half] if _rewritten(tree, edits[:half]) is None else edits[half:]
    return edits[0]


def _location(edit: Edit) -> Location:
    """The place that an edit is about."""
    match edit:
        case SetKey(location, key, _) | RemoveKey(location, key):
            return (*location, key)
        case RemoveItem(location, index):
            return (*location, index)
    return edit.location


def _diagnostic(tree: Tree, edit: Edit) -> Diagnostic:
    location = _location(edit)
    key = next((str(step) for step in reversed(location) if isinstance(step, str)), "")
    return Diagnostic(NOT_WRITABLE, Places(tree).span(location), {"key": key})
