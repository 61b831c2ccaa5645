#!/usr/bin/env python3
"""Validates an output folder of jangbu against schemas/v1.

    validate_outputs.py OUT [--schemas DIR]

Exit codes: 0 everything follows its schema; 1 something does not (named on stderr); 2 wrong usage or no such folder;
77 python3-jsonschema is not installed.
"""

import argparse
import json
import pathlib
import sys

from schemas import ROOT, errors, load, validators

SHOWN = 20  # of each file's errors


def lines(path):
    text = path.read_text(encoding="utf-8")
    if text and not text.endswith("\n"):
        yield None, "the last line has no line end"
    for number, line in enumerate(text.split("\n")[:-1], 1):
        try:
            yield number, json.loads(line)
        except ValueError as error:
            yield None, f"line {number} is not JSON: {error}"


def check_lines(path, validator, key, ordered):
    """Every line follows the schema, no two share a key, and they stand in its order."""
    before = None
    for number, value in lines(path):
        if number is None:
            yield value
            continue
        for error in errors(validator, value):
            yield f"line {number}: {error}"
        mine = value.get(key) if isinstance(value, dict) else None
        if ordered and before is not None and isinstance(mine, str) and not before.encode() < mine.encode():
            yield f"line {number}: {key} {mine!r} does not come after {before!r}"
        before = mine if isinstance(mine, str) else before


def check_file(path, validator):
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        yield f"is not JSON: {error}"
        return
    yield from errors(validator, value)
    if path.parent.name == "documents" and isinstance(value, dict) and value.get("document_id") != path.name.removesuffix(".json"):
        yield f"document_id {value.get('document_id')!r} is not the file's name"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--schemas", type=pathlib.Path, default=ROOT / "schemas" / "v1")
    options = parser.parse_args()
    if not options.out.is_dir():
        print(f"no such folder: {options.out}", file=sys.stderr)
        return 2
    made = validators(load(options.schemas))

    checks = []  # path, errors
    for path in sorted(options.out.glob("documents/*.json")):
        checks.append((path, check_file(path, made["document"])))
    for path in sorted(options.out.glob("records/*/*.ndjson")):
        checks.append((path, check_lines(path, made["record"], "record_id", ordered=True)))
    for name, schema, key in (("findings", "finding", "finding_id"), ("corrections", "correction", "correction_id"), ("quarantine", "quarantine", "path")):
        path = options.out / f"{name}.ndjson"
        if path.exists():
            checks.append((path, check_lines(path, made[schema], key, ordered=False)))
    missing = [n for n in ("run.json", "datapackage.json", "findings.ndjson", "quarantine.ndjson", "ledger.sqlite") if not (options.out / n).exists()]
    for name, schema in (("run.json", "run"), ("datapackage.json", "datapackage")):
        if name not in missing:
            checks.append((options.out / name, check_file(options.out / name, made[schema])))

    bad = len(missing)
    for name in missing:
        print(f"{name}: missing", file=sys.stderr)
    for path, found in checks:
        count = 0
        for error in found:
            count += 1
            if count <= SHOWN:
                print(f"{path.relative_to(options.out)}: {error}", file=sys.stderr)
        if count > SHOWN:
            print(f"{path.relative_to(options.out)}: and {count - SHOWN} more", file=sys.stderr)
        bad += count > 0
    print(f"{len(checks)} files checked, {bad} not as promised")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
