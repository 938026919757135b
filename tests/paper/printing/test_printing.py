"""Printing, against a real print service: what arrives, what is told, and what stays behind."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from course.errors import PaperError
from course.paper.printing import printers, send
from course.paper.printing.job import SentJob
from course.paper.printing.service import Elsewhere, Here, service
from course.plan.document import Sheet
from course.plan.printing import JobNews
from tests.paper.print_server import PrintServer, TestPrinter, print_server, wait_until
from tests.terminal import Terminal

CANARY = b"Foxglove%d" % os.getpid()
"""A word of this worker alone: others run at the same time, and their arguments are seen, too."""
PDF = b"%PDF-1.7\n% For " + CANARY + b" alone.\n%%EOF\n"


def sent_to(
    printer: TestPrinter | str,
    data: bytes = PDF,
    *,
    copies: int = 1,
    sheet: Sheet = "a4",
    both_sides: bool = False,
) -> SentJob:
    name = printer if isinstance(printer, str) else printer.name
    job = send(data, name, copies=copies, sheet=sheet, both_sides=both_sides)
    assert isinstance(job, SentJob)
    return job


def refusal(printer: TestPrinter | str, data: bytes = PDF, *, sheet: Sheet = "a4") -> str:
    """What is said when nothing may be sent."""
    with pytest.raises(PaperError, match=r"^Nothing was sent\. ") as said:
        sent_to(printer, data, sheet=sheet)
    return str(said.value)


def news_when(job: SentJob, *states: str) -> JobNews:
    wait_until(lambda: job.look().state in states)
    return job.look()


def ipp_value(name: str, value: str) -> bytes:
    """How a print service writes it down."""
    return name.encode() + len(value).to_bytes(2) + value.encode()


def argument_lists() -> bytes:
    """Those of every process."""
    told = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            told.append((folder / "cmdline").read_bytes())
        except OSError:
            continue  # it has just ended
    return b"\n".join(told)


def wait_until_out(server: PrintServer, job: SentJob) -> None:
    """Until the service itself has heard that the paper is out, which is later than that it is."""
    known = f"{job.printer}-{job.number} "
    wait_until(lambda: known in server.run("lpstat", "-W", "completed", "-o").stdout)


# What arrives


@pytest.mark.parametrize("where", ["address", "socket"])
def test_the_printer_receives_the_very_bytes_that_were_made(
    where: str, server: PrintServer, printer: TestPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(getattr(server, where)))
    made = PDF + bytes(range(256)) * 4000
    news = news_when(sent_to(printer, made), "sent")
    assert printer.received == [made]
    assert "has your paper now" in news.words


def test_a_paper_is_sent_under_a_word_that_says_nothing(printer: TestPrinter) -> None:
    news_when(sent_to(printer), "sent")
    _job, _user, title, copies, options = printer.arguments[:5]
    assert (title, copies) == ("Document", "1")
    assert "document-name" not in options


def test_copies_arrive_as_copies(printer: TestPrinter) -> None:
    news_when(sent_to(printer, copies=3), "sent")
    assert printer.arguments[3] == "3"


def test_an_office_printer_is_told_its_paper_and_its_sides(server: PrintServer) -> None:
    office = server.printer("office", office=True)
    news_when(sent_to(office, both_sides=True), "sent")
    assert {"media=A4", "sides=two-sided-long-edge"} <= set(office.arguments[4].split())


def test_both_sides_are_asked_only_of_a_printer_that_can(printer: TestPrinter) -> None:
    news_when(sent_to(printer, both_sides=True, sheet="us-letter"), "sent")
    assert {"media=Letter", "sides=one-sided"} <= set(printer.arguments[4].split())


# What stays behind


def test_nothing_of_the_paper_is_in_argument_lists_or_records_while_it_prints(
    server: PrintServer,
) -> None:
    printer = server.printer("hall", job_sheets_default="standard")
    printer.slow_down()
    job = sent_to(printer)
    wait_until(lambda: printer.begun)
    assert CANARY not in argument_lists()
    record = server.record(job.number)
    assert ipp_value("job-name", "Document") in record
    assert ipp_value("job-sheets", "none") in record  # no page with the login name on it
    assert b"document-name" not in record
    printer.mend()
    news_when(job, "sent")


def test_once_a_paper_was_printed_no_file_of_the_print_service_holds_it(
    server: PrintServer, printer: TestPrinter
) -> None:
    printer.slow_down()
    job = sent_to(printer)
    assert server.files_with(CANARY)
    printer.mend()
    news = news_when(job, "sent")
    assert server.files_with(CANARY) == []
    assert server.spool == []
    assert "copy" not in news.words


def test_what_these_tests_look_for_is_there_when_lp_is_run_plainly(
    server: PrintServer, tmp_path: Path
) -> None:
    printer = server.printer("hall", job_sheets_default="standard")
    loud = b"Petunia%d" % os.getpid()  # it stays in the records that later tests look through
    paper = tmp_path / f"{loud.decode()}.pdf"
    paper.write_bytes(PDF.replace(CANARY, loud))
    printer.slow_down()
    server.run("lp", "-d", printer.name, str(paper))
    wait_until(lambda: printer.begun)
    assert loud in argument_lists()
    record = server.record(int(printer.arguments[0]))
    assert ipp_value("job-sheets", "standard") in record
    assert b"document-name" in record
    printer.mend()
    wait_until(lambda: printer.received)
    holding = {file.name[0] for file in server.files_with(loud) if file in server.spool}
    assert holding == {"c", "d"}  # the record, and the document


def test_the_next_person_on_a_shared_login_gets_no_second_copy(
    server: PrintServer, printer: TestPrinter
) -> None:
    job = sent_to(printer)
    wait_until_out(server, job)  # one that it holds for unfinished is not restarted
    again = ("lp", "-i", f"{printer.name}-{job.number}", "-H", "restart")
    assert server.run(*again).returncode == 0  # so long as nobody looked, and it was not removed
    news_when(job, "sent")
    refused = server.run(*again)
    assert refused.returncode == 1
    assert "does not exist" in refused.stderr


def test_when_it_may_not_be_removed_the_person_is_told(
    server: PrintServer, printer: TestPrinter
) -> None:
    job = sent_to(printer)
    wait_until(lambda: printer.received)
    assert isinstance(job.through, Here)
    job.through = Here(replace(job.through.through, user="somebody"))
    assert "A copy may stay on this computer for a day." in news_when(job, "sent").words
    assert server.spool


def test_a_service_that_keeps_no_list_leaves_nothing_and_says_less(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = "PreserveJobFiles No\nPreserveJobHistory No"
    with print_server(tmp_path_factory.mktemp("cups"), more) as server:
        monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{server.port}")
        printer = server.printer("hall")
        job = sent_to(printer)
        wait_until(lambda: printer.received)
        wait_until(lambda: not server.spool)
        news = job.look()
    assert (news.state, "more is not known" in news.words) == ("sent", True)
    assert "copy" not in news.words


# Before anything is sent


def test_printers_are_told_with_what_they_can_and_what_hinders_them(
    server: PrintServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.printer("attic").stop()
    server.printer("cellar").close()
    server.printer("hall")
    server.printer("office", office=True)
    monkeypatch.setenv("LPDEST", "hall")
    attic, cellar, hall, office = printers()
    assert "attic is stopped. A paper would wait there" in attic.trouble
    assert "cellar is closed" in cellar.trouble
    assert (hall.trouble, hall.note, hall.usual, hall.sheets) == ("", "", True, ())
    assert (office.usual, office.both_sides, office.sheets) == (False, True, ("a4",))


@pytest.mark.parametrize("hinder", [TestPrinter.stop, TestPrinter.close])
def test_nothing_is_sent_to_a_printer_that_would_let_it_wait(
    hinder: Callable[[TestPrinter], None], server: PrintServer, printer: TestPrinter
) -> None:
    hinder(printer)
    assert printers()[0].trouble in refusal(printer)
    assert server.spool == []


def test_a_printer_that_was_taken_away_is_told(server: PrintServer) -> None:
    assert "no printer called gone here now" in refusal("gone")


def test_a_size_that_the_printer_does_not_list_is_not_sent(server: PrintServer) -> None:
    office = server.printer("office", office=True)
    assert "office lists no Letter paper" in refusal(office, sheet="us-letter")
    assert server.spool == []


def test_what_is_no_pdf_is_not_sent(server: PrintServer, printer: TestPrinter) -> None:
    assert "no PDF" in refusal(printer, b"")
    assert server.spool == []


def test_a_refusal_nobody_foresaw_is_told_in_its_own_words(printer: TestPrinter) -> None:
    with pytest.raises(PaperError, match="It said: Error - copies must be 1 or more"):
        sent_to(printer, copies=0)


def test_a_password_is_told_and_never_asked_for_in_mid_screen(server: PrintServer) -> None:
    server.printer("locked", printer_op_policy="password")
    code = f"""
