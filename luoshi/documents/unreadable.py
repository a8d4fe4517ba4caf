"""The one error of this room: a file that can't be read, told to a person in one line."""

from __future__ import annotations


class UnreadableFile(ValueError):
    """A file can't become a document; the message is one line in Chinese and English.

    It names the file, says what is wrong and what would help. ``chinese`` and ``english`` hold the two
    halves without the file's name, ``name`` the name as it was given.
    """

    def __init__(self, name: str, chinese: str, english: str) -> None:
        self.name, self.chinese, self.english = name, chinese, english
        printable = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name)
        super().__init__(f"{printable}：{chinese} / {english}")
