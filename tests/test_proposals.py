"""Proposals: a repeated one shares the fate of the first, what has been touched is counted exactly, likeness is found fast."""

import re
import time
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratbuild.checks.likeness import alike
from stratbuild.checks.personal import hidden, personal_data
from stratbuild.model import Plan
from stratbuild.model.proposals import TAKEN_UP, Touched, considered, counts, touched
from stratbuild.schema.proposal import AuthorGroup, Channel, Disposition
from strategies import check_text, check_texts, lines

MEASURES = 5


def plan_of(proposals: list[str], answers: dict[int, list[int]] | None = None) -> Plan:
    """Five measures under one goal, the proposals, and by measure the numbers of those that it answers."""
    said = answers or {}
    measures = [
        f"  - {{id: M-{number}, goal: G-NET, title: Захід {number}, "
        f"answers: [{', '.join(f'P-{one}' for one in said.get(number, []))}]}}"
        for number in range(1, MEASURES + 1)
    ]
    text = "\n".join(["goals: [{id: G-NET, title: Мережа}]", "measures:", *measures, "proposals:", *proposals, ""])
    checked = check_text(text)
    assert checked.plan is not None, lines(checked.diagnostics)
    return checked.plan


def proposal(number: int, more: str = "", group: str = "resident", channel: str = "form") -> str:
    return f"  - {{id: P-{number}, text: Пропозиція {number}, received: 2025-05-14, group: {group}, channel: {channel}{more}}}"


def test_a_repeated_proposal_shares_what_became_of_the_first_and_where() -> None:
    plan = plan_of(
        [
            proposal(1, ", disposition: partly, reason: Частково, places: [M-1]"),
            proposal(2, ", duplicate_of: P-1, places: [M-2]"),
            proposal(3, ", duplicate_of: P-2, reason: Власна підстава"),
        ],
        {3: [1], 4: [3]},
    )
    found = considered(plan)
    assert {id_: one.disposition.value for id_, one in found.items()} == dict.fromkeys(("P-1", "P-2", "P-3"), "partly")
    assert {id_: one.first.id for id_, one in found.items()} == dict.fromkeys(("P-1", "P-2", "P-3"), "P-1")
    assert found["P-1"].places == ("M-1", "M-3")
    assert found["P-2"].places == ("M-2", "M-1", "M-3")
    assert found["P-3"].places == ("M-4", "M-2", "M-1", "M-3")
    assert [plan.strategy.text(one.reason) for one in found.values() if one.reason] == ["Частково", "Частково", "Власна підстава"]
    assert touched(plan) == Touched(4, 5)
    assert touched(plan).share == Fraction(4, 5)


def test_what_was_rejected_touches_nothing() -> None:
    plan = plan_of([proposal(1, ", disposition: rejected"), proposal(2)], {1: [1], 2: [2]})
    assert touched(plan).share == 0


def test_without_measures_there_is_no_share() -> None:
    assert Touched(0, 0).share is None


