"""sansang plan beside HiGHS on one clock: allocation.py PROGRAM FOLDER SECONDS SIZE…, a size being groups x volunteers x seeds.

HiGHS gets the model that sansang writes, one thread as it comes from PyPI; each may use SECONDS. Prints value, bound and
gap of both; a plan is checked from the statement alone.
"""
import json, math, random, subprocess, sys, time

import highspy
from allocation_instance import instance

program, folder, seconds, sizes = sys.argv[1], sys.argv[2], float(sys.argv[3]), sys.argv[4:]


def check(statement, plan):
    """The value of a plan, every rule of the statement checked."""
    groups = {group["id"]: group for group in statement["groups"]}
    people = {person["id"]: person for person in statement["volunteers"]}
    used, opened, value = {}, set(), 0.0
    for assignment in plan["assignments"]:
        person = people[assignment["volunteer"]]
        home, force = groups[person["homeGroup"]], statement["forces"].index(person["force"])
        assert len(assignment["groups"]) <= statement["maxGroups"]
        minutes = 0.0
        for visit in assignment["groups"]:
            group = groups[visit["group"]]
            assert visit["group"] in person["nearGroups"]
            opened.add(visit["group"])
            way = math.hypot(group["xKm"] - home["xKm"], group["yKm"] - home["yKm"])
            minutes += statement["travelBaseMinutes"] + statement["travelMinutesPerKm"] * way
            value -= statement["travelCostPerKm"] * way
            for barrier, count in enumerate(visit["visits"]):
                assert count >= 0 and count == int(count)
                minutes += count * statement["minutes"][barrier]
                value += count * group["value"][barrier] * statement["conversion"][barrier][force]
                used[visit["group"], barrier] = used.get((visit["group"], barrier), 0) + count
        assert minutes <= person["capacityMinutes"] + 1e-6
    for (group, barrier), count in used.items(): assert count <= groups[group]["need"][barrier]
    near = {group for person in statement["volunteers"] for group in person["nearGroups"]}
    assert abs(value - plan["objective"]) < 1e-6
    return value, near - opened


def highs(model):
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("time_limit", seconds)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.readModel(model)
    solver.run()
    found = solver.getInfo()
    sign = -1 if solver.getLp().sense_ == highspy.ObjSense.kMinimize else 1
    has = found.primal_solution_status == 2
    return (sign * found.objective_function_value if has else None), sign * found.mip_dual_bound


for size in sizes:
    groups, volunteers, seeds = (int(part) for part in size.split("x"))
    worst, behind, over, unmet = 0.0, 0, 0, 0
    for seed in range(seeds):
        statement = instance(random.Random(seed), groups, volunteers)
        name = f"{folder}/instance.json"
        with open(name, "w") as file: json.dump(statement, file)
        start = time.perf_counter()
        plan = json.loads(subprocess.run(
            [program, "plan", "--instance", name, "--time-limit", str(seconds), "--gap", "0.0001", "--json", "--quiet",
                "--write-model", f"{folder}/model.mps"], capture_output=True, check=True).stdout)
        took = time.perf_counter() - start
        value, left = check(statement, plan)
        peer, bound = highs(f"{folder}/model.mps") if groups <= 500 else (None, math.inf)
        gap = (plan["bound"] - value) / plan["bound"]
        worst, behind = max(worst, gap), behind + (peer is not None and peer > value + 1e-6)
        over, unmet = over + (plan["bound"] > bound * (1 + 1e-9)), unmet + len(left)
        print(f"  {size} seed {seed}: sansang {value:.2f} of {plan['bound']:.2f}, gap {100 * gap:.2f} %, {took:.1f} s; "
            + f"HiGHS {'nothing' if peer is None else f'{peer:.2f}'} of {bound:.2f}", flush=True)
    print(f"{groups} groups, {volunteers} volunteers, {seeds} seeds, {seconds:.0f} s each: gap at most {100 * worst:.2f} %, "
        f"HiGHS ahead in {behind}, its bound the lower one in {over}, groups that nobody opens {unmet}", flush=True)
