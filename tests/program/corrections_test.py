#!/usr/bin/env python3
"""The README's example of corrections, tried as it stands; and jangbu diff as scripts use it."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
INBOX = ROOT / "fixtures" / "inbox"
JANGBU = ""


def run(*arguments):
    return subprocess.run([JANGBU, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")


class Corrections(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.work = pathlib.Path(cls.folder.name)
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        section = readme.split("## Correcting what was misread\n")[1].split("\n### ")[0]
        cls.written, cls.shown = re.findall(r"```(?:json|console)\n(.*?)```", section, re.DOTALL)
        (cls.work / "corrections").mkdir()
        (cls.work / "corrections" / "2021.json").write_text(cls.written, encoding="utf-8")
        cls.plain, cls.out = cls.work / "plain", cls.work / "out"
        cls.before = run("ingest", INBOX, "--out", cls.plain)
        cls.done = run("ingest", INBOX, "--out", cls.out, "--corrections", cls.work / "corrections")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_the_example_does_what_the_readme_shows(self):
        self.assertEqual(self.done.returncode, 0, self.done.stderr)
        audit = run("audit", self.out)
        self.assertEqual(audit.returncode, 0, audit.stderr)
        everything = self.done.stderr + audit.stdout
        for line in self.shown.splitlines():
            if line not in ("…", "") and not line.startswith("$"):
                self.assertIn(line + "\n", everything)

    def test_so_does_the_example_of_the_korean_readme(self):
        written, shown = re.findall(r"```(?:json|console)\n(.*?)```", (ROOT / "README.ko.md").read_text(encoding="utf-8").split("### 파일로 고치기\n")[1].split("\n## ")[0], re.DOTALL)
        folder, out = self.work / "정정", self.work / "결과"
        folder.mkdir()
        (folder / "2021.json").write_text(written, encoding="utf-8")
        done = run("ingest", INBOX, "--out", out, "--corrections", folder, "--lang", "ko")
        self.assertEqual(done.returncode, 0, done.stderr)
        everything = done.stderr + run("audit", out, "--lang", "ko").stdout
        for line in shown.splitlines():
            if line not in ("…", "") and not line.startswith("$"):
                self.assertIn(line + "\n", everything)

    def test_so_do_the_first_lines_of_both(self):
        for name, language in (("README.md", "en"), ("README.ko.md", "ko")):
            shown = "".join(re.findall(r"```console\n(\$ jangbu (?:ingest|audit) .*?)```", (ROOT / name).read_text(encoding="utf-8").split("## 4. ")[0].split("## What you get")[0], re.DOTALL))
            self.assertIn("jangbu audit", shown)
            out = self.work / language
            folder = self.work / "보고서"
            folder.mkdir(exist_ok=True)
            for pdf in INBOX.glob("*.pdf"):
                (folder / pdf.name).write_bytes(pdf.read_bytes())
            done = run("ingest", folder, "--out", out, "--lang", language)
            said = re.sub(" +", " ", done.stderr + run("audit", out, "--lang", language).stdout)
            for line in shown.splitlines():
                if line not in ("…", "") and not line.startswith("$"):
                    self.assertIn(re.sub(" +", " ", line).rstrip("…"), said, name)

    def test_the_output_follows_its_schemas(self):
        done = subprocess.run(["/usr/bin/python3", ROOT / "tests/schema/validate_outputs.py", self.out], capture_output=True, text=True)
        self.assertIn(done.returncode, (0, 77), done.stderr)

    def test_the_written_file_follows_its_schema(self):
        check = ("import json, sys; sys.path.insert(0, sys.argv[1]); from schemas import errors, load, validators\n"
                 "found = list(errors(validators(load())[sys.argv[3]], json.load(open(sys.argv[2], encoding='utf-8'))))\n"
                 "sys.exit('\\n'.join(found) or 0)")
        difference = self.work / "difference.json"
        difference.write_text(run("diff", self.plain, self.out, "--json").stdout, encoding="utf-8")
        for path, schema in ((self.work / "corrections" / "2021.json", "corrections"), (difference, "diff")):
            done = subprocess.run(["/usr/bin/python3", "-c", check, ROOT / "tests" / "schema", path, schema], capture_output=True, text=True)
            self.assertIn(done.returncode, (0, 77), done.stderr)

    def test_diff_shows_what_the_corrections_changed(self):
        done = run("diff", self.plain, self.out)
        self.assertEqual((done.returncode, done.stderr), (1, ""))
        self.assertRegex(done.stdout, r"\n    payment +65,419,160 → 65,410,160 +65419160000 → 65410160000\n")
        self.assertIn("도시 전환 실험실", done.stdout)
        difference = json.loads(run("diff", self.plain, self.out, "--json").stdout)
        self.assertEqual(difference["totals"]["added"] + difference["totals"]["removed"], 0)
        self.assertEqual(difference["totals"]["changed"], len(difference["records"]))

    def test_diff_of_renditions_and_its_exit_status(self):
        names = [f"2021-08 시민협력국 주요업무보고.{ending}" for ending in ("pdf", "txt")]
        same = run("diff", self.plain, names[0], names[0])
        self.assertEqual((same.returncode, same.stdout, same.stderr), (0, "", ""))
        self.assertIn(run("diff", self.plain, *names).returncode, (0, 1))
        missing = run("diff", self.plain, "no such report", names[0])
        self.assertEqual((missing.returncode, missing.stdout), (2, ""))
        self.assertIn("E101 path_missing", missing.stderr)
        self.assertEqual(run("diff", self.plain).returncode, 2)
        self.assertEqual(run("diff", "--help").returncode, 0)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    JANGBU = os.path.abspath(sys.argv.pop(1))
    unittest.main()
