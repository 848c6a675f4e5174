"""The project's own figures: `python -m benchmarks` says which there are. No test depends on them."""
