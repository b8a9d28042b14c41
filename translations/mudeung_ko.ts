<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_US">
<context>
    <name>Analysis</name>
    <message>
        <source>Density</source>
        <translation>밀도</translation>
    </message>
    <message>
        <source>Where is the density highest, smoothed over walking distance?</source>
        <translation>걸어갈 수 있는 거리만큼 주변으로 펼쳐 보면 밀도는 어디에서 가장 높습니까?</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>How the count at a place is spread around it. The quartic and Epanechnikov kernels end at the bandwidth; the Gaussian fades out.</source>
        <translation>한 지점의 수를 주변에 펼치는 방식입니다. 4차 커널과 예파네치니코프 커널은 대역폭에서 끝나고, 가우시안은 서서히 옅어집니다.</translation>
    </message>
    <message>
        <source>quartic</source>
        <translation>4차 커널</translation>
    </message>
    <message>
        <source>Epanechnikov</source>
        <translation>예파네치니코프</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>가우시안</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>대역폭</translation>
    </message>
    <message>
        <source>The distance over which counts are smoothed. The rule of thumb depends on how spread out the places are; a walking distance is easier to interpret.</source>
        <translation>지점을 펼치는 거리입니다. 경험 법칙은 지점이 흩어진 정도에서 나오고, 걷는 거리로 정하면 그림의 뜻이 분명해집니다.</translation>
    </message>
    <message>
        <source>rule of thumb</source>
        <translation>경험 법칙</translation>
    </message>
    <message>
        <source>given</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>300, 500 and 800 m are usual walking distances.</source>
        <translation>보통 300, 500, 800 m를 걷는 거리로 봅니다.</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>셀</translation>
    </message>
    <message>
        <source>Side of the cells in which the surface is computed.</source>
        <translation>표면을 계산하는 셀의 한 변입니다.</translation>
    </message>
    <message>
        <source>Levels such as concentrations cannot be added up, so they have no density. Choose counts.</source>
        <translation>농도 같은 수준 값은 더할 수 없어 밀도가 없습니다. 건수나 인원을 고르십시오.</translation>
    </message>
    <message>
        <source>No place with a spot on the map has numbers for this question. Widen it.</source>
        <translation>지도에 위치가 있는 지점 가운데 이 질문에 수치가 있는 곳이 없습니다. 조건을 넓히십시오.</translation>
    </message>
    <message>
        <source>Fewer than two places have numbers, so the rule of thumb cannot be used. Enter a distance.</source>
        <translation>수치가 있는 지점이 두 곳보다 적어 경험 법칙을 쓸 수 없습니다. 거리를 입력하십시오.</translation>
    </message>
    <message>
        <source>The surface would have %1 cells, more than %2. Choose larger cells or a smaller area.</source>
        <translation>표면의 셀이 %1개로 %2개를 넘습니다. 셀을 키우거나 지역을 좁히십시오.</translation>
    </message>
    <message>
        <source>%1 per km²</source>
        <translation>%1/km²</translation>
    </message>
    <message>
        <source>Density: %1</source>
        <translation>밀도: %1</translation>
    </message>
    <message>
        <source>%1 places, %2, bandwidth %3 m (the rule of thumb gives %4 m).</source>
        <translation>지점 %1곳, %2, 대역폭 %3 m (경험 법칙은 %4 m).</translation>
    </message>
    <message>
        <source>%1 places are left out because their location is unknown.</source>
        <translation>위치를 알 수 없는 지점 %1곳은 제외했습니다.</translation>
    </message>
    <message>
        <source>A few places hold most of the total, as if there were only %1 equal ones, so a rule that counted all places would smooth too little.</source>
        <translation>몇몇 지점에 대부분이 몰려 있습니다. 크기가 같은 지점 %1곳과 같은 무게이므로, 모든 지점을 센 법칙이라면 너무 적게 펼쳤을 것입니다.</translation>
    </message>
    <message>
        <source>Counts are spread out from the places where they were made; nothing was counted in between.</source>
        <translation>지점에서 센 수를 주변으로 펼친 것입니다. 지점 사이에서는 아무것도 세지 않았습니다.</translation>
    </message>
    <message>
        <source>Surfaces of different bandwidths must not be compared with each other.</source>
        <translation>대역폭이 다른 표면끼리는 비교하면 안 됩니다.</translation>
    </message>
    <message>
        <source>Near the border of the data the density is too low, because nothing is known beyond it.</source>
        <translation>자료의 경계 가까이에서는 그 너머를 알 수 없어 밀도가 낮게 나옵니다.</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>지점</translation>
    </message>
    <message>
        <source>Value of the cell in which the place lies.</source>
        <translation>지점이 놓인 셀의 값입니다.</translation>
    </message>
    <message>
        <source>“%1” (%2) takes %3, not “%4”.</source>
        <translation>“%1”(%2)에는 %3만 쓸 수 있고 “%4”은(는) 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>난수 시드</translation>
    </message>
    <message>
        <source>Starting value of the random numbers. The same seed gives the same result; a different one shows how much is due to chance.</source>
        <translation>난수의 시작값입니다. 같은 시드는 같은 결과를 내고, 다른 시드로 우연의 크기를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Multiple testing</source>
        <translation>다중 검정 보정</translation>
    </message>
    <message>
        <source>Testing every place finds some by chance alone. The false discovery rate keeps the share of such findings below the level.</source>
        <translation>모든 지점을 검정하면 우연만으로도 몇 곳은 찾아집니다. 거짓 발견율은 그런 발견의 몫을 유의수준 아래로 묶습니다.</translation>
    </message>
    <message>
        <source>false discovery rate (Benjamini–Hochberg)</source>
        <translation>거짓 발견율(벤저미니–호크버그)</translation>
    </message>
    <message>
        <source>false discovery rate under any dependence (Benjamini–Yekutieli)</source>
        <translation>의존성이 있어도 되는 거짓 발견율(벤저미니–예쿠티엘리)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>There is no parameter “%1”. There are: %2.</source>
        <translation>“%1”이라는 매개변수는 없습니다. 있는 것: %2.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1에서 %2까지의 정수</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1에서 %2까지의 수</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>%1 중 하나</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>예 또는 아니요</translation>
    </message>
    <message>
        <source>a period such as 2024-03..2024-05</source>
        <translation>2024-03..2024-05 같은 기간</translation>
    </message>
    <message>
        <source>The analysis was cancelled.</source>
        <translation>분석을 취소했습니다.</translation>
    </message>
    <message>
        <source>The stored result cannot be read: its part “%1” is missing or wrong. Run it again.</source>
        <translation>저장된 결과를 읽을 수 없습니다. “%1” 부분이 없거나 잘못되었습니다. 다시 실행하십시오.</translation>
    </message>
    <message>
        <source>places as counted</source>
        <translation>집계 지점 그대로</translation>
    </message>
    <message>
        <source>dongs</source>
        <translation>행정동</translation>
    </message>
    <message>
        <source>squares of the national grid</source>
        <translation>국가격자 정사각형</translation>
    </message>
    <message>
        <source>hexagons</source>
        <translation>육각형</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>The units that are compared with each other. Results depend on them; try a second kind before you rely on the first.</source>
        <translation>무엇을 무엇과 비교하는지 정합니다. 결과가 단위에 따라 달라지므로 믿기 전에 다른 단위로도 해 보십시오.</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>Side of a square of the same area.</source>
        <translation>넓이가 같은 정사각형의 한 변입니다.</translation>
    </message>
    <message>
        <source>None of the places of “%1” is on the map, so there is nothing to compare. Import a layer with their coordinates or boundaries.</source>
        <translation>“%1”의 지점 가운데 지도에 있는 곳이 없어 비교할 것이 없습니다. 좌표나 경계가 있는 레이어를 가져오십시오.</translation>
    </message>
    <message>
        <source>Grid stress test</source>
        <translation>격자 민감도 검사</translation>
    </message>
    <message>
        <source>Does a grid map depend on the size of its cells and on where the grid starts?</source>
        <translation>격자 그림이 셀의 크기와 시작 위치에 따라 달라집니까?</translation>
    </message>
    <message>
        <source>The places of this dataset are areas already, so no grid is laid over them. Choose data counted at points.</source>
        <translation>이 데이터셋의 지점은 이미 구역이어서 격자를 덮지 않습니다. 점에서 센 자료를 고르십시오.</translation>
    </message>
    <message>
        <source>Levels such as concentrations cannot be added up in cells. Choose counts.</source>
        <translation>농도 같은 수준 값은 셀에서 더할 수 없습니다. 건수나 인원을 고르십시오.</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Cells of the same size have the same area in both shapes.</source>
        <translation>두 모양 모두 크기가 같으면 넓이도 같습니다.</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Each size is tried at four origins, half a cell apart.</source>
        <translation>크기마다 반 칸씩 옮긴 네 원점에서 시험합니다.</translation>
    </message>
    <message>
        <source>100, 200 and 250 m</source>
        <translation>100, 200, 250 m</translation>
    </message>
    <message>
        <source>250, 500 and 1,000 m</source>
        <translation>250, 500, 1,000 m</translation>
    </message>
    <message>
        <source>100 to 1,000 m, five sizes</source>
        <translation>100~1,000 m, 다섯 크기</translation>
    </message>
    <message>
        <source>Top cells</source>
        <translation>상위 비율</translation>
    </message>
    <message>
        <source>The share of cells, densest first, that a map would highlight.</source>
        <translation>밀도가 높은 순서로 지도가 강조할 셀의 비율입니다.</translation>
    </message>
    <message>
        <source>Grid stress test: %1</source>
        <translation>격자 민감도 검사: %1</translation>
    </message>
    <message>
        <source>%1 grids were tried. %2 places lie in a top cell (the densest %3 %) of every grid, %4 of some grids only and %5 of none.</source>
        <translation>격자 %1개를 시험했습니다. 모든 격자에서 상위 셀(밀도 상위 %3 %)에 든 지점은 %2곳, 일부에서만 든 지점은 %4곳, 한 번도 들지 않은 지점은 %5곳입니다.</translation>
    </message>
    <message>
        <source>In the least similar grid, the order of the places has a rank correlation of %1 with the order in the first grid.</source>
        <translation>첫 격자와 가장 다른 격자에서 지점 순위의 상관은 %1입니다.</translation>
    </message>
    <message>
        <source>More places are in a top cell because of where the grid lines fall than because of what was counted: show places or a density instead.</source>
        <translation>집계값보다 격자선의 위치 때문에 상위에 든 지점이 더 많습니다. 격자 대신 지점이나 밀도 지도로 보여 주십시오.</translation>
    </message>
    <message>
        <source>Most of what a grid would highlight stays the same, whichever grid is used.</source>
        <translation>격자가 강조하는 곳의 대부분은 어떤 격자에서도 그대로입니다.</translation>
    </message>
    <message>
        <source>A stable picture is not necessarily a correct one: the test says nothing about what is missing from the data.</source>
        <translation>흔들리지 않는 그림이 옳은 그림은 아닙니다. 자료에 빠진 것은 이 검사로 알 수 없습니다.</translation>
    </message>
    <message>
        <source>In a top cell</source>
        <translation>상위 셀 비율</translation>
    </message>
    <message>
        <source>Share of the grids in which the cell of the place is among the densest.</source>
        <translation>지점의 셀이 밀도 상위에 든 격자의 몫입니다.</translation>
    </message>
    <message>
        <source>Denser cells, least</source>
        <translation>더 밀집한 셀(최소)</translation>
    </message>
    <message>
        <source>Share of the cells that are denser, in the most favourable grid.</source>
        <translation>가장 유리한 격자에서 더 빽빽한 셀의 비율입니다.</translation>
    </message>
    <message>
        <source>Denser cells, most</source>
        <translation>더 밀집한 셀(최대)</translation>
    </message>
    <message>
        <source>The same in the least favourable grid.</source>
        <translation>가장 불리한 격자에서의 같은 값입니다.</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>격자</translation>
    </message>
    <message>
        <source>Shifted east</source>
        <translation>동쪽 이동</translation>
    </message>
    <message>
        <source>Shifted north</source>
        <translation>북쪽 이동</translation>
    </message>
    <message>
        <source>Cells with places</source>
        <translation>지점이 있는 셀</translation>
    </message>
    <message>
        <source>Cut-off</source>
        <translation>상위 기준</translation>
    </message>
    <message>
        <source>Rank correlation</source>
        <translation>순위 상관</translation>
    </message>
    <message>
        <source>Spearman correlation of the places&apos; cell densities with those in the first grid.</source>
        <translation>지점 셀 밀도의 첫 격자와의 스피어만 상관입니다.</translation>
    </message>
    <message>
        <source>Dates of level shifts</source>
        <translation>수준이 바뀐 날</translation>
    </message>
    <message>
        <source>On which day did a place move to another level, and is the shift real?</source>
        <translation>수준이 달라진 날은 언제이고, 우연이 아닌 변화입니까?</translation>
    </message>
    <message>
        <source>“%1” has no daily data, so no shift can be dated. Choose data that is counted by day.</source>
        <translation>“%1”에는 하루 단위 자료가 없어 수준이 바뀐 날을 정할 수 없습니다. 일별로 집계된 자료를 고르십시오.</translation>
    </message>
    <message>
        <source>Finding shifts needs at least 16 weeks of daily data. Choose a longer period.</source>
        <translation>수준 변화를 찾으려면 적어도 16주가 필요합니다. 더 긴 기간을 고르십시오.</translation>
    </message>
    <message>
        <source>Minimum days between shifts</source>
        <translation>수준 변화 사이의 최소 일수</translation>
    </message>
    <message>
        <source>A level that lasts less than this does not count: detours and events of a few weeks are ignored.</source>
        <translation>이보다 짧게 이어진 것은 수준으로 보지 않습니다. 몇 주짜리 우회 운행이나 행사는 지나칩니다.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>일</translation>
    </message>
    <message>
        <source>Adjust for the city</source>
        <translation>도시 전체와 견주기</translation>
    </message>
    <message>
        <source>Removes what all places have in common from week to week: season, strikes, fare rises. Needs at least ten places that are not small.</source>
        <translation>계절, 파업, 요금 인상처럼 모든 곳에 공통된 것을 주별로 뺍니다. 이용이 아주 적지 않은 곳이 10곳 이상 있어야 합니다.</translation>
    </message>
    <message>
        <source>False discovery rate</source>
        <translation>거짓 발견율</translation>
    </message>
    <message>
        <source>The expected share of false findings among the shifts reported as real.</source>
        <translation>실제 수준 변화라고 판정한 것 가운데 거짓일 것으로 예상되는 비율입니다.</translation>
    </message>
    <message>
        <source>Confidence of dates</source>
        <translation>날짜의 신뢰수준</translation>
    </message>
    <message>
        <source>The interval contains the true date in this share of all cases.</source>
        <translation>구간이 참 날짜를 담는 비율입니다.</translation>
    </message>
    <message>
        <source>Penalty per shift</source>
        <translation>수준 변화당 벌점</translation>
    </message>
    <message>
        <source>How much better the levels must fit to allow one more shift; 0 means three times the logarithm of the number of days.</source>
        <translation>수준 변화를 하나 더 인정하려면 얼마나 더 잘 맞아야 하는지입니다. 0이면 일수의 로그의 3배를 씁니다.</translation>
    </message>
    <message>
        <source>Reading days</source>
        <translation>날짜별 자료 읽는 중</translation>
    </message>
    <message>
        <source>Looking for shifts</source>
        <translation>수준 변화를 찾는 중</translation>
    </message>
    <message>
        <source>No place has enough days to be tested. Choose a longer period.</source>
        <translation>검정하기에 일수가 충분한 곳이 없습니다. 더 긴 기간을 고르십시오.</translation>
    </message>
    <message>
        <source>None of the %1 places has a shift beyond chance (false discovery rate %2 %).</source>
        <translation>%1곳 가운데 우연을 넘는 수준 변화가 있는 곳은 없습니다(거짓 발견율 %2 %).</translation>
    </message>
    <message>
        <source>%3 shifts beyond chance were found at %1 of %2 places (false discovery rate %4 %).</source>
        <translation>%2곳 가운데 %1곳에서 우연을 넘는 수준 변화 %3건을 찾았습니다(거짓 발견율 %4 %).</translation>
    </message>
    <message>
        <source>The most shifts, %1, fall in %2: look for a single cause, such as a network reform.</source>
        <translation>수준 변화는 %2에 %1건으로 가장 많습니다. 노선 개편 같은 하나의 원인이 있는지 살펴보십시오.</translation>
    </message>
    <message>
        <source>Levels are those of a mean day, adjusted for weekdays, holidays and what all places have in common.</source>
        <translation>수준은 요일과 공휴일, 모든 곳에 공통된 것을 뺀 평균적인 하루의 값입니다.</translation>
    </message>
    <message>
        <source>Levels are those of a mean day, adjusted for weekdays and holidays; a season can look like shifts.</source>
        <translation>수준은 요일과 공휴일을 뺀 평균적인 하루의 값이며, 계절이 수준 변화처럼 보일 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 places have too few days with data to be tested.</source>
        <translation>자료가 있는 날이 너무 적어 검정하지 못한 곳이 %1곳 있습니다.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>The first day on the new level.</source>
        <translation>새 수준의 첫날입니다.</translation>
    </message>
    <message>
        <source>Earliest</source>
        <translation>가장 이른 날</translation>
    </message>
    <message>
        <source>Limit of the interval of the date.</source>
        <translation>날짜 구간의 끝입니다.</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>가장 늦은 날</translation>
    </message>
    <message>
        <source>Level before</source>
        <translation>이전 수준</translation>
    </message>
    <message>
        <source>Mean day since the shift before.</source>
        <translation>앞선 수준 변화 이후의 평균적인 하루입니다.</translation>
    </message>
    <message>
        <source>Level after</source>
        <translation>이후 수준</translation>
    </message>
    <message>
        <source>Mean day until the next shift.</source>
        <translation>다음 수준 변화까지의 평균적인 하루입니다.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Level after minus level before.</source>
        <translation>이후 수준에서 이전 수준을 뺀 값입니다.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변화율</translation>
    </message>
    <message>
        <source>Level after ÷ level before − 1.</source>
        <translation>이후 수준 ÷ 이전 수준 − 1입니다.</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>How often the largest contrast at any date would be this large by chance.</source>
        <translation>어느 날짜로든 가장 큰 대비가 우연히 이만큼 클 확률입니다.</translation>
    </message>
    <message>
        <source>p, adjusted</source>
        <translation>보정 p</translation>
    </message>
    <message>
        <source>The same, corrected for the number of places and shifts tested.</source>
        <translation>검정한 곳과 수준 변화의 수로 보정한 값입니다.</translation>
    </message>
    <message>
        <source>Dates of level shifts: %1</source>
        <translation>수준이 바뀐 날: %1</translation>
    </message>
    <message>
        <source>It does not say why a level changed, nor whether it will stay.</source>
        <translation>수준이 왜 바뀌었는지, 앞으로도 이어질지는 말해 주지 않습니다.</translation>
    </message>
    <message>
        <source>A slow drift is cut into steps: look at a place&apos;s daily values before quoting a date.</source>
        <translation>느린 변화는 계단으로 나뉩니다. 날짜를 인용하기 전에 그곳의 일별 자료를 살펴보십시오.</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>하루당 %1</translation>
    </message>
    <message>
        <source>Largest shift per place</source>
        <translation>곳별 가장 큰 수준 변화</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>The direction of the largest real shift.</source>
        <translation>가장 큰 실제 수준 변화의 방향입니다.</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>변화 횟수</translation>
    </message>
    <message>
        <source>How many real shifts the place has.</source>
        <translation>그곳의 실제 수준 변화의 수입니다.</translation>
    </message>
    <message>
        <source>more</source>
        <translation>늘어남</translation>
    </message>
    <message>
        <source>less</source>
        <translation>줄어듦</translation>
    </message>
    <message>
        <source>no shift</source>
        <translation>변화 없음</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>검정 안 함</translation>
    </message>
    <message>
        <source>Real shifts, largest first</source>
        <translation>실제 수준 변화, 큰 것부터</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>곳</translation>
    </message>
    <message>
        <source>Real shifts by month</source>
        <translation>월별 실제 수준 변화</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>늘어남</translation>
    </message>
    <message>
        <source>Downwards</source>
        <translation>줄어듦</translation>
    </message>
    <message>
        <source>“%1” has no daily data. Choose data that is counted by day.</source>
        <translation>“%1”에는 하루 단위 자료가 없습니다. 일별로 집계된 자료를 고르십시오.</translation>
    </message>
    <message>
        <source>Emerging hot spots</source>
        <translation>떠오르는 핫스팟</translation>
    </message>
    <message>
        <source>Which hot and cold spots appear, last, grow, fade or come back over the months?</source>
        <translation>어느 핫스팟과 콜드스팟이 여러 달에 걸쳐 나타나고, 이어지고, 커지고, 사라지고, 되돌아옵니까?</translation>
    </message>
    <message>
        <source>At least %1 months are needed to see something emerge. Choose a longer period.</source>
        <translation>변화를 보려면 적어도 %1개월이 필요합니다. 기간을 늘리십시오.</translation>
    </message>
    <message>
        <source>Earlier months</source>
        <translation>이전 달</translation>
    </message>
    <message>
        <source>This many earlier months also count as neighbours; 0 looks at each month by itself.</source>
        <translation>이만큼 앞선 달까지 이웃으로 봅니다. 0이면 달마다 따로 봅니다.</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>비교 대상</translation>
    </message>
    <message>
        <source>Compared with all months, growth of the whole city makes late months hot. Compared with the same months, only a place&apos;s standing within the city counts.</source>
        <translation>모든 달과 비교하면 도시 전체가 늘어날 때 뒤쪽 달이 핫스팟으로 나타납니다. 같은 달과 비교하면 도시 안에서의 위치만 봅니다.</translation>
    </message>
    <message>
        <source>all places in all months</source>
        <translation>모든 달의 모든 곳</translation>
    </message>
    <message>
        <source>all places in the same months</source>
        <translation>같은 달의 모든 곳</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>유의 수준</translation>
    </message>
    <message>
        <source>The share of marked places that may be marked by chance. 5 % is common.</source>
        <translation>표시된 곳 가운데 우연히 표시된 것이 차지해도 되는 비율입니다. 보통 5 %를 씁니다.</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>월</translation>
    </message>
    <message>
        <source>no pattern</source>
        <translation>유형 없음</translation>
    </message>
    <message>
        <source>new hot spot</source>
        <translation>새 핫스팟</translation>
    </message>
    <message>
        <source>consecutive hot spot</source>
        <translation>연속 핫스팟</translation>
    </message>
    <message>
        <source>intensifying hot spot</source>
        <translation>강화되는 핫스팟</translation>
    </message>
    <message>
        <source>persistent hot spot</source>
        <translation>지속 핫스팟</translation>
    </message>
    <message>
        <source>diminishing hot spot</source>
        <translation>약화되는 핫스팟</translation>
    </message>
    <message>
        <source>sporadic hot spot</source>
        <translation>산발 핫스팟</translation>
    </message>
    <message>
        <source>oscillating hot spot</source>
        <translation>오락가락하는 핫스팟</translation>
    </message>
    <message>
        <source>historical hot spot</source>
        <translation>과거 핫스팟</translation>
    </message>
    <message>
        <source>new cold spot</source>
        <translation>새 콜드스팟</translation>
    </message>
    <message>
        <source>consecutive cold spot</source>
        <translation>연속 콜드스팟</translation>
    </message>
    <message>
        <source>intensifying cold spot</source>
        <translation>강화되는 콜드스팟</translation>
    </message>
    <message>
        <source>persistent cold spot</source>
        <translation>지속 콜드스팟</translation>
    </message>
    <message>
        <source>diminishing cold spot</source>
        <translation>약화되는 콜드스팟</translation>
    </message>
    <message>
        <source>sporadic cold spot</source>
        <translation>산발 콜드스팟</translation>
    </message>
    <message>
        <source>oscillating cold spot</source>
        <translation>오락가락하는 콜드스팟</translation>
    </message>
    <message>
        <source>historical cold spot</source>
        <translation>과거 콜드스팟</translation>
    </message>
    <message>
        <source>Hot and cold spots by month</source>
        <translation>월별 핫스팟과 콜드스팟</translation>
    </message>
    <message>
        <source>hot spots</source>
        <translation>핫스팟</translation>
    </message>
    <message>
        <source>cold spots</source>
        <translation>콜드스팟</translation>
    </message>
    <message>
        <source>None of the %1 %2 is or was a lasting hot or cold spot in %3 months.</source>
        <translation>%2 %1곳 가운데 %3개월 동안 이어진 핫스팟이나 콜드스팟은 없습니다.</translation>
    </message>
    <message>
        <source>Patterns of %1 %2 over %3 months – %4.</source>
        <translation>%2 %1곳의 %3개월간 유형은 다음과 같습니다. %4.</translation>
    </message>
    <message>
        <source>%1 months are few: below ten, trends are rarely certain and “most months” says little.</source>
        <translation>%1개월은 짧습니다. 10개월 미만이면 추세가 확실한 경우가 드물고 “대부분의 달”도 의미가 적습니다.</translation>
    </message>
    <message>
        <source>Emerging hot spots: %1</source>
        <translation>떠오르는 핫스팟: %1</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Hot months</source>
        <translation>핫스팟인 달</translation>
    </message>
    <message>
        <source>Cold months</source>
        <translation>콜드스팟인 달</translation>
    </message>
    <message>
        <source>Months with a value</source>
        <translation>값이 있는 달</translation>
    </message>
    <message>
        <source>last z</source>
        <translation>마지막 달의 z</translation>
    </message>
    <message>
        <source>Gi* of the place and its neighbours.</source>
        <translation>해당 지점과 이웃의 Gi* 값입니다.</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>추세</translation>
    </message>
    <message>
        <source>Mann–Kendall z of Gi* over the months: above 0 it rises.</source>
        <translation>달에 따른 Gi*의 만–켄들 z입니다. 0보다 크면 오르는 추세입니다.</translation>
    </message>
    <message>
        <source>p of the trend</source>
        <translation>추세의 p</translation>
    </message>
    <message>
        <source>Two-sided, of this place alone.</source>
        <translation>양측 검정, 이 지점만 본 값입니다.</translation>
    </message>
    <message>
        <source>Hot spots</source>
        <translation>핫스팟</translation>
    </message>
    <message>
        <source>Cold spots</source>
        <translation>콜드스팟</translation>
    </message>
    <message>
        <source>Seasons are not taken out: a summer spot looks new every summer. Compare whole years.</source>
        <translation>계절 변동은 제거하지 않았습니다. 여름에만 붐비는 곳은 해마다 새 핫스팟으로 보입니다. 온전한 해끼리 비교하십시오.</translation>
    </message>
    <message>
        <source>A cold spot does not mean “no need”: it says that low values lie together, not why.</source>
        <translation>콜드스팟은 “수요 없음”이 아닙니다. 낮은 값이 모여 있다는 뜻일 뿐, 이유는 말해 주지 않습니다.</translation>
    </message>
    <message>
        <source>A new spot says that something changed there, not what: look for new stops, lines or gaps in the data.</source>
        <translation>새 핫스팟은 무언가 바뀌었다는 뜻일 뿐, 무엇이 바뀌었는지는 말해 주지 않습니다. 새 정류장, 노선, 자료의 빈틈을 확인하십시오.</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>예측</translation>
    </message>
    <message>
        <source>What numbers can be expected in the coming weeks and months, and how certain are they?</source>
        <translation>앞으로 몇 주, 몇 달 동안 수치는 얼마나 되고, 그 예측은 얼마나 확실합니까?</translation>
    </message>
    <message>
        <source>“%1” has one number a year, too few to forecast from. Choose data by month or day.</source>
        <translation>“%1”에는 한 해에 수치가 하나뿐이어서 예측하기에 모자랍니다. 월별이나 일별 자료를 고르십시오.</translation>
    </message>
    <message>
        <source>Nothing was observed in this period, so nothing can be forecast.</source>
        <translation>이 기간에 관측된 것이 없어 예측할 수 없습니다.</translation>
    </message>
    <message>
        <source>everything together</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>each group</source>
        <translation>그룹별</translation>
    </message>
    <message>
        <source>each dong</source>
        <translation>행정동별</translation>
    </message>
    <message>
        <source>each place</source>
        <translation>지점별</translation>
    </message>
    <message>
        <source>weeks from Monday</source>
        <translation>주(월요일 시작)</translation>
    </message>
    <message>
        <source>calendar months</source>
        <translation>월</translation>
    </message>
    <message>
        <source>chosen by back-test</source>
        <translation>사후 검증으로 선택</translation>
    </message>
    <message>
        <source>hours</source>
        <comment>units of time</comment>
        <translation>시간</translation>
    </message>
    <message>
        <source>weeks</source>
        <comment>units of time</comment>
        <translation>주</translation>
    </message>
    <message>
        <source>months</source>
        <comment>units of time</comment>
        <translation>개월</translation>
    </message>
    <message>
        <source>days</source>
        <comment>units of time</comment>
        <translation>일</translation>
    </message>
    <message>
        <source>Only %1 values: too few for any model. The last value is repeated, without bounds.</source>
        <translation>값이 %1개뿐이어서 어떤 모형에도 모자랍니다. 마지막 값을 구간 없이 되풀이합니다.</translation>
    </message>
    <message>
        <source>%1 values are too few for a back-test, so how good this forecast would have been is unknown.</source>
        <translation>값 %1개로는 사후 검증을 할 수 없어 이 예측이 얼마나 맞았을지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The series has room for only %1 back-test windows.</source>
        <translation>계열이 짧아 사후 검증을 %1회만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Not better than repeating the last season: MASE %1 against %2. Do not read more into it than that.</source>
        <translation>지난 계절을 되풀이하는 것보다 낫지 않습니다(MASE %1, 되풀이 %2). 그 이상으로 읽지 마십시오.</translation>
    </message>
    <message>
        <source>%1 back-test errors are too few for conformal bounds of %2 %; the model&apos;s own are used instead.</source>
        <translation>사후 검증 오차 %1개로는 %2 % 등각 구간을 낼 수 없어 모형의 구간을 썼습니다.</translation>
    </message>
    <message>
        <source>The %1 % interval held only %2 of the values of the back-test.</source>
        <translation>%1 % 구간에 든 사후 검증 값은 %2였습니다.</translation>
    </message>
    <message>
        <source>%1 missing values were interpolated and are not part of the back-test.</source>
        <translation>빠진 값 %1개를 메웠으며 채점에서는 뺐습니다.</translation>
    </message>
    <message>
        <source>%1 of the values are zero: models for rare demand are used.</source>
        <translation>값의 %1가 0이어서 드문 수요의 모형을 씁니다.</translation>
    </message>
    <message>
        <source>A season of %1 steps needs two full cycles, which the series does not have.</source>
        <translation>%1단계 계절은 두 주기가 있어야 하는데 계열이 그보다 짧습니다.</translation>
    </message>
    <message>
        <source>All values are the same.</source>
        <translation>모든 값이 같습니다.</translation>
    </message>
    <message>
        <source>%1 steps are more than half the length of the known series: read the far end with care.</source>
        <translation>%1단계는 아는 기간의 절반을 넘습니다. 먼 쪽은 조심해서 읽으십시오.</translation>
    </message>
    <message>
        <source>The model asked for does not suit this series; the reason is given beside it in the table of models.</source>
        <translation>고른 모형이 이 계열에 맞지 않습니다. 이유는 모형 표에 있습니다.</translation>
    </message>
    <message>
        <source>In %1 back-test windows its mean error was %2 times that of the naive forecast (MASE); repeating the last season gave %3.</source>
        <translation>사후 검증 %1회에서 평균 오차는 단순 예측의 %2배(MASE)였습니다. 지난 계절을 되풀이한 예측은 %3배였습니다.</translation>
    </message>
    <message>
        <source>%1 % interval covered %2</source>
        <translation>%1 % 구간에 %2</translation>
    </message>
    <message>
        <source>Coverage in the back-test: %1.</source>
        <translation>사후 검증에서 구간에 든 비율: %1.</translation>
    </message>
    <message>
        <source>Of %1 individual series, %2 are forecast no better than by repeating the last season, %3 could not be tested and %4 are sparse.</source>
        <translation>개별 계열 %1개 가운데 %2개는 지난 계절을 되풀이하는 것보다 낫지 않고, %3개는 검증할 수 없었고, %4개는 수요가 드뭅니다.</translation>
    </message>
    <message>
        <source>The forecasts add up (MinT, shrinkage %1); this changed the total by %2. Bounds moved with their means.</source>
        <translation>예측의 합이 맞습니다(MinT, 축소 %1). 전체는 %2 움직였고 구간도 평균과 함께 움직였습니다.</translation>
    </message>
    <message>
        <source>The forecasts add up: the total is the sum of the individual series; this changed it by %1.</source>
        <translation>예측의 합이 맞습니다. 전체는 개별 계열의 합이며 %1 움직였습니다.</translation>
    </message>
    <message>
        <source>Forecast of the total</source>
        <translation>전체 예측</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>back-test forecast</source>
        <translation>사후 검증의 예측</translation>
    </message>
    <message>
        <source>forecast</source>
        <comment>of a line in a chart</comment>
        <translation>예측</translation>
    </message>
    <message>
        <source>Error by step of the horizon</source>
        <translation>예측 단계별 오차</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>계열</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>예상</translation>
    </message>
    <message>
        <source>Sum of the forecast over the horizon.</source>
        <translation>예측 기간의 합입니다.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Sum over the same number of steps just before.</source>
        <translation>바로 앞 같은 길이의 합입니다.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모형</translation>
    </message>
    <message>
        <source>Mean absolute error in units of the naive seasonal error; below 1 is better.</source>
        <translation>계절 단순 예측의 오차를 단위로 한 평균 절대 오차입니다. 1보다 작으면 낫습니다.</translation>
    </message>
    <message>
        <source>The same with squared errors.</source>
        <translation>제곱 오차로 본 같은 값입니다.</translation>
    </message>
    <message>
        <source>Pinball</source>
        <translation>핀볼 손실</translation>
    </message>
    <message>
        <source>Loss of the interval bounds as quantiles; less is better.</source>
        <translation>구간 경계를 분위수로 본 손실입니다. 작을수록 좋습니다.</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>Mean of forecast minus counted; positive is too high.</source>
        <translation>예측에서 실제를 뺀 평균입니다. 양수면 높게 예측한 것입니다.</translation>
    </message>
    <message>
        <source>90 % coverage</source>
        <translation>90 % 구간 비율</translation>
    </message>
    <message>
        <source>Share of the back-test inside the 90 % interval.</source>
        <translation>사후 검증 값 가운데 90 % 구간에 든 비율입니다.</translation>
    </message>
    <message>
        <source>Better than naive</source>
        <translation>단순 예측보다 나음</translation>
    </message>
    <message>
        <source>better than naive</source>
        <translation>단순 예측보다 나음</translation>
    </message>
    <message>
        <source>not better than naive</source>
        <translation>단순 예측보다 낫지 않음</translation>
    </message>
    <message>
        <source>Odd values</source>
        <translation>이상값</translation>
    </message>
    <message>
        <source>When</source>
        <translation>시점</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>달력</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>Forecast one step ahead by the model of the whole series.</source>
        <translation>전체 계열의 모형이 한 단계 앞서 예측한 값입니다.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>부터</translation>
    </message>
    <message>
        <source>To</source>
        <translation>까지</translation>
    </message>
    <message>
        <source>Deviations</source>
        <translation>편차</translation>
    </message>
    <message>
        <source>Error in usual (robust) standard deviations.</source>
        <translation>평소 표준편차(강건)를 단위로 한 오차입니다.</translation>
    </message>
    <message>
        <source>last value repeated (naive)</source>
        <translation>마지막 값 되풀이(단순)</translation>
    </message>
    <message>
        <source>last season repeated (seasonal naive)</source>
        <translation>지난 계절 되풀이(계절 단순)</translation>
    </message>
    <message>
        <source>last value with drift</source>
        <translation>마지막 값과 추세선(드리프트)</translation>
    </message>
    <message>
        <source>mean of all values</source>
        <translation>전체 평균</translation>
    </message>
    <message>
        <source>exponential smoothing (ETS)</source>
        <translation>지수평활(ETS)</translation>
    </message>
    <message>
        <source>complex exponential smoothing (CES)</source>
        <translation>복소 지수평활(CES)</translation>
    </message>
    <message>
        <source>Theta</source>
        <translation>세타</translation>
    </message>
    <message>
        <source>dynamic optimised Theta</source>
        <translation>동적 최적 세타</translation>
    </message>
    <message>
        <source>ARIMA</source>
        <translation>ARIMA</translation>
    </message>
    <message>
        <source>several seasons (MSTL) and ETS</source>
        <translation>다중 계절(MSTL)과 ETS</translation>
    </message>
    <message>
        <source>harmonic regression with calendar and ARIMA errors</source>
        <translation>달력을 넣은 조화 회귀와 ARIMA 오차</translation>
    </message>
    <message>
        <source>Croston, for rare demand</source>
        <translation>크로스턴(드문 수요)</translation>
    </message>
    <message>
        <source>Croston corrected (SBA)</source>
        <translation>보정한 크로스턴(SBA)</translation>
    </message>
    <message>
        <source>rare demand that may fade (TSB)</source>
        <translation>사라질 수 있는 드문 수요(TSB)</translation>
    </message>
    <message>
        <source>median of ETS, CES, ARIMA and Theta (SCUM)</source>
        <translation>ETS, CES, ARIMA, 세타의 중앙값(SCUM)</translation>
    </message>
    <message>
        <source>ETS without odd values</source>
        <translation>이상값을 뺀 ETS</translation>
    </message>
    <message>
        <source>dynamic optimised Theta without odd values</source>
        <translation>이상값을 뺀 동적 최적 세타</translation>
    </message>
    <message>
        <source>ARIMA without odd values</source>
        <translation>이상값을 뺀 ARIMA</translation>
    </message>
    <message>
        <source>MSTL and ETS without odd values</source>
        <translation>이상값을 뺀 MSTL과 ETS</translation>
    </message>
    <message>
        <source>median of the models</source>
        <translation>모형들의 중앙값</translation>
    </message>
    <message>
        <source>mean of the models</source>
        <translation>모형들의 평균</translation>
    </message>
    <message>
        <source>weighted mean of the models</source>
        <translation>모형들의 가중 평균</translation>
    </message>
    <message>
        <source>Which series are forecast one by one. The overall total is always forecast too.</source>
        <translation>무엇을 하나씩 예측할지 정합니다. 전체는 언제나 예측합니다.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Length of one step. Longer steps are smoother and reach further.</source>
        <translation>한 단계의 길이입니다. 길수록 변동이 줄고 더 먼 미래까지 예측합니다.</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>예측 길이</translation>
    </message>
    <message>
        <source>How many steps ahead. With two years of data nothing beyond half a year can be relied on.</source>
        <translation>몇 단계 앞까지 볼지 정합니다. 두 해의 자료로는 반년 너머를 믿을 수 없습니다.</translation>
    </message>
    <message>
        <source>Chosen by back-test: what would have forecast the past best; the runners-up are listed.</source>
        <translation>사후 검증으로 고르면 과거를 가장 잘 예측했을 모형을 씁니다. 다음 순위 모형도 보입니다.</translation>
    </message>
    <message>
        <source>Adding up</source>
        <translation>합 맞추기</translation>
    </message>
    <message>
        <source>least squares (MinT, shrunk)</source>
        <translation>최소제곱(MinT, 축소)</translation>
    </message>
    <message>
        <source>sum of the single ones</source>
        <translation>개별 예측의 합</translation>
    </message>
    <message>
        <source>Holidays and vacations</source>
        <translation>공휴일과 방학</translation>
    </message>
    <message>
        <source>Takes account of public holidays, including lunar ones, and the usual school vacations. A model with them is tried, and used if it is clearly better.</source>
        <translation>설·추석을 포함한 공휴일과 일반적인 방학 기간을 반영합니다. 앞날의 공휴일도 예측에 들어갑니다.</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>구간</translation>
    </message>
    <message>
        <source>Where the bounds come from.</source>
        <translation>구간의 근거를 정합니다.</translation>
    </message>
    <message>
        <source>the model&apos;s, stretched by the back-test</source>
        <translation>모형의 구간을 사후 검증으로 넓힘</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>모형의 구간</translation>
    </message>
    <message>
        <source>errors of the back-test (conformal)</source>
        <translation>사후 검증의 오차(등각)</translation>
    </message>
    <message>
        <source>Back-test windows</source>
        <translation>사후 검증 구간 수</translation>
    </message>
    <message>
        <source>How many times the forecast is tried out on the past. 90 % bounds need nine windows, 95 % bounds nineteen.</source>
        <translation>과거에서 예측을 시험하는 횟수입니다. 90 % 구간에는 아홉 번, 95 %에는 열아홉 번이 있어야 합니다.</translation>
    </message>
    <message>
        <source>Forecast: %1</source>
        <translation>예측: %1</translation>
    </message>
    <message>
        <source>A forecast continues the past. It knows nothing of new lines, closed stops, fares or an epidemic.</source>
        <translation>예측은 과거를 이어 갑니다. 새 노선, 없어진 정류장, 요금, 감염병은 알지 못합니다.</translation>
    </message>
    <message>
        <source>The interval of a sum is narrower than the sum of the intervals; do not add bounds.</source>
        <translation>합의 구간은 구간의 합보다 좁습니다. 경계끼리 더하지 마십시오.</translation>
    </message>
    <message>
        <source>Steps of the forecast</source>
        <translation>단계별 예측</translation>
    </message>
    <message>
        <source>from, %1 %</source>
        <translation>%1 % 하한</translation>
    </message>
    <message>
        <source>to, %1 %</source>
        <translation>%1 % 상한</translation>
    </message>
    <message>
        <source>The total so far</source>
        <translation>지금까지의 전체</translation>
    </message>
    <message>
        <source>Back-test forecast</source>
        <translation>사후 검증의 예측</translation>
    </message>
    <message>
        <source>By step of the horizon</source>
        <translation>예측 단계별</translation>
    </message>
    <message>
        <source>Within %1 %</source>
        <translation>%1 % 구간 비율</translation>
    </message>
    <message>
        <source>Models, best first</source>
        <translation>모형(좋은 순)</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>형태</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>사용</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>쓰지 않은 이유</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>runner-up</source>
        <translation>다음 순위</translation>
    </message>
    <message>
        <source>not suited</source>
        <translation>맞지 않음</translation>
    </message>
    <message>
        <source>The period contains no complete step of this length. Widen it or choose shorter steps.</source>
        <translation>이 기간에 온전한 단계가 하나도 없습니다. 기간을 넓히거나 단계를 짧게 하십시오.</translation>
    </message>
    <message>
        <source>The question leaves out some day types, which leaves gaps in a daily series. Ask about all days, or forecast weeks or months.</source>
        <translation>질문에서 빠진 날 종류가 있어 일별 계열에 구멍이 생깁니다. 모든 날을 묻거나 주나 월을 예측하십시오.</translation>
    </message>
    <message>
        <source>The question leaves out some hours, which leaves gaps in an hourly series. Ask about all hours, or forecast days.</source>
        <translation>질문에서 빠진 시간이 있어 시간별 계열에 구멍이 생깁니다. 모든 시간을 묻거나 일을 예측하십시오.</translation>
    </message>
    <message>
        <source>nothing: the values themselves</source>
        <translation>없음: 값 그대로</translation>
    </message>
    <message>
        <source>Per head of</source>
        <translation>1인당 기준</translation>
    </message>
    <message>
        <source>Rates of small dongs vary by chance. They are standardised by the number of people before they are tested, so that small dongs are not marked for being small.</source>
        <translation>작은 동의 비율은 우연히 크게 흔들립니다. 사람 수로 표준화한 뒤 검정하므로 작다는 이유만으로 표시되지 않습니다.</translation>
    </message>
    <message>
        <source>None of the dongs has a number of people in “%1”. Choose another dataset.</source>
        <translation>“%1”에 사람 수가 있는 행정동이 없습니다. 다른 자료를 고르십시오.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>사람 수</translation>
    </message>
    <message>
        <source>Per head</source>
        <translation>1인당</translation>
    </message>
    <message>
        <source>Smoothed</source>
        <translation>평활값</translation>
    </message>
    <message>
        <source>The rate drawn towards that of the whole city; the fewer people there are, the stronger the pull (Empirical Bayes, Marshall).</source>
        <translation>사람이 적을수록 도시 전체 비율에 가깝게 당긴 비율입니다(경험적 베이즈, 마셜).</translation>
    </message>
    <message>
        <source>Counts are high where there are many people; what stands out in counts need not stand out in rates per resident.</source>
        <translation>건수는 사람이 많은 곳에서 높습니다. 건수에서 두드러진 곳이 주민 1인당 비율에서도 두드러지는 것은 아닙니다.</translation>
    </message>
    <message>
        <source>The rates tested are per head of “%1”, standardised for the number of people.</source>
        <translation>“%1” 1인당 비율을 사람 수로 표준화하여 검정했습니다.</translation>
    </message>
    <message>
        <source>Clusters and outliers</source>
        <translation>군집과 이상점</translation>
    </message>
    <message>
        <source>Are neighbours alike, and which places resemble their neighbours or differ from them (Moran&apos;s I)?</source>
        <translation>이웃끼리 비슷합니까, 그리고 이웃과 닮았거나 다른 곳은 어디입니까(모란 I)?</translation>
    </message>
    <message>
        <source>Permutations around each place</source>
        <translation>지점별 순열 검정</translation>
    </message>
    <message>
        <source>Permutations of the whole map</source>
        <translation>전체 지도 순열 검정</translation>
    </message>
    <message>
        <source>Moran&apos;s I cannot be computed: there are too few values, or all of them are equal.</source>
        <translation>값이 너무 적거나 모두 같아서 모란 I를 구할 수 없습니다.</translation>
    </message>
    <message>
        <source>No pattern is proven over the whole map: Moran&apos;s I is %1, chance gives %2 on average (p = %3). Read the individual places with care.</source>
        <translation>지도 전체에서는 뚜렷한 경향이 확인되지 않습니다. 모란 I는 %1, 우연일 때 평균은 %2입니다(p = %3). 지점별 결과는 조심해서 읽으십시오.</translation>
    </message>
    <message>
        <source>Neighbours are alike: Moran&apos;s I is %1, chance gives %2 on average (p = %3).</source>
        <translation>이웃끼리 비슷합니다. 모란 I는 %1, 우연일 때 평균은 %2입니다(p = %3).</translation>
    </message>
    <message>
        <source>Neighbours differ more than by chance: Moran&apos;s I is %1, chance gives %2 on average (p = %3).</source>
        <translation>이웃끼리 우연보다 더 다릅니다. 모란 I는 %1, 우연일 때 평균은 %2입니다(p = %3).</translation>
    </message>
    <message>
        <source>Each place and its neighbours</source>
        <translation>각 지점과 그 이웃</translation>
    </message>
    <message>
        <source>Mean of the neighbours</source>
        <translation>이웃 평균</translation>
    </message>
    <message>
        <source>Clusters and outliers: %1</source>
        <translation>군집과 이상점: %1</translation>
    </message>
    <message>
        <source>Of %1 %2, %3 are high near high and %4 low near low; %5 are high near low and %6 low near high.</source>
        <translation>%2 %1곳 중 높은 곳끼리 모인 곳 %3곳, 낮은 곳끼리 모인 곳 %4곳, 낮은 곳 사이의 높은 곳 %5곳, 높은 곳 사이의 낮은 곳 %6곳입니다.</translation>
    </message>
    <message>
        <source>“Low near low” does not mean “no need”: it says that low values lie together, not why.</source>
        <translation>낮은 곳끼리 모였다고 “수요 없음”은 아닙니다. 낮은 값이 모여 있다는 뜻일 뿐, 이유는 말해 주지 않습니다.</translation>
    </message>
    <message>
        <source>An outlier may be a special place or a mistake in the data. Look at it before you draw conclusions.</source>
        <translation>이상점은 특별한 곳일 수도, 자료의 오류일 수도 있습니다. 결론을 내리기 전에 확인하십시오.</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>군집</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>군집 유형</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>검정한 값</translation>
    </message>
    <message>
        <source>Local Moran</source>
        <translation>국지 모란</translation>
    </message>
    <message>
        <source>Above 0: like its neighbours. Below 0: unlike them.</source>
        <translation>0보다 크면 이웃과 비슷하고, 0보다 작으면 이웃과 다릅니다.</translation>
    </message>
    <message>
        <source>z</source>
        <translation>z</translation>
    </message>
    <message>
        <source>How unusual local Moran is, in standard deviations.</source>
        <translation>국지 모란 값이 얼마나 드문지 표준편차로 나타냅니다.</translation>
    </message>
    <message>
        <source>p (BH)</source>
        <translation>p (BH)</translation>
    </message>
    <message>
        <source>Adjusted for the number of places (Benjamini–Hochberg).</source>
        <translation>지점 수에 맞추어 보정한 값입니다(벤저미니–호크버그).</translation>
    </message>
    <message>
        <source>p (BY)</source>
        <translation>p (BY)</translation>
    </message>
    <message>
        <source>The same, valid under any dependence and stricter (Benjamini–Yekutieli).</source>
        <translation>어떤 의존 관계에서도 성립하는 더 엄격한 보정값입니다(벤저미니–예쿠티엘리).</translation>
    </message>
    <message>
        <source>high near high</source>
        <translation>높은 곳 사이 높은 곳</translation>
    </message>
    <message>
        <source>high near low</source>
        <translation>낮은 곳 사이 높은 곳</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>유의하지 않음</translation>
    </message>
    <message>
        <source>low near high</source>
        <translation>높은 곳 사이 낮은 곳</translation>
    </message>
    <message>
        <source>low near low</source>
        <translation>낮은 곳 사이 낮은 곳</translation>
    </message>
    <message>
        <source>Standardised rate</source>
        <translation>표준화 비율</translation>
    </message>
    <message>
        <source>Where do high values, or low values, cluster more than chance would have it (Gi*)?</source>
        <translation>높은 값끼리, 낮은 값끼리 우연 이상으로 모인 곳은 어디입니까(Gi*)?</translation>
    </message>
    <message>
        <source>Hot spots: %1</source>
        <translation>핫스팟: %1</translation>
    </message>
    <message>
        <source>%1 of %2 %3 are hot spots and %4 are cold spots, at a false discovery rate of %5.</source>
        <translation>%3 %2곳 중 %1곳이 핫스팟, %4곳이 콜드스팟입니다(거짓 발견율 %5 기준).</translation>
    </message>
    <message>
        <source>%1 of %2 %3 are hot spots and %4 are cold spots, each tested by itself at %5.</source>
        <translation>%3 %2곳 중 %1곳이 핫스팟, %4곳이 콜드스팟입니다(곳마다 따로 %5 수준에서 검정).</translation>
    </message>
    <message>
        <source>At the edge of the city there are fewer neighbours; what lies beyond is not in the sum.</source>
        <translation>도시 가장자리에는 이웃이 적으며, 경계 밖의 값은 합계에 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Hot and cold spots</source>
        <translation>핫스팟과 콜드스팟</translation>
    </message>
    <message>
        <source>Spot</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>By how many standard deviations the sum of the place and its neighbours exceeds what chance would give.</source>
        <translation>해당 지점과 이웃의 합계가 우연히 나올 값을 표준편차의 몇 배만큼 넘는지 나타냅니다.</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>이웃</translation>
    </message>
    <message>
        <source>hot spot</source>
        <translation>핫스팟</translation>
    </message>
    <message>
        <source>cold spot</source>
        <translation>콜드스팟</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>검정</translation>
    </message>
    <message>
        <source>Permutations show how often chance alone gives a result this extreme; the normal distribution is immediate, but assumes that the values are not strongly skewed.</source>
        <translation>순열 검정은 우연만으로 이만한 값이 얼마나 자주 나오는지 셉니다. 정규분포는 바로 계산되지만 값이 크게 치우치지 않아야 맞습니다.</translation>
    </message>
    <message>
        <source>permutations</source>
        <translation>순열 검정</translation>
    </message>
    <message>
        <source>normal distribution</source>
        <translation>정규분포</translation>
    </message>
    <message>
        <source>Permutations</source>
        <translation>순열 횟수</translation>
    </message>
    <message>
        <source>With few permutations no p is small enough to survive the correction for multiple testing. 99,999 are enough for a thousand places.</source>
        <translation>횟수가 적으면 여러 검정에 대한 보정을 통과할 만큼 작은 p가 나올 수 없습니다. 99,999회면 천 곳까지 충분합니다.</translation>
    </message>
    <message>
        <source>At a level of %1, %2 would be marked without correction, %3 after Benjamini–Hochberg and %4 after Benjamini–Yekutieli.</source>
        <translation>%1 수준에서 보정 없이 %2곳, 벤저미니–호크버그 보정 후 %3곳, 벤저미니–예쿠티엘리 보정 후 %4곳이 표시됩니다.</translation>
    </message>
    <message>
        <source>With %1 permutations the smallest possible p is %2.</source>
        <translation>순열 %1회로 나올 수 있는 가장 작은 p는 %2입니다.</translation>
    </message>
    <message>
        <source>That is too few for so many tests: a single unusual place cannot be found. Ask for more permutations.</source>
        <translation>검정 수에 비해 순열 횟수가 너무 적어, 특이한 곳이 하나뿐이면 찾을 수 없습니다. 횟수를 늘리십시오.</translation>
    </message>
    <message>
        <source>p comes from the normal distribution; with few neighbours and skewed values it is only roughly right.</source>
        <translation>p는 정규분포로 구했습니다. 이웃이 적고 값이 치우쳐 있으면 대략만 맞습니다.</translation>
    </message>
    <message>
        <source>Which units each unit is compared with. Shared borders are common for areas and cells, the nearest units for points; a distance makes all neighbourhoods the same size on the ground.</source>
        <translation>각 단위를 어디와 비교할지 정합니다. 구역과 격자는 맞닿은 경계, 지점은 가까운 곳이 보통입니다. 거리를 쓰면 모든 이웃 범위의 실제 크기가 같아집니다.</translation>
    </message>
    <message>
        <source>default for the unit</source>
        <translation>단위에 맞는 기본값</translation>
    </message>
    <message>
        <source>shared border or corner</source>
        <translation>맞닿은 경계나 모서리</translation>
    </message>
    <message>
        <source>a number of nearest ones</source>
        <translation>가까운 곳 몇 개</translation>
    </message>
    <message>
        <source>all within a distance</source>
        <translation>일정 거리 안의 모든 곳</translation>
    </message>
    <message>
        <source>all within the shortest distance that leaves no unit alone</source>
        <translation>아무도 혼자 남지 않는 최소 거리 안의 모든 곳</translation>
    </message>
    <message>
        <source>Number of neighbours</source>
        <translation>이웃 수</translation>
    </message>
    <message>
        <source>8 is common for points. More neighbours smooth more strongly.</source>
        <translation>지점에는 보통 8을 씁니다. 많을수록 더 고르게 됩니다.</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>거리 한도</translation>
    </message>
    <message>
        <source>Straight-line distance between the spots of two units.</source>
        <translation>두 단위의 위치 사이 직선거리입니다.</translation>
    </message>
    <message>
        <source>Gap between borders</source>
        <translation>경계 사이의 틈</translation>
    </message>
    <message>
        <source>Borders this near each other count as shared: published borders may not fit each other exactly.</source>
        <translation>경계가 이만큼 가까우면 맞닿은 것으로 봅니다. 공개된 경계는 서로 정확히 맞지 않을 수 있습니다.</translation>
    </message>
    <message>
        <source>Units without a neighbour</source>
        <translation>이웃이 없는 단위</translation>
    </message>
    <message>
        <source>They can be compared with the nearest unit, or left untested. They are listed either way.</source>
        <translation>가장 가까운 단위와 비교하거나 검정하지 않을 수 있습니다. 어느 쪽이든 목록에 적힙니다.</translation>
    </message>
    <message>
        <source>take the nearest one</source>
        <translation>가장 가까운 곳을 이웃으로</translation>
    </message>
    <message>
        <source>stay alone</source>
        <translation>혼자 둠</translation>
    </message>
    <message>
        <source>Points share no borders. Choose dongs or cells as the unit, or choose neighbours by number or by distance.</source>
        <translation>점에는 맞닿은 경계가 없습니다. 단위로 행정동이나 격자를 고르거나, 이웃으로 가까운 곳이나 거리를 고르십시오.</translation>
    </message>
    <message>
        <source>Neighbours share a border or a corner: %1 on average, from %2 to %3.</source>
        <translation>이웃은 경계나 모서리가 맞닿은 곳입니다. 평균 %1곳, %2곳에서 %3곳까지입니다.</translation>
    </message>
    <message>
        <source>Neighbours are the %1 nearest ones.</source>
        <translation>이웃은 가장 가까운 %1곳입니다.</translation>
    </message>
    <message>
        <source>The neighbours are all units within %1 m: %2 on average, from %3 to %4.</source>
        <translation>이웃은 %1 m 안의 모든 곳입니다. 평균 %2곳, %3곳에서 %4곳까지입니다.</translation>
    </message>
    <message>
        <source>%1 had no neighbour, so the nearest unit was used: %2.</source>
        <translation>%1곳은 이웃이 없어 가장 가까운 곳을 이웃으로 삼았습니다: %2.</translation>
    </message>
    <message>
        <source>%1 have no neighbour and are not tested: %2.</source>
        <translation>%1곳은 이웃이 없어 검정하지 않았습니다: %2.</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>격자</translation>
    </message>
    <message>
        <source>places</source>
        <translation>지점</translation>
    </message>
    <message>
        <source>Change between two periods</source>
        <translation>두 기간의 변화</translation>
    </message>
    <message>
        <source>What changed most between two periods, and is it more than the usual ups and downs?</source>
        <translation>두 기간 사이에 무엇이 가장 많이 달라졌고, 평소의 오르내림을 넘는 변화입니까?</translation>
    </message>
    <message>
        <source>“%1” has no daily data, so the usual ups and downs cannot be seen. Choose data that is counted by day.</source>
        <translation>“%1”에는 하루 단위 자료가 없어 평소의 오르내림을 볼 수 없습니다. 일별로 집계된 자료를 고르십시오.</translation>
    </message>
    <message>
        <source>“%1” holds fewer than eight weeks. Import more months.</source>
        <translation>“%1”에는 8주보다 적은 자료만 있습니다. 더 많은 달을 가져오십시오.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>The period to examine.</source>
        <translation>살펴볼 기간입니다.</translation>
    </message>
    <message>
        <source>The period to compare with. Choosing the same months of another year keeps the season out of the change; public holidays, including lunar ones, are compared with the same holiday.</source>
        <translation>비교할 기간입니다. 다른 해의 같은 달을 고르면 계절의 영향이 빠지며, 음력 명절을 포함해 공휴일은 같은 이름의 공휴일과 비교합니다.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>순서</translation>
    </message>
    <message>
        <source>What counts as a large change. The share of the whole leaves out what all places have in common, such as growth of the city or bad weather.</source>
        <translation>무엇을 큰 변화로 볼지 정합니다. 전체에서 차지하는 비중은 도시의 성장이나 궂은 날씨처럼 모든 곳에 공통된 것을 뺍니다.</translation>
    </message>
    <message>
        <source>difference per day</source>
        <translation>하루당 차이</translation>
    </message>
    <message>
        <source>change in per cent</source>
        <translation>변화율(%)</translation>
    </message>
    <message>
        <source>change of the share of the whole</source>
        <translation>전체에서 차지하는 비중의 변화</translation>
    </message>
    <message>
        <source>The expected share of false findings among the changes reported as real.</source>
        <translation>실제 변화라고 판정한 것 가운데 거짓일 것으로 예상되는 비율입니다.</translation>
    </message>
    <message>
        <source>Confidence of intervals</source>
        <translation>구간의 신뢰수준</translation>
    </message>
    <message>
        <source>Each interval on its own contains the true change in this share of all cases.</source>
        <translation>각 구간이 참값을 담는 비율입니다(곳마다 따로).</translation>
    </message>
    <message>
        <source>Minimum days</source>
        <translation>최소 일수</translation>
    </message>
    <message>
        <source>Places with fewer pairs of comparable days are shown but not tested.</source>
        <translation>비교할 수 있는 날의 쌍이 이보다 적은 곳은 보여 주되 검정하지 않습니다.</translation>
    </message>
    <message>
        <source>Estimate noise from similar places</source>
        <translation>비슷한 곳에서 오르내림 배우기</translation>
    </message>
    <message>
        <source>Places of similar size are pooled to measure their ups and downs more precisely, so that more real changes are found in short periods. Needs 30 places.</source>
        <translation>규모가 같은 곳끼리 오르내림의 크기를 서로 보태어, 짧은 기간에서도 실제 변화를 더 많이 찾습니다. 30곳 이상이 필요합니다.</translation>
    </message>
    <message>
        <source>A period needs a first and a last day, the earlier one first.</source>
        <translation>기간에는 첫날과 마지막 날이 필요하며 이른 날이 먼저여야 합니다.</translation>
    </message>
    <message>
        <source>The two periods overlap. Choose days that are in one of them only.</source>
        <translation>두 기간이 겹칩니다. 한쪽에만 속하는 날을 고르십시오.</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>비교하는 중</translation>
    </message>
    <message>
        <source>%1: new, %2 a day now and nothing before.</source>
        <translation>%1: 새로 생김, 이전에는 없었고 현재 하루 %2입니다.</translation>
    </message>
    <message>
        <source>%1: nothing now, %2 a day before.</source>
        <translation>%1: 이전에는 하루 %2였으나 현재는 없습니다.</translation>
    </message>
    <message>
        <source>%1: from %2 to %3 a day (%4; %7 interval of the difference %5 to %6).</source>
        <translation>%1: 하루 %2 → %3 (%4, 차이의 %7 구간 %5 ~ %6).</translation>
    </message>
    <message>
        <source>%1: from %2 to %3 of the whole (shift between %4 and %5).</source>
        <translation>%1: 전체의 %2 → %3 (변화 %4 ~ %5).</translation>
    </message>
    <message>
        <source>No place has enough comparable days to be tested. Choose longer periods.</source>
        <translation>검정하기에 충분한 비교 가능한 날이 있는 곳이 없습니다. 더 긴 기간을 고르십시오.</translation>
    </message>
    <message>
        <source>None of the %1 places changed beyond its usual ups and downs (false discovery rate %2 %). That does not prove that nothing changed: see the intervals.</source>
        <translation>%1곳 가운데 평소의 오르내림을 넘어 달라진 곳은 없습니다(거짓 발견율 %2 %). 변화가 없다는 증거는 아니므로 구간을 함께 보십시오.</translation>
    </message>
    <message>
        <source>At %1 of %2 places the share changed beyond its usual ups and downs (false discovery rate %3 %): %4 gained, %5 lost.</source>
        <translation>%2곳 가운데 %1곳의 비중이 평소의 오르내림을 넘어 달라졌습니다(거짓 발견율 %3 %): %4곳은 늘고 %5곳은 줄었습니다.</translation>
    </message>
    <message>
        <source>Not tested: %1 places without data before, %2 without data now, %3 with too few comparable days or nobody counted.</source>
        <translation>검정하지 않은 곳: 이전 자료가 없는 곳 %1, 현재 자료가 없는 곳 %2, 비교할 날이 너무 적거나 이용이 전혀 없는 곳 %3.</translation>
    </message>
    <message>
        <source>There are too few places to estimate the noise from similar ones; each is judged by its own days alone.</source>
        <translation>비슷한 곳에서 오르내림을 배우기에는 곳이 너무 적어, 곳마다 자기 날짜만으로 판정했습니다.</translation>
    </message>
    <message>
        <source>%1 places lie in no cell because their location is unknown; the whole is the sum of the cells.</source>
        <translation>위치를 알 수 없어 어느 칸에도 들지 않는 곳이 %1곳 있습니다. 전체는 칸의 합계입니다.</translation>
    </message>
    <message>
        <source>No day of the two periods can be compared.</source>
        <translation>두 기간에서 비교할 수 있는 날이 없습니다.</translation>
    </message>
    <message>
        <source>All places together, on comparable days: %1 a day before, %2 now.</source>
        <translation>비교할 수 있는 날의 전체: 이전 하루 %1, 현재 하루 %2입니다.</translation>
    </message>
    <message>
        <source>All places together, on comparable days: %1 a day before, %2 now (%3; interval %4 to %5). %6</source>
        <translation>비교할 수 있는 날의 전체: 이전 하루 %1, 현재 하루 %2입니다(%3, 구간 %4 ~ %5). %6</translation>
    </message>
    <message>
        <source>Mean of all: %1 before, %2 now (%3; interval %4 to %5). %6</source>
        <translation>전체 평균: 이전 %1, 현재 %2입니다(%3, 구간 %4 ~ %5). %6</translation>
    </message>
    <message>
        <source>This is more than the usual ups and downs.</source>
        <translation>평소의 오르내림을 넘습니다.</translation>
    </message>
    <message>
        <source>This is within the usual ups and downs.</source>
        <translation>평소의 오르내림 안에 있습니다.</translation>
    </message>
    <message>
        <source>%1 pairs of comparable days, %2 of them the same public holiday in both periods; %3 days now and %4 before have no counterpart and are left out.</source>
        <translation>비교할 수 있는 날은 %1쌍이며 그 가운데 %2쌍은 같은 이름의 공휴일끼리 비교했습니다. 현재 %3일과 이전 %4일은 짝이 없어 뺐습니다.</translation>
    </message>
    <message>
        <source>The two periods lie in different seasons, so the season is part of the change. Compare with the same months of another year to leave it out.</source>
        <translation>두 기간의 계절이 달라 변화에 계절의 영향이 들어 있습니다. 이를 빼려면 다른 해의 같은 달과 비교하십시오.</translation>
    </message>
    <message>
        <source>The calendar of public holidays does not cover all of these days: holidays may have been compared with ordinary days.</source>
        <translation>공휴일 달력이 이 날짜를 모두 담고 있지 않아, 공휴일이 평일과 비교되었을 수 있습니다.</translation>
    </message>
    <message>
        <source>Comparable days, all places</source>
        <translation>비교한 날, 전체</translation>
    </message>
    <message>
        <source>Day of the current period</source>
        <translation>현재 기간의 날짜</translation>
    </message>
    <message>
        <source>Before and now, by place</source>
        <translation>이전과 현재, 곳별</translation>
    </message>
    <message>
        <source>%1 a day before</source>
        <translation>이전 하루당 %1</translation>
    </message>
    <message>
        <source>%1 a day now</source>
        <translation>현재 하루당 %1</translation>
    </message>
    <message>
        <source>new</source>
        <translation>새로 생김</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>없어짐</translation>
    </message>
    <message>
        <source>no data before</source>
        <translation>이전 자료 없음</translation>
    </message>
    <message>
        <source>no data now</source>
        <translation>현재 자료 없음</translation>
    </message>
    <message>
        <source>lower end</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>upper end</source>
        <translation>상한</translation>
    </message>
    <message>
        <source>Changes, largest first</source>
        <translation>변화, 실제로 큰 것부터</translation>
    </message>
    <message>
        <source>Whether the difference is more than the usual ups and downs, seen together with all other places.</source>
        <translation>다른 모든 곳과 함께 볼 때 차이가 평소의 오르내림을 넘는지입니다.</translation>
    </message>
    <message>
        <source>Mean of the comparable days.</source>
        <translation>비교한 날의 평균입니다.</translation>
    </message>
    <message>
        <source>Now minus before.</source>
        <translation>현재에서 이전을 뺀 값입니다.</translation>
    </message>
    <message>
        <source>Limit of the interval of the difference.</source>
        <translation>차이의 구간의 끝입니다.</translation>
    </message>
    <message>
        <source>Now ÷ before − 1; empty when there was nothing before.</source>
        <translation>현재 ÷ 이전 − 1이며, 이전에 아무것도 없으면 비어 있습니다.</translation>
    </message>
    <message>
        <source>Limit of the interval of the change in per cent.</source>
        <translation>변화율의 구간의 끝입니다.</translation>
    </message>
    <message>
        <source>Limit of the interval of the change in per cent; ∞ if the earlier value could have been zero.</source>
        <translation>변화율의 구간의 끝이며, 이전이 0이었을 수 있으면 ∞입니다.</translation>
    </message>
    <message>
        <source>How often such a difference comes from ups and downs alone, two-sided.</source>
        <translation>오르내림만으로 이만한 차이가 날 확률입니다(양측).</translation>
    </message>
    <message>
        <source>The same, corrected for the number of places tested.</source>
        <translation>검정한 곳의 수로 보정한 값입니다.</translation>
    </message>
    <message>
        <source>Share before</source>
        <translation>이전 비중</translation>
    </message>
    <message>
        <source>Part of the whole on the same days.</source>
        <translation>같은 날 전체에서 차지하는 비중입니다.</translation>
    </message>
    <message>
        <source>Share now</source>
        <translation>현재 비중</translation>
    </message>
    <message>
        <source>Shift of the share</source>
        <translation>비중 변화</translation>
    </message>
    <message>
        <source>Share now minus share before; zero when all places change alike.</source>
        <translation>현재 비중에서 이전 비중을 뺀 값입니다. 모든 곳이 똑같이 달라지면 0입니다.</translation>
    </message>
    <message>
        <source>Limit of the interval of the shift.</source>
        <translation>비중 변화의 구간의 끝입니다.</translation>
    </message>
    <message>
        <source>p of the shift</source>
        <translation>비중 변화의 p</translation>
    </message>
    <message>
        <source>How often such a shift comes from ups and downs alone, two-sided.</source>
        <translation>오르내림만으로 이만한 비중 변화가 날 확률입니다(양측).</translation>
    </message>
    <message>
        <source>p of the shift, adjusted</source>
        <translation>비중 변화의 보정 p</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>일수</translation>
    </message>
    <message>
        <source>Pairs of comparable days with data on both sides.</source>
        <translation>양쪽에 자료가 있는 비교일의 쌍의 수입니다.</translation>
    </message>
    <message>
        <source>Verdict on the share</source>
        <translation>비중 판정</translation>
    </message>
    <message>
        <source>Whether the shift of the share is more than the usual ups and downs.</source>
        <translation>비중 변화가 평소의 오르내림을 넘는지입니다.</translation>
    </message>
    <message>
        <source>Change of %1: %2 against %3</source>
        <translation>%1의 변화: %2, 비교 %3</translation>
    </message>
    <message>
        <source>It does not say why: a new estate, a detour, a broken card reader and a hotter summer look alike.</source>
        <translation>까닭은 말해 주지 않습니다. 새 아파트 단지, 우회 운행, 고장 난 단말기, 더 더운 여름이 똑같아 보입니다.</translation>
    </message>
    <message>
        <source>Ups and downs are taken from the days within the two periods. Two years can differ for reasons that last the whole time without being a trend.</source>
        <translation>오르내림은 두 기간 안의 날짜에서 구합니다. 두 해는 기간 내내 이어지지만 추세는 아닌 까닭으로도 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>“Within the usual ups and downs” is not “no change”: the interval says how large it could be.</source>
        <translation>“평소의 오르내림 안”은 “변화 없음”이 아닙니다. 변화가 얼마나 클 수 있는지는 구간이 알려 줍니다.</translation>
    </message>
    <message>
        <source>Comparable days</source>
        <translation>비교한 날</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>이전 날짜</translation>
    </message>
    <message>
        <source>The day that it is compared with.</source>
        <translation>비교한 상대 날짜입니다.</translation>
    </message>
    <message>
        <source>All before</source>
        <translation>이전 전체</translation>
    </message>
    <message>
        <source>All now</source>
        <translation>현재 전체</translation>
    </message>
    <message>
        <source>“%1” has one number a year, so it cannot show anything emerging over months. Choose data by month or day.</source>
        <translation>“%1”에는 한 해에 수치가 하나뿐이어서 달마다 떠오르는 것을 볼 수 없습니다. 월별이나 일별 자료를 고르십시오.</translation>
    </message>
    <message>
        <source>each district</source>
        <translation>자치구별</translation>
    </message>
    <message>
        <source>total</source>
        <comment>a sum of series</comment>
        <translation>전체</translation>
    </message>
    <message>
        <source>district</source>
        <comment>a sum of series</comment>
        <translation>자치구</translation>
    </message>
    <message>
        <source>dong</source>
        <comment>a sum of series</comment>
        <translation>행정동</translation>
    </message>
    <message>
        <source>place</source>
        <comment>a sum of series</comment>
        <translation>장소</translation>
    </message>
    <message>
        <source>group</source>
        <comment>a sum of series</comment>
        <translation>집단</translation>
    </message>
    <message>
        <source>district and group</source>
        <translation>자치구·집단</translation>
    </message>
    <message>
        <source>dong and group</source>
        <translation>행정동·집단</translation>
    </message>
    <message>
        <source>place and group</source>
        <translation>장소·집단</translation>
    </message>
    <message>
        <source>Subtotals were also forecast: %1.</source>
        <translation>중간 합계도 함께 예측했습니다. %1.</translation>
    </message>
    <message>
        <source>Whether the forecasts are made to add up: places to dongs, districts and everything, groups to all people.</source>
        <translation>예측의 합이 맞도록 할지 정합니다. 장소는 행정동, 자치구, 전체로, 집단은 모든 사람으로 더해집니다.</translation>
    </message>
    <message>
        <source>Split by group</source>
        <translation>집단별로 나누기</translation>
    </message>
    <message>
        <source>Also forecasts every group of every series, so that they add up over groups as well. Multiplies the time taken by the number of groups.</source>
        <translation>각 계열의 집단까지 예측하여 집단의 합도 맞춥니다. 시간이 집단 수만큼 더 걸립니다.</translation>
    </message>
    <message>
        <source>Values or change</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>The values themselves, or what changed between two periods: where growth clusters with growth.</source>
        <translation>값 자체 또는 두 기간 사이의 변화입니다. 변화는 증가가 증가끼리 모인 곳을 찾습니다.</translation>
    </message>
    <message>
        <source>values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>change between two periods</source>
        <translation>두 기간 사이의 변화</translation>
    </message>
    <message>
        <source>The period to compare with. Choosing the same months of another year leaves the season out.</source>
        <translation>비교하는 기간입니다. 다른 해의 같은 달을 고르면 계절의 영향이 빠집니다.</translation>
    </message>
    <message>
        <source>Change per head</source>
        <translation>1인당 변화</translation>
    </message>
    <message>
        <source>The value tested is the change per day from %1 to %2.</source>
        <translation>검정한 값은 %1에서 %2까지의 하루 평균 변화입니다.</translation>
    </message>
    <message>
        <source>The value tested is the change from %1 to %2.</source>
        <translation>검정한 값은 %1에서 %2까지의 변화입니다.</translation>
    </message>
    <message>
        <source>A hot or cold spot of change says that neighbours grew or shrank together, not that each of them changed beyond its usual ups and downs: the analysis of change tests that.</source>
        <translation>변화의 핫스팟은 이웃이 함께 늘거나 줄었음을 뜻할 뿐, 각 장소의 변화가 평소의 오르내림을 벗어났다는 뜻은 아닙니다. 그것은 변화 분석이 검정합니다.</translation>
    </message>
    <message>
        <source>It is divided by the number of people in “%1”.</source>
        <translation>이를 “%1”의 인구로 나누었습니다.</translation>
    </message>
    <message>
        <source>Clusters and outliers of change: %1</source>
        <translation>변화의 군집과 이상값: %1</translation>
    </message>
    <message>
        <source>The value, the standardised rate or the change.</source>
        <translation>값, 표준화한 비율 또는 변화입니다.</translation>
    </message>
    <message>
        <source>Hot spots of change: %1</source>
        <translation>변화의 핫스팟: %1</translation>
    </message>
    <message>
        <source>Level</source>
        <comment>of a sum of series</comment>
        <translation>단위</translation>
    </message>
    <message>
        <source>%1: from %2 onwards, %3 a day instead of %4 (no other date fits equally well).</source>
        <translation>%1: %2부터 하루 %4 → %3 (이만큼 잘 맞는 다른 날짜는 없습니다).</translation>
    </message>
    <message>
        <source>%1: from %2 onwards, %3 a day instead of %4 (the date lies between %5 and %6).</source>
        <translation>%1: %2부터 하루 %4 → %3 (날짜는 %5 ~ %6 사이).</translation>
    </message>
    <message>
        <source>regression with %1 errors</source>
        <comment>a model</comment>
        <translation>%1 오차 회귀</translation>
    </message>
    <message>
        <source>hot, uncorrected only</source>
        <translation>보정 전에만 핫스팟</translation>
    </message>
    <message>
        <source>cold, uncorrected only</source>
        <translation>보정 전에만 콜드스팟</translation>
    </message>
    <message>
        <source>usual ups and downs</source>
        <translation>평소 변동 범위 안</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>The highest density is %1 %2 per km².</source>
        <translation>가장 높은 밀도는 km²당 %1%2입니다.</translation>
    </message>
    <message>
        <source>The surface holds %1 of the %2 %3 counted at these places.</source>
        <translation>이 지점들에서 센 %2%3 가운데 %1가 표면에 들어 있습니다.</translation>
    </message>
    <message>
        <source>Comparable days, 7-day means</source>
        <translation>비교한 날, 전체(7일 평균)</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Hours of dongs and districts are those of all their places. Ask about whole dongs or districts, or forecast single places.</source>
        <translation>행정동과 구의 시간별 수치는 그 안 모든 장소의 합계입니다. 행정동이나 구 전체를 고르거나 장소별로 예측하세요.</translation>
    </message>
    <message>
        <source>%1 series by hour would take too long; at most %2 can be forecast at once. Choose dongs or districts, fewer places, or days.</source>
        <translation>시간 단위 계열 %1개는 너무 오래 걸립니다. 한 번에 최대 %2개까지 예측할 수 있습니다. 행정동이나 구, 더 적은 장소, 또는 일 단위를 고르세요.</translation>
    </message>
    <message>
        <source>Model of the total: %1.</source>
        <translation>전체의 모형: %1.</translation>
    </message>
    <message>
        <source>Density (%1)</source>
        <comment>unit</comment>
        <translation>밀도 (%1)</translation>
    </message>
    <message>
        <source>%1 % interval</source>
        <comment>legend of a chart</comment>
        <translation>%1 % 구간</translation>
    </message>
    <message>
        <source>exponential smoothing, multiplicative trends too (ETS)</source>
        <translation>지수평활, 승법 추세 포함(ETS)</translation>
    </message>
    <message>
        <source>The next %5 %2 are forecast from the data of %3 to %4 (%1 %2).</source>
        <translation>%3부터 %4까지(%1%2)의 자료로 앞으로 %5%2의 값을 예측합니다.</translation>
    </message>
    <message>
        <source> (robust)</source>
        <comment>of a model</comment>
        <translation> (강건)</translation>
    </message>
    <message>
        <source>Expected in these %1 %2: %3 in all, compared with %4 in the %1 %2 before (%5).</source>
        <translation>앞으로 %1%2의 예상 합계: %3(바로 앞 같은 기간 %4, %5).</translation>
    </message>
    <message>
        <source>The total is forecast by: %1.</source>
        <translation>전체의 예측 방법: %1.</translation>
    </message>
    <message>
        <source>Robust models leave odd values out and estimate the effect of known days, such as holidays, separately.</source>
        <translation>강건 모형은 이상값을 빼고, 공휴일처럼 미리 알려진 날의 영향은 따로 추정합니다.</translation>
    </message>
    <message>
        <source>Robust models leave odd values out.</source>
        <translation>강건 모형은 이상값을 빼고 추정합니다.</translation>
    </message>
    <message>
        <source>forecast</source>
        <comment>mark in a chart, from here on</comment>
        <translation>여기부터 예측</translation>
    </message>
    <message>
        <source>%1 increased</source>
        <comment>places</comment>
        <translation>늘어난 곳 %1</translation>
    </message>
    <message>
        <source>%1 decreased</source>
        <comment>places</comment>
        <translation>줄어든 곳 %1</translation>
    </message>
    <message>
        <source>%1 had nothing before</source>
        <comment>places</comment>
        <translation>이전에 전혀 없던 곳 %1</translation>
    </message>
    <message>
        <source>%1 have nothing now</source>
        <comment>places</comment>
        <translation>없어진 곳 %1</translation>
    </message>
    <message>
        <source>%1 of %2 places changed beyond their usual ups and downs (false discovery rate %3 %): %4.</source>
        <translation>%2곳 가운데 %1곳이 평소의 오르내림을 넘어 달라졌습니다(거짓 발견율 %3 %): %4.</translation>
    </message>
    <message>
        <source>Places</source>
        <comment>how many, axis of a chart</comment>
        <translation>지점 수</translation>
    </message>
    <message>
        <source>%1, bandwidth %2 m</source>
        <comment>kernel, metres</comment>
        <translation>%1, 대역폭 %2 m</translation>
    </message>
    <message>
        <source>Share of the %1 grids tried</source>
        <translation>시험한 격자 %1개 중 비율</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>measure, unit</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>top %1</source>
        <translation>상위 %1</translation>
    </message>
    <message>
        <source>ages %1 and over</source>
        <translation>%1세 이상</translation>
    </message>
    <message>
        <source>ages %1–%2</source>
        <translation>%1–%2세</translation>
    </message>
    <message>
        <source>This data covers %1.</source>
        <translation>이 자료의 기간은 %1입니다.</translation>
    </message>
    <message>
        <source>by place</source>
        <translation>장소별</translation>
    </message>
    <message>
        <source>by group</source>
        <translation>이용자별</translation>
    </message>
    <message>
        <source>by hour</source>
        <translation>시간대별</translation>
    </message>
    <message>
        <source>by weekday and hour</source>
        <translation>요일·시간대별</translation>
    </message>
    <message>
        <source>by day</source>
        <translation>일별</translation>
    </message>
    <message>
        <source>by month</source>
        <translation>월별</translation>
    </message>
    <message>
        <source>by dong</source>
        <translation>행정동별</translation>
    </message>
    <message>
        <source>This data has no such measure.</source>
        <translation>이 자료에는 없는 지표입니다.</translation>
    </message>
    <message>
        <source>This data does not tell days apart.</source>
        <translation>이 자료는 날짜를 구분하지 않습니다.</translation>
    </message>
    <message>
        <source>This data has no hours.</source>
        <translation>이 자료에는 시간대가 없습니다.</translation>
    </message>
    <message>
        <source>This data has no such hours.</source>
        <translation>이 자료에는 그 시간대가 없습니다.</translation>
    </message>
    <message>
        <source>This data does not split people that way.</source>
        <translation>이 자료는 이용자를 그렇게 나누지 않습니다.</translation>
    </message>
    <message>
        <source>The nearest groups of this data; their ages are not quite those that were asked for.</source>
        <translation>이 자료에서 가장 가까운 구분입니다. 물은 연령과 정확히 같지는 않습니다.</translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>The comparison was stopped.</source>
        <translation>비교를 중단했습니다.</translation>
    </message>
    <message>
        <source>%1 days with data now, %2 before: the numbers are means per day.</source>
        <translation>자료가 있는 날이 지금 %1일, 비교 기간 %2일입니다. 수치는 하루 평균입니다.</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>비교 기간: %1</translation>
    </message>
    <message>
        <source>No noise bands: they need daily data and two questions that differ only in their period.</source>
        <translation>평소 변동 범위를 구하지 못했습니다. 하루 단위 자료가 있고 두 질문이 기간만 달라야 합니다.</translation>
    </message>
    <message>
        <source>“%1” and “%2” are counted in different units, so no difference can be taken.</source>
        <translation>“%1”과(와) “%2”은(는) 단위가 달라 차이를 구할 수 없습니다.</translation>
    </message>
    <message>
        <source>an increase beyond the usual ups and downs</source>
        <translation>평소 변동을 넘는 증가</translation>
    </message>
    <message>
        <source>a decrease beyond the usual ups and downs</source>
        <translation>평소 변동을 넘는 감소</translation>
    </message>
    <message>
        <source>within the usual ups and downs</source>
        <translation>평소 변동 범위 안</translation>
    </message>
    <message>
        <source>no data before</source>
        <translation>비교 기간에 자료 없음</translation>
    </message>
    <message>
        <source>no data now</source>
        <translation>지금 기간에 자료 없음</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>검정하지 않음</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 by place</source>
        <translation>장소별 %1</translation>
    </message>
    <message>
        <source>%1 by group</source>
        <translation>집단별 %1</translation>
    </message>
    <message>
        <source>%1 by hour</source>
        <translation>시간대별 %1</translation>
    </message>
    <message>
        <source>%1 by hour and weekday</source>
        <translation>요일·시간대별 %1</translation>
    </message>
    <message>
        <source>%1 by day</source>
        <translation>일별 %1</translation>
    </message>
    <message>
        <source>%1 by month</source>
        <translation>월별 %1</translation>
    </message>
    <message>
        <source>%1 by dong</source>
        <translation>행정동별 %1</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>집단</translation>
    </message>
    <message>
        <source>Hour of the day</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>일</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>월</translation>
    </message>
    <message>
        <source>Dong</source>
        <translation>행정동</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>평균 %1</translation>
    </message>
    <message>
        <source>As of %1, %2</source>
        <translation>기준일 %1, %2</translation>
    </message>
    <message>
        <source>Source: %1, as of %2, %3</source>
        <translation>출처: %1, 기준일 %2, %3</translation>
    </message>
    <message>
        <source>Share of %1 (%)</source>
        <translation>%1 비율(%)</translation>
    </message>
    <message>
        <source>%1 and older</source>
        <comment>age</comment>
        <translation>%1세 이상</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>ages from, to</comment>
        <translation>%1–%2세</translation>
    </message>
    <message>
        <source>men %1</source>
        <comment>ages</comment>
        <translation>남 %1</translation>
    </message>
    <message>
        <source>women %1</source>
        <comment>ages</comment>
        <translation>여 %1</translation>
    </message>
    <message>
        <source>Age, in 10-year bands</source>
        <translation>연령(10세 단위)</translation>
    </message>
    <message>
        <source>%1 by day and hour</source>
        <translation>일·시간별 %1</translation>
    </message>
    <message>
        <source>a year before</source>
        <translation>전년 같은 달</translation>
    </message>
    <message>
        <source>%1 by hour and month</source>
        <translation>시간·월별 %1</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>남자</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>여자</translation>
    </message>
    <message>
        <source>≈ modelled: ages spread evenly within each group of the data</source>
        <translation>≈ 추정: 자료의 집단 안에서 나이가 고르다고 가정</translation>
    </message>
    <message>
        <source>Age groups, added up exactly</source>
        <translation>연령 집단(정확히 합산)</translation>
    </message>
    <message>
        <source>under 6</source>
        <translation>6세 미만</translation>
    </message>
    <message>
        <source>child 6–12</source>
        <translation>어린이 6–12세</translation>
    </message>
    <message>
        <source>youth 13–18</source>
        <translation>청소년 13–18세</translation>
    </message>
    <message>
        <source>adult 19–64</source>
        <translation>일반 19–64세</translation>
    </message>
    <message>
        <source>senior 65+</source>
        <translation>경로 65세 이상</translation>
    </message>
    <message>
        <source>Sum of %1</source>
        <translation>%1 합계</translation>
    </message>
    <message>
        <source>%1: %2 everywhere</source>
        <comment>measure: number</comment>
        <translation>%1: 모든 칸이 %2</translation>
    </message>
    <message>
        <source>%1 everywhere</source>
        <comment>number</comment>
        <translation>모든 칸이 %1</translation>
    </message>
    <message>
        <source>Mean of %1</source>
        <translation>%1 평균</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>The chart could not be written to “%1”. Check the folder and the free space.</source>
        <translation>차트를 “%1”에 저장할 수 없습니다. 폴더와 남은 디스크 공간을 확인하세요.</translation>
    </message>
    <message>
        <source>A chart cannot be saved as “%1”. Use .png, .svg or .pdf.</source>
        <translation>“%1”은(는) 차트로 저장할 수 있는 그림 형식이 아닙니다. .png, .svg, .pdf 중에서 선택하세요.</translation>
    </message>
    <message>
        <source>A chart needs a width and a height above zero.</source>
        <translation>차트의 너비와 높이는 0보다 커야 합니다.</translation>
    </message>
    <message>
        <source>SAMPLE DATA</source>
        <translation>표본 데이터</translation>
    </message>
    <message>
        <source>A chart can be drawn at the scales 1 to %1, not %2.</source>
        <translation>도표의 배율은 1에서 %1까지입니다. %2배로는 그릴 수 없습니다.</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>자료 없음</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>The file “%1” cannot be written: %2.</source>
        <translation>파일 %1을(를) 쓸 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>Importing %1 …</source>
        <translation>가져오는 중: %1…</translation>
    </message>
    <message>
        <source>%1 was imported before; nothing was changed.</source>
        <translation>%1: 이전에 가져온 파일입니다. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>the workspace; made when it does not exist</source>
        <translation>작업공간(없으면 새로 만듭니다)</translation>
    </message>
    <message>
        <source>dataset to import into (default: the profile&apos;s own)</source>
        <translation>가져온 내용을 넣을 자료(기본값: 프로파일에 정해진 자료)</translation>
    </message>
    <message>
        <source>layout of the file (default: the one that fits best)</source>
        <translation>파일의 서식(기본값: 가장 잘 맞는 서식)</translation>
    </message>
    <message>
        <source>year of the data, for layouts that do not say it</source>
        <translation>자료의 연도(연도가 적혀 있지 않은 서식에 필요)</translation>
    </message>
    <message>
        <source>what to do with months that the dataset already has</source>
        <translation>자료에 이미 있는 기간의 처리 방법</translation>
    </message>
    <message>
        <source>import although a plausibility check refuses the file</source>
        <translation>타당성 검사에서 거부된 파일도 가져오기</translation>
    </message>
    <message>
        <source>UTF-8, CP949, UTF-16LE or UTF-16BE (default: decided strictly)</source>
        <translation>UTF-8, CP949, UTF-16LE, UTF-16BE 중 하나(기본값: 엄격히 판별)</translation>
    </message>
    <message>
        <source>coordinate system (default: from the file or its values)</source>
        <translation>좌표계(기본값: 파일 또는 좌표값에서 판별)</translation>
    </message>
    <message>
        <source>take a field of the profile from this column; may be repeated</source>
        <translation>프로파일의 필드를 이 열에서 읽기(여러 번 지정 가능)</translation>
    </message>
    <message>
        <source>write the quality report too: .txt, .html or .json</source>
        <translation>품질 보고서도 저장: .txt, .html 또는 .json</translation>
    </message>
    <message>
        <source>write the rejected rows as CSV</source>
        <translation>제외된 행을 CSV로 저장</translation>
    </message>
    <message>
        <source>--column takes a field and a column such as value=승차, not &quot;%1&quot;.</source>
        <translation>--column에는 value=승차와 같이 필드와 열을 지정해야 합니다. 입력값: &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Imports published files. Each file comes in whole or not at all; the quality report says what was found.</source>
        <translation>공개된 파일을 가져옵니다. 파일은 전체를 가져오거나 전혀 가져오지 않으며, 확인된 내용은 품질 보고서에 기록됩니다.</translation>
    </message>
    <message>
        <source>&quot;mudeung import&quot; needs a file to import.</source>
        <translation>&quot;mudeung import&quot;에는 가져올 파일이 필요합니다.</translation>
    </message>
    <message>
        <source>how the map shows the numbers (default density)</source>
        <translation>지도에 수치를 표시하는 방법(기본값 density)</translation>
    </message>
    <message>
        <source>top of the colour scale, to compare several maps</source>
        <translation>색 척도의 최댓값(여러 지도를 비교할 때 사용)</translation>
    </message>
    <message>
        <source>leave out the dong boundaries</source>
        <translation>행정동 경계를 표시하지 않기</translation>
    </message>
    <message>
        <source>leave out the places&apos; dots</source>
        <translation>장소의 점을 표시하지 않기</translation>
    </message>
    <message>
        <source>dark background</source>
        <translation>어두운 배경</translation>
    </message>
    <message>
        <source>The name of the file to write must end with .%1, not &quot;%2&quot;.</source>
        <translation>저장할 파일 이름은 .%1(으)로 끝나야 합니다. 입력값: &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>The folder of %1 does not exist; make it first.</source>
        <translation>%1: 폴더가 없습니다. 먼저 폴더를 만드세요.</translation>
    </message>
    <message>
        <source>the file to write</source>
        <translation>저장할 파일</translation>
    </message>
    <message>
        <source>Draws the map of a question with legend, scale bar and source.</source>
        <translation>질의 결과를 범례, 축척 막대, 출처와 함께 지도로 그립니다.</translation>
    </message>
    <message>
        <source>Draws the chart of a question.</source>
        <translation>질의 결과를 차트로 그립니다.</translation>
    </message>
    <message>
        <source>Writes A4 pages: sources, map, charts, top places and the quality of the data.</source>
        <translation>출처, 지도, 차트, 상위 장소, 자료 품질을 담은 A4 보고서를 저장합니다.</translation>
    </message>
    <message>
        <source>Total: %1 %2</source>
        <translation>합계: %1 %2</translation>
    </message>
    <message>
        <source>Sample data: synthetic, not observed.</source>
        <translation>표본 데이터: 관측값이 아닌 합성 자료입니다.</translation>
    </message>
    <message>
        <source>Answers a question. The answer goes to stdout, the total and remarks to stderr.</source>
        <translation>질의에 답합니다. 결과는 stdout, 합계와 참고 사항은 stderr로 출력합니다.</translation>
    </message>
    <message>
        <source>form of the answer (default csv)</source>
        <translation>결과의 형식(기본값 csv)</translation>
    </message>
    <message>
        <source>--by takes one of %1, not &quot;%2&quot;.</source>
        <translation>--by에는 다음 중 하나를 지정해야 합니다: %1. 입력값: &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>  layer of %1 (%2), %3 features</source>
        <translation>  %1 레이어(%2), 객체 %3개</translation>
    </message>
    <message>
        <source>  %1 places (%2), %3, one value per %4%5</source>
        <translation>  장소 %1곳(%2), %3, 값 단위: %4%5</translation>
    </message>
    <message>
        <source> and hour</source>
        <translation> 및 시간대</translation>
    </message>
    <message>
        <source>  measures: %1</source>
        <translation>  측정값: %1</translation>
    </message>
    <message>
        <source>  groups: %1</source>
        <translation>  집단: %1</translation>
    </message>
    <message>
        <source>  sample data: synthetic, not observed</source>
        <translation>  표본 데이터: 관측값이 아닌 합성 자료</translation>
    </message>
    <message>
        <source>The workspace %1 holds no dataset yet.</source>
        <translation>작업공간 %1에 아직 자료가 없습니다.</translation>
    </message>
    <message>
        <source>%1: every page and every block is intact.</source>
        <translation>%1: 모든 페이지와 자료 블록이 온전합니다.</translation>
    </message>
    <message>
        <source>Lists the datasets of a workspace with their measures, groups and periods.</source>
        <translation>작업공간의 자료 목록을 측정값, 집단, 기간과 함께 표시합니다.</translation>
    </message>
    <message>
        <source>the workspace</source>
        <translation>작업공간</translation>
    </message>
    <message>
        <source>Lists the published file layouts that the program recognises.</source>
        <translation>프로그램이 인식하는 공개 파일 서식의 목록을 표시합니다.</translation>
    </message>
    <message>
        <source>the copy to write</source>
        <translation>저장할 사본</translation>
    </message>
    <message>
        <source>Makes a synthetic city for trying everything out. The same seed gives the same city.</source>
        <translation>모든 기능을 시험해 볼 수 있는 가상 도시를 만듭니다. 시드가 같으면 같은 도시가 만들어집니다.</translation>
    </message>
    <message>
        <source>the workspace to make</source>
        <translation>만들 작업공간</translation>
    </message>
    <message>
        <source>number of bus stops (default %1)</source>
        <translation>버스 정류장 수(기본값 %1)</translation>
    </message>
    <message>
        <source>number of days (default %1)</source>
        <translation>일수(기본값 %1)</translation>
    </message>
    <message>
        <source>seed of the random numbers (default %1)</source>
        <translation>난수 시드(기본값 %1)</translation>
    </message>
    <message>
        <source>import published files into a workspace</source>
        <translation>공개된 파일을 작업공간으로 가져오기</translation>
    </message>
    <message>
        <source>list what a workspace holds</source>
        <translation>작업공간의 내용 목록 표시</translation>
    </message>
    <message>
        <source>list the file layouts that can be imported</source>
        <translation>가져올 수 있는 파일 서식 목록 표시</translation>
    </message>
    <message>
        <source>draw the chart of a question as PNG, SVG or PDF</source>
        <translation>질의 결과를 PNG, SVG 또는 PDF 차트로 그리기</translation>
    </message>
    <message>
        <source>write a PDF report with map, charts and data quality</source>
        <translation>지도, 차트, 자료 품질을 담은 PDF 보고서 저장</translation>
    </message>
    <message>
        <source>make the synthetic sample city</source>
        <translation>가상의 표본 도시 만들기</translation>
    </message>
    <message>
        <source>write a consistent copy of a workspace</source>
        <translation>작업공간의 일관된 사본 저장</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>이 도움말 표시</translation>
    </message>
    <message>
        <source>results and errors as JSON on stdout</source>
        <translation>결과와 오류를 stdout에 JSON으로 출력</translation>
    </message>
    <message>
        <source>language of messages (default: the system&apos;s)</source>
        <translation>메시지 언어(기본값: 시스템 언어)</translation>
    </message>
    <message>
        <source>show progress even when stderr is no terminal</source>
        <translation>stderr가 터미널이 아니어도 진행 상황 표시</translation>
    </message>
    <message>
        <source>Run &quot;mudeung %1 --help&quot; to see the options.</source>
        <translation>옵션은 &quot;mudeung %1 --help&quot; 명령으로 확인하세요.</translation>
    </message>
    <message>
        <source>Did you mean --%1? Run &quot;mudeung %2 --help&quot; to see the options.</source>
        <translation>--%1 옵션을 찾으셨습니까? 옵션은 &quot;mudeung %2 --help&quot; 명령으로 확인하세요.</translation>
    </message>
    <message>
        <source>&quot;mudeung %1&quot; has no option --%2.</source>
        <translation>&quot;mudeung %1&quot; 명령에는 --%2 옵션이 없습니다.</translation>
    </message>
    <message>
        <source>The options of &quot;mudeung %1&quot; cannot be read.</source>
        <translation>&quot;mudeung %1&quot; 명령의 옵션을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>사용법: %1</translation>
    </message>
    <message>
        <source>&quot;mudeung %1&quot; needs --%2.</source>
        <translation>&quot;mudeung %1&quot; 명령에는 --%2 옵션이 필요합니다.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>--%1에는 %2부터 %3까지의 정수를 지정해야 합니다. 입력값: &quot;%4&quot;.</translation>
    </message>
    <message>
        <source>--%1 takes a number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>--%1에는 %2부터 %3까지의 수를 지정해야 합니다. 입력값: &quot;%4&quot;.</translation>
    </message>
    <message>
        <source>--%1 takes a size such as 1920x1080 with sides from 64 to 16384, not &quot;%2&quot;.</source>
        <translation>--%1에는 1920x1080과 같은 크기를 지정해야 하며, 각 변은 64부터 16384까지입니다. 입력값: &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>--%1 takes one of %2, not &quot;%3&quot;.</source>
        <translation>--%1에는 다음 중 하나를 지정해야 합니다: %2. 입력값: &quot;%3&quot;.</translation>
    </message>
    <message>
        <source>&quot;mudeung %1&quot; does not take &quot;%2&quot;.</source>
        <translation>&quot;mudeung %1&quot; 명령에는 &quot;%2&quot;을(를) 지정할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>--lang takes ko or en, not &quot;%1&quot;.</source>
        <translation>--lang에는 ko 또는 en을 지정해야 합니다. 입력값: &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Mudeung: GIS analysis for city policy planners, offline.</source>
        <translation>무등(Mudeung): 도시 정책 담당자를 위한 오프라인 GIS 분석 프로그램</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>사용법:</translation>
    </message>
    <message>
        <source>  mudeung [FILE.mudeung]          open the window</source>
        <translation>  mudeung [FILE.mudeung]          창 열기</translation>
    </message>
    <message>
        <source>  mudeung COMMAND [OPTIONS]       work without a window or display</source>
        <translation>  mudeung COMMAND [OPTIONS]       창이나 화면 없이 작업</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>명령:</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>모든 명령의 공통 옵션:</translation>
    </message>
    <message>
        <source>  --help       the options of a command: mudeung query --help</source>
        <translation>  --help       명령의 옵션 표시: mudeung query --help</translation>
    </message>
    <message>
        <source>  --json       results and errors as JSON on stdout</source>
        <translation>  --json       결과와 오류를 stdout에 JSON으로 출력</translation>
    </message>
    <message>
        <source>  --lang ko|en language of messages</source>
        <translation>  --lang ko|en 메시지 언어</translation>
    </message>
    <message>
        <source>  --progress   show progress even when stderr is no terminal</source>
        <translation>  --progress   stderr가 터미널이 아니어도 진행 상황 표시</translation>
    </message>
    <message>
        <source>  --version    versions of the program and its libraries</source>
        <translation>  --version    프로그램과 라이브러리의 버전</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>%1 옵션은 없습니다.</translation>
    </message>
    <message>
        <source>Run &quot;mudeung --help&quot; to see what there is.</source>
        <translation>사용할 수 있는 명령과 옵션은 &quot;mudeung --help&quot; 명령으로 확인하세요.</translation>
    </message>
    <message>
        <source>Did you mean &quot;mudeung %1&quot;?</source>
        <translation>&quot;mudeung %1&quot; 명령을 찾으셨습니까?</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>&quot;%1&quot; 명령은 없습니다.</translation>
    </message>
    <message>
        <source>The workspace %1 does not exist; check the name.</source>
        <translation>작업공간 %1이(가) 없습니다. 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>There is no display for a window; the commands render, chart and report work without one.</source>
        <translation>창을 표시할 화면이 없습니다. render, chart, report 명령은 화면 없이도 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>Only one --area can be a file; put all polygons into one file.</source>
        <translation>--area에는 파일을 하나만 지정할 수 있습니다. 모든 폴리곤을 한 파일에 넣으세요.</translation>
    </message>
    <message>
        <source>The workspace %1 holds no counts yet; import a file first.</source>
        <translation>작업공간 %1에 아직 수치 자료가 없습니다. 먼저 파일을 가져오세요.</translation>
    </message>
    <message>
        <source>Say which dataset with --dataset; the workspace holds %1.</source>
        <translation>--dataset으로 자료를 지정하세요. 작업공간에 있는 자료: %1.</translation>
    </message>
    <message>
        <source>the dataset, as listed by &quot;mudeung datasets&quot;</source>
        <translation>자료(&quot;mudeung datasets&quot; 목록에 표시된 이름)</translation>
    </message>
    <message>
        <source>the measure (default: the dataset&apos;s first)</source>
        <translation>측정값(기본값: 자료의 첫 번째 측정값)</translation>
    </message>
    <message>
        <source>days, months or years: 2024-03-01..2024-05-31, 2024-03..2024-05, 2024</source>
        <translation>일, 월 또는 연도: 2024-03-01..2024-05-31, 2024-03..2024-05, 2024</translation>
    </message>
    <message>
        <source>weekday, saturday, holiday (Sundays and public holidays)</source>
        <translation>weekday(평일), saturday(토요일), holiday(일요일·공휴일)</translation>
    </message>
    <message>
        <source>7-9 means 07:00 up to 09:00; several: 7-9,17-19</source>
        <translation>7-9는 07:00부터 09:00 전까지, 여러 구간은 7-9,17-19</translation>
    </message>
    <message>
        <source>codes of groups, separated by commas</source>
        <translation>집단 코드(쉼표로 구분)</translation>
    </message>
    <message>
        <source>a dong (10 digits), district (5) or place, or a file with polygons; may be repeated</source>
        <translation>행정동(10자리), 자치구(5자리), 장소 또는 폴리곤 파일(여러 번 지정 가능)</translation>
    </message>
    <message>
        <source>Mean: %1 %2</source>
        <translation>평균: %1 %2</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1에 값이 필요합니다.</translation>
    </message>
    <message>
        <source>points</source>
        <translation>점</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>선</translation>
    </message>
    <message>
        <source>polygons</source>
        <translation>면</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n problem(s).</source>
        <translation>
            <numerusform>%1: 문제 %n건이 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>also write the bus ridership as one CSV file in CP949, a row per date, hour, stop and age group (about 4 GB for 2420 stops); --out may then be left out</source>
        <translation>버스 이용객을 CP949 CSV 파일 하나로도 씁니다(날짜·시간·정류장·연령대마다 한 행, 정류장 2420곳이면 약 4 GB). 이때 --out은 생략할 수 있습니다</translation>
    </message>
    <message>
        <source>Writes a consistent copy of a workspace, also while it is in use or from a network drive.</source>
        <translation>작업공간의 일관된 사본을 만듭니다. 사용 중이거나 네트워크 드라이브에 있어도 됩니다.</translation>
    </message>
    <message>
        <source>kernel of the density (default quartic)</source>
        <translation>밀도의 커널(기본값 quartic)</translation>
    </message>
    <message>
        <source>bandwidth of the density, for a Gaussian kernel its standard deviation (default: the walking distance of the legend)</source>
        <translation>밀도의 대역폭, 가우스 커널은 표준편차(기본값: 범례의 도보 거리)</translation>
    </message>
    <message>
        <source>classes of a choropleth, or their upper limits as 100,500,2000 (default jenks)</source>
        <translation>단계구분도의 급간, 또는 위 경계 100,500,2000 형식(기본값 jenks)</translation>
    </message>
    <message>
        <source>number of classes, 3 to 7 (default 5)</source>
        <translation>급간 수, 3~7(기본값 5)</translation>
    </message>
    <message>
        <source>--classes “%1” is neither %2 nor ascending limits such as 100,500,2000, at most 7.</source>
        <translation>--classes “%1”은(는) %2도 아니고 100,500,2000 같은 오름차순 경계(최대 7개)도 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is not understood</source>
        <translation>“%1”은(는) 이해하지 못했습니다</translation>
    </message>
    <message>
        <source>The phrase says nothing to look for, such as days, hours, ages or a period.</source>
        <translation>찾을 것이 없는 말입니다. 요일, 시간, 연령, 기간 등을 말하세요.</translation>
    </message>
    <message>
        <source>Understood: %1</source>
        <translation>이해한 내용: %1</translation>
    </message>
    <message>
        <source>Answers a question in Korean or English words, such as “seniors on weekday mornings top 10 stops”. What was understood goes to stderr; nothing is guessed.</source>
        <translation>“평일 아침 경로 승차 상위 10 정류장”처럼 한국어나 영어로 한 질문에 답합니다. 이해한 내용은 표준 오류로 알리며 짐작하지 않습니다.</translation>
    </message>
    <message>
        <source>the dataset (default: the bus stops, else the first counts)</source>
        <translation>자료(기본값: 버스 정류장, 없으면 첫 수치)</translation>
    </message>
    <message>
        <source>Write the question after the options.</source>
        <translation>옵션 뒤에 질문을 적으세요.</translation>
    </message>
    <message>
        <source>answer a question in words</source>
        <translation>말로 한 질문에 답하기</translation>
    </message>
    <message>
        <source>place, group, hour, weekhour, monthhour, day, month or dong (default group)</source>
        <translation>place, group, hour, weekhour, monthhour, day, month, dong 중 하나(기본값 group)</translation>
    </message>
    <message>
        <source>one row per place, group, hour, weekhour, monthhour, day, dayhour, month or dong</source>
        <translation>place, group, hour, weekhour, monthhour, day, dayhour, month, dong 중 하나마다 한 줄</translation>
    </message>
    <message>
        <source>hours by weekday: mon-fri:7-9;sat:10-12; a weekday without hours means all of them</source>
        <translation>요일별 시간: mon-fri:7-9;sat:10-12. 시간을 적지 않은 요일은 모든 시간</translation>
    </message>
    <message>
        <source>hours by month of the year: 3-5:7-9;12</source>
        <translation>월별 시간: 3-5:7-9;12</translation>
    </message>
    <message>
        <source>size in pixels (default %1); in PDF and SVG 96 of them are an inch</source>
        <translation>크기(픽셀, 기본값 %1). PDF와 SVG에서는 96픽셀이 1인치입니다</translation>
    </message>
    <message>
        <source>1 to 4: the same picture with that many times the pixels each way, PNG only (default 1)</source>
        <translation>1~4: 같은 그림을 가로세로 그 배수의 픽셀로 그립니다. PNG만 해당(기본값 1)</translation>
    </message>
    <message>
        <source>write the answer with its receipt into this file: .csv, .json, .xlsx or .gpkg</source>
        <translation>결과를 출처 기록과 함께 이 파일로 저장합니다: .csv, .json, .xlsx, .gpkg</translation>
    </message>
    <message>
        <source>--format %1 does not fit the name &quot;%2&quot;; leave out --format.</source>
        <translation>--format %1은(는) 파일 이름 &quot;%2&quot;과(와) 맞지 않습니다. --format을 빼세요.</translation>
    </message>
    <message>
        <source>The file %1 was changed after its receipt was written.</source>
        <translation>파일 %1은(는) 출처 기록이 작성된 뒤에 변경되었습니다.</translation>
    </message>
    <message>
        <source>%1: equal. The workspace gives the same numbers again.</source>
        <translation>%1: 일치. 작업공간에서 같은 수치가 다시 나옵니다.</translation>
    </message>
    <message>
        <source>%1: changed.</source>
        <translation>%1: 달라졌습니다.</translation>
    </message>
    <message>
        <source>Name the file: a picture, table or report of this program.</source>
        <translation>파일을 지정하세요. 이 프로그램에서 만든 그림, 표 또는 보고서입니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one word too many.</source>
        <translation>&quot;%1&quot;은(는) 필요 없는 인수입니다.</translation>
    </message>
    <message>
        <source>Shows what a picture, table or report says about itself: question, source files with sha256, digest of the numbers, program version.</source>
        <translation>그림, 표, 보고서에 담긴 출처 기록을 보여 줍니다: 질의 조건, 원본 파일과 sha256, 수치의 식별값, 프로그램 버전.</translation>
    </message>
    <message>
        <source>With a picture, table or report: asks its question again and says whether the workspace still gives the same numbers, or what changed (exit code 3). Without: reads every page and every block of the workspace and says what is damaged.</source>
        <translation>그림, 표, 보고서를 지정하면 그 질의를 다시 실행하여 작업공간의 수치가 여전히 같은지, 무엇이 달라졌는지 알려 줍니다(종료 코드 3). 지정하지 않으면 작업공간의 모든 페이지와 블록을 읽고 손상된 곳을 알려 줍니다.</translation>
    </message>
    <message>
        <source>answer a question as CSV, JSON, Excel or GeoPackage</source>
        <translation>질의 결과를 CSV, JSON, 엑셀, GeoPackage로 출력</translation>
    </message>
    <message>
        <source>draw the map of a question as PNG, PDF or SVG</source>
        <translation>질의 결과를 지도로 그리기(PNG, PDF, SVG)</translation>
    </message>
    <message>
        <source>show where an output file comes from</source>
        <translation>결과 파일의 출처 기록 보기</translation>
    </message>
    <message>
        <source>check an output against a workspace, or a workspace itself</source>
        <translation>결과 파일을 작업공간과 대조하거나 작업공간 자체를 점검</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 internal error, 2 wrong usage, 3 file refused or verify found changes, 4 input or output failed, 6 cancelled, 130 interrupted.</source>
        <translation>종료 코드: 0 완료, 1 내부 오류, 2 잘못된 사용, 3 파일 거부 또는 검증에서 변경 발견, 4 입출력 실패, 6 취소, 130 중단.</translation>
    </message>
    <message>
        <source>metres of a side of a square, or of a hexagon of the same area (default 500)</source>
        <translation>정사각형 한 변의 길이(m). 육각형은 같은 넓이(기본값 500)</translation>
    </message>
    <message>
        <source>an MBTiles, GeoPackage or GeoJSON file to lie beneath the map</source>
        <translation>지도 아래에 깔 MBTiles, GeoPackage 또는 GeoJSON 파일</translation>
    </message>
    <message>
        <source>The base map %1 does not exist.</source>
        <translation>배경지도 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Draws the map of a question frame by frame, on one colour scale, with the frames of the window: an animated GIF, an MP4 (where ffmpeg is installed) or numbered PNG files.</source>
        <translation>질문의 지도를 창에서 재생하는 장면 그대로, 하나의 색 척도로 장면마다 그립니다: 움직이는 GIF, MP4(ffmpeg가 설치된 경우) 또는 번호 붙은 PNG 파일.</translation>
    </message>
    <message>
        <source>what a frame stands for: an hour of the day, a day, a week, a month (default month)</source>
        <translation>한 장면의 단위: 시간대(hour), 일(day), 주(week), 월(month) (기본값 month)</translation>
    </message>
    <message>
        <source>frames per second, 0.1 to 30 (default 4); PNG files have none</source>
        <translation>초당 장면 수, 0.1–30 (기본값 4); PNG 파일에는 쓰지 않음</translation>
    </message>
    <message>
        <source>size in pixels (default %1)</source>
        <translation>픽셀 크기 (기본값 %1)</translation>
    </message>
    <message>
        <source>1 to 4: the same picture with that many times the pixels each way (default 1)</source>
        <translation>1–4: 같은 그림을 가로세로 그만큼 더 많은 픽셀로 (기본값 1)</translation>
    </message>
    <message>
        <source>draw a question frame by frame as GIF, MP4 or PNG files</source>
        <translation>질문을 장면마다 GIF, MP4 또는 PNG 파일로 그리기</translation>
    </message>
    <message>
        <source>There is no analysis &quot;%1&quot;.</source>
        <translation>&quot;%1&quot;이라는 분석은 없습니다.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>있는 것: %1.</translation>
    </message>
    <message>
        <source>Did you mean &quot;%1&quot;?</source>
        <translation>&quot;%1&quot;입니까?</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>기본값: %1</translation>
    </message>
    <message>
        <source>--set takes a parameter and its value, such as %1=…, not &quot;%2&quot;.</source>
        <translation>--set에는 %1=… 처럼 매개변수와 값을 쓰며 &quot;%2&quot;은(는) 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no parameter &quot;%2&quot;.</source>
        <translation>&quot;%1&quot;에는 &quot;%2&quot;이라는 매개변수가 없습니다.</translation>
    </message>
    <message>
        <source>Kept as run %1.</source>
        <translation>실행 %1번으로 보관했습니다.</translation>
    </message>
    <message>
        <source>No run is kept in this workspace.</source>
        <translation>이 작업 파일에 보관된 실행이 없습니다.</translation>
    </message>
    <message>
        <source>Run %1 was removed.</source>
        <translation>실행 %1번을 지웠습니다.</translation>
    </message>
    <message>
        <source>Name the analysis; &quot;mudeung analyses&quot; lists them.</source>
        <translation>분석 이름을 쓰십시오. &quot;mudeung analyses&quot;가 목록을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Lists the analyses; with a name, what it answers and its parameters with their defaults.</source>
        <translation>분석의 목록을 보입니다. 이름을 주면 무엇에 답하는지와 매개변수, 기본값을 보입니다.</translation>
    </message>
    <message>
        <source>Carries out an analysis. The rows go to stdout, what was found to stderr in plain sentences.</source>
        <translation>분석을 실행합니다. 행은 표준 출력으로, 알아낸 것은 문장으로 표준 오류에 나옵니다.</translation>
    </message>
    <message>
        <source>a parameter of the analysis; may be given several times</source>
        <translation>분석의 매개변수. 여러 번 줄 수 있음</translation>
    </message>
    <message>
        <source>keep the run in the workspace, where the window and &quot;mudeung runs&quot; find it</source>
        <translation>실행을 작업 파일에 보관해 창과 &quot;mudeung runs&quot;에서 볼 수 있게 함</translation>
    </message>
    <message>
        <source>Lists the runs kept in a workspace, shows or repeats one, or says why two differ.</source>
        <translation>작업 파일에 보관된 실행의 목록을 보이고, 하나를 보이거나 다시 실행하고, 둘이 왜 다른지 말합니다.</translation>
    </message>
    <message>
        <source>show this run</source>
        <translation>이 실행을 보임</translation>
    </message>
    <message>
        <source>run it again on the current data and say what changed</source>
        <translation>지금 자료로 다시 실행하고 달라진 점을 말함</translation>
    </message>
    <message>
        <source>why another run differs from this one</source>
        <translation>다른 실행이 이 실행과 왜 다른지</translation>
    </message>
    <message>
        <source>the other run</source>
        <translation>다른 실행</translation>
    </message>
    <message>
        <source>remove this run</source>
        <translation>이 실행을 지움</translation>
    </message>
    <message>
        <source>write the shown or repeated run into this file</source>
        <translation>보이거나 다시 한 실행을 이 파일에 씀</translation>
    </message>
    <message>
        <source>--compare and --with go together: two runs are compared.</source>
        <translation>--compare와 --with는 함께 씁니다. 두 실행을 비교합니다.</translation>
    </message>
    <message>
        <source>Use one of --show, --again, --compare and --remove.</source>
        <translation>--show, --again, --compare, --remove 중 하나만 쓰십시오.</translation>
    </message>
    <message>
        <source>list the analyses, or describe one with its parameters</source>
        <translation>분석 목록, 또는 한 분석과 매개변수 설명</translation>
    </message>
    <message>
        <source>carry out an analysis</source>
        <translation>분석 실행</translation>
    </message>
    <message>
        <source>list, repeat and compare the runs kept in a workspace</source>
        <translation>작업 파일에 보관된 실행의 목록, 다시 실행, 비교</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>읽는 중</translation>
    </message>
    <message>
        <source>Forecasting</source>
        <translation>예측하는 중</translation>
    </message>
    <message>
        <source>Forecasting was stopped; nothing was written.</source>
        <translation>예측을 중단했습니다. 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>--season takes lengths in steps such as 12 or 24,168, not &quot;%1&quot;.</source>
        <translation>--season에는 12 또는 24,168처럼 시점 수로 나타낸 주기를 씁니다. &quot;%1&quot;은(는) 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>--level takes per cents from 1 to 99.9 such as 80,95, not &quot;%1&quot;.</source>
        <translation>--level에는 80,95처럼 1부터 99.9까지의 백분율을 씁니다. &quot;%1&quot;은(는) 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>the file: a row per series and time, column names in the first row</source>
        <translation>파일: 계열과 시점마다 한 행, 첫 행은 열 이름</translation>
    </message>
    <message>
        <source>column that tells the series apart (without: the file is one series)</source>
        <translation>계열을 구분하는 열(없으면 파일 전체를 한 계열로 봄)</translation>
    </message>
    <message>
        <source>column of times: dates, 2020-03, 2020Q1, 2020-W05, years or 1, 2, 3 …</source>
        <translation>시점 열: 날짜, 2020-03, 2020Q1, 2020-W05, 연도 또는 1, 2, 3…</translation>
    </message>
    <message>
        <source>column of values; empty = not observed</source>
        <translation>값 열, 빈칸 = 관측되지 않음</translation>
    </message>
    <message>
        <source>steps after which things repeat: 12 for months, 7 for days, 24,168 for hours, 1 for none (default: from the times)</source>
        <translation>되풀이되는 주기(시점 수): 월 12, 일 7, 시간 24,168, 없으면 1(기본값: 시점에서 판단)</translation>
    </message>
    <message>
        <source>steps to forecast</source>
        <translation>예측할 시점 수</translation>
    </message>
    <message>
        <source>intervals, per cent</source>
        <translation>예측 구간(%)</translation>
    </message>
    <message>
        <source>auto (default) or one model for every series</source>
        <translation>auto(기본값) 또는 모든 계열에 쓸 모형 하나</translation>
    </message>
    <message>
        <source>bounds of the model stretched by the back-test&apos;s errors (default), the model&apos;s own, or from the errors alone</source>
        <translation>모형의 구간을 사후 검증 오차로 조정(기본값), 모형 그대로, 또는 오차만으로</translation>
    </message>
    <message>
        <source>windows of the back-test (default 9; 0: none)</source>
        <translation>사후 검증 구간 수(기본값 9, 0: 하지 않음)</translation>
    </message>
    <message>
        <source>threads (default: one per processor); the numbers are the same</source>
        <translation>스레드 수(기본값: 프로세서마다 하나), 결과 수치는 같음</translation>
    </message>
    <message>
        <source>written into the report; no model draws random numbers, so the forecasts are the same for any seed</source>
        <translation>보고서에 적음. 난수를 쓰는 모형이 없으므로 어떤 값이든 예측은 같음</translation>
    </message>
    <message>
        <source>write the forecasts into this CSV file (default: stdout)</source>
        <translation>예측을 쓸 CSV 파일(기본값: 표준 출력)</translation>
    </message>
    <message>
        <source>write accuracy, runners-up, remarks and odd values of every series into this file</source>
        <translation>계열별 정확도, 차순위 모형, 참고 사항, 이상값을 쓸 파일</translation>
    </message>
    <message>
        <source>Forecasts every series of a table and says how good the same method would have been in the past. Output columns: id, step, mean, lower and upper per level, model.</source>
        <translation>표의 모든 계열을 예측하고, 같은 방법이 과거에 얼마나 맞았을지 알려 줍니다. 출력 열: id, step, mean, 수준별 lower와 upper, model.</translation>
    </message>
    <message>
        <source>The folder of %1 does not exist. Make it or name another file.</source>
        <translation>%1의 폴더가 없습니다. 폴더를 만들거나 다른 파일 이름을 쓰십시오.</translation>
    </message>
    <message>
        <source>forecast every series of a table, with intervals</source>
        <translation>표의 모든 계열을 구간과 함께 예측</translation>
    </message>
    <message numerus="yes">
        <source>%n series, such as %1: %2</source>
        <translation>
            <numerusform>계열 %n개(예: %1): %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Only %1 values: too few for any model. The last value is repeated, and how wrong that is cannot be known.</source>
        <translation>값이 %1개뿐이어서 어떤 모형에도 너무 짧습니다. 마지막 값을 되풀이하며, 오차는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 values are too few for a back-test: how good the forecast would have been in the past is not known.</source>
        <translation>값 %1개는 사후 검증에 너무 적습니다. 이 예측이 과거에 얼마나 맞았을지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The series is long enough for a back-test of %1 windows only.</source>
        <translation>계열이 짧아 사후 검증을 구간 %1개로만 했습니다.</translation>
    </message>
    <message>
        <source>Not better than repeating the last season: scaled error %1 against %2.</source>
        <translation>지난 주기를 되풀이하는 것보다 낫지 않습니다. 척도화 오차 %1, 비교 기준 %2.</translation>
    </message>
    <message>
        <source>The back-test has %1 errors, too few for an interval of %2 % from them; the model&apos;s own is given.</source>
        <translation>사후 검증 오차가 %1개뿐이어서 %2 % 구간을 만들 수 없습니다. 모형의 구간을 씁니다.</translation>
    </message>
    <message>
        <source>In the back-test %1 of the values lay inside the interval of %2 %.</source>
        <translation>사후 검증에서 값의 %1가 %2 % 구간 안에 들었습니다.</translation>
    </message>
    <message>
        <source>%1 missing values were bridged.</source>
        <translation>빠진 값 %1개를 이어서 처리했습니다.</translation>
    </message>
    <message>
        <source>%1 of the values are 0: models for intermittent demand were tried.</source>
        <translation>값의 %1가 0이므로 간헐 수요 모형을 시험했습니다.</translation>
    </message>
    <message>
        <source>A season of %1 steps cannot be seen: the series covers fewer than two of them.</source>
        <translation>시점 %1개의 주기는 두 번이 되지 않아 알아볼 수 없습니다.</translation>
    </message>
    <message>
        <source>All values are the same.</source>
        <translation>모든 값이 같습니다.</translation>
    </message>
    <message>
        <source>A horizon of %1 steps is more than half the length of the known series; read the far end with care.</source>
        <translation>예측 기간(시점 %1개)이 관측 기간의 절반을 넘습니다. 먼 시점은 주의해서 보십시오.</translation>
    </message>
    <message>
        <source>The model that was asked for does not suit this series; another one was used.</source>
        <translation>요청한 모형이 이 계열에 맞지 않아 다른 모형을 썼습니다.</translation>
    </message>
    <message>
        <source>Models: %1</source>
        <translation>모형: %1</translation>
    </message>
    <message>
        <source>Back-test: MASE %1 (seasonal naive %2), RMSSE %3; better than seasonal naive in %4 of %5 series.</source>
        <translation>사후 검증: MASE %1(계절 단순 예측 %2), RMSSE %3. 계열 %5개 중 %4개에서 계절 단순 예측보다 낫습니다.</translation>
    </message>
    <message>
        <source>Interval of %1 %: %2 of the back-test&apos;s values lay inside.</source>
        <translation>%1 % 구간: 사후 검증 값의 %2가 안에 들었습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n series, season %1</source>
        <translation>
            <numerusform>계열 %n개, 계절 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>write the result with its receipt into this file: .csv, .json, .xlsx or .gpkg; as a page with map, charts and findings: .png, .pdf or .svg</source>
        <translation>결과를 출처 기록과 함께 이 파일에 씁니다: .csv, .json, .xlsx, .gpkg. 지도, 차트, 발견한 내용을 한 쪽에 담으려면: .png, .pdf, .svg</translation>
    </message>
    <message>
        <source>--calendar looks up holidays by date; the times in this file are not daily dates.</source>
        <translation>--calendar는 날짜별 공휴일을 압니다. 이 파일의 시간은 하루 단위 날짜가 아닙니다.</translation>
    </message>
    <message>
        <source>columns of numbers that are known in advance (events, prices, weather): rows after the last value, with the value left empty, give them for the horizon</source>
        <translation>미리 아는 수의 열(행사, 요금, 날씨). 마지막 값 뒤에 값을 비운 행이 예측 구간의 수를 알려 줍니다</translation>
    </message>
    <message>
        <source>daily series: Korean holidays, lunar ones too, and school vacations are known ahead</source>
        <translation>일별 계열: 음력 명절을 포함한 한국 공휴일과 방학을 미리 아는 것으로 씁니다</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>This dataset says nothing about dates, so periods cannot be compared.</source>
        <translation>이 자료에는 날짜가 없어 기간을 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>There is no data for %1 … %2. Choose a shorter or later period, or compare with other days.</source>
        <translation>%1 ~ %2의 자료가 없습니다. 더 짧거나 늦은 기간을 고르거나 다른 날과 비교하십시오.</translation>
    </message>
    <message>
        <source>a year before (%1)</source>
        <translation>1년 전(%1)</translation>
    </message>
    <message>
        <source>the period before (%1)</source>
        <translation>직전 기간(%1)</translation>
    </message>
    <message>
        <source>“%1” counts nothing else in the same unit: there is no flow the other way to compare with. Compare with another time instead.</source>
        <translation>“%1”에는 같은 단위로 센 다른 측정값이 없어 반대 방향의 흐름과 비교할 수 없습니다. 다른 기간과 비교하세요.</translation>
    </message>
