"""The page of everything that can be found: code, name, weight by stage, why it matters, what to do."""

from stratbuild.diagnostics import Fault
from stratbuild.faults import blank, catalogue, depends_on_stage, severities, wording
from stratbuild.render.locale import Locale, locale


def checks_page(language: str) -> str:
    """A Markdown page about all faults in the order of their codes, in one language."""
    words = locale(language)
    faults = catalogue().values()
    lines = [f"# {words.say('reference.checks_title')}", "", words.say("reference.checks_note"), ""]
    lines += [f"- [{one.code}](#{one.code.lower()}) {one.name}" for one in faults]
    for fault in faults:
        lines += ["", f'<a id="{fault.code.lower()}"></a>', "", f"## {fault.code} {fault.name}", ""]
        lines += [_weight(fault, words), "", f"> {blank(wording(fault, language).message)}", ""]
        lines += [
            line.replace("## ", "### ", 1) if line.startswith("## ") else line for line in fault.page_in(language).splitlines()
        ]
    return "\n".join(lines).rstrip() + "\n"


def _weight(fault: Fault, words: Locale) -> str:
    by_stage = severities(fault)
    if not depends_on_stage(fault):
        return words.say(f"reference.severity.{next(iter(by_stage.values())).name.lower()}")
    named = (f"{stage.value}: {words.say(f'reference.severity.{weight.name.lower()}')}" for stage, weight in by_stage.items())
    return " · ".join(named)
