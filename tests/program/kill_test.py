#!/usr/bin/env python3
"""Killed at any moment, while corrections arrive, nothing is lost: one more plain run gives byte for byte what an undisturbed run gives.

usage: kill_test.py PATH-OF-JANGBU [--kills N] [--documents N] [--seed N]
How many kills, also JANGBU_KILLS says: by default a few, a hundred and twenty where JANGBU_THOROUGH is set. The seed is printed; give it to see
the same delays and choices again (the scheduler of the machine still plays its part).
"""

import argparse
import contextlib
import json
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse

KILLS_A_FOLDER = 20
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1630454400"}  # quarantine says since when


def report(organization, month, payment=600):
    return (f"주요업무보고\n2021. {month}.\n{organization}\nⅠ. 예산집행 현황\n(단위: 천원, ’21.8.13. 기준)\n\n구분\t예산현액\t원인행위액\t지출액\n"
            f"합계\t1,000\t700\t{payment}\n교육\t700\t500\t420\n상담\t300\t200\t180\n")


def make_inbox(inbox, documents):
    """Reports of many offices; among them corrected editions, the same bytes twice, and files that cannot be read."""
    for i in range(documents):
        office, month = f"가{chr(0xAC00 + i % 97 * 28)}국", i % 12 + 1
        folder = inbox / f"{i % 7}"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{i:03}.txt"
        if i % 29 == 0:
            path.write_bytes(b"")
        elif i % 31 == 0:
            path.write_bytes(b"\xb0\xa1\xb3\xaa")
        elif i % 17 == 0:
            shutil.copy(inbox / f"{(i - 1) % 7}" / f"{i - 1:03}.txt", path)
        else:
            path.write_text(report(office, month, 600 + i % 3), encoding="utf-8")


def corrections_for(out, chance):
    """Files of corrections for the records that a plain run gave: name → content. Among them a term, and one without a match."""
    records = [json.loads(line) for path in sorted(out.glob("records/budget/*.ndjson")) for line in path.read_text(encoding="utf-8").splitlines()]
    items = [r for r in records if "payment" in r["cells"] and r["row_role"] == "item"]
    common = {"reason": "시험", "author": "성춘향", "date": "2021-10-05"}
    files = {}
    for number, record in enumerate(chance.sample(items, 20)):
        printed = record["cells"]["payment"]["text"]
        files[f"{number:02}.json"] = [{"target": {"record_id": record["record_id"], "field": "payment"}, "expect": printed, "value": printed + "1", **common}]
    files["term.json"] = [{"target": {"term": "상담"}, "expect": "상담", "value": "면담", **common}]
    files["nothing.json"] = [{"target": {"term": "없는낱말"}, "expect": "없는낱말", "value": "있는낱말", **common}]
    return {name: json.dumps(content, ensure_ascii=False) for name, content in files.items()}


def judgements_for(out, chance):
    """Acceptances of findings that a corrected run gave, and severities of kinds."""
    findings = [json.loads(line) for line in (out / "findings.ndjson").read_text(encoding="utf-8").splitlines()]
    common = {"accept": True, "reason": "시험", "author": "성춘향", "date": "2021-10-06"}
    files = {f"accepted {number}.json": [{"target": {"finding_id": f["finding_id"]}, **common}] for number, f in enumerate(chance.sample(findings, min(10, len(findings))))}
    files["audit.json"] = {"severities": {kind: severity for kind, severity in zip(sorted({f["kind"] for f in findings}), ("info", "error", "warning") * 3)}}
    return {name: json.dumps(content, ensure_ascii=False) for name, content in files.items()}


