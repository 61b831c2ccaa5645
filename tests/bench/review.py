#!/usr/bin/env python3
"""How long the review page waits for what it shows: a page in the middle of a 400-page PDF with its boxes, and lists and searches over many reports.

usage: review.py PATH-OF-JANGBU [--pdf FILE] [--pages 400] [--reports 100 20000] [--over OUT OUT] [--folder WORK] [--only page|lists]

For a PDF (without --pdf, one of fixtures/inbox is put together with itself by pdfunite until it has that many pages) it prints the seconds from the
click to the last byte of what the page's script asks for: the document and the part at first, then for each further page its part and its picture,
both asked for at once, as the script does; and the same in a real Chromium, where that is there. For reports (small ones, as growth.py makes them,
so many and then so many) it prints the shortest time of each list and search, asked in turn over one folder and the other, of all that the start
page asks for, and of the program's start, and how much longer each takes over the more of them.
Seconds are those of this machine as it is; on a busy one look at those of a processor, and compare with each other only.
"""

import argparse
import concurrent.futures
import http.cookiejar
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

import growth

FIXTURES = pathlib.Path(__file__).resolve().parents[2] / "fixtures"


class Page:
    """`jangbu review`, and what its page's script does: questions with the cookie."""

    def __init__(self, jangbu, out, visit=True):
        self.process = subprocess.Popen([jangbu, "review", out], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.process.stdout.readline().strip()
        self.base = "{0.scheme}://{0.netloc}".format(urllib.parse.urlsplit(self.address))
        jar = http.cookiejar.CookieJar(http.cookiejar.DefaultCookiePolicy(rfc2965=False))
        self.opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(jar))
        if visit:
            self.opener.open(self.address).read()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def cpu(self):
        """Processor seconds of it and of its readers so far: what a quiet machine would take at most."""
        stats = {}
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                name, rest = stat.read_text().rsplit(")", 1)
            except OSError:
                continue
            fields = rest.split()
            stats[int(name.split()[0])] = (int(fields[1]), sum(map(int, fields[11:15])))
        family = {self.process.pid}
        while True:
            more = {pid for pid, (parent, _) in stats.items() if parent in family} - family
            if not more:
                break
            family |= more
        return sum(stats[pid][1] for pid in family if pid in stats) / os.sysconf("SC_CLK_TCK")

    def ask(self, path, **values):
        """(seconds, bytes)"""
        begin = time.monotonic()
        query = urllib.parse.urlencode(values)
        with self.opener.open(f"{self.base}/api/{path}?{query}") as answer:
            body = answer.read()
        return time.monotonic() - begin, body


