"""Words that say how a figure may be compared: at whose prices, over which years, for each of how many."""

from __future__ import annotations

import re

from luoshi.knowledge.indicators import scheme
from luoshi.ledger.series import SeriesRow

#: A growth that its words say is not of the printed levels.
OTHER_PRICES = re.compile(r"可比|同口径|不变价|实际增|扣除|剔除|自然口径|还原|调整后")
#: A mean over years.
AVERAGE = re.compile(r"年均|年平均|平均每年|平均增")
#: A value for each, or a rate: parts of it do not add up to it.
EACH = re.compile(r"人均|每|平均|率|系数|价格|指数|均")
#: The part that leaves nothing of a whole out.
REMAINDER = re.compile(r"其他|其它|其余")
_CONSTANT_PRICES = re.compile(r"生产总值|增加值|总产值|工业产值|指数")


def at_constant_prices(row: SeriesRow) -> bool:
    """Whether an indicator's growth is told at constant prices, its levels at current ones."""
    indicator = scheme().indicators.get(row.concept)
    return _CONSTANT_PRICES.search(row.indicator + (indicator.name if indicator else "")) is not None
