"""`make monkey`: somebody who presses everything, on a real X server, and what has to hold meanwhile.

`__main__.py` starts the X server and the program beside a monkey (`session.py`), which knows how to act (`habits.py`)
with real hands (`hands.py`), in a fence that keeps it from writing elsewhere (`fence.py`). After each event, once the
program's event loop is about to sleep, a witness (`witness.py`) looks.
"""
