"""Radicals read as the characters that they look like: ⻓ is 长, ⼗ is 十.

Unicode encodes the radicals of dictionaries apart from the ordinary characters (Kangxi Radicals, CJK Radicals
Supplement, CJK Strokes), and fonts and converters confuse them: a text then shows 增⻓ and never writes 增长.
The equivalents are Unicode's property Equivalent_Unified_Ideograph (UAX #44), one code point for one, so that
offsets stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

_RADICAL = re.compile("[\u2e80-\u2fd5\u31c0-\u31e3]")
_APART = (
    "⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳"
    "⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥"
    "⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳㇆㇏㇐㇑㇒㇓㇔㇕㇖㇗㇘㇙㇚㇛㇜㇝㇞㇟㇠㇡"
)
_ORDINARY = (
    "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁"
    "冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼"
    "鸟卤麦黄黾斉齐歯齿竜龙龜亀龟𠃌乀一丨丿丿丶𠃍乛𠃊𠃎𠄌亅𡿨𠃋乀𠃑乚乙𠄎"
)
#: What :func:`fold` puts for each code point, for :meth:`str.translate`. The Kangxi radicals are compatibility
#: characters of the same equivalents.
FOLDED: dict[int, str] = {
    **{ord(apart): ordinary for apart, ordinary in zip(_APART, _ORDINARY, strict=True)},
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
}


Found = TypeVar("Found")


def fold(text: str) -> str:
    """``text`` with every radical and stroke that has one replaced by its ordinary character, code point by code point.

    The very same string where there is none.
    """
    return text.translate(FOLDED) if _RADICAL.search(text) else text


def as_printed(found: Iterable[Found], text: str) -> list[Found]:
    """Records read in the folded text, each with its ``quote`` cut from ``text``, where the radicals stand.

    A record is a dataclass with ``quote``, ``start`` and ``end``; one whose quote stands in ``text`` is left as it is.
    """
    return [_quoting(record, text) for record in found]


def _quoting(record: Any, text: str) -> Any:
    quote = text[record.start : record.end]
    return record if record.quote == quote else replace(record, quote=quote)
