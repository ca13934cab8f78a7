"""`make monkey`: random input on a real X server, with checks after each event.

`__main__.py` starts the X server and the program with a monkey (`session.py`). The monkey chooses events (`habits.py`),
sends them as real input (`hands.py`), and runs in a sandbox that prevents writing elsewhere (`fence.py`). After each
event, when the program's event loop is about to sleep, a witness (`witness.py`) checks the program.
"""
