"""The indicator scheme: one concept for all its spellings, and none rather than a wrong one."""

from __future__ import annotations

import json
import runpy
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from luoshi.knowledge.indicators import (
    Identity,
    Indicator,
    Scheme,
    SchemeError,
    identify,
    scheme,
    split_measure,
    stock,
)

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold"

SAME = [
    (
        "gdp",
        [
            "国内生产总值",
            "地区生产总值",
            "生产总值",
            "GDP",
            "ＧＤＰ",
            "全市生产总值",
            "地区生产总值（GDP）",
            "我国国内生产总值",
        ],
    ),
    (
        "industrial_value_added",
        ["规上工业增加值", "规模以上工业增加值", "规模工业增加值", "规模以上工业企业增加值", "全省规模以上工业增加值"],
    ),
    (
        "general_public_budget_revenue",
        ["一般公共预算收入", "地方一般公共预算收入", "公共财政预算收入", "全州一般公共预算收入"],
    ),
    ("consumer_price", ["居民消费价格", "居民消费价格指数", "CPI", "居民消费价格总水平", "居民消费价格指数（CPI）"]),
    ("energy_per_gdp", ["单位GDP能耗", "单位国内生产总值能耗", "万元GDP能耗", "单位地区生产总值能耗", "能耗强度"]),
    ("surveyed_unemployment_rate", ["城镇调查失业率", "调查失业率"]),
    ("retail_sales", ["社会消费品零售总额", "社零", "社零总额", "社会消费品零售额"]),
    ("goods_trade", ["进出口总额", "外贸进出口总值", "货物进出口总额"]),
    ("rd_intensity", ["研发投入强度", "R&D经费支出占GDP比重", "全社会研究与试验发展经费支出占地区生产总值的比重"]),
    ("inclusive_loans", ["普惠小微贷款余额", "普惠型小微企业贷款余额"]),
    ("corporate_loans", ["企（事）业单位贷款", "企事业单位贷款余额"]),
    ("state_resource_use_revenue", ["国有资源（资产）有偿使用收入", "国有资源有偿使用收入"]),
    ("resident_population", ["常住人口", "年末常住人口", "全区常住人口"]),
    ("three_guarantees_expenditure", ["“三保”支出", "三保支出"]),
]

FACETS = [
    ("市本级税收收入", "tax_revenue", {"scope": "市本级"}),
    ("州本级地方一般公共预算收入", "general_public_budget_revenue", {"scope": "州本级"}),
    ("市级一般公共预算支出", "general_public_budget_expenditure", {"scope": "市级"}),
    ("一般公共预算上级补助收入", "higher_level_transfers", {"fund": "一般公共预算"}),
    ("县本级政府性基金预算调入资金", "transferred_in", {"scope": "县本级", "fund": "政府性基金预算"}),
    ("制造业贷款余额", "loans", {"sector": "制造业"}),
    ("制造业中长期贷款余额", "loans", {"sector": "制造业", "term": "中长期"}),
    ("金融机构本外币各项存款余额", "deposits", {"currency": "本外币"}),
    ("人民币各项贷款余额", "loans", {"currency": "人民币"}),
    ("规模以上工业高技术制造业增加值", "industrial_value_added", {"sector": "高技术制造业"}),
    ("规上高技术制造业增加值", "industrial_value_added", {"sector": "高技术制造业"}),
    ("三产增加值", "value_added", {"sector": "第三产业"}),
    ("第三产业增加值占GDP的比重", "value_added_share_of_gdp", {"sector": "第三产业"}),
    ("农村常住居民人均可支配收入", "disposable_income_per_capita", {"group": "农村居民"}),
    ("城镇居民人均消费支出", "consumption_per_capita", {"group": "城镇居民"}),
    ("民间投资", "fixed_asset_investment", {"ownership": "民间"}),
    ("工业固定资产投资", "fixed_asset_investment", {"sector": "工业"}),
    ("市区居民消费价格", "consumer_price", {"area": "市区"}),
    ("食品烟酒类居民消费价格", "consumer_price", {"category": "食品烟酒"}),
    ("省级重点实验室", "key_laboratories", {"grade": "省级"}),
    ("政府性基金预算收入占预算数的比例", "revenue_execution_rate", {"fund": "政府性基金预算"}),
]

UNKNOWN = [
    "",
    "的",
    "微笑指数",
    "临澜市常住人口",
    "税收收入增幅",
    "新建灯塔贷款余额",
    "一般公共预算收入（不含上划部分）",
    "一般公共预算收入超收部分占比",
    "单日最高客流量",
    "海鸥展销会出口",
]


@pytest.mark.parametrize(("concept", "names"), SAME, ids=[concept for concept, _ in SAME])
def test_spellings_of_one_indicator_are_one_concept_without_facets(concept: str, names: list[str]) -> None:
    identities = {identify(name) for name in names}
    assert {(i.concept, i.facets) for i in identities} == {(concept, ())}
    assert len({i.name for i in identities}) == 1


