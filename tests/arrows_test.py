#!/usr/bin/env python3
"""Reads every #include of src/ and extractors/ and fails on one that points the wrong way.

The rule (src/README.md): cli, watch, review, fleet, worker → pipeline → reading → {inspect, extractors, tables, normalize, records, audit, corrections, loader,
store} → meaning → text → arithmetic → model → the public headers. And each third-party library that could spread is seen by one place only.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

STAGES = ("extractors", "tables", "normalize", "records", "audit", "corrections", "loader", "store", "inspect")
BELOW_STAGES = {"jangbu", "model", "text", "arithmetic", "meaning"}

# Folder → the folders that it may include from, besides itself.
MAY_SEE = {
    "jangbu": set(),
    "model": {"jangbu"},
    "text": {"jangbu", "model", "arithmetic"},
    "arithmetic": {"jangbu", "model"},
    "meaning": {"jangbu", "model", "text"},
    **{stage: set(BELOW_STAGES) for stage in STAGES},
    "reading": BELOW_STAGES | set(STAGES),
    "pipeline": BELOW_STAGES | set(STAGES) | {"reading"},
    "export": BELOW_STAGES | {"loader", "store"},
    **{outer: BELOW_STAGES | set(STAGES) | {"reading", "pipeline"} for outer in ("cli", "watch", "review", "worker", "fleet")},
}
MAY_SEE["review"] |= {"export"}        # lists of the page as workbooks
# Stages know nothing of each other, but for these.
MAY_SEE["audit"] |= {"records"}        # the identities stand in the profiles
MAY_SEE["inspect"] |= {"extractors"}   # the page as a reader shows it stands behind the drawing
MAY_SEE["corrections"] |= {"records"}  # a target is a record's id
MAY_SEE["fleet"] |= {"worker"}         # its tasks are a worker's, from elsewhere

# Header → the only places that may include it.
ONLY_IN = {
    r"unicode/": ("src/text/unicode.", "src/text/text_encoding."),
    r"re2/": ("src/text/pattern.",),
    r"poppler/cpp/": ("extractors/pdf/page_picture.",),
    r"poppler/(?!cpp/)": ("extractors/pdf/poppler_private.",),
    r"png\.h": ("src/inspect/page_png.",),
    r"seccomp\.h": ("src/reading/sandbox.",),
    r"zip\.h": ("extractors/",),
    r"simdjson\.h": ("src/review/filed_value.",),
    r"xlsxwriter": ("src/export/workbook.",),
    r"CLI/": ("src/cli/",),
    r"SQLiteCpp/": ("src/store/",),
    r"sqlite3\.h": ("src/store/",),
    r"libpq-fe\.h": ("src/store/postgres_library.",),
    r"httplib\.h": ("src/review/",),
    r"amqp.*\.h": ("src/fleet/amqp.", "src/fleet/broker"),
    r"regex": (),  # std::regex: slow, not Unicode, overflows the stack; src/text/pattern.h is there for it
}

# Whatever is printed passes one place, and so does whatever becomes JSON.
ONE_PLACE = {
    re.compile(r"std::(?:cout|cerr|clog)\b|\b(?:std::)?(?:fprintf|printf|fputs|puts|fwrite)\s*\("): ("src/cli/print.cpp", "no other file prints"),
    re.compile(r"\.dump\(|[Jj]son::parse\("): ("src/text/json_text.h", "use json_text and json_from"),
}

# Whatever is parsed as JSON, and who may. Our own documents, records, findings and outcomes of corrections come back as types, from loader/.
PARSES = re.compile(r"\bjson_(?:from|if_any)<")
MAY_PARSE = {
    "src/text/json_text.h": "the functions themselves",
    "src/loader/filed_": "what jangbu wrote of documents, records, findings and corrections → types",
    "src/loader/standing.cpp": "two members of a document's file",
    "src/loader/output_folder.cpp": "quarantine.ndjson, and whose the folder is",
    "src/loader/diff_report.cpp": "single values of records, on their way into a JSON report",
    "src/pipeline/writing.cpp": "run.json, which it writes",
    "src/store/rows.cpp": "lists in cells of the state, which it writes",
    "src/store/list_cell.cpp": "lists in cells of the ledger",
    "src/export/text.cpp": "lists and objects in cells of the ledger, on their way into NDJSON",
    "src/review/mending.cpp": "what the page sends, and what is told of corrections, on its way to the page",
    "src/review/correction_files.cpp": "files that people write",
    "src/corrections/": "files that people write",
    "src/worker/task.cpp": "tasks of other programs",
    # Data that is built in.
    "src/meaning/lexicon_file.cpp": "words",
    "src/normalize/title_words.cpp": "words",
    "src/text/word_lists.cpp": "words",
    "src/text/file_name.cpp": "words",
    "src/records/profile.cpp": "profiles",
    "src/store/ledger_columns.cpp": "columns",
}

INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


def folder_of(path):
    """The module that a source file belongs to."""
    parts = path.relative_to(ROOT).parts
    if parts[0] == "extractors":
        return "extractors"
    if parts[:2] == ("src", "include"):
        return "jangbu"
    return parts[1] if len(parts) > 2 else None


def main():
    wrong, count = [], 0
    for top in ("src", "extractors"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            mine, place = folder_of(path), path.relative_to(ROOT).as_posix()
            if mine not in MAY_SEE:
                wrong.append(f"{place}: no rule for the folder {mine!r}; add it to {pathlib.Path(__file__).name}")
                continue
            text = path.read_text(encoding="utf-8")
            for pattern, (only, advice) in ONE_PLACE.items():
                if place != only and pattern.search(text):
                    wrong.append(f"{place}: {pattern.search(text)[0]!r} belongs to {only}: {advice}")
            if PARSES.search(text) and not place.startswith(tuple(MAY_PARSE)):
                wrong.append(f"{place}: parses JSON; take types from loader/filed_*.h, or say in MAY_PARSE what it reads")
            for own, library in INCLUDE.findall(text):
                count += 1
                if own:
                    theirs = own.split("/")[0]
                    if theirs in MAY_SEE and theirs != mine and theirs not in MAY_SEE[mine]:
                        wrong.append(f'{place}: {mine} may not see {theirs} (#include "{own}")')
                for pattern, places in ONLY_IN.items():
                    if re.match(rf"(?:{pattern})(?:$|(?<=/))", own or library) and not place.startswith(places or ("-",)):
                        wrong.append(f"{place}: <{own or library}> belongs to {', '.join(places) or 'no place'}")
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"{count} includes read, {len(wrong)} wrong")
    return 1 if wrong or not count else 0


if __name__ == "__main__":
    sys.exit(main())
