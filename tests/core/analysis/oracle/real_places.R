# SPDX-License-Identifier: GPL-3.0-or-later
# Prints the expected values of test_hotspots_real.cpp from real published files that are not part of the project:
#   Rscript tests/core/analysis/oracle/real_places.R FOLDER_OF_REAL_DATA
# Made with R 4.2.2, spdep 1.2-7, sf 1.0-9.
suppressWarnings(suppressMessages({library(spdep); library(sf)}))
folder <- commandArgs(trailingOnly = TRUE)[1]
at <- function(...) file.path(folder, ...)

dongs <- st_read(at("boundaries", "hangjeongdong_광주광역시.geojson"), quiet = TRUE)
queen <- poly2nb(st_transform(dongs, 5186), snap = 1)
people <- read.csv(at("population", "korea_age_by_dong_202409_cp949.csv"), fileEncoding = "CP949", check.names = FALSE)
code <- sub(".*\\(([0-9]{10})\\).*", "\\1", people[[1]])
number <- function(x) as.numeric(gsub(",", "", x))
all <- number(people[[2]])
old <- rowSums(sapply(people[, (ncol(people) - 35):ncol(people)], number))  # 65 ... 99, 100 and more
row <- match(dongs$adm_cd2, code)
all <- all[row]; old <- old[row]
there <- which(!is.na(row))
cat("dongs with residents", length(there), "residents", sum(all[there]), "65 and older", sum(old[there]), "\n")

show <- function(title, x, nb, style) {
  star <- nb2listw(include.self(nb), style = style, zero.policy = TRUE); plain <- nb2listw(nb, style = style, zero.policy = TRUE)
  g <- localG(x, star, zero.policy = TRUE, return_internals = TRUE)
  z <- as.numeric(g); p <- attr(g, "internals")[, 5]
  m <- localmoran(x, plain, zero.policy = TRUE)
  t <- moran.test(x, plain, zero.policy = TRUE, alternative = "two.sided")
  cat(sprintf("%s: n %d; Gi* sum of squares %.17g, largest %.17g, smallest %.17g; Moran I %.17g z %.17g; local Moran sum of z squares %.17g\n",
              title, length(x), sum(z^2), max(z), min(z), t$estimate[[1]], t$statistic[[1]], sum(m[, 4]^2, na.rm = TRUE)))
  for (q in c("none", "BH", "BY")) {
    sets <- list(G = which(p.adjust(p, q) <= 0.05), M = which(p.adjust(m[, 5], q) <= 0.05))
    cat(q, "Gi*", length(sets$G), sum(sets$G), "local Moran", length(sets$M), sum(sets$M), "\n")
    if (q == "BH") cat("  places", sets$G, "\n")
  }
}
nb <- subset(queen, !is.na(row))
show("residents 65+", old[there], nb, "B")
show("share of 65+", (old / all)[there], nb, "W")

stops <- read.csv(at("gwangju_transit", "DERIVED_gwangju_bus_ridership_2022_joined.csv"), fileEncoding = "UTF-8")
stops <- stops[stops$kind == "승차" & !is.na(stops$lat) & !is.na(stops$ars_id), ]
stops <- aggregate(count_2022 ~ ars_id + lat + lon, stops, sum)
stops <- stops[order(stops$ars_id, stops$lat, stops$lon), ]
inside <- suppressMessages(suppressWarnings({sf_use_s2(FALSE); st_within(st_as_sf(stops, coords = c("lon", "lat"), crs = 4326), st_transform(dongs, 4326))}))
dong <- sapply(inside, function(i) if (length(i) == 0) NA else i[1])
boardings <- as.numeric(tapply(stops$count_2022, factor(dong, levels = seq_len(nrow(dongs))), sum))
boardings[is.na(boardings)] <- 0
cat("stops", nrow(stops), "inside", sum(!is.na(dong)), "boardings inside", sum(boardings), "\n")
suppressMessages(z <- EBImoran.mc(boardings[there], all[there], nb2listw(nb), nsim = 9)$z)
show("boardings per resident, standardised", z, nb, "W")

# The plane of tests/support/dongs.h.
xy <- cbind((stops$lon - 126.85) * 111320 * 0.81765, (stops$lat - 35.15) * 111320)
band <- dnearneigh(xy, 0, 500)
cat("links within 500 m", sum(card(band)), "islands", sum(card(band) == 0), "least band", sprintf("%.17g", max(unlist(nbdists(knn2nb(knearneigh(xy, k = 1)), xy)))), "\n")
show("stops, boardings", stops$count_2022, band, "B")

# Permutation p of eight dongs by R's own draws without replacement: shares of 99,999 draws at least as high and at most as high.
x <- (old / all)[there]
set.seed(5)
for (i in c(72, 80, 81, 87, 89, 91, 92, 93)) {
  s <- replicate(99999, sum(x[-i][sample.int(length(x) - 1, card(nb)[i])])); o <- sum(x[nb[[i]]])
  cat(sprintf("{%d, %d, %d}, ", i, sum(s >= o - 1e-12), sum(s <= o + 1e-12)))
}
cat("\n")
