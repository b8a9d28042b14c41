# SPDX-License-Identifier: GPL-3.0-or-later
# Expected values of test_forecast_arima.cpp: Rscript arima.R > ../../../data/analysis/arima.txt
# Per case: its series, R's estimates, and what R's arima makes of exactly these coefficients: log-likelihood of the state-space form with its
# diffuse start, log-likelihood of the differenced series, forecasts and their standard errors (σ² = 1 taken out), one-step means at the end.
suppressMessages(library(forecast))
num <- function(x) formatC(as.numeric(x), digits = 15, format = "g")
out <- function(name, x) cat(name, num(x), "\n")
case <- function(name, y, order, seasonal = c(0, 0, 0), xreg = NULL, future = NULL, mean = TRUE) {
  m <- frequency(y)
  fit <- arima(y, order, list(order = seasonal, period = m), xreg = xreg, include.mean = mean, method = "ML")
  again <- arima(y, order, list(order = seasonal, period = m), xreg = xreg, include.mean = mean, fixed = fit$coef, transform.pars = FALSE, method = "ML")
  f <- predict(again, n.ahead = 24, newxreg = future)
  out(paste0(name, ".y"), y); out(paste0(name, ".order"), c(order, seasonal, m)); out(paste0(name, ".coef"), fit$coef)
  out(paste0(name, ".loglik"), again$loglik); out(paste0(name, ".sigma2"), again$sigma2)
  out(paste0(name, ".mean"), f$pred); out(paste0(name, ".se"), f$se / sqrt(again$sigma2))
  out(paste0(name, ".fitted"), tail(y - residuals(again), 10))
  d <- y
  dx <- xreg
  if (order[2] > 0) { d <- diff(d, differences = order[2]); if (!is.null(xreg)) dx <- diff(as.matrix(xreg), differences = order[2]) }
  if (seasonal[2] > 0) { d <- diff(d, m, seasonal[2]); if (!is.null(xreg)) dx <- diff(as.matrix(dx), m, seasonal[2]) }
  exact <- arima(d, c(order[1], 0, order[3]), list(order = c(seasonal[1], 0, seasonal[3]), period = m), xreg = dx, include.mean = mean && order[2] + seasonal[2] == 0,
                 fixed = fit$coef, transform.pars = FALSE, method = "ML")
  out(paste0(name, ".exact"), exact$loglik)
  if (!is.null(xreg)) for (k in seq_len(NCOL(xreg))) out(paste0(name, ".x", k), c(as.matrix(xreg)[, k], as.matrix(future)[, k]))
}
case("lynx", log10(lynx), c(2, 0, 2))
case("deaths", USAccDeaths, c(0, 1, 1), c(0, 1, 1))
case("air", log(AirPassengers), c(2, 1, 1), c(0, 1, 1))
case("nottem", nottem, c(1, 0, 1), c(2, 1, 1), xreg = 1:240, future = 241:264)
case("lake", LakeHuron, c(2, 0, 0), xreg = cbind(time(LakeHuron) - 1920, cos(1:98 / 5)), future = cbind(1973:1996 - 1920, cos(99:122 / 5)))
case("nile", Nile, c(1, 1, 1))
case("nilemean", Nile, c(0, 0, 1))
case("www", WWWusage, c(3, 1, 0))
case("gold", window(gold, 1, 380)[1:110], c(1, 2, 1))
case("gas", ts(log(UKgas), frequency = 4), c(1, 0, 0), c(1, 1, 2))
holes <- log(AirPassengers); holes[c(1, 30:33, 77, 120)] <- NA
case("holes", holes, c(0, 1, 1), c(0, 1, 1))
lakeholes <- LakeHuron; lakeholes[c(5, 40:45, 98)] <- NA
case("lakeholes", lakeholes, c(1, 0, 1), xreg = time(LakeHuron) - 1920, future = 1973:1996 - 1920)
set.seed(4)
level <- cumsum(rnorm(364)); pattern <- rep(0, 364); for (i in 1:364) pattern[i] <- (if (i > 7) pattern[i - 7] else 5 * i) + 0.3 * rnorm(1)
week <- ts(100 + 0.3 * level + pattern + rnorm(364), frequency = 7)
case("week", week, c(1, 0, 1), c(1, 1, 1))
case("weekstationary", ts(100 + rnorm(364) + filter(rnorm(364), c(0.4, 0, 0, 0, 0, 0, 0.5), "recursive"), frequency = 7), c(2, 0, 1), c(1, 0, 1))
# Arima's own statistics
a <- Arima(AirPassengers, c(2, 1, 1), c(0, 1, 0))
out("stat", c(a$aic, a$aicc, a$bic, a$sigma2, a$loglik))
a <- Arima(USAccDeaths, c(0, 1, 1), include.drift = TRUE)
out("drift", c(a$aicc, a$sigma2, a$coef)); out("drift.mean", forecast(a, 6)$mean); out("drift.upper", forecast(a, 6, level = 90)$upper)
