"""A page on paper: set in type, arranged on one sheet, and written as PDF or printed."""
