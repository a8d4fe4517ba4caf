"""Files become documents: text, and what the file says of its origin."""

from luoshi.documents.files import LARGEST, from_bytes, open
from luoshi.documents.unreadable import UnreadableFile

__all__ = ["LARGEST", "UnreadableFile", "from_bytes", "open"]
