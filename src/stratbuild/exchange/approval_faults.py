"""What is in the way of marking a text as approved."""

from stratbuild.diagnostics import Fault, Wording

NOT_ADOPTED = Fault(
    "SB748",
    "decision_not_adopted",
    en=Wording(
        "{decision} was not adopted, so that nothing is marked as approved",
        "check the votes; `stratbuild explain SB721` tells how they are counted",
    ),
    uk=Wording(
        "{decision} не ухвалено, тож нічого не позначено як схвалене",
        "перевірте голоси; як їх рахують, каже `stratbuild explain SB721`",
    ),
    page="""Only what was adopted can be marked as approved.

## Why this matters
The marks say that the group voted for this very text.

## What to do
Correct the votes, or vote again.
---
Позначити схваленим можна лише те, що ухвалено.

## Чому це важливо
Відбитки кажуть, що група голосувала саме за цей текст.

## Що робити
Виправте голоси або проголосуйте ще раз.
""",
)

APPROVES_NOTHING = Fault(
    "SB749",
    "decision_approves_nothing",
    en=Wording(
        "{decision} approves no text", "write under it `approves: [M-WIFI]`, `approves_strategy: true` or `changes_regulation`"
    ),
    uk=Wording(
        "{decision} не схвалює жодного тексту",
        "допишіть у ньому `approves: [M-WIFI]`, `approves_strategy: true` або `changes_regulation`",
    ),
    page="""The decision does not say which text it approves.

## Why this matters
Marks are kept of the items that a decision names.

## What to do
Name the items, or say that the whole strategy is approved.
---
Рішення не каже, який текст воно схвалює.

## Чому це важливо
Відбитки зберігають для записів, які рішення називає.

## Що робити
Назвіть записи або скажіть, що схвалено всю стратегію.
""",
)

MARKED_OTHERWISE = Fault(
    "SB737",
    "marked_as_another_text",
    en=Wording(
        "{decision} has marks already, and the text is not any more what was approved",
        "put the changed text to the vote and mark the new decision; `stratbuild check` says what has changed",
    ),
    uk=Wording(
        "{decision} вже має відбитки, а текст тепер не той, який схвалено",
        "поставте змінений текст на голосування й позначте нове рішення; що змінилося, каже `stratbuild check`",
    ),
    page="""Marks of a decision are kept once, at the time of the vote.

## Why this matters
Marked anew, a text that nobody voted for would count as approved.

## What to do
Vote on the changed text and mark the new decision. Marks made by mistake are taken out of `approvals` by hand.
---
Відбитки рішення зберігають один раз, під час голосування.

## Чому це важливо
Якщо позначити наново, схваленим вважали б текст, за який ніхто не голосував.

## Що робити
Проголосуйте за змінений текст і позначте нове рішення. Помилкові відбитки прибирають з `approvals` руками.
""",
)
