"""The desk: the ledger in the browser, on one's own machine or for an office (``luoshi serve``).

    app.py        the application: its rooms put together, what goes wrong told in a line
    serving.py    the server that runs it
    guard.py      who may ask: hosts, origins, tokens, headers
    doors.py      where others can reach it: who is let in, and to what; every deed logged
    attempts.py, provider.py     tries to sign in, counted; the office's own sign-in
    desk.py       what every page has: the ledger, the language, the templates
    kept_route.py, kept_pages.py     pages kept until the ledger changes; askers.py: what pages tell of who asks
    unseen.py     words without what hides or turns the direction of print
    words.py      the words of the desk in Chinese and English (words.toml)
    intake.py     files that were handed over, read in the background
    waiting.py    what was read for the book of tasks and waits to be kept; downloads.py: files that are handed out
    pages/        the routes, a module a page
    templates/    the pages; static/ their styles, script and the libraries they stand on

Routes are thin: every answer comes from :mod:`luoshi.service`. Nothing is loaded from elsewhere.
"""
