# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the tables of test_forecast_ets.cpp (forecast 8.20).
#   Rscript ets.R forms ../../../data/analysis/forecast_series.csv > ../../../data/analysis/ets_forms.csv
#     series, form, AICc of R's optimum; form "auto": R's choice, "all": its choice with multiplicative trends
#   Rscript ets.R given ../../../data/analysis/forecast_series.csv > ../../../data/analysis/ets_given.csv
#     series, form, alpha, beta, gamma, phi, level, slope, number of seasonal states, they themselves (season[0] first),
#     log-likelihood, sigma2, then for steps 1, 2, m + 1, 2m + 3: mean, lower 80, upper 95
suppressMessages(library(forecast))
args <- commandArgs(TRUE)
forms <- c("ANN", "AAN", "AAdN", "ANA", "AAA", "AAdA", "MNN", "MAN", "MAdN", "MNA", "MAA", "MAdA", "MNM", "MAM", "MAdM",
           "MMN", "MMdN", "MMM", "MMdM")
# Two slips of forecast 8.20 put right: class1 sets gamma at the third state also without trend, where the season begins at the second;
# class3 moves the damped slope on as if phi were 1 in the first step.
class1 <- get("class1", asNamespace("forecast")); src <- deparse(class1)
src <- sub("G[3, 1] <- par", "G[2 + (trendtype == \"A\"), 1] <- par", src, fixed = TRUE)
class1 <- eval(parse(text = src), asNamespace("forecast")); assignInNamespace("class1", class1, "forecast")
class3 <- get("class3", asNamespace("forecast")); src <- paste(deparse(class3), collapse = "\n")
src <- sub("H1 <- matrix(rep(1, 1 + (trendtype != \"N\")), nrow = 1)", "ph <- ifelse(damped, par[\"phi\"], 1); H1 <- if (trendtype == \"N\") matrix(1) else matrix(c(1, ph), nrow = 1)", src, fixed = TRUE)
src <- sub("F1 <- rbind\\(c\\(1, 1\\), c\\(0, ifelse\\(damped, par\\[\"phi\"\\],\\s+1\\)\\)\\)", "F1 <- rbind(c(1, ph), c(0, ph))", src)
src <- sub("G1 <- rbind\\(c\\(par\\[\"alpha\"\\], par\\[\"alpha\"\\]\\), c\\(par\\[\"beta\"\\],\\s+par\\[\"beta\"\\]\\)\\)", "G1 <- rbind(par[\"alpha\"] * c(1, ph), par[\"beta\"] * c(1, ph))", src)
stopifnot(grepl("F1 <- rbind(c(1, ph)", src, fixed = TRUE), grepl("G1 <- rbind(par", src, fixed = TRUE), grepl("ph <- ifelse", src, fixed = TRUE))
class3 <- eval(parse(text = src), asNamespace("forecast")); assignInNamespace("class3", class3, "forecast")
num <- function(x) paste(sprintf("%.15g", x), collapse = ",")
for (line in readLines(args[2])) {
  cells <- strsplit(line, ",")[[1]]; m <- as.numeric(cells[2]); y <- ts(as.numeric(cells[-(1:2)]), frequency = m)
  if (args[1] == "forms") {
    cat(sprintf("%s,auto,%.6f\n", cells[1], ets(y)$aicc))
    cat(sprintf("%s,all,%.6f\n", cells[1], ets(y, allow.multiplicative.trend = TRUE)$aicc))
  }
  for (form in forms) {
    damped <- grepl("d", form)
    f <- try(ets(y, model = gsub("d", "", form), damped = damped, allow.multiplicative.trend = TRUE), silent = TRUE)
    if (inherits(f, "try-error")) next
    if (args[1] == "forms") { cat(sprintf("%s,%s,%.6f\n", cells[1], form, f$aicc)); next }
    p <- f$par; get0p <- function(n, d) if (n %in% names(p)) p[[n]] else d
    season <- if (substr(form, nchar(form), nchar(form)) == "N") numeric(0) else rev(tail(f$initstate, m))
    set.seed(1)  # bounds of multiplicative trends are simulated
    steps <- c(1, 2, m + 1, 2 * m + 3); fc <- forecast(f, h = 2 * m + 3, level = c(80, 95))
    # forecast 8.20 raises the growth to phi + phi in the second step instead of phi + phi^2; its simulation does not.
    if (grepl("^.M", form)) fc$mean <- simulate(f, nsim = 2 * m + 3, future = TRUE, innov = rep(0, 2 * m + 3))
    cat(cells[1], form, num(c(get0p("alpha", 0), get0p("beta", 0), get0p("gamma", 0), get0p("phi", 1), f$initstate[1], if (grepl("^.[AM]", form)) f$initstate[2] else 0)),
        length(season), if (length(season)) num(season), num(c(f$loglik, f$sigma2)), num(rbind(fc$mean[steps], fc$lower[steps, 1], fc$upper[steps, 2])), sep = ",")
    cat("\n")
  }
}
