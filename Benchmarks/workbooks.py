"""Workbooks beside LibreOffice's exports, and mutated ones: workbooks.py PROGRAM FOLDER MUTATIONS [first seed].

FOLDER holds what workbook_files.py made.
"""
import csv, io, json, os, random, subprocess, sys, zipfile

program, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
first = int(sys.argv[4]) if len(sys.argv) > 4 else 1
NAMES = sorted(name for name in os.listdir(folder) if name.endswith(".xlsx"))


def compare(name):
    """How many cells of a workbook differ from its export, and how many there are."""
    run = subprocess.run([program, "records", f"{folder}/{name}"], capture_output=True, text=True, check=True)
    with open(f"{folder}/{name[:-5]}.csv", newline="", encoding="utf-8") as file:
        wanted = [row or [""] for row in csv.reader(file)]
    got = json.loads(run.stdout)
    assert [len(row) for row in got] == [len(row) for row in wanted], name
    pairs = [(one, other) for row, others in zip(got, wanted) for one, other in zip(row, others)]
    return sum(one != other for one, other in pairs), len(pairs)


PIECES = [b"999999999999", b"-1", b"1e308", b'<c r="ZZZ1">', b"<v>", b"</row>", b'r="0"', b's="99999"', b't="s"', b"nan",
    b"inf", b"_x000D_", b"&#0;"]


def changed(data, random, pieces):
    data = bytearray(data)
    for _ in range(random.randint(1, 6)):
        if not data: break
        place, kind = random.randrange(len(data)), random.random()
        if kind < 0.4: data[place] = random.randrange(256)
        elif kind < 0.6:
            other = random.randrange(len(data))
            data[place:place] = data[other:other + random.randint(1, 60)]
        elif kind < 0.8: del data[place:place + random.randint(1, 40)]
        else: data[place:place] = random.choice(pieces)
    return bytes(data)


def mutated(random):
    with open(f"{folder}/{random.choice(NAMES)}", "rb") as file: data = file.read()
    if random.random() < 0.4: return changed(data, random, [b"PK", b"\0\0", b"\xff\xff\xff\xff"])
    made, source = io.BytesIO(), zipfile.ZipFile(io.BytesIO(data))
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        victim = random.choice(source.namelist())
        for name in source.namelist():
            part = source.read(name)
            if name == victim: part = changed(part, random, PIECES)
            if name != victim or random.random() > 0.05: archive.writestr(name, part)
    return made.getvalue()


differ, cells = map(sum, zip(*(compare(name) for name in NAMES)))
print(f"{len(NAMES)} workbooks: {differ} of {cells} cells differ from LibreOffice's export")
codes = {}
path = f"{folder}/mutated"
for seed in range(first, first + count):
    with open(path, "wb") as file: file.write(mutated(random.Random(seed)))
    for command in (["records", path], ["records", path, "--cells", "values"], ["check", path]):
        run = subprocess.run([program, *command], capture_output=True, timeout=20)
        codes[run.returncode] = codes.get(run.returncode, 0) + 1
        if run.returncode not in (0, 65): print(f"seed {seed}, {command[0]}: exit {run.returncode}")
if count: os.remove(path)
print(f"{count} mutated, three commands each, by exit code: {dict(sorted(codes.items()))}")
