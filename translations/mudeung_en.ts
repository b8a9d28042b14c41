<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%1 has %n problem(s).</source>
        <translation>
            <numerusform>%1 has %n problem.</numerusform>
            <numerusform>%1 has %n problems.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series, such as %1: %2</source>
        <translation>
            <numerusform>%n series, such as %1: %2</numerusform>
            <numerusform>%n series, such as %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n series, season %1</source>
        <translation>
            <numerusform>%n series, season %1</numerusform>
            <numerusform>%n series, season %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cube</name>
    <message numerus="yes">
        <source>The data lacks %n of the days asked for.</source>
        <translation>
            <numerusform>The data lacks %n of the days asked for.</numerusform>
            <numerusform>The data lacks %n of the days asked for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) without coordinates cannot be assigned to an area.</source>
        <translation>
            <numerusform>%n place without coordinates cannot be assigned to an area.</numerusform>
            <numerusform>%n places without coordinates cannot be assigned to an area.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n place(s) without longitude and latitude were located by their %1 coordinates.</source>
        <translation>
            <numerusform>%n place without longitude and latitude was located by its %1 coordinates.</numerusform>
            <numerusform>%n places without longitude and latitude were located by their %1 coordinates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) lie outside Korea and were kept without coordinates.</source>
        <translation>
            <numerusform>%n place lies outside Korea and was kept without coordinates.</numerusform>
            <numerusform>%n places lie outside Korea and were kept without coordinates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) had longitude and latitude exchanged; this was put right.</source>
        <translation>
            <numerusform>%n row had longitude and latitude exchanged; this was put right.</numerusform>
            <numerusform>%n rows had longitude and latitude exchanged; this was put right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) appear on more than one row; all rows were kept: %1.</source>
        <translation>
            <numerusform>%n code appears on more than one row; all rows were kept: %1.</numerusform>
            <numerusform>%n codes appear on more than one row; all rows were kept: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) carry more than one name; the first name was kept.</source>
        <translation>
            <numerusform>%n code carries more than one name; the first name was kept.</numerusform>
            <numerusform>%n codes carry more than one name; the first name was kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) are masked by the publisher and count as not observed.</source>
        <translation>
            <numerusform>%n cell is masked by the publisher and counts as not observed.</numerusform>
            <numerusform>%n cells are masked by the publisher and count as not observed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of “%1” lie far above all comparable ones: %2.</source>
        <translation>
            <numerusform>%n value of “%1” lies far above all comparable ones: %2.</numerusform>
            <numerusform>%n values of “%1” lie far above all comparable ones: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) of a place with more than 20 times its usual “%1”: %2.</source>
        <translation>
            <numerusform>%n case of a place with more than 20 times its usual “%1”: %2.</numerusform>
            <numerusform>%n cases of a place with more than 20 times its usual “%1”: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) have not a single count in this file.</source>
        <translation>
            <numerusform>%n place has not a single count in this file.</numerusform>
            <numerusform>%n places have not a single count in this file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have a total that differs from the sum of their hours; the first is line %1.</source>
        <translation>
            <numerusform>%n row has a total that differs from the sum of its hours; the first is line %1.</numerusform>
            <numerusform>%n rows have a total that differs from the sum of their hours; the first is line %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message numerus="yes">
        <source>%n place(s) in it</source>
        <translation>
            <numerusform>%n place in it</numerusform>
            <numerusform>%n places in it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) selected</source>
        <translation>
            <numerusform>%n place selected</numerusform>
            <numerusform>%n places selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 m: %n place(s), %2</source>
        <comment>radius tool</comment>
        <translation>
            <numerusform>%1 m: %n place, %2</numerusform>
            <numerusform>%1 m: %n places, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 m: %n place(s)</source>
        <comment>radius tool</comment>
        <translation>
            <numerusform>%1 m: %n place</numerusform>
            <numerusform>%1 m: %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more sentence(s)</source>
        <translation>
            <numerusform>… and %n more sentence</numerusform>
            <numerusform>… and %n more sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) selected</source>
        <translation>
            <numerusform>%n area selected</numerusform>
            <numerusform>%n areas selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 m: %n area(s)</source>
        <comment>radius tool</comment>
        <translation>
            <numerusform>%1 m: %n area</numerusform>
            <numerusform>%1 m: %n areas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Model</name>
    <message numerus="yes">
        <source>%n area(s)</source>
        <translation>
            <numerusform>%n area</numerusform>
            <numerusform>%n areas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message numerus="yes">
        <source>Total: %1 %2, in %n row(s) by “%3”.</source>
        <translation>
            <numerusform>Total: %1 %2, in %n row by “%3”.</numerusform>
            <numerusform>Total: %1 %2, in %n rows by “%3”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the largest %n row(s) are shown.</source>
        <translation>
            <numerusform>Only the largest row is shown.</numerusform>
            <numerusform>Only the largest %n rows are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>%n files together</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more remarks are kept with the imports in the workspace.</source>
        <translation>
            <numerusform>%n more remark is kept with the imports in the workspace.</numerusform>
            <numerusform>%n more remarks are kept with the imports in the workspace.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mudeung::ChangePanel</name>
    <message numerus="yes">
        <source>%n selected: %1 → %2 (%3)</source>
        <comment>before → now (relative)</comment>
        <translation>
            <numerusform>%n selected: %1 → %2 (%3)</numerusform>
            <numerusform>%n selected: %1 → %2 (%3)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mudeung::HistoryPanel</name>
    <message numerus="yes">
        <source>Remove %n result(s)? They cannot be restored, but they can be run again.</source>
        <translation>
            <numerusform>Remove %n result? It cannot be restored, but it can be run again.</numerusform>
            <numerusform>Remove %n results? They cannot be restored, but they can be run again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mudeung::ImportDialog</name>
    <message numerus="yes">
        <source>%n more file(s) waiting</source>
        <translation>
            <numerusform>%n more file waiting</numerusform>
            <numerusform>%n more files waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mudeung::MainWindow</name>
    <message numerus="yes">
        <source>%n task(s) still running. Closing now cancels what is not finished; finished work stays.</source>
        <translation>
            <numerusform>%n task is still running. Closing now cancels what is not finished; finished work stays.</numerusform>
            <numerusform>%n tasks are still running. Closing now cancels what is not finished; finished work stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mudeung::NumbersPanel</name>
    <message numerus="yes">
        <source>%n selected place(s)</source>
        <translation>
            <numerusform>%n selected place</numerusform>
            <numerusform>%n selected places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mudeung::ResultTableView</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n row(s)</source>
        <translation>
            <numerusform>%1 of %n row</numerusform>
            <numerusform>%1 of %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mudeung::StatusLine</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mudeung::TaskTray</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
