"""What the rules about language leave in peace, and how a word of two scripts is mended."""

import json
from pathlib import Path

import pytest

from stratbuild.checks.scripts import mend
from strategies import SETTINGS, check_folder, check_texts, lines

LANGUAGE_RULES = tuple(f"SB8{number:02}" for number in range(50))

RIGHT = [
    "Wi-Fi-мережа та IT-відділ, e-урядування, мм×мм, 12×5, H2O, 5G-мережа, IPv6, №5, м³, 20 °C",
    "Тел.: 12:30, 1,5 млн; https://mena.gov.ua/карта,шари?в=так,ні та масштаб 1 : 100, див. п. 2.1, файл .docx",
    "Уточнити перелік адрес; вказати причину (додати довідку) у заяві. Чи так? Саме так!.. Гаразд…",
    "XXX сесія восьмого скликання, ХХ століття, ЦНАП № 1, II–III квартал",
    "«Положення […] про групу» та [умови](https://mena.gov.ua), [1], [Додаток 2]",
    'Монітор 15,6" і 24" з кутом огляду 178°, «лапки» та „лапки“ й “лапки”',
    "Наказ № 367 від 05.12.2006, рішення № 644, № 3670 від 04.12.2006; наказ від 04.12.2006 № 367 втратив чинність",
    "Об’єднання, м'який, мʼята, О’Генрі; команда `check`, _важливо_, **дуже**, ___разом___",
    "Дія.Освіта, Дія.Підпис, слово,123 і 1,слово; та ін.",
    "- перший пункт\n  -   вкладений\n1.  другий  \nновий рядок",
]


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_said_about_a_text_that_is_right(text: str) -> None:
    written = json.dumps(text, ensure_ascii=False)
    content = f"goals:\n  - {{id: G-NET, title: Швидкий інтернет, description: {written}, result: {written}}}\n"
    checked = check_texts({"a.yaml": content, "s.yaml": SETTINGS})
    assert lines(one for one in checked.diagnostics if one.code in LANGUAGE_RULES) == []


def test_the_rules_of_ukrainian_are_for_ukrainian_texts() -> None:
    settings = SETTINGS.replace("language: uk", "language: en").replace("Цифрова стратегія", "Digital strategy.")
    content = """\
    goals:
      - id: G-NET
        title: Fast Internet in every "quarter" , and in every village.
        description: "Two spaces.  After a stop ; and a Cyrillic name, объект, stays what it is, as does № 367 of 04.12.2006"
    """
    checked = check_texts({"a.yaml": content, "s.yaml": settings})
    assert lines(one for one in checked.diagnostics if one.code in LANGUAGE_RULES) == []


def test_the_sample_strategy_is_well_written() -> None:
    checked = check_folder(Path(__file__).parent.parent / "strategy")
    assert lines(one for one in checked.diagnostics if one.code in LANGUAGE_RULES) == []


def test_the_severity_of_a_place_to_fill_follows_the_stage() -> None:
    goal = "goals:\n  - {id: G-NET, title: Швидкий інтернет, description: TODO}\n"
    settings = SETTINGS + "  stage: submission\n"
    draft, submission = (check_texts({"a.yaml": goal, "s.yaml": one}) for one in (SETTINGS, settings))
    of = [[one.severity.name for one in checked.diagnostics if one.code == "SB805"] for checked in (draft, submission)]
    assert of == [["NOTE"], ["ERROR"]]


@pytest.mark.parametrize(
    ("word", "language", "mended", "is_cyrillic"),
    [
        ("cистема", "uk", "система", True),
        ("Wі", "uk", "Wi", False),
        ("CЕО", "uk", "СЕО", True),
        ("IТ", "uk", "ІТ", True),
        ("IТ", "en", "IT", False),
        ("kВт", "uk", "кВт", True),
        ("МBit", "uk", "MBit", False),
        ("XXІ", "uk", "XXI", False),
        ("PDFфайл", "uk", "PDF-файл", True),
        ("webсторінок", "uk", "web-сторінок", True),
        ("країнa", "en", "країна", True),
    ],
)
def test_a_word_of_two_scripts_is_mended(word: str, language: str, mended: str, *, is_cyrillic: bool) -> None:
    found = mend(word, language)
    assert (found.mended, found.is_cyrillic) == (mended, is_cyrillic)
