"""The papers of the working group: who was there, what was said, how it was voted."""
