"""The general forms: a movement of a subject, and the value of a name."""

from __future__ import annotations

import re

from luoshi.knowledge.indicators import identify, scheme
from luoshi.patterns import late
from luoshi.reading import names
from luoshi.reading.constructions.context import Context
from luoshi.reading.constructions.situation import NOTHING, Found, Situation, construction
from luoshi.reading.constructions.subjects import completed, measure_of, remember, subject_of
from luoshi.reading.constructions.words import DROPPED, GROWTH_TAIL, LOWERING, MONEY_VERBS, PERCENT, RATE, SUM_OF_YEARS
from luoshi.reading.predicates import verb_at_end

_MOVES_OF_GROWTH = late(r"(?:加快|放缓|回落|快于|高于|低于|快|慢|提速|回升|收窄|扩大|高|低|提高|提升|上升|下降|缩小)$")
_SHARE_WITHIN = late(r"^在[^，。；]{2,16}中的?(?:占比|比重|比例|份额)")
_COMPLETION = late(r"^(?:新增|新|基本|全部|累计|装修|实际|已)*(?:竣工|投用|投产|开工|建成|交付|完工|并网|通车){1,2}$")
_MADE = ("产量", "销量")
_EACH_YEAR = late(r"年均|平均|每年|同比|比上年|较上年|当年|去年")
_CLASS = late(r"(?:类|外国人|[台同]胞)$")  # a part of what the whole counts that leaves its noun to it
_SUM = late(r"(?<=..)(?:总|协议|合同|签约)*(?:投资|金额|资金)额?$")
_COUNTED_SHARED = ("产量", "销量", "保有量")  # measures of things counted that parts share
_MOST_MEASURED = 100  # names of a sentence, from the last, among which one is looked for
_COMPLETED = late(r"(?:新增|新|基本|全部|累计|装修|实际|已)*(?:竣工|投用|投产|开工|建成|交付|完工|并网|通车)$")
_ONLY_SUM = late(
    r"^(?:[，、]|其中)*(?:已?累计|总数|总量|(?:年末|目前)?(?:共有|总计|累计))(?:达到?|为|已|有|共|至|到)*$"
)
_FUNDS = late(r"(?:资金|经费|基金|补助|补贴|贷款|债券|财政|各级|政府|银行|集团|公司|资本|省|市|县|区)$")
_FREQUENCY = late(r"(?:日均|月均|年均|平均每天|平均每年|平均每月|平均每日|每天|每日|每年|每月)")
_BURDEN = late(r"(?:减轻|降低|减少|节约|节省)([^，]{2,10}(?:负担|成本|费用))$")
_COMPARED = late(r"^(?:增速|增幅|涨幅)?(?:分别|均|也)?(?:高出|高于|低于|快于|慢于|超出|领先|落后|好于|优于)")
_TURNED_FROM = late(r"[由从](?:上年|去年|上半年|前年|前[两三四五]年)?$")
_TURNS = late(r"[^。；，、]{0,24}?(?:转|[收变]窄[为至到])")
# A second value for a target just set: 增长5.5%以上、│力争│6%.
_FURTHER = late(r"^[，、]?(?:并)?(?:力争|争取|努力|确保)(?:达到?|实现|完成|突破|超过|增长)?$")
# The works that a sentence speaks of before it counts what is begun or finished of them.
_WORKS = late(
    r"(?:推进|加强|加大|抓好|加快|做好|实施|启动)(?:新的?)?(?:[一二三四五]年)?([^，。；的和、]{2,14}?)(?:建设|改造|攻坚)?"
    r"(?:力度|进度|计划|行动)?(?=，)"
)
# 提出8%左右的│经济增长│目标: what grows stands after the number.
_GROWTH_OF = late(r"的((?:国民|地区|全市|全省|区域)?(?:经济|生产总值)|GDP)(?:年均)?(?:增长|增速)")
# 执行中按程序调增│收入预算: what the budget itself rose or fell by.
_ADJUSTED = late(r"^[^，；]*?(?:(?P<rise>调增|追加|增加)|调减|核减|减少)(?=总?(?:收入|支出)$)")
_SHARE_NAMED = late(r"(.*?)占(.+?)的?(?:比重|比例)")
_SHARE_CLAUSE = late(r"占[^占]{2,20}的?(?:比重|比例|份额)$")


