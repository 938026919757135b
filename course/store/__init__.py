"""Where notebooks are kept: their TOML form, numbered generations of it in a folder, and locks.

``desk`` is the way in: it opens the one notebook that lies open and keeps it, unlocked or locked,
and changes between the two. Below it:

    notebooks, form, salvage    what a person gets when they open one; TOML and its check
    folder, disk, names         generations, each under its name or not at all
    lying, keeper, holding      what lies open, one thread that saves it, what a full disk left over
    vault, doors, ring          locked notebooks, what opens them, and the list of that
    record, sealed, turns       a key, a sealed generation; all of the cryptography; one at a time
    last_seen                   whether an older copy was put back
    passphrases, words.txt      words to offer, and how strong own ones are
    moving, forgetting          to a stick and back; all of it gone

``names`` and this module import nothing heavy, so that the start can ask whether there is a
notebook at all. No message from here holds a learner's words.
"""
