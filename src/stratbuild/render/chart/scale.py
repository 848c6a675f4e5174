"""The scale of amounts: round steps, a few of them, up to the largest amount."""

from fractions import Fraction

_STEPS = (Fraction(1), Fraction(2), Fraction(5))


def round_step(highest: Fraction, most: int = 4) -> Fraction:
    """The distance between the lines of a scale: one, two or five times a power of ten that gives no more lines than `most`."""
    if highest <= 0:
        return Fraction(1)
    power = Fraction(1)
    while highest / power < 1:
        power /= 10
    while True:
        for step in _STEPS:
            if highest / (step * power) <= most:
                return step * power
        power *= 10
