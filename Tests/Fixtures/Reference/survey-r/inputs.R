# Writes the data sets of R's package survey as CSV files: Rscript inputs.R FOLDER
suppressMessages(library(survey))
folder <- commandArgs(TRUE)[1]
write <- function(data, name)
    write.csv(data, file.path(folder, paste0(name, ".csv")), row.names = FALSE, na = "")
data(api)
data(scd)
data(fpc)
write(apisrs, "apisrs")
write(apistrat, "apistrat")
write(apiclus1, "apiclus1")
write(apipop, "apipop")
write(scd, "scd")
write(fpc, "fpc")
# One stratum with a single school.
of <- function(type, count) head(apistrat[apistrat$stype == type, ], count)
write(rbind(of("E", 20), of("H", 1), of("M", 10)), "apistrat_lonely")
