"""`python -m benchmarks.stages FOLDER`: how the time of a check divides among the stages, in one process."""

import gc
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stratbuild.checks.rule import rules, run
from stratbuild.model import derive
from stratbuild.schema.file import decode_file, file_model
from stratbuild.source import read_folder
from stratbuild.strategy import link
from stratbuild.syntax import parse


@contextmanager
def timed(name: str) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    print(f"{name:<24}{time.perf_counter() - begun:8.3f} s")


def main() -> None:
    rules()
    file_model()
    gc.disable()  # as the pipeline does
    with timed("read"):
        texts, _ = read_folder(Path(sys.argv[1]))
    with timed("parse"):
        trees = [tree for tree, _ in map(parse, texts) if tree is not None]
    with timed("decode (pydantic)"):
        decoded = [(tree, model) for tree in trees if (model := decode_file(tree)[0]) is not None]
    with timed("link"):
        strategy, _ = link(decoded)
    assert strategy is not None
    with timed("derive"):
        plan, _ = derive(strategy, {})
    assert plan is not None
    with timed("order (networkx)"):
        assert len(plan.order) == len(strategy.measures)
    with timed(f"{len(rules())} rules"):
        run(plan)


if __name__ == "__main__":
    main()
