<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>zipper::MainWindow</name>
    <message numerus="yes">
        <source>A session with unsaved work was kept on %1: %2, %n layer(s) merged.</source>
        <translation>
            <numerusform>A session with unsaved work was kept on %1: %2, %n layer merged.</numerusform>
            <numerusform>A session with unsaved work was kept on %1: %2, %n layers merged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::LayerTotals</name>
    <message numerus="yes">
        <source>All %n rows</source>
        <translation>
            <numerusform>The only row</numerusform>
            <numerusform>All %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n rows</source>
        <translation>
            <numerusform>%1 of %n row</numerusform>
            <numerusform>%1 of %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::RunTableModel</name>
    <message numerus="yes">
        <source>%n layer(s) merged</source>
        <translation>
            <numerusform>%n layer merged</numerusform>
            <numerusform>%n layers merged</numerusform>
        </translation>
    </message>
</context>
</TS>
