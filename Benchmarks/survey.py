"""Estimates and raking: sansang beside R survey and svy. python survey.py PROGRAM SIMULATIONS PYTHON HERE FOLDER

Each time is the best of three cold processes, in turns, with a warm page cache; what takes over a minute runs once, and
nothing longer than LIMIT. All must give the same figures, to 1e-9 of each estimate and standard error.
"""
import csv, json, os, signal, subprocess, sys, threading, time
from survey_files import INDICATORS

LIMIT, ROUNDS, LONG = 600, 3, 60
program, simulations, python, here, folder = sys.argv[1:]
survey, sample = f"{folder}/survey.csv", f"{folder}/sample.csv"
PEERS = {"R survey": ("r", ["Rscript", f"{here}/survey.R"]), "svy": ("svy", [python, f"{here}/survey_peer.py"])}
SUMMARIZE = [program, "summarize", survey, "--groups", f"{folder}/groups.csv", "--sampling", "probability", "--quiet"]
ESTIMATE = [program, "estimate", sample, "--weights", "weight", "--strata", "group", "--fpc", "population",
    "--lonely-psu", "adjust", "--csv", "--quiet"]
BY_GROUP = ESTIMATE + ["--by", "group"] + [option for name in INDICATORS for option in ("--mean", name)]
RAKE = ESTIMATE + ["--mean", "computer"] + [
    option for name in ("group", "smartphone") for option in ("--rake", f"{name}={folder}/{name}.csv")]


def run(command):
    """Seconds, seconds of the processor, and what was printed; None over the limit."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    late = threading.Event()  # wait4 tells the time of the processor, and subprocess's own time limit does not
    alarm = threading.Timer(LIMIT, lambda: (late.set(), os.killpg(process.pid, signal.SIGKILL)))
    alarm.start()
    errors = []
    reading = threading.Thread(target=lambda: errors.append(process.stderr.read()))
    reading.start()
    output = process.stdout.read()
    reading.join()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    alarm.cancel()
    seconds = time.perf_counter() - start
    if late.is_set(): return None
    assert status == 0, (command, errors[0].decode()[-2000:])
    return seconds, usage.ru_utime + usage.ru_stime, output.decode()


def race(commands):
    """By name: the best seconds, seconds of the processor and of the engine alone; None over the limit."""
    found = {name: [] for name in commands}
    for turn in range(ROUNDS):
        for name, command in commands.items():
            if turn and (found[name][0] is None or found[name][0][0] > LONG): continue
            told = run(command)
            found[name].append(told and (told[0], told[1], float(told[2]) if name in PEERS else told[0]))
    return {name: None if None in runs else [min(kind) for kind in zip(*runs)] for name, runs in found.items()}


def compare(own, name):
    """Asserts that a peer's figures are those of sansang; how many there are."""
    with open(f"{folder}/{PEERS[name][0]}.csv", newline="") as file:
        figures = {(row["indicator"], row["group"]): row for row in csv.DictReader(file)}
    shown, worst = 0, 0.0
    for key, row in figures.items():
        if own.get(key, (None,))[0] is None: continue  # hidden: too few
        for mine, theirs in zip(own[key], (float(row["value"]), float(row["error"]))):
            worst = max(worst, abs(mine - theirs) / max(abs(theirs), 1e-12))
        shown += 1
    assert shown and worst < 1e-9, (name, shown, worst)
    return f"{name}: {shown} of {len(figures)} figures shown, largest relative difference {worst:.0e}"


def estimated(command):
    """Figures of sansang estimate."""
    rows = csv.DictReader(run(command)[2].splitlines())
    return {(row["variable"], row.get("group", "")): (float(row["value"]), float(row["standardError"]))
        for row in rows if row["shown"] == "true"}


def row(name, peer, own, own_engine):
    if peer is None: return f"{name}: over {LIMIT} s, more than {LIMIT / own[0]:.0f} x whole process"
    return (f"{name}: {peer[0] / own[0]:.2f} x whole process ({peer[1] / own[1]:.2f} x the processor's time), "
        f"{peer[2] / own_engine:.2f} x engine alone")


def estimates():
    for path in (survey, sample):
        with open(path, "rb") as file:  # warm the page cache
            while file.read(1 << 24): pass
    times = race({"whole": SUMMARIZE + ["--output", f"{folder}/out"], "reading": [simulations, "reading", survey],
        "counts": SUMMARIZE, "by group": BY_GROUP}
        | {name: command + ["estimates", folder] for name, (_, command) in PEERS.items()})
    with open(f"{folder}/out/figures.json") as file: document = json.load(file)
    figures = [of for of in document["estimates"] if not of["modelled"]]
    own = {(of["indicator"], of["domainCode"]): (of["value"], of["standardError"])
        for of in figures if of["domainKind"] == "residentialGroup"}
    whole, reading, counts = times["whole"], times["reading"], times["counts"]
    print(f"  {document['design']['psus']} households, {os.path.getsize(survey) / 1e6:.0f} MB; "
        f"sansang makes {len(document['estimates'])} figures ({len(figures)} direct)")
    print(f"  all figures: {whole[0] / reading[0]:.2f} x reading alone ({whole[1] / reading[1]:.2f} x the processor's time); "
        f"counts alone: {counts[0] / reading[0]:.2f} x ({counts[1] / reading[1]:.2f} x)")
    for name in PEERS:
        print("  estimates,", row(name, times[name], whole, whole[0] - reading[0]))
        if times[name]:
            print("   ", compare(own, name))
            print("  the same figures alone, by sansang estimate,", row(name, times[name], times["by group"], times["by group"][0]))
            print("   ", compare(estimated(BY_GROUP), name))


def rake():
    times = race({"sansang": RAKE} | {name: command + ["raking", folder] for name, (_, command) in PEERS.items()})
    own = estimated(RAKE)
    for name in PEERS:
        # Of sansang's raking nothing is timed alone: its whole process stands beside the peer's engine.
        print("  raking,", row(name, times[name], times["sansang"], times["sansang"][0]))
        if times[name]: print("   ", compare(own, name))


estimates()
rake()
