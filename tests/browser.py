"""A browser without a window: a page is opened, a script asks it something, the answer comes back as data."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import axe_core_python
import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_ANSWER = re.compile(r'<pre id="answer">(.*?)</pre>', re.DOTALL)

AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
"""The checker of accessibility, as it comes with its package."""


def browser() -> str:
    """The program, or the test is skipped with the reason."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("needs Chromium")
    return found


def ask(page: str, script: str, folder: Path, *, width: int = 1280, libraries: str = "") -> Any:
    """What a script, the body of an async function over `page` (the page's document), returns.

    The page is opened as it is, in a frame of a width; only its policy against scripts is taken out, and
    libraries are put in where the script needs them inside.
    """
    opened = _POLICY.sub("", page)
    if libraries:
        inert = libraries.replace("</script", "<\\/script")
        opened = opened.replace("</body>", f"<script>{inert}</script></body>")
    outer = f"""<!DOCTYPE html><meta charset="utf-8"><title>frame</title>
<iframe id="frame" style="border:0;width:{width}px;height:900px" srcdoc="{html.escape(opened, quote=True)}"></iframe>
<script>
document.getElementById("frame").addEventListener("load", async () => {{
  const frame = document.getElementById("frame"), page = frame.contentDocument, view = frame.contentWindow;
  let said;
  try {{ said = await (async () => {{ {script} }})(); }} catch (error) {{ said = {{"error": String(error)}}; }}
  const answer = document.createElement("pre");
  answer.id = "answer";
  answer.textContent = JSON.stringify(said);
  frame.remove();
  document.body.append(answer);
}});
</script>"""
    file = folder / "asked.html"
    file.write_text(outer, encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=120000", "--window-size=1400,1000"]
    done = subprocess.run(
        [browser(), *options, f"--user-data-dir={folder / 'profile'}", "--dump-dom", file.as_uri()],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    found = _ANSWER.search(done.stdout)
    assert found is not None, done.stderr[-2000:]
    return json.loads(html.unescape(found[1]))