@pytest.mark.parametrize(("name", "concept", "facets"), FACETS)
def test_words_before_an_indicator_are_facets(name: str, concept: str, facets: dict[str, str]) -> None:
    identity = identify(name)
    assert (identity.concept, dict(identity.facets)) == (concept, facets)


@pytest.mark.parametrize("name", UNKNOWN)
def test_a_name_that_is_not_wholly_explained_has_no_concept(name: str) -> None:
    assert identify(name).concept == ""
    assert identify(name).facets == ()


def test_series_that_official_statistics_keep_apart_stay_apart() -> None:
    apart = [
        ("一般公共预算收入", "财政收入"),
        ("财政收入", "地方财政收入"),
        ("一般公共预算收入", "地方收入"),
        ("一般公共预算收入", "一般公共预算收入总计"),
        ("一般公共预算收入", "一般公共预算收入占预算数的比例"),
        ("税收收入", "税收占比"),
        ("城镇调查失业率", "城镇登记失业率"),
        ("固定资产投资", "全社会固定资产投资"),
        ("常住人口", "户籍人口"),
        ("社会融资规模存量", "社会融资规模增量"),
        ("国家重点实验室", "省级重点实验室"),
        ("年终结余", "结转下年支出"),
        ("工业增加值", "规模以上工业增加值"),
        ("市级一般公共预算收入", "市本级一般公共预算收入"),
    ]
    for one, other in apart:
        first, second = identify(one), identify(other)
        assert first.concept, one
        assert second.concept, other
        assert (first.concept, first.facets) != (second.concept, second.facets)


@pytest.mark.parametrize(
    ("name", "standard"),
    [
        ("规上工业企业中长期贷款", "规模以上工业企业中长期贷款"),
        ("全市的灯塔数量", "灯塔数量"),
        ("我省灯塔（座）", "灯塔"),
        ("制造业中长期贷款", "制造业中长期贷款余额"),
        ("农民人均可支配收入", "农村居民人均可支配收入"),
        ("一产增加值", "第一产业增加值"),
    ],
)
def test_names_have_one_spelling(name: str, standard: str) -> None:
    assert identify(name).name == standard


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("制造业贷款余额", True),
        ("常住人口", True),
        ("生猪存栏", True),
        ("高速公路里程", True),
        ("灯塔里程", True),
        ("灯塔参保人数", True),
        ("实有灯塔", True),
        ("不良贷款率", True),
        ("常住人口城镇化率", True),
        ("地区生产总值", False),
        ("城镇新增就业", False),
        ("新增灯塔里程", False),
        ("生猪出栏", False),
        ("城镇调查失业率", False),
        ("微笑指数", False),
        ("", False),
    ],
)
def test_stocks_hold_at_a_point_of_time(name: str, expected: bool) -> None:
    assert stock(name) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("地区生产总值增速", ("地区生产总值", "growth")),
        ("地区生产总值同比增长", ("地区生产总值", "growth")),
        ("居民消费价格涨幅", ("居民消费价格", "growth")),
        ("粮食产量增量", ("粮食产量", "change")),
        ("社会融资规模增量", ("社会融资规模增量", "")),
        ("人口自然增长率", ("人口自然增长率", "")),
        ("税收占比", ("税收占比", "")),
        ("增速", ("增速", "")),
        ("", ("", "")),
    ],
)
def test_a_last_word_of_measure_is_parted_from_a_name(name: str, expected: tuple[str, str]) -> None:
    assert split_measure(name) == expected


def test_the_scheme_is_large_complete_and_every_name_finds_its_own_concept() -> None:
    indicators = scheme().indicators
    assert len(indicators) >= 600
    for indicator in indicators.values():
        assert indicator.english, indicator.id
        assert indicator.kind != "stock" or indicator.dated
        for alias in indicator.aliases:
            if "{" not in alias:
                assert identify(alias).concept == indicator.id, alias


def test_standard_names_are_found_again_as_themselves() -> None:
    for indicator in scheme().indicators.values():
        identity = identify(indicator.name)
        assert identify(identity.name) == identity


NAMES = st.sampled_from([alias for i in scheme().indicators.values() for alias in i.aliases if "{" not in alias])
WORDS = st.sampled_from([value for values in scheme().facets.values() for value in values])


@given(st.lists(WORDS, max_size=3), NAMES, st.sampled_from(["", "全市", "我省", "其中：", "年末"]))
def test_identify_is_idempotent_on_its_name(words: list[str], name: str, opening: str) -> None:
    identity = identify(opening + "".join(words) + name)
    again = identify(identity.name)
    assert again == identity
    if identity.concept:
        assert len({facet for facet, _ in identity.facets}) == len(identity.facets)


@given(st.text(max_size=200))
@example("((((((((((一般公共预算收入")
@example("规(注)上工业增加值")
@example("全市全市全市")
@example("规" * 500)
def test_any_text_is_a_name_that_stays_the_same(text: str) -> None:
    identity = identify(text)
    assert identify(identity.name) == identity
    assert isinstance(stock(text), bool)
    assert split_measure(text)[0] in text


