# SPDX-License-Identifier: GPL-3.0-or-later
# Writes tests/data/analysis/forecast_series.csv: name, season, values. Public R data sets and series simulated with ETS models (forecast 8.20).
#   Rscript series.R > ../../../data/analysis/forecast_series.csv
suppressMessages(library(forecast))
out <- function(name, y) cat(name, frequency(y), paste(sprintf("%.10g", y), collapse = ","), sep = ",", fill = FALSE); nl <- function() cat("\n")
for (n in c("AirPassengers", "USAccDeaths", "Nile", "WWWusage", "lynx", "wineind", "woolyrnq", "nottem", "UKgas", "ldeaths")) { out(n, get(n)); nl() }
simulated <- function(name, components, par, init, m, n, sigma, seed) {
  set.seed(seed)
  model <- structure(list(components = components, par = par, m = m, sigma2 = sigma^2, states = matrix(init, nrow = 1), x = ts(0, frequency = m)), class = "ets")
  model$states <- rbind(init, init)
  y <- simulate(model, nsim = n, future = TRUE)
  out(name, ts(y, frequency = m)); nl()
}
week <- c(9, 7, 5, 3, -4, -12, -8)
simulated("sim_AAA", c("A", "A", "A", "FALSE"), c(alpha = 0.3, beta = 0.02, gamma = 0.1), c(100, 0.1, week), 7, 300, 3, 1)
simulated("sim_AAdA", c("A", "A", "A", "TRUE"), c(alpha = 0.5, beta = 0.1, gamma = 0.05, phi = 0.9), c(100, 1, week), 7, 400, 2, 2)
simulated("sim_MNM", c("M", "N", "M", "FALSE"), c(alpha = 0.2, gamma = 0.1), c(500, 1 + week / 30), 7, 350, 0.05, 3)
simulated("sim_MAM", c("M", "A", "M", "FALSE"), c(alpha = 0.2, beta = 0.01, gamma = 0.1), c(300, 2, 1 + week / 30), 7, 250, 0.04, 4)
simulated("sim_ANN", c("A", "N", "N", "FALSE"), c(alpha = 0.4), c(50), 1, 120, 4, 5)
simulated("sim_MAdN", c("M", "A", "N", "TRUE"), c(alpha = 0.6, beta = 0.2, phi = 0.85), c(200, 5), 1, 150, 0.05, 6)
