# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the expected values of test_multiple_testing.cpp: Rscript tests/core/analysis/oracle/multiple_testing.R
p <- c(0.01, 0.02, NA, 0.02, 0.8, 1e-9, 0.04, 1, 0.03, 0, 0.5, 0.049, 2e-5, NA, 0.2)
hex <- function(x) ifelse(is.na(x), "NaN", sprintf("%a", x))
cat(hex(p.adjust(p, "BH")), sep = "\n"); cat("\n")
cat(hex(p.adjust(p, "BY")), sep = "\n"); cat("\n")
i <- 0:999
q <- (((i * 7919) %% 1000) / 1000)^3
for (m in c("BH", "BY")) { a <- p.adjust(q, m); cat(m, sum(a <= 0.05), sum(a <= 0.2), hex(sum(a[a < 1])), sprintf("%.17g", mean(a)), "\n") }
