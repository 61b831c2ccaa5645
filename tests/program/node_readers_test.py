#!/usr/bin/env python3
"""The output folder and the exports as DuckDB reads them, with the sums of the documents' JSON, and datapackage.json under a public validator.
Both are packages of npm (.ci/node, which .ci/install-deps --tests fills): exit 77 where they are not there.

usage: node_readers_test.py PATH-OF-JANGBU"""

import collections
import json
import os
import shutil
import subprocess
import sys
import unittest

from exported import ROOT, Exported, exact, run, use

MODULES = os.environ.get("JANGBU_NODE_MODULES") or str(ROOT / ".ci" / "node" / "node_modules")

# Reads questions {name: SQL} from stdin, answers {name: rows} with everything as text: nothing is rounded on the way.
DUCKDB = """
const { DuckDBInstance } = require('@duckdb/node-api');
(async () => {
  const c = await (await DuckDBInstance.create(':memory:')).connect();
  const answers = {};
  for (const [name, sql] of Object.entries(JSON.parse(require('fs').readFileSync(0, 'utf8')))) {
    const rows = (await c.runAndReadAll(sql)).getRowsJson();
    answers[name] = rows.map(row => row.map(v => v === null ? null : String(v)));
  }
  console.log(JSON.stringify(answers));
})().catch(e => { console.error(String(e)); process.exit(1); });
"""

VALIDATOR = """
const { validate } = require('datapackage');
validate(JSON.parse(require('fs').readFileSync(0, 'utf8'))).then(r => console.log(JSON.stringify({ valid: r.valid, errors: r.errors.map(String) })));
"""
SCHEMAS = """
const { Schema } = require('tableschema');
(async () => {
  const bad = {};
  for (const [name, descriptor] of Object.entries(JSON.parse(require('fs').readFileSync(0, 'utf8')))) {
    const schema = await Schema.load(descriptor);
    if (!schema.valid) bad[name] = schema.errors.map(String);
  }
  console.log(JSON.stringify(bad));
})();
"""


def node(script, given):
    done = subprocess.run(["node", "-e", script], input=json.dumps(given), capture_output=True, text=True, env={**os.environ, "NODE_PATH": MODULES}, timeout=250)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def quoted(path):
    return "'" + str(path).replace("'", "''") + "'"


class NodeReaders(Exported):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.package = json.loads((cls.out / "datapackage.json").read_text(encoding="utf-8"))
        cls.kinds = sorted({kind for kind, _ in cls.sums})

    def summed(self, source, select):
        """The sums of every field of every type, asked of DuckDB: `source(kind)` is a table, `select(field)` an expression of its columns."""
        asked = {kind: f"SELECT {', '.join(f'sum(({select(field)})::DECIMAL(38, 9))::VARCHAR' for k, field in sorted(self.sums) if k == kind)} FROM {source(kind)}"
                 for kind in self.kinds}
        answers = node(DUCKDB, asked)
        return collections.Counter({(kind, field): exact(value or 0) for kind in self.kinds
                                    for (_, field), value in zip([key for key in sorted(self.sums) if key[0] == kind], answers[kind][0])})

    def test_duckdb_sums_the_files_of_records(self):
        self.assertEqual(self.summed(lambda kind: f"read_json({quoted(self.out / 'records' / kind / '*.ndjson')}, format = 'newline_delimited', union_by_name = true)",
                                     lambda field: f'"values"."{field}"'), self.sums)

    def test_duckdb_sums_the_exports(self):
        for extension in ("csv", "ndjson"):
            for kind in self.kinds:
                done = run("export", self.out, "--type", kind, "-o", self.work / f"{kind}.{extension}")
                self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.summed(lambda kind: f"read_csv({quoted(self.work / f'{kind}.csv')})", lambda field: f'"{field}"'), self.sums)
        self.assertEqual(self.summed(lambda kind: f"read_json({quoted(self.work / f'{kind}.ndjson')}, format = 'newline_delimited')", lambda field: f'"{field}"'), self.sums)

    def test_duckdb_sums_figures(self):
        for what in ("figures", "records"):
            self.assertEqual(run("export", self.out, "--what", what, "-o", self.work / f"{what}.csv").returncode, 0)
        rows = node(DUCKDB, {"sums": f"""SELECT r.record_type, f.field, sum(f.value)::VARCHAR FROM read_csv({quoted(self.work / 'figures.csv')}, types = {{'value': 'DECIMAL(38, 9)'}}) f
            JOIN read_csv({quoted(self.work / 'records.csv')}) r USING (record_id, document_id) WHERE f.slot = 'values' GROUP BY ALL"""})["sums"]
        self.assertEqual(collections.Counter({(kind, field): exact(value) for kind, field, value in rows}), self.sums)

    def test_duckdb_takes_the_types_of_the_data_package(self):
        types = {"integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "string": "VARCHAR", "array": "JSON", "object": "JSON"}
        names = {"document": "documents", "finding": "findings", "figure": "figures", "series": "series", "input": "inputs"}
        asked, counts = {}, {}
        for resource in self.package["resources"]:
            if resource["name"] in names or resource["name"] in self.kinds:
                path = self.work / f"typed {resource['name']}.csv"
                what = ("--what", names[resource["name"]]) if resource["name"] in names else ("--type", resource["name"])
                self.assertEqual(run("export", self.out, *what, "-o", path).returncode, 0)
                columns = ", ".join(f"{quoted(f['name'])}: {quoted(types[f['type']])}" for f in resource["schema"]["fields"])
                asked[resource["name"]] = f"SELECT count(*) FROM read_csv({quoted(path)}, header = true, columns = {{{columns}}})"
                (counts[resource["name"]],) = self.connect().execute(f"SELECT count(*) FROM \"{resource['name']}\"").fetchone()
        self.assertGreaterEqual(len(asked), 8)
        self.assertEqual({name: int(rows[0][0]) for name, rows in node(DUCKDB, asked).items()}, counts)

    def test_the_data_package_is_valid(self):
        self.assertEqual(node(VALIDATOR, self.package), {"valid": True, "errors": []})
        self.assertEqual(node(SCHEMAS, {r["name"]: r["schema"] for r in self.package["resources"] if "schema" in r}), {})

    def test_the_validator_finds_what_is_wrong(self):
        nameless = json.loads(json.dumps(self.package))
        del nameless["resources"][0]["name"]
        self.assertFalse(node(VALIDATOR, nameless)["valid"])
        self.assertFalse(node(VALIDATOR, {**self.package, "resources": []})["valid"])
        self.assertEqual(list(node(SCHEMAS, {"odd": {"fields": [{"name": "a", "type": "no type"}]}})), ["odd"])


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    use(sys.argv.pop(1))
    missing = [name for name in ("@duckdb/node-api", "datapackage") if not os.path.isdir(os.path.join(MODULES, name))]
    if not shutil.which("node") or missing:
        print(f"skipped: {'node is not there' if not shutil.which('node') else ', '.join(missing) + f' not in {MODULES}'} (.ci/install-deps --tests installs it)")
        sys.exit(77)
    unittest.main()
