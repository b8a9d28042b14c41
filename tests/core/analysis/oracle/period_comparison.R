# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the expected values of test_period_comparison.cpp: Rscript tests/core/analysis/oracle/period_comparison.R
# Needs limma (trigammaInverse). Each quantity is found by another road than in the program: the long-run variance as the mean square of a
# regression on cosines, the ends of the ratio by root finding, the influence on the share by numerical derivatives.
suppressMessages(library(limma))
n <- 40; m <- 60
i <- rep(0:(n - 1), each = m); k <- rep(0:(m - 1), n)
level <- 3 + (i * 37) %% 97
made <- function(salt) ((i * 7919 + k * 104729 + salt * 1299709 + (i * k) %% 31 * 613) %% 1009) / 1009
before <- matrix(floor(level * (0.5 + made(1))), n, m, byrow = TRUE)
now <- matrix(floor(level * (0.5 + made(2)) * ifelse(i %% 5 == 0, 1.4, 1) + ifelse(k %% 7 == 6, 1, 0)), n, m, byrow = TRUE)
terms <- floor(0.3 * m^(2 / 3))
cosines <- sapply(1:terms, function(j) cos(pi * j * ((1:m) - 0.5) / m))
# Projections are √(m/2) times the coefficients of a regression on orthogonal cosines.
project <- function(x) coef(lm(x ~ cosines))[-1] * sqrt(m / 2)
long <- function(x) mean(project(x)^2)
wholeBefore <- colSums(before); wholeNow <- colSums(now)
rows <- t(sapply(1:n, function(s) {
  x <- before[s, ]; y <- now[s, ]
  share <- function(w) sum(w * y) / sum(w * wholeNow) - sum(w * x) / sum(w * wholeBefore)
  influence <- sapply(1:m, function(d) { h <- 1e-4; e <- replace(numeric(m), d, h); m * (share(1 + e) - share(1 - e)) / (2 * h) })
  c(mean(x), mean(y), long(y - x), share(rep(1, m)), long(influence))
}))
moderate <- function(v, lev) {
  z <- log(lev); d <- terms
  e <- log(v) - digamma(d / 2) + log(d / 2)
  f <- lm(e ~ poly(z, 3))
  r <- resid(f)
  s <- sum(r^2) / (n - 4) - trigamma(d / 2) + sqrt((mean(r^4) - mean(r^2)^2) / n)
  d0 <- if (s > 0) 2 * trigammaInverse(s) else 1e6
  s0 <- exp(fitted(f) + digamma(d0 / 2) - log(d0 / 2))
  outlier <- p.adjust(pf(v / s0, d, d0, lower.tail = FALSE), "BH") < 0.5
  list(v = ifelse(outlier, v, (d0 * s0 + d * v) / (d0 + d)), d = ifelse(outlier, d, pmin(d0 + d, 1e6)), d0 = d0, outliers = sum(outlier))
}
lev <- (rows[, 1] + rows[, 2]) / 2
md <- moderate(rows[, 3], lev); ms <- moderate(rows[, 5], lev)
md$v <- pmax(md$v, rows[, 1] + rows[, 2])
diff <- rows[, 2] - rows[, 1]
p <- 2 * pt(-abs(diff) / sqrt(md$v / m), md$d)
q <- p.adjust(p, "BH")
half <- qt(0.975, md$d) * sqrt(md$v / m)
sp <- 2 * pt(-abs(rows[, 4]) / sqrt(ms$v / m), ms$d)
sq <- p.adjust(sp, "BH")
cat(sprintf("// prior degrees %.10g and %.10g, outliers %d and %d\n", md$d0, ms$d0, md$outliers, ms$outliers))
for (s in c(1, 2, 6, 17, 40)) {
  x <- before[s, ]; y <- now[s, ]
  scale <- md$v[s] / rows[s, 3]
  outside <- function(r) (mean(y) - r * mean(x))^2 - qt(0.975, md$d[s])^2 * scale * long(y - r * x) / m
  ratio <- mean(y) / mean(x)
  low <- uniroot(outside, c(ratio - 1, ratio), tol = 1e-13)$root - 1
  high <- uniroot(outside, c(ratio, ratio + 2), tol = 1e-13)$root - 1
  cat(sprintf("{%d, {%.12g, %.12g, %.12g, %.12g, %.12g, %.12g, %.12g, %.12g, %.12g, %.12g, %.12g, %.12g}},\n", s - 1, diff[s], diff[s] - half[s],
              diff[s] + half[s], p[s], q[s], ratio - 1, low, high, rows[s, 4], qt(0.975, ms$d[s]) * sqrt(ms$v[s] / m), sp[s], sq[s]))
}
own <- 2 * pt(-abs(diff) / sqrt(rows[, 3] / m), terms)
cat(sprintf("// own noise, p: %.12g %.12g %.12g; found at 5 %%: %d of own, %d of moderated, %d shares\n", own[1], own[2], own[6],
            sum(p.adjust(own, "BH") <= 0.05), sum(q <= 0.05), sum(sq <= 0.05)))
