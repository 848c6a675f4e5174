"""What follows from a strategy: dates, order, money, who belongs to whom. Computed once, read by all."""

from stratbuild.model.budget import Amount, Budget
from stratbuild.model.classifier import Classifier, decode_classifier
from stratbuild.model.comparison import Comparison, compare
from stratbuild.model.coverage import Coverage
from stratbuild.model.faults import CLASSIFIER_NOT_READABLE
from stratbuild.model.plan import Plan, derive
from stratbuild.model.prose import Prose
from stratbuild.model.schedule import Window
from stratbuild.strategy.texts import Passage

__all__ = [
    "CLASSIFIER_NOT_READABLE",
    "Amount",
    "Budget",
    "Classifier",
    "Comparison",
    "Coverage",
    "Passage",
    "Plan",
    "Prose",
    "Window",
    "compare",
    "decode_classifier",
    "derive",
]
