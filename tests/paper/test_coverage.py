from pathlib import Path

from course.paper.coverage import covered, lacking
from course.paper.printable import Printable, own_fonts, printables


def test_our_fonts_have_latin_greek_and_cyrillic() -> None:
    assert lacking("Zoë Łódź Ελλάς Україна “quotes” – £ €", own_fonts()) == frozenset()


def test_our_fonts_lack_what_they_lack() -> None:
    assert lacking("a\u05d0😀\U00013080", own_fonts()) == {"\u05d0", "😀", "\U00013080"}


def test_marks_without_a_picture_are_never_missing() -> None:
    assert lacking("a\u200d\ufe0f\n", own_fonts()) == frozenset()


def test_a_file_that_is_no_font_covers_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.ttf").write_bytes(b"not a font at all")
    assert covered(tmp_path / "a.ttf") == ()
    assert covered(tmp_path / "none.ttf") == ()


class NoFonts:
    def fonts(self) -> list[object]:
        return []


def all_printables(text: str) -> list[Printable]:
    return list(printables({"text": text}, lambda borrow: NoFonts()))  # type: ignore[arg-type, return-value]


def test_what_cannot_be_shown_is_marked_once_for_each_run() -> None:
    first = all_printables("hi 👨‍👩‍👧 and 😀")[0]
    assert first.data == {"text": "hi [?] and [?]"}
    assert first.unprintable == tuple(sorted("👨👩👧😀"))


def test_the_last_way_keeps_only_what_is_sure_to_print() -> None:
    assert all_printables("Ω fine")[-1].data == {"text": "[?] fine"}
