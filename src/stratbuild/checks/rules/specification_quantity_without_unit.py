from collections.abc import Iterator

from stratbuild.checks.rule import DEMANDED_FROM_SUBMISSION, Finding, rule
from stratbuild.model import Plan


@rule(
    "SB366",
    severity=DEMANDED_FROM_SUBMISSION,
    demands=("specifications.items.measurement_unit",),
    en=(
        "{specification} asks for {quantity} of the item “{name}” and does not say in which unit",
        "write `measurement_unit:`, for example pieces, sets, hours",
    ),
    uk=(
        "у технічному завданні {specification} для позиції «{name}» вказано кількість {quantity}, але не одиницю",
        "впишіть `measurement_unit:`, наприклад шт., комплект, година",
    ),
)
def specification_quantity_without_unit(plan: Plan) -> Iterator[Finding]:
    """An item of a technical specification has a quantity without a measurement unit.

    ## Why this matters
    Six what: pieces, sets, months? Bidders will ask, or offer different things that cannot be compared.

    ## What to do
    Write the unit beside the quantity.
    ---
    Позиція технічного завдання має кількість без одиниці виміру.

    ## Чому це важливо
    Шість чого: штук, комплектів, місяців? Учасники перепитуватимуть або запропонують різне, що
    неможливо порівняти.

    ## Що робити
    Впишіть одиницю поруч із кількістю.
    """
    strategy = plan.strategy
    for specification in strategy.specifications.values():
        for position, item in enumerate(specification.items):
            if item.quantity is not None and item.measurement_unit is None:
                facts = {"specification": specification.id, "quantity": item.quantity, "name": strategy.text(item.name)}
                yield Finding(strategy.span(specification, "items", position, "quantity"), facts)
