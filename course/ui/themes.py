"""Our own themes. Every pair of colours that is painted together is at WCAG AA or better.

No colour is named anywhere else: screens and widgets use the theme's variables.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="handrail-dark",
    dark=True,
    background="#161b1d",
    surface="#1d2426",
    panel="#263033",
    foreground="#e6e3dc",
    secondary="#9db4c8",
    primary="#86c5a4",
    accent="#e9b872",
    error="#ee8b7c",
    success="#86c5a4",
    warning="#e9b872",
    text_alpha=1.0,
    variables={
        "input-cursor-background": "#e6e3dc",
        "input-cursor-foreground": "#161b1d",
        "input-selection-background": "#3d5a52",
        "scrollbar": "#64757a",
        "scrollbar-hover": "#7a8c92",
        "scrollbar-active": "#86c5a4",
        "scrollbar-background": "#161b1d",
        "scrollbar-background-hover": "#161b1d",
        "scrollbar-background-active": "#161b1d",
        "raised": "#2c3a38",
        "on-primary": "#10201a",
    },
)

LIGHT = Theme(
    name="handrail-light",
    dark=False,
    background="#f7f4ee",
    surface="#fffdf8",
    panel="#ebe6dc",
    foreground="#22292b",
    secondary="#3f5d78",
    primary="#1d6b50",
    accent="#8a5200",
    error="#a8321f",
    success="#1d6b50",
    warning="#8a5200",
    text_alpha=1.0,
    variables={
        "input-cursor-background": "#22292b",
        "input-cursor-foreground": "#fffdf8",
        "input-selection-background": "#c9ded3",
        "scrollbar": "#8f8675",
        "scrollbar-hover": "#776e5e",
        "scrollbar-active": "#1d6b50",
        "scrollbar-background": "#f7f4ee",
        "scrollbar-background-hover": "#f7f4ee",
        "scrollbar-background-active": "#f7f4ee",
        "raised": "#dfeae2",
        "on-primary": "#fffdf8",
    },
)

CONTRAST = Theme(
    name="handrail-contrast",
    dark=True,
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    foreground="#ffffff",
    secondary="#d6e6ff",
    primary="#7dffb8",
    accent="#ffe14d",
    error="#ffb3a8",
    success="#7dffb8",
    warning="#ffe14d",
    text_alpha=1.0,
    variables={
        "input-cursor-background": "#ffffff",
        "input-cursor-foreground": "#000000",
        "input-selection-background": "#005a3c",
        "scrollbar": "#808080",
        "scrollbar-hover": "#a0a0a0",
        "scrollbar-active": "#ffffff",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
        "raised": "#003d29",
        "on-primary": "#000000",
    },
)

THEMES = (DARK, LIGHT, CONTRAST)
