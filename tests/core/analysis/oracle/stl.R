# SPDX-License-Identifier: GPL-3.0-or-later
# Expected values of test_stl.cpp: Rscript stl.R > ../../../data/analysis/stl.txt
# Lines: name, then numbers. Series are R's own data sets (nottem, co2, UKgas, forecast::taylor, AirPassengers).
suppressMessages(library(forecast))
out <- function(name, x) cat(name, formatC(as.numeric(x), digits = 15, format = "g"), "\n")
some <- function(x, k = 9) as.numeric(x)[unique(round(seq(1, length(x), length.out = k)))]
show <- function(name, fit) for (part in c("seasonal", "trend", "remainder")) out(paste0(name, ".", part), some(fit$time.series[, part], 40))
out("nottem", nottem)
out("air", AirPassengers)
out("ukgas", UKgas)
out("taylor", taylor[1:1344])
show("nottem.periodic", stl(nottem, "periodic"))
show("nottem.7", stl(nottem, 7))
# Robust fits on an odd number of values: R hands psort its two middle ranks in falling order, so that with an even number the
# median of the remainders is not always one.
odd <- ts(nottem[-240], frequency = 12)
show("nottem.robust", stl(odd, 13, robust = TRUE))
show("nottem.periodicrobust", stl(odd, "periodic", robust = TRUE))
show("nottem.wide", stl(nottem, 35, t.window = 41, s.degree = 1, l.window = 25, t.degree = 0, l.degree = 1))
show("ukgas.7", stl(log(UKgas), 7))
show("ukgas.even", stl(log(UKgas), 8, t.window = 10))
out("nottem.robust.weights", some(stl(odd, 13, robust = TRUE)$weights, 40))
ms <- function(name, fit) for (part in colnames(fit)[-1]) out(paste0(name, ".", part), some(fit[, part], 40))
tay <- msts(taylor[1:1344], c(48, 336))
ms("taylor.mstl", mstl(tay))
ms("taylor.mstlrobust", mstl(msts(tay[-1344], c(48, 336)), robust = TRUE))
ms("taylor.short", mstl(msts(taylor[1:600], c(48, 336))))
ms("air.mstl", mstl(AirPassengers))
out("strength", c(forecast:::seas.heuristic(AirPassengers), forecast:::seas.heuristic(tay), forecast:::seas.heuristic(lynx <- ts(c(lynx), frequency = 10))))
holes <- ts(AirPassengers[-144], frequency = 12); holes[c(1, 20, 21, 22, 50, 80:95, 143)] <- NA
out("air.filled", na.interp(holes))
ms("air.holes", mstl(holes))
tholes <- msts(tay[-1344], c(48, 336)); tholes[c(3, 100:140, 700, 1343)] <- NA
out("taylor.filled", na.interp(tholes)[c(3, 100:140, 700, 1343)])
n <- ts(c(3, NA, NA, 9, NA, 4)); out("linear.filled", na.interp(n))
