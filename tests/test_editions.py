"""Editions: for everyone without what is internal, and in several languages as one set."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from command import stratbuild
from printed import docx_text, html, pdf_text
from stratbuild.pipeline import public
from stratbuild.schema.base import Personal
from stratbuild.schema.budget_line import Quote
from stratbuild.schema.file import kinds
from stratbuild.schema.strategy import StrategySettings
from stratbuild.strategy.redaction import hideable, redacted
from strategies import check_folder, check_text, lines

ROOT = Path(__file__).parent.parent
SECOND = ROOT / "tests" / "second_strategy"
SECRET = "ZQXSECRET"


def seeded(folder: Path) -> int:
    """Write the second strategy with a secret in every text that may be called internal, and in all data about people."""
    yaml = YAML(typ="safe")
    yaml.width = 10**6
    count = 0

    def secret() -> str:
        nonlocal count
        count += 1
        return f"{SECRET}{count:04}"

    folder.mkdir()
    for path in sorted(SECOND.glob("*.yaml")):
        data = yaml.load(path.read_text(encoding="utf-8"))
        data.pop("approvals", None)  # marks of the texts as they were
        for name in hideable():
            collection, *way = name.split(".")
            for item in [data["strategy"]] if collection == "strategy" and "strategy" in data else data.get(collection, []):
                _put(item, way, secret)
        if "strategy" in data:
            data["strategy"]["internal"] = list(hideable())
        for line in data.get("budget_lines", []):
            line["quotes"] = [{"of": secret(), "price": "1.00"}]
        with (folder / path.name).open("w", encoding="utf-8") as file:
            yaml.dump(data, file)
    return count


def _put(item: Any, way: list[str], secret: Any) -> None:
    """Set a text at the end of a way, in every part that is there already."""
    name, *rest = way
    if isinstance(item, list):
        for one in item:
            _put(one, way, secret)
    elif isinstance(item, dict) and not rest:
        item[name] = [secret()] if name in LISTS else secret()
    elif isinstance(item, dict) and name in item:
        _put(item[name], rest, secret)


LISTS = ("co_developers", "strengths", "weaknesses", "opportunities", "threats", "assumptions")


def everything_in(content: bytes) -> Iterator[bytes]:
    """A file's bytes, and those of every part of it where it is an archive."""
    yield content
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from everything_in(archive.read(name))


def secrets_in(folder: Path) -> dict[str, set[str]]:
    """By file: the secrets found anywhere in it, hidden sheets, comments and properties included."""
    found: dict[str, set[str]] = {}
    for path in folder.rglob("*"):
        if path.is_file():
            texts = [part.decode("utf-8", "replace") for part in everything_in(path.read_bytes())]
            texts += [pdf_text(path)] if path.suffix == ".pdf" else []
            here = {word for text in texts for word in _secrets(text)}
            if here:
                found[path.relative_to(folder).as_posix()] = here
    return found


def _secrets(text: str) -> Iterator[str]:
    at = text.find(SECRET)
    while at >= 0:
        yield text[at : at + len(SECRET) + 4]
        at = text.find(SECRET, at + 1)


@pytest.fixture(scope="module")
def secretive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("secretive") / "strategy"
    assert seeded(folder) > 60
    assert stratbuild("approve", "DC-03-1", str(folder)).returncode == 0
    return folder


def test_the_public_edition_holds_no_secret(secretive: Path, tmp_path: Path) -> None:
    done = stratbuild("build", str(secretive), "-o", str(tmp_path / "public"), "--edition", "public", "--as-of", "2026-05-01")
    assert done.returncode == 0, done.stderr
    assert secrets_in(tmp_path / "public") == {}
    said = json.loads((tmp_path / "public" / "manifest.json").read_text(encoding="utf-8"))
    assert said["edition"] == "public"
    assert "Public edition" in docx_text_with_footers(tmp_path / "public" / "concept.docx")


def test_the_full_edition_holds_them_so_that_the_search_is_known_to_work(secretive: Path, tmp_path: Path) -> None:
    done = stratbuild("build", str(secretive), "-o", str(tmp_path / "full"), "--as-of", "2026-05-01")
    assert done.returncode == 0, done.stderr
    found = secrets_in(tmp_path / "full")
    assert {"concept.docx", "concept.pdf", "concept.html", "budget.xlsx", "plan.xlsx"} <= set(found)
    assert len(set.union(*found.values())) > 30
    quoted = {path for path, secrets in found.items() if path.startswith("tor/") and secrets}
    assert quoted


def docx_text_with_footers(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if name.startswith("word/footer"))


def test_money_and_dates_are_the_same_for_the_public() -> None:
    checked = check_folder(ROOT / "strategy")
    assert checked.plan is not None
    for_all = public(checked.plan)
    assert for_all.budget.total == checked.plan.budget.total
    assert for_all.windows == checked.plan.windows
    assert for_all.critical_path == checked.plan.critical_path


