"""Where notebooks are kept: their TOML form, and numbered generations of it in a folder.

``names`` and this module import nothing heavy, so that the start can ask whether there is a
notebook at all. No message from here holds a learner's words.
"""
