"""One learner's walk through the course, without a screen. Screens and plain mode drive it."""
