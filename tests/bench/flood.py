#!/usr/bin/env python3
"""Thousands of small documents dropped into a folder while `jangbu watch` runs over it; then the same folder again by `jangbu ingest`.
Prints how long it took, how much memory the process held as documents went in, and whether each came in exactly once.

usage: flood.py PATH-OF-JANGBU [--documents 10000] [--folder WORK]
"""

import argparse
import collections
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



def report(number):
    """Ten records; an office and a month of its own, so that no two are one report."""
    rows = "".join(f"사업 {chr(0xAC00 + i * 28)}\t100\t70\t{60 + i}\n" for i in range(9))
    office = "".join(chr(0xAC00 + (number // 12 // 11 ** k % 11) * 588) for k in range(4))
    return (f"주요업무보고\n2021. {number % 12 + 1}.\n{office}국\nⅠ. 예산집행 현황\n(단위: 천원, ’21.8.13. 기준)\n\n구분\t예산현액\t원인행위액\t지출액\n"
            f"합계\t900\t630\t{sum(60 + i for i in range(9))}\n{rows}")


def memory(process):
    """Of this process alone, in MB: now, and at its peak."""
    text = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return tuple(int(re.search(rf"{key}:\s+(\d+)", text)[1]) / 1024 for key in ("VmRSS", "VmHWM"))


def timed_ingest(jangbu, inbox, out, *arguments):
    begin, before = time.monotonic(), os.times()
    subprocess.run([jangbu, "ingest", inbox, "--out", out, "--quiet", *arguments], check=True)
    after = os.times()
    return time.monotonic() - begin, after.children_user - before.children_user + after.children_system - before.children_system


def tree(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file() and ".jangbu" not in p.parts and p.name != "run.json" and not p.name.startswith("ledger.sqlite")}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("jangbu", type=os.path.abspath)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--folder", type=pathlib.Path)
    options = parser.parse_args()
    work = pathlib.Path(tempfile.mkdtemp(prefix="jangbu-flood-", dir=options.folder))
    bad = []
    try:
        inbox, out, log = work / "inbox", work / "out", work / "log"
        inbox.mkdir()
        with log.open("wb") as stderr:
            process = subprocess.Popen([options.jangbu, "watch", inbox, "--out", out, "--log-level", "info"], stderr=stderr)
        time.sleep(1)
        begin = time.monotonic()
        for number in range(options.documents):
            folder = inbox / f"{number % 50:02}"
            folder.mkdir(exist_ok=True)
            (folder / f"{number:05}.txt").write_text(report(number), encoding="utf-8")
        dropped = time.monotonic() - begin
        print(f"{options.documents} documents dropped in {dropped:.1f} s")
        print("   seconds     read       in  memory now, peak (MB)")
        now, told = 0, 0.0
        while now < options.documents:
            if process.poll() is not None or time.monotonic() - begin > 3600:
                bad.append("watch ended, or takes more than an hour")
                break
            said = log.read_text(encoding="utf-8")
            found = re.findall(r"(\d+) are in", said)
            now = int(found[-1]) if found else 0
            if now >= options.documents or time.monotonic() - told > 5:
                told = time.monotonic()
                print("  {:8.1f} {:8} {:8}  {:6.0f} {:6.0f}".format(told - begin, said.count(": new: "), now, *memory(process)), flush=True)
            time.sleep(0.5)
        process.send_signal(signal.SIGTERM)
        code = process.wait(timeout=120)
        reads = collections.Counter(re.findall(r"info: (\S+\.txt): new", log.read_text(encoding="utf-8")))
        twice = [path for path, times in reads.items() if times != 1]
        print(f"ended with {code}; {len(reads)} read, {len(twice)} of them more than once")
        if len(reads) != options.documents or twice or code != 143:
            bad.append("not all in, or some twice")

        again, again_cpu = timed_ingest(options.jangbu, inbox, out)
        run = json.loads((out / "run.json").read_text(encoding="utf-8"))
        print(f"ingest over it once more: {again:.1f} s, {again_cpu:.1f} s CPU; {run['totals']['unchanged']} unchanged; state.db {(out / '.jangbu/state.db').stat().st_size / 1e6:.0f} MB")
        if run["totals"]["unchanged"] != options.documents:
            bad.append("a run over an unchanged folder read documents")
        whole, whole_cpu = timed_ingest(options.jangbu, inbox, work / "fresh")
        same = tree(out) == tree(work / "fresh")
        print(f"ingest into a fresh folder: {whole:.1f} s, {whole_cpu:.1f} s CPU; output {'the same to the byte' if same else 'DIFFERENT'}")
        if not same:
            bad.append("watch and ingest differ")
    finally:
        shutil.rmtree(work, ignore_errors=True)
    for line in bad:
        print(line, file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
