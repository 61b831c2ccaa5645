"""Loads schemas/v1 and makes validators that find each other's definitions without a network.

References are written in full (urn:jangbu:v1:common#/$defs/page) even within a file: Python's urljoin, on which older
validators rely, cannot join a fragment to a urn.
"""

import json
import pathlib
import sys
import warnings

SKIP = 77
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

try:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # RefResolver: Debian 12's version has nothing newer
        import jsonschema
        from jsonschema import RefResolver
except ImportError:
    print("skipped: python3-jsonschema is not installed", file=sys.stderr)
    sys.exit(SKIP)


def load(folder=ROOT / "schemas" / "v1"):
    """{"record": schema, …}"""
    return {p.name.removesuffix(".schema.json"): json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.schema.json"))}


def validators(schemas):
    store = {s["$id"]: s for s in schemas.values()}
    made = {}
    for name, schema in schemas.items():
        jsonschema.Draft202012Validator.check_schema(schema)
        resolver = RefResolver(schema["$id"], schema, store=store)
        made[name] = jsonschema.Draft202012Validator(schema, resolver=resolver, format_checker=jsonschema.FormatChecker())
    return made


def errors(validator, instance):
    """Readable lines, the deepest cause of each."""
    for error in sorted(validator.iter_errors(instance), key=lambda e: [str(p) for p in e.absolute_path]):
        best = jsonschema.exceptions.best_match([error])
        place = "/".join(str(p) for p in best.absolute_path) or "(top)"
        yield f"{place}: {best.message[:300]}"
