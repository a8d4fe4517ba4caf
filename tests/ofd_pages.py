"""Small OFD files for the tests, put together by hand as GB/T 33190-2016 lays them down."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE = 4.0  # millimetres, the height of a character


def line(words: str, x: float, y: float, size: float = SIZE, more: str = "") -> str:
    """A text object: words that begin at ``x`` with their base line at ``y``, in millimetres."""
    steps = f'DeltaX="g {len(words) - 1} {size}"' if len(words) > 1 else ""
    box = f"{x} {y - size} {size * len(words)} {size * 1.2}"
    return (
        f'<ofd:TextObject ID="1" Boundary="{box}" Font="1" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size}" {steps}>{escape(words)}</ofd:TextCode></ofd:TextObject>'
    )


def rule(x: float, y: float, wide: float, high: float) -> str:
    """A path object: a straight line from ``x``, ``y``."""
    return (
        f'<ofd:PathObject ID="2" Boundary="{x} {y} {wide + 1} {high + 1}" LineWidth="0.3">'
        f"<ofd:AbbreviatedData>M 0 0 L {wide} {high}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def page(*objects: str, box: str = "") -> str:
    """A page's content with these objects; ``box`` where its size is its own."""
    area = f"<ofd:Area><ofd:PhysicalBox>{box}</ofd:PhysicalBox></ofd:Area>" if box else ""
    template = '<ofd:Template TemplateID="90" ZOrder="Background"/>'
    layer = f'<ofd:Content><ofd:Layer ID="3">{"".join(objects)}</ofd:Layer></ofd:Content>'
    return f'<?xml version="1.0" encoding="UTF-8"?><ofd:Page {SPACE}>{template}{area}{layer}</ofd:Page>'


def ofd(*pages: str, title: str = "", template: str = "", more: dict[str, str] | None = None) -> bytes:
    """An OFD file with these pages, each on the ``template`` if there is one; ``more`` parts by name."""
    listed = "".join(f'<ofd:Page ID="{at}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(len(pages)))
    parts = {
        "OFD.xml": f'<?xml version="1.0" encoding="UTF-8"?><ofd:OFD {SPACE} DocType="OFD" Version="1.0"><ofd:DocBody>'
        f"<ofd:DocInfo><ofd:Title>{title}</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
        "</ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        '</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="90" BaseLoc="Tpls/Tpl_0.xml"/></ofd:CommonData>'
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    if template:
        parts["Doc_0/Tpls/Tpl_0.xml"] = page(template)
    parts |= {f"Doc_0/Pages/Page_{at}/Content.xml": content for at, content in enumerate(pages)}
    parts |= more or {}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, words in parts.items():
            package.writestr(zipfile.ZipInfo(name), words)
    return file.getvalue()
