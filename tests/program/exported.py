"""A folder of fixtures ingested once, for the tests that read it with other programs."""

import collections
import decimal
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
INBOX = ROOT / "fixtures" / "inbox"
program = {"jangbu": ""}


def use(path):
    program["jangbu"] = os.path.abspath(path)


def run(*arguments, text=True):
    return subprocess.run([program["jangbu"], *map(str, arguments)], capture_output=True, text=text, encoding="utf-8" if text else None, timeout=250)


def report(office, year, payment, rows):
    lines = "".join(f"{name}\t{a}\t{b}\n" for name, a, b in rows)
    return f"주요업무보고\n{year}. 12.\n{office}\n\nⅠ. 예산\n\n(단위:천원, ’{year % 100}.12.1. 기준)\n\n구 분\t’{(year - 1) % 100}년 예산\t’{year % 100}년 예산\n{lines}"


class Exported(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="장부 ")
        cls.work = pathlib.Path(cls.folder.name)
        cls.out = cls.work / "나온 것"
        inbox = cls.work / "받은 것"
        shutil.copytree(INBOX, inbox)
        (inbox / "2020.txt").write_text(report("가나국", 2020, 0, [("합 계", "900,000", "1,000,000"), ("교육", "600,000", "700,000"), ("상담", "300,000", "300,000")]), encoding="utf-8")
        (inbox / "2021.txt").write_text(report("가나국", 2021, 0, [("합 계", "1,000,000", "1,200,000"), ("교육", "700,000", "800,000"), ("상담", "330,000", "400,000")]), encoding="utf-8")
        (inbox / "빈 파일.pdf").write_bytes(b"")
        done = run("ingest", inbox, "--out", cls.out)
        assert done.returncode == 3, done.stderr
        cls.documents = [json.loads(p.read_text(encoding="utf-8")) for p in sorted((cls.out / "documents").glob("*.json"))]
        cls.speaking = {p.name.removesuffix(".ndjson") for p in cls.out.glob("records/*/*.ndjson")}
        cls.records = [r for d in cls.documents if d["document_id"] in cls.speaking for r in d["records"]]
        cls.sums = collections.Counter()
        for r in cls.records:
            for field, value in r["values"].items():
                if value is not None:
                    cls.sums[r["record_type"], field] += exact(value)
        assert len(cls.sums) > 20

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def connect(self):
        database = sqlite3.connect(self.out / "ledger.sqlite")
        self.addCleanup(database.close)
        return database


def exact(value):
    """Billionths: sums of printed figures that no order of adding changes."""
    return round(decimal.Decimal(str(value)) * 10**9)
