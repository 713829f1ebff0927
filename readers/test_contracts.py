"""Every data contract is in the form of its standard, and the release keeps it."""

import pytest
import yaml
from datacontract.data_contract import DataContract

from conftest import REPOSITORY

CONTRACTS = sorted((REPOSITORY / "docs" / "contracts").glob("*.odcs.yaml"))


def faults(run):
    """What did not pass. Types in Parquet files are no part of its tests: test_release.py checks them."""
    return [
        f"{check.name}: {check.reason}"
        for check in run.checks
        if check.result.value != "passed" and "types in parquet files is not supported" not in (check.reason or "")
    ]


def test_every_published_table_has_a_contract(manifest):
    assert {path.name for path in CONTRACTS} == {f"{table['table']}.odcs.yaml" for table in manifest["tables"]}


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda path: path.name.split(".")[0])
def test_lint(contract):
    run = DataContract(data_contract_file=str(contract)).lint()
    assert run.result.value == "passed", faults(run)


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda path: path.name.split(".")[0])
def test_release_keeps_it(contract, warehouse, monkeypatch):
    monkeypatch.chdir(warehouse)
    run = DataContract(data_contract_file=str(contract)).test()
    assert len(run.checks) > len(yaml.safe_load(contract.read_text())["schema"][0]["properties"])
    assert not faults(run)


def test_broken_promise_is_found(tmp_path, warehouse, monkeypatch):
    monkeypatch.chdir(warehouse)
    contract = yaml.safe_load((REPOSITORY / "docs" / "contracts" / "mart_customer_value.odcs.yaml").read_text())
    contract["schema"][0]["quality"][0]["arguments"]["properties"] = ["segment_code"]
    broken = tmp_path / "broken.odcs.yaml"
    broken.write_text(yaml.safe_dump(contract))
    assert faults(DataContract(data_contract_file=str(broken)).test())