def own(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_file_of_ones_own_extends_the_scheme(tmp_path: Path) -> None:
    mine = Scheme.load(
        own(
            tmp_path,
            "[indicators]\n"
            "lighthouses = { name = '灯塔', aliases = '灯塔数；航标灯塔', kind = 'stock', unit = '座' }\n",
        )
    )
    assert mine.identify("全市航标灯塔").concept == "lighthouses"
    assert mine.stock("灯塔数")
    assert identify("航标灯塔") == Identity("", (), "航标灯塔")


def test_a_file_of_ones_own_overrides_keys_and_takes_over_aliases(tmp_path: Path) -> None:
    mine = Scheme.load(
        own(
            tmp_path,
            "[indicators]\n"
            "gdp = { aliases = '临澜总值', polarity = 'near' }\n"
            "light_index = { name = '亮度', kind = 'index', aliases = '经济总量' }\n",
        )
    )
    assert mine.identify("临澜总值").concept == "gdp"
    assert mine.identify("国内生产总值").concept == "gdp"
    assert mine.identify("经济总量").concept == "light_index"
    before = scheme().indicators["gdp"]
    after = mine.indicators["gdp"]
    assert after.polarity == "near"
    assert (after.name, after.english, after.unit, after.kind) == (
        before.name,
        before.english,
        before.unit,
        before.kind,
    )


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("a = { name = '甲指标' }", "kind"),
        ("a = { kind = 'flow' }", "name"),
        ("a = { name = '甲指标', kind = 'river' }", "river"),
        ("a = { name = '甲指标', kind = 'flow', unit = '串' }", "串"),
        ("a = { name = '甲指标', kind = 'flow', measure = 'size' }", "size"),
        ("a = { name = '甲指标', kind = 'flow', polarity = 'up' }", "up"),
        ("a = { name = '甲指标', kind = 'flow', facets = ['colour'] }", "colour"),
        ("a = { name = '甲指标', kind = 'flow', colour = 'red' }", "colour"),
        ("a = { name = '甲指标', kind = 'flow', aliases = ['乙'] }", "aliases"),
        ("a = { name = '甲指标', kind = 'flow', aliases = '{colour}数' }", "colour"),
        ("a = { name = '甲指标', kind = 'flow', aliases = '总{sector}' }", "总"),
        ("A = { name = '甲指标', kind = 'flow' }", "id"),
        ("a = {", "TOML"),
    ],
)
def test_a_file_that_breaks_the_rules_is_refused_with_its_name(tmp_path: Path, entry: str, message: str) -> None:
    with pytest.raises(SchemeError, match=r"mine\.toml") as error:
        Scheme.load(own(tmp_path, f"[indicators]\n{entry}\n"))
    assert message in str(error.value)


def test_one_name_cannot_stand_for_two_concepts(tmp_path: Path) -> None:
    a, b = "a = { name = '甲指标', kind = 'flow' }", "b = { name = '乙指标', kind = 'flow', aliases = '甲指标' }"
    facets = {"spellings": {"规上": "规模以上"}, "units": [""], "facets": {"area": {"area": {"values": {"农村": []}}}}}
    table = {"indicators": {"a": {"name": "甲指标", "kind": "flow"}, "b": {"name": "甲指标", "kind": "flow"}}}
    with pytest.raises(SchemeError, match="甲指标"):
        Scheme(facets, [("one.toml", table)])
    assert Scheme.load(own(tmp_path, f"[indicators]\n{a}\n{b}\n")).identify("甲指标").concept == "b"


def test_the_documentation_has_the_scheme_as_it_is() -> None:
    module = runpy.run_path(str(ROOT / "tools" / "indicator_docs.py"))
    page = module["PAGE"].read_text("utf-8")
    assert module["written"](page) == page, "make docs writes docs/indicators.md again"
    assert module["table"]() == module["TABLE"].read_text("utf-8-sig"), "make docs writes docs/indicators.csv again"
    assert set(module["COLUMNS"]) == {field.name for field in fields(Indicator)}
    described = page.partition("## A file")[0]
    for field in fields(Indicator):
        assert field.name in {"id", "field"} or f"`{field.name}`" in described


@given(st.lists(st.sampled_from([*"09AZaz的全我本其年期（）()", "2024年", "M2", "PM2.5", "产量", "全市"]), max_size=6))
def test_a_blank_before_a_name_changes_nothing_of_its_spelling(pieces: list[str]) -> None:
    name = "".join(pieces)
    assert scheme().normalise(f" {name}") == scheme().normalise(name)


@pytest.mark.skipif(not GOLD.is_dir(), reason="the labelled texts are not here")
def test_most_names_of_the_labelled_texts_have_a_concept() -> None:
    names = set()
    for path in sorted(GOLD.glob("*.jsonl")):
        records = map(json.loads, path.read_text("utf-8").splitlines())
        names |= {record["indicator"] for record in records if record["type"] == "figure"}
    known = [name for name in names if identify(name).concept]
    assert len(known) >= 0.55 * len(names)
