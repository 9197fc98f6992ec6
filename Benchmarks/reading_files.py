"""Makes the files of the reading benchmark from one synthetic survey: usual, wide, quoted."""
import csv, sys

source, groups, folder = sys.argv[1], sys.argv[2], sys.argv[3]
with open(groups, newline="") as file:
    known = [(row["former_ward"], row["residential_group"]) for row in csv.DictReader(file)]
weights = {place: f"{1 + number * 0.0371:.4f}" for number, place in enumerate(known)}
known = set(known)
dropped = {"skills", "procedures", "barriers", "preferred_time", "consent", "address", "phone", "interviewer", "mode"}
with open(source, newline="") as file, open(f"{folder}/usual.csv", "w", newline="") as usual, \
        open(f"{folder}/wide.csv", "w", newline="") as wide, open(f"{folder}/quoted.csv", "w", newline="") as quoted:
    rows = csv.reader(file)
    header = next(rows)
    keep = [place for place, name in enumerate(header) if name not in dropped]
    group, ward = header.index("residential_group"), header.index("former_ward")
    plain, whole = csv.writer(usual, lineterminator="\n"), csv.writer(wide, lineterminator="\n")
    marked = csv.writer(quoted, lineterminator="\n", quoting=csv.QUOTE_ALL)
    total, online = header.index("procedures_total"), header.index("procedures_online")
    def write(row, weight):
        short = [row[place] for place in keep] + [weight]
        plain.writerow(short)
        marked.writerow(short)
        whole.writerow(row + [weight])
    write(header, "weight")
    counts = [str(number) for number in range(30)]
    usual_words = [(header.index(name), set(words)) for name, words in {
        "smartphone": ["yes", "no"], "computer": ["yes", "no"], "could_repeat": ["yes", "no", ""],
        "e_id": ["none", "level_1", "level_2", "level_2_inactive"], "knows_process": ["yes", "partly", "no"],
        "wants_help": ["yes", "no"], "internet": ["none", "fixed", "mobile", "fixed;mobile"],
        "who_filed": ["", "self", "family", "assisted", "on_behalf", "service"],
        "procedures_total": counts, "procedures_online": counts}.items()]
    seen = set()
    for row in rows:
        # Rows that a survey has wrong, or in other words (the synthetic one has them on purpose), are no work for a
        # general library: left out here.
        place = (row[ward], row[group]) if len(row) == len(header) else None
        if not row or row[0] in seen or place not in known \
                or any(row[column] not in words for column, words in usual_words) \
                or int(row[online]) > int(row[total]):
            continue
        seen.add(row[0])
        write(row, weights[place])
