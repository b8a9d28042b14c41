# SPDX-License-Identifier: GPL-3.0-or-later
# Mean MASE of R's other automatic models over the same stations and origins as forecast_stations.R (forecast 8.20), for ENGINE.md:
#   Rscript forecast_stations_peers.R …/timeseries/DERIVED_seoul_subway_daily_top30_201501_202107.csv [thetaf|stlm|auto.arima|tbats|tbats_year …]
# tbats_year knows the seasons of 7 and 365.25 days, the others one of 7. Minutes of processor time per model, hours for tbats_year.
suppressMessages(library(forecast))
arguments <- commandArgs(TRUE)
d <- read.csv(arguments[1], encoding = "UTF-8")
key <- paste(d$line, d$station)
origins <- as.Date(c("2017-03-01", "2018-06-01", "2019-09-15", "2021-03-15"))  # first day to forecast
models <- list(
  thetaf = function(x) thetaf(x, h = 90)$mean,
  stlm = function(x) forecast(stlm(x), h = 90)$mean,
  auto.arima = function(x) forecast(auto.arima(x), h = 90)$mean,
  tbats = function(x) forecast(tbats(x, use.parallel = FALSE), h = 90)$mean,
  tbats_year = function(x) forecast(tbats(msts(as.numeric(x), c(7, 365.25)), use.parallel = FALSE), h = 90)$mean)
for (name in if (length(arguments) > 1) arguments[-1] else c("thetaf", "stlm", "auto.arima", "tbats")) {
  e <- NULL
  took <- system.time(for (i in seq_along(origins)) for (k in unique(key)) {
    s <- d[key == k, ]; s <- s[order(s$date), ]
    y <- s$boardings[match(seq(origins[i] - 730, origins[i] + 89, by = 1), as.Date(s$date))]
    if (anyNA(y)) next
    a <- abs(y[731:820] - as.numeric(models[[name]](ts(y[1:730], frequency = 7)))) / mean(abs(diff(y[1:730], 7)))
    e <- rbind(e, c(i, mean(a[1:7]), mean(a[1:28]), mean(a)))
  })
  # Each origin weighs the same, as in test_forecast_stations.cpp.
  each <- aggregate(e[, -1], list(e[, 1]), mean)[, -1]
  cat(sprintf("%-10s %3d series  %.2f %.2f %.2f  %.0f ms per series\n", name, nrow(e), mean(each[, 1]), mean(each[, 2]), mean(each[, 3]),
              1000 * sum(took[1:2]) / nrow(e)))
}
