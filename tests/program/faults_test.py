#!/usr/bin/env python3
"""A disk that is full, fails or writes half: the program says so and ends with 1, nothing is half-written, and a later run repairs.

usage: faults_test.py PATH-OF-JANGBU PATH-OF-FAULTY-DISK
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from kill_test import ENVIRONMENT, differences, make_inbox, plain_run, tree

JANGBU = FAULTY_DISK = None
DOCUMENTS = 12


def run(inbox, out, fault=None, once=False, counts=None):
    environment = {**ENVIRONMENT, "LD_PRELOAD": FAULTY_DISK, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}
    if fault:
        environment["JANGBU_FAULT"] = fault
    if once:
        environment["JANGBU_FAULT_ONCE"] = "1"
    if counts:
        environment["JANGBU_FAULT_COUNTS"] = str(counts)
    return subprocess.run([JANGBU, "ingest", inbox, "--out", out, "--jobs", "1", "--quiet"], capture_output=True, text=True, env=environment, timeout=120)


def moments(count, most):
    """At most `most` numbers from 1 to count, the first and the last among them; only two where JANGBU_THOROUGH is not set."""
    most = most if "JANGBU_THOROUGH" in os.environ else 2
    return sorted({1 + (count - 1) * i // (most - 1) for i in range(most)}) if count > most else range(1, count + 1)


class Faults(unittest.TestCase):
    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="jangbu-faults-"))
        self.addCleanup(shutil.rmtree, self.work, ignore_errors=True)
        self.inbox = self.work / "inbox"
        make_inbox(self.inbox, DOCUMENTS)
        plain_run(JANGBU, self.inbox, self.work / "undisturbed")
        self.expected = tree(self.work / "undisturbed")
        done = run(self.inbox, self.work / "counted", counts=self.work / "counts")
        self.assertEqual(done.returncode, 3, done.stderr)
        self.counts = {name: int(n) for name, n in (line.split() for line in (self.work / "counts").read_text().splitlines())}

    def check_whole(self, out):
        if not out.exists():
            return
        for path in out.rglob("*"):
            if path.suffix == ".json":
                json.loads(path.read_text(encoding="utf-8"))
            elif path.suffix == ".ndjson":
                for line in path.read_text(encoding="utf-8").splitlines():
                    json.loads(line)
            self.assertFalse(path.name.startswith(".jangbu-"), f"{path} was left behind")

    def check(self, call, kind, once, most):
        self.assertGreater(self.counts[call], 0)
        told = 0
        for nth in moments(self.counts[call], most):
            with self.subTest(call=call, kind=kind, nth=nth, once=once):
                out = self.work / "out"
                done = run(self.inbox, out, f"{call}:{nth}:{kind}", once)
                self.assertIn(done.returncode, (1, 3), done.stderr)
                if done.returncode == 1:
                    self.assertIn("E401 output_not_writable", done.stderr)
                    told += 1
                elif not once:
                    self.assertEqual(tree(out), self.expected, "a failure that was not told")
                self.check_whole(out)
                plain_run(JANGBU, self.inbox, out)
                self.assertEqual(list(differences(self.expected, tree(out))), [])
                shutil.rmtree(out)
        return told

    def test_a_full_disk(self):
        for call in ("write", "sync", "create"):
            self.assertGreater(self.check(call, "ENOSPC", once=False, most=9), 0)

    def test_a_failing_disk(self):
        for call in ("write", "sync", "rename", "create"):
            self.assertGreater(self.check(call, "EIO", once=False, most=5), 0)

    def test_a_disk_that_fails_once(self):
        for call in ("write", "sync", "rename"):
            self.assertGreater(self.check(call, "EIO", once=True, most=5), 0)

    def test_short_writes_are_carried_on(self):
        for nth in (1, self.counts["write"] // 2):
            out = self.work / f"short{nth}"
            # SQLite takes a short write of its own files for a full disk; ours are carried on with.
            done = run(self.inbox, out, f"write:{nth}:short")
            self.assertIn(done.returncode, (1, 3), done.stderr)
            self.check_whole(out)
            plain_run(JANGBU, self.inbox, out)
            self.assertEqual(list(differences(self.expected, tree(out))), [])


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    JANGBU, FAULTY_DISK = (os.path.abspath(p) for p in sys.argv[1:3])
    del sys.argv[1:3]
    unittest.main()
