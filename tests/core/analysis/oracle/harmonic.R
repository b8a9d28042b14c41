# SPDX-License-Identifier: GPL-3.0-or-later
# Expected values of test_forecast_harmonic.cpp: Rscript harmonic.R > ../../../data/analysis/harmonic.txt
# A daily series with a weekly pattern, an effect of a regressor and AR(1) errors; R fits the same regression with the same errors.
suppressMessages(library(forecast))
out <- function(name, x) cat(name, formatC(as.numeric(x), digits = 15, format = "g"), "\n")
set.seed(21)
n <- 340; h <- 28
x <- as.numeric(((1:(n + h)) * 37) %% 29 < 2)
y <- 200 + 30 * sin(2 * pi * (1:n) / 7) + 12 * cos(4 * pi * (1:n) / 7) + 25 * x[1:n] + 4 * arima.sim(list(ar = 0.7), n)
terms <- fourier(ts(y, frequency = 7), K = 2)
future <- fourier(ts(y, frequency = 7), K = 2, h = h)
fit <- Arima(y, c(1, 0, 0), xreg = cbind(x = x[1:n], terms))
f <- forecast(fit, xreg = cbind(x = x[n + 1:h], future), level = 90)
out("y", y); out("x", x); out("coef", fit$coef); out("loglik", fit$loglik); out("sigma2", fit$sigma2); out("aicc", fit$aicc)
out("mean", f$mean); out("upper", f$upper)
