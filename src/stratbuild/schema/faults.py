"""What can be wrong with the type of a value, named as the refusals of `quantity` and `scalars` name it."""

from collections.abc import Mapping
from types import MappingProxyType

from stratbuild.diagnostics import Fault
from stratbuild.schema import (
    budget_faults,
    date_faults,
    id_faults,
    moment_faults,
    money_faults,
    number_faults,
    plan_faults,
    shape_faults,
    value_faults,
)

BY_NAME: Mapping[str, Fault] = MappingProxyType(
    {
        **shape_faults.FAULTS,
        **money_faults.FAULTS,
        **date_faults.FAULTS,
        **moment_faults.FAULTS,
        **number_faults.FAULTS,
        **id_faults.FAULTS,
        **value_faults.FAULTS,
        **budget_faults.FAULTS,
        **plan_faults.FAULTS,
    }
)
