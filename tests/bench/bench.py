#!/usr/bin/env python3
"""What reading costs: CPU seconds and peak memory, beside other programs on the same files in the same run.

    bench.py FILE…             the whole job (`jangbu ingest` of that one file to JSON), file by file; for PDFs also `pdftotext` and
                               `mutool draw -F stext`, and how many times their CPU time jangbu takes; of several PDFs
                               also all in one run
    bench.py --corpus FOLDER   every Hangul document below FOLDER through the extractors in one process, against the pace to beat

    --build DIR    the build to measure (default: build/release beside this checkout; `make bench` makes it)
    --repeat N     repetitions, of which the cheapest counts (default 5)

CPU seconds are user and system time; start-up of the programs is part of them. Memory is the largest resident set; below some 10 MB it is
this script's own, which a process started by it inherits. A program that is not installed gets dashes. Python 3, standard library only.
Exit codes: 0 measured, 1 a file could not be read by jangbu, 2 wrong usage or no build.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PACE_MB_PER_SECOND = 65  # a reader in a scripting language over 892 real Hangul files
PACE_ASKED = 4  # times that


def run(command):
    """(exit code, CPU seconds, peak memory in MB) of a program whose output nobody sees."""
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def cheapest(make_command, repeat):
    """The cheapest of several runs; None where the program is missing or fails."""
    best = None
    for _ in range(repeat):
        code, seconds, memory = run(make_command())
        if code != 0:
            return None
        best = (seconds, memory) if best is None else (min(best[0], seconds), min(best[1], memory))
    return best


def shown(cost):
    return f"{cost[0]:8.3f} {cost[1]:6.0f}" if cost else f"{'-':>8} {'-':>6}"


def ratio(ours, theirs):
    return f"{ours[0] / theirs[0]:7.2f}" if ours and theirs and theirs[0] > 0 else f"{'-':>7}"


def is_pdf(path):
    with open(path, "rb") as file:
        return b"%PDF-" in file.read(1024)


def measure_files(paths, jangbu, repeat, work):
    others = {"pdftotext": lambda path: ["pdftotext", path, os.devnull],
              "mutool": lambda path: ["mutool", "draw", "-q", "-F", "stext", "-o", os.devnull, path]}
    for name in others:
        if shutil.which(name) is None:
            print(f"{name} is not installed: its columns stay empty", file=sys.stderr)
    print(f"{'':>8} {'jangbu':>15} {'pdftotext':>15} {'':>7} {'mutool stext':>15}")
    print(f"{'MB':>8} {'CPU s':>8} {'mem MB':>6} {'CPU s':>8} {'mem MB':>6} {'ratio':>7} {'CPU s':>8} {'mem MB':>6} {'ratio':>7}  file")

    def ingest(*inputs):
        out = work / "out"
        shutil.rmtree(out, ignore_errors=True)
        return [str(jangbu), "ingest", "--jobs", "1", "--out", str(out), *map(str, inputs)]

    unread = 0
    sums = {name: [0.0, 0.0] for name in others}  # ours and theirs, over the files that both read
    for path in paths:
        ours = cheapest(lambda: ingest(path), repeat)
        unread += ours is None
        theirs = {name: cheapest(lambda: command(str(path)), repeat) if is_pdf(path) and shutil.which(name) else None
                  for name, command in others.items()}
        for name, cost in theirs.items():
            if ours and cost:
                sums[name][0] += ours[0]
                sums[name][1] += cost[0]
        columns = " ".join(f"{shown(cost)} {ratio(ours, cost)}" for cost in theirs.values())
        print(f"{path.stat().st_size / 1e6:8.2f} {shown(ours)} {columns}  {path}{'' if ours else '  NOT READ'}", flush=True)
    for name, (ours, theirs) in sums.items():
        if theirs > 0:
            print(f"all files that both read: jangbu {ours:.3f} s, {name} {theirs:.3f} s, ratio {ours / theirs:.2f}")
    if len(paths) > 1 and not unread and all(is_pdf(path) for path in paths):
        # As it is used: a folder in one run. The others take one file at a time.
        together = cheapest(lambda: ingest(*paths), repeat)
        ratios = "".join(f", {name} {together[0] / theirs:.2f}" for name, (_, theirs) in sums.items() if theirs > 0) if together else ""
        print(f"all of them in one run: jangbu {shown(together).strip()} MB; ratios to the sums{ratios}")
    return 1 if unread else 0


def measure_corpus(folder, reader, repeat):
    done = subprocess.run([str(reader), str(folder), str(repeat)], check=True, capture_output=True, text=True)
    cost = json.loads(done.stdout)
    if cost["files"] == 0:
        print(f"{folder}: no Hangul document there", file=sys.stderr)
        return 1
    pace = cost["bytes"] / 1e6 / max(cost["cpu_seconds"], 1e-9)
    memory = cost["peak_kib"] / 1024
    largest = cost["largest"] / 2**20
    print(f"{cost['files']} files ({cost['failed']} not readable), {cost['bytes'] / 1e6:.1f} MB, {cost['tables']} tables")
    print(f"CPU {cost['cpu_seconds']:.3f} s: {pace:.0f} MB/s, {pace / PACE_MB_PER_SECOND:.2f} times the pace of {PACE_MB_PER_SECOND} MB/s"
          f" (asked: {PACE_ASKED})")
    print(f"peak memory {memory:.1f} MB (asked: at most {max(64.0, 2 * largest):.0f}); the largest file has {largest:.1f} MB")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=pathlib.Path, metavar="FILE")
    parser.add_argument("--corpus", type=pathlib.Path, metavar="FOLDER")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build" / "release", metavar="DIR")
    parser.add_argument("--repeat", type=int, default=5, metavar="N")
    options = parser.parse_args()
    if not options.files and not options.corpus:
        parser.error("give files, or --corpus and a folder")
    if options.repeat < 1:
        parser.error("--repeat counts from 1")
    for path in options.files:
        if not path.is_file():
            parser.error(f"{path}: no such file")
    if options.corpus and not options.corpus.is_dir():
        parser.error(f"{options.corpus}: no such folder")
    jangbu, reader = options.build / "jangbu", options.build / "tests" / "bench" / "read_corpus"
    for program, wanted in ((jangbu, options.files), (reader, options.corpus)):
        if wanted and not program.is_file():
            parser.error(f"{program} is missing: `make bench` builds it")
    status = 0
    if options.files:
        with tempfile.TemporaryDirectory() as work:
            status = measure_files(options.files, jangbu, options.repeat, pathlib.Path(work))
    if options.corpus:
        status = max(status, measure_corpus(options.corpus, reader, options.repeat))
    return status


if __name__ == "__main__":
    sys.exit(main())
