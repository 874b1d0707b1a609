"""Rates by the command line: the files of CMS in, a quote out."""

import json
from datetime import date

import pytest
from tests.rates.cms_files import LINES, csv_file, gpci_rows, rvu_rows

from clinicmgr.cli import main
from clinicmgr.clinic import opened
from clinicmgr.rates.records import PayerDraft, ServiceDraft


@pytest.fixture
def run(capsys, clock, paths, practice_file):
    """Run a command on the practice; return (exit code, the JSON document)."""

    def command(*words):
        capsys.readouterr()
        argv = [*map(str, words), "--practice", str(practice_file), "--json"]
        code = main(argv, clock=clock, paths=paths)
        return code, json.loads(capsys.readouterr().out)

    return command


@pytest.fixture
def imported(run, tmp_path):
    for kind, name, rows in (
        ("cms-rvu", "PPRRVU2025_Oct.csv", rvu_rows()),
        ("cms-gpci", "GPCI2025.csv", gpci_rows()),
    ):
        code, answer = run("import", kind, csv_file(tmp_path / name, rows))
        assert (code, answer["imported"]) == (0, True)
    return run


def test_a_quote_says_the_national_and_the_local_amount_and_how(imported):
    code, answer = imported("rates", "quote", "g0101", "--date", "2025-10-15")
    assert code == 0
    assert answer["medicare"]["national"] == {
        "non_facility": 37.85,
        "facility": 26.2,
        "non_facility_cents": 3785,
        "facility_cents": 2620,
    }
    assert answer["medicare"]["rvu"]["non_facility_total"] == 1.17
    assert answer["medicare"]["conversion_factor"] == 32.3465
    assert (answer["price"], answer["medicare"]["local"]) == (None, None)
    words = ("rates", "quote", "G0101", "--date", "2025-10-15", "--locality", "ca-5", "--facility")
    _code, answer = imported(*words)
    assert answer["medicare"]["local"]["locality"] == "CA-05"
    assert answer["medicare"]["local"]["facility_cents"] == 3047
    assert answer["medicare"]["how"][-1].endswith("rounded $30.47")


def test_a_quote_for_a_payer_is_the_agreed_price(imported, practice_file, clock, actor):
    with opened(practice_file, clock, actor) as clinic:
        visit = clinic.rates.add_service(ServiceDraft("OV-20", "", "Office visit"))
        clinic.rates.add_payer(PayerDraft("Blue"))
        clinic.rates.set_own_prices(date(2026, 1, 1), {visit: 12000})
    code, answer = imported("rates", "quote", "OV-20", "--payer", "blue")
    assert (code, answer["price"], answer["source"]) == (0, 120.0, "own")
    code, answer = imported("rates", "quote", "OV-20", "--payer", "Aetna")
    assert code == 1
    assert "There are: Blue" in answer["error"]


def test_a_dry_run_keeps_nothing_and_errors_are_listed(run, tmp_path):
    path = csv_file(tmp_path / "PPRRVU2025_Oct.csv", rvu_rows())
    code, answer = run("import", "cms-rvu", path, "--dry-run")
    assert (code, answer["imported"], answer["counts"]["new"]) == (0, False, 5)
    csv_file(path, rvu_rows(lines=(*LINES, ("G0105", "", "", "A", "abc", "1", "1", "1"))))
    code, answer = run("import", "cms-rvu", path)
    assert code == 1
    assert answer["errors"] == [
        {"line": 15, "column": "WORK RVU", "value": "abc", "reason": "“abc” is not a number."}
    ]
    code, answer = run("rates", "quote", "G0101")
    assert code == 1


def test_prices_and_services_go_in_and_out(run, tmp_path):
    services = tmp_path / "services.csv"
    services.write_text("code,description\nFLU,Flu shot\n", encoding="utf-8")
    assert run("import", "services", services)[0] == 0
    fees = tmp_path / "fees.csv"
    fees.write_text("code,price\nFLU,25\nX1,3\n", encoding="utf-8")
    code, answer = run("import", "rates", fees)
    assert (code, [each["line"] for each in answer["errors"]]) == (1, [3])
    fees.write_text("code,price\nFLU,25\n", encoding="utf-8")
    assert run("import", "rates", fees)[0] == 0
    target = tmp_path / "out.xlsx"
    code, answer = run("export", "rates", target, "--from", "2026-11-18")
    assert (code, answer["count"]) == (0, 1)
    assert target.exists()


@pytest.mark.parametrize("name", ["fee-list", "fee-comparison"])
def test_both_papers_are_reports(run, tmp_path, name):
    code, _answer = run("report", name, "--out", tmp_path / "paper.pdf")
    assert code == 0
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
