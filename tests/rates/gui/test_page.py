"""The rates page: prices are typed, explained, built and imported where they are seen."""

from datetime import date

from tests.rates.cms_files import LINES, csv_file, gpci_rows, rvu_rows
from tests.rates.conftest import TODAY

from clinicmgr.qtkit.import_panel import ImportPanel
from clinicmgr.rates.gui.build_panel import BuildPanel
from clinicmgr.rates.gui.cms_panel import CmsPanel
from clinicmgr.rates.gui.medicare_view import MedicareView
from clinicmgr.rates.gui.schedule_book import ScheduleBook


def test_the_workbench_begins_with_the_most_money_left(fees, with_medicare, sight):
    assert sight.cells("Code") == ["G0101", "FLU", "OV-20"]
    assert sight.cells("Our fee") == ["35.00", "25.00", "120.00"]
    assert sight.cells("Blue 2026") == ["41.20", "", "104.50"]
    assert sight.cells("Medicare") == ["39.42", "", ""]
    assert sight.cells("of Medicare") == ["89 %", "", ""]
    assert sight.cells("Left") == ["6.20", "", ""]
    assert sight.page.bench.banner.accessibleName().startswith("1 fee is too low.")


def test_a_price_is_typed_where_it_stands_and_holds_from_the_day_shown(fees, sight, rates, journal):
    assert sight.type("OV-20", "Our fee", "$1,131.5")
    assert rates.prices(fees.own, TODAY)[fees.visit] == 113150
    assert sight.cells("Our fee")[sight.cells("Code").index("OV-20")] == "1131.50"
    assert rates.prices(fees.own, date(2026, 11, 17))[fees.visit] == 12000
    assert journal.undo() == "Price of OV-20"
    sight.page.bench.day.take(date(2027, 1, 1))
    assert sight.type("FLU", "Blue 2026", "22")
    assert fees.shot not in rates.prices(fees.blue_fees, TODAY)
    assert rates.prices(fees.blue_fees, date(2027, 1, 1))[fees.shot] == 2200


def test_what_is_no_price_stays_typed_and_is_said(fees, sight, rates):
    assert not sight.type("OV-20", "Our fee", "a lot")
    assert "not an amount" in sight.page.bench.table.records.take_refusal().sentence
    sight.page.bench.day.take(date(2026, 11, 17))
    assert not sight.type("OV-20", "Our fee", "99")
    refusal = sight.page.bench.table.records.take_refusal()
    assert refusal.sentence.startswith("Prices before today stay")
    assert rates.prices(fees.own, TODAY)[fees.visit] == 12000


def test_rows_stay_where_they_are_while_prices_are_typed(fees, sight):
    before = sight.cells("Code")
    sight.type("FLU", "Blue 2026", "90.00")  # now the most money is left here
    assert sight.cells("Code") == before
    sight.page.bench.order.choose("left")
    sight.page.bench.order.chosen.emit("left")
    assert sight.cells("Code")[0] == "FLU"


def test_the_filter_finds_code_words_and_category(fees, sight):
    sight.page.bench.search.setText("vacc")
    sight.page.bench.search.searched.emit("vacc")
    assert sight.cells("Code") == ["FLU"]
    assert sight.page.count.text() == "1 service"


def test_how_a_price_came_about_stands_beside_it(fees, with_medicare, sight):
    bench = sight.page.bench
    bench.table.go_to_cell(0, 2)
    sight.page.explain()
    labels = [each.accessibleName() for each in bench.explanation.findChildren(object)
              if hasattr(each, "accessibleName")]  # fmt: skip
    text = "\n".join(filter(None, labels))
    assert "$41.20 in Blue 2026, version from 1/1/2026" in text
    assert "Practice expense, non-facility: 0.66 × 1.093 = 0.72138" in text


def test_new_prices_are_seen_before_they_begin(fees, sight, rates, journal):
    sight.page.build()
    panel = sight.panel
    assert isinstance(sight.panel, BuildPanel)
    assert [(each.code, each.after) for each in panel.table.shown_records()] == [
        ("FLU", 2600),
        ("G0101", 3600),
        ("OV-20", 12400),
    ]
    panel.form.editor("percent").setText("ten")
    panel.look()
    assert "not a percentage" in panel.banner.accessibleName()
    assert not panel.build_button.isEnabled()
    panel.form.editor("percent").setText("110")
    panel.look()
    panel.build_button.click()
    assert sight.said.startswith("3 new prices kept")
    assert rates.prices(fees.own, date(2027, 1, 1))[fees.visit] == 13200
    assert isinstance(sight.panel, type(sight.page.bench))
    journal.undo()
    assert rates.prices(fees.own, date(2027, 1, 1))[fees.visit] == 12000


