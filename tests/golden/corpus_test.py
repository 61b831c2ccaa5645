#!/usr/bin/env python3
"""Ingests the real reports where they stand beside the checkout (../shared/reports) and checks what must hold of any reading.

    corpus_test.py PATH-OF-JANGBU [FOLDER]

The fixtures have the figures of these reports: the records must be as many of each type, and the findings those of
worked_findings.md. And every identity that holds in print
holds in the records: what the audit does not name adds up. Exit codes: 0 good, 1 not, 77 no reports here.
"""

import collections
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def expected_counts():
    """{year: {type: records}} from the expected records of the fixtures."""
    counts = {}
    for path in sorted((ROOT / "fixtures" / "expected").glob("*.tsv")):
        last = None
        number = collections.Counter()
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                key = (row["record_type"], row["section"], row["path"], row["row_role"])
                if key != last:
                    number[row["record_type"]] += 1
                last = key
        counts[path.name[:4]] = dict(number)
    return counts


def parts_of(records):
    """total record → its parts, by path, in one table."""
    groups = collections.defaultdict(list)
    by_path = {tuple(r["path"]): r for r in records}
    for record in records:
        path = tuple(record["path"])
        if record["row_role"] == "total":
            continue
        parent = by_path.get(path[:-1]) if len(path) > 1 else next((r for r in records if r["row_role"] == "total"), None)
        if parent is not None and parent is not record:
            groups[parent["record_id"]].append(record)
    return groups


LINES = {"2019": (10, 19), "2021": (9, 32)}  # initiatives and duties, counted by hand in the reports


def check_sums(document):
    """Additive fields of unflagged totals equal their parts, within the rounding of each."""
    named = {(f["record_ids"][0], f["field"]) for f in document["findings"] if f["record_ids"]}
    wrong, checked = [], 0
    tables = collections.defaultdict(list)
    for record in document["records"]:
        tables[record["source"]["table"]].append(record)
    for table, records in tables.items():
        by_id = {r["record_id"]: r for r in records}
        for parent_id, parts in parts_of(records).items():
            parent = by_id[parent_id]
            for field, value in parent["values"].items():
                if field.endswith("_rate") or value is None or (parent_id, field) in named:
                    continue
                figures = [p["values"].get(field) for p in parts]
                if all(f is None for f in figures):
                    continue
                total = sum(f or 0 for f in figures)
                slack = 0 if parent["currency"] is None else parent["unit_factor"] * (len(parts) + 1)
                checked += 1
                if abs(total - value) > slack:
                    wrong.append(f"{table} {parent['name']}.{field}: {value} is not the sum of its parts {total}")
    return checked, wrong


def worked_out():
    """{year: sorted findings} of worked_findings.md, as (kind, row, field, printed, computed)."""
    lists = collections.defaultdict(list)
    for line in (ROOT / "tests" / "golden" / "worked_findings.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| 20") and len(cells) == 7:
            lists[cells[0]].append((cells[1], cells[2], cells[3], float(cells[4]), float(cells[5])))
    return {year: sorted(findings) for year, findings in lists.items()}


def findings_of(document):
    names = {record["record_id"]: record["name"] for record in document["records"]}
    return sorted((f["kind"], names.get(f["record_ids"][0], "") if f["record_ids"] else "", f["field"] or "", float(f["printed"]), float(f["computed"]))
                  for f in document["findings"])


def main():
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT.parent / "shared" / "reports"
    reports = sorted(folder.glob("*.txt")) if folder.is_dir() else []
    if not reports:
        print("no reports beside the checkout")
        return 77
    failures = []
    with tempfile.TemporaryDirectory() as out:
        done = subprocess.run([sys.argv[1], "ingest", *map(str, reports), "--out", out], capture_output=True, text=True, timeout=250)
        if done.returncode != 0:
            print(done.stderr, file=sys.stderr)
            return 1
        expected = expected_counts()
        for path in sorted(pathlib.Path(out, "documents").glob("*.json")):
            document = json.loads(path.read_text(encoding="utf-8"))
            year = str(document["fiscal_year"])
            counts = dict(collections.Counter(r["record_type"] for r in document["records"]))
            checked, wrong = check_sums(document)
            print(f"{document['source']['path']}: {counts}, {checked} sums checked, {len(document['findings'])} findings")
            failures += wrong
            of_tables = {kind: n for kind, n in counts.items() if kind not in ("item", "duty")}
            if year in expected and of_tables != expected[year]:
                failures.append(f"{path.name}: {of_tables}, the fixture has {expected[year]}")
            of_lines = (sum(r["level"] == "initiative" for r in document["records"]), counts.get("duty", 0))
            if year in LINES and of_lines != LINES[year]:
                failures.append(f"{path.name}: {of_lines} initiatives and duties, counted by hand {LINES[year]}")
            if year in worked_out() and findings_of(document) != worked_out()[year]:
                failures.append(f"{path.name}: findings are {findings_of(document)}, worked out by hand {worked_out()[year]}")
            if checked < 20:
                failures.append(f"{path.name}: only {checked} sums could be checked")
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
