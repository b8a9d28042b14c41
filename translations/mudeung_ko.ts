<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_US">
<context>
    <name>Chart</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by hour and weekday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by dong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: %1, as of %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of %1 (%)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>The chart could not be written to “%1”. Check the folder and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a kind of picture that a chart can be. Use .png, .svg or .pdf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chart needs a width and a height above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAMPLE DATA</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was imported before; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workspace; made when it does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dataset to import into (default: the profile&apos;s own)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layout of the file (default: the one that fits best)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year of the data, for layouts that do not say it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what to do with months that the dataset already has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import although a plausibility check refuses the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTF-8, CP949, UTF-16LE or UTF-16BE (default: decided strictly)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coordinate system (default: from the file or its values)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take a field of the profile from this column; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the quality report too: .txt, .html or .json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the rejected rows as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--column takes a field and a column such as value=승차, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports published files. Each file comes in whole or not at all; the quality report says what was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;mudeung import&quot; needs a file to import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how the map shows the numbers (default density)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bandwidth of the density (default: the walking distance of the legend)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>top of the colour scale, to compare several maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave out the dong boundaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave out the places&apos; dots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the file to write must end with .%1, not &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of %1 does not exist; make it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws the map of a question with legend, scale bar and source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size in pixels (default 1920x1080)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws the chart of a question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place, group, hour, weekhour, day, month or dong (default group)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size in pixels (default 1200x800)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes A4 pages: sources, map, charts, top places and the quality of the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total: %1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample data: synthetic, not observed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers a question. The answer goes to stdout, the total and remarks to stderr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one row per place, group, hour, weekhour, day, month or dong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>form of the answer (default csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the answer into this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--by takes one of %1, not &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  layer of %1 (%2), %3 features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  %1 places (%2), %3, one value per %4%5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  measures: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  groups: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  sample data: synthetic, not observed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace %1 holds no dataset yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: every page and every block is intact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the datasets of a workspace with their measures, groups and periods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the published file layouts that the program recognises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads every page and every block of a workspace and says what is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes a consistent copy of a workspace, also while it is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the copy to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a synthetic city, to try everything on. The same seed gives the same city.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workspace to make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of bus stops (default %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of days (default %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed of the random numbers (default %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import published files into a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list what a workspace holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the file layouts that can be imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer a question as CSV or JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw the map of a question as PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw the chart of a question as PNG, SVG or PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a PDF report with map, charts and data quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make the synthetic sample city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check every part of a workspace file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a consistent copy of a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show this help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>results and errors as JSON on stdout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language of messages (default: the system&apos;s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show progress even when stderr is no terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &quot;mudeung %1 --help&quot; to see the options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean --%1? Run &quot;mudeung %2 --help&quot; to see the options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;mudeung %1&quot; has no option --%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The options of &quot;mudeung %1&quot; cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;mudeung %1&quot; needs --%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes a number from %2 to %3, not &quot;%4&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes a size such as 1920x1080 with sides from 64 to 16384, not &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes one of %2, not &quot;%3&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;mudeung %1&quot; does not take &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--lang takes ko or en, not &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mudeung: GIS analysis for city policy planners, offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  mudeung [FILE.mudeung]          open the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  mudeung COMMAND [OPTIONS]       work without a window or display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --help       the options of a command: mudeung query --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --json       results and errors as JSON on stdout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --lang ko|en language of messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --progress   show progress even when stderr is no terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  --version    versions of the program and its libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 internal error, 2 wrong usage, 3 file refused, 4 input or output failed, 6 cancelled, 130 interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run &quot;mudeung --help&quot; to see what there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean &quot;mudeung %1&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace %1 does not exist; check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display for a window; the commands render, chart and report work without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one --area can be a file; put all polygons into one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace %1 holds no counts yet; import a file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which dataset with --dataset; the workspace holds %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the dataset, as listed by &quot;mudeung datasets&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the measure (default: the dataset&apos;s first)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days, months or years: 2024-03-01..2024-05-31, 2024-03..2024-05, 2024</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weekday, saturday, holiday (Sundays and public holidays)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>7-9 means 07:00 up to 09:00; several: 7-9,17-19</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codes of groups, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a dong (10 digits), district (5) or place, or a file with polygons; may be repeated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cube</name>
    <message>
        <source>The query was stopped before it was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area is not a polygon. Give a WKT POLYGON or MULTIPOLYGON with longitude and latitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is being written to. Ask again when the import is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no measure “%2”. It has: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not tell groups of people apart, so it cannot be filtered by the group “%2”. Leave out the groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no group “%2”. It has: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no hours, so it cannot be filtered by hour. Leave out the hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has the hours %2 only; none of the hours asked for is among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data has the hours %1 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period needs a first and a last day, the earlier one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” knows whole years only. Ask for the period %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” knows whole months only. Ask for the period %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no single days, so it cannot be filtered by day type. Leave out the days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No day type is chosen. Choose weekdays, Saturdays or Sundays and holidays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” holds the period %2; the period asked for lies outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data covers %1 only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code %1 is both an area and a place; the area was taken. Write place:%1 for the place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a layer and holds no numbers. Ask a dataset of counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No area or place has the code “%1”. Known codes begin with: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not tell groups of people apart, so it cannot be shown by group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no hours, so it cannot be shown by hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no hours, so it cannot be shown by hour and weekday.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no single days, so it cannot be shown by hour and weekday. Show it by hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no single days, so it cannot be shown by day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has year totals only, so it cannot be shown by month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The places of “%1” are larger than dongs, so it cannot be shown by dong. Show it by place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace has no dong boundaries. Import a boundary layer, then ask by dong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1:00 next day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside / not located</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The data lacks %n of the days asked for.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 places have no coordinates; they hold %3 of the total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 places have no coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values are means over the observed hours, days and places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place lies in the area asked for.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>%1 is a damaged zip archive: its table of contents cannot be read. Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 would unpack to %2, far more than published data does: it looks like a zip bomb and is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds %2 files, more than the %3 that an archive of data may hold. Unpack it and open the file you need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds a file named &quot;%2&quot; that points outside the archive; it is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds only further archives. Unpack it and open the inner file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no table or map layer (CSV, XLSX, XLS, ODS, JSON, Shapefile, GeoPackage, GML, KML).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%2&quot; in %1 is protected by a password. Unpack it and open the file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The polygons of %1 cannot be joined into one area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area file %1 cannot be read; check the name and your permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no file with polygons; an area can be a GeoJSON, Shapefile or GeoPackage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinate system of %1 is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature %1 of %2 has coordinates that do not fit its coordinate system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no polygon; draw or choose an area and save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file would need %1 cells, more than fit in memory. Split it into months.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fields under %2 column names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line ends after %1 of %2 fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a date of this layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not an hour of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value that the profile does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1: “%2” is %3. Counts are never negative, so the whole file is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large to be a count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1: the sum of the file is too large to be true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged quotation marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no place code in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 rows cannot be read, more than a fifth. The first is line %3: “%4” in “%5” is %6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no rows that hold data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row has coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinate system was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stop unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened. Check that the file still exists and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ends earlier than it should: it is damaged, or it changed while it was being read. Copy or download the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read a second time. Copy it to a local folder and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values are longitudes 124–132 and latitudes 33–39.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values are degrees with latitude in the first column: the two columns were exchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinates fit no coordinate system used in Korea.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The northing stands in the first column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 brings the points closest to places already in the workspace (median %2 m).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 puts the points in Korea.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was guessed from the values; %2 would also put the points in Korea. Please check the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinate system “%1” is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way from the coordinate system “%1” to longitude and latitude.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no text, only blank lines. Download the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a quotation mark in line %2 that is never closed, so the end of the row cannot be told. Correct that line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %2 of %1 is longer than %3 without a line break: this is not a table of rows. Download the file again or export it as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 NUL bytes were left out of the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 replacement characters (U+FFFD) stand where letters were lost before the file reached this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read. Check that the file exists and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1 failed. Copy it to a local folder and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not say its year, neither inside nor in its name. Give the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a year that data can be of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of “%1” is dated %2-%3, but the rows go on to month %4: they must be of another year. Give the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file name is dated 1 January %1: the counts may be of the year before. They were stored under %1; import with the right year if that is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” looks wrong. %2 Nothing was imported. Insist if you want it all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sums stored differ from the sums read. Please check the table of sums.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 rows have no code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not fit in memory. Split it into months.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import of “%1” failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file fits no known layout. The nearest profile is “%1”. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not valid JSON: reading stopped in line %2, column %3. The download may be incomplete; get the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no list of objects, so there are no rows to read. Download the data as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hour columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>columns of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a column of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a column that says what is counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another kind of file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns fit, but only %1 of the values in “%2” make sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 columns are known and the file name fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 columns are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no profile “%1”. Known profiles: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” holds no table: no row with column names was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” fits no known layout. Columns found: %2. The nearest profile is “%3”. %4 Choose the columns by hand or add a profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” fits no known layout. Columns found: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has column names but no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some texts of %1 were cut in the middle of a letter by the width of their field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be decoded as %2: feature %3, field %4 holds the undecodable byte 0x%5. Choose another encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged behind feature %2. Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoding %1 is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoding was chosen by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file beside the table announces %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All texts of the attribute table are valid UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The attribute table is not UTF-8 and announces no other encoding: read as CP949.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file beside the table announces %1, but its texts are not in that encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened as a map layer: it is damaged or parts of it are missing. Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no layer named &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format is always UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile “%1” is wrong at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile and score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out on purpose (totals, blank lines)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a place code, kept as unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” held by places without coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes that no layer knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sums</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read from the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This very file was imported before; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality report: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a link that leads nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not exist. Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder. Choose a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a device or a pipe, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no permission to read %1. Ask its owner or copy it to your folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty (0 bytes). Download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a HWP document, not a table. Open it in the word processor and save its table as CSV or XLSX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is an office document without a table. Save its table as CSV or XLSX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%2&quot; in %1 is empty (0 bytes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive also holds %1; only %2 is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is an archive inside an archive. Unpack the outer one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a %2 file, not a table. Open the CSV, XLSX, JSON or map layer that it was made from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a web page saved under the name of a table, usually an error or log-in page. Download the data again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is an XML document of a kind that is not read. Download the data as CSV, JSON or XLSX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a spreadsheet larger than %2. Save it as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to open %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A temporary copy of %1 could not be written. Free some disk space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened as a spreadsheet: it is damaged, protected by a password or of an unknown kind. Open it in a spreadsheet program and save it as XLSX or CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no sheet named &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has only empty sheets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The format says how its text is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a text table: it holds binary data of an unknown kind. Save it as CSV or XLSX in the program it comes from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds %2 replacement characters (U+FFFD): its text was destroyed before it reached this program and cannot be brought back. Download the original file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not valid %5 text: the byte 0x%2 in line %3, column %4 cannot be decoded. Choose another encoding or download the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beginning of the file is valid UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole file is valid UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 begins as UTF-8, but the byte 0x%2 in line %3, column %4 does not belong to UTF-8 text: the file seems to be put together from two encodings. Save it again in one encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beginning of the file is not UTF-8, but valid CP949.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not UTF-8, but all of it is valid CP949.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neither UTF-8 nor CP949 text: the byte 0x%2 in line %3, column %4 cannot be decoded. Download the file again or save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoding %1 is not known. Use UTF-8, CP949, UTF-16LE or UTF-16BE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file begins with a byte order mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern of zero bytes shows UTF-16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed while it was being read: the byte 0x%2 in line %3, column %4 cannot be decoded. Import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than %2, too large to be read as one document. Convert it to CSV.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>%1 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandwidth %1 m, quartic kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The area of a circle is proportional to the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over %1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fisher–Jenks classes, fit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>dataset: measure</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinates EPSG:5186. Made with Mudeung %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No boundary in this workspace fits the areas of “%1”: choose density or circles, or import the boundaries of that area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: %1. Data up to %2, imported %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = %1 places, %2 of them on the map, holding %3 of the total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = %1 places, %2 of them on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per km²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a level (%2) that cannot be added up over an area: draw it as circles or by area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the %1 places of “%2” has coordinates: import a layer with these places (stops, stations or boundaries) so that they can be joined by code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A map by area needs boundaries: import a file of dong boundaries into this workspace, or choose density or circles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The places of “%1” cannot be counted by dong: choose density or circles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N</source>
        <comment>north arrow</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAMPLE DATA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A map of %1 × %2 pixels cannot be drawn: choose from 640 × 480 to 16384 × 16384.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Model</name>
    <message>
        <source>The description of a dataset cannot be read: the field “%1” is missing or wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a period. Write it as 2024-03-01..2024-05-31, as months 2024-03..2024-05, or as a year 2024.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period “%1” ends before it begins. Write the earlier date first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a range of hours. Write 7-9 for 07:00 up to 09:00, or several ranges as 7-9,17-19.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hours “%1” end before they begin. Hours after midnight belong to the evening before: write 22-26 for 22:00 up to 02:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hours “%1” go beyond %2, the end of the longest service day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a day type. The day types are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query cannot be read: the field “%1” has a wrong type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weekdays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturdays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sundays and holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query has the unknown field “%1”. Known fields are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside the drawn area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole period</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueryDefaults</name>
    <message>
        <source>This dataset has no hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This dataset has one number per month, so days cannot be told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This dataset has one number per year, so days cannot be told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This dataset does not split people into groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This dataset says nothing about dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This dataset has one number for the whole year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This dataset has one number for the whole month.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Evaluate the query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was cancelled; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report “%1” cannot be written: choose another folder or close the program that holds the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAMPLE DATA. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>dataset: measure</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAMPLE DATA: the numbers of this report are synthetic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, of them %2 on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 with data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>place: number unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each place spreads its number over a disc of %1 m (quartic kernel). The colour shows the sum per km²; the total over the map equals the total of the places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups and hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top %1 of %2 places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>measure, unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals and blank lines left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows added to an earlier one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows without a place code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places without coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>share of measure</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, equal in file and workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in the file, %2 in the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No import is recorded for this dataset.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>The number of stops is %1; give a number from 20 to 4000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of days is %1; give a number from 31 to 3653.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day of the sample city is not a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The facts of the sample city are missing from this program; install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinates of %1 cannot be computed; the PROJ database is missing or damaged. Install PROJ again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample city was not made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample city could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laying out the sample city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be created. Choose a folder that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the sample city&apos;s files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists already. Choose another name for the sample city, or remove that file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written to the folder %1. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing the sample city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace %1 cannot be written. Choose another name or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 cannot be written. Check free space and permission of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>There is no dataset “%1”: the workspace is empty. Import a file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no dataset “%1”. The workspace has: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a map layer and has no numbers to count. Choose a dataset with counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” holds counts and is not a map layer. Choose a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace has too many datasets. Start a new workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored numbers of “%1” for %2 are damaged and are left out. Import that month again and choose “replace”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace “%1” is damaged. Open a backup of it, or import the files into a new workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of “%1” in “%2” is damaged. Open a backup, or import the files into a new workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be changed safely where it lies. Copy it to a local disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is being used for writing by another window or program. Close it there, or open it read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of “%1” does not allow writing. Open it read-only, or copy it to another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import handed over numbers that do not fit together; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file does not fit the dataset “%1”: %2 Import it under another dataset name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is a map layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it counts by %1 and the file by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its places are of the kind “%1” and those of the file are “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no hours and the file has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has hours and the file has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has the hours %1–%2 and the file %3–%4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not count “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it counts “%1” in another unit or precision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it splits people in another way (“%1” instead of “%2”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>together they have too many groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place code “%1” occurs twice in the list of places. Correct the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>together they have too many places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” already has numbers for %2. Choose whether to replace these months, to add the new numbers to them, or to fill only the gaps. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers of “%1” for %2 are too large to be added up. Check the file for wrong values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sums of “%1” did not agree while writing; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was read back of “%1” is not what was written; nothing was changed. Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import handed over a layer without a name; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer “%1” already has features. Choose whether to replace it, to add the new features to it, or to fill only the gaps. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is empty. Import a file into it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a database of another program, not a Mudeung workspace. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was written by a later version of Mudeung. Install that version to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was written by an earlier version of Mudeung. Open it once for writing, so that it can be brought up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: the copy “%1” could not be written. Choose another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy “%1” could not be written. Check the folder and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be brought up to date; it was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds “%1” is full. Nothing was changed; free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace “%1” is damaged or is not a Mudeung workspace. Open a backup of it, or import the files into a new workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be changed because it is read-only. Open it read-only, or make a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be opened. Check that it exists and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading or writing “%1” failed. Check the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is in use by another program. Close it there, or open it read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to read “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace “%1” answered in an unexpected way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page of the file is damaged: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has stored numbers that belong to no month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a folder. Choose a workspace file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of “%1” does not exist. Create it or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” lies on a network drive, where a workspace cannot be used safely. Copy it to a local disk and open the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” exists already. Open it, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no workspace “%1”. Check the name, or create it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file with this checksum was imported into “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored list of rejected rows is damaged. Import the file again to get a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy cannot be written to “%1”. Choose another file name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not have the measure or group that was asked for. Choose one that it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no numbers for %2. Import a file that covers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be asked by day type: it has no days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds “%1” is full: the import needs about %2 and %3 are free. Nothing was changed; free some space or move the workspace to another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory. Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace failed in an unexpected way; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was opened read-only and cannot be changed. Open it for writing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Task</name>
    <message>
        <source>“%1” stopped because of a fault in the program. Nothing was changed; please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” stopped because memory ran out. Close other programs or take a shorter period.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mudeung::ChartView</name>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>weekday, hour</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not chosen or no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>category: value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PNG, SVG or PDF …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mudeung::DataPanel</name>
    <message>
        <source>Datasets of this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2 places · source: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample data: invented numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No numbers yet. Drop a file on this window to import it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>measure (unit)</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 places · %2
%3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mudeung::FilterPanel</name>
    <message>
        <source>Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekdays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturdays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sundays and holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun/Hol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole span</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 3 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morning peak 7–9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daytime 9–17</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evening peak 17–19</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Night 22–28</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a dataset first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import dong boundaries to filter by area.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading areas</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mudeung::HoursPanel</name>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours as a profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour × weekday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour by weekday as a carpet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mudeung::ImportDialog</name>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No workspace is open. Create or open one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mudeung::ImportPreviewPage</name>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year of the numbers; the file does not say it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the dataset to import into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the layout says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Months already there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do with months that the dataset already has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse and say which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill only their gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delimiter %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · fits %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No known layout fits this file. Check that it is an unchanged file of the portal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing columns: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of the field %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mudeung::ImportReportPage</name>
    <message>
        <source>Quality report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report as HTML, JSON or text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export rejected rows …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export rejected rows as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row was rejected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports (*.html *.json *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report could not be written to “%1”. Check the folder and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows could not be written to “%1”. Check the folder and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mudeung::MainWindow</name>
    <message>
        <source>%1 – Mudeung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mudeung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace is open for reading only. Imports need a copy that you may write: save one elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the sample city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An import needs a workspace: the file that will hold the numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace is open for reading only, so nothing can be imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mudeung workspaces (*.mudeung)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map could not be written to “%1”. Check the folder and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “%1” from this workspace? Its file can be imported again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the filter that left nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches these filters together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left, because of the filter: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New workspace …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open workspace …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;sample city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recent workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import files …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;map …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save group &amp;chart …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo last filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove this dataset …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Mudeung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (missing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Mudeung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Mudeung %1&lt;/h3&gt;&lt;p&gt;GIS analysis for city policy planners. Works offline; nothing leaves this computer.&lt;/p&gt;&lt;p&gt;Qt %2 · GNU General Public License, version 3 or later&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mudeung::MapStylePanel</name>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density per km² around the places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One circle per place, its area in proportion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dongs coloured by their total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandwidth of the density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> m</source>
        <comment>metres</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bandwidth in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual bandwidths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>300 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>400 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>500 m (7-minute walk)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>800 m (10 to 12 minutes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the colour scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the top of the scale, so that pictures can be compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dong boundaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops and stations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These numbers belong to areas, not to points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works with circles and areas.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mudeung::MapView</name>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole city (Home)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace to see its map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the total</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mudeung::MessageBar</name>
    <message>
        <source>Show details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do what the message offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mudeung::StartPage</name>
    <message>
        <source>Mudeung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who rides where and when: the city&apos;s published files as maps and charts, on this computer only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files here
CSV, Excel, JSON, Shapefile, GeoPackage or a zip from the data portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the sample city …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open workspace …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A made-up city with two years of invented numbers, to try everything on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   in %2</source>
        <comment>file in folder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   missing from %2</source>
        <comment>file missing from folder</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mudeung::StatusLine</name>
    <message>
        <source>SAMPLE DATA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>measure: total</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>measure: total unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 places (%2 without coordinates)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mudeung::TaskTray</name>
    <message>
        <source>Cancel this task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the running task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelling …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mudeung::TopPlacesModel</name>
    <message>
        <source>%1 · number %2 · no coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · number %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>measure (unit)</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mudeung::TopPlacesPanel</name>
    <message>
        <source>Search places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places by rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected rows, or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save all places as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table could not be written to “%1”. Check the folder and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mudeung::TrendPanel</name>
    <message>
        <source>This dataset has one number per year, so there are no months to compare.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mudeung::WorkspaceState</name>
    <message>
        <source>Counting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace to see its numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file to see its numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no answer to this query.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
