"""`make bench`: the time and memory that the program takes, each figure with a baseline from the same run.

Nothing is asserted, because the speed of a machine varies. The tables show each goal as "met" or "not met". Baseline
and program take turns, so that other load on the machine affects both.
"""
