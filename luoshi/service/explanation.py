"""Why a record says what it says: its sentence with the parts marked, field by field, and the rule.

    全市一般公共预算收入完成【96.2亿元】…       the quote
    ‹过去一年›period                            words that a field was taken from
    rule: value of a name: A name, a verb of reaching or none, and its value … (in both languages)

The same explanation is printed by ``luoshi explain`` and written as a page by ``luoshi explain --html``.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import luoshi.reading  # noqa: F401  its rules are known once it is loaded
from luoshi.knowledge.rules import in_chinese
from luoshi.language.passage import one_line
from luoshi.language.rules import RULES
from luoshi.ledger import StoredRecord
from luoshi.ledger.sentences import sentence_spans
from luoshi.records import Article


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence; ``field`` is what it says (``quote`` for the record's own words), "" for the rest."""

    words: str
    field: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A record's sentence in parts, its fields with the words they were taken from, and its rule.

    ``fields`` are name, value and source: the words outside the quote that gave the value, with their
    place, or "". ``rule`` is the rule's name, ``reads`` its sentence, empty where an older reader's rule is gone;
    ``rule_zh`` and ``reads_zh`` are the same in Chinese.
    """

    sentence: tuple[Part, ...]
    fields: tuple[tuple[str, str, str], ...]
    rule: str
    reads: str
    rule_zh: str
    reads_zh: str


def explain(stored: StoredRecord) -> Explanation:
    """The explanation of a record that the ledger holds."""
    record, text = stored.record, stored.document.text
    sources: dict[str, tuple[int, int]] = {}
    rule = ""
    if not isinstance(record, Article):
        sources = {name: (span.start, span.end) for name, span in record.sources}
        rule = record.rule
    fields = []
    for name, held in record.to_json().items():
        if name in ("type", "id", "quote", "start", "end", "rule", "sources") or held in (None, "", []):
            continue
        source = ""
        if name in sources:
            start, end = sources[name]
            source = f"“{one_line(text[start:end])}” {start}–{end}"
        fields.append((name, "、".join(held) if isinstance(held, list) else str(held), source))
    reads = RULES[rule].reads if rule in RULES else ""
    return Explanation(_parts(text, (record.start, record.end), sources), tuple(fields), rule, reads, *in_chinese(rule))


def _parts(text: str, quote: tuple[int, int], sources: dict[str, tuple[int, int]]) -> tuple[Part, ...]:
    """The sentence around a quote, cut at the quote and at the words that fields were taken from."""
    start, end = next(((a, b) for a, b in sentence_spans(text) if a <= quote[0] < b), quote)
    end = max(end, quote[1])
    marks = {span: name for name, span in sources.items() if start <= span[0] < span[1] <= end}
    out: list[Part] = []
    at = start
    for (first, last), name in sorted((marks | {quote: "quote"}).items()):
        # Where two fields come from the same words the first is marked; the quote goes before all.
        if first < at or (name != "quote" and first < quote[1] and last > quote[0]):
            continue
        out.append(Part(one_line(text[at:first]), ""))
        out.append(Part(one_line(text[first:last]), name))
        at = last
    out.append(Part(one_line(text[at:end]), ""))
    return tuple(part for part in out if part.words)


_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{id}</title>
<style>
body {{ font: 16px/1.8 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1d2330;
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }}
h1 {{ font-size: 1rem; font-weight: 600; margin: 0; }}
.from {{ color: #667; margin: 0 0 1.2rem; }}
blockquote {{ margin: 0 0 1.4rem; padding: .8rem 1rem; border-left: 4px solid #b3261e; background: #faf7f5; }}
mark {{ background: #ffd9a8; padding: .1em .15em; border-radius: .2em; }}
mark.quote {{ background: #ffb4a8; font-weight: 600; }}
mark sub {{ font-size: .65em; color: #664; margin-left: .2em; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #e4e2de; vertical-align: top; }}
th {{ font-weight: 500; color: #667; }}
</style>
<h1>{id}</h1>
<p class="from">{source}</p>
<blockquote>{sentence}</blockquote>
<table>
<tr><th>字段 field<th>值 value<th>出处 taken from, if outside the quote</tr>
{rows}
</table>
<p>规则 rule: <b>{rule}</b>{reads}</p>
</html>
"""


def explanation_page(stored: StoredRecord) -> str:
    """The explanation as an HTML page that stands by itself; every word of a document is escaped."""
    told = explain(stored)
    sentence = "".join(
        f'<mark class="{part.field}">{escape(part.words)}<sub>{escape(part.field)}</sub></mark>'
        if part.field
        else escape(part.words)
        for part in told.sentence
    )
    rows = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}" for cell in row) + "</tr>" for row in told.fields)
    source = "  ".join(filter(None, (stored.document.name, stored.date, stored.place)))
    return _PAGE.format(
        id=escape(stored.id), source=escape(source), sentence=sentence, rows=rows,
        rule=escape(f"{told.rule_zh} {told.rule}".strip()),
        reads="".join(f"<br>{escape(line)}" for line in (told.reads_zh, told.reads) if line),
    )  # fmt: skip
