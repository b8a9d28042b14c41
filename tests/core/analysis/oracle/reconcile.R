# SPDX-License-Identifier: GPL-3.0-or-later
# Expected values of test_forecast_reconcile.cpp: Rscript reconcile.R > ../../../data/analysis/reconcile.txt
# The published formulas with dense matrices (Wickramasuriya et al. 2019, eq. 9 and 4.3; Schäfer & Strimmer 2005): S (S'W⁻¹S)⁻¹ S'W⁻¹ ŷ.
out <- function(name, x) cat(name, formatC(as.numeric(x), digits = 15, format = "g"), "\n")
set.seed(12)
# 9 stops in 3 dongs, crossed with 2 kinds, and the total
dong <- rep(1:3, each = 3); kind <- c(1, 2, 2, 1, 1, 2, 2, 1, 2)
S <- rbind(1, t(sapply(1:3, function(k) dong == k)), t(sapply(1:2, function(k) kind == k)), diag(9)) * 1
n <- nrow(S); times <- 60
bottom <- matrix(rnorm(9 * times), 9) + rep(rnorm(times), each = 9)
residuals <- S %*% bottom + matrix(0.7 * rnorm(n * times), n)
base <- S %*% matrix(20 + 5 * rnorm(9 * 3), 9) + matrix(3 * rnorm(n * 3), n)
base[8, 2] <- -4
reconcile <- function(W) { Wi <- solve(W); S %*% solve(t(S) %*% Wi %*% S, t(S) %*% Wi %*% base) }
W1 <- residuals %*% t(residuals) / times
shrink <- function(x) { # rows = times
  T <- nrow(x); xs <- scale(x, center = FALSE, scale = sqrt(colSums(x^2) / T))
  r <- crossprod(xs) / T
  v <- (crossprod(xs^2) - crossprod(xs)^2 / T) / (T * (T - 1)); diag(v) <- 0
  d <- (r - diag(ncol(x)))^2
  max(min(sum(v) / sum(d), 1), 0)
}
lambda <- shrink(t(residuals))
for (i in 1:n) { out(paste0("base", i), base[i, ]); out(paste0("residual", i), residuals[i, ]) }
out("lambda", lambda)
out("mint", t(reconcile(lambda * diag(diag(W1)) + (1 - lambda) * W1)))
out("variance", t(reconcile(diag(diag(W1)))))
out("structural", t(reconcile(diag(rowSums(S)))))
out("bottomup", t(S %*% base[7:15, ]))