</context>
<context>
    <name>Cube</name>
    <message>
        <source>The query was stopped before it was complete.</source>
        <translation>질의가 완료되기 전에 중단되었습니다.</translation>
    </message>
    <message>
        <source>The area is not a polygon. Give a WKT POLYGON or MULTIPOLYGON with longitude and latitude.</source>
        <translation>지역이 폴리곤이 아닙니다. 경도와 위도로 된 WKT POLYGON 또는 MULTIPOLYGON을 지정하세요.</translation>
    </message>
    <message>
        <source>The workspace is being written to. Ask again when the import is done.</source>
        <translation>작업공간에 쓰는 중입니다. 가져오기가 끝난 뒤 다시 질의하세요.</translation>
    </message>
    <message>
        <source>“%1” has no measure “%2”. It has: %3.</source>
        <translation>“%1”에 측정값 “%2”이(가) 없습니다. 있는 측정값: %3.</translation>
    </message>
    <message>
        <source>“%1” does not tell groups of people apart, so it cannot be filtered by the group “%2”. Leave out the groups.</source>
        <translation>“%1”은(는) 집단을 구분하지 않으므로 집단 “%2”(으)로 거를 수 없습니다. 집단 조건을 빼세요.</translation>
    </message>
    <message>
        <source>“%1” has no group “%2”. It has: %3.</source>
        <translation>“%1”에 집단 “%2”이(가) 없습니다. 있는 집단: %3.</translation>
    </message>
    <message>
        <source>“%1” has no hours, so it cannot be filtered by hour. Leave out the hours.</source>
        <translation>“%1”에는 시간대가 없으므로 시간대로 거를 수 없습니다. 시간대 조건을 빼세요.</translation>
    </message>
    <message>
        <source>“%1” has the hours %2 only; none of the hours asked for is among them.</source>
        <translation>“%1”에는 %2시의 시간대만 있으며, 요청한 시간대는 여기에 포함되지 않습니다.</translation>
    </message>
    <message>
        <source>The data has the hours %1 only.</source>
        <translation>자료에는 %1시의 시간대만 있습니다.</translation>
    </message>
    <message>
        <source>The period needs a first and a last day, the earlier one first.</source>
        <translation>기간에는 시작일과 종료일이 필요하며, 시작일이 앞서야 합니다.</translation>
    </message>
    <message>
        <source>“%1” has only whole years. Ask for the period %2.</source>
        <translation>“%1”은(는) 연 단위 자료만 있습니다. 기간을 %2(으)로 지정하세요.</translation>
    </message>
    <message>
        <source>“%1” has only whole months. Ask for the period %2.</source>
        <translation>“%1”은(는) 월 단위 자료만 있습니다. 기간을 %2(으)로 지정하세요.</translation>
    </message>
    <message>
        <source>“%1” has no daily data, so it cannot be filtered by day type. Leave out the days.</source>
        <translation>“%1”에는 일별 자료가 없으므로 요일 유형으로 거를 수 없습니다. 요일 조건을 빼세요.</translation>
    </message>
    <message>
        <source>No day type is chosen. Choose weekdays, Saturdays or Sundays and holidays.</source>
        <translation>선택한 요일 유형이 없습니다. 평일, 토요일, 일요일·공휴일 중에서 선택하세요.</translation>
    </message>
    <message>
        <source>“%1” holds the period %2; the period asked for lies outside.</source>
        <translation>“%1”의 자료 기간은 %2이며, 요청한 기간은 이 범위를 벗어납니다.</translation>
    </message>
    <message>
        <source>The data covers %1 only.</source>
        <translation>자료의 기간은 %1뿐입니다.</translation>
    </message>
    <message>
        <source>The code %1 is both an area and a place; the area was taken. Write place:%1 for the place.</source>
        <translation>코드 %1은(는) 지역이면서 장소이기도 하여 지역으로 처리했습니다. 장소를 지정하려면 place:%1 형식으로 쓰세요.</translation>
    </message>
    <message>
        <source>“%1” is a layer and holds no numbers. Ask a dataset of counts.</source>
        <translation>“%1”은(는) 레이어이므로 수치가 없습니다. 수치 자료에 질의하세요.</translation>
    </message>
    <message>
        <source>No area or place has the code “%1”. Known codes begin with: %2.</source>
        <translation>코드가 “%1”인 지역이나 장소가 없습니다. 등록된 코드 예: %2.</translation>
    </message>
    <message>
        <source>“%1” does not tell groups of people apart, so it cannot be shown by group.</source>
        <translation>“%1”은(는) 집단을 구분하지 않으므로 집단별로 표시할 수 없습니다.</translation>
    </message>
    <message>
        <source>“%1” has no hours, so it cannot be shown by hour.</source>
        <translation>“%1”에는 시간대가 없으므로 시간대별로 표시할 수 없습니다.</translation>
    </message>
    <message>
        <source>“%1” has no hours, so it cannot be shown by hour and weekday.</source>
        <translation>“%1”에는 시간대가 없으므로 요일·시간대별로 표시할 수 없습니다.</translation>
    </message>
    <message>
        <source>“%1” has no daily data, so it cannot be shown by hour and weekday. Show it by hour.</source>
        <translation>“%1”에는 일별 자료가 없으므로 요일·시간대별로 표시할 수 없습니다. 시간대별로 표시하세요.</translation>
    </message>
    <message>
        <source>“%1” has no daily data, so it cannot be shown by day.</source>
        <translation>“%1”에는 일별 자료가 없으므로 일별로 표시할 수 없습니다.</translation>
    </message>
    <message>
        <source>“%1” has year totals only, so it cannot be shown by month.</source>
        <translation>“%1”에는 연간 합계만 있으므로 월별로 표시할 수 없습니다.</translation>
    </message>
    <message>
        <source>The places of “%1” are larger than dongs, so it cannot be shown by dong. Show it by place.</source>
        <translation>“%1”의 장소는 행정동보다 넓으므로 행정동별로 표시할 수 없습니다. 장소별로 표시하세요.</translation>
    </message>
    <message>
        <source>The workspace has no dong boundaries. Import a boundary layer, then ask by dong.</source>
        <translation>작업공간에 행정동 경계가 없습니다. 경계 레이어를 가져온 뒤 행정동별로 질의하세요.</translation>
    </message>
    <message>
        <source>%1:00 next day</source>
        <translation>다음 날 %1:00</translation>
    </message>
    <message>
        <source>outside / not located</source>
        <translation>구역 밖 / 위치 미상</translation>
    </message>
    <message numerus="yes">
        <source>The data lacks %n of the days asked for.</source>
        <translation>
            <numerusform>요청한 날짜 중 %n일의 자료가 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 places have no coordinates; they hold %3 of the total.</source>
        <translation>장소 %2곳 중 %1곳은 좌표가 없으며, 전체 값의 %3에 해당합니다.</translation>
    </message>
    <message>
        <source>%1 of %2 places have no coordinates.</source>
        <translation>장소 %2곳 중 %1곳은 좌표가 없습니다.</translation>
    </message>
    <message>
        <source>Values are means over the observed hours, days and places.</source>
        <translation>값은 관측된 시간대, 일, 장소의 평균입니다.</translation>
    </message>
    <message>
        <source>No place lies in the area asked for.</source>
        <translation>요청한 지역 안에 장소가 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 외 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) without coordinates cannot be assigned to an area.</source>
        <translation>
            <numerusform>좌표가 없는 장소 %n곳은 지역에 배정할 수 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The data holds nothing, on any day, for these hours: %1.</source>
        <translation>다음 시간대는 자료에 어느 날도 값이 없습니다: %1.</translation>
    </message>
    <message>
        <source>The sums of this data could not be prepared.</source>
        <translation>이 자료의 합계를 준비하지 못했습니다.</translation>
    </message>
    <message>
        <source>Values are means over the observed hours and days, added over the groups and places asked for.</source>
        <translation>값은 관측된 시간과 날의 평균이며, 요청한 집단과 장소에 걸쳐 더한 것입니다.</translation>
    </message>
    <message>
        <source>“%1” has no hourly data for each day, so it cannot be shown by day and hour.</source>
        <translation>“%1”에는 일별 시간대 자료가 없어 일·시간별로 나타낼 수 없습니다.</translation>
    </message>
    <message>
        <source>“%1” has no daily data, so it cannot be filtered by weekday. Leave out the weekdays.</source>
        <translation>“%1”에는 하루 단위 자료가 없어 요일로 거를 수 없습니다. 요일 조건을 빼십시오.</translation>
    </message>
    <message>
        <source>“%1” has year totals only, so it cannot be filtered by month. Leave out the months.</source>
        <translation>“%1”에는 연간 합계만 있어 월로 거를 수 없습니다. 월 조건을 빼십시오.</translation>
    </message>
    <message>
        <source>No weekday or no month is chosen. Choose at least one of each.</source>
        <translation>선택한 요일이나 월이 없습니다. 각각 하나 이상 고르십시오.</translation>
    </message>
    <message>
        <source>“%1” has no hours, so it cannot be shown by hour and month.</source>
        <translation>“%1”에는 시간 자료가 없어 시간·월별로 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>“%1” has year totals only, so it cannot be shown by hour and month. Show it by hour.</source>
        <translation>“%1”에는 연간 합계만 있어 시간·월별로 볼 수 없습니다. 시간별로 보십시오.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Place code</source>
        <translation>장소 코드</translation>
    </message>
    <message>
        <source>Dong code</source>
        <translation>행정동 코드</translation>
    </message>
    <message>
        <source>Group code</source>
        <translation>집단 코드</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>구분값</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>Dong</source>
        <translation>행정동</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>집단</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Weekday and hour</source>
        <translation>요일·시간대</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Day and hour</source>
        <translation>날짜·시간대</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>월</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>내보내기가 취소되었습니다. 저장된 것은 없습니다.</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>순위</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>%1 per km²</source>
        <translation>%1, km²당</translation>
    </message>
    <message>
        <source>Sum as stored</source>
        <translation>저장된 합</translation>
    </message>
    <message>
        <source>Observed cells</source>
        <translation>관측 칸 수</translation>
    </message>
    <message>
        <source>A GeoPackage holds places or dongs; an answer by “%1” has neither. Ask by place or dong, or write .xlsx or .csv.</source>
        <translation>GeoPackage에는 장소나 행정동을 담습니다. “%1” 기준의 결과에는 둘 다 없습니다. 장소나 행정동 기준으로 질의하거나 .xlsx 또는 .csv로 저장하세요.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be written: %2.</source>
        <translation>“%1” 파일을 저장할 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>check the folder and the free space</source>
        <translation>폴더와 남은 용량을 확인하세요</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>파일 %1을(를) 읽을 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>%1 has no receipt. Files of other programs have none, and pictures lose theirs when they are edited, converted or sent through a messenger; a CSV keeps it in %2. Use the file as it was written.</source>
        <translation>%1에는 출처 기록이 없습니다. 다른 프로그램의 파일에는 없으며, 그림은 편집·변환하거나 메신저로 보내면 기록이 사라집니다. CSV의 기록은 %2에 있습니다. 처음 저장된 파일을 그대로 사용하세요.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>폴더입니다</translation>
    </message>
    <message>
        <source>it is larger than 1 GB, and so no output of this program</source>
        <translation>1 GB보다 커서 이 프로그램의 결과 파일이 아닙니다</translation>
    </message>
    <message>
        <source>%1 is a workspace; only outputs made from one have a receipt.</source>
        <translation>%1은(는) 작업공간입니다. 출처 기록은 작업공간에서 만든 결과 파일에만 있습니다.</translation>
    </message>
    <message>
        <source>A table cannot be saved as “%1”. Use .csv, .xlsx, .gpkg or .json.</source>
        <translation>“%1”은(는) 표로 저장할 수 있는 파일 형식이 아닙니다. .csv, .xlsx, .gpkg, .json을 사용하세요.</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>합</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>경도</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>위도</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>For “mudeung verify”; leave the cells below as they are.</source>
        <translation>“mudeung verify”용 기록입니다. 아래 칸을 그대로 두세요.</translation>
    </message>
    <message>
        <source>A sheet of a workbook holds 1,048,576 rows, which is too few for this answer. Write it as .csv, or ask about a shorter period.</source>
        <translation>엑셀 시트에는 1,048,576행까지만 담을 수 있어 이 결과를 저장할 수 없습니다. .csv로 저장하거나 기간을 줄이세요.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>A cell of the workbook was refused.</source>
        <translation>엑셀 파일의 칸 하나를 쓸 수 없었습니다.</translation>
    </message>
    <message>
        <source>Month and hour</source>
        <translation>월·시간</translation>
    </message>
    <message>
        <source>%1 per day</source>
        <comment>unit</comment>
        <translation>하루 평균 %1</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>증감</translation>
    </message>
    <message>
        <source>Relative change</source>
        <translation>증감률</translation>
    </message>
    <message>
        <source>Noise band ±</source>
        <translation>평소 변동 범위 ±</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>A comparison cannot be saved as “%1”. Use .csv or .xlsx.</source>
        <translation>“%1”은(는) 비교를 저장할 수 있는 파일 종류가 아닙니다. .csv 또는 .xlsx를 쓰십시오.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>What this does not say:</source>
        <translation>이 결과가 말하지 않는 것:</translation>
    </message>
    <message>
        <source>This result has no table. Write it as .json.</source>
        <translation>이 결과에는 표가 없습니다. .json으로 쓰십시오.</translation>
    </message>
    <message>
        <source>A result cannot be saved as “%1”. Use .%2.</source>
        <translation>“%1”은(는) 결과를 쓸 수 있는 파일 형식이 아닙니다. .%2 중에서 고르십시오.</translation>
    </message>
    <message>
        <source>A GeoPackage holds places, dongs or cells; this result has none of them. Write .xlsx or .csv.</source>
        <translation>GeoPackage에는 지점, 행정동, 셀이 들어가는데 이 결과에는 없습니다. .xlsx나 .csv로 쓰십시오.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>period</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>day types</source>
        <translation>요일 유형</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>집단</translation>
    </message>
    <message>
        <source>area</source>
        <translation>지역</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 ~ %2</translation>
    </message>
    <message>
        <source>less than 1 s</source>
        <translation>1초 미만</translation>
    </message>
