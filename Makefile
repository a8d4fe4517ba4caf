# make demo · make test — each sets up what it needs; only Python (3.11 or newer) and make have to be there.
# make test-all · make fuzz · make lint · make score · make train · make bench · make docs · make site · make lock

ifeq ($(OS),Windows_NT)
  PYTHON ?= python
  SCRIPTS := Scripts
else
  PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
    $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)
  SCRIPTS := bin
endif

# Two environments: .venv has what running Luoshi and its desk needs, .venv-dev its extras and the tools of who works on it, too.
RUN := .venv/$(SCRIPTS)/python
DEV := .venv-dev/$(SCRIPTS)/python
READY := .venv/ready
DEV_READY := .venv-dev/ready
BENCH_READY := .venv-dev/bench-ready
FUZZ_READY := .venv-dev/fuzz-ready
SITE_READY := .venv-site/ready
PIP := -m pip --disable-pip-version-check --quiet install

# An environment (its directory, its Python, its lock) with the checkout installed in it; its modules are compiled here,
# since not every machine lets a program do that by itself.
define set_up
  @test -n "$(PYTHON)" || { echo "需要 Python 3.11 或更高版本。 Python 3.11 or newer is needed: https://www.python.org"; exit 1; }
  @echo "准备环境 $(1) … setting up $(1)"
  @$(PYTHON) -m venv $(1)
  @$(2) $(PIP) --require-hashes -r $(3)
  @$(2) $(PIP) --no-deps --no-build-isolation --editable .
  @$(2) -m compileall -q luoshi
  @touch $@
endef

.PHONY: demo train test test-all fuzz reliability lint bench score docs site lock clean
.DEFAULT_GOAL := demo

$(READY): requirements-lock.txt pyproject.toml
	$(call set_up,.venv,$(RUN),requirements-lock.txt)

$(DEV_READY): requirements-dev-lock.txt pyproject.toml
	$(call set_up,.venv-dev,$(DEV),requirements-dev-lock.txt)

$(BENCH_READY): requirements-bench-lock.txt $(DEV_READY)
	@$(DEV) $(PIP) --require-hashes -r requirements-bench-lock.txt
	@touch $@

# What fuzzes by coverage is not built for every system: where it can't be had, that part is left out.
$(FUZZ_READY): requirements-fuzz-lock.txt $(DEV_READY)
	-@$(DEV) $(PIP) --require-hashes -r requirements-fuzz-lock.txt
	@touch $@

# The site is built from the text of the code: Luoshi itself is not installed there.
$(SITE_READY): requirements-site-lock.txt
	@test -n "$(PYTHON)" || { echo "需要 Python 3.11 或更高版本。 Python 3.11 or newer is needed: https://www.python.org"; exit 1; }
	@echo "准备环境 .venv-site … setting up .venv-site"
	@$(PYTHON) -m venv .venv-site
	@.venv-site/$(SCRIPTS)/python $(PIP) --require-hashes -r requirements-site-lock.txt
	@touch $@

demo: $(READY)  ## 看一遍：样例文件读成台账 · the guided tour
	@$(RUN) -m luoshi demo
	@echo
	@echo "这些命令先要 These commands want first:  . .venv/$(SCRIPTS)/activate"
	@echo "打开工作台 To open the desk:  .venv/$(SCRIPTS)/luoshi serve --ledger luoshi-demo/luoshi.db"

test: $(DEV_READY)  ## 运行测试 · the tests, without the long ones
	@$(DEV) -m pytest -n 2 -m "not long"

test-all: $(DEV_READY)  ## 运行全部测试 · all tests
	@$(DEV) -m pytest -n 2 --hypothesis-profile fixed

MINUTES ?= 30
fuzz: $(DEV_READY) $(FUZZ_READY)  ## 用新的随机数反复运行性质测试，再按覆盖率找 · properties with fresh seeds, then by coverage, MINUTES each
	@$(DEV) tools/fuzz_properties.py --minutes $(MINUTES)
	@$(DEV) tools/fuzz_coverage.py --minutes $(MINUTES)

KILLS ?= 35
reliability: $(DEV_READY)  ## 随机时刻杀掉进程，看账本是否完好 · commands killed at random moments, the ledger looked at
	@$(DEV) tools/reliability.py --kills $(KILLS)

lint: $(DEV_READY)  ## 代码检查 · style and types
	@$(DEV) -m ruff check .
	@$(DEV) -m ruff format --check .
	@$(DEV) -m mypy

score: $(DEV_READY)  ## 标注文本上的成绩 · the scores on the labelled texts
	@$(DEV) tools/workbench.py --errors 0 --no-save
	@$(DEV) tools/labels.py
	@$(DEV) tools/labels.py --gate

train: $(DEV_READY)  ## 从标注重新学习权重 · learn the weights from the labels again
	@$(DEV) tools/train.py

bench: $(BENCH_READY) $(READY)  ## 速度 · speed beside other tools
	@$(DEV) bench/bench.py
	@$(DEV) bench/ledger.py --figures 1000000
	@$(DEV) bench/documents.py
	@$(DEV) bench/spreading.py
	@$(RUN) bench/commands.py

docs: $(DEV_READY)  ## 把程序的输出写进文档 · write what the program prints into the documentation
	@$(DEV) tools/docs.py
	@$(DEV) tools/indicator_docs.py

site: $(SITE_READY)  ## 把文档建成网站，在 site/ · the documentation as a site, in site/
	@NO_MKDOCS_2_WARNING=1 .venv-site/$(SCRIPTS)/python -m mkdocs build --quiet --strict
	@$(PYTHON) tools/site_check.py site

COMPILE := uv pip compile --universal --generate-hashes --no-annotate --no-header --quiet --python-version 3.11
# The cluster's library has half a gigabyte; its one test is skipped where it is missing.
EXTRAS := $(foreach extra,charts desk docx duckdb fetch mcp metrics ocr oidc pandas parquet polars postgresql,--extra $(extra))
lock:  ## 重新锁定依赖（维护者用，需要 uv） · lock the dependencies again (needs uv)
	$(COMPILE) pyproject.toml $(EXTRAS) --group build --group dev --output-file requirements-dev-lock.txt
	$(COMPILE) pyproject.toml --extra desk --group build --constraints requirements-dev-lock.txt \
	  --output-file requirements-lock.txt
	$(COMPILE) --group bench --constraints requirements-dev-lock.txt --output-file requirements-bench-lock.txt
	$(COMPILE) --group fuzz --constraints requirements-dev-lock.txt --output-file requirements-fuzz-lock.txt
	$(COMPILE) --group site --constraints requirements-dev-lock.txt --output-file requirements-site-lock.txt

clean:  ## 删除环境和缓存 · remove the environments and caches
	rm -rf .venv .venv-dev .venv-site site .pytest_cache .ruff_cache .mypy_cache .hypothesis
