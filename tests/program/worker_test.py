#!/usr/bin/env python3
"""jangbu worker as other programs drive it: xargs, GNU parallel, a stand-in for Spark's RDD.pipe. usage: worker_test.py PATH-OF-JANGBU"""

import base64
import hashlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
INBOX = sorted((ROOT / "fixtures" / "inbox").iterdir())
TASKS = 60 if "JANGBU_THOROUGH" in os.environ else 16  # handed to several workers
BROKEN = sorted((ROOT / "fixtures" / "broken").iterdir())
JANGBU = None


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def lines_of(text):
    return [json.loads(line) for line in text.splitlines()]


class Worker(unittest.TestCase):
    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="jangbu-worker-"))
        self.addCleanup(shutil.rmtree, self.work, ignore_errors=True)

    def results(self, tasks, *arguments, **options):
        text = "".join((task if isinstance(task, str) else json.dumps(task)) + "\n" for task in tasks)
        ended = subprocess.run([JANGBU, "worker", *arguments], input=text, capture_output=True, text=True, timeout=250, **options)
        self.assertEqual(ended.returncode, 0, ended.stderr)
        return lines_of(ended.stdout)

    def documents_of_ingest(self, files):
        out = self.work / "ingested"
        subprocess.run([JANGBU, "ingest", *map(str, files), "--out", str(out), "--quiet"], capture_output=True, timeout=250)
        documents = [json.loads(path.read_text(encoding="utf-8")) for path in (out / "documents").iterdir()]
        return {document["source"]["sha256"]: document for document in documents}

    def test_a_task_gives_what_ingest_writes(self):
        wanted = self.documents_of_ingest(INBOX)
        results = self.results([{"task_id": n, "path": str(path)} for n, path in enumerate(INBOX)])
        self.assertEqual([r["task_id"] for r in results], list(range(len(INBOX))))
        for result, path in zip(results, INBOX):
            self.assertTrue(result["ok"], result)
            self.assertEqual(result["sha256"], sha256(path))
            self.assertEqual(result["document_id"], result["document"]["document_id"])
            document, mine = wanted[result["sha256"]], result["document"]
            for key in ("tables", "sections", "repairs", "title", "organization"):
                self.assertEqual(mine[key], document[key], (path.name, key))
            self.assertEqual([r["record_id"] for r in mine["records"]], [r["record_id"] for r in document["records"]])

    def test_bytes_come_in_three_ways(self):
        path = INBOX[0]
        coded = base64.b64encode(path.read_bytes()).decode()
        descriptor = os.open(path, os.O_RDONLY)
        self.addCleanup(os.close, descriptor)
        config = {"name": path.name}
        results = self.results([{"task_id": "p", "path": str(path), "sha256": sha256(path)}, {"task_id": "b", "bytes_base64": coded, "config": config},
                                {"task_id": "f", "fd": descriptor, "config": config}], pass_fds=[descriptor])
        self.assertEqual([r["ok"] for r in results], [True] * 3, results)
        self.assertEqual(len({json.dumps(r["document"]) for r in results}), 1)

    def test_what_fails_has_a_result_too_and_ends_nothing(self):
        path = str(INBOX[0])
        tasks = [{"task_id": str(p), "path": str(p)} for p in BROKEN] + [
            "{\"task_id\": 1, \"path\"", "{}", "{\"task_id\": 2, \"path\": \"/nowhere\"}", {"task_id": 3, "path": path, "bytes_base64": ""},
            {"task_id": 4, "bytes_base64": "=AAA"}, {"task_id": 5, "fd": 0}, {"task_id": 6, "fd": 999}, {"task_id": 7, "path": path, "sha256": "0" * 64},
            {"task_id": 8, "path": path, "wish": 1}, {"task_id": 9, "path": path, "config": {"seconds": 1}}, {"task_id": [], "path": path}, "[" * 100000,
            "{\"task_id\":" + "[" * 100000, {"task_id": 10, "path": path, "attempt": 3}]
        results = self.results(tasks)
        self.assertEqual(len(results), len(tasks))
        for result in results[:-1]:
            self.assertFalse(result["ok"], result)
            self.assertGreater(result["error"]["code"], 100)
            self.assertIsInstance(result["error"]["passing"], bool)
        by_id = {json.dumps(r["task_id"]): r for r in results}
        self.assertEqual(by_id["2"]["error"]["error"], "path_missing")
        self.assertTrue(by_id["7"]["error"]["passing"])
        self.assertTrue(results[-1]["ok"])
        self.assertEqual(results[-1]["attempt"], 3)

    def test_each_result_is_there_as_soon_as_it_is_done(self):
        worker = subprocess.Popen([JANGBU, "worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        for path in INBOX[:3]:
            worker.stdin.write(json.dumps({"task_id": path.name, "path": str(path)}) + "\n")
            worker.stdin.flush()
            self.assertEqual(json.loads(worker.stdout.readline())["task_id"], path.name)
        worker.stdin.close()
        self.assertEqual(worker.stdout.read(), "")
        worker.stdout.close()
        self.assertEqual(worker.wait(60), 0)

    def test_a_signal_ends_it_within_a_second(self):
        worker = subprocess.Popen([JANGBU, "worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        worker.stdin.write(json.dumps({"task_id": 1, "path": str(INBOX[0])}) + "\n")
        worker.stdin.flush()
        self.assertTrue(json.loads(worker.stdout.readline())["ok"])
        begin = time.monotonic()
        worker.send_signal(signal.SIGTERM)
        self.assertEqual(worker.wait(30), 143)
        self.assertLess(time.monotonic() - begin, 1 if "asan" not in JANGBU and "fuzz" not in JANGBU else 5)
        worker.stdin.close()
        worker.stdout.close()

    def test_xargs(self):
        files = "\0".join(str(path) for path in INBOX * 3)
        command = 'exec "$0" worker "$@" > results.$$'  # a file for each: what several write into one pipe mixes
        ended = subprocess.run(["xargs", "-0", "-n", "4", "-P", "2", "sh", "-c", command, JANGBU], input=files, capture_output=True, text=True, timeout=250, cwd=self.work)
        self.assertEqual(ended.returncode, 0, ended.stderr)
        results = [result for path in self.work.glob("results.*") for result in lines_of(path.read_text(encoding="utf-8"))]
        self.assertEqual(sorted(r["task_id"] for r in results), sorted(str(path) for path in INBOX * 3))

    @unittest.skipUnless(shutil.which("parallel"), "GNU parallel is not installed")
    def test_parallel_over_two_machines(self):
        """Two folders, and where this test may, two users: what one machine reads the other does not see."""
        results = []
        for number, half in enumerate((INBOX[::2], INBOX[1::2])):
            machine = self.work / f"machine{number}"
            machine.mkdir()
            for path in half:
                shutil.copy(path, machine)
            options = {}
            if number == 1 and os.geteuid() == 0:
                os.chmod(self.work, 0o711)
                for path in (machine, *machine.iterdir()):
                    shutil.chown(path, "nobody")
                options = {"user": "nobody", "group": "nogroup"}
            tasks = "".join(json.dumps({"task_id": path.name, "path": str(machine / path.name)}) + "\n" for path in half * 5)
            ended = subprocess.run(["parallel", "--will-cite", "--pipe", "-N", "3", "-j", "2", JANGBU, "worker"], input=tasks, capture_output=True, text=True, timeout=250,
                                   env={**os.environ, "HOME": str(machine), "TMPDIR": str(machine)}, **options)
            self.assertEqual(ended.returncode, 0, ended.stderr)
            results += lines_of(ended.stdout)
        self.assertEqual(sorted(r["task_id"] for r in results), sorted(path.name for path in INBOX * 5))
        self.assertTrue(all(r["ok"] for r in results), results)
        # What came down the pipe becomes a folder.
        lines = "".join(json.dumps(result, ensure_ascii=False) + "\n" for result in results)
        ended = subprocess.run([JANGBU, "collect", "-", "--out", self.work / "out"], input=lines, capture_output=True, text=True, timeout=250)
        self.assertEqual(ended.returncode, 0, ended.stderr)
        self.assertEqual(len(list((self.work / "out" / "documents").iterdir())), len(INBOX))

    def test_the_line_protocol_of_rdd_pipe(self):
        """Spark writes the elements of a partition, one a line, closes the worker's input, and takes each line of output as an element; a status that is not 0 fails
        the job. It does so from two threads: what the worker writes must not wait for all of its input."""
        tasks = [json.dumps({"task_id": f"{n}", "path": str(INBOX[n % len(INBOX)])}) for n in range(TASKS)]
        partitions = [tasks[: TASKS // 2], tasks[TASKS // 2 :]]
        collected = []
        for partition in partitions:
            worker = subprocess.Popen([JANGBU, "worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            out, _ = worker.communicate("".join(line + "\n" for line in partition), timeout=250)
            self.assertEqual(worker.returncode, 0)
            collected += out.splitlines()
        self.assertEqual([json.loads(line)["task_id"] for line in collected], [str(n) for n in range(TASKS)])


if __name__ == "__main__":
    JANGBU = os.path.abspath(sys.argv.pop(1))
    unittest.main()
