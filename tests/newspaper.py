"""Invented newspaper pages: articles laid out in linked columns and printed to PDF by Chromium.

    pages = [page(layout, seed) for layout in LAYOUTS for seed in range(8)]
    print_pages(pages, directory)      one PDF of one page each

A page is 275 × 395 mm, a tabloid's, on a grid of six columns under a masthead. A :class:`Slot` of a layout
is a place for an article: a head over a chain of frames that its text runs through, as page makers link
text frames. The browser breaks the lines; a script in the page fills the frames one after another.
"""

from __future__ import annotations

import html
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from newspaper_words import Article, Writer

WIDTH, HEIGHT = 275.0, 395.0  # millimetres
_COLUMNS = 6
_MARGIN, _GUTTER = 12.0, 5.5
_COLUMN = (WIDTH - 2 * _MARGIN - (_COLUMNS - 1) * _GUTTER) / _COLUMNS
_TOP, _BOTTOM = 34.0, 383.0
_SPACE = 5.0  # between two articles
KICKER = "any"  # a line of the article's own above its headline
_POINT = 25.4 / 72
_TEXT = 9.0 * _POINT  # a character's width, millimetres
_LEADING = 1.45 * _TEXT
_FILLED = 0.95  # how much of its frames an article may take, so that it is never cut off


@dataclass(frozen=True)
class Frame:
    """A rectangle in millimetres from the page's top left corner; ``under`` puts its top under its article's head."""

    left: float
    top: float
    width: float
    height: float
    under: bool = False


@dataclass(frozen=True)
class Slot:
    """A place for an article. ``size`` is its headline's in points; ``photo`` a picture and its caption's frame."""

    head: Frame
    frames: tuple[Frame, ...]
    size: float
    kicker: str = ""
    subtitle: bool = False
    byline: bool = False
    boxed: Frame | None = None
    centred: bool = False
    briefs: int = 0  # so many short articles one after another in the frames, instead of one under the head
    photo: Frame | None = None
    ruled: bool = False  # hairlines between its columns


@dataclass(frozen=True)
class Page:
    """A laid out page: its HTML, the articles on it, and the other words it prints (masthead, captions)."""

    layout: str
    seed: int
    html: str
    articles: tuple[Article, ...]
    others: tuple[str, ...]


def page(layout: str, seed: int) -> Page:
    """The page of a layout (a name in :data:`LAYOUTS`) with the words of a seed."""
    chance = Random(f"{layout} {seed}")
    writer = Writer(chance)
    made = _Made()
    masthead = (
        f"临澜日报　2026年{chance.randint(1, 12)}月{chance.randint(1, 28)}日　星期{chance.choice('一二三四五六日')}"
    )
    folio = f"{chance.randint(1, 16):02} {chance.choice(('要闻', '综合', '民生', '经济'))}"
    made.others += [masthead, folio]
    made.parts.append(f'<div class="masthead"><span>{masthead}</span><b>{folio}</b></div>')
    for slot in LAYOUTS[layout](chance):
        _place(slot, writer, made)
    serif, sans = ("Noto Serif CJK SC", "Noto Sans CJK SC") if seed % 4 else ("WenQuanYi Zen Hei", "WenQuanYi Zen Hei")
    body = f"<section style=\"--serif:'{serif}';--sans:'{sans}'\">{''.join(made.parts)}</section>"
    return Page(layout, seed, body, tuple(made.articles), tuple(made.others))


@dataclass
class _Made:
    """A page in the making."""

    parts: list[str] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    others: list[str] = field(default_factory=list)