@given(st.data())
def test_laws_of_the_register(data: st.DataObject) -> None:
    number = data.draw(st.integers(1, 12))
    repeated = [data.draw(st.none() | st.integers(1, one)) if one > 1 else None for one in range(1, number + 1)]
    repeated = [None if one == place else one for place, one in enumerate(repeated, start=1)]
    said = [data.draw(st.sampled_from(Disposition)) for _ in range(number)]
    groups = [data.draw(st.sampled_from(AuthorGroup)) for _ in range(number)]
    channels = [data.draw(st.sampled_from(Channel)) for _ in range(number)]
    places = [data.draw(st.sets(st.integers(1, MEASURES))) for _ in range(number)]
    answers = {one: sorted(data.draw(st.sets(st.integers(1, number)))) for one in range(1, MEASURES + 1)}
    rows = [
        proposal(
            place + 1,
            f", disposition: {said[place].value}, places: [{', '.join(f'M-{one}' for one in sorted(places[place]))}]"
            + (f", duplicate_of: P-{repeated[place]}" if repeated[place] else ""),
            groups[place].value,
            channels[place].value,
        )
        for place in range(number)
    ]
    plan = plan_of(data.draw(st.permutations(rows)), answers)
    found = considered(plan)

    def chain(one: int) -> list[int]:
        before = repeated[one - 1]
        return [one, *(chain(before) if before else [])]

    for one in range(1, number + 1):
        way = chain(one)
        item = found[f"P-{one}"]
        assert item.first.id == f"P-{way[-1]}"
        assert item.disposition is said[way[-1] - 1]
        wanted = {f"M-{place}" for step in way for place in places[step - 1]}
        wanted |= {f"M-{measure}" for measure, named in answers.items() if set(named) & set(way)}
        assert set(item.places) == wanted
        assert len(item.places) == len(wanted)
    counted = counts(found.values())
    assert counted.total == number == sum(counted.by_group.values()) == sum(counted.by_channel.values())
    assert sum(counted.by_disposition.values()) == number == sum(counted.by_group_and_disposition.values())
    assert counted.repeated == sum(one is not None for one in repeated)
    assert counted.by_group == {one: Counter(groups)[one] for one in AuthorGroup}
    measures = {place for one in found.values() if one.disposition in TAKEN_UP for place in one.places}
    assert touched(plan).share == Fraction(len(measures), MEASURES)


def test_a_circle_is_refused_with_the_place_of_every_step() -> None:
    checked = check_text(
        """
        proposals:
          - {id: P-1, text: а, received: 2025-05-14, group: resident, channel: form, duplicate_of: P-2}
          - {id: P-2, text: б, received: 2025-05-14, group: resident, channel: form, duplicate_of: P-3}
          - {id: P-3, text: в, received: 2025-05-14, group: resident, channel: form, duplicate_of: P-2}
        """
    )
    assert checked.plan is None
    assert lines(checked.diagnostics, hints=True) == [
        "a.yaml:4:92: error[SB214] these proposals repeat each other: P-2 → P-3 → P-2",
        "  a.yaml:4:92: P-2 names P-3 here",
        "  a.yaml:5:92: P-3 names P-2 here",
        "  → take `duplicate_of` away from the one that came first",
    ]


def test_a_long_chain_of_repetitions_is_no_trouble() -> None:
    rows = [proposal(1, ", disposition: accepted"), *(proposal(one, f", duplicate_of: P-{one - 1}") for one in range(2, 3001))]
    found = considered(plan_of(list(reversed(rows))))
    assert {one.first.id for one in found.values()} == {"P-1"}


@pytest.mark.parametrize("stage", ["consultation", "submission", "adopted"])
def test_later_stages_demand_more(stage: str) -> None:
    text = "proposals:\n" + "\n".join(
        [
            proposal(1),
            proposal(2, ", disposition: rejected"),
            proposal(3, ", disposition: accepted"),
        ]
    )
    settings = f"""
        strategy:
          title: Цифрова стратегія
          community: {{name: Менська громада}}
          period: {{start: 2025-01-01, finish: 2027-12-31}}
          language: uk
          stage: {stage}
    """
    found = check_texts({"a.yaml": text, "s.yaml": settings})
    own = {one.code: one.severity.name for one in found.diagnostics if one.code.startswith(("SB63", "SB64"))}
    is_late = stage != "consultation"
    assert own["SB630"] == own["SB634"] == ("ERROR" if is_late else "NOTE")
    assert own["SB631"] == own["SB632"] == ("ERROR" if is_late else "WARNING")
    assert own.get("SB638") == ("WARNING" if is_late else None)


def test_the_sample_has_nothing_against_its_register(sample: Plan) -> None:
    counted = counts(considered(sample).values())
    assert counted.total == 40
    assert counted.by_disposition[Disposition.PENDING] == 3
    assert touched(sample).share == Fraction(14, 29)