@construction(
    "growth, rise and fall",
    "A verb of movement before the number: 增长6.5%, 比年初增加446亿元, 下降0.3个百分点.",
    (
        "税收收入同比下降3.2%，减收1.5亿元。",
        "税收收入 growth- 3.2% 2024 actual; 税收收入 change- 150000000元 2024 actual",
    ),
    (
        "一般公共预算支出12亿元，同比增长5.1%，增支0.6亿元。",
        "一般公共预算支出 level 1200000000元 2024 actual; 一般公共预算支出 growth+ 5.1% 2024 actual; "
        "一般公共预算支出 change+ 60000000元 2024 actual",
    ),
    ("全年规模以上工业增加值比上年增长7.6%。", "规模以上工业增加值 growth+ 7.6% 2024 actual"),
    (
        "城镇居民人均可支配收入41260元，增长6.2%，扣除物价上涨因素实际增长5.8%。",
        "城镇居民人均可支配收入 level 41260元 2024 actual; 城镇居民人均可支配收入 growth+ 6.2% 2024 actual; "
        "城镇居民人均可支配收入 growth+ 5.8% 2024 actual",
    ),
    (
        "新增就业人员6.1万人，其中城镇新增5.2万人。",
        "新增就业人员 level 61000人 2024 actual; 新增城镇就业人员 level 52000人 2024 actual",
    ),
    (
        "进出口总额由2019年的55亿元增加到2024年的89亿元，增长61.8%。",
        "进出口总额 level 5500000000元 2019 actual; 进出口总额 level 8900000000元 2024 actual; "
        "进出口总额 growth+ 61.8% 2020/2024 actual",
    ),
    (
        "规模以上工业企业利润增长10.3%，地方一般公共预算收入64亿元。",
        "规模以上工业企业利润 growth+ 10.3% 2024 actual; 地方一般公共预算收入 level 6400000000元 2024 actual",
    ),
    (
        "规模以上工业增加值增长6.4%。其中，轻工业下降1.3%，重工业增长16.4%。",
        "规模以上工业增加值 growth+ 6.4% 2024 actual; 规模以上工业轻工业增加值 growth- 1.3% 2024 actual; "
        "规模以上工业重工业增加值 growth+ 16.4% 2024 actual",
    ),
    (
        "分经济类型看，国有控股企业增加值增长1.5%，私营企业增长26.6%。",
        "国有控股企业增加值 growth+ 1.5% 2024 actual; 私营企业增加值 growth+ 26.6% 2024 actual",
    ),
    (
        "分门类看，采矿业增加值下降3.3%，制造业增长8.9%。",
        "采矿业增加值 growth- 3.3% 2024 actual; 制造业增加值 growth+ 8.9% 2024 actual",
    ),
    (
        "限额以上单位商品零售额中，粮油食品类零售额增长4.5%，饮料类增长9.1%。",
        "限额以上单位粮油食品类零售额 growth+ 4.5% 2024 actual; 限额以上单位饮料类零售额 growth+ 9.1% 2024 actual",
    ),
    (
        "居民消费价格上涨0.2%，其中食品烟酒类下降1.1%。",
        "居民消费价格 growth+ 0.2% 2024 actual; 食品烟酒类居民消费价格 growth- 1.1% 2024 actual",
    ),
    (
        "常住人口城镇化率为66.9%，比上年末提高0.7个百分点。",
        "常住人口城镇化率 level 66.9% 2024 actual; 常住人口城镇化率 change+ 0.7个百分点 2024 actual",
    ),
    (
        "民生支出42亿元、占一般公共预算支出比重81%、增长6.4%。",
        "民生支出 level 4200000000元 2024 actual; 民生支出占一般公共预算支出比重 share 81% 2024 actual; "
        "民生支出 growth+ 6.4% 2024 actual",
    ),
    (
        "年末参加失业保险人数12.6万人，比上年末增加0.7万人。",
        "参加失业保险人数 level 126000人 2024-12-31 actual; 参加失业保险人数 change+ 7000人 2024-12-31 actual",
    ),
    (
        "2025年“三公”经费预算安排314万元，比上年预算数减少0.6万元，下降0.2%。",
        "“三公”经费预算 level 3140000元 2025 target; “三公”经费预算 change- 6000元 2025 target; "
        "“三公”经费预算 growth- 0.2% 2025 target",
    ),
    (
        "2025年一般公共预算支出安排119亿元，同比增长1.5%，增支1.7亿元。",
        "一般公共预算支出 level 11900000000元 2025 target; 一般公共预算支出 growth+ 1.5% 2025 target; "
        "一般公共预算支出 change+ 170000000元 2025 target",
    ),
    (
        "市本级单位运转经费压减5%以上，其中会议费压降7.9%。",
        "市本级单位运转经费 growth- >5% 2024 actual; 会议费 growth- 7.9% 2024 actual",
    ),
    (
        "一般公共预算支出完成9亿元，主要原因是土地收入减少导致减支0.8亿元。",
        "一般公共预算支出 level 900000000元 2024 actual; 一般公共预算支出 change- 80000000元 2024 actual",
    ),
    (
        "全年全社会用电量195亿千瓦时，增长5.1%，其中工业用电量135亿千瓦时，增长3.3%。",
        "全社会用电量 level 19500000000千瓦时 2024 actual; 全社会用电量 growth+ 5.1% 2024 actual; "
        "工业用电量 level 13500000000千瓦时 2024 actual; 工业用电量 growth+ 3.3% 2024 actual",
    ),
    (
        "粮食总产量96万吨，增长0.4%，其中夏粮产量28万吨，下降0.3%。",
        "粮食总产量 level 960000吨 2024 actual; 粮食总产量 growth+ 0.4% 2024 actual; "
        "夏粮产量 level 280000吨 2024 actual; 夏粮产量 growth- 0.3% 2024 actual",
    ),
    ("固定资产投资（不含农户）比上年增长1.1%。", "固定资产投资 growth+ 1.1% 2024 actual"),
    ("单位地区生产总值能耗下降2.5%。", "单位地区生产总值能耗 growth- 2.5% 2024 actual"),
    (
        "住户存款余额284亿元，比年初增加25亿元。",
        "住户存款余额 level 28400000000元 2024-12-31 actual; 住户存款余额 change+ 2500000000元 2024-12-31 actual",
    ),
    (
        "增值税8亿元，增长3%，主要是2023年基数较低。企业所得税5亿元，下降2%。",
        "增值税 level 800000000元 2024 actual; 增值税 growth+ 3% 2024 actual; "
        "企业所得税 level 500000000元 2024 actual; 企业所得税 growth- 2% 2024 actual",
    ),
    (
        "建筑业增加值12亿元，下降3%；金融业增加值13亿元，增长4.9%。",
        "建筑业增加值 level 1200000000元 2024 actual; 建筑业增加值 growth- 3% 2024 actual; "
        "金融业增加值 level 1300000000元 2024 actual; 金融业增加值 growth+ 4.9% 2024 actual",
    ),
    (
        "第三产业投资下降8.7%，其中房地产开发投资下降32.3%。",
        "第三产业投资 growth- 8.7% 2024 actual; 房地产开发投资 growth- 32.3% 2024 actual",
    ),
    (
        "全年货物进出口总额236亿元，增长7.4%，其中出口165亿元，增长7.6%。",
        "货物进出口总额 level 23600000000元 2024 actual; 货物进出口总额 growth+ 7.4% 2024 actual; "
        "货物出口 level 16500000000元 2024 actual; 货物出口 growth+ 7.6% 2024 actual",
    ),
    (
        "工业投资占固定资产投资的比重为39.4%，提高4.8个百分点。",
        "工业投资占固定资产投资的比重 share 39.4% 2024 actual; "
        "工业投资占固定资产投资的比重 change+ 4.8个百分点 2024 actual",
    ),
    (
        "每百元营业收入中的成本86.4元，下降0.6元。",
        "每百元营业收入中的成本 level 86.4元 2024 actual; 每百元营业收入中的成本 change- 0.6元 2024 actual",
    ),
    (
        "PM2.5平均浓度为39微克/立方米，下降3.4%。",
        "PM2.5平均浓度 level 39微克/立方米 2024 actual; PM2.5平均浓度 growth- 3.4% 2024 actual",
    ),
    ("2025年，一般公共预算收入预期增长4%左右。", "一般公共预算收入 growth+ ~4% 2025 target"),
    (
        "全年房屋施工面积下降1.3%；商品房销售面积下降4.7%。",
        "房屋施工面积 growth- 1.3% 2024 actual; 商品房销售面积 growth- 4.7% 2024 actual",
    ),
    ("全市生产总值比上年增长6.5%。", "生产总值 growth+ 6.5% 2024 actual"),
    (
        "制造业贷款余额900亿元，比年初增加46亿元，余额同比增长5.4%。",
        "制造业贷款余额 level 90000000000元 2024-12-31 actual; "
        "制造业贷款余额 change+ 4600000000元 2024-12-31 actual; 制造业贷款余额 growth+ 5.4% 2024-12-31 actual",
    ),
    ("农村贫困人口减少12万人。", "农村贫困人口 change- 120000人 2024 actual"),
    ("规模以上工业增加值增长6.8%。", "规模以上工业增加值 growth+ 6.8% 2024 actual"),
    ("农产品加工业产值、乡村旅游收入持续增长，农村网络零售额增长14.6%。", "农村网络零售额 growth+ 14.6% 2024 actual"),
    (
        "出口增长6.7%，比上年提升5.9个百分点。",
        "出口 growth+ 6.7% 2024 actual; 出口增速 change+ 5.9个百分点 2024 actual",
    ),
    (
        "2024年前11个月，新能源汽车产量增长34.6%，增速比全部汽车高21个百分点。",
        "新能源汽车产量 growth+ 34.6% 2024-01/2024-11 actual; "
        "新能源汽车产量增速 change+ 21个百分点 2024-01/2024-11 actual",
    ),
    ("今年，农村贫困人口再减少1.2万人以上。", "农村贫困人口 change- >12000人 2025 target"),
    ("一般性支出压减5%，三公经费减少12%。", "一般性支出 growth- 5% 2024 actual; 三公经费 growth- 12% 2024 actual"),
    ("去年11月，汽车类商品零售额同比增长6.6%。", "汽车类商品零售额 growth+ 6.6% 2024-11 actual"),
    ("固定资产投资下降2.1%。", "固定资产投资 growth- 2.1% 2024 actual"),
    (
        "社会消费品零售总额同比增长5.4%，增速比上年加快1.2个百分点。",
        "社会消费品零售总额 growth+ 5.4% 2024 actual; 社会消费品零售总额增速 change+ 1.2个百分点 2024 actual",
    ),
    ("新开工项目42个，比计划增加22个。", "新开工项目 level 42个 2024 actual; 新开工项目 change+ 22个 2024 actual"),
    (
        "2025年，居民消费价格总水平上涨控制在1%至2%。",
        "居民消费价格总水平 growth+ 1–2% 2025 target",
    ),
    ("今年国民经济增长的预期目标为6%左右。", "国民经济增长 growth+ ~6% 2025 target"),
    ("经济增长6.2%。", "经济增长 growth+ 6.2% 2024 actual"),
    (
        "全年生产总值增长6.2%。第三产业增加值比重为39.1%，下降0.3个百分点。分季度看，一季度增长5%。",
        "生产总值 growth+ 6.2% 2024 actual; 第三产业增加值比重 share 39.1% 2024 actual; "
        "第三产业增加值比重 change- 0.3个百分点 2024 actual; 生产总值 growth+ 5% 2024-01/2024-03 actual",
    ),
    ("全年房屋交易累计申报增长6.2%。", "房屋交易申报 growth+ 6.2% 2024 actual"),
    (
        "2025年，居民医疗保险最高支付限额，提高到当地居民平均收入的6倍。",
        "居民医疗保险最高支付限额 level 6倍 2025 target",
    ),
    ("居民消费价格涨幅0.3%。", "居民消费价格 growth+ 0.3% 2024 actual"),
    ("单位生产总值能耗下降3.4%以上。", "单位生产总值能耗 growth- >3.4% 2024 actual"),
    ("企业开办时间缩短三分之一以上。", "企业开办时间 growth- >33.33% 2024 actual"),
    ("工商登记前置审批精简85%。", "工商登记前置审批 growth- 85% 2024 actual"),
    ("贫困人口减少6.8万人。", "贫困人口 change- 68000人 2024 actual"),
    (
        "森林面积增加16.3万亩，沙化土地面积减少2万亩。",
        "森林面积 change+ 163000亩 2024 actual; 沙化土地面积 change- 20000亩 2024 actual",
    ),
    (
        "2025年，生产总值增长5.5%左右，进出口增长6%以上。",
        "生产总值 growth+ ~5.5% 2025 target; 进出口 growth+ >6% 2025 target",
    ),
    ("2025年，进出口总额预期增长7.5%左右。", "进出口总额 growth+ ~7.5% 2025 target"),
    ("存款准备金率下调0.5个百分点。", "存款准备金率 change- 0.5个百分点 2024 actual"),
    (
        "国有企业利润增长23.5%，资产负债率下降0.8个百分点。",
        "国有企业利润 growth+ 23.5% 2024 actual; 资产负债率 change- 0.8个百分点 2024 actual",
    ),
    ("对外直接投资增长2.8倍。", "对外直接投资 growth+ 2.8倍 2024 actual"),
    ("技术交易额翻了一番。", "技术交易额 growth+ 2倍 2024 actual"),
    (
        "2024年，地区生产总值比2019年增长32.5%，年均增长5.8%。",
        "地区生产总值 growth+ 32.5% 2024 actual; 地区生产总值 growth+ 5.8% 2020/2024 actual",
    ),
    (
        "全市经济社会发展主要预期目标是：地区生产总值增长6%左右，进出口增长4%。",
        "地区生产总值 growth+ ~6% 2025 target; 进出口 growth+ 4% 2025 target",
    ),
    ("过去五年，生产总值年均增长7.1%。", "生产总值 growth+ 7.1% 2020/2024 actual"),
    ("五年来，城镇居民人均可支配收入年均增长6.2%。", "城镇居民人均可支配收入 growth+ 6.2% 2020/2024 actual"),
    ("预计全年生产总值增长6%。", "生产总值 growth+ 6% 2024 forecast"),
    ("中小企业发展指数比上月上升0.2点。", "中小企业发展指数 change+ 0.2点 2024 actual"),
    (
        "城乡居民收入比为2.31∶1，比上年缩小0.03。",
        "城乡居民收入比 level 2.31∶1 2024 actual; 城乡居民收入比 change- 0.03 2024 actual",
    ),
    ("外贸出口由降转增，比上年增长3.8%。", "外贸出口 growth+ 3.8% 2024 actual"),
    ("失业率比上年下降半个百分点。", "失业率 change- 0.5个百分点 2024 actual"),
    ("用电量增长7.5%，货运量增长9.9%。", "用电量 growth+ 7.5% 2024 actual; 货运量 growth+ 9.9% 2024 actual"),
    (
        "一家配件企业引入智能设备，产能提高50%，能效利用率提升35%。",
        "配件企业产能 growth+ 50% 2024 actual; 配件企业能效利用率 growth+ 35% 2024 actual",
    ),
    ("一座抽水蓄能电站全面投产，年发电量增长20%。", "抽水蓄能电站年发电量 growth+ 20% 2024 actual"),
    (
        "规模以上工业增加值增长7.2%。其中，采矿业下降1.3%，制造业增长8.4%。",
        "规模以上工业增加值 growth+ 7.2% 2024 actual; 规模以上工业采矿业增加值 growth- 1.3% 2024 actual; "
        "规模以上工业制造业增加值 growth+ 8.4% 2024 actual",
    ),
    (
        "单位生产总值能耗由前三年分别上升3.1%、2.4%、0.6%转为下降1.5%。",
        "单位生产总值能耗 growth+ 3.1% - actual; 单位生产总值能耗 growth+ 2.4% - actual; "
        "单位生产总值能耗 growth+ 0.6% - actual; 单位生产总值能耗 growth- 1.5% 2024 actual",
    ),
    ("重特大事故下降16.9%。", "重特大事故 growth- 16.9% 2024 actual"),
    ("整体通关时间再压缩三分之一。", "整体通关时间 growth- 33.33% 2024 actual"),
    (
        "全市一般公共预算收入年初预算合计90亿元，执行中按程序调增收入预算1.8亿元，"
        "调整后收入预算为91.8亿元；收入完成92亿元。",
        "一般公共预算收入 level 9000000000元 2024 target; 一般公共预算收入预算 change+ 180000000元 2024 target; "
        "一般公共预算收入 level 9180000000元 2024 target; 一般公共预算收入 level 9200000000元 2024 actual",
    ),
    (
        "2025年税收收入预算数为71亿元，较上年执行数可比（下同）增长2%。其中：（一）契税预算数为3亿元，增加0.2亿元。",
        "税收收入 level 7100000000元 2025 target; 税收收入 growth+ 2% 2025 target; "
        "契税 level 300000000元 2025 target; 契税 change+ 20000000元 2025 target",
    ),
)
def movement(s: Situation) -> list[Found]:
    b, q, context = s.before, s.quantity, s.context
    adjusted = _ADJUSTED.match(b.name) if b.version else None
    if adjusted:
        b.name, b.kind = b.name[adjusted.end() :], "rise" if adjusted.group("rise") else "fall"
    if (
        b.kind not in ("rise", "fall")
        and q.kind != "points"
        and not (b.verb == "新增" and (not b.name or b.kind == "action"))
        and not (names.movement_in(b.name) and q.kind in PERCENT)
        and not (_TURNED_FROM.search(b.name) and GROWTH_TAIL.match(s.text[q.end : s.limit]))
    ):
        return []
    if s.text[s.start : q.start].endswith(("每增长", "每提高", "每增加", "每下降")):
        return NOTHING
    if q.kind == "points" and context.subjects and _COMPARED.match(b.raw):
        s.before.basis = b.raw
        name = context.subjects[-1]
        if context.measure == "growth" and not RATE.search(name):
            name += "增速"
        return [Found(name, "change", -1 if b.raw.lstrip("，").startswith(("低", "慢", "落后")) else 1, carried=True)]
    if b.verb == "新增" and _FREQUENCY.fullmatch(b.name) and context.earlier + context.subjects:
        return [Found(b.name + (context.subjects or context.earlier)[-1], "level")]
    name, carried = subject_of(s)
    if adjusted and name:
        remember(s, [name], "level")
        return [Found(name + "预算", "change", 1 if b.kind == "rise" else -1)]
    if b.verb == "新增":
        if not name or (carried and not context.subjects):
            return []
        if carried and context.measure not in ("growth", "level", "change"):
            return []
        whole = context.whole[-1] if context.whole else ""
        # 新增就业6万人，其中城镇新增│5万人, 城镇就业新增│6万人: what the year added has a name of its own.
        counts = whole.startswith("新增") or _added_in_name(name)
        if not carried and counts and not names.acts(name):
            remember(s, ["新增" + name], "level")
            return [Found("新增" + name, "level")]
        remember(s, [name], "change")
        return [Found(name, "change", 1, carried=carried)]
    if not name:
        return []
    if carried and context.measure == "share" and q.kind in PERCENT and context.base:
        name = context.base
    measure, sign = measure_of(s, name, q)
    since = context.years_compared() if carried and measure == "growth" and not _EACH_YEAR.search(b.raw) else ""
    turned = _TURNED_FROM.search(name)
    if turned and _TURNS.match(s.text, s.group[-1].end):
        # 由上年下降2.3%转为增长8.5%: the first belongs to the year before; 由前三年分别上升…、…: each to one of them.
        name = name[: turned.start()]
        remember(s, [name], measure)
        earlier = s.times_between(s.start, q.start)
        period = earlier[-1].period if earlier and len(s.group) == 1 else ""
        s.used = len(s.group)
        return [Found(name, measure, sign, each, period=period, undated=not period) for each in s.group]
    if measure == "change" and q.kind == "points":
        if context.measure == "growth" and carried and _MOVES_OF_GROWTH.search(b.verb) and not RATE.search(name):
            name += "增速"
        original = names.movement_in(b.name)
        if (
            original
            and original.group().endswith(("增速", "涨幅", "降幅", "增幅", "增长率"))
            and not name.endswith(original.group())
        ):
            name += original.group().removeprefix("的")
    remember(s, context.subjects if carried and q.kind == "points" and context.subjects else [name], measure)
    return [Found(name, measure, sign, carried=carried, period=since)]