</context>
<context>
    <name>Frames</name>
    <message>
        <source>%1 (%2)</source>
        <comment>date (weekday)</comment>
        <translation>%1(%2)</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>%1 is a damaged zip archive: its table of contents cannot be read. Download it again.</source>
        <translation>%1: 압축 파일(ZIP)의 목차를 읽을 수 없어 손상된 것으로 보입니다. 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>%1 would unpack to %2, far more than published data does: it looks like a zip bomb and is not opened.</source>
        <translation>%1: 압축을 풀면 크기가 %2에 이르러 공개 자료의 크기를 크게 넘습니다. 압축 폭탄으로 의심되어 열지 않습니다.</translation>
    </message>
    <message>
        <source>%1 holds %2 files, more than the %3 that an archive of data may hold. Unpack it and open the file you need.</source>
        <translation>%1: 파일이 %2개 들어 있어 자료 압축 파일의 한도인 %3개를 넘습니다. 압축을 풀고 필요한 파일을 여세요.</translation>
    </message>
    <message>
        <source>%1 holds a file named &quot;%2&quot; that points outside the archive; it is not opened.</source>
        <translation>%1: 압축 파일 밖을 가리키는 파일 &quot;%2&quot;이(가) 들어 있어 열지 않습니다.</translation>
    </message>
    <message>
        <source>%1 holds only further archives. Unpack it and open the inner file.</source>
        <translation>%1: 다른 압축 파일만 들어 있습니다. 압축을 풀고 안쪽 파일을 여세요.</translation>
    </message>
    <message>
        <source>%1 holds no table or map layer (CSV, XLSX, XLS, ODS, JSON, Shapefile, GeoPackage, GML, KML).</source>
        <translation>%1: 표나 지도 레이어(CSV, XLSX, XLS, ODS, JSON, Shapefile, GeoPackage, GML, KML)가 없습니다.</translation>
    </message>
    <message>
        <source>&quot;%2&quot; in %1 is protected by a password. Unpack it and open the file itself.</source>
        <translation>%1: &quot;%2&quot; 파일이 암호로 보호되어 있습니다. 압축을 풀고 해당 파일을 직접 여세요.</translation>
    </message>
    <message>
        <source>The polygons of %1 cannot be joined into one area.</source>
        <translation>%1: 폴리곤을 하나의 지역으로 합칠 수 없습니다.</translation>
    </message>
    <message>
        <source>The area file %1 cannot be read; check the name and your permission.</source>
        <translation>지역 파일 %1을(를) 읽을 수 없습니다. 이름과 읽기 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>%1 is not a file with polygons; an area can be a GeoJSON, Shapefile or GeoPackage.</source>
        <translation>%1: 폴리곤 파일이 아닙니다. 지역은 GeoJSON, Shapefile 또는 GeoPackage 파일로 지정할 수 있습니다.</translation>
    </message>
    <message>
        <source>The coordinate system of %1 is not known.</source>
        <translation>%1: 좌표계를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Feature %1 of %2 has coordinates that do not fit its coordinate system.</source>
        <translation>%2: 객체 %1의 좌표가 파일의 좌표계와 맞지 않습니다.</translation>
    </message>
    <message>
        <source>%1 holds no polygon; draw or choose an area and save it.</source>
        <translation>%1: 폴리곤이 없습니다. 지역을 그리거나 선택하여 저장하세요.</translation>
    </message>
    <message>
        <source>%1 fields under %2 column names</source>
        <translation>열 이름 %2개에 필드 %1개</translation>
    </message>
    <message>
        <source>the line ends after %1 of %2 fields</source>
        <translation>필드 %2개 중 %1개에서 행이 끝남</translation>
    </message>
    <message>
        <source>not a date of this layout</source>
        <translation>이 서식의 날짜가 아님</translation>
    </message>
    <message>
        <source>not an hour of the day</source>
        <translation>하루의 시간대가 아님</translation>
    </message>
    <message>
        <source>a value that the profile does not know</source>
        <translation>프로파일에 없는 값</translation>
    </message>
    <message>
        <source>Line %1: “%2” is %3. Counts are never negative, so the whole file is refused.</source>
        <translation>%1행: “%2”의 값이 %3입니다. 집계값은 음수일 수 없으므로 파일 전체를 거부했습니다.</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>숫자가 아님</translation>
    </message>
    <message>
        <source>not a whole number</source>
        <translation>정수가 아님</translation>
    </message>
    <message>
        <source>too large to be a count</source>
        <translation>집계값으로 보기에 너무 큼</translation>
    </message>
    <message>
        <source>Line %1: the sum of the file is too large to be true.</source>
        <translation>%1행: 파일의 합계가 사실로 보기에 너무 큽니다.</translation>
    </message>
    <message>
        <source>damaged quotation marks</source>
        <translation>따옴표 손상</translation>
    </message>
    <message>
        <source>no place code</source>
        <translation>장소 코드가 없음</translation>
    </message>
    <message>
        <source>%1 of %2 rows cannot be read, more than a fifth. The first is line %3, “%4” in “%5”: %6.</source>
        <translation>행 %2개 중 %1개를 읽을 수 없어 5분의 1을 넘습니다. 첫 번째는 %3행, “%5”의 “%4”: %6.</translation>
    </message>
    <message>
        <source>The file has no rows that hold data.</source>
        <translation>파일에 자료가 담긴 행이 없습니다.</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>코드 없음</translation>
    </message>
    <message>
        <source>No row has coordinates.</source>
        <translation>좌표가 있는 행이 없습니다.</translation>
    </message>
    <message>
        <source>The coordinate system was given.</source>
        <translation>좌표계를 직접 지정했습니다.</translation>
    </message>
    <message>
        <source>The file says so.</source>
        <translation>파일에 명시되어 있습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be opened. Check that the file still exists and that you may read it.</source>
        <translation>%1: 열 수 없습니다. 파일이 그대로 있는지, 읽기 권한이 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>%1 ends earlier than it should: it is damaged, or it changed while it was being read. Copy or download the file again.</source>
        <translation>%1: 파일이 예상보다 일찍 끝납니다. 손상되었거나 읽는 동안 변경되었습니다. 파일을 다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>%1 cannot be read a second time. Copy it to a local folder and try again.</source>
        <translation>%1: 다시 읽을 수 없습니다. 로컬 폴더로 복사한 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The values are longitudes 124–132 and latitudes 33–39.</source>
        <translation>값이 경도 124–132, 위도 33–39의 범위에 있습니다.</translation>
    </message>
    <message>
        <source>The values are degrees with latitude in the first column: the two columns were exchanged.</source>
        <translation>값이 도 단위이고 첫 번째 열이 위도여서 두 열을 서로 바꾸었습니다.</translation>
    </message>
    <message>
        <source>The coordinates fit no coordinate system used in Korea.</source>
        <translation>좌표가 한국에서 쓰는 어떤 좌표계와도 맞지 않습니다.</translation>
    </message>
    <message>
        <source> The northing stands in the first column.</source>
        <translation> 첫 번째 열이 북쪽 방향 좌표(N)입니다.</translation>
    </message>
    <message>
        <source>%1 brings the points closest to places already in the workspace (median %2 m).</source>
        <translation>%1 좌표계를 적용하면 점들이 작업공간의 기존 장소에 가장 가깝습니다(중앙값 %2 m).</translation>
    </message>
    <message>
        <source>Only %1 puts the points in Korea.</source>
        <translation>점들이 한국 안에 놓이는 좌표계는 %1뿐입니다.</translation>
    </message>
    <message>
        <source>%1 was guessed from the values; %2 would also put the points in Korea. Please check the map.</source>
        <translation>값을 보고 %1 좌표계로 추정했습니다. %2 좌표계에서도 점들이 한국 안에 놓입니다. 지도를 확인하세요.</translation>
    </message>
    <message>
        <source>The coordinate system “%1” is not known.</source>
        <translation>좌표계 “%1”을(를) 알 수 없습니다.</translation>
    </message>
    <message>
        <source>There is no way from the coordinate system “%1” to longitude and latitude.</source>
        <translation>좌표계 “%1”을(를) 경도와 위도로 변환할 방법이 없습니다.</translation>
    </message>
    <message>
        <source>%1 holds no text, only blank lines. Download the file again.</source>
        <translation>%1: 빈 줄만 있고 내용이 없습니다. 파일을 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>%1 has a quotation mark in line %2 that is never closed, so the end of the row cannot be told. Correct that line.</source>
        <translation>%1: %2행의 따옴표가 닫히지 않아 행의 끝을 알 수 없습니다. 해당 행을 고치세요.</translation>
    </message>
    <message>
        <source>Line %2 of %1 is longer than %3 without a line break: this is not a table of rows. Download the file again or export it as CSV.</source>
        <translation>%1: %2행이 줄 바꿈 없이 %3보다 길어 행으로 된 표가 아닙니다. 파일을 다시 내려받거나 CSV로 내보내세요.</translation>
    </message>
    <message>
        <source>%1 NUL bytes were left out of the text.</source>
        <translation>텍스트에서 NUL 바이트 %1개를 뺐습니다.</translation>
    </message>
    <message>
        <source>%1 replacement characters (U+FFFD) stand where letters were lost before the file reached this program.</source>
        <translation>파일이 프로그램에 전달되기 전에 글자가 손실된 자리에 대체 문자(U+FFFD) %1개가 있습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check that the file exists and that you may read it.</source>
        <translation>%1: 읽을 수 없습니다. 파일이 있는지, 읽기 권한이 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was changed.</source>
        <translation>가져오기가 취소되었습니다. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>Reading %1 failed. Copy it to a local folder and try again.</source>
        <translation>%1: 읽지 못했습니다. 로컬 폴더로 복사한 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>“%1” does not state its year, either inside or in its name. Give the year.</source>
        <translation>“%1”의 내용과 파일 이름 어디에도 연도가 없습니다. 연도를 지정하세요.</translation>
    </message>
    <message>
        <source>%1 is not a possible year for data.</source>
        <translation>%1은(는) 자료의 연도로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The name of “%1” is dated %2-%3, but the rows go on to month %4: they must be of another year. Give the year.</source>
        <translation>“%1”의 파일 이름에 적힌 날짜는 %2-%3이지만 행은 %4월까지 있으므로 다른 연도의 자료입니다. 연도를 지정하세요.</translation>
    </message>
    <message>
        <source>The file name is dated 1 January %1: the counts may be of the year before. They were stored under %1; import with the right year if that is wrong.</source>
        <translation>파일 이름의 날짜가 %1년 1월 1일이므로 전년도 자료일 수 있습니다. %1년 자료로 저장했습니다. 잘못되었다면 올바른 연도를 지정하여 다시 가져오세요.</translation>
    </message>
    <message>
        <source>“%1” does not look right. %2 Nothing was imported. If the file is correct, choose to import it anyway.</source>
        <translation>“%1”의 내용이 이상합니다. %2 아무것도 가져오지 않았습니다. 내용이 맞다면 그래도 가져오기를 선택하세요.</translation>
    </message>
    <message>
        <source>The sums stored differ from the sums read. Please check the table of sums.</source>
        <translation>저장된 합계가 읽은 합계와 다릅니다. 합계 표를 확인하세요.</translation>
    </message>
    <message>
        <source>Writing the workspace</source>
        <translation>작업공간에 쓰는 중</translation>
    </message>
    <message>
        <source>%1 of %2 rows have no code.</source>
        <translation>행 %2개 중 %1개에 코드가 없습니다.</translation>
    </message>
    <message>
        <source>Opening the file</source>
        <translation>파일을 여는 중</translation>
    </message>
    <message>
        <source>Reading rows</source>
        <translation>행을 읽는 중</translation>
    </message>
    <message>
        <source>“%1” does not fit in memory. Split it into months.</source>
        <translation>“%1”을(를) 메모리에 담을 수 없습니다. 월별로 나누세요.</translation>
    </message>
    <message>
        <source>The import of “%1” failed.</source>
        <translation>“%1”을(를) 가져오지 못했습니다.</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>“%1”이(가) 비어 있습니다.</translation>
    </message>
    <message>
        <source>The file fits no known layout. The nearest profile is “%1”. %2</source>
        <translation>파일이 알려진 서식과 맞지 않습니다. 가장 가까운 프로파일은 “%1”입니다. %2</translation>
    </message>
    <message>
        <source>%1 is not valid JSON: reading stopped in line %2, column %3. The download may be incomplete; get the file again.</source>
        <translation>%1: 올바른 JSON이 아닙니다. %2행 %3열에서 읽기가 중단되었습니다. 내려받기가 완료되지 않았을 수 있으므로 파일을 다시 받으세요.</translation>
    </message>
    <message>
        <source>%1 holds no list of objects, so there are no rows to read. Download the data as CSV.</source>
        <translation>%1: 객체 목록이 없어 읽을 행이 없습니다. 자료를 CSV로 내려받으세요.</translation>
    </message>
    <message>
        <source>%1 could not be read as JSON.</source>
        <translation>%1: JSON으로 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>hour columns</source>
        <translation>시간대 열</translation>
    </message>
    <message>
        <source>columns of values</source>
        <translation>값 열(여러 개)</translation>
    </message>
    <message>
        <source>a column of values</source>
        <translation>값 열</translation>
    </message>
    <message>
        <source>a column that says what is counted</source>
        <translation>집계 대상을 나타내는 열</translation>
    </message>
    <message>
        <source>coordinates</source>
        <translation>좌표</translation>
    </message>
    <message>
        <source>another kind of file</source>
        <translation>다른 종류의 파일</translation>
    </message>
    <message>
        <source>Missing: %1.</source>
        <translation>없는 항목: %1.</translation>
    </message>
    <message>
        <source>The columns fit, but only %1 of the values in “%2” make sense.</source>
        <translation>열은 맞지만 “%2”의 값 중 %1만 타당합니다.</translation>
    </message>
    <message>
        <source>%1 of %2 columns are known and the file name fits.</source>
        <translation>열 %2개 중 %1개를 인식했으며 파일 이름도 맞습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 columns are known.</source>
        <translation>열 %2개 중 %1개를 인식했습니다.</translation>
    </message>
    <message>
        <source>There is no profile “%1”. Known profiles: %2.</source>
        <translation>프로파일 “%1”이(가) 없습니다. 등록된 프로파일: %2.</translation>
    </message>
    <message>
        <source>“%1” holds no table: no row with column names was found.</source>
        <translation>“%1”에 표가 없습니다. 열 이름이 있는 행을 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>“%1” fits no known layout. Columns found: %2. The nearest profile is “%3”. %4 Choose the columns by hand or add a profile.</source>
        <translation>“%1”이(가) 알려진 서식과 맞지 않습니다. 찾은 열: %2. 가장 가까운 프로파일은 “%3”입니다. %4 열을 직접 선택하거나 프로파일을 추가하세요.</translation>
    </message>
    <message>
        <source>“%1” fits no known layout. Columns found: %2.</source>
        <translation>“%1”이(가) 알려진 서식과 맞지 않습니다. 찾은 열: %2.</translation>
    </message>
    <message>
        <source>“%1” has column names but no rows.</source>
        <translation>“%1”에 열 이름만 있고 행이 없습니다.</translation>
    </message>
    <message>
        <source>Some texts of %1 were cut in the middle of a letter by the width of their field.</source>
        <translation>%1: 필드 길이 제한 때문에 글자 중간에서 잘린 텍스트가 있습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be decoded as %2: feature %3, field %4 holds the undecodable byte 0x%5. Choose another encoding.</source>
        <translation>%1: %2 인코딩으로 해독할 수 없습니다. 객체 %3의 필드 %4에 해독할 수 없는 바이트(0x%5)가 있습니다. 다른 인코딩을 선택하세요.</translation>
    </message>
    <message>
        <source>%1 is damaged after feature %2. Download it again.</source>
        <translation>%1: 객체 %2 다음부터 손상되었습니다. 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>The encoding %1 is not known.</source>
        <translation>인코딩 %1을(를) 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The encoding was chosen by hand.</source>
        <translation>인코딩을 직접 선택했습니다.</translation>
    </message>
    <message>
        <source>The file beside the table declares %1.</source>
        <translation>표와 함께 있는 파일에 인코딩이 %1(으)로 명시되어 있습니다.</translation>
    </message>
    <message>
        <source>All texts of the attribute table are valid UTF-8.</source>
        <translation>속성표의 모든 텍스트가 올바른 UTF-8입니다.</translation>
    </message>
    <message>
        <source>The attribute table is not UTF-8 and declares no other encoding: read as CP949.</source>
        <translation>속성표가 UTF-8이 아니며 다른 인코딩도 명시되어 있지 않아 CP949로 읽었습니다.</translation>
    </message>
    <message>
        <source>The file beside the table declares %1, but the texts are not in that encoding.</source>
        <translation>표와 함께 있는 파일에는 인코딩이 %1(으)로 명시되어 있지만 실제 텍스트는 그 인코딩이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 cannot be opened as a map layer: it is damaged or parts of it are missing. Download it again.</source>
        <translation>%1: 지도 레이어로 열 수 없습니다. 손상되었거나 일부 파일이 없습니다. 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>%1 has no layer named &quot;%2&quot;.</source>
        <translation>%1: 이름이 &quot;%2&quot;인 레이어가 없습니다.</translation>
    </message>
    <message>
        <source>The format is always UTF-8.</source>
        <translation>이 형식은 항상 UTF-8입니다.</translation>
    </message>
    <message>
        <source>The profile “%1” is wrong at %2.</source>
        <translation>프로파일 “%1”에 오류가 있습니다. 위치: %2.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>서식</translation>
    </message>
    <message>
        <source>Profile and score</source>
        <translation>프로파일과 점수</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>좌표</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>가져온 시각</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>읽은 행</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>저장된 행</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>제외된 행</translation>
    </message>
    <message>
        <source>Left out on purpose (totals, blank lines)</source>
        <translation>의도적으로 건너뛴 행(합계, 빈 줄)</translation>
    </message>
    <message>
        <source>Repeated keys</source>
        <translation>중복된 키</translation>
    </message>
    <message>
        <source>Without a place code, kept as unknown</source>
        <translation>장소 코드가 없어 미상으로 저장된 행</translation>
    </message>
    <message>
        <source>Dates missing</source>
        <translation>빠진 날짜</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>Without coordinates</source>
        <translation>좌표 없음</translation>
    </message>
    <message>
        <source>“%1” held by places without coordinates</source>
        <translation>좌표 없는 장소의 “%1”</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>Codes found in no layer</source>
        <translation>어느 레이어에도 없는 코드</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정값</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>집단</translation>
    </message>
    <message>
        <source>Read from the file</source>
        <translation>파일에서 읽은 값</translation>
    </message>
    <message>
        <source>In the workspace</source>
        <translation>작업공간의 값</translation>
    </message>
    <message>
        <source>Before the import</source>
        <translation>가져오기 전</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>제외된 행</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>This very file was imported before; nothing was changed.</source>
        <translation>동일한 파일을 이전에 가져왔습니다. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>유의 사항</translation>
    </message>
    <message>
        <source>Looks odd</source>
        <translation>이상 의심 사항</translation>
    </message>
    <message>
        <source>Quality report: %1</source>
        <translation>품질 보고서: %1</translation>
    </message>
    <message>
        <source>%1 is a link that leads nowhere.</source>
        <translation>%1: 링크가 가리키는 대상이 없습니다.</translation>
    </message>
    <message>
        <source>%1 does not exist. Check the path.</source>
        <translation>%1: 존재하지 않습니다. 경로를 확인하세요.</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose a file in it.</source>
        <translation>%1: 폴더입니다. 폴더 안의 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>%1 is a device or a pipe, not a file.</source>
        <translation>%1: 파일이 아니라 장치 또는 파이프입니다.</translation>
    </message>
    <message>
        <source>You have no permission to read %1. Ask its owner or copy it to your folder.</source>
        <translation>%1: 읽기 권한이 없습니다. 소유자에게 요청하거나 자신의 폴더로 복사하세요.</translation>
    </message>
    <message>
        <source>%1 is empty (0 bytes). Download it again.</source>
        <translation>%1: 빈 파일(0바이트)입니다. 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>%1 is a HWP document, not a table. Open it in the word processor and save its table as CSV or XLSX.</source>
        <translation>%1: 표가 아니라 HWP 문서입니다. 한글 프로그램에서 열어 표를 CSV 또는 XLSX로 저장하세요.</translation>
    </message>
    <message>
        <source>%1 is an office document without a table. Save its table as CSV or XLSX.</source>
        <translation>%1: 표가 없는 오피스 문서입니다. 표를 CSV 또는 XLSX로 저장하세요.</translation>
    </message>
    <message>
        <source>&quot;%2&quot; in %1 is empty (0 bytes).</source>
        <translation>%1: &quot;%2&quot;은(는) 빈 파일(0바이트)입니다.</translation>
    </message>
    <message>
        <source>The archive also holds %1; only %2 is read.</source>
        <translation>압축 파일에 %1도 들어 있지만 %2만 읽습니다.</translation>
    </message>
    <message>
        <source>%1 is an archive inside an archive. Unpack the outer one first.</source>
        <translation>%1: 압축 파일 안의 압축 파일입니다. 바깥쪽 압축을 먼저 푸세요.</translation>
    </message>
    <message>
        <source>%1 is a %2 file, not a table. Open the CSV, XLSX, JSON or map layer that it was made from.</source>
        <translation>%1: 표가 아니라 %2 파일입니다. 원본인 CSV, XLSX, JSON 또는 지도 레이어를 여세요.</translation>
    </message>
    <message>
        <source>%1 is a web page saved under the name of a table, usually an error or log-in page. Download the data again.</source>
        <translation>%1: 표 파일의 이름으로 저장된 웹 페이지이며, 대개 오류 또는 로그인 페이지입니다. 자료를 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>%1 is an XML document of a kind that is not read. Download the data as CSV, JSON or XLSX.</source>
        <translation>%1: 읽을 수 없는 종류의 XML 문서입니다. 자료를 CSV, JSON 또는 XLSX로 내려받으세요.</translation>
    </message>
    <message>
        <source>%1 is a spreadsheet larger than %2. Save it as CSV.</source>
        <translation>%1: 스프레드시트가 %2보다 큽니다. CSV로 저장하세요.</translation>
    </message>
    <message>
        <source>There is not enough memory to open %1.</source>
        <translation>%1: 파일을 열기에 메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>A temporary copy of %1 could not be written. Free some disk space.</source>
        <translation>%1: 임시 사본을 저장할 수 없습니다. 디스크 공간을 확보하세요.</translation>
    </message>
    <message>
        <source>%1 cannot be opened as a spreadsheet: it is damaged, protected by a password or of an unknown kind. Open it in a spreadsheet program and save it as XLSX or CSV.</source>
        <translation>%1: 스프레드시트로 열 수 없습니다. 손상되었거나 암호로 보호되었거나 알 수 없는 종류입니다. 스프레드시트 프로그램에서 열어 XLSX 또는 CSV로 저장하세요.</translation>
    </message>
    <message>
        <source>%1 has no sheet named &quot;%2&quot;.</source>
        <translation>%1: 이름이 &quot;%2&quot;인 시트가 없습니다.</translation>
    </message>
    <message>
        <source>%1 has only empty sheets.</source>
        <translation>%1: 빈 시트만 있습니다.</translation>
    </message>
    <message>
        <source>The format says how its text is stored.</source>
        <translation>파일 형식에 텍스트 저장 방식이 정해져 있습니다.</translation>
    </message>
    <message>
        <source>%1 is not a text table: it holds binary data of an unknown kind. Save it as CSV or XLSX in the program it comes from.</source>
        <translation>%1: 텍스트 표가 아니라 알 수 없는 종류의 이진 데이터입니다. 원래 프로그램에서 CSV 또는 XLSX로 저장하세요.</translation>
    </message>
    <message>
        <source>%1 holds %2 replacement characters (U+FFFD): its text was destroyed before it reached this program and cannot be brought back. Download the original file again.</source>
        <translation>%1: 대체 문자(U+FFFD)가 %2개 있습니다. 프로그램에 전달되기 전에 텍스트가 손상되어 복구할 수 없습니다. 원본 파일을 다시 내려받으세요.</translation>
    </message>
    <message>
        <source>The beginning of the file is valid UTF-8.</source>
        <translation>파일의 앞부분이 올바른 UTF-8입니다.</translation>
    </message>
    <message>
        <source>The whole file is valid UTF-8.</source>
        <translation>파일 전체가 올바른 UTF-8입니다.</translation>
    </message>
    <message>
        <source>%1 begins as UTF-8, but the byte 0x%2 in line %3, column %4 does not belong to UTF-8 text: the file seems to be put together from two encodings. Save it again in one encoding.</source>
        <translation>%1: UTF-8로 시작하지만 %3행 %4열의 바이트(0x%2)는 UTF-8 텍스트가 아닙니다. 두 가지 인코딩이 섞인 파일로 보입니다. 한 가지 인코딩으로 다시 저장하세요.</translation>
    </message>
    <message>
        <source>The beginning of the file is not UTF-8, but valid CP949.</source>
        <translation>파일의 앞부분이 UTF-8이 아니라 올바른 CP949입니다.</translation>
    </message>
    <message>
        <source>The file is not UTF-8, but all of it is valid CP949.</source>
        <translation>파일이 UTF-8이 아니며 전체가 올바른 CP949입니다.</translation>
    </message>
    <message>
        <source>%1 is neither UTF-8 nor CP949 text: the byte 0x%2 in line %3, column %4 cannot be decoded. Download the file again or save it as UTF-8.</source>
        <translation>%1: UTF-8도 CP949도 아닌 텍스트입니다. %3행 %4열의 바이트(0x%2)를 해독할 수 없습니다. 파일을 다시 내려받거나 UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>The encoding %1 is not known. Use UTF-8, CP949, UTF-16LE or UTF-16BE.</source>
        <translation>인코딩 %1을(를) 알 수 없습니다. UTF-8, CP949, UTF-16LE, UTF-16BE 중에서 선택하세요.</translation>
    </message>
    <message>
        <source>The file begins with a byte order mark.</source>
        <translation>파일이 바이트 순서 표식(BOM)으로 시작합니다.</translation>
    </message>
    <message>
        <source>The pattern of zero bytes shows UTF-16.</source>
        <translation>0바이트의 배열로 보아 UTF-16입니다.</translation>
    </message>
    <message>
        <source>%1 changed while it was being read: the byte 0x%2 in line %3, column %4 cannot be decoded. Import it again.</source>
        <translation>%1: 읽는 동안 파일이 변경되어 %3행 %4열의 바이트(0x%2)를 해독할 수 없습니다. 다시 가져오세요.</translation>
    </message>
    <message>
        <source>%1 is larger than %2, too large to be read as one document. Convert it to CSV.</source>
        <translation>%1: 파일이 %2보다 커서 하나의 문서로 읽을 수 없습니다. CSV로 변환하세요.</translation>
    </message>
    <message>
        <source>%1 is an old Excel file (.xls) that cannot be read: it is damaged, protected by a password or written in an unusual way. Open it in a spreadsheet program and save it as XLSX or CSV.</source>
        <translation>%1: 읽을 수 없는 구형 Excel 파일(.xls)입니다. 손상되었거나 암호로 보호되었거나 특이한 방식으로 저장되었습니다. 스프레드시트 프로그램에서 열어 XLSX나 CSV로 저장하세요.</translation>
    </message>
    <message>
        <source>%1 is not valid %2 text: the byte 0x%3 in line %4, column %5 cannot be decoded. Choose another encoding or download the file again.</source>
        <translation>%1: 올바른 %2 텍스트가 아닙니다. %4행 %5열의 바이트 0x%3을(를) 해석할 수 없습니다. 다른 인코딩을 선택하거나 파일을 다시 내려받으세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) without longitude and latitude were located by their %1 coordinates.</source>
        <translation>
            <numerusform>경위도가 없는 장소 %n곳의 위치를 %1 좌표로 정했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) lie outside Korea and were kept without coordinates.</source>
        <translation>
            <numerusform>장소 %n곳이 한국 밖에 있어 좌표 없이 저장했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) had longitude and latitude exchanged; this was put right.</source>
        <translation>
            <numerusform>%n개 행에서 경도와 위도가 뒤바뀌어 있어 바로잡았습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) appear on more than one row; all rows were kept: %1.</source>
        <translation>
            <numerusform>코드 %n개가 여러 행에 있으며 모든 행을 저장했습니다: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) carry more than one name; the first name was kept.</source>
        <translation>
            <numerusform>코드 %n개에 이름이 여러 개 있어 첫 번째 이름을 썼습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) are masked by the publisher and count as not observed.</source>
        <translation>
            <numerusform>셀 %n개를 제공 기관이 가렸으므로 관측되지 않은 값으로 처리했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of “%1” lie far above all comparable ones: %2.</source>
        <translation>
            <numerusform>“%1” 값 %n개가 비슷한 값들보다 훨씬 큽니다: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) of a place with more than 20 times its usual “%1”: %2.</source>
        <translation>
            <numerusform>어떤 장소의 “%1” 값이 평소의 20배를 넘은 경우가 %n번 있습니다: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) have not a single count in this file.</source>
        <translation>
            <numerusform>장소 %n곳은 이 파일에 수치가 하나도 없습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have a total that differs from the sum of their hours; the first is line %1.</source>
        <translation>
            <numerusform>%n개 행의 합계가 시간대별 값의 합과 다릅니다. 첫 번째는 %1행입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sum of the file is too large to be true.</source>
        <translation>파일의 합계가 사실일 수 없을 만큼 큽니다.</translation>
    </message>
    <message>
        <source>The import needs a temporary file in “%1”, which cannot be used. Free some space there. Nothing was changed.</source>
        <translation>가져오기에는 “%1”에 임시 파일이 필요하지만 쓸 수 없습니다. 그곳의 공간을 비우세요. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>The import ran out of memory. Nothing was changed.</source>
        <translation>가져오는 동안 메모리가 모자랐습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>The temporary data of the import is damaged. Check the disk. Nothing was changed.</source>
        <translation>가져오기가 임시로 보관한 내용이 손상되었습니다. 디스크를 점검하세요. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>%1 could not be hashed: the cryptographic library of this computer refuses SHA-256.</source>
        <translation>%1의 해시를 계산할 수 없습니다. 이 컴퓨터의 암호 라이브러리가 SHA-256을 거부합니다.</translation>
    </message>
    <message>
        <source>%1 rows were read and none was rejected.</source>
        <translation>%1행을 읽었고 제외된 행은 없습니다.</translation>
    </message>
    <message>
        <source>Rejected rows: %1 of %2. They are listed at the end, each with its reason.</source>
        <translation>%2행 가운데 %1행이 제외되었습니다. 맨 아래에 이유와 함께 나열했습니다.</translation>
    </message>
    <message>
        <source>Dataset (id)</source>
        <translation>자료 ID</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>%1 or more</source>
        <translation>%1 이상</translation>
    </message>
    <message>
        <source>Bandwidth %1 m, quartic kernel</source>
        <translation>대역폭 %1 m, 4차 커널</translation>
    </message>
    <message>
        <source>Highest %1</source>
        <translation>최댓값 %1</translation>
    </message>
    <message>
        <source>Scale locked</source>
        <translation>척도 고정됨</translation>
    </message>
    <message>
        <source>The area of a circle is proportional to the number.</source>
        <translation>원의 면적은 수치에 비례합니다.</translation>
    </message>
    <message>
        <source>over %1 – %2</source>
        <translation>%1 초과 – %2</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>자료 없음</translation>
    </message>
    <message>
        <source>Fisher–Jenks classes, fit %1</source>
        <translation>피셔–젠크스 급간, 적합도 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>dataset: measure</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Coordinates EPSG:5186. Made with Mudeung %1.</source>
        <translation>좌표계 EPSG:5186. 작성 프로그램: 무등(Mudeung) %1</translation>
    </message>
    <message>
        <source>No boundary in this workspace fits the areas of “%1”: choose density or circles, or import the boundaries of that area.</source>
        <translation>이 작업공간에 “%1”의 지역과 맞는 경계가 없습니다. 밀도나 비례 원을 선택하거나 해당 지역의 경계를 가져오세요.</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>명시되지 않음</translation>
    </message>
    <message>
        <source>Source: %1. Data up to %2, imported %3.</source>
        <translation>출처: %1. 기준일 %2, 가져온 날 %3.</translation>
    </message>
    <message>
        <source>n = %1 places, %2 of them on the map, holding %3 of the total.</source>
        <translation>n = 장소 %1곳, 지도에 표시된 장소 %2곳(합계의 %3).</translation>
    </message>
    <message>
        <source>n = %1 places, %2 of them on the map.</source>
        <translation>n = 장소 %1곳, 지도에 표시된 장소 %2곳.</translation>
    </message>
    <message>
        <source>%1 per km²</source>
        <translation>%1/km²</translation>
    </message>
    <message>
        <source>“%1” is a level (%2) that cannot be added up over an area: draw it as circles or by area.</source>
        <translation>“%1”은(는) 지역 전체로 합산할 수 없는 수준값(%2)입니다. 비례 원이나 지역별로 그리세요.</translation>
    </message>
    <message>
        <source>None of the %1 places of “%2” has coordinates: import a layer with these places (stops, stations or boundaries) so that they can be joined by code.</source>
        <translation>“%2”의 장소 %1곳 모두 좌표가 없습니다. 코드로 연결할 수 있도록 이 장소들이 있는 레이어(정류장, 역 또는 경계)를 가져오세요.</translation>
    </message>
    <message>
        <source>A map by area needs boundaries: import a file of dong boundaries into this workspace, or choose density or circles.</source>
        <translation>지역별 지도에는 경계가 필요합니다. 행정동 경계 파일을 이 작업공간으로 가져오거나 밀도 또는 비례 원을 선택하세요.</translation>
    </message>
    <message>
        <source>The places of “%1” cannot be counted by dong: choose density or circles.</source>
        <translation>“%1”의 장소는 행정동별로 집계할 수 없습니다. 밀도나 비례 원을 선택하세요.</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>N</source>
        <comment>north arrow</comment>
        <translation>N</translation>
    </message>
    <message>
        <source>SAMPLE DATA</source>
        <translation>표본 데이터</translation>
    </message>
    <message>
        <source>A map of %1 × %2 pixels cannot be drawn: choose from 640 × 480 to 16384 × 16384.</source>
        <translation>%1 × %2 픽셀의 지도는 그릴 수 없습니다. 640 × 480부터 16384 × 16384까지의 크기를 선택하세요.</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>%1 초과</translation>
    </message>
    <message>
        <source>Equal steps, scale locked</source>
        <translation>등간격, 색 기준 고정</translation>
    </message>
    <message>
        <source>Bandwidth %1 m, Epanechnikov kernel</source>
        <translation>대역폭 %1 m, 예파네치니코프 커널</translation>
    </message>
    <message>
        <source>Standard deviation %1 m, Gaussian kernel</source>
        <translation>표준편차 %1 m, 가우스 커널</translation>
    </message>
    <message>
        <source>Quantiles, fit %1</source>
        <translation>분위수 급간, 적합도 %1</translation>
    </message>
    <message>
        <source>Equal intervals, fit %1</source>
        <translation>등간격 급간, 적합도 %1</translation>
    </message>
    <message>
        <source>Head/tail breaks, fit %1</source>
        <translation>헤드/테일 급간, 적합도 %1</translation>
    </message>
    <message>
        <source>Own limits, fit %1</source>
        <translation>직접 정한 급간, 적합도 %1</translation>
    </message>
    <message>
        <source>The map could not be drawn: there is not enough memory. Choose a smaller size.</source>
        <translation>메모리가 부족하여 지도를 그릴 수 없습니다. 더 작은 크기를 선택하세요.</translation>
    </message>
    <message>
        <source>A map can be drawn at the scales 1 to %1, not %2.</source>
        <translation>지도의 배율은 1에서 %1까지입니다. %2배로는 그릴 수 없습니다.</translation>
    </message>
    <message>
        <source>A map cannot be saved as “%1”. Use .png, .pdf or .svg.</source>
        <translation>“%1”은(는) 지도로 저장할 수 있는 그림 형식이 아닙니다. .png, .pdf, .svg를 사용하세요.</translation>
    </message>
    <message>
        <source>The map was cancelled; nothing was written.</source>
        <translation>지도 저장이 취소되었습니다. 저장된 것은 없습니다.</translation>
    </message>
    <message>
        <source>The base map %1 was left out: %2</source>
        <translation>배경지도 %1을(를) 표시하지 않았습니다. %2</translation>
    </message>
    <message>
        <source>it is not an MBTiles file.</source>
        <translation>MBTiles 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>its tiles cannot be read.</source>
        <translation>타일을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>nothing in it can be drawn on a map.</source>
        <translation>지도에 그릴 수 있는 내용이 없습니다.</translation>
    </message>
    <message>
        <source>the file is not there any more.</source>
        <translation>파일이 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>the file may not be read.</source>
        <translation>파일을 읽을 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Base map: %1.</source>
        <translation>배경지도: %1.</translation>
    </message>
    <message>
        <source>Largest change %1</source>
        <translation>최대 증감 %1</translation>
    </message>
    <message>
        <source>+ more than before</source>
        <translation>+ 이전보다 증가</translation>
    </message>
    <message>
        <source>− fewer than before</source>
        <translation>− 이전보다 감소</translation>
    </message>
    <message>
        <source>0 (no change)</source>
        <translation>0(변화 없음)</translation>
    </message>
    <message>
        <source>Hexagons of %1 km² each</source>
        <translation>한 칸 %1 km²의 육각 격자</translation>
    </message>
    <message>
        <source>National grid squares (EPSG:5179)</source>
        <translation>국가격자의 정사각형(EPSG:5179)</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>%1 미만</translation>
    </message>
    <message>
        <source>%2 to below %1</source>
        <translation>%2 이상 %1 미만</translation>
    </message>
    <message>
        <source>%1 before, %2 now</source>
        <translation>이전 %1, 현재 %2</translation>
    </message>
    <message>
        <source>%1 m hexagon</source>
        <translation>%1 m 육각 격자</translation>
    </message>
    <message>
        <source>%1 m cell %2</source>
        <comment>metres, code</comment>
        <translation>%1 m 격자 %2</translation>
    </message>
    <message>
        <source>Rank %1 of %2</source>
        <translation>%2곳 중 %1위</translation>
    </message>
    <message>
        <source>%1 of the total</source>
        <translation>전체의 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in it</source>
        <translation>
            <numerusform>장소 %n곳 포함</numerusform>
        </translation>
    </message>
    <message>
        <source>Change of %1</source>
        <comment>measure</comment>
        <translation>%1 증감</translation>
    </message>
    <message>
        <source>%1, compared with %2</source>
        <comment>queries</comment>
        <translation>%1, 비교 대상 %2</translation>
    </message>
    <message>
        <source>“%1” and “%2” cannot be compared: choose the same measure of the same kind of places.</source>
        <translation>“%1”과(와) “%2”은(는) 비교할 수 없습니다. 같은 종류의 장소에 대한 같은 측정값을 선택하세요.</translation>
    </message>
    <message>
        <source>The numbers of “%1” belong to areas, not to points: draw them by area or as circles.</source>
        <translation>“%1”의 수치는 지점이 아니라 구역의 값입니다. 단계구분도나 비례 원으로 그리세요.</translation>
    </message>
    <message>
        <source>%1 per %2 m cell</source>
        <comment>unit, metres</comment>
        <translation>%1/%2 m 격자</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>평균 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) selected</source>
        <translation>
            <numerusform>장소 %n곳 선택</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 m: %n place(s), %2</source>
        <comment>radius tool</comment>
        <translation>
            <numerusform>%1m: 장소 %n곳, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>The animation was cancelled; nothing was written.</source>
        <translation>애니메이션을 취소했습니다. 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Counting the frames</source>
        <translation>장면 집계</translation>
    </message>
    <message>
        <source>“%1” has no frames of that step in this question: choose another step or period.</source>
        <translation>이 질문에서 “%1”은(는) 그 단위의 장면이 없습니다. 다른 단위나 기간을 고르십시오.</translation>
    </message>
    <message>
        <source>Choosing the colours</source>
        <translation>색 척도 정하기</translation>
    </message>
    <message>
        <source>Drawing the frames</source>
        <translation>장면 그리기</translation>
    </message>
    <message>
        <source>An animation cannot be saved as “%1”. Use .gif, .mp4, .png or a folder.</source>
        <translation>“%1”은(는) 애니메이션으로 저장할 수 있는 파일 종류가 아닙니다. .gif, .mp4, .png 또는 폴더를 쓰십시오.</translation>
    </message>
    <message>
        <source>An animation can show %1 to %2 frames a second, not %3.</source>
        <translation>애니메이션은 초당 %1–%2장면을 보일 수 있습니다. %3은(는) 안 됩니다.</translation>
    </message>
    <message>
        <source>MP4 files are made with the program ffmpeg, which is not installed. Install the package “ffmpeg”, or write a GIF or a folder of PNG files.</source>
        <translation>MP4 파일은 ffmpeg 프로그램으로 만드는데 설치되어 있지 않습니다. “ffmpeg” 패키지를 설치하거나 GIF 또는 PNG 폴더로 저장하십시오.</translation>
    </message>
    <message>
        <source>ffmpeg could not write %1: check the free space and which ffmpeg is installed.</source>
        <translation>ffmpeg가 %1을(를) 쓰지 못했습니다. 남은 공간과 설치된 ffmpeg를 확인하십시오.</translation>
    </message>
    <message>
        <source>The folder %1 holds frames of another animation (%2), which would be mixed with these %3. Choose an empty folder, another name, or remove them.</source>
        <translation>폴더 %1에 다른 애니메이션의 장면(%2)이 있어 이 %3과 섞입니다. 빈 폴더나 다른 이름을 고르거나 지우십시오.</translation>
    </message>
    <message>
        <source>One scale for %1 maps</source>
        <translation>지도 %1개에 같은 척도 적용</translation>
    </message>
    <message>
        <source>Bandwidth %1 m</source>
        <comment>metres</comment>
        <translation>대역폭 %1 m</translation>
    </message>
    <message>
        <source>Analysis – %1</source>
        <translation>분석 – %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 m: %n place(s)</source>
        <comment>radius tool</comment>
        <translation>
            <numerusform>%1 m: %n곳</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of this result lies on the map.</source>
        <translation>이 결과에는 지도에 놓을 수 있는 것이 없습니다.</translation>
    </message>
    <message>
        <source>n = %1, %2 of them on the map.</source>
        <translation>n = %1, 그중 지도에 표시한 곳 %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>dataset: filters</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Made with Mudeung %1.</source>
        <translation>작성 프로그램: 무등(Mudeung) %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>출처: %1</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>알아낸 것</translation>
    </message>
    <message>
        <source>What it does not say</source>
        <translation>이 결과가 말하지 않는 것</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more sentence(s)</source>
        <translation>
            <numerusform>… 외 %n문장</numerusform>
        </translation>
    </message>
    <message>
        <source>%1° N %2° E</source>
        <comment>latitude, longitude</comment>
        <translation>북위 %1° 동경 %2°</translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) selected</source>
        <translation>
            <numerusform>구역 %n곳 선택</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 m: %n area(s)</source>
        <comment>radius tool</comment>
        <translation>
            <numerusform>%1 m: 구역 %n곳</numerusform>
        </translation>
    </message>
    <message>
        <source>Largest difference %1</source>
        <translation>최대 차이 %1</translation>
    </message>
    <message>
        <source>+ more %1</source>
        <comment>measure</comment>
        <translation>+ %1 우세</translation>
    </message>
    <message>
        <source>− more %1</source>
        <comment>measure</comment>
        <translation>− %1 우세</translation>
    </message>
    <message>
        <source>0 (both equal)</source>
        <translation>0(양쪽이 같음)</translation>
    </message>
    <message>
        <source>%1 %2, %3 %4</source>
        <comment>measure number, measure number</comment>
        <translation>%1 %2, %3 %4</translation>
    </message>
    <message>
        <source>%1 minus %2</source>
        <comment>measures</comment>
        <translation>%1 − %2</translation>
    </message>
    <message>
        <source>There are no numbers for this choice.</source>
        <translation>이 조건에 해당하는 수치가 없습니다.</translation>
    </message>
    <message>
        <source>Faint: usual ups and downs</source>
        <translation>흐린 색: 평소 변동 범위 안</translation>
    </message>
    <message>
        <source>usual ups and downs</source>
        <translation>평소 변동 범위 안</translation>
    </message>
    <message>
        <source>Nothing was counted at any of the %1 places.</source>
        <translation>이 조건에서는 장소 %1곳 어디에서도 집계된 수치가 없습니다.</translation>
    </message>
    <message>
        <source>%1 × %2 cells of %3 m.</source>
        <comment>columns, rows, metres</comment>
        <translation>%3 m 격자 %1 × %2칸.</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>기록 없음</translation>
    </message>
    <message>
        <source>n = %1 places, all on the map.</source>
        <translation>n = 장소 %1곳, 모두 지도에 표시.</translation>
    </message>
    <message>
        <source>n = %1, all on the map.</source>
        <translation>n = %1, 모두 지도에 표시.</translation>
    </message>
    <message>
        <source>%1 recorded far less often.</source>
        <comment>measure</comment>
        <translation>%1: 훨씬 적게 기록됨</translation>
    </message>
    <message>
        <source>n = %1, all on the map; %2 without a location are left out.</source>
        <translation>n = %1, 모두 지도에 표시. 위치를 알 수 없는 %2곳 제외.</translation>
    </message>
    <message>
        <source>against %1</source>
        <comment>dates</comment>
        <translation>비교 기간 %1</translation>
    </message>
