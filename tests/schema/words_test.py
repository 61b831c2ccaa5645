#!/usr/bin/env python3
"""Every list of schemas/words.json that the code asks for is there, and none is there that nothing asks for."""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    lists = {name for name, one in json.loads((ROOT / "schemas/words.json").read_text(encoding="utf-8")).items() if isinstance(one, dict)}
    asked = set()
    for folder in ("src", "extractors"):
        for path in (ROOT / folder).rglob("*.cpp"):
            asked |= set(re.findall(r'\b(?:any_of|words_in|is_in|begins_in|kept)\("(\w+)"', path.read_text(encoding="utf-8")))
    for name in sorted(asked - lists):
        print(f"schemas/words.json has no list {name}")
    for name in sorted(lists - asked):
        print(f"no code asks for the list {name} of schemas/words.json")
    return 1 if asked != lists else 0


if __name__ == "__main__":
    sys.exit(main())
