from collections.abc import Iterator

from stratbuild.checks.rule import Finding, rule
from stratbuild.model import Plan


@rule(
    "SB623",
    en=(
        "the baseline of {kpi} does not say which answer of {evidence} its value is the share of",
        "write one of its codes: `answer: {known}`",
    ),
    uk=("вихідне значення {kpi} не каже, частку якої відповіді на {evidence} узято", "напишіть один із кодів: `answer: {known}`"),
)
def baseline_answer_unknown(plan: Plan) -> Iterator[Finding]:
    """A baseline is taken from a question, and names no answer of it, or an unknown one.

    ## Why this matters
    Without the answer the share cannot be compared with the value.

    ## What to do
    Write the code of the answer. A baseline that is taken from a finding has no answer.
    ---
    Вихідне значення взято із запитання, але відповіді не названо або її немає серед варіантів.

    ## Чому це важливо
    Без відповіді частку не порівняти зі значенням.

    ## Що робити
    Запишіть код відповіді. Якщо значення взято з висновку аналізу, відповіді не пишуть.
    """
    for kpi in plan.strategy.kpis.values():
        baseline = kpi.baseline
        if baseline is None or baseline.evidence is None:
            continue
        question = plan.strategy.questions.get(baseline.evidence)
        known = () if question is None else tuple(one.code for one in question.options)
        if (question is not None and baseline.answer not in known) or (question is None and baseline.answer is not None):
            facts = {"kpi": kpi.id, "evidence": baseline.evidence, "known": ", ".join(known) or "–"}
            yield Finding(plan.strategy.span(kpi, "baseline", "answer" if baseline.answer else "evidence"), facts)
