"""Missing answers and the figures of the cascade: wards of known truth, with answers blanked at random and by age and kind.

For each seed a ward is made and all 36,900 households are interviewed (some at counters, which are no part of a
sample of doors); under 36,900 interviews as many are drawn, the same share of each group. Cells of the cascade's
questions are blanked; what `summarize` says of the whole ward is set against the truth. Prints the mean difference
(bias), its standard error, and how many of the intervals cover. The truth is exact: all households of the ward are known.
"""
import csv, io, json, random, subprocess, sys, tempfile

QUESTIONS = ["smartphone", "computer", "internet", "e_id", "skills", "knows_process", "procedures_total",
    "procedures_online", "who_filed", "could_repeat", "wants_help"]
WARD = 36900
SCENARIOS = {"as made (1 to 3 %)": lambda row: 0.0, "5 % at random": lambda row: 0.05, "15 % at random": lambda row: 0.15,
    "5 %, aged 60 or more 15 %": lambda row: 0.15 if is_old(row) else 0.05,
    "5 %, all aged 60 or more 15 %": lambda row: 0.15 if is_only_old(row) else 0.05}


def number(text):
    return float(text) if text.replace(".", "", 1).isdigit() else None


def is_old(row):
    return (number(row["respondent_age"]) or 0) >= 60


def is_only_old(row):
    size, old = number(row["household_size"]), number(row["people_60_plus"])
    return size is not None and old is not None and old >= size


def drawn(rows, share, seed):
    """The same share of the rows of each group."""
    draw, groups = random.Random(seed), {}
    names = [rows[0].index("former_ward"), rows[0].index("residential_group")]
    for row in rows[1:]:
        if len(row) == len(rows[0]): groups.setdefault(tuple(row[name] for name in names), []).append(row)
    return rows[:1] + [row for _, own in sorted(groups.items()) for row in draw.sample(own, round(share * len(own)))]


def blanked(text, share, chance, seed):
    draw = random.Random(seed)
    rows = list(csv.reader(io.StringIO(text)))
    if share < 1: rows = drawn(rows, share, seed)
    header, places = rows[0], [rows[0].index(name) for name in QUESTIONS]
    for row in rows[1:]:
        if len(row) != len(header): continue
        share = chance(dict(zip(header, row)))
        for place in places:
            if draw.random() < share: row[place] = ""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def main(program, households, seeds, first, names):
    sums = {}
    for seed in range(first, first + seeds):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([program, "synthesize", "--households", str(WARD), "--months", "1", "--seed", str(seed),
                "--output", f"{folder}/ward"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            truth = json.load(open(f"{folder}/ward/truth.json"))["months"][0]["ward"]
            text = open(f"{folder}/ward/2025-09.csv", encoding="utf-8").read()
            for name in names:
                path = f"{folder}/survey.csv"
                with open(path, "w", encoding="utf-8") as file: file.write(blanked(text, households / WARD, SCENARIOS[name], seed))
                subprocess.run([program, "summarize", path, "--groups", f"{folder}/ward/groups.csv", "--sampling",
                    "probability", "--quiet", "--output", f"{folder}/out"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                for figure in json.load(open(f"{folder}/out/figures.json"))["estimates"]:
                    if figure["domainKind"] != "all" or figure["indicator"] not in truth: continue
                    true = truth[figure["indicator"]][0] / truth[figure["indicator"]][1]
                    covers = figure["lower"] is not None and figure["lower"] <= true <= figure["upper"]
                    sums.setdefault((name, figure["indicator"]), []).append(
                        (figure["value"] - true, covers, true))
    for name in names:
        print(f"{name}: {households} interviews, {seeds} seeds")
        for (scenario, indicator), of in sums.items():
            if scenario != name: continue
            bias = sum(d for d, _, _ in of) / len(of)
            spread = (sum((d - bias) ** 2 for d, _, _ in of) / max(1, len(of) - 1) / len(of)) ** 0.5
            print(f"  {indicator:26} truth {of[0][2]:.4f} bias {bias:+.4f} ({spread:.4f}) covered {sum(c for _, c, _ in of)} of {len(of)}"
                + ("  <-- over .001" if abs(bias) > .001 else ""))


if __name__ == "__main__":
    names = [list(SCENARIOS)[int(place)] for place in sys.argv[5].split(",")] if len(sys.argv) > 5 else list(SCENARIOS)
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), names)
