"""`make bench`: what the program takes in time and memory, each figure beside a baseline of the same run.

Nothing is asserted: a machine has bad days. Goals stand beside the figures and say "met" or "not met". Baseline and
program take turns, so that whatever else the machine does falls on both.
"""
