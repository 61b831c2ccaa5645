#!/usr/bin/env python3
"""The ledger in PostgreSQL says, row by row, what ledger.sqlite of one run over everything says: for all fixtures, however many write at once, whatever
they read twice, change and remove, and whoever is killed meanwhile. The folder of a run is whole whatever becomes of the server.

usage: shared_ledger_test.py PATH-OF-JANGBU [TEST...]
"""

import contextlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse

from kill_test import ENVIRONMENT, differences, make_inbox, plain_run, report, tree
from private_postgres import PrivatePostgres, missing

JANGBU = None
FIXTURES = pathlib.Path(__file__).resolve().parent.parent.parent / "fixtures"
PATIENCE = 300


def plain(value):
    """A number is a number, whether it is held as 12 or 12.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def rows_of_file(path):
    """view → its rows, sorted; without how often something was tried."""
    out = {}
    with contextlib.closing(sqlite3.connect(f"file:{urllib.parse.quote(str(path))}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        for (view,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'view'").fetchall():
            out[view] = sorted(repr({name: plain(row[name]) for name in row.keys() if name != "attempts"}) for row in database.execute(f'SELECT * FROM "{view}"'))
    return out


def rows_of_server(server, database="jangbu"):
    out = {}
    views = server.ask("SELECT viewname FROM pg_views WHERE schemaname = 'jangbu' AND NOT starts_with(viewname, '_')", database).splitlines()
    for view in views:
        lines = server.ask(f'SELECT row_to_json(v) FROM jangbu."{view}" AS v', database).splitlines()
        out[view] = sorted(repr({name: plain(value) for name, value in json.loads(line).items() if name != "attempts"}) for line in lines)
    return out


class SharedLedger(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = PrivatePostgres().start()

    @classmethod
    def tearDownClass(cls):
        cls.server.end()

    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="jangbu-shared-"))
        self.addCleanup(shutil.rmtree, self.work, ignore_errors=True)
        self.inbox = self.work / "받은 것"
        self.database = self.id().rsplit(".", 1)[-1]
        self.uri = self.server.make_database(self.database)

    def run_jangbu(self, *arguments, expect=(0, 3), environment=None, **options):
        done = subprocess.run([JANGBU, *arguments], capture_output=True, env=environment or ENVIRONMENT, timeout=PATIENCE, **options)
        self.assertIn(done.returncode, expect, done.stderr.decode()[-2000:])
        return done

    def ingest(self, *paths, out="out", uri=None, **options):
        return self.run_jangbu("ingest", *paths, "--out", self.work / out, "--quiet", "--ledger", uri or self.uri, **options)

    def assert_equal_ledgers(self, file):
        expected, got = rows_of_file(file), rows_of_server(self.server, self.database)
        self.assertEqual(sorted(expected), sorted(got))
        self.assertGreater(len(expected["record"]), 0)
        for view in expected:
            for kind, odd in (("missing", set(expected[view]) - set(got[view])), ("too many", set(got[view]) - set(expected[view]))):
                self.assertEqual(sorted(odd)[:3], [], f"{view}: {len(odd)} rows {kind}")
            self.assertEqual(len(expected[view]), len(got[view]), view)

    def test_all_fixtures(self):
        self.ingest(FIXTURES)
        self.assert_equal_ledgers(self.work / "out/ledger.sqlite")
        # Totals of what documents count, which a file keeps and the server sums up.
        with contextlib.closing(sqlite3.connect(self.work / "out/ledger.sqlite")) as database:
            kept = sorted("\t".join(map(str, row)) for row in database.execute("SELECT what, name, count, documents FROM _total WHERE what NOT IN ('names', 'failed')"))
        self.assertEqual(kept, sorted(self.server.ask("SELECT what, name, count, documents FROM jangbu._total", self.database).splitlines()))
        # Again, and with everything read again.
        before = rows_of_server(self.server, self.database)
        self.ingest(FIXTURES)
        self.assertEqual(before, rows_of_server(self.server, self.database))
        self.ingest(FIXTURES, out="another")  # the same documents from another folder
        with contextlib.closing(sqlite3.connect(self.work / "out/ledger.sqlite")) as database:
            documents = database.execute("SELECT count(*) FROM document").fetchone()
        self.assertEqual([str(documents[0])], self.server.ask("SELECT count(*) FROM jangbu.document", self.database).splitlines())

    def halves(self, documents):
        """Two folders between which editions, years and the same bytes are parted, as files come."""
        make_inbox(self.inbox, documents)
        parts = [self.work / name for name in ("가", "나")]
        for number, path in enumerate(sorted(self.inbox.rglob("*.txt"))):
            target = parts[number % 2] / path.relative_to(self.inbox)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
        return parts

    def test_many_writers_at_once(self):
        parts = self.halves(240)
        plain_run(JANGBU, parts[0], self.work / "one", parts[1])
        writers = [subprocess.Popen([JANGBU, "ingest", part, "--out", self.work / f"out {number}", "--quiet", "--ledger", self.uri], env=ENVIRONMENT, stderr=subprocess.PIPE)
                   for number, part in enumerate(parts)]
        for writer in writers:
            _, said = writer.communicate(timeout=PATIENCE)
            self.assertIn(writer.returncode, (0, 3), said.decode())
        self.assert_equal_ledgers(self.work / "one/ledger.sqlite")

        # What changes, goes and comes in one of them is settled with what stands in the other.
        files = sorted(parts[0].rglob("*.txt"))
        files[3].unlink()
        files[8].rename(files[8].with_name("옮김.txt"))
        files[20].write_text(report("가나국", 2, 601), encoding="utf-8")
        (parts[0] / "새것.txt").write_text(report("가나국", 3, 602), encoding="utf-8")
        plain_run(JANGBU, parts[0], self.work / "one", parts[1])
        for number, part in enumerate(parts):
            self.ingest(part, out=f"out {number}")
        self.assert_equal_ledgers(self.work / "one/ledger.sqlite")

    def test_folders_collected(self):
        parts = self.halves(60)
        for number, part in enumerate(parts):
            plain_run(JANGBU, part, self.work / f"out {number}")
        self.run_jangbu("collect", self.work / "out 0", self.work / "out 1", "--out", self.work / "모음", "--ledger", self.uri)
        self.assert_equal_ledgers(self.work / "모음/ledger.sqlite")

    def test_watched_folder(self):
        make_inbox(self.inbox, 20)
        plain_run(JANGBU, self.inbox, self.work / "one")
        self.run_jangbu("watch", self.inbox, "--out", self.work / "out", "--once", "--settle", "0", "--quiet", "--ledger", self.uri)
        self.assert_equal_ledgers(self.work / "one/ledger.sqlite")

    def test_workers_without_a_folder(self):
        make_inbox(self.inbox, 80)
        plain_run(JANGBU, self.inbox, self.work / "one")
        files = sorted(self.inbox.rglob("*.txt"))
        tasks = [json.dumps({"task_id": i, "path": str(path), "config": {"name": path.relative_to(self.inbox).as_posix()}}) for i, path in enumerate(files)]
        workers = []
        for share in (tasks[::2], tasks[1::2], tasks[:20]):  # some of them twice
            worker = subprocess.Popen([JANGBU, "worker", "--ledger", self.uri], env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            workers.append((worker, share))
            worker.stdin.write("".join(task + "\n" for task in share).encode())
            worker.stdin.close()
            worker.stdin = None
        for worker, share in workers:
            answers, said = worker.communicate(timeout=PATIENCE)
            self.assertEqual(worker.returncode, 0, said.decode())
            self.assertEqual(len(answers.splitlines()), len(share))
        self.assert_equal_ledgers(self.work / "one/ledger.sqlite")

    def test_strings_of_any_kind(self):
        self.inbox.mkdir()
        names = ["a'; DROP TABLE jangbu._record; --", 'b"\\', "c\\N", "d%s$1?", "e\u202e\u0007"]
        for number, name in enumerate(names):
            text = report("가나국", number + 1).replace("교육", name).replace("상담", "상담\\.").replace("구분", "구분" + "가" * 3000)
            (self.inbox / f"{name.replace('/', '_')}.txt").write_text(text, encoding="utf-8")
        deep = self.inbox.joinpath(*["긴" * 80] * 12)
        deep.mkdir(parents=True)
        (deep / "끝.txt").write_text(report("다라국", 7), encoding="utf-8")
        self.ingest(self.inbox)
        self.assert_equal_ledgers(self.work / "out/ledger.sqlite")
        (self.inbox / os.fsdecode(b"\xb0\xa1.txt")).write_text(report("마바국", 8), encoding="utf-8")
        (self.inbox / "널.txt").write_bytes(report("사아국", 9).replace("교육", "교\0육").encode())
        self.ingest(self.inbox)
        self.assertEqual(self.server.ask("SELECT count(*) FROM jangbu.document", self.database), str(len(list((self.work / "out/documents").glob("*.json")))))

    def test_server_lost_and_away(self):
        own = PrivatePostgres().start()
        self.addCleanup(own.end)
        make_inbox(self.inbox, 150)
        plain_run(JANGBU, self.inbox, self.work / "one")
        run = subprocess.Popen([JANGBU, "ingest", self.inbox, "--out", self.work / "out", "--quiet", "--ledger", own.uri], env=ENVIRONMENT, stderr=subprocess.PIPE)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(RuntimeError):
                if int(own.ask("SELECT count(*) FROM jangbu._document") or 0) > 10:
                    break
        own.kill()
        own.start()
        _, said = run.communicate(timeout=PATIENCE)
        self.assertIn(run.returncode, (0, 3), said.decode())
        self.assertEqual(rows_of_file(self.work / "one/ledger.sqlite"), rows_of_server(own))
        self.assertEqual(list(differences(tree(self.work / "one"), tree(self.work / "out"))), [])

        # Away for longer than one waits: the folder is whole, and what is missing is put by the next run.
        own.kill()
        (self.inbox / "새것.txt").write_text(report("가나국", 3, 602), encoding="utf-8")
        plain_run(JANGBU, self.inbox, self.work / "one")
        done = self.run_jangbu("ingest", self.inbox, "--out", self.work / "out", "--ledger", own.uri, "--ledger-patience", "1", expect=(3,))
        self.assertIn("E604 ledger_unavailable", done.stderr.decode())
        self.assertEqual(json.loads((self.work / "out/run.json").read_text())["ledger"]["error"], "ledger_unavailable")
        self.assertEqual(list(differences(tree(self.work / "one"), tree(self.work / "out"))), [])
        own.start()
        self.ingest(self.inbox, uri=own.uri)
        self.assertEqual(rows_of_file(self.work / "one/ledger.sqlite"), rows_of_server(own))

    def test_who_is_not_let_in(self):
        self.inbox.mkdir()
        (self.inbox / "a.txt").write_text(report("가나국", 1), encoding="utf-8")
        secret = "열려라-참깨"
        host = f"host={self.server.folder}"
        quoted = urllib.parse.quote(secret)
        self.server.ask(f"CREATE ROLE stranger LOGIN PASSWORD '{secret}'; REVOKE CREATE ON DATABASE \"{self.database}\" FROM PUBLIC", self.database)
        for uri in (f"postgresql://jangbu:{quoted}@/nowhere?{host}", f"postgresql://stranger:{quoted}@/{self.database}?{host}"):
            done = self.run_jangbu("ingest", self.inbox, "--out", self.work / "out", "--ledger", uri, expect=(1, 3))
            self.assertIn("E605 ledger_refused", done.stderr.decode())
            self.assertNotIn(secret, done.stderr.decode())
            self.assertNotIn(quoted, done.stderr.decode())
        # Nothing that was written names it.
        for path in (self.work / "out").rglob("*"):
            if path.is_file():
                self.assertNotIn(secret.encode(), path.read_bytes(), path)
                self.assertNotIn(quoted.encode(), path.read_bytes(), path)
        for uri in (f"postgresql://jangbu:{quoted}@[::1/x", f"postgresql://jangbu:{quoted}@h/x?nonsense={quoted}"):
            done = self.run_jangbu("ingest", self.inbox, "--out", self.work / "out2", "--ledger", uri, "--ledger-patience", "1", expect=(1, 3))
            self.assertNotIn(quoted, done.stderr.decode())
            self.assertNotIn(secret, done.stderr.decode())
        self.run_jangbu("ingest", self.inbox, "--out", self.work / "out3", "--ledger", "mysql://x", expect=(2,))
        self.run_jangbu("worker", "--amqp", "amqp://x", "--ledger", self.uri, expect=(2,))
        # A ledger of another version is not ours to remove.
        self.ingest(self.inbox, out="out4")
        self.server.ask("UPDATE jangbu.meta SET value = 'other' WHERE key = 'tables'", self.database)
        done = self.ingest(self.inbox, out="out4", expect=(3,))
        self.assertIn("another version", done.stderr.decode())


if __name__ == "__main__":
    if missing():
        print(f"skipped: {missing()}")
        sys.exit(77)
    JANGBU = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)
