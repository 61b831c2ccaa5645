#!/usr/bin/env python3
"""The published schemas accept what the contract shows and refuse what it forbids."""

import copy
import json
import sys
import unittest

from schemas import ROOT, errors, jsonschema, load, validators

VALIDATORS = validators(load())

RECORD = {
    "record_id": "시민협력국-2021-08/budget/시민참여과/시민-제안-발굴-및-실행",
    "record_type": "budget",
    "document_id": "시민협력국-2021-08-주요업무보고",
    "organization": "시민협력국",
    "fiscal_year": 2021,
    "as_of": "2021-08-13",
    "section": ["Ⅳ. 2021 세부사업별 예산집행 현황"],
    "path": ["시민참여과", "시민 제안 발굴 및 실행"],
    "name": "시민 제안 발굴 및 실행",
    "level": "program",
    "row_role": "item",
    "counted": True,
    "repeats": None,
    "values": {"current_appropriation": 829200000, "commitment": 583230000, "payment": None, "commitment_rate": 0.703, "payment_rate": 1},
    "currency": "KRW",
    "unit_factor": 1000,
    "cells": {"payment": {"text": "435,786", "row": 9, "column": 3, "page": 28, "bbox": [1, 2.5, 3, 4]}},
    "source": {"path": "a/보고.pdf", "sha256": "0" * 64, "format": "pdf", "page": 28, "table": "t031", "row": 9},
    "repairs": [{"rule": "letter_spacing", "field": "name", "before": "시 민", "after": "시민"}],
    "corrections": [],
    "status": "ok",
}
FINDING = {
    "finding_id": "f1", "document_id": "d", "kind": "sum", "severity": "error", "record_ids": ["r1", "r2"], "field": "payment",
    "printed": 65419160000, "computed": 65410160000, "tolerance": 2500, "message": {"ko": "합계가 맞지 않음", "en": "the total is not the sum"},
}
CORRECTION = {
    "target": {"record_id": "r1", "field": "payment"}, "expect": "65,419,160", "value": "65,410,160", "reason": "오타", "author": "김장부",
    "date": "2021-09-01",
}


def document():
    return {
        "document_id": "d", "source": {"path": "d.pdf", "sha256": "a" * 64, "bytes": 10, "format": "pdf", "pages": 2, "producer": "Skia"},
        "title": "주요업무보고", "organization": None, "report_date": "2021-08", "fiscal_year": None, "degraded": False,
        "diagnostics": [{"code": "pdf_syntax", "message": "went on", "page": 1}],
        "blocks": [{"paragraph": {"text": "Ⅳ. 현황", "page": 1, "bbox": [0, 0, 1, 1], "heading": 1}}, {"table": "t031"},
                   {"paragraph": {"text": "글", "repaired": "그림", "page": None, "bbox": None, "where": "note", "heading": None}}],
        "furniture": [{"text": "- 1 -", "page": 1, "where": "page_number"}],
        "sections": [{"level": 1, "number": "Ⅳ", "title": "현황", "page": 1, "children": [
            {"level": 2, "number": "", "title": "세입", "page": None, "children": []}]}],
        "tables": [{"table_id": "t031", "section": ["현황"], "where": "body", "caption": "", "unit": "천원", "as_of": None, "page": 1,
                    "pages": [1, 2], "bbox": None, "rows": 1, "columns": 1, "header_rows": 1, "kind": None,
                    "cells": [{"row": 0, "column": 0, "row_span": 1, "column_span": 1, "text": "합 계", "repaired": "합계", "page": 1,
                               "bbox": [0, 0, 1, 1], "tables": []}]}],
        "records": [RECORD], "findings": [FINDING], "repairs": [], "edition": {"number": 1, "supersedes": None},
    }


