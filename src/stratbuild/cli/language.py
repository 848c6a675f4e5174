"""In which language the program speaks."""

import locale as system_locale
import os
import re
from collections.abc import Iterable, Mapping, Sequence

from stratbuild.render.locale import Locale, languages, locale
from stratbuild.source import SourceText

VARIABLE = "STRATBUILD_LANG"
"""The environment variable that says which language is wanted where no option does."""

_FALLBACK = "en"
_AT_HOME = "uk"
_SETTING = re.compile(r"(?:^|[\s{,])language:\s*[\"']?([a-z]{2,3})\b")
_SYSTEM_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_WINDOWS_NAMES = {"ukrainian": "uk", "english": "en"}


def spoken(*wishes: str | None) -> Locale:
    """The words of the first language that is wished, in English where there is no catalogue of it.

    Without a wish the system's language counts, and Ukrainian where the system names none that the
    program speaks.
    """
    wished = next((one for one in wishes if one), None) or system_language() or _AT_HOME
    return locale(wished if wished in languages() else _FALLBACK)


def wished_in(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str | None:
    """The language that the command line or the environment asks for, before either is understood.

    Nothing where the program does not speak it.
    """
    wished = environment.get(VARIABLE)
    for place, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            wished = value or next(iter(arguments[place + 1 :]), None)
    return wished if wished in languages() else None


def written_in(texts: Iterable[SourceText]) -> str | None:
    """The main language that the files of a strategy name, also where they are too broken to be read."""
    for text in texts:
        found = _SETTING.search(text.content)
        if found is not None:
            return found[1]
    return None


def system_language(environment: Mapping[str, str] = os.environ) -> str | None:
    """The language of the system's user, if the program speaks it."""
    name = next((environment[one] for one in _SYSTEM_VARIABLES if environment.get(one)), None)
    if name is None:
        name = system_locale.getlocale()[0] or ""
    word = re.split(r"[_.@-]", name)[0].lower()
    code = _WINDOWS_NAMES.get(word, word)
    return code if code in languages() else None
