"""The slides of the presentation, by what they are about."""
