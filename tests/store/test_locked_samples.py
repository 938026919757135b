"""A locked notebook of every form there ever was still opens."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course.errors import NoDoor
from course.store import doors, record
from course.store.form import from_bytes
from course.store.vault import Vault

TESTS = Path(__file__).parent.parent
SAMPLES = sorted((TESTS / "locked").iterdir())
CODE = "daffodil stroll bumble holly cottage salmon puddle relay"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_sample_of_every_form_opens_with_both_its_doors(sample: Path, home: Path) -> None:
    shutil.copytree(sample, home, dirs_exist_ok=True)
    vault = Vault(home, home / "state")
    plain = from_bytes((TESTS / "notebooks" / "format-1.toml").read_bytes())
    by_passphrase = vault.open("sam", "maple river candle otter").opened()
    unchosen = plain.settings.model_copy(update={"help_line": ""})  # it came after the samples
    plain = plain.model_copy(update={"settings": unchosen})
    assert by_passphrase.notebook == vault.recover(CODE).opened().notebook == plain
    with pytest.raises(NoDoor):
        vault.open("sam", "maple river candle")


def test_there_is_a_sample_of_the_form_that_is_written_today() -> None:
    assert record._HEAD == b"record %d\n" % doors._VERSION
    assert f"form-{doors._VERSION}" in [sample.name for sample in SAMPLES]
