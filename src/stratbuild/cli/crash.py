"""What happens when the program itself is wrong: a file for its authors, and a sentence for its user."""

import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from stratbuild import __version__

_WORDS = {
    "en": "stratbuild: this is a mistake of the program, not of yours ({name}). {where}",
    "uk": "stratbuild: це помилка програми, а не ваша ({name}). {where}",
}
_WRITTEN = {
    "en": "What happened is written down in {path}; please send that file to the authors.",
    "uk": "Що сталося, записано у файлі {path}; надішліть його, будь ласка, розробникам.",
}
_NOT_WRITTEN = {
    "en": "No file could be written about it: {problem}.",
    "uk": "Записати подробиці у файл не вдалося: {problem}.",
}


def report(error: BaseException, arguments: Sequence[str], language: str) -> str:
    """Write a crash file into the folder for temporary files; the sentence that tells the user of it.

    These words stand here and not in the catalogue, which may be what is broken.
    """
    language = language if language in _WORDS else "en"
    try:
        where = _WRITTEN[language].format(path=_write(error, arguments))
    except OSError as refused:
        where = _NOT_WRITTEN[language].format(problem=refused.strerror)
    return _WORDS[language].format(name=type(error).__name__, where=where)


def _write(error: BaseException, arguments: Sequence[str]) -> Path:
    lines = [
        f"stratbuild {__version__}",
        f"Python {sys.version}",
        f"{platform.platform()} {getattr(sys.stdout, 'encoding', None)} {sys.getfilesystemencoding()}",
        f"arguments: {list(arguments)!r}",
        "",
        *traceback.format_exception(error),
    ]
    handle, path = tempfile.mkstemp(prefix="stratbuild-crash-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write("\n".join(lines))
    return Path(path)
