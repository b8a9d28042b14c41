# SPDX-License-Identifier: GPL-3.0-or-later
# Expected values of test_forecast_mstl.cpp: Rscript mstl_model.R > ../../../data/analysis/mstl_model.txt
suppressMessages(library(forecast))
out <- function(name, x) cat(name, formatC(as.numeric(x), digits = 15, format = "g"), "\n")
show <- function(name, f) { out(paste0(name, ".mean"), f$mean); out(paste0(name, ".upper"), f$upper[, 2]); out(paste0(name, ".fitted"), tail(f$fitted, 20)) }
show("air.drift", stlf(AirPassengers, h = 30, method = "rwdrift"))
show("air.naive", stlf(AirPassengers, h = 30, method = "naive"))
tay <- msts(taylor[1:1344], c(48, 336))
show("taylor.naive", stlf(tay, h = 400, method = "naive"))
show("air.ets", stlf(AirPassengers, h = 30))
show("taylor.ets", stlf(tay, h = 400))
