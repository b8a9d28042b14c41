# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the expected values of test_emerging.cpp: Rscript tests/core/analysis/oracle/emerging.R tests/data/analysis
# Gi* of a cube of 49 tracts and 12 months as spdep's localG over one list of neighbours in space and time; Mann-Kendall as cor.test.
suppressWarnings(suppressMessages({library(spdep); library(sf)}))
folder <- commandArgs(trailingOnly = TRUE)[1]
columbus <- st_read(system.file("shapes/columbus.shp", package = "spData"), quiet = TRUE)
nb <- poly2nb(columbus)
n <- 49; months <- 12
# A made cube: what the tracts have, growing in the west, with a wave.
x <- as.vector(outer(seq_len(n), seq_len(months), function(i, t) round(columbus$CRIME[i] * (1 + 0.02 * t * (columbus$X[i] < 38)) + 8 * sin(i + t), 3)))
cube <- function(earlier, from, to) {
  lists <- list()
  for (t in from:to) for (i in seq_len(n)) {
    s <- max(from, t - earlier):t
    lists[[length(lists) + 1]] <- as.integer(sort(unlist(lapply(s, function(u) (u - from) * n + c(i, nb[[i]])))))
  }
  class(lists) <- "nb"; attr(lists, "region.id") <- as.character(seq_along(lists)); attr(lists, "self.included") <- TRUE
  lists
}
gi <- function(earlier, from, to) as.numeric(localG(x[((from - 1) * n + 1):(to * n)], nb2listw(cube(earlier, from, to), style = "B")))
numbers <- function(v) formatC(v, digits = 17, format = "g", width = 1)
each <- function(earlier) unlist(lapply(seq_len(months), function(t) { f <- max(1, t - earlier); g <- gi(earlier, f, t); g[(length(g) - n + 1):length(g)] }))
z1 <- gi(1, 1, months)
d <- data.frame(month = rep(seq_len(months) - 1, each = n), x = x, cube0 = gi(0, 1, months), cube1 = z1, cube2 = gi(2, 1, months), own0 = each(0), own1 = each(1))
write.table(as.data.frame(lapply(d, numbers)), file.path(folder, "emerging.csv"), sep = ",", quote = FALSE, row.names = FALSE)
kendall <- function(v) { r <- suppressWarnings(cor.test(seq_along(v), v, method = "kendall", exact = FALSE, continuity = TRUE)); c(r$statistic[[1]], r$p.value) }
k <- t(sapply(seq_len(n), function(i) kendall(matrix(z1, n)[i, ])))
write.table(as.data.frame(lapply(data.frame(z = k[, 1], p = k[, 2]), numbers)), file.path(folder, "emerging_trend.csv"), sep = ",", quote = FALSE, row.names = FALSE)
for (v in list(c(1, 3, 2, 2, 5, 5, 5, 8, 1, 9), c(5, 4, 4, 3, 2, 2, 1), c(2, 1, 2, 1), c(1, 2, 3))) cat(sprintf("%.17g", kendall(v)), "\n")
q <- p.adjust(2 * pnorm(-abs(z1)), "BH")
cat("hot", sum(q <= 0.05 & z1 > 0), "cold", sum(q <= 0.05 & z1 < 0), "\n")
