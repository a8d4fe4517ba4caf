"""Who or what a sentence speaks of, where a later clause names only a property of it.

浙江一家配件企业引入了智能设备，产能提高50%        产能 → 配件企业产能
12345热线共收到诉求1.5亿件，解决率提升到97%         解决率 → 12345热线解决率
《山海》上映6天，票房超8亿元                        票房 → 《山海》票房
电子商务异军突起，交易额突破150亿元                 交易额 → 电子商务交易额
"""

from __future__ import annotations

from luoshi.knowledge.words import predicates
from luoshi.patterns import late

_WORDS = predicates()["owners"]
_KINDS = "|".join(sorted(_WORDS["kinds"], key=len, reverse=True))
_LENDERS = "|".join(sorted(_WORDS["bodies"], key=len, reverse=True))
# 一家配件企业, 这座电站, 该项目: a thing brought up with a measure word or a pronoun.
_ONE = late(
    rf"[一这该](?:[家座条个款艘所处项只]|(?<=该))(?:(?!由|在|于|能|为|是)[^，、。；：“”]){{0,16}}?(?P<name>[^，、。；：“”的了]{{0,10}}(?:{_KINDS}))"
    rf"(?=(?:也|还|已|近期|近日|目前|现在|通过|引入|采用|实现|投|完成|全面|正|的|，|、|$))"
)
_TITLE = late(r"(?P<name>《[^》]{1,20}》)")
# 热线共收到…: a subject before an adverb of adding up.
_COLLECTING = late(
    r"(?:[^，]{0,8}[来间年月]，?)?(?P<name>[^，、。；的]{2,12}?)(?:累计|已经|已|共){1,2}(?=收|受|办|接|服|完|开|发|处)"
)
# 组建市融资担保集团，资本规模居…: what is set up, opened or made use of.
_FOUNDED = late(
    r"(?:组建|设立|成立|建成|开通|新开|启用|发挥|运营好|推行|实施)了?(?:一家|一座|一支|首个|首家)?"
    r"(?P<name>[^，。；：的、\d]{3,14}?(?:集团|公司|基金|平台|中心|机构|专线|航线|大桥|隧道|铁路|线路|图书馆|博物馆|体育馆|水库|水厂|项目))"
    r"(?=$|，|作用)"
)
_LENDER = late(
    rf"(?P<name>[^，、。；的\d]{{2,10}}(?:{_LENDERS}))(?=持续|加大|积极|不断|通过|坚持|加快|全力|深入|聚焦|"
    rf"充分|创新|围绕)"
)
# 电子商务异军突起，交易额…; 商品博览会圆满举行，签约项目…: how a trade or a fair fared, before what came of it.
_FARES = (
    "(?:异军突起|方兴未艾|蓬勃发展|蓬勃兴起|快速发展|加快发展|发展迅速|发展壮大|提质升级|提质增效|强势[^，]{2,4}|焕发生机|精彩纷呈|成果丰硕|"
    "硕果累累|成功(?:举办|举行|闭幕|落幕)|圆满(?:举办|举行|闭幕|落幕)|顺利(?:举办|举行|闭幕|落幕)|"
    "发展势头(?:强劲|良好|迅猛|不减)|势头(?:强劲|良好|迅猛|不减)|走在[^，]{0,4}前列)$"
)
_MAY_FARE = late(_FARES)
_FARED = late(r"^(?:全[市省国州县区]|我[市省国州县区])?(?P<name>[^，、。；：的\d]{2,16}?)(?:建设|发展)?" + _FARES)
_TRADE_OR_FAIR = late(r"(?:业|商务|贸易|物流|旅游|文旅|会展|融合|经济|[^开委议例常大]会|论坛|节)$")
_EACH_HAS = late(
    r"(?:签订|签约|洽谈|洽谈签约|引进|落地|签订合同|合同|协议)(?:合同|协议)?项目|(?:意向|现场|协议|签约)*(?:交易|成交|签约)(?:总?额|金额)|"
    r"参展参会(?:人次|人数)|参展(?:企业|商|人数)|参会(?:人数|嘉宾|客商)|综合收入|(?:实现)?(?:总产值|增加值|营业收入|利税)"
)
_PROPERTY = late("(?:" + "|".join(sorted(_WORDS["properties"], key=len, reverse=True)) + ")")
_OWN_RATE = late(r"[^，的]{2,3}率")
_DEED = late(r"(?:" + "|".join(_WORDS["deeds"]) + ")")


def owner_of(clause: str) -> str:
    """What the clause brings up that later clauses may speak of: a firm, a work, a service, a bank; "" for none."""
    found = (
        ("《" in clause and _TITLE.match(clause.lstrip("，其中")))
        or _ONE.search(clause)
        or (("共" in clause or "已" in clause or "累计" in clause) and _COLLECTING.match(clause))
        or _LENDER.match(clause)
        or _FOUNDED.search(clause)
    )
    if found:
        return found.group("name")
    fared = _FARED.match(clause) if _MAY_FARE.search(clause) else None
    return fared["name"] if fared and _TRADE_OR_FAIR.search(fared["name"]) else ""


def owned(owner: str, name: str) -> str:
    """A name that is only a property of ``owner`` (产能, 票房, 解决率) or a deed of a bank, after its owner."""
    if not owner or owner in name:
        return name
    if owner.endswith(tuple(_WORDS["bodies"])):
        return owner + name if _DEED.match(name) else name
    if _EACH_HAS.fullmatch(name) and _TRADE_OR_FAIR.search(owner):
        return owner + name
    if _PROPERTY.fullmatch(name) or _OWN_RATE.fullmatch(name):
        return owner + name
    return name
