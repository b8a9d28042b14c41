# SPDX-License-Identifier: GPL-3.0-or-later
# The same series with R's forecast: milliseconds of processor time per series, mean AICc.
#   bench_forecast_models 20 730 series.csv && Rscript bench_forecast_models.R series.csv
suppressMessages(library(forecast))
lines <- readLines(commandArgs(TRUE)[1]); aicc <- 0
took <- system.time(for (line in lines) {
  cells <- strsplit(line, ",")[[1]]
  aicc <- aicc + ets(ts(as.numeric(cells[-(1:2)]), frequency = as.numeric(cells[2])))$aicc / length(lines)
})
cat(sprintf("ets,%.1f ms,aicc %.3f\n", 1000 * sum(took[1:2]) / length(lines), aicc))
