"""What is in the way of choosing measures and of writing the choice."""

from stratbuild.diagnostics import Fault, Wording

ID_IN_USE = Fault(
    "SB388",
    "id_in_use",
    en=Wording("{id} is in use already, so no scenario can be written under it", "choose another id: `--write SC-…`"),
    uk=Wording("{id} уже зайнято, тож сценарію під цим ідентифікатором не записати", "виберіть інший: `--write SC-…`"),
    page="""The id under which the proposed choice was to be written as a scenario belongs to something else.

## Why this matters
Nothing is replaced that somebody may have written by hand.

## What to do
Choose another id, or take the old scenario out of the file first.
---
Ідентифікатор, під яким пропонований вибір мали записати як сценарій, уже щось позначає.

## Чому це важливо
Ніщо, що хтось міг написати сам, не замінюється.

## Що робити
Виберіть інший ідентифікатор або спершу вилучіть старий сценарій із файлу.
""",
)

SOLVER_NOT_INSTALLED = Fault(
    "SB895",
    "solver_not_installed",
    en=Wording(
        "the solver HiGHS, by which measures are chosen under the money, is not installed",
        'install it: pip install "stratbuild[select]"',
    ),
    uk=Wording(
        "розв’язувача `HiGHS`, який вибирає заходи в межах коштів, не встановлено",
        'встановіть його: `pip install "stratbuild[select]"`',
    ),
    page="""The solver HiGHS is not installed. It belongs to an extra, because only the choice of measures needs it.

## Why this matters
Without it the best choice can neither be found nor proved.

## What to do
Install it beside the program: `pip install "stratbuild[select]"`. It is free, and works without a network afterwards.
---
Розв’язувач HiGHS не встановлено. Він належить до додаткових пакетів, бо потрібен лише для вибору заходів.

## Чому це важливо
Без нього найкращого вибору не знайти й не довести.

## Що робити
Встановіть його поруч із програмою: `pip install "stratbuild[select]"`. Він безплатний і далі працює без мережі.
""",
)