</context>
<context>
    <name>MapLayout</name>
    <message>
        <source>One map</source>
        <translation>지도 하나</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>나란히</translation>
    </message>
    <message>
        <source>Four maps</source>
        <translation>지도 넷</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>밀어 보기</translation>
    </message>
</context>
<context>
    <name>MapPanes</name>
    <message>
        <source>Now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Choose what to compare with in the Compare panel.</source>
        <translation>‘비교’ 패널에서 비교 대상을 고르십시오.</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>집계 중…</translation>
    </message>
    <message>
        <source>Or keep the present question here and ask another.</source>
        <translation>또는 지금 질문을 여기에 고정하고 다른 질문을 하십시오.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>The difference is shown when the animation has ended.</source>
        <translation>차이는 재생이 끝나면 표시됩니다.</translation>
    </message>
    <message>
        <source>Difference: now minus before</source>
        <translation>차이: 현재 − 이전</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>고정한 질문</translation>
    </message>
    <message>
        <source>Keep the present question here and ask another.</source>
        <translation>지금 질문을 여기에 고정하고 다른 질문을 하십시오.</translation>
    </message>
    <message>
        <source>Difference: %1 minus %2</source>
        <translation>차이: %1 − %2</translation>
    </message>
</context>
<context>
    <name>Model</name>
    <message>
        <source>The description of a dataset cannot be read: the field “%1” is missing or wrong.</source>
        <translation>자료의 설명을 읽을 수 없습니다. 필드 “%1”이(가) 없거나 잘못되었습니다.</translation>
    </message>
    <message>
        <source>“%1” is not a period. Write it as 2024-03-01..2024-05-31, as months 2024-03..2024-05, or as a year 2024.</source>
        <translation>“%1”은(는) 기간이 아닙니다. 날짜는 2024-03-01..2024-05-31, 월은 2024-03..2024-05, 연도는 2024와 같이 쓰세요.</translation>
    </message>
    <message>
        <source>The period “%1” ends before it begins. Write the earlier date first.</source>
        <translation>기간 “%1”의 끝이 시작보다 앞섭니다. 이른 날짜를 먼저 쓰세요.</translation>
    </message>
    <message>
        <source>“%1” is not a range of hours. Write 7-9 for 07:00 up to 09:00, or several ranges as 7-9,17-19.</source>
        <translation>“%1”은(는) 시간대 범위가 아닙니다. 07:00부터 09:00 전까지는 7-9, 여러 범위는 7-9,17-19와 같이 쓰세요.</translation>
    </message>
    <message>
        <source>The hours “%1” end before they begin. Hours after midnight belong to the evening before: write 22-26 for 22:00 up to 02:00.</source>
        <translation>시간대 “%1”의 끝이 시작보다 앞섭니다. 자정 이후의 시간대는 전날 저녁에 속하므로 22:00부터 02:00 전까지는 22-26으로 쓰세요.</translation>
    </message>
    <message>
        <source>The hours “%1” go beyond %2, the end of the longest service day.</source>
        <translation>시간대 “%1”이(가) 가장 긴 운행일의 끝인 %2시를 넘습니다.</translation>
    </message>
    <message>
        <source>“%1” is not a day type. The day types are %2.</source>
        <translation>“%1”은(는) 요일 유형이 아닙니다. 요일 유형: %2.</translation>
    </message>
    <message>
        <source>The query cannot be read: the field “%1” has a wrong type.</source>
        <translation>질의를 읽을 수 없습니다. 필드 “%1”의 형식이 잘못되었습니다.</translation>
    </message>
    <message>
        <source>weekdays</source>
        <translation>평일</translation>
    </message>
    <message>
        <source>Saturdays</source>
        <translation>토요일</translation>
    </message>
    <message>
        <source>Sundays and holidays</source>
        <translation>일요일·공휴일</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1시</translation>
    </message>
    <message>
        <source>The query has the unknown field “%1”. Known fields are %2.</source>
        <translation>질의에 알 수 없는 필드 “%1”이(가) 있습니다. 사용할 수 있는 필드: %2.</translation>
    </message>
    <message>
        <source>area %1</source>
        <translation>지역 %1</translation>
    </message>
    <message>
        <source>inside the drawn area</source>
        <translation>그린 지역 안</translation>
    </message>
    <message>
        <source>whole period</source>
        <translation>전체 기간</translation>
    </message>
    <message>
        <source>year</source>
        <translation>연</translation>
    </message>
    <message>
        <source>month</source>
        <translation>월</translation>
    </message>
    <message>
        <source>day</source>
        <translation>일</translation>
    </message>
    <message>
        <source>bus stop</source>
        <translation>정류장</translation>
    </message>
    <message>
        <source>station</source>
        <translation>역</translation>
    </message>
    <message>
        <source>dong</source>
        <translation>행정동</translation>
    </message>
    <message>
        <source>district</source>
        <translation>자치구</translation>
    </message>
    <message>
        <source>province</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>facility</source>
        <translation>시설</translation>
    </message>
    <message>
        <source>air-quality station</source>
        <translation>대기 측정소</translation>
    </message>
    <message numerus="yes">
        <source>%n area(s)</source>
        <translation>
            <numerusform>지역 %n곳</numerusform>
        </translation>
    </message>
    <message>
        <source>ages %1 and over</source>
        <translation>%1세 이상</translation>
    </message>
    <message>
        <source>ages %1–%2</source>
        <translation>%1–%2세</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>월</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>화</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>수</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>목</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>금</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>토</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>일</translation>
    </message>
    <message>
        <source>“%1” is not understood. Write it as %2.</source>
        <translation>“%1”을(를) 이해하지 못했습니다. %2와 같이 쓰십시오.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>days hours</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>1월</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>2월</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>3월</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>4월</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5월</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>6월</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>7월</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>8월</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>9월</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>10월</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>11월</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>12월</translation>
    </message>
    <message>
        <source>stop unknown</source>
        <translation>정류장 미상</translation>
    </message>
    <message>
        <source>place unknown</source>
        <translation>장소 미상</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number unit</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Quality</name>
    <message>
        <source>The check of the data was stopped.</source>
        <translation>자료 점검을 중단했습니다.</translation>
    </message>
    <message>
        <source>“%1” has no daily data, so gaps and shifts cannot be seen.</source>
        <translation>“%1”은(는) 일별 자료가 아니어서 빈 날과 수준 변화를 확인할 수 없습니다.</translation>
    </message>
    <message>
        <source>Reading days</source>
        <translation>일별 자료 읽는 중</translation>
    </message>
    <message>
        <source>Looking for shifts</source>
        <translation>수준 변화 찾는 중</translation>
    </message>
    <message>
        <source>Comparing coordinates</source>
        <translation>좌표 비교 중</translation>
    </message>
    <message>
        <source>No place has data on this day</source>
        <translation>이 날은 모든 장소에 자료가 없습니다</translation>
    </message>
    <message>
        <source>No place has data until %1 (%2 days)</source>
        <translation>%1까지 %2일 동안 모든 장소에 자료가 없습니다</translation>
    </message>
    <message>
        <source>%1 boardings, no alightings</source>
        <translation>승차 %1, 하차 없음</translation>
    </message>
    <message>
        <source>%1 boardings, %2 alightings: ratio %3</source>
        <translation>승차 %1, 하차 %2: 비 %3</translation>
    </message>
    <message>
        <source>days without data</source>
        <translation>자료 없는 날</translation>
    </message>
    <message>
        <source>level shift</source>
        <translation>수준 변화</translation>
    </message>
    <message>
        <source>appeared</source>
        <translation>새로 나타남</translation>
    </message>
    <message>
        <source>vanished</source>
        <translation>사라짐</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>위치 이동</translation>
    </message>
    <message>
        <source>unbalanced</source>
        <translation>승하차 불균형</translation>
    </message>
    <message>
        <source>%1 per day</source>
        <comment>unit</comment>
        <translation>%1/일</translation>
    </message>
    <message>
        <source>%1 → %2 %3 (%4)</source>
        <comment>before → after unit (relative)</comment>
        <translation>%1 → %2%3(%4)</translation>
    </message>
    <message>
        <source>First data on this day; %1 %2 since</source>
        <comment>number unit</comment>
        <translation>이 날 첫 자료, 이후 평균 %1%2</translation>
    </message>
    <message>
        <source>No more data from this day on; %1 %2 before</source>
        <comment>number unit</comment>
        <translation>이 날부터 자료 없음, 이전 평균 %1%2</translation>
    </message>
    <message>
        <source>%1 m from its location in “%2”</source>
        <translation>“%2”의 좌표와 %1 m 차이</translation>
    </message>
    <message>
        <source>the file of the numbers</source>
        <translation>수치 파일</translation>
    </message>
    <message>
        <source>Since the first day, %1 level shifts were found, %2 places appeared, %3 vanished, and %4 days have no data at all.</source>
        <translation>첫날 이후 수준 변화 %1건, 새로 나타난 곳 %2, 사라진 곳 %3, 자료가 전혀 없는 날 %4일.</translation>
    </message>
    <message>
        <source>Boardings ÷ alightings is %1 overall; at %4 of %5 places the ratio is less than %2 times or more than %3 times the overall one.</source>
        <translation>승차 ÷ 하차: %1. 이 비율이 전체의 %2배 미만이거나 %3배를 넘는 장소는 %5곳 중 %4곳입니다.</translation>
    </message>
    <message>
        <source>The check covers the whole period, with whole days and all groups together; only the measure and the areas of the question count.</source>
        <translation>전체 기간을 하루 단위로, 모든 집단을 합쳐 점검합니다. 질의 조건 가운데 측정값과 지역만 반영됩니다.</translation>
    </message>
    <message>
        <source>Sources often leave out zeros: a day without data at a small place can be a day on which nobody was counted.</source>
        <translation>원본 자료는 0인 값을 빼는 경우가 많습니다. 이용이 적은 장소에서 자료 없는 날은 이용자가 없던 날일 수 있습니다.</translation>
    </message>
    <message>
        <source>Places without any data, not judged: %1.</source>
        <translation>자료가 전혀 없어 점검하지 않은 장소: %1곳.</translation>
    </message>
    <message>
        <source>Level shifts are found in weekly values after removing what all places have in common; each has at least %1 weeks on both sides and a change of at least %2 and %3 standard errors. %4 places were tested: some shifts are due to chance, and a real one can have a good reason (a new line, a moved stop). Treat them as questions, not conclusions.</source>
        <translation>수준 변화: 모든 장소에 공통된 변동을 뺀 주별 값으로 찾습니다. 앞뒤로 %1주 이상, 변화 %2 이상, 표준오차의 %3배 이상인 것만 보입니다. 장소 %4곳을 검정했으므로 일부는 우연이며, 실제 변화에도 정당한 이유(노선 신설, 정류장 이전 등)가 있을 수 있습니다. 결론이 아니라 확인할 물음으로 보십시오.</translation>
    </message>
    <message>
        <source>Moved places cannot be detected: the workspace holds only one set of coordinates for them. A new edition replaces the previous one; import it alongside the old one to compare.</source>
        <translation>장소의 위치 이동은 확인할 수 없습니다. 작업공간에 좌표가 한 벌뿐입니다. 새 판을 가져오면 이전 판을 대신하므로, 비교하려면 이전 판과 나란히 따로 가져오십시오.</translation>
    </message>
    <message>
        <source>Moved places differ by more than %1 m between the %2 sets of coordinates in the workspace. A new edition of the same layer replaces the previous one, so older moves cannot be seen.</source>
        <translation>위치 이동: 작업공간에 있는 좌표 %2벌 사이의 차이가 %1 m를 넘는 장소입니다. 같은 레이어의 새 판은 이전 판을 대신하므로 그 전의 이동은 확인할 수 없습니다.</translation>
    </message>
    <message>
        <source>Boardings and alightings can differ for good reasons: one-way streets, counting on one side only, and fares that need no card when getting off explain much of it. So each place with at least %1 boardings and alightings together is compared with the overall ratio.</source>
        <translation>승차와 하차는 정당한 이유로 다를 수 있습니다. 일방통행, 한쪽만 집계하는 방식, 내릴 때 카드를 찍지 않아도 되는 요금제로 많은 부분이 설명됩니다. 그래서 승하차 합계가 %1 이상인 장소를 전체 비와 견주어 점검합니다.</translation>
    </message>
    <message>
        <source>%1, %4: across %3 places, %2 of the days have data.</source>
        <comment>measure, share, number of places, days</comment>
        <translation>%1: 장소 %3곳의 날짜 중 %2에 자료가 있습니다(%4).</translation>
    </message>
    <message>
        <source>Boardings ÷ alightings is %1 overall, and at every place between %2 and %3 times that ratio.</source>
        <translation>승차 ÷ 하차는 전체 %1이고, 모든 장소에서 그 비율의 %2~%3배 안에 있습니다.</translation>
    </message>
