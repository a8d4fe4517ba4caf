"""What comes again and again, and anniversaries: 每年, 每周三, 成立75周年."""

from __future__ import annotations

import re

from luoshi.language.rules import rule
from luoshi.language.times.model import Found, Now
from luoshi.language.times.periods import (
    COUNT,
    DAY,
    DIGIT,
    HAN_DIGIT,
    MONTH,
    NUMERALS,
    TO,
    count_of,
    duration_of,
    number_of,
)
from luoshi.language.times.rulebook import stands_alone

_SET_CLOCK = (
    "(?:凌晨|早上|上午|中午|下午|晚上|晚)?"
    f"(?:[{DIGIT}{HAN_DIGIT}十]{{1,3}}[点时](?:[{DIGIT}]{{1,2}}分|半)?|[{DIGIT}]{{1,2}}[:：][0-5０-５][{DIGIT}])"
)


@rule(
    "set",
    "Times that come again and again: 每年, 每季度, 每周三, 每年3月, 一年一度.",
    ("每季度公布", "每季度=R/P3M set absolute"),
    ("每年", "每年=R/P1Y set absolute"),
    ("每月", "每月=R/P1M set absolute"),
    ("每个月", "每个月=R/P1M set absolute"),
    ("每天", "每天=R/P1D set absolute"),
    ("每周三", "每周三=R/P1W set absolute"),
    ("每两年", "每两年=R/P2Y set absolute"),
    ("每隔三天", "每隔三天=R/P3D set absolute"),
    ("每年3月", "每年3月=R/P1Y set absolute"),
    ("每年的3月至5月", "每年的3月至5月=R/P1Y set absolute"),
    ("每月15日前", "每月15日=R/P1M set absolute"),
    ("每天上午9点", "每天上午9点=R/P1D set absolute"),
    ("每小时", "每小时=R/PT1H set absolute"),
    ("每星期天", "每星期天=R/P1W set absolute"),
    ("每5分钟", "每5分钟=R/PT5M set absolute"),
    ("每个季度", "每个季度=R/P3M set absolute"),
    ("每工作日", "每工作日=R/P1D set absolute"),
    ("每人每年900元", "每年=R/P1Y set absolute"),
    ("每隔一周", "每隔一周=R/P1W set absolute"),
    ("隔天", "隔天=R/P2D set absolute"),
    ("每晚八点，每天上午", "每晚八点=R/P1D set absolute; 每天上午=R/P1D set absolute"),
    (
        "每天9:00至17:00，每季度末，每年春节",
        "每天9:00至17:00=R/P1D set absolute; 每季度末=R/P3M set absolute; 每年春节=R/P1Y set absolute",
    ),
    (
        "每周一三五，每周一至周五，每月1日和15日",
        "每周一三五=R/P1W set absolute; 每周一至周五=R/P1W set absolute; 每月1日和15日=R/P1M set absolute",
    ),
    ("每周三四次", "每周三四次=R/P1W set absolute"),
    ("每逢周末", "每逢周末=R/P1W set absolute"),
    ("两年一次，四年一届", "两年一次=R/P2Y set absolute; 四年一届=R/P4Y set absolute"),
    ("一年一度", "一年一度=R/P1Y set absolute"),
    ("每年两次", "每年两次=R/P1Y set absolute"),
    ("天天", "天天=R/P1D set absolute"),
    ("逐年", "逐年=R/P1Y set absolute"),
    ("每日上报", "每日=R/P1D set absolute"),
    ("每周", "每周=R/P1W set absolute"),
    ("每个周末", "每个周末=R/P1W set absolute"),
    ("按月发放", "按月=R/P1M set absolute"),
)
@stands_alone(
    NUMERALS + "每隔天年月日逐按分",
    f"每(?:间?隔|逢)?(?:(?P<n>{COUNT})|半)?个?(?P<u>季度|星期|礼拜|小时|分钟|工作日|年(?!级|轻|龄)|月|周末?|天|日|季|秒)"
    f"(?:(?<=[周期拜])[一二三四五六日天](?:[、和至到]?(?:周|星期)?[一二三四五六日天]){{0,5}}(?![次{HAN_DIGIT}]))?(?:的?(?:{MONTH}月(?:{DAY}[日号])?(?:{TO}{MONTH}月)?|(?<=月)的?{DAY}[日号](?:[、和至到]{DAY}[日号])?))?"
    f"(?:(?<=[年月度])年?[末底初](?![步期])|(?<=年)(?:春节|元旦|清明|端午|中秋|国庆|元宵|重阳|教师)节?"
    f"|[{HAN_DIGIT}两十{DIGIT}]{{1,2}}[次回]|的?{_SET_CLOCK}(?:{TO}{_SET_CLOCK})?|(?:凌晨|早上|上午|中午|下午|晚上|晚间|夜间))?"
    f"|每(?P<e>[晚早夜])(?![间餐饭会报])(?:[{DIGIT}{HAN_DIGIT}十]{{1,3}}[点时](?:[{DIGIT}]{{1,2}}分|半)?)?"
    f"|(?<![{DIGIT}{HAN_DIGIT}十百千第])(?P<z>{COUNT})个?(?P<y>年|季度|月|周|星期|天|小时)一(?:次|届|评|换|选)"
    f"|(?<![{DIGIT}{HAN_DIGIT}十])一(?P<v>年|季度|季|个?月|周|星期|天|日)(?:一度|[{HAN_DIGIT}两{DIGIT}]{{1,2}}次)|(?P<w>隔[天日周年月])"
    "|(?P<r>(?<!天)天天(?!向)|(?<!年)年年(?!末|底|初)|(?<!月)月月(?![初末底])|(?<!日)日日|逐[年月季日](?:度)?|[按分](?:年|月|季度?|日|周)(?![末底初代龄])(?=发|缴|支|付|报|公|通|调|监|统|实|推|拨|下|上|结|考|核|开|召|组|分|落|清|更))",
)
def _set(m: re.Match[str], now: Now) -> Found | None:
    if m["w"]:
        period = duration_of(2, m["w"][1])
    elif m["e"]:
        period = "P1D"
    elif m["z"]:
        period = duration_of(count_of(m["z"]), m["y"]) if count_of(m["z"]) else ""
    elif m["r"]:
        period = duration_of(1, "季" if "季" in m["r"] else m["r"].rstrip("度")[-1])
    elif m["v"]:
        period = duration_of(1, m["v"])
    elif m["n"]:
        period = duration_of(number_of(m["n"]), m["u"])
    elif "半" in m[0][:3]:
        period = {"年": "P6M", "天": "PT12H", "小时": "PT30M"}.get(m["u"], "")
    else:
        period = duration_of(1, m["u"])
    return Found(m.end(), f"R/{period}" if period else "", "set", "absolute")


@rule(
    "anniversary",
    "So many years since an event: 成立75周年.",
    ("成立75周年", "75周年=P75Y anniversary absolute"),
    ("四十周年", "四十周年=P40Y anniversary absolute"),
    ("一百周年", "一百周年=P100Y anniversary absolute"),
)
@stands_alone(NUMERALS, rf"(?<![{DIGIT}.])(?P<n>{COUNT})周年")
def _anniversary(m: re.Match[str], now: Now) -> Found | None:
    return Found(m.end(), f"P{number_of(m['n'])}Y", "anniversary", "absolute")
