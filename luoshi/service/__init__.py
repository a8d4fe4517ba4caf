"""Every question and every deed, once, for all the ways in: typed in, rows out; nothing is printed or parsed here.

A way in (the terminal, the desk in the browser, an assistant) asks and shows. It opens the ledger here and asks the
:class:`~luoshi.ledger.Ledger` itself wherever that has an answer; what takes more than one question stands here:

    service = Service("luoshi.db", place="临澜市")
    with service.opened(create=True) as ledger:
        for added in service.add(ledger, service.files(["报告/"])):
            print(added.path, added.state, added.message)
    with service.opened() as ledger:
        rows = ledger.series("一般公共预算收入", place="临澜市")
        print([row.to_json() for row in rows] or why_nothing(ledger, "series", "临澜市", "一般公共预算收入"))
        print(explain(ledger.record(rows[0].id)).rule)

    context.py     the context of a way in: its ledger, the date and place stated of what it reads
    batch.py       many files into a ledger, several read at a time
    corpora.py     a corpus of any size, read in parts by many processes or a cluster
    checking.py    a draft beside its sources
    asking.py      why there is no answer, the newest sentences, what an id names
    papers.py      the documents of the ledger: what was not understood of each, what a person states of it
    places.py      places that people state, and those that nobody knows
    mending.py     a correction in the words of a person
    explanation.py, look.py    why a record says what it says; what was read, drawn over its page
    scoring.py     labels and a reading in files, compared
    intake.py, confined.py     files from the browser, read in a process with bounds
    overviews.py, charts.py, panels.py     a place and a year at a glance; an indicator as a chart; tables of a panel
    series_files.py, outcome_files.py   an indicator's values, targets beside results as files
    text_marks.py, pages.py      a document's text and pages with the marks of its records
    draft_checks.py, findings_page.py    a draft with its findings, and as one page that stands by itself
    titles.py      what a document is called
    timeline_page.py  a timeline as one page that stands by itself
    reviews.py     what waits for a person's yes or no
    remembered.py  answers kept as long as the ledger is as it was
    same_cells.py  other values of a record's cell
    doctor.py      the state of an installation and of its ledger
    one_language.py   lines that are told in two languages, in one
    logs.py, run_metrics.py    what long runs tell machines: logs, and metrics for Prometheus
    wording.py     values, verdicts and ids in the words that people read
    book_files.py   files for the book of tasks, looked at before they are kept
    access/        who may use a desk that others can reach, and what they did
    sample/        the documents of an invented city, to try everything on

Names of this room and those of the rooms below that a way in may need are imported when they are first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from luoshi.documents import UnreadableFile as UnreadableFile
    from luoshi.documents.grids import open_tables as open_tables
    from luoshi.extras import needs as needs
    from luoshi.knowledge.indicator_search import holding as holding
    from luoshi.knowledge.indicators import Indicator as Indicator
    from luoshi.language.passage import one_line as one_line
    from luoshi.ledger import ConflictRow as ConflictRow
    from luoshi.ledger import Correction as Correction
    from luoshi.ledger import CorrectionError as CorrectionError
    from luoshi.ledger import DocumentRow as DocumentRow
    from luoshi.ledger import DutyRow as DutyRow
    from luoshi.ledger import EventRow as EventRow
    from luoshi.ledger import FormulationRow as FormulationRow
    from luoshi.ledger import Ledger as Ledger
    from luoshi.ledger import LedgerError as LedgerError
    from luoshi.ledger import Line as Line
    from luoshi.ledger import OutcomeRow as OutcomeRow
    from luoshi.ledger import PanelRow as PanelRow
    from luoshi.ledger import PostRow as PostRow
    from luoshi.ledger import ProgressRow as ProgressRow
    from luoshi.ledger import ProjectRow as ProjectRow
    from luoshi.ledger import SearchRow as SearchRow
    from luoshi.ledger import Selection as Selection
    from luoshi.ledger import SeriesRow as SeriesRow
    from luoshi.ledger import StoredRecord as StoredRecord
    from luoshi.ledger import TimelineRow as TimelineRow
    from luoshi.ledger import UnknownRecordError as UnknownRecordError
    from luoshi.ledger import whole_file as whole_file
    from luoshi.ledger.asked_parts import AskedParts as AskedParts
    from luoshi.ledger.book.book import Book as Book
    from luoshi.ledger.book.bulletin import last_bulletin as last_bulletin
    from luoshi.ledger.book.columns import ROLE_WORDS as ROLE_WORDS
    from luoshi.ledger.book.edits import FIELDS as FIELDS
    from luoshi.ledger.book.feedback import ReportRead as ReportRead
    from luoshi.ledger.book.model import DEED_WORDS as DEED_WORDS
    from luoshi.ledger.book.model import LIGHT_WORDS as LIGHT_WORDS
    from luoshi.ledger.book.model import SAYS_WORDS as SAYS_WORDS
    from luoshi.ledger.book.model import Deed as Deed
    from luoshi.ledger.book.model import Task as Task
    from luoshi.ledger.book.returned import Difference as Difference
    from luoshi.ledger.book.returned import is_book_sheet as is_book_sheet
    from luoshi.ledger.book.returned import sheet_day as sheet_day
    from luoshi.ledger.book.tables import Imported as Imported
    from luoshi.ledger.book.tables import tasks_in as tasks_in
    from luoshi.ledger.chart import draw_outcomes as draw_outcomes
    from luoshi.ledger.drafts.findings import SORTS as SORTS
    from luoshi.ledger.drafts.findings import Finding as Finding
    from luoshi.ledger.drafts.findings import first_concerns as first_concerns
    from luoshi.ledger.panel import MISSING as MISSING
    from luoshi.ledger.panel_files import write_panel as write_panel
    from luoshi.ledger.progress.wording import excerpt as excerpt
    from luoshi.ledger.timeline.drawing import NAMES as NAMES
    from luoshi.ledger.timeline.drawing import draw_timeline as draw_timeline
    from luoshi.ledger.unknown_indicators import UnknownIndicator as UnknownIndicator
    from luoshi.score import score_table as score_table
    from luoshi.service.access.accounts import ROLES as ROLES
    from luoshi.service.access.accounts import Account as Account
    from luoshi.service.access.accounts import Accounts as Accounts
    from luoshi.service.access.accounts import Role as Role
    from luoshi.service.access.accounts import accounts_beside as accounts_beside
    from luoshi.service.access.deeds import log_deed as log_deed
    from luoshi.service.access.deeds import logged_deeds as logged_deeds
    from luoshi.service.access.passwords import AccountError as AccountError
    from luoshi.service.asking import named as named
    from luoshi.service.asking import newest as newest
    from luoshi.service.asking import of_year as of_year
    from luoshi.service.asking import outcome_of as outcome_of
    from luoshi.service.asking import places_among as places_among
    from luoshi.service.asking import plain_day as plain_day
    from luoshi.service.asking import seen_in as seen_in
    from luoshi.service.asking import tolerance as tolerance
    from luoshi.service.asking import unknown_names as unknown_names
    from luoshi.service.asking import unknown_places as unknown_places
    from luoshi.service.asking import why_nothing as why_nothing
    from luoshi.service.book_files import BookFile as BookFile
    from luoshi.service.book_files import read_body_report as read_body_report
    from luoshi.service.book_files import read_book_file as read_book_file
    from luoshi.service.book_files import task_fields as task_fields
    from luoshi.service.book_files import tasks_of_ledger as tasks_of_ledger
    from luoshi.service.book_files import written as written
    from luoshi.service.charts import Charted as Charted
    from luoshi.service.charts import charted as charted
    from luoshi.service.charts import indicators as indicators
    from luoshi.service.checking import ledger_named as ledger_named
    from luoshi.service.checking import read_draft as read_draft
    from luoshi.service.context import Service as Service
    from luoshi.service.context import asked_of as asked_of
    from luoshi.service.context import rows_of as rows_of
    from luoshi.service.corpora import Corpus as Corpus
    from luoshi.service.corpora import asked_parts as asked_parts
    from luoshi.service.corpora import read_corpus as read_corpus
    from luoshi.service.doctor import Checkup as Checkup
    from luoshi.service.doctor import checkup as checkup
    from luoshi.service.doctor import restore as restore
    from luoshi.service.draft_checks import checked_draft as checked_draft
    from luoshi.service.explanation import explain as explain
    from luoshi.service.explanation import explanation_page as explanation_page
    from luoshi.service.findings_page import findings_page as findings_page
    from luoshi.service.intake import Handed as Handed
    from luoshi.service.intake import Received as Received
    from luoshi.service.intake import read_confined as read_confined
    from luoshi.service.intake import take_in as take_in
    from luoshi.service.logs import LogFormat as LogFormat
    from luoshi.service.logs import log_to as log_to
    from luoshi.service.mending import correct as correct
    from luoshi.service.mending import correctable as correctable
    from luoshi.service.mending import corrections_told as corrections_told
    from luoshi.service.mending import undo as undo
    from luoshi.service.mending import undo_last as undo_last
    from luoshi.service.mending import with_printed_unit as with_printed_unit
    from luoshi.service.one_language import in_language as in_language
    from luoshi.service.outcome_files import outcomes_name as outcomes_name
    from luoshi.service.outcome_files import write_outcomes as write_outcomes
    from luoshi.service.overviews import overview as overview
    from luoshi.service.overviews import promised_in as promised_in
    from luoshi.service.pages import page_picture as page_picture
    from luoshi.service.pages import page_shown as page_shown
    from luoshi.service.panels import listed as listed
    from luoshi.service.panels import panel_tables as panel_tables
    from luoshi.service.panels import panel_value as panel_value
    from luoshi.service.panels import years_of as years_of
    from luoshi.service.papers import Paper as Paper
    from luoshi.service.papers import added_papers as added_papers
    from luoshi.service.papers import restate as restate
    from luoshi.service.papers import take_back as take_back
    from luoshi.service.papers import understood as understood
    from luoshi.service.papers import withdraw as withdraw
    from luoshi.service.remembered import Remembered as Remembered
    from luoshi.service.reviews import likely_results as likely_results
    from luoshi.service.run_metrics import RunMetrics as RunMetrics
    from luoshi.service.same_cells import company as company
    from luoshi.service.scoring import score_files as score_files
    from luoshi.service.series_files import rows_as_csv as rows_as_csv
    from luoshi.service.series_files import series_name as series_name
    from luoshi.service.series_files import write_series as write_series
    from luoshi.service.text_marks import marked_text as marked_text
    from luoshi.service.text_marks import marks_of as marks_of
    from luoshi.service.text_marks import within as within
    from luoshi.service.timeline_page import aside as aside
    from luoshi.service.timeline_page import silence_words as silence_words
    from luoshi.service.timeline_page import timeline_page as timeline_page
    from luoshi.service.titles import titled as titled

_HOMES = {
    "NAMES": "luoshi.ledger.timeline.drawing",
    "aside": "luoshi.service.timeline_page",
    "draw_timeline": "luoshi.ledger.timeline.drawing",
    "EventRow": "luoshi.ledger",
    "ProjectRow": "luoshi.ledger",
    "silence_words": "luoshi.service.timeline_page",
    "timeline_page": "luoshi.service.timeline_page",
    "TimelineRow": "luoshi.ledger",
    "Account": "luoshi.service.access.accounts",
    "AccountError": "luoshi.service.access.passwords",
    "Accounts": "luoshi.service.access.accounts",
    "accounts_beside": "luoshi.service.access.accounts",
    "added_papers": "luoshi.service.papers",
    "AskedParts": "luoshi.ledger.asked_parts",
    "asked_parts": "luoshi.service.corpora",
    "asked_of": "luoshi.service.context",
    "Book": "luoshi.ledger.book.book",
    "BookFile": "luoshi.service.book_files",
    "charted": "luoshi.service.charts",
    "checked_draft": "luoshi.service.draft_checks",
    "Checkup": "luoshi.service.doctor",
    "checkup": "luoshi.service.doctor",
    "company": "luoshi.service.same_cells",
    "ConflictRow": "luoshi.ledger",
    "correct": "luoshi.service.mending",
    "CorrectionError": "luoshi.ledger",
    "corrections_told": "luoshi.service.mending",
    "outcomes_name": "luoshi.service.outcome_files",
    "write_outcomes": "luoshi.service.outcome_files",
    "indicators": "luoshi.service.charts",
    "in_language": "luoshi.service.one_language",
    "correctable": "luoshi.service.mending",
    "Corpus": "luoshi.service.corpora",
    "Correction": "luoshi.ledger",
    "Deed": "luoshi.ledger.book.model",
    "DEED_WORDS": "luoshi.ledger.book.model",
    "Difference": "luoshi.ledger.book.returned",
    "DocumentRow": "luoshi.ledger",
    "draw_outcomes": "luoshi.ledger.chart",
    "DutyRow": "luoshi.ledger",
    "excerpt": "luoshi.ledger.progress.wording",
    "explain": "luoshi.service.explanation",
    "explanation_page": "luoshi.service.explanation",
    "FIELDS": "luoshi.ledger.book.edits",
    "Finding": "luoshi.ledger.drafts.findings",
    "findings_page": "luoshi.service.findings_page",
    "first_concerns": "luoshi.ledger.drafts.findings",
    "FormulationRow": "luoshi.ledger",
    "Handed": "luoshi.service.intake",
    "holding": "luoshi.knowledge.indicator_search",
    "Imported": "luoshi.ledger.book.tables",
    "Indicator": "luoshi.knowledge.indicators",
    "is_book_sheet": "luoshi.ledger.book.returned",
    "last_bulletin": "luoshi.ledger.book.bulletin",
    "Ledger": "luoshi.ledger",
    "ledger_named": "luoshi.service.checking",
    "LedgerError": "luoshi.ledger",
    "LIGHT_WORDS": "luoshi.ledger.book.model",
    "Line": "luoshi.ledger",
    "listed": "luoshi.service.panels",
    "log_deed": "luoshi.service.access.deeds",
    "logged_deeds": "luoshi.service.access.deeds",
    "marked_text": "luoshi.service.text_marks",
    "marks_of": "luoshi.service.text_marks",
    "MISSING": "luoshi.ledger.panel",
    "named": "luoshi.service.asking",
    "needs": "luoshi.extras",
    "newest": "luoshi.service.asking",
    "of_year": "luoshi.service.asking",
    "one_line": "luoshi.language.passage",
    "open_tables": "luoshi.documents.grids",
    "outcome_of": "luoshi.service.asking",
    "OutcomeRow": "luoshi.ledger",
    "overview": "luoshi.service.overviews",
    "page_picture": "luoshi.service.pages",
    "page_shown": "luoshi.service.pages",
    "panel_tables": "luoshi.service.panels",
    "panel_value": "luoshi.service.panels",
    "PanelRow": "luoshi.ledger",
    "Paper": "luoshi.service.papers",
    "PostRow": "luoshi.ledger",
    "ProgressRow": "luoshi.ledger",
    "read_corpus": "luoshi.service.corpora",
    "read_body_report": "luoshi.service.book_files",
    "read_book_file": "luoshi.service.book_files",
    "read_confined": "luoshi.service.intake",
    "read_draft": "luoshi.service.checking",
    "Received": "luoshi.service.intake",
    "ReportRead": "luoshi.ledger.book.feedback",
    "restate": "luoshi.service.papers",
    "restore": "luoshi.service.doctor",
    "ROLE_WORDS": "luoshi.ledger.book.columns",
    "LogFormat": "luoshi.service.logs",
    "log_to": "luoshi.service.logs",
    "RunMetrics": "luoshi.service.run_metrics",
    "Remembered": "luoshi.service.remembered",
    "Role": "luoshi.service.access.accounts",
    "ROLES": "luoshi.service.access.accounts",
    "rows_as_csv": "luoshi.service.series_files",
    "rows_of": "luoshi.service.context",
    "SAYS_WORDS": "luoshi.ledger.book.model",
    "score_files": "luoshi.service.scoring",
    "score_table": "luoshi.score",
    "SearchRow": "luoshi.ledger",
    "seen_in": "luoshi.service.asking",
    "Selection": "luoshi.ledger",
    "SeriesRow": "luoshi.ledger",
    "Service": "luoshi.service.context",
    "sheet_day": "luoshi.ledger.book.returned",
    "SORTS": "luoshi.ledger.drafts.findings",
    "StoredRecord": "luoshi.ledger",
    "withdraw": "luoshi.service.papers",
    "titled": "luoshi.service.titles",
    "places_among": "luoshi.service.asking",
    "unknown_names": "luoshi.service.asking",
    "unknown_places": "luoshi.service.asking",
    "likely_results": "luoshi.service.reviews",
    "plain_day": "luoshi.service.asking",
    "take_back": "luoshi.service.papers",
    "take_in": "luoshi.service.intake",
    "Task": "luoshi.ledger.book.model",
    "task_fields": "luoshi.service.book_files",
    "tasks_in": "luoshi.ledger.book.tables",
    "tasks_of_ledger": "luoshi.service.book_files",
    "tolerance": "luoshi.service.asking",
    "understood": "luoshi.service.papers",
    "undo": "luoshi.service.mending",
    "undo_last": "luoshi.service.mending",
    "with_printed_unit": "luoshi.service.mending",
    "UnknownIndicator": "luoshi.ledger.unknown_indicators",
    "UnknownRecordError": "luoshi.ledger",
    "UnreadableFile": "luoshi.documents",
    "whole_file": "luoshi.ledger",
    "why_nothing": "luoshi.service.asking",
    "within": "luoshi.service.text_marks",
    "Charted": "luoshi.service.charts",
    "promised_in": "luoshi.service.overviews",
    "series_name": "luoshi.service.series_files",
    "write_series": "luoshi.service.series_files",
    "write_panel": "luoshi.ledger.panel_files",
    "written": "luoshi.service.book_files",
    "years_of": "luoshi.service.panels",
}


def __getattr__(name: str) -> object:
    """A name that this room hands to the ways in, imported on first use; ``AttributeError`` for any other."""
    if name not in _HOMES:
        raise AttributeError(f"module 'luoshi.service' has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
