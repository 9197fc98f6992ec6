"""A made-up instance in the form of a statement, by seed: the ward's kind of groups, needs and volunteers."""
import math


def instance(random, groups, volunteers, scale=1.0, near=8, most=3):
    """`random`: random.Random; `scale`: of needs and minutes, below 1 for small instances."""
    forces = ["youth", "police", "women"]
    minutes = [60, 45, 30, 50, 25, 15]
    side = 5 * math.sqrt(groups / 97)
    made = [
        {
            "id": g, "xKm": random.uniform(0, side), "yKm": random.uniform(0, side),
            "need": [max(0, round(scale * random.lognormvariate(3.2, 0.7))) for _ in minutes],
            "value": [random.uniform(0.5, 2) for _ in minutes],
        }
        for g in range(groups)
    ]
    people = []
    for v in range(volunteers):
        # Everyone of the first volunteers lives in another group, so that each group has somebody near.
        home = made[v % groups] if v < groups else random.choice(made)
        order = sorted(made, key=lambda g: (math.hypot(g["xKm"] - home["xKm"], g["yKm"] - home["yKm"]), g["id"]))
        people.append({
            "id": v, "force": forces[v % 3], "homeGroup": home["id"],
            "capacityMinutes": max(120, round(scale * random.choice([240, 480, 480, 720, 960]))),
            "nearGroups": [g["id"] for g in order[:near]],
        })
    return {
        "about": "Synthetic.", "forces": forces, "minutes": minutes, "maxGroups": most, "travelBaseMinutes": 20,
        "travelMinutesPerKm": 15, "travelCostPerKm": 0.02, "groups": made, "volunteers": people,
        "conversion": [[random.uniform(0.1, 0.6) for _ in forces] for _ in minutes],
    }
