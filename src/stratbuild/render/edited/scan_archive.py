"""Unpacks an archive that may be hostile, in memory: every size is measured, none that is declared is believed."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping

from stratbuild.render.edited.scan_archive_faults import (
    WORKBOOK_OF_TOO_MANY_PARTS,
    WORKBOOK_PACKED_TOO_TIGHTLY,
    WORKBOOK_PART_OUTSIDE,
    WORKBOOK_PART_TWICE,
    WORKBOOK_PARTS_OVERLAP,
    WORKBOOK_TOO_LARGE,
    WORKBOOK_WITH_ENTITIES,
)
from stratbuild.render.edited.scan_kind import FileRefused, refuse_other_archives
from stratbuild.render.edited.scan_kind_faults import WORKBOOK_DAMAGED, WORKBOOK_HAS_PASSWORD

MEBIBYTE = 1024**2
LARGEST = 100 * MEBIBYTE
"""The most bytes that all parts take together, unpacked."""
LARGEST_RATIO = 200
"""How many times its packed size a part may take; parts below one mebibyte are not asked."""
MOST_PARTS = 2_000

_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_UTF_8_NAME, _ENCRYPTED = 0x800, 0x1
_READER_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    ValueError,
    OverflowError,
    EOFError,
    OSError,
    IndexError,
)
_ENCODING = re.compile(r"<\?xml[^>]*?\bencoding\s*=\s*[\"']([^\"']*)")
_ENCODINGS = frozenset({"utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii"})
_XML_NAMES = (".xml", ".rels", ".vml")


def unpacked(data: bytes, name: str) -> Mapping[str, bytes]:
    """Every part of a workbook's archive by its name in lower case, as such names are compared; else `FileRefused`.

    `name` is what a damaged archive is called in the message.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries, directory = archive.infolist(), archive.start_dir
    except _READER_ERRORS:
        raise FileRefused(WORKBOOK_DAMAGED, part=name) from None
    _refuse_names(entries)
    refuse_other_archives({entry.filename.lower() for entry in entries}, data)
    _refuse_sizes(entries)
    places = _places(data, entries, directory)
    parts = {
        entry.filename.lower(): _contents(data, entry, place)
        for entry, place in zip(entries, places, strict=True)
        if not entry.is_dir()
    }
    for part, contents in parts.items():
        _refuse_entities(part, contents)
    return parts


def _refuse_names(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_PARTS:
        raise FileRefused(WORKBOOK_OF_TOO_MANY_PARTS, count=len(entries), largest=MOST_PARTS)
    seen: set[str] = set()
    for entry in entries:
        written = entry.orig_filename
        plain = written.replace("\\", "/")
        if "\x00" in written or plain.startswith("/") or ":" in plain or ".." in plain.split("/"):
            raise FileRefused(WORKBOOK_PART_OUTSIDE, part=written.replace("\x00", "␀")[:80])
        folded = plain.casefold()
        if folded in seen or folded.rstrip("/") in seen:
            raise FileRefused(WORKBOOK_PART_TWICE, part=written[:80])
        seen.add(folded)


def _refuse_sizes(entries: list[zipfile.ZipInfo]) -> None:
    total = sum(entry.file_size for entry in entries)
    if total > LARGEST:
        raise FileRefused(WORKBOOK_TOO_LARGE, size=-(-total // MEBIBYTE), largest=LARGEST // MEBIBYTE)
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise FileRefused(WORKBOOK_HAS_PASSWORD)
        if entry.file_size > MEBIBYTE and entry.file_size > LARGEST_RATIO * entry.compress_size:
            ratio = entry.file_size // max(entry.compress_size, 1)
            raise FileRefused(WORKBOOK_PACKED_TOO_TIGHTLY, part=entry.filename[:80], ratio=ratio, largest=LARGEST_RATIO)


def _places(data: bytes, entries: list[zipfile.ZipInfo], directory: int) -> list[int]:
    """Where the packed bytes of every entry begin; no two entries share a byte, and none reaches into the directory."""
    places: dict[str, int] = {}
    end, before = 0, ""
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if entry.header_offset < end:
            raise FileRefused(WORKBOOK_PARTS_OVERLAP, part=before[:80], other=entry.filename[:80])
        places[entry.filename] = _place(data, entry)
        end, before = places[entry.filename] + entry.compress_size, entry.filename
    if end > directory:
        raise FileRefused(WORKBOOK_PARTS_OVERLAP, part=before[:80], other="zip")
    return [places[entry.filename] for entry in entries]


def _place(data: bytes, entry: zipfile.ZipInfo) -> int:
    try:
        signature, _, flags, method, *_, name_length, extra_length = _LOCAL_HEADER.unpack_from(data, entry.header_offset)
    except struct.error:
        raise FileRefused(WORKBOOK_DAMAGED, part=entry.filename[:80]) from None
    begin = entry.header_offset + _LOCAL_HEADER.size
    encoding = "utf-8" if flags & _UTF_8_NAME else "cp437"
    name = data[begin : begin + name_length].decode(encoding, errors="replace")
    if signature != b"PK\x03\x04" or name != entry.orig_filename or method != entry.compress_type:
        raise FileRefused(WORKBOOK_DAMAGED, part=entry.filename[:80])
    return begin + int(name_length) + int(extra_length)


def _contents(data: bytes, entry: zipfile.ZipInfo, place: int) -> bytes:
    """The part's bytes: never more of them than were declared, and exactly those, or the archive is damaged."""
    packed = data[place : place + entry.compress_size]
    contents: bytes | None = None
    if entry.compress_type == zipfile.ZIP_STORED:
        contents = packed
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            inflated = inflate.decompress(packed, entry.file_size + 1)
        except zlib.error:
            inflated = b""
        contents = inflated if inflate.eof and not inflate.unused_data else None
    if contents is None or len(contents) != entry.file_size or zlib.crc32(contents) != entry.CRC:
        raise FileRefused(WORKBOOK_DAMAGED, part=entry.filename[:80])
    return contents


def _refuse_entities(part: str, contents: bytes) -> None:
    """Whatever is XML, by name or by its first sign, is UTF-8 or UTF-16 and declares nothing."""
    head = contents[:256].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    if not head.startswith(b"<"):
        if part.endswith(_XML_NAMES) and contents:
            raise FileRefused(WORKBOOK_DAMAGED, part=part[:80])
        return
    if b"\x00" in contents:
        text = _utf_16(part, contents)
        declared, entities = _ENCODING.match(text.lstrip("\ufeff")), "<!DOCTYPE" in text or "<!ENTITY" in text
    else:
        declared = _ENCODING.match(head.decode("latin-1"))
        entities = b"<!DOCTYPE" in contents or b"<!ENTITY" in contents
    if entities:
        raise FileRefused(WORKBOOK_WITH_ENTITIES, part=part[:80])
    if declared is not None and declared[1].lower() not in _ENCODINGS:
        raise FileRefused(WORKBOOK_DAMAGED, part=part[:80])


def _utf_16(part: str, contents: bytes) -> str:
    big = contents.startswith((b"\xfe\xff", b"\x00<"))
    try:
        return contents.decode("utf-16-be" if big else "utf-16-le")
    except UnicodeDecodeError:
        raise FileRefused(WORKBOOK_DAMAGED, part=part[:80]) from None