def arrive(folder, files):
    """Written as an editor does: beside, then renamed."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        beside = folder / f".{name}.new"
        beside.write_text(content, encoding="utf-8")
        beside.rename(folder / name)


def ledger(path):
    """The rows of every view, sorted; without how often something was tried."""
    rows = []
    with contextlib.closing(sqlite3.connect(f"file:{urllib.parse.quote(str(path))}?mode=ro", uri=True)) as database:
        for (view,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'view'").fetchall():
            cursor = database.execute(f'SELECT * FROM "{view}"')
            names = [column[0] for column in cursor.description]
            rows += [(view, *((name, None if name == "attempts" else value) for name, value in zip(names, row))) for row in cursor]
    return sorted(map(repr, rows))


def tree(folder):
    """Every file with its bytes, the ledger with its rows, without what is history: what the last run did, and how often something was tried."""
    files = {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file() and not p.name.startswith("ledger.sqlite")}
    files["quarantine.ndjson"] = [{**json.loads(line), "attempts": 1} for line in files["quarantine.ndjson"].splitlines()]
    files["ledger.sqlite"] = ledger(folder / "ledger.sqlite")
    return {name: data for name, data in files.items() if not name.startswith(".jangbu/") and name != "run.json"}


def plain_run(jangbu, inbox, out, *arguments):
    done = subprocess.run([jangbu, "ingest", inbox, "--out", out, "--quiet", *arguments], capture_output=True, text=True, env=ENVIRONMENT, timeout=250)
    assert done.returncode in (0, 3), (done.returncode, done.stderr[-2000:])
    return done


def differences(expected, got):
    for name in sorted(set(expected) | set(got)):
        if isinstance(expected.get(name), list) and isinstance(got.get(name), list):
            yield from (f"{name}: too many: {entry}" for entry in got[name] if entry not in expected[name])
            yield from (f"{name}: missing: {entry}" for entry in expected[name] if entry not in got[name])
        elif expected.get(name) != got.get(name):
            yield f"{name}: {'missing' if name not in got else 'too many' if name not in expected else 'other bytes'}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("jangbu", type=os.path.abspath)
    parser.add_argument("--kills", type=int, default=int(os.environ.get("JANGBU_KILLS", 120 if "JANGBU_THOROUGH" in os.environ else 4)))
    parser.add_argument("--documents", type=int, default=300 if "JANGBU_THOROUGH" in os.environ else 60)
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.SystemRandom().randrange(1 << 32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    work = pathlib.Path(tempfile.mkdtemp(prefix="jangbu-kill-"))
    bad = []
    try:
        inbox = work / "받은 것"
        make_inbox(inbox, options.documents)
        begin = time.monotonic()
        plain_run(options.jangbu, inbox, work / "undisturbed")
        undisturbed_seconds = time.monotonic() - begin
        arriving = corrections_for(work / "undisturbed", chance)
        arrive(work / "all", arriving)
        plain_run(options.jangbu, inbox, work / "corrected", "--corrections", work / "all")
        arriving |= judgements_for(work / "corrected", chance)
        arrive(work / "all", arriving)
        plain_run(options.jangbu, inbox, work / "corrected", "--corrections", work / "all")
        assert sum(b'"accepted"' in line for line in (work / "corrected/findings.ndjson").read_bytes().splitlines()) >= 5
        expected = tree(work / "corrected")
        assert expected != tree(work / "undisturbed")
        assert json.loads((work / "undisturbed/run.json").read_text())["totals"]["documents"] > options.documents * 0.8

        killed = in_time = 0
        while killed < options.kills and not bad:
            out, corrections = work / f"out{killed}", work / f"corrections{killed}"
            corrections.mkdir()
            for _ in range(min(KILLS_A_FOLDER, options.kills - killed)):
                again = ["--force"] if chance.random() < 0.3 else []
                process = subprocess.Popen([options.jangbu, "ingest", inbox, "--out", out, "--corrections", corrections, "--quiet", "--jobs",
                                            str(chance.choice((1, 2, 4))), *again],
                                           stderr=subprocess.PIPE, env=ENVIRONMENT)
                # More often early than late: that is where the work is.
                time.sleep(undisturbed_seconds * chance.random() ** 3)
                if chance.random() < 0.5:
                    arrive(corrections, {name: arriving[name] for name in chance.sample(sorted(arriving), 2)})
                in_time += process.poll() is None
                process.kill()
                said = process.communicate()[1].decode()
                killed += 1
                if process.returncode not in (-9, 0, 3):
                    bad.append(f"a run after a kill ended with {process.returncode}: {said[-500:]}")
            arrive(corrections, arriving)
            plain_run(options.jangbu, inbox, out, "--corrections", corrections)
            bad += differences(expected, tree(out))
            bad += [f"left behind: {p}" for p in out.rglob(".jangbu-*")]
            shutil.rmtree(out)
        print(f"{killed} kills, {in_time} of them before the run had ended; undisturbed run {undisturbed_seconds:.2f} s")
    finally:
        shutil.rmtree(work, ignore_errors=True)
    for line in bad[:20]:
        print(line, file=sys.stderr)
    if in_time < killed / 4:
        print("too few kills met a running process", file=sys.stderr)
        return 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
