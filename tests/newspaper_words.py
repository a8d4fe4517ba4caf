"""Invented articles of an invented city, put together from words and patterns by a seeded generator.

The same seed gives the same words on every machine. All places, bodies and persons are invented.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

_DISTRICTS = ("澄湾区", "望潮区", "鹭洲区", "栖云县", "北屿县", "青埠新区", "石笋镇", "灯塔街道")
_BODIES = (
    "市发展改革委", "市财政局", "市教育局", "市民政局", "市水务局", "市交通运输局", "市住房城乡建设局",
    "市农业农村局",
    "市文化和旅游局", "市市场监管局", "市应急管理局", "市港务集团", "市图书馆", "市生态环境局", "市数据局",
)  # fmt: skip
_SURNAMES = "沈陆顾简邵祁温骆莫桑闻喻岑单霍柏"
_GIVEN = (
    "望川",
    "一帆",
    "小舟",
    "清和",
    "听泉",
    "怀瑾",
    "书瑶",
    "知远",
    "安澜",
    "嘉禾",
    "若谷",
    "景行",
    "云起",
    "晓晴",
)
_THINGS = (
    "养老床位", "公办学位", "社区食堂", "充电桩", "口袋公园", "农村公路", "渔港码头", "冷链仓库", "中试基地",
    "共享书房",
    "雨污管网", "健身步道", "托育园", "智慧大棚", "便民驿站", "海水淡化装置", "公交专用道", "备用水源",
)  # fmt: skip
_UNITS = ("个", "处", "座", "项")
_DOINGS = (
    "新建", "改造", "扩建", "提升", "修缮", "启用", "布设", "整治",
)  # fmt: skip
_AIMS = (
    "让居民出门十分钟就有去处", "把好事办到老百姓的心坎上", "补上老城区多年欠下的账", "叫企业少跑路、快落地",
    "使沿海村子的日子一年更比一年红火", "为秋季开学做足准备", "给夜里收工的人留一盏灯", "替腿脚不便的老人省下一趟路",
)  # fmt: skip
_SCENES = (
    "清晨的海风里", "走进刚刚完工的厂房", "傍晚时分", "在老码头边上", "冒着细雨", "站在新修的堤坝上", "会议一结束",
    "入冬以来",
)  # fmt: skip
_PEOPLE = ("居民", "船工", "菜农", "教师", "护士", "企业负责人", "社区干部", "志愿者", "渔民", "驾驶员")
_WORDS_SAID = (
    "以前要绕半座城，现在下楼就到", "图纸改了七遍，为的是少拆一堵墙", "订单排到了明年春天，机器一刻也没有停过",
    "水清了，白鹭也跟着回来了", "孩子放学有人管，我们上班才安心", "钱花在哪里，栏里都贴得明明白白",
)  # fmt: skip
_MEETINGS = (
    "春季生产调度会",
    "重点项目推进会",
    "防汛备汛部署会",
    "民生实事恳谈会",
    "港产城融合座谈会",
    "营商环境评议会",
)
_STEPS = (
    "倒排工期、挂图作战", "一件一件盯到底", "每月晒一次进度", "把责任落到具体的人", "先易后难、分片推进",
    "请群众来打分", "建立问题台账并逐条销号", "用好闲置的老厂房",
)  # fmt: skip
_INDICATORS = ("港口货物吞吐量", "规模以上工业增加值", "社会消费品零售总额", "水产品产量", "进出口总额", "接待游客人次")
_SUBTITLES = (
    "有关部门负责人谈今年的打算", "来自一线的三个镜头", "老城更新见闻", "海岸线上的新变化", "一个渔村的账本",
    "走访重点项目工地",
)  # fmt: skip
_OPINIONS = (
    "实干才能兑现承诺",
    "把紧日子过出新气象",
    "以作风之变开发展新局",
    "办实事贵在见实效",
    "向大海要空间 向创新要动力",
)
_LISTS = {
    "district": _DISTRICTS, "body": _BODIES, "thing": _THINGS, "unit": _UNITS, "doing": _DOINGS, "aim": _AIMS,
    "scene": _SCENES, "person": _PEOPLE, "said": _WORDS_SAID, "meeting": _MEETINGS, "step": _STEPS,
    "indicator": _INDICATORS,
}  # fmt: skip
_PLACE = re.compile(r"\{(?:(?P<low>\d{1,4})-(?P<high>\d{1,4})|(?P<kind>[a-z]{1,12}))\}")
_HEADLINES = (
    "{district}{doing}{thing}{12-480}{unit}",
    "{body}：{aim}",
    "全市{meeting}在{district}召开",
    "前三季度{indicator}增长{percent}",
    "{thing}“{doing}记”",
    "{district}：{step}",
    "{aim}",
    "{thing}{doing}提前{2-9}个月完工",
)
_SENTENCES = (
    "{scene}，{district}的{person}{name}说：“{said}。”",
    "“{said}。”在{district}，{person}{name}指着眼前的{thing}告诉记者。",
    "今年以来，{body}{doing}{thing}{6-900}{unit}，完成投资{1-90}.{1-9}亿元，{aim}。",
    "1至{6-11}月，全市{indicator}增长{percent}，其中{district}增长{percent}。",
    "{meeting}要求，各区县要{step}，{step}，{aim}。",
    "{body}有关负责人{name}介绍，下一步将{doing}{3-200}{unit}{thing}，{step}。",
    "记者在{district}看到，{thing}已经投入使用，{person}们进进出出，比往年这个时候热闹得多。",
    "到{2027-2030}年底，{district}将{doing}{thing}和{thing}，惠及群众{1-60}万人。",
    "{person}{name}算了一笔账：一年下来，光是{thing}这一项就能省{2-80}万元。",
    "{district}与{body}约定，{thing}每季度查看一次，查出的{3-60}个问题{step}。",
    "眼下，{district}还有{2-40}{unit}{thing}等着{doing}，{person}们盼着早日看到变化。",
    "{scene}，{body}的工作人员已经在{district}忙开了，他们要赶在月底前把{thing}{doing}好，{aim}。",
    "去年全市{doing}{thing}{20-600}{unit}，比上年多{2-90}{unit}；{district}{indicator}首次突破{10-990}亿元。",
)


@dataclass(frozen=True)
class Article:
    """An invented article: the words of its head, each a line, and the paragraphs of its body."""

    headline: str
    paragraphs: tuple[str, ...]
    kicker: str = ""
    subtitle: str = ""
    byline: str = ""

    @property
    def text(self) -> str:
        """All its words in reading order, a head's line or a paragraph a line."""
        parts = (self.kicker, self.headline, self.subtitle, self.byline, *self.paragraphs)
        return "\n".join(part for part in parts if part)


