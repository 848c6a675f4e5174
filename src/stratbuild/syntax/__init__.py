"""YAML text to plain data and places. Every scalar stays text: types are the schema's business."""

from stratbuild.syntax.parse import DEEPEST, LONGEST_SCALAR, Data, Tree, parse
from stratbuild.syntax.places import Location, Place, Places

__all__ = ["DEEPEST", "LONGEST_SCALAR", "Data", "Location", "Place", "Places", "Tree", "parse"]
