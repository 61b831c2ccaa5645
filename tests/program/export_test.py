#!/usr/bin/env python3
"""The ledger and the exports as other programs read them: sqlite3, Python's csv and openpyxl find the sums of the documents' JSON.
usage: export_test.py PATH-OF-JANGBU"""

import collections
import csv
import io
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

from exported import ROOT, Exported, exact, run, use


class Export(Exported):
    def columns(self, database, view):
        return [row[1] for row in database.execute(f'PRAGMA table_info("{view}")')]

    def test_views_sum_to_the_documents(self):
        database = self.connect()
        for (kind, field), total in self.sums.items():
            got = sum(exact(v) for (v,) in database.execute(f'SELECT "{field}" FROM "{kind}" WHERE "{field}" IS NOT NULL'))
            self.assertEqual(got, total, (kind, field))
            long = sum(exact(v) for (v,) in database.execute(
                "SELECT f.value FROM figure f JOIN record r ON r.record_id = f.record_id AND r.document_id = f.document_id WHERE r.record_type = ? AND f.field = ? AND f.slot = 'values'", (kind, field)))
            self.assertEqual(long, total, (kind, field))
        self.assertEqual(database.execute("SELECT count(*) FROM record").fetchone()[0], len(self.records))
        findings = [f for d in self.documents if d["document_id"] in self.speaking for f in d["findings"]]
        self.assertEqual(sorted(row[0] for row in database.execute("SELECT finding_id FROM finding")), sorted(f["finding_id"] for f in findings))

    def test_records_files_hold_what_speaks(self):
        lines = [json.loads(line) for p in self.out.glob("records/*/*.ndjson") for line in p.read_text(encoding="utf-8").splitlines()]
        key = lambda r: (r["document_id"], r["record_type"], r["record_id"])
        self.assertEqual(sorted(lines, key=key), sorted(self.records, key=key))

    def test_figures_stand_where_they_say(self):
        cells = {(d["document_id"], t["table_id"], c["row"], c["column"]): c["text"] for d in self.documents for t in d["tables"] for c in t["cells"]}
        checked = 0
        for document, table, row, column, text, value, printed, scale in self.connect().execute('SELECT document_id, table_id, row, "column", text, value, printed, scale FROM figure'):
            self.assertEqual(text, cells[document, table, row, column])
            if value is not None and printed is not None and scale is not None:
                self.assertAlmostEqual(value, printed * scale)
                checked += 1
        self.assertGreater(checked, 300)

    def test_columns_are_those_of_the_manual(self):
        database = self.connect()
        manual = (ROOT / "schemas/v1/ledger.md").read_text(encoding="utf-8")
        listed = json.loads((ROOT / "schemas/ledger.json").read_text(encoding="utf-8"))
        for view in listed["views"]:
            self.assertEqual(self.columns(database, view["name"]), [c["name"] for c in view["columns"]], view["name"])
        package = json.loads((self.out / "datapackage.json").read_text(encoding="utf-8"))
        for resource in package["resources"]:
            if resource["path"] == "ledger.sqlite":
                self.assertEqual(self.columns(database, resource["dialect"]["table"]), [f["name"] for f in resource["schema"]["fields"]])
                self.assertIn(f"`{resource['name']}`" if resource["name"] not in {v["name"] for v in listed["views"]} else f"### {resource['name']} ", manual)
        measures = package["model"]["measures"]
        self.assertEqual({k: measures["budget.payment"][k] for k in ("currency", "factor", "direction", "phase")},
                         {"currency": "KRW", "factor": 1, "direction": "expenditure", "phase": "executed"})

    def test_the_ten_questions(self):
        database = self.connect()
        manual = (ROOT / "schemas/v1/ledger.md").read_text(encoding="utf-8")
        questions = re.findall(r"\*\*(\d+)\. (.*?)\*\*.*?```sql\n(.*?)```", manual, re.DOTALL)
        self.assertEqual([int(number) for number, _, _ in questions], list(range(1, 11)))
        answers = {}
        for number, title, sql in questions:
            answers[int(number)] = database.execute(sql).fetchall()
            self.assertTrue(answers[int(number)], title)
        self.assertIn(("가나국", "교육", 2020, "budget_amount", 700000000, 700000000), answers[8])
        self.assertIn(("가나국", "상담", 2020, "budget_amount", 300000000, 330000000), answers[8])
        self.assertIn("cross_document", {kind for _, kind, _ in answers[4]})
        self.assertEqual([row[0] for row in answers[10]], ["빈 파일.pdf"])

    def test_csv(self):
        for extra in ((), ("--bom",)):
            raw = run("export", self.out, "--format", "csv", *extra, text=False).stdout
            self.assertEqual(raw.startswith(b"\xef\xbb\xbf"), bool(extra))
            self.assertEqual(raw.count(b"\r\n"), raw.count(b"\n") - sum(cell.count("\n") for row in csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")) for cell in row))
            rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
            self.assertEqual(len(rows), sum(r["record_type"] in {k for k, _ in self.sums} for r in self.records))
            sums = collections.Counter()
            for row in rows:
                for kind, field in self.sums:
                    if row["record_type"] == kind and row[field] != "":
                        sums[kind, field] += exact(row[field])
            self.assertEqual(sums, self.sums)

    def test_ndjson(self):
        rows = [json.loads(line) for line in run("export", self.out, "--what", "figures", "--format", "ndjson").stdout.splitlines()]
        typed = {(r["record_id"], r["field"]) for r in rows if r["slot"] == "values"}
        self.assertEqual(typed, {(r["record_id"], f) for r in self.records for f, v in r["values"].items() if v is not None and r["source"]["table"]})
        series = [json.loads(line) for line in run("export", self.out, "--what", "series", "--format", "ndjson").stdout.splitlines()]
        self.assertIsInstance(series[0]["path"], list)
        tables = list(csv.DictReader(io.StringIO(run("export", self.out, "--what", "tables").stdout, newline="")))
        self.assertEqual(len(tables), sum(len(t["cells"]) for d in self.documents if d["document_id"] in self.speaking for t in d["tables"]))

    def test_a_folder_of_another_kind_of_report_has_the_same_columns(self):
        inbox, out = self.work / "다른 것", self.work / "다른 결과"
        inbox.mkdir()
        shutil.copy(self.work / "받은 것" / "2020.txt", inbox)
        self.assertEqual(run("ingest", inbox, "--out", out).returncode, 0)
        for what in ("records", "figures", "findings", "series", "tables", "documents", "inputs"):
            here, there = (run("export", folder, "--what", what).stdout.split("\n")[0] for folder in (self.out, out))
            self.assertTrue(here)
            self.assertEqual(here, there)

    def test_words_and_dates_come_through(self):
        with tempfile.TemporaryDirectory() as folder:
            source, out = pathlib.Path(folder, "2021-08 가나국 주요업무보고.md"), pathlib.Path(folder, "out")
            source.write_text("# 주요업무보고\n\n2021. 8.\n\n가나국\n\n## 위원회 현황\n\n| 위원회명 | 설치근거 | 설치일 | 위원수 | 회의개최 |\n|---|---|---|---|---|\n"
                              "| 합계 | - | - | 35 | 7회 |\n| 가나위원회 | 가나 조례 | 2015. 7. 1. | 20 | 4회 |\n| 다라위원회 | 다라법 | 2018. 1. | 15 | 3회 |\n", encoding="utf-8")
            self.assertEqual(run("ingest", source, "--out", out).returncode, 0)
            (records,) = out.glob("records/committee/*.ndjson")
            rows = [json.loads(line) for line in records.read_text(encoding="utf-8").splitlines()]
            values = {row["name"]: row["values"] for row in rows}
            self.assertEqual(values["가나위원회"], {"members": 20, "meetings": 4, "founded_on": "2015-07-01", "legal_basis": "가나 조례"})
            self.assertEqual(values["합계"], {"members": 35, "meetings": 7, "founded_on": None, "legal_basis": None})
            valid = subprocess.run([sys.executable, ROOT / "tests" / "schema" / "validate_outputs.py", out], capture_output=True, text=True)
            self.assertIn(valid.returncode, (0, 77), valid.stdout + valid.stderr)
            database = sqlite3.connect(out / "ledger.sqlite")
            self.addCleanup(database.close)
            self.assertEqual(database.execute("SELECT members, founded_on, legal_basis FROM committee ORDER BY name").fetchall(),
                             [(20, "2015-07-01", "가나 조례"), (15, "2018-01", "다라법"), (35, None, None)])
            rows = list(csv.DictReader(io.StringIO(run("export", out, "--format", "csv", "--what", "records", "-o", "-").stdout)))
            self.assertIn("2018-01", [row.get("founded_on") for row in rows])
            again = run("ingest", source, "--out", out, "--force")  # and read back
            self.assertEqual(again.returncode, 0, again.stderr)

    def test_workbooks(self):
        try:
            import openpyxl
        except ImportError:
            self.skipTest("python3-openpyxl is not installed")
        folder = self.work / "통합 문서"
        done = run("export", self.out, "--format", "xlsx", "-o", f"{folder}/")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual({p.stem for p in folder.iterdir()}, self.speaking)
        sums = collections.Counter()
        package = json.loads((self.out / "datapackage.json").read_text(encoding="utf-8"))
        titles = {r["name"]: r for r in package["resources"]}
        for document in (d for d in self.documents if d["document_id"] in self.speaking):
            book = openpyxl.load_workbook(folder / f"{document['document_id']}.xlsx")
            self.assertEqual([s.title.split(" ")[0] for s in book][: len(document["tables"])], [t["table_id"] for t in document["tables"]])
            for table, sheet in zip(document["tables"], book):
                merged = {(r.min_row - 4, r.min_col - 1, r.size["rows"], r.size["columns"]) for r in sheet.merged_cells.ranges}
                self.assertEqual(merged, {(c["row"], c["column"], c["row_span"], c["column_span"]) for c in table["cells"] if c["row_span"] * c["column_span"] > 1})
                self.assertEqual(sheet.freeze_panes, f"A{4 + table['header_rows']}")
                for cell in table["cells"]:
                    shown = sheet.cell(cell["row"] + 4, cell["column"] + 1).value
                    text = cell.get("corrected", cell.get("repaired", cell["text"]))
                    if re.fullmatch(r"\d{1,3}(,\d{3})+", text):
                        self.assertEqual(shown, int(text.replace(",", "")))
                    elif not isinstance(shown, (int, float)):
                        self.assertEqual(shown or "", text)
            for kind, resource in titles.items():
                if kind not in {k for k, _ in self.sums} or resource["title"] not in book.sheetnames:
                    continue
                sheet = book[resource["title"]]
                for row in sheet.iter_rows(min_row=2, values_only=True):
                    for field, value in zip(resource["schema"]["fields"], row):
                        if (kind, field["name"]) in self.sums and value is not None:
                            sums[kind, field["name"]] += exact(value)
        self.assertEqual(sums, self.sums)
        self.assertEqual(run("export", self.out, "--format", "xlsx", "-o", "-", text=False).stdout[:2], b"PK")

    def test_cells_beyond_the_last_column_of_excel_are_told_on_the_sheet(self):
        try:
            import openpyxl
        except ImportError:
            self.skipTest("python3-openpyxl is not installed")
        wide = 16_384 + 3
        rows = ["\t".join(["구분", *(f"열{i}" for i in range(1, wide))]), *("\t".join([name, *map(str, range(1, wide))]) for name in "가나")]
        report = self.work / "넓은 표.txt"
        report.write_text("주요업무보고\n2024. 1.\n총무과\nⅠ. 현황\n\n" + "\n".join(rows) + "\n", encoding="utf-8")
        out, folder = self.work / "넓은 결과", self.work / "넓은 장부"
        self.assertEqual(run("ingest", report, "--out", out).returncode, 0)
        self.assertEqual(run("export", out, "--format", "xlsx", "-o", f"{folder}/").returncode, 0)
        sheet = openpyxl.load_workbook(next(folder.iterdir())).worksheets[0]
        self.assertEqual(sheet.max_column, 16_384)
        self.assertIn("9개", sheet["A2"].value)

    def test_what_goes_wrong(self):
        for arguments, code in (((self.work / "없는 곳",), 1), ((self.out, "--document", "없는 문서"), 1), ((self.out, "--type", "없는 것"), 1), ((self.out, "--what", "nothing"), 2),
                                ((self.out, "-o", self.work / "없는 곳" / "a.csv"), 1), ((self.out, "-o", self.work / "없는 곳" / "a.xlsx"), 1)):
            done = run("export", *arguments)
            self.assertEqual((done.returncode, done.stdout), (code, ""), arguments)
            self.assertTrue(done.stderr)
        self.assertEqual([p for p in self.work.iterdir() if p.name.startswith(".")], [])


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    use(sys.argv.pop(1))
    unittest.main()