</context>
<context>
    <name>QueryDefaults</name>
    <message>
        <source>This dataset has no hours.</source>
        <translation>이 자료에는 시간대가 없습니다.</translation>
    </message>
    <message>
        <source>This dataset has one number per month, so days cannot be told apart.</source>
        <translation>이 자료는 월별 수치만 있어 요일을 구분할 수 없습니다.</translation>
    </message>
    <message>
        <source>This dataset has one number per year, so days cannot be told apart.</source>
        <translation>이 자료는 연도별 수치만 있어 요일을 구분할 수 없습니다.</translation>
    </message>
    <message>
        <source>This dataset does not split people into groups.</source>
        <translation>이 자료는 이용자를 집단별로 구분하지 않습니다.</translation>
    </message>
    <message>
        <source>This dataset says nothing about dates.</source>
        <translation>이 자료에는 날짜 정보가 없습니다.</translation>
    </message>
    <message>
        <source>This dataset has one number for the whole year.</source>
        <translation>이 자료는 한 해 전체에 대한 수치 하나만 있습니다.</translation>
    </message>
    <message>
        <source>This dataset has one number for the whole month.</source>
        <translation>이 자료는 한 달 전체에 대한 수치 하나만 있습니다.</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>The picture that was made is not in %1 format.</source>
        <translation>만들어진 그림이 %1 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>The receipt cannot be read: it is not JSON. Use the file as the program wrote it.</source>
        <translation>출처 기록을 읽을 수 없습니다. JSON이 아닙니다. 프로그램이 저장한 파일을 그대로 사용하세요.</translation>
    </message>
    <message>
        <source>Map made with Mudeung %1.</source>
        <translation>무등(Mudeung) %1에서 만든 지도입니다.</translation>
    </message>
    <message>
        <source>Chart made with Mudeung %1.</source>
        <translation>무등(Mudeung) %1에서 만든 도표입니다.</translation>
    </message>
    <message>
        <source>Report made with Mudeung %1.</source>
        <translation>무등(Mudeung) %1에서 만든 보고서입니다.</translation>
    </message>
    <message>
        <source>Table made with Mudeung %1.</source>
        <translation>무등(Mudeung) %1에서 만든 표입니다.</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>출처: %1</translation>
    </message>
    <message>
        <source>%1, imported %2, sha256 %3</source>
        <translation>%1, 가져온 날 %2, sha256 %3</translation>
    </message>
    <message>
        <source> (numbers replaced, at least in part, by another file)</source>
        <translation> (수치의 일부 또는 전부가 다른 파일로 대체됨)</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>dataset: measure, filters</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Sample data: synthetic, not observed.</source>
        <translation>표본 데이터: 관측값이 아닌 합성 자료입니다.</translation>
    </message>
    <message numerus="yes">
        <source>Total: %1 %2, in %n row(s) by “%3”.</source>
        <translation>
            <numerusform>합계: %1 %2, %n행(구분: %3).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the largest %n row(s) are shown.</source>
        <translation>
            <numerusform>값이 큰 %n행만 표시합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recipe: %1</source>
        <translation>질의 식별값: %1</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>결과 식별값: %1</translation>
    </message>
    <message>
        <source>The receipt cannot be read: its field “%1” is missing or wrong. Use the file as the program wrote it.</source>
        <translation>출처 기록을 읽을 수 없습니다. 항목 “%1”이(가) 없거나 잘못되었습니다. 프로그램이 저장한 파일을 그대로 사용하세요.</translation>
    </message>
    <message>
        <source>The receipt was changed after it was written: its field “recipe” does not belong to its question. Use the file as the program wrote it.</source>
        <translation>출처 기록이 저장된 뒤에 변경되었습니다. 항목 “recipe”가 질의와 맞지 않습니다. 프로그램이 저장한 파일을 그대로 사용하세요.</translation>
    </message>
    <message>
        <source>The receipt was written by a later version (form %1; this program reads up to %2). Update the program.</source>
        <translation>더 새로운 버전이 작성한 출처 기록입니다(형식 %1, 이 프로그램은 %2까지 읽음). 프로그램을 업데이트하세요.</translation>
    </message>
    <message>
        <source>The answer had %1 rows and now has %2.</source>
        <translation>결과가 %1행이었으나 지금은 %2행입니다.</translation>
    </message>
    <message>
        <source>The total was %1 and is now %2.</source>
        <translation>합계가 %1에서 %2(으)로 달라졌습니다.</translation>
    </message>
    <message>
        <source>The total is the same, but it is distributed differently over the rows.</source>
        <translation>합계는 같지만 행별 수치가 다릅니다.</translation>
    </message>
    <message>
        <source>%1 cells were observed and now %2 are.</source>
        <translation>관측된 칸이 %1개였으나 지금은 %2개입니다.</translation>
    </message>
    <message>
        <source>The workspace no longer has the file %1 (sha256 %2) of “%3”.</source>
        <translation>작업공간에 “%3”의 파일 %1(sha256 %2)이(가) 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>Numbers of the file %1 have been replaced by a later file.</source>
        <translation>파일 %1의 수치가 나중에 가져온 파일로 대체되었습니다.</translation>
    </message>
    <message>
        <source>The workspace now also has the file %1 (sha256 %2) of “%3”, imported %4.</source>
        <translation>작업공간에 “%3”의 파일 %1(sha256 %2)이(가) 추가되었습니다. 가져온 날: %4.</translation>
    </message>
    <message>
        <source>The workspace no longer has the dataset “%1”.</source>
        <translation>작업공간에 자료 “%1”이(가) 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>The workspace can no longer answer the question: %1</source>
        <translation>작업공간에서 이 질의에 더 이상 답할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Written by version %1 of the program, checked by version %2.</source>
        <translation>프로그램 버전 %1에서 작성하고 버전 %2에서 검증했습니다.</translation>
    </message>
    <message>
        <source>Compared with: %1; total %2 %3; recipe %4, result %5</source>
        <translation>비교 대상: %1; 합계 %2 %3; 레시피 %4, 결과 %5</translation>
    </message>
    <message>
        <source>Of the answer compared with: %1</source>
        <translation>비교 대상 답: %1</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Evaluate the query</source>
        <translation>질의 계산</translation>
    </message>
    <message>
        <source>The report was cancelled; nothing was written.</source>
        <translation>보고서 작성을 취소했습니다. 저장된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>The report “%1” cannot be written: choose another folder or close the program that holds the file.</source>
        <translation>보고서 “%1”을(를) 저장할 수 없습니다. 다른 폴더를 선택하거나 이 파일을 사용 중인 프로그램을 닫으세요.</translation>
    </message>
    <message>
        <source>Write the pages</source>
        <translation>쪽 작성</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>%1쪽</translation>
    </message>
    <message>
        <source>SAMPLE DATA. %1</source>
        <translation>표본 데이터. %1</translation>
    </message>
    <message>
        <source>SAMPLE DATA: the numbers of this report are synthetic.</source>
        <translation>표본 데이터: 이 보고서의 수치는 가상으로 만든 값입니다.</translation>
    </message>
    <message>
        <source>Key numbers</source>
        <translation>주요 수치</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>%1, of them %2 on the map</source>
        <translation>%1곳(지도 표시 %2곳)</translation>
    </message>
    <message>
        <source>Share on the map</source>
        <translation>지도 표시 비율</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>일수</translation>
    </message>
    <message>
        <source>%1 of %2 with data</source>
        <translation>%2일 중 %1일 자료 있음</translation>
    </message>
    <message>
        <source>Highest on the map</source>
        <translation>지도상 최댓값</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>place: number unit</comment>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>제공 기관</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>명시되지 않음</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>가져온 일시</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>This report</source>
        <translation>이 보고서</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>작성 일시</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>Groups and hours</source>
        <translation>집단 및 시간대</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>집단</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Top %1 of %2 places</source>
        <translation>장소 %2곳 중 상위 %1곳</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>읽은 행</translation>
    </message>
    <message>
        <source>Rows kept</source>
        <translation>반영된 행</translation>
    </message>
    <message>
        <source>Rows rejected</source>
        <translation>제외된 행</translation>
    </message>
    <message>
        <source>Totals and blank lines left out</source>
        <translation>건너뛴 합계 행·빈 행</translation>
    </message>
    <message>
        <source>Rows added to an earlier one</source>
        <translation>앞선 행에 합산된 행</translation>
    </message>
    <message>
        <source>Rows without a place code</source>
        <translation>장소 코드가 없는 행</translation>
    </message>
    <message>
        <source>What they hold</source>
        <translation>해당 장소의 비율</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>share of measure</comment>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>Dates missing</source>
        <translation>누락된 날짜</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>인코딩</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>프로파일</translation>
    </message>
    <message>
        <source>%1, equal in file and workspace</source>
        <translation>%1, 파일과 작업공간이 일치</translation>
    </message>
    <message>
        <source>%1 in the file, %2 in the workspace</source>
        <translation>파일 %1, 작업공간 %2</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Looks odd</source>
        <translation>확인 필요</translation>
    </message>
    <message>
        <source>Quality of the data</source>
        <translation>자료 품질</translation>
    </message>
    <message>
        <source>No import is recorded for this dataset.</source>
        <translation>이 자료에 대한 가져오기 기록이 없습니다.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>measure, group</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>measure (unit)</comment>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>%1 of %2 places</source>
        <translation>장소 %2곳 중 %1곳</translation>
    </message>
    <message>
        <source>No coordinates at import</source>
        <translation>가져올 때 좌표 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n files together</source>
        <translation>
            <numerusform>파일 %n개 합계</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more remarks are kept with the imports in the workspace.</source>
        <translation>
            <numerusform>그 밖의 유의 사항 %n건은 작업공간의 가져오기 기록에 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The number of each place is spread around it with a standard deviation of %1 m (Gaussian kernel).</source>
        <translation>각 장소의 수를 주변에 표준편차 %1 m로 퍼뜨렸습니다(가우스 커널).</translation>
    </message>
    <message>
        <source>The number of each place is spread over a disc of radius %1 m (Epanechnikov kernel).</source>
        <translation>각 장소의 수를 반경 %1 m 원 안에 퍼뜨렸습니다(예파네치니코프 커널).</translation>
    </message>
    <message>
        <source>The number of each place is spread over a disc of radius %1 m (quartic kernel).</source>
        <translation>각 장소의 수를 반경 %1 m 원 안에 퍼뜨렸습니다(4차 커널).</translation>
    </message>
    <message>
        <source>The colour shows the sum per km²; the total over the map equals the total of the places.</source>
        <translation>색은 km²당 합계이며, 지도 전체의 합은 장소들의 합과 같습니다.</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>질의 식별값</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과 식별값</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>검증 방법</translation>
    </message>
    <message>
        <source>mudeung verify FILE --workspace W asks the question again and compares the numbers.</source>
        <translation>mudeung verify 파일 --workspace W 명령으로 질의를 다시 실행하여 수치를 대조합니다.</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>Question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>New file: %1, imported %2</source>
        <translation>새 파일: %1, %2 가져옴</translation>
    </message>
    <message>
        <source>Numbers of this file were replaced by another file: %1</source>
        <translation>다른 파일이 이 파일의 수치를 바꾸었습니다: %1</translation>
    </message>
    <message>
        <source>File no longer used: %1</source>
        <translation>더는 쓰지 않는 파일: %1</translation>
    </message>
    <message>
        <source>Version of the method</source>
        <translation>방법의 버전</translation>
    </message>
    <message>
        <source>Version of the program</source>
        <translation>프로그램의 버전</translation>
    </message>
    <message>
        <source>the question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>a parameter</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>the data</source>
        <translation>자료</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>%1 rows have other numbers, %2 are new, %3 are gone.</source>
        <translation>%1개 행의 수치가 다르고, %2개가 새로 생겼고, %3개가 없어졌습니다.</translation>
    </message>
    <message>
        <source>The two runs are of different analyses and cannot be compared.</source>
        <translation>두 실행은 서로 다른 분석이어서 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>Both runs have the same result to the last digit.</source>
        <translation>두 실행의 결과가 마지막 자리까지 같습니다.</translation>
    </message>
    <message>
        <source>What differs between them (%1) made no difference.</source>
        <translation>둘 사이에 다른 것(%1)은 결과를 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>Question, parameters, files and versions are the same, so the result should be too: the workspace or the program has changed without saying so. Check the workspace.</source>
        <translation>질문, 매개변수, 파일, 버전이 같으므로 결과도 같아야 합니다. 작업 파일이나 프로그램이 알리지 않고 바뀌었습니다. 작업 파일을 검사하십시오.</translation>
    </message>
    <message>
        <source>The reason is %1; nothing else differs.</source>
        <translation>이유는 %1입니다. 다른 것은 모두 같습니다.</translation>
    </message>
    <message>
        <source>Several things differ: %1.</source>
        <translation>여러 가지가 다릅니다: %1.</translation>
    </message>
    <message>
        <source>Repeated now, the earlier run gives the same result: files and program made no difference, all of the change comes from what was asked.</source>
        <translation>이전 실행을 지금 다시 해도 결과가 같습니다. 파일과 프로그램은 영향이 없었고 변화는 모두 물은 내용에서 왔습니다.</translation>
    </message>
    <message>
        <source>Repeated now, the earlier run differs in %1 rows: this part comes from %2.</source>
        <translation>이전 실행을 지금 다시 하면 %1개 행이 다릅니다. 이 부분은 %2에서 왔습니다.</translation>
    </message>
    <message>
        <source>What was asked made no difference beyond that.</source>
        <translation>물은 내용은 그 밖의 영향을 주지 않았습니다.</translation>
    </message>
    <message>
        <source>From there to the later run %1 rows change: this part comes from what was asked.</source>
        <translation>거기서 나중 실행까지 %1개 행이 바뀝니다. 이 부분은 물은 내용에서 왔습니다.</translation>
    </message>
    <message>
        <source>There is no analysis “%1”. There are: %2.</source>
        <translation>“%1”이라는 분석은 없습니다. 있는 것: %2.</translation>
    </message>
    <message>
        <source>The stored run cannot be read: its field “%1” is missing or wrong.</source>
        <translation>저장된 실행을 읽을 수 없습니다. “%1” 항목이 없거나 잘못되었습니다.</translation>
    </message>
    <message>
        <source>The run was stored by a later version. Update the program to open it.</source>
        <translation>더 새로운 버전이 저장한 실행입니다. 프로그램을 업데이트해 여십시오.</translation>
    </message>
    <message>
        <source>This program does not have the analysis “%1”.</source>
        <translation>이 프로그램에는 “%1” 분석이 없습니다.</translation>
    </message>
    <message>
        <source>The analysis can no longer be carried out: %1</source>
        <translation>분석을 더는 실행할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The analysis gives a different result on the current numbers.</source>
        <translation>지금 수치로는 분석 결과가 다릅니다.</translation>
    </message>
    <message>
        <source>The analysis gives another result; its method changed (version %1, now %2).</source>
        <translation>분석 결과가 다릅니다. 방법이 바뀌었습니다(버전 %1, 지금 %2).</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>The number of stops is %1; give a number from 20 to 4000.</source>
        <translation>정류장 수: %1. 20에서 4000 사이의 수를 지정하세요.</translation>
    </message>
    <message>
        <source>The number of days is %1; give a number from 31 to 3653.</source>
        <translation>일수: %1. 31에서 3653 사이의 수를 지정하세요.</translation>
    </message>
    <message>
        <source>The last day of the sample city is not a date.</source>
        <translation>표본 도시의 마지막 날이 올바른 날짜가 아닙니다.</translation>
    </message>
    <message>
        <source>The facts of the sample city are missing from this program; install it again.</source>
        <translation>이 프로그램에 표본 도시의 기초 자료가 없습니다. 프로그램을 다시 설치하세요.</translation>
    </message>
    <message>
        <source>The coordinates of %1 cannot be computed; the PROJ database is missing or damaged. Install PROJ again.</source>
        <translation>%1 좌표를 계산할 수 없습니다. PROJ 데이터베이스가 없거나 손상되었습니다. PROJ를 다시 설치하세요.</translation>
    </message>
    <message>
        <source>The sample city was not made.</source>
        <translation>표본 도시를 만들지 않았습니다.</translation>
    </message>
    <message>
        <source>The sample city could not be made.</source>
        <translation>표본 도시를 만들지 못했습니다.</translation>
    </message>
    <message>
        <source>Laying out the sample city</source>
        <translation>표본 도시 구성 중</translation>
    </message>
    <message>
        <source>The folder %1 cannot be created. Choose a folder that you may write to.</source>
        <translation>폴더를 만들 수 없습니다: %1. 쓰기 권한이 있는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Writing the sample city&apos;s files</source>
        <translation>표본 도시 파일 작성 중</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another name for the sample city, or remove that file first.</source>
        <translation>파일이 이미 있습니다: %1. 표본 도시에 다른 이름을 지정하거나 기존 파일을 먼저 삭제하세요.</translation>
    </message>
    <message>
        <source>Nothing can be written to the folder %1. Choose another folder.</source>
        <translation>폴더에 쓸 수 없습니다: %1. 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Importing the sample city</source>
        <translation>표본 도시 가져오는 중</translation>
    </message>
    <message>
        <source>The workspace %1 cannot be written. Choose another name or folder.</source>
        <translation>작업공간을 저장할 수 없습니다: %1. 다른 이름이나 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written. Check free space and permission of its folder.</source>
        <translation>“%1” 파일을 저장할 수 없습니다. 폴더의 여유 공간과 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>The long-form file was not written.</source>
        <translation>긴 형식 파일을 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Writing the long-form file</source>
        <translation>긴 형식 파일 쓰는 중</translation>
    </message>
