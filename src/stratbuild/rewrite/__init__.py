"""Writing back: a text in which only the characters of what changed are other ones."""
