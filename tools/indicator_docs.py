"""Write the tables of the indicator scheme into docs/indicators.md: python tools/indicator_docs.py"""

from __future__ import annotations

import sys
from pathlib import Path

from luoshi.knowledge.indicators import Scheme

PAGE = Path(__file__).resolve().parents[1] / "docs" / "indicators.md"
MARK = "<!-- tables: everything below is written by tools/indicator_docs.py -->\n"
FIELDS = {
    "accounts": "国民经济核算 · National accounts",
    "budget": "财政 · Public finance",
    "industry": "工业和建筑业 · Industry and construction",
    "agriculture": "农业农村 · Agriculture and countryside",
    "investment": "投资、消费、贸易、外资 · Investment, consumption, trade, foreign capital",
    "finance": "金融和价格 · Finance and prices",
    "people": "人口、就业、民生、社会保障 · Population, employment, livelihood, social security",
    "services": "教育、卫生、文化、旅游 · Education, health, culture, tourism",
    "transport": "交通、邮政、通信 · Transport, post, telecommunications",
    "environment": "能源、资源、环境、城乡建设 · Energy, resources, environment, cities",
    "innovation": "科技创新和营商环境 · Science, innovation, business environment",
    "safety": "公共安全 · Public safety",
}
POLARITY = {"more": "↑", "less": "↓", "near": "≈", "": ""}


def written(page: str) -> str:
    """The page with its tables as the scheme has them now."""
    scheme = Scheme.load()
    lines = [page.partition(MARK)[0] + MARK]
    aliases = sum(len(indicator.aliases) for indicator in scheme.indicators.values())
    lines.append(f"{len(scheme.indicators)} indicators, {aliases} names, {len(scheme.facets)} facets.\n")
    lines.append("\n## 要素 · Facets\n\n| facet | values |\n|---|---|\n")
    lines += [f"| `{facet}` | {'，'.join(values)} |\n" for facet, values in scheme.facets.items()]
    for field, title in FIELDS.items():
        lines.append(f"\n## {title}\n\n")
        lines.append("| id | 名称 | English | kind | unit | measure | | facets | other names |\n")
        lines.append("|---|---|---|---|---|---|---|---|---|\n")
        for indicator in scheme.indicators.values():
            if indicator.field != field:
                continue
            others = "；".join(indicator.aliases[1:]).replace("|", "\\|")
            kind = indicator.kind + (" ·" if indicator.dated else "")
            lines.append(
                f"| `{indicator.id}` | {indicator.name} | {indicator.english} | {kind} | {indicator.unit} "
                f"| {indicator.measure} | {POLARITY[indicator.polarity]} | {' '.join(indicator.facets)} | {others} |\n"
            )
    return "".join(lines)


if __name__ == "__main__":
    text = written(PAGE.read_text("utf-8"))
    PAGE.write_text(text, "utf-8", newline="\n")
    sys.stdout.write(f"{PAGE.name}: {len(text.splitlines())} lines\n")
