#!/usr/bin/env python3
"""What one more report costs, by how many there are already: N small reports (41 rows each) in the folder, then one more.

usage: growth.py PATH-OF-JANGBU [--documents 1000 10000 100000] [--folder WORK] [--runs 3]

For each N it prints the CPU seconds and the peak memory of a run that finds nothing changed (that is what listing the inbox costs), of the run
that takes one more report in, how many bytes stand on the disk for each byte of records, and how long after it has settled `jangbu watch` has a
new report in. Exit code 1 where the last N costs, beyond the listing, more than 1.5 times what the first costs, where watch takes more than 2 s,
or where the totals are wrong.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROWS = 41


def report(number):
    """41 records of an office of its own in one of five years: offices have their own names, as in a country with many of them."""
    office = "".join(chr(0xAC00 + (number // 5 // 19 ** k % 19) * 588 + 28 * k) for k in range(5)) + "과"
    year = 2017 + number % 5
    rows = "".join(f"사업 {chr(0xAC00 + i * 28)}\t{100 + i},000\t{70 + i},000\t{60 + i},000\n" for i in range(ROWS - 1))
    totals = "\t".join(f"{sum(range(base, base + ROWS - 1)):,},000" for base in (100, 70, 60))
    return f"주요업무보고\n{year}. 12.\n{office}\nⅠ. 예산집행 현황\n(단위: 천원, ’{year % 100}.12.1. 기준)\n\n구분\t예산현액\t원인행위액\t지출액\n합계\t{totals}\n{rows}"


def put(inbox, number):
    folder = inbox / f"{number // 1000:04}"
    folder.mkdir(exist_ok=True)
    (folder / f"{number:07}.txt").write_text(report(number), encoding="utf-8")


def measured(*command):
    """(CPU seconds, peak MB, wall seconds) of a command and of its children."""
    begin = time.monotonic()
    pid = os.posix_spawn(command[0], [str(part) for part in command], os.environ)
    _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f"{command}: status {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, time.monotonic() - begin


def size_of(*paths):
    total = 0
    for path in paths:
        total += sum(p.stat().st_size for p in path.rglob("*") if p.is_file()) if path.is_dir() else path.stat().st_size if path.exists() else 0
    return total


def watched(jangbu, inbox, out, number):
    """Seconds from when a report that arrives has stayed the same long enough until `jangbu watch` has it in."""
    settle, started = 1.0, time.time()
    path = out / "run.json"

    def until(told):
        while True:
            if path.stat().st_mtime > started and told(json.loads(path.read_text(encoding="utf-8"))):
                return time.monotonic()
            if process.poll() is not None or time.time() > started + 600:
                sys.exit(f"watch: ended with {process.poll()}, or took too long")
            time.sleep(0.02)

    process = subprocess.Popen([jangbu, "watch", inbox, "--out", out, "--settle", str(settle), "--quiet"])
    try:
        until(lambda run: run.get("watch", {}).get("state") == "watching")
        time.sleep(2)
        put(inbox, number)
        begin = time.monotonic()
        return until(lambda run: any(i["path"].endswith(f"{number:07}.txt") and i["outcome"] == "ingested" for i in run["inputs"])) - begin - settle
    finally:
        process.terminate()
        process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("jangbu", type=os.path.abspath)
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3, help="the median of so many")
    options = parser.parse_args()
    work = pathlib.Path(tempfile.mkdtemp(prefix="jangbu-growth-", dir=options.folder))
    inbox, out = work / "inbox", work / "out"
    inbox.mkdir()
    ingest = (options.jangbu, "ingest", inbox, "--out", out, "--quiet")
    there, costs, bad = 0, [], []
    print(f"{'reports':>9} {'first run':>10} {'nothing new':>12} {'':>8} {'one more':>10} {'':>8} {'beyond':>8} {'bytes a byte':>13} {'watch':>8}")
    print(f"{'':>9} {'CPU s':>10} {'CPU s':>12} {'MB':>8} {'CPU s':>10} {'MB':>8} {'CPU s':>8} {'of records':>13} {'s':>8}", flush=True)
    try:
        for documents in options.documents:
            for number in range(there, documents):
                put(inbox, number)
            there = documents
            time.sleep(3)  # files that are younger prove nothing by their stamps
            first = measured(*ingest)
            measured(*ingest)
            idle, more = [], []
            for _ in range(options.runs):
                idle.append(measured(*ingest))
                put(inbox, there)
                there += 1
                more.append(measured(*ingest))
                time.sleep(3)
                measured(*ingest)
            middle = options.runs // 2
            nothing, one = sorted(idle)[middle], sorted(more)[middle]
            records = size_of(out / "records")
            everything = size_of(out)
            totals = json.loads((out / "run.json").read_text(encoding="utf-8"))["totals"]
            if totals["documents"] != there or totals["records"]["budget"] != there * ROWS:
                bad.append(f"{documents}: {totals}")
            costs.append(one[0] - nothing[0])
            waited = watched(options.jangbu, inbox, out, there)
            there += 1
            if waited > 2:
                bad.append(f"{documents}: watch takes {waited:.1f} s after a report has settled")
            print(f"{documents:>9} {first[0]:>10.1f} {nothing[0]:>12.2f} {nothing[1]:>8.0f} {one[0]:>10.2f} {one[1]:>8.0f} {costs[-1]:>8.2f} {everything / records:>13.2f} {waited:>8.2f}", flush=True)
            parts = {name: size_of(out / name) for name in ("documents", "records", "ledger.sqlite", ".jangbu")}
            print("          " + ", ".join(f"{name} {size / documents / 1000:.1f} kB a report" for name, size in parts.items()), flush=True)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    if costs[-1] > 1.5 * max(costs[0], 0.05):
        bad.append(f"one more report costs {costs[-1]:.2f} s beyond the listing, {costs[0]:.2f} s at first")
    for line in bad:
        print(line, file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
