"""A small plan in which everything has a date that can be reckoned by hand, for the tests of what is made from it."""

from datetime import date

from stratbuild.model import Plan
from stratbuild.render.edition import Edition
from strategies import check_texts

EDITION = Edition(date(2026, 3, 15), "0123456789ab", "uk", "0.1.0")

SETTINGS = """\
strategy:
  title: Цифрова стратегія
  community: {name: Менська міська територіальна громада, katottg: UA74020030000069340}
  period: {start: 2026-01-01, finish: 2027-12-31}
  language: uk
  calendar: {days_off: [2026-03-09], days_worked: [2026-03-14]}
"""
LISTS = """\
units:
  - {id: U-IT, name: Відділ цифрового розвитку, capacity: 1.5}
  - {id: U-JKG, name: Відділ житлово-комунального господарства, short_name: ЖКГ, capacity: 2, person_months: {2027: 6}}
goals:
  - {id: G-TOP, title: Інфраструктура}
  - {id: G-NET, title: Швидкий інтернет, parent: G-TOP}
  - {id: G-SKILL, title: Цифрові навички}
measures:
  - {id: M-FIBRE, goal: G-NET, title: "Прокласти «оптику»; далі, скрізь", lead: U-JKG, start: 2026-03, duration: 4 months,
     people: {U-JKG: 1.5}, deadline: 2026-07, result: Лінії в селах}
  - {id: M-WIFI, goal: G-NET, title: Облаштувати Wi-Fi, lead: U-IT, duration: 20 working days, person_months: {U-IT: 1.5},
     after: [{measure: M-FIBRE, lag: 2 weeks}]}
  - {id: M-TRAIN, goal: G-SKILL, title: Навчити людей, lead: U-IT, duration: 30 days, deadline: 2026-12-20,
     after: [{measure: M-WIFI, type: start-to-start, lag: 1 months}, {milestone: MS-BUDGET}]}
  - {id: M-TEST, goal: G-SKILL, title: Перевірити, duration: 2 weeks,
     after: [{measure: M-TRAIN, type: finish-to-finish, lag: -3 working days}]}
  - {id: M-LAW, goal: G-SKILL, title: Ухвалити порядок, start: 2026-05-04, finish: 2026-05-15, fixed: true}
  - {id: M-IDEA, goal: G-SKILL, title: Продумати згодом}
milestones:
  - {id: MS-BUDGET, title: Бюджет ухвалено, on: 2026-Q2, deadline: 2026-12-24}
  - {id: MS-LINE, title: Мережа працює, goal: G-NET, lead: U-IT, after: [M-WIFI]}
budget_lines:
  - {id: B-FIBRE, measure: M-FIBRE, title: Кабель, amounts: {2026: "1234567.89"}}
  - {id: B-WIFI, measure: M-WIFI, title: Точки, amounts: {2026: "100000.01"}}
"""
"""By hand: M-FIBRE 01.03–30.06, M-WIFI 15.07–11.08 (20 working days), MS-LINE 11.08, MS-BUDGET 30.06,
M-TRAIN from 15.08 (a month after 15.07) to 13.09, M-TEST ends three working days before 13.09 at the earliest."""


def plan_of(lists: str = LISTS, settings: str = SETTINGS) -> Plan:
    """The plan of such lists; one that cannot be derived is a mistake of the test."""
    checked = check_texts({"a.yaml": lists, "s.yaml": settings})
    assert checked.plan is not None, checked.diagnostics
    return checked.plan
