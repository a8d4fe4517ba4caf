"""A timeline as one HTML page that stands by itself: each line with its day, its sentence and its document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from luoshi.language.passage import one_line
from luoshi.ledger.timeline.drawing import NAMES
from luoshi.ledger.timeline.rows import SAID, TimelineRow

_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>时间线 timeline · {name}</title>
<style>
:root {{ color-scheme: light dark; --ink: light-dark(#1d2330, #e4e2de); --soft: light-dark(#667, #a9adb8);
  --line: light-dark(#d9d6d0, #3a3f4b); --mark: light-dark(#ffe9a8, #574712);
  --promised: light-dark(#b07800, #f9c04d); --decided: light-dark(#6b5b95, #b7a6e0);
  --begun: light-dark(#1b5673, #8cc4e0); --reported: light-dark(#0b7285, #66c7d9);
  --visited: light-dark(#b8631c, #f0a766); --finished: light-dark(#2e7d32, #6cc18c);
  --stopped: light-dark(#b3261e, #f28b82); }}
body {{ font: 16px/1.8 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: var(--ink);
  background: light-dark(#fff, #1b1d24); max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }}
h1 {{ font-size: 1.3rem; margin: 0; }} .counts {{ color: var(--soft); margin: .2rem 0 1.4rem; }}
h2 {{ font-size: 1.05rem; margin: 1.6rem 0 .2rem; }}
ol {{ list-style: none; margin: 0; padding: 0 0 0 1rem; border-left: 2px solid var(--line); }}
li {{ position: relative; padding: .35rem 0 .35rem .4rem; }}
li::before {{ content: ""; position: absolute; left: calc(-1rem - 6px); top: 1rem; width: 10px; height: 10px;
  border-radius: 50%; background: var(--dot, var(--soft)); }}
p {{ margin: 0; }} b {{ font-weight: 600; }} .said {{ color: var(--dot); font-weight: 600; margin-right: .5em; }}
mark {{ color: inherit; background: var(--mark); border-radius: .2em; }}
.from, .more {{ color: var(--soft); font-size: .88rem; }} .silence {{ color: var(--stopped); font-size: .92rem; }}
{colours}
@media print {{ body {{ max-width: none; }} }}
</style>
<h1>{name}</h1>
<p class="counts">{counts}</p>
{years}
</html>
"""
_COLOURS = "\n".join(f".{said} {{ --dot: var(--{said}); }}" for said in SAID)


def timeline_page(rows: Sequence[TimelineRow], name: str) -> str:
    """The page of a timeline under a ``name``; every word of a document is escaped."""
    counts = Counter(row.said for row in rows)
    told = " · ".join(f"{NAMES[said]} {counts[said]}" for said in SAID if counts[said])
    years: dict[str, list[str]] = {}
    for row in rows:
        years.setdefault(row.date[:4], []).append(_item(row))
    parts = [
        f"<h2>{escape(year) or '未注明日期 no day'}</h2>\n<ol>\n{_lines(items)}\n</ol>" for year, items in years.items()
    ]
    return _PAGE.format(name=escape(name), counts=escape(told) or "—", years="\n".join(parts), colours=_COLOURS)


def _lines(items: Sequence[str]) -> str:
    return "\n".join(items)


def _item(row: TimelineRow) -> str:
    """A line as an item of its year: what the words do, the sentence, what goes with it, and where it stands."""
    before, quote, after = one_line(row.sentence).partition(one_line(row.quote))
    sentence = f"{escape(before)}<mark>{escape(quote)}</mark>{escape(after)}" if quote else escape(before)
    silence = f'<p class="silence">{escape(silence_words(row))}</p>' if row.silence else ""
    more = "".join(f'<p class="more">{escape(words)}</p>' for words in aside(row))
    day = row.date if row.date == row.document_date else f"{row.date}（{row.document_date}）"
    return (
        f'<li class="{row.said}">{silence}<p><span class="said">{escape(NAMES[row.said])}</span>{sentence}</p>{more}'
        f'<p class="from">{escape(day)} · {escape(row.document)} · {escape(row.id)}</p></li>'
    )


def silence_words(row: TimelineRow) -> str:
    """How many years went by before a line without a word."""
    return f"此前 {row.silence} 年没有提及 {row.silence} years without a word"


def aside(row: TimelineRow) -> list[str]:
    """What goes with a line: the period named, who answers and who headed that body, money and length."""
    answering = "、".join(row.bodies) + (f"（{'、'.join(row.heads)}）" if row.heads else "")
    amounts = "；".join(f"{each.indicator} {one_line(each.quote)}" for each in row.amounts)
    told = (("时间 period", row.period), ("单位 body", answering), ("数额 amounts", amounts))
    return [f"{name}：{words}" for name, words in told if words]
