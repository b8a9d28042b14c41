# SPDX-License-Identifier: GPL-3.0-or-later
# Expected values of test_forecast_auto_arima.cpp: Rscript auto_arima.R > ../../../data/analysis/auto_arima.txt
# Per series of forecast_series.csv: p d q P D Q season constant, AICc, forecasts of forecast::auto.arima 8.20 with its defaults.
suppressMessages({library(forecast); library(urca)})
out <- function(name, x) cat(name, formatC(as.numeric(x), digits = 15, format = "g"), "\n")
for (line in strsplit(readLines("../../../data/analysis/forecast_series.csv"), ",")) {
  y <- ts(as.numeric(line[-(1:2)]), frequency = as.numeric(line[2]))
  fit <- auto.arima(y)
  constant <- any(c("drift", "intercept") %in% names(fit$coef))
  out(paste0(line[1], ".order"), c(fit$arma[c(1, 6, 2, 3, 7, 4, 5)], constant))
  out(paste0(line[1], ".aicc"), fit$aicc)
  out(paste0(line[1], ".mean"), forecast(fit, 12)$mean)
  out(paste0(line[1], ".kpss"), ur.kpss(y, use.lag = 4)@teststat)
}
