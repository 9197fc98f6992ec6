"""Workbooks of every kind that a ward office sends, each beside LibreOffice's own export: workbook_files.py FOLDER.

Needs soffice, openpyxl, XlsxWriter, and cc with libxlsxwriter. Names and figures are made up.
"""
import csv, datetime as dt, os, subprocess, sys, tempfile
import openpyxl, xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
GROUPS = ["Tổ 1", "Tổ 2", "Tổ Đồng Cửa", "Khu Lò Gạch"]
HEADERS = ["Mã hộ", "Ngày khảo sát", "Tổ dân phố", "Số nhân khẩu", "Có điện thoại thông minh không?", "Trọng số"]


def rows(count, first=dt.date(2025, 11, 2)):
    for number in range(1, count + 1):
        yield [f"TX{number % 9:02d}-{number:03d}", first + dt.timedelta(days=number % 24), GROUPS[number % 4],
            1 + number % 6, ["Có", "Không", "x", None][number % 4], round(1 + number / 7, 4)]


def by_openpyxl(name, fill):
    book = openpyxl.Workbook()
    fill(book, book.active)
    book.save(f"{folder}/{name}.xlsx")


def plain(book, sheet):
    sheet.title = "Hộ khảo sát"
    sheet.append(HEADERS)
    for row in rows(40): sheet.append(row)


def epoch_1904(book, sheet):
    from openpyxl.utils.datetime import CALENDAR_MAC_1904
    book.epoch = CALENDAR_MAC_1904
    plain(book, sheet)


def titles(book, sheet):
    sheet["A1"] = "PHIẾU KHẢO SÁT HỘ GIA ĐÌNH"
    sheet.merge_cells("A1:F1")
    sheet["A2"] = "Tháng 11 năm 2025"
    sheet.merge_cells("A2:F2")
    sheet.append([])
    sheet.append(HEADERS)
    for row in rows(12): sheet.append(row)
    sheet.append(["Tổng cộng", None, None, "=SUM(D5:D16)", None, None])


def hidden(book, sheet):
    plain(book, sheet)
    for row in (5, 6, 7, 20): sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions["C"].hidden = True


def rich(book, sheet):
    sheet.append(["Họ tên", "Ghi chú"])
    sheet.append([CellRichText("Hộ ", TextBlock(InlineFont(b=True), "Trưởng"), " tổ"), "dòng một\ndòng hai"])
    sheet.append(["dấu \"ngoặc\", phẩy", "  đầu và cuối  "])
    sheet.append(["<b>&amp;</b>", "=không phải công thức".replace("=", "'=")])
    sheet.append(["tab\tở giữa", "emoji 🙂 và Ă Ơ Ư Đ"])


def truths(book, sheet):
    sheet.append(["a", "b", "tỷ lệ", "phần trăm"])
    for number, share in enumerate([0, 0.1075, 1, 0.5, 1 / 3]):
        sheet.append([number % 2 == 0, number % 3 == 0, share, share])
        sheet.cell(sheet.max_row, 3).number_format = "0%"
        sheet.cell(sheet.max_row, 4).number_format = "0.00%"


def errors(book, sheet):
    sheet.append(["x", "y"])
    for formula in ["=1/0", "=NA()", "=A1+1", '=IF(TRUE,"có","không")', '=""', "=1=1", "=DATE(2025,11,2)", "=2^0.5"]:
        sheet.append([formula, "sau"])


def gaps(book, sheet):
    sheet["C3"] = "Mã hộ"
    sheet["F3"] = "Tổ"
    sheet["C4"] = "TX-1"
    sheet["F6"] = "Tổ 3"
    sheet["H4"].number_format = "0.00"
    sheet["J2"] = None


