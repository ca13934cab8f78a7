"""A page on paper: typeset, arranged on one sheet, and written as PDF or printed."""
