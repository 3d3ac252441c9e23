// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <filesystem>

#include "app/cli/zipper_program.h"
#include "core/session/session_file.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// A byte of ours that a terminal obeys, or a second line.
bool isHarmless(const QByteArray& said, int lines) {
  for (const char c : said)
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7f) return false;
  for (const char* forbidden : {"\u009b", "\u202e"})
    if (said.contains(forbidden)) return false;
  return lines == 0 || said.count('\n') == lines;
}

struct Said {
  int status = -1;
  QByteArray output, errors;
};

}  // namespace

/// Names that no terminal and no JSON can hold: QProcess passes UTF-8 only, so that a shell makes them.
class TestForeignTexts : public QObject {
  Q_OBJECT

  SampleFolder sample_;

  /// In the sample's folder, with $Z the program, $L a Latin-1 name and $E one with ESC, a line break, C1 and U+202E.
  Said run(const QString& script) {
    QProcess shell;
    shell.setWorkingDirectory(sample_.path());
    shell.start("bash", {"-c", QString("Z='%1'; L=$(printf 'caf\\351'); E=$(printf 'a\\nzipper: error: "
                                       "b\\033[31m\\302\\233\\342\\200\\256c'); %2")
                                   .arg(ZIPPER_PROGRAM, script)});
    if (!shell.waitForFinished(250000)) shell.kill();
    return {shell.exitStatus() == QProcess::NormalExit ? shell.exitCode() : -1, shell.readAllStandardOutput(),
            shell.readAllStandardError()};
  }

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(sample_.isValid());
    sample_.writeFew("few", "fashion");
    sample_.writeFew("few-digits", "digits");
    QCOMPARE(run("cp fashion.safetensors \"$L.safetensors\"; cp fashion.safetensors \"$E.safetensors\"; "
                 "cp -r few \"$L-data\"")
                 .status,
             0);
  }

  void namesDontObeyTheTerminal_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("errorLines");
    QTest::newRow("inspect") << "$Z inspect \"$E.safetensors\"" << 0 << 0;
    QTest::newRow("inspect --json") << "$Z inspect \"$E.safetensors\" --json" << 0 << 0;
    QTest::newRow("no such model") << "$Z inspect \"$E\"" << 1 << 1;
    QTest::newRow("no such data") << "$Z eval fashion.safetensors --data \"$E\"" << 1 << 1;
    QTest::newRow("no such session") << "$Z resume \"$E\"" << 1 << 1;
    QTest::newRow("an option") << "$Z inspect \"--$E\"" << 2 << 2;
    QTest::newRow("an argument too many") << "$Z inspect fashion.safetensors \"$E\"" << 2 << 2;
    QTest::newRow("a choice") << "$Z eval fashion.safetensors --data fashion --split \"$E\"" << 2 << 2;
    QTest::newRow("a recipe") << "printf '{\"ev\\\\u001b[31mil\\\\u009b\\\\n\": 1}' > evil.json; $Z merge --recipe "
                                 "evil.json --out x.zipper"
                              << 1 << 1;
    QTest::newRow("a sample") << "$Z sample --out \"$E\"" << 0 << 0;
  }
  void namesDontObeyTheTerminal() {
    QFETCH(QString, script);
    QFETCH(int, status);
    QFETCH(int, errorLines);
    const Said said = run(script);
    QCOMPARE(said.status, status);
    QVERIFY2(isHarmless(said.output, 0), said.output.toHex());
    QVERIFY2(isHarmless(said.errors, errorLines), said.errors.constData());
    QVERIFY(!said.output.contains("\nzipper: error: b") && !said.errors.contains("\nzipper: error: b"));
  }

  void jsonHoldsWhateverANameHolds() {
    const QJsonObject escaped = QJsonDocument::fromJson(run("$Z inspect \"$E.safetensors\" --json").output).object();
    QCOMPARE(escaped["path"].toString(), QString("a\nzipper: error: b\x1b[31m\u009b\u202e"
                                                 "c.safetensors"));
    const QJsonObject latin = QJsonDocument::fromJson(run("$Z inspect \"$L.safetensors\" --json").output).object();
    QCOMPARE(latin["path"].toString(), QString("caf\ufffd.safetensors"));
  }

  /// A name in another encoding is a name: what is written finds the file again.
  void latin1NamesWork() {
    const QString pair = "--a \"$L.safetensors\" --b digits.safetensors --data-a \"$L-data\" --data-b few-digits ";
    const QString quick = "--steps 1 --batch 4 --threads 1 --statistics false --init mean ";
    const Said merged = run("$Z merge " + pair + quick +
                            "--layers 1 --no-eval --out \"$L.zipper\" --progress json --report \"$L-report\"");
    QVERIFY2(merged.status == 0, merged.errors.constData());
    for (const QByteArray& line : merged.errors.trimmed().split('\n'))
      QVERIFY2(line.startsWith("zipper: note: --"), line.constData());
    const QByteArray last = merged.output.trimmed().split('\n').last();
    QCOMPARE(QJsonDocument::fromJson(last).object()["session"].toString(), QString("caf\ufffd.zipper"));
    for (const QString& script :
         {QString("$Z resume \"$L.zipper\" --layers 2 --no-eval"),
          QString("$Z merge --recipe \"$L-report/recipe.json\" --no-eval --out again.zipper"),
          QString("$Z export \"$L.zipper\" --format onnx --out \"$L.onnx\""), QString("$Z inspect \"$L.onnx\""),
          QString("$Z eval \"$L.zipper\" --task a --data \"$L-data\" --json"),
          QString("$Z compare " + pair + quick + "--layers 1 --report \"$L-compared\" --progress json"),
          QString("$Z train --data \"$L-data\" --epochs 1 --width 0.125 --from fashion.safetensors --out "
                  "\"$L-trained.safetensors\"")}) {
      const Said said = run(script);
      QVERIFY2(said.status == 0, (script.toUtf8() + ": " + said.errors).constData());
      QVERIFY(isHarmless(said.output, 0) && isHarmless(said.errors, 0));
    }
    const Session again = loadSession(sample_.file("again.zipper").toStdString());
    QCOMPARE(std::filesystem::path(again.recipe.sources[0].data).filename().string(), std::string("caf\xe9-data"));
  }
};

ZIPPER_TEST(TestForeignTexts)
#include "test_foreign_texts.moc"
