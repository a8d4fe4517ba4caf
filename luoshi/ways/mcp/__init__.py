"""The ledger for assistants that speak the Model Context Protocol (``luoshi mcp``).

    server.py       the server: its tools described, answered over standard input and output
    tools.py        the tools: questions to the ledger and a text to be read; none of them writes
    citations.py    where an answer stands: document, sentence, id, and two ways to open it

Every answer comes from :mod:`luoshi.service`, and every row of it bears its citation.
"""
