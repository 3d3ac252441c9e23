<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AccuracyFigure</name>
    <message>
        <source>%1, layer %2</source>
        <translation>%1, Schicht %2</translation>
    </message>
    <message>
        <source>%1, fine-tuned</source>
        <translation>%1, feinabgestimmt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Aufgabe %1</translation>
    </message>
    <message>
        <source>Top-1 of task %1 after the calibration of each step; a point in a ring is one after fine-tuning</source>
        <translation>Top-1 von Aufgabe %1 nach der Kalibrierung jedes Schritts; ein Punkt im Ring ist einer nach der Feinabstimmung</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>After initialization</source>
        <translation>Nach der Initialisierung</translation>
    </message>
    <message>
        <source>Top-1 after the initialization of each step, before its calibration</source>
        <translation>Top-1 nach der Initialisierung jedes Schritts, vor seiner Kalibrierung</translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Show or hide this run</source>
        <translation>Diesen Lauf zeigen oder verbergen</translation>
    </message>
    <message>
        <source>No layer merged</source>
        <translation>Keine Schicht verschmolzen</translation>
    </message>
    <message>
        <source>Merged layers: %1</source>
        <translation>Verschmolzene Schichten: %1</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <source>initialized</source>
        <translation>initialisiert</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 von %2 Bildern</translation>
    </message>
    <message>
        <source>Newest points: of a sample of the test images; the rest is scored when nothing else runs.</source>
        <translation>Neueste Punkte: von einer Stichprobe der Testbilder; der Rest wird ausgewertet, wenn sonst nichts läuft.</translation>
    </message>
    <message>
        <source>Newest points: of a sample of %1 of the %2 test images; the rest is scored when nothing else runs.</source>
        <translation>Neueste Punkte: von einer Stichprobe aus %1 der %2 Testbilder; der Rest wird ausgewertet, wenn sonst nichts läuft.</translation>
    </message>
    <message>
        <source>Top-1 of the trained networks as loaded; the bands are their 95 % intervals, within which a difference may be chance</source>
        <translation>Top-1 der trainierten Netze, wie sie geladen sind; die Bänder sind ihre 95-%-Intervalle, innerhalb derer ein Unterschied Zufall sein kann</translation>
    </message>
</context>
<context>
    <name>BesideWeights</name>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>beside</source>
        <translation>daneben</translation>
    </message>
    <message>
        <source>here − beside</source>
        <translation>hier − daneben</translation>
    </message>
</context>
<context>
    <name>ChangesTexts</name>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>If chance alone decided which, so large a difference would come up in fewer than 1 of 10,000 cases (McNemar&apos;s test).</source>
        <translation>Entschiede allein der Zufall, welche es sind, käme ein so großer Unterschied in weniger als 1 von 10,000 Fällen vor (McNemar-Test).</translation>
    </message>
    <message>
        <source>If chance alone decided which, so large a difference would come up in %1 of %2 cases (McNemar&apos;s test).</source>
        <translation>Entschiede allein der Zufall, welche es sind, käme ein so großer Unterschied in %1 von %2 Fällen vor (McNemar-Test).</translation>
    </message>
    <message>
        <source>All images of %1</source>
        <translation>Alle Bilder von %1</translation>
    </message>
    <message>
        <source>Images of %1 that the teacher answers %2 to</source>
        <translation>Bilder von %1, zu denen der Lehrer %2 sagt</translation>
    </message>
    <message>
        <source>Images of %1 that the merged network answers %2 to</source>
        <translation>Bilder von %1, zu denen das verschmolzene Netz %2 sagt</translation>
    </message>
    <message>
        <source>Images of %1 that only one of the two answers %2 to</source>
        <translation>Bilder von %1, zu denen nur eines der beiden Netze %2 sagt</translation>
    </message>
    <message>
        <source>Lost: the teacher is right, the merged network wrong</source>
        <translation>Verloren: Der Lehrer hat recht, das verschmolzene Netz irrt</translation>
    </message>
    <message>
        <source>Won: the merged network is right, the teacher wrong</source>
        <translation>Gewonnen: Das verschmolzene Netz hat recht, der Lehrer irrt</translation>
    </message>
    <message>
        <source>Both are right</source>
        <translation>Beide haben recht</translation>
    </message>
    <message>
        <source>Both are wrong</source>
        <translation>Beide irren</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>Of %1 the teacher has %2 right: %3 (95 % interval: %4 to %5).</source>
        <translation>Von %1 erkennt der Lehrer %2: %3 (95-%-Intervall: %4 bis %5).</translation>
    </message>
    <message>
        <source>Of %1 the merged network has %2 right: %3 (95 % interval: %4 to %5).</source>
        <translation>Von %1 erkennt das verschmolzene Netz %2: %3 (95-%-Intervall: %4 bis %5).</translation>
    </message>
    <message numerus="yes">
        <source>%Ln test image(s)</source>
        <translation>
            <numerusform>%Ln Testbild</numerusform>
            <numerusform>%Ln Testbildern</numerusform>
        </translation>
    </message>
    <message>
        <source>The merge lost no image and won none: whatever was right is right, and the rest is wrong.</source>
        <translation>Das Verschmelzen hat kein Bild verloren und keines gewonnen: Was richtig war, ist richtig, und der Rest ist falsch.</translation>
    </message>
    <message>
        <source>The merge lost %1 and won %2.</source>
        <translation>Das Verschmelzen hat %1 verloren und %2 gewonnen.</translation>
    </message>
    <message>
        <source>So this is hardly chance.</source>
        <translation>Das ist also kaum Zufall.</translation>
    </message>
    <message>
        <source>So this may well be chance.</source>
        <translation>Das kann also gut Zufall sein.</translation>
    </message>
    <message>
        <source>So far %1 of %2 test images are compared.</source>
        <translation>Bisher sind %1 von %2 Testbildern verglichen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) can&apos;t be read and are left out.</source>
        <translation>
            <numerusform>%Ln Bild ist nicht lesbar und wird ausgelassen.</numerusform>
            <numerusform>%Ln Bilder sind nicht lesbar und werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>won</source>
        <translation>gewonnen</translation>
    </message>
    <message>
        <source>both right</source>
        <translation>beide richtig</translation>
    </message>
    <message>
        <source>both wrong</source>
        <translation>beide falsch</translation>
    </message>
    <message>
        <source>teacher: %1, %2</source>
        <translation>Lehrer: %1, %2</translation>
    </message>
    <message>
        <source>merged: %1, %2</source>
        <translation>verschmolzen: %1, %2</translation>
    </message>
    <message>
        <source>Test image %1, labelled %2; %3; %4; %5</source>
        <translation>Testbild %1, bezeichnet als %2; %3; %4; %5</translation>
    </message>
    <message>
        <source>%1, %2: teacher %3, merged %4; lost %5, won %6</source>
        <translation>%1, %2: Lehrer %3, verschmolzen %4; verloren %5, gewonnen %6</translation>
    </message>
    <message>
        <source>Images of %1 that are answered %2: teacher %3, merged %4, difference %5.</source>
        <translation>Bilder von %1, zu denen %2 gesagt wird: Lehrer %3, verschmolzen %4, Differenz %5.</translation>
    </message>
    <message>
        <source>%1 → %2 (%3)</source>
        <comment>teacher, merged, difference</comment>
        <translation>%1 → %2 (%3)</translation>
    </message>
    <message>
        <source>%1 recognized: %2</source>
        <translation>%1 erkannt: %2</translation>
    </message>
    <message>
        <source>%1 taken for %2: %3</source>
        <translation>%1 für %2 gehalten: %3</translation>
    </message>
    <message>
        <source>Right %1 only</source>
        <comment>here</comment>
        <translation>Nur %1 richtig</translation>
    </message>
    <message>
        <source>No image was lost and none won.</source>
        <translation>Kein Bild ging verloren, keines wurde gewonnen.</translation>
    </message>
    <message>
        <source>The change is hardly chance.</source>
        <translation>Die Änderung ist kaum Zufall.</translation>
    </message>
    <message>
        <source>The change may well be chance.</source>
        <translation>Die Änderung kann gut Zufall sein.</translation>
    </message>
    <message>
        <source>Of %1: teacher %2 (%3 to %4), merged network %5 (%6 to %7). %8</source>
        <comment>test images, accuracies with their intervals, what chance may be</comment>
        <translation>Von %1: Lehrer %2 (%3 bis %4), verschmolzenes Netz %5 (%6 bis %7). %8</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>network: class, probability</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Test image %1, labelled %2; %3; %4</source>
        <translation>Testbild %1, beschriftet mit %2; %3; %4</translation>
    </message>
</context>
<context>
    <name>CurveRun</name>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
</context>
<context>
    <name>DataFolder</name>
    <message>
        <source>Copies for recovery aren&apos;t kept: the folder %1 can&apos;t be written.</source>
        <translation>Sicherungskopien werden nicht aufbewahrt: In den Ordner %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Settings and the list of recent sessions aren&apos;t kept: the folder %1 can&apos;t be written.</source>
        <translation>Einstellungen und die Liste der letzten Sitzungen werden nicht aufbewahrt: In den Ordner %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Save sessions elsewhere, and make that writable or name another home folder (HOME) before the next start.</source>
        <translation>Speichern Sie Sitzungen anderswo, und machen Sie das beschreibbar oder nennen Sie vor dem nächsten Start einen anderen Heimatordner (HOME).</translation>
    </message>
</context>
<context>
    <name>DataText</name>
    <message>
        <source>%1 training, %2 validation, %3 test images</source>
        <translation>%1 Trainings-, %2 Validierungs- und %3 Testbilder</translation>
    </message>
    <message>
        <source>%1 training, %2 test images</source>
        <translation>%1 Trainings- und %2 Testbilder</translation>
    </message>
    <message>
        <source>%1 classes: %2</source>
        <translation>%1 Klassen: %2</translation>
    </message>
    <message>
        <source>Transparency: %1; orientation: %2</source>
        <translation>Transparenz: %1; Orientierung: %2</translation>
    </message>
    <message>
        <source>dropped, as PIL and TensorFlow do</source>
        <translation>verworfen, wie in PIL und TensorFlow</translation>
    </message>
    <message>
        <source>laid over white</source>
        <translation>auf Weiß gelegt</translation>
    </message>
    <message>
        <source>as stored, as PyTorch and TensorFlow do</source>
        <translation>wie gespeichert (so auch PyTorch und TensorFlow)</translation>
    </message>
    <message>
        <source>turned upright</source>
        <translation>aufrecht gedreht</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>%1 file</source>
        <translation>%1-Datei</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>This file is not written over.</source>
        <translation>Diese Datei wird nicht überschrieben.</translation>
    </message>
    <message>
        <source>Replace files that are in this folder already?</source>
        <translation>Dateien ersetzen, die schon in diesem Ordner liegen?</translation>
    </message>
    <message>
        <source>%1 has: %2</source>
        <translation>%1 enthält: %2</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
</context>
<context>
    <name>Distributions</name>
    <message>
        <source>merged</source>
        <translation>verschmolzen</translation>
    </message>
    <message>
        <source>merged %1</source>
        <translation>verschmolzen %1</translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation>%1: Gewichte</translation>
    </message>
    <message>
        <source>%1 BN scale γ</source>
        <translation>%1: BN-Skalierung γ</translation>
    </message>
    <message>
        <source>%1 BN shift β</source>
        <translation>%1: BN-Verschiebung β</translation>
    </message>
    <message>
        <source>%1 BN mean μ</source>
        <translation>%1: BN-Mittelwert μ</translation>
    </message>
    <message>
        <source>%1 BN variance σ²</source>
        <translation>%1: BN-Varianz σ²</translation>
    </message>
    <message>
        <source>Stem</source>
        <translation>Stamm</translation>
    </message>
    <message>
        <source>Depthwise</source>
        <translation>Depthwise</translation>
    </message>
    <message>
        <source>%1 bias</source>
        <translation>%1: Bias</translation>
    </message>
</context>
<context>
    <name>EngineText</name>
    <message>
        <source>say which class is which output: --classes FILE on the command line, &quot;Match classes...&quot; in the workbench</source>
        <translation>festlegen, welche Klasse welcher Ausgang ist: hier mit „Klassen zuordnen…“, auf der Befehlszeile mit --classes DATEI</translation>
    </message>
    <message>
        <source>only the data set has names for the classes: the data set has %1; the network has %2; the network&apos;s numbers are taken for positions in the data set&apos;s order. If that is wrong, %3</source>
        <translation>nur der Datensatz hat Namen für die Klassen: Er hat %1; das Netz hat %2; die Nummern des Netzes gelten als Plätze in der Reihenfolge des Datensatzes. Wenn das falsch ist, %3</translation>
    </message>
    <message>
        <source>the class names differ: the data set has %1; the network has %2; they are taken in this order, the first class for the first output. Unless that is right, all figures are wrong: %3</source>
        <translation>die Klassennamen sind verschieden: Der Datensatz hat %1; das Netz hat %2; sie werden in dieser Reihenfolge genommen, die erste Klasse für den ersten Ausgang. Ist das nicht richtig, sind alle Zahlen falsch: %3</translation>
    </message>
    <message>
        <source>in the list, %1 name stands for another output than in the network itself: %2; the list is followed; %3</source>
        <translation>in der Liste steht %1 Name für einen anderen Ausgang als im Netz selbst: %2; die Liste gilt; %3</translation>
    </message>
    <message>
        <source>in the list, %1 names stand for another output than in the network itself: %2; the list is followed; %3</source>
        <translation>in der Liste stehen %1 Namen für einen anderen Ausgang als im Netz selbst: %2; die Liste gilt; %3</translation>
    </message>
    <message>
        <source>in the list, %1 name stands for another output than in the network itself: %2; the list is followed</source>
        <translation>in der Liste steht %1 Name für einen anderen Ausgang als im Netz selbst: %2; die Liste gilt</translation>
    </message>
    <message>
        <source>in the list, %1 names stand for another output than in the network itself: %2; the list is followed</source>
        <translation>in der Liste stehen %1 Namen für einen anderen Ausgang als im Netz selbst: %2; die Liste gilt</translation>
    </message>
    <message>
        <source>the data set has %1 classes, the network&apos;s head only %2; choose the data that the network was trained on, or train a new head %3</source>
        <translation>der Datensatz hat %1 Klassen, der Kopf des Netzes nur %2; die Daten wählen, mit denen das Netz trainiert wurde, oder einen neuen Kopf trainieren, %3</translation>
    </message>
    <message>
        <source>in a terminal: zipper train --from %1 --data FOLDER --out NEW.safetensors</source>
        <translation>in einem Terminal mit: zipper train --from %1 --data ORDNER --out NEU.safetensors</translation>
    </message>
    <message>
        <source>model %1 (%2) has no head: nothing in it tells classes apart. Choose a file of the whole network (its name often lacks &quot;no_top&quot; or &quot;backbone&quot;), or train a head on your images %3</source>
        <translation>Modell %1 (%2) hat keinen Kopf: Nichts darin unterscheidet Klassen. Eine Datei des ganzen Netzes wählen (in ihrem Namen fehlt meist „no_top“ oder „backbone“) oder mit eigenen Bildern einen Kopf trainieren, %3</translation>
    </message>
    <message>
        <source>the classes of the data set are the numbers %1, the network has no names: each number is taken for that output. If the network was trained in this order of folders instead, choose the position (--classes position)</source>
        <translation>die Klassen des Datensatzes sind die Nummern %1, das Netz hat keine Namen: Jede Nummer gilt als der Ausgang dieser Nummer. Wurde das Netz stattdessen in der Reihenfolge dieser Ordner trainiert, den Platz wählen (--classes position)</translation>
    </message>
    <message>
        <source>the class map has %1 entries, the data set %2 classes</source>
        <translation>die Klassenzuordnung hat %1 Einträge, der Datensatz %2 Klassen</translation>
    </message>
    <message>
        <source>the class map names output %1; %2 to %3 are the network&apos;s, or -1 for none</source>
        <translation>die Klassenzuordnung nennt Ausgang %1; %2 bis %3 hat das Netz, -1 steht für keinen</translation>
    </message>
    <message>
        <source>an older version made this session and took the first class for the first output, and so on, although their names say otherwise: the data set has %1; the network has %2. It goes on so; a new merge, or --classes names, goes by the names</source>
        <translation>eine ältere Version hat diese Sitzung angelegt und die erste Klasse für den ersten Ausgang genommen und so weiter, obwohl die Namen anderes sagen: Der Datensatz hat %1; das Netz hat %2. Dabei bleibt es; eine neue Verschmelzung oder --classes names richtet sich nach den Namen</translation>
    </message>
    <message>
        <source>%1 (left out: %2 training and %3 test images)</source>
        <translation>%1 (weggelassen: %2 Trainings- und %3 Testbilder)</translation>
    </message>
    <message>
        <source>the data set has %1 classes, the network %2; scores only mean something if its classes are the network&apos;s first, in that order</source>
        <translation>der Datensatz hat %1 Klassen, das Netz %2; die Bewertung sagt nur etwas aus, wenn seine Klassen die ersten des Netzes sind, in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>The images in %1 aren&apos;t those that the session was made with; results can&apos;t be compared. %2</source>
        <translation>Die Bilder in %1 sind nicht die, mit denen die Sitzung entstand; Ergebnisse lassen sich nicht vergleichen. %2</translation>
    </message>
    <message>
        <source>The images in %1 aren&apos;t those that the session was made with; results can&apos;t be compared.</source>
        <translation>Die Bilder in %1 sind nicht die, mit denen die Sitzung entstand; Ergebnisse lassen sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>the network has no output &quot;%1&quot;; it has %2; numbers from %3 to %4 are allowed, and - for none</source>
        <translation>das Netz hat keinen Ausgang „%1“; es hat %2; erlaubt sind Nummern von %3 bis %4, und - für keinen</translation>
    </message>
    <message>
        <source>the network has no output &quot;%1&quot;; numbers from %2 to %3 are allowed, and - for none</source>
        <translation>das Netz hat keinen Ausgang „%1“; erlaubt sind Nummern von %2 bis %3, und - für keinen</translation>
    </message>
    <message>
        <source>empty; lines such as cat = 3 expected, or a name per output of the network</source>
        <translation>leer; erwartet werden Zeilen wie Katze = 3 oder ein Name je Ausgang des Netzes</translation>
    </message>
    <message>
        <source>&quot;%1&quot; found, class = output expected (or, in a file that names the network&apos;s %2 outputs, as many lines as these; there are %3)</source>
        <translation>„%1“ gefunden, Klasse = Ausgang erwartet (oder, in einer Datei mit Namen für die %2 Ausgänge des Netzes, ebenso viele Zeilen; es sind %3)</translation>
    </message>
    <message>
        <source>the data set has no class &quot;%1&quot;; it has %2</source>
        <translation>der Datensatz hat keine Klasse „%1“; er hat %2</translation>
    </message>
    <message>
        <source>the class &quot;%1&quot; stands there twice</source>
        <translation>die Klasse „%1“ steht zweimal da</translation>
    </message>
    <message>
        <source>there are no test images of its own: %1 % of the images of each class are held out for testing</source>
        <translation>eigene Testbilder gibt es nicht: %1 % der Bilder jeder Klasse werden zum Testen zurückgehalten</translation>
    </message>
    <message>
        <source>%1 is trained on, %2 is what states are chosen by, %3 is tested on</source>
        <translation>mit %1 wird trainiert, nach %2 werden Zustände ausgewählt, mit %3 wird getestet</translation>
    </message>
    <message>
        <source>%1 is trained on and %2 is the test set: there is no folder of test images beside them</source>
        <translation>mit %1 wird trainiert, und %2 ist die Testmenge: Einen Ordner mit Testbildern gibt es daneben nicht</translation>
    </message>
    <message>
        <source>%1 is trained on, %2 is tested on</source>
        <translation>mit %1 wird trainiert, mit %2 wird getestet</translation>
    </message>
    <message>
        <source>%1 is left out: %2</source>
        <translation>%1 bleibt weg: %2</translation>
    </message>
    <message>
        <source>%1 are left out: %2</source>
        <translation>%1 bleiben weg: %2</translation>
    </message>
    <message>
        <source>no class folders are in there</source>
        <translation>darin sind keine Klassenordner</translation>
    </message>
    <message>
        <source>the names don&apos;t say what they are for</source>
        <translation>die Namen sagen nicht, wofür sie da sind</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Bilder</translation>
    </message>
    <message>
        <source>%1 image</source>
        <translation>%1 Bild</translation>
    </message>
    <message>
        <source>%1, %2 of them in subfolders of their class</source>
        <translation>%1, davon %2 in Unterordnern ihrer Klasse</translation>
    </message>
    <message>
        <source>%1; %2 files left out: %3</source>
        <translation>%1; %2 Dateien weggelassen: %3</translation>
    </message>
    <message>
        <source>%1; %2 file left out: %3</source>
        <translation>%1; %2 Datei weggelassen: %3</translation>
    </message>
    <message>
        <source>%1; %2 images beside the class folders left out</source>
        <translation>%1; %2 Bilder neben den Klassenordnern weggelassen</translation>
    </message>
    <message>
        <source>%1; %2 image beside the class folders left out</source>
        <translation>%1; %2 Bild neben den Klassenordnern weggelassen</translation>
    </message>
    <message>
        <source>%1 files left out: %2</source>
        <translation>%1 Dateien weggelassen: %2</translation>
    </message>
    <message>
        <source>%1 file left out: %2</source>
        <translation>%1 Datei weggelassen: %2</translation>
    </message>
    <message>
        <source>%1 without an ending</source>
        <translation>%1 ohne Endung</translation>
    </message>
    <message>
        <source>%1 with other endings</source>
        <translation>%1 mit anderen Endungen</translation>
    </message>
    <message>
        <source>%1 hidden</source>
        <translation>%1 versteckt</translation>
    </message>
    <message>
        <source>%1 that are no files (pipes, devices, broken links)</source>
        <translation>%1 keine Dateien (Pipes, Geräte, Links ins Leere)</translation>
    </message>
    <message>
        <source>%1 link that leads in a circle</source>
        <translation>%1 Link, der im Kreis führt</translation>
    </message>
    <message>
        <source>%1 links that lead in circles</source>
        <translation>%1 Links, die im Kreis führen</translation>
    </message>
    <message>
        <source>the classes are in the order of their names&apos; bytes, as the loaders of PyTorch and Keras order them: %1; by the numbers in them it would be %2</source>
        <translation>die Klassen sind nach den Bytes ihrer Namen geordnet, wie es auch PyTorch und Keras beim Laden tun: %1; nach den Zahlen darin wäre die Reihenfolge %2</translation>
    </message>
    <message>
        <source>%1 isn&apos;t used beside the other lists</source>
        <translation>%1 wird neben den anderen Listen nicht verwendet</translation>
    </message>
    <message>
        <source>the classes are those of %1</source>
        <translation>die Klassen sind die von %1</translation>
    </message>
    <message>
        <source>the classes are those of %1; %2 of %3 listed images aren&apos;t there, the first is %4</source>
        <translation>die Klassen sind die von %1; %2 der %3 Bilder in der Liste fehlen, das erste ist %4</translation>
    </message>
    <message>
        <source>the classes are those of %1; %2 of %3 listed images aren&apos;t there, the first is %4; %5 images aren&apos;t listed and left out</source>
        <translation>die Klassen sind die von %1; %2 der %3 Bilder in der Liste fehlen, das erste ist %4; %5 Bilder stehen nicht in der Liste und bleiben weg</translation>
    </message>
    <message>
        <source>the classes are those of %1; %2 of %3 listed images aren&apos;t there, the first is %4; %5 image isn&apos;t listed and left out</source>
        <translation>die Klassen sind die von %1; %2 der %3 Bilder in der Liste fehlen, das erste ist %4; %5 Bild steht nicht in der Liste und bleibt weg</translation>
    </message>
    <message>
        <source>the classes are those of %1; %2 images aren&apos;t listed and left out</source>
        <translation>die Klassen sind die von %1; %2 Bilder stehen nicht in der Liste und bleiben weg</translation>
    </message>
    <message>
        <source>the classes are those of %1; %2 image isn&apos;t listed and left out</source>
        <translation>die Klassen sind die von %1; %2 Bild steht nicht in der Liste und bleibt weg</translation>
    </message>
    <message>
        <source>validation images of the lists are what states are chosen by</source>
        <translation>nach den Validierungsbildern der Listen werden Zustände ausgewählt</translation>
    </message>
    <message>
        <source>the validation images of the lists are the test set: they list no test images</source>
        <translation>die Validierungsbilder der Listen sind die Testmenge: Testbilder führen sie nicht auf</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>it lists no images</source>
        <translation>sie führt keine Bilder auf</translation>
    </message>
    <message>
        <source>no column is headed as one of files (filename, path, image ...); found were %1</source>
        <translation>keine Spalte ist als Spalte der Dateien überschrieben (filename, path, image …); gefunden wurden %1</translation>
    </message>
    <message>
        <source>no column is headed as one of classes (label, class, category ...); found were %1</source>
        <translation>keine Spalte ist als Spalte der Klassen überschrieben (label, class, category …); gefunden wurden %1</translation>
    </message>
    <message>
        <source>a file and its class were expected, %1 fields were found</source>
        <translation>eine Datei und ihre Klasse wurden erwartet, %1 Felder wurden gefunden</translation>
    </message>
    <message>
        <source>a file and its class were expected</source>
        <translation>eine Datei und ihre Klasse wurden erwartet</translation>
    </message>
    <message>
        <source>train, val or test was expected under &quot;%1&quot;, &quot;%2&quot; was found</source>
        <translation>unter „%1“ wurde train, val oder test erwartet, gefunden wurde „%2“</translation>
    </message>
    <message>
        <source>%1 and %2 both list images with classes; keep one of them</source>
        <translation>%1 und %2 führen beide Bilder mit Klassen auf; nur eine davon behalten</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads out of the data set&apos;s folder; name images relative to it</source>
        <translation>„%1“ führt aus dem Ordner des Datensatzes heraus; Bilder relativ zu ihm angeben</translation>
    </message>
    <message>
        <source>%1 has the class &quot;%2&quot;, before that it had &quot;%3&quot;; images of one class each are read</source>
        <translation>%1 hat die Klasse „%2“, davor hatte es „%3“; gelesen werden Bilder mit je einer Klasse</translation>
    </message>
    <message>
        <source>%1 gives %2 images of one class (&quot;%3&quot;), at least two classes were expected; complete the list</source>
        <translation>%1 enthält %2 Bilder einer einzigen Klasse („%3“), mindestens zwei Klassen wurden erwartet; die Liste ergänzen</translation>
    </message>
    <message>
        <source>none of the %1 images that %2 names is there (%3 ...); put them beside the list</source>
        <translation>keines der %1 Bilder, die %2 nennt, ist da (%3 …); die Bilder neben die Liste legen</translation>
    </message>
    <message>
        <source>the class &quot;%1&quot; was not expected: no training image has it; correct the list</source>
        <translation>die Klasse „%1“ wurde nicht erwartet: Kein Trainingsbild hat sie; die Liste berichtigen</translation>
    </message>
    <message>
        <source>the class &quot;%1&quot; was not expected: the training images have %2 classes, from &quot;%3&quot; to &quot;%4&quot;; rename or remove the folder</source>
        <translation>die Klasse „%1“ wurde nicht erwartet: Die Trainingsbilder haben %2 Klassen, von „%3“ bis „%4“; den Ordner umbenennen oder entfernen</translation>
    </message>
    <message>
        <source>%1 lists no images for %2; complete it</source>
        <translation>%1 führt keine Bilder für %2 auf; die Liste ergänzen</translation>
    </message>
    <message>
        <source>names %1 classes, the lists have %2</source>
        <translation>nennt %1 Klassen, die Listen haben %2</translation>
    </message>
    <message>
        <source>one class name a line was expected, the file is empty</source>
        <translation>ein Klassenname je Zeile wurde erwartet, die Datei ist leer</translation>
    </message>
    <message>
        <source>a class name was expected, a blank line was found; remove it</source>
        <translation>ein Klassenname wurde erwartet, gefunden wurde eine leere Zeile; sie entfernen</translation>
    </message>
    <message>
        <source>the class name &quot;%1&quot; occurs twice; class names must differ</source>
        <translation>der Klassenname „%1“ kommt zweimal vor; Klassennamen müssen verschieden sein</translation>
    </message>
    <message>
        <source>a folder with a data set was expected, this is a file; choose the folder that holds it</source>
        <translation>erwartet wurde der Ordner eines Datensatzes, das ist eine Datei; den Ordner wählen, in dem sie liegt</translation>
    </message>
    <message>
        <source>the folder of the data set was expected, there is no such folder; choose one with %1</source>
        <translation>erwartet wurde der Ordner des Datensatzes, einen solchen Ordner gibt es nicht; einen Ordner wählen, in dem dies liegt: %1</translation>
    </message>
    <message>
        <source>IDX files (train-images-idx3-ubyte, train-labels-idx1-ubyte, plain or .gz), CIFAR-10 batches (data_batch_1.bin), class folders with images (%1), directly or below train/, validation/ and test/, or images beside a list (a .csv with columns for file and label, train.txt, CUB-200&apos;s or Flowers-102&apos;s lists)</source>
        <translation>IDX-Dateien (train-images-idx3-ubyte, train-labels-idx1-ubyte, auch als .gz), CIFAR-10-Batches (data_batch_1.bin), Klassenordner mit Bildern (%1), unmittelbar oder in train/, validation/ und test/, oder Bilder neben einer Liste (eine .csv mit Spalten für Datei und Label, train.txt, die Listen von CUB-200 oder Flowers-102)</translation>
    </message>
    <message>
        <source>no data set: expected were %1; found was %2; choose another folder</source>
        <translation>kein Datensatz: erwartet wurden %1; gefunden wurde %2; einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>no data set: all images are of one class (&quot;%1&quot;), at least two classes were expected</source>
        <translation>kein Datensatz: Alle Bilder gehören zu einer Klasse („%1“), mindestens zwei Klassen wurden erwartet</translation>
    </message>
    <message>
        <source>no data set: %1; %2</source>
        <translation>kein Datensatz: %1; %2</translation>
    </message>
    <message>
        <source>an empty folder</source>
        <translation>ein leerer Ordner</translation>
    </message>
    <message>
        <source>an empty folder (%1)</source>
        <translation>ein leerer Ordner (%1)</translation>
    </message>
    <message>
        <source>%1 folders and %2 files (%3)</source>
        <translation>%1 Ordner und %2 Dateien (%3)</translation>
    </message>
    <message>
        <source>%1 folders and %2 files (%3) (%4)</source>
        <translation>%1 Ordner und %2 Dateien (%3) (%4)</translation>
    </message>
    <message>
        <source>choose %1 if its %2 folders are the classes</source>
        <translation>%1 wählen, wenn dessen %2 Ordner die Klassen sind</translation>
    </message>
    <message>
        <source>choose %1</source>
        <translation>%1 wählen</translation>
    </message>
    <message>
        <source>give each class a folder of its own, or add a list: a .csv with columns for file and label</source>
        <translation>jeder Klasse einen eigenen Ordner geben oder eine Liste dazulegen: eine .csv mit Spalten für Datei und Label</translation>
    </message>
    <message>
        <source>%1 holds a folder of training images, so that it is a data set of its own</source>
        <translation>%1 enthält einen Ordner mit Trainingsbildern, ist also selbst ein Datensatz</translation>
    </message>
    <message>
        <source>%1 holds images, but no class folders</source>
        <translation>%1 enthält Bilder, aber keine Klassenordner</translation>
    </message>
    <message>
        <source>%1 hold images, but no class folders</source>
        <translation>%1 enthalten Bilder, aber keine Klassenordner</translation>
    </message>
    <message>
        <source>%1 holds images, but the name says no class</source>
        <translation>%1 enthält Bilder, aber der Name nennt keine Klasse</translation>
    </message>
    <message>
        <source>%1 hold images, but the name says no class</source>
        <translation>%1 enthalten Bilder, aber die Namen nennen keine Klasse</translation>
    </message>
    <message>
        <source>%1 hold folders of the same names, so that they are no classes</source>
        <translation>%1 enthalten Ordner mit gleichen Namen, sind also keine Klassen</translation>
    </message>
    <message>
        <source>call them train, validation and test</source>
        <translation>sie train, validation und test nennen</translation>
    </message>
    <message>
        <source>class folders with images were found in %1 but none in train/; the classes are defined by the folders in train/, add them</source>
        <translation>Klassenordner mit Bildern wurden in %1 gefunden, in train/ aber keine; die Ordner in train/ bestimmen die Klassen, sie hinzufügen</translation>
    </message>
    <message>
        <source>images (%1) of one class were expected, none were found; add some or remove the folder</source>
        <translation>Bilder (%1) einer Klasse wurden erwartet, gefunden wurde keines; welche hinzufügen oder den Ordner entfernen</translation>
    </message>
    <message>
        <source>images (%1) of one class were expected, none were found (%2); add some or remove the folder</source>
        <translation>Bilder (%1) einer Klasse wurden erwartet, gefunden wurde keines (%2); welche hinzufügen oder den Ordner entfernen</translation>
    </message>
    <message>
        <source>images were expected, none were found; add some</source>
        <translation>Bilder wurden erwartet, gefunden wurde keines; welche hinzufügen</translation>
    </message>
    <message>
        <source>a test split can&apos;t be held out: at least one class with 2 images was expected, every class has 1; add images or a test split</source>
        <translation>Testbilder lassen sich nicht zurückhalten: Mindestens eine Klasse mit 2 Bildern wurde erwartet, jede hat nur 1; Bilder oder einen Testteil hinzufügen</translation>
    </message>
    <message>
        <source>lies more than %1 folders deep; choose a folder whose class folders hold the images</source>
        <translation>liegt mehr als %1 Ordner tief; einen Ordner wählen, dessen Klassenordner die Bilder enthalten</translation>
    </message>
    <message>
        <source>more than %1 folders were walked up to this one; choose the folder of the data set itself</source>
        <translation>bis hierher wurden mehr als %1 Ordner durchsucht; den Ordner des Datensatzes selbst wählen</translation>
    </message>
    <message>
        <source>%1 and %2 (plain or .gz) were expected, %3; put the files there under these names</source>
        <translation>%1 und %2 (auch als .gz) wurden erwartet, %3; die Dateien unter diesen Namen dort ablegen</translation>
    </message>
    <message>
        <source>both are missing</source>
        <translation>beide fehlen</translation>
    </message>
    <message>
        <source>the first is missing</source>
        <translation>die erste fehlt</translation>
    </message>
    <message>
        <source>the second is missing</source>
        <translation>die zweite fehlt</translation>
    </message>
    <message>
        <source>has %1 images, but %2 has %3 labels; the two files must belong together</source>
        <translation>hat %1 Bilder, aber %2 hat %3 Labels; die beiden Dateien müssen zusammengehören</translation>
    </message>
    <message>
        <source>image %1 has label %2, allowed are 0 to %3; correct the file or give classes.txt one line for each class</source>
        <translation>Bild %1 hat das Label %2, erlaubt sind 0 bis %3; die Datei berichtigen oder classes.txt eine Zeile für jede Klasse geben</translation>
    </message>
    <message>
        <source>data_batch_1.bin and so on were expected, only test_batch.bin was found; add the train batches</source>
        <translation>data_batch_1.bin und so weiter wurden erwartet, gefunden wurde nur test_batch.bin; die Trainingsbatches hinzufügen</translation>
    </message>
    <message>
        <source>images of %1 bytes each were expected, %2 bytes were found: the file is empty, truncated or of another kind; download or copy it again</source>
        <translation>Bilder von je %1 Bytes wurden erwartet, %2 Bytes wurden gefunden: Die Datei ist leer, abgeschnitten oder von anderer Art; sie neu herunterladen oder kopieren</translation>
    </message>
    <message>
        <source>has label %1, allowed are 0 to %2; the file is damaged or no CIFAR-10 batch</source>
        <translation>hat das Label %1, erlaubt sind 0 bis %2; die Datei ist beschädigt oder kein CIFAR-10-Batch</translation>
    </message>
    <message>
        <source>is truncated: %1; download or copy the file again</source>
        <translation>ist abgeschnitten: %1; die Datei neu herunterladen oder kopieren</translation>
    </message>
    <message>
        <source>%1 bytes were expected, %2 were found</source>
        <translation>%1 Bytes wurden erwartet, %2 wurden gefunden</translation>
    </message>
    <message>
        <source>the end of the compressed data is missing</source>
        <translation>das Ende der komprimierten Daten fehlt</translation>
    </message>
    <message>
        <source>is damaged: %1; download or copy the file again</source>
        <translation>ist beschädigt: %1; die Datei neu herunterladen oder kopieren</translation>
    </message>
    <message>
        <source>has label %1, but the network has %2 classes: 0 to %3 are allowed; choose a data set or a head with the right classes</source>
        <translation>hat das Label %1, aber das Netz hat %2 Klassen: 0 bis %3 sind erlaubt; einen Datensatz oder einen Kopf mit den richtigen Klassen wählen</translation>
    </message>
    <message>
        <source>%1 image can&apos;t be read and is left out: %2</source>
        <translation>%1 Bild lässt sich nicht lesen und bleibt weg: %2</translation>
    </message>
    <message>
        <source>%1 images can&apos;t be read and are left out: %2</source>
        <translation>%1 Bilder lassen sich nicht lesen und bleiben weg: %2</translation>
    </message>
    <message>
        <source>none of the %1 images can be read: %2</source>
        <translation>keines der %1 Bilder lässt sich lesen: %2</translation>
    </message>
    <message>
        <source>none of the images could be read</source>
        <translation>keines der Bilder ließ sich lesen</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>an image was expected, 0 bytes were found; replace or remove the file</source>
        <translation>ein Bild wurde erwartet, 0 Bytes wurden gefunden; die Datei ersetzen oder entfernen</translation>
    </message>
    <message>
        <source>an image of up to %1 MB was expected, %2 bytes were found; scale it down or remove it</source>
        <translation>ein Bild von höchstens %1 MB wurde erwartet, %2 Bytes wurden gefunden; es verkleinern oder entfernen</translation>
    </message>
    <message>
        <source>can&apos;t be decoded as an image: its header says %1 pixels; replace or remove it</source>
        <translation>lässt sich nicht als Bild lesen: Sein Kopf nennt %1 Pixel; es ersetzen oder entfernen</translation>
    </message>
    <message>
        <source>can&apos;t be decoded as an image; replace or remove it</source>
        <translation>lässt sich nicht als Bild lesen; es ersetzen oder entfernen</translation>
    </message>
    <message>
        <source>can&apos;t be decoded as an image (%1); replace or remove it</source>
        <translation>lässt sich nicht als Bild lesen (%1); es ersetzen oder entfernen</translation>
    </message>
    <message>
        <source>can&apos;t be decoded as an image: %1; replace or remove it</source>
        <translation>lässt sich nicht als Bild lesen: %1; es ersetzen oder entfernen</translation>
    </message>
    <message>
        <source>can&apos;t be decoded as an image: JPEG, PNG, WebP, BMP, TIFF, PBM, PGM or PPM was expected; convert, replace or remove it</source>
        <translation>lässt sich nicht als Bild lesen: JPEG, PNG, WebP, BMP, TIFF, PBM, PGM oder PPM wurde erwartet; es umwandeln, ersetzen oder entfernen</translation>
    </message>
    <message>
        <source>can&apos;t be decoded: %1; replace or remove it</source>
        <translation>lässt sich nicht lesen: %1; es ersetzen oder entfernen</translation>
    </message>
    <message>
        <source>the JPEG file is cut short; replace or remove it</source>
        <translation>die JPEG-Datei ist abgeschnitten; sie ersetzen oder entfernen</translation>
    </message>
    <message>
        <source>it is cut short</source>
        <translation>die Daten sind abgeschnitten</translation>
    </message>
    <message>
        <source>it holds no image</source>
        <translation>es ist kein Bild darin</translation>
    </message>
    <message>
        <source>its size is missing</source>
        <translation>die Größe fehlt</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>die Daten sind beschädigt</translation>
    </message>
    <message>
        <source>is too large: its header says %1 pixels of %2 bytes; at most %3 megapixels and %4 MB are read; scale it down or remove it</source>
        <translation>ist zu groß: Sein Kopf nennt %1 Pixel von %2 Bytes; höchstens %3 Megapixel und %4 MB werden gelesen; es verkleinern oder entfernen</translation>
    </message>
    <message>
        <source>would take too long: its %1 scans go over %2 pixels each; save it anew or remove it</source>
        <translation>würde zu lange dauern: Seine %1 Durchgänge gehen über je %2 Pixel; es neu speichern oder entfernen</translation>
    </message>
    <message>
        <source>1, 3 or 4 channels of 8 or 16 bits were expected, %1 channels of %2 bits were found; convert the image</source>
        <translation>1, 3 oder 4 Kanäle mit 8 oder 16 Bit wurden erwartet, %1 Kanäle mit %2 Bit wurden gefunden; das Bild umwandeln</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Kein Platz mehr auf dem Datenträger</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Das Plattenkontingent ist erschöpft</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Das Dateisystem ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Das ist ein Ordner</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Das ist kein Ordner</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Die Datei ist zu groß</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Der Vorgang ist nicht erlaubt</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>Zu viele symbolische Links hintereinander</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>Die Datei wird gerade ausgeführt</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Das Gerät oder die Datei ist belegt</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>Die Datei ist auf dem Server nicht mehr da</translation>
    </message>
    <message>
        <source>task %1</source>
        <translation>Aufgabe %1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>layer %1, iteration %2</source>
        <translation>Schicht %1, Iteration %2</translation>
    </message>
    <message>
        <source>fine-tuning</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>fine-tuning, iteration %1</source>
        <translation>Feinabstimmung, Iteration %1</translation>
    </message>
    <message>
        <source>naive baseline, iteration %1</source>
        <translation>naiver Vergleichswert, Iteration %1</translation>
    </message>
    <message>
        <source>recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>can&apos;t be read: %1</source>
        <translation>lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>can&apos;t be read: %1; %2 was expected</source>
        <translation>lässt sich nicht lesen: %1; erwartet wurde: %2</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>can&apos;t be written: %1</source>
        <translation>lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>can&apos;t be replaced: %1</source>
        <translation>lässt sich nicht ersetzen: %1</translation>
    </message>
    <message>
        <source>%1; check the permissions or choose another place</source>
        <translation>%1; die Zugriffsrechte prüfen oder einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>%1; free some space or choose another place</source>
        <translation>%1; Platz schaffen oder einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>%1; files may not become that large here (see ulimit -f), choose another place</source>
        <translation>%1; so groß dürfen Dateien hier nicht werden (siehe ulimit -f), einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>%1; create its folder first</source>
        <translation>%1; zuerst den Ordner dafür anlegen</translation>
    </message>
    <message>
        <source>about %1 bytes are needed, %2 are free there</source>
        <translation>etwa %1 Bytes werden gebraucht, dort sind %2 frei</translation>
    </message>
    <message>
        <source>the folder can&apos;t be created: %1</source>
        <translation>der Ordner lässt sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>the folder can&apos;t be read: %1; check its permissions</source>
        <translation>der Ordner lässt sich nicht lesen: %1; seine Zugriffsrechte prüfen</translation>
    </message>
    <message>
        <source>the name of the file to write is empty</source>
        <translation>der Name der Datei, die geschrieben werden soll, ist leer</translation>
    </message>
    <message>
        <source>is a folder; a file name is needed</source>
        <translation>ist ein Ordner; ein Dateiname wird gebraucht</translation>
    </message>
    <message>
        <source>is a folder, a file was expected</source>
        <translation>ist ein Ordner, erwartet wurde eine Datei</translation>
    </message>
    <message>
        <source>is a device, a pipe or a socket, a file was expected; copy what it gives into a file first</source>
        <translation>ist ein Gerät, eine Pipe oder ein Socket, erwartet wurde eine Datei; zuerst den Inhalt in eine Datei kopieren</translation>
    </message>
    <message>
        <source>has %1 bytes, at most %2 were expected</source>
        <translation>hat %1 Bytes, höchstens %2 wurden erwartet</translation>
    </message>
    <message>
        <source>a temporary folder can&apos;t be created: %1; set TMPDIR to a folder that can be written</source>
        <translation>ein temporärer Ordner lässt sich nicht anlegen: %1; TMPDIR auf einen beschreibbaren Ordner setzen</translation>
    </message>
    <message>
        <source>%1; %2 is kept as %3</source>
        <translation>%1; aufbewahrt als %3: %2</translation>
    </message>
    <message>
        <source>belongs to %1 (%2), and what was read is never written over; choose another name</source>
        <translation>gehört zu Gelesenem (%1, %2), und was gelesen wurde, wird nie überschrieben; einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>is %1, and what was read is never written over; choose another name</source>
        <translation>ist %1, und was gelesen wurde, wird nie überschrieben; einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>the network of task %1</source>
        <translation>das Netz der Aufgabe %1</translation>
    </message>
    <message>
        <source>a file beside the network of task %1</source>
        <translation>eine Datei neben dem Netz der Aufgabe %1</translation>
    </message>
    <message>
        <source>the data of task %1</source>
        <translation>die Daten der Aufgabe %1</translation>
    </message>
    <message>
        <source>the session itself</source>
        <translation>die Sitzung selbst</translation>
    </message>
    <message>
        <source>not enough memory; end other programs, or choose smaller batches, images or networks</source>
        <translation>zu wenig Arbeitsspeicher; andere Programme beenden oder kleinere Batches, Bilder oder Netze wählen</translation>
    </message>
    <message>
        <source>%1 takes about %2 of memory, but this machine has %3</source>
        <translation>%1: Dafür werden etwa %2 Arbeitsspeicher gebraucht, dieser Rechner hat %3</translation>
    </message>
    <message>
        <source>a batch of %1</source>
        <translation>ein Batch aus %1</translation>
    </message>
    <message>
        <source>calibration with batches of %1 per task</source>
        <translation>Kalibrierung mit Batches aus %1 je Aufgabe</translation>
    </message>
    <message>
        <source>the check of an export on %1</source>
        <translation>Prüfung eines Exports an %1</translation>
    </message>
    <message>
        <source>%1 image of %2 pixels</source>
        <translation>%1 Bild von %2 Pixeln</translation>
    </message>
    <message>
        <source>%1 images of %2 pixels</source>
        <translation>%1 Bildern von %2 Pixeln</translation>
    </message>
    <message>
        <source>unknown error</source>
        <translation>unbekannter Fehler</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1 (Prozess %2)</translation>
    </message>
    <message>
        <source>%1 (process %2 on %3)</source>
        <translation>%1 (Prozess %2 auf %3)</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>ein anderes Programm</translation>
    </message>
    <message>
        <source>no lock can be made: %1</source>
        <translation>eine Sperre lässt sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>the file system has no locks</source>
        <translation>das Dateisystem kennt keine Sperren</translation>
    </message>
    <message>
        <source>the lock comes and goes</source>
        <translation>die Sperre kommt und geht</translation>
    </message>
    <message>
        <source>%1 had it, and whether that still runs can&apos;t be told from here (remove %2 if it doesn&apos;t)</source>
        <translation>%1 hatte sie; ob das noch läuft, lässt sich von hier aus nicht feststellen (wenn nicht, %2 löschen)</translation>
    </message>
    <message>
        <source>not valid JSON at line %1, column %2</source>
        <translation>kein gültiges JSON in Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>empty; a JSON object expected</source>
        <translation>leer; ein JSON-Objekt wird erwartet</translation>
    </message>
    <message>
        <source>a JSON object expected</source>
        <translation>ein JSON-Objekt wird erwartet</translation>
    </message>
    <message>
        <source>JSON is nested deeper than %1 levels</source>
        <translation>das JSON ist tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>the key &apos;%1&apos; stands there twice</source>
        <translation>der Schlüssel „%1“ steht zweimal da</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds %2, which is out of range</source>
        <translation>„%1“ enthält %2, das liegt außerhalb des Erlaubten</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds %2, a whole number expected</source>
        <translation>„%1“ enthält %2, erwartet wird eine ganze Zahl</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds %2, a list expected</source>
        <translation>„%1“ enthält %2, erwartet wird eine Liste</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>unknown key &apos;%1&apos;; known are %2</source>
        <translation>unbekannter Schlüssel „%1“; bekannt sind %2</translation>
    </message>
    <message>
        <source>input size</source>
        <translation>Eingabegröße</translation>
    </message>
    <message>
        <source>stem stride</source>
        <translation>Schrittweite des Stamms</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>Auffüllung</translation>
    </message>
    <message>
        <source>batch normalization epsilon</source>
        <translation>Epsilon der Batch-Normalisierung</translation>
    </message>
    <message>
        <source>normalization</source>
        <translation>Normalisierung</translation>
    </message>
    <message>
        <source>normalization mean</source>
        <translation>Mittelwert der Normalisierung</translation>
    </message>
    <message>
        <source>normalization std</source>
        <translation>Standardabweichung der Normalisierung</translation>
    </message>
    <message>
        <source>channel order</source>
        <translation>Kanalreihenfolge</translation>
    </message>
    <message>
        <source>class offset</source>
        <translation>Klassenversatz</translation>
    </message>
    <message>
        <source>number of input channels</source>
        <translation>Zahl der Eingabekanäle</translation>
    </message>
    <message>
        <source>input channels</source>
        <translation>Eingabekanäle</translation>
    </message>
    <message>
        <source>width multiplier</source>
        <translation>Breitenfaktor</translation>
    </message>
    <message>
        <source>class names</source>
        <translation>Klassennamen</translation>
    </message>
    <message>
        <source>input size %1</source>
        <translation>Eingabegröße %1</translation>
    </message>
    <message>
        <source>stem stride %1</source>
        <translation>Schrittweite des Stamms %1</translation>
    </message>
    <message>
        <source>activation %1</source>
        <translation>Aktivierung %1</translation>
    </message>
    <message>
        <source>padding %1</source>
        <translation>Auffüllung %1</translation>
    </message>
    <message>
        <source>batch normalization epsilon %1</source>
        <translation>Epsilon der Batch-Normalisierung %1</translation>
    </message>
    <message>
        <source>normalization mean %1</source>
        <translation>Mittelwert der Normalisierung %1</translation>
    </message>
    <message>
        <source>normalization std %1</source>
        <translation>Standardabweichung der Normalisierung %1</translation>
    </message>
    <message>
        <source>channel order %1</source>
        <translation>Kanalreihenfolge %1</translation>
    </message>
    <message>
        <source>class offset %1</source>
        <translation>Klassenversatz %1</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>Mittelwert %1</translation>
    </message>
    <message>
        <source>std %1</source>
        <translation>Standardabweichung %1</translation>
    </message>
    <message>
        <source>head %1 and %2, the only tensors left</source>
        <translation>Kopf %1 und %2, die einzigen übrigen Tensoren</translation>
    </message>
    <message>
        <source>%1 guessed: %2 (%3)</source>
        <translation>%1 geraten: %2 (%3)</translation>
    </message>
    <message>
        <source>normalization guessed: mean %1 (%2)</source>
        <translation>Mittelwert der Normalisierung geraten: %1 (%2)</translation>
    </message>
    <message>
        <source>normalization guessed: std %1 (%2)</source>
        <translation>Standardabweichung der Normalisierung geraten: %1 (%2)</translation>
    </message>
    <message>
        <source>class offset guessed: %1 (of %2 outputs the first is a background class)</source>
        <translation>Klassenversatz geraten: %1 (von %2 Ausgängen ist der erste eine Hintergrundklasse)</translation>
    </message>
    <message>
        <source>head guessed: %1 and %2, the only tensors left</source>
        <translation>Kopf geraten: %1 und %2, die einzigen übrigen Tensoren</translation>
    </message>
    <message>
        <source>not in an ONNX graph, guessed: normalization mean 0.5, std 0.5, %1</source>
        <translation>steht nicht im ONNX-Graphen, geraten: Mittelwert der Normalisierung 0.5, Standardabweichung 0.5, %1</translation>
    </message>
    <message>
        <source>not in an ONNX graph, guessed: normalization mean 0.5, std 0.5</source>
        <translation>steht nicht im ONNX-Graphen, geraten: Mittelwert der Normalisierung 0.5, Standardabweichung 0.5</translation>
    </message>
    <message>
        <source>normalization mean 0.5, std 0.5</source>
        <translation>Mittelwert der Normalisierung 0.5, Standardabweichung 0.5</translation>
    </message>
    <message>
        <source>normalization mean 0.5, std 0.5, %1</source>
        <translation>Mittelwert der Normalisierung 0.5, Standardabweichung 0.5, %1</translation>
    </message>
    <message>
        <source>doubt guessed: %1</source>
        <translation>Zweifel, geraten: %1</translation>
    </message>
    <message>
        <source>nothing that was tried fits the network&apos;s batch statistics well, so that the images may be of another kind than those it was trained on</source>
        <translation>nichts von dem, was versucht wurde, passt gut zur Batch-Statistik des Netzes; die Bilder sind also vielleicht von anderer Art als die, mit denen es trainiert wurde</translation>
    </message>
    <message>
        <source>by the convention of %1</source>
        <translation>nach der Konvention von %1</translation>
    </message>
    <message>
        <source>what most networks have</source>
        <translation>wie bei den meisten Netzen</translation>
    </message>
    <message>
        <source>from the file&apos;s name</source>
        <translation>aus dem Namen der Datei</translation>
    </message>
    <message>
        <source>the graph leaves it open</source>
        <translation>der Graph lässt sie offen</translation>
    </message>
    <message>
        <source>the graph leaves it open and averages over %1</source>
        <translation>der Graph lässt sie offen und mittelt über %1</translation>
    </message>
    <message>
        <source>tried with %1 training images: of the usual ones it fits the network&apos;s batch statistics best</source>
        <translation>mit %1 Trainingsbildern versucht: von den üblichen passt dies am besten zur Batch-Statistik des Netzes</translation>
    </message>
    <message>
        <source>the images differ from the network&apos;s batch statistics by %1, as the conventions have it by %2 (0: not at all)</source>
        <translation>die Bilder weichen um %1 von der Batch-Statistik des Netzes ab, nach den Konventionen um %2 (0: gar nicht)</translation>
    </message>
    <message>
        <source>the file has no spec; from the shapes: width %1, %2 input channels, %3 classes</source>
        <translation>die Datei beschreibt das Netz nicht; aus den Formen: Breite %1, %2 Eingabekanäle, %3 Klassen</translation>
    </message>
    <message>
        <source>the file has no spec; from the shapes: width %1, %2 input channels, no head</source>
        <translation>die Datei beschreibt das Netz nicht; aus den Formen: Breite %1, %2 Eingabekanäle, kein Kopf</translation>
    </message>
    <message>
        <source>read from the file: %1</source>
        <translation>aus der Datei gelesen: %1</translation>
    </message>
    <message>
        <source>read from the graph: %1</source>
        <translation>aus dem Graphen gelesen: %1</translation>
    </message>
    <message>
        <source>stem stride %1, activation %2, padding %3</source>
        <translation>Schrittweite des Stamms %1, Aktivierung %2, Auffüllung %3</translation>
    </message>
    <message>
        <source>normalization mean %1, std %2 (%3)</source>
        <translation>Mittelwert der Normalisierung %1, Standardabweichung %2 (%3)</translation>
    </message>
    <message>
        <source>the order of channels is turned round; that its input is RGB is a guess</source>
        <translation>die Reihenfolge der Kanäle wird umgedreht; dass die Eingabe RGB ist, ist geraten</translation>
    </message>
    <message>
        <source>%1 chosen: %2</source>
        <translation>%1 gewählt: %2</translation>
    </message>
    <message>
        <source>no head: a backbone, whose classes come with a data set</source>
        <translation>kein Kopf: ein Rumpf, dessen Klassen mit einem Datensatz kommen</translation>
    </message>
    <message>
        <source>taken for the head: %1</source>
        <translation>als Kopf genommen: %1</translation>
    </message>
    <message>
        <source>all names begin with %1</source>
        <translation>alle Namen beginnen mit %1</translation>
    </message>
    <message>
        <source>names of the task %1, and shared ones</source>
        <translation>Namen der Aufgabe %1 und gemeinsame</translation>
    </message>
    <message>
        <source>these are the moving averages (EMA) of the weights</source>
        <translation>dies sind die gleitenden Mittelwerte (EMA) der Gewichte</translation>
    </message>
    <message>
        <source>left out: %1 tensors outside of the network</source>
        <translation>weggelassen: %1 Tensoren außerhalb des Netzes</translation>
    </message>
    <message>
        <source>left out: %1 tensor %2, the first is %3</source>
        <translation>weggelassen: %1 Tensor %2, nämlich %3</translation>
    </message>
    <message>
        <source>left out: %1 tensors %2, the first is %3</source>
        <translation>weggelassen: %1 Tensoren %2, der erste ist %3</translation>
    </message>
    <message>
        <source>left out: %1 tensor of unusual numbers, the first is %2</source>
        <translation>weggelassen: %1 Tensor mit ungewöhnlichen Zahlen, nämlich %2</translation>
    </message>
    <message>
        <source>left out: %1 tensors of unusual numbers, the first is %2</source>
        <translation>weggelassen: %1 Tensoren mit ungewöhnlichen Zahlen, der erste ist %2</translation>
    </message>
    <message>
        <source>outside of %1</source>
        <translation>außerhalb von %1</translation>
    </message>
    <message>
        <source>of other networks in the file</source>
        <translation>anderer Netze in der Datei</translation>
    </message>
    <message>
        <source>between the last block and the head, and with them the head: MobileNet V1 as it is merged has no such layer</source>
        <translation>zwischen dem letzten Block und dem Kopf, mit ihnen auch der Kopf: Ein MobileNet V1, wie es verschmolzen wird, hat keine solche Schicht</translation>
    </message>
    <message>
        <source>%1 keys num_batches_tracked were ignored</source>
        <translation>%1 Schlüssel num_batches_tracked wurden nicht beachtet</translation>
    </message>
    <message>
        <source>the order of their names</source>
        <translation>der Reihenfolge ihrer Namen</translation>
    </message>
    <message>
        <source>their order in the file</source>
        <translation>ihrer Reihenfolge in der Datei</translation>
    </message>
    <message>
        <source>the head has no bias; it got one of zeros</source>
        <translation>der Kopf hat keinen Bias; er hat einen aus Nullen bekommen</translation>
    </message>
    <message>
        <source>batch normalization is folded into %1 convolutions; each got one that adds its bias</source>
        <translation>die Batch-Normalisierung ist in %1 Faltungen eingerechnet; jede hat eine bekommen, die ihren Bias addiert</translation>
    </message>
    <message>
        <source>%1 biases of convolutions were moved into batch normalization</source>
        <translation>%1 Bias-Werte von Faltungen wurden in die Batch-Normalisierung verlegt</translation>
    </message>
    <message>
        <source>%1 tensors converted from %2 to float32</source>
        <translation>%1 Tensoren von %2 in float32 umgewandelt</translation>
    </message>
    <message>
        <source>the values of the optimizer were ignored</source>
        <translation>die Werte des Optimierers wurden nicht beachtet</translation>
    </message>
    <message>
        <source>the configuration of the model can&apos;t be read: %1</source>
        <translation>die Konfiguration des Modells lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>%1 was ignored: it holds %2</source>
        <translation>%1 wurde nicht beachtet: Enthalten ist %2</translation>
    </message>
    <message>
        <source>the file holds a whole module (%1) instead of a state dict: its tensors were read, its code was not run</source>
        <translation>die Datei enthält ein ganzes Modul (%1) statt eines State-Dict: Seine Tensoren wurden gelesen, sein Code wurde nicht ausgeführt</translation>
    </message>
    <message>
        <source>passed over, since it is no tensor, and nothing in a file is run: %1</source>
        <translation>übergangen, weil es kein Tensor ist und nichts aus einer Datei ausgeführt wird: %1</translation>
    </message>
    <message>
        <source>the extra file &apos;%1&apos; was not read</source>
        <translation>die zusätzliche Datei „%1“ wurde nicht gelesen</translation>
    </message>
    <message>
        <source>task %1 of a merged network with the tasks %2: the first, as no part was chosen</source>
        <translation>Aufgabe %1 eines verschmolzenen Netzes mit den Aufgaben %2: die erste, da kein Teil gewählt wurde</translation>
    </message>
    <message>
        <source>task %1 of a merged network with the tasks %2</source>
        <translation>Aufgabe %1 eines verschmolzenen Netzes mit den Aufgaben %2</translation>
    </message>
    <message>
        <source>%1 entries that belong to the training were ignored: %2</source>
        <translation>%1 Einträge, die zum Training gehören, wurden nicht beachtet: %2</translation>
    </message>
    <message>
        <source>%1 entries that are not floating-point tensors were ignored: %2</source>
        <translation>%1 Einträge, die keine Gleitkomma-Tensoren sind, wurden nicht beachtet: %2</translation>
    </message>
    <message>
        <source>%1 tensors are moving averages (ExponentialMovingAverage)</source>
        <translation>%1 Tensoren sind gleitende Mittelwerte (ExponentialMovingAverage)</translation>
    </message>
    <message>
        <source>%1 moving averages (ExponentialMovingAverage) were ignored</source>
        <translation>%1 gleitende Mittelwerte (ExponentialMovingAverage) wurden nicht beachtet</translation>
    </message>
    <message>
        <source>the checkpoint holds no moving averages</source>
        <translation>der Checkpoint enthält keine gleitenden Mittelwerte</translation>
    </message>
    <message>
        <source>its input is in NHWC layout, which only matters to its users</source>
        <translation>seine Eingabe ist im NHWC-Layout, was nur seine Anwender betrifft</translation>
    </message>
    <message>
        <source>the scale behind the head is put into its weights</source>
        <translation>die Skalierung hinter dem Kopf ist in dessen Gewichte eingerechnet</translation>
    </message>
    <message>
        <source>the %1 at its end is left out</source>
        <translation>%1 an seinem Ende bleibt weg</translation>
    </message>
    <message>
        <source>left aside: %1 output, %2; the network is that of output %3</source>
        <translation>beiseitegelassen: %1 Ausgang, %2; das Netz ist das des Ausgangs %3</translation>
    </message>
    <message>
        <source>left aside: %1 outputs, %2; the network is that of output %3</source>
        <translation>beiseitegelassen: %1 Ausgänge, %2; das Netz ist das des Ausgangs %3</translation>
    </message>
    <message>
        <source>%1 initializers without a floating-point type were ignored</source>
        <translation>%1 Initializer ohne Gleitkommatyp wurden nicht beachtet</translation>
    </message>
    <message>
        <source>holds several networks: %1; choose one of them (--part)</source>
        <translation>enthält mehrere Netze: %1; eines davon wählen („Konventionen ändern…“, auf der Befehlszeile --part)</translation>
    </message>
    <message>
        <source>there is no part &apos;%1&apos; in the file: it holds one network, without a part&apos;s name</source>
        <translation>einen Teil „%1“ gibt es in der Datei nicht: Sie enthält ein Netz ohne Namen eines Teils</translation>
    </message>
    <message>
        <source>there is no network &apos;%1&apos; in the file; there are %2</source>
        <translation>ein Netz „%1“ gibt es in der Datei nicht; es gibt %2</translation>
    </message>
    <message>
        <source>%1; the names are those of %2</source>
        <translation>%1; die Namen sind die von %2</translation>
    </message>
    <message>
        <source>key %1 is missing</source>
        <translation>Schlüssel %1 fehlt</translation>
    </message>
    <message>
        <source>%1 keys are missing: %2</source>
        <translation>%1 Schlüssel fehlen: %2</translation>
    </message>
    <message>
        <source>%1 unknown keys: %2</source>
        <translation>%1 unbekannte Schlüssel: %2</translation>
    </message>
    <message>
        <source>%1 (the file was read as %2)</source>
        <translation>%1 (die Datei wurde gelesen als %2)</translation>
    </message>
    <message>
        <source>key %1 has shape %2, expected %3</source>
        <translation>Schlüssel %1 hat die Form %2, erwartet wurde %3</translation>
    </message>
    <message>
        <source>key %1 is missing; shape %2 was expected</source>
        <translation>Schlüssel %1 fehlt; erwartet wurde die Form %2</translation>
    </message>
    <message>
        <source>key %1 has type %2, a floating-point type was expected</source>
        <translation>Schlüssel %1 hat den Typ %2, erwartet wurde ein Gleitkommatyp</translation>
    </message>
    <message>
        <source>key %1: %2 of %3 values are NaN or infinite (as float32)</source>
        <translation>Schlüssel %1: %2 von %3 Werten sind NaN oder unendlich (als float32)</translation>
    </message>
    <message>
        <source>key %1: a variance is negative</source>
        <translation>Schlüssel %1: eine Varianz ist negativ</translation>
    </message>
    <message>
        <source>the file states an input of %1 channels, but the first convolution, %2, reads %3</source>
        <translation>die Datei nennt eine Eingabe mit %1 Kanälen, aber die erste Faltung, %2, liest %3</translation>
    </message>
    <message>
        <source>%1 first convolutions (3x3, of 1 or 3 channels) were found, one was expected</source>
        <translation>%1 erste Faltungen (3x3, mit 1 oder 3 Kanälen) wurden gefunden, eine wurde erwartet</translation>
    </message>
    <message>
        <source>none of its layers has weights</source>
        <translation>keine der Schichten darin hat Gewichte</translation>
    </message>
    <message>
        <source>is a session, not a model; take a network out of it with: zipper export SESSION --task a --out MODEL.safetensors</source>
        <translation>ist eine Sitzung, kein Modell; in einem Terminal lässt sich ein Netz herausnehmen mit: zipper export SITZUNG --task a --out MODELL.safetensors</translation>
    </message>
    <message>
        <source>holds a merged network of the tasks %1; there is no part &apos;%2&apos;</source>
        <translation>enthält ein verschmolzenes Netz der Aufgaben %1; einen Teil „%2“ gibt es nicht</translation>
    </message>
    <message>
        <source>there is no such file; %1 was expected</source>
        <translation>die Datei gibt es nicht; erwartet wurde: %1</translation>
    </message>
    <message>
        <source>is a folder; %1 was expected</source>
        <translation>ist ein Ordner; erwartet wurde: %1</translation>
    </message>
    <message>
        <source>is not a regular file; %1 was expected</source>
        <translation>ist keine gewöhnliche Datei; erwartet wurde: %1</translation>
    </message>
    <message>
        <source>has %1 bytes, at most %2 are read; %3 was expected</source>
        <translation>hat %1 Bytes, gelesen werden höchstens %2; erwartet wurde: %3</translation>
    </message>
    <message>
        <source>%1 was expected, found %2</source>
        <translation>erwartet wurde: %1; gefunden wurde: %2</translation>
    </message>
    <message>
        <source>ends at byte %1, %2 more bytes were expected; the file is truncated</source>
        <translation>endet bei Byte %1, weitere %2 Bytes wurden erwartet; die Datei ist abgeschnitten</translation>
    </message>
    <message>
        <source>header of %1 bytes, but only %2 follow; the file is truncated</source>
        <translation>ein Dateikopf von %1 Bytes, aber nur %2 folgen; die Datei ist abgeschnitten</translation>
    </message>
    <message>
        <source>header of %1 bytes, at most %2 were expected; this is no safetensors file, or a damaged one</source>
        <translation>ein Dateikopf von %1 Bytes, höchstens %2 wurden erwartet; das ist keine safetensors-Datei oder eine beschädigte</translation>
    </message>
    <message>
        <source>has %1 bytes; a safetensors file begins with the 8 bytes of its header&apos;s length</source>
        <translation>hat %1 Bytes; eine safetensors-Datei beginnt mit den 8 Bytes für die Länge ihres Kopfs</translation>
    </message>
    <message>
        <source>its data ends at byte %1, but the file has %2 bytes of data; is the file truncated?</source>
        <translation>die Daten enden bei Byte %1, aber die Datei hat %2 Bytes Daten; ist die Datei abgeschnitten?</translation>
    </message>
    <message>
        <source>refers to &apos;%1&apos;, which is refused: files are data here, and nothing in them is run. Tensors, numbers, texts, lists and dicts are read; save the weights alone, in Python: torch.save(model.state_dict(), &apos;weights.pt&apos;)</source>
        <translation>verweist auf „%1“, was abgelehnt wird: Dateien sind hier Daten, und nichts darin wird ausgeführt. Gelesen werden Tensoren, Zahlen, Texte, Listen und Dicts; nur die Gewichte speichern, in Python: torch.save(model.state_dict(), &apos;weights.pt&apos;)</translation>
    </message>
    <message>
        <source>refers to &apos;%1&apos;, which is refused: files are data here, and nothing in them is run. Tensors, numbers, texts, lists and dicts are read; save the weights alone, in Python: torch.save(model.state_dict(), &apos;weights.pt&apos;). Opening this file in Python may run a command of its author&apos;s</source>
        <translation>verweist auf „%1“, was abgelehnt wird: Dateien sind hier Daten, und nichts darin wird ausgeführt. Gelesen werden Tensoren, Zahlen, Texte, Listen und Dicts; nur die Gewichte speichern, in Python: torch.save(model.state_dict(), &apos;weights.pt&apos;). In Python geöffnet, führt diese Datei womöglich einen Befehl ihres Urhebers aus</translation>
    </message>
    <message>
        <source>a Git LFS pointer, which only stands for the file; fetch the file itself with: git lfs pull</source>
        <translation>ein Git-LFS-Zeiger, der nur für die Datei steht; die Datei selbst in einem Terminal holen mit: git lfs pull</translation>
    </message>
    <message>
        <source>nothing (it is empty)</source>
        <translation>nichts (die Datei ist leer)</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>unknown binary data</source>
        <translation>unbekannte Binärdaten</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>a folder; open %1 in it</source>
        <translation>ein Ordner; darin %1 öffnen</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>an empty ZIP archive</source>
        <translation>ein leeres ZIP-Archiv</translation>
    </message>
    <message>
        <source>a damaged ZIP archive</source>
        <translation>ein beschädigtes ZIP-Archiv</translation>
    </message>
    <message>
        <source>a Python pickle that is no PyTorch file; save a state dict with torch.save</source>
        <translation>ein Python-Pickle, das keine PyTorch-Datei ist; ein State-Dict mit torch.save speichern</translation>
    </message>
    <message>
        <source>a TensorFlow Lite model</source>
        <translation>ein TensorFlow-Lite-Modell</translation>
    </message>
    <message>
        <source>a TensorRT engine, which is made for one GPU and keeps no weights that could be read; open the ONNX that it was built from</source>
        <translation>eine TensorRT-Engine; sie ist für eine GPU gemacht und enthält keine lesbaren Gewichte; das ONNX öffnen, aus dem sie entstand</translation>
    </message>
    <message>
        <source>an ExecuTorch program, which is made to be run; open the PyTorch checkpoint that it was made from</source>
        <translation>ein ExecuTorch-Programm, das nur zum Ausführen da ist; den PyTorch-Checkpoint öffnen, aus dem es entstand</translation>
    </message>
    <message>
        <source>an archive; unpack it and open the network in it</source>
        <translation>ein Archiv; es entpacken und das Netz darin öffnen</translation>
    </message>
    <message>
        <source>a gzip archive; unpack it first</source>
        <translation>ein gzip-Archiv; es zuerst entpacken</translation>
    </message>
    <message>
        <source>a bzip2 archive; unpack it first</source>
        <translation>ein bzip2-Archiv; es zuerst entpacken</translation>
    </message>
    <message>
        <source>an xz archive; unpack it first</source>
        <translation>ein xz-Archiv; es zuerst entpacken</translation>
    </message>
    <message>
        <source>a zstd archive; unpack it first</source>
        <translation>ein zstd-Archiv; es zuerst entpacken</translation>
    </message>
    <message>
        <source>a damaged HDF5 file</source>
        <translation>eine beschädigte HDF5-Datei</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation>ein NumPy-Array</translation>
    </message>
    <message>
        <source>NumPy arrays (.npz)</source>
        <translation>NumPy-Arrays (.npz)</translation>
    </message>
    <message>
        <source>a MATLAB file</source>
        <translation>eine MATLAB-Datei</translation>
    </message>
    <message>
        <source>a PNG image</source>
        <translation>ein PNG-Bild</translation>
    </message>
    <message>
        <source>a JPEG image</source>
        <translation>ein JPEG-Bild</translation>
    </message>
    <message>
        <source>a GIF image</source>
        <translation>ein GIF-Bild</translation>
    </message>
    <message>
        <source>a WebP image</source>
        <translation>ein WebP-Bild</translation>
    </message>
    <message>
        <source>a TIFF image</source>
        <translation>ein TIFF-Bild</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>eine SQLite-Datenbank</translation>
    </message>
    <message>
        <source>a program or library</source>
        <translation>ein Programm oder eine Bibliothek</translation>
    </message>
    <message>
        <source>a web page; the download gave a page instead of the file</source>
        <translation>eine Webseite; beim Herunterladen kam eine Seite statt der Datei</translation>
    </message>
    <message>
        <source>a web page that Zipper Workbench exported, which is made to be opened in a browser; open the session, or another export of it</source>
        <translation>eine Webseite, die Zipper Workbench exportiert hat und die in einem Browser geöffnet wird; die Sitzung öffnen, oder einen anderen Export davon</translation>
    </message>
    <message>
        <source>a PyTorch archive with something missing</source>
        <translation>ein PyTorch-Archiv, in dem etwas fehlt</translation>
    </message>
    <message>
        <source>a ZIP archive of %1 files (%2); unpack it and open the network in it</source>
        <translation>ein ZIP-Archiv mit %1 Dateien (%2); es entpacken und das Netz darin öffnen</translation>
    </message>
    <message>
        <source>a ZIP archive of %1 file (%2); unpack it and open the network in it</source>
        <translation>ein ZIP-Archiv mit %1 Datei (%2); es entpacken und das Netz darin öffnen</translation>
    </message>
    <message>
        <source>a Core ML model; open the network that it was converted from</source>
        <translation>ein Core-ML-Modell; das Netz öffnen, aus dem es entstand</translation>
    </message>
    <message>
        <source>the folder of a Core ML model; open the network that it was converted from</source>
        <translation>der Ordner eines Core-ML-Modells; das Netz öffnen, aus dem es entstand</translation>
    </message>
    <message>
        <source>a TensorFlow.js model; convert it with tf2onnx: %1</source>
        <translation>ein TensorFlow.js-Modell; mit tf2onnx umwandeln: %1</translation>
    </message>
    <message>
        <source>the folder of a TensorFlow SavedModel; convert it with tf2onnx: %1</source>
        <translation>der Ordner eines TensorFlow-SavedModels; mit tf2onnx umwandeln: %1</translation>
    </message>
    <message>
        <source>a TensorFlow SavedModel (saved_model.pb), whose weights lie beside it; convert the folder with tf2onnx: %1</source>
        <translation>ein TensorFlow-SavedModel (saved_model.pb), dessen Gewichte daneben liegen; den Ordner mit tf2onnx umwandeln: %1</translation>
    </message>
    <message>
        <source>a TensorFlow graph (a frozen .pb); convert it with tf2onnx: %1</source>
        <translation>ein TensorFlow-Graph (eingefrorenes .pb); mit tf2onnx umwandeln: %1</translation>
    </message>
    <message>
        <source>a Caffe network (.caffemodel); convert it and its prototxt to ONNX</source>
        <translation>ein Caffe-Netz (.caffemodel); zusammen mit seiner prototxt in ONNX umwandeln</translation>
    </message>
    <message>
        <source>the description of a Caffe network (prototxt), which holds no weights; convert it and its .caffemodel to ONNX</source>
        <translation>die Beschreibung eines Caffe-Netzes (prototxt), die keine Gewichte enthält; zusammen mit der .caffemodel in ONNX umwandeln</translation>
    </message>
    <message>
        <source>the description of a Keras network, which holds no weights; save the model with model.save(&quot;NAME.h5&quot;)</source>
        <translation>die Beschreibung eines Keras-Netzes, die keine Gewichte enthält; das Modell mit model.save(&quot;NAME.h5&quot;) speichern</translation>
    </message>
    <message>
        <source>the index of a network in several files; save it as one: model.save_pretrained(FOLDER, max_shard_size=&quot;10GB&quot;)</source>
        <translation>das Verzeichnis eines Netzes in mehreren Dateien; es als eine speichern: model.save_pretrained(ORDNER, max_shard_size=&quot;10GB&quot;)</translation>
    </message>
    <message>
        <source>the configuration of a Hugging Face network; open the model.safetensors or pytorch_model.bin beside it</source>
        <translation>die Konfiguration eines Hugging-Face-Netzes; die model.safetensors oder pytorch_model.bin daneben öffnen</translation>
    </message>
    <message>
        <source>the description of an OpenVINO network; open the network that it was made from</source>
        <translation>die Beschreibung eines OpenVINO-Netzes; das Netz öffnen, aus dem es entstand</translation>
    </message>
    <message>
        <source>the description of a Darknet network; convert it and its weights to ONNX</source>
        <translation>die Beschreibung eines Darknet-Netzes; zusammen mit seinen Gewichten in ONNX umwandeln</translation>
    </message>
    <message>
        <source>the description of an ncnn network; open the network that it was made from</source>
        <translation>die Beschreibung eines ncnn-Netzes; das Netz öffnen, aus dem es entstand</translation>
    </message>
    <message>
        <source>%1 found, %2 expected</source>
        <translation>%1 gefunden, %2 erwartet</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>a positive number</source>
        <translation>eine positive Zahl</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>eine endliche Zahl</translation>
    </message>
    <message>
        <source>a number between 0 and 1</source>
        <translation>eine Zahl zwischen 0 und 1</translation>
    </message>
    <message>
        <source>one, or one per input channel</source>
        <translation>eine oder eine je Eingabekanal</translation>
    </message>
    <message>
        <source>0 to the number of classes</source>
        <translation>0 bis zur Zahl der Klassen</translation>
    </message>
    <message>
        <source>none, or one per class</source>
        <translation>keine oder einer je Klasse</translation>
    </message>
    <message>
        <source>0 to below 1</source>
        <translation>0 bis unter 1</translation>
    </message>
    <message>
        <source>0 or more</source>
        <translation>0 oder mehr</translation>
    </message>
    <message>
        <source>0 (none) or more</source>
        <translation>0 (keine) oder mehr</translation>
    </message>
    <message>
        <source>0 (one per core) to 1024</source>
        <translation>0 (einer je Kern) bis 1024</translation>
    </message>
    <message>
        <source>above 0, at most 1</source>
        <translation>über 0, höchstens 1</translation>
    </message>
    <message>
        <source>above 0, at most 1000</source>
        <translation>über 0, höchstens 1000</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>with a trunk float32</source>
        <translation>mit Rumpf float32</translation>
    </message>
    <message>
        <source>with an L1 and a distillation weight of 0 a positive number</source>
        <translation>bei L1- und Destillationsgewicht 0 eine positive Zahl</translation>
    </message>
    <message>
        <source>at least two networks are needed</source>
        <translation>mindestens zwei Netze sind nötig</translation>
    </message>
    <message>
        <source>the networks can&apos;t share a trunk: the %1 of A is %2, of %3 %4; only tasks that see the same image in the same way can, use trunk 0</source>
        <translation>die Netze können keinen Rumpf gemeinsam haben (%1: A hat %2, %3 hat %4); das können nur Aufgaben, die dasselbe Bild auf dieselbe Weise sehen; den Rumpf auf 0 setzen</translation>
    </message>
    <message>
        <source>the trunk was to reach layer %1, but the plan doesn&apos;t merge layer %2: there will be none</source>
        <translation>der Rumpf sollte bis Schicht %1 reichen, aber der Plan verschmilzt Schicht %2 nicht: Es wird keinen geben</translation>
    </message>
    <message>
        <source>the trunk was to reach layer %1, but the plan doesn&apos;t merge layer %2: it will end at layer %3</source>
        <translation>der Rumpf sollte bis Schicht %1 reichen, aber der Plan verschmilzt Schicht %2 nicht: Er wird bei Schicht %3 enden</translation>
    </message>
    <message>
        <source>layer %1 keeps the order of its channels: layer %2, which reads them, is merged already</source>
        <translation>Schicht %1 behält die Reihenfolge ihrer Kanäle: Schicht %2, die sie liest, ist schon verschmolzen</translation>
    </message>
    <message>
        <source>layer %1 is merged already</source>
        <translation>Schicht %1 ist schon verschmolzen</translation>
    </message>
    <message>
        <source>%1; lower the learning rate</source>
        <translation>%1; die Lernrate senken</translation>
    </message>
    <message>
        <source>after the last iteration %1 holds values that aren&apos;t finite</source>
        <translation>nach der letzten Iteration enthält %1 Werte, die nicht endlich sind</translation>
    </message>
    <message>
        <source>the %1 of task %2 is NaN</source>
        <translation>%1 von Aufgabe %2 ist NaN</translation>
    </message>
    <message>
        <source>the %1 of task %2 is infinite</source>
        <translation>%1 von Aufgabe %2 ist unendlich</translation>
    </message>
    <message>
        <source>cross entropy</source>
        <translation>die Kreuzentropie</translation>
    </message>
    <message>
        <source>distillation loss</source>
        <translation>der Destillationsverlust</translation>
    </message>
    <message>
        <source>the L1 mismatch of task %1 at layer %2 is NaN</source>
        <translation>die L1-Abweichung von Aufgabe %1 an Schicht %2 ist NaN</translation>
    </message>
    <message>
        <source>the L1 mismatch of task %1 at layer %2 is infinite</source>
        <translation>die L1-Abweichung von Aufgabe %1 an Schicht %2 ist unendlich</translation>
    </message>
    <message>
        <source>the cross entropy of task %1 isn&apos;t finite</source>
        <translation>die Kreuzentropie von Aufgabe %1 ist nicht endlich</translation>
    </message>
    <message>
        <source>a network with a trunk is calibrated in float32</source>
        <translation>ein Netz mit Rumpf wird in float32 kalibriert</translation>
    </message>
    <message>
        <source>a network with a trunk is calibrated in float32; bfloat16 was asked for</source>
        <translation>ein Netz mit Rumpf wird in float32 kalibriert; verlangt war bfloat16</translation>
    </message>
    <message>
        <source>only networks of float32 on the CPU can be calibrated with factors of bfloat16, which was asked for</source>
        <translation>nur Netze in float32 auf dem Prozessor können mit Faktoren in bfloat16 kalibriert werden; das war verlangt</translation>
    </message>
    <message>
        <source>bfloat16 found, float32 expected: %1</source>
        <translation>bfloat16 gefunden, float32 erwartet: %1</translation>
    </message>
    <message>
        <source>this processor has no instructions for bfloat16 (AVX-512 BF16 or AMX)</source>
        <translation>dieser Prozessor hat keine Befehle für bfloat16 (AVX-512 BF16 oder AMX)</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>least squares needs calibration images</source>
        <translation>kleinste Quadrate brauchen Kalibrierungsbilder</translation>
    </message>
    <message>
        <source>%1 found, 1 to half of the %2 training images expected</source>
        <translation>%1 gefunden, 1 bis zur Hälfte der %2 Trainingsbilder erwartet</translation>
    </message>
    <message>
        <source>validation images</source>
        <translation>Validierungsbilder</translation>
    </message>
    <message>
        <source>no class of the training set has images to spare; use 0</source>
        <translation>keine Klasse der Trainingsmenge hat Bilder übrig; 0 wählen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; found, a list such as 1-13, 1-6 or 7,9,13 expected</source>
        <translation>„%1“ gefunden, eine Liste wie 1-13, 1-6 oder 7,9,13 erwartet</translation>
    </message>
    <message>
        <source>there is no layer %1; layers are 1 to %2</source>
        <translation>eine Schicht %1 gibt es nicht; Schichten sind 1 bis %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; runs backwards; write %2</source>
        <translation>„%1“ läuft rückwärts; %2 schreiben</translation>
    </message>
    <message>
        <source>layer %1 is named twice in &apos;%2&apos;</source>
        <translation>Schicht %1 steht zweimal in „%2“</translation>
    </message>
    <message>
        <source>layer %1 is merged twice</source>
        <translation>Schicht %1 wird zweimal verschmolzen</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>the step can&apos;t be saved for recovery after a crash: %1</source>
        <translation>der Schritt lässt sich nicht für den Fall eines Absturzes sichern: %1</translation>
    </message>
    <message>
        <source>test image %1 was asked for, the data set has 0 to %2</source>
        <translation>verlangt war Testbild %1, der Datensatz hat 0 bis %2</translation>
    </message>
    <message>
        <source>was written by a version without checksums, so that damage to it can&apos;t be told; saving it again adds them</source>
        <translation>wurde von einer Version ohne Prüfsummen geschrieben, sodass sich Schäden nicht erkennen lassen; erneutes Speichern fügt sie hinzu</translation>
    </message>
    <message>
        <source>session format version %1 found, 1 to %2 expected; use the program that wrote it</source>
        <translation>Sitzungsformat Version %1 gefunden, 1 bis %2 erwartet; das Programm verwenden, das die Sitzung geschrieben hat</translation>
    </message>
    <message>
        <source>session format version 1 found, but with checksums, which it didn&apos;t have; the file is damaged</source>
        <translation>Sitzungsformat Version 1 gefunden, aber mit Prüfsummen, die es nicht hatte; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>its checksums are missing; the file is damaged</source>
        <translation>die Prüfsummen fehlen; die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>its description isn&apos;t what its checksum was taken of; the file is damaged, or was changed by hand</source>
        <translation>die Beschreibung passt nicht zu ihrer Prüfsumme; die Datei ist beschädigt oder wurde von Hand geändert</translation>
    </message>
    <message>
        <source>key &apos;%1&apos; %2; the file is damaged: take a copy of it, if there is one</source>
        <translation>Schlüssel „%1“ %2; die Datei ist beschädigt: eine Kopie nehmen, falls es eine gibt</translation>
    </message>
    <message>
        <source>holds values that aren&apos;t finite</source>
        <translation>enthält Werte, die nicht endlich sind</translation>
    </message>
    <message>
        <source>isn&apos;t what its checksum was taken of</source>
        <translation>passt nicht zu seiner Prüfsumme</translation>
    </message>
    <message>
        <source>key &apos;%1&apos; is missing</source>
        <translation>Schlüssel „%1“ fehlt</translation>
    </message>
    <message>
        <source>key &apos;%1&apos; has shape %2, expected %3</source>
        <translation>Schlüssel „%1“ hat die Form %2, erwartet wurde %3</translation>
    </message>
    <message>
        <source>key &apos;%1&apos; belongs to no part of the session</source>
        <translation>Schlüssel „%1“ gehört zu keinem Teil der Sitzung</translation>
    </message>
    <message>
        <source>key &apos;%1&apos; is there twice</source>
        <translation>Schlüssel „%1“ ist zweimal da</translation>
    </message>
    <message>
        <source>key &apos;%1&apos; has no checksum</source>
        <translation>Schlüssel „%1“ hat keine Prüfsumme</translation>
    </message>
    <message>
        <source>the recipe names %1 sources for %2 teachers</source>
        <translation>das Rezept nennt %1 Quellen für %2 Lehrer</translation>
    </message>
    <message>
        <source>teacher %1 isn&apos;t the network that the recipe names: its hash is %2, that of the recipe&apos;s source %3</source>
        <translation>Lehrer %1 ist nicht das Netz, das das Rezept nennt: Sein Hash ist %2, der der Quelle im Rezept %3</translation>
    </message>
    <message>
        <source>was not written: the file was read back and %1</source>
        <translation>wurde nicht geschrieben: Die Datei wurde zurückgelesen, dabei zeigte sich: %1</translation>
    </message>
    <message>
        <source>its outputs for task %1 differ from the network&apos;s by %2 (relative), at most %3 was expected; this is a defect of the export, please report it</source>
        <translation>die Ausgaben für Aufgabe %1 weichen um %2 (relativ) von denen des Netzes ab, höchstens %3 wurde erwartet; das ist ein Fehler des Exports, bitte melden</translation>
    </message>
    <message>
        <source>the network&apos;s outputs for task %1 are not finite</source>
        <translation>die Ausgaben des Netzes für Aufgabe %1 sind nicht endlich</translation>
    </message>
    <message>
        <source>it has %1 outputs, %2 were expected</source>
        <translation>es sind %1 Ausgänge, %2 wurden erwartet</translation>
    </message>
    <message>
        <source>its outputs have the shape %1, %2 was expected</source>
        <translation>die Ausgaben haben die Form %1, %2 wurde erwartet</translation>
    </message>
    <message>
        <source>the model is too large for an ONNX file (2 GiB)</source>
        <translation>das Modell ist zu groß für eine ONNX-Datei (2 GiB)</translation>
    </message>
    <message>
        <source>OpenCV&apos;s DNN module can&apos;t run it: %1</source>
        <translation>das DNN-Modul von OpenCV kann es nicht ausführen: %1</translation>
    </message>
    <message>
        <source>a class name is not UTF-8</source>
        <translation>ein Klassenname ist kein UTF-8</translation>
    </message>
    <message>
        <source>task %1 shares normalization whose epsilon isn&apos;t its own; export it alone from its session</source>
        <translation>Aufgabe %1 teilt eine Normalisierung, deren Epsilon nicht ihr eigenes ist; sie einzeln aus ihrer Sitzung exportieren</translation>
    </message>
    <message>
        <source>the image couldn&apos;t be encoded as PNG</source>
        <translation>das Bild ließ sich nicht als PNG kodieren</translation>
    </message>
    <message>
        <source>the image could not be encoded as PNG</source>
        <translation>das Bild ließ sich nicht als PNG kodieren</translation>
    </message>
    <message>
        <source>the picture can&apos;t be encoded</source>
        <translation>das Bild lässt sich nicht kodieren</translation>
    </message>
    <message>
        <source>the drawing could not be begun</source>
        <translation>die Zeichnung ließ sich nicht beginnen</translation>
    </message>
    <message>
        <source>there isn&apos;t enough memory for the image; choose a smaller scale</source>
        <translation>für das Bild fehlt Arbeitsspeicher; einen kleineren Maßstab wählen</translation>
    </message>
    <message>
        <source>an image %1 pixels wide was asked for, 1 to %2 were expected; choose another scale</source>
        <translation>verlangt war ein Bild von %1 Pixeln Breite, 1 bis %2 wurden erwartet; einen anderen Maßstab wählen</translation>
    </message>
    <message>
        <source>its BN policy is %1, but the layers of this session are merged with %2; step back to the start, or begin a new session, to use it</source>
        <translation>seine BN-Regel ist %1, aber die Schichten dieser Sitzung sind mit %2 verschmolzen; dafür zum Anfang zurückgehen oder eine neue Sitzung beginnen</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>%1 is given twice</source>
        <translation>%1 ist zweimal angegeben</translation>
    </message>
    <message>
        <source>the class names differ: the data set has %1; the network has %2</source>
        <translation>die Klassennamen sind verschieden: Der Datensatz hat %1; das Netz hat %2</translation>
    </message>
    <message>
        <source>%1; say which class is which output: --classes FILE on the command line, &quot;Match classes...&quot; in the workbench</source>
        <translation>%1; festlegen, welche Klasse welcher Ausgang ist: hier mit „Klassen zuordnen…“, auf der Befehlszeile mit --classes DATEI</translation>
    </message>
    <message>
        <source>%1; their images are left out. If that is wrong, %2</source>
        <translation>%1; ihre Bilder bleiben weg. Wenn das falsch ist, %2</translation>
    </message>
    <message>
        <source>%1; outputs of the network that no class has: %2</source>
        <translation>%1; Ausgänge des Netzes, die keine Klasse hat: %2</translation>
    </message>
    <message>
        <source>%1 of the %2 classes of the data set have no output in the network: %3</source>
        <translation>%1 der %2 Klassen des Datensatzes haben keinen Ausgang im Netz: %3</translation>
    </message>
    <message>
        <source>%1 of the %2 classes of the data set has no output in the network: %3</source>
        <translation>%1 der %2 Klassen des Datensatzes hat keinen Ausgang im Netz: %3</translation>
    </message>
    <message>
        <source>the classes of the data set are numbers from %1 to %2, the network has %3 outputs: the numbers are taken to count from %4. If that is wrong, all figures are wrong: %5</source>
        <translation>die Klassen des Datensatzes sind Nummern von %1 bis %2, das Netz hat %3 Ausgänge: Die Nummern gelten als ab %4 gezählt. Ist das falsch, sind alle Zahlen falsch: %5</translation>
    </message>
    <message>
        <source>the network has no class names: the classes of the data set, %1, are taken for its outputs in this order. If it was trained in another order, all figures are wrong: %2</source>
        <translation>das Netz hat keine Klassennamen: Die Klassen des Datensatzes, %1, werden in dieser Reihenfolge für seine Ausgänge genommen. Wurde es in anderer Reihenfolge trainiert, sind alle Zahlen falsch: %2</translation>
    </message>
    <message>
        <source>%1 count as one class, output %2 (&quot;%3&quot;); %4</source>
        <translation>%1 zählen als eine Klasse, Ausgang %2 („%3“); %4</translation>
    </message>
    <message>
        <source>%1 count as one class, output %2 (&quot;%3&quot;)</source>
        <translation>%1 zählen als eine Klasse, Ausgang %2 („%3“)</translation>
    </message>
    <message>
        <source>%1 count as one class, output %2; %3</source>
        <translation>%1 zählen als eine Klasse, Ausgang %2; %3</translation>
    </message>
    <message>
        <source>%1 count as one class, output %2</source>
        <translation>%1 zählen als eine Klasse, Ausgang %2</translation>
    </message>
    <message>
        <source>there is no image in there</source>
        <translation>darin ist kein Bild</translation>
    </message>
    <message>
        <source>%1 has no images of %2</source>
        <translation>%1 hat keine Bilder von %2</translation>
    </message>
    <message>
        <source>layers guessed: by the shapes of their weights and by %1, from %2 to %3 (the names are those of no known publisher; what weights don&apos;t tell is a guess too: compare it with the source of the network, and override what is different)</source>
        <translation>Schichten geraten: nach den Formen ihrer Gewichte und nach %1, von %2 bis %3 (die Namen kennt hier niemand; was Gewichte nicht verraten, ist ebenfalls geraten: mit der Quelle des Netzes vergleichen und ändern, was anders ist)</translation>
    </message>
    <message>
        <source>layers by the shapes of their weights and by %1, from %2 to %3</source>
        <translation>Schichten nach den Formen ihrer Gewichte und nach %1, von %2 bis %3</translation>
    </message>
    <message>
        <source>calibration diverged: %1</source>
        <translation>die Kalibrierung ist divergiert: %1</translation>
    </message>
    <message>
        <source>the only class is one folder, at least two were expected</source>
        <translation>die einzige Klasse ist ein Ordner, mindestens zwei wurden erwartet</translation>
    </message>
    <message>
        <source>no data set: %1 (%2); choose %3 if its %4 folders are the classes</source>
        <translation>kein Datensatz: %1 (%2); %3 wählen, wenn dessen %4 Ordner die Klassen sind</translation>
    </message>
    <message>
        <source>no data set: %1 (%2); choose %3</source>
        <translation>kein Datensatz: %1 (%2); %3 wählen</translation>
    </message>
    <message>
        <source>no data set: %1 (%2); give each class a folder of its own, or add a list: a .csv with columns for file and label</source>
        <translation>kein Datensatz: %1 (%2); jeder Klasse einen eigenen Ordner geben oder eine Liste dazulegen: eine .csv mit Spalten für Datei und Label</translation>
    </message>
    <message>
        <source>%1 bytes were expected (%2), %3 were found</source>
        <translation>%1 Bytes wurden erwartet (%2), %3 wurden gefunden</translation>
    </message>
    <message>
        <source>%1 bytes were expected (%2), %3 were found; the header doesn&apos;t belong to the contents, download or copy the file again</source>
        <translation>%1 Bytes wurden erwartet (%2), %3 wurden gefunden; der Dateikopf passt nicht zum Inhalt, die Datei neu herunterladen oder kopieren</translation>
    </message>
    <message>
        <source>%1 bytes were expected (%2), its %3 compressed bytes can&apos;t hold them</source>
        <translation>%1 Bytes wurden erwartet (%2), die %3 komprimierten Bytes können sie nicht enthalten</translation>
    </message>
    <message>
        <source>a header of 16 and %1 images of %2</source>
        <translation>ein Kopf von 16 und %1 Bilder von %2</translation>
    </message>
    <message>
        <source>a header of 8 and %1 labels</source>
        <translation>ein Kopf von 8 und %1 Labels</translation>
    </message>
    <message>
        <source>%1 keys are missing: %2; %3 unknown keys: %4</source>
        <translation>%1 Schlüssel fehlen: %2; %3 unbekannte Schlüssel: %4</translation>
    </message>
    <message>
        <source>%1 (nearest known: %2 of %3)</source>
        <translation>%1 (am ähnlichsten: %2 von %3)</translation>
    </message>
    <message>
        <source>%1 (nearest known: %2)</source>
        <translation>%1 (am ähnlichsten: %2)</translation>
    </message>
    <message>
        <source>width %1</source>
        <translation>Breite %1</translation>
    </message>
    <message>
        <source>unknown key %1</source>
        <translation>unbekannter Schlüssel %1</translation>
    </message>
    <message>
        <source>%1; unknown key %2</source>
        <translation>%1; unbekannter Schlüssel %2</translation>
    </message>
    <message>
        <source>its input is bytes</source>
        <translation>seine Eingabe sind Bytes</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 Klassen</translation>
    </message>
    <message>
        <source>no head</source>
        <translation>kein Kopf</translation>
    </message>
    <message>
        <source>BN epsilon %1</source>
        <translation>BN-Epsilon %1</translation>
    </message>
    <message>
        <source>its weights are quantized (%1); export the network before quantization</source>
        <translation>seine Gewichte sind quantisiert (%1); das Netz vor der Quantisierung exportieren</translation>
    </message>
    <message>
        <source>its input is %1 pixels high and %2 wide; only networks with square images can be used: export it with a square input</source>
        <translation>seine Eingabe ist %1 Pixel hoch und %2 breit; nur Netze mit quadratischen Bildern lassen sich verwenden: es mit quadratischer Eingabe exportieren</translation>
    </message>
    <message>
        <source>its input is %1 pixels, 32x32 to 4096x4096 were expected</source>
        <translation>seine Eingabe hat %1 Pixel, 32x32 bis 4096x4096 wurden erwartet</translation>
    </message>
    <message>
        <source>its input has %1 channels, 1 or 3 were expected</source>
        <translation>seine Eingabe hat %1 Kanäle, 1 oder 3 wurden erwartet</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1, %2 and %3</source>
        <translation>%1, %2 und %3</translation>
    </message>
    <message>
        <source>%1 numbers found, %2 expected</source>
        <translation>%1 Zahlen gefunden, %2 erwartet</translation>
    </message>
    <message>
        <source>%1 names for %2 classes found, %3 expected</source>
        <translation>%1 Namen für %2 Klassen gefunden, %3 erwartet</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>decay</source>
        <translation>Abklingfaktor</translation>
    </message>
    <message>
        <source>decay epochs</source>
        <translation>Abklingepochen</translation>
    </message>
    <message>
        <source>cross-entropy weight</source>
        <translation>Gewicht der Kreuzentropie</translation>
    </message>
    <message>
        <source>L1 weight</source>
        <translation>L1-Gewicht</translation>
    </message>
    <message>
        <source>distillation weight</source>
        <translation>Destillationsgewicht</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>BN momentum</source>
        <translation>BN-Momentum</translation>
    </message>
    <message>
        <source>trunk</source>
        <translation>Rumpf</translation>
    </message>
    <message>
        <source>initialization images</source>
        <translation>Initialisierungsbilder</translation>
    </message>
    <message>
        <source>ridge</source>
        <translation>Ridge</translation>
    </message>
    <message>
        <source>statistics images</source>
        <translation>Statistikbilder</translation>
    </message>
    <message>
        <source>validation interval</source>
        <translation>Validierungsintervall</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>by their size these numbers are for pixels from 0 to 255</source>
        <translation>der Größe nach gelten diese Zahlen für Pixel von 0 bis 255</translation>
    </message>
    <message>
        <source>by their size these numbers are for pixels from 0 to 1</source>
        <translation>der Größe nach gelten diese Zahlen für Pixel von 0 bis 1</translation>
    </message>
    <message>
        <source>%1 (nearest known: %2 of %3) and %4 more</source>
        <translation>%1 (am ähnlichsten: %2 von %3) und %4 weitere</translation>
    </message>
    <message>
        <source>%1 (nearest known: %2) and %3 more</source>
        <translation>%1 (am ähnlichsten: %2) und %3 weitere</translation>
    </message>
    <message>
        <source>there is no image in there that can be read (%1)</source>
        <translation>darin ist kein lesbares Bild (%1)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no ending, and there are several images of that name; add the endings, or remove those that aren&apos;t meant</source>
        <translation>„%1“ hat keine Endung, und es gibt mehrere Bilder dieses Namens; die Endungen ergänzen oder die nicht gemeinten entfernen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds %2, %3 expected</source>
        <translation>„%1“ enthält %2, erwartet wird %3</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>another type</source>
        <translation>eine andere Art von Wert</translation>
    </message>
    <message>
        <source>%1 images are listed for training and for validation or test as well: figures of them say little</source>
        <translation>%1 Bilder stehen sowohl für das Training als auch für Validierung oder Test in den Listen: Zahlen, die an ihnen gemessen sind, sagen wenig</translation>
    </message>
    <message>
        <source>the class map leaves the images of one output only; at least two are needed to train; %1</source>
        <translation>die Zuordnung der Klassen lässt nur Bilder eines Ausgangs übrig; zum Trainieren braucht es mindestens zwei; %1</translation>
    </message>
    <message>
        <source>images carry an orientation (EXIF) that is ignored, as PyTorch does; if the network was trained on upright images, apply it (--exif apply)</source>
        <translation>Bilder nennen eine Ausrichtung (EXIF), die außer Acht bleibt, wie bei PyTorch; wurde das Netz mit aufrechten Bildern trainiert, sie anwenden (--exif apply)</translation>
    </message>
    <message>
        <source>the folders of classes count, not the lists beside them: %1</source>
        <translation>es zählen die Ordner der Klassen, nicht die Listen daneben: %1</translation>
    </message>
    <message>
        <source>%1 image is listed for training and for validation or test as well: figures of them say little</source>
        <translation>%1 Bild steht sowohl für das Training als auch für Validierung oder Test in den Listen: Zahlen daraus sagen wenig</translation>
    </message>
    <message>
        <source>line %1: true or false was expected under &quot;%2&quot;, &quot;%3&quot; was found</source>
        <translation>Zeile %1: Unter „%2“ wurde true oder false erwartet, gefunden wurde „%3“</translation>
    </message>
    <message>
        <source>line %1: an image for validation and for testing was found; one of them was expected</source>
        <translation>Zeile %1: Ein Bild für Validierung und für Test zugleich gefunden, eines davon erwartet</translation>
    </message>
    <message>
        <source>%1 and %2 both seem to hold the training images; keep one of them</source>
        <translation>%1 und %2 enthalten anscheinend beide die Trainingsbilder; eins davon behalten</translation>
    </message>
    <message>
        <source>%1 and %2 both seem to hold the test images; keep one of them</source>
        <translation>%1 und %2 enthalten anscheinend beide die Testbilder; eins davon behalten</translation>
    </message>
    <message>
        <source>%1 and %2 both seem to hold the validation images; keep one of them</source>
        <translation>%1 und %2 enthalten anscheinend beide die Validierungsbilder; eins davon behalten</translation>
    </message>
    <message>
        <source>can&apos;t be written: it is a pipe, and no program reads from it</source>
        <translation>lässt sich nicht schreiben: Es ist eine Pipe, aus der kein Programm liest</translation>
    </message>
    <message>
        <source>can&apos;t be written: no file can be made in this folder; choose another place</source>
        <translation>lässt sich nicht schreiben: In diesem Ordner lassen sich keine Dateien anlegen; einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>a number in it is too large</source>
        <translation>eine Zahl darin ist zu groß</translation>
    </message>
    <message>
        <source>the model %1 isn&apos;t the one that the recipe was made with (%2 found, %3 expected)</source>
        <translation>das Modell %1 ist nicht das, mit dem das Rezept gemacht wurde (%2 gefunden, %3 erwartet)</translation>
    </message>
    <message>
        <source>the data set %1 isn&apos;t the one that the recipe was made with (%2 found, %3 expected)</source>
        <translation>der Datensatz %1 ist nicht der, mit dem das Rezept gemacht wurde (%2 gefunden, %3 erwartet)</translation>
    </message>
    <message>
        <source>what validation images the data set %1 has isn&apos;t the one that the recipe was made with (%2 found, %3 expected)</source>
        <translation>die Validierungsbilder des Datensatzes %1 sind nicht die, mit denen das Rezept gemacht wurde (%2 gefunden, %3 erwartet)</translation>
    </message>
    <message>
        <source>%1 depthwise 3x3 and %2 pointwise convolutions were found, %3 of each were expected</source>
        <translation>%1 depthwise- (3x3) und %2 pointwise-Faltungen wurden gefunden, je %3 wurden erwartet</translation>
    </message>
    <message>
        <source>0 (none) to %1</source>
        <translation>0 (keiner) bis %1</translation>
    </message>
    <message>
        <source>recipe format version %1 found, 1 to %2 expected; use the program that wrote it</source>
        <translation>Rezeptformat Version %1 gefunden, 1 bis %2 erwartet; das Programm verwenden, das das Rezept geschrieben hat</translation>
    </message>
    <message>
        <source>the classes of the data set are numbers from 0 to %1, the network has %2 outputs: they are taken for its first ones. If that is wrong, all figures are wrong: %3</source>
        <translation>die Klassen des Datensatzes sind Nummern von 0 bis %1, das Netz hat %2 Ausgänge: Sie gelten als dessen erste. Ist das falsch, sind alle Zahlen falsch: %3</translation>
    </message>
    <message>
        <source>there is no layer %1; layers count from 1</source>
        <translation>es gibt keine Schicht %1; Schichten zählen ab 1</translation>
    </message>
    <message>
        <source>there is no layer %1 in any network</source>
        <translation>eine Schicht %1 gibt es in keinem Netz</translation>
    </message>
    <message>
        <source>list of strides</source>
        <translation>Liste der Schrittweiten</translation>
    </message>
    <message>
        <source>channels, strides, expand first</source>
        <translation>Kanäle, Schrittweiten, Expand im ersten Block</translation>
    </message>
    <message>
        <source>those of a MobileNet V2 found, %1 expected</source>
        <translation>die eines MobileNet V2 gefunden, %1 erwartet</translation>
    </message>
    <message>
        <source>none, as the network is a MobileNet V1</source>
        <translation>keine, da das Netz ein MobileNet V1 ist</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>strides</source>
        <translation>Schrittweiten</translation>
    </message>
    <message>
        <source>none, or nine from 1 to 65,536</source>
        <translation>keine oder neun von 1 bis 65.536</translation>
    </message>
    <message>
        <source>none, or seven of 1 or 2</source>
        <translation>keine oder sieben, je 1 oder 2</translation>
    </message>
    <message>
        <source>hidden layers</source>
        <translation>verborgene Schichten</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>some found, %1 expected</source>
        <translation>welche gefunden, %1 erwartet</translation>
    </message>
    <message>
        <source>none, as the network has no classes</source>
        <translation>keine, da das Netz keine Klassen hat</translation>
    </message>
    <message>
        <source>channels of a hidden layer</source>
        <translation>Kanäle einer verborgenen Schicht</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: A is a %1, %2 a %3; only networks of the same architecture can be merged</source>
        <translation>die Netze passen nicht zusammen: A ist ein %1, %2 ein %3; nur Netze gleicher Architektur lassen sich verschmelzen</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: the first block of %1 has an expanding convolution, that of %2 has none; only networks of the same variant can be merged</source>
        <translation>die Netze passen nicht zusammen: Der erste Block von %1 hat eine Expand-Faltung, der von %2 hat keine; nur Netze gleicher Bauart lassen sich verschmelzen</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: layer %1 of %2 adds its input to its output, that of %3 doesn&apos;t, as its stride is 2; only networks of the same variant can be merged</source>
        <translation>die Netze passen nicht zusammen: Schicht %1 von %2 addiert ihre Eingabe zu ihrer Ausgabe, die von %3 nicht, weil ihre Schrittweite 2 ist; nur Netze gleicher Bauart lassen sich verschmelzen</translation>
    </message>
    <message>
        <source>the preset exact merges what is the same in all networks, but not even their first layers are (%1); choose the preset fast</source>
        <translation>die Voreinstellung exact verschmilzt, was in allen Netzen gleich ist, doch nicht einmal deren erste Schichten sind es (%1); die Voreinstellung fast wählen</translation>
    </message>
    <message>
        <source>%1 of task %2 differs from that of task a</source>
        <translation>%1 von Aufgabe %2 ist anders als in Aufgabe a</translation>
    </message>
    <message>
        <source>the epsilon of batch normalization of task %1 differs from that of task a</source>
        <translation>das Epsilon der Batch-Normalisierung von Aufgabe %1 ist anders als in Aufgabe a</translation>
    </message>
    <message>
        <source>task %1 has no images, but the plan needs some of each task; only what is the same in all networks can be merged without (preset exact)</source>
        <translation>Aufgabe %1 hat keine Bilder, der Plan braucht aber von jeder Aufgabe welche; ohne lässt sich nur verschmelzen, was in allen Netzen gleich ist (Voreinstellung exact)</translation>
    </message>
    <message>
        <source>the networks are the same up to layer %1, bit for bit: the preset exact shares so much as it is, without images and without training</source>
        <translation>die Netze sind bis Schicht %1 Bit für Bit gleich: Die Voreinstellung exact teilt so viel, wie es ist, ohne Bilder und ohne Training</translation>
    </message>
    <message>
        <source>the networks are the same up to layer %1, all there are, bit for bit: the preset exact shares so much as it is, without images and without training</source>
        <translation>die Netze sind bis Schicht %1, also in allen Schichten, Bit für Bit gleich: Die Voreinstellung exact teilt so viel, wie es ist, ohne Bilder und ohne Training</translation>
    </message>
    <message>
        <source>hidden layer %1 of the head has no bias; it got one of zeros</source>
        <translation>die verborgene Schicht %1 des Kopfs hat keinen Bias; sie bekam einen aus Nullen</translation>
    </message>
    <message>
        <source>batch normalization of the head was put into the weights of %1 linear layer</source>
        <translation>die Batch-Normalisierung des Kopfs wurde in die Gewichte von %1 linearen Schicht gerechnet</translation>
    </message>
    <message>
        <source>batch normalization of the head was put into the weights of %1 linear layers</source>
        <translation>die Batch-Normalisierung des Kopfs wurde in die Gewichte von %1 linearen Schichten gerechnet</translation>
    </message>
    <message>
        <source>a head of %1 linear layers: %2</source>
        <translation>ein Kopf aus %1 linearen Schichten: %2</translation>
    </message>
    <message>
        <source>head %1, the only tensors left</source>
        <translation>Kopf %1, die einzigen übrigen Tensoren</translation>
    </message>
    <message>
        <source>head guessed: %1, the only tensors left</source>
        <translation>Kopf geraten: %1, die einzigen übrigen Tensoren</translation>
    </message>
    <message>
        <source>head activation</source>
        <translation>Aktivierung im Kopf</translation>
    </message>
    <message>
        <source>head activation %1</source>
        <translation>Aktivierung im Kopf %1</translation>
    </message>
    <message>
        <source>strides of the rows</source>
        <translation>Schrittweiten der Zeilen</translation>
    </message>
    <message>
        <source>strides of the rows %1</source>
        <translation>Schrittweiten der Zeilen %1</translation>
    </message>
    <message>
        <source>no width multiplier gives its channels, which are those of the shapes: %1</source>
        <translation>kein Breitenfaktor ergibt seine Kanäle; sie sind die der Formen: %1</translation>
    </message>
    <message>
        <source>class names read from %1 beside the file</source>
        <translation>Klassennamen aus %1 neben der Datei gelesen</translation>
    </message>
    <message>
        <source>the file doesn&apos;t tell the names of its layers; as many of each kind as in Keras&apos;s %1 were taken for them in their order</source>
        <translation>die Datei sagt nicht, wie ihre Schichten heißen; so viele jeder Art wie im %1 von Keras wurden der Reihe nach dafür genommen</translation>
    </message>
    <message>
        <source>its names are those of no known MobileNet: %1; known naming schemes are %2</source>
        <translation>die Namen darin sind die keines bekannten MobileNet: %1; bekannte Namensschemata sind %2</translation>
    </message>
    <message>
        <source>its names are those of no known MobileNet, and its shapes don&apos;t tell either: %1</source>
        <translation>die Namen darin sind die keines bekannten MobileNet, und auch die Formen verraten es nicht: %1</translation>
    </message>
    <message>
        <source>holds no tensors; those of a MobileNet were expected</source>
        <translation>enthält keine Tensoren; erwartet wurden die eines MobileNet</translation>
    </message>
    <message>
        <source>this is the MobileNet V2 of kuangliu&apos;s pytorch-cifar: convolutions in its shortcuts (layers.0.shortcut.0) make it another network than MobileNet V2, which can&apos;t be merged</source>
        <translation>das ist das MobileNet V2 aus pytorch-cifar von kuangliu: Faltungen in seinen Abkürzungen (layers.0.shortcut.0) machen es zu einem anderen Netz als MobileNet V2, das sich nicht verschmelzen lässt</translation>
    </message>
    <message>
        <source>holds no moving averages (EMA) of a MobileNet</source>
        <translation>enthält keine gleitenden Mittelwerte (EMA) eines MobileNet</translation>
    </message>
    <message>
        <source>%1 (%2 has %3 blocks, %4 were found)</source>
        <translation>%1 (%2 hat %3 Blöcke, gefunden wurden %4)</translation>
    </message>
    <message>
        <source>several of its outputs are heads of a %1: %2; export it with one of them</source>
        <translation>mehrere seiner Ausgänge sind Köpfe eines %1: %2; es mit einem davon exportieren</translation>
    </message>
    <message>
        <source>several layers can be the head: %1; they don&apos;t follow one another</source>
        <translation>mehrere Schichten können der Kopf sein: %1; sie folgen nicht aufeinander</translation>
    </message>
    <message>
        <source>%1 depthwise 3x3 and %2 pointwise convolutions were found, %3 and %4 were expected</source>
        <translation>%1 depthwise- (3x3) und %2 pointwise-Faltungen wurden gefunden, %3 und %4 wurden erwartet</translation>
    </message>
    <message>
        <source>whether an activation lies before or behind batch normalization %1 of its head is not in the file; save the whole network (in Keras: model.save), or one without it</source>
        <translation>ob eine Aktivierung vor oder hinter der Batch-Normalisierung %1 seines Kopfs liegt, steht nicht in der Datei; das ganze Netz speichern (in Keras: model.save) oder eines ohne sie</translation>
    </message>
    <message>
        <source>its metadata say %1, but its graph is a %2</source>
        <translation>seine Metadaten nennen %1, sein Graph ist aber ein %2</translation>
    </message>
    <message>
        <source>the graph was not recognized as %1: %2</source>
        <translation>der Graph wurde nicht als %1 erkannt: %2</translation>
    </message>
    <message>
        <source>a GGUF file, the format of llama.cpp, which holds no MobileNet that is known</source>
        <translation>eine GGUF-Datei, das Format von llama.cpp; ein MobileNet darin ist nicht bekannt</translation>
    </message>
    <message>
        <source>the folder of a TensorFlow.js model; open the model.json in it</source>
        <translation>der Ordner eines TensorFlow.js-Modells; die model.json darin öffnen</translation>
    </message>
    <message>
        <source>no images were chosen</source>
        <translation>es wurden keine Bilder gewählt</translation>
    </message>
    <message>
        <source>an addition of the input of layer %1 to its output was expected, as both have %2 channels and the stride is 1, found %3</source>
        <translation>erwartet wurde, dass die Eingabe von Schicht %1 zu ihrer Ausgabe addiert wird, da beide %2 Kanäle haben und die Schrittweite 1 ist; gefunden wurde %3</translation>
    </message>
    <message>
        <source>%1 adds to the output of layer %2, whose input has another shape</source>
        <translation>%1 addiert etwas zur Ausgabe von Schicht %2, deren Eingabe eine andere Form hat</translation>
    </message>
    <message>
        <source>%1 adds something else than the input of layer %2 to its output</source>
        <translation>%1 addiert etwas anderes als die Eingabe von Schicht %2 zu deren Ausgabe</translation>
    </message>
    <message>
        <source>no activation was expected after %1, found %2</source>
        <translation>nach %1 wurde keine Aktivierung erwartet, gefunden wurde %2</translation>
    </message>
    <message>
        <source>%1 has the weights of another layer</source>
        <translation>%1 hat die Gewichte einer anderen Schicht</translation>
    </message>
    <message>
        <source>%1 has weights of shape %2 behind a layer of %3 outputs</source>
        <translation>%1 hat Gewichte der Form %2 hinter einer Schicht mit %3 Ausgaben</translation>
    </message>
    <message>
        <source>torchvision: its MobileNet V2 pads by one pixel on every side, this network like TensorFlow (SAME); write it as pytorch or onnx</source>
        <translation>torchvision: dessen MobileNet V2 füllt auf jeder Seite ein Pixel auf, dieses Netz wie TensorFlow (SAME); es als pytorch oder onnx schreiben</translation>
    </message>
    <message>
        <source>torchvision: its MobileNet V2 has ReLU6, this network ReLU; write it as pytorch or onnx</source>
        <translation>torchvision: dessen MobileNet V2 hat ReLU6, dieses Netz ReLU; es als pytorch oder onnx schreiben</translation>
    </message>
    <message>
        <source>torchvision: the head of its MobileNet V2 is one linear layer, that of this network %1; write it as pytorch or onnx</source>
        <translation>torchvision: der Kopf von dessen MobileNet V2 ist eine lineare Schicht, der dieses Netzes sind %1; es als pytorch oder onnx schreiben</translation>
    </message>
    <message>
        <source>torchvision: a file of several tasks is none of its networks; write one task, or all of them as pytorch</source>
        <translation>torchvision: Eine Datei mit mehreren Aufgaben ist keines von dessen Netzen; eine Aufgabe schreiben, oder alle als pytorch</translation>
    </message>
    <message>
        <source>the epsilon of batch normalization, %1, is %2 in torchvision; running variances make up for it</source>
        <translation>das Epsilon der Batch-Normalisierung, %1, ist in torchvision %2; die laufenden Varianzen gleichen es aus</translation>
    </message>
    <message>
        <source>metadata.json beside the file can&apos;t be read: %1</source>
        <translation>metadata.json neben der Datei lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>%1 would be the %2 convolution of layer %3, but reads %4 channels where %5 come in</source>
        <translation>%1 wäre die Faltung %2 der Schicht %3, liest aber %4 Kanäle, wo %5 hereinkommen</translation>
    </message>
    <message>
        <source>the head has two batch normalizations one behind the other, %1 and %2; one between two linear layers was expected</source>
        <translation>der Kopf hat zwei Batch-Normalisierungen hintereinander, %1 und %2; erwartet wurde eine zwischen zwei linearen Schichten</translation>
    </message>
    <message>
        <source>the linear layer %1 of the head has two activations, %2 and %3</source>
        <translation>die lineare Schicht %1 des Kopfs hat zwei Aktivierungen, %2 und %3</translation>
    </message>
    <message>
        <source>batch normalization %1 is the last layer of the head; a linear layer was expected</source>
        <translation>die Batch-Normalisierung %1 ist die letzte Schicht des Kopfs; erwartet wurde eine lineare Schicht</translation>
    </message>
    <message>
        <source>batch normalization %1 of the head can&apos;t be put into the weights of a linear layer, since an activation follows that isn&apos;t that of the linear layer before it</source>
        <translation>die Batch-Normalisierung %1 des Kopfs lässt sich nicht in die Gewichte einer linearen Schicht einrechnen, weil eine Aktivierung folgt, die nicht die der linearen Schicht davor ist</translation>
    </message>
    <message>
        <source>behind the last linear layer of the head, %1, lies the activation %2; none, or softmax, was expected</source>
        <translation>hinter der letzten linearen Schicht des Kopfs, %1, liegt die Aktivierung %2; erwartet wurde keine oder softmax</translation>
    </message>
    <message>
        <source>the activation %1 of its head lies before the layer %2; it can only be at the end</source>
        <translation>die Aktivierung %1 des Kopfs liegt vor der Schicht %2; sie darf nur am Ende stehen</translation>
    </message>
    <message>
        <source>key %1 is missing: the configuration has a layer of this name</source>
        <translation>der Schlüssel %1 fehlt: Die Konfiguration hat eine Schicht dieses Namens</translation>
    </message>
    <message>
        <source>its configuration has ReLU and ReLU6; a MobileNet has one of them in all layers</source>
        <translation>die Konfiguration hat ReLU und ReLU6; ein MobileNet hat in allen Schichten eines davon</translation>
    </message>
    <message>
        <source>its configuration has stride %1 in block %2, where a MobileNet V2 has 1: only the first block of a row may have another</source>
        <translation>die Konfiguration hat im Block %2 die Schrittweite %1, ein MobileNet V2 dort 1: Nur der erste Block einer Zeile darf eine andere haben</translation>
    </message>
    <message>
        <source>its configuration averages over %1 pixels, but the last feature maps have %2; only networks that average over whole maps can be used</source>
        <translation>die Konfiguration mittelt über %1 Pixel, die letzten Merkmalskarten haben aber %2; nur Netze, die über ganze Karten mitteln, sind zu gebrauchen</translation>
    </message>
    <message>
        <source>its weights have %1 bytes, but the files of them, %2, only %3; they are truncated, or of another model</source>
        <translation>die Gewichte haben %1 Bytes, ihre Dateien, %2, aber nur %3; sie sind abgeschnitten oder von einem anderen Modell</translation>
    </message>
    <message>
        <source>its weights have %1 bytes, at most %2 are read</source>
        <translation>die Gewichte haben %1 Bytes, höchstens %2 werden gelesen</translation>
    </message>
    <message>
        <source>weightsManifest: the file %1 is named twice</source>
        <translation>weightsManifest: Die Datei %1 ist zweimal genannt</translation>
    </message>
    <message>
        <source>made by Teachable Machine, whose images are RGB with values from -1 to 1</source>
        <translation>von Teachable Machine gemacht, dessen Bilder RGB mit Werten von -1 bis 1 sind</translation>
    </message>
    <message>
        <source>the head has more than %1 linear layers</source>
        <translation>der Kopf hat mehr als %1 lineare Schichten</translation>
    </message>
    <message>
        <source>a hidden layer of %1</source>
        <translation>eine verborgene Schicht mit %1 Kanälen</translation>
    </message>
    <message>
        <source>its type is &apos;%1&apos;, float32 was expected</source>
        <translation>ihr Typ ist „%1“, float32 wurde erwartet</translation>
    </message>
    <message>
        <source>its shape has %1 axes, at most %2 were expected</source>
        <translation>ihre Form hat %1 Achsen, höchstens %2 wurden erwartet</translation>
    </message>
    <message>
        <source>a size of its shape is %1, a whole number was expected</source>
        <translation>eine Größe ihrer Form ist %1, eine ganze Zahl wurde erwartet</translation>
    </message>
    <message>
        <source>its shape %1 claims more than %2 bytes</source>
        <translation>ihre Form %1 beansprucht mehr als %2 Bytes</translation>
    </message>
    <message>
        <source>weightsManifest: a path is %1, a text was expected</source>
        <translation>weightsManifest: Ein Pfad ist %1, ein Text wurde erwartet</translation>
    </message>
    <message>
        <source>layer %1 isn&apos;t the same in all networks (%2), so that the preset exact can&apos;t merge it; choose another preset</source>
        <translation>Schicht %1 ist nicht in allen Netzen gleich (%2), sodass die Voreinstellung exact sie nicht verschmelzen kann; wählen Sie eine andere</translation>
    </message>
    <message>
        <source>the preset exact shares weights as they are: initialization %1 and alignment %2 found, a and none expected</source>
        <translation>die Voreinstellung exact teilt Gewichte, wie sie sind: Initialisierung %1 und Ausrichtung %2 gefunden, a und none erwartet</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: %1 is minimalistic, %2 isn&apos;t; only networks of the same variant can be merged</source>
        <translation>die Netze passen nicht zusammen: %1 ist minimalistisch, %2 nicht; nur Netze gleicher Bauart lassen sich verschmelzen</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: layer %1 of %2 has squeeze-and-excite, that of %3 has none; only networks of the same variant can be merged</source>
        <translation>die Netze passen nicht zusammen: Schicht %1 von %2 hat Squeeze-and-Excite, die von %3 hat keines; nur Netze gleicher Bauart lassen sich verschmelzen</translation>
    </message>
    <message>
        <source>minimalistic</source>
        <translation>minimalistisch</translation>
    </message>
    <message>
        <source>false, as the network is no MobileNet V3</source>
        <translation>false, weil das Netz kein MobileNet V3 ist</translation>
    </message>
    <message>
        <source>none, or %1</source>
        <translation>keine oder %1</translation>
    </message>
    <message>
        <source>none, or %1 of 1 or 2</source>
        <translation>keine oder %1, je 1 oder 2</translation>
    </message>
    <message>
        <source>the first block has %1 expanded channels, the stem %2; the same expected, as the block has no expanding convolution</source>
        <translation>der erste Block hat %1 aufgeweitete Kanäle, der Stamm %2; erwartet wurden gleich viele, weil der Block keine Expand-Faltung hat</translation>
    </message>
    <message>
        <source>this is %1; only MobileNet V1, V2 and V3 can be merged</source>
        <translation>das ist %1; nur MobileNet V1, V2 und V3 lassen sich verschmelzen</translation>
    </message>
    <message>
        <source>is %1; a MobileNet V1, V2 or V3 (safetensors, PyTorch, TorchScript, ONNX, Keras, TensorFlow.js, TensorFlow Lite or TensorFlow checkpoint) was expected</source>
        <translation>ist %1; erwartet wurde ein MobileNet V1, V2 oder V3 (safetensors, PyTorch, TorchScript, ONNX, Keras, TensorFlow.js, TensorFlow Lite oder TensorFlow-Checkpoint)</translation>
    </message>
    <message>
        <source>a MobileNet V1, V2 or V3 (safetensors, PyTorch, TorchScript, ONNX, Keras, TensorFlow.js, TensorFlow Lite or TensorFlow checkpoint)</source>
        <translation>ein MobileNet V1, V2 oder V3 (safetensors, PyTorch, TorchScript, ONNX, Keras, TensorFlow.js, TensorFlow Lite oder TensorFlow-Checkpoint)</translation>
    </message>
    <message>
        <source>%1 squeezed ones found, 0 expected, as the network is minimalistic</source>
        <translation>%1 Squeeze-Kanäle gefunden, 0 erwartet, weil das Netz minimalistisch ist</translation>
    </message>
    <message>
        <source>%1, %2, %3 or %4</source>
        <translation>%1, %2, %3 oder %4</translation>
    </message>
    <message>
        <source>its end</source>
        <translation>das Ende</translation>
    </message>
    <message>
        <source>the head</source>
        <translation>der Kopf</translation>
    </message>
    <message>
        <source>the last layer</source>
        <translation>der letzten Schicht</translation>
    </message>
    <message>
        <source>none of its convolutions is depthwise; in a MobileNet there is a depthwise one in each block</source>
        <translation>keine der Faltungen darin ist depthwise; in einem MobileNet hat jeder Block eine solche</translation>
    </message>
    <message>
        <source>two branches meet at %1</source>
        <translation>zwei Zweige treffen sich bei %1</translation>
    </message>
    <message>
        <source>a Conv was expected for %1, found %2</source>
        <translation>für %1 wurde ein Conv erwartet, gefunden wurde %2</translation>
    </message>
    <message>
        <source>Relu or Clip was expected after %1, found %2</source>
        <translation>nach %1 wurde Relu oder Clip erwartet, gefunden wurde %2</translation>
    </message>
    <message>
        <source>Relu was expected after %1, found %2</source>
        <translation>nach %1 wurde Relu erwartet, gefunden wurde %2</translation>
    </message>
    <message>
        <source>a hard swish was expected after %1, found %2</source>
        <translation>nach %1 wurde ein Hard-Swish erwartet, gefunden wurde %2</translation>
    </message>
    <message>
        <source>a hard swish was expected from %1 on, found %2</source>
        <translation>ab %1 wurde ein Hard-Swish erwartet, gefunden wurde %2</translation>
    </message>
    <message>
        <source>a hard sigmoid was expected after %1, found %2</source>
        <translation>nach %1 wurde ein Hard-Sigmoid erwartet, gefunden wurde %2</translation>
    </message>
    <message>
        <source>a linear layer was expected for %1, found %2</source>
        <translation>für %1 wurde eine lineare Schicht erwartet, gefunden wurde %2</translation>
    </message>
    <message>
        <source>average pooling was expected after %1, found %2</source>
        <translation>nach %1 wurde eine Mittelung erwartet, gefunden wurde %2</translation>
    </message>
    <message>
        <source>%1 multiplies by a hard sigmoid of slope %2 and offset %3; the hard swish has 1/6 and 0.5</source>
        <translation>%1 multipliziert mit einem Hard-Sigmoid der Steigung %2 und des Versatzes %3; der Hard-Swish hat 1/6 und 0.5</translation>
    </message>
    <message>
        <source>%1 multiplies by values from %2 to %3; a hard sigmoid, from 0 to 1, was expected</source>
        <translation>%1 multipliziert mit Werten von %2 bis %3; erwartet wurde ein Hard-Sigmoid, von 0 bis 1</translation>
    </message>
    <message>
        <source>%1 multiplies something else than what its factor is computed from</source>
        <translation>%1 multipliziert etwas anderes als das, woraus sein Faktor berechnet wird</translation>
    </message>
    <message>
        <source>%1 divides by a value that depends on the image</source>
        <translation>%1 teilt durch einen Wert, der vom Bild abhängt</translation>
    </message>
    <message>
        <source>%1 has the bound %2</source>
        <translation>%1 hat die Grenze %2</translation>
    </message>
    <message>
        <source>%1 has the range %2 to %3</source>
        <translation>%1 hat den Bereich %2 bis %3</translation>
    </message>
    <message>
        <source>%1 is followed by another activation than the layers before</source>
        <translation>auf %1 folgt eine andere Aktivierung als in den Schichten davor</translation>
    </message>
    <message>
        <source>%1 pads before the pooling</source>
        <translation>%1 füllt vor der Mittelung auf</translation>
    </message>
    <message>
        <source>%1 does not average over the whole feature map</source>
        <translation>%1 mittelt nicht über die ganze Merkmalskarte</translation>
    </message>
    <message>
        <source>%1 gets axes in the order %2</source>
        <translation>%1 bekommt die Achsen in der Reihenfolge %2</translation>
    </message>
    <message>
        <source>%1 is not a plain linear layer</source>
        <translation>%1 ist keine einfache lineare Schicht</translation>
    </message>
    <message>
        <source>%1 is not a linear layer</source>
        <translation>%1 ist keine lineare Schicht</translation>
    </message>
    <message>
        <source>%1, %2, has weights of shape %3, two dimensions were expected</source>
        <translation>%1, %2, hat Gewichte der Form %3; erwartet wurden zwei Dimensionen</translation>
    </message>
    <message>
        <source>%1 has weights of shape %2 and a bias of shape %3</source>
        <translation>%1 hat Gewichte der Form %2 und einen Bias der Form %3</translation>
    </message>
    <message>
        <source>%1 has weights of shape %2, a kernel of %3 was expected for %4</source>
        <translation>%1 hat Gewichte der Form %2; erwartet wurde für %4 ein Kernel von %3</translation>
    </message>
    <message>
        <source>%1 numbers were found for %2 channels</source>
        <translation>%1 Zahlen wurden für %2 Kanäle gefunden</translation>
    </message>
    <message>
        <source>%1 numbers were found for %2 classes</source>
        <translation>%1 Zahlen wurden für %2 Klassen gefunden</translation>
    </message>
    <message>
        <source>layer %1 of its head has the activation %2; relu, relu6, hard_swish, linear, or softmax at the end were expected</source>
        <translation>die Schicht %1 des Kopfs hat die Aktivierung %2; erwartet wurden relu, relu6, hard_swish, linear oder softmax am Ende</translation>
    </message>
    <message>
        <source>it is deeper than a %1: %2 blocks were found instead of %3, as in %4 of timm; such a network can&apos;t be merged</source>
        <translation>es ist tiefer als ein %1: %2 Blöcke wurden gefunden statt %3, wie in %4 von timm; so ein Netz lässt sich nicht verschmelzen</translation>
    </message>
    <message>
        <source>behind its backbone lies the layer %1 of the kind %2, which can&apos;t be used there; global average pooling, linear layers (Dense or 1x1 convolutions), batch normalization, dropout, relu, relu6, hard swish, and softmax at the end were expected</source>
        <translation>hinter seinem Rumpf liegt die Schicht %1 der Art %2, die dort nicht verwendet werden kann; erwartet wurden globale Mittelung, lineare Schichten (Dense oder 1x1-Faltungen), Batch-Normalisierung, Dropout, relu, relu6, Hard-Swish und am Ende softmax</translation>
    </message>
    <message>
        <source>only what its blocks put out has the channels of width %1; all are those of the shapes: %2</source>
        <translation>nur die Ausgaben der Blöcke haben die Kanäle der Breite %1; alle Kanäle sind die der Formen: %2</translation>
    </message>
    <message>
        <source>slope of the hard sigmoid guessed: %1 (by the convention of %2; the second layers of squeeze-and-excite were multiplied by %3)</source>
        <translation>Steigung des Hard-Sigmoid geraten: %1 (nach der Konvention von %2; die zweiten Schichten von Squeeze-and-Excite wurden mit %3 multipliziert)</translation>
    </message>
    <message>
        <source>slope of the hard sigmoid %1</source>
        <translation>Steigung des Hard-Sigmoid %1</translation>
    </message>
    <message>
        <source>factor of the head guessed: %1 (by the convention of %2; the weights of its last layer were multiplied by it)</source>
        <translation>Faktor des Kopfs geraten: %1 (nach der Konvention von %2; die Gewichte seiner letzten Schicht wurden damit multipliziert)</translation>
    </message>
    <message>
        <source>factor of the head %1</source>
        <translation>Faktor des Kopfs %1</translation>
    </message>
    <message>
        <source>strides of the blocks</source>
        <translation>Schrittweiten der Blöcke</translation>
    </message>
    <message>
        <source>strides of the blocks %1</source>
        <translation>Schrittweiten der Blöcke %1</translation>
    </message>
    <message>
        <source>what MobileNets V3 have</source>
        <translation>wie bei MobileNets V3</translation>
    </message>
    <message>
        <source>not in an ONNX graph, guessed: normalization mean %1, std %2, %3 (by the convention of PyTorch)</source>
        <translation>steht nicht im ONNX-Graphen, geraten: Mittelwert der Normalisierung %1, Standardabweichung %2, %3 (nach der Konvention von PyTorch)</translation>
    </message>
    <message>
        <source>normalization mean %1, std %2, %3</source>
        <translation>Mittelwert der Normalisierung %1, Standardabweichung %2, %3</translation>
    </message>
    <message>
        <source>left out: the hidden layer of a head without its last layer, %1</source>
        <translation>weggelassen: die verborgene Schicht eines Kopfs ohne dessen letzte Schicht, %1</translation>
    </message>
    <message>
        <source>head guessed: %1, the only linear layer</source>
        <translation>Kopf geraten: %1, die einzige lineare Schicht</translation>
    </message>
    <message>
        <source>head %1, the only linear layer</source>
        <translation>Kopf %1, die einzige lineare Schicht</translation>
    </message>
    <message>
        <source>layer %1 of its backbone has the activation &apos;%2&apos;; a MobileNet V3 has relu, hard swish and hard sigmoid</source>
        <translation>die Schicht %1 seines Rumpfs hat die Aktivierung &apos;%2&apos;; ein MobileNet V3 hat relu, Hard-Swish und Hard-Sigmoid</translation>
    </message>
    <message>
        <source>an EfficientNet (%1)</source>
        <translation>ein EfficientNet (%1)</translation>
    </message>
    <message>
        <source>a ResNet</source>
        <translation>ein ResNet</translation>
    </message>
    <message>
        <source>a VGG network</source>
        <translation>ein VGG-Netz</translation>
    </message>
    <message>
        <source>this is the MobileNet V3 of d-li14&apos;s mobilenetv3.pytorch: squeeze-and-excite before the activation (features.4.conv.5.fc) makes it another network than MobileNet V3, which can&apos;t be merged</source>
        <translation>das ist das MobileNet V3 aus mobilenetv3.pytorch von d-li14: Squeeze-and-Excite vor der Aktivierung (features.4.conv.5.fc) macht es zu einem anderen Netz als MobileNet V3, das sich nicht verschmelzen lässt</translation>
    </message>
    <message>
        <source>this is the MobileNet V3 of d-li14&apos;s mobilenetv3.pytorch, first version: hard swish behind the pooling and other strides make it another network than MobileNet V3, which can&apos;t be merged</source>
        <translation>das ist das MobileNet V3 aus mobilenetv3.pytorch von d-li14, erste Fassung: Hard-Swish hinter der Mittelung und andere Schrittweiten machen es zu einem anderen Netz als MobileNet V3, das sich nicht verschmelzen lässt</translation>
    </message>
    <message>
        <source>this is mobilenetv3_rw of timm, as %1 is missing: without the addition in its first block and with hard swish in its squeeze-and-excite it is another network than MobileNet V3, which can&apos;t be merged</source>
        <translation>das ist mobilenetv3_rw von timm, denn %1 fehlt: Ohne die Addition in seinem ersten Block und mit Hard-Swish in Squeeze-and-Excite ist es ein anderes Netz als MobileNet V3, das sich nicht verschmelzen lässt</translation>
    </message>
    <message>
        <source>%1 (also of %2, whose other names aren&apos;t there)</source>
        <translation>%1 (auch von %2, dessen andere Namen fehlen)</translation>
    </message>
    <message>
        <source>%1 (also of %2, whose other names aren&apos;t there) and %3 more</source>
        <translation>%1 (auch von %2, dessen andere Namen fehlen) und %3 weitere</translation>
    </message>
    <message>
        <source>%1 depthwise 3x3 or 5x5 and %2 pointwise convolutions were found, %3 and %4 were expected</source>
        <translation>%1 depthwise- (3x3 oder 5x5) und %2 pointwise-Faltungen wurden gefunden, %3 und %4 wurden erwartet</translation>
    </message>
    <message>
        <source>%1 would be the %2 convolution of layer %3, but has a kernel of %4, %5 was expected</source>
        <translation>%1 wäre die Faltung %2 der Schicht %3, hat aber einen Kernel von %4, erwartet wurde %5</translation>
    </message>
    <message>
        <source>%1 would be layer %2, but have %3 channels where %4 come in</source>
        <translation>%1 wären Schicht %2, haben aber %3 Kanäle, wo %4 hereinkommen</translation>
    </message>
    <message>
        <source>there is no batch normalization, and %1 has no bias</source>
        <translation>es gibt keine Batch-Normalisierung, und %1 hat keinen Bias</translation>
    </message>
    <message>
        <source>there is squeeze-and-excite, and %1 has no bias</source>
        <translation>es gibt Squeeze-and-Excite, und %1 hat keinen Bias</translation>
    </message>
    <message>
        <source>%1 batch normalizations (four vectors of one length, by the ends of their names weight, bias, running_mean and running_var) were found, %2 were expected</source>
        <translation>%1 Batch-Normalisierungen (vier Vektoren einer Länge, deren Namen auf weight, bias, running_mean und running_var enden) wurden gefunden, %2 wurden erwartet</translation>
    </message>
    <message>
        <source>%1 tensor has no place in a %2: %3</source>
        <translation>%1 Tensor hat keinen Platz in einem %2: %3</translation>
    </message>
    <message>
        <source>%1 tensors have no place in a %2: %3</source>
        <translation>%1 Tensoren haben keinen Platz in einem %2: %3</translation>
    </message>
    <message>
        <source>MobileNet V1, V2 or V3</source>
        <translation>MobileNet V1, V2 oder V3</translation>
    </message>
    <message>
        <source>%1 (minimalistic)</source>
        <translation>%1 (minimalistisch)</translation>
    </message>
    <message>
        <source>hard swish and %1</source>
        <translation>Hard-Swish und %1</translation>
    </message>
    <message>
        <source>torchvision: a MobileNet V2 or V3 was expected, this network is a %1; write it as pytorch</source>
        <translation>torchvision: erwartet wurde ein MobileNet V2 oder V3, dieses Netz ist ein %1; es als pytorch schreiben</translation>
    </message>
    <message>
        <source>torchvision: its %1 pads by half the kernel on every side, this network like TensorFlow (SAME); write it as pytorch or onnx</source>
        <translation>torchvision: dessen %1 füllt auf jeder Seite um den halben Kernel auf, dieses Netz wie TensorFlow (SAME); es als pytorch oder onnx schreiben</translation>
    </message>
    <message>
        <source>torchvision: its %1 has 5x5 kernels, squeeze-and-excite and hard swish, this network is minimalistic; write it as pytorch or onnx</source>
        <translation>torchvision: dessen %1 hat 5x5-Kernel, Squeeze-and-Excite und Hard-Swish, dieses Netz ist minimalistisch; es als pytorch oder onnx schreiben</translation>
    </message>
    <message>
        <source>torchvision: its %1 has ReLU, this network ReLU6; write it as pytorch or onnx</source>
        <translation>torchvision: dessen %1 hat ReLU, dieses Netz ReLU6; es als pytorch oder onnx schreiben</translation>
    </message>
    <message>
        <source>torchvision: the first block of its %1 has no expanding convolution, that of this network has one; write it as pytorch or onnx</source>
        <translation>torchvision: der erste Block von dessen %1 hat keine Expand-Faltung, der dieses Netzes hat eine; es als pytorch oder onnx schreiben</translation>
    </message>
    <message>
        <source>torchvision: block %1 of its %2 has no expanding convolution at this width, that of this network has one; write it as pytorch or onnx</source>
        <translation>torchvision: Block %1 von dessen %2 hat bei dieser Breite keine Expand-Faltung, der dieses Netzes hat eine; es als pytorch oder onnx schreiben</translation>
    </message>
    <message>
        <source>torchvision: its %1 takes images of 3 channels, this network of 1; write it as pytorch or onnx</source>
        <translation>torchvision: dessen %1 nimmt Bilder mit 3 Kanälen, dieses Netz mit 1; es als pytorch oder onnx schreiben</translation>
    </message>
    <message>
        <source>torchvision: its %1 has a head, this network has none; write it as pytorch or onnx</source>
        <translation>torchvision: dessen %1 hat einen Kopf, dieses Netz keinen; es als pytorch oder onnx schreiben</translation>
    </message>
    <message>
        <source>torchvision: the head of its %1 has one hidden layer, that of this network %2; write it as pytorch or onnx</source>
        <translation>torchvision: der Kopf von dessen %1 hat eine verborgene Schicht, der dieses Netzes %2; es als pytorch oder onnx schreiben</translation>
    </message>
    <message>
        <source>torchvision: the hidden layer of its %1 has hard swish, that of this network %2; write it as pytorch or onnx</source>
        <translation>torchvision: die verborgene Schicht von dessen %1 hat Hard-Swish, die dieses Netzes %2; es als pytorch oder onnx schreiben</translation>
    </message>
    <message>
        <source>torchvision: the hidden layer of its %1 has %2 channels at this width, that of this network %3; write it as pytorch or onnx</source>
        <translation>torchvision: die verborgene Schicht von dessen %1 hat bei dieser Breite %2 Kanäle, die dieses Netzes %3; es als pytorch oder onnx schreiben</translation>
    </message>
    <message>
        <source>torchvision: this network has other strides than its %1; write it as pytorch or onnx</source>
        <translation>torchvision: dieses Netz hat andere Schrittweiten als dessen %1; es als pytorch oder onnx schreiben</translation>
    </message>
    <message>
        <source>torchvision: the channels of this network are those of no width of its %1; write it as pytorch or onnx</source>
        <translation>torchvision: die Kanäle dieses Netzes sind die keiner Breite von dessen %1; es als pytorch oder onnx schreiben</translation>
    </message>
    <message>
        <source>to be loaded into %1</source>
        <translation>zu laden in %1</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>Anderes Programm</translation>
    </message>
    <message>
        <source>Open the file in a browser: it holds the network and everything else that it needs, and works without a network connection. To publish it, put it on any web server or send it on; where the camera is to be used, the server has to speak HTTPS. A picture that is dropped into the page stays in the browser.</source>
        <translation>Die Datei in einem Browser öffnen: Sie enthält das Netz und alles andere, was sie braucht, und läuft ohne Netzverbindung. Um sie zu veröffentlichen, genügt ein beliebiger Webserver, oder man schickt sie weiter; soll die Kamera benutzt werden, muss der Server HTTPS sprechen. Ein Bild, das auf die Seite gezogen wird, bleibt im Browser.</translation>
    </message>
    <message>
        <source>An app on a phone or a small board, which runs the file with LiteRT (TensorFlow Lite).</source>
        <translation>Eine App auf einem Telefon oder einem kleinen Rechner, die die Datei mit LiteRT (TensorFlow Lite) ausführt.</translation>
    </message>
    <message>
        <source>A page that computes in the visitor&apos;s browser, so that no picture leaves the visitor&apos;s computer.</source>
        <translation>Eine Seite, die im Browser ihrer Besucher rechnet, so dass kein Bild deren Rechner verlässt.</translation>
    </message>
    <message>
        <source>A script or a server in Python, with ONNX Runtime, PyTorch or LiteRT.</source>
        <translation>Ein Skript oder ein Server in Python, mit ONNX Runtime, PyTorch oder LiteRT.</translation>
    </message>
    <message>
        <source>A program in C++, with the DNN module of OpenCV or with LibTorch.</source>
        <translation>Ein Programm in C++, mit dem DNN-Modul von OpenCV oder mit LibTorch.</translation>
    </message>
    <message>
        <source>A program in another language, or one that opens the file by itself.</source>
        <translation>Ein Programm in einer anderen Sprache oder eines, das die Datei selbst öffnet.</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>PyTorch state dict</source>
        <translation>PyTorch-State-Dict</translation>
    </message>
    <message>
        <source>PyTorch state dict for torchvision</source>
        <translation>PyTorch-State-Dict für torchvision</translation>
    </message>
    <message>
        <source>TorchScript, frozen</source>
        <translation>TorchScript, eingefroren</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>Ausgänge</translation>
    </message>
    <message>
        <source>%1 names of %2 found, %3 expected</source>
        <translation>%1 Namen für %2 gefunden, %3 erwartet</translation>
    </message>
    <message>
        <source>&apos;%1&apos; can&apos;t be the name of one of the %2: 1 to 100 letters, digits, &apos;_&apos;, &apos;.&apos; and &apos;-&apos; are expected</source>
        <translation>„%1“ kann kein Name für %2 sein: Erwartet werden 1 bis 100 Buchstaben von a bis z, Ziffern, „_“, „.“ und „-“</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is the name of two inputs or outputs</source>
        <translation>„%1“ ist der Name von zwei Ein- oder Ausgängen</translation>
    </message>
    <message>
        <source>export format %1 can&apos;t have %2 numbers, only %3</source>
        <translation>im Format %1 gibt es keine Zahlen als %2, nur als %3</translation>
    </message>
    <message>
        <source>export format %1 has inputs and outputs of its own: neither names nor softmax can be chosen</source>
        <translation>das Format %1 hat eigene Ein- und Ausgänge: Weder Namen noch Softmax lassen sich wählen</translation>
    </message>
    <message>
        <source>int8: training images of task %1 are needed to find out how large the numbers in between become, none were found; give them, or choose float16</source>
        <translation>int8: Es braucht Trainingsbilder der Aufgabe %1, um herauszufinden, wie groß die Zahlen zwischen den Schichten werden; gefunden wurden keine. Welche angeben oder float16 wählen</translation>
    </message>
    <message>
        <source>its numbers are not finite</source>
        <translation>die Zahlen darin sind nicht endlich</translation>
    </message>
    <message>
        <source>constant %1 reaches %2, float16 65504: export it as float32</source>
        <translation>Konstante %1 reicht bis %2, float16 nur bis 65504: als float32 exportieren</translation>
    </message>
    <message>
        <source>the model is too large for a TensorFlow Lite file (2 GB)</source>
        <translation>das Modell ist zu groß für eine Datei von TensorFlow Lite (2 GB)</translation>
    </message>
    <message>
        <source>describes more than any MobileNet has (over 16 MiB besides the weights)</source>
        <translation>beschreibt mehr, als irgendein MobileNet hat (über 16 MiB außer den Gewichten)</translation>
    </message>
    <message>
        <source>has version %1 of the format, version %2 was expected</source>
        <translation>hat Version %1 des Formats, erwartet wurde Version %2</translation>
    </message>
    <message>
        <source>does not begin like a TensorFlow Lite model</source>
        <translation>beginnt nicht wie ein TensorFlow-Lite-Modell</translation>
    </message>
    <message>
        <source>has %1 bytes, more than a FlatBuffer may have</source>
        <translation>hat %1 Bytes, mehr als ein FlatBuffer haben darf</translation>
    </message>
    <message>
        <source>is damaged or truncated: its FlatBuffer points outside of its %1 bytes</source>
        <translation>ist beschädigt oder abgeschnitten: Der FlatBuffer verweist auf Stellen außerhalb seiner %1 Bytes</translation>
    </message>
    <message>
        <source>has %1 subgraphs, one was expected (others have loops and conditions, or are for training)</source>
        <translation>hat %1 Teilgraphen, einer wurde erwartet (andere haben Schleifen und Bedingungen oder dienen dem Training)</translation>
    </message>
    <message>
        <source>has %1 inputs or outputs, at most %2 are read</source>
        <translation>hat %1 Ein- oder Ausgänge, höchstens %2 werden gelesen</translation>
    </message>
    <message>
        <source>%1 is tensor %2, but there are %3</source>
        <translation>%1 ist Tensor %2, aber es gibt nur %3</translation>
    </message>
    <message>
        <source>an input</source>
        <translation>eine Eingabe</translation>
    </message>
    <message>
        <source>an output</source>
        <translation>eine Ausgabe</translation>
    </message>
    <message>
        <source>an input of %1</source>
        <translation>eine Eingabe von %1</translation>
    </message>
    <message>
        <source>an output of %1</source>
        <translation>eine Ausgabe von %1</translation>
    </message>
    <message>
        <source>has %1 entries of metadata</source>
        <translation>hat %1 Einträge mit Metadaten, das sind zu viele</translation>
    </message>
    <message>
        <source>its metadata are damaged</source>
        <translation>die Metadaten sind beschädigt</translation>
    </message>
    <message>
        <source>has %1 operators, at most %2 are read</source>
        <translation>hat %1 Operatoren, höchstens %2 werden gelesen</translation>
    </message>
    <message>
        <source>an operator has the code %1, but there are %2</source>
        <translation>ein Operator hat die Nummer %1, aber es gibt nur %2</translation>
    </message>
    <message>
        <source>%1 reads %2, which nothing before it computes; its operators form a circle or aren&apos;t in order</source>
        <translation>%1 liest %2, was nichts davor berechnet; die Operatoren bilden einen Kreis oder sind nicht geordnet</translation>
    </message>
    <message>
        <source>%1 computes %2, which is already there</source>
        <translation>%1 berechnet %2, was es schon gibt</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos;</source>
        <translation>Tensor „%1“</translation>
    </message>
    <message>
        <source>has more than %1 axes</source>
        <translation>hat mehr als %1 Achsen</translation>
    </message>
    <message>
        <source>a size of its shape is %1</source>
        <translation>eine Größe in der Form ist %1</translation>
    </message>
    <message>
        <source>its shape is too large</source>
        <translation>die Form ist zu groß</translation>
    </message>
    <message>
        <source>has %1 tensors, at most %2 are read</source>
        <translation>hat %1 Tensoren, höchstens %2 werden gelesen</translation>
    </message>
    <message>
        <source>there is no buffer %1 in it</source>
        <translation>darin gibt es keinen Puffer %1</translation>
    </message>
    <message>
        <source>the data of buffer %1 are outside of its FlatBuffer, as in models of over 2 GB, which aren&apos;t read</source>
        <translation>die Daten des Puffers %1 liegen außerhalb des FlatBuffers, wie in Modellen mit über 2 GB, die nicht gelesen werden</translation>
    </message>
    <message>
        <source>stores only what isn&apos;t zero, which can&apos;t be read</source>
        <translation>speichert nur, was nicht null ist; das lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>its shape has %1 axes, its signature %2</source>
        <translation>die Form hat %1 Achsen, die Signatur %2</translation>
    </message>
    <message>
        <source>has %1 scales and %2 zero points</source>
        <translation>hat %1 Skalen und %2 Nullpunkte</translation>
    </message>
    <message>
        <source>one of its scales is %1</source>
        <translation>eine der Skalen ist %1</translation>
    </message>
    <message>
        <source>has %1 scales along axis %2, which has another size</source>
        <translation>hat %1 Skalen entlang der Achse %2, die eine andere Größe hat</translation>
    </message>
    <message>
        <source>%1 bytes of data, %2 were expected for %3 numbers of type %4</source>
        <translation>%1 Bytes Daten, %2 wurden für %3 Zahlen vom Typ %4 erwartet</translation>
    </message>
    <message>
        <source>has no values of a type that is read (%1)</source>
        <translation>hat keine Werte eines Typs, der gelesen wird (%1)</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; holds 8-bit integers without a scale</source>
        <translation>Tensor „%1“ enthält ganze Zahlen mit 8 Bit ohne Skala</translation>
    </message>
    <message>
        <source>its weights are used so often that they would take over 8 times as much memory as the file</source>
        <translation>seine Gewichte werden so oft verwendet, dass sie über 8-mal so viel Speicher bräuchten wie die Datei</translation>
    </message>
    <message>
        <source>%1 has weights of %2 axes for maps of %3, four were expected</source>
        <translation>%1 hat Gewichte mit %2 Achsen für Merkmalskarten mit %3, vier wurden erwartet</translation>
    </message>
    <message>
        <source>%1 has its weights in an order for one kind of processor, which isn&apos;t read</source>
        <translation>%1 hat die Gewichte in einer Reihenfolge für eine einzige Art von Prozessor, die nicht gelesen wird</translation>
    </message>
    <message>
        <source>%1 has weights of %2 axes, two were expected</source>
        <translation>%1 hat Gewichte mit %2 Achsen, zwei wurden erwartet</translation>
    </message>
    <message>
        <source>%1 has %2 inputs and %3 outputs</source>
        <translation>%1 hat %2 Eingaben und %3 Ausgaben</translation>
    </message>
    <message>
        <source>%1 has no input %2</source>
        <translation>%1 hat keine Eingabe %2</translation>
    </message>
    <message>
        <source>%1 has weights of type %2, which isn&apos;t read</source>
        <translation>%1 hat Gewichte vom Typ %2, der nicht gelesen wird</translation>
    </message>
    <message>
        <source>%1 has weights of another shape than it says</source>
        <translation>%1 hat Gewichte einer anderen Form als angegeben</translation>
    </message>
    <message>
        <source>it is quantized, but its type is &apos;%1&apos;</source>
        <translation>es ist quantisiert, aber der Typ ist „%1“</translation>
    </message>
    <message>
        <source>it is quantized as &apos;%1&apos;; float16, uint8 or uint16 were expected</source>
        <translation>es ist als „%1“ quantisiert; erwartet wurde float16, uint8 oder uint16</translation>
    </message>
    <message>
        <source>weight %1 isn&apos;t %2 any more, as it is where a network was exported; it was trained since, and can&apos;t be read</source>
        <translation>Gewicht %1 ist nicht mehr %2, wie es beim Export eines Netzes war; es wurde seither trainiert und lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>another weight is called %1 too</source>
        <translation>ein anderes Gewicht heißt auch %1</translation>
    </message>
    <message>
        <source>has more than %1 weights</source>
        <translation>hat mehr als %1 Gewichte</translation>
    </message>
    <message>
        <source>specs of the tasks</source>
        <translation>Beschreibungen der Aufgaben</translation>
    </message>
    <message>
        <source>not a JSON object with an entry per task</source>
        <translation>kein JSON-Objekt mit einem Eintrag je Aufgabe</translation>
    </message>
    <message>
        <source>%1 tensors dequantized from %2 to float32</source>
        <translation>%1 Tensoren von %2 in die Zahlen in float32 umgewandelt, für die sie stehen</translation>
    </message>
    <message>
        <source>not in the file, guessed: normalization mean 0.5, std 0.5, %1</source>
        <translation>steht nicht in der Datei, geraten: Mittelwert der Normalisierung 0.5, Standardabweichung 0.5, %1</translation>
    </message>
    <message>
        <source>not in the file, guessed: normalization mean 0.5, std 0.5</source>
        <translation>steht nicht in der Datei, geraten: Mittelwert der Normalisierung 0.5, Standardabweichung 0.5</translation>
    </message>
    <message>
        <source>read from the quantization of its input: %1</source>
        <translation>aus der Quantisierung der Eingabe gelesen: %1</translation>
    </message>
    <message>
        <source>read from its metadata: %1</source>
        <translation>aus den Metadaten gelesen: %1</translation>
    </message>
    <message>
        <source>class names read from %1 in the file</source>
        <translation>Klassennamen aus %1 in der Datei gelesen</translation>
    </message>
    <message>
        <source>its metadata name the file %1 of class names, but the archive at its end is cut off, damaged or without it; they were left out</source>
        <translation>die Metadaten nennen die Datei %1 mit Klassennamen, aber das Archiv am Ende ist abgeschnitten, beschädigt oder enthält sie nicht; sie wurden weggelassen</translation>
    </message>
    <message>
        <source>a model of TensorFlow.js</source>
        <translation>ein TensorFlow.js-Modell</translation>
    </message>
    <message>
        <source>an ONNX file</source>
        <translation>eine ONNX-Datei</translation>
    </message>
    <message>
        <source>not in the file, guessed: normalization mean %1, std %2, %3 (by the convention of PyTorch)</source>
        <translation>steht nicht in der Datei, geraten: Mittelwert der Normalisierung %1, Standardabweichung %2, %3 (nach der Konvention von PyTorch)</translation>
    </message>
    <message>
        <source>its metadata say normalization mean %1, std %2, but its graph computes mean %3, std %4</source>
        <translation>seine Metadaten nennen den Mittelwert %1 und die Standardabweichung %2 der Normalisierung, sein Graph rechnet aber mit Mittelwert %3 und Standardabweichung %4</translation>
    </message>
    <message>
        <source>its metadata say channel order %1, but its graph turns the channels round</source>
        <translation>seine Metadaten nennen die Kanalreihenfolge %1, sein Graph dreht die Reihenfolge der Kanäle aber um</translation>
    </message>
    <message>
        <source>its metadata say channel order %1, but its graph does not turn the channels round</source>
        <translation>seine Metadaten nennen die Kanalreihenfolge %1, sein Graph dreht die Reihenfolge der Kanäle aber nicht um</translation>
    </message>
    <message>
        <source>its metadata list more tasks than the %1 outputs that it has</source>
        <translation>seine Metadaten nennen mehr Aufgaben, als es Ausgänge hat (%1)</translation>
    </message>
    <message>
        <source>quantized: %1 tensors of integers were read as the float32 numbers that they stand for; what is rounded between layers is left out</source>
        <translation>quantisiert: %1 Tensoren ganzer Zahlen wurden als die Zahlen in float32 gelesen, für die sie stehen; was zwischen den Schichten gerundet wird, ist weggelassen</translation>
    </message>
    <message>
        <source>its weights are integers of 8 bits, and became the float32 numbers that they stand for; what it computes differs from what the file does by the rounding between the layers</source>
        <translation>seine Gewichte sind ganze Zahlen mit 8 Bit und wurden zu den Zahlen in float32, für die sie stehen; was es berechnet, unterscheidet sich von dem, was die Datei berechnet, um die Rundung zwischen den Schichten</translation>
    </message>
    <message>
        <source>its weights are float16 numbers, and became float32</source>
        <translation>seine Gewichte sind Zahlen in float16 und wurden zu float32</translation>
    </message>
    <message>
        <source>it has no convolutions</source>
        <translation>er hat keine Faltungen</translation>
    </message>
    <message>
        <source>it has no convolutions; it begins with %1</source>
        <translation>er hat keine Faltungen; er beginnt mit %1</translation>
    </message>
    <message>
        <source>%1 name of %2 found, %3 expected</source>
        <translation>%1 Name für %2 gefunden, %3 erwartet</translation>
    </message>
    <message>
        <source>left out: %1 tensor outside of the network</source>
        <translation>weggelassen: %1 Tensor außerhalb des Netzes</translation>
    </message>
    <message>
        <source>%1 key num_batches_tracked was ignored</source>
        <translation>%1 Schlüssel num_batches_tracked wurde übergangen</translation>
    </message>
    <message>
        <source>%1 beside the file has %2, but the network has %3; they were left out</source>
        <translation>%1 neben der Datei hat %2, das Netz aber %3; sie wurden weggelassen</translation>
    </message>
    <message>
        <source>%1 name</source>
        <translation>%1 Namen</translation>
    </message>
    <message>
        <source>%1 names</source>
        <translation>%1 Namen</translation>
    </message>
    <message>
        <source>batch normalization is folded into %1 convolution; it got one that adds its bias</source>
        <translation>die Batch-Normalisierung ist in %1 Faltung eingerechnet; sie bekam eine, die ihren Bias addiert</translation>
    </message>
    <message>
        <source>%1 bias of a convolution was moved into batch normalization</source>
        <translation>%1 Bias einer Faltung wurde in die Batch-Normalisierung verschoben</translation>
    </message>
    <message>
        <source>%1 tensor converted from %2 to float32</source>
        <translation>%1 Tensor von %2 in float32 umgewandelt</translation>
    </message>
    <message>
        <source>%1 entry that belongs to the training was ignored: %2</source>
        <translation>%1 Eintrag, der zum Training gehört, wurde übergangen: %2</translation>
    </message>
    <message>
        <source>%1 entry that is no floating-point tensor was ignored: %2</source>
        <translation>%1 Eintrag, der kein Gleitkommatensor ist, wurde übergangen: %2</translation>
    </message>
    <message>
        <source>%1 tensor is a moving average (ExponentialMovingAverage)</source>
        <translation>%1 Tensor ist ein gleitender Mittelwert (ExponentialMovingAverage)</translation>
    </message>
    <message>
        <source>%1 moving average (ExponentialMovingAverage) was ignored</source>
        <translation>%1 gleitender Mittelwert (ExponentialMovingAverage) wurde übergangen</translation>
    </message>
    <message>
        <source>%1 initializer without a floating-point type was ignored</source>
        <translation>%1 Initialisierer ohne Gleitkommatyp wurde übergangen</translation>
    </message>
    <message>
        <source>%1 class</source>
        <translation>%1 Klasse</translation>
    </message>
    <message>
        <source>%1 tensor dequantized from %2 to float32</source>
        <translation>%1 Tensor von %2 nach float32 dequantisiert</translation>
    </message>
    <message>
        <source>%1 in the file has %2, but the network has %3; they were left out</source>
        <translation>%1 in der Datei hat %2, aber das Netz hat %3; sie wurden weggelassen</translation>
    </message>
    <message>
        <source>quantized: %1 tensor of integers was read as the float32 numbers that they stand for; what is rounded between layers is left out</source>
        <translation>quantisiert: %1 Tensor aus ganzen Zahlen wurde als die float32-Zahlen gelesen, für die sie stehen; was zwischen den Schichten gerundet wird, ist weggelassen</translation>
    </message>
    <message>
        <source>the networks of tasks %1 and %2 are the same, their heads too, so that one of them could do both; was another file meant?</source>
        <translation>die Netze der Aufgaben %1 und %2 sind gleich, auch ihre Köpfe, sodass eines von ihnen für beide reicht; war eine andere Datei gemeint?</translation>
    </message>
    <message>
        <source>holds no session (no &apos;%1&apos; in its metadata); if it is a network, merge it with another one first: zipper merge --a NETWORK --b OTHER --out MERGED.zipper</source>
        <translation>enthält keine Sitzung (kein „%1“ in den Metadaten); wenn es ein Netz ist, verschmelzen Sie es zuerst mit einem anderen: zipper merge --a NETZ --b ANDERES --out SITZUNG.zipper</translation>
    </message>
    <message>
        <source>a session (.zipper)</source>
        <translation>eine Sitzung (.zipper)</translation>
    </message>
    <message>
        <source>a network (%1); merge it with another one first: zipper merge --a NETWORK --b OTHER --out MERGED.zipper</source>
        <translation>ein Netz (%1); verschmelzen Sie es zuerst mit einem anderen: zipper merge --a NETZ --b ANDERES --out SITZUNG.zipper</translation>
    </message>
    <message>
        <source>%1; or merge without labels: --no-labels, then zipper eval SESSION --task a --data FOLDER --agreement</source>
        <translation>%1; oder ohne Labels verschmelzen: --no-labels, danach zipper eval SITZUNG --task a --data ORDNER --agreement</translation>
    </message>
    <message>
        <source>the images have no labels, as nothing tells their classes; give each class a folder of its own</source>
        <translation>die Bilder haben keine Labels, da nichts ihre Klassen nennt; jeder Klasse einen eigenen Ordner geben</translation>
    </message>
    <message>
        <source>the class map gives no class an output; one is needed to score, at least two are needed to train; %1</source>
        <translation>die Zuordnung der Klassen gibt keiner Klasse einen Ausgang; zum Bewerten braucht es einen, zum Trainieren mindestens zwei; %1</translation>
    </message>
    <message>
        <source>%1; images without classes do for --no-labels, --agreement and the ranges of int8</source>
        <translation>%1; Bilder ohne Klassen genügen für --no-labels, --agreement und die Wertebereiche von int8</translation>
    </message>
    <message>
        <source>the images are read without classes</source>
        <translation>die Bilder werden ohne Klassen gelesen</translation>
    </message>
    <message>
        <source>there are no test images of its own: %1 % of the images are held out for testing</source>
        <translation>eigene Testbilder gibt es nicht: %1 % der Bilder werden zum Testen zurückgehalten</translation>
    </message>
    <message>
        <source>a test split can&apos;t be held out: at least 2 images were expected, 1 was found; add some</source>
        <translation>Testbilder lassen sich nicht zurückhalten: mindestens 2 Bilder wurden erwartet, 1 wurde gefunden; welche hinzufügen</translation>
    </message>
    <message>
        <source>a size of its shape is %1, 1 or more was expected</source>
        <translation>eine Größe seiner Form ist %1, erwartet war 1 oder mehr</translation>
    </message>
    <message>
        <source>%1 in the file has more than %2 bytes, which no list of class names has; it was left out</source>
        <translation>%1 in der Datei hat mehr als %2 Bytes, so viel wie keine Liste von Klassennamen; sie wurde weggelassen</translation>
    </message>
    <message>
        <source>%1 has only %2 different names for %3 classes; they were left out</source>
        <translation>%1 hat nur %2 verschiedene Namen für %3 Klassen; sie wurden weggelassen</translation>
    </message>
    <message>
        <source>%1 has only 1 different name for %2 classes; they were left out</source>
        <translation>%1 hat nur einen einzigen Namen für %2 Klassen; er wurde weggelassen</translation>
    </message>
    <message>
        <source>the TensorFlow.js model is damaged: &apos;modelTopology&apos; is no object</source>
        <translation>das TensorFlow.js-Modell ist beschädigt: „modelTopology“ ist kein Objekt</translation>
    </message>
    <message>
        <source>the TensorFlow.js model is damaged or truncated: %1</source>
        <translation>das TensorFlow.js-Modell ist beschädigt oder abgeschnitten: %1</translation>
    </message>
    <message>
        <source>a file of weights of a TensorFlow.js model</source>
        <translation>eine Datei mit Gewichten eines TensorFlow.js-Modells</translation>
    </message>
    <message>
        <source>layer %1 of its configuration reads %2, which is no layer of it</source>
        <translation>die Schicht %1 seiner Konfiguration liest %2, und das ist keine Schicht davon</translation>
    </message>
    <message>
        <source>layer %1 of its configuration reads %2, which is computed from it</source>
        <translation>die Schicht %1 seiner Konfiguration liest %2, was aus ihr selbst berechnet wird</translation>
    </message>
    <message>
        <source>layer %1 of its configuration is computed from %2; in a %3 it is computed from %4</source>
        <translation>die Schicht %1 seiner Konfiguration wird aus %2 berechnet; in einem %3 wird sie aus %4 berechnet</translation>
    </message>
    <message>
        <source>its weights have %1 bytes, but the files of them, %2, more; they are too long, or of another model</source>
        <translation>seine Gewichte haben %1 Bytes, ihre Dateien, %2, aber mehr; sie sind zu lang oder von einem anderen Modell</translation>
    </message>
    <message>
        <source>cpu, cuda, or the number of a card as in cuda:1</source>
        <translation>cpu, cuda oder die Nummer einer Karte wie in cuda:1</translation>
    </message>
    <message>
        <source>the device %1 was asked for, but the LibTorch of this build computes on the CPU alone; choose the device cpu, or build with a LibTorch that has CUDA</source>
        <translation>das Gerät %1 wurde verlangt, aber das LibTorch dieses Programms rechnet nur auf der CPU; Gerät cpu wählen oder mit einem LibTorch bauen, das CUDA hat</translation>
    </message>
    <message>
        <source>the device %1 was asked for, but CUDA finds no card; choose the device cpu, or see whether nvidia-smi lists one</source>
        <translation>das Gerät %1 wurde verlangt, aber CUDA findet keine Karte; Gerät cpu wählen oder nachsehen, ob nvidia-smi eine aufführt</translation>
    </message>
    <message>
        <source>the device %1 was asked for, but the last card that CUDA finds is %2</source>
        <translation>das Gerät %1 wurde verlangt, aber die letzte Karte, die CUDA findet, ist %2</translation>
    </message>
    <message>
        <source>the memory of the card %1 is full; lower the batch size, end other programs that use the card, or choose the device cpu</source>
        <translation>der Speicher der Karte %1 ist voll; Batchgröße senken, andere Programme auf der Karte beenden oder Gerät cpu wählen</translation>
    </message>
    <message>
        <source>a card calibrates in float32</source>
        <translation>eine Karte kalibriert in float32</translation>
    </message>
    <message>
        <source>task %1 has no head, and so no answers</source>
        <translation>Aufgabe %1 hat keinen Kopf und gibt darum keine Antworten</translation>
    </message>
    <message>
        <source>the answers of teacher and merged network are about different images</source>
        <translation>Die Antworten von Lehrer und verschmolzenem Netz gelten verschiedenen Bildern</translation>
    </message>
    <message>
        <source>no lesson: its beginning isn&apos;t that of one</source>
        <translation>keine Lektion: so beginnt keine</translation>
    </message>
    <message>
        <source>a lesson; the workbench opens it, and zipper lesson unpack writes the session in it</source>
        <translation>eine Lektion; die Werkbank öffnet sie, und zipper lesson unpack schreibt die Sitzung darin</translation>
    </message>
    <message>
        <source>no lesson: it holds no %1</source>
        <translation>keine Lektion: darin ist kein %1</translation>
    </message>
    <message>
        <source>it was made by a newer version of the program (format %1, up to %2 is read); install a newer one</source>
        <translation>sie wurde von einer neueren Version des Programms gemacht (Format %1, gelesen wird bis %2); eine neuere installieren</translation>
    </message>
    <message>
        <source>damaged: %1 isn&apos;t what its checksum was taken of</source>
        <translation>beschädigt: %1 ist nicht das, wovon die Prüfsumme genommen wurde</translation>
    </message>
    <message>
        <source>damaged: %1 is missing</source>
        <translation>beschädigt: %1 fehlt</translation>
    </message>
    <message>
        <source>damaged: %1 has %2 bytes, %3 expected</source>
        <translation>beschädigt: %1 hat %2 Bytes, erwartet sind %3</translation>
    </message>
    <message>
        <source>damaged: it holds %1 files, %2 expected</source>
        <translation>beschädigt: darin sind %1 Dateien, erwartet sind %2</translation>
    </message>
    <message>
        <source>damaged: it holds no session</source>
        <translation>beschädigt: darin ist keine Sitzung</translation>
    </message>
    <message>
        <source>damaged: its kind isn&apos;t that of a lesson</source>
        <translation>beschädigt: ihre Art ist nicht die einer Lektion</translation>
    </message>
    <message>
        <source>a file of the lesson is called &quot;%1&quot;, which none can be</source>
        <translation>eine Datei der Lektion heißt „%1“, was keine kann</translation>
    </message>
    <message>
        <source>can&apos;t be written; is the disk of temporary files full?</source>
        <translation>kann nicht geschrieben werden; ist der Datenträger der temporären Dateien voll?</translation>
    </message>
    <message>
        <source>the images of the lesson can&apos;t be written there: %1</source>
        <translation>die Bilder der Lektion können dort nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>the lesson would hold %1 images, at most %2 are taken; take fewer images of each class</source>
        <translation>die Lektion enthielte %1 Bilder, höchstens %2 gehen; weniger Bilder je Klasse nehmen</translation>
    </message>
    <message>
        <source>the lesson would have %1 MB, at most %2 MB are taken; take fewer images</source>
        <translation>die Lektion hätte %1 MB, höchstens %2 MB gehen; weniger Bilder nehmen</translation>
    </message>
    <message>
        <source>the images of task %1 can&apos;t be put into a lesson: a class without images, or with a name that no list can hold; rename its folder</source>
        <translation>die Bilder von Aufgabe %1 können nicht in eine Lektion: eine Klasse ohne Bilder oder mit einem Namen, den keine Liste fasst; ihren Ordner umbenennen</translation>
    </message>
    <message>
        <source>the lesson holds %1 of %2 training images and %3 of %4 test images; its finished steps were made with all of them and scored anew on these</source>
        <translation>die Lektion enthält %1 von %2 Trainingsbildern und %3 von %4 Testbildern; ihre fertigen Schritte entstanden mit allen und wurden auf diesen neu bewertet</translation>
    </message>
    <message>
        <source>training diverged: the loss is %1</source>
        <translation>Training divergiert: Der Verlust ist %1</translation>
    </message>
    <message>
        <source>%1 has no head to keep: a new one is needed for the classes of the data set</source>
        <translation>%1 hat keinen Kopf, der bleiben könnte: Für die Klassen des Datensatzes braucht es einen neuen</translation>
    </message>
    <message>
        <source>the head can&apos;t be kept: %1</source>
        <translation>Der Kopf kann nicht bleiben: %1</translation>
    </message>
    <message>
        <source>the plan has no steps; name layers to merge</source>
        <translation>der Plan hat keine Schritte; Schichten zum Verschmelzen nennen</translation>
    </message>
    <message>
        <source>fine-tuning before any layer is merged can&apos;t be said on the command line</source>
        <translation>eine Feinabstimmung, bevor eine Schicht verschmolzen ist, lässt sich auf der Befehlszeile nicht sagen</translation>
    </message>
    <message>
        <source>fine-tuning between other steps can&apos;t be said on the command line</source>
        <translation>eine Feinabstimmung zwischen anderen Schritten lässt sich auf der Befehlszeile nicht sagen</translation>
    </message>
    <message>
        <source>the images of the tasks are read in different ways, which no option says; a recipe file does</source>
        <translation>die Bilder der Aufgaben werden verschieden gelesen, was keine Option sagt; eine Rezeptdatei tut es</translation>
    </message>
    <message>
        <source>the session holds %1 comparisons, more aren&apos;t kept; remove some of them</source>
        <translation>die Sitzung enthält %1 Vergleiche, mehr werden nicht aufbewahrt; einige davon entfernen</translation>
    </message>
    <message>
        <source>these images were made from a network (zipper synthesize): how many of them are right says nothing about real ones</source>
        <translation>diese Bilder wurden aus einem Netz gemacht (zipper synthesize): wie viele davon richtig sind, sagt nichts über echte</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Webbrowser</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: pointwise layer %1 of A is %2 (width %3), of %4 %5 (width %6); where networks have other channels, one must have at least those of all others in every layer, and add where they do</source>
        <translation>die Netze passen nicht zusammen: Pointwise-Schicht %1 von A ist %2 (Breite %3), von %4 %5 (Breite %6); wo Netze andere Kanäle haben, muss eines in jeder Schicht mindestens die aller anderen haben und addieren, wo sie es tun</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: expand layer %1 of A is %2 (width %3), of %4 %5 (width %6); where networks have other channels, one must have at least those of all others in every layer, and add where they do</source>
        <translation>die Netze passen nicht zusammen: Expand-Schicht %1 von A ist %2 (Breite %3), von %4 %5 (Breite %6); wo Netze andere Kanäle haben, muss eines in jeder Schicht mindestens die aller anderen haben und addieren, wo sie es tun</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: squeeze layer %1 of A is %2 (width %3), of %4 %5 (width %6); where networks have other channels, one must have at least those of all others in every layer, and add where they do</source>
        <translation>die Netze passen nicht zusammen: Squeeze-Schicht %1 von A ist %2 (Breite %3), von %4 %5 (Breite %6); wo Netze andere Kanäle haben, muss eines in jeder Schicht mindestens die aller anderen haben und addieren, wo sie es tun</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: excite layer %1 of A is %2 (width %3), of %4 %5 (width %6); where networks have other channels, one must have at least those of all others in every layer, and add where they do</source>
        <translation>die Netze passen nicht zusammen: Excite-Schicht %1 von A ist %2 (Breite %3), von %4 %5 (Breite %6); wo Netze andere Kanäle haben, muss eines in jeder Schicht mindestens die aller anderen haben und addieren, wo sie es tun</translation>
    </message>
    <message>
        <source>the networks don&apos;t fit together: project layer %1 of A is %2 (width %3), of %4 %5 (width %6); where networks have other channels, one must have at least those of all others in every layer, and add where they do</source>
        <translation>die Netze passen nicht zusammen: Project-Schicht %1 von A ist %2 (Breite %3), von %4 %5 (Breite %6); wo Netze andere Kanäle haben, muss eines in jeder Schicht mindestens die aller anderen haben und addieren, wo sie es tun</translation>
    </message>
    <message>
        <source>task %1: its network has width %2; to share the layers of a wider one it gets channels of zeros up to width %3: its answers stay the same, its computation becomes %4 times as much</source>
        <translation>Aufgabe %1: Ihr Netz hat die Breite %2; um die Schichten eines breiteren zu teilen, bekommt es Kanäle aus Nullen bis zur Breite %3: Seine Antworten bleiben gleich, es rechnet dann %4-mal so viel</translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>Ready to merge layer %1</source>
        <translation>Bereit zum Verschmelzen von Schicht %1</translation>
    </message>
    <message>
        <source>Ready to fine-tune</source>
        <translation>Bereit zur Feinabstimmung</translation>
    </message>
    <message>
        <source>It merges nothing, but trains all weights of the merged network together.</source>
        <translation>Sie verschmilzt nichts, sondern trainiert alle Gewichte des verschmolzenen Netzes zusammen.</translation>
    </message>
    <message>
        <source>Its purpose is to let the shared layers, which were merged one after another, adapt to each other.</source>
        <translation>So sollen sich die gemeinsamen Schichten, die nacheinander verschmolzen wurden, aneinander anpassen.</translation>
    </message>
    <message>
        <source>Layer %1: initializing</source>
        <translation>Schicht %1: Initialisierung</translation>
    </message>
    <message>
        <source>Fine-tuning has changed what the batch normalizations of the network see, so their running means and variances are estimated anew.</source>
        <translation>Die Feinabstimmung hat verändert, was die Batch-Normalisierungen des Netzes sehen; deshalb werden ihre laufenden Mittelwerte und Varianzen neu geschätzt.</translation>
    </message>
    <message>
        <source>The step at layer %1 has changed what the batch normalizations of the network see, so their running means and variances are estimated anew.</source>
        <translation>Der Schritt an Schicht %1 hat verändert, was die Batch-Normalisierungen des Netzes sehen; deshalb werden ihre laufenden Mittelwerte und Varianzen neu geschätzt.</translation>
    </message>
    <message>
        <source>Fine-tuning: BN statistics</source>
        <translation>Feinabstimmung: BN-Statistik</translation>
    </message>
    <message>
        <source>Layer %1: BN statistics</source>
        <translation>Schicht %1: BN-Statistik</translation>
    </message>
    <message>
        <source>Each task collects statistics of its own even where weights are shared, because its features have another mean and variance.</source>
        <translation>Jede Aufgabe sammelt auch dort eine eigene Statistik, wo Gewichte gemeinsam sind, denn ihre Merkmale haben andere Mittelwerte und Varianzen.</translation>
    </message>
    <message>
        <source>Evaluating the teachers</source>
        <translation>Auswertung der Lehrer</translation>
    </message>
    <message>
        <source>Top-1 is the share of images whose highest output is the right class.</source>
        <translation>Top-1 ist der Anteil der Bilder, deren höchste Ausgabe die richtige Klasse ist.</translation>
    </message>
    <message>
        <source>These numbers are what every merged network will be measured against.</source>
        <translation>An diesen Zahlen wird jedes verschmolzene Netz gemessen.</translation>
    </message>
    <message>
        <source>Fine-tuning: evaluating</source>
        <translation>Feinabstimmung: Auswertung</translation>
    </message>
    <message>
        <source>Layer %1: evaluating</source>
        <translation>Schicht %1: Auswertung</translation>
    </message>
    <message>
        <source>No weight changes here and the network is never trained on test images, so the difference to the teachers tells what merging costs.</source>
        <translation>Hier ändert sich kein Gewicht, und mit Testbildern wird das Netz nie trainiert; die Differenz zu den Lehrern zeigt deshalb, was das Verschmelzen kostet.</translation>
    </message>
    <message>
        <source>Layer %1: calibrating</source>
        <translation>Schicht %1: Kalibrierung</translation>
    </message>
    <message>
        <source>After merging layer %1, all weights of the merged network are trained, not only those of this layer.</source>
        <translation>Nach dem Verschmelzen von Schicht %1 werden alle Gewichte des verschmolzenen Netzes trainiert, nicht nur die dieser Schicht.</translation>
    </message>
    <message>
        <source>The teachers never change: at every layer they show what the merged network should produce for their task.</source>
        <translation>Die Lehrer ändern sich nie: An jeder Schicht zeigen sie, was das verschmolzene Netz für ihre Aufgabe liefern sollte.</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message numerus="yes">
        <source>No further layer is merged: all weights of the merged network are trained end to end for %Ln iteration(s).</source>
        <translation>
            <numerusform>Es wird keine weitere Schicht verschmolzen: Alle Gewichte des verschmolzenen Netzes werden über %Ln Iteration durchgehend trainiert.</numerusform>
            <numerusform>Es wird keine weitere Schicht verschmolzen: Alle Gewichte des verschmolzenen Netzes werden über %Ln Iterationen durchgehend trainiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>No further layer is merged: all weights of the merged network are trained end to end.</source>
        <translation>Es wird keine weitere Schicht verschmolzen: Alle Gewichte des verschmolzenen Netzes werden durchgehend trainiert.</translation>
    </message>
    <message>
        <source>This lets the shared layers, which were merged one after another, adapt to each other.</source>
        <translation>So passen sich die gemeinsamen Schichten, die nacheinander verschmolzen wurden, aneinander an.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Layer %1: paused</source>
        <translation>Schicht %1: angehalten</translation>
    </message>
    <message>
        <source>The computation is paused between two batches.</source>
        <translation>Die Berechnung ist zwischen zwei Batches angehalten.</translation>
    </message>
    <message>
        <source>The step at layer %1 is paused between two batches.</source>
        <translation>Der Schritt an Schicht %1 ist zwischen zwei Batches angehalten.</translation>
    </message>
    <message>
        <source>Weights, optimizer and curves are kept as they are, so that Continue goes on exactly where it stopped.</source>
        <translation>Gewichte, Optimierer und Kurven bleiben, wie sie sind, sodass „Fortsetzen“ genau dort weitermacht, wo angehalten wurde.</translation>
    </message>
    <message>
        <source>Cancel gives up the step in progress and returns to the last finished one, which is kept unchanged.</source>
        <translation>„Abbrechen“ verwirft den laufenden Schritt und kehrt zum letzten abgeschlossenen zurück, der unverändert erhalten bleibt.</translation>
    </message>
    <message>
        <source>Fine-tuning is finished</source>
        <translation>Die Feinabstimmung ist abgeschlossen</translation>
    </message>
    <message>
        <source>Layer %1 is merged</source>
        <translation>Schicht %1 ist verschmolzen</translation>
    </message>
    <message>
        <source>This result is kept, so that you can go on, or step back at any time and try another strategy from there.</source>
        <translation>Dieses Ergebnis bleibt erhalten: Es kann weitergehen oder jederzeit hierher zurückgegangen und eine andere Strategie versucht werden.</translation>
    </message>
    <message>
        <source>All steps are done</source>
        <translation>Alle Schritte sind abgeschlossen</translation>
    </message>
    <message>
        <source>Export the merged network from the File menu, or step back and try another strategy to compare.</source>
        <translation>Das verschmolzene Netz über das Menü „Datei“ exportieren oder zurückgehen und zum Vergleich eine andere Strategie versuchen.</translation>
    </message>
    <message>
        <source>Its shared weights will start as random numbers and its batch normalization as neutral.</source>
        <translation>Ihre gemeinsamen Gewichte beginnen als Zufallszahlen, ihre Batch-Normalisierung beginnt neutral.</translation>
    </message>
    <message>
        <source>Its shared weights will start as random numbers, while each task keeps its own batch normalization.</source>
        <translation>Ihre gemeinsamen Gewichte beginnen als Zufallszahlen, während jede Aufgabe ihre eigene Batch-Normalisierung behält.</translation>
    </message>
    <message>
        <source>No calibration is planned, so that the network is judged with the weights as they were initialized.</source>
        <translation>Es ist keine Kalibrierung geplant; das Netz wird also mit den Gewichten beurteilt, wie sie initialisiert wurden.</translation>
    </message>
    <message>
        <source>The depthwise kernels in front of it and the heads, which every task keeps, are fitted to the teachers as well.</source>
        <translation>Die Depthwise-Kerne davor und die Köpfe, die jede Aufgabe für sich behält, werden ebenfalls an die Lehrer angepasst.</translation>
    </message>
    <message>
        <source>The depthwise kernels in front of it, which every task keeps, are fitted to the teachers as well.</source>
        <translation>Die Depthwise-Kerne davor, die jede Aufgabe für sich behält, werden ebenfalls an die Lehrer angepasst.</translation>
    </message>
    <message>
        <source>The heads, which every task keeps, are fitted to the teachers as well.</source>
        <translation>Die Köpfe, die jede Aufgabe für sich behält, werden ebenfalls an die Lehrer angepasst.</translation>
    </message>
    <message>
        <source>Batch normalization stays separate and is computed as well, so that each task gets back the mean and the variance that its teacher has.</source>
        <translation>Die Batch-Normalisierung bleibt getrennt und wird ebenfalls berechnet, sodass jede Aufgabe Mittelwert und Varianz ihres Lehrers zurückerhält.</translation>
    </message>
    <message>
        <source>Batch normalization stays separate, so that each task scales and shifts the shared output for itself.</source>
        <translation>Die Batch-Normalisierung bleibt getrennt, sodass jede Aufgabe die gemeinsame Ausgabe für sich skaliert und verschiebt.</translation>
    </message>
    <message>
        <source>Batch normalization is shared as well and starts neutral: scale 1, shift 0, mean 0, variance 1.</source>
        <translation>Die Batch-Normalisierung ist ebenfalls gemeinsam und beginnt neutral: Skalierung 1, Verschiebung 0, Mittelwert 0, Varianz 1.</translation>
    </message>
    <message>
        <source>Batch normalization is shared as well: scale, shift and statistics are taken over in the same way.</source>
        <translation>Die Batch-Normalisierung ist ebenfalls gemeinsam: Skalierung, Verschiebung und Statistik werden auf dieselbe Weise übernommen.</translation>
    </message>
    <message>
        <source>It is an estimate of each layer for itself, without any training, and tells which layers are likely to be cheap to merge.</source>
        <translation>Das ist eine Schätzung jeder Schicht für sich, ganz ohne Training, und sagt, welche Schichten sich wahrscheinlich billig verschmelzen lassen.</translation>
    </message>
    <message>
        <source>Comparing strategies</source>
        <translation>Strategien werden verglichen</translation>
    </message>
    <message>
        <source>With the same seed all but the naive one see the same batches and the same calibration images, so that what differs is the strategy.</source>
        <translation>Mit demselben Startwert sehen alle außer der naiven dieselben Batches und dieselben Kalibrierbilder, sodass der Unterschied die Strategie ist.</translation>
    </message>
    <message>
        <source>Several seeds tell how much of a difference is chance: the table gives mean and standard deviation over them.</source>
        <translation>Mehrere Startwerte zeigen, wie viel von einem Unterschied Zufall ist: Die Tabelle nennt Mittelwert und Standardabweichung über sie.</translation>
    </message>
    <message>
        <source>of a pair of channels: &lt;i&gt;w&lt;/i&gt; their weights for outputs of variance 1, &lt;i&gt;G&lt;/i&gt; the covariance of the layer&apos;s inputs</source>
        <translation>eines Kanalpaars: &lt;i&gt;w&lt;/i&gt; ihre Gewichte für Ausgänge der Varianz 1, &lt;i&gt;G&lt;/i&gt; die Kovarianz der Eingänge der Schicht</translation>
    </message>
    <message numerus="yes">
        <source>It merges nothing, but trains all weights of the merged network together for %Ln iteration(s).</source>
        <translation>
            <numerusform>Sie verschmilzt nichts, sondern trainiert alle Gewichte des verschmolzenen Netzes zusammen über %Ln Iteration.</numerusform>
            <numerusform>Sie verschmilzt nichts, sondern trainiert alle Gewichte des verschmolzenen Netzes zusammen über %Ln Iterationen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After merging layer %1, all weights of the merged network are trained for %Ln iteration(s), not only those of this layer.</source>
        <translation>
            <numerusform>Nach dem Verschmelzen von Schicht %1 werden alle Gewichte des verschmolzenen Netzes über %Ln Iteration trainiert, nicht nur die dieser Schicht.</numerusform>
            <numerusform>Nach dem Verschmelzen von Schicht %1 werden alle Gewichte des verschmolzenen Netzes über %Ln Iterationen trainiert, nicht nur die dieser Schicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Then %Ln iteration(s) of calibration train the merged network to do again what the teachers do.</source>
        <translation>
            <numerusform>Dann trainiert %Ln Iteration Kalibrierung das verschmolzene Netz darauf, wieder zu tun, was die Lehrer tun.</numerusform>
            <numerusform>Dann trainieren %Ln Iterationen Kalibrierung das verschmolzene Netz darauf, wieder zu tun, was die Lehrer tun.</numerusform>
        </translation>
    </message>
    <message>
        <source>Several networks become one</source>
        <translation>Aus mehreren Netzen wird eins</translation>
    </message>
    <message>
        <source>MobileNets that were trained for different tasks, two or more, are merged layer by layer into one network that serves all of them.</source>
        <translation>MobileNets, die für verschiedene Aufgaben trainiert wurden, zwei oder mehr, werden Schicht für Schicht zu einem Netz verschmolzen, das allen dient.</translation>
    </message>
    <message>
        <source>Open the sample to begin, or a model and its data for each task.</source>
        <translation>Zum Beginnen das Beispiel öffnen oder für jede Aufgabe ein Modell und seine Daten.</translation>
    </message>
    <message>
        <source>Training images of all tasks pass through the network once and the statistics of all batches are averaged, while no weight changes.</source>
        <translation>Trainingsbilder aller Aufgaben durchlaufen das Netz einmal und die Statistiken aller Batches werden gemittelt, während sich kein Gewicht ändert.</translation>
    </message>
    <message>
        <source>Where batch normalization is shared, the average is taken over the batches of all tasks.</source>
        <translation>Wo die Batch-Normalisierung gemeinsam ist, wird über die Batches aller Aufgaben gemittelt.</translation>
    </message>
    <message numerus="yes">
        <source>The %n teacher(s) classify the test images of their tasks.</source>
        <translation>
            <numerusform>Der %n Lehrer klassifiziert die Testbilder seiner Aufgabe.</numerusform>
            <numerusform>Die %n Lehrer klassifizieren die Testbilder ihrer Aufgaben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The fine-tuned network classifies the test images of all tasks.</source>
        <translation>Das feinabgestimmte Netz klassifiziert die Testbilder aller Aufgaben.</translation>
    </message>
    <message>
        <source>The network with layer %1 merged classifies the test images of all tasks.</source>
        <translation>Das Netz mit verschmolzener Schicht %1 klassifiziert die Testbilder aller Aufgaben.</translation>
    </message>
    <message>
        <source>Fine-tuning is finished.</source>
        <translation>Die Feinabstimmung ist abgeschlossen.</translation>
    </message>
    <message>
        <source>The step at layer %1 is finished.</source>
        <translation>Der Schritt an Schicht %1 ist abgeschlossen.</translation>
    </message>
    <message>
        <source>The plan is finished.</source>
        <translation>Der Plan ist abgeschlossen.</translation>
    </message>
    <message>
        <source>Estimating what merging costs</source>
        <translation>Was das Verschmelzen kostet, wird geschätzt</translation>
    </message>
    <message>
        <source>Training images of all tasks pass through the teachers, and the inputs and outputs of each layer are compared channel by channel.</source>
        <translation>Trainingsbilder aller Aufgaben laufen durch die Lehrer, und die Ein- und Ausgänge jeder Schicht werden Kanal für Kanal verglichen.</translation>
    </message>
    <message>
        <source>The channels of %1 are paired with those of A so that sharing weights costs least; the merge estimate of a layer is the smallest error that its outputs can then have, relative to their variance, beyond that of separate weights.</source>
        <translation>Die Kanäle von %1 werden mit denen von A so gepaart, dass geteilte Gewichte am wenigsten kosten; die Verschmelzschätzung einer Schicht ist der kleinste Fehler, den ihre Ausgänge dann haben können, bezogen auf ihre Varianz und über den Fehler getrennter Gewichte hinaus.</translation>
    </message>
    <message numerus="yes">
        <source>Several strategies merge the same %n network(s) one after another, beside the session, which stays as it is.</source>
        <translation>
            <numerusform>Mehrere Strategien verschmelzen nacheinander dasselbe %n Netz, neben der Sitzung, die bleibt, wie sie ist.</numerusform>
            <numerusform>Mehrere Strategien verschmelzen nacheinander dieselben %n Netze, neben der Sitzung, die bleibt, wie sie ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>The merge estimate of the layer is %1.</source>
        <translation>Die Verschmelzschätzung der Schicht ist %1.</translation>
    </message>
    <message>
        <source>No layer is merged, and end-to-end fine-tuning is the next.</source>
        <translation>Keine Schicht ist verschmolzen, und als Nächstes folgt die Feinabstimmung des ganzen Netzes.</translation>
    </message>
    <message>
        <source>Layer %1 is merged, and end-to-end fine-tuning is the next.</source>
        <translation>Schicht %1 ist verschmolzen, und als Nächstes folgt die Feinabstimmung des ganzen Netzes.</translation>
    </message>
    <message>
        <source>Layers %1 are merged, and end-to-end fine-tuning is the next.</source>
        <translation>Die Schichten %1 sind verschmolzen, und als Nächstes folgt die Feinabstimmung des ganzen Netzes.</translation>
    </message>
    <message>
        <source>No layer is merged yet, and layer %1 is the next.</source>
        <translation>Noch ist keine Schicht verschmolzen, und Schicht %1 ist die nächste.</translation>
    </message>
    <message>
        <source>Layer %1 is merged, and layer %2 is the next.</source>
        <translation>Schicht %1 ist verschmolzen, und Schicht %2 ist die nächste.</translation>
    </message>
    <message>
        <source>Layers %1 are merged, and layer %2 is the next.</source>
        <translation>Die Schichten %1 sind verschmolzen, und Schicht %2 ist die nächste.</translation>
    </message>
    <message>
        <source>Everything up to layer %1 is one trunk, which they share whole.</source>
        <translation>Alles bis Schicht %1 ist ein Rumpf, den sie sich ganz teilen.</translation>
    </message>
    <message>
        <source>The tasks %1 share no layer.</source>
        <translation>Die Aufgaben %1 haben keine Schicht gemeinsam.</translation>
    </message>
    <message>
        <source>The tasks %1 share the pointwise convolution of layer %2.</source>
        <translation>Die Aufgaben %1 teilen sich die Pointwise-Faltung von Schicht %2.</translation>
    </message>
    <message numerus="yes">
        <source>The tasks %1 share the pointwise convolutions of all %n layer(s).</source>
        <translation>
            <numerusform>Die Aufgaben %1 teilen sich die Pointwise-Faltung der %n Schicht.</numerusform>
            <numerusform>Die Aufgaben %1 teilen sich die Pointwise-Faltungen aller %n Schichten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The tasks %1 share the pointwise convolutions of layers %2.</source>
        <translation>Die Aufgaben %1 teilen sich die Pointwise-Faltungen der Schichten %2.</translation>
    </message>
    <message>
        <source>The tasks %1 will share its pointwise convolution.</source>
        <translation>Die Aufgaben %1 werden sich deren Pointwise-Faltung teilen.</translation>
    </message>
    <message>
        <source>Layer %1 is being merged: from now on the tasks %2 share its pointwise convolution.</source>
        <translation>Schicht %1 wird verschmolzen: Von nun an teilen sich die Aufgaben %2 deren Pointwise-Faltung.</translation>
    </message>
    <message>
        <source>Layer %1 is being merged: from now on the tasks %2 share the %5 weights of its pointwise convolution, which makes %4 channels out of %3.</source>
        <translation>Schicht %1 wird verschmolzen: Von nun an teilen sich die Aufgaben %2 die %5 Gewichte der Pointwise-Faltung, die aus %3 Kanälen %4 macht.</translation>
    </message>
    <message numerus="yes">
        <source>The loss of a task adds the cross entropy on its labels and the mean absolute difference between teacher and merged network at the output of each of the %n layer(s).</source>
        <translation>
            <numerusform>Der Verlust einer Aufgabe ist die Summe aus der Kreuzentropie zu ihren Klassen und der mittleren absoluten Differenz zwischen Lehrer und verschmolzenem Netz am Ausgang der %n Schicht.</numerusform>
            <numerusform>Der Verlust einer Aufgabe ist die Summe aus der Kreuzentropie zu ihren Klassen und der mittleren absoluten Differenz zwischen Lehrer und verschmolzenem Netz am Ausgang jeder der %n Schichten.</numerusform>
        </translation>
    </message>
    <message>
        <source>of channels that correspond, one of each of the tasks %1: &lt;i&gt;w&lt;/i&gt;&lt;sub&gt;t&lt;/sub&gt; their weights for outputs of variance 1, &lt;i&gt;G&lt;/i&gt;&lt;sub&gt;t&lt;/sub&gt; the covariance of the layer&apos;s inputs</source>
        <translation>einander entsprechender Kanäle, je eines der Aufgaben %1: &lt;i&gt;w&lt;/i&gt;&lt;sub&gt;t&lt;/sub&gt; ihre Gewichte für Ausgänge der Varianz 1, &lt;i&gt;G&lt;/i&gt;&lt;sub&gt;t&lt;/sub&gt; die Kovarianz der Eingänge der Schicht</translation>
    </message>
    <message>
        <source>&lt;i&gt;T&lt;/i&gt; teacher, &lt;i&gt;M&lt;/i&gt; merged network, t one of the tasks %1, m layer 1…%2, &lt;i&gt;λ&lt;/i&gt; weights of the recipe</source>
        <translation>&lt;i&gt;T&lt;/i&gt; Lehrer, &lt;i&gt;M&lt;/i&gt; verschmolzenes Netz, t eine der Aufgaben %1, m Schicht 1…%2, &lt;i&gt;λ&lt;/i&gt; Gewichtungen des Rezepts</translation>
    </message>
    <message>
        <source>First the channels of %1 are matched to those of A with the closest weights.</source>
        <translation>Zuerst werden die Kanäle von %1 denen von A mit den ähnlichsten Gewichten zugeordnet.</translation>
    </message>
    <message>
        <source>First the channels of %1 are matched to those of A that respond most alike to the same images.</source>
        <translation>Zuerst werden die Kanäle von %1 denen von A zugeordnet, die auf dieselben Bilder am ähnlichsten reagieren.</translation>
    </message>
    <message>
        <source>First the channels of %1 are matched to those of A with which sharing weights costs least.</source>
        <translation>Zuerst werden die Kanäle von %1 denen von A zugeordnet, mit denen gemeinsame Gewichte am wenigsten kosten.</translation>
    </message>
    <message>
        <source>the other tasks</source>
        <translation>den anderen Aufgaben</translation>
    </message>
    <message>
        <source>Its shared weights and batch normalization will start as those of %1.</source>
        <translation>Ihre gemeinsamen Gewichte und ihre Batch-Normalisierung beginnen mit denen von %1.</translation>
    </message>
    <message>
        <source>Its shared weights and batch normalization will start as the mean of those of %1.</source>
        <translation>Ihre gemeinsamen Gewichte und ihre Batch-Normalisierung beginnen mit dem Mittelwert derer von %1.</translation>
    </message>
    <message>
        <source>Its shared weights and batch normalization will be computed as those whose outputs come closest to what the teachers put out.</source>
        <translation>Ihre gemeinsamen Gewichte und ihre Batch-Normalisierung werden so berechnet, dass die Ausgaben denen der Lehrer möglichst nahekommen.</translation>
    </message>
    <message>
        <source>Its shared weights will start as those of %1, while each task keeps its own batch normalization.</source>
        <translation>Ihre gemeinsamen Gewichte beginnen mit denen von %1, während jede Aufgabe ihre eigene Batch-Normalisierung behält.</translation>
    </message>
    <message>
        <source>Its shared weights will start as the mean of those of %1, while each task keeps its own batch normalization.</source>
        <translation>Ihre gemeinsamen Gewichte beginnen mit dem Mittelwert derer von %1, während jede Aufgabe ihre eigene Batch-Normalisierung behält.</translation>
    </message>
    <message>
        <source>Its shared weights will be computed as those whose outputs come closest to what the teachers put out, with a batch normalization fitted to each task.</source>
        <translation>Ihre gemeinsamen Gewichte werden so berechnet, dass die Ausgaben denen der Lehrer möglichst nahekommen, mit einer an jede Aufgabe angepassten Batch-Normalisierung.</translation>
    </message>
    <message>
        <source>The shared weights start as a copy of those of %1, so that %1 loses nothing by them at first, at the expense of %2.</source>
        <translation>Die gemeinsamen Gewichte beginnen als Kopie derer von %1, sodass %1 dadurch zunächst nichts verliert, auf Kosten von %2.</translation>
    </message>
    <message>
        <source>The shared weights start as He-normal random numbers, so that nothing is left of what the networks have learnt in this layer.</source>
        <translation>Die gemeinsamen Gewichte beginnen als He-normalverteilte Zufallszahlen, sodass nichts von dem bleibt, was die Netze in dieser Schicht gelernt haben.</translation>
    </message>
    <message>
        <source>The shared weights start as the mean of those of %1, which keeps something of each if their channels correspond.</source>
        <translation>Die gemeinsamen Gewichte beginnen als Mittelwert derer von %1, was von jedem etwas erhält, wenn ihre Kanäle einander entsprechen.</translation>
    </message>
    <message>
        <source>The shared weights are computed in one go: the ones whose outputs differ least, in the sum of squares, from what the teachers put out for the same images.</source>
        <translation>Die gemeinsamen Gewichte werden in einem Zug berechnet: diejenigen, deren Ausgaben in der Summe der Quadrate am wenigsten von dem abweichen, was die Lehrer für dieselben Bilder ausgeben.</translation>
    </message>
    <message>
        <source>Batch normalization is shared as well and is computed, too: it gives the outputs the mean and the variance that the teachers have together.</source>
        <translation>Die Batch-Normalisierung ist ebenfalls gemeinsam und wird auch berechnet: Sie gibt den Ausgaben den Mittelwert und die Varianz, die die Lehrer zusammen haben.</translation>
    </message>
    <message>
        <source>The tasks %1 will share its pointwise convolution, %2 weights.</source>
        <translation>Die Aufgaben %1 werden sich deren Pointwise-Faltung mit %2 Gewichten teilen.</translation>
    </message>
    <message>
        <source>The merged network hasn&apos;t been evaluated on the test images, so that its distance to the teachers isn&apos;t known.</source>
        <translation>Das verschmolzene Netz wurde noch nicht mit den Testbildern ausgewertet; sein Abstand zu den Lehrern ist deshalb nicht bekannt.</translation>
    </message>
    <message>
        <source>On the test images the mean top-1 of the merged network equals that of the teachers.</source>
        <translation>Auf den Testbildern ist das mittlere Top-1 des verschmolzenen Netzes gleich dem der Lehrer.</translation>
    </message>
    <message>
        <source>On the test images the mean top-1 of the merged network is %1 points below that of the teachers.</source>
        <translation>Auf den Testbildern liegt das mittlere Top-1 des verschmolzenen Netzes %1 Punkte unter dem der Lehrer.</translation>
    </message>
    <message>
        <source>On the test images the mean top-1 of the merged network is %1 points above that of the teachers.</source>
        <translation>Auf den Testbildern liegt das mittlere Top-1 des verschmolzenen Netzes %1 Punkte über dem der Lehrer.</translation>
    </message>
    <message>
        <source>The tasks %1 will share its expanding and its projecting convolution, %2 weights.</source>
        <translation>Die Aufgaben %1 werden sich deren Expand- und Project-Faltung mit %2 Gewichten teilen.</translation>
    </message>
    <message>
        <source>The tasks %1 will share its projecting convolution, %2 weights.</source>
        <translation>Die Aufgaben %1 werden sich deren Project-Faltung mit %2 Gewichten teilen.</translation>
    </message>
    <message>
        <source>Layer %1 is being merged: from now on the tasks %2 share the %6 weights of its expanding convolution, which makes %4 channels out of %3, and of its projecting one, which makes %5 out of these.</source>
        <translation>Schicht %1 wird verschmolzen: Von nun an teilen sich die Aufgaben %2 die %6 Gewichte ihrer Expand-Faltung, die aus %3 Kanälen %4 macht, und ihrer Project-Faltung, die aus diesen %5 macht.</translation>
    </message>
    <message>
        <source>Layer %1 is being merged: from now on the tasks %2 share the %5 weights of its projecting convolution, which makes %4 channels out of %3.</source>
        <translation>Schicht %1 wird verschmolzen: Von nun an teilen sich die Aufgaben %2 die %5 Gewichte ihrer Project-Faltung, die aus %3 Kanälen %4 macht.</translation>
    </message>
    <message>
        <source>The tasks %1 share the expanding and the projecting convolution of layer %2.</source>
        <translation>Die Aufgaben %1 teilen sich die Expand- und die Project-Faltung der Schicht %2.</translation>
    </message>
    <message>
        <source>The tasks %1 share the projecting convolution of layer %2.</source>
        <translation>Die Aufgaben %1 teilen sich die Project-Faltung der Schicht %2.</translation>
    </message>
    <message>
        <source>The block expands %1 channels to %2, filters each of these with the depthwise convolution, which every task keeps, and projects them to %3.</source>
        <translation>Der Block weitet %1 Kanäle auf %2 auf (Expand), filtert jeden davon mit der Depthwise-Faltung, die jede Aufgabe für sich behält, und führt sie auf %3 zurück (Project).</translation>
    </message>
    <message>
        <source>The block filters each of its %1 channels with the depthwise convolution, which every task keeps, and projects them to %2.</source>
        <translation>Der Block filtert jeden seiner %1 Kanäle mit der Depthwise-Faltung, die jede Aufgabe für sich behält, und führt sie auf %2 zurück (Project).</translation>
    </message>
    <message>
        <source>Behind the projecting convolution there is no activation, which would lose what so few channels tell.</source>
        <translation>Hinter der Project-Faltung steht keine Aktivierung, denn bei so wenigen Kanälen ginge durch sie verloren, was diese besagen.</translation>
    </message>
    <message>
        <source>The block&apos;s input is added to what it projects.</source>
        <translation>Die Eingabe des Blocks wird zu dem addiert, was die Project-Faltung ausgibt.</translation>
    </message>
    <message>
        <source>The output of a block is taken behind the addition, where its input is added.</source>
        <translation>Die Ausgabe eines Blocks ist die hinter der Addition, wo seine Eingabe addiert wird.</translation>
    </message>
    <message>
        <source>The depthwise kernels of the block and the heads, which every task keeps, are fitted to the teachers as well.</source>
        <translation>Die Depthwise-Kerne des Blocks und die Köpfe, die jede Aufgabe für sich behält, werden ebenfalls an die Lehrer angepasst.</translation>
    </message>
    <message>
        <source>The depthwise kernels of the block, which every task keeps, are fitted to the teachers as well.</source>
        <translation>Die Depthwise-Kerne des Blocks, die jede Aufgabe für sich behält, werden ebenfalls an die Lehrer angepasst.</translation>
    </message>
    <message>
        <source>The pointwise (1×1) convolutions of their layers, and squeeze-and-excite where they have it, hold nearly all of their convolution weights and are what the tasks will share; stem, depthwise convolutions and head stay separate.</source>
        <translation>Die Pointwise-Faltungen (1×1) ihrer Schichten, und Squeeze-and-Excite, wo sie es haben, enthalten fast alle ihrer Faltungsgewichte und sollen von den Aufgaben gemeinsam genutzt werden; Stamm, Depthwise-Faltungen und Kopf bleiben getrennt.</translation>
    </message>
    <message>
        <source>The tasks %1 will share its squeeze-and-excite and its projecting convolution, %2 weights.</source>
        <translation>Die Aufgaben %1 werden sich deren Squeeze-and-Excite und Project-Faltung mit %2 Gewichten teilen.</translation>
    </message>
    <message>
        <source>The tasks %1 will share its expanding convolution, its squeeze-and-excite and its projecting convolution, %2 weights.</source>
        <translation>Die Aufgaben %1 werden sich deren Expand-Faltung, Squeeze-and-Excite und Project-Faltung mit %2 Gewichten teilen.</translation>
    </message>
    <message>
        <source>Layer %1 is being merged: from now on the tasks %2 share the %5 weights of its squeeze-and-excite, which weighs %3 channels, and of its projecting convolution, which makes %4 out of them.</source>
        <translation>Schicht %1 wird verschmolzen: Von nun an teilen sich die Aufgaben %2 die %5 Gewichte ihres Squeeze-and-Excite, das %3 Kanäle gewichtet, und ihrer Project-Faltung, die aus diesen %4 macht.</translation>
    </message>
    <message>
        <source>Layer %1 is being merged: from now on the tasks %2 share the %6 weights of its expanding convolution, which makes %4 channels out of %3, of its squeeze-and-excite, which weighs them, and of its projecting convolution, which makes %5 out of them.</source>
        <translation>Schicht %1 wird verschmolzen: Von nun an teilen sich die Aufgaben %2 die %6 Gewichte ihrer Expand-Faltung, die aus %3 Kanälen %4 macht, ihres Squeeze-and-Excite, das diese gewichtet, und ihrer Project-Faltung, die aus diesen %5 macht.</translation>
    </message>
    <message>
        <source>The tasks %1 share squeeze-and-excite and the projecting convolution of layer %2.</source>
        <translation>Die Aufgaben %1 teilen sich Squeeze-and-Excite und die Project-Faltung der Schicht %2.</translation>
    </message>
    <message>
        <source>The tasks %1 share the expanding convolution, squeeze-and-excite and the projecting convolution of layer %2.</source>
        <translation>Die Aufgaben %1 teilen sich die Expand-Faltung, Squeeze-and-Excite und die Project-Faltung der Schicht %2.</translation>
    </message>
    <message>
        <source>The tasks %1 share the pointwise convolutions and squeeze-and-excite of all %2 layers.</source>
        <translation>Die Aufgaben %1 teilen sich die Pointwise-Faltungen und Squeeze-and-Excite aller %2 Schichten.</translation>
    </message>
    <message>
        <source>The tasks %1 share the pointwise convolutions and squeeze-and-excite of layers %2.</source>
        <translation>Die Aufgaben %1 teilen sich die Pointwise-Faltungen und Squeeze-and-Excite der Schichten %2.</translation>
    </message>
    <message>
        <source>The block expands %1 channels to %2, filters each of these with the depthwise convolution, which every task keeps, weighs them with squeeze-and-excite, and projects them to %3.</source>
        <translation>Der Block weitet %1 Kanäle auf %2 auf (Expand), filtert jeden davon mit der Depthwise-Faltung, die jede Aufgabe für sich behält, gewichtet sie mit Squeeze-and-Excite und führt sie auf %3 zurück (Project).</translation>
    </message>
    <message>
        <source>The block filters each of its %1 channels with the depthwise convolution, which every task keeps, weighs them with squeeze-and-excite, and projects them to %2.</source>
        <translation>Der Block filtert jeden seiner %1 Kanäle mit der Depthwise-Faltung, die jede Aufgabe für sich behält, gewichtet sie mit Squeeze-and-Excite und führt sie auf %2 zurück (Project).</translation>
    </message>
    <message>
        <source>Squeeze-and-excite takes the mean of each of the %1 channels over all positions, makes %2 numbers of these means, and of them a factor between 0 and 1 for each channel: two linear maps.</source>
        <translation>Squeeze-and-Excite nimmt von jedem der %1 Kanäle den Mittelwert über alle Positionen, macht aus diesen Mittelwerten %2 Zahlen und aus denen für jeden Kanal einen Faktor zwischen 0 und 1: zwei lineare Abbildungen.</translation>
    </message>
    <message>
        <source>In squeeze-and-excite biases stand in place of batch normalization, and every task has its own.</source>
        <translation>In Squeeze-and-Excite steht an der Stelle der Batch-Normalisierung je ein Bias, und jede Aufgabe hat ihre eigenen.</translation>
    </message>
    <message>
        <source>In squeeze-and-excite biases stand in place of batch normalization, and they are shared as well.</source>
        <translation>In Squeeze-and-Excite steht an der Stelle der Batch-Normalisierung je ein Bias, und auch diese sind gemeinsam.</translation>
    </message>
    <message>
        <source>The activation of the layer is the hard swish, %1.</source>
        <translation>Die Aktivierung der Schicht ist Hard-Swish, %1.</translation>
    </message>
    <message>
        <source>The activation of the block is the hard swish, %1, but behind the projecting convolution there is none, which would lose what so few channels tell.</source>
        <translation>Die Aktivierung des Blocks ist Hard-Swish, %1, aber hinter der Project-Faltung steht keine, denn bei so wenigen Kanälen ginge durch sie verloren, was diese besagen.</translation>
    </message>
    <message>
        <source>Nothing has to be trained, and no images are needed.</source>
        <translation>Es muss nichts trainiert werden, und Bilder werden nicht gebraucht.</translation>
    </message>
    <message>
        <source>What is shared was the same in all networks, so the merged network computes what the teachers do.</source>
        <translation>Was geteilt wird, war in allen Netzen gleich; darum rechnet das verschmolzene Netz dasselbe wie die Lehrer.</translation>
    </message>
    <message>
        <source>What it shares is the same in all networks and stays as it is.</source>
        <translation>Was sie teilt, ist in allen Netzen gleich und bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>The shared weights stay as they are: they are the same in all networks.</source>
        <translation>Die geteilten Gewichte bleiben, wie sie sind: Sie sind in allen Netzen gleich.</translation>
    </message>
    <message>
        <source>On a sample of the test images the mean top-1 of the merged network equals that of the teachers.</source>
        <translation>Auf einer Stichprobe der Testbilder ist das mittlere Top-1 des verschmolzenen Netzes gleich dem der Lehrer.</translation>
    </message>
    <message>
        <source>On a sample of the test images the mean top-1 of the merged network is %1 points below that of the teachers.</source>
        <translation>Auf einer Stichprobe der Testbilder liegt das mittlere Top-1 des verschmolzenen Netzes %1 Punkte unter dem der Lehrer.</translation>
    </message>
    <message>
        <source>On a sample of the test images the mean top-1 of the merged network is %1 points above that of the teachers.</source>
        <translation>Auf einer Stichprobe der Testbilder liegt das mittlere Top-1 des verschmolzenen Netzes %1 Punkte über dem der Lehrer.</translation>
    </message>
    <message>
        <source>Measuring sizes and trunks</source>
        <translation>Größen und Rümpfe messen</translation>
    </message>
    <message numerus="yes">
        <source>The same %n network(s) are merged again and again, each time with other layers, or a deeper trunk, beside the session, which stays as it is.</source>
        <translation>
            <numerusform>Dasselbe %n Netz wird immer wieder verschmolzen, jedes Mal mit anderen Schichten oder einem tieferen Rumpf, neben der Sitzung, die bleibt, wie sie ist.</numerusform>
            <numerusform>Dieselben %n Netze werden immer wieder verschmolzen, jedes Mal mit anderen Schichten oder einem tieferen Rumpf, neben der Sitzung, die bleibt, wie sie ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first layers hold few weights and often cost most, so the last bit of compression is dear: the curve shows where.</source>
        <translation>Die ersten Schichten enthalten wenige Gewichte und kosten oft am meisten, darum ist das letzte Stück Kompression teuer: Die Kurve zeigt, wo.</translation>
    </message>
    <message>
        <source>The stroke of a point is its confidence interval: what two points differ by may be chance.</source>
        <translation>Der Strich an einem Punkt ist sein Konfidenzintervall: Worin zwei Punkte sich unterscheiden, kann Zufall sein.</translation>
    </message>
</context>
<context>
    <name>FigureContent</name>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>∞</source>
        <translation>∞</translation>
    </message>
    <message>
        <source>−∞</source>
        <translation>−∞</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Show or hide this run, the current one</source>
        <translation>Diesen Lauf, den aktuellen, zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide this run</source>
        <translation>Diesen Lauf zeigen oder verbergen</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>initialized</source>
        <translation>initialisiert</translation>
    </message>
    <message>
        <source>Iteration %1</source>
        <translation>Iteration %1</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 of %4</source>
        <translation>%1 · %2 · %3 von %4</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>geglättet</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
</context>
<context>
    <name>FigureExport</name>
    <message>
        <source>The figure could not be saved.</source>
        <translation>Die Abbildung konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Save Figure</source>
        <translation>Abbildung speichern</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Save or copy this figure as it is shown, on white; or its numbers</source>
        <translation>Diese Abbildung speichern oder kopieren, wie sie gezeigt wird, auf Weiß; oder ihre Zahlen</translation>
    </message>
    <message>
        <source>Save as &amp;PNG…</source>
        <translation>Als &amp;PNG speichern…</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>Als P&amp;DF speichern…</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF-Dokumente (*.pdf)</translation>
    </message>
    <message>
        <source>Save as &amp;SVG…</source>
        <translation>Als &amp;SVG speichern…</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG-Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>Save Numbers as &amp;CSV…</source>
        <translation>Zahlen als &amp;CSV speichern…</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV-Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Copy &amp;Image</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>FormatsPage</name>
    <message>
        <source>Names of</source>
        <translation>Namen von</translation>
    </message>
    <message>
        <source>Stem</source>
        <translation>Stamm</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Stem stride</source>
        <translation>Schrittweite des Stamms</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Auffüllung</translation>
    </message>
    <message>
        <source>BN ε</source>
        <translation>BN ε</translation>
    </message>
    <message>
        <source>Background class</source>
        <translation>Hintergrundklasse</translation>
    </message>
    <message>
        <source>no head</source>
        <translation>kein Kopf</translation>
    </message>
    <message>
        <source>with %1 outputs</source>
        <translation>bei %1 Ausgängen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Name for zipper export</source>
        <translation>Name für zipper export</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>Networks that can be read</source>
        <translation>Netze, die gelesen werden</translation>
    </message>
    <message>
        <source>Weights don&apos;t tell everything. A file that the workbench or &lt;i&gt;zipper&lt;/i&gt; wrote holds the rest; for others it comes from the conventions of those who chose the names of the tensors. Everything that was guessed is noted, and &lt;i&gt;Change conventions…&lt;/i&gt; on the card of a chosen model overrides it. The overrides become part of the recipe.</source>
        <translation>Gewichte verraten nicht alles. Eine Datei, die die Workbench oder &lt;i&gt;zipper&lt;/i&gt; geschrieben hat, enthält den Rest; bei anderen kommt er aus den Konventionen derer, die die Namen der Tensoren gewählt haben. Alles Geratene wird angemerkt, und &lt;i&gt;Konventionen ändern…&lt;/i&gt; auf der Karte eines gewählten Modells überschreibt es. Das wird Teil des Rezepts.</translation>
    </message>
    <message>
        <source>Pixels between 0 and 1 become (pixel − mean) / standard deviation. A file name such as mobilenet_1_0_192.h5 tells the input size.</source>
        <translation>Aus Pixeln zwischen 0 und 1 wird (Pixel − Mittelwert) / Standardabweichung. Ein Dateiname wie mobilenet_1_0_192.h5 verrät die Eingabegröße.</translation>
    </message>
    <message>
        <source>Images that can be read</source>
        <translation>Bilder, die gelesen werden</translation>
    </message>
    <message>
        <source>Networks that are written</source>
        <translation>Netze, die geschrieben werden</translation>
    </message>
    <message>
        <source>One task as a network of its own, or all tasks with shared tensors once. Every file is read back and run on test images.</source>
        <translation>Eine Aufgabe als eigenes Netz oder alle Aufgaben mit den gemeinsamen Tensoren einmal. Jede Datei wird zurückgelesen und mit Testbildern ausgeführt.</translation>
    </message>
    <message>
        <source>Sessions and reports</source>
        <translation>Sitzungen und Berichte</translation>
    </message>
    <message>
        <source>Names that nobody here knows: the layers are told by the shapes of their weights and by their order, and all conventions are guesses. An ONNX graph tells strides, activation, padding, input size, and the normalization if that is part of it; a whole Keras model tells the same in its configuration.</source>
        <translation>Namen, die hier niemand kennt: Die Schichten werden an den Formen ihrer Gewichte und an ihrer Reihenfolge erkannt, und alle Konventionen sind geraten. Ein ONNX-Graph nennt Schrittweiten, Aktivierung, Auffüllung, Eingabegröße und die Normalisierung, wenn sie zu ihm gehört; ein ganzes Keras-Modell nennt dasselbe in seiner Konfiguration.</translation>
    </message>
    <message>
        <source>IDX files (MNIST&apos;s four names, plain or .gz); folders with a folder per class (JPEG, PNG, WebP, BMP, TIFF, PBM, PGM or PPM, also in folders further down), directly or below folders for training, validation and test by any of their usual names; images beside a list (CSV or TSV with columns for file and class, train.txt, CUB-200&apos;s and Flowers-102&apos;s lists); CIFAR-10&apos;s binary batches. Without test images, a fifth of each class is held out.</source>
        <translation>IDX-Dateien (die vier Namen von MNIST, auch als .gz); Ordner mit einem Ordner je Klasse (JPEG, PNG, WebP, BMP, TIFF, PBM, PGM oder PPM, auch in tieferen Ordnern), direkt oder unter Ordnern für Training, Validierung und Test mit einem ihrer üblichen Namen; Bilder neben einer Liste (CSV oder TSV mit Spalten für Datei und Klasse, train.txt, die Listen von CUB-200 und Flowers-102); die binären Pakete von CIFAR-10. Ohne Testbilder wird ein Fünftel jeder Klasse zurückgehalten.</translation>
    </message>
    <message>
        <source>Transparency is dropped and the orientation that cameras note is ignored, as most loaders do that networks are trained with; &lt;i&gt;Read images…&lt;/i&gt; on the card of chosen data lays transparent images over white or turns images upright. Classes are in the order of the bytes of their names, those that a list numbers in the order of their numbers.</source>
        <translation>Transparenz wird verworfen und die von Kameras vermerkte Orientierung nicht beachtet, so wie es beim Training von Netzen meist geschieht; &lt;i&gt;Bilder lesen…&lt;/i&gt; auf der Karte gewählter Daten legt durchsichtige Bilder auf Weiß oder dreht Bilder aufrecht. Klassen stehen in der Reihenfolge der Bytes ihrer Namen, von einer Liste nummerierte in der Reihenfolge ihrer Nummern.</translation>
    </message>
    <message>
        <source>What is written can be opened again as a network; of a file with all tasks, the part to read is the letter of a task, a, b or a later one. Frozen TorchScript can&apos;t: its weights have no names any more, and with all tasks it holds the shared ones once per task. A PyTorch state dict holds nothing but tensors; its spec and recipe stand beside it in the archive, under extra/.</source>
        <translation>Was geschrieben wird, kann wieder als Netz geöffnet werden; aus einer Datei mit allen Aufgaben wird der Teil gelesen, der wie die Aufgabe heißt: a, b oder ein späterer Buchstabe. Eingefrorenes TorchScript nicht: Seine Gewichte haben keine Namen mehr, und mit allen Aufgaben enthält es die gemeinsamen einmal je Aufgabe. Ein State-Dict von PyTorch enthält nichts als Tensoren; Spezifikation und Rezept stehen daneben im Archiv, unter extra/.</translation>
    </message>
    <message>
        <source>A .zipper file holds the networks, every step and the recipe. Reports are written as HTML, JSON and CSV, with the recipe as JSON; figures as SVG and PNG.</source>
        <translation>Eine .zipper-Datei enthält die Netze, jeden Schritt und das Rezept. Berichte werden als HTML, JSON und CSV geschrieben, das Rezept als JSON; Abbildungen als SVG und PNG.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>MobileNet V1, V2 and V3 (large and small, also minimalistic) of any width (0.125 to 2.0), recognized by content, in these formats; their heads may have hidden layers:</source>
        <translation>MobileNet V1, V2 und V3 (Large und Small, auch minimalistisch) jeder Breite (0,125 bis 2,0), am Inhalt erkannt, in diesen Formaten; ihre Köpfe dürfen verborgene Schichten haben:</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>activation|activations|ReLU6|ReLU|hard swish</source>
        <translation>Aktivierung|Aktivierungen|ReLU6|ReLU|Hard-Swish</translation>
    </message>
    <message>
        <source>The function behind a convolution that keeps a network from being one single linear map: ReLU6, for example, cuts values off below 0 and above 6. The values behind it are called the activations of a layer.</source>
        <translation>Die Funktion hinter einer Faltung, durch die ein Netz mehr ist als eine einzige lineare Abbildung: ReLU6 etwa schneidet Werte unter 0 und über 6 ab. Die Werte dahinter heißen Aktivierungen der Schicht.</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>alignment|aligned|aligning</source>
        <translation>Ausrichtung|ausgerichtet</translation>
    </message>
    <message>
        <source>Putting the channels of a task into the order in which they correspond to those of task A, before a layer is merged. The task computes the same in any order.</source>
        <translation>Die Kanäle einer Aufgabe in die Reihenfolge bringen, in der sie denen von Aufgabe A entsprechen, bevor eine Schicht verschmolzen wird. Die Aufgabe berechnet in jeder Reihenfolge dasselbe.</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Backbone</translation>
    </message>
    <message>
        <source>backbone|backbones</source>
        <translation>Backbone|Backbones</translation>
    </message>
    <message>
        <source>A network without its head. It turns an image into features, but names no classes.</source>
        <translation>Ein Netz ohne seinen Kopf. Es macht aus einem Bild Merkmale, nennt aber keine Klassen.</translation>
    </message>
    <message>
        <source>Naive baseline</source>
        <translation>Naiver Vergleichswert</translation>
    </message>
    <message>
        <source>naive baseline|baseline</source>
        <translation>naiver Vergleichswert|naiven Vergleichswerts|naive Vergleichswert|Vergleichswert</translation>
    </message>
    <message>
        <source>One network with a head per task, all other layers shared, trained directly from random weights, without teachers and without zippering. It shows what the method is worth.</source>
        <translation>Ein Netz mit einem Kopf je Aufgabe, alle anderen Schichten gemeinsam, unmittelbar aus zufälligen Gewichten trainiert, ohne Lehrer und ohne Zippering. Es zeigt, was die Methode wert ist.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>batch|batches</source>
        <translation>Batch|Batches</translation>
    </message>
    <message>
        <source>The images that a network looks at together before its weights are changed once.</source>
        <translation>Die Bilder, die ein Netz zusammen ansieht, bevor seine Gewichte einmal geändert werden.</translation>
    </message>
    <message>
        <source>Batch normalization (BN)</source>
        <translation>Batch-Normalisierung (BN)</translation>
    </message>
    <message>
        <source>batch normalization|batch normalizations|BN</source>
        <translation>Batch-Normalisierung|Batch-Normalisierungen|BN</translation>
    </message>
    <message>
        <source>Brings each channel to mean 0 and variance 1, then scales and shifts it. It stands behind each convolution. In a merged layer it is one for all tasks, as in the paper, or one per task.</source>
        <translation>Bringt jeden Kanal auf Mittelwert 0 und Varianz 1, skaliert und verschiebt ihn dann. Sie steht hinter jeder Faltung. In einer verschmolzenen Schicht ist sie für alle Aufgaben gemeinsam, wie im Paper, oder je Aufgabe eigen.</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>calibration|calibrating|calibrated|calibrate|calibrates</source>
        <translation>Kalibrierung|kalibriert|kalibrieren</translation>
    </message>
    <message>
        <source>Training the merged network after a step, so that it does again what the teachers do. It is trained on the labels of the images and on what the teachers put out in each layer.</source>
        <translation>Das Training des verschmolzenen Netzes nach einem Schritt, damit es wieder tut, was die Lehrer tun. Trainiert wird auf die Klassen der Bilder und auf das, was die Lehrer in jeder Schicht ausgeben.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>channel|channels</source>
        <translation>Kanal|Kanäle|Kanälen</translation>
    </message>
    <message>
        <source>One of the maps that a layer hands on. A layer with 64 channels describes each place of an image by 64 numbers.</source>
        <translation>Eine der Karten, die eine Schicht weitergibt. Eine Schicht mit 64 Kanälen beschreibt jede Stelle eines Bildes durch 64 Zahlen.</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>How many times fewer parameters the merged network has than the separate networks have together.</source>
        <translation>Wievielmal weniger Parameter das verschmolzene Netz hat als die getrennten Netze zusammen.</translation>
    </message>
    <message>
        <source>Confidence interval (95 %)</source>
        <translation>Konfidenzintervall (95 %)</translation>
    </message>
    <message>
        <source>confidence interval|95 % interval</source>
        <translation>Konfidenzintervall|95-%-Intervall</translation>
    </message>
    <message>
        <source>The range in which an accuracy that was measured on some images would likely lie on very many of them. The fewer images were looked at, the wider it is.</source>
        <translation>Der Bereich, in dem eine an einigen Bildern gemessene Genauigkeit bei sehr vielen Bildern wahrscheinlich läge. Je weniger Bilder angesehen wurden, desto breiter ist er.</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>confusion matrix|confusion matrices</source>
        <translation>Konfusionsmatrix|Konfusionsmatrizen</translation>
    </message>
    <message>
        <source>A table that counts how often images of one class (row) were taken for another (column). What is right stands on the diagonal.</source>
        <translation>Eine Tabelle, die zählt, wie oft Bilder einer Klasse (Zeile) für eine andere (Spalte) gehalten wurden. Richtiges steht auf der Diagonale.</translation>
    </message>
    <message>
        <source>Cosine of weights</source>
        <translation>Kosinus der Gewichte</translation>
    </message>
    <message>
        <source>cosine of the weights</source>
        <translation>Kosinus der Gewichte</translation>
    </message>
    <message>
        <source>How alike the weights of two teachers are in a layer, from −1 to 1. Networks that were trained independently come near 0, those of a common ancestor near 1.</source>
        <translation>Wie ähnlich sich die Gewichte zweier Lehrer in einer Schicht sind, von −1 bis 1. Unabhängig trainierte Netze liegen nahe 0, solche mit gemeinsamem Vorfahren nahe 1.</translation>
    </message>
    <message>
        <source>Cross entropy (CE)</source>
        <translation>Kreuzentropie (CE)</translation>
    </message>
    <message>
        <source>cross entropy|CE</source>
        <translation>Kreuzentropie|CE</translation>
    </message>
    <message>
        <source>How wrong the answers to images are whose classes are known: the negative logarithm of the probability that the network gives to the right class. 0 would be certain and right each time.</source>
        <translation>Wie falsch die Antworten auf Bilder sind, deren Klassen bekannt sind: der negative Logarithmus der Wahrscheinlichkeit, die das Netz der richtigen Klasse gibt. 0 hieße jedes Mal sicher und richtig.</translation>
    </message>
    <message>
        <source>Depthwise convolution</source>
        <translation>Depthwise-Faltung</translation>
    </message>
    <message>
        <source>depthwise convolution|depthwise convolutions|depthwise layers|depthwise</source>
        <translation>Depthwise-Faltung|Depthwise-Faltungen|Depthwise</translation>
    </message>
    <message>
        <source>A convolution that filters each channel for itself with a small kernel. It has few weights and stays with its task.</source>
        <translation>Eine Faltung, die jeden Kanal für sich mit einem kleinen Kern filtert. Sie hat wenige Gewichte und bleibt bei ihrer Aufgabe.</translation>
    </message>
    <message>
        <source>Distillation (KL)</source>
        <translation>Destillation (KL)</translation>
    </message>
    <message>
        <source>distillation|KL</source>
        <translation>Destillation|KL</translation>
    </message>
    <message>
        <source>A further term of the loss: how far the softened outputs of the merged network are from those of the teacher. It is off unless it has a weight.</source>
        <translation>Ein weiterer Term des Verlusts: wie weit die geglätteten Ausgaben des verschmolzenen Netzes von denen des Lehrers entfernt sind. Ohne Gewichtung ist er aus.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>epoch|epochs</source>
        <translation>Epoche|Epochen</translation>
    </message>
    <message>
        <source>As many iterations as it takes to look at each training image once.</source>
        <translation>So viele Iterationen, wie nötig sind, um jedes Trainingsbild einmal anzusehen.</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>Expand</translation>
    </message>
    <message>
        <source>expand|expanding|expands</source>
        <translation>Expand|Expand-Faltung</translation>
    </message>
    <message>
        <source>In a MobileNet V2 or V3 the first pointwise convolution of a block, which makes many channels out of few.</source>
        <translation>In einem MobileNet V2 oder V3 die erste Pointwise-Faltung eines Blocks, die aus wenigen Kanälen viele macht.</translation>
    </message>
    <message>
        <source>Feature map</source>
        <translation>Merkmalskarte</translation>
    </message>
    <message>
        <source>feature map|feature maps</source>
        <translation>Merkmalskarte|Merkmalskarten</translation>
    </message>
    <message>
        <source>What a channel puts out for an image, as a picture: bright where it responds.</source>
        <translation>Was ein Kanal zu einem Bild ausgibt, als Bild gezeigt: hell, wo er anspricht.</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>fine-tuning|fine-tuned</source>
        <translation>Feinabstimmung|feinabgestimmt|feinabgestimmte</translation>
    </message>
    <message>
        <source>Training the whole merged network after the last step, with the same loss as calibration.</source>
        <translation>Das Training des ganzen verschmolzenen Netzes nach dem letzten Schritt, mit demselben Verlust wie bei der Kalibrierung.</translation>
    </message>
    <message>
        <source>Fisher weights</source>
        <translation>Fisher-Gewichte</translation>
    </message>
    <message>
        <source>Fisher weights|Fisher information</source>
        <translation>Fisher-Gewichte|Fisher-Information</translation>
    </message>
    <message>
        <source>With them least squares counts an error in a channel the more, the more the answers of the task depend on that channel.</source>
        <translation>Mit ihnen zählt bei den kleinsten Quadraten ein Fehler in einem Kanal umso mehr, je stärker die Antworten der Aufgabe von diesem Kanal abhängen.</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>A picture of which places of an image spoke for a class, computed from the gradients of the network.</source>
        <translation>Ein Bild davon, welche Stellen eines Bildes für eine Klasse gesprochen haben, berechnet aus den Gradienten des Netzes.</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>head|heads</source>
        <translation>Kopf|Köpfe|Köpfen|Kopfes</translation>
    </message>
    <message>
        <source>The end of a network, which makes a number for each class out of its features. Each task keeps its own.</source>
        <translation>Das Ende eines Netzes, das aus seinen Merkmalen eine Zahl je Klasse macht. Jede Aufgabe behält ihren eigenen.</translation>
    </message>
    <message>
        <source>Held-out images</source>
        <translation>Zurückgehaltene Bilder</translation>
    </message>
    <message>
        <source>held-out images|held out</source>
        <translation>zurückgehaltene Bilder|zurückgehaltenen Bilder|zurückgehalten</translation>
    </message>
    <message>
        <source>Images that no step trains on. With them fine-tuning finds the state that it keeps; the test images stay untouched.</source>
        <translation>Bilder, mit denen kein Schritt trainiert. An ihnen findet die Feinabstimmung den Zustand, den sie behält; die Testbilder bleiben unberührt.</translation>
    </message>
    <message>
        <source>Initialization</source>
        <translation>Initialisierung</translation>
    </message>
    <message>
        <source>initialization|initializations|initializing|initialized</source>
        <translation>Initialisierung|initialisiert</translation>
    </message>
    <message>
        <source>How the shared weights of a layer get their first values: from A, from B, at random, as the mean, or by least squares.</source>
        <translation>Wie die gemeinsamen Gewichte einer Schicht ihre ersten Werte erhalten: von A, von B, zufällig, als Mittelwert oder durch kleinste Quadrate.</translation>
    </message>
    <message>
        <source>8-bit integers (int8)</source>
        <translation>Ganze Zahlen mit 8 Bit (int8)</translation>
    </message>
    <message>
        <source>int8|8-bit integers</source>
        <translation>int8|ganze Zahlen mit 8 Bit</translation>
    </message>
    <message>
        <source>Weights and maps as whole numbers of 8 bits, a quarter of the size. It costs a little accuracy, which is measured when the file is written.</source>
        <translation>Gewichte und Karten als ganze Zahlen mit 8 Bit, ein Viertel der Größe. Das kostet etwas Genauigkeit; wie viel, wird beim Schreiben der Datei gemessen.</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>Iteration</translation>
    </message>
    <message>
        <source>iteration|iterations</source>
        <translation>Iteration|Iterationen</translation>
    </message>
    <message>
        <source>One batch of each task, and the change of the weights that it leads to.</source>
        <translation>Ein Batch jeder Aufgabe und die Änderung der Gewichte, die daraus folgt.</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kern (Kernel)</translation>
    </message>
    <message>
        <source>kernel|kernels</source>
        <translation>Kern|Kerne|Kernen|Kernel</translation>
    </message>
    <message>
        <source>The small square of weights, 3×3 or 5×5, that a convolution moves over a map.</source>
        <translation>Das kleine Quadrat aus Gewichten, 3×3 oder 5×5, das eine Faltung über eine Karte schiebt.</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>The mean absolute difference of two sets of numbers. In the curves it is the difference between what teacher and merged network hand on, summed over the layers.</source>
        <translation>Die mittlere absolute Differenz zweier Mengen von Zahlen. In den Kurven ist es die Differenz zwischen dem, was Lehrer und verschmolzenes Netz weitergeben, über die Schichten summiert.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>layer|layers</source>
        <translation>Schicht|Schichten</translation>
    </message>
    <message>
        <source>What one step merges, numbered from 1: the pointwise convolution of a MobileNet V1, a block of a V2 or V3, or their last convolution.</source>
        <translation>Was ein Schritt verschmilzt, ab 1 nummeriert: die Pointwise-Faltung eines MobileNet V1, ein Block eines V2 oder V3 oder deren letzte Faltung.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>learning rate|learning rates</source>
        <translation>Lernrate|Lernraten</translation>
    </message>
    <message>
        <source>How large a change of the weights each iteration makes. In the course of a step it may fall.</source>
        <translation>Wie groß die Änderung der Gewichte in jeder Iteration ist. Im Lauf eines Schritts kann sie sinken.</translation>
    </message>
    <message>
        <source>Least squares</source>
        <translation>Kleinste Quadrate</translation>
    </message>
    <message>
        <source>least squares</source>
        <translation>kleinste Quadrate|kleinsten Quadrate|kleinsten Quadraten|kleinste Quadraten</translation>
    </message>
    <message>
        <source>Computes, without training, the shared weights whose outputs differ least, in the sum of squares, from what the teachers put out for some training images.</source>
        <translation>Berechnet ohne Training die gemeinsamen Gewichte, deren Ausgaben in der Summe der Quadrate am wenigsten von dem abweichen, was die Lehrer für einige Trainingsbilder ausgeben.</translation>
    </message>
    <message>
        <source>Logits</source>
        <translation>Logits</translation>
    </message>
    <message>
        <source>logits|logit</source>
        <translation>Logits|Logit</translation>
    </message>
    <message>
        <source>The numbers that a head puts out, one per class. The highest one is the answer; softmax makes probabilities of them.</source>
        <translation>Die Zahlen, die ein Kopf ausgibt, eine je Klasse. Die höchste ist die Antwort; Softmax macht Wahrscheinlichkeiten daraus.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>loss|losses</source>
        <translation>Verlust|Verluste|Verlusts</translation>
    </message>
    <message>
        <source>The number that training makes small. Here it is cross entropy plus L1, each with its weight, and distillation if that is on.</source>
        <translation>Die Zahl, die das Training klein macht. Hier ist sie Kreuzentropie plus L1, je mit ihrer Gewichtung, und Destillation, falls eingeschaltet.</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>MACs|multiply-adds</source>
        <translation>MACs|Multiplikations-Additions-Operationen</translation>
    </message>
    <message>
        <source>Multiply-accumulate operations: how many products a network adds up for one image. They tell how much work it is.</source>
        <translation>Multiplikations-Additions-Operationen: wie viele Produkte ein Netz für ein Bild aufsummiert. Sie sagen, wie viel Arbeit es ist.</translation>
    </message>
    <message>
        <source>McNemar&apos;s test</source>
        <translation>McNemar-Test</translation>
    </message>
    <message>
        <source>McNemar&apos;s test|McNemar</source>
        <translation>McNemar-Test|McNemar</translation>
    </message>
    <message>
        <source>Tells whether two networks that saw the same images differ by more than chance. Only images count on which one is right and the other wrong.</source>
        <translation>Sagt, ob sich zwei Netze, die dieselben Bilder gesehen haben, um mehr als Zufall unterscheiden. Es zählen nur Bilder, bei denen eines recht hat und das andere nicht.</translation>
    </message>
    <message>
        <source>Merge estimate (merge cost)</source>
        <translation>Verschmelzschätzung (Verschmelzkosten)</translation>
    </message>
    <message>
        <source>merge estimate|merge estimates|merge cost|merge costs</source>
        <translation>Verschmelzschätzung|Verschmelzschätzungen|Verschmelzkosten</translation>
    </message>
    <message>
        <source>What sharing a layer costs at least, worked out from the teachers: the smallest error that its outputs can have with shared weights, relative to their variance. It looks at each layer for itself, without training.</source>
        <translation>Was es mindestens kostet, eine Schicht zu teilen, ermittelt aus den Lehrern: der kleinste Fehler, den ihre Ausgänge mit gemeinsamen Gewichten haben können, bezogen auf ihre Varianz. Sie betrachtet jede Schicht für sich, ohne Training.</translation>
    </message>
    <message>
        <source>Merged network</source>
        <translation>Verschmolzenes Netz</translation>
    </message>
    <message>
        <source>merged network|merged networks</source>
        <translation>verschmolzenes Netz|verschmolzene Netz|verschmolzenen Netzes|verschmolzenen Netz</translation>
    </message>
    <message>
        <source>The one network that serves all tasks. Its merged layers are shared; stem, depthwise convolutions and head are there once per task.</source>
        <translation>Das eine Netz, das allen Aufgaben dient. Seine verschmolzenen Schichten sind gemeinsam; Stamm, Depthwise-Faltungen und Kopf gibt es je Aufgabe einmal.</translation>
    </message>
    <message>
        <source>Mismatch</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>mismatch</source>
        <translation>Abweichung|Abweichungen</translation>
    </message>
    <message>
        <source>The mean absolute difference between what a teacher and the merged network hand on in a layer. 0 means that they do the same.</source>
        <translation>Die mittlere absolute Differenz zwischen dem, was ein Lehrer und das verschmolzene Netz in einer Schicht weitergeben. 0 heißt: Sie tun dasselbe.</translation>
    </message>
    <message>
        <source>Moments</source>
        <translation>Momente</translation>
    </message>
    <message>
        <source>moments</source>
        <translation>Momente|Momenten</translation>
    </message>
    <message>
        <source>Means and products of a layer&apos;s inputs and outputs, summed over images. They are all that least squares has to know of the images.</source>
        <translation>Mittelwerte und Produkte der Ein- und Ausgänge einer Schicht, über Bilder summiert. Mehr müssen die kleinsten Quadrate von den Bildern nicht wissen.</translation>
    </message>
    <message>
        <source>Optimizer (SGD, Adam)</source>
        <translation>Optimierer (SGD, Adam)</translation>
    </message>
    <message>
        <source>optimizer|SGD|Adam</source>
        <translation>Optimierer|SGD|Adam</translation>
    </message>
    <message>
        <source>The rule that makes changes of the weights out of gradients. SGD follows the gradient; Adam also adapts the size of the change for each weight.</source>
        <translation>Die Regel, die aus Gradienten Änderungen der Gewichte macht. SGD folgt dem Gradienten; Adam passt außerdem die Größe der Änderung für jedes Gewicht an.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>parameters|parameter</source>
        <translation>Parameter|Parametern</translation>
    </message>
    <message>
        <source>All numbers of a network that are learnt: weights, biases, scale and shift of batch normalization.</source>
        <translation>Alle Zahlen eines Netzes, die gelernt werden: Gewichte, Bias-Werte, Skalierung und Verschiebung der Batch-Normalisierung.</translation>
    </message>
    <message>
        <source>Pointwise convolution</source>
        <translation>Pointwise-Faltung</translation>
    </message>
    <message>
        <source>pointwise convolution|pointwise convolutions|pointwise layers|pointwise</source>
        <translation>Pointwise-Faltung|Pointwise-Faltungen|Pointwise</translation>
    </message>
    <message>
        <source>A 1×1 convolution: at each place of a map it makes new channels out of all old ones. These layers hold nearly all weights of a MobileNet V1, so they are what is shared.</source>
        <translation>Eine 1×1-Faltung: An jeder Stelle einer Karte macht sie aus allen alten Kanälen neue. In diesen Schichten liegen fast alle Gewichte eines MobileNet V1; darum werden sie geteilt.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>preset|presets</source>
        <translation>Voreinstellung|Voreinstellungen</translation>
    </message>
    <message>
        <source>A set of settings to start from: fast, paper or exact.</source>
        <translation>Ein Satz von Einstellungen als Ausgangspunkt: Schnell, Paper oder Exakt.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>project|projecting|projects</source>
        <translation>Project|Project-Faltung</translation>
    </message>
    <message>
        <source>In a MobileNet V2 or V3 the last pointwise convolution of a block, which leads many channels back to few. No activation follows it.</source>
        <translation>In einem MobileNet V2 oder V3 die letzte Pointwise-Faltung eines Blocks, die viele Kanäle auf wenige zurückführt. Keine Aktivierung folgt darauf.</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>recipe|recipes</source>
        <translation>Rezept|Rezepte|Rezepts</translation>
    </message>
    <message>
        <source>Everything that reproduces a merge: networks and images with their hashes, strategy, schedule, seed.</source>
        <translation>Alles, was eine Verschmelzung wiederholbar macht: Netze und Bilder mit ihren Prüfsummen, Strategie, Verlauf, Startwert.</translation>
    </message>
    <message>
        <source>Ridge</source>
        <translation>Ridge</translation>
    </message>
    <message>
        <source>ridge</source>
        <translation>Ridge</translation>
    </message>
    <message>
        <source>A gentle pull towards small weights that keeps least squares stable where the images say too little.</source>
        <translation>Ein sanfter Zug zu kleinen Gewichten, der die kleinsten Quadrate dort stabil hält, wo die Bilder zu wenig aussagen.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>run|runs</source>
        <translation>Lauf|Läufe|Läufen|Laufs</translation>
    </message>
    <message>
        <source>A row of steps from the teachers on. Going back and trying something else begins another run; none is lost.</source>
        <translation>Eine Folge von Schritten ab den Lehrern. Wer zurückgeht und etwas anderes versucht, beginnt einen weiteren Lauf; keiner geht verloren.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>seed|seeds</source>
        <translation>Startwert|Startwerte|Startwerts</translation>
    </message>
    <message>
        <source>The number from which all random choices follow. With the same seed a run can be repeated exactly; several seeds tell how much is chance.</source>
        <translation>Die Zahl, aus der alle zufälligen Entscheidungen folgen. Mit demselben Startwert lässt sich ein Lauf genau wiederholen; mehrere Startwerte zeigen, wie viel Zufall ist.</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>session|sessions</source>
        <translation>Sitzung|Sitzungen</translation>
    </message>
    <message>
        <source>A merge in progress, kept in one .zipper file: networks, recipe, all steps.</source>
        <translation>Eine laufende Verschmelzung, aufbewahrt in einer .zipper-Datei: Netze, Rezept, alle Schritte.</translation>
    </message>
    <message>
        <source>Squeeze-and-excite (SE)</source>
        <translation>Squeeze-and-Excite (SE)</translation>
    </message>
    <message>
        <source>squeeze-and-excite</source>
        <translation>Squeeze-and-Excite</translation>
    </message>
    <message>
        <source>A part of blocks of MobileNet V3 that weighs channels: out of the means of all channels it makes a factor between 0 and 1 for each.</source>
        <translation>Ein Teil von Blöcken eines MobileNet V3, der Kanäle gewichtet: Aus den Mittelwerten aller Kanäle macht es für jeden einen Faktor zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>Statistics (of batch normalization)</source>
        <translation>Statistik (der Batch-Normalisierung)</translation>
    </message>
    <message>
        <source>running statistics|batch statistics|statistics of batch normalization|BN statistics</source>
        <translation>laufende Statistik|laufenden Statistik|Batch-Statistik|Statistik der Batch-Normalisierung|BN-Statistik</translation>
    </message>
    <message>
        <source>Mean and variance of each channel, which batch normalization takes away. After initializing and after calibrating they can be estimated anew on training images.</source>
        <translation>Mittelwert und Varianz jedes Kanals, die die Batch-Normalisierung herausrechnet. Nach dem Initialisieren und nach dem Kalibrieren lassen sie sich an Trainingsbildern neu schätzen.</translation>
    </message>
    <message>
        <source>Stem</source>
        <translation>Stamm</translation>
    </message>
    <message>
        <source>stem|stems</source>
        <translation>Stamm|Stamms|Stämme</translation>
    </message>
    <message>
        <source>The first convolution of a network, which sees the image itself. Each task keeps its own, unless a trunk shares it.</source>
        <translation>Die erste Faltung eines Netzes, die das Bild selbst sieht. Jede Aufgabe behält ihren eigenen, solange kein Rumpf ihn teilt.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>step|steps</source>
        <translation>Schritt|Schritte|Schritts|Schritten</translation>
    </message>
    <message>
        <source>Merging one layer: sharing it, initializing it, calibrating the network, scoring it.</source>
        <translation>Das Verschmelzen einer Schicht: sie teilen, initialisieren, das Netz kalibrieren und bewerten.</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>stride|strides</source>
        <translation>Schrittweite|Schrittweiten</translation>
    </message>
    <message>
        <source>By how many pixels a kernel moves on. With stride 2 a map becomes half as high and half as wide.</source>
        <translation>Um wie viele Pixel ein Kern weiterrückt. Bei Schrittweite 2 wird eine Karte halb so hoch und halb so breit.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>task|tasks</source>
        <translation>Aufgabe|Aufgaben</translation>
    </message>
    <message>
        <source>One job with its own trained network, its own images and its own classes. Tasks are called A, B, C and so on.</source>
        <translation>Eine Arbeit mit eigenem trainiertem Netz, eigenen Bildern und eigenen Klassen. Aufgaben heißen A, B, C und so weiter.</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>teacher|teachers</source>
        <translation>Lehrer|Lehrern|Lehrers</translation>
    </message>
    <message>
        <source>The trained network of a task as it was opened. It never changes, and it shows the merged network what to do.</source>
        <translation>Das trainierte Netz einer Aufgabe, wie es geöffnet wurde. Er ändert sich nie und zeigt dem verschmolzenen Netz, was zu tun ist.</translation>
    </message>
    <message>
        <source>Test images</source>
        <translation>Testbilder</translation>
    </message>
    <message>
        <source>test images|test image</source>
        <translation>Testbilder|Testbildern|Testbild</translation>
    </message>
    <message>
        <source>Images that no network is trained on and nothing is chosen by. Accuracy is measured on them.</source>
        <translation>Bilder, mit denen kein Netz trainiert und nach denen nichts ausgewählt wird. An ihnen wird die Genauigkeit gemessen.</translation>
    </message>
    <message>
        <source>Top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>top-1</source>
        <translation>Top-1</translation>
    </message>
    <message>
        <source>The share of images whose highest output is the right class.</source>
        <translation>Der Anteil der Bilder, deren höchste Ausgabe die richtige Klasse ist.</translation>
    </message>
    <message>
        <source>Trunk</source>
        <translation>Rumpf</translation>
    </message>
    <message>
        <source>trunk|trunks</source>
        <translation>Rumpf|Rumpfs|Rümpfe</translation>
    </message>
    <message>
        <source>The first layers, shared whole, for tasks that look at the same image. They are computed once, which makes the network faster.</source>
        <translation>Die ersten Schichten, ganz geteilt, für Aufgaben, die dasselbe Bild sehen. Sie werden einmal berechnet; das macht das Netz schneller.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>weights|weight</source>
        <translation>Gewichte|Gewichten|Gewicht</translation>
    </message>
    <message>
        <source>The numbers by which a convolution multiplies what it reads. They are what a network has learnt.</source>
        <translation>Die Zahlen, mit denen eine Faltung multipliziert, was sie liest. In ihnen steckt, was ein Netz gelernt hat.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>width multiplier|width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>The factor by which a MobileNet has fewer or more channels than in its paper: 0.25 has a quarter of them.</source>
        <translation>Der Faktor, um den ein MobileNet weniger oder mehr Kanäle hat als in seiner Veröffentlichung: Bei 0.25 ist es ein Viertel.</translation>
    </message>
    <message>
        <source>Zippering</source>
        <translation>Zippering</translation>
    </message>
    <message>
        <source>zippering</source>
        <translation>Zippering</translation>
    </message>
    <message>
        <source>Merging layers one after another, from the input to the output, as a zipper closes.</source>
        <translation>Schichten nacheinander verschmelzen, vom Eingang zum Ausgang, so wie sich ein Reißverschluss schließt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>GlossaryPage</name>
    <message>
        <source>More: %1.</source>
        <translation>Mehr: %1.</translation>
    </message>
</context>
<context>
    <name>Guess</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 points (95 %: %2 to %3)</source>
        <translation>%1 Punkte (95 %: %2 bis %3)</translation>
    </message>
    <message>
        <source>Your guess was layer %1. Too little was measured yet to compare layers.</source>
        <translation>Ihr Tipp war Schicht %1. Um Schichten zu vergleichen, ist noch zu wenig gemessen.</translation>
    </message>
    <message>
        <source>Right: layer %1 hurt most, %2. No other layer comes near it.</source>
        <translation>Richtig: Schicht %1 hat am meisten geschadet, %2. Keine andere kommt ihr nahe.</translation>
    </message>
    <message>
        <source>Your guess, layer %1, is among those that may have hurt most: layers %2 can&apos;t be told apart with these images. The largest loss was that of layer %3, %4.</source>
        <translation>Ihr Tipp, Schicht %1, gehört zu denen, die am meisten geschadet haben können: Die Schichten %2 lassen sich mit diesen Bildern nicht unterscheiden. Den größten Verlust brachte Schicht %3, %4.</translation>
    </message>
    <message>
        <source>Not this time: layer %1 changed %2. Layer %3 hurt most, %4.</source>
        <translation>Diesmal nicht: Schicht %1 änderte %2. Am meisten schadete Schicht %3, %4.</translation>
    </message>
    <message>
        <source>No layer hurt beyond the noise. The largest loss was that of layer %1, %2; your guess, layer %3, changed %4.</source>
        <translation>Keine Schicht hat über das Rauschen hinaus geschadet. Den größten Verlust brachte Schicht %1, %2; Ihr Tipp, Schicht %3, änderte %4.</translation>
    </message>
    <message>
        <source>Measured is the mean top-1 of the tasks on their test images (%1 of each task) after a layer&apos;s step, calibration included, minus that before it. The intervals count every measurement as one on images of its own, which makes them wide: ties are said rather than winners. Another order of layers or another recipe may give another answer.</source>
        <translation>Gemessen ist die mittlere Top-1 der Aufgaben auf ihren Testbildern (%1 je Aufgabe) nach dem Schritt einer Schicht, Kalibrierung eingeschlossen, minus der davor. Die Intervalle zählen jede Messung als eine auf eigenen Bildern, was sie breit macht: Eher wird ein Gleichstand genannt als ein Sieger. Eine andere Reihenfolge der Schichten oder ein anderes Rezept kann eine andere Antwort geben.</translation>
    </message>
</context>
<context>
    <name>Handbook</name>
    <message>
        <source>en</source>
        <comment>the folder of the handbook in this language, if there is one in resources/handbook</comment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>HistoryFigures</name>
    <message>
        <source>%1 (layer %2)</source>
        <translation>%1 (Schicht %2)</translation>
    </message>
    <message>
        <source>%1 (layers %2)</source>
        <translation>%1 (Schichten %2)</translation>
    </message>
    <message>
        <source>mixed: %1</source>
        <translation>gemischt: %1</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1, dann %2</translation>
    </message>
    <message>
        <source>What stands behind ≈ was scored on a sample of the test images; the rest is scored when nothing else runs.</source>
        <translation>Was hinter ≈ steht, wurde mit einer Stichprobe der Testbilder ausgewertet; der Rest wird ausgewertet, wenn sonst nichts läuft.</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
</context>
<context>
    <name>InitializationText</name>
    <message>
        <source>The shared weights start as those of A, so that B has to learn the layer anew.</source>
        <translation>Die gemeinsamen Gewichte beginnen mit denen von A, sodass B die Schicht neu lernen muss.</translation>
    </message>
    <message>
        <source>The shared weights start as those of B, so that A has to learn the layer anew.</source>
        <translation>Die gemeinsamen Gewichte beginnen mit denen von B, sodass A die Schicht neu lernen muss.</translation>
    </message>
    <message>
        <source>The shared weights start as He-normal random numbers, scaled by the number of output channels, and keep nothing of either network.</source>
        <translation>Die gemeinsamen Gewichte beginnen als He-normalverteilte Zufallszahlen, skaliert nach der Zahl der Ausgabekanäle, und behalten von keinem der Netze etwas.</translation>
    </message>
    <message>
        <source>The shared weights start as the arithmetic mean of A and B, which is the paper&apos;s choice and works best when both networks come from one ancestor.</source>
        <translation>Die gemeinsamen Gewichte beginnen als arithmetisches Mittel von A und B; so macht es das Paper, und am besten gelingt es, wenn beide Netze vom selben Vorfahren stammen.</translation>
    </message>
    <message>
        <source>The shared weights start as those whose outputs differ least from what both teachers put out for calibration images, which is a linear problem and is solved exactly.</source>
        <translation>Die gemeinsamen Gewichte beginnen als diejenigen, deren Ausgaben am wenigsten von dem abweichen, was beide Lehrer für Kalibrierungsbilder ausgeben; dieses lineare Problem wird exakt gelöst.</translation>
    </message>
    <message>
        <source>Channel 1 of B is merged with channel 1 of A and so on, which is right for networks of one ancestor.</source>
        <translation>Kanal 1 von B wird mit Kanal 1 von A verschmolzen und so weiter; für Netze mit gemeinsamem Vorfahren ist das richtig.</translation>
    </message>
    <message>
        <source>The channels of B are put in the order in which their weights are closest to those of A, without looking at images.</source>
        <translation>Die Kanäle von B werden so geordnet, dass ihre Gewichte denen von A am nächsten sind, ohne Bilder zu betrachten.</translation>
    </message>
    <message>
        <source>The channels of B are put in the order in which their outputs correlate best with those of A on the same images.</source>
        <translation>Die Kanäle von B werden so geordnet, dass ihre Ausgaben auf denselben Bildern am besten mit denen von A korrelieren.</translation>
    </message>
    <message>
        <source>The channels of B are put in the order in which sharing weights costs both teachers the least error.</source>
        <translation>Die Kanäle von B werden so geordnet, dass gemeinsame Gewichte bei beiden Lehrern den geringsten Fehler verursachen.</translation>
    </message>
    <message>
        <source>The shared weights start as those of A, so that the other tasks have to learn the layer anew.</source>
        <translation>Die gemeinsamen Gewichte beginnen mit denen von A, sodass die anderen Aufgaben die Schicht neu lernen müssen.</translation>
    </message>
    <message>
        <source>The shared weights start as those of B, so that the other tasks have to learn the layer anew.</source>
        <translation>Die gemeinsamen Gewichte beginnen mit denen von B, sodass die anderen Aufgaben die Schicht neu lernen müssen.</translation>
    </message>
    <message>
        <source>The shared weights start as He-normal random numbers, scaled by the number of output channels, and keep nothing of any network.</source>
        <translation>Die gemeinsamen Gewichte beginnen als He-normalverteilte Zufallszahlen, skaliert nach der Zahl der Ausgabekanäle, und behalten von keinem Netz etwas.</translation>
    </message>
    <message>
        <source>The shared weights start as the arithmetic mean of %1, which is the paper&apos;s choice and works best when all networks come from one ancestor.</source>
        <translation>Die gemeinsamen Gewichte beginnen als arithmetisches Mittel von %1; so macht es das Paper, und am besten gelingt es, wenn alle Netze vom selben Vorfahren stammen.</translation>
    </message>
    <message>
        <source>The shared weights start as those whose outputs differ least from what all teachers put out for calibration images, which is a linear problem and is solved exactly.</source>
        <translation>Die gemeinsamen Gewichte beginnen als diejenigen, deren Ausgaben am wenigsten von dem abweichen, was alle Lehrer für Kalibrierungsbilder ausgeben; dieses lineare Problem wird exakt gelöst.</translation>
    </message>
    <message>
        <source>Channel 1 of every task is merged with channel 1 of A and so on, which is right for networks of one ancestor.</source>
        <translation>Kanal 1 jeder Aufgabe wird mit Kanal 1 von A verschmolzen und so weiter; für Netze mit gemeinsamem Vorfahren ist das richtig.</translation>
    </message>
    <message>
        <source>The channels of the other tasks are put in the order in which their weights are closest to those of A, without looking at images.</source>
        <translation>Die Kanäle der anderen Aufgaben werden so geordnet, dass ihre Gewichte denen von A am nächsten sind, ohne Bilder zu betrachten.</translation>
    </message>
    <message>
        <source>The channels of the other tasks are put in the order in which their outputs correlate best with those of A on the same images.</source>
        <translation>Die Kanäle der anderen Aufgaben werden so geordnet, dass ihre Ausgaben auf denselben Bildern am besten mit denen von A korrelieren.</translation>
    </message>
    <message>
        <source>The channels of the other tasks are put in the order in which sharing weights with A costs the teachers the least error.</source>
        <translation>Die Kanäle der anderen Aufgaben werden so geordnet, dass mit A gemeinsame Gewichte bei den Lehrern den geringsten Fehler verursachen.</translation>
    </message>
    <message>
        <source>With more than two tasks, too, the shared weights can start from those of A or B only.</source>
        <translation>Auch bei mehr als zwei Aufgaben können die gemeinsamen Gewichte nur mit denen von A oder B beginnen.</translation>
    </message>
    <message>
        <source>The shared weights stay as they are: they are the same in all networks.</source>
        <translation>Die geteilten Gewichte bleiben, wie sie sind: Sie sind in allen Netzen gleich.</translation>
    </message>
</context>
<context>
    <name>Inspection</name>
    <message>
        <source>Test image %1, labelled %2</source>
        <translation>Testbild %1, Klasse %2</translation>
    </message>
</context>
<context>
    <name>LackText</name>
    <message numerus="yes">
        <source>Task(s) %1: neither model nor data chosen yet.</source>
        <translation>
            <numerusform>Aufgabe %1: Modell und Daten noch nicht gewählt.</numerusform>
            <numerusform>Aufgaben %1: Modell und Daten noch nicht gewählt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Task(s) %1: no model chosen yet.</source>
        <translation>
            <numerusform>Aufgabe %1: noch kein Modell gewählt.</numerusform>
            <numerusform>Aufgaben %1: noch kein Modell gewählt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Task(s) %1: no data chosen yet.</source>
        <translation>
            <numerusform>Aufgabe %1: noch keine Daten gewählt.</numerusform>
            <numerusform>Aufgaben %1: noch keine Daten gewählt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Task(s) %1: a network without a head can&apos;t be merged, choose another model.</source>
        <translation>
            <numerusform>Aufgabe %1: Ein Netz ohne Kopf lässt sich nicht verschmelzen, ein anderes Modell wählen.</numerusform>
            <numerusform>Aufgaben %1: Ein Netz ohne Kopf lässt sich nicht verschmelzen, jeweils ein anderes Modell wählen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelText</name>
    <message>
        <source>grey</source>
        <translation>grau</translation>
    </message>
    <message>
        <source>Input %1×%1 %2, (pixel − %3) / %4</source>
        <translation>Eingabe %1×%1 %2, (Pixel − %3) / %4</translation>
    </message>
    <message>
        <source>pad-1 (PyTorch)</source>
        <translation>pad-1 (PyTorch)</translation>
    </message>
    <message>
        <source>SAME (TensorFlow)</source>
        <translation>SAME (TensorFlow)</translation>
    </message>
    <message>
        <source>%1, names of %2</source>
        <translation>%1, Namen von %2</translation>
    </message>
    <message>
        <source>Stem stride %1, %2, padding %3, BN ε %4</source>
        <translation>Schrittweite des Stamms %1, %2, Auffüllung %3, BN ε %4</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es), class offset %1</source>
        <translation>
            <numerusform>%n Klasse, Klassenversatz %1</numerusform>
            <numerusform>%n Klassen, Klassenversatz %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Guessed: all figures of the network are wrong if one of these is.</source>
        <translation>Geraten: Ist eine dieser Angaben falsch, sind alle Zahlen des Netzes falsch.</translation>
    </message>
    <message>
        <source>%1, width %2</source>
        <translation>%1, Breite %2</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden layer(s) in the head: %1</source>
        <translation>
            <numerusform>%n verborgene Schicht im Kopf: %1</numerusform>
            <numerusform>%n verborgene Schichten im Kopf: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (minimalistic), width %2</source>
        <translation>%1 (minimalistisch), Breite %2</translation>
    </message>
    <message>
        <source>hard swish</source>
        <translation>Hard-Swish</translation>
    </message>
    <message>
        <source>hard sigmoid</source>
        <translation>Hard-Sigmoid</translation>
    </message>
    <message>
        <source>no activation</source>
        <translation>keine Aktivierung</translation>
    </message>
    <message>
        <source>%1 and hard swish</source>
        <translation>%1 und Hard-Swish</translation>
    </message>
    <message>
        <source>No head: a backbone, which tells no classes apart and can&apos;t be merged. Choose the file of the whole network (its name often lacks “no_top”), or train a head on your images.</source>
        <translation>Kein Kopf: ein Backbone, das keine Klassen unterscheidet und sich nicht verschmelzen lässt. Wählen Sie die Datei des ganzen Netzes (ihrem Namen fehlt oft „no_top“), oder trainieren Sie mit eigenen Bildern einen Kopf.</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Merge costs</source>
        <translation>Verschmelzkosten</translation>
    </message>
    <message>
        <source>What Changed</source>
        <translation>Was sich änderte</translation>
    </message>
    <message>
        <source>Try It</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
</context>
<context>
    <name>PlanNote</name>
    <message>
        <source>No layer, fine-tuning only.</source>
        <translation>Keine Schicht, nur Feinabstimmung.</translation>
    </message>
    <message>
        <source>All of them are merged.</source>
        <translation>Alle sind verschmolzen.</translation>
    </message>
    <message>
        <source>%1 merged, %2 to come.</source>
        <translation>%1 verschmolzen, %2 noch offen.</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) to merge.</source>
        <translation>
            <numerusform>%n Schicht zu verschmelzen.</numerusform>
            <numerusform>%n Schichten zu verschmelzen.</numerusform>
        </translation>
    </message>
    <message>
        <source>All layers that the networks have.</source>
        <translation>Alle Schichten, die die Netze haben.</translation>
    </message>
</context>
<context>
    <name>ReasonTexts</name>
    <message>
        <source>Teacher: %1 %2, %3 %4; merged: %5 %6, %7 %8.</source>
        <comment>classes, each with its probability</comment>
        <translation>Lehrer: %1 %2, %3 %4; verschmolzen: %5 %6, %7 %8.</translation>
    </message>
    <message>
        <source>Both answer the same.</source>
        <translation>Beide antworten dasselbe.</translation>
    </message>
    <message>
        <source>It was close for the teacher already: its first two classes were only %1 points apart. Such an image lies on the border, and a small change turns it.</source>
        <translation>Es war schon für den Lehrer knapp: seine ersten beiden Klassen lagen nur %1 Punkte auseinander. Ein solches Bild liegt auf der Grenze, und eine kleine Änderung lässt es kippen.</translation>
    </message>
    <message>
        <source>The teacher was far from the border: its answer was %1 points ahead. It is the merge that turned this image.</source>
        <translation>Der Lehrer war weit von der Grenze: seine Antwort lag %1 Punkte vorn. Erst das Verschmelzen hat dieses Bild kippen lassen.</translation>
    </message>
</context>
<context>
    <name>RecipeDraft</name>
    <message>
        <source>Empty; %1 expected</source>
        <translation>Leer; %1 erwartet</translation>
    </message>
    <message>
        <source>“%1” found; %2 expected</source>
        <translation>„%1“ gefunden; %2 erwartet</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number such as 0.002 or 2e-3</source>
        <translation>eine Zahl wie 0.002 oder 2e-3</translation>
    </message>
    <message>
        <source>a whole number from 0</source>
        <translation>eine ganze Zahl ab 0</translation>
    </message>
    <message>
        <source>0 (none) or more</source>
        <translation>0 (keine) oder mehr</translation>
    </message>
    <message>
        <source>layers such as 1-%1 or 7,9,%1</source>
        <translation>Schichten wie 1-%1 oder 7,9,%1</translation>
    </message>
</context>
<context>
    <name>RecipeField</name>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Initialization</source>
        <translation>Initialisierung</translation>
    </message>
    <message>
        <source>How the shared weights of a layer get their first values.</source>
        <translation>Wie die gemeinsamen Gewichte einer Schicht ihre ersten Werte erhalten.</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>BN policy</source>
        <translation>BN-Modus</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>How many batches of each task calibrate the merged network after each step; 0 leaves calibration out.</source>
        <translation>Wie viele Batches jeder Aufgabe das verschmolzene Netz nach jedem Schritt kalibrieren; bei 0 entfällt die Kalibrierung.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>Images per task in one iteration.</source>
        <translation>Bilder je Aufgabe in einer Iteration.</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>The rule that turns gradients into updates of the weights.</source>
        <translation>Die Regel, die aus Gradienten Aktualisierungen der Gewichte macht.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>The share of the last update that SGD carries over into the next, from 0 to below 1.</source>
        <translation>Der Anteil der letzten Aktualisierung, den SGD in die nächste übernimmt, von 0 bis unter 1.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>The size of the updates at the first iteration of a step; 2e-3 and 0.002 are the same.</source>
        <translation>Die Größe der Aktualisierungen bei der ersten Iteration eines Schritts; 2e-3 und 0.002 sind dasselbe.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Lernraten­verlauf</translation>
    </message>
    <message>
        <source>How the learning rate falls in the course of a step.</source>
        <translation>Wie die Lernrate im Laufe eines Schritts sinkt.</translation>
    </message>
    <message>
        <source>Decay factor</source>
        <translation>Abklingfaktor</translation>
    </message>
    <message>
        <source>The factor by which an exponential schedule lowers the learning rate each time.</source>
        <translation>Der Faktor, um den ein exponentieller Verlauf die Lernrate jeweils senkt.</translation>
    </message>
    <message>
        <source>Decay epochs</source>
        <translation>Abklingepochen</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Trunk up to layer</source>
        <translation>Rumpf bis Schicht</translation>
    </message>
    <message>
        <source>For tasks that look at the same image: the layers from the stem to this one, as far as they are merged, are shared whole and computed once; 0 means no trunk.</source>
        <translation>Für Aufgaben, die dasselbe Bild sehen: Die Schichten vom Eingang bis zu dieser werden, soweit sie verschmolzen sind, ganz geteilt und nur einmal berechnet; 0 heißt kein Rumpf.</translation>
    </message>
    <message>
        <source>Fine-tuning</source>
        <translation>Fein­abstimmung</translation>
    </message>
    <message>
        <source>Iterations of end-to-end training after the last step; 0 leaves fine-tuning out.</source>
        <translation>Iterationen des durchgehenden Trainings nach dem letzten Schritt; bei 0 entfällt die Feinabstimmung.</translation>
    </message>
    <message>
        <source>Held-out images</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>How many training images of each task no step trains on, so that fine-tuning can keep the state that is best on them; 0 keeps the last state.</source>
        <translation>Wie viele Trainingsbilder jeder Aufgabe in keinem Schritt trainiert werden, damit die Feinabstimmung den Zustand behalten kann, der auf ihnen der beste ist; bei 0 bleibt der letzte Zustand.</translation>
    </message>
    <message>
        <source>Score every</source>
        <translation>Bewerten alle</translation>
    </message>
    <message>
        <source>After how many iterations of fine-tuning the network is scored on the held-out images.</source>
        <translation>Nach wie vielen Iterationen der Feinabstimmung das Netz auf den zurückgehaltenen Bildern bewertet wird.</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Aktuali­sierungen</translation>
    </message>
    <message>
        <source>CE weight</source>
        <translation>CE-Gewichtung</translation>
    </message>
    <message>
        <source>The weight of the cross entropy against the labels in the loss of a task; with 0 calibration reads no labels.</source>
        <translation>Die Gewichtung der Kreuzentropie zu den Klassen im Verlust einer Aufgabe; mit 0 liest die Kalibrierung keine Klassen.</translation>
    </message>
    <message>
        <source>L1 weight</source>
        <translation>L1-Gewichtung</translation>
    </message>
    <message>
        <source>Distillation weight</source>
        <translation>Destillations­gewicht</translation>
    </message>
    <message>
        <source>The weight of the distance between the softened outputs of teacher and merged network in the loss of a task (Hinton 2015); 0 turns it off.</source>
        <translation>Die Gewichtung des Abstands zwischen den geglätteten Ausgaben von Lehrer und verschmolzenem Netz im Verlust einer Aufgabe (Hinton 2015); 0 schaltet ihn ab.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>What both outputs are divided by before they are compared: the higher, the more the smaller outputs count.</source>
        <translation>Wodurch beide Ausgaben geteilt werden, bevor sie verglichen werden: je höher, desto mehr zählen die kleineren Ausgaben.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichts­abnahme</translation>
    </message>
    <message>
        <source>The strength of the pull of all weights towards zero.</source>
        <translation>Wie stark alle Gewichte gegen null gezogen werden.</translation>
    </message>
    <message>
        <source>BN momentum</source>
        <translation>BN-Momentum</translation>
    </message>
    <message>
        <source>The share of a new batch in the running statistics of batch normalization while calibrating.</source>
        <translation>Der Anteil eines neuen Batches an der laufenden Statistik der Batch-Normalisierung während der Kalibrierung.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Rechen­genauigkeit</translation>
    </message>
    <message>
        <source>What calibration rounds the factors of pointwise convolutions to. bfloat16 is faster and less exact, and needs a processor with instructions for it (AVX-512 BF16 or AMX).</source>
        <translation>Worauf die Kalibrierung die Faktoren der Pointwise-Faltungen rundet. bfloat16 ist schneller und ungenauer und braucht einen Prozessor mit Befehlen dafür (AVX-512 BF16 oder AMX).</translation>
    </message>
    <message>
        <source>Shift images at random</source>
        <translation>Bilder zufällig verschieben</translation>
    </message>
    <message>
        <source>Shifts each training image by up to an eighth of its size, so that no batch comes twice.</source>
        <translation>Verschiebt jedes Trainingsbild um bis zu ein Achtel seiner Größe, sodass kein Batch zweimal vorkommt.</translation>
    </message>
    <message>
        <source>Fitting images</source>
        <translation>Anpassungsbilder</translation>
    </message>
    <message>
        <source>How many training images of each task alignment, least squares and fits look at; more take longer and fit better.</source>
        <translation>Wie viele Trainingsbilder jeder Aufgabe Ausrichtung, kleinste Quadrate und Anpassungen betrachten; mehr dauern länger und passen besser an.</translation>
    </message>
    <message>
        <source>Ridge</source>
        <translation>Ridge</translation>
    </message>
    <message>
        <source>How strongly least squares is pulled towards small weights, relative to the mean power of the inputs, from 0 to 1.</source>
        <translation>Wie stark die kleinsten Quadrate zu kleinen Gewichten gezogen werden, relativ zur mittleren Leistung der Eingaben, von 0 bis 1.</translation>
    </message>
    <message>
        <source>Fisher weights</source>
        <translation>Fisher-Gewichte</translation>
    </message>
    <message>
        <source>Least squares with batch normalization per task: an error in a channel counts the more, the more the answers of the task depend on that channel.</source>
        <translation>Kleinste Quadrate mit Batch-Normalisierung je Aufgabe: Ein Fehler in einem Kanal zählt umso mehr, je stärker die Antworten der Aufgabe von diesem Kanal abhängen.</translation>
    </message>
    <message>
        <source>Fit depthwise kernels</source>
        <translation>Depthwise-Kerne anpassen</translation>
    </message>
    <message>
        <source>Before initializing, the depthwise kernels of each task are fitted to what the merged layers before have become, in closed form and without labels.</source>
        <translation>Vor dem Initialisieren werden die Depthwise-Kerne jeder Aufgabe an das angepasst, was aus den verschmolzenen Schichten davor geworden ist, in geschlossener Form und ohne Labels.</translation>
    </message>
    <message>
        <source>Fit the heads</source>
        <translation>Köpfe anpassen</translation>
    </message>
    <message>
        <source>After initializing, each task&apos;s head is fitted to the logits of its teacher, in closed form and without labels.</source>
        <translation>Nach dem Initialisieren wird der Kopf jeder Aufgabe an die Logits ihres Lehrers angepasst, in geschlossener Form und ohne Labels.</translation>
    </message>
    <message>
        <source>Re-estimate BN statistics</source>
        <translation>BN-Statistik neu schätzen</translation>
    </message>
    <message>
        <source>Averages the statistics of batch normalization anew over training images, after initializing and after calibrating.</source>
        <translation>Mittelt die Statistik der Batch-Normalisierung neu über Trainingsbilder, nach der Initialisierung und nach der Kalibrierung.</translation>
    </message>
    <message>
        <source>From images</source>
        <translation>Aus Bildern</translation>
    </message>
    <message>
        <source>How many training images of each task the statistics are re-estimated from.</source>
        <translation>Aus wie vielen Trainingsbildern jeder Aufgabe die Statistik neu geschätzt wird.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed, data and settings give the same weights, bit for bit.</source>
        <translation>Gleicher Startwert, gleiche Daten und gleiche Einstellungen ergeben Bit für Bit dieselben Gewichte.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>How many threads compute; 0 means one per core.</source>
        <translation>Wie viele Threads rechnen; 0 bedeutet einer je Kern.</translation>
    </message>
    <message>
        <source>Whether the batch normalization of a merged layer is one for all tasks, as in the paper, or one per task.</source>
        <translation>Ob die Batch-Normalisierung einer verschmolzenen Schicht für alle Aufgaben gemeinsam ist, wie im Paper, oder je Aufgabe eigen.</translation>
    </message>
    <message>
        <source>Which layers are merged, and in which order: all, 1-6 or 7,9,13.</source>
        <translation>Welche Schichten verschmolzen werden und in welcher Reihenfolge: all (alle), 1-6 oder 7,9,13.</translation>
    </message>
    <message>
        <source>How the channels of the other tasks are matched to those of A before a layer is merged; a task computes the same in any order.</source>
        <translation>Wie die Kanäle der anderen Aufgaben denen von A zugeordnet werden, bevor eine Schicht verschmolzen wird; eine Aufgabe berechnet in jeder Reihenfolge dasselbe.</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>Exponentiell</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>After how many epochs of the smallest training set an exponential schedule lowers the learning rate.</source>
        <translation>Nach wie vielen Epochen der kleinsten Trainingsmenge ein exponentieller Verlauf die Lernrate senkt.</translation>
    </message>
    <message>
        <source>Alternate makes an update for one task after the other, as in the paper; joint makes one for the sum of their losses.</source>
        <translation>„Abwechselnd“ macht eine Aktualisierung für eine Aufgabe nach der anderen, wie im Paper; „Gemeinsam“ macht eine für die Summe ihrer Verluste.</translation>
    </message>
    <message>
        <source>Joint</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <source>Alternate</source>
        <translation>Abwechselnd</translation>
    </message>
    <message>
        <source>The weight of the difference between teacher and merged network, summed over the layers, in the loss of a task.</source>
        <translation>Die Gewichtung der Differenz zwischen Lehrer und verschmolzenem Netz, summiert über die Schichten, im Verlust einer Aufgabe.</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>bfloat16</source>
        <translation>bfloat16</translation>
    </message>
    <message>
        <source>Same images for all layers</source>
        <translation>Gleiche Bilder für alle Schichten</translation>
    </message>
    <message>
        <source>All layers are fitted to the same images, so that a step goes on from what the one before it computed; otherwise each layer draws new ones, which takes longer. With few images new ones fit better.</source>
        <translation>Alle Schichten werden an dieselben Bilder angepasst, sodass ein Schritt da weitermacht, wo der vorige aufgehört hat; sonst zieht jede Schicht neue, was länger dauert. Bei wenigen Bildern passen neue besser.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>What computes: the CPU, which alone gives the same weights again, bit for bit, or a card.</source>
        <translation>Was rechnet: die CPU, die als einzige Bit für Bit dieselben Gewichte wieder ergibt, oder eine Grafikkarte.</translation>
    </message>
    <message>
        <source>A set of settings to start from: fast for trying things out, lesson for a class that isn&apos;t to wait, paper as the authors of the method ran it.</source>
        <translation>Einstellungen, von denen man ausgeht: schnell zum Ausprobieren, Unterricht für eine Klasse, die nicht warten soll, Paper wie die Autoren des Verfahrens.</translation>
    </message>
</context>
<context>
    <name>SeriesStyle</name>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>CE %1</source>
        <translation>CE %1</translation>
    </message>
    <message>
        <source>L1 %1</source>
        <translation>L1 %1</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Top-1 %1</source>
        <translation>Top-1 %1</translation>
    </message>
    <message>
        <source>KL %1</source>
        <translation>KL %1</translation>
    </message>
    <message>
        <source>Total loss: the weighted sum of all terms of all tasks</source>
        <translation>Gesamtverlust: die gewichtete Summe aller Terme aller Aufgaben</translation>
    </message>
    <message>
        <source>Cross entropy of task %1 with its labels</source>
        <translation>Kreuzentropie von Aufgabe %1 mit ihren Labels</translation>
    </message>
    <message>
        <source>L1 distance of task %1 to its teacher, summed over the layers</source>
        <translation>L1-Abstand von Aufgabe %1 zu ihrem Lehrer, über die Schichten summiert</translation>
    </message>
    <message>
        <source>Learning rate of the calibration (left axis of the lower plot)</source>
        <translation>Lernrate der Kalibrierung (linke Achse des unteren Diagramms)</translation>
    </message>
    <message>
        <source>Top-1 of task %1 on the test images (right axis of the lower plot): open after the initialization, filled after the calibration of each step</source>
        <translation>Top-1 von Aufgabe %1 auf den Testbildern (rechte Achse des unteren Diagramms): offen nach der Initialisierung, gefüllt nach der Kalibrierung jedes Schritts</translation>
    </message>
    <message>
        <source>Distillation loss of task %1: distance of its softened outputs to those of its teacher</source>
        <translation>Destillationsverlust von Aufgabe %1: Abstand ihrer geglätteten Ausgaben zu denen ihres Lehrers</translation>
    </message>
</context>
<context>
    <name>SettingsGuard</name>
    <message>
        <source>The settings in %1 can&apos;t be used, and can&apos;t be put aside.</source>
        <translation>Die Einstellungen in %1 sind unbrauchbar und lassen sich nicht beiseitelegen.</translation>
    </message>
    <message>
        <source>The settings in %1 can&apos;t be used; they were put aside as %2.</source>
        <translation>Die Einstellungen in %1 sind unbrauchbar; sie wurden als %2 beiseitegelegt.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was sie bedeutet</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Option</translation>
    </message>
</context>
<context>
    <name>ShownArray</name>
    <message>
        <source>merged</source>
        <translation>verschmolzen</translation>
    </message>
    <message>
        <source>%1 calibrated</source>
        <translation>%1 kalibriert</translation>
    </message>
    <message>
        <source>merged − mean</source>
        <translation>verschmolzen − Mittelwert</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>%1: %2 values from %3 to %4</source>
        <comment>an array, its size</comment>
        <translation>%1: %2 Werte von %3 bis %4</translation>
    </message>
</context>
<context>
    <name>StepMarkText</name>
    <message>
        <source>ft</source>
        <translation>FA</translation>
    </message>
</context>
<context>
    <name>SummaryTexts</name>
    <message>
        <source>%1× fewer parameters</source>
        <translation>%1× weniger Parameter</translation>
    </message>
    <message>
        <source>%1 fewer parameters</source>
        <comment>percent</comment>
        <translation>%1 weniger Parameter</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>accuracy of the teacher, of the merged network</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>mean of %1 tasks %2</source>
        <translation>Mittel von %1 Aufgaben %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a layer, its initialization</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>Next: %1; %n step(s) left.</source>
        <translation>
            <numerusform>Als Nächstes: %1; noch %n Schritt.</numerusform>
            <numerusform>Als Nächstes: %1; noch %n Schritte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Next: %1.</source>
        <translation>Als Nächstes: %1.</translation>
    </message>
    <message>
        <source>Next: %1, about %2.</source>
        <translation>Als Nächstes: %1, etwa %2.</translation>
    </message>
    <message numerus="yes">
        <source>Next: %1, about %2; all %n step(s) left about %3.</source>
        <translation>
            <numerusform>Als Nächstes: %1, etwa %2; der letzte Schritt etwa %3.</numerusform>
            <numerusform>Als Nächstes: %1, etwa %2; alle %n übrigen Schritte etwa %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is merged, and the recipe plans no layer to merge</source>
        <translation>Nichts ist verschmolzen, und das Rezept sieht keine Schicht dafür vor</translation>
    </message>
    <message numerus="yes">
        <source>The plan merges %n layer(s): %1</source>
        <translation>
            <numerusform>Der Plan verschmilzt %n Schicht: %1</numerusform>
            <numerusform>Der Plan verschmilzt %n Schichten: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, in about %2</source>
        <translation>%1, in etwa %2</translation>
    </message>
    <message>
        <source>After %1: %2</source>
        <translation>Nach %1: %2</translation>
    </message>
    <message>
        <source>The merge is done: %1</source>
        <translation>Die Verschmelzung ist fertig: %1</translation>
    </message>
    <message numerus="yes">
        <source>After %1: %2 (%3 of %n layer(s) merged)</source>
        <translation>
            <numerusform>Nach %1: %2 (%3 von %n Schicht verschmolzen)</numerusform>
            <numerusform>Nach %1: %2 (%3 von %n Schichten verschmolzen)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 lost most: %2 points</source>
        <translation>%1 verlor am meisten: %2 Punkte</translation>
    </message>
    <message>
        <source>Nothing was lost: what is shared is the same in all networks.</source>
        <translation>Nichts ging verloren: Was geteilt wird, ist in allen Netzen gleich.</translation>
    </message>
    <message>
        <source>%1 lost most: %2 points.</source>
        <translation>%1 verlor am meisten: %2 Punkte.</translation>
    </message>
    <message>
        <source>%1 lost most: %2 points, which is hardly chance.</source>
        <translation>%1 verlor am meisten: %2 Punkte, was kaum Zufall ist.</translation>
    </message>
    <message>
        <source>%1 lost most: %2 points, which may well be chance.</source>
        <translation>%1 verlor am meisten: %2 Punkte, was gut Zufall sein kann.</translation>
    </message>
    <message>
        <source>Time: %1 for %2.</source>
        <translation>Zeit: %1 für %2.</translation>
    </message>
    <message numerus="yes">
        <source>Time: %1 for %2, %3 for all %n step(s).</source>
        <translation>
            <numerusform>Zeit: %1 für %2, %3 für den ganzen %n Schritt.</numerusform>
            <numerusform>Zeit: %1 für %2, %3 für alle %n Schritte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused: %1.</source>
        <translation>Angehalten: %1.</translation>
    </message>
    <message>
        <source>In work: %1.</source>
        <translation>In Arbeit: %1.</translation>
    </message>
    <message>
        <source>In work: %1; about %2 left.</source>
        <translation>In Arbeit: %1; noch etwa %2.</translation>
    </message>
    <message>
        <source>Next: plan layers in the recipe.</source>
        <translation>Als Nächstes: im Rezept Schichten vorsehen.</translation>
    </message>
    <message>
        <source>Next: export the merged network.</source>
        <translation>Als Nächstes: das verschmolzene Netz exportieren.</translation>
    </message>
    <message>
        <source>Next: export; or fine-tuning, which the recipe can add (about %1).</source>
        <translation>Als Nächstes: exportieren; oder eine Feinabstimmung, die das Rezept anfügen kann (etwa %1).</translation>
    </message>
    <message>
        <source>The images aren&apos;t open: accuracies are those of the session.</source>
        <translation>Die Bilder sind nicht geöffnet: Die Genauigkeiten sind die der Sitzung.</translation>
    </message>
    <message>
        <source>The images aren&apos;t open, so nothing can be scored.</source>
        <translation>Die Bilder sind nicht geöffnet, also kann nichts bewertet werden.</translation>
    </message>
    <message>
        <source>≈ on a sample of the test images; all are scored when nothing else runs.</source>
        <translation>≈ auf einer Stichprobe der Testbilder; alle werden bewertet, wenn nichts anderes läuft.</translation>
    </message>
    <message>
        <source>≈ on a sample of the test images.</source>
        <translation>≈ auf einer Stichprobe der Testbilder.</translation>
    </message>
    <message>
        <source>Lost and won are of the images compared so far; What Changed compares all.</source>
        <translation>Verloren und gewonnen gelten für die bisher verglichenen Bilder; „Was sich änderte“ vergleicht alle.</translation>
    </message>
    <message>
        <source>before: %1 parameters, %2</source>
        <translation>vorher: %1 Parameter, %2</translation>
    </message>
    <message>
        <source>after the plan: %1 parameters, %2</source>
        <translation>nach dem Plan: %1 Parameter, %2</translation>
    </message>
    <message>
        <source>now: %1 parameters, %2</source>
        <translation>jetzt: %1 Parameter, %2</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>from, to</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>teacher %1 (95 % interval: %2 to %3)</source>
        <translation>Lehrer %1 (95-%-Intervall: %2 bis %3)</translation>
    </message>
    <message>
        <source>merged %1 (95 % interval: %2 to %3)</source>
        <translation>verschmolzen %1 (95-%-Intervall: %2 bis %3)</translation>
    </message>
    <message numerus="yes">
        <source>a sample of %1 of %n test image(s)</source>
        <translation>
            <numerusform>eine Stichprobe: %1 von %n Testbild</numerusform>
            <numerusform>eine Stichprobe: %1 von %n Testbildern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test image(s)</source>
        <translation>
            <numerusform>%n Testbild</numerusform>
            <numerusform>%n Testbilder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 lost and %2 won among the %3 compared so far</source>
        <translation>%1 verloren und %2 gewonnen unter den %3 bisher verglichenen</translation>
    </message>
    <message>
        <source>%1 lost and %2 won</source>
        <translation>%1 verloren und %2 gewonnen</translation>
    </message>
    <message>
        <source>%1: not scored</source>
        <translation>%1: nicht bewertet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a task, what is known of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No task lost accuracy on these images. How sure that is, the intervals tell.</source>
        <translation>An diesen Bildern gemessen verlor keine Aufgabe an Genauigkeit. Wie sicher das ist, sagen die Intervalle.</translation>
    </message>
    <message>
        <source>%1 more parameters</source>
        <comment>percent</comment>
        <translation>%1 mehr Parameter</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>from A</source>
        <translation>von A</translation>
    </message>
    <message>
        <source>from B</source>
        <translation>von B</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>least squares</source>
        <translation>kleinste Quadrate</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>mergeability</source>
        <translation>Verschmelzbarkeit</translation>
    </message>
    <message>
        <source>Fisher weights</source>
        <translation>Fisher-Gewichte</translation>
    </message>
    <message>
        <source>kernels fitted</source>
        <translation>Kerne angepasst</translation>
    </message>
    <message>
        <source>heads fitted</source>
        <translation>Köpfe angepasst</translation>
    </message>
    <message>
        <source>nothing fitted</source>
        <translation>nichts angepasst</translation>
    </message>
    <message>
        <source>alignment: %1; %2</source>
        <translation>Ausrichtung: %1; %2</translation>
    </message>
    <message>
        <source>alignment</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>fit of the kernels</source>
        <translation>Anpassung der Kerne</translation>
    </message>
    <message>
        <source>fit of the heads</source>
        <translation>Anpassung der Köpfe</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>konstant</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>exponentiell</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>naive</source>
        <translation>naiv</translation>
    </message>
    <message>
        <source>%1, alignment: %2</source>
        <translation>%1, Ausrichtung: %2</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>fine-tuning</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>separate</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>verschmolzen</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Why merge?</source>
        <translation>Warum verschmelzen?</translation>
    </message>
    <message>
        <source>Two networks</source>
        <translation>Zwei Netze</translation>
    </message>
    <message>
        <source>The zipper</source>
        <translation>Der Zipper</translation>
    </message>
    <message>
        <source>A first guess: random</source>
        <translation>Ein erster Versuch: zufällig</translation>
    </message>
    <message>
        <source>A better one: the mean</source>
        <translation>Ein besserer: der Mittelwert</translation>
    </message>
    <message>
        <source>The best: least squares</source>
        <translation>Der beste: kleinste Quadrate</translation>
    </message>
    <message>
        <source>What is shared</source>
        <translation>Was geteilt wird</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>What it cost</source>
        <translation>Was es gekostet hat</translation>
    </message>
    <message>
        <source>Take it along</source>
        <translation>Zum Mitnehmen</translation>
    </message>
    <message>
        <source>A device often holds several trained networks, one per task, and each needs its own memory. Their layers do similar work: a merged network keeps what they have in common only once and still serves all tasks.

This tour merges two small networks for real and takes about ten minutes. You press the buttons; the frame shows which one.</source>
        <translation>Ein Gerät trägt oft mehrere trainierte Netze, eines je Aufgabe, und jedes braucht eigenen Speicher. Ihre Schichten tun Ähnliches: Ein verschmolzenes Netz hat das Gemeinsame nur einmal und dient doch allen Aufgaben.

Diese Tour verschmilzt wirklich zwei kleine Netze und dauert etwa zehn Minuten. Sie drücken die Knöpfe; der Rahmen zeigt, welchen.</translation>
    </message>
    <message>
        <source>Each strand of the zipper is a trained network.</source>
        <translation>Jeder Strang des Zippers ist ein trainiertes Netz.</translation>
    </message>
    <message>
        <source>Each strand is a trained network, from its images on the left to its answers on the right: %1. They are the teachers and never change. Every place where two strands run side by side is a layer of both.</source>
        <translation>Jeder Strang ist ein trainiertes Netz, von den Bildern links bis zu den Antworten rechts: %1. Sie sind die Lehrer und ändern sich nie. Wo zwei Stränge nebeneinander verlaufen, ist eine Schicht von beiden.</translation>
    </message>
    <message>
        <source>Alone they get %1 of their test images right, on average over the tasks.</source>
        <translation>Allein beantworten sie im Mittel der Aufgaben %1 ihrer Testbilder richtig.</translation>
    </message>
    <message>
        <source>The zipper closes layer by layer, from the input on. Each step makes one layer of all networks the same, gives it first values (initialization), and then trains the merged network for a moment so that the later layers get used to it (calibration).

How this is done stands in the recipe. The preset “Lesson” uses few images and iterations, so that nobody has to wait.</source>
        <translation>Der Zipper schließt sich Schicht für Schicht, vom Eingang her. Jeder Schritt macht eine Schicht aller Netze gleich, gibt ihr erste Werte (Initialisierung) und trainiert dann das verschmolzene Netz einen Moment lang, damit sich die späteren Schichten daran gewöhnen (Kalibrierung).

Wie das geschieht, steht im Rezept. Die Voreinstellung „Unterricht“ nimmt wenige Bilder und Iterationen, damit niemand warten muss.</translation>
    </message>
    <message>
        <source>Measured, as the mean of the tasks: %1 right after initialization, %2 after calibration.</source>
        <translation>Gemessen, im Mittel der Aufgaben: %1 gleich nach der Initialisierung, %2 nach der Kalibrierung.</translation>
    </message>
    <message>
        <source>%1 The teachers: %2.</source>
        <translation>%1 Die Lehrer: %2.</translation>
    </message>
    <message>
        <source>With which values should a shared layer begin? Try the wrong answer first: random numbers. They forget what both networks learned in this layer, so expect a bad start.</source>
        <translation>Mit welchen Werten soll eine geteilte Schicht beginnen? Versuchen Sie zuerst die falsche Antwort: Zufallszahlen. Sie vergessen, was beide Netze in dieser Schicht gelernt haben; erwarten Sie also einen schlechten Anfang.</translation>
    </message>
    <message>
        <source>The next idea: the arithmetic mean of both networks&apos; weights. It sounds fair, but channel 5 of one network has nothing to do with channel 5 of the other, unless both have one ancestor. The mean of unlike things is none of them.</source>
        <translation>Der nächste Einfall: der Mittelwert der Gewichte beider Netze. Das klingt gerecht, doch Kanal 5 des einen Netzes hat mit Kanal 5 des anderen nichts zu tun, außer wenn beide einen gemeinsamen Vorfahren haben. Das Mittel aus Verschiedenem ist keines davon.</translation>
    </message>
    <message>
        <source>Better: first find out which channels correspond (alignment), then choose the weights so that the layer&apos;s output is as close as possible to what each teacher puts out, in the sense of least squares. That is a closed formula and needs a few images only.</source>
        <translation>Besser: zuerst herausfinden, welche Kanäle einander entsprechen (Ausrichtung), dann die Gewichte so wählen, dass die Ausgabe der Schicht der jedes Lehrers im Sinn kleinster Quadrate so nahe wie möglich kommt. Das ist eine geschlossene Formel und braucht nur wenige Bilder.</translation>
    </message>
    <message>
        <source>Where the zipper is closed, the tasks have one layer together: its weights exist once. What stays with each task is its first layer, the small depthwise layers between, and its head with the answers.</source>
        <translation>Wo der Zipper geschlossen ist, haben die Aufgaben eine Schicht gemeinsam: Ihre Gewichte gibt es einmal. Bei jeder Aufgabe bleiben ihre erste Schicht, die kleinen Depthwise-Schichten dazwischen und ihr Kopf mit den Antworten.</translation>
    </message>
    <message numerus="yes">
        <source>Of %1 parameters, %2 are left with %n layer(s) merged.</source>
        <translation>
            <numerusform>Von %1 Parametern sind mit %n verschmolzenen Schicht %2 übrig.</numerusform>
            <numerusform>Von %1 Parametern sind mit %n verschmolzenen Schichten %2 übrig.</numerusform>
        </translation>
    </message>
    <message>
        <source>All planned layers are merged: %1 right on average.</source>
        <translation>Alle geplanten Schichten sind verschmolzen: im Mittel %1 richtig.</translation>
    </message>
    <message>
        <source>Gained: %1 parameters instead of %2, which is %3 times fewer.</source>
        <translation>Gewonnen: %1 Parameter statt %2, das sind %3-mal weniger.</translation>
    </message>
    <message>
        <source>Paid: %1 right on average, where the teachers have %2, measured on %3 test images. A few images more or less may be chance: What Changed tells how easily.</source>
        <translation>Bezahlt: im Mittel %1 richtig, wo die Lehrer %2 haben, gemessen an %3 Testbildern. Einige Bilder mehr oder weniger können Zufall sein: „Was sich änderte“ sagt, wie leicht.</translation>
    </message>
    <message>
        <source>What a merge gained and what it broke is measured on test images that nobody trained on.</source>
        <translation>Was eine Verschmelzung gewonnen und was sie zerstört hat, wird auf Testbildern gemessen, mit denen niemand trainiert hat.</translation>
    </message>
    <message>
        <source>Press “Open the sample”, or take the one with photographs. Both work.</source>
        <translation>Drücken Sie „Beispiel öffnen“, oder nehmen Sie das mit Fotos. Beides geht.</translation>
    </message>
    <message>
        <source>Choose the preset “Lesson” in the recipe.</source>
        <translation>Wählen Sie im Rezept die Voreinstellung „Unterricht“.</translation>
    </message>
    <message>
        <source>Choose “random” as the initialization in the recipe.</source>
        <translation>Wählen Sie im Rezept „zufällig“ als Initialisierung.</translation>
    </message>
    <message>
        <source>Choose “mean” as the initialization in the recipe.</source>
        <translation>Wählen Sie im Rezept „Mittelwert“ als Initialisierung.</translation>
    </message>
    <message>
        <source>Choose “least squares” as the initialization in the recipe.</source>
        <translation>Wählen Sie im Rezept „kleinste Quadrate“ als Initialisierung.</translation>
    </message>
    <message>
        <source>Press Step (F10): it merges the first layer.</source>
        <translation>Drücken Sie Schritt (F10): Das verschmilzt die erste Schicht.</translation>
    </message>
    <message>
        <source>Press Try Again (F9): it goes back before this step. What was tried stays in the history.</source>
        <translation>Drücken Sie Erneut versuchen (F9): Das geht vor diesen Schritt zurück. Was versucht wurde, bleibt im Verlauf.</translation>
    </message>
    <message>
        <source>Wait a moment: the station goes on by itself.</source>
        <translation>Warten Sie einen Moment: Die Station geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Open the panel “Layers” and look at its last line.</source>
        <translation>Öffnen Sie den Bereich „Schichten“ und lesen Sie seine letzte Zeile.</translation>
    </message>
    <message>
        <source>First a guess: merging which layer will hurt most? Choose it below, or click it in the zipper.</source>
        <translation>Raten Sie zuerst: Welche Schicht zu verschmelzen schadet am meisten? Wählen Sie sie unten, oder klicken Sie sie im Zipper an.</translation>
    </message>
    <message>
        <source>Press Run All (F5): it merges the layers that are left.</source>
        <translation>Drücken Sie Alles ausführen (F5): Das verschmilzt die übrigen Schichten.</translation>
    </message>
    <message>
        <source>Press Run All (F5): it merges the layers that are left, in about %1.</source>
        <translation>Drücken Sie Alles ausführen (F5): Das verschmilzt die übrigen Schichten, in etwa %1.</translation>
    </message>
    <message>
        <source>Open the panel “What Changed”: it shows which images the merge lost and won.</source>
        <translation>Öffnen Sie den Bereich „Was sich änderte“: Er zeigt, welche Bilder die Verschmelzung verloren und gewonnen hat.</translation>
    </message>
    <message>
        <source>Choose File › Export Merged Model (Ctrl+Shift+E) and look around.</source>
        <translation>Wählen Sie Datei › Verschmolzenes Modell exportieren (Strg+Umschalt+E) und sehen Sie sich um.</translation>
    </message>
    <message>
        <source>This station needs a session of a sample; none is open.</source>
        <translation>Diese Station braucht eine Sitzung mit einem Beispiel; es ist keine offen.</translation>
    </message>
    <message>
        <source>The session that is open isn&apos;t one of a sample. The tour would merge its layers, so it begins a session of its own. You are asked before anything that isn&apos;t saved is closed.</source>
        <translation>Die offene Sitzung ist keine mit einem Beispiel. Die Tour würde ihre Schichten verschmelzen, darum beginnt sie eine eigene Sitzung. Sie werden gefragt, bevor etwas Ungespeichertes geschlossen wird.</translation>
    </message>
    <message>
        <source>The start page stands in front of the session.</source>
        <translation>Die Startseite steht vor der Sitzung.</translation>
    </message>
    <message>
        <source>This station is about the first layer, and more is merged already. Going back loses nothing: all steps stay in the history.</source>
        <translation>An dieser Station geht es um die erste Schicht, und es ist schon mehr verschmolzen. Zurückzugehen verliert nichts: Alle Schritte bleiben im Verlauf.</translation>
    </message>
    <message>
        <source>This station looks at merged layers, and nothing is merged here.</source>
        <translation>Diese Station sieht sich verschmolzene Schichten an, und hier ist nichts verschmolzen.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Show the session</source>
        <translation>Sitzung zeigen</translation>
    </message>
    <message>
        <source>Go back to the teachers</source>
        <translation>Zurück zu den Lehrern</translation>
    </message>
    <message>
        <source>Go to “Calibration”</source>
        <translation>Zu „Kalibrierung“</translation>
    </message>
    <message>
        <source>A merged layer is a compromise, and everything behind it sees something new. Calibration trains the merged network against the labels and against the teachers&apos; own outputs, until it does again what they do. In the curves the losses should fall within a step.</source>
        <translation>Eine verschmolzene Schicht ist ein Kompromiss, und alles dahinter sieht etwas Neues. Die Kalibrierung trainiert das verschmolzene Netz gegen die Labels und gegen die Ausgaben der Lehrer, bis es wieder tut, was diese tun. In den Kurven sollten die Verluste innerhalb eines Schritts fallen.</translation>
    </message>
    <message>
        <source>Click any layer of the zipper, or choose one with the arrow keys: F8 leads from this card to the zipper and back.</source>
        <translation>Klicken Sie irgendeine Schicht des Zippers an, oder wählen Sie eine mit den Pfeiltasten: F8 führt von dieser Karte zum Zipper und zurück.</translation>
    </message>
    <message>
        <source>Watch zipper and curves: the station goes on when the run has ended.</source>
        <translation>Sehen Sie Zipper und Kurven zu: Die Station geht weiter, wenn der Lauf zu Ende ist.</translation>
    </message>
    <message>
        <source>Watch zipper and curves, about %1 more: the station goes on when the run has ended.</source>
        <translation>Sehen Sie Zipper und Kurven zu, noch etwa %1: Die Station geht weiter, wenn der Lauf zu Ende ist.</translation>
    </message>
    <message>
        <source>The merged network can leave the workbench: for a phone, a browser or another program, with its size and time measured beforehand. A session that is saved (File › Save) holds all steps and can be gone on with.

That was the tour. Next, try your own networks: they only need the same architecture.</source>
        <translation>Das verschmolzene Netz kann die Werkbank verlassen: für ein Telefon, einen Browser oder ein anderes Programm, Größe und Zeit vorher gemessen. Eine gespeicherte Sitzung (Datei › Speichern) enthält alle Schritte und kann fortgesetzt werden.

Das war die Tour. Versuchen Sie als Nächstes Ihre eigenen Netze: Sie brauchen nur dieselbe Architektur.</translation>
    </message>
</context>
<context>
    <name>TrainText</name>
    <message>
        <source>A backbone: it gets a head for the classes of the images.</source>
        <translation>Ein Backbone: Es bekommt einen Kopf für die Klassen der Bilder.</translation>
    </message>
    <message numerus="yes">
        <source>To be trained: %1, width %2, input %3×%3, %n class(es).</source>
        <translation>
            <numerusform>Trainiert wird: %1, Breite %2, Eingabe %3×%3, %n Klasse.</numerusform>
            <numerusform>Trainiert wird: %1, Breite %2, Eingabe %3×%3, %n Klassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Images go through the layers that stay as they are: batch %1 of %2</source>
        <translation>Die Bilder gehen durch die Schichten, die bleiben, wie sie sind: Stapel %1 von %2</translation>
    </message>
    <message>
        <source>Epoch %1 of %2, validation: batch %3 of %4</source>
        <translation>Epoche %1 von %2, Validierung: Stapel %3 von %4</translation>
    </message>
    <message>
        <source>Epoch %1 of %2, batch %3 of %4, %5 images/s</source>
        <translation>Epoche %1 von %2, Stapel %3 von %4, %5 Bilder/s</translation>
    </message>
    <message>
        <source>About %1 on this machine, most of it once for all epochs; an estimate from a few batches.</source>
        <translation>Etwa %1 auf diesem Rechner, das meiste davon einmal für alle Epochen; aus einigen Stapeln geschätzt.</translation>
    </message>
    <message>
        <source>About %1 on this machine; an estimate from a few batches.</source>
        <translation>Etwa %1 auf diesem Rechner; aus einigen Stapeln geschätzt.</translation>
    </message>
</context>
<context>
    <name>TryIt</name>
    <message>
        <source>Test image %1 of %2</source>
        <translation>Testbild %1 von %2</translation>
    </message>
    <message>
        <source>Test image %1 of %2, labelled %3</source>
        <translation>Testbild %1 von %2, Klasse %3</translation>
    </message>
    <message>
        <source>A picture from the clipboard</source>
        <translation>Ein Bild aus der Zwischenablage</translation>
    </message>
    <message>
        <source>A picture that was dropped</source>
        <translation>Ein Bild, das hier abgelegt wurde</translation>
    </message>
    <message>
        <source>A drawing, centred and scaled as the digits of MNIST are</source>
        <translation>Eine Zeichnung, zentriert und skaliert wie die Ziffern von MNIST</translation>
    </message>
    <message>
        <source>What the camera sees</source>
        <translation>Was die Kamera sieht</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>The networks of this task have no head: they answer nothing.</source>
        <translation>Die Netze dieser Aufgabe haben keinen Kopf: Sie antworten nichts.</translation>
    </message>
    <message>
        <source>The teacher answers %1.</source>
        <translation>Der Lehrer antwortet %1.</translation>
    </message>
    <message>
        <source>Both answer %1.</source>
        <translation>Beide antworten %1.</translation>
    </message>
    <message>
        <source>The teacher answers %1, the merged network %2.</source>
        <translation>Der Lehrer antwortet %1, das verschmolzene Netz %2.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Network of task A</source>
        <translation>Netz der Aufgabe A</translation>
    </message>
    <message>
        <source>Network of task B</source>
        <translation>Netz der Aufgabe B</translation>
    </message>
    <message>
        <source>Folder with the images of task A</source>
        <translation>Ordner mit den Bildern der Aufgabe A</translation>
    </message>
    <message>
        <source>Folder with the images of task B</source>
        <translation>Ordner mit den Bildern der Aufgabe B</translation>
    </message>
    <message>
        <source>Not everything can be kept.</source>
        <translation>Nicht alles kann aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Merge trained MobileNets into one multitask network, and watch.</source>
        <translation>Trainierte MobileNets zu einem Multitask-Netz verschmelzen und dabei zusehen.</translation>
    </message>
    <message>
        <source>Network of one more task, repeated for each; what belongs to the task follows it</source>
        <translation>Netz einer weiteren Aufgabe, für jede wiederholt; was zur Aufgabe gehört, folgt darauf</translation>
    </message>
    <message>
        <source>Folder with the images of that task</source>
        <translation>Ordner mit den Bildern dieser Aufgabe</translation>
    </message>
    <message>
        <source>What that task is called</source>
        <translation>Wie diese Aufgabe heißt</translation>
    </message>
    <message>
        <source>Open the embedded sample; &quot;--sample photographs&quot;: the other one</source>
        <translation>Das eingebaute Beispiel öffnen; „--sample photographs“: das andere</translation>
    </message>
    <message>
        <source>A session (.zipper) or lesson (.zipperlesson) to open</source>
        <translation>Eine Sitzung (.zipper) oder Lektion (.zipperlesson) zum Öffnen</translation>
    </message>
</context>
<context>
    <name>zipper::AccuracyPanel</name>
    <message>
        <source>Top-1 by number of merged layers</source>
        <translation>Top-1 nach Zahl der verschmolzenen Schichten</translation>
    </message>
    <message>
        <source>Top-1 of the tasks on the test images by number of merged layers. Left and Right show the values at the previous and the next number, Escape hides them.</source>
        <translation>Top-1 der Aufgaben auf den Testbildern nach Zahl der verschmolzenen Schichten. Links und Rechts zeigen die Werte bei der vorigen und der nächsten Zahl, Escape blendet sie aus.</translation>
    </message>
    <message>
        <source>merged layers</source>
        <translation>verschmolzene Schichten</translation>
    </message>
    <message>
        <source>top-1, %</source>
        <translation>Top-1, %</translation>
    </message>
    <message>
        <source>No scores yet: they appear here after each step.</source>
        <translation>Noch keine Ergebnisse: Sie erscheinen hier nach jedem Schritt.</translation>
    </message>
    <message>
        <source>These steps were not scored on the test images.</source>
        <translation>Diese Schritte wurden nicht mit den Testbildern ausgewertet.</translation>
    </message>
    <message>
        <source>top-1, % (newest ≈)</source>
        <translation>Top-1, % (neueste ≈)</translation>
    </message>
</context>
<context>
    <name>zipper::Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>Open Sa&amp;mple</source>
        <translation>Beis&amp;piel öffnen</translation>
    </message>
    <message>
        <source>Open two small trained networks with their images</source>
        <translation>Zwei kleine trainierte Netze mit ihren Bildern öffnen</translation>
    </message>
    <message>
        <source>&amp;Open Session…</source>
        <translation>Sitzung &amp;öffnen…</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save the session with all its steps</source>
        <translation>Die Sitzung mit allen Schritten speichern</translation>
    </message>
    <message>
        <source>Save the session under another name</source>
        <translation>Die Sitzung unter einem anderen Namen speichern</translation>
    </message>
    <message>
        <source>Export &amp;Report…</source>
        <translation>Be&amp;richt exportieren…</translation>
    </message>
    <message>
        <source>Write tables, curves and measured inference times as a page, CSV and JSON</source>
        <translation>Tabellen, Kurven und gemessene Inferenzzeiten als Seite, CSV und JSON schreiben</translation>
    </message>
    <message>
        <source>Export &amp;Figures…</source>
        <translation>Abbi&amp;ldungen exportieren…</translation>
    </message>
    <message>
        <source>Write the zipper and all plots as SVG and PNG into a folder</source>
        <translation>Den Reißverschluss und alle Diagramme als SVG und PNG in einen Ordner schreiben</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>Close the workbench</source>
        <translation>Die Workbench schließen</translation>
    </message>
    <message>
        <source>Write the merged network as %1</source>
        <translation>Das verschmolzene Netz als %1 schreiben</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>&amp;Schritt</translation>
    </message>
    <message>
        <source>Merge the next layer and calibrate</source>
        <translation>Die nächste Schicht verschmelzen und kalibrieren</translation>
    </message>
    <message>
        <source>Run to Se&amp;lected Layer</source>
        <translation>Bis zur &amp;gewählten Schicht</translation>
    </message>
    <message>
        <source>Merge all layers up to the selected one</source>
        <translation>Alle Schichten bis zur gewählten verschmelzen</translation>
    </message>
    <message>
        <source>Run to Layer</source>
        <translation>Bis Schicht</translation>
    </message>
    <message>
        <source>&amp;Run All</source>
        <translation>&amp;Alles ausführen</translation>
    </message>
    <message>
        <source>Merge all layers of the plan</source>
        <translation>Alle Schichten des Plans verschmelzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Hold the step after the current batch</source>
        <translation>Den Schritt nach dem laufenden Batch anhalten</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Go on with the step that is held</source>
        <translation>Mit dem angehaltenen Schritt fortfahren</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Ab&amp;brechen</translation>
    </message>
    <message>
        <source>Give up the step in progress; finished steps stay</source>
        <translation>Den laufenden Schritt aufgeben; fertige Schritte bleiben</translation>
    </message>
    <message>
        <source>Step &amp;Back</source>
        <translation>Schritt &amp;zurück</translation>
    </message>
    <message>
        <source>Go back to the network before the last step</source>
        <translation>Zum Netz vor dem letzten Schritt zurückgehen</translation>
    </message>
    <message>
        <source>&amp;Try Last Step Again</source>
        <translation>Letzten Schritt &amp;erneut versuchen</translation>
    </message>
    <message>
        <source>Go back before the last step and choose another strategy; the step stays in the history</source>
        <translation>Vor den letzten Schritt zurückgehen und eine andere Strategie wählen; der Schritt bleibt im Verlauf</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Fit Zipper</source>
        <translation>Zipper &amp;einpassen</translation>
    </message>
    <message>
        <source>Show the whole zipper</source>
        <translation>Den ganzen Zipper zeigen</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Enlarge the zipper</source>
        <translation>Den Zipper größer zeigen</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Shrink the zipper</source>
        <translation>Den Zipper kleiner zeigen</translation>
    </message>
    <message>
        <source>&amp;Reduce Motion</source>
        <translation>&amp;Bewegung reduzieren</translation>
    </message>
    <message>
        <source>Show changes at once instead of animating them</source>
        <translation>Änderungen sofort zeigen statt animiert</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>Follow the desktop&apos;s light or dark theme</source>
        <translation>Dem hellen oder dunklen Design des Desktops folgen</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Always use the light theme</source>
        <translation>Immer das helle Design verwenden</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Always use the dark theme</source>
        <translation>Immer das dunkle Design verwenden</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>Ü&amp;ber</translation>
    </message>
    <message>
        <source>Version, licence and sources of this program</source>
        <translation>Version, Lizenz und Quellen dieses Programms</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>All keys at a glance</source>
        <translation>Alle Tasten auf einen Blick</translation>
    </message>
    <message>
        <source>&amp;File Formats</source>
        <translation>&amp;Dateiformate</translation>
    </message>
    <message>
        <source>What can be read and written, with the conventions</source>
        <translation>Was gelesen und geschrieben wird, mit den Konventionen</translation>
    </message>
    <message>
        <source>&amp;Estimate Merge Costs</source>
        <translation>Verschmelzkosten sch&amp;ätzen</translation>
    </message>
    <message>
        <source>Work out from the teachers what merging each layer would cost</source>
        <translation>Aus den Lehrern ermitteln, was das Verschmelzen jeder Schicht kosten würde</translation>
    </message>
    <message>
        <source>S&amp;uggest Layers…</source>
        <translation>Schichten &amp;vorschlagen…</translation>
    </message>
    <message>
        <source>Co&amp;mpare Strategies…</source>
        <translation>S&amp;trategien vergleichen…</translation>
    </message>
    <message>
        <source>Sa&amp;ve As…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Re&amp;cent Sessions</source>
        <translation>Let&amp;zte Sitzungen</translation>
    </message>
    <message>
        <source>Merge all layers of the plan: about %1</source>
        <translation>Alle Schichten des Plans verschmelzen: etwa %1</translation>
    </message>
    <message>
        <source>Close this session and choose other networks</source>
        <translation>Diese Sitzung schließen und andere Netze wählen</translation>
    </message>
    <message>
        <source>Open Mode&amp;l</source>
        <translation>M&amp;odell öffnen</translation>
    </message>
    <message>
        <source>Open &amp;Data</source>
        <translation>&amp;Daten öffnen</translation>
    </message>
    <message>
        <source>Model of Task &amp;%1…</source>
        <translation>Modell der Aufgabe &amp;%1…</translation>
    </message>
    <message>
        <source>Choose the network of task %1</source>
        <translation>Das Netz der Aufgabe %1 wählen</translation>
    </message>
    <message>
        <source>Data of Task &amp;%1…</source>
        <translation>Daten der Aufgabe &amp;%1…</translation>
    </message>
    <message>
        <source>Choose the folder with the images of task %1</source>
        <translation>Den Ordner mit den Bildern der Aufgabe %1 wählen</translation>
    </message>
    <message>
        <source>All tasks…</source>
        <translation>Alle Aufgaben…</translation>
    </message>
    <message>
        <source>Task %1 alone…</source>
        <translation>Nur Aufgabe %1…</translation>
    </message>
    <message>
        <source>&amp;Export Merged Model…</source>
        <translation>Verschmolzenes &amp;Modell exportieren…</translation>
    </message>
    <message>
        <source>Write the merged network for a phone, a browser or another program, with its size and time beforehand</source>
        <translation>Das verschmolzene Netz für ein Telefon, einen Browser oder ein anderes Programm schreiben, Größe und Zeit vorab</translation>
    </message>
    <message>
        <source>Export Merged Model &amp;As</source>
        <translation>Verschmolzenes Modell exportieren &amp;als</translation>
    </message>
    <message>
        <source>Write the merged network in a format, with its usual names</source>
        <translation>Das verschmolzene Netz in einem Format schreiben, mit den üblichen Namen</translation>
    </message>
    <message>
        <source>&amp;Presentation Mode</source>
        <translation>&amp;Präsentationsmodus</translation>
    </message>
    <message>
        <source>Show the zipper, the curves and the explanation alone, half as large again; Esc ends it, too</source>
        <translation>Nur Zipper, Kurven und Erklärung zeigen, anderthalbmal so groß; auch Esc beendet es</translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>Explains the workbench and the method; opens where you work</source>
        <translation>Erklärt die Workbench und die Methode; öffnet sich an der passenden Stelle</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>&amp;Glossar</translation>
    </message>
    <message>
        <source>The words of the field, each in one or two sentences</source>
        <translation>Die Wörter des Fachs, jedes in ein oder zwei Sätzen</translation>
    </message>
    <message>
        <source>&amp;What&apos;s This?</source>
        <translation>&amp;Was ist das?</translation>
    </message>
    <message>
        <source>Point at something to read what it is; press the key twice for what has the focus</source>
        <translation>Auf etwas zeigen, um zu lesen, was es ist; die Taste zweimal drücken für das, was den Fokus hat</translation>
    </message>
    <message>
        <source>Open &amp;Photographs</source>
        <translation>&amp;Fotos öffnen</translation>
    </message>
    <message>
        <source>Open two networks that were trained on photographs, with their pictures</source>
        <translation>Zwei Netze öffnen, die mit Fotos trainiert wurden, samt ihren Bildern</translation>
    </message>
    <message>
        <source>Open a merge that was saved, or a lesson</source>
        <translation>Eine gespeicherte Verschmelzung oder eine Lektion öffnen</translation>
    </message>
    <message>
        <source>&amp;Train a Head…</source>
        <translation>Kopf &amp;trainieren…</translation>
    </message>
    <message>
        <source>Give a trained network a head for your own images; all its other layers stay as they are</source>
        <translation>Gibt einem trainierten Netz einen Kopf für eigene Bilder; alle anderen Schichten bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Fine-T&amp;une…</source>
        <translation>Feina&amp;bstimmen…</translation>
    </message>
    <message>
        <source>Train all layers of a network, or of a new one, on your own images</source>
        <translation>Trainiert alle Schichten eines Netzes oder eines neuen mit eigenen Bildern</translation>
    </message>
    <message>
        <source>Save as Lesson…</source>
        <translation>Als Lektion speichern…</translation>
    </message>
    <message>
        <source>Write session, texts, images and the places of the panels into one file that opens ready for a class</source>
        <translation>Sitzung, Texte, Bilder und die Plätze der Fensterteile in eine Datei schreiben, die sich fertig für eine Klasse öffnet</translation>
    </message>
    <message>
        <source>Run several strategies side by side on the same batches; the session keeps what comes of it</source>
        <translation>Mehrere Strategien mit denselben Batches nebeneinander laufen lassen; die Sitzung bewahrt auf, was herauskommt</translation>
    </message>
    <message>
        <source>Si&amp;zes and Trunks…</source>
        <translation>Größen und Rü&amp;mpfe…</translation>
    </message>
    <message>
        <source>Measure what networks between the separate ones and one lose, and how fast trunks are</source>
        <translation>Messen, was Netze zwischen den getrennten und einem verlieren, und wie schnell Rümpfe sind</translation>
    </message>
    <message>
        <source>Add Recipe to &amp;Queue</source>
        <translation>Rezept ein&amp;reihen</translation>
    </message>
    <message>
        <source>Put the recipe as it stands behind the others that wait to be run</source>
        <translation>Das Rezept, wie es jetzt ist, hinter den anderen einreihen, die auf ihren Lauf warten</translation>
    </message>
    <message>
        <source>Copy as &amp;Command</source>
        <translation>Als &amp;Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy the zipper merge or resume that does in a terminal what is planned here</source>
        <translation>Den Befehl zipper merge oder resume kopieren, der im Terminal tut, was hier geplant ist</translation>
    </message>
    <message>
        <source>Compare R&amp;ecipes…</source>
        <translation>Re&amp;zepte vergleichen…</translation>
    </message>
    <message>
        <source>Show which settings differ between two runs, the recipe as it stands, or a file</source>
        <translation>Zeigen, welche Einstellungen sich zwischen zwei Läufen, dem Rezept, wie es ist, oder einer Datei unterscheiden</translation>
    </message>
    <message>
        <source>&amp;Guess First…</source>
        <translation>Zuerst rate&amp;n…</translation>
    </message>
    <message>
        <source>Guess which layer will hurt most before a run, and see the answer after it</source>
        <translation>Vor einem Lauf raten, welche Schicht am meisten schadet, und danach die Antwort sehen</translation>
    </message>
    <message>
        <source>&amp;Next Panel</source>
        <translation>&amp;Nächstes Feld</translation>
    </message>
    <message>
        <source>Go to the next panel with the keyboard</source>
        <translation>Mit der Tastatur zum nächsten Feld gehen</translation>
    </message>
    <message>
        <source>Pre&amp;vious Panel</source>
        <translation>V&amp;origes Feld</translation>
    </message>
    <message>
        <source>Go to the panel before with the keyboard</source>
        <translation>Mit der Tastatur zum Feld davor gehen</translation>
    </message>
    <message>
        <source>Guided &amp;Tour</source>
        <translation>Ge&amp;führte Tour</translation>
    </message>
    <message>
        <source>Merge a sample in ten stations, each of which says what to press; goes on where it was left</source>
        <translation>Ein Beispiel in zehn Stationen verschmelzen, von denen jede sagt, was zu drücken ist; geht weiter, wo sie verlassen wurde</translation>
    </message>
    <message>
        <source>Choose a compression and plan the layers that reach it at the lowest expected loss</source>
        <translation>Eine Kompression wählen und die Schichten planen, die sie mit dem geringsten erwarteten Verlust erreichen</translation>
    </message>
</context>
<context>
    <name>zipper::BesideChoice</name>
    <message>
        <source>&amp;Beside:</source>
        <translation>&amp;Daneben:</translation>
    </message>
    <message>
        <source>Step beside this one</source>
        <translation>Schritt neben diesem</translation>
    </message>
    <message>
        <source>Another step, of this run or of another one, that is shown beside where the session stands</source>
        <translation>Ein anderer Schritt, aus diesem Lauf oder aus einem anderen, der neben dem gezeigt wird, bei dem die Sitzung steht</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Here: %1. Beside: %2.</source>
        <translation>Hier: %1. Daneben: %2.</translation>
    </message>
</context>
<context>
    <name>zipper::BesideStep</name>
    <message>
        <source>the teachers</source>
        <translation>die Lehrer</translation>
    </message>
    <message>
        <source>Run %1, %2</source>
        <comment>number, step</comment>
        <translation>Lauf %1, %2</translation>
    </message>
    <message>
        <source>Run %1 (%2), %3</source>
        <comment>number, name, step</comment>
        <translation>Lauf %1 (%2), %3</translation>
    </message>
    <message>
        <source>The step that stood beside is not in the session any more.</source>
        <translation>Den Schritt, der danebenstand, gibt es in der Sitzung nicht mehr.</translation>
    </message>
    <message>
        <source>The session stands there: there is nothing to compare.</source>
        <translation>Dort steht die Sitzung: Es gibt nichts zu vergleichen.</translation>
    </message>
</context>
<context>
    <name>zipper::CameraSource</name>
    <message>
        <source>No camera was found.</source>
        <translation>Es wurde keine Kamera gefunden.</translation>
    </message>
    <message>
        <source>The camera can&apos;t be used: %1</source>
        <translation>Die Kamera lässt sich nicht benutzen: %1</translation>
    </message>
    <message>
        <source>This program was built without Qt Multimedia, which the camera needs.</source>
        <translation>Dieses Programm wurde ohne Qt Multimedia gebaut, das für die Kamera nötig ist.</translation>
    </message>
</context>
<context>
    <name>zipper::ChangesHeadline</name>
    <message>
        <source>%1 lost</source>
        <translation>%1 verloren</translation>
    </message>
    <message>
        <source>%1 won</source>
        <translation>%1 gewonnen</translation>
    </message>
    <message>
        <source>%1 right in both</source>
        <translation>%1 bei beiden richtig</translation>
    </message>
    <message>
        <source>%1 wrong in both</source>
        <translation>%1 bei beiden falsch</translation>
    </message>
    <message>
        <source>Show the images that the teacher gets right and the merged network wrong</source>
        <translation>Die Bilder zeigen, bei denen der Lehrer recht hat und das verschmolzene Netz irrt</translation>
    </message>
    <message>
        <source>Show the images that the merged network gets right and the teacher wrong</source>
        <translation>Die Bilder zeigen, bei denen das verschmolzene Netz recht hat und der Lehrer irrt</translation>
    </message>
    <message>
        <source>Show the images that both get right</source>
        <translation>Die Bilder zeigen, bei denen beide recht haben</translation>
    </message>
    <message>
        <source>Show the images that both get wrong</source>
        <translation>Die Bilder zeigen, bei denen beide irren</translation>
    </message>
</context>
<context>
    <name>zipper::ChangesLink</name>
    <message>
        <source>Open models and their data to see what a merge changes.</source>
        <translation>Öffnen Sie Modelle und ihre Daten, um zu sehen, was das Verschmelzen ändert.</translation>
    </message>
    <message>
        <source>The networks of this task have no head: they answer nothing that could be compared.</source>
        <translation>Die Netze dieser Aufgabe haben keinen Kopf: Sie geben keine Antwort, die sich vergleichen ließe.</translation>
    </message>
    <message>
        <source>The images of a task can&apos;t be found; the notice above the zipper helps. They are needed to compare what both networks answer.</source>
        <translation>Die Bilder einer Aufgabe sind nicht zu finden; der Hinweis über dem Zipper hilft weiter. Sie werden gebraucht, um die Antworten beider Netze zu vergleichen.</translation>
    </message>
    <message>
        <source>There are no test images of this task.</source>
        <translation>Für diese Aufgabe gibt es keine Testbilder.</translation>
    </message>
    <message>
        <source>The test images of this task have no labels: nobody knows which answers are right.</source>
        <translation>Die Testbilder dieser Aufgabe haben keine Labels: Niemand weiß, welche Antworten richtig sind.</translation>
    </message>
    <message>
        <source>The labels of this task can&apos;t be compared with the networks&apos; answers: %1</source>
        <translation>Die Klassen der Bilder dieser Aufgabe lassen sich nicht mit den Antworten der Netze vergleichen: %1</translation>
    </message>
    <message>
        <source>Nothing is merged yet: both networks answer the same. After the first step, this shows which images the merge lost and won.</source>
        <translation>Noch ist nichts verschmolzen: Beide Netze antworten dasselbe. Nach dem ersten Schritt ist hier zu sehen, welche Bilder das Verschmelzen verloren und gewonnen hat.</translation>
    </message>
    <message>
        <source>The answers could not be compared.</source>
        <translation>Die Antworten konnten nicht verglichen werden.</translation>
    </message>
    <message>
        <source>As soon as nothing else runs, %1 is compared; until then this is about %2.</source>
        <translation>Sobald nichts anderes läuft, wird %1 verglichen; bis dahin geht es hier um %2.</translation>
    </message>
    <message>
        <source>The answers are compared as soon as nothing else runs.</source>
        <translation>Die Antworten werden verglichen, sobald nichts anderes läuft.</translation>
    </message>
    <message>
        <source>Comparing answers</source>
        <translation>Antworten vergleichen</translation>
    </message>
    <message>
        <source>Comparing the answers after %1 (%2); until then this is about %3.</source>
        <translation>Die Antworten nach %1 werden verglichen (%2); bis dahin geht es hier um %3.</translation>
    </message>
    <message>
        <source>Comparing the answers of teacher and merged network (%1)</source>
        <translation>Die Antworten von Lehrer und verschmolzenem Netz werden verglichen (%1)</translation>
    </message>
</context>
<context>
    <name>zipper::ChangesPanel</name>
    <message>
        <source>Most changed cells</source>
        <translation>Am stärksten geänderte Zellen</translation>
    </message>
    <message>
        <source>Cells of the confusion matrix, those first whose number of images changed most</source>
        <translation>Zellen der Konfusionsmatrix, zuerst die, deren Bilderzahl sich am stärksten geändert hat</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>What changed in each class</source>
        <translation>Was sich in jeder Klasse geändert hat</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Konfusion</translation>
    </message>
    <message>
        <source>Which classes are taken for which</source>
        <translation>Welche Klassen für welche gehalten werden</translation>
    </message>
    <message>
        <source>Most changed</source>
        <translation>Stärkste Änderung</translation>
    </message>
    <message>
        <source>The cells of the confusion matrix that changed most</source>
        <translation>Die Zellen der Konfusionsmatrix, die sich am stärksten geändert haben</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>The task whose images are compared</source>
        <translation>Die Aufgabe, deren Bilder verglichen werden</translation>
    </message>
    <message>
        <source>No cell changed.</source>
        <translation>Keine Zelle hat sich geändert.</translation>
    </message>
    <message>
        <source>Teacher and merged network after %1</source>
        <comment>a step: layer 3</comment>
        <translation>Lehrer und verschmolzenes Netz nach: %1</translation>
    </message>
</context>
<context>
    <name>zipper::ChannelsPage</name>
    <message>
        <source>This layer was merged without an alignment: channel by channel in place.</source>
        <translation>Diese Schicht wurde ohne Ausrichtung verschmolzen: Kanal für Kanal am Platz.</translation>
    </message>
    <message>
        <source>As a step&apos;s alignment matched them.</source>
        <translation>Wie die Ausrichtung eines Schritts sie zugeordnet hat.</translation>
    </message>
    <message>
        <source>As they would share weights at least cost, by estimate: the layer isn&apos;t merged.</source>
        <translation>Wie sie nach der Schätzung am billigsten gemeinsame Gewichte hätten: Die Schicht ist nicht verschmolzen.</translation>
    </message>
    <message>
        <source>rank %1 of %2</source>
        <translation>Rang %1 von %2</translation>
    </message>
    <message>
        <source>The outputs of a head are the classes of its task: none corresponds to one of another.</source>
        <translation>Die Ausgänge eines Kopfes sind die Klassen seiner Aufgabe: Keiner entspricht einem der anderen.</translation>
    </message>
    <message>
        <source>pairs of channels</source>
        <translation>Kanalpaare</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n channel(s) of %2 change places.</source>
        <translation>
            <numerusform>%1 von %n Kanal von %2 wechselt den Platz.</numerusform>
            <numerusform>%1 von %n Kanälen von %2 wechseln den Platz.</numerusform>
        </translation>
    </message>
    <message>
        <source>channel %1 of %2</source>
        <translation>Kanal %1 von %2</translation>
    </message>
    <message>
        <source>merge estimate %1</source>
        <translation>Verschmelzschätzung %1</translation>
    </message>
    <message>
        <source>Which channels correspond isn&apos;t known: Run, Estimate Merge Costs works it out for layers 1 to %1, and a step with an alignment puts them in order.</source>
        <translation>Welche Kanäle einander entsprechen, ist nicht bekannt: Lauf, Verschmelzkosten schätzen ermittelt es für die Schichten 1 bis %1, und ein Schritt mit Ausrichtung bringt sie in Ordnung.</translation>
    </message>
    <message>
        <source>sorted estimates</source>
        <translation>Schätzungen sortiert</translation>
    </message>
    <message>
        <source>Which of these channels correspond isn&apos;t known: a step with an alignment puts them in order. Estimates are of the channels that the layer hands on.</source>
        <translation>Welche dieser Kanäle einander entsprechen, ist nicht bekannt: Ein Schritt mit Ausrichtung ordnet sie. Schätzungen gibt es von den Kanälen, die die Schicht weitergibt.</translation>
    </message>
</context>
<context>
    <name>zipper::ClassBars</name>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>A class per row, those that changed most first. The upper bar is the teacher&apos;s accuracy, the lower one that of the merged network.</source>
        <translation>Je Zeile eine Klasse, die am stärksten geänderten zuerst. Der obere Balken ist die Genauigkeit des Lehrers, der untere die des verschmolzenen Netzes.</translation>
    </message>
</context>
<context>
    <name>zipper::ClassDelegate</name>
    <message>
        <source>%1 → %2</source>
        <comment>accuracy of teacher, of merged network</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 lost, %2 won</source>
        <translation>%1 verloren, %2 gewonnen</translation>
    </message>
</context>
<context>
    <name>zipper::ClassesDialog</name>
    <message>
        <source>none: its images are left out</source>
        <translation>keiner: die Bilder entfallen</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>Ausgang %1</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es), matched by name</source>
        <translation>
            <numerusform>%n Klasse, nach Namen zugeordnet</numerusform>
            <numerusform>%n Klassen, nach Namen zugeordnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es), matched by number</source>
        <translation>
            <numerusform>%n Klasse, nach Nummern zugeordnet</numerusform>
            <numerusform>%n Klassen, nach Nummern zugeordnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es), matched as you said</source>
        <translation>
            <numerusform>%n Klasse, zugeordnet wie angegeben</numerusform>
            <numerusform>%n Klassen, zugeordnet wie angegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es), taken in order: the network&apos;s outputs have no names</source>
        <translation>
            <numerusform>%n Klasse, der Reihe nach: Die Ausgänge des Netzes haben keine Namen</numerusform>
            <numerusform>%n Klassen, der Reihe nach: Die Ausgänge des Netzes haben keine Namen</numerusform>
        </translation>
    </message>
    <message>
        <source>Classes of task %1</source>
        <translation>Klassen der Aufgabe %1</translation>
    </message>
    <message>
        <source>Which output of the network is each class of the images? A wrong one makes all figures wrong and trains on wrong labels. Double-click an output to change it.</source>
        <translation>Welcher Ausgang des Netzes gehört zu welcher Klasse der Bilder? Eine falsche Zuordnung verfälscht alle Zahlen und führt zum Training mit falschen Labels. Ein Doppelklick auf einen Ausgang ändert ihn.</translation>
    </message>
    <message>
        <source>Class of the images</source>
        <translation>Klasse der Bilder</translation>
    </message>
    <message>
        <source>Output of the network</source>
        <translation>Ausgang des Netzes</translation>
    </message>
    <message>
        <source>&amp;Match so</source>
        <translation>So &amp;zuordnen</translation>
    </message>
    <message>
        <source>By &amp;name</source>
        <translation>Nach &amp;Namen</translation>
    </message>
    <message>
        <source>Looks for the output of the same name; case, spaces and hyphens don&apos;t matter.</source>
        <translation>Sucht den Ausgang gleichen Namens; Groß- und Kleinschreibung, Leerzeichen und Bindestriche zählen nicht.</translation>
    </message>
    <message>
        <source>By &amp;position</source>
        <translation>Nach &amp;Reihenfolge</translation>
    </message>
    <message>
        <source>The first class is the first output, and so on.</source>
        <translation>Die erste Klasse gehört zum ersten Ausgang und so weiter.</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation>Aus &amp;Datei…</translation>
    </message>
    <message>
        <source>A text file with a line per class, “class = output”, or with a name per output of the network.</source>
        <translation>Eine Textdatei mit einer Zeile je Klasse, „Klasse = Ausgang“, oder mit einem Namen je Ausgang des Netzes.</translation>
    </message>
    <message>
        <source>Classes and outputs</source>
        <translation>Klassen und Ausgänge</translation>
    </message>
    <message>
        <source>Text files (*.txt *.csv *.tsv);;All files (*)</source>
        <translation>Textdateien (*.txt *.csv *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No class has an output: nothing would be left to be scored or trained on.</source>
        <translation>Keine Klasse hat einen Ausgang: Nichts bliebe zu bewerten oder zu trainieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es) without an output: all images of it are left out.</source>
        <translation>
            <numerusform>%n Klasse ohne Ausgang: Alle ihre Bilder bleiben außer Acht.</numerusform>
            <numerusform>%n Klassen ohne Ausgang: Alle ihre Bilder bleiben außer Acht.</numerusform>
        </translation>
    </message>
    <message>
        <source>A single class can be scored, but not trained on.</source>
        <translation>Eine einzige Klasse lässt sich bewerten, aber nicht trainieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n output(s) of several classes: these count as one class.</source>
        <translation>
            <numerusform>%n Ausgang mehrerer Klassen: Sie zählen als eine Klasse.</numerusform>
            <numerusform>%n Ausgänge mehrerer Klassen: Diese zählen jeweils als eine Klasse.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::CollapsibleSection</name>
    <message>
        <source>Shows or hides the settings below.</source>
        <translation>Zeigt oder verbirgt die Einstellungen darunter.</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>zipper::ColorBar</name>
    <message>
        <source>Colour scales</source>
        <translation>Farbskalen</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1: %2 bis %3</translation>
    </message>
    <message>
        <source>Scale ends: largest magnitude</source>
        <translation>Skalenenden: größter Betrag</translation>
    </message>
    <message>
        <source>Scale ends: 99.5th percentile; largest %1</source>
        <translation>Skalenenden: Perzentil 99.5; größter Betrag %1</translation>
    </message>
</context>
<context>
    <name>zipper::CompareDialog</name>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Ab&amp;brechen</translation>
    </message>
    <message>
        <source>&amp;Export Report…</source>
        <translation>Bericht &amp;exportieren…</translation>
    </message>
    <message>
        <source>Compare strategies</source>
        <translation>Strategien vergleichen</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Fortschritt des Vergleichs</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Close this window; a comparison that runs goes on</source>
        <translation>Dieses Fenster schließen; ein laufender Vergleich läuft weiter</translation>
    </message>
    <message>
        <source>Run all strategies one after another; the steps of the session stay as they are</source>
        <translation>Alle Strategien nacheinander laufen lassen; die Schritte der Sitzung bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Give up the run in progress; the session keeps the finished ones</source>
        <translation>Den laufenden Lauf aufgeben; die Sitzung behält die fertigen</translation>
    </message>
    <message>
        <source>Write a page, tables and the recipe of the shown runs into a folder</source>
        <translation>Eine Seite, Tabellen und das Rezept der gezeigten Läufe in einen Ordner schreiben</translation>
    </message>
</context>
<context>
    <name>zipper::CompareForm</name>
    <message>
        <source>Of calibration after each layer; 0 compares the initializations alone.</source>
        <translation>Der Kalibrierung nach jeder Schicht; 0 vergleicht nur die Initialisierungen.</translation>
    </message>
    <message>
        <source>End to end, after the last layer; 0: none.</source>
        <translation>Des ganzen Netzes, nach der letzten Schicht; 0: keine.</translation>
    </message>
    <message>
        <source>Training images of each task for alignment, least squares and the statistics of batch normalization. Few make a quick look; Fast and Paper take 1,024 and 2,048.</source>
        <translation>Trainingsbilder jeder Aufgabe für Ausrichtung, kleinste Quadrate und die Statistik der Batch-Normalisierung. Wenige genügen für einen schnellen Blick; Schnell und Paper nehmen 1.024 und 2.048.</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>Strategien</translation>
    </message>
    <message>
        <source>Initialization %1, alignment: %2</source>
        <translation>Initialisierung %1, Ausrichtung: %2</translation>
    </message>
    <message>
        <source>One network with a head per task, all other layers shared, trained directly from random weights for as many iterations: the baseline that no teacher helps.</source>
        <translation>Ein Netz mit einem Kopf je Aufgabe, in dem alle anderen Schichten gemeinsam sind, ebenso viele Iterationen lang unmittelbar aus zufälligen Gewichten trainiert: der Vergleichswert, dem kein Lehrer hilft.</translation>
    </message>
    <message>
        <source>naive: trained directly</source>
        <translation>naiv: unmittelbar trainiert</translation>
    </message>
    <message>
        <source>Each strategy runs once with each seed. The same seed means the same batches and the same calibration images for all strategies but the naive one.</source>
        <translation>Jede Strategie läuft einmal mit jedem Startwert. Derselbe Startwert bedeutet dieselben Batches und dieselben Kalibrierbilder für alle Strategien außer der naiven.</translation>
    </message>
    <message>
        <source>&amp;Iterations per layer:</source>
        <translation>&amp;Iterationen je Schicht:</translation>
    </message>
    <message>
        <source>&amp;Fine-tuning:</source>
        <translation>&amp;Feinabstimmung:</translation>
    </message>
    <message>
        <source>I&amp;mages:</source>
        <translation>Bil&amp;der:</translation>
    </message>
    <message>
        <source>At least one strategy is needed.</source>
        <translation>Mindestens eine Strategie ist nötig.</translation>
    </message>
    <message>
        <source>The recipe plans no layer.</source>
        <translation>Das Rezept plant keine Schicht.</translation>
    </message>
    <message>
        <source>Runs: %1 (strategies: %2, seeds: %3), each over layers %4 with the other settings of the recipe.</source>
        <translation>Läufe: %1 (Strategien: %2, Startwerte: %3), jeder über die Schichten %4 mit den übrigen Einstellungen des Rezepts.</translation>
    </message>
    <message>
        <source>Seeds: “%1” found, whole numbers from 0 to 18446744073709551615 expected.</source>
        <translation>Startwerte: „%1“ gefunden, ganze Zahlen von 0 bis 18446744073709551615 erwartet.</translation>
    </message>
    <message>
        <source>Seeds: %1 is named twice.</source>
        <translation>Startwerte: %1 ist zweimal genannt.</translation>
    </message>
    <message>
        <source>At least one seed is needed.</source>
        <translation>Mindestens ein Startwert ist nötig.</translation>
    </message>
    <message>
        <source>Same fits in all runs</source>
        <translation>Gleiche Anpassungen in allen Läufen</translation>
    </message>
    <message>
        <source>Depthwise kernels and heads are fitted, or not, as the recipe has it. Otherwise they are with least squares alone, and other initializations do without, as in the paper.</source>
        <translation>Depthwise-Kerne und Köpfe werden angepasst oder nicht, wie es im Rezept steht. Sonst werden sie nur bei kleinsten Quadraten angepasst, bei anderen Initialisierungen nicht, wie im Paper.</translation>
    </message>
    <message>
        <source>They don&apos;t differ in their initialization alone, but in these, too: %1.</source>
        <translation>Sie unterscheiden sich nicht nur in der Initialisierung, sondern auch hierin: %1.</translation>
    </message>
    <message>
        <source>See&amp;ds:</source>
        <translation>Start&amp;werte:</translation>
    </message>
    <message>
        <source>All together about %1.</source>
        <translation>Alle zusammen etwa %1.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>zipper::CompareLink</name>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>The strategies couldn&apos;t be compared.</source>
        <translation>Die Strategien konnten nicht verglichen werden.</translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation>Ordner für den Bericht</translation>
    </message>
    <message>
        <source>Comparing strategies</source>
        <translation>Strategien werden verglichen</translation>
    </message>
    <message>
        <source>Run %1 of %2: %3, seed %4</source>
        <translation>Lauf %1 von %2: %3, Startwert %4</translation>
    </message>
    <message>
        <source>Scoring the teachers</source>
        <translation>Die Lehrer werden bewertet</translation>
    </message>
    <message>
        <source>All runs are finished.</source>
        <translation>Alle Läufe sind fertig.</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 runs are finished.</source>
        <translation>Angehalten: %1 von %2 Läufen sind fertig.</translation>
    </message>
    <message>
        <source>The report couldn&apos;t be written.</source>
        <translation>Der Bericht konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1, layer %2</source>
        <translation>%1, Schicht %2</translation>
    </message>
    <message>
        <source>The session couldn&apos;t keep the comparison.</source>
        <translation>Die Sitzung konnte den Vergleich nicht aufbewahren.</translation>
    </message>
    <message>
        <source>The comparison couldn&apos;t get this name.</source>
        <translation>Der Vergleich konnte diesen Namen nicht bekommen.</translation>
    </message>
    <message>
        <source>Remove this comparison from the session?</source>
        <translation>Diesen Vergleich aus der Sitzung entfernen?</translation>
    </message>
    <message>
        <source>Its figures and curves are lost, unless a report of it was exported.</source>
        <translation>Seine Zahlen und Kurven gehen verloren, wenn kein Bericht davon exportiert wurde.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
</context>
<context>
    <name>zipper::ComparisonPlot</name>
    <message>
        <source>Strategies by iterations</source>
        <translation>Strategien nach Iterationen</translation>
    </message>
    <message>
        <source>iterations of the run</source>
        <translation>Iterationen des Laufs</translation>
    </message>
    <message>
        <source>The curves of the strategies appear here while they run.</source>
        <translation>Hier erscheinen die Kurven der Strategien, während sie laufen.</translation>
    </message>
    <message>
        <source>Mean top-1</source>
        <translation>Mittleres Top-1</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Shown quantity</source>
        <translation>Gezeigte Größe</translation>
    </message>
    <message>
        <source>Mean top-1 of the tasks on the test images after each step, or the total loss of each iteration, smoothed. The loss of the naive baseline is its cross entropy alone.</source>
        <translation>Mittleres Top-1 der Aufgaben auf den Testbildern nach jedem Schritt, oder der geglättete Gesamtverlust jeder Iteration. Der Verlust des naiven Vergleichswerts ist nur seine Kreuzentropie.</translation>
    </message>
    <message>
        <source>mean top-1, %</source>
        <translation>mittleres Top-1, %</translation>
    </message>
    <message>
        <source>loss, smoothed</source>
        <translation>Verlust, geglättet</translation>
    </message>
    <message>
        <source>Show or hide this strategy, a line for each seed</source>
        <translation>Diese Strategie zeigen oder verbergen, eine Linie je Startwert</translation>
    </message>
    <message>
        <source>Iteration %1</source>
        <translation>Iteration %1</translation>
    </message>
    <message>
        <source>mean top-1</source>
        <translation>mittleres Top-1</translation>
    </message>
    <message>
        <source>merged layers</source>
        <translation>verschmolzene Schichten</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1, Startwert %2</translation>
    </message>
    <message>
        <source>Left and Right show the values at earlier and later iterations, Escape hides them.</source>
        <translation>Links und Rechts zeigen die Werte bei früheren und späteren Iterationen, Escape blendet sie aus.</translation>
    </message>
    <message>
        <source>teachers %1</source>
        <translation>Lehrer %1</translation>
    </message>
</context>
<context>
    <name>zipper::ComparisonTable</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Mean top-1</source>
        <translation>Mittleres Top-1</translation>
    </message>
    <message>
        <source>At the end of the run, on the test images.</source>
        <translation>Am Ende des Laufs, auf den Testbildern.</translation>
    </message>
    <message>
        <source>Top-1 %1</source>
        <translation>Top-1 %1</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Within 1 point</source>
        <translation>Auf 1 Punkt</translation>
    </message>
    <message>
        <source>Within 2 points</source>
        <translation>Auf 2 Punkte</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Of the mean top-1 to that of the teachers.</source>
        <translation>Des mittleren Top-1 zu dem der Lehrer.</translation>
    </message>
    <message>
        <source>Iterations and time until all layers were merged and the mean top-1 was at most 1 point below the teachers&apos;.</source>
        <translation>Iterationen und Zeit, bis alle Schichten verschmolzen waren und das mittlere Top-1 höchstens 1 Punkt unter dem der Lehrer lag.</translation>
    </message>
    <message>
        <source>Iterations and time until all layers were merged and the mean top-1 was at most 2 points below the teachers&apos;.</source>
        <translation>Iterationen und Zeit, bis alle Schichten verschmolzen waren und das mittlere Top-1 höchstens 2 Punkte unter dem der Lehrer lag.</translation>
    </message>
    <message>
        <source>Of the whole run.</source>
        <translation>Des ganzen Laufs.</translation>
    </message>
    <message>
        <source>Of the whole run, evaluation included.</source>
        <translation>Des ganzen Laufs, mit Bewertung.</translation>
    </message>
    <message>
        <source>teachers</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Besides</source>
        <translation>Außerdem</translation>
    </message>
    <message>
        <source>What the run&apos;s layers started from besides the initialization. Runs differ in their initialization alone only where this is the same.</source>
        <translation>Womit die Schichten des Laufs außer der Initialisierung begannen. Nur wo dies gleich ist, unterscheiden sich Läufe allein in der Initialisierung.</translation>
    </message>
</context>
<context>
    <name>zipper::ConfusionPage</name>
    <message>
        <source>A row for what an image is, a column for what the network answers. Enter or a click shows the images behind a cell; Ctrl and the wheel, + and − change the size, 0 shows all.</source>
        <translation>Eine Zeile für das, was ein Bild ist, eine Spalte für das, was das Netz antwortet. Eingabe oder ein Klick zeigt die Bilder hinter einer Zelle; Strg und das Rad, + und − ändern die Größe, 0 zeigt alles.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Verschmolzen</translation>
    </message>
    <message>
        <source>Share of the row</source>
        <translation>Anteil an der Zeile</translation>
    </message>
    <message>
        <source>%1 classes are too many for a matrix that one can look at. “Most changed” lists the cells that differ.</source>
        <translation>%1 Klassen sind zu viele für eine Matrix, die man ansehen kann. „Stärkste Änderung“ führt die Zellen auf, die sich unterscheiden.</translation>
    </message>
    <message>
        <source>Change for the worse, images</source>
        <translation>Änderung zum Schlechteren, Bilder</translation>
    </message>
</context>
<context>
    <name>zipper::ConfusionView</name>
    <message numerus="yes">
        <source>%Ln class(es); a row for each label, a column for each answer.</source>
        <translation>
            <numerusform>%Ln Klasse; eine Zeile für jedes Label, eine Spalte für jede Antwort.</numerusform>
            <numerusform>%Ln Klassen; eine Zeile für jedes Label, eine Spalte für jede Antwort.</numerusform>
        </translation>
    </message>
    <message>
        <source>No cell changed.</source>
        <translation>Keine Zelle hat sich geändert.</translation>
    </message>
    <message>
        <source>Changed most: %1.</source>
        <translation>Am meisten geändert: %1.</translation>
    </message>
    <message>
        <source>Confusion matrix of the teacher</source>
        <translation>Konfusionsmatrix des Lehrers</translation>
    </message>
    <message>
        <source>Confusion matrix of the merged network</source>
        <translation>Konfusionsmatrix des verschmolzenen Netzes</translation>
    </message>
    <message>
        <source>Difference of the confusion matrices</source>
        <translation>Unterschied der Konfusionsmatrizen</translation>
    </message>
</context>
<context>
    <name>zipper::ConventionsDialog</name>
    <message>
        <source>Conventions of model %1</source>
        <translation>Konventionen von Modell %1</translation>
    </message>
    <message>
        <source>What weights don&apos;t tell. An empty field keeps what was read.</source>
        <translation>Was Gewichte nicht verraten. Ein leeres Feld lässt, was gelesen wurde.</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>&amp;Neu lesen</translation>
    </message>
    <message>
        <source>Reads the model once more with these conventions.</source>
        <translation>Liest das Modell noch einmal mit diesen Konventionen.</translation>
    </message>
    <message>
        <source>&amp;All as read</source>
        <translation>&amp;Alles wie gelesen</translation>
    </message>
    <message>
        <source>Empties all fields.</source>
        <translation>Leert alle Felder.</translation>
    </message>
    <message>
        <source>as read: %1</source>
        <translation>wie gelesen: %1</translation>
    </message>
    <message>
        <source>Input size</source>
        <translation>Eingabegröße</translation>
    </message>
    <message>
        <source>Height and width of the images that the network was trained on.</source>
        <translation>Höhe und Breite der Bilder, mit denen das Netz trainiert wurde.</translation>
    </message>
    <message>
        <source>Channel order</source>
        <translation>Reihenfolge der Kanäle</translation>
    </message>
    <message>
        <source>Networks that were trained with OpenCV or Caffe often expect BGR.</source>
        <translation>Netze, die mit OpenCV oder Caffe trainiert wurden, erwarten oft BGR.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Subtracted from pixels between 0 and 1: one number, or one per channel.</source>
        <translation>Wird von Pixeln zwischen 0 und 1 abgezogen: eine Zahl oder eine je Kanal.</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>By which they are divided then: one number, or one per channel.</source>
        <translation>Dadurch werden sie dann geteilt: eine Zahl oder eine je Kanal.</translation>
    </message>
    <message>
        <source>Stem stride</source>
        <translation>Schrittweite des Stamms</translation>
    </message>
    <message>
        <source>2 in the paper on MobileNets; 1 in many networks for images of 32×32.</source>
        <translation>2 in der Arbeit über MobileNets; 1 in vielen Netzen für Bilder von 32×32.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>What follows each batch normalization.</source>
        <translation>Was auf jede Batch-Normalisierung folgt.</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Auffüllung</translation>
    </message>
    <message>
        <source>Where convolutions of stride 2 put the zeros around an image.</source>
        <translation>Wo Faltungen der Schrittweite 2 die Nullen um ein Bild setzen.</translation>
    </message>
    <message>
        <source>BN ε</source>
        <translation>BN ε</translation>
    </message>
    <message>
        <source>What batch normalization adds to a variance before its root is taken.</source>
        <translation>Was die Batch-Normalisierung zu einer Varianz addiert, bevor die Wurzel gezogen wird.</translation>
    </message>
    <message>
        <source>Class offset</source>
        <translation>Klassenversatz</translation>
    </message>
    <message>
        <source>Number of the first output that is a class of the data: 1 behind a background class.</source>
        <translation>Nummer des ersten Ausgangs, der eine Klasse der Daten ist: 1 hinter einer Hintergrundklasse.</translation>
    </message>
    <message>
        <source>Part of the file</source>
        <translation>Teil der Datei</translation>
    </message>
    <message>
        <source>Which of several networks: what its names begin with, or its task. Empty if there is one.</source>
        <translation>Welches von mehreren Netzen: womit seine Namen beginnen, oder seine Aufgabe. Leer, wenn es nur eines gibt.</translation>
    </message>
    <message>
        <source>Moving averages of the weights</source>
        <translation>Gleitende Mittel der Gewichte</translation>
    </message>
    <message>
        <source>Takes the averages that some checkpoints hold beside the weights.</source>
        <translation>Nimmt die Mittel, die manche Checkpoints neben den Gewichten enthalten.</translation>
    </message>
    <message>
        <source>a whole number expected</source>
        <translation>eine ganze Zahl erwartet</translation>
    </message>
    <message>
        <source>a number such as 0.001 expected</source>
        <translation>eine Zahl wie 0.001 erwartet</translation>
    </message>
    <message>
        <source>numbers such as 0.5, or 0.485 0.456 0.406, expected</source>
        <translation>Zahlen wie 0.5 oder 0.485 0.456 0.406 erwartet</translation>
    </message>
    <message>
        <source>What follows batch normalization in the layers that have no hard swish.</source>
        <translation>Was in den Schichten ohne Hard-Swish auf die Batch-Normalisierung folgt.</translation>
    </message>
</context>
<context>
    <name>zipper::CurvesPanel</name>
    <message>
        <source>Calibration curves</source>
        <translation>Kalibrierungskurven</translation>
    </message>
    <message>
        <source>Logarithmic axis of the losses</source>
        <translation>Logarithmische Achse der Verluste</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Keep the newest iteration in view; a double-click fits everything</source>
        <translation>Die neueste Iteration im Blick behalten; ein Doppelklick passt alles ein</translation>
    </message>
    <message>
        <source>Rate &amp;&amp; top-1</source>
        <translation>Rate &amp;&amp; Top-1</translation>
    </message>
    <message>
        <source>Show the plot of learning rate and top-1</source>
        <translation>Das Diagramm von Lernrate und Top-1 zeigen</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>Log-Skala</translation>
    </message>
</context>
<context>
    <name>zipper::DeviceRow</name>
    <message>
        <source>%1, %2 of %3 free</source>
        <translation>%1, %2 von %3 frei</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>%1, not there</source>
        <translation>%1, nicht vorhanden</translation>
    </message>
</context>
<context>
    <name>zipper::DistributionsPage</name>
    <message>
        <source>Show the shares on a logarithmic scale: rare values become visible</source>
        <translation>Die Anteile logarithmisch zeigen: seltene Werte werden sichtbar</translation>
    </message>
    <message>
        <source>This layer has no weights.</source>
        <translation>Diese Schicht hat keine Gewichte.</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>Log-Skala</translation>
    </message>
</context>
<context>
    <name>zipper::DraftController</name>
    <message>
        <source>Model %1 can&apos;t be used.</source>
        <translation>Modell %1 ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Data %1 can&apos;t be used.</source>
        <translation>Daten %1 sind nicht verwendbar.</translation>
    </message>
    <message>
        <source>Model and data %1 don&apos;t fit together.</source>
        <translation>Modell und Daten %1 passen nicht zusammen.</translation>
    </message>
    <message>
        <source>Task %1: %2</source>
        <translation>Aufgabe %1: %2</translation>
    </message>
    <message>
        <source>What was dropped can&apos;t be used.</source>
        <translation>Das Abgelegte ist nicht verwendbar.</translation>
    </message>
</context>
<context>
    <name>zipper::DrawingCanvas</name>
    <message>
        <source>Drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <source>Draw with the mouse or a pen. With the keyboard: Space lowers and lifts the pen, the arrow keys move it, Delete clears.</source>
        <translation>Mit der Maus oder einem Stift zeichnen. Mit der Tastatur: Die Leertaste senkt und hebt den Stift, die Pfeiltasten bewegen ihn, Entf löscht alles.</translation>
    </message>
    <message>
        <source>The pen draws.</source>
        <translation>Der Stift zeichnet.</translation>
    </message>
    <message>
        <source>The pen is lifted.</source>
        <translation>Der Stift ist gehoben.</translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation>Hier zeichnen</translation>
    </message>
    <message>
        <source>Nothing is drawn.</source>
        <translation>Es ist nichts gezeichnet.</translation>
    </message>
    <message>
        <source>Something is drawn.</source>
        <translation>Es ist etwas gezeichnet.</translation>
    </message>
</context>
<context>
    <name>zipper::ErrorsLink</name>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Which images are right here and wrong beside, and the other way</source>
        <translation>Welche Bilder hier richtig und daneben falsch sind, und umgekehrt</translation>
    </message>
    <message>
        <source>Open models and their data to see what they get wrong.</source>
        <translation>Modelle und ihre Daten öffnen, um zu sehen, was sie falsch machen.</translation>
    </message>
    <message>
        <source>Nothing is merged yet. With two steps or more, this compares what is right at one and wrong at another.</source>
        <translation>Noch ist nichts verschmolzen. Ab zwei Schritten wird hier verglichen, was bei einem richtig und beim anderen falsch ist.</translation>
    </message>
    <message>
        <source>Choose a step above, at Beside, or in the history&apos;s menu: this then shows which images are right here and wrong there, and the other way.</source>
        <translation>Oben bei „Daneben“ oder im Menü des Verlaufs einen Schritt wählen: Dann steht hier, welche Bilder hier richtig und dort falsch sind, und umgekehrt.</translation>
    </message>
    <message>
        <source>The session stands at the step that was chosen: choose another one.</source>
        <translation>Die Sitzung steht bei dem gewählten Schritt: Bitte einen anderen wählen.</translation>
    </message>
    <message>
        <source>The answers could not be compared.</source>
        <translation>Die Antworten konnten nicht verglichen werden.</translation>
    </message>
    <message>
        <source>Comparing the answers of both (%1)</source>
        <translation>Die Antworten beider werden verglichen (%1)</translation>
    </message>
    <message>
        <source>The answers are compared as soon as nothing else runs.</source>
        <translation>Die Antworten werden verglichen, sobald nichts anderes läuft.</translation>
    </message>
    <message>
        <source>Comparing answers</source>
        <translation>Antworten vergleichen</translation>
    </message>
</context>
<context>
    <name>zipper::ErrorsPage</name>
    <message numerus="yes">
        <source>%Ln test image(s)</source>
        <translation>
            <numerusform>%Ln Testbild</numerusform>
            <numerusform>%Ln Testbildern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 right here only</source>
        <translation>%1 nur hier richtig</translation>
    </message>
    <message>
        <source>%1 right beside only</source>
        <translation>%1 nur daneben richtig</translation>
    </message>
    <message>
        <source>%1 right in both</source>
        <translation>%1 in beiden richtig</translation>
    </message>
    <message>
        <source>%1 wrong in both</source>
        <translation>%1 in beiden falsch</translation>
    </message>
    <message>
        <source>Show the images that are right where the session stands and wrong beside</source>
        <translation>Die Bilder zeigen, die richtig sind, wo die Sitzung steht, und daneben falsch</translation>
    </message>
    <message>
        <source>Show the images that are right beside and wrong where the session stands</source>
        <translation>Die Bilder zeigen, die daneben richtig sind und falsch, wo die Sitzung steht</translation>
    </message>
    <message>
        <source>Show the images that are right in both</source>
        <translation>Die Bilder zeigen, die in beiden richtig sind</translation>
    </message>
    <message>
        <source>Show the images that are wrong in both</source>
        <translation>Die Bilder zeigen, die in beiden falsch sind</translation>
    </message>
    <message>
        <source>No image is right in one of them and wrong in the other.</source>
        <translation>Kein Bild ist in einem richtig und im anderen falsch.</translation>
    </message>
    <message>
        <source>%1 right here only, %2 beside only.</source>
        <translation>%1 nur hier richtig, %2 nur daneben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Here: of %1 %2 right: %3 (95 % interval: %4 to %5).</source>
        <translation>Hier: von %1 %2 richtig: %3 (95-%-Intervall: %4 bis %5).</translation>
    </message>
    <message>
        <source>Beside: of %1 %2 right: %3 (95 % interval: %4 to %5).</source>
        <translation>Daneben: von %1 %2 richtig: %3 (95-%-Intervall: %4 bis %5).</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
</context>
<context>
    <name>zipper::ExplainPanel</name>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>What the current step does, and why, in a few sentences.</source>
        <translation>Was der laufende Schritt tut und warum, in wenigen Sätzen.</translation>
    </message>
</context>
<context>
    <name>zipper::ExportDialog</name>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Choose the name of the file and write it</source>
        <translation>Den Namen der Datei wählen und sie schreiben</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Ab&amp;brechen</translation>
    </message>
    <message>
        <source>Give up the export in progress; nothing is written</source>
        <translation>Den laufenden Export aufgeben; geschrieben wird nichts</translation>
    </message>
    <message>
        <source>Export merged model</source>
        <translation>Verschmolzenes Modell exportieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Close this window; an export in progress goes on</source>
        <translation>Dieses Fenster schließen; ein laufender Export geht weiter</translation>
    </message>
    <message>
        <source>Being measured …</source>
        <translation>Wird gemessen …</translation>
    </message>
    <message>
        <source>Nothing is measured while something else runs.</source>
        <translation>Solange etwas anderes läuft, wird nichts gemessen.</translation>
    </message>
    <message>
        <source>An export is in progress.</source>
        <translation>Ein Export läuft.</translation>
    </message>
    <message>
        <source>Nothing can be exported while something else runs.</source>
        <translation>Solange etwas anderes läuft, kann nichts exportiert werden.</translation>
    </message>
</context>
<context>
    <name>zipper::ExportForm</name>
    <message>
        <source>The formats that the target can read, the recommended one first</source>
        <translation>Die Formate, die das Ziel lesen kann, das empfohlene zuerst</translation>
    </message>
    <message>
        <source>What the numbers in the file are</source>
        <translation>Was für Zahlen in der Datei stehen</translation>
    </message>
    <message>
        <source>What tasks share is in a file of all tasks only once</source>
        <translation>Was Aufgaben gemeinsam haben, steht in einer Datei aller Aufgaben nur einmal</translation>
    </message>
    <message>
        <source>Soft&amp;max at the end</source>
        <translation>Soft&amp;max am Ende</translation>
    </message>
    <message>
        <source>&amp;Images…</source>
        <translation>Bil&amp;der…</translation>
    </message>
    <message>
        <source>Outputs are probabilities of the classes, which add up to 1, instead of logits</source>
        <translation>Ausgänge sind Wahrscheinlichkeiten der Klassen, deren Summe 1 ist, statt Logits</translation>
    </message>
    <message>
        <source>Where it will run</source>
        <translation>Wo es laufen wird</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>Choose a folder of images like those that the network will see, to find the ranges on</source>
        <translation>Einen Ordner mit Bildern wählen, wie sie das Netz sehen wird, um an ihnen die Wertebereiche zu finden</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>&amp;Precision:</source>
        <translation>&amp;Zahlen:</translation>
    </message>
    <message>
        <source>&amp;Tasks:</source>
        <translation>&amp;Aufgaben:</translation>
    </message>
    <message>
        <source>Names of inputs and outputs</source>
        <translation>Namen der Ein- und Ausgänge</translation>
    </message>
    <message>
        <source>All tasks in one file</source>
        <translation>Alle Aufgaben in einer Datei</translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation>%1 allein</translation>
    </message>
    <message>
        <source>The ranges of the maps are found on images of this folder, at most %1: %2</source>
        <translation>Die Wertebereiche der Merkmalskarten werden an Bildern dieses Ordners gefunden, an höchstens %1: %2</translation>
    </message>
    <message>
        <source>No session is open.</source>
        <translation>Keine Sitzung ist offen.</translation>
    </message>
    <message>
        <source>8-bit integers need training images to find the ranges of the maps, and the images of the tasks aren&apos;t open.</source>
        <translation>Ganze Zahlen mit 8 Bit brauchen Trainingsbilder, an denen die Wertebereiche der Merkmalskarten gefunden werden, und die Bilder der Aufgaben sind nicht offen.</translation>
    </message>
    <message>
        <source>16-bit numbers, half the size</source>
        <translation>Zahlen mit 16 Bit, halbe Größe</translation>
    </message>
    <message>
        <source>8-bit integers, a quarter of the size</source>
        <translation>Ganze Zahlen mit 8 Bit, ein Viertel der Größe</translation>
    </message>
    <message>
        <source>32-bit numbers, as trained</source>
        <translation>Zahlen mit 32 Bit, wie trainiert</translation>
    </message>
    <message>
        <source>Weights are rounded; what the network computes stays in 32-bit numbers.</source>
        <translation>Gewichte werden gerundet; gerechnet wird weiter mit 32 Bit.</translation>
    </message>
    <message>
        <source>The ranges of the maps are found on training images, %1 of each task. Accuracy is measured on the test images, and shown beside that of the network.</source>
        <translation>Die Wertebereiche der Merkmalskarten werden an Trainingsbildern gefunden, %1 je Aufgabe. Die Genauigkeit wird an den Testbildern gemessen und neben der des Netzes gezeigt.</translation>
    </message>
</context>
<context>
    <name>zipper::ExportLink</name>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Abgebrochen. Geschrieben wurde nichts.</translation>
    </message>
    <message>
        <source>Folder with images to find the ranges on</source>
        <translation>Ordner mit Bildern, an denen die Wertebereiche gefunden werden</translation>
    </message>
    <message>
        <source>Folder for the program</source>
        <translation>Ordner für das Programm</translation>
    </message>
    <message>
        <source>The program couldn&apos;t be written.</source>
        <translation>Das Programm konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Export merged model</source>
        <translation>Verschmolzenes Modell exportieren</translation>
    </message>
</context>
<context>
    <name>zipper::ExportPanel</name>
    <message>
        <source>%1 instead of %2, which the separate networks take in this format</source>
        <translation>%1 statt %2, die die einzelnen Netze in diesem Format brauchen</translation>
    </message>
    <message>
        <source>%1 for all tasks on one image, the trunk once; separate networks: %2</source>
        <translation>%1 für alle Aufgaben an einem Bild, der Rumpf einmal; einzelne Netze: %2</translation>
    </message>
    <message>
        <source>%1 for all tasks, an image each; separate networks: %2</source>
        <translation>%1 für alle Aufgaben, je ein Bild; einzelne Netze: %2</translation>
    </message>
    <message>
        <source>The size is that of a file that was written and removed. The time is that of this program on this machine, threads: %1; it computes in float32 whatever numbers the file holds. Other programs take other times.</source>
        <translation>Die Größe ist die einer Datei, die geschrieben und wieder entfernt wurde. Die Zeit ist die dieses Programms auf diesem Rechner, Threads: %1; es rechnet in float32, welche Zahlen auch in der Datei stehen. Andere Programme brauchen andere Zeiten.</translation>
    </message>
    <message>
        <source>&amp;Show in Folder</source>
        <translation>Im Ordner zei&amp;gen</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Größe:</translation>
    </message>
    <message>
        <source>Time of one image:</source>
        <translation>Zeit für ein Bild:</translation>
    </message>
    <message>
        <source>Files:</source>
        <translation>Dateien:</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Open the folder that the file was written to</source>
        <translation>Den Ordner öffnen, in den die Datei geschrieben wurde</translation>
    </message>
    <message numerus="yes">
        <source>read back and run on %n image(s) per task, largest relative difference %1</source>
        <translation>
            <numerusform>zurückgelesen und mit %n Bild je Aufgabe ausgeführt, größte relative Abweichung %1</numerusform>
            <numerusform>zurückgelesen und mit %n Bildern je Aufgabe ausgeführt, größte relative Abweichung %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Task %1: top-1 of the file %2, of the network %3, on %4 test images.</source>
        <translation>Aufgabe %1: Top-1 der Datei %2, des Netzes %3, an %4 Testbildern.</translation>
    </message>
    <message>
        <source>Written: %1 (%2).</source>
        <translation>Geschrieben: %1 (%2).</translation>
    </message>
    <message numerus="yes">
        <source>Read back and run on %n image(s) per task: largest relative difference %1.</source>
        <translation>
            <numerusform>Zurückgelesen und mit %n Bild je Aufgabe ausgeführt: größte relative Abweichung %1.</numerusform>
            <numerusform>Zurückgelesen und mit %n Bildern je Aufgabe ausgeführt: größte relative Abweichung %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rounded numbers change its outputs by at most %1 of the largest.</source>
        <translation>Die Rundung ändert die Ausgaben um höchstens %1 der größten.</translation>
    </message>
    <message>
        <source>Written beside it: %1.</source>
        <translation>Daneben geschrieben: %1.</translation>
    </message>
    <message>
        <source>Task %1: the same class in integers as before on %2 of %3 images.</source>
        <translation>Aufgabe %1: dieselbe Klasse mit ganzen Zahlen wie zuvor bei %2 von %3 Bildern.</translation>
    </message>
    <message>
        <source>Times are medians; in brackets stand the shortest and the longest that were measured.</source>
        <translation>Zeiten sind Mediane; in Klammern stehen die kürzeste und die längste gemessene.</translation>
    </message>
</context>
<context>
    <name>zipper::FeatureMapsPage</name>
    <message>
        <source>Feature maps</source>
        <translation>Merkmalskarten</translation>
    </message>
    <message>
        <source>Select a layer.</source>
        <translation>Eine Schicht wählen.</translation>
    </message>
    <message>
        <source>Feature maps are those behind a pointwise convolution: select one of the layers 1 to %1.</source>
        <translation>Gezeigt werden die Merkmalskarten hinter einer pointwise-Faltung: eine der Schichten 1 bis %1 wählen.</translation>
    </message>
    <message>
        <source>The feature maps could not be computed.</source>
        <translation>Die Merkmalskarten konnten nicht berechnet werden.</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>verschmolzen</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>merged − teacher</source>
        <translation>verschmolzen − Lehrer</translation>
    </message>
    <message>
        <source>There are no test images of this task: its data set has none, or isn&apos;t open because images can&apos;t be found. Open an image, or see the notices above the zipper.</source>
        <translation>Es gibt keine Testbilder dieser Aufgabe: Ihr Datensatz hat keine, oder er ist nicht geöffnet, weil Bilder fehlen. Ein Bild öffnen, oder die Hinweise über dem Reißverschluss ansehen.</translation>
    </message>
    <message>
        <source>Open models and their data to see what an image looks like inside them.</source>
        <translation>Modelle und ihre Daten öffnen, um zu sehen, wie ein Bild in ihnen aussieht.</translation>
    </message>
    <message>
        <source>Running the image through teacher and merged network…</source>
        <translation>Das Bild läuft durch Lehrer und verschmolzenes Netz…</translation>
    </message>
    <message>
        <source>Feature maps are what a layer hands on, of a block behind the addition: select one of the layers 1 to %1.</source>
        <translation>Gezeigt werden die Merkmalskarten, die eine Schicht weitergibt, bei einem Block die hinter der Addition: eine der Schichten 1 bis %1 wählen.</translation>
    </message>
    <message>
        <source>%1 (channels in another order beside)</source>
        <translation>%1 (Kanäle daneben in anderer Reihenfolge)</translation>
    </message>
</context>
<context>
    <name>zipper::FigureWriter</name>
    <message>
        <source>Writing the figures</source>
        <translation>Abbildungen werden geschrieben</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Ab&amp;brechen</translation>
    </message>
</context>
<context>
    <name>zipper::FileLine</name>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
</context>
<context>
    <name>zipper::FoldLine</name>
    <message>
        <source>Summary: %1</source>
        <translation>Zusammenfassung: %1</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>entfaltet</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>gefaltet</translation>
    </message>
    <message>
        <source>Click to fold the summary to this line.</source>
        <translation>Klicken, um die Zusammenfassung zu dieser Zeile zu falten.</translation>
    </message>
    <message>
        <source>Click to unfold the summary.</source>
        <translation>Klicken, um die Zusammenfassung zu entfalten.</translation>
    </message>
</context>
<context>
    <name>zipper::FormatsDialog</name>
    <message>
        <source>File formats</source>
        <translation>Dateiformate</translation>
    </message>
</context>
<context>
    <name>zipper::GalleryDelegate</name>
    <message>
        <source>can&apos;t be read</source>
        <translation>lässt sich nicht lesen</translation>
    </message>
</context>
<context>
    <name>zipper::GalleryModel</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiteres</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::GalleryPage</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is shown: how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::GradCamView</name>
    <message>
        <source>Where the networks look</source>
        <translation>Wohin die Netze schauen</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>verschmolzen</translation>
    </message>
    <message>
        <source>Strongest: teacher %1, merged network %2</source>
        <translation>Am stärksten: Lehrer %1, verschmolzenes Netz %2</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>nirgends</translation>
    </message>
    <message>
        <source>at row %1 of %2, column %3 of %4</source>
        <translation>in Zeile %1 von %2, Spalte %3 von %4</translation>
    </message>
    <message>
        <source>Grad-CAM: the brighter a place, the more it speaks for the class. Both maps have the same scale. “No place”: nothing in the picture speaks for the class in that network.</source>
        <translation>Grad-CAM: Je heller eine Stelle, desto mehr spricht sie für die Klasse. Beide Karten haben dieselbe Skala. „Keine Stelle“: Nichts im Bild spricht in diesem Netz für die Klasse.</translation>
    </message>
    <message>
        <source>%1: no place</source>
        <comment>speaks for the class</comment>
        <translation>%1: keine Stelle</translation>
    </message>
</context>
<context>
    <name>zipper::GuessChart</name>
    <message>
        <source>Change of accuracy by layer</source>
        <translation>Änderung der Genauigkeit je Schicht</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Layer %1: %2</source>
        <translation>Schicht %1: %2</translation>
    </message>
    <message>
        <source>%1, your guess</source>
        <translation>%1, Ihr Tipp</translation>
    </message>
    <message>
        <source>%1, the largest loss</source>
        <translation>%1, der größte Verlust</translation>
    </message>
    <message>
        <source>Change of top-1 by layer, in points (▲ your guess)</source>
        <translation>Änderung der Top-1 je Schicht, in Punkten (▲ Ihr Tipp)</translation>
    </message>
</context>
<context>
    <name>zipper::GuessDialog</name>
    <message>
        <source>Guess First</source>
        <translation>Zuerst raten</translation>
    </message>
    <message>
        <source>Merging which layer will hurt most? Choose one here or click it in the zipper, then run the merge: the answer is shown when it has ended.</source>
        <translation>Welche Schicht zu verschmelzen schadet am meisten? Wählen Sie eine hier oder klicken Sie sie im Zipper an, und verschmelzen Sie dann: Die Antwort kommt, wenn alles verschmolzen ist.</translation>
    </message>
</context>
<context>
    <name>zipper::GuessForm</name>
    <message>
        <source>That&apos;s my guess</source>
        <translation>Das rate ich</translation>
    </message>
    <message>
        <source>Layer that hurts most</source>
        <translation>Schicht, die am meisten schadet</translation>
    </message>
    <message>
        <source>The layers that will be merged. A click on a layer of the zipper chooses it, too.</source>
        <translation>Die Schichten, die verschmolzen werden. Ein Klick auf eine Schicht des Zippers wählt sie ebenfalls.</translation>
    </message>
    <message>
        <source>Keeps the guess. The answer is shown when the layers are merged.</source>
        <translation>Merkt sich das Geratene. Die Antwort kommt, wenn die Schichten verschmolzen sind.</translation>
    </message>
    <message>
        <source>Choose a layer</source>
        <translation>Eine Schicht wählen</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
</context>
<context>
    <name>zipper::HandbookWindow</name>
    <message>
        <source>Back to the page before</source>
        <translation>Zurück zur vorigen Seite</translation>
    </message>
    <message>
        <source>Forward to the page after</source>
        <translation>Vor zur nächsten Seite</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Page of the handbook</source>
        <translation>Seite des Handbuchs</translation>
    </message>
    <message>
        <source>Search all pages</source>
        <translation>Alle Seiten durchsuchen</translation>
    </message>
    <message>
        <source>No page has all of these words.</source>
        <translation>Keine Seite enthält alle diese Wörter.</translation>
    </message>
    <message>
        <source>Open this address in your browser?</source>
        <translation>Diese Adresse im Browser öffnen?</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
</context>
<context>
    <name>zipper::HeatMapView</name>
    <message>
        <source>Weight matrices</source>
        <translation>Gewichtsmatrizen</translation>
    </message>
    <message>
        <source>Every matrix has a row per output channel and a column per input channel. The wheel zooms about the cursor, dragging moves the picture, a double click or 0 shows everything; all pictures move together. Point at a cell, or move the cursor with the arrow keys, to read its values; + and − zoom.</source>
        <translation>Jede Matrix hat eine Zeile je Ausgangskanal und eine Spalte je Eingangskanal. Das Mausrad zoomt um den Mauszeiger, Ziehen verschiebt das Bild, Doppelklick oder 0 zeigt alles; alle Bilder bewegen sich gemeinsam. Auf eine Zelle zeigen oder den Cursor mit den Pfeiltasten bewegen, um ihre Werte abzulesen; + und − zoomen.</translation>
    </message>
    <message>
        <source>output %1, input %2</source>
        <translation>Ausgang %1, Eingang %2</translation>
    </message>
</context>
<context>
    <name>zipper::HelpLink</name>
    <message>
        <source>Here it is chosen what is merged: the sample, a saved session, or a network and its images for each task.</source>
        <translation>Hier wird gewählt, was verschmolzen wird: das Beispiel, eine gespeicherte Sitzung oder für jede Aufgabe ein Netz und seine Bilder.</translation>
    </message>
    <message>
        <source>Notices say what must be known before a figure is believed, and offer what helps.</source>
        <translation>Hinweise sagen, was man wissen muss, bevor man einer Zahl glaubt, und bieten an, was hilft.</translation>
    </message>
    <message>
        <source>What the program does now, how far it has got, and how long it will take.</source>
        <translation>Was das Programm gerade tut, wie weit es ist und wie lange es noch dauert.</translation>
    </message>
    <message>
        <source>All settings of the merge: how layers are initialized and calibrated, which are merged, and when. Changes count for the steps to come.</source>
        <translation>Alle Einstellungen der Verschmelzung: wie Schichten initialisiert und kalibriert werden, welche verschmolzen werden und wann. Änderungen gelten für die kommenden Schritte.</translation>
    </message>
    <message>
        <source>What the current step does, and why, in a few sentences.</source>
        <translation>Was der laufende Schritt tut und warum, in wenigen Sätzen.</translation>
    </message>
    <message>
        <source>Looks inside the selected layer: kernels, weights, distributions, feature maps of an image, and which channels correspond.</source>
        <translation>Sieht in die gewählte Schicht hinein: Kernel, Gewichte, Verteilungen, Merkmalskarten eines Bildes und welche Kanäle einander entsprechen.</translation>
    </message>
    <message>
        <source>How the losses fall while the merged network is calibrated.</source>
        <translation>Wie die Verluste sinken, während das verschmolzene Netz kalibriert wird.</translation>
    </message>
    <message>
        <source>How many test images each task gets right, by the number of merged layers, beside its teacher.</source>
        <translation>Wie viele Testbilder jede Aufgabe richtig erkennt, nach der Zahl der verschmolzenen Schichten, neben ihrem Lehrer.</translation>
    </message>
    <message>
        <source>Which test images the merge lost and won, by class and by pair of classes, with the pictures behind each number.</source>
        <translation>Welche Testbilder die Verschmelzung verloren und gewonnen hat, nach Klassen und nach Klassenpaaren, mit den Bildern hinter jeder Zahl.</translation>
    </message>
    <message>
        <source>What sharing each layer costs at least, estimated from the teachers before anything is merged.</source>
        <translation>Was es mindestens kostet, jede Schicht zu teilen, geschätzt aus den Lehrern, bevor etwas verschmolzen ist.</translation>
    </message>
    <message>
        <source>All layers as a table: shape, size, state and mismatch.</source>
        <translation>Alle Schichten als Tabelle: Form, Größe, Zustand und Abweichung.</translation>
    </message>
    <message>
        <source>All steps and runs of the session. Nothing of it is ever lost.</source>
        <translation>Alle Schritte und Läufe der Sitzung. Nichts davon geht je verloren.</translation>
    </message>
    <message>
        <source>What happened, the newest line last.</source>
        <translation>Was geschehen ist, die neueste Zeile zuletzt.</translation>
    </message>
    <message>
        <source>Any picture, and what teachers and merged network say it is: drop or paste one, draw a digit, or hold something in front of the camera.</source>
        <translation>Irgendein Bild, und was Lehrer und verschmolzenes Netz darin sehen: eines ablegen oder einfügen, eine Ziffer zeichnen oder etwas vor die Kamera halten.</translation>
    </message>
    <message>
        <source>What the merge is worth at the step that is shown: memory, accuracy, images lost and won, time, and what comes next.</source>
        <translation>Was die Verschmelzung an dem gezeigten Schritt bringt: Speicher, Genauigkeit, verlorene und gewonnene Bilder, Zeit und was als Nächstes kommt.</translation>
    </message>
    <message>
        <source>Recipes that are run one after the other, with how long each will take; each becomes a run of the session.</source>
        <translation>Rezepte, die nacheinander laufen, mit der Zeit, die jedes braucht; jedes wird ein Lauf der Sitzung.</translation>
    </message>
    <message>
        <source>The texts of the lesson that is open; each page shows what belongs to it.</source>
        <translation>Die Texte der geöffneten Lektion; jede Seite zeigt, was zu ihr gehört.</translation>
    </message>
</context>
<context>
    <name>zipper::HistogramView</name>
    <message>
        <source>The share of the values in each bin; all networks are counted on the same bins. Point at a bin, or move with the arrow keys, to read its limits and shares.</source>
        <translation>Der Anteil der Werte in jeder Klasse; alle Netze werden in denselben Klassen gezählt. Auf eine Klasse zeigen oder sich mit den Pfeiltasten bewegen, um ihre Grenzen und Anteile abzulesen.</translation>
    </message>
    <message>
        <source>Histogram: %1</source>
        <translation>Histogramm: %1</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1: %2 bis %3</translation>
    </message>
    <message>
        <source>%1: from %2 to %3, most values (%4) around %5</source>
        <translation>%1: von %2 bis %3, die meisten Werte (%4) um %5</translation>
    </message>
    <message>
        <source>%1 %2 (%L3)</source>
        <translation>%1 %2 (%L3)</translation>
    </message>
</context>
<context>
    <name>zipper::HistoryModel</name>
    <message>
        <source>%1, current step</source>
        <translation>%1, aktueller Schritt</translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>The networks as they were loaded: nothing is merged.</source>
        <translation>Die Netze, wie sie geladen wurden: Nichts ist verschmolzen.</translation>
    </message>
    <message>
        <source>%1. Its figures are those of its last step; iterations and time are the sums of the steps below. The check box shows the run in the curves.</source>
        <translation>%1. Die Werte sind die des letzten Schritts; Iterationen und Zeit sind die Summen der Schritte darunter. Das Kontrollkästchen zeigt den Lauf in den Kurven.</translation>
    </message>
    <message>
        <source>The session stands here. %1</source>
        <translation>Hier steht die Sitzung. %1</translation>
    </message>
    <message>
        <source>On the way to the current step. %1</source>
        <translation>Auf dem Weg zum aktuellen Schritt. %1</translation>
    </message>
    <message>
        <source>Not on the way to the current step. %1</source>
        <translation>Nicht auf dem Weg zum aktuellen Schritt. %1</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>The layer that the step merged, or fine-tuning of all layers.</source>
        <translation>Die Schicht, die der Schritt verschmolzen hat, oder die Feinabstimmung aller Schichten.</translation>
    </message>
    <message>
        <source>Init.</source>
        <translation>Init.</translation>
    </message>
    <message>
        <source>How the shared weights got their first values.</source>
        <translation>Wie die gemeinsamen Gewichte ihre ersten Werte erhielten.</translation>
    </message>
    <message>
        <source>Iter.</source>
        <translation>Iter.</translation>
    </message>
    <message>
        <source>Calibration iterations that were run.</source>
        <translation>Ausgeführte Kalibrierungsiterationen.</translation>
    </message>
    <message>
        <source>Δ points</source>
        <translation>Δ Punkte</translation>
    </message>
    <message>
        <source>Mean top-1 over the tasks, after the step, minus that of the teachers, in percentage points.</source>
        <translation>Mittleres Top-1 über die Aufgaben nach dem Schritt minus das der Lehrer, in Prozentpunkten.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Duration of the step, evaluation included.</source>
        <translation>Dauer des Schritts einschließlich Auswertung.</translation>
    </message>
    <message>
        <source>Top-1 %1</source>
        <translation>Top-1 %1</translation>
    </message>
    <message>
        <source>Share of the test images of task %1 whose class is the network&apos;s first choice: after initializing → after calibrating.</source>
        <translation>Anteil der Testbilder der Aufgabe %1, deren Klasse die erste Wahl des Netzes ist: nach der Initialisierung → nach der Kalibrierung.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln iteration(s) with %1 images per task; %2, %3 learning rate %4</source>
        <translation>
            <numerusform>%Ln Iteration mit %1 Bildern je Aufgabe; %2, Lernrate %4 (%3)</numerusform>
            <numerusform>%Ln Iterationen mit %1 Bildern je Aufgabe; %2, Lernrate %4 (%3)</numerusform>
        </translation>
    </message>
    <message>
        <source>Initialization %1; %2. %3</source>
        <translation>Initialisierung: %1; %2. %3</translation>
    </message>
    <message>
        <source>%1, after %2 of run %3</source>
        <translation>%1, nach %2 von Lauf %3</translation>
    </message>
    <message>
        <source>%1, from the teachers</source>
        <translation>%1, von den Lehrern aus</translation>
    </message>
</context>
<context>
    <name>zipper::HistoryPanel</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Runs compared</source>
        <translation>Läufe im Vergleich</translation>
    </message>
    <message>
        <source>All steps of the session, by run</source>
        <translation>Alle Schritte der Sitzung, nach Läufen</translation>
    </message>
    <message>
        <source>What each run came to</source>
        <translation>Was jeder Lauf ergab</translation>
    </message>
</context>
<context>
    <name>zipper::HistoryTree</name>
    <message>
        <source>Steps appear here as layers are merged.</source>
        <translation>Hier erscheinen Schritte, sobald Schichten verschmolzen werden.</translation>
    </message>
    <message>
        <source>&amp;Go to step</source>
        <translation>Zu Schritt &amp;gehen</translation>
    </message>
    <message>
        <source>&amp;Try again from here</source>
        <translation>Von hier &amp;erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Show in curves</source>
        <translation>In Kurven &amp;zeigen</translation>
    </message>
    <message>
        <source>Steps of the session</source>
        <translation>Schritte der Sitzung</translation>
    </message>
    <message>
        <source>All steps of the session. A new run begins wherever another strategy was tried. The triangle marks where the session stands, dots the way there, rings the steps aside. Nothing is lost by going to another step.</source>
        <translation>Alle Schritte der Sitzung. Ein neuer Lauf beginnt, wo eine andere Strategie versucht wurde. Das Dreieck markiert, wo die Sitzung steht, Punkte den Weg dorthin, Ringe die Schritte abseits davon. Beim Wechsel zu einem anderen Schritt geht nichts verloren.</translation>
    </message>
    <message>
        <source>Continues from the selected step (Enter or double click). All other steps are kept.</source>
        <translation>Fährt beim gewählten Schritt fort (Eingabetaste oder Doppelklick). Alle anderen Schritte bleiben erhalten.</translation>
    </message>
    <message>
        <source>Goes to where the selected step began, to try another strategy. The step is kept.</source>
        <translation>Geht an den Anfang des gewählten Schritts, um eine andere Strategie zu versuchen. Der Schritt bleibt erhalten.</translation>
    </message>
    <message>
        <source>Shows or hides the selected run in the curves (space bar).</source>
        <translation>Zeigt oder verbirgt den gewählten Lauf in den Kurven (Leertaste).</translation>
    </message>
    <message>
        <source>&amp;Expand all</source>
        <translation>Alle &amp;aufklappen</translation>
    </message>
    <message>
        <source>&amp;Collapse all</source>
        <translation>Alle zu&amp;klappen</translation>
    </message>
    <message>
        <source>Show &amp;beside in the inspector</source>
        <translation>Im Inspektor &amp;danebenstellen</translation>
    </message>
    <message>
        <source>&amp;Name and Notes…</source>
        <translation>&amp;Name und Notizen…</translation>
    </message>
    <message>
        <source>What the run of the selected row is called, and notes on it (F2).</source>
        <translation>Wie der Lauf der gewählten Zeile heißt, und Notizen zu ihm (F2).</translation>
    </message>
    <message>
        <source>Compare &amp;Recipes…</source>
        <translation>&amp;Rezepte vergleichen…</translation>
    </message>
    <message>
        <source>Which settings differ between this run and another one, the recipe panel or a file.</source>
        <translation>Welche Einstellungen sich zwischen diesem Lauf und einem anderen, dem Rezeptfeld oder einer Datei unterscheiden.</translation>
    </message>
    <message>
        <source>Copy as Co&amp;mmand</source>
        <translation>Als Befe&amp;hl kopieren</translation>
    </message>
    <message>
        <source>Copies the zipper merge that does the steps of this run from the beginning.</source>
        <translation>Kopiert den Befehl zipper merge, der die Schritte dieses Laufs von Anfang an ausführt.</translation>
    </message>
    <message>
        <source>Compares the selected step with the one where the session stands: weights, maps and errors.</source>
        <translation>Vergleicht den gewählten Schritt mit dem, bei dem die Sitzung steht: Gewichte, Merkmalskarten und Fehler.</translation>
    </message>
</context>
<context>
    <name>zipper::ImageDetail</name>
    <message>
        <source>Previous image</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the images (Escape)</source>
        <translation>Zurück zu den Bildern (Esc)</translation>
    </message>
    <message>
        <source>Class to find</source>
        <translation>Gesuchte Klasse</translation>
    </message>
    <message>
        <source>The class that is looked for: the maps show what speaks for it</source>
        <translation>Die Klasse, nach der gesucht wird: Die Karten zeigen, was für sie spricht</translation>
    </message>
    <message>
        <source>%1 (label)</source>
        <translation>%1 (Label)</translation>
    </message>
    <message>
        <source>%1 (teacher&apos;s answer)</source>
        <translation>%1 (Antwort des Lehrers)</translation>
    </message>
    <message>
        <source>%1 (merged network&apos;s answer)</source>
        <translation>%1 (Antwort des verschmolzenen Netzes)</translation>
    </message>
    <message>
        <source>Asking both networks where they look…</source>
        <translation>Beide Netze werden gefragt, wohin sie schauen…</translation>
    </message>
    <message>
        <source>What speaks for it</source>
        <translation>Was dafür spricht</translation>
    </message>
    <message>
        <source>%1: teacher %2, merged %3.</source>
        <translation>%1: Lehrer %2, verschmolzen %3.</translation>
    </message>
    <message>
        <source>The last layer sees the image as one place: the maps say how much speaks for the class, not where.</source>
        <translation>Die letzte Schicht sieht das Bild als eine einzige Stelle: Die Karten sagen, wie viel für die Klasse spricht, nicht wo.</translation>
    </message>
    <message>
        <source>Where the networks look could not be computed.</source>
        <translation>Wohin die Netze schauen, konnte nicht berechnet werden.</translation>
    </message>
</context>
<context>
    <name>zipper::ImagesDialog</name>
    <message>
        <source>Images of data %1</source>
        <translation>Bilder der Daten %1</translation>
    </message>
    <message>
        <source>Choose what the network was trained with. The first of each is what most loaders do.</source>
        <translation>Zu wählen ist, womit das Netz trainiert wurde. Die jeweils erste Möglichkeit ist die übliche.</translation>
    </message>
    <message>
        <source>&amp;Transparency</source>
        <translation>&amp;Transparenz</translation>
    </message>
    <message>
        <source>&amp;Orientation (EXIF)</source>
        <translation>&amp;Orientierung (EXIF)</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>&amp;Neu lesen</translation>
    </message>
</context>
<context>
    <name>zipper::InitializationRow</name>
    <message>
        <source>Initialization</source>
        <translation>Initialisierung</translation>
    </message>
    <message>
        <source>Keep the others</source>
        <translation>Die übrigen behalten</translation>
    </message>
    <message>
        <source>Change the initialization alone</source>
        <translation>Nur die Initialisierung ändern</translation>
    </message>
    <message>
        <source>Sets these back to what they were before: the initialization alone is changed.</source>
        <translation>Setzt diese auf ihren vorigen Stand zurück: Nur die Initialisierung ist dann geändert.</translation>
    </message>
    <message>
        <source>Alignment, Fisher weights and fits come with least squares and go with the others, as in the presets. With this they stay as they are, so that two runs differ in their initialization only.</source>
        <translation>Ausrichtung, Fisher-Gewichte und Anpassungen kommen mit kleinsten Quadraten hinzu und entfallen bei den anderen, wie in den Voreinstellungen. Hiermit bleiben sie, wie sie sind, sodass sich zwei Läufe nur in der Initialisierung unterscheiden.</translation>
    </message>
    <message>
        <source>Also changed: %1</source>
        <translation>Ebenfalls geändert: %1</translation>
    </message>
</context>
<context>
    <name>zipper::InspectorLink</name>
    <message>
        <source>Stem</source>
        <translation>Stamm</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>The data set of this task isn&apos;t open; open an image instead.</source>
        <translation>Der Datensatz dieser Aufgabe ist nicht geöffnet; stattdessen ein Bild öffnen.</translation>
    </message>
</context>
<context>
    <name>zipper::InspectorPanel</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Distributions</source>
        <translation>Verteilungen</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>Merkmalskarten</translation>
    </message>
    <message>
        <source>What an image looks like behind the layer</source>
        <translation>Wie ein Bild hinter der Schicht aussieht</translation>
    </message>
    <message>
        <source>Save what is shown as a picture or as numbers</source>
        <translation>Das Gezeigte als Bild oder als Zahlen speichern</translation>
    </message>
    <message>
        <source>Values at the cursor</source>
        <translation>Werte am Cursor</translation>
    </message>
    <message>
        <source>The values that the mouse or the cursor points at</source>
        <translation>Die Werte, auf die Maus oder Cursor zeigen</translation>
    </message>
    <message>
        <source>No layer selected</source>
        <translation>Keine Schicht gewählt</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Which channels of the teachers correspond</source>
        <translation>Welche Kanäle der Lehrer einander entsprechen</translation>
    </message>
    <message>
        <source>The kernels of the depthwise convolution or the stem</source>
        <translation>Die Kernel der depthwise-Faltung oder des Stamms</translation>
    </message>
    <message>
        <source>Open models and select a layer to look inside.</source>
        <translation>Modelle öffnen und eine Schicht wählen, um hineinzusehen.</translation>
    </message>
    <message>
        <source>The weights could not be read.</source>
        <translation>Die Gewichte konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The matrices of pointwise convolutions, of squeeze-and-excite, or of the head</source>
        <translation>Die Matrizen der pointwise-Faltungen, von Squeeze-and-Excite oder des Kopfs</translation>
    </message>
    <message>
        <source>Histograms of the weights, and of batch normalization or the biases in its place</source>
        <translation>Histogramme der Gewichte und der Batch-Normalisierung oder der Biases an ihrer Stelle</translation>
    </message>
</context>
<context>
    <name>zipper::KeptRow</name>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>seeds %1</source>
        <translation>Startwerte %1</translation>
    </message>
    <message>
        <source>Layers %1; calibration iterations after each: %2; fine-tuning: %3; images for fits: %4; %5.</source>
        <translation>Schichten %1; Kalibrierungsiterationen nach jeder: %2; Feinabstimmung: %3; Bilder für Anpassungen: %4; %5.</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Umbe&amp;nennen…</translation>
    </message>
    <message>
        <source>Gives the shown comparison a name</source>
        <translation>Gibt dem gezeigten Vergleich einen Namen</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>Takes the shown comparison out of the session</source>
        <translation>Nimmt den gezeigten Vergleich aus der Sitzung</translation>
    </message>
    <message>
        <source>Comparisons that the session keeps; they are saved with it.</source>
        <translation>Vergleiche, die die Sitzung aufbewahrt; sie werden mit ihr gespeichert.</translation>
    </message>
    <message>
        <source>Com&amp;parison:</source>
        <translation>&amp;Vergleich:</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Läuft gerade</translation>
    </message>
    <message>
        <source>New comparison</source>
        <translation>Neuer Vergleich</translation>
    </message>
    <message>
        <source>Name of the comparison</source>
        <translation>Name des Vergleichs</translation>
    </message>
    <message>
        <source>What this comparison is called in the session; nothing takes the name away:</source>
        <translation>Wie dieser Vergleich in der Sitzung heißt; ein leerer Text nimmt den Namen weg:</translation>
    </message>
</context>
<context>
    <name>zipper::KernelsPage</name>
    <message>
        <source>Kernels</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>The head has no kernels. Its matrix is in the Weights tab.</source>
        <translation>Der Kopf hat keine Kernel. Seine Matrix steht im Reiter „Gewichte“.</translation>
    </message>
    <message>
        <source>output %1, input %2</source>
        <translation>Ausgang %1, Eingang %2</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>This layer has no kernels: it is a pointwise convolution. Its matrix is in the Weights tab.</source>
        <translation>Diese Schicht hat keine Kernel: Sie ist eine pointwise-Faltung. Ihre Matrix steht im Reiter „Gewichte“.</translation>
    </message>
    <message>
        <source>The head has no kernels. Its matrices are in the Weights tab.</source>
        <translation>Der Kopf hat keine Kernel. Seine Matrizen stehen im Reiter „Gewichte“.</translation>
    </message>
</context>
<context>
    <name>zipper::LayerTableModel</name>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>stem</source>
        <translation>Stamm</translation>
    </message>
    <message>
        <source>depthwise</source>
        <translation>depthwise</translation>
    </message>
    <message>
        <source>pointwise</source>
        <translation>pointwise</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>per task</source>
        <translation>je Aufgabe</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>Param.</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>L1 %1</source>
        <translation>L1 %1</translation>
    </message>
    <message>
        <source>Kind of convolution. Steps merge pointwise layers; a trunk shares its stem and depthwise layers, too.</source>
        <translation>Art der Faltung. Schritte verschmelzen pointwise-Schichten; ein gemeinsamer Rumpf teilt auch seine depthwise-Schichten und den Eingang.</translation>
    </message>
    <message>
        <source>Channels in and out · kernel height and width (after the slash: stride) · resolution of the output in pixels. Network A.</source>
        <translation>Kanäle am Ein- und Ausgang · Höhe und Breite des Kernels (nach dem Schrägstrich: Schrittweite) · Auflösung des Ausgangs in Pixeln. Netz A.</translation>
    </message>
    <message>
        <source>Trainable parameters of one network: weights, bias, scale and shift of batch normalization.</source>
        <translation>Trainierbare Parameter eines Netzes: Gewichte, Bias, Skalierung und Verschiebung der Batch-Normalisierung.</translation>
    </message>
    <message>
        <source>Multiply-accumulate operations for one image through one network.</source>
        <translation>Multiplikations-Additions-Operationen für ein Bild durch ein Netz.</translation>
    </message>
    <message>
        <source>Where the layer stands in the merge: separate, in work, merged, left out of the plan; or per task, for what each task keeps for itself.</source>
        <translation>Wo die Schicht in der Verschmelzung steht: getrennt, in Arbeit, verschmolzen, im Plan ausgelassen; oder je Aufgabe bei dem, was jede Aufgabe für sich behält.</translation>
    </message>
    <message>
        <source>Cosine of the weights of teachers A and B, −1 to 1. Networks that were trained independently come near 0, those of a common ancestor near 1.</source>
        <translation>Kosinus der Gewichte der Lehrer A und B, −1 bis 1. Unabhängig trainierte Netze liegen nahe 0, solche mit gemeinsamem Vorfahren nahe 1.</translation>
    </message>
    <message>
        <source>Mismatch: mean absolute difference of the layer&apos;s output after the activation between teacher %1 and the merged network; live while a step calibrates. Rows are sorted again when the step ends.</source>
        <translation>Abweichung: mittlere absolute Differenz des Schichtausgangs nach der Aktivierung zwischen Lehrer %1 und dem verschmolzenen Netz; live, während ein Schritt kalibriert. Die Zeilen werden am Ende des Schritts neu sortiert.</translation>
    </message>
    <message>
        <source>%1: %2 channels in, %3 out; kernel %4×%4, stride %5; input %6×%6, output %7×%7 pixels</source>
        <translation>%1: %2 Kanäle am Eingang, %3 am Ausgang; Kernel %4×%4, Schrittweite %5; Eingang %6×%6, Ausgang %7×%7 Pixel</translation>
    </message>
    <message>
        <source>Shared whole: part of the trunk, which is computed once for all tasks.</source>
        <translation>Ganz geteilt: Teil des gemeinsamen Rumpfs, der für alle Aufgaben einmal berechnet wird.</translation>
    </message>
    <message>
        <source>Each task keeps its own, whatever is merged.</source>
        <translation>Jede Aufgabe behält ihren eigenen, was auch verschmolzen wird.</translation>
    </message>
    <message>
        <source>Each task keeps its own, unless a trunk shares it.</source>
        <translation>Jede Aufgabe hat ihre eigene, solange sie nicht zu einem gemeinsamen Rumpf gehört.</translation>
    </message>
    <message>
        <source>Each task still has its own; a step to come merges it.</source>
        <translation>Noch hat jede Aufgabe ihre eigene; ein kommender Schritt verschmilzt sie.</translation>
    </message>
    <message>
        <source>All tasks share these weights.</source>
        <translation>Alle Aufgaben teilen diese Gewichte.</translation>
    </message>
    <message>
        <source>The running step merges this layer.</source>
        <translation>Der laufende Schritt verschmilzt diese Schicht.</translation>
    </message>
    <message>
        <source>The plan doesn&apos;t merge this layer: each task keeps its own.</source>
        <translation>Der Plan verschmilzt diese Schicht nicht: Jede Aufgabe behält ihre eigene.</translation>
    </message>
    <message>
        <source>Cosine of the weights of every two teachers, −1 to 1, the mean over all pairs. Networks that were trained independently come near 0, those of a common ancestor near 1.</source>
        <translation>Kosinus der Gewichte von je zwei Lehrern, −1 bis 1, gemittelt über alle Paare. Unabhängig trainierte Netze liegen nahe 0, solche mit gemeinsamem Vorfahren nahe 1.</translation>
    </message>
    <message>
        <source>Estimate of what merging this layer costs: the smallest error that its outputs can have with shared weights, relative to their variance, 0 (free) to about %1. Each layer for itself, without training: it doesn&apos;t know what merging others changes. Run, Estimate Merge Costs works it out.</source>
        <translation>Schätzung, was das Verschmelzen dieser Schicht kostet: der kleinste Fehler, den ihre Ausgänge mit gemeinsamen Gewichten haben können, bezogen auf ihre Varianz, 0 (umsonst) bis etwa %1. Jede Schicht für sich, ohne Training: Sie weiß nicht, was das Verschmelzen anderer ändert. Lauf, Verschmelzkosten schätzen ermittelt sie.</translation>
    </message>
    <message>
        <source>Number of the layer, counted from the input to the output. Each has a depthwise and a pointwise convolution.</source>
        <translation>Nummer der Schicht, vom Eingang zum Ausgang gezählt. Jede hat eine depthwise- und eine pointwise-Faltung.</translation>
    </message>
    <message>
        <source>Number of the layer, counted from the input to the output. All but the last are blocks: one convolution expands to more channels, a depthwise one follows, and one projects back to few; the first block may do without expanding. The last layer is a single pointwise convolution.</source>
        <translation>Nummer der Schicht, vom Eingang zum Ausgang gezählt. Alle bis auf die letzte sind Blöcke: Eine Faltung weitet auf mehr Kanäle auf (expand), eine depthwise-Faltung folgt, und eine führt auf wenige zurück (project); dem ersten Block kann das Aufweiten fehlen. Die letzte Schicht ist eine einzelne pointwise-Faltung.</translation>
    </message>
    <message>
        <source>Kind of convolution. Steps merge those that expand and project, and the last pointwise one; a trunk shares its stem and depthwise layers, too.</source>
        <translation>Art der Faltung. Schritte verschmelzen die mit expand und project und die letzte pointwise-Faltung; ein gemeinsamer Rumpf teilt auch seine depthwise-Schichten und den Eingang.</translation>
    </message>
    <message>
        <source>Channels in and out · kernel height and width (after the slash: stride) · resolution of the output in pixels · +: what the block reads is added. Network A.</source>
        <translation>Kanäle am Ein- und Ausgang · Höhe und Breite des Kernels (nach dem Schrägstrich: Schrittweite) · Auflösung des Ausgangs in Pixeln · +: Die Eingabe des Blocks wird addiert. Netz A.</translation>
    </message>
    <message>
        <source>expand</source>
        <translation>expand</translation>
    </message>
    <message>
        <source>project</source>
        <translation>project</translation>
    </message>
    <message>
        <source>hidden layer</source>
        <translation>verborgene Schicht</translation>
    </message>
    <message>
        <source>Mismatch: mean absolute difference of what the layer hands on, of a block behind the addition, between teacher %1 and the merged network; live while a step calibrates. Rows are sorted again when the step ends.</source>
        <translation>Abweichung: mittlere absolute Differenz dessen, was die Schicht weitergibt, bei einem Block hinter der Addition, zwischen Lehrer %1 und dem verschmolzenen Netz; live, während ein Schritt kalibriert. Die Zeilen werden am Ende des Schritts neu sortiert.</translation>
    </message>
    <message>
        <source>%1; what the block reads is added</source>
        <translation>%1; die Eingabe des Blocks wird addiert</translation>
    </message>
    <message>
        <source>Number of the layer, counted from the input to the output. All but the last are blocks: one convolution expands to more channels, a depthwise one follows, in some blocks squeeze-and-excite weighs its channels, and one projects back to few; the first block may do without expanding. The last layer is a single pointwise convolution.</source>
        <translation>Nummer der Schicht, vom Eingang zum Ausgang gezählt. Alle bis auf die letzte sind Blöcke: Eine Faltung weitet auf mehr Kanäle auf (expand), eine depthwise-Faltung folgt, in manchen Blöcken gewichtet Squeeze-and-Excite deren Kanäle, und eine Faltung führt auf wenige zurück (project); dem ersten Block kann das Aufweiten fehlen. Die letzte Schicht ist eine einzelne pointwise-Faltung.</translation>
    </message>
    <message>
        <source>Kind of convolution. Steps merge those that expand and project, the two of squeeze-and-excite, and the last pointwise one; a trunk shares its stem and depthwise layers, too.</source>
        <translation>Art der Faltung. Schritte verschmelzen die mit expand und project, die beiden von Squeeze-and-Excite und die letzte pointwise-Faltung; ein gemeinsamer Rumpf teilt auch seine depthwise-Schichten und den Eingang.</translation>
    </message>
    <message>
        <source>Channels in and out · kernel height and width (after the slash: stride) · resolution of the output in pixels · ×: the factors multiply the depthwise channels · +: what the block reads is added. Network A.</source>
        <translation>Kanäle am Ein- und Ausgang · Höhe und Breite des Kernels (nach dem Schrägstrich: Schrittweite) · Auflösung des Ausgangs in Pixeln · ×: die Faktoren multiplizieren die depthwise-Kanäle · +: die Eingabe des Blocks wird addiert. Netz A.</translation>
    </message>
    <message>
        <source>%1; of each channel that it reads, the mean over all positions</source>
        <translation>%1; von jedem gelesenen Kanal der Mittelwert über alle Positionen</translation>
    </message>
    <message>
        <source>%1; its outputs are factors, one per channel, by which the depthwise channels are multiplied</source>
        <translation>%1; die Ausgaben sind Faktoren, einer je Kanal, mit denen die depthwise-Kanäle multipliziert werden</translation>
    </message>
    <message>
        <source>squeeze</source>
        <translation>squeeze</translation>
    </message>
    <message>
        <source>excite</source>
        <translation>excite</translation>
    </message>
</context>
<context>
    <name>zipper::LayerTotals</name>
    <message>
        <source>The first line sums up the rows that are shown, for one network and one image. The second compares the networks kept apart with the merged one; sizes are of float32, batch normalization included.</source>
        <translation>Die erste Zeile summiert die gezeigten Zeilen, für ein Netz und ein Bild. Die zweite vergleicht die getrennten Netze mit dem verschmolzenen; Größen in float32, Batch-Normalisierung eingeschlossen.</translation>
    </message>
    <message numerus="yes">
        <source>All %n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>Alle %n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n rows</source>
        <translation>
            <numerusform>%1 von %n Zeile</numerusform>
            <numerusform>%1 von %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 parameters, %3 MACs (one network, one image)</source>
        <translation>%1: %2 Parameter, %3 MACs (ein Netz, ein Bild)</translation>
    </message>
    <message>
        <source>Whole networks: %1 parameters separate → %2 merged, %3 → %4; &lt;b&gt;%5×&lt;/b&gt; smaller</source>
        <translation>Ganze Netze: %1 Parameter getrennt → %2 verschmolzen, %3 → %4; &lt;b&gt;%5×&lt;/b&gt; kleiner</translation>
    </message>
    <message>
        <source>Whole networks: %1 parameters separate → %2 merged, %3 → %4; &lt;b&gt;%5×&lt;/b&gt; larger</source>
        <translation>Ganze Netze: %1 Parameter getrennt → %2 verschmolzen, %3 → %4; &lt;b&gt;%5×&lt;/b&gt; größer</translation>
    </message>
</context>
<context>
    <name>zipper::LayersPanel</name>
    <message>
        <source>Filter by kind, state or number</source>
        <translation>Nach Art, Zustand oder Nummer filtern</translation>
    </message>
    <message>
        <source>Shows only rows that match all words: part of a kind or a state, or the number of a layer.</source>
        <translation>Zeigt nur Zeilen, auf die alle Wörter passen: Teil einer Art oder eines Zustands oder die Nummer einer Schicht.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>Shows only layers of this kind.</source>
        <translation>Zeigt nur Schichten dieser Art.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>The layers of the networks. Click a header to sort by it; select a row to see the layer in the zipper view and in the inspector.</source>
        <translation>Die Schichten der Netze. Ein Klick auf eine Kopfzelle sortiert danach; eine gewählte Zeile zeigt die Schicht in der Zipper-Ansicht und im Inspektor.</translation>
    </message>
    <message>
        <source>&amp;Copy selected rows</source>
        <translation>Gewählte Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy as CS&amp;V</source>
        <translation>Als CS&amp;V kopieren</translation>
    </message>
    <message>
        <source>Copies the rows that are shown, as comma-separated values with a header line.</source>
        <translation>Kopiert die gezeigten Zeilen als kommagetrennte Werte mit Kopfzeile.</translation>
    </message>
</context>
<context>
    <name>zipper::LessonDialog</name>
    <message>
        <source>A &amp;part, of each class:</source>
        <translation>Einen T&amp;eil, je Klasse:</translation>
    </message>
    <message>
        <source>A&amp;ll</source>
        <translation>A&amp;lle</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>Open it with the panels as they stand &amp;now</source>
        <translation>Mit den Fensterteilen öffnen, wie sie &amp;jetzt stehen</translation>
    </message>
    <message>
        <source>Save as lesson</source>
        <translation>Als Lektion speichern</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Titel:</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Images in the lesson</source>
        <translation>Bilder in der Lektion</translation>
    </message>
    <message>
        <source>Images of each class</source>
        <translation>Bilder je Klasse</translation>
    </message>
    <message>
        <source>Of training, validation and test images so many each, at most</source>
        <translation>Von Trainings-, Validierungs- und Testbildern jeweils höchstens so viele</translation>
    </message>
    <message>
        <source>The lesson needs a title.</source>
        <translation>Die Lektion braucht einen Titel.</translation>
    </message>
    <message>
        <source>Page %1 is empty: write something, or remove it.</source>
        <translation>Seite %1 ist leer: etwas schreiben oder sie entfernen.</translation>
    </message>
    <message>
        <source>The text of page %1 is too long.</source>
        <translation>Der Text von Seite %1 ist zu lang.</translation>
    </message>
    <message>
        <source>These are %1 images; a lesson holds %2 at most.</source>
        <translation>Das sind %1 Bilder; eine Lektion hält höchstens %2.</translation>
    </message>
    <message>
        <source>How large the file will be isn&apos;t known: %1</source>
        <translation>Wie groß die Datei wird, ist nicht bekannt: %1</translation>
    </message>
    <message>
        <source>Working out how large the file will be…</source>
        <translation>Es wird ermittelt, wie groß die Datei wird …</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s); the file will have about %1, of which the networks and steps take %2.</source>
        <translation>
            <numerusform>%n Bild; die Datei wird etwa %1 haben, davon die Netze und Schritte %2.</numerusform>
            <numerusform>%n Bilder; die Datei wird etwa %1 haben, davon die Netze und Schritte %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of task %2</source>
        <translation>%1 von Aufgabe %2</translation>
    </message>
    <message>
        <source>Beside the images there is no file about their licence: ask whether they may be passed on.</source>
        <translation>Neben den Bildern liegt keine Datei über ihre Lizenz: bitte fragen, ob sie weitergegeben werden dürfen.</translation>
    </message>
    <message>
        <source>The files about their licence go along: %1.</source>
        <translation>Die Dateien über ihre Lizenz gehen mit: %1.</translation>
    </message>
</context>
<context>
    <name>zipper::LessonLink</name>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>lesson.zipperlesson</source>
        <translation>lektion.zipperlesson</translation>
    </message>
    <message>
        <source>Save lesson</source>
        <translation>Lektion speichern</translation>
    </message>
    <message>
        <source>Lessons (*.zipperlesson);;All files (*)</source>
        <translation>Lektionen (*.zipperlesson);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>zipper::LessonPanel</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>Text der Seite</translation>
    </message>
    <message>
        <source>Go back to the page before</source>
        <translation>Zur vorigen Seite zurückgehen</translation>
    </message>
    <message>
        <source>Go on with the page after this one</source>
        <translation>Mit der nächsten Seite weitermachen</translation>
    </message>
    <message>
        <source>Task %1: %2 of %3 training images, %4 of %5 test images.</source>
        <translation>Aufgabe %1: %2 von %3 Trainingsbildern, %4 von %5 Testbildern.</translation>
    </message>
    <message>
        <source>Task %1, %2:</source>
        <translation>Aufgabe %1, %2:</translation>
    </message>
    <message>
        <source>Where the images come from</source>
        <translation>Woher die Bilder kommen</translation>
    </message>
    <message>
        <source>No lesson is open. Lesson files are opened as sessions are; Save as Lesson in the File menu makes one of the session that is open.</source>
        <translation>Es ist keine Lektion geöffnet. Lektionen öffnen sich wie Sitzungen; „Als Lektion speichern“ im Menü Datei macht eine aus der geöffneten Sitzung.</translation>
    </message>
    <message>
        <source>This lesson has no texts.</source>
        <translation>Diese Lektion hat keine Texte.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>zipper::LogPanel</name>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What happened, the newest line last.</source>
        <translation>Was geschehen ist, die neueste Zeile zuletzt.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Alle Meldungen</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Which messages are shown.</source>
        <translation>Welche Meldungen gezeigt werden.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>&amp;Copy All</source>
        <translation>Alles &amp;kopieren</translation>
    </message>
    <message>
        <source>Copies the whole log, also what isn&apos;t shown.</source>
        <translation>Kopiert das ganze Protokoll, auch das nicht Gezeigte.</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>Leere&amp;n</translation>
    </message>
    <message>
        <source>Empties the log.</source>
        <translation>Leert das Protokoll.</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Writes the whole log to a text file.</source>
        <translation>Schreibt das ganze Protokoll in eine Textdatei.</translation>
    </message>
    <message>
        <source>Save Log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Logs (*.log *.txt)</source>
        <translation>Protokolle (*.log *.txt)</translation>
    </message>
    <message>
        <source>The log could not be saved.</source>
        <translation>Das Protokoll konnte nicht gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>zipper::MainWindow</name>
    <message>
        <source>went to %1</source>
        <translation>zu %1 gegangen</translation>
    </message>
    <message>
        <source>went to the teachers: nothing is merged</source>
        <translation>zu den Lehrern gegangen: nichts ist verschmolzen</translation>
    </message>
    <message>
        <source>Cancelled. What was finished stays; what was in progress is dropped.</source>
        <translation>Abgebrochen. Fertiges bleibt, was in Arbeit war, ist verworfen.</translation>
    </message>
    <message numerus="yes">
        <source>A session with unsaved work was kept on %1: %2, %n layer(s) merged.</source>
        <translation>
            <numerusform>Eine Sitzung mit ungesicherter Arbeit wurde am %1 aufbewahrt: %2, %n Schicht verschmolzen.</numerusform>
            <numerusform>Eine Sitzung mit ungesicherter Arbeit wurde am %1 aufbewahrt: %2, %n Schichten verschmolzen.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Take back the last change of the recipe</source>
        <translation>Die letzte Änderung des Rezepts zurücknehmen</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>Noch einmal ausführen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Sessions (*.zipper);;All files (*)</source>
        <translation>Sitzungen (*.zipper);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation>Ordner für den Bericht</translation>
    </message>
    <message>
        <source>Folder for the figures</source>
        <translation>Ordner für die Abbildungen</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>Wrote %1: %2</source>
        <translation>%1 geschrieben: %2</translation>
    </message>
    <message>
        <source>Save this session before it is closed?</source>
        <translation>Diese Sitzung vor dem Schließen speichern?</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 geöffnet</translation>
    </message>
    <message>
        <source>Save the session that is open before the new one starts?</source>
        <translation>Die offene Sitzung speichern, bevor die neue beginnt?</translation>
    </message>
    <message>
        <source>Save this session before the sample is opened?</source>
        <translation>Diese Sitzung speichern, bevor das Beispiel geöffnet wird?</translation>
    </message>
    <message>
        <source>Save this session before another one is opened?</source>
        <translation>Diese Sitzung speichern, bevor eine andere geöffnet wird?</translation>
    </message>
    <message>
        <source>%1 has steps or settings that aren&apos;t saved.</source>
        <translation>%1 hat Schritte oder Einstellungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>merged.zipper</source>
        <translation>verschmolzen.zipper</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>Export merged model</source>
        <translation>Verschmolzenes Modell exportieren</translation>
    </message>
    <message>
        <source>Wrote the figures to %1</source>
        <translation>Abbildungen nach %1 geschrieben</translation>
    </message>
    <message>
        <source>The figures couldn&apos;t be written.</source>
        <translation>Die Abbildungen konnten nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The workbench didn&apos;t close in order. Recover the last finished step?</source>
        <translation>Die Workbench wurde nicht ordnungsgemäß beendet. Den letzten fertigen Schritt wiederherstellen?</translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>Save this session before the workbench closes?</source>
        <translation>Diese Sitzung speichern, bevor die Workbench geschlossen wird?</translation>
    </message>
    <message>
        <source>A step is running. Cancel it and close?</source>
        <translation>Ein Schritt läuft. Abbrechen und schließen?</translation>
    </message>
    <message>
        <source>Finished steps stay; the step in progress is lost.</source>
        <translation>Fertige Schritte bleiben; der laufende Schritt geht verloren.</translation>
    </message>
    <message>
        <source>C&amp;ancel the step and close</source>
        <translation>Schritt &amp;abbrechen und schließen</translation>
    </message>
    <message>
        <source>&amp;Keep working</source>
        <translation>&amp;Weiterarbeiten</translation>
    </message>
    <message>
        <source>All planned layers are merged.</source>
        <translation>Alle geplanten Schichten sind verschmolzen.</translation>
    </message>
    <message>
        <source>teachers: top-1 %1</source>
        <translation>Lehrer: Top-1 %1</translation>
    </message>
    <message>
        <source>The data set was opened; the teachers are scored on it anew.</source>
        <translation>Der Datensatz wurde geöffnet; die Lehrer werden darauf neu bewertet.</translation>
    </message>
    <message>
        <source>Choose another strategy in the recipe, then Step. What was undone stays in the history.</source>
        <translation>Im Rezept eine andere Strategie wählen, dann „Schritt“. Was zurückgenommen wurde, bleibt im Verlauf.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>A comparison is running. Cancel it and close?</source>
        <translation>Ein Vergleich läuft. Abbrechen und schließen?</translation>
    </message>
    <message>
        <source>C&amp;ancel the comparison and close</source>
        <translation>Vergleich &amp;abbrechen und schließen</translation>
    </message>
    <message>
        <source>Reset &amp;Layout</source>
        <translation>Layout &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>The images of task %1 can&apos;t be found; the notice above the zipper helps.</source>
        <translation>Die Bilder der Aufgabe %1 sind nicht zu finden; der Hinweis über dem Zipper hilft weiter.</translation>
    </message>
    <message>
        <source>Cancelled. Figures that were written already stay.</source>
        <translation>Abgebrochen. Schon geschriebene Abbildungen bleiben.</translation>
    </message>
    <message>
        <source>%1 was changed by another program since it was opened.</source>
        <translation>%1 wurde seit dem Öffnen von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>Replacing it drops what that program wrote; loading it again drops what isn&apos;t saved here. A copy keeps both.</source>
        <translation>Ersetzen verwirft, was jenes Programm geschrieben hat; Neuladen verwirft, was hier nicht gespeichert ist. Eine Kopie erhält beides.</translation>
    </message>
    <message>
        <source>%1 is open in another program.</source>
        <translation>%1 ist in einem anderen Programm geöffnet.</translation>
    </message>
    <message>
        <source>%1 may still write it, and one of you would drop the steps of the other. A copy keeps both.</source>
        <translation>%1 kann die Datei noch schreiben; dann gingen die Schritte von hier oder von dort verloren. Eine Kopie erhält beide.</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>&amp;Kopie speichern…</translation>
    </message>
    <message>
        <source>&amp;Load again</source>
        <translation>&amp;Neu laden</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>A session with unsaved work was kept on %1, but it can&apos;t be read: %2</source>
        <translation>Eine Sitzung mit ungesicherter Arbeit wurde am %1 aufbewahrt, ist aber nicht lesbar: %2</translation>
    </message>
    <message>
        <source>Finished steps can&apos;t be kept for the case of a crash, which is tried again with every run: %1</source>
        <translation>Fertige Schritte können nicht für den Fall eines Absturzes aufbewahrt werden; jeder Lauf versucht es erneut: %1</translation>
    </message>
    <message>
        <source>The workbench didn&apos;t close in order, and what it kept can&apos;t be read. Discard it?</source>
        <translation>Die Workbench wurde nicht ordnungsgemäß beendet, und das Aufbewahrte ist nicht lesbar. Verwerfen?</translation>
    </message>
    <message>
        <source>%1, initialization %2, in %3</source>
        <translation>%1, Initialisierung „%2“, in %3</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>The data set was found; it is the one of the session.</source>
        <translation>Der Datensatz wurde gefunden; es ist der dieser Sitzung.</translation>
    </message>
    <message>
        <source>%1 in %2: top-1 %3</source>
        <translation>%1 in %2: Top-1 %3</translation>
    </message>
    <message>
        <source>%1, initialization %2, in %3: top-1 %4</source>
        <translation>%1, Initialisierung „%2“, in %3: Top-1 %4</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Zipper Workbench %1&lt;/h3&gt;&lt;p&gt;Merges trained MobileNets into one multitask network, layer by layer, after Wu, Chan and Chen, &lt;i&gt;On Merging MobileNets for Efficient Multitask Inference&lt;/i&gt; (2019).&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Zipper Workbench %1&lt;/h3&gt;&lt;p&gt;Verschmilzt trainierte MobileNets Schicht für Schicht zu einem Multitask-Netz, nach Wu, Chan und Chen, &lt;i&gt;On Merging MobileNets for Efficient Multitask Inference&lt;/i&gt; (2019).&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License 3 oder neuer.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Wrote the program to %1</source>
        <translation>Programm nach %1 geschrieben</translation>
    </message>
    <message>
        <source>%1 %2 of %3 out of %4 test images</source>
        <translation>%1 %2 bei %3 von %4 Testbildern</translation>
    </message>
    <message>
        <source>F11 or Esc ends the presentation.</source>
        <translation>F11 oder Esc beendet die Präsentation.</translation>
    </message>
    <message>
        <source>%1, all test images: top-1 %2</source>
        <translation>%1, alle Testbilder: Top-1 %2</translation>
    </message>
    <message>
        <source>Sessions and lessons (*.zipper *.zipperlesson);;All files (*)</source>
        <translation>Sitzungen und Lektionen (*.zipper *.zipperlesson);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open session or lesson</source>
        <translation>Sitzung oder Lektion öffnen</translation>
    </message>
    <message>
        <source>A network is being trained. Stop that and close?</source>
        <translation>Ein Netz wird trainiert. Damit aufhören und schließen?</translation>
    </message>
    <message>
        <source>The best of the finished epochs is kept in its file.</source>
        <translation>Das beste der fertigen Epochen bleibt in seiner Datei.</translation>
    </message>
    <message>
        <source>The run in progress is lost; the session keeps the finished ones.</source>
        <translation>Der laufende Lauf geht verloren; die Sitzung behält die fertigen.</translation>
    </message>
    <message>
        <source>The queue is at work. Stop it and close?</source>
        <translation>Die Warteschlange läuft. Sie beenden und schließen?</translation>
    </message>
    <message numerus="yes">
        <source>Finished steps stay; the step in progress is lost. %Ln recipe(s) that wait are kept, and are there again when these networks are opened.</source>
        <translation>
            <numerusform>Fertige Schritte bleiben; der laufende Schritt geht verloren. %Ln wartendes Rezept wird aufbewahrt und ist wieder da, wenn diese Netze geöffnet werden.</numerusform>
            <numerusform>Fertige Schritte bleiben; der laufende Schritt geht verloren. %Ln wartende Rezepte werden aufbewahrt und sind wieder da, wenn diese Netze geöffnet werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>St&amp;op the training and close</source>
        <translation>Training &amp;anhalten und schließen</translation>
    </message>
    <message>
        <source>Train a &amp;Head…</source>
        <translation>&amp;Kopf trainieren…</translation>
    </message>
</context>
<context>
    <name>zipper::MapGrid</name>
    <message>
        <source>Every row shows one or more channels, every channel its maps side by side. Point at a cell, or move the cursor with the arrow keys, to read its values. Page Up, Page Down, Home and End scroll; Ctrl and the wheel, or + and −, change the size.</source>
        <translation>Jede Zeile zeigt einen oder mehrere Kanäle, jeder Kanal seine Karten nebeneinander. Auf eine Zelle zeigen oder den Cursor mit den Pfeiltasten bewegen, um ihre Werte abzulesen. Bild auf, Bild ab, Pos1 und Ende blättern; Strg und Mausrad oder + und − ändern die Größe.</translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <source>%1, row %2, column %3</source>
        <translation>%1, Zeile %2, Spalte %3</translation>
    </message>
</context>
<context>
    <name>zipper::MemoryBars</name>
    <message>
        <source>Memory of the networks</source>
        <translation>Speicher der Netze</translation>
    </message>
    <message>
        <source>The parameters of the networks apart, and of the merged one: what all tasks share is green, the rest has the colours of the tasks.</source>
        <translation>Die Parameter der einzelnen Netze und des verschmolzenen: Grün ist, was alle Aufgaben teilen, der Rest hat die Farben der Aufgaben.</translation>
    </message>
</context>
<context>
    <name>zipper::MergeCostLink</name>
    <message>
        <source>The merge costs couldn&apos;t be estimated.</source>
        <translation>Die Verschmelzkosten konnten nicht geschätzt werden.</translation>
    </message>
    <message>
        <source>Estimating merge costs</source>
        <translation>Verschmelzkosten werden geschätzt</translation>
    </message>
</context>
<context>
    <name>zipper::MergeEstimatePanel</name>
    <message>
        <source>Layer %1, %2</source>
        <translation>Schicht %1, %2</translation>
    </message>
    <message>
        <source>merge estimate</source>
        <translation>Verschmelzschätzung</translation>
    </message>
    <message>
        <source>rank from the cheapest</source>
        <translation>Rang ab der billigsten</translation>
    </message>
    <message>
        <source>saved parameters</source>
        <translation>gesparte Parameter</translation>
    </message>
    <message>
        <source>%1 and %2 alone</source>
        <translation>nur %1 und %2</translation>
    </message>
    <message>
        <source>Merge estimate by layer</source>
        <translation>Verschmelzschätzung nach Schicht</translation>
    </message>
    <message>
        <source>What sharing each layer costs at least, estimated from the teachers of all tasks: the smallest error of its outputs with shared weights, relative to their variance. Left and Right show the values of a layer, Enter or a click selects it.</source>
        <translation>Was es mindestens kostet, jede Schicht zu teilen, geschätzt aus den Lehrern aller Aufgaben: der kleinste Fehler ihrer Ausgänge mit gemeinsamen Gewichten, bezogen auf ihre Varianz. Links und Rechts zeigen die Werte einer Schicht, die Eingabetaste oder ein Klick wählt sie.</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>No estimate yet: “%1” works out what merging each layer costs.</source>
        <translation>Noch keine Schätzung: „%1“ ermittelt, was das Verschmelzen jeder Schicht kostet.</translation>
    </message>
</context>
<context>
    <name>zipper::NamesEditor</name>
    <message>
        <source>A name is empty.</source>
        <translation>Ein Name ist leer.</translation>
    </message>
    <message>
        <source>A name is longer than 100 characters.</source>
        <translation>Ein Name ist länger als 100 Zeichen.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be a name: letters from a to z, digits, “_”, “.” and “-” are expected.</source>
        <translation>„%1“ kann kein Name sein: Erwartet werden Buchstaben von a bis z, Ziffern, „_“, „.“ und „-“.</translation>
    </message>
    <message>
        <source>“%1” is the name of two inputs or outputs.</source>
        <translation>„%1“ ist der Name von zwei Ein- oder Ausgängen.</translation>
    </message>
    <message>
        <source>Input of all tasks:</source>
        <translation>Eingang aller Aufgaben:</translation>
    </message>
    <message>
        <source>One image, which all tasks look at.</source>
        <translation>Ein Bild, das alle Aufgaben ansehen.</translation>
    </message>
    <message>
        <source>Input of task %1:</source>
        <translation>Eingang der Aufgabe %1:</translation>
    </message>
    <message>
        <source>Output of task %1:</source>
        <translation>Ausgang der Aufgabe %1:</translation>
    </message>
    <message>
        <source>%1; empty: %2</source>
        <translation>%1; leer: %2</translation>
    </message>
</context>
<context>
    <name>zipper::NetworkAnswerView</name>
    <message>
        <source>How long the network took for this picture alone, on this machine: the median of several runs, with batch normalization folded into the convolutions</source>
        <translation>Wie lange das Netz allein für dieses Bild gebraucht hat, auf diesem Rechner: der Median mehrerer Läufe, mit Batch-Normalisierung, die in die Faltungen eingerechnet ist</translation>
    </message>
    <message>
        <source>%1 took %2</source>
        <comment>a network</comment>
        <translation>%1 brauchte %2</translation>
    </message>
    <message>
        <source>Fastest run: %1; slowest: %2</source>
        <translation>Schnellster Lauf: %1; langsamster: %2</translation>
    </message>
</context>
<context>
    <name>zipper::NoticeBar</name>
    <message>
        <source>Hide this notice</source>
        <translation>Diesen Hinweis ausblenden</translation>
    </message>
</context>
<context>
    <name>zipper::NoticeLink</name>
    <message>
        <source>Nothing can be merged, compared or scored: the images of task %1 can&apos;t be found in %2. Finished steps can be looked at and exported.</source>
        <translation>Es kann nichts verschmolzen, verglichen oder bewertet werden: Die Bilder der Aufgabe %1 sind in %2 nicht zu finden. Fertige Schritte lassen sich ansehen und exportieren.</translation>
    </message>
    <message>
        <source>Find Folder…</source>
        <translation>Ordner suchen…</translation>
    </message>
    <message>
        <source>Task %1: %2</source>
        <translation>Aufgabe %1: %2</translation>
    </message>
    <message>
        <source>Match Classes…</source>
        <translation>Klassen zuordnen…</translation>
    </message>
    <message>
        <source>Task %1: all figures of its network are wrong if one of these guesses is: %2.</source>
        <translation>Aufgabe %1: Alle Zahlen ihres Netzes sind falsch, wenn eine dieser Annahmen falsch ist: %2.</translation>
    </message>
    <message>
        <source>Change Conventions…</source>
        <translation>Konventionen ändern…</translation>
    </message>
    <message>
        <source>This session is open in another program, %1: save a copy to keep your steps.</source>
        <translation>Diese Sitzung ist in einem anderen Programm geöffnet, %1: Eine Kopie speichern, um die Schritte zu behalten.</translation>
    </message>
    <message>
        <source>Save a Copy…</source>
        <translation>Kopie speichern…</translation>
    </message>
    <message>
        <source>The images in %1 aren&apos;t those that this session was made with. Use them for task %2 all the same?</source>
        <translation>Die Bilder in %1 sind nicht die, mit denen diese Sitzung begonnen wurde. Trotzdem für Aufgabe %2 verwenden?</translation>
    </message>
    <message>
        <source>Figures of steps that are done can&apos;t be compared with those of steps to come.</source>
        <translation>Die Zahlen fertiger Schritte sind dann nicht mit denen künftiger Schritte vergleichbar.</translation>
    </message>
    <message>
        <source>&amp;Use these images</source>
        <translation>Diese Bilder &amp;verwenden</translation>
    </message>
    <message>
        <source>&amp;Find another folder…</source>
        <translation>Anderen &amp;Ordner suchen…</translation>
    </message>
    <message>
        <source>Nothing can be trained, compared or scored: task %1 has no images. Finished steps can be looked at and exported.</source>
        <translation>Nichts kann trainiert, verglichen oder ausgewertet werden: Aufgabe %1 hat keine Bilder. Fertige Schritte lassen sich ansehen und exportieren.</translation>
    </message>
    <message>
        <source>This merge needs no images: what is shared was the same in all networks. To score or compare it, open images of each task.</source>
        <translation>Diese Verschmelzung braucht keine Bilder: Was geteilt wird, war in allen Netzen gleich. Um sie auszuwerten oder zu vergleichen, öffnen Sie Bilder zu jeder Aufgabe.</translation>
    </message>
    <message>
        <source>Train a Head…</source>
        <translation>Kopf trainieren…</translation>
    </message>
</context>
<context>
    <name>zipper::PageEditor</name>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Add a page behind the selected one</source>
        <translation>Eine Seite hinter der gewählten hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Remove the selected page</source>
        <translation>Die gewählte Seite entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hinauf</translation>
    </message>
    <message>
        <source>Move the selected page towards the beginning</source>
        <translation>Die gewählte Seite zum Anfang hin verschieben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Hinunter</translation>
    </message>
    <message>
        <source>Move the selected page towards the end</source>
        <translation>Die gewählte Seite zum Ende hin verschieben</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>&amp;Heading:</source>
        <translation>Ü&amp;berschrift:</translation>
    </message>
    <message>
        <source>Te&amp;xt:</source>
        <translation>Te&amp;xt:</translation>
    </message>
    <message>
        <source>Sho&amp;w step:</source>
        <translation>Schritt &amp;zeigen:</translation>
    </message>
    <message>
        <source>Show &amp;panel:</source>
        <translation>&amp;Fensterteil zeigen:</translation>
    </message>
    <message>
        <source>(without a heading)</source>
        <translation>(ohne Überschrift)</translation>
    </message>
    <message>
        <source>The one that is shown stays</source>
        <translation>Der gezeigte bleibt</translation>
    </message>
    <message>
        <source>The networks before the first step</source>
        <translation>Die Netze vor dem ersten Schritt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keinen</translation>
    </message>
    <message>
        <source>New page</source>
        <translation>Neue Seite</translation>
    </message>
</context>
<context>
    <name>zipper::PanelKeys</name>
    <message>
        <source>Put %1 back into the window</source>
        <translation>%1 zurück ins Fenster setzen</translation>
    </message>
    <message>
        <source>Make %1 a window of its own</source>
        <translation>%1 zu einem eigenen Fenster machen</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Felder</translation>
    </message>
</context>
<context>
    <name>zipper::PartChoice</name>
    <message>
        <source>Expand</source>
        <translation>Expand</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>Pointwise</source>
        <translation>Pointwise</translation>
    </message>
    <message>
        <source>Last layer</source>
        <translation>Letzte Schicht</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Hidden layer %1</source>
        <translation>Verborgene Schicht %1</translation>
    </message>
    <message>
        <source>The part of the layer that is shown</source>
        <translation>Der Teil der Schicht, der gezeigt wird</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>Te&amp;il</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Squeeze</source>
        <translation>Squeeze</translation>
    </message>
    <message>
        <source>Excite</source>
        <translation>Excite</translation>
    </message>
</context>
<context>
    <name>zipper::PermutationChart</name>
    <message>
        <source>Pairs of channels</source>
        <translation>Kanalpaare</translation>
    </message>
    <message>
        <source>A point for each pair: to the right the channel of A, upwards the channel of the other task that corresponds to it. Points on the diagonal stand in place. Point at one, or move with the arrow keys, to read it.</source>
        <translation>Ein Punkt je Paar: nach rechts der Kanal von A, nach oben der Kanal der anderen Aufgabe, der ihm entspricht. Punkte auf der Diagonale stehen am Platz. Zeigen oder die Pfeiltasten lesen einen ab.</translation>
    </message>
    <message>
        <source>channel of %1</source>
        <translation>Kanal von %1</translation>
    </message>
    <message>
        <source>Which channel of %1 corresponds to which of A</source>
        <translation>Welcher Kanal von %1 welchem von A entspricht</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln channel(s) of %2 stand in place.</source>
        <translation>
            <numerusform>%1 von %Ln Kanal von %2 steht an seinem Platz.</numerusform>
            <numerusform>%1 von %Ln Kanälen von %2 stehen an ihrem Platz.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::PictureSources</name>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Open a picture from a file</source>
        <translation>Ein Bild aus einer Datei öffnen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Take the picture on the clipboard (Ctrl+V)</source>
        <translation>Das Bild aus der Zwischenablage nehmen (Strg+V)</translation>
    </message>
    <message>
        <source>Test image</source>
        <translation>Testbild</translation>
    </message>
    <message>
        <source>Take one of the test images by chance</source>
        <translation>Ein zufälliges Testbild nehmen</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Draw a digit, white on black. It is centred and scaled as the digits of MNIST are.</source>
        <translation>Eine Ziffer zeichnen, weiß auf schwarz. Sie wird zentriert und skaliert wie die Ziffern von MNIST.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Begin the drawing anew</source>
        <translation>Die Zeichnung von vorn beginnen</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Show the networks what the camera sees, until you press this again</source>
        <translation>Den Netzen zeigen, was die Kamera sieht, bis hier wieder gedrückt wird</translation>
    </message>
    <message>
        <source>This program was built without Qt Multimedia, which the camera needs.</source>
        <translation>Dieses Programm wurde ohne Qt Multimedia gebaut, das für die Kamera nötig ist.</translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation>Bild öffnen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff)</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>That is no picture.</source>
        <translation>Das ist kein Bild.</translation>
    </message>
</context>
<context>
    <name>zipper::PictureWell</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Drop a picture here, or paste one (Ctrl+V)</source>
        <translation>Hier ein Bild ablegen oder einfügen (Strg+V)</translation>
    </message>
    <message>
        <source>Drop a picture here</source>
        <translation>Hier ein Bild ablegen</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
</context>
<context>
    <name>zipper::PredictionView</name>
    <message>
        <source>class %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>verschmolzen</translation>
    </message>
    <message>
        <source>%1: %2 %3, %4 %5</source>
        <comment>class: network probability, network probability</comment>
        <translation>%1: %2 %3, %4 %5</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>class, network, probability</comment>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>zipper::PresetRow</name>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Edited, coming from %1.</source>
        <translation>Bearbeitet, ausgehend von %1.</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>Closed form first, then a short calibration.</source>
        <translation>Geschlossene Form, dann kurz kalibriert.</translation>
    </message>
    <message>
        <source>What the authors of the method ran.</source>
        <translation>Wie bei den Autoren der Methode.</translation>
    </message>
    <message>
        <source>As the preset has it.</source>
        <translation>Wie in der Voreinstellung.</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exakt</translation>
    </message>
    <message>
        <source>Only what is the same in all networks, shared as it is.</source>
        <translation>Nur was in allen Netzen gleich ist, geteilt, wie es ist.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Unterricht</translation>
    </message>
    <message>
        <source>Like “Fast”, on few images: nobody waits, and the result is good enough to talk about.</source>
        <translation>Wie „Schnell“, mit wenigen Bildern: Niemand wartet, und über das Ergebnis lässt sich reden.</translation>
    </message>
</context>
<context>
    <name>zipper::ProbabilityBar</name>
    <message>
        <source>%1: %2</source>
        <comment>a network and its answer</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>zipper::ProbeControls</name>
    <message>
        <source>Previous image</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>&amp;Open image…</source>
        <translation>Bild ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>The task whose networks look at the image</source>
        <translation>Die Aufgabe, deren Netze das Bild betrachten</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Number of the test image</source>
        <translation>Nummer des Testbildes</translation>
    </message>
    <message>
        <source>Image </source>
        <translation>Bild </translation>
    </message>
    <message>
        <source>Look at an image from a file instead of one of the test set</source>
        <translation>Ein Bild aus einer Datei statt aus dem Testsatz betrachten</translation>
    </message>
    <message>
        <source> of %L1</source>
        <translation> von %L1</translation>
    </message>
    <message>
        <source>Open image</source>
        <translation>Bild öffnen</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.webp *.bmp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp *.bmp)</translation>
    </message>
    <message>
        <source>The number of the image in the task&apos;s test set, counted from 1</source>
        <translation>Die Nummer des Bildes im Testsatz der Aufgabe, ab 1 gezählt</translation>
    </message>
</context>
<context>
    <name>zipper::ProbePicture</name>
    <message>
        <source>Probe image</source>
        <translation>Probebild</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
</context>
<context>
    <name>zipper::QueueLink</name>
    <message>
        <source>The queue that was kept can&apos;t be read and was set aside: %1</source>
        <translation>Die aufbewahrte Warteschlange ist nicht lesbar und wurde beiseitegelegt: %1</translation>
    </message>
    <message>
        <source>The queue isn&apos;t kept for the next start: %1</source>
        <translation>Die Warteschlange wird nicht für den nächsten Start aufbewahrt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipe(s) of the last time wait in the queue.</source>
        <translation>
            <numerusform>%Ln Rezept vom letzten Mal wartet in der Warteschlange.</numerusform>
            <numerusform>%Ln Rezepte vom letzten Mal warten in der Warteschlange.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open models and their data first.</source>
        <translation>Zuerst Modelle und ihre Daten öffnen.</translation>
    </message>
    <message>
        <source>While the queue runs, the form shows the recipe in work.</source>
        <translation>Während die Warteschlange läuft, zeigt das Formular das laufende Rezept.</translation>
    </message>
    <message>
        <source>The recipe can be added as soon as nothing runs.</source>
        <translation>Das Rezept lässt sich einreihen, sobald nichts läuft.</translation>
    </message>
    <message>
        <source>A field of the recipe is wrong.</source>
        <translation>Ein Feld des Rezepts ist falsch.</translation>
    </message>
    <message>
        <source>The queue is full: remove something.</source>
        <translation>Die Warteschlange ist voll: Bitte etwas entfernen.</translation>
    </message>
    <message>
        <source>The recipe plans no layer.</source>
        <translation>Das Rezept plant keine Schicht.</translation>
    </message>
    <message>
        <source>Its batch normalization isn&apos;t that of the session, which has steps already.</source>
        <translation>Seine Batch-Normalisierung ist nicht die der Sitzung, die schon Schritte hat.</translation>
    </message>
    <message>
        <source>The recipe waits in the queue, at place %1.</source>
        <translation>Das Rezept wartet in der Warteschlange, an Stelle %1.</translation>
    </message>
    <message numerus="yes">
        <source>The queue was stopped; %Ln recipe(s) wait.</source>
        <translation>
            <numerusform>Die Warteschlange wurde beendet; %Ln Rezept wartet.</numerusform>
            <numerusform>Die Warteschlange wurde beendet; %Ln Rezepte warten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The queue is through; %Ln recipe(s) failed.</source>
        <translation>
            <numerusform>Die Warteschlange ist durch; %Ln Rezept ist gescheitert.</numerusform>
            <numerusform>Die Warteschlange ist durch; %Ln Rezepte sind gescheitert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The queue is through. Its runs are in the history.</source>
        <translation>Die Warteschlange ist durch. Ihre Läufe stehen im Verlauf.</translation>
    </message>
    <message>
        <source>The queue can&apos;t be kept: %1</source>
        <translation>Die Warteschlange kann nicht aufbewahrt werden: %1</translation>
    </message>
    <message>
        <source>%1, “%2”</source>
        <comment>place and name in the queue</comment>
        <translation>%1, „%2“</translation>
    </message>
    <message>
        <source>The same recipe was run already (place %1); a second run gives the same result.</source>
        <translation>Dasselbe Rezept ist schon gelaufen (Platz %1); ein zweiter Lauf ergibt dasselbe.</translation>
    </message>
    <message>
        <source>The same recipe waits already (place %1); a second run gives the same result.</source>
        <translation>Dasselbe Rezept wartet schon (Platz %1); ein zweiter Lauf ergibt dasselbe.</translation>
    </message>
</context>
<context>
    <name>zipper::QueueModel</name>
    <message>
        <source>no layer</source>
        <translation>keine Schicht</translation>
    </message>
    <message>
        <source>layers %1</source>
        <translation>Schichten %1</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln iteration(s)</source>
        <translation>
            <numerusform>%Ln Iteration</numerusform>
            <numerusform>%Ln Iterationen</numerusform>
        </translation>
    </message>
    <message>
        <source>several initializations</source>
        <translation>mehrere Initialisierungen</translation>
    </message>
    <message>
        <source>fine-tuning %1</source>
        <translation>Feinabstimmung %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>%1 images per task and iteration; %2, %3 learning rate %4</source>
        <translation>%1 Bilder je Aufgabe und Iteration; %2, Lernrate %4 (%3)</translation>
    </message>
    <message>
        <source>unknown yet</source>
        <translation>noch unbekannt</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>The order in which they are run.</source>
        <translation>Die Reihenfolge, in der sie laufen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What the run will be called in the history.</source>
        <translation>Wie der Lauf im Verlauf heißen wird.</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>What it does; at length in the tool tip.</source>
        <translation>Was es tut; ausführlich im Kurzhinweis.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>About how long it will take, estimated from what was measured on this machine; what it took, once it is done.</source>
        <translation>Wie lange es etwa dauert, geschätzt nach dem, was auf diesem Rechner gemessen wurde; wie lange es gedauert hat, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Whether it waits, runs, or what came of it.</source>
        <translation>Ob es wartet, läuft, oder was daraus wurde.</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>about 4 min</comment>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state: why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Enter or a double click goes to its last step.</source>
        <translation>Eingabe oder Doppelklick führt zu seinem letzten Schritt.</translation>
    </message>
</context>
<context>
    <name>zipper::QueuePanel</name>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>of the run, if you like</source>
        <translation>des Laufs, auf Wunsch</translation>
    </message>
    <message>
        <source>What the run is called in the history</source>
        <translation>Wie der Lauf im Verlauf heißt</translation>
    </message>
    <message>
        <source>Add recipe</source>
        <translation>Rezept einreihen</translation>
    </message>
    <message>
        <source>Puts the recipe, as the form has it now, at the end of the queue</source>
        <translation>Stellt das Rezept, wie es jetzt im Formular steht, ans Ende der Warteschlange</translation>
    </message>
    <message>
        <source>Start queue</source>
        <translation>Warteschlange starten</translation>
    </message>
    <message>
        <source>Runs what waits, one after the other, each from the teachers. A failure doesn&apos;t stop the rest.</source>
        <translation>Führt aus, was wartet, eines nach dem anderen, jedes von den Lehrern aus. Ein Fehler hält die übrigen nicht auf.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Holds the step in work after the current batch, or goes on with it</source>
        <translation>Hält den laufenden Schritt nach dem jetzigen Batch an oder fährt mit ihm fort</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Gives up the run in work and goes on with the next recipe</source>
        <translation>Gibt den laufenden Lauf auf und fährt mit dem nächsten Rezept fort</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Runs the selected recipe earlier (Ctrl+Up)</source>
        <translation>Führt das gewählte Rezept früher aus (Strg+Auf)</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Runs the selected recipe later (Ctrl+Down)</source>
        <translation>Führt das gewählte Rezept später aus (Strg+Ab)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Takes the selected recipe out of the queue (Del)</source>
        <translation>Nimmt das gewählte Rezept aus der Warteschlange (Entf)</translation>
    </message>
    <message>
        <source>Go to result</source>
        <translation>Zum Ergebnis</translation>
    </message>
    <message>
        <source>Goes to the last step of the selected run (Enter)</source>
        <translation>Geht zum letzten Schritt des gewählten Laufs (Eingabe)</translation>
    </message>
    <message>
        <source>Recipes of the queue</source>
        <translation>Rezepte der Warteschlange</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>The queue is empty. Set up a recipe in the form and add it, then another one: different initializations, seeds or layers. Each is run from the teachers and becomes a run of the session.</source>
        <translation>Die Warteschlange ist leer. Ein Rezept im Formular einstellen und einreihen, dann ein weiteres: andere Initialisierungen, Startwerte oder Schichten. Jedes läuft von den Lehrern aus und wird ein Lauf der Sitzung.</translation>
    </message>
    <message>
        <source>All recipes of the queue are through.</source>
        <translation>Alle Rezepte der Warteschlange sind durch.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recipe(s) to run</source>
        <translation>
            <numerusform>%Ln Rezept auszuführen</numerusform>
            <numerusform>%Ln Rezepte auszuführen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. How long that takes is known as soon as something was measured.</source>
        <translation>%1. Wie lange das dauert, ist bekannt, sobald etwas gemessen wurde.</translation>
    </message>
    <message>
        <source>%1: %2 in all, estimated from what was measured on this machine.</source>
        <translation>%1: zusammen %2, geschätzt nach dem, was auf diesem Rechner gemessen wurde.</translation>
    </message>
    <message>
        <source>Add anyway</source>
        <translation>Trotzdem einreihen</translation>
    </message>
    <message>
        <source>Puts the recipe into the queue once more</source>
        <translation>Reiht das Rezept noch einmal ein</translation>
    </message>
    <message>
        <source>Don&apos;t add</source>
        <translation>Nicht einreihen</translation>
    </message>
    <message>
        <source>Leaves the queue as it is (Esc)</source>
        <translation>Lässt die Warteschlange, wie sie ist (Esc)</translation>
    </message>
</context>
<context>
    <name>zipper::RecentDelegate</name>
    <message>
        <source>missing: %1</source>
        <translation>fehlt: %1</translation>
    </message>
</context>
<context>
    <name>zipper::RecentList</name>
    <message>
        <source>Recent sessions</source>
        <translation>Letzte Sitzungen</translation>
    </message>
    <message>
        <source>Sessions that were open before: Enter or a double click opens one, Delete takes it off the list.</source>
        <translation>Früher geöffnete Sitzungen: Eingabetaste oder Doppelklick öffnet eine, Entf nimmt sie von der Liste.</translation>
    </message>
    <message>
        <source>%1
This file is missing.</source>
        <translation>%1
Diese Datei fehlt.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>None yet. Sessions that you save or open are listed here.</source>
        <translation>Noch keine. Gespeicherte oder geöffnete Sitzungen stehen hier.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Remove from List</source>
        <translation>Aus Liste &amp;entfernen</translation>
    </message>
</context>
<context>
    <name>zipper::RecipeDifferenceDialog</name>
    <message>
        <source>Network of task %1</source>
        <translation>Netz von Aufgabe %1</translation>
    </message>
    <message>
        <source>Images of task %1</source>
        <translation>Bilder von Aufgabe %1</translation>
    </message>
    <message>
        <source>How images of task %1 are read</source>
        <translation>Wie die Bilder von Aufgabe %1 gelesen werden</translation>
    </message>
    <message>
        <source>Overrides of task %1</source>
        <translation>Festlegungen für Aufgabe %1</translation>
    </message>
    <message>
        <source>Classes of task %1</source>
        <translation>Klassen von Aufgabe %1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>layers %1</source>
        <translation>Schichten %1</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>alle Schichten</translation>
    </message>
    <message>
        <source>all other layers</source>
        <translation>alle anderen Schichten</translation>
    </message>
    <message>
        <source>fine-tuning</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Copy as &amp;CSV</source>
        <translation>Als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>Compare recipes</source>
        <translation>Rezepte vergleichen</translation>
    </message>
    <message>
        <source>From a &amp;File…</source>
        <translation>Aus einer &amp;Datei…</translation>
    </message>
    <message>
        <source>Compares with the recipe of a file: a recipe, or a session</source>
        <translation>Vergleicht mit dem Rezept einer Datei: eines Rezepts oder einer Sitzung</translation>
    </message>
    <message>
        <source>F&amp;irst:</source>
        <translation>E&amp;rstes:</translation>
    </message>
    <message>
        <source>&amp;Second:</source>
        <translation>&amp;Zweites:</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Einstellungen, die sich unterscheiden</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erstes</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweites</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Copies the table as comma-separated values with a header line.</source>
        <translation>Kopiert die Tabelle als durch Kommas getrennte Werte mit einer Kopfzeile.</translation>
    </message>
    <message>
        <source>No differences: both do the same with the same networks and images.</source>
        <translation>Keine Unterschiede: Beide tun dasselbe mit denselben Netzen und Bildern.</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) differ; what both have in common isn&apos;t listed.</source>
        <translation>
            <numerusform>%n Einstellung unterscheidet sich; was beiden gemeinsam ist, steht nicht in der Liste.</numerusform>
            <numerusform>%n Einstellungen unterscheiden sich; was beiden gemeinsam ist, steht nicht in der Liste.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::RecipeForm</name>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Per task</source>
        <translation>Je Aufgabe</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <source>Calibration of each step</source>
        <translation>Kalibrierung jedes Schritts</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1
Default: %2</source>
        <translation>%1
Standard: %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>changed with the initialization, was: %1</source>
        <translation>mit der Initialisierung geändert, zuvor: %1</translation>
    </message>
    <message>
        <source>changed with the preset, was: %1</source>
        <translation>mit der Voreinstellung geändert, zuvor: %1</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
</context>
<context>
    <name>zipper::RecipePanel</name>
    <message>
        <source>Reset to preset</source>
        <translation>Auf Voreinstellung zurücksetzen</translation>
    </message>
    <message>
        <source>Sets all settings that the preset prescribes back to its values.</source>
        <translation>Setzt alle Einstellungen, die die Voreinstellung vorgibt, auf deren Werte zurück.</translation>
    </message>
    <message>
        <source>Recipe menu</source>
        <translation>Rezeptmenü</translation>
    </message>
    <message>
        <source>Load or save the recipe, undo and redo.</source>
        <translation>Rezept laden oder speichern, rückgängig machen und wiederholen.</translation>
    </message>
    <message>
        <source>&amp;Load Recipe…</source>
        <translation>Rezept &amp;laden…</translation>
    </message>
    <message>
        <source>Takes settings and plan from a JSON file; models and data stay as they are.</source>
        <translation>Übernimmt Einstellungen und Plan aus einer JSON-Datei; Modelle und Daten bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>&amp;Save Recipe As…</source>
        <translation>Rezept &amp;speichern unter…</translation>
    </message>
    <message>
        <source>Writes settings, plan and sources to a JSON file that the command line reads, too.</source>
        <translation>Schreibt Einstellungen, Plan und Quellen in eine JSON-Datei, die auch die Befehlszeile liest.</translation>
    </message>
    <message>
        <source>&amp;Reset to Preset</source>
        <translation>Auf &amp;Voreinstellung zurücksetzen</translation>
    </message>
    <message>
        <source>%1
Fixed for the whole session since its first step. File, New begins another one.</source>
        <translation>%1
Seit dem ersten Schritt für die ganze Sitzung fest. Datei, Neu beginnt eine andere.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Preset %1</source>
        <translation>Voreinstellung %1</translation>
    </message>
    <message>
        <source>Locked while a step runs.</source>
        <translation>Gesperrt, solange ein Schritt läuft.</translation>
    </message>
    <message>
        <source>Some steps had settings of their own; the plan now uses those above for all.</source>
        <translation>Einige Schritte hatten eigene Einstellungen; der Plan verwendet nun für alle die obigen.</translation>
    </message>
    <message>
        <source>Iterations after the last step.</source>
        <translation>Iterationen nach dem letzten Schritt.</translation>
    </message>
    <message>
        <source>No fine-tuning after the last step.</source>
        <translation>Keine Feinabstimmung nach dem letzten Schritt.</translation>
    </message>
    <message>
        <source>One per core.</source>
        <translation>Einer je Kern.</translation>
    </message>
    <message>
        <source>Load Recipe</source>
        <translation>Rezept laden</translation>
    </message>
    <message>
        <source>Recipes (*.json);;All files (*)</source>
        <translation>Rezepte (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The recipe could not be loaded.</source>
        <translation>Das Rezept konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>Save Recipe</source>
        <translation>Rezept speichern</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>Rezepte (*.json)</translation>
    </message>
    <message>
        <source>The recipe could not be saved.</source>
        <translation>Das Rezept konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Geändert: %1</translation>
    </message>
    <message>
        <source>Keep the other settings</source>
        <translation>Übrige Einstellungen behalten</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to correct.</source>
        <translation>
            <numerusform>%n Feld zu korrigieren.</numerusform>
            <numerusform>%n Felder zu korrigieren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::RunComparison</name>
    <message>
        <source>Comparison of the runs</source>
        <translation>Vergleich der Läufe</translation>
    </message>
    <message>
        <source>What each run came to, from the teachers to its last step. Click a header to sort by it; double-click a run to go to its last step.</source>
        <translation>Was jeder Lauf ergab, von den Lehrern bis zu seinem letzten Schritt. Ein Klick auf eine Kopfzelle sortiert danach; ein Doppelklick auf einen Lauf geht zu dessen letztem Schritt.</translation>
    </message>
    <message>
        <source>&amp;Copy selected runs</source>
        <translation>Gewählte Läufe &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Copies all runs as comma-separated values with a header line.</source>
        <translation>Kopiert alle Läufe als kommagetrennte Werte mit Kopfzeile.</translation>
    </message>
    <message>
        <source>&amp;Name and Notes…</source>
        <translation>&amp;Name und Notizen…</translation>
    </message>
    <message>
        <source>Compare &amp;Recipes…</source>
        <translation>&amp;Rezepte vergleichen…</translation>
    </message>
    <message>
        <source>Copy as Co&amp;mmand</source>
        <translation>Als Befe&amp;hl kopieren</translation>
    </message>
</context>
<context>
    <name>zipper::RunController</name>
    <message>
        <source>Zippering</source>
        <translation>Zippering</translation>
    </message>
    <message>
        <source>teachers</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>%1: calibrating %2/%3</source>
        <translation>%1: Kalibrierung %2/%3</translation>
    </message>
    <message>
        <source>The step of layer %1 failed.</source>
        <translation>Der Schritt an Schicht %1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The fine-tuning failed.</source>
        <translation>Die Feinabstimmung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The teachers couldn&apos;t be scored.</source>
        <translation>Die Lehrer konnten nicht ausgewertet werden.</translation>
    </message>
    <message>
        <source>%1: initializing %2/%3</source>
        <translation>%1: Initialisierung %2/%3</translation>
    </message>
    <message>
        <source>%1: initializing</source>
        <translation>%1: Initialisierung</translation>
    </message>
    <message>
        <source>%1: batch statistics %2/%3</source>
        <translation>%1: Batch-Statistik %2/%3</translation>
    </message>
    <message>
        <source>%1: batch statistics</source>
        <translation>%1: Batch-Statistik</translation>
    </message>
    <message>
        <source>%1: evaluating %2/%3</source>
        <translation>%1: Auswertung %2/%3</translation>
    </message>
    <message>
        <source>%1: evaluating</source>
        <translation>%1: Auswertung</translation>
    </message>
    <message>
        <source>%1: aligning channels %2/%3</source>
        <translation>%1: Kanäle werden zugeordnet %2/%3</translation>
    </message>
    <message>
        <source>%1: aligning channels</source>
        <translation>%1: Kanäle werden zugeordnet</translation>
    </message>
    <message>
        <source>%1: moments %2/%3</source>
        <translation>%1: Momente %2/%3</translation>
    </message>
    <message>
        <source>%1: moments</source>
        <translation>%1: Momente</translation>
    </message>
    <message>
        <source>%1: Fisher information %2/%3</source>
        <translation>%1: Fisher-Information %2/%3</translation>
    </message>
    <message>
        <source>%1: Fisher information</source>
        <translation>%1: Fisher-Information</translation>
    </message>
    <message>
        <source>%1: kernels %2/%3</source>
        <translation>%1: Kerne %2/%3</translation>
    </message>
    <message>
        <source>%1: kernels</source>
        <translation>%1: Kerne</translation>
    </message>
    <message>
        <source>%1: weights %2/%3</source>
        <translation>%1: Gewichte %2/%3</translation>
    </message>
    <message>
        <source>%1: weights</source>
        <translation>%1: Gewichte</translation>
    </message>
    <message>
        <source>%1: heads %2/%3</source>
        <translation>%1: Köpfe %2/%3</translation>
    </message>
    <message>
        <source>%1: heads</source>
        <translation>%1: Köpfe</translation>
    </message>
    <message>
        <source>%1: scoring all test images %2/%3</source>
        <translation>%1: alle Testbilder werden ausgewertet %2/%3</translation>
    </message>
    <message>
        <source>%1: scoring all test images</source>
        <translation>%1: alle Testbilder werden ausgewertet</translation>
    </message>
    <message>
        <source>Not all test images could be scored.</source>
        <translation>Nicht alle Testbilder konnten ausgewertet werden.</translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>Auswertung</translation>
    </message>
</context>
<context>
    <name>zipper::RunNoteDialog</name>
    <message>
        <source>Name and notes of %1</source>
        <translation>Name und Notizen von %1</translation>
    </message>
    <message>
        <source>for example: small batches</source>
        <translation>zum Beispiel: kleine Batches</translation>
    </message>
    <message>
        <source>&amp;Name, as history, curves and reports show it:</source>
        <translation>&amp;Name, wie ihn Verlauf, Kurven und Berichte zeigen:</translation>
    </message>
    <message>
        <source>N&amp;otes:</source>
        <translation>N&amp;otizen:</translation>
    </message>
</context>
<context>
    <name>zipper::RunStatus</name>
    <message>
        <source>No session</source>
        <translation>Keine Sitzung</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Paused — %1</source>
        <translation>Angehalten — %1</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Memory of this program (resident)</source>
        <translation>Speicherverbrauch dieses Programms (resident)</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 Bilder/s</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>the plan takes about %1</source>
        <translation>der Plan dauert etwa %1</translation>
    </message>
    <message>
        <source>Estimated from what is left to do and the rates measured so far</source>
        <translation>Geschätzt aus der restlichen Arbeit und den bisher gemessenen Geschwindigkeiten</translation>
    </message>
    <message>
        <source>All steps that are left: estimated from the rates measured in this session</source>
        <translation>Alle restlichen Schritte: geschätzt aus den in dieser Sitzung gemessenen Geschwindigkeiten</translation>
    </message>
    <message>
        <source>Images of all tasks per second while calibrating</source>
        <translation>Bilder aller Aufgaben pro Sekunde während der Kalibrierung</translation>
    </message>
</context>
<context>
    <name>zipper::RunTableModel</name>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>The session stands on this run.</source>
        <translation>Die Sitzung steht auf diesem Lauf.</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) merged</source>
        <translation>
            <numerusform>%n Schicht verschmolzen</numerusform>
            <numerusform>%n Schichten verschmolzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Iter.</source>
        <translation>Iter.</translation>
    </message>
    <message>
        <source>Δ points</source>
        <translation>Δ Punkte</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>Param.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Top-1 %1</source>
        <translation>Top-1 %1</translation>
    </message>
    <message>
        <source>Runs in the order in which they were begun; bold: the one the session stands on.</source>
        <translation>Läufe in der Reihenfolge ihres Beginns; fett: der, auf dem die Sitzung steht.</translation>
    </message>
    <message>
        <source>How the run&apos;s merging steps initialized the shared weights.</source>
        <translation>Wie die Verschmelzungsschritte des Laufs die gemeinsamen Gewichte initialisierten.</translation>
    </message>
    <message>
        <source>Layers that are merged at the end of the run, in the order of merging.</source>
        <translation>Schichten, die am Ende des Laufs verschmolzen sind, in der Reihenfolge der Verschmelzung.</translation>
    </message>
    <message>
        <source>Calibration iterations of all steps from the teachers to the end of the run.</source>
        <translation>Kalibrierungsiterationen aller Schritte von den Lehrern bis zum Ende des Laufs.</translation>
    </message>
    <message>
        <source>Mean top-1 over the tasks at the end of the run minus that of the teachers, in percentage points.</source>
        <translation>Mittleres Top-1 über die Aufgaben am Ende des Laufs minus das der Lehrer, in Prozentpunkten.</translation>
    </message>
    <message>
        <source>Trainable parameters of the merged network, all tasks together.</source>
        <translation>Trainierbare Parameter des verschmolzenen Netzes, alle Aufgaben zusammen.</translation>
    </message>
    <message>
        <source>Duration of all steps from the teachers to the end of the run.</source>
        <translation>Dauer aller Schritte von den Lehrern bis zum Ende des Laufs.</translation>
    </message>
    <message>
        <source>Top-1 on the test images of task %1 at the end of the run.</source>
        <translation>Top-1 auf den Testbildern der Aufgabe %1 am Ende des Laufs.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What the run is called.</source>
        <translation>Wie der Lauf heißt.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>What was noted of the run; F2 edits it.</source>
        <translation>Was zu dem Lauf notiert wurde; F2 bearbeitet es.</translation>
    </message>
</context>
<context>
    <name>zipper::RunsLink</name>
    <message>
        <source>The run couldn&apos;t get this name.</source>
        <translation>Der Lauf konnte diesen Namen nicht bekommen.</translation>
    </message>
    <message>
        <source>What is planned now</source>
        <translation>Was jetzt geplant ist</translation>
    </message>
    <message>
        <source>Recipe to compare with</source>
        <translation>Rezept zum Vergleichen</translation>
    </message>
    <message>
        <source>Recipes and sessions (*.json *.zipper);;All files (*)</source>
        <translation>Rezepte und Sitzungen (*.json *.zipper);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The recipe couldn&apos;t be read.</source>
        <translation>Das Rezept konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There is no command for this recipe.</source>
        <translation>Für dieses Rezept gibt es keinen Befehl.</translation>
    </message>
    <message>
        <source>Mend what is marked in the recipe first.</source>
        <translation>Zuerst berichtigen, was im Rezept markiert ist.</translation>
    </message>
    <message>
        <source>The command that does what is planned is on the clipboard.</source>
        <translation>Der Befehl, der tut, was geplant ist, liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The command that does what run %1 did is on the clipboard.</source>
        <translation>Der Befehl, der tut, was Lauf %1 getan hat, liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Classes that were matched by hand aren&apos;t in the command: --classes takes a file of them.</source>
        <translation>Von Hand zugeordnete Klassen stehen nicht im Befehl: --classes nimmt eine Datei davon.</translation>
    </message>
</context>
<context>
    <name>zipper::SaveMenu</name>
    <message>
        <source>&amp;Picture (PNG)</source>
        <translation>&amp;Bild (PNG)</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>Numbers as &amp;CSV</source>
        <translation>Zahlen als &amp;CSV</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Numbers for &amp;NumPy (NPY)</source>
        <translation>Zahlen für &amp;NumPy (NPY)</translation>
    </message>
    <message>
        <source>NumPy arrays (*.npy)</source>
        <translation>NumPy-Arrays (*.npy)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The file could not be saved.</source>
        <translation>Die Datei konnte nicht gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>zipper::SchedulePreview</name>
    <message>
        <source>The learning rate over the iterations of one step.</source>
        <translation>Die Lernrate über die Iterationen eines Schritts.</translation>
    </message>
    <message>
        <source>Learning-rate schedule</source>
        <translation>Lernratenverlauf</translation>
    </message>
    <message>
        <source>no calibration</source>
        <translation>keine Kalibrierung</translation>
    </message>
    <message>
        <source>%1 throughout</source>
        <translation>durchgehend %1</translation>
    </message>
    <message>
        <source>%1, × %2 every %3 epochs</source>
        <translation>%1, × %2 alle %3 Epochen</translation>
    </message>
    <message numerus="yes">
        <source>%1 → %2 in %Ln iteration(s)</source>
        <translation>
            <numerusform>%1 → %2 in %Ln Iteration</numerusform>
            <numerusform>%1 → %2 in %Ln Iterationen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::SeriesLegend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Which line belongs to which network</source>
        <translation>Welche Linie zu welchem Netz gehört</translation>
    </message>
</context>
<context>
    <name>zipper::SessionController</name>
    <message>
        <source>Opening the sample</source>
        <translation>Beispiel wird geöffnet</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Recovering the session</source>
        <translation>Sitzung wird wiederhergestellt</translation>
    </message>
    <message>
        <source>Data %1 can&apos;t be used.</source>
        <translation>Daten %1 sind nicht verwendbar.</translation>
    </message>
    <message>
        <source>Opening data %1</source>
        <translation>Daten %1 werden geöffnet</translation>
    </message>
    <message>
        <source>The session couldn&apos;t be saved.</source>
        <translation>Die Sitzung konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>%1 wird exportiert</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>The sample can&apos;t be opened.</source>
        <translation>Das Beispiel kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be opened.</source>
        <translation>%1 kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The session can&apos;t be recovered.</source>
        <translation>Die Sitzung kann nicht wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>The merged model couldn&apos;t be exported.</source>
        <translation>Das verschmolzene Modell konnte nicht exportiert werden.</translation>
    </message>
    <message>
        <source>The report couldn&apos;t be written.</source>
        <translation>Der Bericht konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Finished steps aren&apos;t kept for the case of a crash: %1</source>
        <translation>Fertige Schritte werden nicht für den Fall eines Absturzes aufbewahrt: %1</translation>
    </message>
    <message>
        <source>%1 is open in another program, %2: it can be looked at here, and saved as a copy.</source>
        <translation>%1 ist in einem anderen Programm geöffnet, %2: Die Sitzung kann hier angesehen und als Kopie gespeichert werden.</translation>
    </message>
    <message>
        <source>Other programs can&apos;t be kept from writing %1: %2. A change will be noticed.</source>
        <translation>Andere Programme lassen sich nicht daran hindern, %1 zu schreiben: %2. Eine Änderung wird bemerkt.</translation>
    </message>
    <message>
        <source>Matching the classes of task %1</source>
        <translation>Klassen der Aufgabe %1 werden zugeordnet</translation>
    </message>
    <message>
        <source>The classes can&apos;t be matched so.</source>
        <translation>So lassen sich die Klassen nicht zuordnen.</translation>
    </message>
    <message>
        <source>Opening the networks</source>
        <translation>Netze werden geöffnet</translation>
    </message>
    <message>
        <source>The networks can&apos;t be opened.</source>
        <translation>Die Netze können nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Writing the lesson</source>
        <translation>Die Lektion wird geschrieben</translation>
    </message>
    <message>
        <source>The lesson couldn&apos;t be written.</source>
        <translation>Die Lektion konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The comparison isn&apos;t kept for the case of a crash: %1</source>
        <translation>Der Vergleich wird nicht für den Fall eines Absturzes aufbewahrt: %1</translation>
    </message>
</context>
<context>
    <name>zipper::SessionViews</name>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>The recipe can be changed between steps.</source>
        <translation>Das Rezept kann zwischen den Schritten geändert werden.</translation>
    </message>
    <message>
        <source>Run %1 · %2</source>
        <translation>Lauf %1 · %2</translation>
    </message>
</context>
<context>
    <name>zipper::SizesDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Sizes and trunks</source>
        <translation>Größen und Rümpfe</translation>
    </message>
    <message>
        <source>Accuracy against size</source>
        <translation>Genauigkeit gegen Größe</translation>
    </message>
    <message>
        <source>Accuracy against speedup</source>
        <translation>Genauigkeit gegen Geschwindigkeit</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Fortschritt der Messung</translation>
    </message>
    <message>
        <source>Give up the network in progress; measured ones stay</source>
        <translation>Das Netz in Arbeit aufgeben; gemessene bleiben</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Schl&amp;ießen</translation>
    </message>
    <message>
        <source>Close this window; a measurement that runs goes on, and points stay with the session</source>
        <translation>Dieses Fenster schließen; eine laufende Messung geht weiter, und Punkte bleiben bei der Sitzung</translation>
    </message>
</context>
<context>
    <name>zipper::SizesLink</name>
    <message>
        <source>The recipe now plans layers %1.</source>
        <translation>Das Rezept plant jetzt die Schichten %1.</translation>
    </message>
    <message>
        <source>All of these sizes are measured already.</source>
        <translation>Alle diese Größen sind schon gemessen.</translation>
    </message>
    <message>
        <source>Scoring the teachers</source>
        <translation>Lehrer werden bewertet</translation>
    </message>
    <message>
        <source>Measuring sizes</source>
        <translation>Größen werden gemessen</translation>
    </message>
    <message>
        <source>The sizes couldn&apos;t be measured.</source>
        <translation>Die Größen konnten nicht gemessen werden.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Layers %1, calibrated: %2</source>
        <translation>Schichten %1, kalibriert: %2</translation>
    </message>
    <message>
        <source>Layers %1, closed form: %2</source>
        <translation>Schichten %1, geschlossene Form: %2</translation>
    </message>
    <message>
        <source>All of these trunks are measured already.</source>
        <translation>Alle diese Rümpfe sind schon gemessen.</translation>
    </message>
    <message>
        <source>Measuring trunks</source>
        <translation>Rümpfe werden gemessen</translation>
    </message>
    <message>
        <source>The trunks couldn&apos;t be measured.</source>
        <translation>Die Rümpfe konnten nicht gemessen werden.</translation>
    </message>
    <message>
        <source>Trunk up to layer %1: %2 of %3</source>
        <translation>Rumpf bis Schicht %1: %2 von %3</translation>
    </message>
    <message>
        <source>All networks are measured.</source>
        <translation>Alle Netze sind gemessen.</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 networks are measured.</source>
        <translation>Angehalten: %1 von %2 Netzen sind gemessen.</translation>
    </message>
</context>
<context>
    <name>zipper::SizesPage</name>
    <message>
        <source>Go to &amp;Recommended</source>
        <translation>Zur &amp;empfohlenen</translation>
    </message>
    <message>
        <source>Put the slider on the recommended size</source>
        <translation>Den Regler auf die empfohlene Größe stellen</translation>
    </message>
    <message>
        <source>&amp;Use These Layers</source>
        <translation>Diese Schichten &amp;verwenden</translation>
    </message>
    <message>
        <source>Writes the layers into the recipe; Edit, Undo takes it back.</source>
        <translation>Schreibt die Schichten ins Rezept; Bearbeiten, Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>Merge each of these sizes by itself, and score it; the session stays as it is</source>
        <translation>Jede dieser Größen für sich verschmelzen und bewerten; die Sitzung bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Measure &amp;This Size</source>
        <translation>&amp;Diese Größe messen</translation>
    </message>
    <message>
        <source>Merge and score the size of the slider</source>
        <translation>Die Größe des Reglers verschmelzen und bewerten</translation>
    </message>
    <message>
        <source>Sizes from the separate networks to one, spread evenly.</source>
        <translation>Größen von den getrennten Netzen bis zu einem, gleichmäßig verteilt.</translation>
    </message>
    <message>
        <source>Of calibration after each layer; 0 measures in closed form alone, which is quick.</source>
        <translation>Der Kalibrierung nach jeder Schicht; 0 misst nur in geschlossener Form, was schnell geht.</translation>
    </message>
    <message>
        <source>End to end, after the last layer; 0: none.</source>
        <translation>Im Ganzen, nach der letzten Schicht; 0: keine.</translation>
    </message>
    <message>
        <source>Accuracy against size</source>
        <translation>Genauigkeit gegen Größe</translation>
    </message>
    <message>
        <source>times fewer parameters than the separate networks</source>
        <translation>mal weniger Parameter als die getrennten Netze</translation>
    </message>
    <message>
        <source>Measured sizes appear here, one after the other.</source>
        <translation>Hier erscheinen gemessene Größen, eine nach der anderen.</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>Size: how many layers are shared</source>
        <translation>Größe: wie viele Schichten geteilt werden</translation>
    </message>
    <message>
        <source>From the separate networks at the left to one network at the right.</source>
        <translation>Von den getrennten Netzen links bis zu einem Netz rechts.</translation>
    </message>
    <message>
        <source>&amp;Points:</source>
        <translation>&amp;Punkte:</translation>
    </message>
    <message>
        <source>&amp;Iterations per layer:</source>
        <translation>&amp;Iterationen je Schicht:</translation>
    </message>
    <message>
        <source>&amp;Fine-tuning:</source>
        <translation>&amp;Feinabstimmung:</translation>
    </message>
    <message>
        <source>Layer %1 is merged already, which this size leaves out: step back first to use it.</source>
        <translation>Schicht %1, die diese Größe weglässt, ist schon verschmolzen: erst zurückgehen, um sie zu verwenden.</translation>
    </message>
    <message>
        <source>Merge estimates come first; they are being worked out from the teachers.</source>
        <translation>Zuerst kommen die Verschmelzschätzungen; sie werden aus den Lehrern ermittelt.</translation>
    </message>
    <message>
        <source>Sizes: %1, each merged by itself.</source>
        <translation>Größen: %1, jede für sich verschmolzen.</translation>
    </message>
    <message>
        <source>All together about %1.</source>
        <translation>Alle zusammen etwa %1.</translation>
    </message>
</context>
<context>
    <name>zipper::SizesTexts</name>
    <message>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <source>closed form</source>
        <translation>geschlossene Form</translation>
    </message>
    <message>
        <source>separate networks</source>
        <translation>getrennte Netze</translation>
    </message>
    <message>
        <source>layers %1</source>
        <translation>Schichten %1</translation>
    </message>
    <message>
        <source>Shared layers</source>
        <translation>Geteilte Schichten</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Mean top-1</source>
        <translation>Mittleres Top-1</translation>
    </message>
    <message>
        <source>Points to teachers</source>
        <translation>Punkte zu den Lehrern</translation>
    </message>
    <message>
        <source>Top-1 %1</source>
        <translation>Top-1 %1</translation>
    </message>
    <message>
        <source>Measured, %1: mean top-1 %2, %3 points to the teachers.</source>
        <translation>Gemessen, %1: mittleres Top-1 %2, %3 Punkte zu den Lehrern.</translation>
    </message>
    <message>
        <source>Estimate, scaled by what was measured: it loses about %1 points in closed form.</source>
        <translation>Schätzung, an das Gemessene angepasst: Sie verliert in geschlossener Form etwa %1 Punkte.</translation>
    </message>
    <message>
        <source>Estimate: it loses %1 of what sharing all layers loses.</source>
        <translation>Schätzung: Sie verliert %1 dessen, was das Teilen aller Schichten verliert.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Recommended by estimate: layers %1, %2 fewer parameters. Measuring tells whether it is right.</source>
        <translation>Nach Schätzung empfohlen: Schichten %1, %2 weniger Parameter. Messen sagt, ob das stimmt.</translation>
    </message>
    <message>
        <source>Recommended as measured, %1: all of it, layers %2, %3 fewer parameters. The difference to the teachers, %4 points, is no more than noise explains.</source>
        <translation>Nach Messung empfohlen, %1: alles, Schichten %2, %3 weniger Parameter. Der Unterschied zu den Lehrern, %4 Punkte, ist nicht größer, als der Zufall erklärt.</translation>
    </message>
    <message>
        <source>Recommended as measured, %1: layers %2, %3 fewer parameters, %4 points to the teachers.</source>
        <translation>Nach Messung empfohlen, %1: Schichten %2, %3 weniger Parameter, %4 Punkte zu den Lehrern.</translation>
    </message>
    <message>
        <source>No layer is shared: the separate networks as they are.</source>
        <translation>Keine Schicht wird geteilt: die getrennten Netze, wie sie sind.</translation>
    </message>
    <message>
        <source>%1 of %2 layers are shared (%3): %4 fewer parameters, %5 instead of %6.</source>
        <translation>%1 von %2 Schichten werden geteilt (%3): %4 weniger Parameter, %5 statt %6.</translation>
    </message>
    <message>
        <source>Layers shared whole</source>
        <translation>Ganz geteilte Schichten</translation>
    </message>
    <message>
        <source>Speedup</source>
        <translation>Beschleunigung</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>Alle Aufgaben</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>Multiplikationen</translation>
    </message>
    <message>
        <source>trunks</source>
        <translation>Rümpfe</translation>
    </message>
    <message>
        <source>0 to %1</source>
        <translation>0 bis %1</translation>
    </message>
    <message>
        <source>trunk: %1</source>
        <translation>Rumpf: %1</translation>
    </message>
    <message>
        <source>Points to teachers ± standard error</source>
        <translation>Punkte zu den Lehrern ± Standardfehler</translation>
    </message>
</context>
<context>
    <name>zipper::SnippetView</name>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the whole program</source>
        <translation>Das ganze Programm kopieren</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>Spei&amp;chern…</translation>
    </message>
    <message>
        <source>Write the program, and what it reads, into a folder</source>
        <translation>Das Programm und was es liest in einen Ordner schreiben</translation>
    </message>
    <message>
        <source>Program that loads the file and prints the class of an image</source>
        <translation>Programm, das die Datei lädt und die Klasse eines Bildes ausgibt</translation>
    </message>
    <message>
        <source>There is no program for this choice.</source>
        <translation>Für diese Wahl gibt es kein Programm.</translation>
    </message>
    <message>
        <source>&amp;Use it like this (%1):</source>
        <translation>&amp;So wird es benutzt (%1):</translation>
    </message>
    <message>
        <source>&amp;Use it like this:</source>
        <translation>&amp;So wird es benutzt:</translation>
    </message>
    <message>
        <source>It reads these files, which are saved with it: %1</source>
        <translation>Es liest diese Dateien, die mit ihm gespeichert werden: %1</translation>
    </message>
</context>
<context>
    <name>zipper::SortedCostChart</name>
    <message>
        <source>cheapest pair</source>
        <translation>billigstes Paar</translation>
    </message>
    <message>
        <source>most expensive of %1</source>
        <translation>teuerstes von %1</translation>
    </message>
    <message>
        <source>Sorted merge estimates</source>
        <translation>Verschmelzschätzungen, sortiert</translation>
    </message>
    <message>
        <source>The merge estimates of the pairs, the cheapest to the left. Point at one, or move with the arrow keys, to see which pair it is.</source>
        <translation>Die Verschmelzschätzungen der Paare, die billigsten links. Zeigen oder die Pfeiltasten sagen, welches Paar es ist.</translation>
    </message>
    <message>
        <source>Merge estimates of the pairs, sorted</source>
        <translation>Verschmelzschätzungen der Paare, sortiert</translation>
    </message>
    <message>
        <source>Merge estimates of %1 of %2 pairs, sorted: the estimate pairs the others differently</source>
        <translation>Verschmelzschätzungen von %1 von %2 Paaren, sortiert: Die Schätzung paart die anderen anders</translation>
    </message>
    <message>
        <source>Not worked out yet: Run, Estimate Merge Costs (%1) does it.</source>
        <translation>Noch nicht ermittelt: Lauf, Verschmelzkosten schätzen (%1) erledigt es.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s), merge estimates from %1 to %2.</source>
        <translation>
            <numerusform>%Ln Paar, Verschmelzschätzungen von %1 bis %2.</numerusform>
            <numerusform>%Ln Paare, Verschmelzschätzungen von %1 bis %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::StartBar</name>
    <message>
        <source>Add &amp;network</source>
        <translation>&amp;Netz hinzufügen</translation>
    </message>
    <message>
        <source>Adds a card for one more network that is to be merged with the others.</source>
        <translation>Fügt eine Karte für ein weiteres Netz hinzu, das mit den anderen verschmolzen werden soll.</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>S&amp;tarten</translation>
    </message>
    <message numerus="yes">
        <source>Begins a session with these %n networks.</source>
        <translation>
            <numerusform>Beginnt eine Sitzung mit diesem %n Netz.</numerusform>
            <numerusform>Beginnt eine Sitzung mit diesen %n Netzen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge e&amp;xactly</source>
        <translation>E&amp;xakt verschmelzen</translation>
    </message>
    <message>
        <source>Shares what is the same in all networks as it is: no answer changes, no images are needed.</source>
        <translation>Teilt, was in allen Netzen gleich ist, so wie es ist: Keine Antwort ändert sich, Bilder werden nicht gebraucht.</translation>
    </message>
    <message numerus="yes">
        <source>All %n layers of these networks are the same, bit for bit: they can be merged exactly, without images.</source>
        <translation>
            <numerusform>Die einzige Schicht dieser Netze ist Bit für Bit gleich: Sie lassen sich exakt verschmelzen, ohne Bilder.</numerusform>
            <numerusform>Alle %n Schichten dieser Netze sind Bit für Bit gleich: Sie lassen sich exakt verschmelzen, ohne Bilder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n of %1 layers are the same in these networks, bit for bit: they can be merged exactly, without images.</source>
        <translation>
            <numerusform>Die erste von %1 Schichten ist in diesen Netzen Bit für Bit gleich: Sie lässt sich exakt verschmelzen, ohne Bilder.</numerusform>
            <numerusform>Die ersten %n von %1 Schichten sind in diesen Netzen Bit für Bit gleich: Sie lassen sich exakt verschmelzen, ohne Bilder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zipper::SuggestDialog</name>
    <message>
        <source>Suggest layers</source>
        <translation>Schichten vorschlagen</translation>
    </message>
    <message>
        <source> × fewer parameters</source>
        <translation> × weniger Parameter</translation>
    </message>
    <message>
        <source>Trainable parameters of the separate networks, divided by those of the merged one.</source>
        <translation>Trainierbare Parameter der getrennten Netze, geteilt durch die des verschmolzenen.</translation>
    </message>
    <message>
        <source>From the input to the output</source>
        <translation>Vom Eingang zum Ausgang</translation>
    </message>
    <message>
        <source>From the input to the output, each layer is aligned and calibrated on what comes before it. A layer whose successor is merged already can&apos;t be given another order of channels any more.</source>
        <translation>Vom Eingang zum Ausgang wird jede Schicht auf dem ausgerichtet und kalibriert, was vor ihr kommt. Eine Schicht, deren Nachfolgerin schon verschmolzen ist, kann keine andere Kanalreihenfolge mehr bekommen.</translation>
    </message>
    <message>
        <source>&amp;Wanted:</source>
        <translation>&amp;Gewünscht:</translation>
    </message>
    <message>
        <source>&amp;Order:</source>
        <translation>&amp;Reihenfolge:</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Saved parameters</source>
        <translation>Gesparte Parameter</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Bis hierher</translation>
    </message>
    <message>
        <source>How many times fewer parameters with all layers up to here.</source>
        <translation>Wievielmal weniger Parameter mit allen Schichten bis hierher.</translation>
    </message>
    <message>
        <source>Suggested layers</source>
        <translation>Vorgeschlagene Schichten</translation>
    </message>
    <message>
        <source>&amp;Use as Plan</source>
        <translation>Als &amp;Plan übernehmen</translation>
    </message>
    <message>
        <source>Writes the layers into the recipe; Edit, Undo takes it back.</source>
        <translation>Schreibt die Schichten ins Rezept; Bearbeiten, Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>%1, merged</source>
        <translation>%1, verschmolzen</translation>
    </message>
    <message>
        <source>Nothing has to be merged for that.</source>
        <translation>Dafür muss nichts verschmolzen werden.</translation>
    </message>
    <message>
        <source>Recommended by estimate: %1 fewer parameters. The first layers hold few weights and cost most; “Sizes and Trunks” measures what each size loses.</source>
        <translation>Nach Schätzung empfohlen: %1 weniger Parameter. Die ersten Schichten enthalten wenige Gewichte und kosten am meisten; „Größen und Rümpfe“ misst, was jede Größe verliert.</translation>
    </message>
    <message>
        <source>Recommended by measured sizes: %1 fewer parameters, %2 points of mean top-1 below the teachers.</source>
        <translation>Nach gemessenen Größen empfohlen: %1 weniger Parameter, %2 Punkte mittleres Top-1 unter den Lehrern.</translation>
    </message>
    <message>
        <source>Cheapest first, by loss per saved parameter</source>
        <translation>Günstigste zuerst, nach Verlust je gespartem Parameter</translation>
    </message>
    <message>
        <source>Expected loss</source>
        <translation>Erwarteter Verlust</translation>
    </message>
    <message>
        <source>Estimate of each layer for itself, without training: how far sharing it moves the answers, in nats an image.</source>
        <translation>Schätzung jeder Schicht für sich, ohne Training: wie weit ihr Teilen die Antworten verschiebt, in Nats je Bild.</translation>
    </message>
    <message>
        <source>%1 of %2 layers, %3 fewer parameters. The losses are estimates from the teachers alone; what a plan really costs, its run tells.</source>
        <translation>%1 von %2 Schichten, %3 weniger Parameter. Die Verluste sind Schätzungen allein aus den Lehrern; was ein Plan wirklich kostet, sagt sein Lauf.</translation>
    </message>
</context>
<context>
    <name>zipper::SummaryCard</name>
    <message>
        <source>Summary of the merge</source>
        <translation>Zusammenfassung der Verschmelzung</translation>
    </message>
    <message>
        <source>What Changed</source>
        <translation>Was sich änderte</translation>
    </message>
    <message>
        <source>Show the images that the merge lost and won</source>
        <translation>Die Bilder zeigen, die die Verschmelzung verloren und gewonnen hat</translation>
    </message>
    <message>
        <source>Try It</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Ask teachers and merged network about a picture of yours</source>
        <translation>Lehrer und verschmolzenes Netz nach einem eigenen Bild fragen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>How long it takes is estimated from the rates measured on this machine.</source>
        <translation>Wie lange es dauert, ist nach den auf diesem Rechner gemessenen Geschwindigkeiten geschätzt.</translation>
    </message>
</context>
<context>
    <name>zipper::SummaryLink</name>
    <message>
        <source>the answers could not be compared: %1</source>
        <translation>die Antworten ließen sich nicht vergleichen: %1</translation>
    </message>
    <message>
        <source>images lost and won are counted as soon as nothing else runs</source>
        <translation>verlorene und gewonnene Bilder werden gezählt, sobald nichts anderes läuft</translation>
    </message>
</context>
<context>
    <name>zipper::SwitchRow</name>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>zipper::TaskAnswerCard</name>
    <message>
        <source>What the networks of this task see: %1 × %2 pixels, grey</source>
        <translation>Was die Netze dieser Aufgabe sehen: %1 × %2 Pixel, grau</translation>
    </message>
    <message>
        <source>What the networks of this task see: %1 × %2 pixels, in colour</source>
        <translation>Was die Netze dieser Aufgabe sehen: %1 × %2 Pixel, in Farbe</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>%1, teacher</source>
        <comment>a task</comment>
        <translation>%1, Lehrer</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>verschmolzen</translation>
    </message>
    <message>
        <source>merged = teacher</source>
        <translation>verschmolzen = Lehrer</translation>
    </message>
    <message>
        <source>%1, merged network</source>
        <comment>a task</comment>
        <translation>%1, verschmolzenes Netz</translation>
    </message>
</context>
<context>
    <name>zipper::TaskCard</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Choose model %1</source>
        <translation>Modell %1 wählen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Choose data %1</source>
        <translation>Daten %1 wählen</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Aufgabe %1</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>noch nicht gewählt</translation>
    </message>
    <message>
        <source>How model %1 was read</source>
        <translation>Wie Modell %1 gelesen wurde</translation>
    </message>
    <message>
        <source>Notes on model %1</source>
        <translation>Anmerkungen zu Modell %1</translation>
    </message>
    <message>
        <source>Change conventions…</source>
        <translation>Konventionen ändern…</translation>
    </message>
    <message>
        <source>Change the conventions of model %1</source>
        <translation>Die Konventionen von Modell %1 ändern</translation>
    </message>
    <message>
        <source>Says how the model is to be read where the file doesn&apos;t tell, or tells it wrong.</source>
        <translation>Sagt, wie das Modell zu lesen ist, wo die Datei es nicht oder falsch sagt.</translation>
    </message>
    <message>
        <source>What data %1 holds</source>
        <translation>Was die Daten %1 enthalten</translation>
    </message>
    <message>
        <source>Notes on data %1</source>
        <translation>Anmerkungen zu Daten %1</translation>
    </message>
    <message>
        <source>Read images…</source>
        <translation>Bilder lesen…</translation>
    </message>
    <message>
        <source>Change how the images of data %1 are read</source>
        <translation>Ändern, wie die Bilder der Daten %1 gelesen werden</translation>
    </message>
    <message>
        <source>Says what becomes of transparency and of the orientation that cameras note.</source>
        <translation>Legt fest, was aus der Transparenz und der von Kameras vermerkten Orientierung wird.</translation>
    </message>
    <message>
        <source>Classes of task %1</source>
        <translation>Klassen der Aufgabe %1</translation>
    </message>
    <message>
        <source>Match classes…</source>
        <translation>Klassen zuordnen…</translation>
    </message>
    <message>
        <source>Match the classes of task %1</source>
        <translation>Klassen der Aufgabe %1 zuordnen</translation>
    </message>
    <message>
        <source>Shows which output of the network each class of the images is, and lets it be changed.</source>
        <translation>Zeigt, welcher Ausgang des Netzes zu welcher Klasse der Bilder gehört, und erlaubt, dies zu ändern.</translation>
    </message>
    <message>
        <source>What panels and reports call this task. Empty: what its model&apos;s file is called.</source>
        <translation>Wie Fenster und Berichte diese Aufgabe nennen. Leer: wie ihre Modelldatei heißt.</translation>
    </message>
    <message>
        <source>Name of task %1</source>
        <translation>Name der Aufgabe %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove task %1</source>
        <translation>Aufgabe %1 entfernen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>like the model&apos;s file</source>
        <translation>wie die Modelldatei</translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>Trainieren…</translation>
    </message>
    <message>
        <source>Train a network for task %1</source>
        <translation>Ein Netz für Aufgabe %1 trainieren</translation>
    </message>
    <message>
        <source>Trains the head of this network, or all of it, on images of yours.</source>
        <translation>Trainiert den Kopf dieses Netzes oder das ganze Netz mit eigenen Bildern.</translation>
    </message>
    <message>
        <source>Train a head…</source>
        <translation>Kopf trainieren…</translation>
    </message>
</context>
<context>
    <name>zipper::TaskChoice</name>
    <message>
        <source>The task whose networks are shown</source>
        <translation>Die Aufgabe, deren Netze gezeigt werden</translation>
    </message>
    <message>
        <source>The task whose channels are compared with those of A</source>
        <translation>Die Aufgabe, deren Kanäle mit denen von A verglichen werden</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>&amp;Task</source>
        <translation>&amp;Aufgabe</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>Alle Aufgaben</translation>
    </message>
</context>
<context>
    <name>zipper::TaskTable</name>
    <message>
        <source>Tasks before and after the merge</source>
        <translation>Aufgaben vor und nach der Verschmelzung</translation>
    </message>
</context>
<context>
    <name>zipper::TaskTableModel</name>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Press Enter on a task, or double-click it, to see which of its images changed.</source>
        <translation>Die Eingabetaste oder ein Doppelklick auf einer Aufgabe zeigt, welche ihrer Bilder sich änderten.</translation>
    </message>
    <message>
        <source>Teacher (95 %)</source>
        <translation>Lehrer (95 %)</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Test images that the task&apos;s own network gets right (top-1), and the 95 % interval of that share</source>
        <translation>Testbilder, die das eigene Netz der Aufgabe richtig hat (Top-1), und das 95-%-Intervall dieses Anteils</translation>
    </message>
    <message>
        <source>Merged (95 %)</source>
        <translation>Verschmolzen (95 %)</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Verschmolzen</translation>
    </message>
    <message>
        <source>Test images that the merged network gets right (top-1), and the 95 % interval of that share</source>
        <translation>Testbilder, die das verschmolzene Netz richtig hat (Top-1), und das 95-%-Intervall dieses Anteils</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>Both accuracies with their 95 % intervals on one scale for all tasks: the ring is the teacher, the disc the merged network.</source>
        <translation>Beide Genauigkeiten mit ihren 95-%-Intervallen auf einer Skala für alle Aufgaben: Der Ring ist der Lehrer, die Scheibe das verschmolzene Netz.</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Accuracy of the merged network minus that of the teacher, in percentage points</source>
        <translation>Genauigkeit des verschmolzenen Netzes minus die des Lehrers, in Prozentpunkten</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Test images that the accuracies are of</source>
        <translation>Testbilder, auf denen die Genauigkeiten beruhen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>images</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Test images that the teacher gets right and the merged network wrong. Press a number to see them.</source>
        <translation>Testbilder, die der Lehrer richtig und das verschmolzene Netz falsch hat. Eine Zahl anklicken, um sie zu sehen.</translation>
    </message>
    <message>
        <source>Test images that the merged network gets right and the teacher wrong. Press a number to see them.</source>
        <translation>Testbilder, die das verschmolzene Netz richtig und der Lehrer falsch hat. Eine Zahl anklicken, um sie zu sehen.</translation>
    </message>
</context>
<context>
    <name>zipper::TourCard</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Brings the session into the state that this station is about</source>
        <translation>Bringt die Sitzung in den Zustand, um den es an dieser Station geht</translation>
    </message>
    <message>
        <source>Goes to the station before this one (Alt+Left)</source>
        <translation>Geht zur vorigen Station (Alt+Links)</translation>
    </message>
    <message>
        <source>Goes to the next station (Alt+Right)</source>
        <translation>Geht zur nächsten Station (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Begins the tour anew</source>
        <translation>Beginnt die Tour neu</translation>
    </message>
    <message>
        <source>Leaves the tour (Esc). Help › Guided Tour takes it up again at this station.</source>
        <translation>Verlässt die Tour (Esc). Hilfe › Geführte Tour nimmt sie an dieser Station wieder auf.</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Station %1 of %2</source>
        <translation>Station %1 von %2</translation>
    </message>
    <message>
        <source>✓ Done.</source>
        <translation>✓ Getan.</translation>
    </message>
    <message>
        <source>▸ %1</source>
        <translation>▸ %1</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Tour beenden</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Guided tour, %1: %2</source>
        <translation>Geführte Tour, %1: %2</translation>
    </message>
</context>
<context>
    <name>zipper::TradePlot</name>
    <message>
        <source>Left and Right show the values of the measured networks, Enter or a click chooses one, Escape hides them. Strokes are 95 % intervals, a ring marks what is recommended.</source>
        <translation>Links und Rechts zeigen die Werte der gemessenen Netze, Eingabe oder ein Klick wählt eines, Escape blendet sie aus. Striche sind 95-%-Intervalle, ein Ring zeigt, was empfohlen wird.</translation>
    </message>
    <message>
        <source>mean top-1, %</source>
        <translation>mittleres Top-1, %</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>Measured on the test images, with 95 % intervals</source>
        <translation>Auf den Testbildern gemessen, mit 95-%-Intervallen</translation>
    </message>
    <message>
        <source>An estimate from the teachers, scaled by what was measured</source>
        <translation>Eine Schätzung aus den Lehrern, an das Gemessene angepasst</translation>
    </message>
</context>
<context>
    <name>zipper::TradeTable</name>
    <message>
        <source>Measured networks</source>
        <translation>Gemessene Netze</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
</context>
<context>
    <name>zipper::TrainDialog</name>
    <message>
        <source>Stopped before an epoch was finished: nothing was written.</source>
        <translation>Angehalten, bevor eine Epoche fertig war: Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Stopped. The best network, of epoch %1, is in %2.</source>
        <translation>Angehalten. Das beste Netz, aus Epoche %1, ist in %2.</translation>
    </message>
    <message>
        <source>Finished. The best network, of epoch %1, is in %2.</source>
        <translation>Fertig. Das beste Netz, aus Epoche %1, ist in %2.</translation>
    </message>
    <message numerus="yes">
        <source>Validation top-1: %1 of %n image(s).</source>
        <translation>
            <numerusform>Top-1 der Validierung: %1 von %n Bild.</numerusform>
            <numerusform>Top-1 der Validierung: %1 von %n Bildern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Test top-1: %1 of %n image(s).</source>
        <translation>
            <numerusform>Top-1 im Test: %1 von %n Bild.</numerusform>
            <numerusform>Top-1 im Test: %1 von %n Bildern.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Train the network</source>
        <translation>Das Netz trainieren</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Hold the training after the current batch</source>
        <translation>Das Training nach dem laufenden Stapel unterbrechen</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>End the training after the current batch; the best network so far is kept</source>
        <translation>Das Training nach dem laufenden Stapel beenden; das bisher beste Netz bleibt</translation>
    </message>
    <message>
        <source>Copy as Co&amp;mmand</source>
        <translation>Als &amp;Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy the line that does the same in a terminal</source>
        <translation>Die Zeile kopieren, die in einem Terminal dasselbe tut</translation>
    </message>
    <message>
        <source>Show &amp;Folder</source>
        <translation>&amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Open the folder that the network was written to</source>
        <translation>Den Ordner öffnen, in den das Netz geschrieben wurde</translation>
    </message>
    <message>
        <source>&amp;Use as Task</source>
        <translation>Als Aufgabe &amp;verwenden</translation>
    </message>
    <message>
        <source>Make the trained network, with its images, that of a task of the merge</source>
        <translation>Das trainierte Netz mit seinen Bildern zu dem einer Aufgabe der Verschmelzung machen</translation>
    </message>
    <message>
        <source>Train a network</source>
        <translation>Ein Netz trainieren</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close this window; a training that runs goes on</source>
        <translation>Dieses Fenster schließen; ein laufendes Training geht weiter</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>Aufgabe %1</translation>
    </message>
    <message>
        <source>&amp;New Task</source>
        <translation>&amp;Neue Aufgabe</translation>
    </message>
    <message>
        <source>Something else runs: a training can start when it has ended.</source>
        <translation>Etwas anderes läuft: Ein Training kann beginnen, wenn das zu Ende ist.</translation>
    </message>
    <message>
        <source>Images and network are being looked at …</source>
        <translation>Bilder und Netz werden angesehen …</translation>
    </message>
    <message>
        <source>The training begins …</source>
        <translation>Das Training beginnt …</translation>
    </message>
    <message>
        <source>%1; about %2 left</source>
        <translation>%1; noch etwa %2</translation>
    </message>
    <message>
        <source>The best so far, validation top-1 %1, of epoch %2, is in the file already.</source>
        <translation>Das bisher beste, Top-1 der Validierung %1, aus Epoche %2, ist schon in der Datei.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Pause.</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Go on with the training that is held</source>
        <translation>Das unterbrochene Training fortsetzen</translation>
    </message>
</context>
<context>
    <name>zipper::TrainForm</name>
    <message>
        <source>&amp;Head only</source>
        <translation>Nur der &amp;Kopf</translation>
    </message>
    <message>
        <source>&amp;All layers (fine-tuning)</source>
        <translation>&amp;Alle Schichten (Feinabstimmung)</translation>
    </message>
    <message>
        <source>What the weights are to begin with</source>
        <translation>Was die Gewichte am Anfang sind</translation>
    </message>
    <message>
        <source>Which classes the network tells apart</source>
        <translation>Welche Klassen das Netz unterscheidet</translation>
    </message>
    <message>
        <source>Which MobileNet is made</source>
        <translation>Welches MobileNet entsteht</translation>
    </message>
    <message>
        <source>Choose the file of the network to start from</source>
        <translation>Die Datei des Netzes wählen, mit dem es beginnt</translation>
    </message>
    <message>
        <source>no network chosen yet</source>
        <translation>noch kein Netz gewählt</translation>
    </message>
    <message>
        <source>Choose the folder of images to train on</source>
        <translation>Den Ordner mit den Bildern zum Trainieren wählen</translation>
    </message>
    <message>
        <source>no images chosen yet</source>
        <translation>noch keine Bilder gewählt</translation>
    </message>
    <message>
        <source>Choose where the trained network is written</source>
        <translation>Wählen, wohin das trainierte Netz geschrieben wird</translation>
    </message>
    <message>
        <source>asked for at the start</source>
        <translation>wird beim Start gefragt</translation>
    </message>
    <message>
        <source>Change conventions…</source>
        <translation>Konventionen ändern…</translation>
    </message>
    <message>
        <source>Says how the network is to be read where the file doesn&apos;t tell, or tells it wrong.</source>
        <translation>Sagt, wie das Netz zu lesen ist, wo die Datei es nicht oder falsch sagt.</translation>
    </message>
    <message>
        <source>Read images…</source>
        <translation>Bilder lesen…</translation>
    </message>
    <message>
        <source>Says what becomes of transparency and of the orientation that cameras note.</source>
        <translation>Sagt, was aus Transparenz und aus der Ausrichtung wird, die Kameras vermerken.</translation>
    </message>
    <message>
        <source>M&amp;inimalistic</source>
        <translation>M&amp;inimalistisch</translation>
    </message>
    <message>
        <source>What is trained</source>
        <translation>Was trainiert wird</translation>
    </message>
    <message>
        <source>All other layers stay as they are, bit for bit: quick, and enough where the network was trained on many images like these.</source>
        <translation>Alle anderen Schichten bleiben Bit für Bit, wie sie sind: schnell, und genug, wo das Netz mit vielen solchen Bildern trainiert wurde.</translation>
    </message>
    <message>
        <source>All layers learn: slower, mostly better with some hundred images of each class or more.</source>
        <translation>Alle Schichten lernen: langsamer, meist besser ab einigen hundert Bildern je Klasse.</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>Das Netz</translation>
    </message>
    <message>
        <source>From the file of a network</source>
        <translation>Aus der Datei eines Netzes</translation>
    </message>
    <message>
        <source>From random weights</source>
        <translation>Aus zufälligen Gewichten</translation>
    </message>
    <message>
        <source>New head for the classes of the images</source>
        <translation>Neuer Kopf für die Klassen der Bilder</translation>
    </message>
    <message>
        <source>The network&apos;s own head and classes</source>
        <translation>Eigener Kopf und eigene Klassen des Netzes</translation>
    </message>
    <message>
        <source>Archite&amp;cture:</source>
        <translation>Ar&amp;chitektur:</translation>
    </message>
    <message>
        <source>W&amp;idth:</source>
        <translation>&amp;Breite:</translation>
    </message>
    <message>
        <source>Width multiplier: 1 is the published network</source>
        <translation>Breitenfaktor: 1 ist das veröffentlichte Netz</translation>
    </message>
    <message>
        <source>Input &amp;size:</source>
        <translation>Eingabe&amp;größe:</translation>
    </message>
    <message>
        <source>Height and width of the images that the network sees</source>
        <translation>Höhe und Breite der Bilder, die das Netz sieht</translation>
    </message>
    <message>
        <source>Stem stri&amp;de:</source>
        <translation>Schritt&amp;weite des Stamms:</translation>
    </message>
    <message>
        <source>Of the first convolution: 1 for small images</source>
        <translation>Der ersten Faltung: 1 für kleine Bilder</translation>
    </message>
    <message>
        <source>A MobileNet V3 with 3×3 kernels alone, without squeeze-and-excite and hard swish</source>
        <translation>Ein MobileNet V3 nur mit 3×3-Kernen, ohne Squeeze-and-Excite und Hard-Swish</translation>
    </message>
    <message>
        <source>The images</source>
        <translation>Die Bilder</translation>
    </message>
    <message>
        <source>The result</source>
        <translation>Das Ergebnis</translation>
    </message>
    <message>
        <source>Conventions of the network to start from</source>
        <translation>Konventionen des Netzes, mit dem es beginnt</translation>
    </message>
    <message>
        <source>Images to train on</source>
        <translation>Bilder zum Trainieren</translation>
    </message>
    <message>
        <source>Choose the network to start from.</source>
        <translation>Wählen Sie das Netz, mit dem es beginnt.</translation>
    </message>
    <message>
        <source>Choose the images to train on.</source>
        <translation>Wählen Sie die Bilder zum Trainieren.</translation>
    </message>
</context>
<context>
    <name>zipper::TrainLink</name>
    <message>
        <source>Models (*.safetensors *.pt *.pth *.pth.tar *.ckpt *.bin *.onnx *.tflite *.h5 *.hdf5 *.keras *.json *.index);;All files (*)</source>
        <translation>Modelle (*.safetensors *.pt *.pth *.pth.tar *.ckpt *.bin *.onnx *.tflite *.h5 *.hdf5 *.keras *.json *.index);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Network to start from</source>
        <translation>Netz, mit dem es beginnt</translation>
    </message>
    <message>
        <source>Images to train on</source>
        <translation>Bilder zum Trainieren</translation>
    </message>
    <message>
        <source>Trained network</source>
        <translation>Trainiertes Netz</translation>
    </message>
    <message>
        <source>This file is not written over.</source>
        <translation>Diese Datei wird nicht überschrieben.</translation>
    </message>
    <message>
        <source>Training a network</source>
        <translation>Ein Netz wird trainiert</translation>
    </message>
    <message>
        <source>The training failed.</source>
        <translation>Das Training ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Training: epoch %1 of %2</source>
        <translation>Training: Epoche %1 von %2</translation>
    </message>
    <message>
        <source>Training: paused</source>
        <translation>Training: Pause</translation>
    </message>
    <message>
        <source>The training ended without a network.</source>
        <translation>Das Training endete ohne ein Netz.</translation>
    </message>
    <message>
        <source>The trained network is in %1.</source>
        <translation>Das trainierte Netz ist in %1.</translation>
    </message>
</context>
<context>
    <name>zipper::TrainSettings</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Random changes</source>
        <translation>&amp;Zufällige Änderungen</translation>
    </message>
    <message>
        <source>&amp;Epochs:</source>
        <translation>&amp;Epochen:</translation>
    </message>
    <message>
        <source>Passes over the training images</source>
        <translation>Durchgänge durch die Trainingsbilder</translation>
    </message>
    <message>
        <source>&amp;Batch:</source>
        <translation>&amp;Stapel:</translation>
    </message>
    <message>
        <source>Images per batch</source>
        <translation>Bilder je Stapel</translation>
    </message>
    <message>
        <source>Learning ra&amp;te:</source>
        <translation>Lern&amp;rate:</translation>
    </message>
    <message>
        <source>Its peak: it rises for up to an epoch and falls to zero as half a cosine; AdamW</source>
        <translation>Ihr Höchstwert: Sie steigt bis zu eine Epoche lang und fällt als halber Kosinus auf null; AdamW</translation>
    </message>
    <message>
        <source>&amp;Weight decay:</source>
        <translation>Gewichts&amp;zerfall:</translation>
    </message>
    <message>
        <source>Of AdamW</source>
        <translation>Von AdamW</translation>
    </message>
    <message>
        <source>Label smoothin&amp;g:</source>
        <translation>Glättun&amp;g der Labels:</translation>
    </message>
    <message>
        <source>Share of each label that is spread over all classes</source>
        <translation>Anteil jedes Labels, der auf alle Klassen verteilt wird</translation>
    </message>
    <message>
        <source>&amp;Validation share:</source>
        <translation>&amp;Validierungsanteil:</translation>
    </message>
    <message>
        <source>Share of the training images that the best epoch is chosen by, where the folder has no validation images of its own</source>
        <translation>Anteil der Trainingsbilder, nach denen die beste Epoche gewählt wird, wo der Ordner keine eigenen Validierungsbilder hat</translation>
    </message>
    <message>
        <source>See&amp;d:</source>
        <translation>&amp;Startwert:</translation>
    </message>
    <message>
        <source>Of new weights, of the order of images and of what changes them</source>
        <translation>Für neue Gewichte, die Reihenfolge der Bilder und das, was sie ändert</translation>
    </message>
    <message>
        <source>T&amp;hreads:</source>
        <translation>T&amp;hreads:</translation>
    </message>
    <message>
        <source>0: one for each core</source>
        <translation>0: einer je Kern</translation>
    </message>
    <message>
        <source>De&amp;vice:</source>
        <translation>Ge&amp;rät:</translation>
    </message>
    <message>
        <source>What computes</source>
        <translation>Was rechnet</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Images differ in each epoch: shifted by up to an eighth, and as chosen here. Without, a head that is trained alone needs to see each image only once, which is much quicker.</source>
        <translation>Die Bilder sind in jeder Epoche andere: um bis zu ein Achtel verschoben und wie hier gewählt. Ohne muss ein Kopf, der allein trainiert wird, jedes Bild nur einmal sehen, was viel schneller geht.</translation>
    </message>
    <message>
        <source>&amp;Mirrored left-right</source>
        <translation>Links-rechts ge&amp;spiegelt</translation>
    </message>
    <message>
        <source>Smallest &amp;part:</source>
        <translation>Kleinster &amp;Teil:</translation>
    </message>
    <message>
        <source>Share of the image&apos;s area that is seen at least; 1: always all of it</source>
        <translation>Anteil der Bildfläche, der mindestens zu sehen ist; 1: immer die ganze</translation>
    </message>
    <message>
        <source>Co&amp;lour:</source>
        <translation>&amp;Farbe:</translation>
    </message>
    <message>
        <source>Brightness and contrast change by up to this factor</source>
        <translation>Helligkeit und Kontrast ändern sich um bis zu diesen Faktor</translation>
    </message>
    <message>
        <source>The seed must be a whole number from 0 on.</source>
        <translation>Der Startwert muss eine ganze Zahl ab 0 sein.</translation>
    </message>
</context>
<context>
    <name>zipper::TrainingPlot</name>
    <message>
        <source>Top-1 by epochs</source>
        <translation>Top-1 nach Epochen</translation>
    </message>
    <message>
        <source>Loss by batches</source>
        <translation>Verlust nach Stapeln</translation>
    </message>
    <message>
        <source>Left and Right show the values before and after, Escape hides them.</source>
        <translation>Links und Rechts zeigen die Werte davor und danach, Escape blendet sie aus.</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>How many images are right appears here after each epoch.</source>
        <translation>Wie viele Bilder richtig sind, erscheint hier nach jeder Epoche.</translation>
    </message>
    <message>
        <source>The loss of each batch appears here.</source>
        <translation>Der Verlust jedes Stapels erscheint hier.</translation>
    </message>
    <message>
        <source>top-1, %</source>
        <translation>Top-1, %</translation>
    </message>
    <message>
        <source>loss, smoothed</source>
        <translation>Verlust, geglättet</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Share of the validation images that is right; a ring marks what is kept</source>
        <translation>Anteil der richtigen Validierungsbilder; ein Ring markiert, was bleibt</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Share of the training images that was right while the epoch ran</source>
        <translation>Anteil der Trainingsbilder, die während der Epoche richtig waren</translation>
    </message>
    <message>
        <source>Batch %1</source>
        <translation>Stapel %1</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>geglättet</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>top-1</source>
        <translation>Top-1</translation>
    </message>
</context>
<context>
    <name>zipper::TrunksPage</name>
    <message>
        <source>Of calibration after each layer; a trunk needs some.</source>
        <translation>Der Kalibrierung nach jeder Schicht; ein Rumpf braucht einige.</translation>
    </message>
    <message>
        <source>End to end, after the last layer; 0: none.</source>
        <translation>Im Ganzen, nach der letzten Schicht; 0: keine.</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>Accuracy against speedup</source>
        <translation>Genauigkeit gegen Geschwindigkeit</translation>
    </message>
    <message>
        <source>measured speedup, one image for all tasks</source>
        <translation>gemessene Beschleunigung, ein Bild für alle Aufgaben</translation>
    </message>
    <message>
        <source>Measured trunks appear here, one after the other.</source>
        <translation>Hier erscheinen gemessene Rümpfe, einer nach dem anderen.</translation>
    </message>
    <message>
        <source>For tasks that look at the same image: the first layers are shared whole and computed once, which is what makes a merged network faster. Times are measured on this machine.</source>
        <translation>Für Aufgaben, die dasselbe Bild ansehen: Die ersten Schichten werden ganz geteilt und einmal berechnet; das macht ein verschmolzenes Netz schneller. Zeiten werden auf diesem Rechner gemessen.</translation>
    </message>
    <message>
        <source>Depths are numbers from 0 to %1, separated by commas.</source>
        <translation>Tiefen sind Zahlen von 0 bis %1, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>All together about %1.</source>
        <translation>Alle zusammen etwa %1.</translation>
    </message>
    <message>
        <source>The last layer that is shared whole, separated by commas; 0: no trunk.</source>
        <translation>Die letzte Schicht, die ganz geteilt wird, durch Kommas getrennt; 0: kein Rumpf.</translation>
    </message>
    <message>
        <source>Merge with each of these trunks, and score and time it; the session stays as it is</source>
        <translation>Mit jedem dieser Rümpfe verschmelzen, bewerten und die Zeit messen; die Sitzung bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>&amp;Depths:</source>
        <translation>&amp;Tiefen:</translation>
    </message>
    <message>
        <source>&amp;Iterations per layer:</source>
        <translation>&amp;Iterationen je Schicht:</translation>
    </message>
    <message>
        <source>&amp;Fine-tuning:</source>
        <translation>&amp;Feinabstimmung:</translation>
    </message>
</context>
<context>
    <name>zipper::TryLink</name>
    <message>
        <source>Open models to try them on a picture of your own.</source>
        <translation>Modelle öffnen, um sie an einem eigenen Bild auszuprobieren.</translation>
    </message>
    <message>
        <source>Drop a picture here, paste, open or draw one, or show one to the camera.</source>
        <translation>Ein Bild hier ablegen, einfügen, öffnen oder zeichnen, oder der Kamera eines zeigen.</translation>
    </message>
    <message>
        <source>Asking the networks…</source>
        <translation>Die Netze werden gefragt …</translation>
    </message>
</context>
<context>
    <name>zipper::TryPanel</name>
    <message>
        <source>There is no answer to this picture.</source>
        <translation>Auf dieses Bild gibt es keine Antwort.</translation>
    </message>
    <message>
        <source>Teachers and merged network after %1</source>
        <comment>a step: layer 3</comment>
        <translation>Lehrer und verschmolzenes Netz nach %1</translation>
    </message>
    <message>
        <source>Nothing is merged yet: for each task the merged network is still its teacher.</source>
        <translation>Noch ist nichts verschmolzen: Für jede Aufgabe ist das verschmolzene Netz noch ihr Lehrer.</translation>
    </message>
    <message>
        <source>All tasks, one after the other: teachers %1, merged network %2; with the trunk computed once for all %3.</source>
        <translation>Alle Aufgaben nacheinander: Lehrer %1, verschmolzenes Netz %2; mit dem Rumpf einmal für alle %3.</translation>
    </message>
    <message>
        <source>All teachers, one after the other: %1.</source>
        <translation>Alle Lehrer nacheinander: %1.</translation>
    </message>
    <message>
        <source>All tasks, one after the other: teachers %1, merged network %2.</source>
        <translation>Alle Aufgaben nacheinander: Lehrer %1, verschmolzenes Netz %2.</translation>
    </message>
    <message>
        <source>Something else was computed meanwhile: alone, the networks are faster.</source>
        <translation>Nebenher wurde etwas anderes berechnet: allein sind die Netze schneller.</translation>
    </message>
    <message>
        <source>A network can only answer with its own classes: to a picture of another kind even a high percentage means nothing.</source>
        <translation>Ein Netz kann nur mit seinen eigenen Klassen antworten: zu einem Bild anderer Art bedeuten auch hohe Prozente nichts.</translation>
    </message>
    <message>
        <source>Measured for this picture alone, on this machine: sums of the medians of several runs</source>
        <translation>Allein für dieses Bild gemessen, auf diesem Rechner: Summen der Mediane mehrerer Läufe</translation>
    </message>
</context>
<context>
    <name>zipper::WeightsPage</name>
    <message>
        <source>Heads are never merged: each task keeps its own.</source>
        <translation>Köpfe werden nie verschmolzen: Jede Aufgabe behält ihren eigenen.</translation>
    </message>
    <message>
        <source>This layer isn&apos;t merged: each task has its own weights.</source>
        <translation>Diese Schicht ist nicht verschmolzen: Jede Aufgabe hat ihre eigenen Gewichte.</translation>
    </message>
    <message>
        <source>A is %1, %2 is %3, so there is no difference to show.</source>
        <translation>A ist %1, %2 ist %3, daher gibt es keine Differenz zu zeigen.</translation>
    </message>
    <message>
        <source>The stem has no pointwise convolution. Its kernels are in the Kernels tab.</source>
        <translation>Der Stamm hat keine pointwise-Faltung. Seine Kernel stehen im Reiter „Kernel“.</translation>
    </message>
    <message>
        <source>These networks have no head.</source>
        <translation>Diese Netze haben keinen Kopf.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Differenzen</translation>
    </message>
    <message>
        <source>The channels of %1 stand in the order in which they were matched to those of A, not in that of the file.</source>
        <translation>Die Kanäle von %1 stehen in der Reihenfolge, in der sie denen von A zugeordnet wurden, nicht in der der Datei.</translation>
    </message>
    <message>
        <source>%1 has no head.</source>
        <translation>%1 hat keinen Kopf.</translation>
    </message>
    <message>
        <source>The head of %1 has no such layer.</source>
        <translation>Der Kopf von %1 hat keine solche Schicht.</translation>
    </message>
    <message>
        <source>Squeeze reads the mean of each channel over all positions.</source>
        <translation>Squeeze liest den Mittelwert jedes Kanals über alle Positionen.</translation>
    </message>
    <message>
        <source>Excite puts out a factor between 0 and 1 for each channel, which multiplies what the depthwise convolution puts out.</source>
        <translation>Excite gibt für jeden Kanal einen Faktor zwischen 0 und 1 aus, mit dem die Ausgabe der Depthwise-Faltung multipliziert wird.</translation>
    </message>
    <message>
        <source>This layer is merged here, and not beside.</source>
        <translation>Diese Schicht ist hier verschmolzen und daneben nicht.</translation>
    </message>
    <message>
        <source>This layer is merged beside, and not here.</source>
        <translation>Diese Schicht ist daneben verschmolzen und hier nicht.</translation>
    </message>
    <message>
        <source>The channels of some task stand in another order beside than here, so it has no difference to show.</source>
        <translation>Die Kanäle einer Aufgabe stehen daneben in anderer Reihenfolge als hier; für sie gibt es keine Differenz zu zeigen.</translation>
    </message>
</context>
<context>
    <name>zipper::WelcomeLink</name>
    <message>
        <source>Model of task %1</source>
        <translation>Modell der Aufgabe %1</translation>
    </message>
    <message>
        <source>Images of task %1</source>
        <translation>Bilder der Aufgabe %1</translation>
    </message>
    <message>
        <source>The classes of task %1 don&apos;t fit the outputs of its network: see its card.</source>
        <translation>Die Klassen der Aufgabe %1 passen nicht zu den Ausgängen ihres Netzes: siehe ihre Karte.</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.pt *.pth *.pth.tar *.ckpt *.bin *.onnx *.tflite *.h5 *.hdf5 *.keras *.json *.index);;All files (*)</source>
        <translation>Modelle (*.safetensors *.pt *.pth *.pth.tar *.ckpt *.bin *.onnx *.tflite *.h5 *.hdf5 *.keras *.json *.index);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>zipper::WelcomePage</name>
    <message>
        <source>Zipper Workbench</source>
        <translation>Zipper Workbench</translation>
    </message>
    <message>
        <source>&amp;Open the sample</source>
        <translation>Beispiel ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Two small networks, fashion and digits, ready to step</source>
        <translation>Zwei kleine Netze: Mode und Ziffern</translation>
    </message>
    <message>
        <source>Opens two trained networks with their data: a complete session to try everything with.</source>
        <translation>Öffnet zwei trainierte Netze mit ihren Daten: eine vollständige Sitzung, um alles auszuprobieren.</translation>
    </message>
    <message>
        <source>Open model &amp;A…</source>
        <translation>&amp;Modell A öffnen…</translation>
    </message>
    <message>
        <source>Chooses the trained network of task A.</source>
        <translation>Wählt das trainierte Netz der Aufgabe A.</translation>
    </message>
    <message>
        <source>Open model &amp;B…</source>
        <translation>M&amp;odell B öffnen…</translation>
    </message>
    <message>
        <source>Chooses the trained network of task B.</source>
        <translation>Wählt das trainierte Netz der Aufgabe B.</translation>
    </message>
    <message>
        <source>Open &amp;session…</source>
        <translation>&amp;Sitzung öffnen…</translation>
    </message>
    <message>
        <source>Opens a merge that was saved as a .zipper file.</source>
        <translation>Öffnet eine Verschmelzung, die als .zipper-Datei gespeichert wurde.</translation>
    </message>
    <message>
        <source>Goes back to the session that is open; nothing of it is lost.</source>
        <translation>Geht zurück zur offenen Sitzung; nichts davon geht verloren.</translation>
    </message>
    <message>
        <source>Recent sessions</source>
        <translation>Letzte Sitzungen</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
    <message>
        <source>Bac&amp;k to the session</source>
        <translation>&amp;Zurück zur Sitzung</translation>
    </message>
    <message>
        <source>Bac&amp;k to %1</source>
        <translation>&amp;Zurück zu %1</translation>
    </message>
    <message>
        <source>Merge trained MobileNets, layer by layer, into one network that serves all their tasks, and watch it learn.</source>
        <translation>Trainierte MobileNets Schicht für Schicht zu einem Netz verschmelzen, das allen ihren Aufgaben dient, und ihm beim Lernen zusehen.</translation>
    </message>
    <message>
        <source>Your networks</source>
        <translation>Eigene Netze</translation>
    </message>
    <message>
        <source>Or drop model files, data folders or a session anywhere in this window.</source>
        <translation>Oder Modelldateien, Datenordner oder eine Sitzung irgendwo in diesem Fenster ablegen.</translation>
    </message>
    <message>
        <source>Open the sample of &amp;photographs</source>
        <translation>Das Beis&amp;piel mit Fotos öffnen</translation>
    </message>
    <message>
        <source>Flowers and clothes, in colour and 96×96</source>
        <translation>Blumen und Kleidung, in Farbe und 96×96</translation>
    </message>
    <message>
        <source>Opens two networks that were trained on photographs, with their pictures.</source>
        <translation>Öffnet zwei Netze, die mit Fotos trainiert wurden, samt ihren Bildern.</translation>
    </message>
    <message>
        <source>Take the &amp;guided tour</source>
        <translation>Zur &amp;geführten Tour</translation>
    </message>
    <message>
        <source>Ten stations that show what merging is for, on a sample that you merge yourself.</source>
        <translation>Zehn Stationen, die an einem Beispiel, das Sie selbst verschmelzen, zeigen, wozu das gut ist.</translation>
    </message>
</context>
<context>
    <name>zipper::WhatsThis</name>
    <message>
        <source>More in the handbook</source>
        <translation>Mehr im Handbuch</translation>
    </message>
</context>
<context>
    <name>zipper::ZipperMotif</name>
    <message>
        <source>A zipper: two strands become one</source>
        <translation>Ein Reißverschluss: Zwei Stränge werden einer</translation>
    </message>
</context>
<context>
    <name>zipper::ZipperView</name>
    <message>
        <source>mismatch</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>stem</source>
        <translation>Stamm</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>depthwise, one per task</source>
        <translation>depthwise, eine je Aufgabe</translation>
    </message>
    <message>
        <source>height: √ of parameters</source>
        <translation>Höhe: √ der Parameter</translation>
    </message>
    <message>
        <source>Zipper</source>
        <translation>Zipper</translation>
    </message>
    <message>
        <source>&amp;Run to layer %1</source>
        <translation>&amp;Bis Schicht %1 ausführen</translation>
    </message>
    <message>
        <source>&amp;Run to this layer</source>
        <translation>&amp;Bis zu dieser Schicht ausführen</translation>
    </message>
    <message>
        <source>Merge all layers of the plan up to this one</source>
        <translation>Alle Schichten des Plans bis zu dieser verschmelzen</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>Show the whole zipper (F)</source>
        <translation>Den ganzen Zipper zeigen (F)</translation>
    </message>
    <message>
        <source>Export as &amp;PNG…</source>
        <translation>Als &amp;PNG exportieren…</translation>
    </message>
    <message>
        <source>Write the whole zipper as an image</source>
        <translation>Den ganzen Zipper als Bild schreiben</translation>
    </message>
    <message>
        <source>Export as &amp;SVG…</source>
        <translation>Als &amp;SVG exportieren…</translation>
    </message>
    <message>
        <source>Write the whole zipper as a drawing that scales</source>
        <translation>Den ganzen Zipper als skalierbare Zeichnung schreiben</translation>
    </message>
    <message>
        <source>Export the zipper as PNG</source>
        <translation>Zipper als PNG exportieren</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>The image couldn&apos;t be exported.</source>
        <translation>Das Bild konnte nicht exportiert werden.</translation>
    </message>
    <message>
        <source>Export the zipper as SVG</source>
        <translation>Zipper als SVG exportieren</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG-Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>The drawing couldn&apos;t be exported.</source>
        <translation>Die Zeichnung konnte nicht exportiert werden.</translation>
    </message>
    <message>
        <source>Stem</source>
        <translation>Stamm</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>%1 parameters, %2 MACs</source>
        <translation>%1 Parameter, %2 MACs</translation>
    </message>
    <message>
        <source>%1 → %2 channels, %3 → %4</source>
        <translation>%1 → %2 Kanäle, %3 → %4</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <source>infinite: the calibration diverges</source>
        <translation>unendlich: Die Kalibrierung divergiert</translation>
    </message>
    <message>
        <source>shared by the tasks</source>
        <translation>von den Aufgaben geteilt</translation>
    </message>
    <message>
        <source>one per task</source>
        <translation>eine je Aufgabe</translation>
    </message>
    <message>
        <source>Mismatch %1</source>
        <translation>Abweichung %1</translation>
    </message>
    <message>
        <source>%1 → %2 classes</source>
        <translation>%1 → %2 Klassen</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>No layer is selected. The arrow keys select one.</source>
        <translation>Keine Schicht ist gewählt. Die Pfeiltasten wählen eine.</translation>
    </message>
    <message>
        <source>one per task</source>
        <comment>stem</comment>
        <translation>einer je Aufgabe</translation>
    </message>
    <message>
        <source>one per task, never merged</source>
        <translation>je Aufgabe eigen, nie verschmolzen</translation>
    </message>
    <message>
        <source>shared whole (trunk)</source>
        <translation>ganz geteilt (gemeinsamer Rumpf)</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: %2, %3 classes.</source>
        <translation>%1: %2, %3 Klassen.</translation>
    </message>
    <message>
        <source>%1: %2, %3 channels at %4.</source>
        <translation>%1: %2, %3 Kanäle bei %4.</translation>
    </message>
    <message>
        <source>Zipper view</source>
        <translation>Zipper-Ansicht</translation>
    </message>
    <message>
        <source>merge cost, estimated</source>
        <translation>Verschmelzkosten, geschätzt</translation>
    </message>
    <message>
        <source>Merge cost</source>
        <translation>Verschmelzkosten</translation>
    </message>
    <message>
        <source>%1 (estimate)</source>
        <translation>%1 (Schätzung)</translation>
    </message>
    <message>
        <source>&amp;Try layer %1 again…</source>
        <translation>Schicht %1 erneut &amp;versuchen…</translation>
    </message>
    <message>
        <source>&amp;Try this layer again…</source>
        <translation>Diese Schicht erneut &amp;versuchen…</translation>
    </message>
    <message>
        <source>Go back before the step that merged this layer and choose another strategy; all steps stay in the history</source>
        <translation>Vor den Schritt zurückgehen, der diese Schicht verschmolz, und eine andere Strategie wählen; alle Schritte bleiben im Verlauf</translation>
    </message>
    <message numerus="yes">
        <source>Merge of %n network(s), layer by layer</source>
        <translation>
            <numerusform>Verschmelzung von %n Netz, Schicht für Schicht</numerusform>
            <numerusform>Verschmelzung von %n Netzen, Schicht für Schicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Open two or more trained networks to see them here as a zipper</source>
        <translation>Zwei oder mehr trainierte Netze öffnen, um sie hier als Zipper zu sehen</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s), from the top: %1. No layer is selected. The arrow keys select one.</source>
        <translation>
            <numerusform>%n Aufgabe, von oben: %1. Keine Schicht ist gewählt. Die Pfeiltasten wählen eine.</numerusform>
            <numerusform>%n Aufgaben, von oben: %1. Keine Schicht ist gewählt. Die Pfeiltasten wählen eine.</numerusform>
        </translation>
    </message>
    <message>
        <source>input added</source>
        <translation>Eingabe addiert</translation>
    </message>
    <message>
        <source>Depthwise %1</source>
        <translation>Depthwise %1</translation>
    </message>
    <message>
        <source>Expand %1</source>
        <translation>Expand %1</translation>
    </message>
    <message>
        <source>Project %1</source>
        <translation>Project %1</translation>
    </message>
    <message>
        <source>Pointwise %1</source>
        <translation>Pointwise %1</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Addiert</translation>
    </message>
    <message>
        <source>the layer&apos;s input</source>
        <translation>die Eingabe der Schicht</translation>
    </message>
    <message>
        <source>%1: %2, %3 channels at %4; its input is added.</source>
        <translation>%1: %2, %3 Kanäle bei %4; ihre Eingabe wird addiert.</translation>
    </message>
    <message>
        <source>of the mean of each channel over all positions</source>
        <translation>vom Mittelwert jedes Kanals über alle Positionen</translation>
    </message>
    <message>
        <source>factors, which multiply the depthwise channels</source>
        <translation>Faktoren, mit denen die Depthwise-Kanäle multipliziert werden</translation>
    </message>
    <message>
        <source>Squeeze %1</source>
        <translation>Squeeze %1</translation>
    </message>
    <message>
        <source>Excite %1</source>
        <translation>Excite %1</translation>
    </message>
    <message numerus="yes">
        <source>None of %n layer(s) is merged.</source>
        <translation>
            <numerusform>Die %n Schicht ist nicht verschmolzen.</numerusform>
            <numerusform>Keine von %n Schichten ist verschmolzen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n layer(s) these are merged: %1.</source>
        <translation>
            <numerusform>Von %n Schicht ist verschmolzen: %1.</numerusform>
            <numerusform>Von %n Schichten sind verschmolzen: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Layer %1 is in work.</source>
        <translation>Schicht %1 ist in Arbeit.</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s), from the top: %1.</source>
        <translation>
            <numerusform>%n Aufgabe, von oben: %1.</numerusform>
            <numerusform>%n Aufgaben, von oben: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>full bar</source>
        <translation>voller Balken</translation>
    </message>
    <message>
        <source>full bar: %1</source>
        <translation>voller Balken: %1</translation>
    </message>
    <message>
        <source>A full bar is a mismatch of %1.</source>
        <translation>Ein voller Balken ist eine Abweichung von %1.</translation>
    </message>
    <message>
        <source>The mismatch bars have another scale: a full bar is %1 now, and was %2 before.</source>
        <translation>Die Balken der Abweichung haben einen anderen Maßstab: ein voller Balken ist jetzt %1 und war vorher %2.</translation>
    </message>
    <message>
        <source>&lt;p&gt;Strands, one per task, run from the input to the output, the first task&apos;s at the top. Each has its colour; of more than two, each also has a marker and a letter at its ends. Layers that are merged lie in the middle, and the slider stands where the merge has got to. The height of a block is the square root of its parameters; the bars at the edges are the mean difference between each teacher and the merged network, all on the scale that stands beside them, those in the middle what merging a layer costs by estimate.&lt;/p&gt;&lt;p&gt;Wheel: zoom. Drag: move. Double click: look at a layer. Left and Right: select a layer. F: fit. Enter: menu.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Stränge, einer je Aufgabe, laufen vom Eingang zum Ausgang, der der ersten Aufgabe ganz oben. Jeder hat seine Farbe; sind es mehr als zwei, hat jeder auch eine Marke und einen Buchstaben an seinen Enden. Verschmolzene Schichten liegen in der Mitte, und der Schieber steht dort, wo die Verschmelzung angelangt ist. Die Höhe eines Blocks ist die Quadratwurzel seiner Parameter; die Balken am Rand sind die mittlere Differenz zwischen jedem Lehrer und dem verschmolzenen Netz, alle im Maßstab, der daneben steht, die in der Mitte, was das Verschmelzen einer Schicht nach der Schätzung kostet.&lt;/p&gt;&lt;p&gt;Mausrad: zoomen. Ziehen: verschieben. Doppelklick: eine Schicht ansehen. Links und Rechts: eine Schicht wählen. F: einpassen. Eingabetaste: Menü.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>zipper::plots::CurvesFigure</name>
    <message>
        <source>No calibration yet: the losses appear here while a step runs.</source>
        <translation>Noch keine Kalibrierung: Die Verluste erscheinen hier, während ein Schritt läuft.</translation>
    </message>
    <message>
        <source>Loss curves</source>
        <translation>Verlustkurven</translation>
    </message>
    <message>
        <source>Losses over the iterations of the calibration, faint as measured and smoothed above. Wheel: zoom, with Shift or over an axis: its values. Drag: move. Double-click or Home: fit everything. Keys: Left, Right, +, −, Up, Down; Ctrl+Left and Ctrl+Right move the crosshair, End follows the newest iteration.</source>
        <translation>Verluste über die Iterationen der Kalibrierung, blass wie gemessen und darüber geglättet. Mausrad: zoomen, mit Umschalt oder über einer Achse: deren Werte. Ziehen: verschieben. Doppelklick oder Pos1: alles einpassen. Tasten: Links, Rechts, +, −, Auf, Ab; Strg+Links und Strg+Rechts bewegen das Fadenkreuz, Ende folgt der neuesten Iteration.</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>iteration, all steps</source>
        <translation>Iteration, alle Schritte</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>top-1, %</source>
        <translation>Top-1, %</translation>
    </message>
    <message>
        <source>top-1, % (newest ≈)</source>
        <translation>Top-1, % (neueste ≈)</translation>
    </message>
</context>
<context>
    <name>zipper::plots::SmoothingSlider</name>
    <message>
        <source>S&amp;moothing</source>
        <translation>&amp;Glättung</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Iterations over which the curves are averaged (exponentially, without the pull towards zero at the start).
The values as measured stay visible behind, faintly.</source>
        <translation>Iterationen, über die die Kurven gemittelt werden (exponentiell, ohne den Zug gegen null am Anfang).
Die gemessenen Werte bleiben blass dahinter sichtbar.</translation>
    </message>
    <message>
        <source>%1 iterations</source>
        <translation>%1 Iterationen</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
</TS>
