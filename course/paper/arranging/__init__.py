"""What stands where in a plan, known before it is set: Typst then lays each paragraph out once.

Letters have widths, so words take lines, so sections are so tall, so many fit in a column. All of
it is near enough, and no more: the draft says whether it came out as expected.
"""