class Schemas(unittest.TestCase):
    def accepts(self, name, value):
        self.assertEqual(list(errors(VALIDATORS[name], value)), [])

    def refuses(self, name, value, *changes):
        """Each change makes a copy of the value wrong."""
        for change in changes:
            wrong = copy.deepcopy(value)
            change(wrong)
            with self.subTest(wrong=str(wrong)[:80]):
                self.assertNotEqual(list(errors(VALIDATORS[name], wrong)), [])

    def test_record(self):
        self.accepts("record", RECORD)
        self.accepts("record", {**RECORD, "values": {}, "other_values": {"면적": {"text": "3㎡", "value": None}}, "as_of": None, "currency": None})
        self.accepts("record", {**RECORD, "yearly": [{"period": "../2023", "phase": "budget", "field": "project_cost", "value": 300000000}], "project": "길 넓히기", "notes": ["주1)"]})
        self.accepts("record", {**RECORD, "breakdown": [{"dimension": "직종별", "member": "행정직", "measure": "actual_headcount", "value": 91}]})
        self.refuses("record", RECORD,
                     lambda r: r["values"].update(payment=435786000.5),       # money is whole won
                     lambda r: r["values"].update(payment="435,786"),         # never text
                     lambda r: r["values"].update({"지출액": 1}),             # fields have English names
                     lambda r: r.update(row_role="header"),
                     lambda r: r.update(as_of="’21.8.13."),
                     lambda r: r.update(status="fine"),
                     lambda r: r.pop("source"),
                     lambda r: r.update(extra=1),
                     lambda r: r["cells"]["payment"].pop("text"),
                     lambda r: r["repairs"][0].pop("before"))

    def test_finding(self):
        self.accepts("finding", FINDING)
        for kind in ("sum", "difference", "ratio", "cross_table", "cross_document", "cross_rendition", "structure", "unreadable", "doubt"):
            self.accepts("finding", {**FINDING, "kind": kind})
        self.refuses("finding", FINDING, lambda f: f.update(kind="guess"), lambda f: f["message"].pop("ko"), lambda f: f.update(tolerance=-1))

    def test_document(self):
        self.accepts("document", document())
        self.refuses("document", document(),
                     lambda d: d["tables"][0].update(where="margin"),
                     lambda d: d["tables"][0]["cells"][0].update(row_span=0),
                     lambda d: d["sections"][0]["children"][0].pop("title"),
                     lambda d: d["records"][0].pop("name"),
                     lambda d: d["blocks"][1].update(paragraph=d["blocks"][0]["paragraph"]),
                     lambda d: d["blocks"][0]["paragraph"].update(heading=0),
                     lambda d: d["furniture"][0].update(where="margin"),
                     lambda d: d["source"].update(sha256="A" * 64),
                     lambda d: d.update(document_id="a/b"))

    def test_quarantine(self):
        line = {"path": "빈 파일.txt", "sha256": None, "code": 104, "error": "file_empty", "message": "…", "since": "2021-08-13T00:00:00Z", "attempts": 1}
        self.accepts("quarantine", line)
        self.refuses("quarantine", line, lambda q: q.update(code="104"), lambda q: q.update(attempts=0), lambda q: q.pop("since"))

    def test_run(self):
        run = {"jangbu_version": "0.1.0", "schema_version": "v1", "exit_code": 3,
               "inputs": [{"path": "a.pdf", "sha256": "0" * 64, "outcome": "ingested", "document_id": "d", "records": 3, "warnings": []},
                          {"path": "b.pdf", "outcome": "quarantined", "code": 104, "error": "file_empty"}],
               "unknown_words": [{"word": "세부내역", "columns": 3}],
               "totals": {"documents": 1, "quarantined": 1, "records": {"budget": 3}, "findings": {}}}
        self.accepts("run", run)
        self.refuses("run", run, lambda r: r.update(exit_code=4), lambda r: r["inputs"][0].update(outcome="ok"))

    def test_corrections(self):
        for target in ({"record_id": "r", "field": "name"}, {"document": "d", "table": "t001", "row": 0, "column": 2}, {"term": "개버년스"},
                       {"document": "d", "metadata": "organization"}):
            self.accepts("corrections", [{**CORRECTION, "target": target}])
        self.accepts("corrections", {"corrections": [CORRECTION]})
        self.refuses("corrections", [CORRECTION], lambda c: c[0].pop("reason"), lambda c: c[0].update(target={"term": "a", "field": "b"}))
        acceptance = {"target": {"finding_id": "f"}, "accept": True, "reason": "r", "author": "a", "date": "2024-03-31"}
        self.accepts("corrections", [CORRECTION, acceptance])
        self.refuses("corrections", [acceptance], lambda c: c[0].update(accept=False), lambda c: c[0].update(value="1"), lambda c: c[0].pop("author"))

    def test_audit(self):
        settings = {"severities": {"ratio": "info", "structure": "error"}}
        self.accepts("audit", settings)
        self.refuses("audit", settings, lambda a: a["severities"].update(ratios="info"), lambda a: a["severities"].update(sum="fatal"), lambda a: a.update(severity={}))

    def test_profiles_follow_their_schema(self):
        folder = ROOT / "schemas" / "profiles"
        schema = json.loads((folder / "profile.schema.json").read_text(encoding="utf-8"))
        # References within the file are spelt "#/…", which old validators cannot join to a urn.
        schema.pop("$id")
        validator = jsonschema.Draft202012Validator(schema)
        profiles = [p for p in sorted(folder.glob("*.json")) if p.name not in ("profile.schema.json", "lexicon.json")]
        self.assertGreaterEqual(len(profiles), 3)
        for path in profiles:
            profile = json.loads(path.read_text(encoding="utf-8"))
            self.assertEqual([e.message for e in validator.iter_errors(profile)], [], path.name)
            if "fields" in profile:
                profile["fields"][0]["measure"] = "money"
            else:
                profile.pop("outline", None) or profile.pop("duties")
            self.assertTrue(list(validator.iter_errors(profile)), path.name)

    def test_every_property_is_described(self):
        """People read these files."""
        for name, schema in load().items():
            self.assertTrue(schema.get("title") and schema.get("description"), name)


if __name__ == "__main__":
    unittest.main(verbosity=1)
