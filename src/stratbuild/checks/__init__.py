"""Checks: one rule a file in `rules`, each a function from the plan to findings."""
