"""Tests of the way by lines, and the person who sits before it."""
