#!/usr/bin/env python3
"""No two headers define a type of the same name.

A name counts with its namespace, of which headers open one. Two types of one name in two headers compile and link, and then share whichever of their inline
functions (std::vector's among them) the linker kept: memory is read in the wrong layout, and only sometimes.
"""

import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAMESPACE = re.compile(r"^namespace ([\w:]+) \{", re.MULTILINE)
DEFINITION = re.compile(r"^(?:struct|class|enum class)\s+(?:\[\[\w+\]\]\s*)?(\w+(?:::\w+)*)[^;]*\{", re.MULTILINE)


def main():
    places = collections.defaultdict(list)
    for top in ("src", "extractors"):
        for path in sorted((ROOT / top).rglob("*.h")):
            text = path.read_text(encoding="utf-8")
            namespace = NAMESPACE.search(text)
            for name in DEFINITION.findall(text):
                places[f"{namespace[1] if namespace else ''}::{name}"].append(path.relative_to(ROOT).as_posix())
    twice = {name: where for name, where in places.items() if len(set(where)) > 1}
    for name, where in sorted(twice.items()):
        print(f"{name} is defined in {' and '.join(where)}", file=sys.stderr)
    print(f"{len(places)} types")
    return 1 if twice or not places else 0


if __name__ == "__main__":
    sys.exit(main())
