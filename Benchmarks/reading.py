"""Reading a survey into weighted sums per residential group: sansang summarize beside DuckDB and Polars.

Whole cold processes in turns, page cache warm; each figure is the best of several, in time and in the processor's time.
The peers read every cell as text and cast what they sum, as a file with odd cells takes; rows of another length are
left out. Of the cleaned file all three must give the same sums.
"""
import json, os, subprocess, sys, time

PEERS = {
    "duckdb": """
import duckdb
db = duckdb.connect(config={"threads": THREADS})
db.execute("SET enable_progress_bar = false")
rows = db.execute('''
    WITH survey AS (SELECT *, try_cast(weight AS DOUBLE) AS w, try_cast(procedures_total AS DOUBLE) AS t,
        try_cast(procedures_online AS DOUBLE) AS o
        FROM read_csv(?, header = true, delim = ',', quote = '"', escape = '"', all_varchar = true,
            ignore_errors = true, parallel = PARALLEL))
    SELECT former_ward, residential_group, count(*), sum(w * t), sum(w * o),
        sum(CASE WHEN t > 0 AND o > 0 THEN w END), sum(CASE WHEN o > 0 AND who_filed = 'self' THEN w END),
        sum(CASE WHEN o > 0 AND who_filed IN ('assisted', 'family') THEN w END),
        sum(CASE WHEN o > 0 AND could_repeat = 'yes' THEN w END),
        sum(CASE WHEN smartphone = 'yes' THEN w END), sum(CASE WHEN computer = 'yes' THEN w END),
        sum(CASE WHEN internet <> 'none' THEN w END), sum(CASE WHEN e_id = 'level_2' THEN w END),
        sum(CASE WHEN knows_process = 'yes' THEN w END), sum(CASE WHEN wants_help = 'yes' THEN w END)
    FROM survey GROUP BY ALL''', [FILE]).fetchall()
""".replace(", parallel = PARALLEL", ""),
    "polars": """
import os
os.environ["POLARS_MAX_THREADS"] = str(THREADS)
import polars as pl
w, c = pl.col("w"), pl.col
def total(condition): return w.filter(condition).sum()
numbers = [pl.col(name).cast(pl.Float64, strict=False).alias(short)
    for name, short in (("weight", "w"), ("procedures_total", "t"), ("procedures_online", "o"))]
online = c("o") > 0
rows = (pl.scan_csv(FILE, infer_schema=False, truncate_ragged_lines=True).with_columns(numbers)
    .group_by("former_ward", "residential_group").agg(
    pl.len(), (w * c("t")).sum().alias("x"), (w * c("o")).sum().alias("y"),
    total(online & (c("t") > 0)).alias("a"), total(online & (c("who_filed") == "self")).alias("b"),
    total(online & c("who_filed").is_in(["assisted", "family"])).alias("c"),
    total(online & (c("could_repeat") == "yes")).alias("d"), total(c("smartphone") == "yes").alias("e"),
    total(c("computer") == "yes").alias("f"), total(c("internet") != "none").alias("g"),
    total(c("e_id") == "level_2").alias("h"), total(c("knows_process") == "yes").alias("i"),
    total(c("wants_help") == "yes").alias("j")).collect().rows())
""",
}
TAIL = """
import json
order = sorted(rows, key=str)
print(json.dumps([len(order), sum(row[4] or 0 for row in order), sum(row[9] or 0 for row in order),
    sum(row[14] or 0 for row in order)]))
"""


def run(command):
    """Wall time, the processor's time, peak memory in MB, output."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    text = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    assert status == 0, command
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


def peer(name, file, threads):
    code = f"FILE = {file!r}\nTHREADS = {threads}\n" + PEERS[name] + TAIL
    *figures, text = run([sys.executable, "-c", code])
    return figures, json.loads(text)


def sansang(program, file, threads):
    *figures, text = run([program, "summarize", file, "--threads", str(threads), "--quiet"])
    part = json.loads(text)
    groups = {t["domainName"] for t in part["totals"] if t["domainKind"] == "residentialGroup"}
    whole = {t["indicator"]: t for t in part["totals"] if t["domainKind"] == "all"}
    return figures, [len(groups), whole["onlineUptakeDossiers"]["weightedYes"], whole["smartphone"]["weightedYes"],
        whole["wantsHelp"]["weightedYes"]]


def compare(program, file, title, rounds, aim, is_clean):
    size = os.path.getsize(file)
    print(f"{title}: {size / 1e6:.0f} MB")
    with open(file, "rb") as handle:  # warm the page cache
        while handle.read(1 << 24): pass
    for threads in (1, 2):
        runs = {name: [] for name in ("sansang", "duckdb", "polars")}
        for _ in range(rounds):
            for name in runs:
                runs[name].append(sansang(program, file, threads) if name == "sansang" else peer(name, file, threads))
        best = {name: [min(figures[kind] for figures, _ in of) for kind in (0, 1)] for name, of in runs.items()}
        if is_clean:
            sums = {name: [of[0][1][0]] + [round(number, 3) for number in of[0][1][1:]] for name, of in runs.items()}
            assert sums["sansang"] == sums["duckdb"] == sums["polars"], sums
        own = best["sansang"]
        ratios = ", ".join(f"{best[name][0] / own[0]:.2f} x {name} (processor {best[name][1] / own[1]:.2f} x)"
            for name in ("duckdb", "polars"))
        print(f"  {threads} thread(s): sansang {own[0]:.2f} s, {size / own[0] / 1e6:.0f} MB/s, peak "
            f"{max(figures[2] for figures, _ in runs['sansang']):.0f} MB; {ratios}; aim {aim} x", flush=True)


if __name__ == "__main__":
    program, folder, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    for name, title, aim in (("usual", "23 columns, usual dirt", 2), ("cleaned", "the same, cleaned", 3),
            ("wide", "all columns with texts, usual dirt", 1.5), ("quoted", "23 columns, all quoted, usual dirt", 1.5)):
        compare(program, f"{folder}/{name}.csv", title, rounds, aim, name == "cleaned")
