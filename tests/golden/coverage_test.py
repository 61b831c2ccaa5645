#!/usr/bin/env python3
"""Is every printed character in the output? Compares what pdftotext finds in a PDF, and the text of the sections of an HWPX or HWP, with blocks,
cells and furniture of the documents that jangbu wrote of them.

    coverage_test.py PATH-OF-JANGBU FOLDER...   [--least 0.999] [--show N]

Characters are compared as multisets: letters, figures and signs, without blanks, after NFKC, Private Use and control characters aside, and the
letters that a font of signs draws as bullets. Tells for each file the share that was found, what is missing and what is doubled, and figures (two
digits and more) that are nowhere. Exit codes: 0 all as they should be; 1 not; 77 a folder or pdftotext is missing. Where JANGBU_THOROUGH is not set,
every tenth file is looked at.
"""

import argparse
import collections
import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree
import zipfile

from hwp_text import text_of_hwp


def characters(text):
    """Multiset of what a reader sees. Signs that stand for bullets and leaders are drawn in many ways and are left out."""
    text = unicodedata.normalize("NFKC", text)
    return collections.Counter(c for c in text if c.isalnum() and not "\ue000" <= c <= "\uf8ff" and ord(c) < 0xF0000)


def text_of(document):
    parts = [p["paragraph"]["text"] for p in document["blocks"] if "paragraph" in p]
    parts += [f["text"] for f in document["furniture"]]
    for table in document["tables"]:
        if document["source"]["format"] != "pdf":  # a page's caption is a paragraph of its own
            parts.append(table["caption"] or "")
        for cell in table["cells"]:
            parts.append(cell["text"])
            parts += [part["text"] for part in cell.get("parts", [])]
    return parts


def text_of_hwpx(path):
    """The text runs of all sections; None where the package cannot be read by plain means."""
    try:
        with zipfile.ZipFile(path) as package:
            names = [n for n in package.namelist() if re.search(r"section\d+\.xml$", n, re.I)]
            roots = [xml.etree.ElementTree.fromstring(package.read(n)) for n in names]
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, xml.etree.ElementTree.ParseError, OSError):
        return None
    texts = []
    for root in roots:
        guidance = field = None  # of an unfilled click-here field that is open: what it asks for, and its runs so far
        for element in root.iter():
            kind = element.tag.rsplit("}", 1)[-1]
            if kind == "fieldBegin" and element.get("type") == "CLICK_HERE" and element.get("dirty", "0") == "0":
                guidance, field = "".join(e.text or "" for e in element.iter() if e.get("name") == "Direction"), []
            elif kind == "fieldEnd" and field is not None:
                # What a field shows until it is filled in is printed nowhere.
                if "".join("".join(field).split()) != "".join(guidance.split()):
                    texts += field
                field = None
            elif kind == "t":
                # What tracked changes deleted stands between two marks inside of a run.
                if any("deleteBegin" in child.tag for child in element.iter()):
                    return None
                (texts if field is None else field).append("".join(element.itertext()))
        texts += field or []
    return "\n".join(texts)


def text_of_pdf(path):
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=False).stdout.decode("utf-8", "replace")


def letters_for_signs(path):
    """What Poppler calls letters and a reader of the page sees as bullets and arrows: all that is drawn in a font of signs (Wingdings 'w' is a diamond)."""
    told = subprocess.run(["pdftohtml", "-xml", "-i", "-fontfullname", "-stdout", str(path)], capture_output=True, check=False).stdout.decode("utf-8", "replace")
    fonts = set(re.findall(r'<fontspec id="(\d+)"[^>]*family="[^"]*(?:Wingdings|Webdings|ZapfDingbats)', told, re.I))
    runs = [re.sub(r"<[^>]*>", "", text) for font, text in re.findall(r'<text [^>]*font="(\d+)">(.*?)</text>', told) if font in fonts]
    return characters(html.unescape("".join(runs)))


READERS = {"pdf": text_of_pdf, "hwpx": text_of_hwpx, "hwp": text_of_hwp}


def missing_figures(printed, found):
    """Figures of the source that no text of the output holds."""
    squeezed = "\n".join(re.sub(r"\s", "", unicodedata.normalize("NFKC", part)) for part in found)
    figures = set(re.findall(r"\d[\d,.]*\d", unicodedata.normalize("NFKC", printed)))
    return sorted(f for f in figures if f not in squeezed)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("jangbu")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--least", type=float, default=0.999)
    parser.add_argument("--show", type=int, default=0)
    arguments = parser.parse_args()
    folders = [pathlib.Path(f) for f in arguments.folders if pathlib.Path(f).is_dir()]
    if not folders or not shutil.which("pdftotext"):
        return 77
    bad = 0
    total = lost_all = 0
    for folder in folders:
        with tempfile.TemporaryDirectory() as out:
            inputs = [folder] if "JANGBU_THOROUGH" in os.environ else sorted(p for p in folder.rglob("*") if p.suffix[1:] in READERS)[::10]
            places = {path.name: path for path in inputs} if inputs != [folder] else {}
            subprocess.run([arguments.jangbu, "ingest", *map(str, inputs), "--out", out, "--quiet"], check=False)
            documents = {d["source"]["path"]: d for d in (json.loads(p.read_text("utf-8")) for p in pathlib.Path(out, "documents").rglob("*.json"))}
            for path, document in sorted(documents.items()):
                reader = READERS.get(document["source"]["format"])
                if not reader or document["degraded"]:
                    continue
                printed = reader(places.get(path, folder / path))
                if printed is None:
                    continue
                want, got = characters(printed), characters("\n".join(text_of(document)))
                missing, doubled = want - got, got - want
                if missing and reader is text_of_pdf:
                    missing -= letters_for_signs(places.get(path, folder / path))
                count = sum(want.values())
                share = 1 - sum(missing.values()) / count if count else 1.0
                figures = missing_figures(printed, text_of(document))
                good = share >= arguments.least
                bad += not good
                total += count
                lost_all += sum(missing.values())
                if not good or arguments.show:
                    print(f"{'ok ' if good else 'BAD'} {share:.4%} {path}: {sum(missing.values())} missing, {sum(doubled.values())} more, {len(figures)} figures not in one piece")
                    if arguments.show:
                        print("   missing", missing.most_common(arguments.show), "\n   more   ", doubled.most_common(arguments.show), "\n   figures", figures[: arguments.show])
    print(f"{1 - lost_all / max(1, total):.4%} of {total} characters found; {bad} files below {arguments.least:.1%}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
