"""Makes the files of the reading benchmark from one synthetic survey: usual, wide, quoted."""
import csv, sys

USUAL_WORDS = {
    "smartphone": ["yes", "no"], "computer": ["yes", "no"], "could_repeat": ["yes", "no", ""],
    "e_id": ["none", "level_1", "level_2", "level_2_inactive"], "knows_process": ["yes", "partly", "no"],
    "wants_help": ["yes", "no"], "internet": ["none", "fixed", "mobile", "fixed;mobile"],
    "who_filed": ["", "self", "family", "assisted", "on_behalf", "service"],
    "procedures_total": [str(number) for number in range(30)],
    "procedures_online": [str(number) for number in range(30)]}


def sound_rows(rows, header, places):
    """The rows without what a survey has wrong, or in other words (the synthetic one has it on purpose): that is no
    work for a general library."""
    group, ward = header.index("residential_group"), header.index("former_ward")
    total, online = header.index("procedures_total"), header.index("procedures_online")
    words = [(header.index(name), set(words)) for name, words in USUAL_WORDS.items()]
    seen = set()
    for row in rows:
        place = (row[ward], row[group]) if len(row) == len(header) else None
        if not row or row[0] in seen or place not in places \
                or any(row[column] not in usual for column, usual in words) or int(row[online]) > int(row[total]):
            continue
        seen.add(row[0])
        yield place, row


def places(groups):
    """Where groups are, in the order of the file."""
    with open(groups, newline="") as file:
        return [(row["former_ward"], row["residential_group"]) for row in csv.DictReader(file)]


def main(source, groups, folder):
    known = places(groups)
    weights = {place: f"{1 + number * 0.0371:.4f}" for number, place in enumerate(known)}
    dropped = {
        "skills", "procedures", "barriers", "preferred_time", "consent", "address", "phone", "interviewer", "mode"}
    with open(source, newline="") as file, open(f"{folder}/usual.csv", "w", newline="") as usual, \
            open(f"{folder}/wide.csv", "w", newline="") as wide, open(f"{folder}/quoted.csv", "w", newline="") as quoted:
        rows = csv.reader(file)
        header = next(rows)
        keep = [place for place, name in enumerate(header) if name not in dropped]
        plain, whole = csv.writer(usual, lineterminator="\n"), csv.writer(wide, lineterminator="\n")
        marked = csv.writer(quoted, lineterminator="\n", quoting=csv.QUOTE_ALL)
        def write(row, weight):
            short = [row[place] for place in keep] + [weight]
            plain.writerow(short)
            marked.writerow(short)
            whole.writerow(row + [weight])
        write(header, "weight")
        for place, row in sound_rows(rows, header, weights):
            write(row, weights[place])


if __name__ == "__main__":
    main(*sys.argv[1:])
