#!/usr/bin/env python3
"""A fleet on a RabbitMQ and a PostgreSQL of its own: submit, three workers, collect; killed in mid-work, all of them, the broker and the database, and
nothing is lost: the folder and both ledgers are those of one local run, and the documents that kill whoever reads them are in quarantine.

usage: fleet_test.py PATH-OF-JANGBU PATH-OF-DEADLY-FILES [Fleet.TEST...]
"""

import contextlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "program"))

from kill_test import ENVIRONMENT, differences, ledger, make_inbox, plain_run, report, tree
from private_broker import PrivateBroker, missing
from private_postgres import PrivatePostgres
from private_postgres import missing as missing_postgres
from shared_ledger_test import rows_of_file, rows_of_server

JANGBU = DEADLY_FILES = None
THOROUGH = "JANGBU_THOROUGH" in os.environ
DOCUMENTS, POISON, WORKERS = 1000, 4, 3
PATIENCE = 900  # seconds until a test that waits for something fails


def until(condition, what):
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"waited too long: {what}")
        time.sleep(0.05)


class Workers:
    """So many workers, each begun again when it ends, as systemd does it."""

    def __init__(self, count, *arguments, environment=None):
        self.arguments, self.environment = [JANGBU, "worker", *arguments], environment or ENVIRONMENT
        self.processes, self.deaths, self.drained, self.errors, self.stopped = [None] * count, 0, 0, [], False
        self.threads = [threading.Thread(target=self.keep, args=(i,)) for i in range(count)]
        for thread in self.threads:
            thread.start()

    def keep(self, place):
        while not self.stopped:
            process = self.processes[place] = subprocess.Popen(self.arguments, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            _, said = process.communicate()
            self.deaths += process.returncode == -signal.SIGKILL
            self.drained += process.returncode == 128 + signal.SIGTERM
            # By the signal itself: it had not begun yet, or was asked twice.
            if process.returncode not in (-signal.SIGKILL, 128 + signal.SIGTERM, -signal.SIGTERM):
                self.errors.append((process.returncode, said.decode()[-500:]))
                time.sleep(0.5)

    def kill(self, number, by):
        process = self.processes[number]
        if process and process.poll() is None:
            process.send_signal(by)

    def stop(self):
        self.stopped = True
        while any(thread.is_alive() for thread in self.threads):
            for number in range(len(self.processes)):
                self.kill(number, signal.SIGTERM)
            time.sleep(0.2)
            for thread in self.threads:
                thread.join(10)


class Fleet(unittest.TestCase):
    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="jangbu-fleet-"))
        self.addCleanup(shutil.rmtree, self.work, ignore_errors=True)
        self.inbox, self.out = self.work / "받은 것", self.work / "out"

    def broker(self, **options):
        broker = PrivateBroker(self.work / "broker", **options)
        self.addCleanup(broker.end)
        return broker.start()

    def run_jangbu(self, *arguments, expect=0, environment=None):
        done = subprocess.run([JANGBU, *arguments], capture_output=True, text=True, env=environment or ENVIRONMENT, timeout=PATIENCE)
        self.assertEqual(done.returncode, expect, done.stderr[-2000:])
        return done

    def workers(self, *arguments, **options):
        workers = Workers(*arguments, **options)
        self.addCleanup(workers.stop)
        return workers

    def documents_in(self, out):
        return len(list((out / "documents").glob("*.json")))

    def quarantine(self, out):
        path = out / "quarantine.ndjson"
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []

    def test_killed_in_mid_work(self):
        make_inbox(self.inbox, DOCUMENTS)
        plain_run(JANGBU, self.inbox, self.work / "local")
        expected = tree(self.work / "local")
        for number in range(POISON):
            (self.inbox / f"{number}" / f"{(number + 1) * DOCUMENTS // 6:03} 독.deadly.txt").write_text(report(f"독{number}국", 1), encoding="utf-8")

        broker = self.broker()
        server = PrivatePostgres().start()
        self.addCleanup(server.end)
        amqp = ["--amqp", broker.url]
        self.assertIn(f"{DOCUMENTS + POISON} reports submitted", self.run_jangbu("submit", self.inbox, *amqp).stderr)
        deadly = {**ENVIRONMENT, "LD_PRELOAD": DEADLY_FILES, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"}
        workers = self.workers(WORKERS, *amqp, environment=deadly)
        metrics = self.work / "collect.prom"
        collect = [JANGBU, "collect", *amqp, "--out", self.out, "--idle", "5", "--wait", "--metrics", metrics, "--ledger", server.uri]
        collector = subprocess.Popen(collect, env=ENVIRONMENT, stderr=subprocess.DEVNULL)
        self.addCleanup(collector.kill)

        documents = len(list((self.work / "local/documents").glob("*.json")))
        self.assertGreater(documents, DOCUMENTS * 0.8)
        until(lambda: self.documents_in(self.out) > documents // 8, "the first documents")
        workers.kill(0, signal.SIGKILL)
        workers.kill(1, signal.SIGTERM)  # gives back what it did not begin
        until(lambda: self.documents_in(self.out) > documents // 4, "a quarter")
        collector.kill()
        collector.wait()
        broker.kill()
        time.sleep(0.5)
        broker.start()
        collector = subprocess.Popen(collect, env=ENVIRONMENT, stderr=subprocess.DEVNULL)
        self.addCleanup(collector.kill)
        until(lambda: self.documents_in(self.out) > documents // 2, "half")
        server.kill()  # the collector waits for it, and acknowledges nothing meanwhile
        broker.kill()
        broker.start()
        server.start()
        workers.kill(2, signal.SIGKILL)

        def all_poison():
            return sum(e["error"] == "worker_lost" for e in self.quarantine(self.out)) == POISON

        # It ends by itself where nothing comes for some seconds, which a busy machine may take for a worker that begins anew.
        end = time.monotonic() + PATIENCE
        while not all_poison() and time.monotonic() < end:
            status = collector.wait(PATIENCE)
            self.assertIn(status, (0, 3))
            collector = subprocess.Popen(collect, env=ENVIRONMENT, stderr=subprocess.DEVNULL)
            self.addCleanup(collector.kill)
        self.assertIn(collector.wait(PATIENCE), (0, 3))
        workers.stop()
        self.assertIn('jangbu_queue_messages{role="collect",queue="jangbu.tasks"} 0', metrics.read_text().splitlines())
        self.run_jangbu("collect", *amqp, "--out", self.out, "--idle", "1", "--ledger", server.uri)  # whatever the workers gave back and sent at the end

        poison = [e for e in self.quarantine(self.out) if e["error"] == "worker_lost"]
        self.assertEqual(len(poison), POISON, self.quarantine(self.out))
        for entry in poison:
            self.assertIn("독.deadly.txt", entry["path"])
            self.assertEqual(entry["code"], 603)
            self.assertIn("delivery_limit", entry["message"])
        # In the second court each killed alone; in the first one death may count for several.
        self.assertGreaterEqual(workers.deaths, 3 * POISON + 3)
        self.assertEqual(workers.errors, [])
        got = tree(self.out)
        got["quarantine.ndjson"] = [e for e in got["quarantine.ndjson"] if e["error"] != "worker_lost"]
        got["ledger.sqlite"] = [row for row in got["ledger.sqlite"] if ".deadly." not in row]
        self.assertEqual(list(differences(expected, got)), [])
        in_postgres = {view: [row for row in rows if ".deadly." not in row] for view, rows in rows_of_server(server).items()}
        self.assertEqual(list(differences(rows_of_file(self.work / "local/ledger.sqlite"), in_postgres)), [])

    def test_tls_and_who_may_come_in(self):
        certificate, key = self.work / "cert.pem", self.work / "key.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-out",
                        certificate, "-keyout", key], check=True, capture_output=True)
        broker = self.broker(certificate=certificate, key=key)
        make_inbox(self.inbox, 3)
        trusting = ["--amqp", broker.tls_url, "--amqp-ca", certificate]
        self.run_jangbu("submit", self.inbox, *trusting)
        metrics = self.work / "worker.prom"
        workers = self.workers(1, *trusting, "--metrics", metrics)
        self.run_jangbu("collect", *trusting, "--out", self.out, "--idle", "3", expect=3)  # an empty file is among them
        self.assertEqual(self.documents_in(self.out), 2)
        workers.stop()
        self.assertEqual((workers.errors, workers.drained), ([], 1))
        told = metrics.read_text().splitlines()
        self.assertIn('jangbu_documents_total{role="worker"} 2', told)
        self.assertIn('jangbu_failures_total{role="worker",error="file_empty"} 1', told)
        self.assertEqual(workers.errors, [])
        for arguments in (["--amqp", broker.tls_url],  # a certificate that nobody vouches for
                          ["--amqp", broker.tls_url.replace("localhost", "127.0.0.1"), "--amqp-ca", certificate],  # another's
                          ["--amqp", broker.url.replace("guest:guest", "guest:wrong")], ["--amqp", "http://localhost/"]):
            done = self.run_jangbu("submit", self.inbox, *arguments, expect=1)
            self.assertIn("E602 broker_refused", done.stderr)
            self.assertNotIn("wrong@", done.stderr)
        nobody = self.run_jangbu("submit", self.inbox, "--amqp", "amqp://127.0.0.1:1/", "--patience", "1", "--log-format", "json", expect=1)
        self.assertIn("E601 broker_unavailable", nobody.stderr)
        lines = [json.loads(line) for line in nobody.stderr.splitlines()[:-1]]  # the last is said to people
        self.assertTrue(lines)
        for line in lines:
            self.assertEqual((list(line), line["level"]), (["time", "level", "process", "message"], "warning"))
            self.assertIn("127.0.0.1:1", line["message"])

    def test_handed_in_again_and_changed(self):
        broker = self.broker()
        amqp = ["--amqp", broker.url, "--queue", "시험"]
        make_inbox(self.inbox, 20)
        workers = self.workers(1, *amqp)

        def round_of(*submit):
            self.run_jangbu("submit", self.inbox, *amqp, *submit)
            self.run_jangbu("collect", *amqp, "--out", self.out, "--idle", "3", expect=3)
            return tree(self.out)

        plain_run(JANGBU, self.inbox, self.work / "local")
        first = round_of("--bytes")  # a worker need not see the files
        self.assertEqual(list(differences(tree(self.work / "local"), first)), [])
        self.assertEqual(list(differences(first, round_of())), [])
        (self.inbox / "1" / "001.txt").write_text(report("가나국", 2, 601), encoding="utf-8")  # a later edition in its place
        plain_run(JANGBU, self.inbox, self.work / "local")
        self.assertEqual(list(differences(tree(self.work / "local"), round_of())), [])
        workers.stop()
        self.assertEqual(workers.errors, [])


if __name__ == "__main__":
    why = missing()
    if sys.argv[3:] == ["Fleet.test_killed_in_mid_work"]:
        why = why or missing_postgres()
    if not THOROUGH and sys.argv[3:] == ["Fleet.test_killed_in_mid_work"]:
        why = why or "it takes a minute; JANGBU_THOROUGH=1 runs it, as .ci/run does"
    if why:
        print(f"skipped: {why}")
        sys.exit(77)
    DEADLY_FILES = os.path.abspath(sys.argv.pop(2))
    JANGBU = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=2)
