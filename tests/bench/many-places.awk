# SPDX-License-Identifier: GPL-3.0-or-later
# Counts of 100,000 made places by hour, seven days of them, and where they are: awk -v folder=DIR -f many-places.awk
BEGIN {
  srand(7)
  places = 100000
  where = folder "/places.csv"
  counts = folder "/counts.csv"
  print "정류소ID,정류소명,X좌표,Y좌표" > where
  for (i = 0; i < places; ++i) {
    printf "C%06d,정류장%d,%.6f,%.6f\n", i, i, 126.65 + 0.38 * rand(), 35.05 + 0.22 * rand() > where
    weight[i] = 1 + int(-40 * log(1 - rand()))
  }
  print "정류장ID,일자,시간,승차" > counts
  for (day = 1; day <= 7; ++day)
    for (hour = 0; hour < 24; ++hour) {
      busy = 0.2 + (hour >= 6 && hour <= 9) * 1.5 + (hour >= 17 && hour <= 20) * 1.2 + (hour >= 10 && hour <= 16) * 0.7
      for (i = 0; i < places; ++i) printf "C%06d,202405%02d,%d,%d\n", i, day, hour, int(weight[i] * busy * rand() * 1.5) > counts
    }
}
