"""Votes bound to the text: marks, what changes them and what does not, the command that keeps them."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import stratbuild
from stratbuild.model import Plan
from stratbuild.model.governance.approvals import changes_since_vote
from stratbuild.model.governance.covered import COVERED, DATES, STRATEGY, SUMS, ChangeClass
from stratbuild.model.governance.marks import as_text, from_text, mark_of, substance_of
from stratbuild.schema.file import kinds
from stratbuild.schema.strategy import StrategySettings
from stratbuild.schema.text import LocalizedText
from strategies import check_folder

TEXT = """\
strategy:
  title: Цифрова стратегія
  community: {name: Менська міська територіальна громада}
  period: {start: 2025-01-01, finish: 2027-12-31}
  language: uk
  regulation: {tie: head}
members:
  - {id: MB-1, name: Голова, seat: business, since: 2025-01-10, roles: [{role: head, since: 2025-01-10}]}
meetings: [{id: MT-1, starts: "2025-03-13 10:00", present: [MB-1]}]
goals: [{id: G-NET, title: "Швидкий інтернет: 100 Мбіт/с у школах"}]
units: [{id: U-IT, name: Відділ}, {id: U-EDU, name: Освіта}]
sources: [{id: S-LOCAL, title: Бюджет, kind: own}]
kpis: [{id: K-1, goal: G-NET, title: Частка шкіл, targets: {2026: 50}}]
measures:
  - {id: M-FIBRE, goal: G-NET, title: Прокласти лінію, start: 2026-01, duration: 3 months}
  - id: M-NET
    goal: G-NET
    title: Під’єднати школи
    lead: U-IT
    after: [M-FIBRE]
    duration: 2 months
budget_lines:
  - {id: B-1, measure: M-NET, title: Обладнання, amounts: {2026: 100.00}, funding: S-LOCAL}
decisions:
  - {id: DC-1-1, meeting: MT-1, text: Схвалити., votes: {in_favour: 1, against: 0, abstained: 0}, APPROVES}
  - {id: DC-1-2, meeting: MT-1, text: Не схвалити., votes: {in_favour: 0, against: 1, abstained: 0}, approves: [G-NET]}
  - {id: DC-1-3, meeting: MT-1, text: Узяти до відома., votes: {in_favour: 1, against: 0, abstained: 0}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text(TEXT.replace("APPROVES", "approves_strategy: true"), encoding="utf-8")
    assert stratbuild("approve", "DC-1-1", str(tmp_path)).returncode == 0
    return tmp_path


def changes(folder: Path) -> dict[str, tuple[str, dict[str, str]]]:
    checked = check_folder(folder)
    assert checked.plan is not None
    found = changes_since_vote(checked.plan)
    return {one.item: (one.how.value, {name: kind.value for name, kind in one.fields.items()}) for one in found}


def edit(folder: Path, old: str, new: str) -> None:
    path = folder / "a.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_was_marked_has_not_changed(folder: Path) -> None:
    assert changes(folder) == {}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: Під’єднати школи", "title: Під’єднати ліцеї", {"M-NET": ("changed", {"title": "content"})}),
        ("title: Під’єднати школи", "title: «Під'єднати  Школи».", {"M-NET": ("changed", {"title": "editorial"})}),
        (
            "title: Під’єднати школи",
            "title: {uk: Під’єднати школи, en: Connect schools}",
            {"M-NET": ("changed", {"title": "editorial"})},
        ),
        ("100 Мбіт/с", "10.0 Мбіт/с", {"G-NET": ("changed", {"title": "content"})}),
        ("lead: U-IT", "lead: U-EDU", {"M-NET": ("changed", {"lead": "responsibility"})}),
        ("    lead: U-IT\n", "", {"M-NET": ("changed", {"lead": "responsibility"})}),
        ("amounts: {2026: 100.00}", "amounts: {2026: 100}", {}),
        ("amounts: {2026: 100.00}", "amounts: {2026: 100.01}", {"B-1": ("changed", {"sums": "money"})}),
        ("funding: S-LOCAL}", "funding: {S-LOCAL: 100.0%}}", {}),
        (
            "duration: 3 months",
            "duration: 4 months",
            {"M-FIBRE": ("changed", {"dates": "schedule"}), "M-NET": ("changed", {"dates": "schedule"})},
        ),
        ("start: 2026-01, duration", "start: 2026-01-01, duration", {}),
        ("{2026: 50}", "{2026: 60}", {"K-1": ("changed", {"targets": "indicators"})}),
        ("{2026: 50}", "{2026: 50.0}", {}),
        (
            "  period: {start: 2025-01-01",
            "  vision: Бачення\n  period: {start: 2025-01-01",
            {STRATEGY: ("changed", {"vision": "content"})},
        ),
        (
            "budget_lines:\n",
            "budget_lines:\n  - {id: B-2, measure: M-NET, title: Роботи, amounts: {2026: 1.00}, funding: S-LOCAL}\n",
            {"B-2": ("added", {})},
        ),
        (
            "  - {id: B-1, measure: M-NET, title: Обладнання, amounts: {2026: 100.00}, funding: S-LOCAL}\n",
            "  []\n",
            {"B-1": ("removed", {})},
        ),
        ("members:\n", "members:\n  - {id: MB-2, name: Друга, seat: business, since: 2025-04-01}\n", {}),
    ],
)
def test_what_changes_since_the_vote(folder: Path, old: str, new: str, expected: object) -> None:
    edit(folder, old, new)
    assert changes(folder) == expected


