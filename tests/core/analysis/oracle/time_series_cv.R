# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the rows of test_forecast_backtest.cpp, matchesTsCV (forecast 8.20): mean absolute error after 1, 6 and 12 steps over every origin
# from 48 values on that leaves 12 to compare with.   Rscript time_series_cv.R
suppressMessages(library(forecast))
row <- function(name, y, f) {
  e <- abs(tsCV(y, f, h = 12, initial = 48))
  known <- 49:(length(y) - 12)  # tsCV's first origin is `initial` + 1 values
  cat(sprintf("{\"%s\", {%s}},\n", name, paste(sprintf("%.10g", colMeans(e[known, c(1, 6, 12)])), collapse = ", ")))
}
for (y in list(AirPassengers, USAccDeaths)) {
  row("naive", y, function(x, h) naive(x, h))
  row("seasonal_naive", y, function(x, h) snaive(x, h))
  row("drift", y, function(x, h) rwf(x, h, drift = TRUE))
  row("theta", y, function(x, h) thetaf(x, h))
}
