"""Who may use a desk that other machines can reach.

accounts.py    names with their roles and passwords, and the sessions of who signed in
passwords.py   a password's hash, and what is asked of a password
deeds.py       the log of what was done, by whom and when

All of it is kept in a file beside the ledger (``luoshi.db`` → ``luoshi.accounts.db``) and not in it. A ledger is
copied, handed on, and kept on servers that many read: no password's hash is to go with it. A ledger only grows, while
accounts and sessions end. And whoever signs in never waits for documents that are being added.
"""
