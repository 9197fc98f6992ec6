"""Reading a survey into weighted sums per residential group: sansang summarize beside DuckDB and Polars.

Each figure is the best of several cold processes with a warm page cache. Of sansang the whole process is timed; of the peers
both the whole process, Python and its imports with it, and the query alone. All three must give the same sums.
"""
import json, os, resource, subprocess, sys, time

PEERS = {
    "duckdb": """
import duckdb
db = duckdb.connect(config={"threads": THREADS})
start = time.perf_counter()
rows = db.execute('''
    SELECT former_ward, residential_group, count(*),
        sum(weight * procedures_total), sum(weight * procedures_online),
        sum(CASE WHEN procedures_total > 0 AND procedures_online > 0 THEN weight END),
        sum(CASE WHEN procedures_online > 0 AND who_filed = 'self' THEN weight END),
        sum(CASE WHEN procedures_online > 0 AND who_filed IN ('assisted', 'family') THEN weight END),
        sum(CASE WHEN procedures_online > 0 AND could_repeat = 'yes' THEN weight END),
        sum(CASE WHEN smartphone = 'yes' THEN weight END), sum(CASE WHEN computer = 'yes' THEN weight END),
        sum(CASE WHEN internet <> 'none' THEN weight END), sum(CASE WHEN e_id = 'level_2' THEN weight END),
        sum(CASE WHEN knows_process = 'yes' THEN weight END), sum(CASE WHEN wants_help = 'yes' THEN weight END)
    FROM read_csv(?, header = true, delim = ',', quote = '"', escape = '"') GROUP BY ALL''', [FILE]).fetchall()
seconds = time.perf_counter() - start
""",
    "polars": """
import os
os.environ["POLARS_MAX_THREADS"] = str(THREADS)
import polars as pl
start = time.perf_counter()
w, c = pl.col("weight"), pl.col
def total(condition): return w.filter(condition).sum()
online = c("procedures_online") > 0
rows = (pl.scan_csv(FILE).group_by("former_ward", "residential_group").agg(
    pl.len(), (w * c("procedures_total")).sum().alias("t"), (w * c("procedures_online")).sum().alias("o"),
    total(online & (c("procedures_total") > 0)).alias("a"), total(online & (c("who_filed") == "self")).alias("b"),
    total(online & c("who_filed").is_in(["assisted", "family"])).alias("c"),
    total(online & (c("could_repeat") == "yes")).alias("d"), total(c("smartphone") == "yes").alias("e"),
    total(c("computer") == "yes").alias("f"), total(c("internet") != "none").alias("g"),
    total(c("e_id") == "level_2").alias("h"), total(c("knows_process") == "yes").alias("i"),
    total(c("wants_help") == "yes").alias("j")).collect().rows())
seconds = time.perf_counter() - start
""",
}
TAIL = """
import json, resource
order = sorted(rows)
print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, len(order),
    sum(row[4] or 0 for row in order), sum(row[9] or 0 for row in order), sum(row[14] or 0 for row in order)]))
"""


def peer(name, file, threads):
    code = f"import time\nFILE = {file!r}\nTHREADS = {threads}\n" + PEERS[name] + TAIL
    start = time.perf_counter()
    told = json.loads(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout)
    return [time.perf_counter() - start] + told


def sansang(program, file, threads):
    start = time.perf_counter()
    process = subprocess.Popen([program, "summarize", file, "--threads", str(threads), "--quiet"], stdout=subprocess.PIPE)
    text = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    assert status == 0
    part = json.loads(text)
    groups = {t["domainName"] for t in part["totals"] if t["domainKind"] == "residentialGroup"}
    whole = {t["indicator"]: t for t in part["totals"] if t["domainKind"] == "all"}
    return [seconds, seconds, usage.ru_maxrss / 1024, len(groups), whole["onlineUptakeDossiers"]["weightedYes"],
        whole["smartphone"]["weightedYes"], whole["wantsHelp"]["weightedYes"]]


def compare(program, file, title, rounds):
    size = os.path.getsize(file)
    print(f"{title}: {size / 1e6:.0f} MB")
    with open(file, "rb") as handle:  # warm the page cache
        while handle.read(1 << 24): pass
    for threads in (1, 2):
        runs = {name: [] for name in ("sansang", "duckdb", "polars")}
        for _ in range(rounds):
            for name in runs:
                runs[name].append(sansang(program, file, threads) if name == "sansang" else peer(name, file, threads))
        best = {name: [min(run[kind] for run in of) for kind in (0, 1)] for name, of in runs.items()}
        sums = {name: [of[0][3]] + [round(number, 3) for number in of[0][4:]] for name, of in runs.items()}
        own = best["sansang"][0]
        ratios = ", ".join(f"{best[name][0] / own:.2f} x {name} ({best[name][1] / own:.2f} x its query alone)"
            for name in ("duckdb", "polars"))
        assert sums["sansang"] == sums["duckdb"] == sums["polars"], sums
        print(f"  {threads} thread(s): sansang {size / own / 1e6:.0f} MB/s, peak "
            f"{max(run[2] for run in runs['sansang']):.0f} MB; {ratios}", flush=True)


if __name__ == "__main__":
    program, folder, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    for name, title in (("usual", "23 columns"), ("wide", "31 columns with texts"), ("quoted", "23 columns, all quoted")):
        compare(program, f"{folder}/{name}.csv", title, rounds)
