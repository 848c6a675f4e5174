"""The page of a fault about a workbook that came back: the fault, why it matters, what to do, in both languages."""

import textwrap

_HEADINGS = {"en": ("## Why this matters", "## What to do"), "uk": ("## Чому це важливо", "## Що робити")}


def page(*, en: tuple[str, str, str], uk: tuple[str, str, str]) -> str:
    """The English page and, after a line `---`, the Ukrainian one, each of three paragraphs."""
    return "\n---\n".join(_page(paragraphs, language) for language, paragraphs in (("en", en), ("uk", uk)))


def _page(paragraphs: tuple[str, str, str], language: str) -> str:
    summary, why, remedy = (textwrap.fill(paragraph, 100, break_on_hyphens=False) for paragraph in paragraphs)
    why_heading, remedy_heading = _HEADINGS[language]
    return f"{summary}\n\n{why_heading}\n{why}\n\n{remedy_heading}\n{remedy}\n"
