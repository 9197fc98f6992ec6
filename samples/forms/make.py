"""Makes the three forms beside it: households that do not exist, as three programs would export them. Needs openpyxl."""
import csv, datetime, random
import openpyxl

draw = random.Random(5)
GROUPS = ["Tổ 1", "Tổ 2", "Tổ 3", "Tổ Đồng Cửa"]
SKILLS = {"call": "Gọi Zalo", "send_file": "Gửi ảnh/tệp", "install_app": "Cài ứng dụng", "online_payment": "Chuyển khoản"}
NETS = {"fixed": "Wifi", "mobile": "4G", "none": "Không có"}


def household(number):
    phone = draw.random() < 0.8
    filed = draw.choice([0, 0, 1, 1, 2, 3])
    return {
        "id": f"HS-{number:03d}", "day": datetime.date(2025, 11, 1 + number % 27), "group": draw.choice(GROUPS),
        "size": draw.randint(1, 6), "phone": phone, "computer": draw.random() < 0.3, "level2": draw.random() < 0.6,
        "net": draw.choice(list(NETS)), "skills": [skill for skill in SKILLS if phone and draw.random() < 0.5],
        "knows": draw.choice(["Biết rõ", "Có nghe nói", "Không biết"]), "filed": filed,
        "online": draw.randint(0, filed), "help": draw.random() < 0.5, "agrees": draw.random() < 0.6}


HOUSEHOLDS = [household(number) for number in range(1, 121)]
said = {True: "Có", False: "Không"}


def write(name, rows):
    with open(name, "w", newline="", encoding="utf-8") as file: csv.writer(file).writerows(rows)


write("google-form.csv", [[
    "Dấu thời gian", "Tổ dân phố", "Số nhân khẩu", "Có điện thoại thông minh không?", "Kết nối Internet tại nhà",
    "Tài khoản VNeID", "Tự làm được việc nào?", "Có biết cách nộp hồ sơ trực tuyến?", "Số hồ sơ đã nộp",
    "Số hồ sơ nộp trực tuyến", "Có cần hỗ trợ không?", "Dữ liệu mẫu"]] + [[
        f"{one['day']:%d/%m/%Y} {8 + place % 9:02d}:{place % 60:02d}:33", one["group"], one["size"], said[one["phone"]],
        NETS[one["net"]], "Mức 2 đã kích hoạt" if one["level2"] else "Chưa có",
        ", ".join(SKILLS[skill] for skill in one["skills"]) or "Không việc nào", one["knows"], one["filed"],
        one["online"], said[one["help"]], "có"] for place, one in enumerate(HOUSEHOLDS)])

write("kobo.csv", [
    ["start", "end", "today", "ho/ma_ho", "ho/to_dan_pho", "ho/so_nhan_khau", "thiet_bi/smartphone", "thiet_bi/internet",
        "skills"] + [f"skills/{skill}" for skill in SKILLS] + ["procedures_total", "procedures_online", "wants_help",
        "_uuid", "_submission_time", "synthetic"]] + [
    [f"{one['day']}T08:00:01.000+07:00", f"{one['day']}T08:20:01.000+07:00", one["day"], one["id"], one["group"],
        one["size"], "yes" if one["phone"] else "no", one["net"], " ".join(one["skills"])]
    + [int(skill in one["skills"]) for skill in SKILLS]
    + [one["filed"], one["online"], "yes" if one["help"] else "no", f"{draw.getrandbits(64):016x}",
        f"{one['day']}T09:00:00", "yes"] for one in HOUSEHOLDS])

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Tháng 11"
sheet.append(["PHIẾU KHẢO SÁT HỘ GIA ĐÌNH, THÁNG 11 NĂM 2025"])
sheet.merge_cells("A1:M1")
sheet.append([])
sheet.append(["STT", "Mã hộ", "Họ và tên chủ hộ", "Tổ", "Địa chỉ", "SĐT", "Ngày khảo sát", "Số nhân khẩu",
    "Có điện thoại thông minh", "Có máy tính", "Định danh mức 2", "Số hồ sơ đã nộp", "Số hồ sơ nộp trực tuyến", "Dữ liệu mẫu"])
for place, one in enumerate(HOUSEHOLDS, 1):
    sheet.append([place, one["id"], f"Chủ hộ {place}", one["group"], f"Số {place}, đường Ao Sen", f"{place:010d}", one["day"],
        one["size"], "x" if one["phone"] else None, "x" if one["computer"] else None, "x" if one["level2"] else None,
        one["filed"], one["online"], "có"])
    sheet.cell(sheet.max_row, 7).number_format = "dd/mm/yyyy"
sheet.append(["Tổng cộng", *[None] * 6, f"=SUM(H4:H{sheet.max_row})"])
sheet.column_dimensions["F"].hidden = True
book.save("ward-office.xlsx")
