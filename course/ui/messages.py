"""What travels up from widgets. Facts in the past tense; the app alone acts on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from course.notebook.answers import Answer
    from course.notebook.notebook import Notebook
    from course.session.session import Session


@dataclass
class Answered(Message):
    """Somebody answered a prompt. The only way in which answers leave a widget."""

    prompt_id: str
    answer: Answer
    session: Session
    """The one that asked: it hears the answer."""


@dataclass
class Told(Message):
    """The store said how keeping goes."""

    status: str


@dataclass
class Merged(Message):
    """The store joined this notebook with what another window saved."""

    notebook: Notebook


class WentOn(Message):
    """Somebody is done with this step and wants the next."""
