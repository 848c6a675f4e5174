"""The rules, one a file, each named after the fault that it finds."""
