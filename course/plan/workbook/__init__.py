"""The whole course as a book to fill in by hand, for places where no machine is allowed."""
