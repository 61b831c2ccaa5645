#!/usr/bin/env python3
"""Words of the trade are data (schemas/), and what is said to people stands in schemas/messages.json. Hangul in code is grammar: how dates,
amounts, figures, units and numbers of headings are written. This names the files that may hold it, and why; comments may everywhere."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

DATES = "how dates and years are written"
FIGURES = "how figures and amounts are written: signs, units, counters"
NUMBERS = "signs that count: 가. 나., 제1장"
UNITS = "names of units, and the mark 단위 before one"
LANGUAGE = "particles and endings of the language"
MAY_HOLD = {
    "src/text/amount.cpp": FIGURES,
    "src/text/caption.cpp": UNITS,
    "src/text/figure.cpp": FIGURES,
    "src/text/quantity.cpp": FIGURES,
    "src/text/spoken.cpp": FIGURES,
    "src/text/label.cpp": FIGURES + "; the key of a year",
    "src/text/raised.cpp": "the mark of a note: 주1)",
    "src/text/period.cpp": DATES,
    "src/text/printed_date.cpp": DATES,
    "src/text/file_name.cpp": "numbers of editions: 2차",
    "src/text/outline_sign.cpp": NUMBERS,
    "src/text/sign_order.cpp": NUMBERS,
    "src/text/particle.cpp": LANGUAGE,
    "src/text/broken_word.cpp": LANGUAGE,
    "src/text/unfinished.cpp": LANGUAGE,
    "src/meaning/cell_figures.cpp": FIGURES,
    "src/meaning/heading_text.cpp": DATES + " in headings",
    "src/meaning/lexicon.cpp": "numbers of amendments: 제2회",
    "src/meaning/lexicon_file.cpp": "the ending 별 of a heading over labels",
    "src/normalize/contents.cpp": NUMBERS,
    "src/normalize/cover_date.cpp": DATES + " on covers; 계획 behind a year; 기준 behind a date",
    "src/normalize/cover_lines.cpp": DATES + " on covers; (안)",
    "src/normalize/cover_office.cpp": DATES + " on covers",
    "src/normalize/cover_title.cpp": DATES + " on covers",
    "src/normalize/header_rows.cpp": DATES + " in headings",
    "src/normalize/heading.cpp": NUMBERS,
    "src/normalize/heading_evidence.cpp": NUMBERS,
    "src/normalize/heading_forms.cpp": UNITS + "; 기준 behind a date",
    "src/normalize/prose_figures.cpp": FIGURES,
    "src/normalize/row_numbers.cpp": NUMBERS,
    "src/records/column_typing.cpp": UNITS,
    "src/records/outline.cpp": NUMBERS + "; " + LANGUAGE,
    "src/records/profile.h": UNITS + ": a count that names none is of 명",
    "src/records/row_reader.cpp": "the mark of a note",
    "src/records/row_time.cpp": DATES,
    "src/records/table_context.cpp": "the mark of a note",
    "src/tables/break_signs.cpp": "any letter of the script, as a kind",
    "src/tables/continuation.cpp": "the mark of a note",
    "src/tables/open_areas.cpp": UNITS,
    "src/tables/open_band.cpp": UNITS,
    "src/tables/running_lines.cpp": NUMBERS + " of pages: 3쪽",
    "src/audit/listed_totals.cpp": UNITS,
    "src/audit/message.cpp": UNITS,
    "src/audit/prose.cpp": FIGURES,
    "src/audit/sums.cpp": LANGUAGE + ": 이 중",
    "src/inspect/seen_text.cpp": UNITS,
    "src/cli/record_text.cpp": UNITS,
    "src/cli/main.cpp": "the notice that the maker of Hangul asks for, word by word",
    "src/reading/self_test.cpp": "letters to see that a child can read them",
    "extractors/hangul/numbering.cpp": NUMBERS + ", as the format has them",
    "extractors/hwp/protection.cpp": "the text that Hangul itself puts into a protected file",
}

# Strings first, so that // within one is none of a comment.
TOKEN = re.compile(r'R"([^()\s\\]{0,16})\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*.*?\*/', re.DOTALL)
ANY_LETTER = re.compile("가-[힣하]")  # in a class of characters: no word
HANGUL = re.compile("[가-힣]")


def code_of(text):
    """The text without its comments; lines stay where they are."""
    blank = lambda match: re.sub(r"[^\n]", "", match[0]) if match[0].startswith(("//", "/*")) else match[0]
    return ANY_LETTER.sub("", TOKEN.sub(blank, text))


def main():
    wrong, files = [], 0
    for top in ("src", "extractors"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            place = path.relative_to(ROOT).as_posix()
            lines = [n for n, line in enumerate(code_of(path.read_text(encoding="utf-8")).split("\n"), 1) if HANGUL.search(line)]
            files += bool(lines)
            if lines and place not in MAY_HOLD:
                wrong.append(f"{place}:{lines[0]}: Hangul in code; words go to schemas/words.json or a profile, messages to schemas/messages.json")
            if not lines and place in MAY_HOLD:
                wrong.append(f"{place} holds no Hangul any more: take it out of {pathlib.Path(__file__).name}")
    print("\n".join(wrong) or f"{files} files hold Hangul, all of them grammar")
    return 1 if wrong or files < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
