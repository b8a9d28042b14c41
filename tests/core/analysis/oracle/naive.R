# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the rows of test_forecast_naive.cpp (forecast 8.20).   Rscript naive.R
suppressMessages(library(forecast))
gaps <- AirPassengers; gaps[c(5, 30, 31, 144)] <- NA
steps <- c(1, 2, 12, 13, 25)
row <- function(name, f) cat(sprintf("{\"%s\", {%s}, {%s}, {%s}},\n", name, paste(sprintf("%.12g", f$mean[steps]), collapse = ", "),
  paste(sprintf("%.12g", f$lower[steps, 1]), collapse = ", "), paste(sprintf("%.12g", f$upper[steps, 2]), collapse = ", ")))
row("mean", meanf(AirPassengers, 25)); row("naive", naive(AirPassengers, 25))
row("seasonal_naive", snaive(AirPassengers, 25)); row("drift", rwf(AirPassengers, 25, drift = TRUE))
row("gaps naive", naive(gaps, 25)); row("gaps seasonal_naive", snaive(gaps, 25)); row("gaps drift", rwf(gaps, 25, drift = TRUE))
