"""The bar above every screen (where I am, and help) and the one below (the keys that work now)."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.reactive import reactive
from textual.widget import Widget

from course.language import _
from course.ui.widgets.laid import Laid

_GAPS = "   ", "  "
"""Between two keys; the narrow one where it saves a row."""
_MOST_ROWS = 2
"""Rather than a third row, the key that leaves the program is not named: Home names it, too."""


class TopBar(Widget):
    """Where I am on the left; the two keys that always help on the right."""

    DEFAULT_CSS = "TopBar { dock: top; height: 1; padding: 0 2; background: $panel; }"

    where: reactive[str] = reactive("")

    def __init__(self, where: str = "") -> None:
        super().__init__()
        self.set_reactive(TopBar.where, where)

    def render(self) -> RenderResult:
        """The left part gives way when the window is narrow; help never does."""
        width = self.content_size.width
        help_keys = _help_keys(short=width < 58)
        left = Content.assemble((_("Handrail"), "bold $primary"), "  ", (self.where, "$secondary"))
        room = max(0, width - help_keys.cell_length - 2)
        if left.cell_length > room:
            left = Content.styled(self.where, "$secondary").truncate(room, ellipsis=True)
        return left.pad_right(max(0, width - help_keys.cell_length - left.cell_length)) + help_keys


def _help_keys(*, short: bool) -> Content:
    parts: list[tuple[str, str] | str] = [("F1 ", "bold $error"), (_("Help now"), "bold $error")]
    parts += [("  " if short else " · "), ("F9 ", "bold $accent"), (_("Hide"), "$secondary")]
    return Content.assemble(*parts)


class KeyBar(Laid):
    """The keys that work now, and whether what was said is saved.

    They take a quarter of a tiny window at the most: what is to be read comes first.
    """

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: auto; padding: 0 2; background: $panel; }
    KeyBar { min-height: 1; max-height: 25%; }
    """

    status: reactive[str] = reactive("", repaint=False)
    """Shown at the right: *Saved*, *Not saved: why*, or how this sitting is kept."""

    _told_for: Widget | None = None
    """What had the focus when the keys were drawn ahead of the news."""

    def on_mount(self) -> None:
        """Follow the focus: other widgets have other keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._keys_changed)

    def draw_now(self) -> None:
        """Draw the keys in this frame. The news that follows of itself then says nothing new."""
        self.draw_again()
        self._told_for = self.screen.focused

    def _keys_changed(self, _screen: object) -> None:
        told, self._told_for = self._told_for, None
        if told is None or told is not self.screen.focused:
            self.draw_again()

    def watch_status(self) -> None:
        """Draw it."""
        self.draw_again()

    def text_at(self, width: int) -> Content:
        """The keys, wrapped between keys and never inside one."""
        return Content("\n").join(self._rows(width))

    def _rows(self, width: int) -> list[Content]:
        bindings = list(self._working_keys())
        rows = self._in_rows(bindings, width)
        if len(rows) > _MOST_ROWS:
            rows = self._in_rows([each for each in bindings if each.action != "quit"], width)
        return [row.truncate(width, ellipsis=True) for row in rows] or [Content()]

    def _in_rows(self, bindings: Iterable[Binding], width: int) -> list[Content]:
        keys = [_key(binding) for binding in bindings]
        if self.status:
            keys.append(_status(self.status))
        rows = min((_in_rows(keys, width, Content(gap)) for gap in _GAPS), key=len)
        if self.status and rows and len(keys) > 1:
            rows[-1] = _pushed_right(rows[-1], keys[-1], width)
        return rows

    def _working_keys(self) -> Iterable[Binding]:
        seen: set[tuple[DOMNode, str]] = set()
        for active in self.screen.active_bindings.values():
            binding, does = active.binding, (active.node, active.binding.action)
            if binding.show and binding.description and active.enabled and does not in seen:
                seen.add(does)
                yield binding


def _in_rows(keys: Iterable[Content], width: int, gap: Content) -> list[Content]:
    rows: list[Content] = []
    for key in keys:
        if rows and rows[-1].cell_length + gap.cell_length + key.cell_length <= width:
            rows[-1] = rows[-1] + gap + key
        else:
            rows.append(key)
    return rows


def _key(binding: Binding) -> Content:
    name = binding.key_display or binding.key.title()
    return Content.assemble((_(name), "bold $accent"), " ", (_(binding.description), "$foreground"))


def _status(status: str) -> Content:
    return Content.styled(status, "$secondary")


def _pushed_right(row: Content, status: Content, width: int) -> Content:
    keys = row.plain[: len(row.plain) - len(status.plain)].rstrip()
    left = row.divide([len(keys)])[0] if keys else Content()
    return left.pad_right(max(0, width - left.cell_length - status.cell_length)) + status
