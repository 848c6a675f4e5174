"""A day and a time by the clocks of the community."""

from datetime import datetime
from typing import Annotated

from stratbuild.quantity.moments import MOMENT_PATTERN, parse_moment
from stratbuild.schema.scalars import reading, said_to_editors

Moment = Annotated[
    datetime,
    reading(parse_moment),
    said_to_editors("moment", "string", pattern=MOMENT_PATTERN, examples=("2025-03-13 10:00",)),
]
