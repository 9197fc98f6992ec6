"""Makes the files of the survey benchmark from one synthetic survey: survey.csv as interviewers send it, groups.csv,
sample.csv with a column for each indicator, and totals to rake it to."""
import collections, csv, sys
from reading_files import places, sound_rows

INDICATORS = ["smartphone", "computer", "internet", "internetFixed", "internetMobile", "eIDLevel2", "knowsProcess", "wantsHelp",
    "onlineUptakeHouseholds", "selfFiledHouseholds", "assistedHouseholds"]


def indicators(of):
    """As Sources/Readiness/Indicators makes them; empty outside the base."""
    internet, filer, online = of["internet"].split(";"), of["who_filed"], int(of["procedures_online"]) > 0
    filed = [int(online and filer in by) if filer or not online else "" for by in (["self"], ["assisted", "family"])]
    return [int(answer) for answer in (
        of["smartphone"] == "yes", of["computer"] == "yes", of["internet"] != "none", "fixed" in internet, "mobile" in internet,
        of["e_id"] == "level_2", of["knows_process"] == "yes", of["wants_help"] == "yes")
    ] + ([int(online), *filed] if int(of["procedures_total"]) > 0 else ["", "", ""])


def main(source, groups, folder):
    known = places(groups)
    asked, sample = collections.Counter(), []
    with open(source, newline="") as file, open(f"{folder}/survey.csv", "w", newline="") as survey:
        rows, write = csv.reader(file), csv.writer(survey, lineterminator="\n").writerow
        header = next(rows)
        write(header)
        for place, row in sound_rows(rows, header, set(known)):
            write(row)
            asked[place] += 1
            sample.append((place, tuple(indicators(dict(zip(header, row))))))
    # The synthetic survey asks nearly every household; here there live 2 to 6 times as many, so that weights differ and
    # the finite population takes away a part of the variance, not all of it.
    code, living = {}, {}
    with open(groups, newline="") as file, open(f"{folder}/groups.csv", "w", newline="") as written:
        rows = csv.DictReader(file)
        table = csv.DictWriter(written, rows.fieldnames, lineterminator="\n")
        table.writeheader()
        for number, (place, row) in enumerate(zip(known, rows)):
            row["households"] = living[place] = asked[place] * (2 + number % 5) or int(row["households"])
            code[place] = row["group_id"]
            table.writerow(row)

    def write(name, header, rows):
        with open(f"{folder}/{name}.csv", "w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *rows])

    write("sample", ["group", "weight", "population", *INDICATORS],
        ((code[place], repr(living[place] / asked[place]), living[place], *values) for place, values in sample))
    # Totals that the design's own weights miss, of both margins; whole numbers, so that they add up alike.
    by_group = {code[place]: living[place] + 3 * (number % 7) for number, place in enumerate(known) if asked[place]}
    having = sum(by_group.values()) * 8 // 10
    write("group", ["group", "Freq"], by_group.items())
    write("smartphone", ["smartphone", "Freq"], [(1, having), (0, sum(by_group.values()) - having)])


if __name__ == "__main__":
    main(*sys.argv[1:])
