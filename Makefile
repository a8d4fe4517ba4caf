# make demo · make test — each sets up what it needs; only Python (3.11 or newer) and make have to be there.
# make test-all · make fuzz · make lint · make score · make train · make bench · make docs · make lock

ifeq ($(OS),Windows_NT)
  PYTHON ?= python
  BIN := .venv/Scripts
else
  PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
    $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)
  BIN := .venv/bin
endif
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
READY := .venv/ready
BENCH_READY := .venv/bench-ready

.PHONY: demo train test test-all fuzz lint bench score docs lock clean
.DEFAULT_GOAL := demo

$(READY): requirements-lock.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "需要 Python 3.11 或更高版本。 Python 3.11 or newer is needed: https://www.python.org"; exit 1; }
	@echo "准备环境 .venv … setting up .venv"
	@$(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes -r requirements-lock.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(BENCH_READY): requirements-bench-lock.txt $(READY)
	@$(PIP) install --require-hashes -r requirements-bench-lock.txt
	@touch $@

demo: $(READY)  ## 看一遍：样例文件读成台账 · the guided tour
	@$(BIN)/python -m luoshi demo

test: $(READY)  ## 运行测试 · the tests, without the long ones
	@$(BIN)/python -m pytest -n 2 -m "not long"

test-all: $(READY)  ## 运行全部测试 · all tests
	@$(BIN)/python -m pytest -n 2

MINUTES ?= 30
fuzz: $(READY)  ## 用新的随机数反复运行性质测试 · the property tests with fresh seeds, for MINUTES
	@$(BIN)/python tools/fuzz_properties.py --minutes $(MINUTES)

lint: $(READY)  ## 代码检查 · style and types
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m mypy

score: $(READY)  ## 标注文本上的成绩 · the scores on the labelled texts
	@$(BIN)/python tools/workbench.py --errors 0 --no-save
	@$(BIN)/python tools/labels.py
	@$(BIN)/python tools/labels.py --gate

train: $(READY)  ## 从标注重新学习权重 · learn the weights from the labels again
	@$(BIN)/python tools/train.py

bench: $(BENCH_READY)  ## 速度 · speed beside other tools
	@$(BIN)/python bench/bench.py
	@$(BIN)/python bench/ledger.py --figures 1000000
	@$(BIN)/python bench/documents.py

docs: $(READY)  ## 把程序的输出写进文档 · write what the program prints into the documentation
	@$(BIN)/python tools/docs.py
	@$(BIN)/python tools/indicator_docs.py

lock:  ## 重新锁定依赖（维护者用，需要 uv） · lock the dependencies again (needs uv)
	uv pip compile --universal --generate-hashes --no-annotate --no-header --python-version 3.11 \
	  pyproject.toml --group dev --output-file requirements-lock.txt
	uv pip compile --universal --generate-hashes --no-annotate --no-header --python-version 3.11 \
	  --group bench --constraints requirements-lock.txt --output-file requirements-bench-lock.txt

clean:  ## 删除环境和缓存 · remove the environment and caches
	rm -rf .venv .pytest_cache .ruff_cache .mypy_cache .hypothesis
