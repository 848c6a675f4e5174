"""`python -m benchmarks [SIZE …]`: the figures of the program on this machine; sizes are numbers of measures."""

import platform
import sys
import tempfile
from pathlib import Path

from benchmarks.engines import engines_alone
from benchmarks.generate import generate
from benchmarks.measure import EXAMPLE, measure, stratbuild
from benchmarks.yaml_events import events_per_megabyte

RUNS = 5


def main() -> None:
    sizes = [int(argument) for argument in sys.argv[1:]] or [1_000, 10_000]
    print(f"Python {platform.python_version()}, {platform.machine()}, {RUNS} runs, medians of whole processes\n")
    print(f"python -c pass          {measure([sys.executable, '-c', 'pass'], RUNS)}")
    print(f"stratbuild --version    {measure(stratbuild('--version'), RUNS)}")
    print(f"check, example          {measure(stratbuild('check', str(EXAMPLE)), RUNS)}")
    with tempfile.TemporaryDirectory() as place:
        built = measure(stratbuild("build", str(EXAMPLE), "-o", str(Path(place) / "build")), RUNS)
        print(f"build, example          {built}")
    engines = engines_alone()
    alone = sum(engines.values())
    shares = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in engines.items())
    print(f"engines alone           {alone:8.2f} s  ({shares}); the build takes {built.seconds / alone:.2f} times that")
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            generate(Path(place), size)
            found = measure(stratbuild("check", place), 3 if size >= 10_000 else RUNS, accepted=(0, 1))
            print(f"check, {size:>7} measures {found}")
            if size == sizes[0]:
                text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(Path(place).rglob("*.yaml"))[:20])
                events = events_per_megabyte(text)
                print("events, ms CPU a MB     " + ", ".join(f"{name} {figure:.0f}" for name, figure in events.items()))


if __name__ == "__main__":
    main()