def test_the_files_of_medicare_are_imported_and_undone(fees, sight, rates, journal, tmp_path):
    sight.files.path = csv_file(tmp_path / "PPRRVU2025_Oct.csv", rvu_rows())
    sight.page.files.ask_values()
    panel = sight.panel
    assert isinstance(sight.panel, CmsPanel)
    assert panel.import_button.text() == "Import 5 lines"
    panel.import_button.click()
    assert sight.said.startswith("Imported PPRRVU2025_Oct.csv")
    sight.files.path = csv_file(tmp_path / "GPCI2025.csv", gpci_rows())
    sight.page.files.ask_indices()
    sight.panel.import_button.click()
    assert sight.cells("Medicare")[sight.cells("Code").index("G0101")] == "37.85"
    medicare = sight.page.turn_to("medicare")
    assert isinstance(sight.page.shown, MedicareView)
    medicare.form.editor("locality").put("CA-54")
    medicare.form.editor("locality").edited.emit()
    medicare.save_button.click()
    assert rates.home().locality == "CA-54"
    sight.page.turn_to("workbench")
    assert sight.cells("Medicare")[sight.cells("Code").index("G0101")] == "39.42"
    journal.undo()
    assert rates.home().locality == ""


def test_a_file_with_errors_lists_them_and_keeps_its_button_shut(sight, tmp_path):
    bad = (*LINES, ("G0105", "", "", "A", "abc", "1", "1", "1"))
    sight.files.path = csv_file(tmp_path / "PPRRVU2025_Oct.csv", rvu_rows(lines=bad))
    sight.page.files.ask_values()
    assert not sight.panel.import_button.isEnabled()
    (error,) = sight.panel.table.shown_records()
    assert (error.line, error.column) == (15, "WORK RVU")
    sight.panel.closed.emit()
    sight.files.path = csv_file(tmp_path / "wrong.csv", [["a", "b", "c"]] * 3)
    sight.page.files.ask_values()
    assert "not a Relative Value File" in sight.said


def test_prices_are_imported_with_their_unknown_codes_left_out(fees, sight, rates, tmp_path):
    sight.files.path = tmp_path / "blue.csv"
    sight.files.path.write_text("code,fee\nX9,1.00\nFLU,26.00\n", encoding="utf-8")
    sight.page.files.ask_prices()
    panel = sight.panel
    assert isinstance(sight.panel, ImportPanel)
    assert not panel.import_button.isEnabled()
    panel.leave_out_button.click()
    panel.import_button.click()
    assert rates.prices(fees.own, TODAY)[fees.shot] == 2600


def test_services_schedules_and_payers_are_kept_in_lists(fees, sight, rates):
    services = sight.page.turn_to("services")
    services.add({"code": "ekg-12", "description": "EKG"})
    services.save_button.click()
    assert "EKG-12" in [each.code for each in rates.services()]
    schedules = sight.page.turn_to("schedules")
    assert isinstance(sight.page.shown, ScheduleBook)
    schedules.open(fees.own)
    rates.set_prices(fees.own, date(2027, 1, 1), {fees.visit: 13000})
    verbs = [each for each in schedules.versions.findChildren(object)
             if hasattr(each, "click") and "Remove" in each.accessibleName()]  # fmt: skip
    assert len(verbs) == 1  # only the version that has not begun
    verbs[0].click()
    assert len(rates.versions()[fees.own].entries) == 1
    payers = sight.page.turn_to("payers")
    payers.add({"name": "Aetna"})
    payers.save_button.click()
    assert "Aetna" in [each.name for each in rates.payers()]


def test_a_new_fee_schedule_gets_a_column_of_its_own(fees, sight, rates):
    from clinicmgr.rates.records import FeeScheduleDraft

    rates.add_schedule(FeeScheduleDraft("Friends"))
    assert sight.type("FLU", "Friends", "5")
    assert sight.cells("Friends")[sight.cells("Code").index("FLU")] == "5.00"


def test_fee_list_and_comparison_go_to_the_preview(fees, sight):
    sight.page.files.print_fee_list()
    sight.page.files.print_comparison()
    assert [paper.title for paper in sight.papers] == ["Fee list", "Fee schedules compared"]


def test_an_empty_practice_says_how_to_begin(sight):
    assert sight.cells("Code") == []
    sight.page.build()
    assert "no services yet" in sight.said
    sight.page.add()
    assert sight.page.section == "services"
