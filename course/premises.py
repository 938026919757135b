"""What can be known of this machine with nothing opened: its settings, and where notebooks lie."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from course import places
from course.store.names import DOORS, NOTEBOOK, Place, any_door, exists

if TYPE_CHECKING:
    from course.settings_file import MachineSettings


@dataclass
class Premises:
    """``home`` is the folder given with ``--home``."""

    home: Path | None

    @cached_property
    def settings(self) -> MachineSettings:
        """What whoever runs the machine decided. Raises HandrailError for a file with mistakes."""
        from course.settings_file import found

        return found(self.home)

    @cached_property
    def place(self) -> Place:
        """Where everything is kept: ``--home``, else as the settings say, else as usual."""
        if self.home is not None:
            return Place.at(self.home)
        return Place(self.settings.notebooks or places.data_folder(), places.state_folder())

    @property
    def notebook_place(self) -> Path:
        """The folder an unlocked notebook lies in."""
        return self.place.home / NOTEBOOK

    @property
    def may_print(self) -> bool:
        """Whether papers may be sent to a printer."""
        return self.settings.printer

    @property
    def kept(self) -> bool:
        """Whether an unlocked notebook is kept on this machine."""
        return exists(self.notebook_place)

    @property
    def locked_here(self) -> bool:
        """Whether something here may open with a passphrase. Whose, nobody can tell.

        Where people take turns the answer is always yes: not even that nobody has one is told.
        """
        return self.settings.shared or any_door(self.place.home / DOORS)
