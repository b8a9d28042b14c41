# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the tables of public data (spData, CC0) and of expected values that test_neighbours, test_hotspots and test_empirical_bayes read:
#   Rscript tests/core/analysis/oracle/spatial_statistics.R tests/data/analysis
# Made with R 4.2.2, spdep 1.2-7, spData 2.2.1, sf 1.0-9.
suppressWarnings(suppressMessages({library(spdep); library(sf)}))
folder <- commandArgs(trailingOnly = TRUE)[1]
numbers <- function(x) ifelse(is.na(x), "nan", formatC(x, digits = 17, format = "g", width = 1))
put <- function(name, table) {
  text <- as.data.frame(lapply(table, numbers))
  names(text) <- names(table)
  write.table(text, file.path(folder, name), sep = ",", quote = FALSE, row.names = FALSE)
}
links <- function(kind, nb) {
  from <- rep(seq_along(nb), card(nb))
  data.frame(kind = kind, from = from - 1, to = unlist(nb[card(nb) > 0]) - 1)
}

columbus <- st_read(system.file("shapes/columbus.shp", package = "spData"), quiet = TRUE)
xy <- cbind(columbus$X, columbus$Y)
corners <- as.data.frame(st_coordinates(columbus))
put("columbus.csv", data.frame(x = columbus$X, y = columbus$Y, crime = columbus$CRIME, income = columbus$INC, value = columbus$HOVAL))
put("columbus_rings.csv", data.frame(area = corners[, ncol(corners)] - 1, ring = corners$L1, x = corners$X, y = corners$Y))

queen <- poly2nb(columbus)
least <- max(unlist(nbdists(knn2nb(knearneigh(xy, k = 1)), xy)))
tight <- dnearneigh(xy, 0, least * 0.6)
put("columbus_links.csv", rbind(links(0, queen), links(1, knn2nb(knearneigh(xy, k = 4))), links(2, dnearneigh(xy, 0, least)), links(3, tight)))

# Getis-Ord and local Moran of every kind, side by side.
x <- columbus$CRIME
local <- function(nb, style, zero = NULL) {
  with <- nb2listw(include.self(nb), style = style, zero.policy = zero)
  without <- nb2listw(nb, style = style, zero.policy = zero)
  g <- localG(x, without, zero.policy = zero, return_internals = TRUE)
  s <- localG(x, with, zero.policy = zero, return_internals = TRUE)
  gi <- attr(g, "internals"); si <- attr(s, "internals")
  c <- localmoran(x, without, zero.policy = zero)
  t <- localmoran(x, without, zero.policy = zero, conditional = FALSE)
  data.frame(g = gi[, 1], ge = gi[, 2], gv = gi[, 3], gz = as.numeric(g), gp = gi[, 5], s = si[, 1], se = si[, 2], sv = si[, 3], sz = as.numeric(s), sp = si[, 5],
             i = c[, 1], ce = c[, 2], cv = c[, 3], cz = c[, 4], cp = c[, 5], te = t[, 2], tv = t[, 3], tz = t[, 4], tp = t[, 5],
             quadrant = as.integer(attr(c, "quadr")$pysal) - 1)
}
put("columbus_local_queen_b.csv", local(queen, "B"))
put("columbus_local_queen_w.csv", local(queen, "W"))
put("columbus_local_knn_w.csv", local(knn2nb(knearneigh(xy, k = 4)), "W"))
put("columbus_local_tight_b.csv", local(tight, "B", TRUE))

global <- function(x, nb, style, zero = NULL) {
  w <- nb2listw(nb, style = style, zero.policy = zero)
  r <- moran.test(x, w, zero.policy = zero, alternative = "two.sided")
  n <- moran.test(x, w, zero.policy = zero, alternative = "two.sided", randomisation = FALSE)
  data.frame(i = r$estimate[[1]], e = r$estimate[[2]], rv = r$estimate[[3]], rz = r$statistic[[1]], rp = r$p.value, nv = n$estimate[[3]], nz = n$statistic[[1]], np = n$p.value)
}
put("columbus_global.csv", rbind(global(x, queen, "B"), global(x, queen, "W"), global(x, knn2nb(knearneigh(xy, k = 4)), "W"), global(x, tight, "B", TRUE),
                                 global(x, tight, "W", TRUE)))

# Sudden infant deaths in North Carolina: rates.
nc <- st_read(system.file("shapes/sids.shp", package = "spData"), quiet = TRUE)
nb <- poly2nb(nc)
set.seed(1)
best <- EBest(nc$SID74, nc$BIR74)
marshall <- EBlocal(nc$SID74, nc$BIR74, nb, geoda = TRUE)
w <- nb2listw(nb, style = "B")
suppressMessages(mc <- EBImoran.mc(nc$SID74, nc$BIR74, w, nsim = 99))
put("nc.csv", data.frame(east = nc$east, north = nc$north, births = nc$BIR74, deaths = nc$SID74, raw = best$raw, global = best$estmm, local = marshall$est, z = mc$z))
put("nc_links.csv", links(0, nb))
cat(sprintf("EBest a %.17g b %.17g, EBImoran %.17g, least band of Columbus %.17g\n", attr(best, "parameters")$a, attr(best, "parameters")$b, mc$statistic, least))
# p by permutation without replacement, from a loop of R's own: 19,999 draws; the folded counts of neighbour sums at least and at most the observed.
set.seed(2)
draws <- 19999
counts <- t(sapply(seq_along(x), function(i) {
  k <- card(queen)[i]
  s <- replicate(draws, sum(sample(x[-i], k)))
  o <- sum(x[queen[[i]]])
  c(sum(s >= o - 1e-9), sum(s <= o + 1e-9))
}))
put("columbus_permutation.csv", data.frame(atLeast = counts[, 1] / draws, atMost = counts[, 2] / draws))
set.seed(3)
cat(sprintf("moran.mc p (greater, 9,999): W %.6f\n", moran.mc(columbus$HOVAL, nb2listw(queen, style = "W"), nsim = 9999)$p.value))
