"""The mapping of a form: which of its columns becomes which field of a proposal."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field

from stratbuild.diagnostics import Diagnostic, has_errors
from stratbuild.exchange.import_faults import NEITHER_COLUMN_NOR_CONSTANT
from stratbuild.schema.base import Part
from stratbuild.schema.mistakes import mistakes
from stratbuild.schema.proposal import AuthorGroup, Channel
from stratbuild.schema.scalars import Order, PlainText
from stratbuild.source import SourceText
from stratbuild.syntax import Places, parse

DAY = "YYYY-MM-DD"

Heading = Annotated[PlainText, AfterValidator(lambda written: " ".join(written.split()))]
"""The heading of a column; spaces and line breaks in it do not count."""


_MOST_DIGITS = 9


class FromColumn(Part):
    """Where a field comes from: a column, or the same value for every row."""

    column: Heading | None = Field(None, title="Column", description="Heading of the column.")
    constant: PlainText | None = Field(None, title="Constant", description="What every row has instead of a column.")
    otherwise: PlainText | None = Field(None, title="Otherwise", description="What stands where the cell is empty.")


class DayColumn(FromColumn):
    """A day in the order that the form writes it in."""

    format: PlainText = Field(DAY, title="Format", description="`DD.MM.YYYY`, `MM/DD/YYYY`; a time that follows is passed over.")


class GroupColumn(FromColumn):
    """Who proposes."""

    constant: AuthorGroup | None = Field(None, title="Constant", description="What every row has instead of a column.")
    otherwise: AuthorGroup | None = Field(None, title="Otherwise", description="What an empty or unknown cell means.")
    values: Mapping[PlainText, AuthorGroup] = Field(
        default_factory=dict, title="Values", description="What the answers of the form mean: `{Мешканець: resident}`."
    )


class ChannelColumn(FromColumn):
    """How it came."""

    constant: Channel | None = Field(None, title="Constant", description="What every row has instead of a column.")
    otherwise: Channel | None = Field(None, title="Otherwise", description="What an empty or unknown cell means.")
    values: Mapping[PlainText, Channel] = Field(
        default_factory=dict, title="Values", description="What the answers of the form mean: `{Телефоном: phone}`."
    )


class DistrictColumn(FromColumn):
    """The district; without values, cells are names of districts or their ids."""

    values: Mapping[PlainText, PlainText] = Field(
        default_factory=dict, title="Values", description="What the answers of the form mean: `{Синявка: D-SYNIAVKA}`."
    )


class AuthorColumns(Part):
    """Who proposed."""

    name: FromColumn = Field(title="Name", description="Name of the person or the firm.")
    post: FromColumn | None = Field(None, title="Post", description="Post, where somebody writes for others.")
    address: FromColumn | None = Field(None, title="Address", description="Where a letter is sent.")
    email: FromColumn | None = Field(None, title="E-mail", description="Where an electronic letter is sent.")
    phone: FromColumn | None = Field(None, title="Telephone", description="Where they can be called.")


class ProposalColumns(Part):
    """The fields of a proposal that a form can give."""

    text: FromColumn = Field(title="Text", description="What is proposed.")
    title: FromColumn | None = Field(None, title="Title", description="The proposal in a few words.")
    received: DayColumn = Field(title="Received", description="Day on which it came.")
    group: GroupColumn = Field(title="Who", description="Who proposes.")
    channel: ChannelColumn = Field(title="Channel", description="How it came.")
    author: AuthorColumns | None = Field(None, title="Author", description="Who proposed, for the reply.")
    district: DistrictColumn | None = Field(None, title="District", description="District that it is about.")


class NewIds(Part):
    """What the ids of new proposals look like."""

    prefix: PlainText = Field("P", title="Prefix", description="What they begin with: `P`, `P-2026`.")
    width: Order = Field(3, title="Width", description="Least digits of the number, nine at most: 3 for `P-041`.")


class ImportMapping(Part):
    """A whole mapping file."""

    file: PlainText | None = Field(
        None, title="File", description="File of the strategy that proposals are added to; else that of the last proposal."
    )
    id: NewIds = Field(default_factory=NewIds, title="Ids", description="Ids of new proposals: `{prefix: P, width: 3}`.")
    known_by: tuple[Heading, ...] = Field(
        title="Known by",
        description="Columns by which a row is known again: `[Позначка часу]`; all that are named where there are none.",
    )
    fields: ProposalColumns = Field(title="Fields", description="By field of a proposal: where it comes from.")

    @property
    def marking(self) -> tuple[str, ...]:
        """The columns by which a row is known again."""
        return self.known_by or self.columns

    @property
    def digits(self) -> int:
        """How many digits the number of an id has at least."""
        return min(self.id.width, _MOST_DIGITS)

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that it names, each once, those that rows are known by first."""
        named = (source.column for _, source in sources(self) if source.column is not None)
        return tuple(dict.fromkeys((*self.known_by, *named)))


def sources(mapping: ImportMapping) -> list[tuple[str, FromColumn]]:
    """Every mapped field by its name, `text`, `author.email`, with where it comes from."""
    fields, author = mapping.fields, mapping.fields.author
    own = ((name, getattr(fields, name)) for name in ProposalColumns.model_fields if name != "author")
    of_author = ((f"author.{name}", getattr(author, name)) for name in AuthorColumns.model_fields) if author else ()
    return [(name, source) for name, source in (*own, *of_author) if source is not None]


def decode_mapping(text: SourceText) -> tuple[ImportMapping | None, list[Diagnostic]]:
    """The mapping of a file, or a finding for everything in it that cannot be followed."""
    tree, found = parse(text)
    if tree is None or has_errors(found):
        return None, found
    places = Places(tree)
    # Findings name the owner of a key; at the top of a file that is what the file is, which no place is called by.
    found += mistakes(ImportMapping, tree.data, ("mapping",), places)
    if has_errors(found):
        return None, found
    mapping = ImportMapping.model_validate(tree.data)
    for name, source in sources(mapping):
        if (source.column is None) == (source.constant is None):
            span = places.span(("fields", *name.split(".")))
            found.append(Diagnostic(NEITHER_COLUMN_NOR_CONSTANT, span, {"field": name}))
    return (None if has_errors(found) else mapping), found
