"""How a language writes numbers, dates and fixed words: one catalogue a language, in `templates/words/`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from stratbuild.diagnostics import Suggestion
from stratbuild.quantity import Duration, DurationUnit, Lag, Money, PlanDate, Precision, in_thousands
from stratbuild.quantity.number_words import number_in_words
from stratbuild.render.faults import PaperFault
from stratbuild.source import INSTALLED, SourceText, Templates
from stratbuild.syntax import parse

FALLBACK = "en"
_PASSED_OVER = "’'ʼ«»“”„\u00ad"
"""Signs that do not count where texts are sorted."""
_DURATION_WORDS = {
    DurationUnit.DAYS: "days",
    DurationUnit.WORKING_DAYS: "working_days",
    DurationUnit.WEEKS: "weeks",
    DurationUnit.MONTHS: "months_long",
    DurationUnit.QUARTERS: "quarters_long",
    DurationUnit.YEARS: "years_long",
}


class UnknownWord(KeyError):
    """A template or a view asks for words that the catalogue does not have."""


@dataclass(frozen=True)
class Locale:
    """A language's words by name, and its way to write every quantity. The only place that rounds for print."""

    language: str
    words: Mapping[str, Any]
    templates: Templates = INSTALLED
    """Where the words are from, and what else the papers in this language are made of."""

    def say(self, name: str, /, **facts: object) -> str:
        """The words of a name such as `concept.goals`, with facts put in where they have places for them."""
        found: Any = self.words
        for step in name.split("."):
            found = found.get(step) if isinstance(found, Mapping) else None
        if not isinstance(found, str):
            raise UnknownWord(f"{self.language}: {name}")
        return found.format_map({key: self.show(value) for key, value in facts.items()}) if facts else found

    def money(self, money: Money, currency: str | None = None) -> str:
        """`1 234 567,89`, and with a currency `1 234 567,89 грн`; the spaces do not break."""
        written = self._grouped(f"{money.decimal:f}")
        return f"{written}\u00a0{self.currency(currency)}" if currency else written

    def signed_money(self, money: Money) -> str:
        """A difference: `+1 234,56`, `−1 234,56`, `0,00`."""
        return f"{'+' if money.hundredths > 0 else ''}{self.money(money)}"

    def thousands(self, money: Money, decimals: int = 1) -> str:
        """A sum in thousands, with so many decimals whatever they are: `1 234,6`, `250,0`."""
        return self._grouped(f"{in_thousands(money, decimals):f}")

    def currency(self, code: str) -> str:
        """A currency as it is written after a sum: `грн`; one that the catalogue does not name keeps its code."""
        return str(self._formats["currencies"].get(code, code))

    def money_in_words(self, money: Money, currency: str) -> str:
        """`дві тисячі гривень 05 копійок`: whole units in words, hundredths in two digits."""
        said: Mapping[str, Any] = self._formats["in_words"]
        of_currency: Mapping[str, Any] | None = said["currencies"].get(currency)
        whole, hundredths = divmod(abs(money.hundredths), 100)
        minus = str(said["minus"]) if money.hundredths < 0 else ""
        if of_currency is None:
            return f"{minus}{number_in_words(whole, said['language'])}\u00a0{self.currency(currency)} {hundredths:02}/100"
        rule = str(self._formats["plural"])
        units, parts = (of_currency[name][_plural_form(rule, of)] for name, of in (("units", whole), ("hundredths", hundredths)))
        return (
            f"{minus}{number_in_words(whole, said['language'], of_currency.get('gender'))} {units} {hundredths:02}\u00a0{parts}"
        )

    def number(self, number: Decimal | int) -> str:
        """A number with the decimals that it has and no more."""
        written = f"{Decimal(number):f}"
        if "." in written:
            written = written.rstrip("0").rstrip(".")
        return self._grouped(written)

    def share(self, share: Decimal) -> str:
        """A share of 100: `33,3333 %`."""
        return str(self._formats["percent"]).format(number=self.number(share))

    def day(self, day: date) -> str:
        """`24 січня 2026 року`."""
        return str(self._formats["long_day"]).format(day=day.day, month=self._formats["months_of"][day.month - 1], year=day.year)

    def short_day(self, day: date) -> str:
        """`24.01.2026`."""
        return str(self._formats["short_day"]).format(day=day.day, month=day.month, year=day.year)

    def month(self, day: date) -> str:
        """The month that a day is in, `01.2026`."""
        return str(self._formats["short_month"]).format(month=day.month, year=day.year)

    def plan_date(self, when: PlanDate) -> str:
        """A date of the plan, as fine as it is: `2026 рік`, `II квартал 2026 року`, `березень 2026 року`."""
        first, formats = when.first, self._formats
        match when.precision:
            case Precision.YEAR:
                return str(formats["year"]).format(year=first.year)
            case Precision.QUARTER:
                return str(formats["quarter"]).format(quarter=formats["quarters"][(first.month - 1) // 3], year=first.year)
            case Precision.MONTH:
                return str(formats["month"]).format(month=formats["months"][first.month - 1], year=first.year)
            case Precision.DAY:
                return self.short_day(first)

    def duration(self, duration: Duration) -> str:
        """`8 місяців`, in the right plural form."""
        return self.plural(_DURATION_WORDS[duration.unit], duration.count)

    def lag(self, lag: Lag) -> str:
        """`+2 тижні` of a lag, `−2 тижні` of a lead."""
        sign = "+" if lag.count > 0 else "−"
        return sign + self.plural(_DURATION_WORDS[lag.unit], abs(lag.count))

    def plural(self, name: str, number: int) -> str:
        """The words of a name in the form that a number asks for, with the number put in."""
        forms: Any = self._formats.get(name) or self.words
        if forms is self.words:
            for step in name.split("."):
                forms = forms.get(step) if isinstance(forms, Mapping) else None
        form = _plural_form(str(self._formats["plural"]), number)
        if not isinstance(forms, Mapping) or form not in forms:
            raise UnknownWord(f"{self.language}: {name}.{form}")
        return str(forms[form]).format(number=self.number(number))

    def place_in_alphabet(self, text: str) -> tuple[tuple[int, str], ...]:
        """What texts are sorted by: the letters of the alphabet in its order, other signs before them, letters of others after."""
        alphabet = str(self._formats["alphabet"])
        after = len(alphabet)
        letters = (sign for sign in text.casefold() if sign not in _PASSED_OVER)
        return tuple((alphabet.find(sign) if sign in alphabet else after if sign.isalpha() else -1, sign) for sign in letters)

    def show(self, fact: object) -> str:
        """Any fact of a message, in this language's way."""
        match fact:
            case bool():
                return str(self._formats["yes" if fact else "no"])
            case Money():
                return self.money(fact)
            case PlanDate():
                return self.plan_date(fact)
            case date():
                return self.short_day(fact)
            case Duration():
                return self.duration(fact)
            case Lag():
                return self.lag(fact)
            case Decimal():
                return self.number(fact)
            case Suggestion():
                return self.suggestion(fact)
        return str(fact)

    def suggestion(self, suggestion: Suggestion) -> str:
        """`did you mean M-WIFI or M-FIBRE?`, or what is known where nothing is near."""
        words: Mapping[str, str] = self._formats["suggestion"]
        if suggestion.nearest:
            *first, last = suggestion.nearest
            return words["nearest"].format(words=words["or"].join([", ".join(first), last] if first else [last]))
        known = [*suggestion.known, *(["…"] if suggestion.more else [])]
        return words["known"].format(words=", ".join(known)) if known else words["nothing"]

    @property
    def _formats(self) -> Mapping[str, Any]:
        formats: Mapping[str, Any] = self.words["formats"]
        return formats

    def _grouped(self, plain: str) -> str:
        sign = "−" if plain.startswith("-") else ""
        whole, _, fraction = plain.lstrip("-").partition(".")
        first = len(whole) % 3
        groups = [*([whole[:first]] if first else []), *(whole[at : at + 3] for at in range(first, len(whole), 3))]
        written = str(self._formats["group_separator"]).join(groups)
        return sign + written + (f"{self._formats['decimal_separator']}{fraction}" if fraction else "")


@cache
def locale(language: str, templates: Templates = INSTALLED) -> Locale:
    """The catalogue of a language: every file in its folder, under the file's name.

    The words of an office's own copy come before the installed ones, word for word. A language without
    a folder is a `LookupError`; a file of the copy that cannot be read is a `PaperFault` when its first
    word is asked for.
    """
    folders = [folder / "words" / language for folder in templates.folders()]
    paths: dict[str, list[Path]] = {path.stem: [] for folder in folders for path in sorted(folder.glob("*.yaml"))}
    if not paths:
        raise LookupError(language)
    for folder in folders:
        for name, found in paths.items():
            if (path := folder / f"{name}.yaml").is_file():
                found.append(path)
    return Locale(language, _Catalogue({name: tuple(found) for name, found in sorted(paths.items())}), templates)


@dataclass(frozen=True, eq=False)
class _Catalogue(Mapping[str, Any]):
    """The words of a language by file; a file is read when its first word is asked for."""

    paths: Mapping[str, Sequence[Path]]
    """By name: the office's own file, where there is one, then the installed one."""

    def __getitem__(self, name: str) -> Any:
        own, *installed = self.paths[name]
        return _merged(_words_in(own), _words_in(installed[0])) if installed else _words_in(own)

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)


def _merged(own: Any, installed: Any) -> Any:
    """The office's words, and the installed ones where it has none: a copy may be older than the program."""
    if isinstance(own, Mapping) and isinstance(installed, Mapping):
        return {key: _merged(own.get(key, value), value) for key, value in installed.items()} | {
            key: value for key, value in own.items() if key not in installed
        }
    return own


@cache
def _words_in(path: Path) -> Any:
    """The words of one file. One that is not clean YAML is a `PaperFault`, and so a bug where it came with the program."""
    shown = "/".join(("templates", *path.parts[-3:]))
    tree, found = parse(SourceText(shown, path.read_text(encoding="utf-8")))
    if tree is None:
        raise PaperFault(found)
    return tree.data


def languages(templates: Templates = INSTALLED) -> tuple[str, ...]:
    """The languages that there is a catalogue for."""
    found = (path for folder in templates.folders() if (folder / "words").is_dir() for path in (folder / "words").iterdir())
    return tuple(sorted({path.name for path in found if path.is_dir()}))


def _plural_form(rule: str, number: int) -> str:
    """The plural form of a whole number by the rule of the language's catalogue (CLDR's categories)."""
    if rule == "one-few-many":
        if number % 10 == 1 and number % 100 != 11:
            return "one"
        return "few" if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else "many"
    return "one" if number == 1 else "other"