def _place(slot: Slot, writer: Writer, made: _Made) -> None:
    """Write a slot's article or articles and lay them out."""
    story: list[tuple[str, str]] = []
    room = sum(_capacity(frame) for frame in slot.frames) * _FILLED
    head = ""
    kicker = writer.kicker() if slot.kicker == KICKER else slot.kicker
    if slot.briefs:
        for _ in range(slot.briefs):
            article = writer.article(int(room / slot.briefs) - 50)
            made.articles.append(article)
            story += [("h3", article.headline), *(("p", words) for words in article.paragraphs)]
    else:
        under = [frame for frame in slot.frames if frame.under]
        lost = _head_height(slot) / _LEADING * sum(frame.width // _TEXT for frame in under)
        article = writer.article(max(70, int(room - lost)), kicker=kicker, subtitle=slot.subtitle, byline=slot.byline)
        made.articles.append(article)
        story += [("p", words) for words in article.paragraphs]
        lines = {
            "kicker": article.kicker,
            "headline": article.headline,
            "subtitle": article.subtitle,
            "byline": article.byline,
        }
        head = "".join(f'<div class="{name}">{_text(words)}</div>' for name, words in lines.items() if words)
    if slot.boxed:
        tint = " tinted" if slot.kicker or slot.briefs else ""
        made.parts.append(f'<div class="box{tint}" style="{_style(slot.boxed)}"></div>')
    if slot.photo:
        caption = writer.caption()
        made.others.append(caption)
        made.parts.append(
            f'<div class="photo" style="{_style(slot.photo)}"><svg viewBox="0 0 100 60" preserveAspectRatio="none">'
            '<rect width="100" height="60" fill="#b9c6cf"/><circle cx="70" cy="18" r="8" fill="#e8e2c8"/>'
            '<path d="M0 60V40L20 30 45 44 70 26 100 42V60Z" fill="#5d6b73"/></svg>'
            f'<div class="caption">{_text(caption)}</div></div>'
        )
    centred = " centred" if slot.centred else ""
    made.parts.append(
        f'<div class="slot" data-story="{html.escape(json.dumps(story, ensure_ascii=False))}">'
        f'<div class="head{centred}" style="left:{slot.head.left}mm;top:{slot.head.top}mm;width:{slot.head.width}mm;'
        f'--size:{slot.size}pt">{head}</div>'
        + "".join(
            f'<div class="frame{" under" if frame.under else ""}{" ruled" if slot.ruled and at else ""}"'
            f' style="{_style(frame)}"></div>'
            for at, frame in enumerate(slot.frames)
        )
        + "</div>"
    )


def _text(words: str) -> str:
    return html.escape(words)


def _style(frame: Frame) -> str:
    return f"left:{frame.left:.2f}mm;top:{frame.top:.2f}mm;width:{frame.width:.2f}mm;height:{frame.height:.2f}mm"


def _capacity(frame: Frame) -> float:
    """How many characters fit into a frame."""
    return (frame.width // _TEXT) * (frame.height // _LEADING)


def _head_height(slot: Slot) -> float:
    """A head's height in millimetres, when its headline takes two lines where the column is narrow."""
    rows = 1 if slot.head.width > 22 * slot.size * _POINT else 2
    height = rows * slot.size * 1.25 * _POINT + 4
    return height + (8 if slot.kicker else 0) + (7 if slot.subtitle else 0) + (6 if slot.byline else 0)


# The layouts


def _left(column: float) -> float:
    return _MARGIN + column * (_COLUMN + _GUTTER)


def _width(columns: float) -> float:
    return columns * _COLUMN + (columns - 1) * _GUTTER


def _article(
    column: int,
    columns: int,
    top: float,
    bottom: float,
    size: float,
    *,
    into: int = 0,
    boxed: bool = False,
    kicker: str = "",
    subtitle: bool = False,
    byline: bool = False,
    centred: bool = False,
    ruled: bool = False,
) -> Slot:
    """An article over ``columns`` of the grid from ``column`` on, its text in ``into`` columns of equal width."""
    left, width = _left(column), _width(columns)
    box = None
    if boxed:
        box = Frame(left, top, width, bottom - top)
        left, width, top, bottom = left + 3.5, width - 7, top + 3.5, bottom - 3
    into = into or columns
    each = (width - (into - 1) * _GUTTER) / into
    frames = tuple(Frame(left + at * (each + _GUTTER), top, each, bottom - top, under=True) for at in range(into))
    return Slot(Frame(left, top, width, 0), frames, size, kicker, subtitle, byline, box, centred, ruled=ruled)


def _lead(chance: Random) -> list[Slot]:
    """A lead across the page; a boxed article beside another below it; three articles at the foot."""
    first, second = 150 + chance.uniform(-15, 15), 268 + chance.uniform(-12, 12)
    return [
        _article(0, 6, _TOP, first, 32, kicker=KICKER, subtitle=True, byline=True, centred=True),
        _article(0, 4, first + _SPACE, second, 22, byline=chance.random() < 0.5),
        _article(4, 2, first + _SPACE, second, 16, boxed=True),
        *(_article(column, 2, second + _SPACE, _BOTTOM, 16) for column in (0, 2, 4)),
    ]


def _sidebar(chance: Random) -> list[Slot]:
    """A boxed sidebar of short pieces down the page's left or right; the lead and two articles beside it."""
    right = chance.random() < 0.5
    side, main = (5, 0) if right else (0, 1)
    middle = 225 + chance.uniform(-20, 20)
    box = Frame(_left(side), _TOP, _COLUMN, _BOTTOM - _TOP)
    inner = Frame(box.left + 2.5, _TOP + 3, _COLUMN - 5, box.height - 6)
    return [
        _article(main, 5, _TOP, middle, 28, byline=True),
        _article(main, 3, middle + _SPACE, _BOTTOM, 18, byline=chance.random() < 0.5),
        _article(main + 3, 2, middle + _SPACE, _BOTTOM, 16),
        Slot(Frame(inner.left, inner.top, inner.width, 0), (inner,), 12, boxed=box, briefs=chance.randint(3, 4)),
    ]


def _photo(chance: Random) -> list[Slot]:
    """A lead whose columns stand around a photograph with its caption; two articles below it."""
    middle = 245 + chance.uniform(-20, 20)
    height = 52 + chance.uniform(-6, 8)
    at = chance.choice((1, 2, 3))
    begin = _TOP + 28.0
    top = begin + chance.choice((0, 0, 45))  # the photograph right under the headline, or amid the columns
    frames = []
    for column in range(6):
        if not at <= column < at + 2:
            frames.append(Frame(_left(column), begin, _COLUMN, middle - begin))
            continue
        if top > begin:
            frames.append(Frame(_left(column), begin, _COLUMN, top - begin - 3))
        below = top + height + 14
        frames.append(Frame(_left(column), below, _COLUMN, middle - below))
    photo = Frame(_left(at), top, _width(2), height)
    lead = Slot(Frame(_MARGIN, _TOP, _width(6), 0), tuple(frames), 30, byline=True, centred=True, photo=photo)
    return [
        lead,
        _article(0, 3, middle + _SPACE, _BOTTOM, 20, byline=chance.random() < 0.5),
        _article(3, 3, middle + _SPACE, _BOTTOM, 18, boxed=chance.random() < 0.5),
    ]


def _ell(chance: Random) -> list[Slot]:
    """A lead that goes on in the columns beside a second article, down to the foot of the page."""
    middle = 185 + chance.uniform(-20, 20)
    lower = 290 + chance.uniform(-8, 8)
    lead = _article(0, 6, _TOP, middle, 30, subtitle=True, byline=True)
    frames = tuple(
        Frame(frame.left, frame.top, frame.width, (_BOTTOM if at >= 4 else middle) - _TOP, True)
        for at, frame in enumerate(lead.frames)
    )
    return [
        Slot(lead.head, frames, lead.size, subtitle=True, byline=True),
        _article(0, 4, middle + _SPACE, lower, 20, boxed=chance.random() < 0.5),
        _article(0, 2, lower + _SPACE, _BOTTOM, 16),
        _article(2, 2, lower + _SPACE, _BOTTOM, 16),
    ]


def _editorial(chance: Random) -> list[Slot]:
    """An editorial set in wide columns in a box; a stack of articles beside it and one across the foot."""
    lower = 285 + chance.uniform(-15, 15)
    middle = (_TOP + lower) / 2 + chance.uniform(-12, 12)
    kicker = chance.choice(("社论", "本报评论员"))
    return [
        _article(0, 3, _TOP, lower, 24, into=2, boxed=True, kicker=kicker, centred=True),
        _article(3, 3, _TOP, middle, 20, byline=True),
        _article(3, 3, middle + _SPACE, lower, 18),
        _article(0, 6, lower + _SPACE, _BOTTOM, 22, byline=chance.random() < 0.5),
    ]


def _flow(chance: Random) -> list[Slot]:
    """Short pieces that flow through the columns, each going on at the top of the next, under a lead."""
    middle = 150 + chance.uniform(-15, 15)
    top = middle + _SPACE
    frames = tuple(Frame(_left(column), top, _COLUMN, _BOTTOM - top) for column in range(6))
    return [
        _article(0, 6, _TOP, middle, 28, byline=True),
        Slot(Frame(_MARGIN, top, _width(6), 0), frames, 13, briefs=chance.randint(6, 9)),
    ]


def _mosaic(chance: Random) -> list[Slot]:
    """Articles of like size side by side and in rows, some of them in boxes."""
    first, second = 145 + chance.uniform(-10, 10), 262 + chance.uniform(-10, 10)
    rows = ((_TOP, first), (first + _SPACE, second), (second + _SPACE, _BOTTOM))
    slots = []
    for top, bottom in rows:
        split = chance.choice((2, 3, 4))
        for column, columns in ((0, split), (split, 6 - split)):
            slots.append(
                _article(
                    column, columns, top, bottom, 18 if columns > 2 else 16,
                    boxed=chance.random() < 0.35, byline=chance.random() < 0.4,
                )
            )  # fmt: skip
    return slots


def _towers(chance: Random) -> list[Slot]:
    """Three articles over the whole height, two columns each, above a boxed one across the foot."""
    lower = 300 + chance.uniform(-15, 15)
    ruled = chance.random() < 0.6
    return [
        *(_article(column, 2, _TOP, lower, 20, byline=chance.random() < 0.6, ruled=ruled) for column in (0, 2, 4)),
        _article(0, 6, lower + _SPACE, _BOTTOM, 20, boxed=True, into=4),
    ]


LAYOUTS: dict[str, Callable[[Random], list[Slot]]] = {
    "lead": _lead,
    "sidebar": _sidebar,
    "photo": _photo,
    "ell": _ell,
    "editorial": _editorial,
    "flow": _flow,
    "mosaic": _mosaic,
    "towers": _towers,
}

# Printing

_HEAD = f"""<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>临澜日报</title><style>
@page {{ size: {WIDTH}mm {HEIGHT}mm; margin: 0 }}
* {{ box-sizing: border-box; margin: 0; padding: 0 }}
section {{ position: relative; width: {WIDTH}mm; height: {HEIGHT - 0.5}mm; overflow: hidden; break-after: page;
  font-family: var(--serif); font-size: 9pt; line-height: 1.45; color: #111 }}
.masthead {{ position: absolute; left: {_MARGIN}mm; right: {_MARGIN}mm; top: 12mm; height: 15mm; padding-top: 5mm;
  border-bottom: 0.6pt solid #333; font-size: 10pt; display: flex; justify-content: space-between }}
.masthead b {{ font: bold 14pt var(--sans) }}
.head, .frame, .box, .photo {{ position: absolute }}
.head {{ padding-bottom: 2.5mm }}
.centred {{ text-align: center }}
.kicker {{ font: bold 12pt var(--sans) }}
.headline {{ font: bold var(--size)/1.25 var(--sans); text-wrap: balance }}
.subtitle {{ font-size: 12pt; padding-top: 1mm }}
.byline {{ font-size: 9.5pt; padding-top: 1.5mm }}
.box {{ border: 0.8pt solid #444 }}
.tinted {{ background: #eef1f4 }}
.ruled::before {{ content: ""; position: absolute; left: -{_GUTTER / 2}mm; top: 0; bottom: 0;
  border-left: 0.3pt solid #888 }}
.photo svg {{ width: 100%; height: 100%; display: block }}
.caption {{ font: 8pt/1.4 var(--sans); padding-top: 1.5mm }}
.frame p {{ text-indent: 2em; text-align: justify; overflow-wrap: normal }}
.frame p.rest {{ text-indent: 0 }}
.frame p.split {{ text-align-last: justify }}
.frame h3 {{ font: bold 13pt/1.3 var(--sans); padding: 1.5mm 0 1mm }}
</style></head><body>"""

_FILL = """<script>
for (const slot of document.querySelectorAll('.slot')) {
  const head = slot.querySelector('.head'), frames = [...slot.querySelectorAll('.frame')];
  for (const frame of slot.querySelectorAll('.frame.under')) {
    const bottom = frame.offsetTop + frame.offsetHeight, top = head.offsetTop + head.offsetHeight;
    frame.style.top = top + 'px'; frame.style.height = (bottom - top) + 'px';
  }
  let at = 0;
  const last = () => at === frames.length - 1;
  const fits = () => frames[at].scrollHeight <= frames[at].clientHeight + 1;
  for (const [tag, words] of JSON.parse(slot.dataset.story)) {
    let text = words, first = true;
    while (text) {
      const part = document.createElement(tag);
      if (!first) part.className = 'rest';
      part.textContent = text; frames[at].append(part);
      if (tag === 'h3') {  // a headline stays over its text
        const end = part.offsetTop + part.offsetHeight + 30;
        if (!last() && end > frames[at].clientHeight) { part.remove(); at += 1; continue; }
        break;
      }
      if (fits() || last()) break;
      let low = 0, high = text.length;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        part.textContent = text.slice(0, middle);
        if (fits()) low = middle; else high = middle - 1;
      }
      const bound = n => n > 0 && (/[，。、；：？！”）%]/.test(text[n]) || /[“（]/.test(text[n - 1])
        || (/[0-9.]/.test(text[n - 1]) && /[0-9.%]/.test(text[n])));
      while (bound(low)) low -= 1;
      part.textContent = text.slice(0, low);
      if (low) { part.classList.add('split'); first = false; } else part.remove();
      text = text.slice(low); at += 1;
    }
  }
}
</script></body></html>"""


def chromium() -> str:
    """The browser's path; empty where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""


def print_pages(pages: Iterable[Page], directory: Path) -> list[Path]:
    """Print each page to a PDF of its own in ``directory``: ``LAYOUT-SEED.pdf``, in the order of the pages."""
    import pypdfium2

    pages = list(pages)
    with tempfile.TemporaryDirectory() as profile:
        source, whole = Path(profile, "pages.html"), Path(profile, "pages.pdf")
        source.write_text(_HEAD + "".join(made.html for made in pages) + _FILL, encoding="utf-8")
        subprocess.run(
            [
                chromium(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                f"--user-data-dir={profile}/profile", "--no-pdf-header-footer", f"--print-to-pdf={whole}",
                source.as_uri(),
            ],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        paths = []
        with pypdfium2.PdfDocument(whole) as printed:
            if len(printed) != len(pages):
                raise RuntimeError(f"{len(pages)} pages were laid out, {len(printed)} printed")
            for at, made in enumerate(pages):
                one = pypdfium2.PdfDocument.new()
                one.import_pages(printed, [at])
                paths.append(directory / f"{made.layout}-{made.seed}.pdf")
                one.save(paths[-1])
                one.close()
    return paths
