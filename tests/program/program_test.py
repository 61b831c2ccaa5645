#!/usr/bin/env python3
"""The program as a user meets it: exit codes, files, bytes. usage: program_test.py PATH-OF-JANGBU"""

import fcntl
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from kill_test import ledger

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
INBOX = ROOT / "fixtures" / "inbox"
BROKEN = ROOT / "fixtures" / "broken"
JANGBU = None


def run(*arguments, **options):
    return subprocess.run([JANGBU, *map(str, arguments)], capture_output=True, text=True, timeout=250, **options)


def tree(folder, without=(".jangbu/",)):
    """Every file below a folder with its bytes."""
    files = {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file() and not p.name.startswith("ledger.sqlite")}
    if (folder / "ledger.sqlite").exists():
        files["ledger.sqlite"] = ledger(folder / "ledger.sqlite")
    return {name: data for name, data in files.items() if not name.startswith(without)}


def promised_errors():
    """{file name: (number, code)} from the table in fixtures/README.md."""
    text = (ROOT / "fixtures" / "README.md").read_text(encoding="utf-8")
    return {m[1]: (int(m[2]), m[3]) for m in re.finditer(r"^\| ([\w.]+) \|.*\| E(\d+) `(\w+)` \|$", text, re.MULTILINE)}


class Program(unittest.TestCase):
    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="장부 시험 "))
        self.out = self.work / "나온 것"
        self.addCleanup(shutil.rmtree, self.work, ignore_errors=True)

    def quarantine(self):
        return [json.loads(line) for line in (self.out / "quarantine.ndjson").read_text(encoding="utf-8").splitlines()]

    def test_nothing_of_a_document_gives_orders_to_a_terminal(self):
        inbox = self.work / "in"
        inbox.mkdir()
        evil = "\x1b[8m\x1b]0;title\x07\u202e\u2066\x9b31m"
        report = f"주요업무보고\n2021. 8.\n가나국\nⅠ. 예산집행 현황\n(단위: 천원)\n\n구분\t예산현액\t지출액\n합계\t1,000\t900\n교육{evil}\t700\t420\n상담\t300\t180\n"
        (inbox / f"a{evil}.txt").write_text(report, encoding="utf-8")
        (inbox / f"empty{evil}.txt").write_text("")
        shown = [run("ingest", inbox, "--out", self.out, "--log-level", "debug"), run("audit", self.out), run("audit", self.out, "--json"), run("diff", self.out, self.work / "no\x1b[8m"),
                 *(run("inspect", path) for path in inbox.iterdir())]
        for ended in shown:
            for sign in "\x1b\x07\u202e\u2066\x9b":
                self.assertNotIn(sign, ended.stdout + ended.stderr, ended.args)
        self.assertIn("␛[8m", "".join(ended.stdout + ended.stderr for ended in shown))
        self.assertTrue(json.loads(shown[2].stdout))
        # What is written keeps every character.
        self.assertIn("\u202e", "".join(json.dumps(json.loads(p.read_text(encoding="utf-8"))).encode().decode("unicode_escape") for p in (self.out / "documents").iterdir()))

    def test_a_stop_signal_is_answered_within_a_second(self):
        inbox = self.work / "in"
        inbox.mkdir()
        rows = "".join(f"사업{n}\t{10 + n}\t{n}\n" for n in range(60000))
        (inbox / "a.txt").write_text("주요업무보고\n2021. 8.\n가나국\n(단위: 천원)\n\n구분\t예산현액\t지출액\n" + rows, encoding="utf-8")
        running = subprocess.Popen([JANGBU, "ingest", inbox, "--out", self.out, "--quiet"], stderr=subprocess.DEVNULL)
        time.sleep(1.5)
        self.assertIsNone(running.poll(), "it was done before it could be stopped")
        begin = time.monotonic()
        running.send_signal(signal.SIGTERM)
        self.assertEqual(running.wait(60), 143)
        self.assertLess(time.monotonic() - begin, 1.5)

    def test_two_runs_and_any_number_of_jobs_give_the_same_bytes(self):
        again = self.work / "again"
        one = run("ingest", INBOX, "--out", self.out, "--jobs", 1)
        eight = run("ingest", INBOX, "--out", again, "--jobs", 8, env={**os.environ, "LC_ALL": "C", "TZ": "Asia/Seoul"})
        self.assertEqual((one.returncode, eight.returncode), (0, 0), one.stderr + eight.stderr)
        first = tree(self.out)
        self.assertEqual(first, tree(again))
        self.assertTrue(any(name.startswith("records/") for name in first))
        self.assertEqual(run("ingest", INBOX, "--out", self.out).returncode, 0)
        # run.json tells what the run did: here, nothing.
        second = tree(self.out)
        run_json = json.loads(second.pop("run.json"))
        self.assertLessEqual({i["why"] for i in run_json["inputs"]}, {"unchanged"})
        self.assertEqual(run_json["totals"]["unchanged"], len(list(INBOX.iterdir())))
        del first["run.json"]
        self.assertEqual(first, second, "a second run over the same folder changed it")

    def test_the_profile_that_the_manual_teaches(self):
        manual = (ROOT / "schemas" / "README.md").read_text(encoding="utf-8")
        (self.work / "my-profiles").mkdir()
        (self.work / "report.md").write_text(re.search(r"```text\n(.*?)```", manual, re.DOTALL)[1], encoding="utf-8")
        (self.work / "my-profiles" / "grant.json").write_text(re.search(r"```json\n(\{.*?\n\})\n```", manual, re.DOTALL)[1], encoding="utf-8")
        self.assertEqual(run("ingest", self.work / "report.md", "--out", self.out).returncode, 0)
        self.assertFalse((self.out / "records" / "grant").exists())
        done = run("ingest", self.work / "report.md", "--out", self.out, "--profiles", self.work / "my-profiles", "--force")
        self.assertEqual(done.returncode, 0, done.stderr)
        records = [json.loads(line) for line in next((self.out / "records" / "grant").iterdir()).read_text(encoding="utf-8").splitlines()]
        self.assertEqual({r["name"]: (r["row_role"], r["values"]) for r in records}, {
            "합계": ("total", {"grant_decided": 3000000, "grant_paid": 2400000, "payment_rate": 0.8}),
            "가온모임": ("item", {"grant_decided": 1000000, "grant_paid": 900000, "payment_rate": 0.9}),
            "나래모임": ("item", {"grant_decided": 2000000, "grant_paid": 1500000, "payment_rate": 0.7}),
        })
        self.assertTrue(all("담당자" in r["other_values"] for r in records if r["row_role"] == "item"))
        findings = [json.loads(line) for line in (self.out / "findings.ndjson").read_text(encoding="utf-8").splitlines()]
        self.assertEqual([(f["kind"], f["field"]) for f in findings], [("ratio", "payment_rate")])

    def test_broken_inputs_each_get_their_own_error(self):
        done = run("ingest", BROKEN, "--out", self.out)
        self.assertEqual(done.returncode, 1, done.stderr)
        promised = promised_errors()
        self.assertEqual(set(promised), {p.name for p in BROKEN.iterdir()}, "fixtures/README.md lists every file")
        self.assertEqual({q["path"]: (q["code"], q["error"]) for q in self.quarantine()}, promised)
        self.assertEqual([n for n in tree(self.out) if n.startswith(("documents/", "records/"))], [])

    def test_good_inputs_go_in_beside_broken_ones(self):
        done = run("ingest", INBOX, BROKEN, "--out", self.out)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual(len(self.quarantine()), len(promised_errors()))
        self.assertEqual(len(list((self.out / "documents").iterdir())), len(list(INBOX.iterdir())))

    def test_hostile_neighbours_change_nothing(self):
        alone, beside = self.work / "alone", self.work / "beside"
        self.assertEqual(run("ingest", INBOX, "--out", alone).returncode, 0)
        done = run("ingest", INBOX, ROOT / "fixtures" / "hostile", "--out", beside, "--jobs", 3)
        self.assertIn(done.returncode, (0, 3), done.stderr)
        documents = {name: data for name, data in tree(alone).items() if name.startswith("documents/")}
        among = tree(beside)
        self.assertEqual({name: among.get(name) for name in documents}, documents)
        outcomes = {item["path"] for item in json.loads((beside / "run.json").read_text(encoding="utf-8"))["inputs"]}
        self.assertGreater(len(outcomes), len(list((ROOT / "fixtures" / "hostile" / "pdf").iterdir())), "each has an outcome")

    def test_an_input_that_is_repaired_leaves_the_quarantine(self):
        inbox = self.work / "받은 것"
        inbox.mkdir()
        report = inbox / "보고.txt"
        report.write_bytes(b"")
        self.assertEqual(run("ingest", inbox, "--out", self.out).returncode, 1)
        self.assertEqual(len(self.quarantine()), 1)
        shutil.copy(next(INBOX.glob("2019*.txt")), report)
        self.assertEqual(run("ingest", inbox, "--out", self.out).returncode, 0)
        self.assertEqual(self.quarantine(), [])

    def test_every_beginning_of_a_report_is_read_or_refused(self):
        whole = next(INBOX.glob("2019*.pdf")).read_bytes()
        inbox = self.work / "잘린 것"
        inbox.mkdir()
        for part in range(1, 12):
            (inbox / f"{part:02}.pdf").write_bytes(whole[: len(whole) * part // 12])
        done = run("ingest", inbox, "--out", self.out)
        self.assertIn(done.returncode, (0, 1, 3), done.stderr)
        self.assertEqual({q["error"] for q in self.quarantine()} - {"file_truncated", "file_damaged"}, set())

    def test_a_missing_path(self):
        done = run("ingest", self.work / "없는 것", "--out", self.out)
        self.assertEqual(done.returncode, 1)
        self.assertIn("E101 path_missing", done.stderr)

    def test_a_folder_that_may_not_be_read(self):
        closed = self.work / "닫힌 것"
        closed.mkdir(mode=0)
        self.addCleanup(closed.chmod, 0o700)
        who = {}
        if os.geteuid() == 0:  # root reads everything: become nobody
            who = {"user": 65534, "group": 65534, "extra_groups": []}
            os.chown(self.work, 65534, 65534)
            if subprocess.run([JANGBU, "--version"], capture_output=True, **who).returncode != 0:
                self.skipTest("the program stands where only root can run it")
        done = run("ingest", closed, "--out", self.out, **who)
        self.assertEqual(done.returncode, 1)
        self.assertIn("E102 path_unreadable", done.stderr)

    def test_an_output_that_cannot_be_written(self):
        in_the_way = self.work / "file"
        in_the_way.write_text("mine")
        for out in (in_the_way, in_the_way / "below"):
            done = run("ingest", INBOX, "--out", out)
            self.assertEqual(done.returncode, 1)
            self.assertIn("E401 output_not_writable", done.stderr)
        self.assertEqual(in_the_way.read_text(), "mine")

    def test_limits_are_named_on_the_command_line(self):
        report = next(INBOX.glob("2019*.pdf"))
        done = run("ingest", report, "--out", self.out, "--limit", "pages=1")
        self.assertEqual(done.returncode, 1)
        self.assertEqual([q["error"] for q in self.quarantine()], ["limit_pages"])
        self.assertEqual(run("ingest", report, "--out", self.out, "--limit", "pages=2000", "--limit", "cells=100000").returncode, 0)
        for limit in ("pages", "pages=0", "pages=-1", "pages=many", "pages=99999999999999999999", "leaves=3"):
            self.assertEqual(run("ingest", report, "--out", self.out, "--limit", limit).returncode, 2, limit)

    def test_a_dry_run_tells_and_does_nothing(self):
        inbox = self.work / "받은 것"
        shutil.copytree(INBOX, inbox)
        done = run("ingest", inbox, "--out", self.out, "--dry-run")
        names = sorted(p.name for p in inbox.iterdir())
        self.assertEqual(sorted(line.split("\t") for line in done.stdout.splitlines()), [["read", "new", name] for name in names])
        self.assertFalse(self.out.exists())
        self.assertEqual(run("ingest", inbox, "--out", self.out).returncode, 0)
        before = tree(self.out)
        report, copied = inbox / names[1], inbox / "copy.txt"
        shutil.copy(inbox / names[3], copied)
        report.write_text(report.read_text(encoding="utf-8") + "끝.\n", encoding="utf-8")
        (inbox / "zero.pdf").write_bytes(b"")
        done = run("ingest", inbox, "--out", self.out, "--dry-run")
        told = {line.split("\t")[2]: line.split("\t")[:2] for line in done.stdout.splitlines()}
        self.assertEqual(told, {names[1]: ["read", "changed"], "copy.txt": ["same", "new"], "zero.pdf": ["read", "new"]})
        self.assertEqual(tree(self.out), before)

    def test_what_operators_ask_for(self):
        metrics = self.work / "jangbu.prom"
        done = run("ingest", INBOX, "--out", self.out, "--json", "--metrics", metrics, "--quiet")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.encode(), (self.out / "run.json").read_bytes())
        totals = json.loads(done.stdout)["totals"]
        counts = dict(line.rsplit(" ", 1) for line in metrics.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
        self.assertEqual(int(counts["jangbu_documents"]), totals["documents"])
        self.assertEqual(int(counts['jangbu_records{type="budget"}']), totals["records"]["budget"])
        self.assertEqual(run("ingest", INBOX, "--out", self.out, "--metrics", self.work / "no" / "where").returncode, 1)
        self.assertEqual(run("ingest", INBOX, "--out", "-").returncode, 2)
        self.assertFalse(pathlib.Path("-").exists())

    def test_words_that_no_list_knows_are_counted(self):
        inbox = self.work / "in"
        inbox.mkdir()
        head = "주요업무보고\n{}. 8.\n가나국\nⅠ. 예산집행 현황\n(단위: 천원)\n\n"
        (inbox / "a.txt").write_text(head.format(2020) + "구분\t예산현액\t가뭇없는액\t지출액\n합계\t1,000\t5\t900\n교육\t700\t3\t420\n상담\t300\t2\t480\n", encoding="utf-8")
        (inbox / "b.txt").write_text(head.format(2021) + "구분\t예산현액\t가뭇없는액\t지출액\t하릴없는액\n합계\t1,000\t5\t900\t1\n교육\t700\t3\t420\t1\n상담\t300\t2\t480\t1\n", encoding="utf-8")

        def words():
            run = json.loads((self.out / "run.json").read_text(encoding="utf-8"))
            return [(one["word"], one["columns"]) for one in run.get("unknown_words", [])]

        self.assertEqual(run("ingest", inbox, "--out", self.out).returncode, 0)
        first = words()
        self.assertEqual([columns for _, columns in first], [2, 1], first)
        self.assertIn("가뭇없", first[0][0])
        self.assertEqual(run("ingest", inbox, "--out", self.out).returncode, 0)
        self.assertEqual(words(), [], "nothing was read")
        (inbox / "b.txt").touch()
        self.assertEqual(run("ingest", inbox, "--out", self.out, "--force", "--jobs", "4").returncode, 0)
        self.assertEqual(words(), first)

    def test_wrong_usage(self):
        for arguments in ((), ("ingest",), ("ingest", INBOX), ("ingets", INBOX, "--out", self.out), ("ingest", INBOX, "--out", self.out, "--jobs", "many")):
            self.assertEqual(run(*arguments).returncode, 2, arguments)
        self.assertFalse(self.out.exists())

    def test_help_and_version(self):
        for arguments in (("--help",), ("ingest", "--help"), ("audit", "--help")):
            done = run(*arguments)
            self.assertEqual((done.returncode, done.stderr), (0, ""), arguments)
            self.assertIn("jangbu", done.stdout)
        done = run("--version")
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout, r"\d+\.\d+\.\d+")

    def test_standard_descriptors_may_be_closed(self):
        done = subprocess.run(["sh", "-c", 'exec "$@" <&- >&- 2>&-', "sh", JANGBU, "ingest", str(INBOX), "--out", str(self.out)], timeout=250)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(run("ingest", INBOX, "--out", self.work / "again").returncode, 0)
        self.assertEqual(tree(self.out), tree(self.work / "again"))

    def test_a_waiting_reader_shows_no_secrets_and_ends_with_its_parent(self):
        (self.out / ".jangbu").mkdir(parents=True)
        with open(self.out / ".jangbu" / "lock", "w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            parent = subprocess.Popen([JANGBU, "ingest", str(INBOX), "--out", str(self.out), "--wait", "--password", "by-argument"],
                                      stderr=subprocess.PIPE, text=True, env={**os.environ, "JANGBU_PASSWORD": "by-environment"})
            self.assertIn("waiting", parent.stderr.readline())
            children = pathlib.Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text().split()
            self.assertEqual(len(children), 1)
            reader = pathlib.Path("/proc") / children[0]

            def shows_secrets():
                try:
                    return any(b"by-" in (reader / told).read_bytes() for told in ("cmdline", "environ"))
                except PermissionError:
                    return False  # not even its owner may look

            self.wait_while(shows_secrets)  # wiping them is the first thing it does, when it is its turn
            parent.kill()
            parent.communicate()
        self.wait_while(lambda: reader.exists() and " Z " not in (reader / "stat").read_text())

    def wait_while(self, condition):
        deadline = time.monotonic() + 30
        while condition():
            self.assertLess(time.monotonic(), deadline)
            time.sleep(0.01)

    def test_audit_prints_data_on_stdout_only(self):
        run("ingest", INBOX, "--out", self.out)
        done = run("audit", self.out, "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        findings = [json.loads(line) for line in (self.out / "findings.ndjson").read_text(encoding="utf-8").splitlines()]
        shown = json.loads(done.stdout) if done.stdout.lstrip().startswith("[") else [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual(len(shown), len(findings))
        ranks = [("error", "warning", "info").index(f["severity"]) for f in shown]
        self.assertEqual(ranks, sorted(ranks), "worst first")

    def test_nothing_is_left_lying_about(self):
        run("ingest", INBOX, BROKEN, "--out", self.out)
        strange = [n for n in tree(self.out, without=(".jangbu/",))
                   if not re.fullmatch(r"documents/[^/]+\.json|records/[a-z_]+/[^/]+\.ndjson|ledger\.sqlite|findings\.ndjson|corrections\.ndjson|quarantine\.ndjson|run\.json|datapackage\.json", n)]
        self.assertEqual(strange, [])


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    JANGBU = os.path.abspath(sys.argv.pop(1))
    unittest.main()
