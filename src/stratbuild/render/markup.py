"""Templates: Jinja2 says what stands where, and every value that it inserts is an opaque token.

The rendered text is parsed as Markdown of the template's author only; `render.filling` then puts the
values where the tokens are, so that no value is ever parsed.
"""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import FileSystemLoader, StrictUndefined, Template, TemplateError, TemplateSyntaxError, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from stratbuild.diagnostics import Diagnostic, Fault, Span, Suggestion
from stratbuild.render.ast import Inline, see
from stratbuild.render.faults import (
    TEMPLATE_ASKS_FOR_UNKNOWN,
    TEMPLATE_HAS_NO_WORDS,
    TEMPLATE_NOT_READABLE,
    PaperFault,
)
from stratbuild.render.locale import Locale, UnknownWord
from stratbuild.render.spliced import say_line
from stratbuild.schema.nearest import nearest
from stratbuild.source import Templates

OPEN, CLOSE = "\ue000", "\ue001"
TOKEN = re.compile(f"{OPEN}([0-9]+){CLOSE}")
_INSERTED = "_inserted"


@dataclass(frozen=True, slots=True)
class Inserted:
    """A value that a template inserts, and where: on a line, or on one of its compiled code."""

    value: object
    place: "Span | tuple[Template, int]"

    @property
    def span(self) -> Span:
        """The line of the template."""
        if isinstance(self.place, Span):
            return self.place
        compiled, line = self.place
        return template_span(str(compiled.name), compiled.get_corresponding_lineno(line))


@dataclass(frozen=True)
class Rendered:
    """A template's text with tokens, and the value behind each token."""

    template: str
    source: str
    text: str
    inserted: list[Inserted] = field(default_factory=list)


def render(template: str, values: Mapping[str, object], locale: Locale) -> Rendered:
    """A template of the locale's templates with values; a fault of the template is a `PaperFault`."""
    inserted: list[Inserted] = []
    names = {**values, "say": partial(_say, locale), "plural": locale.plural, "see": see, _INSERTED: inserted}
    try:
        environment = _environment(locale.templates)
        rendered = environment.get_template(template).render(names)
        source = _source(environment, template)
    except _AsksForUnknown as error:
        known = error.known or tuple(name for name in names if name != _INSERTED)
        suggestion = Suggestion(nearest(error.name, known), tuple(sorted(known)))
        raise _fault(TEMPLATE_ASKS_FOR_UNKNOWN, _place(error, template), name=error.name, known=suggestion) from None
    except UnknownWord as error:
        name = str(error.args[0]).partition(": ")[2]
        raise _fault(TEMPLATE_HAS_NO_WORDS, _place(error, template), name=name, language=locale.language) from None
    except TemplateSyntaxError as error:
        raise _fault(
            TEMPLATE_NOT_READABLE, template_span(error.name or template, error.lineno), problem=error.message or ""
        ) from None
    except RecursionError:
        raise _fault(TEMPLATE_NOT_READABLE, template_span(template, 1), problem="it includes itself") from None
    except (TemplateError, TypeError, ValueError, LookupError, ArithmeticError, AttributeError) as error:
        raise _fault(TEMPLATE_NOT_READABLE, _place(error, template), problem=f"{type(error).__name__}: {error}") from None
    return Rendered(template, source, rendered, inserted)


def _say(locale: Locale, name: str, /, **facts: object) -> str | list[str | Inline]:
    """Words of the catalogue; where a fact is more than text, such as a reference, the pieces of the line."""
    is_line = any(isinstance(fact, Inline) for fact in facts.values())
    return say_line(locale, name, **facts) if is_line else locale.say(name, **facts)


class _AsksForUnknown(TemplateError):
    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


class _Unknown(StrictUndefined):
    """A name that a template asks for and nobody gave: an error wherever it is used."""

    __slots__ = ()

    def _fail_with_undefined_error(self, *_args: Any, **_named: Any) -> NoReturn:
        owner: Any = self._undefined_obj
        known = tuple(str(key) for key in owner) if isinstance(owner, Mapping) else ()
        raise _AsksForUnknown(str(self._undefined_name), known)

    __iter__ = __str__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = _fail_with_undefined_error
    __add__ = __radd__ = __getitem__ = __call__ = __contains__ = _fail_with_undefined_error


@pass_context
def _insert(context: Context, value: object) -> str:
    if isinstance(value, _Unknown):
        str(value)
    inserted: list[Inserted] = context[_INSERTED]
    frame = sys._getframe(1)  # noqa: SLF001 - the line of the template that inserts is known only to its compiled code
    inserted.append(Inserted(value, (frame.f_globals["__jinja_template__"], frame.f_lineno)))
    return f"{OPEN}{len(inserted) - 1}{CLOSE}"


@cache
def _environment(templates: Templates) -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(templates.folders(), encoding="utf-8", followlinks=False),
        undefined=_Unknown,
        finalize=_insert,
        autoescape=False,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _source(environment: ImmutableSandboxedEnvironment, template: str) -> str:
    return "" if environment.loader is None else environment.loader.get_source(environment, template)[0]


def template_span(template: str, line: int) -> Span:
    """The place of a line of a template."""
    return Span(f"templates/{template}", line, 1, line, 2)


def _fault(fault: Fault, span: Span, **facts: object) -> PaperFault:
    return PaperFault([Diagnostic(fault, span, facts)])


def _place(error: BaseException, template: str) -> Span:
    """The line of the template in which an error was raised: Jinja2 puts it into the traceback."""
    span, step = template_span(template, 1), error.__traceback__
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            span = template_span(Path(file).name, step.tb_lineno)
        step = step.tb_next
    return span
