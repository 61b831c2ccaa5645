#!/usr/bin/env python3
"""Holds that the catalogue of messages and the code that speaks agree: every code that is used has both languages, both name the same arguments,
these are given where the code speaks, and nothing in the catalogue is unused."""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SPEAKS = re.compile(r'\b(?:say|say_|told|common\.say|notice|\})\(\s*(?:[\w:]+,\s*)?"([a-z][\w.]*\.[\w.]+)"')
FAMILY = re.compile(r'\b(?:say_?|common\.say|\})?\.?\bof\("(\w+)",')
ARGUMENT = re.compile(r'\{"(\w+)",')
PLACE = re.compile(r"\{(\w+)(?::[가-힣]+/[가-힣]+)?\}")  # {path}, {path:이/가}


def members_of_families():
    """family: the words that machines read, by the code or the schemas that define them."""
    schemas = {name: json.loads((ROOT / f"schemas/v1/{name}.schema.json").read_text(encoding="utf-8"))["properties"] for name in ("finding", "correction", "run")}
    errors = re.findall(r'return "(\w+)";', (ROOT / "src/model/error.cpp").read_text(encoding="utf-8"))
    kinds = [one["const"] for one in schemas["finding"]["kind"]["oneOf"]]
    watch = re.findall(r'\bbe\("(\w+)"', (ROOT / "src/watch/watch.cpp").read_text(encoding="utf-8"))
    why = schemas["run"]["inputs"]["items"]["properties"]["why"]["examples"]
    return {"error": errors, "kind": kinds, "severity": schemas["finding"]["severity"]["enum"] + ["accepted"], "correction": states(schemas["correction"]), "watch_state": watch,
            "why": why + ["collected"], "type": ["item", "duty"], "shown": lists_of_the_page()}


def lists_of_the_page():
    """Lists of the review page as files, and list.column of each: `{"findings", findings_list, "rows", nullptr, {{"severity", …}, …}}`."""
    code = (ROOT / "src/review/shown.cpp").read_text(encoding="utf-8")
    columns = lambda text: re.findall(r'\{"(\w+)"', text)
    shared = columns(re.search(r"kRecordColumns = \{(.*?)\};", code, re.DOTALL)[1])
    words = []
    for name, own in re.findall(r'\{"(\w+)",\s*\w+,\s*"\w+",\s*(?:nullptr|"\w+"),\s*(kRecordColumns|\{\{.*?\}\})\}', code, re.DOTALL):
        words.append(name)
        if own == "kRecordColumns" and name != "records":
            continue  # shown as records are
        words += [f"{name}.{column}" for column in (shared if own == "kRecordColumns" else columns(own))]
    return words


def states(correction):
    state = correction["state"]
    return state["enum"] if "enum" in state else [one["const"] for one in state["oneOf"]]


def call_at(text, begin):
    """The arguments of the call whose bracket opens at or after `begin`."""
    depth, quoted, at = 0, False, text.index("(", begin)
    for i in range(at, len(text)):
        c = text[i]
        if quoted:
            quoted = c != '"' or text[i - 1] == "\\"
        elif c == '"':
            quoted = True
        elif c in "({":
            depth += 1
        elif c in ")}":
            depth -= 1
            if depth == 0:
                return text[at:i]
    return text[at:]


def calls(text):
    """(code, names of the arguments that it is given) of each message that the code says."""
    for match in SPEAKS.finditer(text):
        call = call_at(text, match.start())
        while inner := SPEAKS.search(call, 1):  # messages within messages have arguments of their own
            call = call.replace(inner[0][: inner[0].index("(")] + call_at(call, inner.start()), "", 1)
        yield match[1], set(ARGUMENT.findall(call))


def english(texts):
    return [texts["en"]] if isinstance(texts["en"], str) else [texts["en"]["one"], texts["en"]["other"]]


def main():
    messages = json.loads((ROOT / "schemas/messages.json").read_text(encoding="utf-8"))["messages"]
    wrong, used = [], set()
    for code, texts in messages.items():
        if set(texts) != {"ko", "en"} or (isinstance(texts["en"], dict) and set(texts["en"]) != {"one", "other"}):
            wrong.append(f"{code}: has {sorted(texts)}")
            continue
        places = [set(PLACE.findall(text)) for text in [texts["ko"], *english(texts)]]
        if any(one != places[0] for one in places):
            wrong.append(f"{code}: the languages name other arguments: {places}")
        if not all(text.strip() for text in [texts["ko"], *english(texts)]):
            wrong.append(f"{code}: is empty")
        if isinstance(texts["en"], dict) and "count" not in places[0]:
            wrong.append(f"{code}: one or other of no count")
        if not re.search("[가-힣]", texts["ko"]) and re.search("[A-Za-z]{3}", re.sub(PLACE, "", texts["ko"])) and code != "kind.cross_rendition":
            wrong.append(f"{code}: no Korean in {texts['ko']!r}")
    families = members_of_families()
    spoken = set()
    for path in sorted((ROOT / "src").rglob("*.cpp")):
        text = path.read_text(encoding="utf-8")
        spoken |= set(FAMILY.findall(text))
        for code, given in calls(text):
            used.add(code)
            if code not in messages:
                wrong.append(f"{path.name}: {code} is not in schemas/messages.json")
            elif given != (wanted := set(PLACE.findall(messages[code]["ko"]))):
                wrong.append(f"{path.name}: {code} is given {sorted(given)}, and names {sorted(wanted)}")
    for family, words in families.items():
        if family not in spoken:
            wrong.append(f"no code asks for the family {family}")
        for word in words:
            used.add(f"{family}.{word}")
            if f"{family}.{word}" not in messages:
                wrong.append(f"{family}.{word} is not in schemas/messages.json")
    wrong += [f"{code}: is never said" for code in sorted(set(messages) - used)]
    wrong += [f"of(\"{family}\") is not known to this test" for family in sorted(spoken - set(families))]
    print("\n".join(wrong) or f"{len(messages)} messages")
    return 1 if wrong or len(used) < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
