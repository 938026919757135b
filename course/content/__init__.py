"""What the authors wrote: lessons, the plan's outline, safety texts, help lines, sources.

Frozen, read from ``lessons/``. Nothing in here knows the learner or the screen.

    guards, page, settings    opening a file with care, and saying what is wrong with it
    divs, markdown, inline    lines -> divs -> blocks -> spans
    options, given, marks     what a div holds, what its opening line gives, and ids
    kinds/, voices, cards     a builder for everything a div can be
    steps, reader             a whole lesson
    outline, safety, …        the other files of a course
    course                    all of it, read when it is first asked for
    check, rules/             what is wrong across files
"""
