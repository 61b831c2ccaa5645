#!/usr/bin/env python3
"""jangbu speaks the language of who reads, and writes the same files in each. usage: language_test.py PATH-OF-JANGBU [FOLDER-OF-WHAT-IS-INSTALLED]"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
INBOX = ROOT / "fixtures" / "inbox"
보고 = "2021-08 시민협력국 주요업무보고"
JANGBU = None
TOLD = None  # the folder with the manual and the completions, as they are built
명령들 = ("ingest", "watch", "audit", "collect", "completion", "diff", "export", "fields", "forget", "inspect", "review", "worker")
글 = "주요업무보고\n2021. 8.\n가나국\nⅠ. 예산집행 현황\n(단위: 천원, ’21.8.13. 기준)\n\n구분\t예산현액\t원인행위액\t지출액\n합계\t1,000,000\t700,000\t{}\n교육\t700,000\t500,000\t420,000\n상담\t300,000\t200,000\t180,000\n"


def run(*arguments, **environment):
    plain = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LC_MESSAGES", "LANG")}
    return subprocess.run([JANGBU, *map(str, arguments)], capture_output=True, text=True, timeout=250, env={**plain, **environment})


def 한국어(*말):
    return run(*말, LANG="ko_KR.UTF-8")


class Language(unittest.TestCase):
    def setUp(self):
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="말 "))
        self.addCleanup(shutil.rmtree, self.work, ignore_errors=True)
        self.받은, self.결과, self.정정 = self.work / "받은 보고서", self.work / "결과", self.work / "정정"
        self.받은.mkdir()
        self.정정.mkdir()

    def 놓기(self, 지출="610,000", 이름="가나국.txt"):
        (self.받은 / 이름).write_text(글.format(지출), encoding="utf-8")

    def test_한_주무관의_하루(self):
        self.놓기()
        (self.받은 / "빈 파일.txt").write_text("", encoding="utf-8")
        (self.받은 / "예산.xlsx").write_text("x", encoding="utf-8")
        읽음 = 한국어("ingest", self.받은, "--out", self.결과, "--corrections", self.정정)
        self.assertEqual(읽음.returncode, 3, 읽음.stderr)
        for 줄 in ("문서 1건 읽음, 1건 읽지 못함", "  ✓ 가나국.txt  레코드 3건, 지적 1건", "  ✗ 빈 파일.txt  E104 file_empty: 파일이 비어 있습니다. 다시 받거나 복사하십시오",
                   "다른 형식이라 읽지 않은 파일 1개: 예산.xlsx", "레코드 3건: 예산 3건", "지적 1건: 경고 1건", "볼 곳:"):
            self.assertIn(줄, 읽음.stderr)
        self.말은_한국어(읽음.stderr)

        지적 = 한국어("audit", self.결과)
        self.assertEqual(지적.returncode, 0, 지적.stderr)
        self.assertRegex(지적.stdout, r"^정도 +종류 +표 +쪽 +적힌 값 +셈한 값 +문서\n경고 +합계 +t001 +- +610,000,000 +600,000,000 ")
        self.assertIn("적힌 값 6억 1,000만원, 셈한 값 6억원, 차이 1,000만원", 지적.stdout)
        self.assertIn("아래 2개 항목의 합은 600,000천원입니다", 지적.stdout)
        self.assertNotIn("which", 지적.stdout)
        self.말은_한국어(지적.stdout)
        record, field = re.search(r"record_id (\w+)  field (\w+)", 지적.stdout).groups()

        보기 = 한국어("inspect", "--record", record[:12], self.결과)
        self.assertEqual(보기.returncode, 0, 보기.stderr)
        self.assertTrue(보기.stdout.startswith("예산  합계\n"), 보기.stdout)
        self.assertIn("기준일     2021년 8월 13일", 보기.stdout)
        self.assertRegex(보기.stdout, r"지출액 \(payment\) +610,000  610000000원 \(6억 1,000만원\)\n")
        그림 = 한국어("inspect", "--record", record, self.결과, "--png", self.work / "자리.png")
        self.assertEqual(그림.returncode, 1)
        self.assertIn("쪽이 없어(HWP, HWPX, 글) 그림을 낼 수 없습니다", 그림.stderr)
        self.assertIn("지출액 (payment)", 그림.stdout, "the row is told all the same")
        self.assertFalse((self.work / "자리.png").exists())

        채울것 = 한국어("audit", self.결과, "--correct", self.정정 / "8월.json")
        self.assertIn("\"value\", \"reason\", \"author\"를 적고 나머지는 지우십시오", 채울것.stderr)
        채움 = json.loads((self.정정 / "8월.json").read_text(encoding="utf-8"))
        채움[0].update(value="600,000", reason="교육과 상담을 더하면 600,000", author="홍길동")
        (self.정정 / "8월.json").write_text(json.dumps(채움, ensure_ascii=False), encoding="utf-8")
        (self.받은 / "빈 파일.txt").unlink()
        고침 = 한국어("ingest", self.받은, "--out", self.결과)
        self.assertEqual(고침.returncode, 0, 고침.stderr)
        self.assertIn("정정 1건: 적용 1건", 고침.stderr)
        지적 = 한국어("audit", self.결과)
        self.assertIn("지적이 없습니다.", 지적.stdout)
        self.assertRegex(지적.stdout, r"적용 +8월\.json:\d+  " + record + " " + field)
        self.assertIn("사라진 지적: 합계", 지적.stdout)
        self.말은_한국어(지적.stdout)

        self.놓기("620,000")  # what was expected is not there any more
        다시 = 한국어("ingest", self.받은, "--out", self.결과)
        self.assertEqual(다시.returncode, 3)
        self.assertRegex(다시.stderr, r"  ✗ 8월\.json #1  원문과 다름: ")

        (self.정정 / "8월.json").unlink()
        self.놓기("600,000")
        지켜봄 = 한국어("watch", self.받은, "--out", self.결과, "--once", "--settle", "0.1")
        self.assertEqual(지켜봄.returncode, 0, 지켜봄.stderr)
        self.assertIn("  ✓ 가나국.txt  레코드 3건, 지적 0건", 지켜봄.stderr)
        self.assertRegex(지켜봄.stderr, r"문서 1건 읽음; 모두 1건\n")
        self.말은_한국어(지켜봄.stderr)

    def 말은_한국어(self, 글):
        """No sentence is in English: words may be, those that machines read."""
        for english in (" is ", " are ", " the ", " read", "finding", "records,", "Where"):
            self.assertNotIn(english, 글)

    def test_the_same_day_in_english(self):
        self.놓기()
        done = run("ingest", self.받은, "--out", self.결과)
        self.assertIn("1 document read\n  ✓ 가나국.txt  3 records, 1 finding\n", done.stderr)
        self.assertIn("3 records: 3 budget\n1 finding: 1 warning\n", done.stderr)
        audit = run("audit", self.결과)
        self.assertTrue(audit.stdout.startswith("SEVERITY"), audit.stdout)
        self.assertNotIn("입니다", audit.stdout)
        watched = run("watch", self.받은, "--out", self.결과, "--once", "--settle", "0.1")
        self.assertIn("0 documents read; 1 in\n", watched.stderr)

    def test_what_is_asked_for_comes_before_the_environment(self):
        korean, english = "그런 파일이나 폴더가 없습니다", "holds no findings.ndjson"
        for options, environment, said in (((), {}, english), ((), {"LANG": "ko_KR.UTF-8"}, korean), ((), {"LC_MESSAGES": "ko", "LANG": "en_US.UTF-8"}, korean),
                                           ((), {"LC_ALL": "C", "LANG": "ko_KR.UTF-8"}, english), ((), {"LC_ALL": "", "LANG": "ko_KR.UTF-8"}, korean),
                                           (("--lang", "ko"), {"LC_ALL": "C"}, korean), (("--lang=en",), {"LANG": "ko_KR.UTF-8"}, english)):
            done = run("audit", self.work / "없음", *options, **environment)
            self.assertEqual(done.returncode, 1)
            self.assertIn("E101 path_missing", done.stderr)
            self.assertIn(said, done.stderr.replace("[", "") if said == english else done.stderr, (options, environment))
        self.assertTrue(run("--lang", "ko", "--help").stdout.startswith("장부 jangbu: 공공 보고서"))
        self.assertEqual(run("audit", self.work, "--lang", "fr").returncode, 2)

    def test_what_machines_read_is_the_same(self):
        self.놓기()
        files = []
        for language in ("ko", "en"):
            out = self.work / language
            self.assertEqual(run("ingest", self.받은, "--out", out, "--lang", language, SOURCE_DATE_EPOCH="0").returncode, 0)
            files.append({p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file() and ".jangbu" not in p.parts and "ledger" not in p.name})
            files[-1]["audit"] = run("audit", out, "--json", "--lang", language).stdout
            files[-1]["dry run"] = run("ingest", INBOX, "--out", out, "--dry-run", "--lang", language).stdout
            files[-1]["fields"] = run("fields", "--json", "--lang", language).stdout
        self.assertEqual(files[0], files[1])

    def test_help_is_whole_in_both_languages(self):
        for command in 명령들:
            korean, english = run(command, "--help", "--lang", "ko").stdout, run(command, "--help", "--lang", "en").stdout
            options = re.compile(r"^  (?:-\w,)?(--[\w-]+)", re.MULTILINE)
            self.assertEqual(options.findall(korean), options.findall(english), command)
            self.assertIn("본보기:", korean)
            self.assertIn("Examples:", english)
            for line in korean.splitlines():  # every option is explained in Korean
                if re.match(r"  (-\w,)?--[\w-]+", line) and re.search(r"\S {2,}\S", line.strip()):
                    self.assertRegex(line, "[가-힣]", command)

    def test_wrong_usage_is_told_in_korean(self):
        틀림 = 한국어("ingets", "a")
        self.assertEqual((틀림.returncode, 틀림.stderr), (2, "jangbu: 'ingets'(이)라는 명령은 없습니다: 'ingest'을(를) 쓰려고 하셨습니까?\n'jangbu help'가 명령을 모두 보여 줍니다.\n"))
        빠짐 = 한국어("ingest", self.받은)
        self.assertEqual(빠짐.returncode, 2)
        self.assertIn("쓰는 법이 맞지 않습니다. 빠진 것이 있습니다 [--out", 빠짐.stderr)
        self.assertIn("'jangbu ingest --help'가 쓰는 법을 보여 줍니다.", 빠짐.stderr)

    def test_the_cut_out_of_a_figure(self):
        pdf = INBOX / f"{보고}.pdf"
        self.assertEqual(run("ingest", pdf, "--out", self.결과).returncode, 0)
        records = [json.loads(line) for p in (self.결과 / "records/budget").iterdir() for line in p.read_text(encoding="utf-8").splitlines()]
        record = next(r for r in records if r["cells"].get("payment", {}).get("text") == "65,419,160")
        cut, one = self.work / "행.png", self.work / "칸.png"
        done = run("inspect", "--record", record["record_id"], self.결과, "--png", cut)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("65,419,160", done.stdout)
        self.assertIn(f"page {record['cells']['payment']['page']}", done.stdout)
        self.assertEqual(run("inspect", "--record", record["record_id"], self.결과, "--field", "payment", "--png", "-o", one).returncode, 0)
        whole = run("inspect", pdf, "--page", record["cells"]["payment"]["page"], "--png", "-o", self.work / "쪽.png")
        self.assertEqual(whole.returncode, 0, whole.stderr)
        size = [(int.from_bytes(p.read_bytes()[16:20], "big"), int.from_bytes(p.read_bytes()[20:24], "big")) for p in (cut, one, self.work / "쪽.png")]
        self.assertEqual(size[0][0], size[2][0], "the whole width of the page")
        self.assertLess(size[0][1], size[2][1] / 2)
        self.assertNotEqual(cut.read_bytes(), one.read_bytes(), "one frame, or one a figure")
        for wrong in (("--record", "0" * 20), ("--record", record["record_id"], "--field", "없는"), ("--record", "no id")):
            ended = run("inspect", *wrong, self.결과)
            self.assertEqual(ended.returncode, 1)
            self.assertIn("E101 path_missing", ended.stderr)
        self.assertEqual(run("inspect", self.결과, "x.png").returncode, 2)

    def test_a_document_without_pages_shows_those_of_its_pdf(self):
        shapes = ROOT / "fixtures" / "shapes"
        for file in (*shapes.glob("*.hwpx"), *shapes.glob("*.pdf")):
            shutil.copy(file, self.받은)
        self.assertEqual(run("ingest", self.받은, "--out", self.결과).returncode, 0)
        records = [json.loads(line) for p in (self.결과 / "records/budget").iterdir() for line in p.read_text(encoding="utf-8").splitlines()]
        record = next(r for r in records if r["values"])
        self.assertEqual((record["source"]["format"], record["source"]["page"]), ("hwpx", None))
        done = run("inspect", "--record", record["record_id"], self.결과, "--png", self.work / "행.png")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout, r"page \d+ of 2022-03 가온원 업무계획\.pdf")
        self.assertTrue((self.work / "행.png").read_bytes().startswith(b"\x89PNG"))
        next(self.받은.glob("*.pdf")).write_bytes(b"another file")
        done = run("inspect", "--record", record["record_id"], self.결과, "--png", self.work / "둘.png")
        self.assertEqual(done.returncode, 1)
        self.assertIn("E201 file_damaged", done.stderr)

    def test_shells_complete_and_the_manual_tells_what_the_help_does(self):
        bash, zsh, man = (run("completion", kind).stdout for kind in ("bash", "zsh", "man"))
        manual = man.replace("\\-", "-")
        for command in 명령들:
            options = re.findall(r"^  (?:-\w,)?(--[\w-]+)", run(command, "--help").stdout, re.MULTILINE)
            self.assertTrue(options)
            words = re.search(rf"^      '{command}'\) words='(.*)' ;;$", bash, re.MULTILINE)[1].split()
            section = manual.split(f'.SS "jangbu {command}')[1].split("\n.SS ")[0]
            listed = zsh.split(f"    {command})\n")[1].split(";;")[0]
            for option in options:
                self.assertIn(option, words, command)
                self.assertRegex(section, rf"(?m)^\.B .*{option}\b", command)
                self.assertIn(f"'*{option}[", listed, command)

        def completed(*line):
            program = bash + 'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _jangbu; printf "%s\\n" "${COMPREPLY[@]}"'
            return subprocess.run(["bash", "-c", program, "bash", *line], capture_output=True, text=True, check=True).stdout.split()

        self.assertEqual(completed("jangbu", "in"), ["ingest", "inspect"])
        self.assertEqual(completed("jangbu", "help", "wa"), ["watch"])
        self.assertEqual(completed("jangbu", "ingest", "보고", "--no"), ["--no-corrections"])
        self.assertEqual(completed("jangbu", "ingest", "보고", "--lang", ""), ["ko", "en"])
        self.assertEqual(completed("jangbu", "export", "결과", "--format", "x"), ["xlsx"])
        self.assertEqual(completed("jangbu", "ingest", "보"), [], "files are the shell's own")
        self.assertIn("보고서를 읽어 레코드를 씁니다", run("completion", "man", "--lang", "ko").stdout)
        if shutil.which("zsh"):
            subprocess.run(["zsh", "-n", "/dev/stdin"], input=zsh, text=True, check=True)
        if shutil.which("groff"):
            told = subprocess.run(["groff", "-k", "-man", "-Tutf8", "-ww", "-z"], input=man, capture_output=True, text=True)
            self.assertEqual(told.stderr, "")
        if TOLD:
            self.assertEqual((TOLD / "jangbu").read_text(encoding="utf-8"), bash)
            self.assertEqual((TOLD / "_jangbu").read_text(encoding="utf-8"), zsh)
            self.assertEqual((TOLD / "en/jangbu.1").read_text(encoding="utf-8"), man)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    JANGBU = os.path.abspath(sys.argv.pop(1))
    if len(sys.argv) > 1 and os.path.isdir(sys.argv[1]):
        TOLD = pathlib.Path(sys.argv.pop(1))
    unittest.main()
