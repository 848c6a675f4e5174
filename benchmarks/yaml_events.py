"""Reading YAML as events: ruamel.yaml's C parser against PyYAML's public event interface, where PyYAML is installed."""

import importlib
import time
from collections.abc import Callable, Iterable

from ruamel.yaml import YAML


def events_per_megabyte(text: str, rounds: int = 5) -> dict[str, float]:
    """By reader: milliseconds of CPU for a megabyte of text, the fastest of several interleaved rounds."""
    readers: dict[str, Callable[[], Iterable[object]]] = {"ruamel.yaml": lambda: YAML(typ="safe").parse(text)}
    try:
        pyyaml = importlib.import_module("yaml")
    except ImportError:
        print("PyYAML is not installed: `pip install pyyaml` to compare")
    else:
        readers["PyYAML"] = lambda: pyyaml.parse(text, Loader=pyyaml.CSafeLoader)
    megabytes = len(text.encode()) / 1e6
    best = dict.fromkeys(readers, float("inf"))
    for _ in range(rounds):
        for name, read in readers.items():
            begun = time.process_time()
            for _event in read():
                pass
            best[name] = min(best[name], (time.process_time() - begun) * 1000 / megabytes)
    return best
