#!/usr/bin/env python3
"""Every C++ file is laid out as .clang-format says. Debian's clang-format decides; without it, or with another version, the test is skipped."""
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("src", "extractors", "tests", "fixtures")
VERSION = 14  # Debian 12's: another version would lay out some files in another way
SKIPPED = 77


def main() -> int:
    program = shutil.which(f"clang-format-{VERSION}") or shutil.which("clang-format")
    if program is None:
        print("no clang-format (apt-get install clang-format)")
        return SKIPPED
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
    if not re.search(rf"\bversion {VERSION}\.", version):
        print(f"needs clang-format {VERSION}, this is {version.strip()}")
        return SKIPPED

    files = sorted(str(path) for folder in FOLDERS for suffix in ("*.cpp", "*.h") for path in (ROOT / folder).rglob(suffix))
    if not files:
        print("no sources found")
        return 1
    check = subprocess.run([program, "--dry-run", "--Werror", "--style=file", *files], capture_output=True, text=True, check=False)
    sys.stdout.write(check.stderr[:20_000])
    if check.returncode != 0:
        print("mend with: clang-format -i FILE")
    else:
        print(f"{len(files)} files")
    return 1 if check.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