from course.errors import PaperError
from course.paper.printing import send
try:
    send({PDF!r}, "locked", copies=1, sheet="a4", both_sides=False)
except PaperError as problem:
    print(str(problem)[len("Nothing was sent. "):][:40])
"""
    with Terminal([sys.executable, "-c", code]) as terminal:
        terminal.wait_for("locked asks for a password")
        assert terminal.exit_code() == 0
        assert "Password" not in terminal.text


def test_a_computer_that_cannot_print_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PaperError, match="no print service"):
        printers()
    assert "no print service" in refusal("hall")


def test_a_print_service_that_is_off_is_told(
    server: PrintServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    with pytest.raises(PaperError, match="is off"):
        printers()
    assert "is off" in refusal("hall")


def test_a_computer_without_a_printer_is_told(server: PrintServer) -> None:
    with pytest.raises(PaperError, match="knows no printer"):
        printers()


# While it is on its way


def test_a_jam_is_told_and_a_paper_that_is_taken_back_leaves_nothing(
    server: PrintServer, printer: TestPrinter
) -> None:
    printer.jam("media-jam-error")
    job = sent_to(printer)
    assert "A sheet is jammed in it." in news_when(job, "stuck").words
    assert job.take_back().state == "taken back"
    assert (server.spool, printer.received) == ([], [])
    assert job.look().state == "taken back"


@pytest.mark.slow
def test_a_paper_that_waited_goes_on_when_the_printer_was_mended(printer: TestPrinter) -> None:
    printer.jam("media-empty-error")
    job = sent_to(printer)
    assert "Its paper tray is empty." in news_when(job, "stuck").words
    printer.mend()
    news_when(job, "sent")
    assert printer.received == [PDF]


def test_a_printer_that_fails_and_says_nothing_keeps_nobody_in_the_dark(
    printer: TestPrinter,
) -> None:
    printer.jam()
    job = sent_to(printer)
    assert "does not say why" in news_when(job, "stuck").words
    job.take_back()


def test_a_printer_that_stops_itself_is_told_with_its_reason(server: PrintServer) -> None:
    printer = server.printer("hall", printer_error_policy="stop-printer")
    printer.jam("cover-open-error")
    job = sent_to(printer)
    assert "A cover or a door is open." in news_when(job, "stuck").words
    assert "hall is stopped. A cover or a door is open." in printers()[0].trouble
    assert job.take_back().state == "taken back"
    assert server.spool == []


def test_a_paper_that_was_given_up_is_not_called_printed(server: PrintServer) -> None:
    printer = server.printer("hall", printer_error_policy="abort-job")
    printer.jam("marker-supply-empty-error")
    news = news_when(sent_to(printer), "not printed")
    assert "out of ink or toner" in news.words
    assert server.spool == []


def test_a_printer_that_is_stopped_meanwhile_is_told(
    server: PrintServer, printer: TestPrinter
) -> None:
    printer.slow_down()
    first, second = sent_to(printer), sent_to(printer)
    wait_until(lambda: printer.begun)
    assert first.look().state == "printing"
    assert second.look().state == "waiting"
    printer.stop()
    assert "It is paused." in news_when(second, "stuck").words
    assert second.take_back().words.endswith("taken back from hall.")
    assert first.take_back().state == "taken back"
    assert server.spool == []


def test_what_the_printer_was_given_already_may_still_come_out(
    server: PrintServer, printer: TestPrinter
) -> None:
    printer.slow_down()
    job = sent_to(printer)
    wait_until(lambda: job.look().state == "printing")
    news = job.take_back()
    assert (news.state, news.ended) == ("taken back", True)
    assert "may still come out" in news.words
    assert server.spool == []


def test_it_is_too_late_to_take_back_what_the_printer_has(
    server: PrintServer, printer: TestPrinter
) -> None:
    job = sent_to(printer)
    wait_until_out(server, job)
    assert printer.received
    assert job.take_back().state == "sent"


def test_a_paper_that_somebody_else_removed_is_told(
    server: PrintServer, printer: TestPrinter
) -> None:
    printer.slow_down()
    job = sent_to(printer)
    server.run("cancel", f"{printer.name}-{job.number}")
    assert "not from here" in news_when(job, "not printed").words
    assert server.spool == []


def test_a_print_service_that_falls_silent_leaves_the_end_open(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_server(tmp_path_factory.mktemp("cups")) as server:
        monkeypatch.setenv("CUPS_SERVER", str(server.socket))
        printer = server.printer("hall")
        printer.slow_down()
        job = sent_to(printer)
    for news, said in (
        (job.look(), "Stay by hall"),
        (job.take_back(), "could not be taken back from hall"),
        (job.look(), "could not be taken back from hall"),
    ):
        assert (news.state, news.ended) == ("unknown", False)
        assert said in news.words


# The computer it is sent from


@pytest.mark.parametrize("language", ["de_DE.UTF-8", "es_ES.UTF-8", "ja_JP.UTF-8"])
def test_the_language_of_the_computer_changes_nothing(
    language: str, server: PrintServer, printer: TestPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.setenv(name, language)
    monkeypatch.setenv("LPDEST", "hall")
    assert [(each.name, each.usual) for each in printers()] == [("hall", True)]
    news_when(sent_to(printer), "sent")
    assert server.spool == []
    assert "no printer called gone" in refusal("gone")


def test_a_paper_that_goes_through_another_computer_is_followed_less_closely(
    server: PrintServer, printer: TestPrinter
) -> None:
    far = Elsewhere("printers.example:631")
    printer.slow_down()
    job = SentJob("hall", sent_to(printer).number, far)
    assert job.look().state == "waiting"
    printer.mend()
    news = news_when(job, "sent")
    assert "printers.example:631" in news.words
    assert "A copy may stay there" in news.words


def test_a_paper_that_goes_through_another_computer_is_taken_back_all_the_same(
    server: PrintServer, printer: TestPrinter
) -> None:
    printer.jam("media-jam-error")
    job = SentJob("hall", sent_to(printer).number, Elsewhere("printers.example:631"))
    news_when(job, "stuck")
    news = job.take_back()
    assert news.state == "taken back"
    assert "A copy may stay there" in news.words
    assert printer.received == []


def test_root_and_anybody_are_known_by_the_name_that_lp_gives(
    printer: TestPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_USER", "somebody")
    news_when(sent_to(printer), "sent")
    assert printer.arguments[1] == "somebody"
    here = service()
    assert isinstance(here, Here)
    assert here.through.user == "somebody"
