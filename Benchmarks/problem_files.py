"""Random problem files: problem_files.py PROGRAM FOLDER COUNT [first seed].

Small and middling files with hard numbers (no needs, huge needs, ways as long as a day, nobody near, limits of nothing)
and, one in ten, a number that is not allowed. Each is planned with a time limit. What must hold: exit 0, or 65 where the
file is not allowed; never a signal; the plan keeps every limit and is worth what it says; no bound below it; the time
limit is passed by a second at most.
"""
import json, math, os, random, subprocess, sys, time

program, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
first = int(sys.argv[4]) if len(sys.argv) > 4 else 1


def pick(draw, *ranges):
    low, high = draw.choice(ranges)
    return draw.uniform(low, high)


def drawn(seed):
    draw = random.Random(seed)
    size = draw.choice([0, 1, 2, 3, 5, 8, 8, 12, 30])
    groups = draw.randint(min(1, size), max(1, size))
    barriers = draw.randint(1, 6)
    forces = ["youth", "police", "women"][: draw.randint(1, 3)]
    spread = draw.choice([0, 1, 5, 5, 50, 10_000])
    unit = draw.choice([[5], [15, 30, 45], [7, 13, 29, 45], [1, 600], [60]])
    ids = draw.sample(range(1_000), groups)
    minutes = [draw.choice(unit) for _ in range(barriers)]
    most = draw.choice([0, 1, 6, 6, 60, 60, 100_000])
    richest = draw.choice([0, 1, 3, 3, 1e6])
    statement = {
        "forces": forces, "minutes": minutes, "maxGroups": draw.choice([1, 1, 2, 3, 3, 30]),
        "travelBaseMinutes": draw.choice([0, 10, 10, 7.5, 600]),
        "travelMinutesPerKm": draw.choice([0, 4, 4, 3.7, 120]),
        "travelCostPerKm": draw.choice([0, 0.01, 0.02, 1, 1_000]),
        "groups": [
            {"id": id, "xKm": draw.uniform(-spread, spread), "yKm": draw.uniform(-spread, spread),
                "need": [draw.randint(0, most) if draw.random() < 0.8 else 0 for _ in minutes],
                "value": [draw.uniform(0, richest) for _ in minutes]} for id in ids],
        "conversion": [[draw.choice([0, draw.random(), draw.random(), 1]) for _ in forces] for _ in minutes],
        "volunteers": [
            {"id": place, "force": draw.choice(forces), "homeGroup": draw.choice(ids),
                "capacityMinutes": draw.choice([0, 45, 120, 390, 390, 600, 961.5, 20_000]),
                "nearGroups": draw.sample(ids, draw.randint(0, min(groups, draw.choice([1, 4, 8, 30]))))}
            for place in range(draw.choice([0, 1, 2, 4, 8, 8, 16, 40]))] if ids else [],
    }
    isAllowed = True
    if draw.random() < 0.1:
        isAllowed = False
        wrong = draw.choice([-1, 1e9, 1e300, -0.5])
        field = draw.choice(["maxGroups", "travelBaseMinutes", "travelMinutesPerKm", "travelCostPerKm"])
        statement[field] = wrong
    return statement, isAllowed, draw.choice([0.3, 1])


def fault(statement, plan):
    """What is wrong with a plan, from the statement alone."""
    groups = {group["id"]: group for group in statement["groups"]}
    people = {person["id"]: person for person in statement["volunteers"]}
    left = {id: list(group["need"]) for id, group in groups.items()}
    value = 0.0
    for own in plan["assignments"]:
        person = people[own["volunteer"]]
        home, kind = groups[person["homeGroup"]], statement["forces"].index(person["force"])
        used, opened = 0.0, set()
        for stop in own["groups"]:
            place = groups[stop["group"]]
            if stop["group"] not in person["nearGroups"] or stop["group"] in opened:
                return "a group that is not near, or twice"
            opened.add(stop["group"])
            far = math.hypot(place["xKm"] - home["xKm"], place["yKm"] - home["yKm"])
            used += statement["travelBaseMinutes"] + statement["travelMinutesPerKm"] * far
            value -= statement["travelCostPerKm"] * far
            for barrier, visits in enumerate(stop["visits"]):
                left[stop["group"]][barrier] -= visits
                used += visits * statement["minutes"][barrier]
                value += visits * place["value"][barrier] * statement["conversion"][barrier][kind]
        if used > person["capacityMinutes"] + 1e-6: return "minutes"
        if len(opened) > statement["maxGroups"]: return "groups"
    if any(count < 0 for counts in left.values() for count in counts): return "need"
    if abs(value - plan["objective"]) > 1e-6 * max(1, abs(value)): return f"worth {value}, says {plan['objective']}"
    if plan["gap"] is not None and plan["bound"] < plan["objective"] - 1e-6 * max(1, abs(value)): return "bound"
    return None


path = os.path.join(folder, f"problem-{first}.json")
wrong, refused, open_, latest = [], 0, 0, 0.0
for seed in range(first, first + count):
    statement, isAllowed, limit = drawn(seed)
    with open(path, "w") as file:
        json.dump(statement, file)
    start = time.perf_counter()
    run = subprocess.run(
        [program, "plan", "--instance", path, "--json", "--quiet", "--time-limit", str(limit)],
        capture_output=True, text=True)
    late = time.perf_counter() - start - limit
    latest = max(latest, late)
    problem = None
    if run.returncode != (0 if isAllowed else 65):
        problem = f"exit {run.returncode}: {run.stderr[:200]}"
    elif isAllowed:
        plan = json.loads(run.stdout)
        problem = fault(statement, plan)
        open_ += plan["gap"] is None
    else:
        refused += 1
    if late > 1: problem = f"{problem or ''} {late:.1f} s late"
    if problem:
        wrong.append(seed)
        print("  seed", seed, problem, flush=True)
print(f"{count} files from {first}: {len(wrong)} wrong, {refused} refused as they should, {open_} without a gap, latest {latest:.2f} s after the limit")
