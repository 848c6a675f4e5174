"""The comments in a workbook, old ones and those in threads, as notes for the people who review."""

from collections.abc import Iterator, Mapping

from stratbuild.render.edited.package import Package, parsed, related, text_of, unescaped
from stratbuild.render.edited.workbook import ReviewNote

_COPY_OF_THREAD = "tc="
"""So begins the author of the plain copy that Excel keeps of a thread for older programs."""


def review_notes(parts: Mapping[str, bytes], package: Package) -> tuple[ReviewNote, ...]:
    """Every comment on every sheet in the order of the workbook; a part that cannot be read is `PartDamaged`."""
    people = _people(parts)
    return tuple(note for sheet in package.sheets for note in _of_sheet(parts, sheet.part, sheet.name, people))


def _of_sheet(parts: Mapping[str, bytes], part: str, name: str, people: Mapping[str, str]) -> Iterator[ReviewNote]:
    for target, kind in related(parts, part).values():
        if kind == "comments":
            comments = parsed(parts, target)
            authors = [author.text or "" for author in comments.iterfind("{*}authors/{*}author")]
            for one in comments.iterfind("{*}commentList/{*}comment"):
                number, text = one.get("authorId", ""), one.find("{*}text")
                author = authors[int(number)] if number.isdecimal() and int(number[:9]) < len(authors) else ""
                if not author.startswith(_COPY_OF_THREAD):
                    yield ReviewNote(name, one.get("ref", ""), author, "" if text is None else text_of(text).strip())
        elif kind == "threadedComment":
            for one in parsed(parts, target).iterfind("{*}threadedComment"):
                said = unescaped(one.findtext("{*}text") or "").strip()
                yield ReviewNote(name, one.get("ref", ""), people.get(one.get("personId", ""), ""), said)


def _people(parts: Mapping[str, bytes]) -> Mapping[str, str]:
    lists = [part for part in parts if part.startswith("xl/persons/") and part.endswith(".xml")]
    persons = [person for part in lists for person in parsed(parts, part).iterfind("{*}person")]
    return {person.get("id", ""): person.get("displayName", "") for person in persons}
