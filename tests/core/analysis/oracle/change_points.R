# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the expected values of test_change_points.cpp: Rscript tests/core/analysis/oracle/change_points.R
# strucchange::breakpoints finds the least-squares segmentation for every number of breaks by exact dynamic programming (Bai & Perron 2003);
# the penalised optimum is the best of them. With weights: optimal partitioning (Jackson et al. 2005), every last change point tried.
suppressMessages(library(strucchange))
made <- function(n, salt) ((0:(n - 1)) * 104729 + salt * 7919 + (0:(n - 1))^2 %% 613 * 31) %% 1009 / 1009
series <- list(
  a = 20 + 6 * made(200, 1) + c(rep(0, 70), rep(5, 60), rep(-2, 70)),
  b = 50 + 12 * made(180, 2),
  c = 10 + 4 * made(240, 3) + rep(c(0, 3, 6, 1), each = 60) + c(rep(0, 228), rep(7, 12)))
for (case in list(list("a", 14, 3, 12), list("a", 30, 3, 12), list("b", 14, 12, 10), list("c", 10, 1.4, 16), list("c", 25, 1.4, 16), list("c", 25, 1.4, 1.5))) {
  y <- series[[case[[1]]]]; h <- case[[2]]; variance <- case[[3]]; penalty <- case[[4]]
  bp <- breakpoints(y ~ 1, h = h, breaks = floor(length(y) / h) - 1)
  table <- summary(bp)$RSS
  total <- table["RSS", ] / variance + penalty * as.numeric(colnames(table))
  best <- as.numeric(colnames(table))[which.min(total)]
  at <- if (best > 0) breakpoints(bp, breaks = best)$breakpoints else integer(0)
  cat(sprintf("{'%s', %d, %g, %g, {%s}},  // cost %.10g\n", case[[1]], h, variance, penalty, paste(at, collapse = ", "), min(total)))
}
partition <- function(y, w, h, variance, penalty) {
  n <- length(y); Y <- c(0, cumsum(y)); W <- c(0, cumsum(w))
  best <- rep(Inf, n + 1); best[1] <- -penalty; last <- rep(0, n + 1)
  for (t in h:n) for (s in 0:(t - h)) {
    c <- best[s + 1] - (Y[t + 1] - Y[s + 1])^2 / (W[t + 1] - W[s + 1]) / variance + penalty
    if (c < best[t + 1]) { best[t + 1] <- c; last[t + 1] <- s }
  }
  at <- integer(0); t <- n
  while (last[t + 1] > 0) { t <- last[t + 1]; at <- c(t, at) }
  list(at, best[n + 1])
}
for (case in list(c(28, 30, 12), c(7, 30, 12), c(28, 12, 3), c(7, 8, 2), c(1, 25, 9))) {
  n <- 300
  w <- rep(c(1.1, 1.2, 1.15, 1.2, 1.25, 0.7, 0.4), length.out = n)
  y <- floor(w * (30 + 8 * made(n, 5) + c(rep(0, 100), rep(7, 33), rep(-6, 67), rep(1, 100))))
  r <- partition(y, w, case[1], case[2], case[3])
  cat(sprintf("{%d, %g, %g, {%s}, %.12g},\n", case[1], case[2], case[3], paste(r[[1]], collapse = ", "), r[[2]]))
}