class Writer:
    """Writes headlines, captions and articles of any length from one source of chance."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    def article(self, characters: int, *, kicker: str = "", subtitle: bool = False, byline: bool = False) -> Article:
        """An article of about ``characters`` characters in its body, at most 60 under or over."""
        opinion = kicker in ("社论", "本报评论员")
        paragraphs: list[str] = []
        left = characters
        while left > 60 or not paragraphs:
            paragraph = self._paragraph(left, first=not paragraphs and not opinion and not byline)
            paragraphs.append(paragraph)
            left -= len(paragraph) + 8  # a paragraph's last line is half empty
        return Article(
            headline=self._pick(_OPINIONS) if opinion else self.headline(),
            paragraphs=tuple(paragraphs),
            kicker=kicker,
            subtitle="——" + self._pick(_SUBTITLES) if subtitle else "",
            byline=f"□临澜日报记者 {self.name()} {self.name()}" if byline else "",
        )

    def headline(self) -> str:
        """A headline of 9 to 22 characters."""
        return self._filled(self._pick(_HEADLINES))

    def caption(self) -> str:
        """The caption of a photograph, with the photographer."""
        return self._filled("图为{district}的{thing}，{scene}人来人往。{name} 摄")

    def kicker(self) -> str:
        """A line that leads up to a headline."""
        return self._filled("{scene}走访{district}的{thing}")

    def name(self) -> str:
        """An invented person's name."""
        return self._pick(_SURNAMES) + self._pick(_GIVEN)

    def _paragraph(self, most: int, *, first: bool) -> str:
        words = self._filled("本报{1-12}月{1-28}日讯 ") if first else ""
        for _ in range(self._chance.randint(2, 4)):
            words += self._filled(self._pick(_SENTENCES))
            if len(words) >= most - 40:
                break
        return words

    def _filled(self, pattern: str) -> str:
        """A pattern with words in its places: {thing}, {6-900} for a number, {percent}, {name}."""
        return _PLACE.sub(self._word, pattern)

    def _word(self, place: re.Match[str]) -> str:
        if place["low"]:
            return str(self._chance.randint(int(place["low"]), int(place["high"])))
        if place["kind"] == "name":
            return self.name()
        if place["kind"] == "percent":
            return f"{self._chance.randint(2, 19)}.{self._chance.randint(1, 9)}%"
        return self._pick(_LISTS[place["kind"]])

    def _pick(self, words: tuple[str, ...] | str) -> str:
        return self._chance.choice(words)
