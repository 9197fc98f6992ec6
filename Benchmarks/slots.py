"""Small wards planned by outings, and HiGHS on the model that the plan writes: slots.py PROGRAM FOLDER SEEDS [first seed].

Few households with times, volunteers with times, groups and limits are drawn by seed; in every other ward volunteers go
in twos in the evening, and households that need the police and another force are followed up. With --gap 0 value and
bound are to be HiGHS's optimum of the written model to 1e-6.
"""
import json, os, random, subprocess, sys, time

import highspy

program, folder, seeds = sys.argv[1], sys.argv[2], int(sys.argv[3])
first = int(sys.argv[4]) if len(sys.argv) > 4 else 1
TIMES = ["weekday-evening", "weekday-afternoon", "sat-morning", "sun-morning", "weekend"]
BARRIERS = ["eID", "skill", "knowledge", "connection"]
FORCES = ["youth", "police", "women"]


def write(seed):
    draw = random.Random(seed)
    groups = [f"G{place}" for place in range(draw.randint(1, 3))]
    with open(f"{folder}/groups.csv", "w") as file:
        file.write("former_ward,residential_group,group_id,households,lat,lon\n")
        for place, group in enumerate(groups):
            file.write(f"W,{group},{group},{draw.randint(60, 400)},{21.2 + 0.01 * place},{106.2 + 0.01 * draw.random()}\n")
    with open(f"{folder}/volunteers.csv", "w") as file:
        file.write("volunteer_id,name,force,phone,home_group_id,minutes,max_groups,skills,available,never_households\n")
        for place in range(draw.randint(2 if seed % 4 > 1 else 1, 4)):
            times = draw.sample(TIMES, draw.randint(1, 2))
            if seed % 2 and draw.random() < 0.7: times = ["weekday-evening"]
            force = draw.choice(FORCES if seed % 2 == 0 else ["youth", "youth", "police"])
            if seed % 4 > 1 and place < 2: force = ["police", "youth"][place]
            minutes = draw.choice([60, 90, 120, 200, 240, 360])
            file.write(f"V{place},,{force},,{draw.choice(groups)},{minutes},{draw.randint(1, 2)},,"
                f"{';'.join(times)},{'H0' if draw.random() < 0.1 else ''}\n")
    with open(f"{folder}/needs.csv", "w") as file:
        file.write("group_id,household_id,barriers,households,expected_dossiers,consent,types,walk,wants_help,preferred_time\n")
        file.write(f"{groups[0]},H0,skill,1,1,youth;women,,1,yes,\n")
        for place in range(1, draw.randint(2, 12)):
            steps = [step for step in BARRIERS if draw.random() < (0.7 if step == "eID" and seed % 4 > 1 else 0.4)] or ["knowledge"]
            consent = [force for force in FORCES if draw.random() < 0.8]
            time_ = draw.choice(TIMES + [""])
            file.write(f"{draw.choice(groups)},H{place},{';'.join(steps)},1,{draw.uniform(0.5, 3):.3f},"
                f"{';'.join(consent)},,{place},{'yes' if draw.random() < 0.6 else ''},{time_}\n")
        for group in groups:
            for step in draw.sample(BARRIERS, draw.randint(0, 2)):
                file.write(f"{group},,{step},{draw.randint(1, 6)},{draw.uniform(0.5, 2):.3f},,,,,\n")


with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "samples", "playbook.yaml")) as file:
    playbook = file.read()
assert "  pairs: none" in playbook
for name, pairs in [("alone", "none"), ("twos", "evening")]:
    with open(f"{folder}/{name}.yaml", "w") as file:
        file.write(playbook.replace("  pairs: none", f"  pairs: {pairs}"))

differ, undone, slowest, twos, followed = [], [], 0.0, 0, 0
for seed in range(first, first + seeds):
    write(seed)
    start = time.perf_counter()
    run = subprocess.run(
        [program, "plan", "--needs", f"{folder}/needs.csv", "--groups", f"{folder}/groups.csv", "--volunteers",
            f"{folder}/volunteers.csv", "--playbook", f"{folder}/{'twos' if seed % 2 else 'alone'}.yaml", "--month", "2025-11", "--gap", "0", "--time-limit", "60", "--json", "--quiet",
            "--write-model", f"{folder}/model.mps"], capture_output=True, text=True)
    assert run.returncode == 0, (seed, run.stderr)
    slowest = max(slowest, time.perf_counter() - start)
    plan = json.loads(run.stdout)
    twos += any(row["with"] for row in plan["assignments"])
    followed += any(row["kind"] == "followUp" for row in plan["assignments"])
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("time_limit", 60.0)
    solver.readModel(f"{folder}/model.mps")
    solver.run()
    info = solver.getInfo()
    values = solver.getSolution().col_value
    # A model without columns: nobody can do anything.
    isEmpty = solver.getModelStatus() == highspy.HighsModelStatus.kModelEmpty
    peer = 0.0 if isEmpty else -info.objective_function_value
    if not isEmpty and solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        print("  seed", seed, solver.getModelStatus(), flush=True)
        undone.append(seed)
        continue
    lp = solver.getLp()
    # What floors miss costs the model something, and is no part of the value that is printed.
    paid = sum(lp.col_cost_[place] * values[place] for place, name in enumerate(lp.col_names_) if name.startswith("s"))
    own = plan["objective"]
    off = abs(own - (peer + paid))
    if off > 1e-6 * max(1, abs(own)) or plan["bound"] > own + 1e-6 * max(1, abs(own)):
        differ.append((seed, own, plan["bound"], peer, paid, plan["stopped"]))
        print("  seed", *differ[-1], flush=True)
print(f"{seeds} seeds from {first}, {twos} with pairs, {followed} with follow-ups: {len(differ)} differ, HiGHS without an optimum in {len(undone)}, slowest plan {slowest:.1f} s")