def _added_in_name(name: str) -> bool:
    """Whether the scheme has an indicator for what a year added to ``name`` (城镇就业: 城镇新增就业)."""
    concept = "" if identify(name).concept else identify("新增" + name).concept
    return bool(concept) and "新增" in scheme().indicators[concept].name


@construction(
    "value of a name",
    "A name, a verb of reaching or none, and its value: 生产总值达到8210亿元, 常住人口852.1万人.",
    (
        "第一产业增加值3亿元，增长2%；第二产业7亿元，增长5%。",
        "第一产业增加值 level 300000000元 2024 actual; 第一产业增加值 growth+ 2% 2024 actual; "
        "第二产业增加值 level 700000000元 2024 actual; 第二产业增加值 growth+ 5% 2024 actual",
    ),
    (
        "签约项目36个，总投资9亿元，其中物流类11个。",
        "签约项目 level 36个 2024 actual; 签约项目总投资 level 900000000元 2024 actual; "
        "物流类签约项目 level 11个 2024 actual",
    ),
    ("全市一般公共预算收入完成88.2亿元。", "一般公共预算收入 level 8820000000元 2024 actual"),
    (
        "市本级一般公共预算收入62亿元，教育支出20亿元，森林覆盖率达到62.5%。",
        "市本级一般公共预算收入 level 6200000000元 2024 actual; 市本级教育支出 level 2000000000元 2024 actual; "
        "森林覆盖率 level 62.5% 2024 actual",
    ),
    (
        "地区生产总值连续跨上两个百亿大台阶，2024年达到874亿元。",
        "地区生产总值 level 87400000000元 2024 actual",
    ),
    ("过去五年，一般公共预算收入突破70亿元。", "一般公共预算收入 level >7000000000元 2024 actual"),
    (
        "建议2025年的预期目标是：生产总值增长6%。确保生产总值超过1000亿元。",
        "生产总值 growth+ 6% 2025 target; 生产总值 level >100000000000元 2025 target",
    ),
    (
        "稳定粮食播种面积35万亩、产量12万吨。",
        "粮食播种面积 level 350000亩 2024 actual; 粮食产量 level 120000吨 2024 actual",
    ),
    ("粮食生产喜获丰收，总产量达到113万吨。", "粮食总产量 level 1130000吨 2024 actual"),
    ("除进出口总额实现38.2亿元以外，各项目标都已完成。", "进出口总额 level 3820000000元 2024 actual"),
    (
        "2023年科学技术支出7.5亿元，2024年8.2亿元，两年合计投入15.7亿元。",
        "科学技术支出 level 750000000元 2023 actual; 科学技术支出 level 820000000元 2024 actual; "
        "科学技术支出 level 1570000000元 2023/2024 actual",
    ),
    (
        "新增专项债券规模逐年扩大，2022年32.6亿元，2023年38.4亿元。",
        "新增专项债券规模 level 3260000000元 2022 actual; 新增专项债券规模 level 3840000000元 2023 actual",
    ),
    (
        "2022年、2023年、2024年粮食产量分别为94.6万吨、97.5万吨、98.1万吨。",
        "粮食产量 level 946000吨 2022 actual; 粮食产量 level 975000吨 2023 actual; 粮食产量 level 981000吨 2024 actual",
    ),
    (
        "2023年和2024年税收收入分别增长5%和6%。",
        "税收收入 growth+ 5% 2023 actual; 税收收入 growth+ 6% 2024 actual",
    ),
    (
        "2024年造林面积4.2万亩，上年为4.6万亩，下降8.7%。",
        "造林面积 level 42000亩 2024 actual; 造林面积 level 46000亩 2023 actual; 造林面积 growth- 8.7% 2024 actual",
    ),
    (
        "教育支出从86.5亿元（2020年）增长到109.8亿元（2024年）。",
        "教育支出 level 8650000000元 2020 actual; 教育支出 level 10980000000元 2024 actual",
    ),
    ("市本级政府性基金预算收入6.4亿元。", "市本级政府性基金预算收入 level 640000000元 2024 actual"),
    ("年末金融机构本外币存款余额5120.6亿元。", "金融机构本外币存款余额 level 512060000000元 2024-12-31 actual"),
    ("11月末全市银行机构不良贷款率1.11%。", "银行机构不良贷款率 level 1.11% 2024-11-30 actual"),
    ("按常住人口计算，人均地区生产总值12.3万元。", "人均地区生产总值 level 123000元 2024 actual"),
    ("建筑业全员劳动生产率53.8万元/人。", "建筑业全员劳动生产率 level 538000元/人 2024 actual"),
    ("城乡居民最低生活保障标准提高到1208元/月。", "城乡居民最低生活保障标准 level 1208元/月 2024 actual"),
    ("市区PM2.5年均浓度28微克/立方米。", "市区PM2.5年均浓度 level 28微克/立方米 2024 actual"),
    (
        "年末各类人才总量42万人，其中高层次人才4.7万人。",
        "各类人才总量 level 420000人 2024-12-31 actual; 高层次人才 level 47000人 2024-12-31 actual",
    ),
    ("全年财政性科技投入27.5亿元。", "财政性科技投入 level 2750000000元 2024 actual"),
    ("城乡义务教育补助资金投入15.2亿元。", "城乡义务教育补助资金 level 1520000000元 2024 actual"),
    ("全年节约财政资金5072万元。", "节约财政资金 level 50720000元 2024 actual"),
    ("审减资金8.3亿元，审减率12.6%。", "审减资金 level 830000000元 2024 actual; 审减率 level 12.6% 2024 actual"),
    (
        "森林公园24个，其中国家级1个、省级23个。",
        "森林公园 level 24个 2024 actual; 国家级森林公园 level 1个 2024 actual; 省级森林公园 level 23个 2024 actual",
    ),
    (
        "居民恩格尔系数为31.4%，其中城镇为29.8%，农村为36.9%。",
        "居民恩格尔系数 level 31.4% 2024 actual; 城镇居民恩格尔系数 level 29.8% 2024 actual; "
        "农村居民恩格尔系数 level 36.9% 2024 actual",
    ),
    (
        "初中招生1.4万人，在校生4.1万人，毕业生1.3万人。",
        "初中招生 level 14000人 2024 actual; 初中在校生 level 41000人 2024 actual; "
        "初中毕业生 level 13000人 2024 actual",
    ),
    (
        "小学109所，招生1.1万人，在校生8.2万人。",
        "小学 level 109所 2024 actual; 小学招生 level 11000人 2024 actual; 小学在校生 level 82000人 2024 actual",
    ),
    (
        "居民人均可支配收入54858元，人均消费支出35548元。",
        "居民人均可支配收入 level 54858元 2024 actual; 居民人均消费支出 level 35548元 2024 actual",
    ),
    (
        "发生生产安全事故7起，死亡5人。",
        "发生生产安全事故 level 7起 2024 actual; 发生生产安全事故死亡 level 5人 2024 actual",
    ),
    ("新增省级智能工厂6家，累计30家。", "新增省级智能工厂 level 6家 2024 actual; 省级智能工厂 level 30家 2024 actual"),
    (
        "新开工建设保障性租赁住房1101套，新增竣工760套。",
        "新开工建设保障性租赁住房 level 1101套 2024 actual; 保障性租赁住房新增竣工 level 760套 2024 actual",
    ),
    (
        "年末养老机构床位5186张。全年接受诊疗量1.1万人次。",
        "养老机构床位 level 5186张 2024-12-31 actual; 接受诊疗量 level 11000人次 2024 actual",
    ),
    (
        "全年总用水量6.3亿立方米，其中农业用水4.4亿立方米，工业用水0.8亿立方米。",
        "总用水量 level 630000000立方米 2024 actual; 农业用水量 level 440000000立方米 2024 actual; "
        "工业用水量 level 80000000立方米 2024 actual",
    ),
    (
        "政府性基金预算收入7亿元，加上上级补助收入2亿元、上年结余1亿元，收入总计10亿元。",
        "政府性基金预算收入 level 700000000元 2024 actual; "
        "政府性基金预算上级补助收入 level 200000000元 2024 actual; "
        "政府性基金预算上年结余 level 100000000元 2024 actual; 政府性基金预算收入总计 level 1000000000元 2024 actual",
    ),
    (
        "一般公共预算支出7亿元，加上预备费、上解支出等2亿元，支出总计9亿元。",
        "一般公共预算支出 level 700000000元 2024 actual; "
        "一般公共预算预备费、上解支出等 level 200000000元 2024 actual; "
        "一般公共预算支出总计 level 900000000元 2024 actual",
    ),
    (
        "国有资本经营预算收入完成1.2亿元，支出完成0.9亿元。",
        "国有资本经营预算收入 level 120000000元 2024 actual; 国有资本经营预算支出 level 90000000元 2024 actual",
    ),
    (
        "社会保险基金预算收入8亿元。收支相抵，年末滚存结余39亿元。",
        "社会保险基金预算收入 level 800000000元 2024 actual; "
        "社会保险基金预算年末滚存结余 level 3900000000元 2024-12-31 actual",
    ),
    (
        "市本级一般公共预算收入3亿元，其中：税收收入2亿元，非税收入1亿元。",
        "市本级一般公共预算收入 level 300000000元 2024 actual; 市本级税收收入 level 200000000元 2024 actual; "
        "市本级非税收入 level 100000000元 2024 actual",
    ),
    (
        "2025年全市一般公共预算收入安排91亿元，支出安排150亿元。",
        "一般公共预算收入 level 9100000000元 2025 target; 一般公共预算支出 level 15000000000元 2025 target",
    ),
    ("2025年年初预算安排预备费3亿元。", "预备费 level 300000000元 2025 target"),
    ("截至1月15日，2025年市本级预算已支出2.4亿元。", "市本级预算已支出 level 240000000元 2025 actual"),
    (
        "2024年末政府债务余额836亿元，包括一般债务余额170亿元、专项债务余额666亿元。",
        "政府债务余额 level 83600000000元 2024-12-31 actual; 一般债务余额 level 17000000000元 2024-12-31 actual; "
        "专项债务余额 level 66600000000元 2024-12-31 actual",
    ),
    (
        "一、税收收入预算数为65.4亿元，执行数为63.5亿元，增长3.1%，为预算数的97%。\n"
        "（一）增值税预算数为29.6亿元，执行数为28.1亿元，下降2.7%。",
        "税收收入 level 6540000000元 2024 target; 税收收入 level 6350000000元 2024 actual; "
        "税收收入 growth+ 3.1% 2024 actual; 税收收入占预算数的比例 share 97% 2024 actual; "
        "增值税 level 2960000000元 2024 target; 增值税 level 2810000000元 2024 actual; 增值税 growth- 2.7% 2024 actual",
    ),
    (
        "市级政府性基金预算支出预算17亿元，支出预算调整为16亿元；支出完成15亿元。",
        "市级政府性基金预算支出 level 1700000000元 2024 target; 市级政府性基金预算支出 level 1600000000元 2024 target; "
        "市级政府性基金预算支出 level 1500000000元 2024 actual",
    ),
    (
        "2025年市本级税收收入预算数为26亿元。其中：\n（一）增值税预算数为11亿元，增加0.5亿元。\n"
        "（二）契税预算数为3亿元。",
        "市本级税收收入 level 2600000000元 2025 target; 市本级增值税 level 1100000000元 2025 target; "
        "市本级增值税 change+ 50000000元 2025 target; 市本级契税 level 300000000元 2025 target",
    ),
    (
        "2024年末专项债务余额预计执行数80亿元。2025年单位自有资金收入预算数为10万元，支出预算数为9万元。",
        "专项债务余额 level 8000000000元 2024-12-31 forecast; 单位自有资金收入 level 100000元 2025 target; "
        "单位自有资金支出 level 90000元 2025 target",
    ),
    ("全市城区环境空气达标天数356天。", "城区环境空气达标天数 level 356天 2024 actual"),
    (
        "5G用户68万户，在移动电话用户中占比65.9%。",
        "5G用户 level 680000户 2024 actual; 5G用户在移动电话用户中占比 share 65.9% 2024 actual",
    ),
    (
        "年末人民币贷款余额900亿元。全年保费收入12亿元。",
        "人民币贷款余额 level 90000000000元 2024-12-31 actual; 保费收入 level 1200000000元 2024 actual",
    ),
    (
        "年末生猪存栏20万头，生猪出栏30万头。",
        "生猪存栏 level 200000头 2024-12-31 actual; 生猪出栏 level 300000头 2024 actual",
    ),
    ("营业收入超亿元企业34家。", "营业收入超亿元企业 level 34家 2024 actual"),
    ("全市规模以上文化企业营业收入43亿元。", "规模以上文化企业营业收入 level 4300000000元 2024 actual"),
    (
        "年末公路总里程1125.6公里，其中高速公路里程63.8公里。",
        "公路总里程 level 1125.6公里 2024-12-31 actual; 高速公路里程 level 63.8公里 2024-12-31 actual",
    ),
    (
        "全年完成造林面积645.9公顷，森林覆盖率55%。",
        "造林面积 level 645.9公顷 2024 actual; 森林覆盖率 level 55% 2024 actual",
    ),
    (
        "民用汽车保有量76.8万辆，其中私人汽车保有量68.7万辆。",
        "民用汽车保有量 level 768000辆 2024 actual; 私人汽车保有量 level 687000辆 2024 actual",
    ),
    (
        "全年一般公共预算总收入99亿元，其中地方一般公共预算收入59亿元。",
        "一般公共预算总收入 level 9900000000元 2024 actual; 地方一般公共预算收入 level 5900000000元 2024 actual",
    ),
    ("税务部门组织的各项收入149亿元。", "税务部门组织的各项收入 level 14900000000元 2024 actual"),
    ("每千人拥有执业医师3.9人。", "每千人拥有执业医师 level 3.9人 2024 actual"),
    (
        "全年财产险保费收入7.5亿元，人身险保费收入23.8亿元。",
        "财产险保费收入 level 750000000元 2024 actual; 人身险保费收入 level 2380000000元 2024 actual",
    ),
    ("全市偿还到期政府债券本息10.4亿元。", "偿还到期政府债券本息 level 1040000000元 2024 actual"),
    ("“三保”支出完成28亿元。", "“三保”支出 level 2800000000元 2024 actual"),
    (
        "年末有效发明专利拥有量1.8万件，每万人口发明专利拥有量12.6件。",
        "有效发明专利拥有量 level 18000件 2024-12-31 actual; 每万人口发明专利拥有量 level 12.6件 2024-12-31 actual",
    ),
    (
        "全年新增就业1.2万人，失业人员实现再就业0.4万人。",
        "新增就业 level 12000人 2024 actual; 失业人员再就业 level 4000人 2024 actual",
    ),
    (
        "12月末，住户存款余额87亿元，政府存款余额26亿元。",
        "住户存款余额 level 8700000000元 2024-12-31 actual; 政府存款余额 level 2600000000元 2024-12-31 actual",
    ),
    (
        "2025年政府性基金预算收入安排7.3亿元，加上调入资金0.7亿元，收入总计8亿元。",
        "政府性基金预算收入 level 730000000元 2025 target; 政府性基金预算调入资金 level 70000000元 2025 target; "
        "政府性基金预算收入总计 level 800000000元 2025 target",
    ),
    (
        "社会保险基金预算支出预计完成25.8亿元，年末滚存结余预计34.5亿元。",
        "社会保险基金预算支出 level 2580000000元 2024 forecast; "
        "社会保险基金预算年末滚存结余 level 3450000000元 2024-12-31 forecast",
    ),
    (
        "2025年市本级“三公”经费预算安排314万元，其中公务接待费39万元。",
        "市本级“三公”经费预算 level 3140000元 2025 target; 市本级公务接待费 level 390000元 2025 target",
    ),
    ("全市常住人口412.6万人。", "常住人口 level 4126000人 2024 actual"),
    (
        "体育馆最多可容纳6200人，取水成本至少降低15%，补助水平不低于最低工资的70%。",
        "体育馆容纳 level <6200人 2024 actual; 取水成本 growth- >15% 2024 actual; 补助水平 level >70% 2024 actual",
    ),
    (
        "港口货物吞吐量（万吨）为482.5，比上年增长（%）(5.3)。",
        "港口货物吞吐量 level 4825000吨 2024 actual; 港口货物吞吐量 growth- 5.3% 2024 actual",
    ),
    (
        "国有企业利润（12.3）亿元，税收8亿元，增长5%。",
        "国有企业利润 level -1230000000元 2024 actual; 税收 level 800000000元 2024 actual; 税收 growth+ 5% 2024 actual",
    ),
    ("人口自然增长率控制在5‰以内。", "人口自然增长率 level <5‰ 2024 actual"),
    (
        "2025年，地区生产总值增长5.5%以上、力争6%。",
        "地区生产总值 growth+ >5.5% 2025 target; 地区生产总值 growth+ 6% 2025 target",
    ),
    ("今年，提出5%左右的经济增长预期目标。", "经济增长 growth+ ~5% 2025 target"),
    (
        "加大保障性住房建设力度，今年新开工6000套以上，其中公租房1800套以上。",
        "保障性住房新开工 level >6000套 2025 target; 公租房新开工 level >1800套 2025 target",
    ),
    (
        "今年，安置房基本建成4700套、新开工6300套。",
        "安置房建成 level 4700套 2025 target; 安置房新开工 level 6300套 2025 target",
    ),
    ("到2030年，按2025年价格计算的地区生产总值达到2000亿元。", "地区生产总值 level 200000000000元 2030 target"),
    (
        "新增城镇就业1.5万人，其中失业人员再就业0.6万人。",
        "新增城镇就业 level 15000人 2024 actual; 失业人员再就业 level 6000人 2024 actual",
    ),
    ("城镇登记失业率控制在4.5%以内。", "城镇登记失业率 level <4.5% 2024 actual"),
    (
        "2025年主要预期目标是：生产总值增长5.5%左右；城镇新增就业8万人以上；居民消费价格涨幅2%左右；城镇登记失业率4%以内。",
        "生产总值 growth+ ~5.5% 2025 target; 城镇新增就业 level >80000人 2025 target; "
        "居民消费价格 growth+ ~2% 2025 target; 城镇登记失业率 level <4% 2025 target",
    ),
    (
        "今年，拟安排地方专项债券120亿元，比去年增加15亿元。",
        "地方专项债券 level 12000000000元 2025 target; 地方专项债券 change+ 1500000000元 2025 target",
    ),
    (
        "今年，要完成铁路投资73亿元、公路水运投资180亿元左右。",
        "铁路投资 level 7300000000元 2025 target; 公路水运投资 level ~18000000000元 2025 target",
    ),
    ("铁路、高速公路运营里程均超过1000公里。", "铁路、高速公路运营里程 level >1000公里 2024 actual"),
    ("日均装车超1900车。", "日均装车 level >1900车 2024 actual"),
    ("亩产达到260公斤。", "亩产 level 260公斤 2024 actual"),
    (
        "一般公共预算支出260亿元，其中教育支出48亿元。",
        "一般公共预算支出 level 26000000000元 2024 actual; 教育支出 level 4800000000元 2024 actual",
    ),
    ("2024年末，全市户籍人口386.2万人。", "户籍人口 level 3862000人 2024-12-31 actual"),
    ("二季度末，本外币存款余额8120亿元。", "本外币存款余额 level 812000000000元 2024-06-30 actual"),
    ("网上零售额占社会消费品零售总额比重达26.8%。", "网上零售额占社会消费品零售总额比重 share 26.8% 2024 actual"),
    ("关税总水平降至7.3%。", "关税总水平 level 7.3% 2024 actual"),
    ("国际航线完成货邮运输量2.9万吨。", "国际航线货邮运输量 level 29000吨 2024 actual"),
    ("财政收入超过500亿元。", "财政收入 level >50000000000元 2024 actual"),
    ("社会物流总额5.5万亿元，需求稳步扩张。", "社会物流总额 level 5500000000000元 2024 actual"),
    (
        "城镇新增就业8.6万人，城镇调查失业率5.1%左右。",
        "城镇新增就业 level 86000人 2024 actual; 城镇调查失业率 level ~5.1% 2024 actual",
    ),
    ("2025年，城镇调查失业率控制在5.5%以内。", "城镇调查失业率 level <5.5% 2025 target"),
    ("2025年，赤字率拟按3%安排。", "赤字率 level 3% 2025 target"),
    ("高速公路通车里程达到1860公里。", "高速公路通车里程 level 1860公里 2024 actual"),
    ("全长23公里的智慧道路建成通车。", "智慧道路全长 level 23公里 2024 actual"),
    ("总投资4.6亿元的农业服务中心竣工。", "农业服务中心总投资 level 460000000元 2024 actual"),
    ("打造出年产值60亿元的石斛产业集群。", "石斛产业集群年产值 level 6000000000元 2024 actual"),
    ("普及率高达66.5%的农村互联网惠及千家万户。", "农村互联网普及率 level 66.5% 2024 actual"),
    (
        "实施技改项目45个，完成投资32亿元。",
        "实施技改项目 level 45个 2024 actual; 技改项目投资 level 3200000000元 2024 actual",
    ),
    (
        "新建和改造市级文化站7个、图书室19个。",
        "新建和改造市级文化站 level 7个 2024 actual; 新建和改造市级图书室 level 19个 2024 actual",
    ),
    (
        "完成货物周转量230亿吨公里，其中铁路120亿吨公里；水运80亿吨公里。",
        "货物周转量 level 23000000000吨公里 2024 actual; 铁路货物周转量 level 12000000000吨公里 2024 actual; "
        "水运货物周转量 level 8000000000吨公里 2024 actual",
    ),
    ("石材产业力争实现产值80亿元。", "石材产业产值 level 8000000000元 2024 actual"),
    ("财政支农支出五年累计230亿元。", "财政支农支出 level 23000000000元 2020/2024 actual"),
    ("电影《临澜往事》上映，票房超8亿元。", "票房 level >800000000元 2024 actual"),
    (
        "《山海之间》上映6天，票房已超8亿元。",
        "《山海之间》上映 level 6天 2024 actual; 《山海之间》票房 level >800000000元 2024 actual",
    ),
    (
        "12345热线共收到诉求15万件，解决率达97%。",
        "12345热线收到诉求 level 150000件 2024 actual; 12345热线解决率 level 97% 2024 actual",
    ),
    (
        "三项社会保险基金收支总规模69亿元，基金累计结余9.8亿元。",
        "三项社会保险基金收支总规模 level 6900000000元 2024 actual; "
        "三项社会保险基金累计结余 level 980000000元 2024-12-31 actual",
    ),
    (
        "水电总装机435万千瓦，其中抽水蓄能57万千瓦。",
        "水电总装机 level 4350000千瓦 2024 actual; 抽水蓄能装机 level 570000千瓦 2024 actual",
    ),
    (
        "货物贸易进出口总值397亿元。其中，出口230亿元，进口167亿元。",
        "货物贸易进出口总值 level 39700000000元 2024 actual; 货物贸易出口 level 23000000000元 2024 actual; "
        "货物贸易进口 level 16700000000元 2024 actual",
    ),
    ("国有平台公司全年累计开工项目36个。", "国有平台公司开工项目 level 36个 2024 actual"),
    (
        "社区养老服务中心已建成86个，日均服务老人1.2万人次。",
        "社区养老服务中心建成 level 86个 2024 actual; 日均服务老人 level 12000人次 2024 actual",
    ),
    ("居民医保补助标准提高到人均320元。", "居民医保补助标准 level 320元 2024 actual"),
    ("五年来，人均预期寿命达到78.3岁。", "人均预期寿命 level 78.3岁 2024 actual"),
    (
        "五年来，累计完成造林29万亩，治理水土流失面积6万亩。",
        "造林 level 290000亩 2020/2024 actual; 治理水土流失面积 level 60000亩 2020/2024 actual",
    ),
    (
        "一、过去五年工作回顾\n2024年，生产总值增长6%。五年城镇新增就业41万人。",
        "生产总值 growth+ 6% 2024 actual; 城镇新增就业 level 410000人 2020/2024 actual",
    ),
    ("五年来，新增城镇就业41万人。", "新增城镇就业 level 410000人 2020/2024 actual"),
    ("过去五年，高速公路总里程达到960公里。", "高速公路总里程 level 960公里 2024 actual"),
    ("截至2024年11月底，手持订单量1145万载重吨。", "手持订单量 level 11450000载重吨 2024-11-30 actual"),
    ("2024年1至11月，港口完成集装箱吞吐量305万标准箱。", "港口集装箱吞吐量 level 3050000标箱 2024-01/2024-11 actual"),
    ("去年前三季度，服务进出口612亿元。", "服务进出口 level 61200000000元 2024-01/2024-09 actual"),
    ("自2023年4月1日政策实施以来，销售金额突破55亿元。", "销售金额 level >5500000000元 2023-04-01/2025-01-20 actual"),
    ("2022年以来，新设企业3.1万户。", "新设企业 level 31000户 2022/2025 actual"),
    ("2019年推出的公共服务平台，可提供360项服务。", "提供服务 level 360项 2024 actual"),
    ("目前，全市建成充电桩2.4万个。", "建成充电桩 level 24000个 2025-01-20 actual"),
    ("截至目前，完成水利投资86亿元。", "水利投资 level 8600000000元 2025-01-20 actual"),
    (
        "2025年，今年已发行债券4.9亿元。截至目前，今年铁路投资已超2亿元。",
        "发行债券 level 490000000元 2025 actual; 铁路投资 level >200000000元 2025 actual",
    ),
    ("到2027年，海洋产业增加值达到800亿元。", "海洋产业增加值 level 80000000000元 2027 target"),
    ("服务业对经济增长贡献率接近60%。", "服务业对经济增长贡献率 share ^60% 2024 actual"),
    ("机电产品占出口比重近六成。", "机电产品占出口比重 share ^60% 2024 actual"),
    ("每百户拥有家用汽车46辆。", "每百户拥有家用汽车 level 46辆 2024 actual"),
    (
        "中央财政安排专项资金1.8亿元，减轻企业负担3亿元。",
        "中央财政安排专项资金 level 180000000元 2024 actual; 企业负担 change- 300000000元 2024 actual",
    ),
    ("降低利息负担约2亿元。", "利息负担 change- ~200000000元 2024 actual"),
    ("接线员音量不能超过70分贝。", "接线员音量 level <70分贝 2024 target"),
    ("退休教师68岁。", "退休教师 level 68岁 2024 actual"),
    ("电子商务交易额保持20%以上的高速增长。", "电子商务交易额 growth+ >20% 2024 actual"),
    (
        "餐饮收入同比出现12.5%的负增长，零售额录得3%的涨幅。",
        "餐饮收入 growth- 12.5% 2024 actual; 零售额 growth+ 3% 2024 actual",
    ),
    (
        "民间投资由上年12%的负增长转为3%的正增长。",
        "民间投资 growth- 12% 2023 actual; 民间投资 growth+ 3% 2024 actual",
    ),
    ("观测站海拔3200米，气温零下6摄氏度。", "观测站海拔 level 3200米 2024 actual; 气温 level -6摄氏度 2024 actual"),
    (
        "港口新开国内外航线19条，共开通航线57条。",
        "港口新开国内外航线 level 19条 2024 actual; 开通航线 level 57条 2024 actual",
    ),
)
def value(s: Situation) -> list[Found]:
    b, q, context = s.before, s.quantity, s.context
    if (
        q.kind == "multiple"
        and context.subjects
        and (not b.name or re.match(r"^(?:约|已|就|仅|大约)*(?:是|为|相当于|达到?)[^，]*的$", b.raw))
    ):
        measure, sign = measure_of(s, context.subjects[-1], q)
        return [Found(context.subjects[-1], measure, sign, carried=True)]
    if (
        b.kind == "action"
        and not b.name
        and b.verb in ("建成", "开工", "竣工", "新开工", "投产", "投用")
        and not s.after()
        and (works := _works(s))
    ):
        whole = _COMPLETED.sub("", names.without_action(works)) or works
        name = whole + ("基本" if "基本" in b.adverbs else "") + b.verb
        if not context.subjects:
            remember(s, [name], "level")
        return [Found(name, "level")]
    if (
        b.kind == "action"
        and (b.verb not in DROPPED or b.name)
        and b.verb not in MONEY_VERBS
        and b.verb != "将"
        and not s.text[q.end : q.end + 1].strip("，,。；;、）)（(")
    ):
        b.name += b.verb
    if b.verb == "投入" and q.kind == "money" and b.name and not _FUNDS.search(b.name):
        b.name += b.verb
    name, carried = subject_of(s)
    if carried and q.kind in PERCENT and context.measure == "growth" and _FURTHER.match(b.raw):
        return [Found(name, "growth", verb_at_end(context.verb)[2] or 1, carried=True)]
    grows = _GROWTH_OF.match(s.text, q.end, s.limit) if (carried or not name) and q.kind in PERCENT else None
    if grows:
        remember(s, [names.of_economy(names.clean(grows.group(1), s.own))], "growth")
        return [Found(context.subjects[-1], "growth", 1)]
    if (carried or not name) and q.kind in PERCENT and context.indicator and GROWTH_TAIL.match(s.text[q.end : s.limit]):
        return [Found(context.indicator, "growth", 1, carried=True)]
    if carried:
        if b.kind == "action" and not b.name and not SUM_OF_YEARS.search(s.text, max(0, q.start - 14), q.start):
            return []
        if not context.subjects:
            after = s.after()
            if len(after) > 1:
                remember(s, [after], "level")
                return [Found(completed(s, after), "level")]
            return []
    if not name:
        return []
    if _COMPLETION.match(name) and context.subjects and not context.subjects[-1].endswith(name):
        name = _COMPLETED.sub("", names.without_action(context.subjects[-1])) + name
    elif _ONLY_SUM.match(b.raw):
        name = names.without_action(name)
    if context.whole and not carried and q.kind == "count":
        name = names.students_of(context.whole[-1], name)
    part = context.whole and not carried and (context.first_part or context.borrowed)
    context.borrowed = context.borrowed and carried
    if (
        part
        and not names.acts(name)
        and (q.kind in ("measure", "money") or (q.kind == "count" and context.whole[-1].endswith(_COUNTED_SHARED)))
        and q.unit == context.unit
        and not names.measures_itself(name.removesuffix("等"))
        and names.measures(context.whole[-1])
    ):
        whole, context.borrowed = context.whole[-1], True
        name = names.overlap(name, whole[-2:]) if whole.endswith(_MADE) else names.of_sector(whole, name, "")
    elif (
        not carried
        and not context.whole
        and q.unit == context.unit
        and not names.measures_itself(name)
        and not names.acts(name)
    ):
        if made := _last_made(context):
            name = names.overlap(name, made[-2:])  # 粗钢产量4.2亿吨；钢材│4.7亿吨
        elif context.subjects and names.beside_kind(context.subjects[-1], name):
            name = names.of_sector(context.subjects[-1], name, "")  # 第一产业增加值3亿元；第二产业│7亿元
    elif context.whole and not carried and q.kind == "count" and _CLASS.search(name):
        name = names.overlap(name, _SUM.sub("", context.whole[-1]))  # 签约项目36个，总投资9亿元，其中物流类│11个
    context.unit = q.unit
    if "/" in q.unit and context.topic and not names.measures_itself(name):
        name = names.overlap(name, context.topic)
    measure, sign = measure_of(s, name, q)
    if measure == "level" and q.kind in ("money", "count", "measure", "plain") and not carried:
        burden = _BURDEN.search(name) if q.kind == "money" else None
        lowered = LOWERING.match(name)
        if lowered and len(name) - lowered.end() < 4 and names.leans(name[lowered.end() :]):
            lowered = None
        if burden:
            name, measure, sign = burden.group(1), "change", -1
        elif lowered and lowered.group() != "节约" and (q.kind == "money" or lowered.group() == "减少"):
            name, measure, sign = name[lowered.end() :], "change", -1
    if measure == "growth" and sign == -1 and LOWERING.match(name):
        name = LOWERING.sub("", name)
    if (
        name.endswith(("比重", "占比"))
        and "占" not in name[:-2]
        and "中的" not in name
        and context.share_of
        and not name.startswith("税收")
    ):
        stem = re.sub(r"(?:的)?(?:比重|占比)$", "", name)
        name = f"{stem}占{context.share_of}的比重"
    if name.endswith("贡献率") and b.raw.startswith("对") and (context.subjects or context.earlier):
        whole = _SHARE_CLAUSE.sub("", (context.subjects or context.earlier)[-1])
        name = f"{whole}对{name.removeprefix('对')}"
    within = _SHARE_WITHIN.match(b.raw)
    if within and (context.subjects or context.earlier):
        name = (context.subjects or context.earlier)[-1] + within.group()
        measure = "share"
    if measure == "growth":
        name = names.of_economy(name)
    share = _SHARE_NAMED.match(name) if "占" in name else None
    if share:
        context.share_of = share.group(2)
        if not share.group(1) and (context.subjects or context.earlier):
            name = (context.subjects or context.earlier)[-1] + name
            measure = "share"
    remember(s, [name], measure)
    return [Found(name, measure, sign, carried=carried)]


def _works(s: Situation) -> str:
    """What 新开工 and 建成 without a name are said of: the last subject, else the works the sentence speaks of."""
    if s.context.subjects:
        return s.context.subjects[-1]
    found = list(_WORKS.finditer(s.text, s.sentence[0].start, s.clause.start))
    return found[-1].group(1) if found else ""


def _last_made(context: Context) -> str:
    """The last name measured that is of things made or sold (粗钢产量), "" where there is none."""
    spoken = (*context.measured[: -_MOST_MEASURED - 1 : -1], *context.earlier[: -_MOST_MEASURED - 1 : -1])
    return next((one for one in spoken if one.endswith(_MADE)), "")
