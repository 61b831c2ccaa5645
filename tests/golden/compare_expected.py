#!/usr/bin/env python3
"""Compares the records of every document with the list of expected records of the same name.

    compare_expected.py fixtures/expected OUT

Every documents/*.json whose source file has a list (name without extension) must hold exactly those records of the listed types, whatever
its format. Exit codes: 0 all as expected; 1 differences (on stderr); 2 wrong usage.
"""

import collections
import csv
import json
import pathlib
import re
import sys
import unicodedata
from decimal import Decimal

SHOWN = 30


def squeezed(text):
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


def expected_records(path):
    """[(type, section, path, role, as_of, {field: value text})] in the order of the report."""
    records, last = [], None
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            key = (row["record_type"], row["section"], row["path"], row["row_role"], row["as_of"])
            if key != last:
                records.append((*key, {}))
                last = key
            records[-1][-1][row["field"]] = row["value"]
    return records


def shown(value):
    """A JSON value in the notation of the list."""
    if value is None:
        return "null"
    text = format(Decimal(value).normalize(), "f")
    return "0" if text == "-0" else text


def values_of(record):
    values = {field: shown(value) for field, value in record["values"].items()}
    for part in record.get("breakdown", []):
        values[f"breakdown:{part['dimension']}:{part['member']}:{part['measure']}"] = shown(part["value"])
    for header, other in record.get("other_values", {}).items():
        if squeezed(header).endswith("소계"):
            continue  # a subtotal over the members of a breakdown
        values[f"other:{header}"] = other["text"]
    return values


def differences(expected, document):
    types = {e[0] for e in expected}
    actual = collections.defaultdict(list)
    for record in document["records"]:
        if record["record_type"] in types:
            actual[(record["record_type"], " > ".join(record["path"]))].append(record)
    for kind, section, path, role, as_of, values in expected:
        name = f"{kind} [{section}] {path or '(total)'}"
        same = [r for r in actual[(kind, path)] if any(squeezed(section) in squeezed(s) for s in r["section"])]
        if not same:
            elsewhere = [" / ".join(r["section"]) for r in actual[(kind, path)]]
            yield f"{name}: missing" + (f" (but there is one in {'; '.join(elsewhere)})" if elsewhere else "")
            continue
        # The same path may stand twice in one section: take the one that prints the same fields.
        record = max(same, key=lambda r: sum(values_of(r).get(f) == v for f, v in values.items()))
        actual[(kind, path)].remove(record)
        if record["row_role"] != role:
            yield f"{name}: row_role is {record['row_role']}, not {role}"
        if (record["as_of"] or "") != as_of:
            yield f"{name}: as_of is {record['as_of']}, not {as_of}"
        got = values_of(record)
        for field in sorted(values.keys() | got.keys()):
            if values.get(field) != got.get(field):
                yield f"{name}: {field} is {got.get(field, 'absent')}, not {values.get(field, 'expected at all')}"
    for (kind, path), left in sorted(actual.items()):
        for record in left:
            yield f"{kind} [{' / '.join(record['section'])}] {path or '(total)'}: not expected"


def main():
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    lists = {unicodedata.normalize("NFC", p.stem): expected_records(p) for p in sorted(pathlib.Path(sys.argv[1]).glob("*.tsv"))}
    bad, compared = 0, collections.Counter()
    for path in sorted((pathlib.Path(sys.argv[2]) / "documents").glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        source = pathlib.PurePosixPath(unicodedata.normalize("NFC", document["source"]["path"]))
        if source.stem not in lists:
            continue
        compared[source.stem] += 1
        found = list(differences(lists[source.stem], document))
        print(f"{source.name}: {len(lists[source.stem])} records expected, {len(found)} differences")
        for line in found[:SHOWN]:
            print(f"  {line}", file=sys.stderr)
        if len(found) > SHOWN:
            print(f"  and {len(found) - SHOWN} more", file=sys.stderr)
        bad += bool(found)
    for name in sorted(lists.keys() - compared.keys()):
        print(f"{name}: no document of this name in the output", file=sys.stderr)
        bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
