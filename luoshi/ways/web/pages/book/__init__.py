"""The book of tasks (督查台账) at the desk.

tasks.py       its tasks with their lights, counts by body, what was done, and deeds by hand
files.py       tables and edited sheets in, looked at before they are kept; sheet and bulletin out
reports.py     bodies' reports in, matched with tasks, to be confirmed
"""
