"""The parts of Luoshi that are installed only by who wants them, and what is said where one is missing."""

from __future__ import annotations

# Extra of pyproject.toml → what it is for.
_PURPOSES = {
    "charts": ("画图", "drawing charts"),
    "cluster": ("多台机器一起读", "reading with many machines"),
    "desk": ("浏览器里的工作台", "the desk in the browser"),
    "duckdb": ("直接查询读好的大批文件", "asking a read corpus without a ledger"),
    "docx": ("写 Word 通报", "writing a bulletin for Word"),
    "fetch": ("读取网址", "fetching addresses"),
    "mcp": ("供助手提问", "answering assistants"),
    "metrics": ("写运行指标", "writing metrics of a run"),
    "ocr": ("识别图片", "recognising pictures"),
    "oidc": ("用单位统一登录（OpenID Connect）", "signing in at an office's provider (OpenID Connect)"),
    "pandas": ("pandas 数据表", "a pandas data frame"),
    "parquet": ("写 Parquet", "writing Parquet"),
    "polars": ("polars 数据表", "a polars data frame"),
    "postgresql": ("PostgreSQL 账本", "a ledger in PostgreSQL"),
}

#: Extra → the modules that it brings.
MODULES = {
    "charts": ("matplotlib",),
    "cluster": ("ray", "numpy", "pyarrow"),
    "desk": ("argon2", "docx", "fastapi", "jinja2", "prometheus_client", "uvicorn"),
    "docx": ("docx",),
    "duckdb": ("duckdb", "duckdb_engine", "pyarrow"),
    "fetch": ("httpx", "protego"),
    "mcp": ("mcp",),
    "metrics": ("prometheus_client",),
    "ocr": ("rapidocr", "onnxruntime"),
    "oidc": ("authlib", "httpx2"),
    "pandas": ("pandas", "pyarrow"),
    "parquet": ("numpy", "pyarrow"),
    "polars": ("polars", "pyarrow"),
    "postgresql": ("psycopg",),
}


def needs(extra: str) -> tuple[str, str]:
    """What is said, in Chinese and in English, where ``extra`` is missing: what it is for and how to install it."""
    chinese, english = _PURPOSES[extra]
    # Double quotes: every shell takes them, Windows' too, and some need them for the brackets.
    command = f'pip install "luoshi[{extra}]"'
    return f"{chinese}需要运行 {command}", f"{english} needs {command}"