</context>
<context>
    <name>SeriesFile</name>
    <message>
        <source>The file %1 has column names but no row below them.</source>
        <translation>%1 파일에는 열 이름만 있고 그 아래 행이 없습니다.</translation>
    </message>
    <message>
        <source>The file %1 has no column &quot;%2&quot;. Give one of its columns with --%3: %4.</source>
        <translation>%1 파일에 &quot;%2&quot; 열이 없습니다. --%3에 다음 열 중 하나를 쓰십시오: %4.</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>읽기를 중단했습니다.</translation>
    </message>
    <message>
        <source>File %1, row %2: only %3 cells, so a column is missing. Correct the row or remove it.</source>
        <translation>%1 파일 %2행: 칸이 %3개뿐이어서 열이 모자랍니다. 행을 고치거나 빼십시오.</translation>
    </message>
    <message>
        <source>File %1, row %2, column &quot;%3&quot;: &quot;%4&quot; is not a number. Write a number, or leave the cell empty if there was no observation.</source>
        <translation>%1 파일 %2행 &quot;%3&quot; 열: &quot;%4&quot;은(는) 숫자가 아닙니다. 숫자를 쓰거나, 관측값이 없으면 칸을 비우십시오.</translation>
    </message>
    <message>
        <source>File %1, row %2, column &quot;%3&quot;: &quot;%4&quot; is not a time like those above it. Times are whole numbers, years, 2020-03, 2020Q1, 2020-W05, 2020-03-01 or 2020-03-01 07:00, one form in the whole column.</source>
        <translation>%1 파일 %2행 &quot;%3&quot; 열: &quot;%4&quot;은(는) 위의 시점과 같은 형식이 아닙니다. 시점은 정수, 연도, 2020-03, 2020Q1, 2020-W05, 2020-03-01, 2020-03-01 07:00 중 한 가지 형식으로 열 전체를 씁니다.</translation>
    </message>
    <message>
        <source>File %1, rows %2 and %3: series &quot;%4&quot; has two values for the same time. Keep one of them, or give the column that tells the series apart with --id.</source>
        <translation>%1 파일 %2행과 %3행: &quot;%4&quot; 계열에 같은 시점의 값이 두 개 있습니다. 하나만 남기거나 계열을 구분하는 열을 --id로 지정하십시오.</translation>
    </message>
    <message>
        <source>File %1, row %2, column &quot;%3&quot;: series &quot;%4&quot; jumps from %5 to %6. Check the time.</source>
        <translation>%1 파일 %2행 &quot;%3&quot; 열: &quot;%4&quot; 계열이 %5에서 %6(으)로 건너뜁니다. 시점을 확인하십시오.</translation>
    </message>
    <message>
        <source>File %1, column &quot;%2&quot;: series &quot;%3&quot; has no number at %4. A column that is known ahead needs one at every step and for the %5 steps to come: add rows with an empty value.</source>
        <translation>파일 %1, 열 &quot;%2&quot;: 계열 &quot;%3&quot;에 %4의 수가 없습니다. 미리 아는 열은 모든 시점과 앞으로의 %5단계에 수가 있어야 합니다. 값을 비운 행을 덧붙이십시오.</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>There is no dataset “%1”: the workspace is empty. Import a file first.</source>
        <translation>자료 “%1”이(가) 없습니다. 작업공간이 비어 있습니다. 먼저 파일을 가져오세요.</translation>
    </message>
    <message>
        <source>There is no dataset “%1”. The workspace has: %2.</source>
        <translation>자료 “%1”이(가) 없습니다. 작업공간에 있는 자료: %2.</translation>
    </message>
    <message>
        <source>“%1” is a map layer and has no numbers to count. Choose a dataset with counts.</source>
        <translation>“%1”은(는) 지도 레이어이므로 집계할 수치가 없습니다. 수치가 있는 자료를 선택하세요.</translation>
    </message>
    <message>
        <source>“%1” holds counts and is not a map layer. Choose a layer.</source>
        <translation>“%1”은(는) 수치 자료이며 지도 레이어가 아닙니다. 레이어를 선택하세요.</translation>
    </message>
    <message>
        <source>The workspace has too many datasets. Start a new workspace.</source>
        <translation>작업공간에 자료가 너무 많습니다. 새 작업공간을 만드세요.</translation>
    </message>
    <message>
        <source>The stored numbers of “%1” for %2 are damaged and are left out. Import that month again and choose “replace”.</source>
        <translation>“%1”에 저장된 수치가 손상되어 제외했습니다(대상 기간: %2). 해당 기간을 다시 가져오면서 “교체”를 선택하세요.</translation>
    </message>
    <message>
        <source>The workspace “%1” is damaged. Open a backup of it, or import the files into a new workspace.</source>
        <translation>손상된 작업공간입니다: “%1”. 백업을 열거나 새 작업공간에 파일을 가져오세요.</translation>
    </message>
    <message>
        <source>The description of “%1” in “%2” is damaged. Open a backup, or import the files into a new workspace.</source>
        <translation>“%2”에 있는 “%1”의 설명 정보가 손상되었습니다. 백업을 열거나 새 작업공간에 파일을 가져오세요.</translation>
    </message>
    <message>
        <source>“%1” cannot be changed safely where it lies. Copy it to a local disk.</source>
        <translation>“%1”은(는) 현재 위치에서 안전하게 변경할 수 없습니다. 로컬 디스크로 복사하세요.</translation>
    </message>
    <message>
        <source>“%1” is being used for writing by another window or program. Close it there, or open it read-only.</source>
        <translation>다른 창이나 프로그램이 “%1”을(를) 쓰기용으로 사용 중입니다. 그곳에서 닫거나 읽기 전용으로 여세요.</translation>
    </message>
    <message>
        <source>The folder of “%1” does not allow writing. Open it read-only, or copy it to another folder.</source>
        <translation>“%1”이(가) 있는 폴더에 쓸 수 없습니다. 읽기 전용으로 열거나 다른 폴더로 복사하세요.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>중지했습니다. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>The import handed over numbers that do not fit together; nothing was changed.</source>
        <translation>가져오기에서 서로 맞지 않는 수치가 전달되었습니다. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>The file does not fit the dataset “%1”: %2 Import it under another dataset name.</source>
        <translation>파일이 자료 “%1”에 맞지 않습니다: %2 다른 자료 이름으로 가져오세요.</translation>
    </message>
    <message>
        <source>years</source>
        <translation>연</translation>
    </message>
    <message>
        <source>months</source>
        <translation>월</translation>
    </message>
    <message>
        <source>days</source>
        <translation>일</translation>
    </message>
    <message>
        <source>it is a map layer.</source>
        <translation>기존 자료가 지도 레이어입니다.</translation>
    </message>
    <message>
        <source>it counts by %1 and the file by %2.</source>
        <translation>집계 단위가 다릅니다(기존 자료: %1, 파일: %2).</translation>
    </message>
    <message>
        <source>its places are of the kind “%1” and those of the file are “%2”.</source>
        <translation>장소 종류가 다릅니다(기존 자료: “%1”, 파일: “%2”).</translation>
    </message>
    <message>
        <source>it has no hours and the file has.</source>
        <translation>기존 자료에는 시간대가 없으나 파일에는 있습니다.</translation>
    </message>
    <message>
        <source>it has hours and the file has none.</source>
        <translation>기존 자료에는 시간대가 있으나 파일에는 없습니다.</translation>
    </message>
    <message>
        <source>it has the hours %1–%2 and the file %3–%4.</source>
        <translation>시간대가 다릅니다(기존 자료: %1–%2, 파일: %3–%4).</translation>
    </message>
    <message>
        <source>it does not count “%1”.</source>
        <translation>기존 자료에 측정값 “%1”이(가) 없습니다.</translation>
    </message>
    <message>
        <source>it counts “%1” in another unit or precision.</source>
        <translation>측정값 “%1”의 단위 또는 정밀도가 다릅니다.</translation>
    </message>
    <message>
        <source>it splits people in another way (“%1” instead of “%2”).</source>
        <translation>집단 구분 방식이 다릅니다(기존 자료: “%1”, 파일: “%2”).</translation>
    </message>
    <message>
        <source>together they have too many groups.</source>
        <translation>합치면 집단이 너무 많아집니다.</translation>
    </message>
    <message>
        <source>The place code “%1” occurs twice in the list of places. Correct the file.</source>
        <translation>장소 목록에 장소 코드 “%1”이(가) 두 번 나옵니다. 파일을 수정하세요.</translation>
    </message>
    <message>
        <source>together they have too many places.</source>
        <translation>합치면 장소가 너무 많아집니다.</translation>
    </message>
    <message>
        <source>“%1” already has numbers for %2. Choose whether to replace these months, to add the new numbers to them, or to fill only the gaps. Nothing was changed.</source>
        <translation>“%1”에 이미 수치가 있습니다(대상 기간: %2). 해당 기간을 교체할지, 새 수치를 더할지, 빈 곳만 채울지 선택하세요. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>The numbers of “%1” for %2 are too large to be added up. Check the file for wrong values.</source>
        <translation>“%1”의 수치가 너무 커서 합산할 수 없습니다(대상 기간: %2). 파일에 잘못된 값이 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>The sums of “%1” did not agree while writing; nothing was changed.</source>
        <translation>저장하는 중에 “%1”의 합계가 일치하지 않았습니다. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>What was read back of “%1” is not what was written; nothing was changed. Check the disk.</source>
        <translation>“%1”을(를) 다시 읽은 내용이 저장한 내용과 다릅니다. 변경된 내용은 없습니다. 디스크를 확인하세요.</translation>
    </message>
    <message>
        <source>The import handed over a layer without a name; nothing was changed.</source>
        <translation>가져오기에서 이름 없는 레이어가 전달되었습니다. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>The layer “%1” already has features. Choose whether to replace it, to add the new features to it, or to fill only the gaps. Nothing was changed.</source>
        <translation>레이어 “%1”에 이미 객체가 있습니다. 레이어를 교체할지, 새 객체를 추가할지, 빈 곳만 채울지 선택하세요. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>“%1” is empty. Import a file into it first.</source>
        <translation>“%1”이(가) 비어 있습니다. 먼저 파일을 가져오세요.</translation>
    </message>
    <message>
        <source>“%1” is a database of another program, not a Mudeung workspace. Choose another file.</source>
        <translation>“%1”은(는) 다른 프로그램의 데이터베이스이며 무등 작업공간이 아닙니다. 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>“%1” was written by a later version of Mudeung. Install that version to open it.</source>
        <translation>“%1”은(는) 더 최신 버전의 무등에서 저장되었습니다. 열려면 해당 버전을 설치하세요.</translation>
    </message>
    <message>
        <source>“%1” was written by an earlier version of Mudeung. Open it once for writing, so that it can be brought up to date.</source>
        <translation>“%1”은(는) 이전 버전의 무등에서 저장되었습니다. 최신 형식으로 갱신되도록 쓰기 가능 상태로 한 번 여세요.</translation>
    </message>
    <message>
        <source>The disk is full: the copy “%1” could not be written. Choose another disk.</source>
        <translation>디스크가 가득 차서 사본 “%1”을(를) 저장하지 못했습니다. 다른 디스크를 선택하세요.</translation>
    </message>
    <message>
        <source>The copy “%1” could not be written. Check the folder and its permissions.</source>
        <translation>사본 “%1”을(를) 저장하지 못했습니다. 폴더와 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>“%1” could not be brought up to date; it was left as it is.</source>
        <translation>“%1”을(를) 최신 형식으로 갱신하지 못해 그대로 두었습니다.</translation>
    </message>
    <message>
        <source>The disk that holds “%1” is full. Nothing was changed; free some space and try again.</source>
        <translation>“%1”이(가) 있는 디스크가 가득 찼습니다. 변경된 내용은 없습니다. 여유 공간을 확보한 후 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The workspace “%1” is damaged or is not a Mudeung workspace. Open a backup of it, or import the files into a new workspace.</source>
        <translation>손상되었거나 무등 작업공간이 아닌 파일입니다: “%1”. 백업을 열거나 새 작업공간에 파일을 가져오세요.</translation>
    </message>
    <message>
        <source>“%1” cannot be changed because it is read-only. Open it read-only, or make a copy.</source>
        <translation>“%1”은(는) 읽기 전용이므로 변경할 수 없습니다. 읽기 전용으로 열거나 사본을 만드세요.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened. Check that it exists and that you may read it.</source>
        <translation>“%1”을(를) 열 수 없습니다. 파일이 있는지, 읽기 권한이 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>Reading or writing “%1” failed. Check the disk, then try again.</source>
        <translation>“%1”을(를) 읽거나 쓰지 못했습니다. 디스크를 확인한 후 다시 시도하세요.</translation>
    </message>
    <message>
        <source>“%1” is in use by another program. Close it there, or open it read-only.</source>
        <translation>다른 프로그램이 “%1”을(를) 사용 중입니다. 그곳에서 닫거나 읽기 전용으로 여세요.</translation>
    </message>
    <message>
        <source>There is not enough memory to read “%1”.</source>
        <translation>메모리가 부족하여 “%1”을(를) 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The workspace “%1” answered in an unexpected way.</source>
        <translation>작업공간 “%1”에서 예상하지 못한 응답이 있었습니다.</translation>
    </message>
    <message>
        <source>A page of the file is damaged: %1</source>
        <translation>파일의 페이지가 손상되었습니다: %1</translation>
    </message>
    <message>
        <source>“%1” has stored numbers that belong to no month.</source>
        <translation>“%1”에 어느 월에도 속하지 않는 수치가 저장되어 있습니다.</translation>
    </message>
    <message>
        <source>“%1” is a folder. Choose a workspace file.</source>
        <translation>“%1”은(는) 폴더입니다. 작업공간 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>The folder of “%1” does not exist. Create it or choose another one.</source>
        <translation>“%1”의 폴더가 없습니다. 폴더를 만들거나 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>“%1” lies on a network drive, where a workspace cannot be used safely. Copy it to a local disk and open the copy.</source>
        <translation>“%1”은(는) 네트워크 드라이브에 있어 작업공간을 안전하게 사용할 수 없습니다. 로컬 디스크로 복사한 후 그 사본을 여세요.</translation>
    </message>
    <message>
        <source>“%1” exists already. Open it, or choose another name.</source>
        <translation>“%1”이(가) 이미 있습니다. 기존 파일을 열거나 다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>There is no workspace “%1”. Check the name, or create it.</source>
        <translation>작업공간 “%1”이(가) 없습니다. 이름을 확인하거나 새로 만드세요.</translation>
    </message>
    <message>
        <source>No file with this checksum was imported into “%1”.</source>
        <translation>이 체크섬의 파일을 “%1”에 가져온 기록이 없습니다.</translation>
    </message>
    <message>
        <source>The stored list of rejected rows is damaged. Import the file again to get a new one.</source>
        <translation>저장되어 있던 제외된 행 목록이 손상되었습니다. 새 목록을 만들려면 파일을 다시 가져오세요.</translation>
    </message>
    <message>
        <source>A copy cannot be written to “%1”. Choose another file name.</source>
        <translation>사본을 “%1”에 저장할 수 없습니다. 다른 파일 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>“%1” does not have the measure or group that was asked for. Choose one that it has.</source>
        <translation>“%1”에 요청한 측정값 또는 집단이 없습니다. 자료에 있는 항목을 선택하세요.</translation>
    </message>
    <message>
        <source>“%1” has no numbers for %2. Import a file that covers it.</source>
        <translation>“%1”에 수치가 없습니다(대상 기간: %2). 해당 기간이 포함된 파일을 가져오세요.</translation>
    </message>
    <message>
        <source>“%1” cannot be asked by day type: it has no days.</source>
        <translation>“%1”은(는) 일별 자료가 아니므로 요일 유형으로 질의할 수 없습니다.</translation>
    </message>
    <message>
        <source>The disk that holds “%1” is full: the import needs about %2 and %3 are free. Nothing was changed; free some space or move the workspace to another disk.</source>
        <translation>“%1”이(가) 있는 디스크의 공간이 부족합니다(필요: 약 %2, 여유: %3). 변경된 내용은 없습니다. 여유 공간을 확보하거나 작업공간을 다른 디스크로 옮기세요.</translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs and try again.</source>
        <translation>메모리가 부족합니다. 다른 프로그램을 닫은 후 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The workspace failed in an unexpected way; nothing was changed.</source>
        <translation>작업공간에서 예상하지 못한 오류가 발생했습니다. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>“%1” was opened read-only and cannot be changed. Open it for writing.</source>
        <translation>“%1”은(는) 읽기 전용으로 열려 있어 변경할 수 없습니다. 쓰기 가능 상태로 여세요.</translation>
    </message>
    <message>
        <source>“%1” cannot be read. Check the connection and your rights.</source>
        <translation>“%1”을(를) 읽을 수 없습니다. 연결 상태와 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>“%1” could not be copied to “%2”. Check the free space (%3 MB are needed).</source>
        <translation>“%1”을(를) “%2”(으)로 복사하지 못했습니다. 남은 공간을 확인하세요(%3 MB가 필요합니다).</translation>
    </message>
    <message>
        <source>The copy of “%1” is damaged, so it was not kept. Copy it again, or use a backup.</source>
        <translation>“%1”의 사본이 손상되어 남기지 않았습니다. 다시 복사하거나 백업을 사용하세요.</translation>
    </message>
    <message>
        <source>“%1” lies on a network drive as well. Choose a folder of this computer.</source>
        <translation>“%1”도 네트워크 드라이브에 있습니다. 이 컴퓨터의 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>“%1” was changed while it was copied. Close it on the other computer, then copy it again.</source>
        <translation>복사하는 동안 “%1”이(가) 바뀌었습니다. 다른 컴퓨터에서 닫은 뒤 다시 복사하세요.</translation>
    </message>
    <message>
        <source>“%1” was written by a later version of Mudeung. Mudeung %2 or later opens it; this is %3.</source>
        <translation>“%1”은(는) 더 새로운 무등에서 저장했습니다. 무등 %2 이상에서 열 수 있으며, 지금 버전은 %3입니다.</translation>
    </message>
    <message>
        <source>There is no run %1 in this workspace. It may have been removed.</source>
        <translation>이 작업 파일에 실행 %1번이 없습니다. 지워졌을 수 있습니다.</translation>
    </message>
    <message>
        <source>The stored result of run %1 is damaged. Run the analysis again.</source>
        <translation>실행 %1번의 저장된 결과가 손상되었습니다. 분석을 다시 실행하십시오.</translation>
    </message>
