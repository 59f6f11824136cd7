"""Whatever is asked of the REST interface: never an error of ours, and every answer is as its description says."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

#: Requests for each resource in each mode; all together take about ten seconds.
KEREN = 12
RESOURCES = 32
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.mark.parametrize("wijze", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["as described", "otherwise"])
def test_nothing_that_is_sent_makes_it_fail(v1_adres: str, wijze: GenerationMode) -> None:
    schema = schemathesis.openapi.from_url(f"{v1_adres}/v1/openapi.json")
    operaties = [uitkomst.ok() for uitkomst in schema.get_all_operations()]
    assert len(operaties) == RESOURCES
    gevraagd = 0
    for operatie in operaties:
        # A resource without any choice of values has no other way to be asked.
        if wijze is GenerationMode.NEGATIVE and not (operatie.query or operatie.path_parameters or operatie.body):
            continue

        @settings(
            max_examples=KEREN,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operatie.as_strategy(generation_mode=wijze))
        def vraag(case: schemathesis.Case) -> None:
            nonlocal gevraagd
            gevraagd += 1
            case.call_and_validate(checks=CHECKS)

        vraag()
    assert gevraagd >= RESOURCES * KEREN // 2
