"""Scenarios: their money is what SQLite reckons from the text, and what they inherit, leave out and put off is what they say."""
