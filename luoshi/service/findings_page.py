"""A checked draft as one HTML page that stands by itself: the text with its marks, and beside it what to look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from luoshi.ledger.drafts.findings import SORTS
from luoshi.service.draft_checks import CheckedDraft, Concern
from luoshi.service.text_marks import Stretch
from luoshi.service.wording import around

_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>核对 check · {name}</title>
<style>
:root {{ color-scheme: light dark; --ink: light-dark(#1d2330, #e4e2de); --soft: light-dark(#667, #a9adb8);
  --line: light-dark(#e4e2de, #3a3f4b);
  --certain: light-dark(#ffb4a8, #8c1d18); --possible: light-dark(#ffe08a, #6b5200);
  --absent: light-dark(#dfe1e6, #44485a); --agrees: light-dark(#cdebd3, #1f4d2b); }}
body {{ font: 16px/1.8 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: var(--ink);
  background: light-dark(#fff, #1b1d24); max-width: 78rem; margin: 2rem auto; padding: 0 1rem; }}
h1 {{ font-size: 1.15rem; margin: 0; }}
.counts {{ color: var(--soft); margin: .2rem 0 1.4rem; }}
main {{ display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2rem; }}
article {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
mark {{ color: inherit; padding: .1em .15em; border-radius: .2em; }}
mark sup {{ font-size: .65em; margin-left: .15em; }}
.certain {{ background: var(--certain); font-weight: 600; }} .possible {{ background: var(--possible); }}
.absent {{ background: var(--absent); }} .agrees {{ background: var(--agrees); }}
ol {{ list-style: none; margin: 0; padding: 0; }}
li {{ border-top: 1px solid var(--line); padding: .6rem 0; }}
li p {{ margin: .15rem 0; }} .source, .note {{ color: var(--soft); font-size: .9rem; }}
a {{ color: inherit; }}
@media (max-width: 50rem) {{ main {{ grid-template-columns: 1fr; }} }}
@media print {{ body {{ max-width: none; }} }}
</style>
<h1>核对 {name}</h1>
<p class="counts">{counts}</p>
<main>
<article>{text}</article>
<ol>
{concerns}
</ol>
</main>
</html>
"""


def findings_page(checked: CheckedDraft) -> str:
    """The page of a draft and its findings; every word of draft and sources is escaped."""
    concerns = {str(each.number): each for each in checked.concerns}
    counts = [f"{SORTS[sort]} {count}" for sort, count in checked.counts.items() if count]
    return _PAGE.format(
        name=escape(checked.name or "稿件 draft"),
        counts=escape(" · ".join(counts)) or "—",
        text="\n".join(
            "\t".join("".join(_stretches(cell, concerns)) for cell in line.cells) for line in checked.text.lines
        ),
        concerns="\n".join(_concern(each) for each in checked.concerns if each.sort != "agrees"),
    )


def _stretches(cell: tuple[Stretch, ...], concerns: Mapping[str, Concern]) -> Iterator[str]:
    """The words of a line, marked where something was found; of two findings the one of more concern."""
    for stretch in cell:
        words = escape(stretch.words)
        if not stretch.marks:
            yield words
            continue
        mark = min(stretch.marks, key=lambda each: int(each.key))
        source = concerns[mark.key].finding.source
        title = escape(f"{SORTS[mark.kind]}{f'：{source.says}（{source.document}）' if source else ''}", quote=True)
        ends = stretch.start + len(stretch.words) == mark.end and mark.kind != "agrees"
        sign = f'<sup><a href="#f{mark.key}">{mark.key}</a></sup>' if ends else ""
        name = f'id="d{mark.key}" ' if stretch.start == mark.start else ""
        yield f'<mark {name}class="{mark.kind}" title="{title}">{words}{sign}</mark>'


def _concern(concern: Concern) -> str:
    """A finding as an item of the list: what the draft says, what the source says, and its sentence."""
    number, sort, finding = concern.number, concern.sort, concern.finding
    lines = [
        f'<a href="#d{number}">{number}</a> <mark class="{sort}">{escape(SORTS[sort])}</mark> '
        f"{escape(finding.differences)}",
        f"稿 draft：{escape(finding.says)}",
    ]
    if finding.source is not None:
        source = finding.source
        before, quote, after = around(source, len(source.sentence) * 2)
        lines.append(f"源 source：{escape(source.says)}")
        told = f"{escape(before)}<b>{escape(quote)}</b>{escape(after)}"
        lines.append(f'<span class="source">“{told}” {escape(source.document)} {escape(source.date)}</span>')
    if finding.note:
        lines.append(f'<span class="note">{escape(finding.note)}</span>')
    return f'<li id="f{number}">{"".join(f"<p>{line}</p>" for line in lines)}</li>'
