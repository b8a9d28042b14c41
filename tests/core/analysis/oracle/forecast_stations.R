# SPDX-License-Identifier: GPL-3.0-or-later
# Mean MASE of R's ets() over the 30 stations of the real daily file, for test_forecast_stations.cpp (forecast 8.20):
#   Rscript forecast_stations.R …/timeseries/DERIVED_seoul_subway_daily_top30_201501_202107.csv
# From each origin: 730 days known, 90 days ahead; MASE over the first 7, 28 and 90 of them, scaled in sample with a season of 7.
suppressMessages(library(forecast))
d <- read.csv(commandArgs(TRUE)[1], encoding = "UTF-8")
key <- paste(d$line, d$station)
origins <- as.Date(c("2017-03-01", "2018-06-01", "2019-09-15", "2021-03-15"))  # first day to forecast
for (i in seq_along(origins)) {
  e <- NULL
  for (k in unique(key)) {
    s <- d[key == k, ]; s <- s[order(s$date), ]
    day <- as.Date(s$date)
    all <- seq(origins[i] - 730, origins[i] + 89, by = 1)
    y <- s$boardings[match(all, day)]
    if (anyNA(y)) next
    x <- ts(y[1:730], frequency = 7)
    f <- forecast(ets(x), h = 90, level = 90)
    q <- mean(abs(diff(y[1:730], 7)))
    a <- abs(y[731:820] - f$mean) / q
    n <- abs(y[731:820] - snaive(x, h = 90)$mean) / q
    e <- rbind(e, c(mean(a[1:7]), mean(a[1:28]), mean(a), mean(n[1:7]), mean(n[1:28]), mean(n)))
  }
  cat(as.character(origins[i]), nrow(e), sprintf("%.6f", colMeans(e)), "\n")
}
