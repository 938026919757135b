"""After a locked life, crash included, no file holds a byte of who it was or what was said."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

NAME, PASSPHRASE = "Canarina Gelb", "first canary passphrase"
OTHER, WORDS = "second canary passphrase", "canary words nobody else would say"


def test_no_file_holds_a_word_of_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    for folder in ("tmp", "logs"):
        (tmp_path / folder).mkdir()
    command = [sys.executable, "-m", "tests.store.life", str(home), NAME, PASSPHRASE, OTHER, WORDS]
    places = {"TMPDIR": str(tmp_path / "tmp"), "HOME": str(tmp_path / "logs")}
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **places}, check=False
    )
    assert done.returncode < 0, "it was to end in a crash"
    code = done.stdout.strip()
    words = code.split()
    assert len(words) == 8
    # two words of the code at least: a single one can be part of our own file names, such as door
    parts = [by.join(two) for two in pairwise(words) for by in (" ", "-", "")]
    secrets = {
        form
        for text in (NAME, PASSPHRASE, OTHER, WORDS, code, "canar", *parts)
        for form in (text.encode(), text.lower().encode(), text.encode("utf-16-le"))
    }
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert any(each.suffix == ".sealed" for each in files)
    for each in files:
        content = each.read_bytes() + str(each.relative_to(tmp_path)).encode()
        assert not [secret for secret in secrets if secret in content], each.name
    assert not any(secret in (done.stderr).encode() for secret in secrets)
