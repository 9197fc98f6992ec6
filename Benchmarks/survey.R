# The peer's side of Benchmarks/survey. Rscript survey.R estimates|raking FOLDER
# Prints the seconds of the engine alone; figures go to FOLDER/r.csv. na.rm deletes listwise over a formula, so one
# indicator at a time.
suppressPackageStartupMessages({library(data.table); library(survey)})
setDTthreads(0)
options(survey.lonely.psu = "adjust") # as sansang summarize does
arguments <- commandArgs(TRUE)
file <- function(name) file.path(arguments[2], name)
seconds <- function(work) system.time(work)[["elapsed"]]

estimates <- function() {
    used <- c("former_ward", "residential_group", "smartphone", "computer", "internet", "e_id", "knows_process",
        "wants_help", "procedures_total", "procedures_online", "who_filed")
    rows <- fread(file("survey.csv"), select = used, encoding = "UTF-8")
    groups <- fread(file("groups.csv"), encoding = "UTF-8")
    rows[groups, on = .(former_ward, residential_group), `:=`(group = i.group_id, living = i.households)]
    online <- rows[, fifelse(procedures_total > 0, procedures_online > 0, NA)]
    filed <- function(by) rows[, as.numeric(fifelse(online, fifelse(who_filed == "", NA, who_filed %in% by), FALSE))]
    data <- rows[, .(group, living, weight = 0,
        smartphone = as.numeric(smartphone == "yes"), computer = as.numeric(computer == "yes"),
        internet = as.numeric(internet != "none"), internetFixed = as.numeric(internet %like% "fixed"),
        internetMobile = as.numeric(internet %like% "mobile"), eIDLevel2 = as.numeric(e_id == "level_2"),
        knowsProcess = as.numeric(knows_process == "yes"), wantsHelp = as.numeric(wants_help == "yes"))]
    data[, weight := living / .N, by = group]
    data[, `:=`(onlineUptakeHouseholds = as.numeric(online), selfFiledHouseholds = filed("self"),
        assistedHouseholds = filed(c("assisted", "family")))]
    design <- svydesign(ids = ~1, strata = ~group, weights = ~weight, fpc = ~living, data = as.data.frame(data))
    figures <- list()
    engine <- seconds(for (indicator in names(data)[-(1:3)]) {
        by <- svyby(as.formula(paste0("~", indicator)), ~group, design, svymean, na.rm = TRUE)
        figures[[indicator]] <- data.table(indicator, group = by$group, value = by[[indicator]], error = by$se)
    })
    list(engine, rbindlist(figures))
}

raking <- function() {
    used <- c("group", "smartphone", "computer", "weight", "population")
    rows <- fread(file("sample.csv"), select = used, data.table = FALSE)
    design <- svydesign(ids = ~1, strata = ~group, weights = ~weight, fpc = ~population, data = rows)
    totals <- lapply(c("group.csv", "smartphone.csv"), function(name) fread(file(name), data.table = FALSE))
    engine <- seconds({
        raked <- rake(design, list(~group, ~smartphone), totals, control = list(maxit = 100, epsilon = 1e-13))
        mean <- svymean(~computer, raked)
    })
    list(engine, data.table(indicator = "computer", group = "", value = coef(mean), error = SE(mean)[1]))
}

result <- get(arguments[1])()
fwrite(result[[2]], file("r.csv"))
cat(result[[1]], "\n")
