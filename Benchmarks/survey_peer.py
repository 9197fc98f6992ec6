"""svy's side of Benchmarks/survey: python survey_peer.py estimates|raking FOLDER

Prints the seconds of the engine alone; figures go to FOLDER/svy.csv.
"""
import sys, time
import polars as pl
import svy

task, folder = sys.argv[1:]


def estimates():
    used = ["former_ward", "residential_group", "smartphone", "computer", "internet", "e_id", "knows_process", "wants_help",
        "procedures_total", "procedures_online", "who_filed"]
    groups = pl.read_csv(f"{folder}/groups.csv").select(
        "former_ward", "residential_group", group="group_id", living=pl.col("households").cast(pl.Float64))
    c = pl.col
    online = pl.when(c("procedures_total") > 0).then(c("procedures_online") > 0)

    def filed(*by):
        return pl.when(online.not_()).then(False).when(online).then(c("who_filed").is_in(by))

    indicators = dict(
        smartphone=c("smartphone") == "yes", computer=c("computer") == "yes", internet=c("internet") != "none",
        internetFixed=c("internet").str.contains("fixed"), internetMobile=c("internet").str.contains("mobile"),
        eIDLevel2=c("e_id") == "level_2", knowsProcess=c("knows_process") == "yes", wantsHelp=c("wants_help") == "yes",
        onlineUptakeHouseholds=online, selfFiledHouseholds=filed("self"), assistedHouseholds=filed("assisted", "family"))
    rows = pl.read_csv(f"{folder}/survey.csv", columns=used).join(groups, on=["former_ward", "residential_group"]).select(
        "group", "living", (c("living") / pl.len().over("group")).alias("weight"),
        **{name: of.cast(pl.Float64) for name, of in indicators.items()})
    sample = svy.Sample(rows, svy.Design(stratum="group", wgt="weight", pop_size="living", singleton="center"))
    start = time.perf_counter()
    found = sample.estimation.mean(list(indicators), by="group", drop_nulls=True)
    tables = [of.to_polars() for of in found]
    seconds = time.perf_counter() - start
    return seconds, pl.concat(
        table.select(pl.lit(name).alias("indicator"), "group", value="est", error="se")
        for name, table in zip(indicators, tables))


def raking():
    used = ["group", "smartphone", "computer", "weight", "population"]
    rows = pl.read_csv(f"{folder}/sample.csv", columns=used).with_columns(pl.col("computer", "population").cast(pl.Float64))
    controls = {name: dict(pl.read_csv(f"{folder}/{name}.csv").iter_rows()) for name in ("group", "smartphone")}
    sample = svy.Sample(rows, svy.Design(stratum="group", wgt="weight", pop_size="population", singleton="center"))
    start = time.perf_counter()
    mean = sample.weighting.rake(controls=controls, tol=1e-11, max_iter=100).estimation.mean("computer").to_polars()
    seconds = time.perf_counter() - start
    return seconds, mean.select(pl.lit("computer").alias("indicator"), pl.lit("").alias("group"), value="est", error="se")


seconds, figures = globals()[task]()
figures.write_csv(f"{folder}/svy.csv")
print(seconds)
