"""Drafts a codebook for every made-up export and checks the export with it, unedited: how many work at once.

Usage: suggest.py SANSANG FOLDER [--verbose]

A file works if the draft is made, `check` with it exits 0 and accepts at least 95 % of the households, no personal
column is the key, no personal cell stands in the draft, and `codebook check --against` finds it usable.
"""
import json
import pathlib
import re
import subprocess
import sys


# What the draft of each file must read, beside the key: variable → header (or a part of the line below it).
USES = {
    "limesurvey-full-text.csv": {
        "smartphone": "smartphone?", "skills": "[Make internet calls]", "respondent_sex": "What is your gender?",
        "respondent_age": "How old"},
    "limesurvey-brackets-vi.csv": {"skills": "[Gọi Zalo]", "respondent_age": "Năm sinh", "respondent_sex": "Giới tính"},
    "kobo-codes.csv": {"household_size": "g_hh/hh_size", "skills": "g_hh/skills", "smartphone": "g_hh/smartphone"},
    "kobo-labels.csv": {"skills": "Kỹ năng số", "survey_date": "today"},
    "kobo-deep-groups.csv": {"skills": "skills", "smartphone": "smartphone", "household_size": "hh_size"},
    "kobo-xml-values-01.csv": {"skills": "digital_skills", "respondent_age": "resp_age", "respondent_sex": "resp_sex"},
    "kobo-xml-values-true-false.csv": {"skills": "digital_skills", "respondent_age": "resp_age"},
    "odk-central-short-rows.csv": {"smartphone": "hh-smartphone", "household_size": "hh-members"},
    "survey123.csv": {"smartphone": "smartphone?", "survey_date": "CreationDate", "internet": "Internet at home"},
    "surveycto.csv": {"household_id": "hhid", "smartphone": "has_smartphone", "respondent_age": "resp_age"},
    "redcap-raw.csv": {"household_id": "redcap_event_name", "smartphone": "smartphone"},
    "redcap-labels.csv": {"household_id": "Event Name", "skills": "choice=Pay online"},
    "finscope.csv": {"weight": "wgt", "smartphone": "q3_smartphone", "respondent_sex": "q2_gender"},
    "findex.csv": {"weight": "wgt", "household_id": "wpid_random", "respondent_age": "age"},
    "google-vi-no-id.csv": {"smartphone": "điện thoại thông minh", "skills": "việc nào", "residential_group": "Tổ dân phố"},
    "google-vi-with-id.csv": {"household_id": "Mã hộ gia đình", "wants_help": "cần hỗ trợ"},
    "google-grid.csv": {"computer": "computer?", "survey_date": "Timestamp"},
    "microsoft-forms.csv": {"household_id": "ID", "skills": "việc nào", "smartphone": "thông minh"},
    "ward-office-ticks.csv": {"household_id": "Mã hộ", "residential_group": "Tổ", "e_id": "VNeID",
                              "household_size": "Số nhân khẩu", "computer": "Máy tính"},
    "ward-office-no-code.csv": {"household_id": "row", "smartphone": "Có smartphone"},
    "ward-office-windows-1258.csv": {"weight": "Trọng số", "internet": "Kết nối mạng", "survey_date": "Ngày khảo sát"},
    "surveymonkey-two-header-rows.csv": {"smartphone": "smartphone?", "respondent_sex": "gender?"},
    "cspro.csv": {"household_id": "QHNUMBER", "weight": "QHWEIGHT"},
    "stata-labels.csv": {"household_id": "hhid", "weight": "hhweight", "stratum": "strata"},
    "no-id.csv": {"household_id": "row", "smartphone": "thông minh", "respondent_sex": "Giới tính"},
    "cluster-household-number.csv": {"household_id": "Household number", "computer": "Owns computer", "psu": "Cluster number"},
    "three-part-key.csv": {"household_id": "structure_no", "respondent_sex": "sex_of_respondent"},
    "group-names-of-40-characters.csv": {"household_id": "household_code", "internet": "internet"},
    "two-digit-years.csv": {"survey_date": "Ngày phỏng vấn", "residential_group": "Tổ dân phố"},
    "one-odd-cell.csv": {"household_size": "household_size", "procedures_total": "procedures_total", "weight": "weight",
                         "latitude": "latitude", "smartphone": "smartphone"},
    "birth-years.csv": {"respondent_age": "Năm sinh", "household_size": "Số người", "e_id": "VNeID", "consent": "Đồng ý"},
    "four-spellings.csv": {"smartphone": "thông minh", "computer": "máy tính", "wants_help": "hỗ trợ"},
    "headers-twice.csv": {"smartphone": "Smartphone", "survey_date": "Date"},
}
# What no draft may read.
NEVER = ["body_weight_kg", "(kg)", "enum_sex", "sex_of_interviewer", "enumerator_gender", "interviewer_gender",
         "Enumerator's sex", "head_age"]


def run(*arguments):
    return subprocess.run(arguments, capture_output=True, text=True)


def personal_cells(program, file, columns):
    """The cells of personal columns, as the program itself reads the file."""
    rows = json.loads(run(program, "records", file).stdout)
    for place, row in enumerate(rows):
        if all(column in row for column in columns):
            places = [row.index(column) for column in columns]
            # Some tools write up to two more header rows.
            cells = {line[at] for line in rows[place + 3:] for at in places if at < len(line)}
            return {cell for cell in cells if len(cell) > 4 and any(sign.isdigit() or sign == " " for sign in cell)}
    return set()


def fault(program, file, expected):
    draft = run(program, "codebook", "suggest", file)
    if draft.returncode != 0:
        return f"suggest exits {draft.returncode}: {draft.stderr.strip()}"
    codebook = pathlib.Path(file).with_suffix(".yaml")
    codebook.write_text(draft.stdout)
    key = re.search(r"^  household_id:(.*?)^  \w", draft.stdout + "  x", re.S | re.M)
    used = [line for line in (key.group(1) if key else "").splitlines() if not line.strip().startswith("#")]
    for column in expected["personal"]:
        if any(f'"{column}"' in line for line in used):
            return f"the key is {column}"
    for cell in personal_cells(program, file, expected["personal"]):
        if f'"{cell}"' in draft.stdout or f" {cell} " in draft.stdout:
            return "a personal cell stands in the draft"
    used = "\n".join(line for line in draft.stdout.splitlines() if not line.strip().startswith("#"))
    for header in NEVER:
        if header in used:
            return f"{header} is used"
    for variable, header in USES.get(pathlib.Path(file).name, {}).items():
        found = re.search(rf"^  {variable}:\n((?:    .*\n)+)", used + "\n", re.M)
        if not found or header not in found.group(1):
            return f"{variable} is not read from {header}"
    check = run(program, "check", file, "--codebook", str(codebook), "--json")
    if check.returncode != 0:
        return f"check exits {check.returncode}: {check.stderr.strip()}"
    accepted = json.loads(check.stdout)["accepted"]
    if accepted < 0.95 * expected["households"]:
        return f"accepted {accepted} of {expected['households']}"
    against = run(program, "codebook", "check", str(codebook), "--against", file)
    if against.returncode != 0:
        return f"check --against exits {against.returncode}: {against.stderr.strip()}"
    return None


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    expected = json.loads((folder / "expected.json").read_text())
    good = 0
    for name in sorted(expected):
        found = fault(program, str(folder / name), expected[name])
        good += found is None
        if found:
            print(f"{name}: {found}")
    print(f"{good} of {len(expected)} work at once")


if __name__ == "__main__":
    main()
