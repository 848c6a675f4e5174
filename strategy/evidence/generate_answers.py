"""Makes `needs-2025.csv`: six hundred invented answers to the survey of needs, always the same ones.

Nobody gave these answers. They show how a survey comes into the strategy, and they lean as one would
expect: the old and the villages trust the network less, the young use it more.

    python strategy/evidence/generate_answers.py
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

PEOPLE = 600
SEED = 2025
FILE = Path(__file__).with_name("needs-2025.csv")

AGES = {"18-29": 96, "30-44": 156, "45-59": 168, "60+": 180}
PLACES = {"town": 204, "settlement": 96, "village": 300}

# By question: how many give each answer, from those whom the network is nearest to those whom it is farthest.
SINGLE: Mapping[str, Mapping[str, int]] = {
    "internet": {"fixed": 306, "mobile": 186, "elsewhere": 48, "none": 60},
    "satisfied": {"yes": 186, "partly": 222, "no": 138, "dk": 54},
    "online": {"yes": 234, "helped": 102, "no": 246, "dk": 18},
    "trust": {"yes": 132, "rather": 216, "rathernot": 132, "no": 60, "dk": 60},
    "courses": {"online": 138, "library": 246, "no": 168, "dk": 48},
    "confidence": {"5": 108, "4": 138, "3": 156, "2": 102, "1": 72, "dk": 24},
}
SPEED = {"yes": 226, "sometimes": 168, "no": 128, "dk": 18}
"""Asked of those who use the internet."""

# By question: how often each of several answers is chosen, by those near and by those far.
MULTIPLE: Mapping[str, Mapping[str, tuple[float, float]]] = {
    "services": {
        "site": (4, 3),
        "queue": (7, 8),
        "outage": (8, 11),
        "app": (6, 1),
        "wifi": (5, 8),
        "budget": (3, 1),
    },
    "news": {"site": (4, 2), "chat": (9, 3), "social": (7, 4), "paper": (1, 6), "starosta": (1, 8)},
    "barriers": {
        "skills": (1, 9),
        "fear": (5, 8),
        "device": (1, 5),
        "net": (3, 5),
        "hard": (4, 5),
        "nothing": (6, 1),
    },
}
UNDECIDED = {"services": 24, "news": 18, "barriers": 30}
SILENT = {"barriers": 12, "trust": 12, "confidence": 6}
"""How many left a question out."""

COLUMNS = (
    "age",
    "place",
    "internet",
    "speed",
    "satisfied",
    "services",
    "news",
    "online",
    "barriers",
    "confidence",
    "trust",
    "courses",
)


@dataclass(frozen=True)
class Person:
    """Somebody who might have answered."""

    age: str
    place: str
    distance: float
    """How far from the network: from 0, young and in town, to 1, old and in a village."""


def answers() -> str:
    """The file of answers as text, with line feeds."""
    random = Random(SEED)  # noqa: S311 - answers for illustration, not secrets
    people = _people(random)
    columns = {"age": [one.age for one in people], "place": [one.place for one in people]}
    for name, counts in SINGLE.items():
        columns[name] = _single(random, people, counts)
    users = [place for place, answer in enumerate(columns["internet"]) if answer != "none"]
    columns["speed"] = [""] * PEOPLE
    for place, answer in zip(users, _single(random, [people[place] for place in users], SPEED), strict=True):
        columns["speed"][place] = answer
    for name, weights in MULTIPLE.items():
        columns[name] = _multiple(random, people, weights, UNDECIDED[name])
    for name, count in SILENT.items():
        for place in _some(random, count):
            columns[name][place] = ""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows(zip(*(columns[name] for name in COLUMNS), strict=True))
    return written.getvalue()


def _people(random: Random) -> Sequence[Person]:
    ages = _mixed(random, [age for age, count in AGES.items() for _ in range(count)])
    places = _mixed(random, [place for place, count in PLACES.items() for _ in range(count)])
    far = {name: number / (len(AGES) - 1) for number, name in enumerate(AGES)}
    away = {name: number / (len(PLACES) - 1) for number, name in enumerate(PLACES)}
    return [Person(age, place, 0.7 * far[age] + 0.3 * away[place]) for age, place in zip(ages, places, strict=True)]


def _mixed(random: Random, values: Sequence[str]) -> list[str]:
    keyed = sorted((random.random(), number) for number in range(len(values)))
    return [values[number] for _, number in keyed]


def _single(random: Random, people: Sequence[Person], counts: Mapping[str, int]) -> list[str]:
    """The answers in exactly these numbers, the first of them to those who are nearest, more or less."""
    order = sorted((one.distance + 1.2 * random.random(), place) for place, one in enumerate(people))
    in_order = [answer for answer, count in counts.items() for _ in range(count)]
    found = [""] * len(people)
    for (_, place), answer in zip(order, in_order, strict=True):
        found[place] = answer
    return found


def _multiple(random: Random, people: Sequence[Person], weights: Mapping[str, tuple[float, float]], undecided: int) -> list[str]:
    """One to three answers of each, parted by semicolons; who says that nothing hinders says nothing else."""
    without = set(_some(random, undecided))
    return ["dk" if place in without else ";".join(_chosen(random, one, weights)) for place, one in enumerate(people)]


def _chosen(random: Random, one: Person, weights: Mapping[str, tuple[float, float]]) -> list[str]:
    wanted = 1 + int(3 * random.random())
    left = {name: near + (far - near) * one.distance for name, (near, far) in weights.items()}
    found: list[str] = []
    while len(found) < wanted and left:
        name = _drawn(random, left)
        del left[name]
        if name == "nothing":
            return found or [name]
        found.append(name)
    return [name for name in weights if name in found]


def _drawn(random: Random, weights: Mapping[str, float]) -> str:
    point = random.random() * sum(weights.values())
    for name, weight in weights.items():
        point -= weight
        if point < 0:
            return name
    return next(iter(weights))  # only where rounding has left a grain


def _some(random: Random, count: int) -> list[int]:
    return [place for _, place in sorted((random.random(), place) for place in range(PEOPLE))[:count]]


if __name__ == "__main__":
    FILE.write_text(answers(), encoding="utf-8", newline="\n")
