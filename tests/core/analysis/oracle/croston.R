# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the numbers of test_forecast_croston.cpp (forecast 8.20).   Rscript croston.R
suppressMessages(library(forecast))
y <- c(0, 0, 3, 0, 0, 0, 5, 1, 0, 0, 0, 0, 2, 0, 4, 0, 0, 0, 0, 0, 7, 0, 0, 1, 0, 0, 0, 2, 0, 0)
for (a in c(0.05, 0.1, 0.3)) {
  f <- croston(ts(y), h = 3, alpha = a)
  cat(sprintf("{%.2f, %.12g, %.12g, %.12g},\n", a, f$mean[3], f$fitted[10], f$fitted[22]))
}