def numbers(book, sheet):
    values = [0, 1, -1, 0.1075, 1234.5, -1234.567, 99999.995, 1e15, 123456789012, 0.1 + 0.2, 1 / 3, 1e-5, 1e-10, 0.5,
        12345678901234567, 1e20, 2.5, -0.004]
    formats = ["General", "0", "0.00", "#,##0", "#,##0.00", "0%", "0.00%", "0.00E+00", "@", '#,##0 "đ"', "0.0;(0.0)",
        "0.###", "#.##", "000", "0.0##", "#,##0_);(#,##0)", "_-* #,##0.00_-;-* #,##0.00_-", '"x"0;"y"0;"z"', "0 %",
        "[$₫-42A]#,##0", "0,", "[Red]-0.0;0.0"]
    for code in formats:
        sheet.append([code] + values)
        for cell in sheet[sheet.max_row][1:]: cell.number_format = code


def dates(book, sheet):
    values = [45963, 45963.4034722, 45999.999, 45658, 1, 60, 61, 0.25, 36526.5]
    formats = ["mm-dd-yy", "d-mmm-yy", "d-mmm", "mmm-yy", "h:mm AM/PM", "h:mm", "h:mm:ss", "m/d/yy h:mm", "dd/mm/yyyy",
        "yyyy-mm-dd", "yyyy-mm-dd h:mm:ss", "[h]:mm:ss", "mm:ss", "dd/mm/yyyy hh:mm", "dddd, d mmmm yyyy", "ddd", "mmmmm",
        "yy", "[$-42A]dd/mm/yyyy", "d/m/yyyy;@", "hh:mm:ss.00", '"ngày" d "tháng" m "năm" yyyy', "dd-mm-yy", "d.m.yyyy"]
    for code in formats:
        sheet.append([code] + values)
        for cell in sheet[sheet.max_row][1:]: cell.number_format = code


def one_column(book, sheet):
    for value in ["Mã hộ", "TX-1", None, "TX-2", "TX-3"]: sheet.append([value])


def many_sheets(book, sheet):
    sheet.title = "Hướng dẫn"
    sheet.append(["Xem trang sau"])
    plain(book, book.create_sheet("Dữ liệu"))
    chart = book.create_chartsheet("Biểu đồ")
    del chart


def inline(book, sheet):
    plain(book, sheet)


def wide(book, sheet):
    sheet.append([f"c{number}" for number in range(800)])
    sheet.append([number * 1.5 for number in range(800)])


def by_xlsxwriter(name, fill, options={}):
    book = xlsxwriter.Workbook(f"{folder}/{name}.xlsx", options)
    fill(book, book.add_worksheet("Hộ"))
    book.close()


def writer_plain(book, sheet):
    day, share, weight = (book.add_format({"num_format": code}) for code in ("dd/mm/yyyy", "0.0%", "#,##0.00"))
    sheet.write_row(0, 0, HEADERS + ["Tỷ lệ", "Đúng"])
    for place, row in enumerate(rows(30), 1):
        sheet.write(place, 0, row[0])
        sheet.write_datetime(place, 1, dt.datetime.combine(row[1], dt.time(9, 12, 33)), day)
        sheet.write_row(place, 2, row[2:5])
        sheet.write(place, 5, row[5], weight)
        sheet.write(place, 6, (place % 7) / 7, share)
        sheet.write_boolean(place, 7, place % 2 == 0)


def writer_formulas(book, sheet):
    sheet.write_row(0, 0, ["a", "b"])
    sheet.write_formula("A2", "=1+2", None, 3)
    sheet.write_formula("B2", '="có"', None, "có")
    sheet.write_formula("A3", "=1/0", None, "#DIV/0!")
    sheet.write_formula("B3", "=1=2", None, False)
    sheet.write_rich_string("A4", "hộ ", book.add_format({"bold": True}), "số", " 3")
    sheet.write_comment("A4", "không phải nội dung ô")
    sheet.write_url("B4", "https://example.org", string="liên kết")


