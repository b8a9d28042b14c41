# SPDX-License-Identifier: GPL-3.0-or-later
# R's auto.arima on the series that bench_forecast_arima printed: Rscript bench_forecast_arima.R FILE [series]
suppressMessages(library(forecast))
arguments <- commandArgs(TRUE)
lines <- strsplit(readLines(arguments[1]), ",")
count <- if (length(arguments) > 1) as.integer(arguments[2]) else length(lines)
aicc <- times <- numeric(0)
for (line in lines[seq_len(count)]) {
  y <- ts(as.numeric(line), frequency = 7)
  times <- c(times, system.time(fit <- auto.arima(y))[["user.self"]])
  aicc <- c(aicc, fit$aicc)
}
cat(sprintf("auto.arima median %.0f ms, fastest %.0f, slowest %.0f; mean AICc %.2f\n", 1e3 * median(times), 1e3 * min(times), 1e3 * max(times), mean(aicc)))
