#!/usr/bin/env python3
"""How much memory one run of `jangbu ingest` takes: the largest resident set of the program and of each of its readers, and both together
at any one moment. Libraries that several processes share count once in each. The bytes of the report that is being read stand in a memory
file beside that, once.

usage: memory.py PATH-OF-JANGBU REPORT… [--arguments "--jobs 2"]
"""

import argparse
import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import time


def sizes(process):
    """(now, at its peak) in MB; nothing of one that has ended."""
    try:
        text = pathlib.Path(f"/proc/{process}/status").read_text()
        return tuple(int(re.search(rf"{key}:\s+(\d+)", text)[1]) / 1024 for key in ("VmRSS", "VmHWM"))
    except (OSError, TypeError):
        return 0.0, 0.0


def children(process):
    try:
        return pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return []


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("jangbu", type=os.path.abspath)
    parser.add_argument("reports", nargs="+")
    parser.add_argument("--arguments", default="", help="more of them for jangbu ingest")
    options = parser.parse_args()
    peaks, together = {}, 0.0
    with tempfile.TemporaryDirectory(prefix="jangbu-memory-") as out:
        run = subprocess.Popen([options.jangbu, "ingest", *options.reports, "--out", out, "--quiet", *shlex.split(options.arguments)])
        # A peak is remembered by the system, so that only what comes within the last moment of a process is missed.
        while run.poll() is None:
            now = 0.0
            for process in [str(run.pid), *children(run.pid)]:
                size, peak = sizes(process)
                now += size
                peaks[process] = max(peaks.get(process, 0.0), peak)
            together = max(together, now)
            time.sleep(0.002)
    for process, peak in peaks.items():
        print(f"{'jangbu' if process == str(run.pid) else 'reader'} {peak:6.1f} MB")
    print(f"both   {together:6.1f} MB at one moment")
    return run.returncode


if __name__ == "__main__":
    raise SystemExit(main())
