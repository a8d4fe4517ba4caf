"""A checked draft as one HTML page that stands by itself: the text with its marks, and beside it what to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from luoshi.ledger.drafts.findings import Finding, first_concerns
from luoshi.records import Document

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
_CLASSES = {
    ("differs", True): ("certain", "不一致 differs"),
    ("differs", False): ("possible", "可能不一致 may differ"),
    ("not found", False): ("absent", "未找到 not found"),
    ("agrees", True): ("agrees", "一致 agrees"),
    ("agrees", False): ("agrees", "大致一致 agrees in substance"),
}


def page(document: Document, findings: Sequence[Finding]) -> str:
    """The page of a draft and its findings; every word of draft and sources is escaped."""
    numbered = list(enumerate(sorted(findings, key=first_concerns), 1))
    counts = Counter(_words(finding) for finding in findings)
    order = list(dict.fromkeys(words for _, words in _CLASSES.values()))
    return _PAGE.format(
        name=escape(document.name or document.title or "稿件 draft"),
        counts=escape(" · ".join(f"{words} {counts[words]}" for words in order if counts[words])) or "—",
        text=_marked(document.text, numbered),
        concerns="\n".join(_concern(number, finding) for number, finding in numbered if finding.verdict != "agrees"),
    )


def _words(finding: Finding) -> str:
    return _CLASSES[finding.verdict, finding.certain][1]


def _class(finding: Finding) -> str:
    return _CLASSES[finding.verdict, finding.certain][0]


def _marked(text: str, numbered: Iterable[tuple[int, Finding]]) -> str:
    """The text with a mark for each finding; of two on the same words the first of the concerns is marked."""
    out: list[str] = []
    at = 0
    for number, finding in sorted(numbered, key=lambda pair: (pair[1].draft.start, pair[0])):
        start, end = finding.draft.start, finding.draft.end
        if start < at:
            continue
        source = finding.source
        title = escape(f"{_words(finding)}{f'：{source.says}（{source.document}）' if source else ''}", quote=True)
        sign = "" if finding.verdict == "agrees" else f'<sup><a href="#f{number}">{number}</a></sup>'
        out += (
            escape(text[at:start]),
            f'<mark id="d{number}" class="{_class(finding)}" title="{title}">{escape(text[start:end])}{sign}</mark>',
        )
        at = end
    return "".join((*out, escape(text[at:])))


def _concern(number: int, finding: Finding) -> str:
    """A finding as an item of the list: what the draft says, what the source says, and its sentence."""
    lines = [
        f'<a href="#d{number}">{number}</a> <mark class="{_class(finding)}">{escape(_words(finding))}</mark> '
        f"{escape(finding.differences)}",
        f"稿 draft：{escape(finding.says)}",
    ]
    if finding.source is not None:
        source = finding.source
        before, quote, after = source.sentence.partition(source.quote)
        lines.append(f"源 source：{escape(source.says)}")
        told = f"{escape(before)}<b>{escape(quote)}</b>{escape(after)}"
        lines.append(f'<span class="source">“{told}” {escape(source.document)} {escape(source.date)}</span>')
    if finding.note:
        lines.append(f'<span class="note">{escape(finding.note)}</span>')
    return f'<li id="f{number}">{"".join(f"<p>{line}</p>" for line in lines)}</li>'