def pages(options, work):
    source = options.pdf
    if source is None:
        source = work / "in" / "long.pdf"
        one = max((FIXTURES / "inbox").glob("*.pdf"), key=lambda p: p.stat().st_size)
        count = int(next(line.split()[1] for line in subprocess.run(["pdfinfo", one], capture_output=True, text=True, check=True).stdout.splitlines() if line.startswith("Pages:")))
        subprocess.run(["pdfunite", *[one] * -(-options.pages // count), source], check=True)
    out = work / "out"
    subprocess.run([options.jangbu, "ingest", source, "--out", out, "--quiet"], check=True)
    with Page(options.jangbu, out) as page:
        document = json.loads(page.ask("documents")[1])["rows"][0]
        name, middle = document["document_id"], document["pages"] // 2
        print(f"{document['pages']} pages, {source.stat().st_size / 1e6:.1f} MB, {(out / 'documents' / (name + '.json')).stat().st_size / 1e6:.1f} MB as JSON")
        used = page.cpu()
        opened, head = page.ask("document", id=name)
        sha = json.loads(head)["source"]["sha256"]
        print(f"  the document is opened (its head): {opened:.3f} s, of a processor {page.cpu() - used:.2f} s, {len(head) / 1e3:.0f} kB")
        for words, number in (("the first page that is shown", middle), ("the next page", middle + 1), ("a page elsewhere", middle // 2), ("once more", middle // 2)):
            used, begin = page.cpu(), time.monotonic()
            with concurrent.futures.ThreadPoolExecutor(2) as both:
                part = both.submit(page.ask, "part", id=name, part=number)
                picture = both.submit(page.ask, "page.png", id=name, page=number, v=sha)
                (part_seconds, part_bytes), (picture_seconds, picture_bytes) = part.result(), picture.result()
            seconds = time.monotonic() - begin
            print(f"  {words} ({number}): {seconds:.3f} s, of a processor {page.cpu() - used:.2f} s; part {part_seconds:.3f} s, {len(part_bytes) / 1e3:.0f} kB; picture {picture_seconds:.3f} s, {len(picture_bytes) / 1e3:.0f} kB")
            # A person looks at it for a while.
            time.sleep(2)
    # A fresh one, which has read nothing yet: a click from the start page.
    boxed = boxed_pages(out / "documents" / (name + ".json"))
    chosen = boxed[len(boxed) // 2 :: max(1, len(boxed) // 22)][:11]
    with Page(options.jangbu, out, visit=False) as page:
        if shutil.which("node") and chosen:
            subprocess.run(["node", pathlib.Path(__file__).with_name("click.mjs"), page.address, name, ",".join(map(str, chosen))], check=False)


def boxed_pages(document):
    return sorted({table["page"] for table in json.loads(document.read_text(encoding="utf-8"))["tables"] if table.get("page") and table.get("bbox")})


def report(number):
    """As growth.py makes them; every seventh has a total that does not add up, every tenth a second table besides."""
    text = growth.report(number)
    if number % 7 == 0:
        text = text.replace("합계\t4,780,000", "합계\t4,790,000")
    if number % 10 == 0:
        text += f"\nⅡ. 인력 현황\n\n(단위: 명)\n\n구분\t정원\t현원\n합계\t30\t{29 - number % 20 // 10}\n일반직\t20\t19\n연구직\t10\t9\n"
    return text


def lists(options, work):
    folders = dict(zip(options.reports, options.over or []))
    for reports in options.reports:
        if reports in folders:
            continue
        inbox, out = work / f"reports-{reports}", work / f"reports-{reports}-out"
        for number in range(reports):
            file = inbox / f"{number // 1000:04}" / f"{number:07}.txt"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(report(number), encoding="utf-8")
        cpu, _, wall = growth.measured(options.jangbu, "ingest", inbox, "--out", out, "--quiet")
        print(f"{reports} reports: read in {cpu:.1f} CPU s, {wall:.1f} s; the ledger has {growth.size_of(out / 'ledger.sqlite') / reports:.0f} bytes a report")
        folders[reports] = out
    questions(options, folders)


def questions(options, folders):
    """Prints for each question the shortest time over each folder, asked in turn, and how much longer the largest takes than the smallest."""
    office = report(50).split("\n")[2]
    asked = (("overview", {}), ("findings", {}), ("documents", {}), ("failures", {}),
             ("documents", {"organization": office}), ("documents", {"year": "2019"}), ("documents", {"type": "budget"}), ("documents", {"type": "headcount"}),
             ("documents", {"severity": "warning"}), ("documents", {"severity": "error"}), ("documents", {"organization": office, "severity": "warning"}),
             ("documents", {"year": "2019", "severity": "warning"}), ("documents", {"year": "2019", "type": "headcount"}),
             ("findings", {"severity": "warning"}), ("findings", {"organization": office}), ("findings", {"year": "2019"}), ("findings", {"kind": "sum"}),
             ("findings", {"kind": "sum", "year": "2019"}), ("findings", {"organization": office, "kind": "sum"}), ("offices", {"q": office[1:3]}),
             ("search", {"q": "없는 사업"}), ("search", {"q": office}), ("search", {"q": "사업 갸"}), ("search", {"q": "사업"}), ("search", {"q": "합계"}),
             ("series", {}), ("series", {"q": office}), ("series", {"q": "사업 갸"}), ("budgets", {}), ("budgets", {"organization": office}),
             ("budgets", {"year": "2019"}), ("corrections", {}))
    opening = ("findings", "documents", "failures")

    def opened(page):
        begin = time.monotonic()
        page.ask("overview")
        with concurrent.futures.ThreadPoolExecutor(3) as three:
            list(three.map(page.ask, opening))
        return time.monotonic() - begin

    def one_by_one(page):
        return sum(page.ask(path)[0] for path in ("overview", *opening))

    def started(out):
        begin = time.monotonic()
        with Page(options.jangbu, out) as page:
            page.ask("overview")
            return time.monotonic() - begin

    best = {}

    def note(what, reports, seconds, size=0):
        times = best.setdefault(what, {})
        times[reports] = min(times.get(reports, (seconds, size)), (seconds, size))

    pages = {reports: Page(options.jangbu, out) for reports, out in folders.items()}
    try:
        for _ in range(options.rounds):
            for reports, page in pages.items():
                for path, values in asked:
                    seconds, body = page.ask(path, **values)
                    note(path + " " + " ".join(f"{name}={value}" for name, value in values.items()), reports, seconds, len(body))
                note("all that the start page asks for", reports, opened(page))
                note("the same, one after the other", reports, one_by_one(page))
        for _ in range(max(3, options.rounds // 3)):
            for reports, out in folders.items():
                note("from the program's start to the first answer", reports, started(out))
    finally:
        for page in pages.values():
            page.__exit__()
    few, many = min(folders), max(folders)
    print(f"{'':46} " + " ".join(f"{reports:>12}" for reports in sorted(folders)) + "    times")
    for what, times in best.items():
        print(f"{what:46} " + " ".join(f"{times[reports][0] * 1000:9.2f} ms" for reports in sorted(folders)) + f" {times[many][0] / times[few][0]:8.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("jangbu", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--pdf", type=pathlib.Path, help="this one, in place of one that is made")
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--reports", type=int, nargs="+", default=[100, 20_000])
    parser.add_argument("--over", type=pathlib.Path, nargs="+", help="output folders of so many reports that are there already, beside --reports")
    parser.add_argument("--rounds", type=int, default=15, help="how often each question is asked; the shortest counts")
    parser.add_argument("--folder", type=pathlib.Path, help="for what is made; it goes with the end")
    parser.add_argument("--only", choices=["page", "lists"])
    options = parser.parse_args()
    work = pathlib.Path(tempfile.mkdtemp(prefix="jangbu-review-", dir=options.folder))
    (work / "in").mkdir()
    try:
        if options.only != "lists":
            pages(options, work)
        if options.only != "page":
            lists(options, work)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
