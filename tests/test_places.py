"""Places: text → the places that it names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.language.places import begins_like_place, country, names_place, places, resolve

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"


def shown(text: str, within: str = "") -> str:
    return " ".join(f"{place.quote}={place.name}:{place.code or place.level}" for place in places(text, within))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青岛港口繁忙", "青岛=青岛市:370200"),
        ("在山东聊城莘县调研", "山东聊城莘县=莘县:371522"),
        ("呼和浩特市土默特左旗大青村", "呼和浩特市土默特左旗大青村=土默特左旗:150121"),
        ("江苏、上海、辽宁三地", "江苏=江苏省:320000 上海=上海市:310000 辽宁=辽宁省:210000"),
        ("安徽肥西的粮仓", "安徽肥西=肥西县:340123"),
        ("红河州和延边州", "红河州=红河哈尼族彝族自治州:532500 延边州=延边朝鲜族自治州:222400"),
        ("内蒙古呼和浩特", "内蒙古呼和浩特=呼和浩特市:150100"),
        ("昆山和义乌", "昆山=昆山市:320583 义乌=义乌市:330782"),
        ("福州市鼓楼区", "福州市鼓楼区=鼓楼区:350102"),
        ("闸北区并入", "闸北区=闸北区:310108"),
        ("甘肃白银", "甘肃白银=白银市:620400"),
    ],
)
def test_divisions(text: str, expected: str) -> None:
    assert names_place(text)
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("蒙自经开区", "蒙自经开区=蒙自经开区:zone"),
        ("上合示范区挂牌", "上合示范区=上合示范区:zone"),
        ("青岛自贸片区", "青岛自贸片区=青岛自贸片区:zone"),
        ("青岛西海岸新区", "青岛西海岸新区=青岛西海岸新区:370211"),
        ("长三角地区的机场", "长三角地区=长三角地区:region"),
        ("洞庭湖区", "洞庭湖区=洞庭湖区:region"),
        ("海南岛环线", "海南岛=海南岛:region"),
        ("广州白云机场", "广州白云机场=广州白云机场:facility"),
        ("深圳机场口岸", "深圳机场口岸=深圳机场口岸:facility"),
        ("天津港", "天津港=天津港:facility"),
    ],
)
def test_what_is_no_division(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "中山大学", "南京路", "长江", "黄河", "上海合作组织", "北京时间", "推动创新乡村治理", "隆重庆祝",
        "均衡水平", "制定西部规划", "弘扬中华文化", "新增城镇人口", "投资兴业", "和平、合作、建设", "长治久安",
        "东北亚", "市和县级财政", "城区和郊区", "合作市场", "出海口岸", "四平方米", "西南通道", "",
    ],
)  # fmt: skip
def test_words_that_only_look_like_places(text: str) -> None:
    assert names_place(text) == bool(places(text))
    assert [place for place in places(text) if place.level not in ("region",)] == []


def test_a_name_that_several_divisions_bear_has_no_code_until_the_text_tells() -> None:
    assert shown("鼓楼区新建学校") == "鼓楼区=鼓楼区:county"
    assert shown("福州发展快，鼓楼区新建学校") == "福州=福州市:350100 鼓楼区=鼓楼区:350102"
    assert shown("鼓楼区新建学校", "320100") == "鼓楼区=鼓楼区:320106"


def test_within_a_place_its_own_divisions_go_by_short_names() -> None:
    assert shown("建水、石屏") == ""
    assert shown("建水、石屏", "532500") == "建水=建水县:532524 石屏=石屏县:532525"


@pytest.mark.parametrize(
    ("name", "within", "expected"),
    [
        ("青岛", "", ("青岛市", "370200")),
        ("青岛市", "", ("青岛市", "370200")),
        ("红河州", "", ("红河哈尼族彝族自治州", "532500")),
        ("西海岸新区", "", ("西海岸新区", "370211")),
        ("朝阳", "", ("朝阳市", "211300")),
        ("朝阳区", "110000", ("朝阳区", "110105")),
        ("海南", "", ("海南省", "460000")),
        ("山东聊城莘县", "", ("莘县", "371522")),
        ("全国", "", ("中国", "100000")),
    ],
)
def test_resolve(name: str, within: str, expected: tuple[str, str]) -> None:
    found = resolve(name, within)
    assert found is not None
    assert (found.name, found.code) == expected


@pytest.mark.parametrize("name", ["临澜市", "", "学校", "上海合作组织"])
def test_what_is_no_place_resolves_to_none(name: str) -> None:
    assert resolve(name) is None


def test_the_country_has_a_code() -> None:
    assert (country().name, country().code) == ("中国", "100000")


@given(
    st.lists(
        st.sampled_from([*"山东青岛市聊城莘县西海岸新区港口机场自贸片村、，的a1\n 鼓楼北京时间大学"]), max_size=40
    ).map("".join)
)
def test_places_stand_in_order_where_they_say(text: str) -> None:
    end = 0
    for place in places(text):
        assert place.start >= end
        assert text[place.start : place.end] == place.quote != ""
        assert place.name
        end = place.end


@given(st.text(max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    for place in places(text, "370200"):
        assert text[place.start : place.end] == place.quote
    resolve(text)


@pytest.mark.parametrize(
    ("text", "begins"), [("青岛港口繁忙", True), ("生产总值", False), ("全市青岛", False), ("", False)]
)
def test_two_characters_tell_whether_a_text_may_begin_with_a_place(text: str, begins: bool) -> None:
    assert begins_like_place(text) is begins


def test_a_place_does_not_depend_on_where_in_a_long_text_it_stands() -> None:
    for padding in (997, 998, 999, 1000, 1001):
        text = "。" * padding + "青岛市"
        assert shown(text) == "青岛市=青岛市:370200"


@pytest.mark.skipif(not GOLD.is_dir(), reason="the labelled texts are not here")
@pytest.mark.parametrize("name", ["d5_cctv", "d13_news", "d7_honghe"])
def test_the_places_of_labelled_figures_are_read(name: str) -> None:
    text = (GOLD / f"{name}.txt").read_bytes().decode("utf-8")
    rows = [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines()]
    wanted = {row["place"] for row in rows if row.get("place") and row["place"] in text and "、" not in row["place"]}
    quotes = {place.quote for line in text.splitlines() for place in places(line)}
    assert wanted
    # A label may complete the name (黑龙江省 where the text has 黑龙江): then the short name is read.
    assert {place for place in wanted if place not in quotes and not any(place in quote for quote in quotes)} == set()
