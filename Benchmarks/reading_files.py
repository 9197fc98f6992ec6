"""Makes the files of the reading benchmark from one synthetic survey, dirt and all: usual, cleaned, wide, quoted."""
import csv, sys

USUAL_WORDS = {
    "smartphone": ["yes", "no"], "computer": ["yes", "no"], "could_repeat": ["yes", "no", ""],
    "e_id": ["none", "level_1", "level_2", "level_2_inactive"], "knows_process": ["yes", "partly", "no"],
    "wants_help": ["yes", "no"], "internet": ["none", "fixed", "mobile", "fixed;mobile"],
    "who_filed": ["", "self", "family", "assisted", "on_behalf", "service"],
    "procedures_total": [str(number) for number in range(30)],
    "procedures_online": [str(number) for number in range(30)]}
# Columns that the usual file leaves out: 23 stay, with the weight.
LONG = {"skills", "procedures", "barriers", "preferred_time", "consent", "address", "phone", "interviewer", "mode"}


def places(groups):
    """Where groups are, in the order of the file."""
    with open(groups, newline="") as file:
        return [(row["former_ward"], row["residential_group"]) for row in csv.DictReader(file)]


def main(source, groups, folder):
    weights = {place: f"{1 + number * 0.0371:.4f}" for number, place in enumerate(places(groups))}
    with open(source, newline="") as file, open(f"{folder}/usual.csv", "w", newline="") as usual, \
            open(f"{folder}/cleaned.csv", "w", newline="") as cleaned, \
            open(f"{folder}/wide.csv", "w", newline="") as wide, open(f"{folder}/quoted.csv", "w", newline="") as quoted:
        rows = csv.reader(file)
        header = next(rows)
        keep = [place for place, name in enumerate(header) if name not in LONG and name != "synthetic"]
        writers = [csv.writer(file, lineterminator="\n") for file in (usual, cleaned, wide)]
        marked = csv.writer(quoted, lineterminator="\n", quoting=csv.QUOTE_ALL)
        writers[2].writerow(header + ["weight"])
        for writer in (writers[0], writers[1], marked):
            writer.writerow([header[place] for place in keep] + ["weight"])
        group, ward = header.index("residential_group"), header.index("former_ward")
        total, online = header.index("procedures_total"), header.index("procedures_online")
        words = [(header.index(name), set(words)) for name, words in USUAL_WORDS.items()]
        seen = set()
        for row in rows:
            whole = len(row) == len(header)
            place = (row[ward], row[group]) if whole else None
            weight = weights.get(place, "1.5")
            # A row of another length stays one: what is left of its cells, in their places.
            short = [row[place] for place in keep if place < len(row)] + [weight] if row else []
            writers[0].writerow(short)
            marked.writerow(short)
            writers[2].writerow(row + [weight] if row else [])
            if not whole or row[0] in seen or place not in weights \
                    or any(row[column] not in usual_words for column, usual_words in words) \
                    or int(row[online]) > int(row[total]):
                continue
            seen.add(row[0])
            writers[1].writerow(short)


if __name__ == "__main__":
    main(*sys.argv[1:])
