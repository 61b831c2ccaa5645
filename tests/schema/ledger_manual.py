#!/usr/bin/env python3
"""The tables of columns in schemas/v1/ledger.md are those of schemas/ledger.json and of the profiles.

    ledger_manual.py           exit 1 where they are not
    ledger_manual.py --write   writes them
"""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MANUAL = ROOT / "schemas" / "v1" / "ledger.md"
TYPES = {"rate": "number", "number": "number", "text": "string", "date": "string"}  # of columns; all others are integers
BEGIN, END = "<!-- columns: written by tests/schema/ledger_manual.py --write -->\n", "<!-- end of columns -->\n"


def table(columns):
    lines = ["| column | type | 한국어 | English |", "|---|---|---|---|"]
    return "\n".join(lines + [f"| `{c['name']}` | {c['type']} | {c['korean']} | {c['english']} |" for c in columns]) + "\n"


def types():
    """{record type: (Korean name, fields)} of the profiles, as the program puts them together."""
    found = {}
    for path in sorted((ROOT / "schemas" / "profiles").glob("*.json")):
        profile = json.loads(path.read_text(encoding="utf-8"))
        if path.name == "profile.schema.json" or not profile.get("fields"):
            continue
        korean, fields = found.setdefault(profile["record_type"], (profile["korean"], []))
        fields += [f for f in profile["fields"] if f["name"] not in {known["name"] for known in fields}]
    return dict(sorted(found.items()))


def written():
    ledger = json.loads((ROOT / "schemas" / "ledger.json").read_text(encoding="utf-8"))
    parts = [f"### {view['name']} · {view['korean']}\n\n{view['english']}.\n\n{table(view['columns'])}" for view in ledger["views"]]
    names = ", ".join(f"`{name}` ({korean})" for name, (korean, _) in types().items())
    parts.append(f"### Views of record types · 레코드 종류별\n\n{ledger['of_types']['english']}: {names}. Each begins with these columns.\n\n{table(ledger['of_types']['columns'])}")
    for name, (korean, fields) in types().items():
        columns = [{"name": f["name"], "type": TYPES.get(f["measure"], "integer"), "korean": f["korean"],
                    "english": {"amount": "KRW", "rate": "fraction", "count": "count"}.get(f["measure"], f["measure"])} for f in fields]
        parts.append(f"### {name} · {korean}\n\n{table(columns)}")
    return "\n".join(parts)


def main():
    text = MANUAL.read_text(encoding="utf-8")
    now = re.sub(re.escape(BEGIN) + ".*?" + re.escape(END), lambda _: BEGIN + "\n" + written() + "\n" + END, text, flags=re.DOTALL)
    if sys.argv[1:] == ["--write"]:
        MANUAL.write_text(now, encoding="utf-8")
    elif now != text:
        print("schemas/v1/ledger.md is not what schemas/ledger.json and the profiles say: run ledger_manual.py --write", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
