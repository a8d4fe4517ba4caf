"""The book of tasks (督查台账) that a supervision office keeps; docs/book.md has its rules.

tables.py       an office's tables become tasks: columns, rows, cards, parts, bodies, deadlines, nodes
contents.py     what a column holds by what stands in it
feedback.py     a body's report beside its tasks: report_heads, report_context, likeness, assignment, said, reached
lights.py       the light of a task on a day; counts.py sums them up
keeping.py      rows that only grow; edits.py what a changed cell means
sheet.py        the workbook out; returned.py its differences when it comes in again
bulletin.py     the monthly bulletin for Word
book.py         all of it for one ledger
"""
