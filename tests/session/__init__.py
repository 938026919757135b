"""Tests of the walk, on a course small enough to see whole."""
