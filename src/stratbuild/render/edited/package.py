"""The parts of a workbook around its sheets: which sheets there are, shared texts, number formats, names, properties."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from stratbuild.render.edited.cells import NUMBER_FORMATS
from stratbuild.render.openxml import Element

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUE = ("1", "true", "on")


class PartDamaged(Exception):
    """A part of the workbook that is missing or is not what it should be."""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it, with the name of its part in lower case."""

    name: str
    part: str
    hidden: bool
    names: Mapping[str, str]


@dataclass(frozen=True)
class Package:
    """What the sheets of a workbook share."""

    sheets: tuple[SheetPart, ...]
    texts: tuple[str, ...]
    formats: tuple[str, ...]
    """The number format of every style of a cell."""
    names: Mapping[str, str]
    properties: Mapping[str, str]
    from_1904: bool


def package(parts: Mapping[str, bytes]) -> Package:
    """Read everything that the sheets share; a part that cannot be read is `PartDamaged` by its name."""
    root = related(parts, "")
    book = next((part for part, kind in root.values() if kind == "officeDocument"), "xl/workbook.xml")
    workbook, relations = parsed(parts, book), related(parts, book)
    by_kind = {kind: part for part, kind in relations.values()}
    names, names_of_sheets = _names(workbook)
    settings = workbook.find("{*}workbookPr")
    sheets = tuple(_sheets(workbook, relations, names_of_sheets, book))
    if len({sheet.name.casefold() for sheet in sheets}) < len(sheets) or len({sheet.part for sheet in sheets}) < len(sheets):
        raise PartDamaged(book)
    properties = next((part for part, kind in root.values() if kind == "custom-properties"), None)
    return Package(
        sheets=sheets,
        texts=tuple(_texts(parts, by_kind["sharedStrings"])) if "sharedStrings" in by_kind else (),
        formats=tuple(_formats(parts, by_kind["styles"])) if "styles" in by_kind else (),
        names=names,
        properties=_properties(parts, properties) if properties in parts else {},
        from_1904=settings is not None and is_true(settings.get("date1904")),
    )


def parsed(parts: Mapping[str, bytes], part: str) -> Element:
    """The root of a part; entities are not resolved and nothing is loaded."""
    try:
        return etree.fromstring(parts[part], _PARSER)
    except (KeyError, etree.XMLSyntaxError, ValueError):
        raise PartDamaged(part) from None


def related(parts: Mapping[str, bytes], part: str) -> Mapping[str, tuple[str, str]]:
    """What a part refers to inside the workbook: by the reference's id the other part's name and what it is."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in parts:
        return {}
    found: dict[str, tuple[str, str]] = {}
    for one in parsed(parts, relations).iter("{*}Relationship"):
        if one.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, unquote(one.get("Target", ""))))
            found[one.get("Id", "")] = (target.lstrip("/").lower(), one.get("Type", "").rpartition("/")[2])
    return found


def text_of(element: Element) -> str:
    """The text of a shared or an inline string: plain or in runs, without the reading aids of East Asian scripts."""
    pieces = [*element.findall("{*}t"), *element.findall("{*}r/{*}t")]
    return unescaped("".join(piece.text or "" for piece in pieces))


def unescaped(text: str) -> str:
    """The text without the escapes `_x000D_` of signs that XML cannot hold; halves of signs stay escaped."""
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda found: found[0] if 0xD800 <= int(found[1], 16) <= 0xDFFF else chr(int(found[1], 16)), text)


def is_true(text: str | None) -> bool:
    """Whether an attribute says yes."""
    return text is not None and text.strip().lower() in _TRUE


def _sheets(
    workbook: Element, relations: Mapping[str, tuple[str, str]], names: Mapping[int, Mapping[str, str]], book: str
) -> Iterator[SheetPart]:
    for number, sheet in enumerate(workbook.iterfind("{*}sheets/{*}sheet")):
        id_ = next((value for key, value in sheet.attrib.items() if str(key).endswith("}id")), "")
        part, kind = relations.get(str(id_), ("", ""))
        name = sheet.get("name", "")
        if not part or not name:
            raise PartDamaged(book)
        if kind == "worksheet":
            yield SheetPart(name, part, sheet.get("state", "visible") != "visible", names.get(number, {}))


def _names(workbook: Element) -> tuple[Mapping[str, str], Mapping[int, Mapping[str, str]]]:
    found: dict[str, str] = {}
    of_sheets: dict[int, dict[str, str]] = {}
    for one in workbook.iterfind("{*}definedNames/{*}definedName"):
        scope = one.get("localSheetId")
        names = found if scope is None else of_sheets.setdefault(int(scope) if scope.isdecimal() and len(scope) < 6 else -1, {})
        names[one.get("name", "")] = (one.text or "").strip()
    return found, of_sheets


def _texts(parts: Mapping[str, bytes], part: str) -> Iterator[str]:
    for one in parsed(parts, part).iterfind("{*}si"):
        yield text_of(one)


def _formats(parts: Mapping[str, bytes], part: str) -> Iterator[str]:
    styles = parsed(parts, part)
    own = {one.get("numFmtId", ""): one.get("formatCode", "") for one in styles.iterfind("{*}numFmts/{*}numFmt")}
    for one in styles.iterfind("{*}cellXfs/{*}xf"):
        number = one.get("numFmtId", "0")
        if number in own:
            yield own[number]
        elif number.isdecimal() and len(number) < 6:
            yield NUMBER_FORMATS.get(int(number), "General")
        else:
            raise PartDamaged(part)


def _properties(parts: Mapping[str, bytes], part: str | None) -> Mapping[str, str]:
    if part is None:
        return {}
    found = parsed(parts, part).iterfind("{*}property")
    return {one.get("name", ""): unescaped("".join(str(text) for text in one.itertext()).strip()) for one in found}
