"""Run the benchmarks that need no input of yours, or those named: python -m benchmarks [name …]

The others take a folder or a file: ``python -m benchmarks.heads FILE``, ``…lists FOLDER``,
``…harm FOLDER``, ``…evaluate EXPORT_DIR``, ``…bigrams`` and ``…character_model`` (which make
data files).
"""

import importlib
import sys

ALONE = ("blind", "damage", "build", "lineage", "load")


def main() -> None:
    names = sys.argv[1:] or list(ALONE)
    sys.argv = sys.argv[:1]
    for name in names:
        print(f"== {name}", flush=True)
        importlib.import_module(f"benchmarks.{name}").main()


if __name__ == "__main__":
    main()
