"""Broken documents made anew from the fixtures, a folder of them at once, and sound reports among them.

Bytes of a file are changed, cut out, doubled, exchanged or end too early, and numbers become the largest that there are. In an HWPX this
is done to the text of its parts and in a PDF to what its streams hold, too: else the first checksum would be all that is ever asked.
What comes out is the same at each run: seeds are names. Whatever becomes of each of them, the program ends by itself, tells an outcome of
every file, and what the sound reports gave is byte for byte what they give without such neighbours.

usage: mutated_test.py JANGBU [COUNT [FOLDER]]: prints a table of the outcomes; FOLDER keeps what was read
"""

import collections
import io
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time
import warnings
import zipfile
import zlib

FIXTURES = pathlib.Path(__file__).resolve().parents[2] / "fixtures"
PATIENCE = 1500  # seconds for a folder; each reader has limits of its own
LARGE = [b"0", b"-1", b"65535", b"65536", b"2147483647", b"4294967296", b"9223372036854775808", b"1e308", b"99999999999999999999"]


def flipped(data, chance):
    out = bytearray(data)
    for _ in range(chance.choice([1, 4, 16, 64])):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def span(data, chance):
    begin = chance.randrange(len(data))
    return begin, min(len(data), begin + chance.choice([1, 8, 64, 512, 4096]))


def cut_out(data, chance):
    begin, end = span(data, chance)
    return data[:begin] + data[end:]


def doubled(data, chance):
    begin, end = span(data, chance)
    return data[:end] + data[begin:end] * chance.choice([1, 3, 40]) + data[end:]


def emptied(data, chance):
    begin, end = span(data, chance)
    return data[:begin] + chance.choice([b"\0", b"\xff"]) * (end - begin) + data[end:]


def exchanged(data, chance):
    (a, b), (c, d) = sorted([span(data, chance), span(data, chance)])
    return data if c < b else data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def ends_early(data, chance):
    return data[: chance.randrange(1, len(data) + 1)]


def numbers_enlarged(data, chance):
    found = list(re.finditer(rb"\d+", data))
    for one in sorted(chance.sample(found, min(len(found), chance.choice([1, 5, 30]))), key=lambda m: -m.start()):
        data = data[: one.start()] + chance.choice(LARGE) + data[one.end() :]
    return data


WAYS = [flipped, cut_out, doubled, emptied, exchanged, ends_early, numbers_enlarged]


def changed(data, chance):
    return chance.choice(WAYS)(data, chance) if data else data


def changed_inside_hwpx(data, chance):
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        warnings.simplefilter("ignore")  # two parts of one name are a fixture's point
        parts = old.infolist()
        victims = chance.sample(range(len(parts)), min(len(parts), chance.choice([1, 1, 2])))
        for i, part in enumerate(parts):
            text = old.read(part)
            new.writestr(part.filename, changed(text, chance) if i in victims else text)
    return out.getvalue()


# What a compressed stream of the PDF holds, put back in the clear: readers that repair find it though the table of objects is off.
def changed_inside_pdf(data, chance):
    streams = list(re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.S))
    if not streams:
        return changed(data, chance)
    one = chance.choice(streams)
    try:
        text = zlib.decompress(one[1])
    except zlib.error:
        return changed(data, chance)
    return data[: one.start(1)] + zlib.compress(changed(text, chance)) + data[one.end(1) :]


INSIDE = {".hwpx": changed_inside_hwpx, ".pdf": changed_inside_pdf}


def make(folder, count):
    """`count` files, the formats in turn. None of a report of the inbox: changed, it would be another edition of it."""
    sources = collections.defaultdict(list)
    for path in sorted(FIXTURES.rglob("*")):
        if path.suffix in {".pdf", ".hwp", ".hwpx", ".hml"} and not {"broken", "hostile", "inbox"} & set(path.parts) and path.stat().st_size < 1 << 20:
            sources[path.suffix].append(path)
    for i in range(count):
        format = sorted(sources)[i % len(sources)]
        chance = random.Random(f"mutated {i}")
        data = chance.choice(sources[format]).read_bytes()
        way = INSIDE[format] if format in INSIDE and chance.random() < 0.6 else changed
        (folder / f"m{i:04}{format}").write_bytes(way(data, chance))
    return sorted(sources)


def ingest(jangbu, *arguments):
    return subprocess.run([jangbu, "ingest", *arguments, "--quiet"], capture_output=True, text=True, timeout=PATIENCE, check=False)


def documents(out):
    return {path.name: path.read_bytes() for path in (out / "documents").iterdir()}


def check(jangbu, count, work):
    inbox, alone, among = work / "in", work / "alone", work / "among"
    inbox.mkdir(parents=True)
    formats = make(inbox, count)
    assert ingest(jangbu, FIXTURES / "inbox", "--out", alone).returncode == 0
    begin = time.monotonic()
    done = ingest(jangbu, FIXTURES / "inbox", inbox, "--out", among)
    seconds = time.monotonic() - begin
    assert done.returncode in (0, 3), f"ended with {done.returncode}\n{done.stderr[-3000:]}"
    inputs = {pathlib.Path(one["path"]).name: one for one in json.loads((among / "run.json").read_text(encoding="utf-8"))["inputs"]}
    untold = [path.name for path in inbox.iterdir() if path.name not in inputs]
    assert not untold, f"without an outcome: {untold}"
    sound, beside = documents(alone), documents(among)
    harmed = [name for name in sound if beside.get(name) != sound[name]]
    assert not harmed, f"changed by their neighbours: {harmed}"
    table = collections.defaultdict(collections.Counter)
    for path in inbox.iterdir():
        one = inputs[path.name]
        table[one.get("error") or "read"][path.suffix] += 1
    print(f"{count} documents in {seconds:.0f} s\n{'outcome':28}" + "".join(f"{format:>7}" for format in formats))
    for outcome in sorted(table, key=lambda name: (name != "read", -sum(table[name].values()), name)):
        print(f"{outcome:28}" + "".join(f"{table[outcome][format]:7}" for format in formats))
    # A reader that a document kills is caught, and its document told; that it can be killed is a defect of ours none the less.
    killed = [name for name, one in inputs.items() if one.get("error") == "reader_crashed"]
    assert not killed, f"killed their reader: {killed}"


def main():
    thorough = "JANGBU_THOROUGH" in os.environ
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 400 if thorough else 80
    if len(sys.argv) > 3:
        return check(sys.argv[1], count, pathlib.Path(sys.argv[3]))
    with tempfile.TemporaryDirectory() as work:
        return check(sys.argv[1], count, pathlib.Path(work))


if __name__ == "__main__":
    main()
