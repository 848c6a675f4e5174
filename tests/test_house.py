"""The house rules that a program can hold: layers, types, style, documentation, generated files."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "stratbuild"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "resources" not in path.parts)


def run(*command: str) -> str:
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_layers_and_doors() -> None:
    assert (
        run(
            "-c",
            "import sys; from importlinter.cli import lint_imports_command as c; sys.argv = ['lint-imports', '--no-cache']; c()",
        )
        == ""
    )


def test_types() -> None:
    assert run("-m", "mypy") == ""


def test_style() -> None:
    assert run("-m", "ruff", "check", ".") == ""


def test_format() -> None:
    assert run("-m", "ruff", "format", "--check", ".") == ""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_modules_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_what_is_public_is_documented(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    undocumented = [name for name, node in _public(tree) if ast.get_docstring(node) is None]
    assert undocumented == []
    is_rule_or_package_marker = "rules" in path.parts or not tree.body
    assert is_rule_or_package_marker or ast.get_docstring(tree) is not None


def test_the_map_names_tests_that_exist() -> None:
    words = (ast.get_docstring(ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8"))) or "").split("`")
    named = [word for word in words if word.startswith("tests/")]
    assert named
    assert [word for word in named if not (ROOT / word).exists()] == []


def _public(node: ast.AST, prefix: str = "") -> Iterator[tuple[str, ast.FunctionDef | ast.ClassDef]]:
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.FunctionDef | ast.ClassDef) and not inner.name.startswith("_"):
            yield prefix + inner.name, inner
            if isinstance(inner, ast.ClassDef):
                yield from _public(inner, f"{prefix}{inner.name}.")
