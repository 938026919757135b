"""What the learner said: answers, entries, places. Frozen; replaced whole by each change.

No disk, no clock and no dice in here: times, ids and the name of the copy come from outside.
"""
