"""Outputs: one document a file in `documents`, each a pure function from the plan to a view."""
