import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.documents.encodings import decode, plausibility

TEXT = "临澜市人民政府工作报告\r\n2024年，全市生产总值增长5.8%，城镇新增就业3.2万人。\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("gbk"), "gb18030"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
    ],
)
def test_encodings_of_chinese_text(data, encoding):
    assert decode(data) == (TEXT, encoding)


def test_utf_16_without_a_single_zero_byte():
    text = "全市上下齐心协力推动高质量发展" * 4
    assert decode(text.encode("utf-16-le")) == (text, "utf-16-le")
    assert decode(text.encode("utf-16-be")) == (text, "utf-16-be")


def test_rare_characters_of_gb18030():
    text = "㐂㙓村和𠮷家庄的居民人均可支配收入增长6%，" * 3
    assert decode(text.encode("gb18030")) == (text, "gb18030")


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\x7fELF\x02\x01\x01\x00" + bytes(200), b"\xff" * 50])
def test_bytes_that_are_no_text(data):
    assert decode(data) is None


def test_text_cut_inside_a_character_is_not_guessed():
    assert decode(TEXT.encode("utf-8")[:-3] + b"\xe5") is None


def test_plausibility():
    assert plausibility(TEXT) == 1.0
    assert plausibility("") == 0.0
    assert plausibility("\ue000\ue001齉龘") == 0.0


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_utf_8_is_read_back(text):
    assert decode(codecs.BOM_UTF8 + text.encode()) == (text, "utf-8")


@given(st.text(alphabet="全市经济社会发展，。增长5.8%万亿元\r\n", min_size=4), st.sampled_from(["gb18030", "utf-8"]))
def test_official_prose_is_read_back(text, encoding):
    text = "临澜市发展报告。" + text
    assert decode(text.encode(encoding)) == (text, encoding)


@given(st.binary())
def test_any_bytes_are_text_or_not(data):
    found = decode(data)
    if found is not None:
        text, encoding = found
        assert text.encode(encoding) in (data, data[2:], data[3:], data[4:])
        assert decode(data) == found