</context>
<context>
    <name>Task</name>
    <message>
        <source>“%1” stopped because of a fault in the program. Nothing was changed; please report it.</source>
        <translation>프로그램 결함으로 “%1” 작업이 중지되었습니다. 변경된 내용은 없습니다. 이 문제를 알려 주세요.</translation>
    </message>
    <message>
        <source>“%1” stopped because memory ran out. Close other programs or take a shorter period.</source>
        <translation>메모리가 부족하여 “%1” 작업이 중지되었습니다. 다른 프로그램을 닫거나 더 짧은 기간을 선택하세요.</translation>
    </message>
</context>
<context>
    <name>Ui</name>
    <message>
        <source>The saved questions of this workspace cannot be read.</source>
        <translation>이 작업공간에 저장된 질문을 읽을 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>mudeung::AnalysePanel</name>
    <message>
        <source>Renaming a result</source>
        <translation>결과 이름 바꾸는 중</translation>
    </message>
    <message>
        <source>Removing results</source>
        <translation>결과 지우는 중</translation>
    </message>
    <message>
        <source>Analyses</source>
        <translation>분석</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>보관함</translation>
    </message>
    <message>
        <source>Kept (%1)</source>
        <translation>보관함 (%1)</translation>
    </message>
    <message>
        <source>Analyses, result, kept results</source>
        <translation>분석, 결과, 보관한 결과</translation>
    </message>
    <message>
        <source>All analyses</source>
        <translation>모든 분석</translation>
    </message>
    <message>
        <source>Back to all analyses</source>
        <translation>모든 분석으로 돌아가기</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Runs in the background; you can go on meanwhile (Ctrl+R)</source>
        <translation>뒤에서 실행되므로 그동안 다른 일을 할 수 있습니다 (Ctrl+R)</translation>
    </message>
    <message>
        <source>Current query – %1</source>
        <comment>question</comment>
        <translation>현재 조회 조건: %1</translation>
    </message>
    <message>
        <source>This workspace is open for reading only: results are shown, but not kept.</source>
        <translation>읽기 전용으로 연 작업공간이라 결과를 보여 주기만 하고 보관하지 않습니다.</translation>
    </message>
    <message>
        <source>The result is kept in this workspace with its settings and sources.</source>
        <translation>결과는 설정과 출처와 함께 이 작업공간에 보관됩니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>analysis, dataset</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The result is ready: %1</source>
        <translation>결과가 나왔습니다: %1</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>결과 보기</translation>
    </message>
    <message>
        <source>This workspace is open for reading only: the result is shown, but not kept.</source>
        <translation>읽기 전용으로 연 작업공간이라 결과를 보여 주지만 보관하지 않았습니다.</translation>
    </message>
    <message>
        <source>The result could not be kept: %1</source>
        <translation>결과를 보관하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Made by version %1 of the method; this program has version %2. Run it again for current numbers.</source>
        <translation>방법 버전 %1(으)로 만든 결과입니다. 이 프로그램의 버전은 %2입니다. 지금의 값을 보려면 다시 실행하십시오.</translation>
    </message>
    <message>
        <source>Wording the result</source>
        <translation>결과 문장 만드는 중</translation>
    </message>
    <message>
        <source>Reading the kept results</source>
        <translation>보관한 결과 읽는 중</translation>
    </message>
    <message>
        <source>Opening a result</source>
        <translation>결과 여는 중</translation>
    </message>
    <message>
        <source>Comparing two results</source>
        <translation>두 결과 비교 중</translation>
    </message>
</context>
<context>
    <name>mudeung::AskBox</name>
    <message>
        <source>Ask: weekday mornings, ages 65 and over, top 20 stops</source>
        <translation>질문: 평일 아침 경로 승차 상위 20 정류장</translation>
    </message>
    <message>
        <source>Ask in words</source>
        <translation>말로 묻기</translation>
    </message>
    <message>
        <source>A question in Korean or English about the current dataset. It shows what it understood before it applies it.</source>
        <translation>현재 자료에 대한 한국어 또는 영어 질문입니다. 적용하기 전에 이해한 내용을 보여 줍니다.</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>이해한 내용</translation>
    </message>
    <message>
        <source>Reading areas</source>
        <translation>지역을 읽는 중</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Not understood: %1</source>
        <translation>이해하지 못한 말: %1</translation>
    </message>
    <message>
        <source>Say days, hours, ages, a period, a dong, boardings or alightings.</source>
        <translation>요일, 시간, 연령, 기간, 행정동, 승차·하차를 말해 보세요.</translation>
    </message>
    <message>
        <source>Enter applies this, Esc closes.</source>
        <translation>Enter로 적용하고 Esc로 닫습니다.</translation>
    </message>
    <message>
        <source>Enter applies this, Tab takes the first word, Esc closes.</source>
        <translation>Enter로 적용, Tab으로 첫 낱말 선택, Esc로 닫습니다.</translation>
    </message>
</context>
<context>
    <name>mudeung::CarpetView</name>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>measure: sum (share)</comment>
        <translation>%1: %2(%3)</translation>
    </message>
</context>
<context>
    <name>mudeung::ChangeModel</name>
    <message>
        <source>%1 · number %2
%3</source>
        <translation>%1 · 번호 %2
%3</translation>
    </message>
    <message>
        <source>noise band: ± %1</source>
        <translation>평소 변동 범위: ± %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>change, mark</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>증감</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>a day</source>
        <comment>numbers of a mean day</comment>
        <translation>하루당</translation>
    </message>
</context>
<context>
    <name>mudeung::ChangePanel</name>
    <message>
        <source>Compare with</source>
        <translation>비교 대상</translation>
    </message>
    <message>
        <source>Search places</source>
        <translation>장소 검색</translation>
    </message>
    <message>
        <source>Places by change</source>
        <translation>증감 순 장소</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all</source>
        <translation>선택한 행 또는 전체 복사</translation>
    </message>
    <message>
        <source>No comparison</source>
        <translation>비교하지 않음</translation>
    </message>
    <message>
        <source>With a year before</source>
        <translation>1년 전과 비교</translation>
    </message>
    <message>
        <source>With the period before</source>
        <translation>직전 기간과 비교</translation>
    </message>
    <message>
        <source>With chosen days (Shift+drag on the timeline)</source>
        <translation>고른 날과 비교(시간 축에서 Shift+끌기)</translation>
    </message>
    <message>
        <source>With this question, as it is now</source>
        <translation>지금 이 질문과 비교</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>집계 중…</translation>
    </message>
    <message>
        <source>Choose what to compare with: the change of every place appears here, with a mark where it is more than the usual ups and downs.</source>
        <translation>비교 대상을 고르면 장소마다 증감이 나타나고, 평소 변동을 넘는 곳에는 표시가 붙습니다.</translation>
    </message>
    <message>
        <source>%1 per day</source>
        <comment>unit</comment>
        <translation>하루 평균 %1</translation>
    </message>
    <message>
        <source>%1 → %2 %3: %4 (%5), %6</source>
        <comment>before → now unit: change (relative), mark</comment>
        <translation>%1 → %2 %3: %4(%5), %6</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>비교 기간: %1</translation>
    </message>
    <message>
        <source>%1, change</source>
        <comment>dataset</comment>
        <translation>%1 증감</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>증감 저장</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Save all changes as a workbook or CSV</source>
        <translation>모든 증감을 엑셀 또는 CSV로 저장</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv)</source>
        <translation>표 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Show the change on the map</source>
        <translation>증감을 지도에 표시</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>지도에 표시</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>선택만</translation>
    </message>
    <message>
        <source>Only the selected places</source>
        <translation>선택한 장소만</translation>
    </message>
    <message numerus="yes">
        <source>%n selected: %1 → %2 (%3)</source>
        <comment>before → now (relative)</comment>
        <translation>
            <numerusform>선택 %n곳: %1 → %2(%3)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3: %4 %5; difference %6 (%7)</source>
        <comment>measure: number, other measure: number unit; difference (relative)</comment>
        <translation>%1 %2, %3 %4(%5), 차이 %6(%7)</translation>
    </message>
    <message>
        <source>Trips begin where more get on than off, and end where more get off.</source>
        <translation>승차가 더 많은 곳에서 이동이 시작되고, 하차가 더 많은 곳에서 끝납니다.</translation>
    </message>
    <message>
        <source>%1 → %2 %3 per day: %4 (%5), %6</source>
        <comment>before → now unit: change (relative), mark</comment>
        <translation>하루 평균 %1 → %2%3: %4(%5), %6</translation>
    </message>
    <message>
        <source>Net flow, boardings against alightings</source>
        <translation>승차·하차 대비(순유출입)</translation>
    </message>
    <message>
        <source>%1 were recorded far less often, so most of the difference is due to missing records.</source>
        <comment>measure</comment>
        <translation>%1 기록이 훨씬 적어, 차이의 대부분은 기록되지 않은 이용입니다.</translation>
    </message>
    <message>
        <source>Minus %1</source>
        <comment>measure</comment>
        <translation>%1 대비(순유출입)</translation>
    </message>
</context>
<context>
    <name>mudeung::ChartTable</name>
    <message>
        <source>Numbers of the chart</source>
        <translation>차트의 수치</translation>
    </message>
    <message>
        <source>Numbers of the chart: %1</source>
        <translation>차트의 수치: %1</translation>
    </message>
</context>
<context>
    <name>mudeung::ChartTableModel</name>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>series, what it is compared with</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, share</source>
        <comment>series</comment>
        <translation>%1 비율</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>자료 없음</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>row, column: number</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>series, band</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, from</source>
        <comment>name of a band</comment>
        <translation>%1, 아래 끝</translation>
    </message>
    <message>
        <source>%1, to</source>
        <comment>name of a band</comment>
        <translation>%1, 위 끝</translation>
    </message>
</context>
<context>
    <name>mudeung::ChartView</name>
    <message>
        <source>Chart</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <translation>차트: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>weekday, hour</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>not chosen or no data</source>
        <translation>선택되지 않았거나 자료 없음</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>category: value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>차트 저장</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>그림 (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>그림 복사</translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation>수치 복사</translation>
    </message>
    <message>
        <source>Save as PNG, SVG or PDF …</source>
        <translation>PNG, SVG 또는 PDF로 저장…</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>category: value (share)</comment>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>Show as chart (T)</source>
        <translation>차트로 보기(T)</translation>
    </message>
    <message>
        <source>Show as chart</source>
        <translation>차트로 보기</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>표로 보기</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>자료 없음</translation>
    </message>
    <message>
        <source>%1: %2 – %3</source>
        <comment>band: from, to</comment>
        <translation>%1: %2 – %3</translation>
    </message>
    <message>
        <source>%1, from</source>
        <comment>name of a band</comment>
        <translation>%1, 아래 끝</translation>
    </message>
    <message>
        <source>%1, to</source>
        <comment>name of a band</comment>
        <translation>%1, 위 끝</translation>
    </message>
</context>
<context>
    <name>mudeung::ComparisonPage</name>
    <message>
        <source>Kept results</source>
        <translation>보관한 결과</translation>
    </message>
    <message>
        <source>Back to the kept results</source>
        <translation>보관한 결과로 돌아가기</translation>
    </message>
    <message>
        <source>Rows that changed</source>
        <translation>달라진 행</translation>
    </message>
    <message>
        <source>Earlier: %1, %2
Later: %3, %4</source>
        <comment>title, time; title, time</comment>
        <translation>이전: %1, %2
이후: %3, %4</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>자료</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>The largest changes</source>
        <translation>가장 크게 달라진 것</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>이후</translation>
    </message>
</context>
<context>
    <name>mudeung::DataPanel</name>
    <message>
        <source>Datasets of this workspace</source>
        <translation>이 작업공간의 자료</translation>
    </message>
    <message>
        <source>%1
%2 places · source: %3</source>
        <translation>%1
장소 %2곳 · 출처: %3</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>명시되지 않음</translation>
    </message>
    <message>
        <source>Sample data: invented numbers</source>
        <translation>표본 데이터: 가상의 수치</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Map layers</source>
        <translation>지도 레이어</translation>
    </message>
    <message>
        <source>No numbers yet. Drop a file on this window to import it.</source>
        <translation>아직 수치가 없습니다. 이 창에 파일을 끌어다 놓아 가져오세요.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>measure (unit)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ~ %2</translation>
    </message>
    <message>
        <source>no dates</source>
        <translation>날짜 없음</translation>
    </message>
    <message>
        <source>%1 places · %2
%3</source>
        <translation>장소 %1곳 · %2
%3</translation>
    </message>
</context>
<context>
    <name>mudeung::DockTitle</name>
    <message>
        <source>Close the panel “%1”</source>
        <translation>“%1” 패널 닫기</translation>
    </message>
</context>
<context>
    <name>mudeung::FilterPanel</name>
    <message>
        <source>Clear all filters</source>
        <translation>모든 필터 해제</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정값</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>요일</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>집단</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>지역</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>시작일</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>종료일</translation>
    </message>
    <message>
        <source>Hours of the day</source>
        <translation>하루 중 시간대</translation>
    </message>
    <message>
        <source>Usual hours</source>
        <translation>자주 쓰는 시간대</translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation>평일</translation>
    </message>
    <message>
        <source>Saturdays</source>
        <translation>토요일</translation>
    </message>
    <message>
        <source>Sundays and holidays</source>
        <translation>일요일·공휴일</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>평일</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>토</translation>
    </message>
    <message>
        <source>Sun/Hol</source>
        <translation>일·공휴일</translation>
    </message>
    <message>
        <source>Whole span</source>
        <translation>전체 기간</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>최근 1년</translation>
    </message>
    <message>
        <source>Last 3 months</source>
        <translation>최근 3개월</translation>
    </message>
    <message>
        <source>Chosen dates</source>
        <translation>선택한 날짜</translation>
    </message>
    <message>
        <source>All hours</source>
        <translation>모든 시간대</translation>
    </message>
    <message>
        <source>Morning peak 7–9</source>
        <translation>오전 첨두 7–9시</translation>
    </message>
    <message>
        <source>Daytime 9–17</source>
        <translation>낮 9–17시</translation>
    </message>
    <message>
        <source>Evening peak 17–19</source>
        <translation>오후 첨두 17–19시</translation>
    </message>
    <message>
        <source>Night 22–28</source>
        <translation>심야 22–28시</translation>
    </message>
    <message>
        <source>Chosen hours</source>
        <translation>선택한 시간대</translation>
    </message>
    <message>
        <source>Choose a dataset first.</source>
        <translation>먼저 자료를 선택하세요.</translation>
    </message>
    <message>
        <source>Import dong boundaries to filter by area.</source>
        <translation>지역으로 필터링하려면 행정동 경계를 가져오세요.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>전체 지역</translation>
    </message>
    <message>
        <source>Reading areas</source>
        <translation>지역 읽는 중</translation>
    </message>
    <message>
        <source>Ages, in 10-year bands</source>
        <translation>연령(10세 단위)</translation>
    </message>
    <message>
        <source>There is nothing to filter yet: import a file first.</source>
        <translation>아직 걸러 볼 자료가 없습니다. 먼저 파일을 가져오세요.</translation>
    </message>
    <message>
        <source>Public holidays on the chosen days are counted, Sundays are not.</source>
        <translation>선택한 요일의 공휴일은 포함하고 일요일은 제외합니다.</translation>
    </message>
</context>
<context>
    <name>mudeung::GroupsPanel</name>
    <message>
        <source>As counted</source>
        <translation>자료 그대로</translation>
    </message>
    <message>
        <source>10-year ages</source>
        <translation>10세 단위</translation>
    </message>
    <message>
        <source>Policy ages</source>
        <translation>정책 연령</translation>
    </message>
    <message>
        <source>Ticket classes</source>
        <translation>승차권 종류</translation>
    </message>
    <message>
        <source>How people are grouped</source>
        <translation>집단 나누기</translation>
    </message>
    <message>
        <source>The groups of this dataset do not say their ages, so they cannot be regrouped.</source>
        <translation>이 자료의 집단에는 나이가 없어 다시 나눌 수 없습니다.</translation>
    </message>
    <message>
        <source>As counted, by 10 years</source>
        <translation>자료 그대로(10세 단위)</translation>
    </message>
</context>
<context>
    <name>mudeung::HistoryPanel</name>
    <message>
        <source>Nothing is kept yet. Every analysis that you run in this workspace is kept here with its question, its settings and its files.</source>
        <translation>아직 보관한 결과가 없습니다. 이 작업공간에서 실행한 분석은 질문, 설정, 파일과 함께 모두 여기에 남습니다.</translation>
    </message>
    <message>
        <source>Kept results</source>
        <translation>보관한 결과</translation>
    </message>
    <message>
        <source>Choose two (Ctrl+click) to see why their numbers differ.</source>
        <translation>두 개를 고르면(Ctrl+클릭) 값이 왜 다른지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Show this result (Enter)</source>
        <translation>이 결과 보기 (Enter)</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>The same question with the same settings, on the current data</source>
        <translation>같은 질문과 같은 설정으로, 지금의 자료에서</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Why two results differ: question, settings, data or program</source>
        <translation>두 결과가 다른 까닭: 질문, 설정, 자료, 프로그램</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>이름 바꾸기…</translation>
    </message>
    <message>
        <source>Give this result a name (F2)</source>
        <translation>이 결과에 이름 붙이기 (F2)</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>지우기…</translation>
    </message>
    <message>
        <source>Remove the chosen results (Del)</source>
        <translation>고른 결과 지우기 (Del)</translation>
    </message>
    <message>
        <source>method version %1</source>
        <translation>방법 버전 %1</translation>
    </message>
    <message>
        <source>this program does not have this analysis</source>
        <translation>이 프로그램에는 이 분석이 없음</translation>
    </message>
    <message>
        <source>made by another version</source>
        <translation>다른 버전으로 만듦</translation>
    </message>
    <message>
        <source>Rename result</source>
        <translation>결과 이름 바꾸기</translation>
    </message>
    <message>
        <source>Name of the result (empty = default name):</source>
        <translation>결과 이름 (비우면 원래 이름):</translation>
    </message>
    <message>
        <source>Remove “%1”? It cannot be restored, but it can be run again.</source>
        <translation>“%1”을(를) 지우겠습니까? 되돌릴 수 없지만 다시 실행할 수는 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n result(s)? They cannot be restored, but they can be run again.</source>
        <translation>
            <numerusform>결과 %n개를 지우겠습니까? 되돌릴 수 없지만 다시 실행할 수는 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove results</source>
        <translation>결과 지우기</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <comment>periods</comment>
        <translation>%1, 비교 %2</translation>
    </message>
</context>
<context>
    <name>mudeung::HoursPanel</name>
    <message>
        <source>Profile</source>
        <translation>프로파일</translation>
    </message>
    <message>
        <source>Hours as a profile</source>
        <translation>시간대별 프로파일</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>요일</translation>
    </message>
    <message>
        <source>Hours by weekday: drag over the cells to filter</source>
        <translation>요일별 시간: 칸을 끌어서 거르기</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>월</translation>
    </message>
    <message>
        <source>Hours by month of the year: drag over the cells to filter</source>
        <translation>월별 시간: 칸을 끌어서 거르기</translation>
    </message>
</context>
<context>
    <name>mudeung::HoverMonths</name>
    <message>
        <source>Months of a place</source>
        <translation>장소의 월별 값</translation>
    </message>
</context>
<context>
    <name>mudeung::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Cancel import</source>
        <translation>가져오기 취소</translation>
    </message>
    <message>
        <source>Import anyway</source>
        <translation>그래도 가져오기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Back to the preview</source>
        <translation>미리 보기로 돌아가기</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>가져오기 진행 상황</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Skip this file</source>
        <translation>이 파일 건너뛰기</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>다음 파일</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) waiting</source>
        <translation>
            <numerusform>대기 중인 파일 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the file …</source>
        <translation>파일 확인 중…</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>파일 확인 중: %1</translation>
    </message>
    <message>
        <source>No workspace is open. Create or open one first.</source>
        <translation>열려 있는 작업공간이 없습니다. 먼저 작업공간을 만들거나 여세요.</translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>가져오는 중…</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>가져오기: %1</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>취소하는 중…</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>This file was not imported</source>
        <translation>이 파일을 가져오지 않았습니다</translation>
    </message>
    <message>
        <source>“%1” was not imported.</source>
        <translation>“%1”: 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>“%1” was imported: %2 rows.</source>
        <translation>“%1”: 가져왔습니다(%2행).</translation>
    </message>
</context>
<context>
    <name>mudeung::ImportPreviewPage</name>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>서식</translation>
    </message>
    <message>
        <source>Layout of the file</source>
        <translation>파일 서식</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>연도</translation>
    </message>
    <message>
        <source>Year of the numbers; the file does not say it</source>
        <translation>수치의 연도(파일에 명시되지 않음)</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>자료</translation>
    </message>
    <message>
        <source>Name of the dataset to import into</source>
        <translation>가져올 대상 자료의 이름</translation>
    </message>
    <message>
        <source>as in the layout</source>
        <translation>서식에 따름</translation>
    </message>
    <message>
        <source>Existing months</source>
        <translation>이미 있는 기간</translation>
    </message>
    <message>
        <source>What to do with months that the dataset already has</source>
        <translation>자료에 이미 있는 기간의 처리 방법</translation>
    </message>
    <message>
        <source>Refuse the file and list them</source>
        <translation>거부하고 겹치는 기간 알림</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>해당 월 교체</translation>
    </message>
    <message>
        <source>Add to them</source>
        <translation>기존 값에 더하기</translation>
    </message>
    <message>
        <source>Fill only their gaps</source>
        <translation>빈 곳만 채우기</translation>
    </message>
    <message>
        <source>Fields and columns</source>
        <translation>필드와 열</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>파일의 처음 행</translation>
    </message>
    <message>
        <source>delimiter %1</source>
        <translation>구분자 %1</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>No known layout fits this file. Check that it is an unchanged file of the portal.</source>
        <translation>이 파일에 맞는 서식이 없습니다. 데이터 포털에서 받은 원본 파일인지 확인하세요.</translation>
    </message>
    <message>
        <source>Missing columns: %1</source>
        <translation>누락된 열: %1</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(없음)</translation>
    </message>
    <message>
        <source>Column of the field %1</source>
        <translation>필드의 열: %1</translation>
    </message>
    <message>
        <source>Place code</source>
        <translation>장소 코드</translation>
    </message>
    <message>
        <source>Place name</source>
        <translation>장소 이름</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>월</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>일</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Value columns</source>
        <translation>값 열</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정값</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Boardings</source>
        <translation>승차</translation>
    </message>
    <message>
        <source>Alightings</source>
        <translation>하차</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>집단</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>노선(호선)</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>노선</translation>
    </message>
    <message>
        <source>Route name</source>
        <translation>노선 이름</translation>
    </message>
    <message>
        <source>Node id</source>
        <translation>노드 ID</translation>
    </message>
    <message>
        <source>ARS number</source>
        <translation>ARS 번호</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>경도</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>위도</translation>
    </message>
    <message>
        <source>X coordinate</source>
        <translation>X 좌표</translation>
    </message>
    <message>
        <source>Y coordinate</source>
        <translation>Y 좌표</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Date of registration</source>
        <translation>등록일</translation>
    </message>
    <message>
        <source>%1 match</source>
        <comment>a layout</comment>
        <translation>일치율 %1</translation>
    </message>
    <message>
        <source>The first %1 rows. Rows that cannot be read are left out of the import and listed afterwards, each with its reason.</source>
        <translation>처음 %1행입니다. 읽을 수 없는 행은 가져오지 않고, 가져온 뒤에 이유와 함께 나열합니다.</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>쉼표</translation>
    </message>
</context>
<context>
    <name>mudeung::ImportReportPage</name>
    <message>
        <source>Quality report</source>
        <translation>품질 보고서</translation>
    </message>
    <message>
        <source>Save report …</source>
        <translation>보고서 저장…</translation>
    </message>
    <message>
        <source>Save report as HTML, JSON or text</source>
        <translation>보고서를 HTML, JSON 또는 텍스트로 저장</translation>
    </message>
    <message>
        <source>Export rejected rows …</source>
        <translation>제외된 행 내보내기…</translation>
    </message>
    <message>
        <source>Export rejected rows as CSV</source>
        <translation>제외된 행을 CSV로 내보내기</translation>
    </message>
    <message>
        <source>No row was rejected.</source>
        <translation>제외된 행이 없습니다.</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>보고서 저장</translation>
    </message>
    <message>
        <source>Reports (*.html *.json *.txt)</source>
        <translation>보고서 (*.html *.json *.txt)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장됨: %1</translation>
    </message>
    <message>
        <source>The report could not be written to “%1”. Check the folder and the free space.</source>
        <translation>보고서를 “%1”에 저장하지 못했습니다. 폴더와 여유 공간을 확인하세요.</translation>
    </message>
    <message>
        <source>Export rejected rows</source>
        <translation>제외된 행 내보내기</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
    <message>
        <source>The rows could not be written to “%1”. Check the folder and the free space.</source>
        <translation>행을 “%1”에 저장하지 못했습니다. 폴더와 여유 공간을 확인하세요.</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 저장 중</translation>
    </message>
</context>
<context>
    <name>mudeung::LayoutButton</name>
    <message>
        <source>Compare maps: %1 (F6 for the next layout)</source>
        <translation>지도 배치: %1 (F6: 다음 배치)</translation>
    </message>