def test_a_measure_is_approved_with_its_budget_lines(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(TEXT.replace("APPROVES", "approves: [M-NET]"), encoding="utf-8")
    assert stratbuild("approve", "DC-1-1", str(tmp_path)).returncode == 0
    edit(tmp_path, "title: Частка шкіл", "title: Частка ліцеїв")
    assert changes(tmp_path) == {}
    edit(tmp_path, "amounts: {2026: 100.00}", "amounts: {2026: 90.00}")
    assert changes(tmp_path) == {"B-1": ("changed", {"sums": "money"})}


def test_the_last_vote_counts(folder: Path) -> None:
    edit(folder, "title: Під’єднати школи", "title: Під’єднати ліцеї")
    edit(folder, "meetings: [", 'meetings: [{id: MT-2, starts: "2025-04-10 10:00", present: [MB-1]}, ')
    edit(
        folder,
        "decisions:\n",
        "decisions:\n  - {id: DC-2-1, meeting: MT-2, text: Ні., votes: {in_favour: 1, against: 0, abstained: 0}, approves: [M-NET]}\n",
    )
    assert stratbuild("approve", "DC-2-1", str(folder)).returncode == 0
    assert changes(folder) == {}
    edit(folder, "lead: U-IT", "lead: U-EDU")
    checked = check_folder(folder)
    assert checked.plan is not None
    assert [(one.item, one.decision.id) for one in changes_since_vote(checked.plan)] == [("M-NET", "DC-2-1")]


def test_a_decision_is_marked_once(folder: Path) -> None:
    before = (folder / "a.yaml").read_bytes()
    again = stratbuild("approve", "DC-1-1", str(folder))
    assert (again.returncode, again.stdout) == (0, "")
    assert "вже збережено" in again.stderr
    edit(folder, "lead: U-IT", "lead: U-EDU")
    changed = (folder / "a.yaml").read_bytes()
    refused = stratbuild("approve", "DC-1-1", str(folder))
    assert refused.returncode == 1
    assert "SB737" in refused.stderr
    assert (folder / "a.yaml").read_bytes() == changed != before


@pytest.mark.parametrize(
    ("decision", "status", "said"), [("DC-1-2", 1, "SB748"), ("DC-1-3", 1, "SB749"), ("DC-1-9", 2, "DC-1-1")]
)
def test_what_cannot_be_marked(folder: Path, decision: str, status: int, said: str) -> None:
    before = (folder / "a.yaml").read_bytes()
    done = stratbuild("approve", decision, str(folder))
    assert done.returncode == status
    assert said in done.stderr
    assert (folder / "a.yaml").read_bytes() == before


def test_the_sample_is_what_the_group_approved(sample: Plan) -> None:
    assert {one.decision for one in sample.strategy.approvals.values()} == {"DC-07-2", "DC-10-1", "DC-14-1"}
    assert changes_since_vote(sample) == ()


NOT_COVERED = {
    STRATEGY: "community stage language languages years_after request_year classifiers calendar status_on priority_weights "
    "simulation internal illustrative passport session regulation time_zone evidence_valid_for consultation",
    "goals": "because",
    "measures": "start finish duration after not_before actual fixed people person_months duration_range estimate_class driver answers",
    "kpis": "overlap weight",
    "budget_lines": "amounts unit_price total year_shares evenly_over price_base price_index exchange_rate vat vat_rate yearly_after "
    "funding funding_by_year cost_range estimate_class driver basis quotes",
    "sources": "",
    "risks": "driver",
    "specifications": "",
    "milestones": "on after actual",
}
"""What a vote does not cover: what dates and sums follow from, what has happened since, how sure estimates are, evidence."""


@pytest.mark.parametrize("collection", COVERED)
def test_every_field_is_covered_by_a_vote_or_left_out_on_purpose(collection: str) -> None:
    model = StrategySettings if collection == STRATEGY else kinds()[collection]
    covered, left_out = set(COVERED[collection]) - {DATES, SUMS}, set(NOT_COVERED[collection].split())
    assert covered | left_out | {"id"} == set(model.model_fields) | {"id"}
    assert not covered & left_out


words = st.text("абвгґ АБВ,.-–«»’'\"!?;:()\u00a0", min_size=1, max_size=30)


@given(words)
def test_capitals_stops_and_quotes_are_editorial(text: str) -> None:
    plain = " ".join(re.sub(r"[,.«»’'\"!?;:()]", "", text.casefold()).replace("-", " ").replace("–", " ").split())
    assert substance_of(text) == plain
    assert substance_of(substance_of(text)) == substance_of(text)


@given(st.decimals(0, 1000, places=2), st.decimals(0, 1000, places=2))
def test_another_number_is_another_text(first: object, second: object) -> None:
    assert (substance_of(f"на {first} грн") == substance_of(f"на {second} грн")) == (str(first) == str(second))


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,12}", fullmatch=True), st.text(min_size=1), max_size=5))
def test_marks_read_back_as_they_were_written(texts: dict[str, str]) -> None:
    marks = {name: mark_of(LocalizedText({"": text}), "uk") for name, text in texts.items()}
    assert from_text(as_text(marks)) == marks


def test_only_editorial_changes_need_no_vote() -> None:
    assert [kind for kind in ChangeClass if kind.value == "editorial"] == [ChangeClass.EDITORIAL]
