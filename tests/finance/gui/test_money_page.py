"""The money page: a month is read, a year is planned, entries are typed, months are closed."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QMainWindow, QPushButton, QTableView
from tests.finance.conftest import OCTOBER

from clinicmgr.clinic import opened
from clinicmgr.finance.gui.page import MoneyPage
from clinicmgr.finance.gui.recipe_panel import RecipePanel
from clinicmgr.finance.records import CopyRecipe, EntryDraft
from clinicmgr.kernel.access import Actor
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.import_panel import ImportPanel

END = date(2026, 10, 31)


def test_an_empty_practice_learns_what_accounts_are_and_gets_them(sight, finance, qtbot):
    month = sight.page.shown
    button, _import = (each for each in month.table.findChildren(QPushButton) if each.text())
    assert button.text() == "Add the usual accounts of a clinic"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sight.said == "20 accounts added"
    assert len(finance.accounts()) == 20
    assert ("5000 Wages", "") in sight.lines(month.table, "account", "source")


def test_the_page_opens_with_the_month_that_ended_last(sight, october):
    sight.page.reload()
    month = sight.page.shown
    assert sight.lines(month.table, "account", "budget", "actual", "variance", "bar") == [
        ("Patient care", "$9,000.00", "$9,400.00", "+$400.00", "+4 %"),
        ("4000 Patient payments", "$9,000.00", "$9,400.00", "+$400.00", "+4 %"),
        ("Income", "$9,000.00", "$9,400.00", "+$400.00", "+4 %"),
        ("Staff", "$2,000.00", "$0.00", "-$2,000.00", "-100 %"),
        ("5000 Wages", "$2,000.00", "$0.00", "-$2,000.00", "-100 %"),
        ("Supplies", "$600.00", "$550.00", "-$50.00", "-8 %"),
        ("6000 Medical supplies", "$600.00", "$550.00", "-$50.00", "-8 %"),
        ("Facility", "$1,600.00", "$3,340.00", "+$1,740.00", "+109 %"),
        ("7000 Rent", "$1,500.00", "$1,500.00", "", "0 %"),
        ("7300 Equipment repair", "$100.00", "$1,840.00", "+$1,740.00", "+1740 %"),
        ("Cost", "$4,200.00", "$3,890.00", "-$310.00", "-7 %"),
        ("Result", "$4,800.00", "$5,510.00", "+$710.00", "+15 %"),
    ]
    assert month.banner.accessibleName() == (
        "1 account far off the budget: Equipment repair +$1,740.00."
    )
    assert month.result.accessibleName() == "Result, $5,510, Plan $4,800, 15 % better"
    rows = {row.name: row for row in month.table.shown_records()}
    assert (rows["7300 Equipment repair"].tone, rows["7300 Equipment repair"].icon) == (
        "danger", "warning"
    )  # fmt: skip
    assert (rows["4000 Patient payments"].tone, rows["7000 Rent"].tone) == ("success", "secondary")


def test_wages_say_that_they_come_from_the_roster(sight, october, on_the_roster):
    month = sight.page.shown
    assert ("5000 Wages", "$320.00", "from the roster") in sight.lines(
        month.table, "account", "actual", "source"
    )


def test_enter_on_an_account_shows_its_entries_of_the_month(sight, october, qtbot):
    month = sight.page.shown
    month.table.select([october.supplies])
    qtbot.keyClick(month.table, Qt.Key.Key_Return)
    assert sight.page.section == "entries"
    entries = sight.page.shown
    assert sight.lines(entries.table, "cents", "payee") == [
        ("$580.00", "Northern Medical"), ("-$30.00", "Northern Medical")
    ]  # fmt: skip
    assert sight.page.count.text() == "2 entries · $550.00 cost"


def test_months_and_years_are_stepped_through(sight, october, qtbot):
    qtbot.keyClick(sight.page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert sight.page.month == date(2026, 9, 1)
    sight.page.stepper.today_button.click()
    assert sight.page.month == date(2026, 11, 1)
    sight.page.turn_to("budget")
    sight.page.stepper.next_button.click()
    assert sight.page.shown.year == 2027
    assert sight.page.month == date(2026, 11, 1)


def test_a_budget_is_typed_like_a_spreadsheet_and_sums_follow(sight, planned, finance, journal_of):
    grid = sight.page.turn_to("budget").grid
    assert sight.type(grid.table, planned.rent, "month-3", "$1,620.5")
    assert finance.budget(2026).line(planned.rent).months[2] == 1_620_50
    assert sight.lines(grid.table, "account", "year", "month-3")[3] == (
        "7000 Rent", "18,120.50", "1,620.50"
    )  # fmt: skip
    assert sight.lines(grid.sums, "account", "year", "sum-3") == [
        ("Income", "108,000", "9,000"),
        ("Cost", "50,520.50", "4,320.50"),
        ("Result", "57,479.50", "4,679.50"),
    ]
    assert not sight.type(grid.table, planned.rent, "month-3", "much")
    assert "not an amount of money" in grid.table.records.take_refusal().sentence
    assert journal_of.undo() == "Budget 2026: Rent"
    assert sight.lines(grid.table, "month-3")[3] == ("1,500",)


def test_a_block_from_excel_is_pasted_as_one_step(sight, planned, finance, journal_of):
    grid = sight.page.turn_to("budget").grid
    QGuiApplication.clipboard().setText("1,600\t1,600\n110\t\n")
    at = [each.key for each in grid.table.records.columns].index("month-11")
    grid.table.go_to_cell(grid.table.records.row_of(planned.rent), at)
    grid.table.paste()
    months = finance.budget(2026).line(planned.rent).months
    assert months[9:] == (1_500_00, 1_600_00, 1_600_00)
    assert finance.budget(2026).line(planned.repair).months[10:] == (110_00, 100_00)
    journal_of.undo()
    assert finance.budget(2026).line(planned.rent).months[10] == 1_500_00


def test_next_year_is_seen_before_it_is_planned(sight, planned, finance, journal_of):
    sight.page.go_to(("budget", 2027))
    view = sight.page.shown
    assert view.banner.accessibleName().startswith("Nothing is planned for 2027 yet.")
    (button,) = (each for each in view.banner.findChildren(QPushButton) if each.text())
    button.click()
    panel = sight.panel
    assert isinstance(panel, RecipePanel)
    percent = panel.form.editor("percent")
    assert isinstance(percent, QLineEdit)
    percent.setText("2.5")
    panel.look()
    assert panel.accept_button.text() == "Plan 60 amounts"
    assert panel.banner.accessibleName() == (
        "60 amounts change. Over the year: Income +$110,700.00, Cost +$51,672.00. "
        "Nothing is kept yet."
    )
    percent.setText("lots")
    panel.look()
    assert not panel.accept_button.isEnabled()
    assert "not a percentage" in panel.banner.accessibleName()
    percent.setText("2.5")
    panel.look()
    panel.accept_button.click()
    assert sight.said.startswith("60 amounts planned")
    assert finance.budget(2027).line(planned.rent).months[0] == 1_538_00
    assert sight.page.shown is view
    assert journal_of.undo_title == "Budget 2027 from the budget of 2026, +2.5 %"


def test_a_yearly_amount_is_spread_over_the_chosen_account(sight, planned, finance):
    grid = sight.page.turn_to("budget").grid
    grid.table.select([planned.supplies])
    sight.page.spread()
    panel = sight.panel
    assert panel.form.raw_values()["account_id"] == planned.supplies
    panel.form.editor("cents").setText("8,000")
    panel.look()
    assert panel.accept_button.text() == "Plan 12 amounts"
    panel.accept_button.click()
    assert finance.budget(2026).line(planned.supplies).cents == 8_000_00


def test_an_entry_is_typed_from_day_to_note_and_the_next_one_begins(
    sight, october, finance, journal_of
):
    sight.page.go_to(("entries", OCTOBER))
    line = sight.page.shown.line
    assert line.editors["day"].text() == "10/31/2026"
    for name, text in (("day", "10/20/2026"), ("cents", "41.5"), ("payee", "Paper Trail")):
        line.editors[name].setText(text)
    assert not line.enter()
    assert sight.said == "Account is missing. Please fill it in."
    line.put_account(october.supplies)
    assert line.enter()
    entry = finance.entries(date(2026, 10, 20), date(2026, 10, 20))[0]
    assert (entry.cents, entry.payee, entry.account_id) == (41_50, "Paper Trail", october.supplies)
    assert (line.editors["cents"].text(), line.editors["payee"].text()) == ("", "")
    assert line.editors["day"].text() == "10/20/2026"
    assert journal_of.undo_title == "Enter Medical supplies, Paper Trail"


def test_entries_are_corrected_where_they_stand(sight, october, finance):
    sight.page.go_to(("entries", OCTOBER))
    table = sight.page.shown.table
    entry = finance.entries(OCTOBER, END, october.repair)[0]
    assert sight.type(table, entry.id, "account_id", "6000")
    assert sight.type(table, entry.id, "cents", "1,800")
    assert sight.type(table, entry.id, "day", "10/14/2026")
    changed = finance.entry(entry.id)
    assert (changed.account_id, changed.cents) == (october.supplies, 1_800_00)
    for key, text, words in (
        ("account_id", "Repairs", "There is no account “Repairs”"),
        ("cents", "0", "The amount is zero"),
        ("day", "12/24/2026", "in the future"),
        ("cents", "", "Amount is missing"),
    ):
        assert not sight.type(table, entry.id, key, text)
        assert words in table.records.take_refusal().sentence
    assert finance.entry(entry.id) == changed


def test_entries_are_searched_filtered_and_removed(sight, october, finance, qtbot):
    sight.page.go_to(("entries", OCTOBER))
    view = sight.page.shown
    sight.find(view, "autocl")
    assert sight.lines(view.table, "payee") == [("SteriServe",)]
    view.table.go_to_cell(0, 0)
    qtbot.keyClick(view.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert sight.said.startswith("1 entry removed")
    assert finance.entries(OCTOBER, END, october.repair) == []
    sight.find(view, "nothing like it")
    assert "Nothing matches" in view.nothing.accessibleName()
    sight.find(view, "")
    assert len(sight.lines(view.table, "payee")) == 4


def test_a_closed_month_is_read_but_not_changed(sight, october, finance, journal_of):
    book = sight.page.turn_to("accounts")
    assert book.closing.close_button.text() == "Close through 10/31/2026"
    book.closing.close_button.click()
    assert finance.closed_through() == END
    assert book.closing.close_button.isHidden()
    sight.page.go_to(("entries", OCTOBER))
    view = sight.page.shown
    assert view.banner.accessibleName().startswith("Closed through 10/31/2026.")
    entry = finance.entries(OCTOBER, END)[0]
    assert not sight.type(view.table, entry.id, "cents", "1")
    assert "the books are closed" in view.table.records.take_refusal().sentence
    sight.page.turn_to("accounts")
    book.closing.day.setText("11/30/2026")
    book.closing.keep_day()
    assert "is not over yet" in sight.said
    book.closing.day.setText("")
    book.closing.keep_day()
    assert finance.closed_through() is None
    book.closing.balancing.setText("First Northern")
    book.closing.keep_balancing()
    assert finance.balancing() == "First Northern"


def test_accounts_are_kept_in_a_form_with_errors_beside_their_fields(sight, chart, finance):
    book = sight.page.turn_to("accounts")
    sight.page.add()
    book.form.editor("number").setText("6000")
    book.form.editor("name").setText("Vaccines")
    assert not book.save()
    book.form.editor("number").setText("6050")
    assert book.save()
    assert [each.title for each in finance.accounts()][-1] == "6050 Vaccines"
    book.close()
    sight.page.go_to(("account", chart.rent))
    assert book.record.name == "Rent"


def test_found_entries_and_due_months_are_gone_to(sight, october, finance):
    (hit,) = finance.find("SteriServe")
    sight.page.go_to(hit.ref)
    view = sight.page.shown
    assert sight.page.month == OCTOBER
    assert view.table.current_id() == hit.ref[1]
    (due, _no_budget) = finance.due(date(2026, 11, 18))
    sight.page.go_to(due.ref)
    assert sight.page.section == "month"


def test_a_file_is_imported_with_its_mistakes_corrected_in_place(sight, october, finance, tmp_path):
    sight.files.path = tmp_path / "bank.csv"
    sight.files.path.write_text(
        "Date,Account,Amount,Payee\n2026-11-02,Rent,1500,Lakeside\n2026-11-03,Suplies,40,NM\n"
    )
    sight.page.files.ask_entries()
    panel = sight.panel
    assert isinstance(panel, ImportPanel)
    assert not panel.import_button.isEnabled()
    assert sight.type(panel.table, 3, "cell1", "6000")
    panel.import_button.click()
    assert len(finance.entries(date(2026, 11, 1), date(2026, 11, 30))) == 2


def test_what_is_shown_is_printed_and_exported(sight, october, finance, tmp_path):
    for section in ("month", "budget", "entries"):
        sight.page.turn_to(section)
        sight.page.print_shown()
    assert [paper.title for paper in sight.papers] == [
        "Budget and actual, October 2026", "Budget 2026", "Income and expenses"
    ]  # fmt: skip
    for ask, name, said in (
        (sight.page.files.ask_export_entries, "e.xlsx", "5 entries written to e.xlsx"),
        (sight.page.files.ask_export_budget, "b.csv", "5 budget lines written to b.csv"),
        (sight.page.files.ask_export_journal, "j.iif", "5 entries written to j.iif"),
    ):
        sight.files.path = tmp_path / name
        ask()
        assert sight.said == said
        assert sight.files.path.stat().st_size > 100


def test_a_change_made_elsewhere_is_seen_at_once(sight, october, finance):
    month = sight.page.shown
    finance.add_entry(EntryDraft(date(2026, 10, 31), october.rent, 99_00))
    assert ("7000 Rent", "$1,599.00") in sight.lines(month.table, "account", "actual")
    finance.copy_budget(CopyRecipe(2026, 2027))
    sight.page.go_to(("budget", 2027))
    assert sight.page.shown.banner.isHidden()


def test_every_control_has_a_name_and_the_keys_are_told(sight, october):
    for section in ("month", "budget", "entries", "accounts"):
        shown = sight.page.turn_to(section)
        for kind in (QPushButton, QComboBox, QLineEdit, QTableView):
            for each in shown.findChildren(kind):
                named = each.accessibleName() or (isinstance(each, QPushButton) and each.text())
                assert named or each.isHidden() or not each.isVisible(), (section, each)
    told = sight.page.keys()
    assert ("Ctrl+Del", "Remove entries") in told


def test_whoever_may_not_see_money_reads_so(qtbot, qapp, clock, practice_file):
    with opened(practice_file, clock, Actor("Guest", frozenset())) as clinic:
        theme.apply(qapp, "light", "comfortable")
        window = QMainWindow()
        qtbot.addWidget(window)
        page = MoneyPage(clinic.finance, clinic.settings, Desk(window, clock))
        window.setCentralWidget(page)
        window.show()
        for section in ("month", "budget", "entries", "accounts"):
            assert page.turn_to(section).accessibleName().startswith("Money is not shown")
        window.close()
