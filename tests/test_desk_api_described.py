"""The API answers whatever its own description allows, and what it does not: made up by schemathesis, never a 5xx."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings

from luoshi.service.context import Service
from luoshi.ways.web.app import desk_app

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """What the API of the sample city says of itself."""
    app = desk_app(Service(str(tmp_path_factory.mktemp("described") / "账本.db")), ("localhost", "testserver"))
    with TestClient(app):
        yield schemathesis.openapi.from_asgi("/sample/api/openapi.json", app)


def test_no_question_makes_it_fail(described: Any) -> None:
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) > 10
    for operation in operations:

        @settings(max_examples=20, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def is_answered(case: schemathesis.Case) -> None:
            answer = case.call()
            assert answer.status_code < 500, case.as_curl_command()
            assert answer.status_code != 421

        is_answered()