</context>
<context>
    <name>mudeung::MainWindow</name>
    <message>
        <source>%1 – Mudeung</source>
        <translation>%1 – 무등</translation>
    </message>
    <message>
        <source>Mudeung</source>
        <translation>무등</translation>
    </message>
    <message>
        <source>This workspace is open for reading only. Imports need a copy that you may write: save one elsewhere.</source>
        <translation>이 작업공간은 읽기 전용으로 열려 있습니다. 가져오려면 쓰기 가능한 사본이 필요합니다. 다른 위치에 사본을 저장하세요.</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>여는 중: %1</translation>
    </message>
    <message>
        <source>Creating %1</source>
        <translation>만드는 중: %1</translation>
    </message>
    <message>
        <source>Making the sample city</source>
        <translation>표본 도시 만드는 중</translation>
    </message>
    <message>
        <source>An import needs a workspace: the file that will hold the numbers.</source>
        <translation>가져오려면 수치를 저장할 파일인 작업공간이 필요합니다.</translation>
    </message>
    <message>
        <source>New workspace …</source>
        <translation>새 작업공간…</translation>
    </message>
    <message>
        <source>This workspace is open for reading only, so nothing can be imported.</source>
        <translation>이 작업공간은 읽기 전용으로 열려 있어 가져올 수 없습니다.</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>작업공간 열기</translation>
    </message>
    <message>
        <source>Mudeung workspaces (*.mudeung)</source>
        <translation>무등 작업공간 (*.mudeung)</translation>
    </message>
    <message>
        <source>city</source>
        <translation>도시</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>새 작업공간</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>파일 가져오기</translation>
    </message>
    <message>
        <source>Save map</source>
        <translation>지도 저장</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>그림 (*.png)</translation>
    </message>
    <message>
        <source>The map could not be written to “%1”. Check the folder and the free space.</source>
        <translation>지도를 “%1”에 저장하지 못했습니다. 폴더와 여유 공간을 확인하세요.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장됨: %1</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>차트 저장</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>그림 (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Remove dataset</source>
        <translation>자료 제거</translation>
    </message>
    <message>
        <source>Remove “%1” from this workspace? Its file can be imported again.</source>
        <translation>이 작업공간에서 “%1”을(를) 제거하시겠습니까? 파일은 다시 가져올 수 있습니다.</translation>
    </message>
    <message>
        <source>Removing %1</source>
        <translation>제거하는 중: %1</translation>
    </message>
    <message>
        <source>Looking for the filter that left nothing</source>
        <translation>결과를 모두 없앤 필터 찾는 중</translation>
    </message>
    <message>
        <source>Nothing matches these filters together.</source>
        <translation>이 필터를 모두 만족하는 결과가 없습니다.</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>모든 필터 해제</translation>
    </message>
    <message>
        <source>Nothing is left because of this filter: %1.</source>
        <translation>다음 필터 때문에 남은 결과가 없습니다: %1.</translation>
    </message>
    <message>
        <source>Clear this filter</source>
        <translation>필터 해제</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>자료</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>집단</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>추이</translation>
    </message>
    <message>
        <source>Top places</source>
        <translation>상위 장소</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New workspace …</source>
        <translation>새 작업공간(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open workspace …</source>
        <translation>작업공간 열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Open the &amp;sample city</source>
        <translation>표본 도시 열기(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Recent workspaces</source>
        <translation>최근 작업공간(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Import files …</source>
        <translation>파일 가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>Save &amp;map …</source>
        <translation>지도 저장(&amp;M)…</translation>
    </message>
    <message>
        <source>Save group &amp;chart …</source>
        <translation>집단 차트 저장(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>자료(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Undo last filter</source>
        <translation>마지막 필터 실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Clear all filters</source>
        <translation>모든 필터 해제(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Remove this dataset …</source>
        <translation>이 자료 제거(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Mudeung</source>
        <translation>무등 정보(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>패널(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>시스템 설정에 따름(&amp;S)</translation>
    </message>
    <message>
        <source>%1 (missing)</source>
        <translation>%1 (없음)</translation>
    </message>
    <message>
        <source>About Mudeung</source>
        <translation>무등 정보</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Mudeung %1&lt;/h3&gt;&lt;p&gt;GIS analysis for city policy planners. Works offline; nothing leaves this computer.&lt;/p&gt;&lt;p&gt;Qt %2 · GNU General Public License, version 3 or later&lt;/p&gt;</source>
        <translation>&lt;h3&gt;무등 %1&lt;/h3&gt;&lt;p&gt;도시 정책 담당자를 위한 GIS 분석 프로그램입니다. 오프라인으로 작동하며 자료가 이 컴퓨터 밖으로 나가지 않습니다.&lt;/p&gt;&lt;p&gt;Qt %2 · GNU 일반 공중 사용 허가서(GPL) 버전 3 이상&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 저장 중</translation>
    </message>
    <message>
        <source>Show why</source>
        <translation>이유 보기</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>보고서 보기</translation>
    </message>
    <message>
        <source>Close Mudeung</source>
        <translation>무등 닫기</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) still running. Closing now cancels what is not finished; finished work stays.</source>
        <translation>
            <numerusform>작업 %n개가 아직 진행 중입니다. 지금 닫으면 끝나지 않은 작업은 취소되고, 끝난 작업은 그대로 남습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel them and close</source>
        <translation>취소하고 닫기</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>계속 작업</translation>
    </message>
    <message>
        <source>Copy to this computer …</source>
        <translation>이 컴퓨터로 복사…</translation>
    </message>
    <message>
        <source>Another window or program has this workspace open for writing, so this one shows it for reading only. What is imported there appears here when you come back to this window.</source>
        <translation>다른 창이나 프로그램이 이 작업공간을 쓰고 있어서 여기서는 읽기만 합니다. 그쪽에서 가져온 자료는 이 창으로 돌아오면 보입니다.</translation>
    </message>
    <message>
        <source>Open for writing</source>
        <translation>쓰기용으로 열기</translation>
    </message>
    <message>
        <source>Copy to this computer</source>
        <translation>이 컴퓨터로 복사</translation>
    </message>
    <message>
        <source>Copying %1</source>
        <translation>%1 복사 중</translation>
    </message>
    <message>
        <source>&amp;Memory for answers …</source>
        <translation>답 계산용 메모리(&amp;M)…</translation>
    </message>
    <message>
        <source>Memory for answers</source>
        <translation>답 계산용 메모리</translation>
    </message>
    <message>
        <source>Sums are kept in memory so that filters answer at once.
Less memory makes them slower; the numbers stay the same.

Megabytes, at most (%1 unless changed):</source>
        <translation>필터가 바로 답하도록 합계를 메모리에 보관합니다.
메모리를 줄이면 느려지지만 숫자는 같습니다.

최대 메가바이트(기본값 %1):</translation>
    </message>
    <message>
        <source>Ask in &amp;words</source>
        <translation>말로 묻기(&amp;W)</translation>
    </message>
    <message>
        <source>Re&amp;do filter</source>
        <translation>필터 다시 실행(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Save this question …</source>
        <translation>이 질문 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>Saved &amp;questions</source>
        <translation>저장된 질문(&amp;Q)</translation>
    </message>
    <message>
        <source>Copy question as &amp;JSON</source>
        <translation>질문을 JSON으로 복사(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Paste question</source>
        <translation>질문 붙여넣기(&amp;P)</translation>
    </message>
    <message>
        <source>Reading saved questions</source>
        <translation>저장된 질문을 읽는 중</translation>
    </message>
    <message>
        <source>Forget one of them …</source>
        <translation>하나 지우기…</translation>
    </message>
    <message>
        <source>“%1” does not count “%2”.</source>
        <translation>“%1”에는 “%2” 지표가 없습니다.</translation>
    </message>
    <message>
        <source>The question is about “%1”, which this workspace does not have.</source>
        <translation>질문은 “%1” 자료에 대한 것인데 이 작업공간에는 없습니다.</translation>
    </message>
    <message>
        <source>Save this question</source>
        <translation>이 질문 저장</translation>
    </message>
    <message>
        <source>Name of the question:</source>
        <translation>질문 이름:</translation>
    </message>
    <message>
        <source>Saving a question</source>
        <translation>질문을 저장하는 중</translation>
    </message>
    <message>
        <source>Saved as a question: %1</source>
        <translation>질문으로 저장했습니다: %1</translation>
    </message>
    <message>
        <source>Forget a question</source>
        <translation>질문 지우기</translation>
    </message>
    <message>
        <source>The numbers stay. Question to forget:</source>
        <translation>수치는 그대로 남습니다. 지울 질문:</translation>
    </message>
    <message>
        <source>Forgetting a question</source>
        <translation>질문을 지우는 중</translation>
    </message>
    <message>
        <source>Forgotten: %1</source>
        <translation>지웠습니다: %1</translation>
    </message>
    <message>
        <source>The question is on the clipboard, as JSON.</source>
        <translation>질문을 JSON으로 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>There is no question on the clipboard. Copy one as JSON first.</source>
        <translation>클립보드에 질문이 없습니다. 먼저 질문을 JSON으로 복사하세요.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>시간 축</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>재생 또는 일시 정지(&amp;P)</translation>
    </message>
    <message>
        <source>Frame &amp;before</source>
        <translation>이전 장면(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next frame</source>
        <translation>다음 장면(&amp;N)</translation>
    </message>
    <message>
        <source>S&amp;top playing</source>
        <translation>재생 멈춤(&amp;T)</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Save &amp;table of places …</source>
        <translation>장소 표 저장(&amp;T)…</translation>
    </message>
    <message>
        <source>Save re&amp;port …</source>
        <translation>보고서 저장(&amp;P)…</translation>
    </message>
    <message>
        <source>Save &amp;animation …</source>
        <translation>애니메이션 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>Cop&amp;y map</source>
        <translation>지도 복사(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy ta&amp;ble</source>
        <translation>표 복사(&amp;B)</translation>
    </message>
    <message>
        <source>Si&amp;ze of pictures</source>
        <translation>그림 크기(&amp;Z)</translation>
    </message>
    <message>
        <source>Pictures (*.png *.pdf *.svg)</source>
        <translation>그림 (*.png *.pdf *.svg)</translation>
    </message>
    <message>
        <source>map</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>집단</translation>
    </message>
    <message>
        <source>Save table of places</source>
        <translation>장소 표 저장</translation>
    </message>
    <message>
        <source>places</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv *.gpkg *.json)</source>
        <translation>표 (*.xlsx *.csv *.gpkg *.json)</translation>
    </message>
    <message>
        <source>The comparison is still being counted. Save it once the table appears.</source>
        <translation>아직 비교를 집계하고 있습니다. 표가 나타나면 저장하십시오.</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>보고서 저장</translation>
    </message>
    <message>
        <source>report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save animation</source>
        <translation>애니메이션 저장</translation>
    </message>
    <message>
        <source>animation</source>
        <translation>애니메이션</translation>
    </message>
    <message>
        <source>Animations (*.gif *.mp4);;Numbered pictures (*.png)</source>
        <translation>애니메이션 (*.gif *.mp4);;번호 붙은 그림 (*.png)</translation>
    </message>
    <message>
        <source>Copying the map</source>
        <translation>지도 복사</translation>
    </message>
    <message>
        <source>The map is on the clipboard.</source>
        <translation>지도를 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>표를 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>품질</translation>
    </message>
    <message>
        <source>&amp;Choose an analysis</source>
        <translation>분석 고르기(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>실행(&amp;R)</translation>
    </message>
    <message>
        <source>Show the r&amp;esult</source>
        <translation>결과 보기(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Kept results</source>
        <translation>보관한 결과(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Save the result …</source>
        <translation>결과 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Back to the question on the map</source>
        <translation>지도를 질문으로 되돌리기(&amp;B)</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>분석</translation>
    </message>
    <message>
        <source>&amp;Analyse</source>
        <translation>분석(&amp;A)</translation>
    </message>
</context>
<context>
    <name>mudeung::MapLayersBox</name>
    <message>
        <source>Dong boundaries</source>
        <translation>행정동 경계</translation>
    </message>
    <message>
        <source>Names of dongs</source>
        <translation>행정동 이름</translation>
    </message>
    <message>
        <source>Stops and stations</source>
        <translation>정류장과 역</translation>
    </message>
    <message>
        <source>Base maps</source>
        <translation>배경지도</translation>
    </message>
    <message>
        <source>Base map files, the first on top</source>
        <translation>배경지도 파일(첫 번째가 맨 위)</translation>
    </message>
    <message>
        <source>Files of your own beneath the map: MBTiles, GeoPackage or GeoJSON</source>
        <translation>지도 아래에 깔 내 파일: MBTiles, GeoPackage, GeoJSON</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>추가…</translation>
    </message>
    <message>
        <source>Add a base map file</source>
        <translation>배경지도 파일 추가</translation>
    </message>
    <message>
        <source>Add an MBTiles, GeoPackage or GeoJSON file; nothing is loaded from the network</source>
        <translation>MBTiles, GeoPackage 또는 GeoJSON 파일을 추가합니다. 네트워크에서는 아무것도 받지 않습니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Remove the base map from the list</source>
        <translation>배경지도를 목록에서 제거</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>불투명도</translation>
    </message>
    <message>
        <source>Opacity of the base map</source>
        <translation>배경지도의 불투명도</translation>
    </message>
    <message>
        <source>Choose a base map in the list first.</source>
        <translation>먼저 목록에서 배경지도를 선택하세요.</translation>
    </message>
    <message>
        <source>Add base maps</source>
        <translation>배경지도 추가</translation>
    </message>
    <message>
        <source>Base maps (*.mbtiles *.gpkg *.geojson *.json);;All files (*)</source>
        <translation>배경지도 (*.mbtiles *.gpkg *.geojson *.json);;모든 파일 (*)</translation>
    </message>
</context>
<context>
    <name>mudeung::MapPanes</name>
    <message>
        <source>Map</source>
        <translation>지도</translation>
    </message>
</context>
<context>
    <name>mudeung::MapStylePanel</name>
    <message>
        <source>Density</source>
        <translation>밀도</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>비례 원</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>단계구분도</translation>
    </message>
    <message>
        <source>Density per km² around the places</source>
        <translation>장소 주변의 km²당 밀도</translation>
    </message>
    <message>
        <source>One circle per place, its area proportional to the number</source>
        <translation>장소마다 값에 비례하는 면적의 원 표시</translation>
    </message>
    <message>
        <source>Dongs coloured by their total</source>
        <translation>합계에 따라 행정동을 색으로 구분</translation>
    </message>
    <message>
        <source>Bandwidth of the density</source>
        <translation>밀도 대역폭</translation>
    </message>
    <message>
        <source> m</source>
        <comment>metres</comment>
        <translation> m</translation>
    </message>
    <message>
        <source>Bandwidth in metres</source>
        <translation>대역폭(m)</translation>
    </message>
    <message>
        <source>Usual bandwidths</source>
        <translation>자주 쓰는 대역폭</translation>
    </message>
    <message>
        <source>300 m</source>
        <translation>300 m</translation>
    </message>
    <message>
        <source>400 m</source>
        <translation>400 m</translation>
    </message>
    <message>
        <source>500 m (7-minute walk)</source>
        <translation>500 m (도보 7분)</translation>
    </message>
    <message>
        <source>800 m (10 to 12 minutes)</source>
        <translation>800 m (도보 10~12분)</translation>
    </message>
    <message>
        <source>Own value</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>Lock the colour scale</source>
        <translation>색 척도 고정</translation>
    </message>
    <message>
        <source>Keeps the top of the scale, so that pictures can be compared</source>
        <translation>그림끼리 비교할 수 있도록 척도의 최댓값을 유지합니다</translation>
    </message>
    <message>
        <source>These numbers belong to areas, not to points.</source>
        <translation>이 수치는 지점이 아닌 지역 단위의 값입니다.</translation>
    </message>
    <message>
        <source>Works as soon as the map shows numbers.</source>
        <translation>지도에 값이 표시되면 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>Quartic kernel</source>
        <translation>4차 커널</translation>
    </message>
    <message>
        <source>Epanechnikov kernel</source>
        <translation>예파네치니코프 커널</translation>
    </message>
    <message>
        <source>Gaussian kernel</source>
        <translation>가우스 커널</translation>
    </message>
    <message>
        <source>Kernel of the density</source>
        <translation>밀도의 커널</translation>
    </message>
    <message>
        <source>How the number of a place is spread around it. Changing the kernel keeps the spread.</source>
        <translation>한 장소의 수가 주변으로 퍼지는 방식입니다. 커널을 바꿔도 퍼지는 정도는 유지됩니다.</translation>
    </message>
    <message>
        <source>Standard deviation of the density</source>
        <translation>밀도의 표준편차</translation>
    </message>
    <message>
        <source>%1 m (rule of thumb)</source>
        <translation>%1 m(경험칙)</translation>
    </message>
    <message>
        <source>Rule of thumb</source>
        <translation>경험칙</translation>
    </message>
    <message>
        <source>Fisher–Jenks</source>
        <translation>피셔–젠크스</translation>
    </message>
    <message>
        <source>Quantiles</source>
        <translation>분위수</translation>
    </message>
    <message>
        <source>Equal intervals</source>
        <translation>등간격</translation>
    </message>
    <message>
        <source>Head/tail breaks</source>
        <translation>헤드/테일</translation>
    </message>
    <message>
        <source>Own limits</source>
        <translation>직접 정한 경계</translation>
    </message>
    <message>
        <source>Classes of the areas</source>
        <translation>지역의 급간</translation>
    </message>
    <message>
        <source>How the areas are divided into classes. The same numbers always give the same classes.</source>
        <translation>지역을 급간으로 나누는 방법입니다. 같은 수치는 언제나 같은 급간이 됩니다.</translation>
    </message>
    <message>
        <source>Number of classes</source>
        <translation>급간 수</translation>
    </message>
    <message>
        <source> classes</source>
        <translation>개 급간</translation>
    </message>
    <message>
        <source>Upper limits of the classes</source>
        <translation>급간의 위 경계</translation>
    </message>
    <message>
        <source>Upper limits: 100, 500, 2000</source>
        <translation>위 경계: 100, 500, 2000</translation>
    </message>
    <message>
        <source>Up to %1 positive numbers, such as 100, 500, 2000.</source>
        <translation>양수 %1개까지, 예: 100, 500, 2000.</translation>
    </message>
    <message>
        <source>Hexagons</source>
        <translation>육각 격자</translation>
    </message>
    <message>
        <source>Squares</source>
        <translation>사각 격자</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>Size of the cells</source>
        <translation>격자 크기</translation>
    </message>
    <message>
        <source>Side of a square; a hexagon has the same area</source>
        <translation>정사각형 한 변의 길이. 육각형은 같은 넓이입니다.</translation>
    </message>
    <message>
        <source>Sums per hexagon, all of one area</source>
        <translation>넓이가 같은 육각형마다 더한 값</translation>
    </message>
    <message>
        <source>Sums per square of the national grid</source>
        <translation>국가격자의 정사각형마다 더한 값</translation>
    </message>
</context>
<context>
    <name>mudeung::MapView</name>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Show the whole city (Home)</source>
        <translation>도시 전체 보기 (Home)</translation>
    </message>
    <message>
        <source>Open a workspace to see its map.</source>
        <translation>지도를 보려면 작업공간을 여세요.</translation>
    </message>
    <message>
        <source>Draw the map</source>
        <translation>지도 그리기</translation>
    </message>
    <message>
        <source>This workspace holds no numbers yet: import a file.</source>
        <translation>이 작업공간에는 아직 수치가 없습니다. 파일을 가져오세요.</translation>
    </message>
</context>
<context>
    <name>mudeung::MessageBar</name>
    <message>
        <source>Show details</source>
        <translation>자세히 보기</translation>
    </message>
    <message>
        <source>Do what the message offers</source>
        <translation>메시지에서 제안한 작업 실행</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>메시지 닫기</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>기술 세부 정보</translation>
    </message>
</context>
<context>
    <name>mudeung::NumbersPanel</name>
    <message>
        <source>Numbers</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Share of all, same period</source>
        <translation>같은 기간 전체 대비</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>Per day with data</source>
        <translation>하루 평균</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>증감</translation>
    </message>
    <message numerus="yes">
        <source>%n selected place(s)</source>
        <translation>
            <numerusform>선택한 장소 %n곳</numerusform>
        </translation>
    </message>
    <message>
        <source>Their share</source>
        <translation>선택 비율</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>순위</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>rank</comment>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>%1 to %2 of %3</source>
        <comment>ranks</comment>
        <translation>%3곳 중 %1–%2위</translation>
    </message>
    <message>
        <source>Places with data</source>
        <translation>자료가 있는 장소</translation>
    </message>
    <message>
        <source>Days with data</source>
        <translation>자료가 있는 날</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>지도 표시</translation>
    </message>
    <message>
        <source>%1 of the total</source>
        <translation>전체의 %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>measure · question</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 of %2 places</source>
        <translation>%2곳 중 %1곳</translation>
    </message>
    <message>
        <source>%1 of %2 days</source>
        <translation>%2일 중 %1일</translation>
    </message>
</context>
<context>
    <name>mudeung::PaneCaption</name>
    <message>
        <source>Remove the pinned question</source>
        <translation>고정한 질문 없애기</translation>
    </message>
</context>
<context>
    <name>mudeung::PaneNotice</name>
    <message>
        <source>Pin the present question</source>
        <translation>지금 질문 고정</translation>
    </message>
    <message>
        <source>Keeps the question that is shown now in this map, so that you can ask another beside it.</source>
        <translation>지금 보는 질문을 이 지도에 고정하고, 옆에서 다른 질문을 할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>mudeung::ParameterForm</name>
    <message>
        <source>Reset to the defaults</source>
        <translation>기본값으로 되돌리기</translation>
    </message>
    <message>
        <source>Set all values to the defaults for the question</source>
        <translation>모든 값을 질문에 맞는 기본값으로</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>추가 설정</translation>
    </message>
</context>
<context>
    <name>mudeung::PeriodField</name>
    <message>
        <source>All of the data</source>
        <translation>자료 전체</translation>
    </message>
    <message>
        <source>Chosen days</source>
        <translation>고른 날짜</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>To</source>
        <translation>끝</translation>
    </message>
</context>
<context>
    <name>mudeung::Player</name>
    <message>
        <source>hour of the day</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>day</source>
        <translation>일</translation>
    </message>
    <message>
        <source>week</source>
        <translation>주</translation>
    </message>
    <message>
        <source>month</source>
        <translation>월</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>초당 %1장면</translation>
    </message>
    <message>
        <source>Frame before (Ctrl+[)</source>
        <translation>이전 장면 (Ctrl+[)</translation>
    </message>
    <message>
        <source>Play or pause (Ctrl+Space)</source>
        <translation>재생 또는 일시 정지 (Ctrl+Space)</translation>
    </message>
    <message>
        <source>Next frame (Ctrl+])</source>
        <translation>다음 장면 (Ctrl+])</translation>
    </message>
    <message>
        <source>Stop, back to the question</source>
        <translation>멈추고 원래 질문으로</translation>
    </message>
    <message>
        <source>What a frame stands for</source>
        <translation>한 장면의 단위</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>초당 장면 수</translation>
    </message>
    <message>
        <source>Restart at the end</source>
        <translation>끝나면 처음부터</translation>
    </message>
    <message>
        <source>Choose a dataset first.</source>
        <translation>먼저 자료를 고르십시오.</translation>
    </message>
    <message>
        <source>This data cannot be split by %1.</source>
        <translation>이 자료는 %1 단위로 나눌 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>mudeung::QualityModel</name>
    <message>
        <source>all places</source>
        <translation>모든 장소</translation>
    </message>
    <message>
        <source>%1 · number %2
%3</source>
        <translation>%1 · 번호 %2
%3</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>From</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
</context>
<context>
    <name>mudeung::QualityPanel</name>
    <message>
        <source>This data has no daily values, so gaps and shifts cannot be seen. Choose data by day.</source>
        <translation>이 자료는 일별 자료가 아니어서 빈 날과 수준 변화를 확인할 수 없습니다. 일별 자료를 고르십시오.</translation>
    </message>
    <message>
        <source>Checking the data …</source>
        <translation>자료를 점검하는 중…</translation>
    </message>
    <message>
        <source>Checking the data</source>
        <translation>자료 점검</translation>
    </message>
    <message>
        <source>All findings (%1)</source>
        <translation>모든 점검 결과(%1)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>kind of finding (number)</comment>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Rows: the %1 least complete of %2 places.</source>
        <translation>행: 장소 %2곳 중 자료가 가장 많이 빠진 %1곳.</translation>
    </message>
    <message>
        <source>Kind of findings</source>
        <translation>점검 결과 종류</translation>
    </message>
    <message>
        <source>Findings about the data</source>
        <translation>자료 점검 결과</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all</source>
        <translation>선택한 행 복사(없으면 전체)</translation>
    </message>
</context>
<context>
    <name>mudeung::QualityStrip</name>
    <message>
        <source>Completeness of places over time</source>
        <translation>기간별 장소의 자료 보유율</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>모든 장소</translation>
    </message>
    <message>
        <source>week from %1</source>
        <translation>%1부터 1주</translation>
    </message>
    <message>
        <source>outside the time with data</source>
        <translation>자료 기간 밖</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>자료 없음</translation>
    </message>
    <message>
        <source>%1 of the days have data</source>
        <translation>날짜의 %1에 자료 있음</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>place, week: what</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>whole time: %1</source>
        <translation>전체 기간: %1</translation>
    </message>
    <message>
        <source>all days</source>
        <translation>모든 날</translation>
    </message>
    <message>
        <source>some days</source>
        <translation>일부 날</translation>
    </message>
    <message>
        <source>not there yet, or no longer</source>
        <translation>자료 기간 밖</translation>
    </message>
</context>
<context>
    <name>mudeung::ResultChip</name>
    <message>
        <source>Back to the data map</source>
        <translation>원래 지도로</translation>
    </message>
    <message>
        <source>Show the numbers of the present question on the map again</source>
        <translation>지도에 지금 질문의 값을 다시 보여 줍니다</translation>
    </message>
    <message>
        <source>%1 (of another question)</source>
        <comment>analysis</comment>
        <translation>%1 (다른 질문의 결과)</translation>
    </message>
</context>
<context>
    <name>mudeung::ResultModel</name>
    <message>
        <source>%1 · number %2</source>
        <translation>%1 · 번호 %2</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>지점</translation>
    </message>
    <message>
        <source>Dong</source>
        <translation>동</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>격자</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시점</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>행</translation>
    </message>
</context>
<context>
    <name>mudeung::ResultPanel</name>
    <message>
        <source>Run an analysis, or open one of the kept results: what it found appears here and on the map.</source>
        <translation>분석을 실행하거나 보관한 결과를 여십시오. 찾은 내용이 여기와 지도에 나타납니다.</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>지도에 표시</translation>
    </message>
    <message>
        <source>Show this result on the map in place of the question</source>
        <translation>지도에 질문 대신 이 결과를 보여 줍니다</translation>
    </message>
    <message>
        <source>What the map shows of the result</source>
        <translation>지도에 보여 줄 결과</translation>
    </message>
    <message>
        <source>What it does not say</source>
        <translation>이 결과가 말하지 않는 것</translation>
    </message>
    <message>
        <source>version %1 of the method</source>
        <translation>방법 버전 %1</translation>
    </message>
    <message>
        <source>sample data</source>
        <translation>표본 데이터</translation>
    </message>
    <message>
        <source>Save result</source>
        <translation>결과 저장</translation>
    </message>
    <message>
        <source>Results (*.xlsx *.csv *.gpkg *.json)</source>
        <translation>결과 (*.xlsx *.csv *.gpkg *.json)</translation>
    </message>
    <message>
        <source>Page with map, charts and findings (*.pdf *.png *.svg)</source>
        <translation>지도·차트·발견 내용을 담은 쪽 (*.pdf *.png *.svg)</translation>
    </message>
</context>
<context>
    <name>mudeung::ResultTableView</name>
    <message>
        <source>Table of the result</source>
        <translation>결과 표</translation>
    </message>
    <message>
        <source>Search rows</source>
        <translation>행 찾기</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>선택만</translation>
    </message>
    <message>
        <source>Only the selected rows</source>
        <translation>고른 행만</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all</source>
        <translation>고른 행 또는 전체 복사</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Save the result as a workbook, CSV, GeoPackage or JSON</source>
        <translation>결과를 엑셀, CSV, GeoPackage, JSON으로 저장</translation>
    </message>
    <message>
        <source>Rows of the result</source>
        <translation>결과의 행</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n행</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n row(s)</source>
        <translation>
            <numerusform>%n행 중 %1행</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mudeung::RunBoard</name>
    <message>
        <source>Cancel “%1”</source>
        <translation>“%1” 취소</translation>
    </message>
    <message>
        <source>Progress of “%1”</source>
        <translation>“%1” 진행</translation>
    </message>
    <message>
        <source>cancelling …</source>
        <translation>취소하는 중…</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
</context>
<context>
    <name>mudeung::StartPage</name>
    <message>
        <source>Mudeung</source>
        <translation>무등</translation>
    </message>
    <message>
        <source>Who rides where and when: the city&apos;s published files as maps and charts, on this computer only.</source>
        <translation>누가 언제 어디서 타고 내리는지, 시가 공개한 파일을 이 컴퓨터에서만 지도와 차트로 보여 줍니다.</translation>
    </message>
    <message>
        <source>Drop files here
CSV, Excel, JSON, Shapefile, GeoPackage or a zip from the data portal</source>
        <translation>여기에 파일을 끌어다 놓으세요
CSV, Excel, JSON, Shapefile, GeoPackage 또는 데이터 포털의 zip 파일</translation>
    </message>
    <message>
        <source>Making the sample city …</source>
        <translation>표본 도시 만드는 중…</translation>
    </message>
    <message>
        <source>Open the sample city</source>
        <translation>표본 도시 열기</translation>
    </message>
    <message>
        <source>Import files …</source>
        <translation>파일 가져오기…</translation>
    </message>
    <message>
        <source>Open workspace …</source>
        <translation>작업공간 열기…</translation>
    </message>
    <message>
        <source>New workspace …</source>
        <translation>새 작업공간…</translation>
    </message>
    <message>
        <source>A made-up city with two years of invented numbers, for trying everything out</source>
        <translation>모든 기능을 시험해 볼 수 있는 2년치 가상 수치의 가상 도시</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>최근 작업공간</translation>
    </message>
    <message>
        <source>%1   in %2</source>
        <comment>file in folder</comment>
        <translation>%1   위치: %2</translation>
    </message>
    <message>
        <source>%1   missing from %2</source>
        <comment>file missing from folder</comment>
        <translation>%1   다음 위치에 없음: %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Stop making the sample city</source>
        <translation>표본 도시 만들기 중지</translation>
    </message>
    <message>
        <source>Progress of the sample city</source>
        <translation>표본 도시 진행률</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>취소하는 중…</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
</context>
<context>
    <name>mudeung::StatusLine</name>
    <message>
        <source>SAMPLE DATA</source>
        <translation>표본 데이터</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>집계 중…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>measure: total</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>measure: total unit</comment>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>%1 places (%2 without coordinates)</source>
        <translation>장소 %1곳 (좌표 없음 %2곳)</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n곳 선택됨</numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>기준일 %1</translation>
    </message>
    <message>
        <source>source: %1</source>
        <translation>출처: %1</translation>
    </message>
    <message>
        <source>No workspace is open. Everything stays on this computer.</source>
        <translation>열린 작업공간이 없습니다. 모든 자료는 이 컴퓨터에만 남습니다.</translation>
    </message>
    <message>
        <source>This workspace holds no numbers yet.</source>
        <translation>이 작업공간에는 아직 수치가 없습니다.</translation>
    </message>
    <message>
        <source>There is no answer to this query.</source>
        <translation>이 질의에 맞는 결과가 없습니다.</translation>
    </message>
    <message>
        <source>%1: no data</source>
        <comment>measure</comment>
        <translation>%1: 자료 없음</translation>
    </message>
    <message>
        <source>%1, mean</source>
        <comment>measure</comment>
        <translation>%1 평균</translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>장소 %1곳</translation>
    </message>
</context>
<context>
    <name>mudeung::SwipeHandle</name>
    <message>
        <source>Handle between the two maps</source>
        <translation>두 지도 사이의 손잡이</translation>
    </message>
    <message>
        <source>Drag to show more of one map or the other; the arrow keys move it, too.</source>
        <translation>끌어서 한쪽 지도를 더 넓게 봅니다. 좌우 화살표 키로도 움직입니다.</translation>
    </message>
</context>
<context>
    <name>mudeung::TaskTray</name>
    <message>
        <source>Cancel this task</source>
        <translation>이 작업 취소</translation>
    </message>
    <message>
        <source>Progress of the running task</source>
        <translation>실행 중인 작업의 진행 상황</translation>
    </message>
    <message>
        <source>cancelling …</source>
        <translation>취소하는 중…</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n건</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mudeung::TimelinePanel</name>
    <message>
        <source>The days of a dataset appear here.</source>
        <translation>자료의 날짜별 합계가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>집계하는 중…</translation>
    </message>
    <message>
        <source>Nothing matches these filters.</source>
        <translation>필터에 맞는 자료가 없습니다.</translation>
    </message>
    <message>
        <source>This dataset has one number per month; the timeline shows days.</source>
        <translation>이 자료는 월별 수치라서 날짜별 시간 축에 나타낼 수 없습니다.</translation>
    </message>
    <message>
        <source>This dataset has one number per year; the timeline shows days.</source>
        <translation>이 자료는 연별 수치라서 날짜별 시간 축에 나타낼 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>mudeung::TimelineView</name>
    <message>
        <source>Timeline: totals by day</source>
        <translation>시간 축: 날짜별 합계</translation>
    </message>
    <message>
        <source>Whole span. Drag to choose a period.</source>
        <translation>전체 기간. 끌어서 기간을 고르세요.</translation>
    </message>
    <message>
        <source>Chosen period: %1 to %2</source>
        <translation>선택한 기간: %1~%2</translation>
    </message>
    <message>
        <source>weekdays</source>
        <translation>평일</translation>
    </message>
    <message>
        <source>Saturdays</source>
        <translation>토요일</translation>
    </message>
    <message>
        <source>Sundays and holidays</source>
        <translation>일요일·공휴일</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>자료 없음</translation>
    </message>
    <message>
        <source>highest day %1 %2</source>
        <comment>number unit</comment>
        <translation>하루 최대 %1 %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>date (weekday)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>measure: number unit</comment>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>left out by the day filter</source>
        <translation>요일 필터에서 빠진 날</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>Compared with: %1 to %2</source>
        <translation>비교 기간: %1 ~ %2</translation>
    </message>
    <message>
        <source>before</source>
        <translation>비교</translation>
    </message>
</context>
<context>
    <name>mudeung::ToolColumn</name>
    <message>
        <source>Select by click (1): drag moves the map, Shift+drag draws a box</source>
        <translation>클릭으로 선택(1): 끌면 지도가 움직이고 Shift를 누른 채 끌면 상자를 그립니다</translation>
    </message>
    <message>
        <source>Select with a box (2)</source>
        <translation>상자로 선택(2)</translation>
    </message>
    <message>
        <source>Select with a lasso drawn by hand (3)</source>
        <translation>손으로 그린 올가미로 선택(3)</translation>
    </message>
    <message>
        <source>Select within %1 m of a point (4)</source>
        <translation>한 지점에서 %1 m 안을 선택(4)</translation>
    </message>
    <message>
        <source>Select all places of a dong (5)</source>
        <translation>행정동의 장소를 모두 선택(5)</translation>
    </message>
    <message>
        <source>Import the boundaries of dongs to select by dong.</source>
        <translation>행정동으로 선택하려면 행정동 경계를 가져오세요.</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
</context>
<context>
    <name>mudeung::TopPlacesModel</name>
    <message>
        <source>%1 · number %2 · no coordinates</source>
        <translation>%1 · 번호 %2 · 좌표 없음</translation>
    </message>
    <message>
        <source>%1 · number %2</source>
        <translation>%1 · 번호 %2</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>순위</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>월별</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>자료 없음</translation>
    </message>
    <message>
        <source>%1 to %2, highest in %3</source>
        <comment>months</comment>
        <translation>%1 ~ %2, 최고 %3</translation>
    </message>
    <message>
        <source>%1 of all</source>
        <comment>share</comment>
        <translation>전체의 %1</translation>
    </message>
</context>
<context>
    <name>mudeung::TopPlacesPanel</name>
    <message>
        <source>Search places</source>
        <translation>장소 검색</translation>
    </message>
    <message>
        <source>Places by rank</source>
        <translation>순위별 장소</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all</source>
        <translation>선택한 행 또는 전체 복사</translation>
    </message>
    <message>
        <source>Save places</source>
        <translation>장소 저장</translation>
    </message>
    <message>
        <source>No place matches these filters.</source>
        <translation>이 조건에 맞는 장소가 없습니다.</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Save all places as a workbook, CSV or GeoPackage</source>
        <translation>모든 장소를 엑셀, CSV 또는 GeoPackage로 저장</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv *.gpkg *.json)</source>
        <translation>표 (*.xlsx *.csv *.gpkg *.json)</translation>
    </message>
</context>
<context>
    <name>mudeung::TrendPanel</name>
    <message>
        <source>This dataset has one number per year, so there are no months to compare.</source>
        <translation>이 자료는 연도별 수치만 있어 비교할 월이 없습니다.</translation>
    </message>
</context>
<context>
    <name>mudeung::WorkspaceState</name>
    <message>
        <source>Counting</source>
        <translation>집계 중</translation>
    </message>
    <message>
        <source>Open a workspace to see its numbers.</source>
        <translation>수치를 보려면 작업공간을 여세요.</translation>
    </message>
    <message>
        <source>Import a file to see its numbers.</source>
        <translation>수치를 보려면 파일을 가져오세요.</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>집계 중…</translation>
    </message>
    <message>
        <source>There is no answer to this query.</source>
        <translation>이 질의에 대한 결과가 없습니다.</translation>
    </message>
    <message>
        <source>Reading the list of datasets</source>
        <translation>자료 목록을 읽는 중</translation>
    </message>
    <message>
        <source>Nothing matches these filters.</source>
        <translation>이 조건에 맞는 결과가 없습니다.</translation>
    </message>
    <message>
        <source>Reading ahead</source>
        <translation>미리 읽는 중</translation>
    </message>
    <message>
        <source>Counting days</source>
        <translation>날짜별로 집계하는 중</translation>
    </message>
    <message>
        <source>Counting what to compare with</source>
        <translation>비교 대상 집계</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>비교하는 중</translation>
    </message>
    <message>
        <source>Counting months</source>
        <translation>월별 집계</translation>
    </message>
</context>
</TS>
