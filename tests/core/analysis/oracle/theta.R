# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the rows of test_forecast_theta.cpp (forecast 8.20): means at steps 1, 2, m + 1, 2m + 3, lower 80, upper 95, alpha, slope / 2.
#   Rscript theta.R ../../../data/analysis/forecast_series.csv
# R's `ses` stops its simplex some digits before the minimum; here thetaf gets the exact one (the first level is linear, alpha by `optimize`).
suppressMessages(library(forecast))
exact <- function(y, h, ...) {
  n <- length(y); v <- as.numeric(y)
  at <- function(a) {
    base <- numeric(n); l <- 0; for (t in 1:n) { base[t] <- l; l <- l + a * (v[t] - l) }
    x <- (1 - a)^(0:(n - 1)); l0 <- sum(x * (v - base)) / sum(x^2); fitted <- base + x * l0
    list(sse = sum((v - fitted)^2), last = l + (1 - a)^n * l0, fitted = fitted)
  }
  grid <- c(1e-4, seq(0.01, 0.99, 0.01), 0.9999); s <- sapply(grid, function(a) at(a)$sse); i <- which.min(s)
  a <- optimize(function(a) at(a)$sse, c(grid[max(i - 1, 1)], grid[min(i + 1, length(grid))]), tol = 1e-12)$minimum
  if (min(s) < at(a)$sse) a <- grid[i]
  f <- at(a)
  list(mean = ts(rep(f$last, h), start = tsp(y)[2] + 1 / tsp(y)[3], frequency = tsp(y)[3]), fitted = ts(f$fitted, start = start(y), frequency = frequency(y)),
       model = list(par = c(alpha = a), sigma2 = f$sse / (n - 2)))
}
assignInNamespace("ses", exact, "forecast")
num <- function(x) paste(sprintf("%.12g", x), collapse = ", ")
for (line in readLines(commandArgs(TRUE)[1])) {
  cells <- strsplit(line, ",")[[1]]; m <- as.numeric(cells[2]); y <- ts(as.numeric(cells[-(1:2)]), frequency = m)
  f <- thetaf(y, h = 2 * m + 3); steps <- c(1, 2, m + 1, 2 * m + 3)
  cat(sprintf("{\"%s\", {%s}, {%s}, {%s}, %s, %s},\n", cells[1], num(f$mean[steps]), num(f$lower[steps, 1]), num(f$upper[steps, 2]), num(f$model$alpha), num(f$model$drift)))
}