C_PROGRAM = r"""
#include <xlsxwriter.h>
int main(int n, char **v) {
    lxw_workbook *book = workbook_new(v[1]);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "Khảo sát");
    lxw_format *day = workbook_add_format(book);
    format_set_num_format(day, "dd/mm/yyyy hh:mm");
    worksheet_write_string(sheet, 0, 0, "Mã hộ", NULL);
    worksheet_write_string(sheet, 0, 1, "Lúc", NULL);
    worksheet_write_string(sheet, 0, 2, "Số", NULL);
    for (int row = 1; row < 25; row++) {
        char id[16];
        snprintf(id, sizeof id, "TX-%03d", row);
        lxw_datetime when = {2025, 11, 1 + row, row % 24, row * 2, 0.0};
        worksheet_write_string(sheet, row, 0, id, NULL);
        worksheet_write_datetime(sheet, row, 1, &when, day);
        worksheet_write_number(sheet, row, 2, row * 1.25, NULL);
        worksheet_write_boolean(sheet, row, 3, row % 2, NULL);
    }
    return workbook_close(book);
}
"""


def by_c(name):
    with tempfile.TemporaryDirectory() as work:
        with open(f"{work}/book.c", "w") as file: file.write(C_PROGRAM)
        subprocess.run(["cc", f"{work}/book.c", "-o", f"{work}/book", "-lxlsxwriter"], check=True)
        subprocess.run([f"{work}/book", f"{folder}/{name}.xlsx"], check=True)


def by_libreoffice(name, lines, kind="csv", separator=","):
    """A text file, opened and saved by LibreOffice."""
    with tempfile.TemporaryDirectory() as work:
        with open(f"{work}/{name}.csv", "w", newline="") as file: csv.writer(file, delimiter=separator).writerows(lines)
        subprocess.run(
            ["soffice", "--headless", "--infilter=CSV:44,34,76,1,,1033,false,true", "--convert-to", "xlsx", "--outdir",
                folder, f"{work}/{name}.csv"], check=True, capture_output=True)


def exported(name, shown="true"):
    subprocess.run(
        ["soffice", "--headless", "--convert-to", f"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,{shown}",
            "--outdir", folder, f"{folder}/{name}.xlsx"], check=True, capture_output=True)


def make():
    for fill in [plain, epoch_1904, titles, hidden, rich, truths, gaps, numbers, dates, one_column, many_sheets, wide]:
        by_openpyxl("openpyxl-" + fill.__name__.replace("_", "-"), fill)
    by_openpyxl("openpyxl-errors", errors)
    by_xlsxwriter("xlsxwriter-plain", writer_plain)
    by_xlsxwriter("xlsxwriter-1904", writer_plain, {"date_1904": True})
    by_xlsxwriter("xlsxwriter-formulas", writer_formulas)
    by_xlsxwriter("xlsxwriter-inline", writer_plain, {"constant_memory": True})
    by_c("libxlsxwriter-plain")
    lines = [HEADERS] + [["" if cell is None else cell for cell in row] for row in rows(30)]
    by_libreoffice("libreoffice-plain", lines)
    by_libreoffice("libreoffice-days", [["ngày", "giờ"]] + [[f"{1 + n % 28:02d}/11/2025", f"{n % 24}:{n:02d}"] for n in range(40)])
    by_libreoffice("libreoffice-percents", [["tỷ lệ", "đúng", "số"]] + [[f"{n * 3.25}%", "TRUE", f"{n},5"] for n in range(20)])
    # Formulas without a result get one where LibreOffice saves them.
    for name in ["openpyxl-errors", "openpyxl-titles"]:
        with tempfile.TemporaryDirectory() as work:
            subprocess.run(["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", work,
                f"{folder}/{name}.xlsx"], check=True, capture_output=True)
            os.replace(f"{work}/{name}.xlsx", f"{folder}/{name.replace('openpyxl', 'libreoffice')}.xlsx")
            os.remove(f"{folder}/{name}.xlsx")
    for name in sorted(os.listdir(folder)):
        if name.endswith(".xlsx"): exported(name[:-5])


if __name__ == "__main__": make()