def test_only_what_is_named_is_left_out() -> None:
    text = """
    goals: [{id: G-A, title: Ціль, description: Опис, result: Наслідок}]
    kpis: [{id: K-A, goal: G-A, title: Показник, baseline: {value: 1, source: Облік}, targets: {2027: 2}}]
    measures: [{id: M-A, goal: G-A, title: Захід}]
    budget_lines:
      - {id: B-A, measure: M-A, title: Рядок, amounts: {2026: 5.00}, quotes: [{of: ФОП Хтось, price: 4.00}]}
    """
    checked = check_text(text)
    assert checked.plan is not None
    whole = checked.plan.strategy
    named = whole.settings.model_copy(update={"internal": ("goals.description", "kpis.baseline.source")})
    found = redacted(replace(whole, settings=named))
    assert found.goals["G-A"] == whole.goals["G-A"].model_copy(update={"description": None})
    baseline = found.kpis["K-A"].baseline
    assert baseline is not None
    assert baseline.source is None
    assert baseline.value == 1
    (quote,) = found.budget_lines["B-A"].quotes
    assert found.text(quote.of) == "–"
    assert quote.price == whole.budget_lines["B-A"].quotes[0].price
    assert found.measures["M-A"] is whole.measures["M-A"]


def test_what_may_be_called_internal_is_a_text_that_an_item_can_be_without() -> None:
    known = hideable()
    assert {"risks.action", "sources.description", "strategy.vision", "kpis.baseline.source"} <= set(known)
    for name in known:
        collection, *way = name.split(".")
        model: Any = StrategySettings if collection == "strategy" else kinds()[collection]
        assert way[0] in model.model_fields, name
    assert not {"goals.title", "budget_lines.amounts", "measures.start", "measures.goal"} & set(known)


def test_who_offers_a_price_is_data_about_people() -> None:
    assert any(isinstance(one, Personal) for one in Quote.model_fields["of"].metadata)


BILINGUAL = """
strategy:
  title: {uk: Цифрова стратегія громади, en: Digital strategy of the community}
  community: {name: {uk: Менська громада, en: Mena Community}}
  period: {start: 2025-01-01, finish: 2027-12-31}
  language: uk
  languages: [uk, en]
goals: [{id: G-A, title: {uk: Швидкий інтернет, en: Fast Internet}}]
measures: [{id: M-A, goal: G-A, title: {uk: Мережа, en: Network}}]
budget_lines: [{id: B-A, measure: M-A, title: {uk: Кабель, en: Cable}, amounts: {2026: 1234567.89}}]
"""


@pytest.fixture(scope="module")
def bilingual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bilingual")
    (folder / "strategy.yaml").write_text(BILINGUAL, encoding="utf-8")
    return folder


def built(strategy: Path, out: Path, *options: str) -> set[str]:
    done = stratbuild("build", str(strategy), "-o", str(out), "--as-of", "2026-01-24", "--only", "concept,budget", *options)
    assert done.returncode == 0, done.stderr
    return {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}


PAPERS = {"budget.xlsx", "concept.docx", "concept.html", "concept.pdf"}


def test_a_strategy_that_wants_two_languages_gets_both_as_one_set(bilingual: Path, tmp_path: Path) -> None:
    assert built(bilingual, tmp_path / "out") == {*PAPERS, *(f"en/{one}" for one in PAPERS), "manifest.json"}
    said = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert (said["language"], said["other_languages"]) == ("uk", ["en"])
    assert {one["path"] for one in said["files"]} == {*PAPERS, *(f"en/{one}" for one in PAPERS)}
    ukrainian, english = (html(tmp_path / "out" / one).text.replace("\u00a0", " ") for one in ("concept.html", "en/concept.html"))
    assert "1 234 567,89 грн" in ukrainian
    assert "24 січня 2026 року" in ukrainian
    assert "Швидкий інтернет" in ukrainian
    assert "1,234,567.89 UAH" in english
    assert "24 January 2026" in english
    assert "Fast Internet" in english
    assert not any("а" <= sign <= "я" for sign in english.lower())


@pytest.mark.parametrize("options", [("--lang", "en,uk"), ("--lang", "en", "--lang", "uk"), ("--lang", "en, uk, en")])
def test_the_first_language_that_is_asked_for_stands_at_the_top(
    bilingual: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    assert built(bilingual, tmp_path / "out", *options) == {*PAPERS, *(f"uk/{one}" for one in PAPERS), "manifest.json"}
    assert "Fast Internet" in docx_text(tmp_path / "out" / "concept.docx")
    assert "Швидкий інтернет" in docx_text(tmp_path / "out" / "uk" / "concept.docx")


def test_one_language_is_no_folder(bilingual: Path, tmp_path: Path) -> None:
    assert built(bilingual, tmp_path / "out", "--lang", "en") == {*PAPERS, "manifest.json"}


def test_an_unknown_language_is_a_mistake_of_usage(bilingual: Path, tmp_path: Path) -> None:
    done = stratbuild("build", str(bilingual), "-o", str(tmp_path / "out"), "--lang", "uk,ed")
    assert done.returncode == 2
    assert "програма не говорить мовою ed" in done.stderr
    assert not (tmp_path / "out").exists()


def test_the_rule_names_what_cannot_be_left_out() -> None:
    checked = check_folder(ROOT / "tests" / "cases" / "SB821-internal_field_unknown" / "faulty")
    assert any("budget_lines.amounts" in line for line in lines(checked.diagnostics))
