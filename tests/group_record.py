"""A small record of a group in which everything can be counted by hand, for the tests of what is made from it."""

from stratbuild.model import Plan
from strategies import check_texts, lines

SETTINGS = """\
strategy:
  title: Цифрова стратегія
  community: {name: Менська міська територіальна громада, katottg: UA74020030000069340}
  period: {start: 2025-01-01, finish: 2027-12-31}
  language: uk
  regulation: {since: 2025-01-20, majority: of_votes, tie: head, meets_every: month, substitutes_for: [leave]}
"""
RECORD = """\
units:
  - {id: U-IT, name: Відділ цифрового розвитку, short_name: Цифровий відділ, head: Начальник відділу}
  - {id: U-FIN, name: Фінансове управління}
goals: [{id: G-NET, title: Швидкий інтернет}]
measures: [{id: M-WIFI, goal: G-NET, title: Облаштувати зони Wi-Fi}]
members:
  - {id: MB-HEAD, name: Гаврилюк Олена, seat: executive_body, post: Перший заступник, organisation: Міська рада,
     since: 2025-01-20, appointed_by: Розпорядження № 1, roles: [{role: head, since: 2025-01-20}],
     email: olena@example.com, phone: "+380 00 000 00 01"}
  - {id: MB-TKACH, name: Ткач Андрій, seat: executive_body, post: Начальник відділу, unit: U-IT, since: 2025-01-20,
     roles: [{role: secretary, since: 2025-01-20, until: 2025-03-31}], email: andrii@example.com,
     absences: [{since: 2025-03-10, until: 2025-03-20, reason: leave, substitute: Коваль Ніна, post: Заступниця}]}
  - {id: MB-MOROZ, name: Мороз Галина, seat: business, post: Підприємиця, since: 2025-01-20, until: 2025-04-30}
  - {id: MB-LEV, name: Левченко Артем, seat: civil_society, since: 2025-02-01,
     roles: [{role: secretary, since: 2025-04-01}]}
subgroups:
  - {id: SG-NET, title: Мережі, head: MB-TKACH, members: [MB-TKACH, MB-LEV], since: 2025-02-01}
meetings:
  - id: MT-1
    number: 1
    starts: 2025-01-23 10:00
    ends: 2025-01-23 11:30
    place: Зала засідань
    chaired_by: MB-HEAD
    secretary: MB-TKACH
    present: [MB-HEAD, MB-TKACH, MB-MOROZ]
    invited: [{name: Секретний Гість, post: Староста}]
    agenda: [{title: Про порядок роботи}]
  - id: MT-2
    number: 2
    starts: 2025-03-13 10:00
    ends: 2025-03-13 11:00
    place: Зала засідань
    online: true
    link: https://meet.example.com/mt-2
    chaired_by: MB-HEAD
    present: [MB-HEAD, MB-MOROZ]
    substituted: [MB-TKACH]
    absent: [MB-LEV]
    agenda: [{title: Про Wi-Fi}, {title: Про решту}]
  - id: MT-S
    kind: subgroup
    subgroup: SG-NET
    number: 1
    starts: 2025-04-10 15:00
    place: Онлайн
    online: true
    present: [MB-TKACH, MB-LEV]
  - {id: MT-P, kind: public, title: День відкритих даних, starts: "2025-05-15 17:00", place: Бібліотека, participants: 40}
  - {id: MT-3, number: 3, starts: "2025-06-12 10:00", place: Зала засідань, agenda: [{title: Про звіт}]}
decisions:
  - {id: DC-1, meeting: MT-1, item: 1, text: Збиратися щомісяця., votes: {in_favour: 2, against: 0, abstained: 1}}
  - {id: DC-2, meeting: MT-2, item: 1, text: Схвалити захід., approves: [M-WIFI], head_vote: for,
     votes: {in_favour: 1, against: 1, abstained: 0}, interests: [{member: MB-MOROZ, about: продає обладнання}]}
  - {id: DC-3, meeting: MT-2, item: 2, text: Нічого не робити., votes: {in_favour: 1, against: 2, abstained: 0}}
  - {id: DC-4, meeting: MT-S, text: Рекомендувати., votes: {in_favour: 1, against: 0, abstained: 0, not_voting: 1}}
assignments:
  - {id: AS-1, title: Оприлюднити порядок, decision: DC-1, members: [MB-TKACH], due: 2025-01-31, done: 2025-01-30,
     shown_by: Сайт}
  - {id: AS-2, kind: information_request, title: Надати видатки, decision: DC-1, units: [U-FIN, U-IT], due: 2025-02-10,
     done: 2025-02-12, shown_by: Лист}
  - {id: AS-3, title: Узгодити місця, decision: DC-2, subgroups: [SG-NET], members: [MB-LEV], due: 2025-05-20}
  - {id: AS-4, title: Підготувати звіт, issued: 2025-05-01, members: [MB-HEAD], due: 2025-06-10, done: 2025-06-05}
  - {id: AS-5, title: Стежити за новинами, issued: 2025-02-01, units: [U-IT]}
  - {id: AS-6, title: Згодом, issued: 2025-06-02, members: [MB-HEAD], due: 2025-07-01}
"""
"""Of four meetings one is of a subgroup and one is not held yet; on 1 June 2025 there are 3 members, AS-3 is overdue by
12 days, AS-4 is still under way, AS-6 is not yet given."""


def record_of(record: str = RECORD, settings: str = SETTINGS) -> Plan:
    """The plan of such a record; one that cannot be derived is a mistake of the test."""
    checked = check_texts({"a.yaml": record, "s.yaml": settings})
    assert checked.plan is not None, lines(checked.diagnostics)
    return checked.plan
