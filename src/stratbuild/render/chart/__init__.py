"""Pictures of the plan: pure functions from plain data to SVG, the same bytes for the same data."""
