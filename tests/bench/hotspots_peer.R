# SPDX-License-Identifier: GPL-3.0-or-later
# The same statistics by R's spdep on the files of bench_hotspots, on as many processes as asked for; compares the answers and prints one line of JSON.
#   Rscript hotspots_peer.R FOLDER PERMUTATIONS CORES
suppressWarnings(suppressMessages(library(spdep)))
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]; permutations <- as.integer(arguments[2]); cores <- as.integer(arguments[3])
invisible(set.mcOption(cores > 1)); invisible(set.coresOption(if (cores > 1) cores else NULL))
points <- read.csv(file.path(folder, "points.csv")); values <- read.csv(file.path(folder, "values.csv"))
links <- read.csv(file.path(folder, "links.csv")); ours <- read.csv(file.path(folder, "z.csv")); ourP <- read.csv(file.path(folder, "p.csv"))
xy <- as.matrix(points)
seconds <- function(work) { gc(); as.numeric(system.time(work())["elapsed"]) }
middle <- function(rounds, work) median(replicate(rounds, seconds(work)))

# The peer's own neighbours, which must be ours.
knn <- middle(3, function() nb <<- knn2nb(knearneigh(xy, k = 30)))
same <- identical(rep(seq_along(nb), card(nb)), links$from + 1L) && identical(as.integer(unlist(nb)), as.integer(links$to) + 1L)
least <- max(unlist(nbdists(knn2nb(knearneigh(xy, k = 1)), xy)))
band <- middle(3, function() dnearneigh(xy, 0, least))
star <- nb2listw(include.self(nb), style = "B"); plain <- nb2listw(nb, style = "B"); rows <- nb2listw(nb, style = "W")

gi <- middle(3, function() g <<- sapply(values, function(x) localG(x, star)))
moran <- middle(3, function() m <<- sapply(values, function(x) localmoran(x, rows)[, 4]))
off <- max(abs(g - as.matrix(ours[, grepl("^g", names(ours))])), abs(m - as.matrix(ours[, grepl("^m", names(ours))])))

x <- values[[1]]
giPerm <- seconds(function() gp <<- localG_perm(x, plain, nsim = permutations, return_internals = TRUE))
moranPerm <- seconds(function() mp <<- localmoran_perm(x, rows, nsim = permutations))
draws <- min(permutations, 999)
global <- seconds(function() moran.mc(x, rows, nsim = draws)) / draws
# Folded one-sided p, twice. Its draws are with replacement, so p differ a little more than by chance.
folded <- pmin(1, 2 * cbind(attr(gp, "internals")[, "Pr(folded) Sim"], mp[, "Pr(folded) Sim"]))
difference <- abs(folded - cbind(ourP$gi, ourP$moran))
found <- function(p) p.adjust(p, "BH") <= 0.05
cat(sprintf('{"same": %s, "off": %.3g, "knn": %.6f, "band": %.6f, "gi": %.6f, "moran": %.6f, "giPerm": %.4f, "moranPerm": %.4f, "globalPerDraw": %.8f, "permutations": %d, "medianP": %.6f, "largestP": %.6f, "version": "%s"}\n',
            tolower(same), off, knn, band, gi, moran, giPerm, moranPerm, global, permutations, median(difference), max(difference), packageVersion("spdep")))
