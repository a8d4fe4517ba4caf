"""The desk: the ledger in the browser, on one's own machine (``luoshi serve``).

    app.py        the application: its rooms put together, what goes wrong told in a line
    serving.py    the server that runs it on the loopback address
    guard.py      who may ask: hosts, origins, tokens, headers
    desk.py       what every page has: the ledger, the language, the templates
    words.py      the words of the desk in Chinese and English (words.toml)
    intake.py     files that were handed over, read in the background
    pages/        the routes, a module a page
    templates/    the pages; static/ their styles, script and the libraries they stand on

Routes are thin: every answer comes from :mod:`luoshi.service`. Nothing is loaded from elsewhere.
"""
