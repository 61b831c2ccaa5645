#!/usr/bin/env python3
"""Findings that people accept, and severities that a corrections folder sets: replayed on every run, without reading a document again.
usage: judgement_test.py PATH-OF-JANGBU"""

import json
import shutil
import sqlite3
import subprocess
import sys
import unittest

from exported import ROOT, Exported, run, use


class Judgement(Exported):
    def setUp(self):
        self.corrections = self.work / f"고친 것 {self.id().split('.')[-1]}"
        self.corrections.mkdir()
        self.judged = self.work / f"결과 {self.id().split('.')[-1]}"
        shutil.copytree(self.out, self.judged)
        self.plain = self.findings(self.out)

    def ingest(self, *more, inbox=None):
        done = run("ingest", inbox or self.work / "받은 것", "--out", self.judged, "--corrections", self.corrections, *more)
        self.assertIn(done.returncode, (0, 3), done.stderr)
        return json.loads((self.judged / "run.json").read_text(encoding="utf-8"))

    def write(self, name, value):
        (self.corrections / name).write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), encoding="utf-8")

    def accept(self, finding, name="수용.json", reason="원 단위에서 반올림한 것을 확인함"):
        self.write(name, [{"target": {"finding_id": finding}, "accept": True, "reason": reason, "author": "홍길동", "date": "2024-03-31"}])

    def findings(self, folder):
        return {f["finding_id"]: f for f in map(json.loads, (folder / "findings.ndjson").read_text(encoding="utf-8").splitlines())}

    def standings(self):
        return [json.loads(line) for line in (self.judged / "corrections.ndjson").read_text(encoding="utf-8").splitlines()]

    def files(self, folder):
        return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file() and p.suffix in (".json", ".ndjson") and p.name not in ("run.json", "quarantine.ndjson")}  # history

    def ledger(self, folder):
        database = sqlite3.connect(folder / "ledger.sqlite")
        rows = {view: sorted(database.execute(f"SELECT * FROM {view}"), key=repr) for view in ("finding", "record", "document", "correction")}
        database.close()
        return rows

    def of_kind(self, kind):
        """A finding of the kind whose first record no other finding speaks against, and that is not corrected."""
        for found in self.plain.values():
            against = lambda f: f["record_ids"] if f["kind"] == "cross_table" else f["record_ids"][:1]
            others = [f for f in self.plain.values() if f is not found and found["record_ids"][:1] and found["record_ids"][0] in against(f)]
            if found["kind"] == kind and found["record_ids"] and not others:
                return found
        self.fail(f"no {kind}")

    def status_of(self, record, folder):
        return {r["status"] for p in folder.glob("records/*/*.ndjson") for r in map(json.loads, p.read_text(encoding="utf-8").splitlines()) if r["record_id"] == record}

    def test_an_accepted_finding_stays_and_flags_nothing(self):
        for kind in ("ratio", "cross_document"):  # found within a report, and between two
            found = self.of_kind(kind)
            self.accept(found["finding_id"])
            ran = self.ingest()
            self.assertEqual([i["outcome"] for i in ran["inputs"] if i.get("why") not in (None, "unchanged")], [], "nothing is read again")
            now = self.findings(self.judged)
            self.assertEqual(set(now), set(self.plain))
            accepted = now[found["finding_id"]].pop("accepted")
            self.assertEqual({k: accepted[k] for k in ("reason", "author", "date")}, {"reason": "원 단위에서 반올림한 것을 확인함", "author": "홍길동", "date": "2024-03-31"})
            self.assertEqual(now, self.plain)
            self.assertEqual(self.status_of(found["record_ids"][0], self.out), {"flagged"})
            self.assertEqual(self.status_of(found["record_ids"][0], self.judged), {"ok"})
            (line,) = self.standings()
            self.assertEqual((line["state"], line["accept"], line["outcomes"][0]["document_id"]), ("applied", True, found["document_id"]))
            ((by, reason),) = sqlite3.connect(self.judged / "ledger.sqlite").execute("SELECT accepted_by, accepted_reason FROM finding WHERE finding_id = ?", (found["finding_id"],))
            self.assertEqual((by, reason), (accepted["correction_id"], accepted["reason"]))
            shown = run("audit", self.judged).stdout
            self.assertIn("accepted: 원 단위에서 반올림한 것을 확인함 (홍길동, 2024-03-31)", shown)
            self.assertIn(", 1 accepted\n", shown)

    def test_reading_again_says_the_same(self):
        self.accept(self.of_kind("ratio")["finding_id"])
        self.write("audit.json", {"severities": {"sum": "info", "cross_document": "error"}})
        self.ingest()
        files, rows = self.files(self.judged), self.ledger(self.judged)
        self.ingest("--force")
        self.assertEqual(self.files(self.judged), files)
        self.assertEqual(self.ledger(self.judged), rows)
        shutil.rmtree(self.judged)
        self.ingest()
        self.assertEqual(self.files(self.judged), files)
        self.assertEqual(self.ledger(self.judged), rows)
        done = subprocess.run(["/usr/bin/python3", ROOT / "tests/schema/validate_outputs.py", self.judged], capture_output=True, text=True)
        self.assertIn(done.returncode, (0, 77), done.stdout + done.stderr)

    def test_taken_back_it_is_as_before(self):
        files, rows = self.files(self.judged), self.ledger(self.judged)
        self.accept(self.of_kind("ratio")["finding_id"])
        self.write("audit.json", {"severities": {"sum": "info"}})
        self.ingest()
        self.assertNotEqual(self.files(self.judged), files)
        for path in self.corrections.iterdir():
            path.unlink()
        self.ingest()
        now = self.files(self.judged)
        self.assertEqual(now.pop("corrections.ndjson"), b"")
        del now["datapackage.json"], files["datapackage.json"]  # lists corrections.ndjson
        self.assertEqual(now, files)
        self.assertEqual(self.ledger(self.judged), rows)

    def test_severities_of_a_folder(self):
        self.write("audit.json", {"severities": {"sum": "error", "cross_document": "info"}})
        self.ingest()
        changed = 0
        for id, found in self.findings(self.judged).items():
            before = self.plain[id]
            wanted = {"sum": "error", "cross_document": "info"}.get(before["kind"], before["severity"])
            self.assertEqual(found["severity"], wanted)
            self.assertEqual(found.get("assessed"), before["severity"] if wanted != before["severity"] else None)
            changed += wanted != before["severity"]
        self.assertGreater(changed, 0)
        self.assertIn("by itself", run("audit", self.judged).stdout)

    def test_accepted_findings_trip_nothing(self):
        found = self.of_kind("cross_document")
        self.write("수용.json", [{"target": {"finding_id": f["finding_id"]}, "accept": True, "reason": "확인", "author": "홍길동", "date": "2024-03-31"} for f in self.plain.values() if f["kind"] == "cross_document"])
        self.assertEqual(run("audit", self.judged, "--fail-on", "cross_document").returncode, 4)
        self.ingest()
        self.assertEqual(run("audit", self.judged, "--fail-on", "cross_document").returncode, 0)
        self.assertTrue(found)

    def test_other_figures_make_it_stale(self):
        found = self.of_kind("cross_document")
        self.accept(found["finding_id"])
        inbox = self.work / "고친 보고서"
        shutil.copytree(self.work / "받은 것", inbox)
        report = inbox / "2021.txt"
        text = report.read_text(encoding="utf-8")
        self.assertIn("상담\t330,000", text)
        # An edition that prints the same keeps it …
        report.write_text(text + "\n붙임 없음\n", encoding="utf-8")
        self.ingest(inbox=inbox)
        self.assertEqual([line["state"] for line in self.standings()], ["applied"])
        # … and one with another figure does not.
        report.write_text(text.replace("상담\t330,000", "상담\t340,000"), encoding="utf-8")
        shutil.rmtree(self.judged)
        self.ingest(inbox=inbox)
        self.assertEqual([line["state"] for line in self.standings()], ["stale"])
        self.assertEqual([f for f in self.findings(self.judged).values() if "accepted" in f], [])
        self.assertIn("stale", run("audit", self.judged).stdout)

    def test_what_cannot_be_used_is_told(self):
        for number, text in enumerate(('[{"target": {"finding_id": "a"}, "accept": false, "reason": "r", "author": "a", "date": "2024-03-31"}]',
                                       '[{"target": {"finding_id": "a"}, "accept": true, "value": null, "reason": "r", "author": "a", "date": "2024-03-31"}]',
                                       '[{"target": {"term": "a"}, "accept": true, "expect": "a", "value": "b", "reason": "r", "author": "a", "date": "2024-03-31"}]')):
            self.write(f"{number}.json", text)
        for bad in ('{"severities": {"sums": "info"}}', '{"severities": {"sum": "fatal"}}', '{"severity": {}}', "[]", '{"severities": {"sum": 1}}', "{"):
            self.write("audit.json", bad)
            self.ingest()
            self.assertEqual([(line["file"], line["state"]) for line in self.standings()], [(f"{n}.json", "refused") for n in range(3)] + [("audit.json", "refused")], bad)
        self.assertEqual(self.findings(self.judged), self.plain)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    use(sys.argv.pop(1))
    unittest.main()
