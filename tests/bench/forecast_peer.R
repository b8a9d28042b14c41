# SPDX-License-Identifier: GPL-3.0-or-later
# R's automatic exponential smoothing on the series of bench_forecast, on as many processes as asked for; prints one line of JSON.
#   Rscript forecast_peer.R FOLDER CORES
suppressWarnings(suppressMessages({ library(forecast); library(parallel) }))
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]; cores <- as.integer(arguments[2])
cells <- strsplit(readLines(file.path(folder, "series.csv")), ",")
ours <- sapply(cells, function(x) as.numeric(x[2]))
invisible(ets(ts(as.numeric(cells[[1]][3:100]), frequency = 7)))  # loaded and compiled
elapsed <- system.time(theirs <- unlist(mclapply(cells, function(x) {
  ets(ts(as.numeric(x[-(1:2)]), frequency = 7))$aicc
}, mc.cores = cores, mc.preschedule = FALSE)))["elapsed"]
cat(sprintf('{"seconds": %.4f, "series": %d, "worse": %d, "worst": %.4f, "better": %d, "version": "%s"}\n', elapsed / length(cells), length(cells),
            sum(ours > theirs + 0.01), max(ours - theirs), sum(ours < theirs - 0.01), packageVersion("forecast")))
