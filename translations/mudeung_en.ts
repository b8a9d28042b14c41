<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Cube</name>
    <message numerus="yes">
        <source>The data lacks %n of the days asked for.</source>
        <translation>
            <numerusform>The data lacks %n of the days asked for.</numerusform>
            <numerusform>The data lacks %n of the days asked for.</numerusform>
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
