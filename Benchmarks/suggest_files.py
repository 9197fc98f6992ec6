"""Writes made-up exports of survey tools, seeded: nobody in them exists.

Usage: suggest_files.py FOLDER [SEED]

Each file has the shape and the dirt of one tool's export: its system columns, its way of writing lists, ticks,
dates and missing answers. `expected.json` says of each file how many households it has and which of its columns
are personal.
"""
import json
import pathlib
import random
import sys
import unicodedata

FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"]
MIDDLE = ["Văn", "Thị", "Minh", "Thu", "Đức", "Ngọc"]
GIVEN = ["Mẫu", "Thử", "Giả", "Ví", "Dụ", "Nháp"]
SKILLS = [("call", "Gọi Zalo", "Make internet calls"), ("send_file", "Gửi ảnh/tệp", "Send a photo or file"),
          ("install_app", "Cài ứng dụng", "Install an app"), ("online_payment", "Chuyển khoản", "Pay online"),
          ("copy_paste", "Sao chép, dán", "Copy and paste")]
STREETS = ["Đường Mẫu", "Ngõ Thử", "Phố Giả"]
EXPECTED = {}


def tones_apart(text):
    """The text as Windows-1258 writes it: a letter, then its tone."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    letters = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        letters.append(base + "".join(part for part in parts if part in tones))
    return "".join(letters)


class Maker:
    def __init__(self, folder, seed):
        self.folder = pathlib.Path(folder)
        self.seed = seed

    def start(self, name):
        self.random = random.Random(f"{self.seed}:{name}")
        self.name = name
        self.count = self.random.randint(40, 200)
        return range(self.count)

    def pick(self, items, weights=None):
        return self.random.choices(items, weights)[0]

    def person(self):
        return f"{self.pick(FAMILY)} {self.pick(MIDDLE)} {self.pick(GIVEN)}{self.random.randint(1, 9999)}"

    def phone(self):
        return f"09{self.random.randint(10_000_000, 99_999_999)}"

    def address(self):
        return f"{self.random.randint(1, 400)} {self.pick(STREETS)}"

    def uuid(self):
        bits = f"{self.random.getrandbits(128):032x}"
        return "-".join([bits[:8], bits[8:12], bits[12:16], bits[16:20], bits[20:]])

    def day(self, month=11):
        return 1 + self.random.randrange(28), month, 2025

    def ticks(self, yes="1", no="0", of=5):
        return [yes if self.random.random() < 0.45 else no for _ in range(of)]

    def quoted(self, cell, separator):
        cell = str(cell)
        if any(sign in cell for sign in (separator, '"', "\n")):
            return '"' + cell.replace('"', '""') + '"'
        return cell

    def write(self, rows, personal, households=None, separator=",", encoding="utf-8", end="\n", above=()):
        lines = list(above) + [separator.join(self.quoted(cell, separator) for cell in row) for row in rows]
        (self.folder / self.name).write_bytes((end.join(lines) + end).encode(encoding))
        EXPECTED[self.name] = {"households": self.count if households is None else households,
                               "personal": personal}


def limesurvey_codes(m):
    rows = [["id", "submitdate", "lastpage", "startlanguage", "seed", "G1Q1", "G1Q2", "G2Q1[SQ001]", "G2Q1[SQ002]",
             "G2Q1[SQ003]", "G2Q1[other]", "internet", "AGE", "ipaddr"]]
    for i in m.start("limesurvey-codes.csv"):
        rows.append([i + 1, f"2025-11-{1 + i % 28:02d} 08:{i % 60:02d}:00", 5, "vi", 10 ** 8 + i * 7919,
                     m.pick(["Y", "N"]), m.pick(["A1", "A2", "A3"]), *m.ticks("Y", "", 3), "",
                     m.pick(["Wifi", "4G", "Không có"]), m.random.randint(18, 80), f"10.0.{i % 5}.{i}"])
    m.write(rows, ["ipaddr"])


def limesurvey_text(m):
    question = "Which of these have you done in the last 3 months?"
    rows = [["Response ID", "Date submitted", "Last page", "Start language", "Does the household have a smartphone?",
             *[f"{question} [{english}]" for _, _, english in SKILLS], f"{question} [Other]",
             "What is your gender?", "How old are you?", "Enumerator's sex"]]
    for i in m.start("limesurvey-full-text.csv"):
        rows.append([1000 + i, f"2025-11-{1 + i % 28:02d} 10:00:{i % 60:02d}", 4, "en", m.pick(["Yes", "No"]),
                     *m.ticks("Yes", "No"), m.pick(["", "", "a form of my own"]), m.pick(["Female", "Male"]),
                     m.random.randint(16, 90), m.pick(["Female", "Male"])])
    m.write(rows, [])


def limesurvey_brackets_vi(m):
    rows = [["ID phản hồi", "Ngày gửi", "Có điện thoại thông minh không?",
             *[f"Tự làm được việc nào? [{vi}]" for _, vi, _ in SKILLS], "Giới tính", "Năm sinh", "Email liên hệ"]]
    for i in m.start("limesurvey-brackets-vi.csv"):
        rows.append([i + 1, f"2025-11-{1 + i % 28:02d} 09:00:00", m.pick(["Có", "Không"]), *m.ticks("Có", "Không"),
                     m.pick(["Nữ", "Nam"]), m.random.randint(1940, 2005), f"mau{i}@example.org"])
    m.write(rows, ["Email liên hệ"])


def kobo(m, name, labels, deep):
    group = "household_characteristics_and_devices_gr" if deep else "g_hh"
    head = ["start", "end", "today", "deviceid", f"{group}/respondent_name", f"{group}/phone_number",
            f"{group}/hh_size", f"{group}/smartphone"]
    question = f"{group}/{'Kỹ năng số' if labels else 'skills'}"
    head += [question] + [f"{question}/{vi if labels else code}" for code, vi, _ in SKILLS]
    head += [f"{group}/village", "_gps_latitude", "_gps_longitude", "_id", "_uuid", "_submission_time",
             "_validation_status", "_index"]
    rows = [head]
    for i in m.start(name):
        ticks = m.ticks()
        chosen = [(vi if labels else code) for (code, vi, _), tick in zip(SKILLS, ticks) if tick == "1"]
        day = 1 + i % 28
        rows.append([f"2025-11-{day:02d}T08:00:00.000+07:00", f"2025-11-{day:02d}T08:20:00.000+07:00",
                     f"2025-11-{day:02d}", f"ee.test:{i % 4}", m.person(), m.phone(), m.random.randint(1, 9),
                     m.pick(["Có", "Không"] if labels else ["yes", "no"]), " ".join(chosen), *ticks,
                     m.pick(["Thôn Một", "Thôn Hai", "Thôn Ba"]), 21.2 + m.random.random() / 10,
                     106.2 + m.random.random() / 10, 500_000 + i * 3, m.uuid(), f"2025-11-{day:02d}T02:00:00", "",
                     i + 1])
    personal = [f"{group}/respondent_name", f"{group}/phone_number", "_gps_latitude", "_gps_longitude", "deviceid"]
    m.write(rows, personal)


def kobo_xml_values(m, name, yes, no):
    rows = [["start", "end", "consent_given", "resp_age", "resp_sex", "enum_sex", "internet_home", "digital_skills",
             *[f"digital_skills/{code}" for code, _, _ in SKILLS], "body_weight_kg", "_uuid",
             "_submission_time", "_index"]]
    for i in m.start(name):
        ticks = m.ticks(yes, no)
        chosen = [code for (code, _, _), tick in zip(SKILLS, ticks) if tick == yes]
        age = 120 if i == 7 else m.random.randint(15, 88)
        rows.append([f"2025-11-{1 + i % 28:02d}T08:00:00+07:00", f"2025-11-{1 + i % 28:02d}T08:30:00+07:00", "yes",
                     "x" if i == 9 else age, m.pick(["male", "female"]), m.pick(["male", "female"]),
                     m.pick(["wifi", "4g", "no"]), " ".join(chosen), *ticks,
                     round(40 + m.random.random() * 40, 1), m.uuid(), f"2025-11-{1 + i % 28:02d}T03:00:00", i + 1])
    m.write(rows, [])


def odk_central(m):
    rows = [["SubmissionDate", "meta-instanceID", "meta-instanceName", "location-village", "location-gps-Latitude",
             "location-gps-Longitude", "hh-members", "hh-smartphone", "hh-owns_computer", "KEY", "SubmitterID",
             "SubmitterName", "notes-comment"]]
    for i in m.start("odk-central-short-rows.csv"):
        key = f"uuid:{m.uuid()}"
        row = [f"2025-11-{1 + i % 28:02d}T08:51:{i % 60:02d}.481Z", key, m.person(), m.pick(["alpha", "beta", "gamma"]),
               round(-10 - m.random.random(), 6), round(32 + m.random.random(), 6), m.random.randint(1, 11),
               m.pick(["yes", "no"]), m.pick(["yes", "no", "dk"]), key, 200 + i % 5, f"Collector {i % 5}"]
        if i % 9 == 0:
            row.append("door closed at first")
        rows.append(row)
    m.write(rows, ["meta-instanceName", "location-gps-Latitude", "location-gps-Longitude", "SubmitterName"])


def odk_briefcase(m):
    rows = [["SubmissionDate", "start_time", "household-head_name", "household-size", "household-phone_owned",
             "household-items", "enumerator_name", "enumerator_gender", "geopoint-Latitude", "geopoint-Longitude",
             "geopoint-Accuracy", "meta-instanceID", "KEY"]]
    for i in m.start("odk-briefcase.csv"):
        key = f"uuid:{m.uuid()}"
        rows.append([f"Nov {1 + i % 28}, 2025 {1 + i % 11}:58:20 AM", f"Nov {1 + i % 28}, 2025 8:00:00 AM", m.person(),
                     m.random.randint(1, 9), m.pick(["yes", "no"]), " ".join(m.random.sample(["radio", "tv", "laptop"], 2)),
                     m.pick(["Enumerator A", "Enumerator B"]), m.pick(["female", "male"]),
                     round(13 + m.random.random(), 7), round(-5 - m.random.random(), 7), 4.5, key, key])
    m.write(rows, ["household-head_name", "geopoint-Latitude", "geopoint-Longitude", "enumerator_name"])


def survey123(m):
    rows = [["ObjectID", "GlobalID", "CreationDate", "Creator", "EditDate", "Editor", "Name of respondent",
             "Household size", "Do you have a smartphone?", "Internet at home", "Other - Internet at home", "x", "y"]]
    for i in m.start("survey123.csv"):
        when = f"{11}/{1 + i % 12}/2025 {1 + i % 11}:04:05 AM"
        rows.append([i + 1, m.uuid(), when, "field_user", when, "field_user", m.person(), m.random.randint(1, 8),
                     m.pick(["Yes", "No"]), m.pick(["wifi,4G", "4G", "No internet"]), "",
                     round(106 + m.random.random(), 9), round(21 + m.random.random(), 9)])
    m.write(rows, ["Name of respondent", "x", "y", "Creator", "Editor"])


def surveycto(m):
    rows = [["SubmissionDate", "starttime", "endtime", "deviceid", "subscriberid", "username", "caseid", "hhid",
             "resp_age", "has_smartphone", "skills", *[f"skills_{number + 1}" for number in range(5)],
             "bank_account", "formdef_version", "instanceID", "KEY"]]
    for i in m.start("surveycto.csv"):
        key = f"uuid:{m.uuid()}"
        ticks = m.ticks()
        rows.append([f"Nov {1 + i % 28}, 2025 8:12:33 AM", f"Nov {1 + i % 28}, 2025 7:50:00 AM",
                     f"Nov {1 + i % 28}, 2025 8:10:00 AM", f"collect:{i % 6}", "", f"user{i % 6}", "",
                     f"HH-{1 + i // 2:04d}-{i % 2}", m.random.randint(16, 80) if i % 17 else 999,
                     m.pick(["1", "0"]), " ".join(str(n + 1) for n, t in enumerate(ticks) if t == "1"), *ticks,
                     m.pick(["1", "0"]), "2511010815", key, key])
    m.write(rows, ["deviceid", "username"])


def redcap(m, name, labels):
    yes, no = ("Checked", "Unchecked") if labels else ("1", "0")
    boxes = ([f"What can you do? (choice={english})" for _, _, english in SKILLS] if labels
             else [f"can_do___{number + 1}" for number in range(5)])
    head = (["Record ID", "Event Name", "First name", "Age", "Sex", "Has a smartphone", *boxes, "Complete?"] if labels
            else ["record_id", "redcap_event_name", "first_name", "age", "sex", "smartphone", *boxes,
                  "household_complete"])
    rows = [head]
    events = ["Baseline", "Month 3"] if labels else ["baseline_arm_1", "month_3_arm_1"]
    for i in m.start(name):
        rows.append([1 + i // 2, events[i % 2], m.person(), m.random.randint(18, 85),
                     m.pick(["Male", "Female"] if labels else ["1", "2"]), m.pick(["Yes", "No"] if labels else ["1", "0"]),
                     *m.ticks(yes, no), m.pick(["Complete", "Incomplete"] if labels else ["2", "0"])])
    m.write(rows, [head[2]])


def dtm(m):
    rows = [["Survey Date", "Admin1 Name", "Admin1 Code", "Admin2 Name", "Admin2 Code", "Site Name", "Site Code", "Site ID",
             "Latitude", "Longitude", "Households present", "Individuals present", "Internet available at site",
             "Key informant name", "Key informant phone", "Weight of aid parcel (kg)"]]
    for i in m.start("dtm-sites.csv"):
        region, district = i % 4, i % 9
        rows.append([f"{1 + i % 28:02d}-Nov-25", f"Region {region}", f"R{region:02d}", f"District {district}",
                     f"R{region:02d}{district:02d}", f"Site {i % 23} of {district}", f"S{i % 40}", f"SITE{i:05d}",
                     round(9 + m.random.random(), 5), round(38 + m.random.random(), 5), m.random.randint(3, 900),
                     f"{m.random.randint(1, 9)},{m.random.randint(100, 999)}", m.pick(["Yes", "No", "Unknown"]),
                     m.person(), m.phone(), 25])
    m.write(rows, ["Latitude", "Longitude", "Key informant name", "Key informant phone"], encoding="utf-8-sig", end="\r\n")


def finscope(m):
    rows = [["resp_serial", "province", "urbrur", "wgt", "q1_age", "q2_gender", "q3_cellphone", "q3_smartphone",
             "q4_internet", "bank_account", "q5_mobile_money", "interviewer_no", "interviewer_gender"]]
    for i in m.start("finscope.csv"):
        rows.append([70_000 + i * 13, m.pick(["Province 1", "Province 2", "Province 3"]), m.pick(["Urban", "Rural"]),
                     round(200 + m.random.random() * 3000, 5), m.random.randint(16, 90), m.pick(["1", "2"]),
                     m.pick(["1", "2"]), m.pick(["1", "2", "98"], [5, 5, 1]), m.pick(["1", "2"]),
                     m.pick(["Yes", "No"]), m.pick(["1", "2", "3"]), m.random.randint(1, 9), m.pick(["1", "2"])])
    m.write(rows, [])


def findex(m):
    rows = [["economy", "economycode", "regionwb", "pop_adult", "wpid_random", "wgt", "female", "age", "educ", "inc_q",
             "account", "mobileowner", "internetaccess", "fin14_1", "receive_wages", "year"]]
    for i in m.start("findex.csv"):
        code = i % 3
        rows.append([f"Economy {code}", f"E{code:02d}", "South", 1_234_567.0 + code, 111_111_111 + i * 7_919,
                     round(0.2 + m.random.random() * 2, 6), m.pick(["1", "2"]), m.pick([str(m.random.randint(15, 95)), ""], [30, 1]),
                     m.pick(["1", "2", "3", "4"]), m.random.randint(1, 5), m.pick(["0", "1"]), m.pick(["1", "2", "3", "4"], [60, 30, 1, 1]),
                     m.pick(["1", "2", "3", "4"], [60, 30, 1, 1]), m.pick(["1", "2", ""]), m.random.randint(1, 5), 2024])
    m.write(rows, [])


def google_vi(m, name, with_id):
    head = ["Dấu thời gian", "Họ và tên người trả lời", "Tổ dân phố", "Gia đình bạn có điện thoại thông minh không?",
            "Bạn tự làm được việc nào trong 3 tháng qua?", "Gia đình có cần hỗ trợ nộp hồ sơ trực tuyến không?",
            "Số điện thoại liên hệ"]
    if with_id:
        head.insert(1, "Mã hộ gia đình")
    rows = [head]
    for i in m.start(name):
        chosen = [vi for _, vi, _ in SKILLS if m.random.random() < 0.4]
        row = [f"{1 + i % 28:02d}/11/2025 {8 + i % 9}:{i % 60:02d}:{i * 7 % 60:02d}", m.person(), f"Tổ {1 + i % 6}",
               m.pick(["Có", "Không", "Có ạ"]), ", ".join(chosen) or "Không việc nào", m.pick(["Có", "Không"]), m.phone()]
        if with_id:
            row.insert(1, f"TX{1 + i % 6:02d}-{i:03d}")
        rows.append(row)
    if with_id:
        rows.append(list(rows[3]))
    m.write(rows, ["Họ và tên người trả lời", "Số điện thoại liên hệ"])


def google_grid(m):
    rows = [["Timestamp", "Email Address", "Does your household have a computer?",
             *[f"How often do you do this? [{english}]" for _, _, english in SKILLS], "Your age", "District"]]
    for i in m.start("google-grid.csv"):
        rows.append([f"11/{1 + i % 28}/2025 {8 + i % 9}:{i % 60:02d}:11", f"sample{i}@example.org", m.pick(["Yes", "No"]),
                     *[m.pick(["Never", "Weekly", "Daily"]) for _ in SKILLS], m.pick(["18-24", "25-44", "45+"]),
                     m.pick(["North", "South"])])
    m.write(rows, ["Email Address"])


def microsoft_forms(m):
    rows = [["ID", "Start time", "Completion time", "Email", "Name", "Có điện thoại thông minh không?",
             "Tự làm được việc nào?", "Tuổi của bạn", "Bạn thuộc tổ dân phố nào?"]]
    for i in m.start("microsoft-forms.csv"):
        chosen = [vi for _, vi, _ in SKILLS if m.random.random() < 0.4]
        rows.append([i + 1, f"11/{1 + i % 28}/25 8:{i % 60:02d}:00", f"11/{1 + i % 28}/25 8:{i % 60:02d}:59",
                     "anonymous", m.person(), m.pick(["Có", "Không"]), ";".join(chosen) + ";" if chosen else "",
                     m.random.randint(18, 80), f"Tổ dân phố số {1 + i % 5}"])
    m.write(rows, ["Name", "Email"], encoding="utf-8-sig", end="\r\n")


def ward_excel(m):
    rows = [["STT", "Mã hộ", "Họ và tên chủ hộ", "Tổ", "Số điện thoại", "Địa chỉ", "Số nhân khẩu", "Điện thoại thông minh",
             "Máy tính", "VNeID", "Cần hỗ trợ"]]
    for i in m.start("ward-office-ticks.csv"):
        rows.append([i + 1, f"H{i:04d}", m.person(), f"Tổ {1 + i % 7}", m.phone()[1:], m.address(),
                     f"{m.random.randint(1, 8)} người", *m.ticks("x", "", 2), m.pick(["Mức 2", "Mức 1", "Chưa có"]),
                     m.pick(["x", ""])])
    rows.append(["Tổng cộng", "", "", "", "", "", m.count * 4, "", "", "", ""])
    above = ["ỦY BAN NHÂN DÂN PHƯỜNG MẪU;;;;;;;;;;", "DANH SÁCH KHẢO SÁT HỘ GIA ĐÌNH;;;;;;;;;;", ";;;;;;;;;;"]
    m.write(rows, ["Họ và tên chủ hộ", "Số điện thoại", "Địa chỉ"], separator=";", end="\r\n", above=above)


def ward_grouped(m):
    """A header of two rows under two titles, a row that numbers the columns, sums, and who signed."""
    rows = [["TT", "Họ và tên chủ hộ", "Tổ dân phố", "Trong nhà có", "", "", "", "VNeID mức 2",
             "Hồ sơ đã nộp (12 tháng qua)", "", "Cần hỗ trợ"],
            ["", "", "", "ĐT thông minh", "Máy tính bàn", "Laptop", "Internet", "", "Trực tiếp", "Trực tuyến", ""],
            [f"({column})" for column in range(1, 12)]]
    for i in m.start("ward-office-two-rows.csv"):
        rows.append([i + 1, m.person(), f"Tổ {1 + i % 7}", *m.ticks("x", "", 4), m.pick(["Có", "Chưa"]),
                     m.pick(["", 1, 2]), m.pick(["", "", 1]), m.pick(["Có", "Không"])])
    rows.append(["Tổng cộng", *[""] * 10])
    rows.append(["Người lập biểu", *[""] * 8, "CHỦ TỊCH", ""])
    rows.append(["", m.person(), *[""] * 9])
    above = ["UBND PHƯỜNG MẪU,,,,,,CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM,,,,", "BẢNG TỔNG HỢP,,,,,,,,,,"]
    m.write(rows, ["Họ và tên chủ hộ"], end="\r\n", above=above)


def google_devices(m):
    rows = [["Dấu thời gian", "Anh/chị ở tổ dân phố nào?", "Ông/bà sinh năm nào?", "Gia đình có những thiết bị nào?",
             "Ông/bà đã kích hoạt VNeID mức 2 chưa?", "Trong 12 tháng qua, gia đình nộp bao nhiêu hồ sơ?",
             "Trong đó nộp qua mạng"]]
    devices = ["Điện thoại thông minh", "Máy tính để bàn", "Máy tính xách tay", "Tivi thông minh"]
    for i in m.start("google-devices.csv"):
        total = m.random.randint(0, 3)
        rows.append([f"{1 + i % 28:02d}/11/2025 {8 + i % 9}:{i % 60:02d}:{i * 7 % 60:02d}", f"Tổ {1 + i % 6}",
                     m.random.randint(1940, 2004), ", ".join(d for d in devices if m.random.random() < 0.5) or "Không có",
                     m.pick(["Rồi", "Chưa", "Chưa rõ"]), total, m.random.randint(0, total)])
    m.write(rows, [])


def ward_no_code(m):
    rows = [["STT", "Họ và tên", "Ngày sinh", "Số nhà, đường", "Khu phố", "SĐT", "Có smartphone", "Có Internet", "Thu nhập (triệu)"]]
    for i in m.start("ward-office-no-code.csv"):
        rows.append([i + 1, m.person(), f"{1 + i % 28:02d}/0{1 + i % 9}/19{60 + i % 40}", m.address(), f"KP{1 + i % 4}", m.phone(),
                     m.pick(["có", "ko", "Không", "C", "K"]), m.pick(["có", "ko"]), f"{m.random.randint(3, 40)},{m.random.randint(0, 9)}"])
    m.write(rows, ["Họ và tên", "Số nhà, đường", "SĐT", "Ngày sinh"], separator="\t", encoding="utf-16", end="\r\n",
            above=["BẢNG TỔNG HỢP\t\t\t\t\t\t\t\t"])


def ward_windows1258(m):
    rows = [["Ma phieu", "Phường cũ", "Tổ dân phố", "Ngày khảo sát", "Kết nối mạng", "Trọng số", "Ghi chú"]]
    for i in m.start("ward-office-windows-1258.csv"):
        rows.append([f"P{i:03d}", m.pick(["Phường Thọ Mẫu", "Phường Đa Mẫu"]), f"Tổ {1 + i % 5}", f"{1 + i % 28}/11/25",
                     m.pick(["Cáp quang", "4G", "Không có"]), f"{1 + m.random.randint(0, 4)},{m.random.randint(1, 9)}",
                     m.pick(["", "vắng nhà lần đầu"])])
    rows = [[tones_apart(str(cell)) for cell in row] for row in rows]
    m.write(rows, [], separator=";", encoding="cp1258", end="\r\n")


def surveymonkey(m):
    rows = [["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name",
             "Do you own a smartphone?", "Which of these can you do?", "", "", "What is your gender?", "How old are you?"],
            ["", "", "", "", "", "", "", "Response", "Make internet calls", "Install an app", "Pay online", "Response",
             "Open-Ended Response"]]
    for i in m.start("surveymonkey-two-header-rows.csv"):
        ticks = m.ticks("t", "", 3)
        options = ["Make internet calls", "Install an app", "Pay online"]
        rows.append([118_000_000_000 + i * 977, 441_000_111, f"11/{13 + i % 15}/2025 08:00:00", f"11/{13 + i % 15}/2025 08:09:00",
                     f"10.1.{i % 9}.{i}", f"one{i}@example.org", m.person(), m.pick(["Yes", "No"]),
                     *[o if t else "" for o, t in zip(options, ticks)], m.pick(["Female", "Male"]), m.random.randint(18, 88)])
    m.write(rows, ["IP Address", "Email Address", "First Name"])


def qualtrics(m):
    head = ["StartDate", "EndDate", "Status", "IPAddress", "Progress", "ResponseId", "RecipientLastName", "LocationLatitude",
            "LocationLongitude", "Q1", "Q2_1", "Q2_2", "Q2_3", "Q3"]
    texts = ["Start Date", "End Date", "Response Type", "IP Address", "Progress", "Response ID", "Recipient Last Name",
             "Location Latitude", "Location Longitude", "Does your household have internet at home?",
             "What can you do? - Selected Choice - Pay online", "What can you do? - Selected Choice - Install an app",
             "What can you do? - Selected Choice - Other", "Household size"]
    rows = [head, texts, ['{"ImportId":"' + name.lower() + '"}' for name in head]]
    for i in m.start("qualtrics-three-header-rows.csv"):
        rows.append([f"2025-11-{1 + i % 28:02d} 08:00:00", f"2025-11-{1 + i % 28:02d} 08:09:00", "IP Address", f"10.2.0.{i}",
                     100, f"R_{m.random.getrandbits(60):x}", "", round(21 + m.random.random(), 4), round(106 + m.random.random(), 4),
                     m.pick(["Yes", "No"]), *[m.pick([option, ""]) for option in ("Pay online", "Install an app", "Other")],
                     m.random.randint(1, 9)])
    m.write(rows, ["IPAddress", "LocationLatitude", "LocationLongitude", "RecipientLastName"])


def cspro(m):
    rows = [["QHCLUST", "QHNUMBER", "QHLINE", "QHINTD", "QHINTM", "QHINTY", "QH101", "QH102", "QH103A", "QH103B", "QHWEIGHT"]]
    for i in m.start("cspro.csv"):
        rows.append([100 + i // 25, 1 + i % 25, 1, 1 + i % 28, 11, 2025, m.pick(["1", "2"]), m.pick(["1", "2", "8"]),
                     m.pick(["1", "2"]), m.pick(["1", "2"]), 1_234_567])
    m.write(rows, [])


def stata(m):
    rows = [["hhid", "ea_id", "strata", "hhweight", "hh_a02", "hh_b03", "age_yrs", "phone_own", "int_date", "enum_id", "head_age"]]
    for i in m.start("stata-labels.csv"):
        rows.append([f"{10_000 + i}", f"EA{i // 12:03d}", m.pick(["urban", "rural"]), round(50 + m.random.random() * 100, 3),
                     m.pick(["1. yes", "2. no"]), m.pick(["owned", "rented", "."]), m.random.randint(18, 90), m.pick(["yes", "no", "."]),
                     f"{1 + i % 28:02d}nov2025", m.random.randint(1, 8), m.random.randint(20, 90)])
    m.write(rows, [])


def no_id(m):
    rows = [["Tuổi", "Giới tính", "Có điện thoại thông minh không?", "Có cần hỗ trợ?"]]
    for i in m.start("no-id.csv"):
        rows.append([m.random.randint(20, 40), m.pick(["Nam", "Nữ"]), m.pick(["Có", "Không"]), m.pick(["Có", "Không"])])
    m.write(rows, [])


def cluster_number(m):
    rows = [["Cluster number", "Household number", "Head of household", "Owns computer", "Internet", "Number of household members"]]
    for i in m.start("cluster-household-number.csv"):
        rows.append([1 + i // 20, 1 + i % 20, m.person(), m.pick(["yes", "no", "Y", "N"]), m.pick(["fixed broadband", "no internet"]),
                     m.random.randint(1, 9)])
    m.write(rows, ["Head of household"])


def three_part_key(m):
    rows = [["district", "village_code", "structure_no", "smartphone", "sex_of_interviewer", "sex_of_respondent"]]
    for i in m.start("three-part-key.csv"):
        rows.append([f"D{i // 60}", 1 + i // 12 % 5, 1 + i % 12, m.pick(["yes", "no"]), m.pick(["m", "f"]), m.pick(["m", "f"])])
    m.write(rows, [])


def long_group_names(m):
    group = "section_two_household_roster_and_devices"
    rows = [[f"{group}/household_code", f"{group}/area_name_of_the_enumeration_district", f"{group}/smartphone",
             f"{group}/internet", "section_three_of_the_questionnaire_on_it/computer", f"{group}/respondent_age"]]
    names = [f"Residential neighbourhood of the area no {k}" for k in range(4)]
    for i in m.start("group-names-of-40-characters.csv"):
        rows.append([f"C-{i:03d}", names[i % 4], m.pick(["yes", "no"]), m.pick(["wifi", "4G", "none"]), m.pick(["yes", "no"]),
                     m.random.randint(18, 80)])
    m.write(rows, [])


def two_digit_years(m):
    rows = [["Mã phiếu", "Ngày phỏng vấn", "Tổ dân phố", "Có máy tính?", "Kết nối Internet tại nhà"]]
    for i in m.start("two-digit-years.csv"):
        rows.append([f"M{i:03d}", f"{1 + i % 12:02d}/{10 + i % 2}/25", f"TDP số {1 + i % 6:02d}", m.pick(["Có", "Không", "x"]),
                     m.pick(["Wifi, 4G", "4G/5G", "Không có"])])
    m.write(rows, [])


def odd_cells(m):
    rows = [["household_id", "household_size", "procedures_total", "weight", "smartphone", "latitude"]]
    for i in m.start("one-odd-cell.csv"):
        rows.append([f"h{i}", "x" if i == 11 else m.random.randint(1, 8), "many" if i == 12 else m.random.randint(0, 4),
                     round(1 + m.random.random(), 2), "maybe" if i == 13 else m.pick(["yes", "no"]),
                     "?" if i == 14 else round(21 + m.random.random(), 5)])
    m.write(rows, ["latitude"])


def birth_years(m):
    rows = [["Mã hộ", "Năm sinh người trả lời", "Giới tính", "Số người trong gia đình", "VNeID", "Đồng ý được liên hệ"]]
    for i in m.start("birth-years.csv"):
        rows.append([f"B{i:03d}", 1935 + i % 70 if i % 13 else "không nhớ", m.pick(["Nam", "Nữ"]), f"{1 + i % 6} người",
                     m.pick(["Mức 2", "Chưa có", "Đã cài chưa kích hoạt"]), m.pick(["Có", "Không", ""])])
    m.write(rows, [])


def four_spellings(m):
    rows = [["Mã hộ", "Tổ", "Có điện thoại thông minh", "Có máy tính", "Có nhu cầu hỗ trợ", "Tài khoản ngân hàng"]]
    spell = [("Có", "Không"), ("x", ""), ("1", "0"), ("C", "K")]
    for i in m.start("four-spellings.csv"):
        rows.append([f"Y{i:03d}", f"Tổ {1 + i % 5}", *[m.pick(spell[i % 4]) for _ in range(3)], m.pick(["Có", "Không"])])
    m.write(rows, [])


def duplicated_headers(m):
    rows = [["Case ID", "Date", "Sex", "Sex", "Smartphone", "Internet?", "Internet", "Street address", "National ID number"]]
    for i in m.start("headers-twice.csv"):
        rows.append([f"K{i:03d}", f"2025-11-{1 + i % 28:02d}", m.pick(["F", "M"]), m.pick(["F", "M"]), m.pick(["Yes", "No", "Refused"]),
                     m.pick(["Yes", "No"]), m.pick(["wifi", "none"]), m.address(), f"0{m.random.randint(10 ** 10, 10 ** 11 - 1)}"])
    m.write(rows, ["Street address", "National ID number"])


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    m = Maker(folder, int(sys.argv[2]) if len(sys.argv) > 2 else 20251101)
    limesurvey_codes(m)
    limesurvey_text(m)
    limesurvey_brackets_vi(m)
    kobo(m, "kobo-codes.csv", labels=False, deep=False)
    kobo(m, "kobo-labels.csv", labels=True, deep=False)
    kobo(m, "kobo-deep-groups.csv", labels=False, deep=True)
    kobo_xml_values(m, "kobo-xml-values-01.csv", "1", "0")
    kobo_xml_values(m, "kobo-xml-values-true-false.csv", "TRUE", "FALSE")
    odk_central(m)
    odk_briefcase(m)
    survey123(m)
    surveycto(m)
    redcap(m, "redcap-raw.csv", labels=False)
    redcap(m, "redcap-labels.csv", labels=True)
    dtm(m)
    finscope(m)
    findex(m)
    google_vi(m, "google-vi-no-id.csv", with_id=False)
    google_vi(m, "google-vi-with-id.csv", with_id=True)
    google_grid(m)
    microsoft_forms(m)
    google_devices(m)
    ward_excel(m)
    ward_grouped(m)
    ward_no_code(m)
    ward_windows1258(m)
    surveymonkey(m)
    qualtrics(m)
    cspro(m)
    stata(m)
    no_id(m)
    cluster_number(m)
    three_part_key(m)
    long_group_names(m)
    two_digit_years(m)
    odd_cells(m)
    birth_years(m)
    four_spellings(m)
    duplicated_headers(m)
    (folder / "expected.json").write_text(json.dumps(EXPECTED, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