PERSONAL = {
    "пишіть на ivan.petrenko+x@ukr.net.ua": ["iv••.••••••••+•@•••.•••.••"],
    "тел. (067) 123-45-67": ["(06•) •••-••-••"],
    "+38 067 123 45 67, 0501234567": ["+38 ••• ••• •• ••", "05••••••••"],
    "ІПН 1234567890": ["12••••••••"],
    "мій код 3184710691": ["31••••••••"],
    "паспорт МВ 123456": ["МВ ••••••"],
    "ID-картка № 001234567, видана": ["00•••••••"],
    "запис 19850412-01234": ["19••••••-•••••"],
}
IMPERSONAL = (
    "код бюджету 2551700000, КПКВК 0117530",
    "потрібно 100 000 000,00 грн або 1 000 000 000 грн",
    "01.02.2026 о 10:00, з 2025-03-16 до 2027-12-31",
    "ДК 021:2015, код 32420000-3; ЄДРПОУ 04061777",
    "Wi-Fi у 17 округах, 39 населених пунктах",
)


@pytest.mark.parametrize("text", PERSONAL)
def test_data_about_people_are_found_and_hidden(text: str) -> None:
    assert [hidden(one) for one in personal_data(text)] == PERSONAL[text]


@pytest.mark.parametrize("text", IMPERSONAL)
def test_figures_of_a_plan_are_not_data_about_people(text: str) -> None:
    assert list(personal_data(text)) == []


def test_no_finding_tells_the_datum() -> None:
    secret = "0671234567"
    checked = check_text(f"proposals:\n{proposal(1).replace('Пропозиція 1', f'Дзвоніть {secret}')}\n")
    found = [one for one in checked.diagnostics if one.code == "SB640"]
    assert found
    assert secret not in "\n".join([*lines(found, "uk", hints=True), *lines(found, "en", hints=True)])


def test_alike_are_those_with_most_words_in_common() -> None:
    texts = [
        "Поставити вільний Wi-Fi на автобусних зупинках громади.",
        "Навчити літніх людей платити за комунальні послуги.",
        "Поставте вільний Wi-Fi на зупинках автобусних маршрутів громади!",
        "поставити  вільний wi-fi на автобусних зупинках громади",
        "Так.",
        "так",
        "Ні",
    ]
    found = [(one.later, one.earlier) for one in alike(texts)]
    assert found == [(2, 0), (3, 0), (5, 4)]


@given(st.lists(st.lists(st.sampled_from([f"слово{one}" for one in range(12)]), max_size=8).map(" ".join), max_size=12))
def test_likeness_is_that_of_comparing_each_with_each(texts: list[str]) -> None:
    def of(text: str) -> frozenset[str]:
        stems = frozenset(re.findall(r"\w+", text))
        return stems if len(stems) >= 3 else frozenset({text})

    texts = [re.sub(r"слово(\d+)", lambda found: f"{chr(1072 + int(found[1]))}слово", text) for text in texts]
    wanted = set()
    for later, text in enumerate(texts):
        shares = [Fraction(len(of(text) & of(one)), len(of(text) | of(one))) for one in texts[:later]]
        if shares and max(shares) >= Fraction(3, 5):
            wanted.add((later, max(shares)))
    assert {(one.later, one.share) for one in alike(texts)} == wanted


def test_fifteen_hundred_proposals_are_compared_in_a_moment() -> None:
    words = [f"слово{number:03}" for number in range(400)]
    texts = [" ".join(words[(number * step) % 400] for step in range(1, 60)) for number in range(1500)]
    begin = time.perf_counter()
    list(alike(texts))
    assert time.perf_counter() - begin < 10


def test_the_first_of_those_alike_is_named_by_the_day_on_which_it_came() -> None:
    later = proposal(1).replace("Пропозиція 1", "Поставити вільний Wi-Fi на автобусних зупинках")
    earlier = proposal(2).replace("Пропозиція 2", "Поставити вільний Wi-Fi на автобусних зупинках").replace("05-14", "05-13")
    checked = check_text(f"proposals:\n{later}\n{earlier}\n")
    assert [line for line in lines(checked.diagnostics) if "SB644" in line] == [
        "a.yaml:2:21: note[SB644] P-1 may repeat P-2: 100 % of the words are the same"
    ]
