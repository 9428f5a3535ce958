"""Run every benchmark, or those named: python -m benchmarks [name …]"""

import importlib
import pkgutil
import sys

import benchmarks


def main() -> None:
    names = sys.argv[1:] or [
        module.name
        for module in pkgutil.iter_modules(benchmarks.__path__)
        if module.name != "__main__"
    ]
    sys.argv = sys.argv[:1]
    for name in names:
        module = importlib.import_module(f"benchmarks.{name}")
        if hasattr(module, "main"):
            print(f"== {name}", flush=True)
            module.main()


if __name__ == "__main__":
    main()
