"""A strategy of any number of measures, as a town would write it, for measuring; the same for the same number."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

FIRST_YEAR, LAST_YEAR = 2025, 2034
MEASURES_IN_A_FILE = 50
_UNITS = 40
_MEASURES_OF_A_GOAL = 25
_GOALS_OF_A_GOAL = 20
_MEASURES_OF_A_KPI = 4

_SETTINGS = f"""\
strategy:
  title: Стратегія цифрового розвитку громади на {FIRST_YEAR}–{LAST_YEAR} роки
  community: {{name: Зразкова міська територіальна громада, katottg: UA74020030000069340, budget_code: "2551700000"}}
  period: {{start: {FIRST_YEAR}-01-01, finish: {LAST_YEAR}-12-31}}
  stage: draft
  language: uk
  price_base: {FIRST_YEAR}
  classifiers: {{economic: kekv}}
sources:
  - {{id: S-LOCAL, title: Бюджет громади, kind: local, fund: special}}
  - {{id: S-STATE, title: Субвенція з державного бюджету, kind: state, fund: special}}
  - {{id: S-DONOR, title: Міжнародна технічна допомога, kind: donor}}
"""

_WORKS = (
    "Облаштувати точки доступу до мережі",
    "Запровадити електронну чергу",
    "Оновити робочі місця працівників",
    "Навчити цифрової грамотності мешканців",
    "Перевірити захист інформаційних систем",
    "Оприлюднити набори відкритих даних",
    "Прокласти оптичну лінію зв'язку",
    "Створити картографічний шар",
)
_PLACES = ("у центрі громади", "у Степанівському окрузі", "у старостинських округах", "у закладах освіти", "у бібліотеках")
_SENTENCES = (
    "Роботи починаються з обстеження приміщень і каналів зв'язку, за якими складають перелік обладнання та кошторис.",
    "Мешканці віддалених сіл отримують послугу без поїздки до центру громади, а працівники ради бачать стан кожного звернення.",
    "Обладнання закуповують за результатами відкритих торгів, гарантійний строк становить не менше двадцяти чотирьох місяців.",
    "Налаштування виконує постачальник, приймання проводить комісія за участю представників старостинських округів.",
    "Після введення в експлуатацію відділ щокварталу оприлюднює показники користування та перелік усунених несправностей.",
    "Персональні дані обробляють відповідно до закону, доступ до системи надають лише за посадовими обов'язками.",
    "Навчання проходить у бібліотеках і старостатах, матеріали лишаються у відкритому доступі на сайті громади.",
    "Ризиком є нестабільне електропостачання, тому кожен вузол має джерело безперебійного живлення на дві години роботи.",
)
_LINES = (
    ("Обладнання", "3110", "32420000-3"),
    ("Послуги з налаштування", "2240", "72260000-5"),
    ("Витратні матеріали", "2210", "30190000-7"),
)
_PERIODS = [(year, quarter) for year in range(FIRST_YEAR, LAST_YEAR + 1) for quarter in range(1, 5)]


def generate(folder: Path, measures: int) -> None:
    """Write a strategy of this many measures into a folder: its frame, and files of fifty measures."""
    _write(folder / "strategy.yaml", _SETTINGS)
    _write(folder / "goals.yaml", "\n".join(["goals:", *_goals(measures), ""]))
    _write(folder / "units.yaml", "\n".join(["units:", *_units(), ""]))
    chance = Random(measures)
    for first in range(0, measures, MEASURES_IN_A_FILE):
        numbers = range(first, min(first + MEASURES_IN_A_FILE, measures))
        written = [_measure(number, measures, chance) for number in numbers]
        lists = {
            "measures": [text for text, _, _ in written],
            "budget_lines": [line for _, lines, _ in written for line in lines],
            "kpis": [kpi for _, _, kpis in written for kpi in kpis],
        }
        content = "\n".join(f"{name}:\n" + "".join(items) for name, items in lists.items() if items)
        _write(folder / "measures" / f"{first:06}.yaml", content)


def _goals(measures: int) -> Iterator[str]:
    lower = -(-measures // _MEASURES_OF_A_GOAL)
    for number in range(-(-lower // _GOALS_OF_A_GOAL)):
        yield f"  - {{id: G-{number:03}, title: Стратегічна ціль номер {number}}}"
    for number in range(lower):
        yield f"  - {{id: G-{number // _GOALS_OF_A_GOAL:03}-{number:05}, parent: G-{number // _GOALS_OF_A_GOAL:03}, title: Операційна ціль номер {number}}}"


def _units() -> Iterator[str]:
    for number in range(_UNITS):
        yield f"  - {{id: U-{number:02}, name: Відділ розвитку номер {number}, head: Начальник відділу, capacity: 3}}"


def _measure(number: int, measures: int, chance: Random) -> tuple[str, list[str], list[str]]:
    """The text of a measure, of its budget lines, and of the indicator where it is the first to move one."""
    slot = number * len(_PERIODS) // measures
    year, quarter = _PERIODS[slot]
    lower = number // _MEASURES_OF_A_GOAL
    goal = f"G-{lower // _GOALS_OF_A_GOAL:03}-{lower:05}"
    kpi = number // _MEASURES_OF_A_KPI
    title = f"{chance.choice(_WORKS)} {chance.choice(_PLACES)}, черга {number}"
    earlier = slot * measures // len(_PERIODS)
    after = sorted({chance.randrange(max(0, earlier - 200), earlier) for _ in range(chance.choice((1, 1, 2)))}) if earlier else []
    sentences = chance.sample(_SENTENCES, 6)
    text = (
        f"  - id: M-{number:06}\n"
        f"    goal: {goal}\n"
        f"    title: {title}\n"
        "    description: >-\n" + "".join(f"      {sentence}\n" for sentence in sentences) + f"    lead: U-{number % _UNITS:02}\n"
        f"    partners: [U-{(number + 7) % _UNITS:02}, U-{(number + 13) % _UNITS:02}]\n"
        f"    start: {year}-Q{quarter}\n"
        "    duration: 3 months\n"
        + (f"    after: [{', '.join(f'M-{one:06}' for one in after)}]\n" if after else "")
        + f"    kpis: [K-{kpi:06}]\n"
        f"    result: Послугою користуються мешканці {chance.randrange(2, 30)} населених пунктів\n"
    )
    lines = [_line(number, place, year, chance) for place in range(len(_LINES))]
    kpis = [_kpi(kpi, goal, number, chance)] if number % _MEASURES_OF_A_KPI == 0 else []
    return text, lines, kpis


def _line(number: int, place: int, year: int, chance: Random) -> str:
    what, economic_code, cpv = _LINES[place]
    price = f"{chance.randrange(500, 90_000)}.{chance.randrange(100):02}"
    money = (
        f"quantity: {{{year}: {chance.randrange(1, 40)}}}\n    measurement_unit: шт.\n    unit_price: {price}"
        if place == 0
        else f"amounts: {{{year}: {price}}}"
    )
    funding = "{S-LOCAL: 60%, S-STATE: 25%, S-DONOR: 15%}" if place == 0 else "S-LOCAL"
    return (
        f"  - id: B-{number:06}-{place}\n"
        f"    measure: M-{number:06}\n"
        f"    title: {what} для черги {number}\n"
        '    programme: "0117530"\n'
        f'    economic_code: "{economic_code if place else 3110}"\n'
        f'    cpv: "{cpv}"\n'
        f"    {money}\n"
        f"    funding: {funding}\n"
        "    basis: Середнє трьох комерційних пропозицій, без транспортних витрат\n"
    )


def _kpi(kpi: int, goal: str, number: int, chance: Random) -> str:
    start = chance.randrange(5, 40)
    targets = ", ".join(f"{year}: {start + 5 * step}" for step, year in enumerate(range(FIRST_YEAR, LAST_YEAR + 1), start=1))
    return (
        f"  - id: K-{kpi:06}\n"
        f"    goal: {goal}\n"
        f"    title: Частка мешканців, охоплених чергами від {number}\n"
        "    group: quality\n"
        '    measurement_unit: "%"\n'
        f"    baseline: {{value: {start}, on: {FIRST_YEAR}-01-01, source: Облік відділу}}\n"
        f"    targets: {{{targets}}}\n"
        "    source: Щоквартальний звіт відділу\n"
        f"    owner: U-{number % _UNITS:02}\n"
    )


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", newline="\n")
