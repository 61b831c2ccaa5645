#!/usr/bin/env python3
"""한 주 동안의 사무실 / A week in an office, step by step: after each the output says what a fresh run over what then stands there says.

usage: week_test.py PATH-OF-JANGBU

History is left out of the comparison: earlier editions whose files stand nowhere any more, the numbers of editions, and what the run had to do.
"""

import json
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

JANGBU = None
보고 = "2021-08 시민협력국 주요업무보고"


def 표(지출, 교육="420"):
    """표지가 없는 보고서: 기관과 시점은 파일 이름이 말한다."""
    return f"Ⅰ. 예산집행 현황\n(단위: 천원, ’21.8.13. 기준)\n\n구분\t예산현액\t원인행위액\t지출액\n합계\t1,000\t700\t{지출}\n교육\t700\t500\t{교육}\n상담\t300\t200\t180\n"


def 보고서(기관, 지출="600", 달="8"):
    return f"주요업무보고\n2021. {달}.\n{기관}\n" + 표(지출)


class 한주(unittest.TestCase):
    def setUp(self):
        self.자리 = pathlib.Path(tempfile.mkdtemp(prefix="사무실 "))
        self.addCleanup(shutil.rmtree, self.자리, ignore_errors=True)
        self.받은, self.장부, self.수정 = self.자리 / "받은 보고서", self.자리 / "장부", self.자리 / "수정"
        self.받은.mkdir()
        self.수정이_있다 = False

    def 실행(self, *더, 어디에=None):
        return subprocess.run([JANGBU, "ingest", self.받은, "--out", 어디에 or self.장부, *map(str, 더)], capture_output=True, text=True, timeout=250)

    def 모습(self, 장부):
        """What people and programs read of an output, without history."""
        with sqlite3.connect(f"file:{장부}/ledger.sqlite?mode=ro", uri=True) as 원장:
            있는 = {줄[0] for 줄 in 원장.execute("SELECT DISTINCT document_id FROM input WHERE document_id IS NOT NULL")}
            행 = sorted(map(repr, 원장.execute("SELECT * FROM record"))) + sorted(map(repr, 원장.execute("SELECT document_id, kind, record_id, field FROM finding")))
        문서 = {}
        for 파일 in sorted((장부 / "documents").glob("*.json")):
            내용 = json.loads(파일.read_text(encoding="utf-8"))
            내용.pop("edition")
            if 내용["document_id"] in 있는:
                문서[파일.name] = 내용
        레코드 = {f.relative_to(장부).as_posix(): f.read_text(encoding="utf-8") for f in sorted((장부 / "records").glob("*/*.ndjson"))}
        격리 = [{**json.loads(줄), "since": "", "attempts": 0} for 줄 in (장부 / "quarantine.ndjson").read_text(encoding="utf-8").splitlines()]
        수정 = []
        if (장부 / "corrections.ndjson").exists():
            수정 = [(한["correction_id"], 한["state"]) for 한 in map(json.loads, (장부 / "corrections.ndjson").read_text(encoding="utf-8").splitlines())]
        return {"문서": 문서, "레코드": 레코드, "격리": 격리, "수정": 수정, "지적": (장부 / "findings.ndjson").read_text(encoding="utf-8"), "원장": 행}

    def 새로_한_것과_같다(self, 무엇):
        새 = self.자리 / "새 장부"
        shutil.rmtree(새, ignore_errors=True)
        끝 = self.실행(*(["--corrections", self.수정] if self.수정이_있다 else []), 어디에=새)
        self.assertIn(끝.returncode, (0, 3), 끝.stderr)
        했던, 새로 = self.모습(self.장부), self.모습(새)
        for 이름 in 새로:
            self.assertEqual(했던[이름], 새로[이름], f"{무엇}: {이름}")

    def 지출들(self):
        return sorted(json.loads(줄)["values"]["payment"] // 1000 for 파일 in (self.장부 / "records/budget").glob("*.ndjson") for 줄 in 파일.read_text(encoding="utf-8").splitlines()
                      if json.loads(줄)["name"] == "합계")

    def test_한_주(self):
        # 월요일: 보고서가 들어온다.
        (self.받은 / f"{보고}.txt").write_text(표(600), encoding="utf-8")
        (self.받은 / "다라국.txt").write_text(보고서("다라국", 610), encoding="utf-8")
        (self.받은 / "빈 파일.txt").write_text("", encoding="utf-8")
        self.assertEqual(self.실행().returncode, 3)
        self.assertEqual(self.지출들(), [600, 610])
        self.새로_한_것과_같다("월요일")

        # 화요일: 다라국의 합계를 고친다. audit이 쓸 수 있는 파일을 만들어 준다.
        끝 = subprocess.run([JANGBU, "audit", self.장부, "--correct", self.수정 / "2021.json"], capture_output=True, text=True, timeout=60)
        self.assertEqual(끝.returncode, 0, 끝.stderr)
        고칠 = json.loads((self.수정 / "2021.json").read_text(encoding="utf-8"))
        self.assertEqual([(한["expect"], 한["target"]["field"]) for 한 in 고칠], [("610", "payment")])
        self.수정이_있다 = True
        끝 = self.실행("--corrections", self.수정)
        self.assertEqual(끝.returncode, 3)  # 아직 채우지 않았다: 아무것도 바뀌지 않고, 그렇다고 말한다
        self.assertIn("refused", 끝.stderr)
        self.assertEqual(self.지출들(), [600, 610])
        고칠[0].update(value="600", reason="부서별 표의 합과 같다", author="홍길동")
        고칠[0]["target"]["field"] = "지출액"
        (self.수정 / "2021.json").write_text(json.dumps(고칠, ensure_ascii=False), encoding="utf-8")
        (self.받은 / "빈 파일.txt").unlink()
        끝 = self.실행("--corrections", self.수정)
        self.assertEqual(끝.returncode, 0, 끝.stderr)
        self.assertEqual(self.지출들(), [600, 600])
        self.새로_한_것과_같다("화요일")

        # 수요일: 같은 이름으로 고쳐서 다시 온다, 여러 번. 수정 폴더를 말하는 것은 잊는다.
        for 지출 in ("601", "599", "605", "602"):
            (self.받은 / f"{보고}.txt").write_text(표(지출), encoding="utf-8")
            self.assertEqual(self.실행().returncode, 0)
            self.assertEqual(self.지출들(), sorted([600, int(지출)]))
        self.새로_한_것과_같다("수요일, 제자리에서")
        (self.받은 / f"{보고} (수정).txt").write_text(표("603"), encoding="utf-8")
        (self.받은 / f"{보고} - 복사본.txt").write_text(표("590"), encoding="utf-8")
        self.실행()
        self.assertEqual(self.지출들(), [600, 603])
        self.새로_한_것과_같다("수요일, 수정본")

        # 목요일: 이름을 바꾸고, 지우고, 되돌린다.
        (self.받은 / f"{보고} (수정).txt").rename(self.받은 / f"{보고}_최종.txt")
        self.실행()
        self.assertEqual(self.지출들(), [600, 603])
        self.새로_한_것과_같다("목요일, 이름")
        (self.받은 / f"{보고}_최종.txt").rename(self.자리 / "치운 것.txt")
        끝 = self.실행()
        self.assertIn("removed", 끝.stderr)
        self.assertEqual(self.지출들(), [600, 602])
        self.새로_한_것과_같다("목요일, 지움")
        (self.자리 / "치운 것.txt").rename(self.받은 / f"{보고}_최종.txt")
        self.실행()
        self.assertEqual(self.지출들(), [600, 603])
        self.새로_한_것과_같다("목요일, 되돌림")

        # 금요일: 받은 보고서가 있던 곳이 연결되지 않았다. 그러다 많이 들어오고, 실행이 죽는다.
        self.받은.rename(self.자리 / "연결이 끊긴 곳")
        self.받은.mkdir()
        끝 = self.실행()
        self.assertIn("--allow-empty", 끝.stderr)
        self.assertEqual(self.지출들(), [600, 603])
        self.받은.rmdir()
        (self.자리 / "연결이 끊긴 곳").rename(self.받은)
        for 번호 in range(60):
            (self.받은 / f"{번호:02} 보고.txt").write_text(보고서(f"가{chr(0xAC00 + 번호 * 28)}국", 600), encoding="utf-8")
        도는 = subprocess.Popen([JANGBU, "ingest", self.받은, "--out", self.장부, "--quiet"], stderr=subprocess.DEVNULL)
        시작 = time.monotonic()
        while 도는.poll() is None and len(list((self.장부 / "documents").glob("*.json"))) < 30 and time.monotonic() - 시작 < 60:
            time.sleep(0.01)
        도는.send_signal(signal.SIGKILL)
        도는.wait()
        self.실행()
        self.assertEqual(len(self.지출들()), 62)
        self.새로_한_것과_같다("금요일")


if __name__ == "__main__":
    JANGBU = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=1)
