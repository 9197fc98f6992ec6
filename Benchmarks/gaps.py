"""Proven gaps of hard kinds of problem files by processor time: gaps.py PROGRAM FOLDER SEEDS [peer].

A run may use ten seconds of processor time (one thread), one kind sixty. With `peer` HiGHS
gets the written model of the kinds whose ways are dear, and as much processor time.
"""
import json, os, random, resource, subprocess, sys

from allocation_instance import instance

program, folder, seeds, with_peer = sys.argv[1], sys.argv[2], int(sys.argv[3]), "peer" in sys.argv[4:]


def awkward(random):
    made = instance(random, 97, 291)
    made["minutes"] = [7, 13, 29, 45, 13, 29]
    return made


def near_twenty(random): return instance(random, 97, 291, near=20, most=5)


def all_near(random): return instance(random, 30, 60, near=30)


def scarce(random): return instance(random, 300, 900, scale=0.3)


def usual(random): return instance(random, 97, 291)


def dear_ways(random):
    made = instance(random, 48, 146)
    made["travelCostPerKm"] = 1.0
    return made


KINDS = [
    ("97 x 291 as drawn", usual, 10, 0.5), ("visits of 7, 13, 29 and 45 minutes", awkward, 10, 0.5),
    ("20 near groups, 5 of them", near_twenty, 10, 0.5), ("30 x 60, everybody near all", all_near, 10, 1.0),
    ("300 x 900, needs scarce", scarce, 10, 1.5), ("300 x 900, needs scarce", scarce, 60, 1.0),
    ("48 x 146, ways as dear as gains", dear_ways, 10, None),
]


def run(name, seconds):
    """The plan, and the processor time that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [program, "plan", "--instance", name, "--time-limit", str(seconds), "--gap", "0.0001",
            "--threads", "1", "--json", "--quiet", "--write-model", f"{folder}/model.mps"],
        capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return json.loads(done.stdout), after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def highs(seconds):
    import highspy
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("time_limit", float(seconds))
    solver.readModel(f"{folder}/model.mps")
    solver.run()
    value = solver.getInfo().objective_function_value
    return -value if value < 1e20 else None


for title, made, seconds, aim in KINDS:
    gaps, times, behind = [], [], 0
    for seed in range(1, seeds + 1):
        name = f"{folder}/instance.json"
        with open(name, "w") as file: json.dump(made(random.Random(seed)), file)
        plan, took = run(name, seconds)
        assert plan["bound"] >= plan["objective"] - 1e-6
        gaps.append(100 * (plan["bound"] - plan["objective"]) / plan["bound"])
        times.append(took)
        if with_peer and aim is None:
            peer = highs(seconds)
            behind += peer is not None and peer > plan["objective"] + 1e-6
    text = f"{title}, {seeds} seeds, {max(times):.1f} s of processor time at most: gap at most {max(gaps):.2f} %, mean "
    text += f"{sum(gaps) / len(gaps):.2f}" + (f" (aim {aim})" if aim else "")
    print(text + (f"; HiGHS ahead in {behind}" if with_peer and aim is None else ""), flush=True)
