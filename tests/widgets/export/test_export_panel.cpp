// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSignalSpy>
#include <QtTest>

#include "support/test_program.h"
#include "widgets/export/export_panel.h"
#include "widgets/export/export_result_text.h"
#include "widgets/export/shown_export_page.h"
#include "widgets/export/snippet_view.h"

using namespace zipper;
using namespace zipper::test;

namespace {

ExportPreview madeUpPreview() {
  ExportPreview preview;
  preview.files = {"merged.onnx", "labels_a.txt"};
  preview.bytes = 1'900'000;
  preview.separateBytes = 3'600'000;
  preview.tasks = 2;
  preview.milliseconds = 3.5;
  preview.separateMilliseconds = 6.25;
  preview.threads = 2;
  return preview;
}

}  // namespace

/// What the page of exports shows of what is chosen: measured before, written, and the program that loads it.
class TestExportPanel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void showsWhatWasMeasured() {
    ShownPage page;
    QSignalSpy wishes(&page.dialog, &ExportDialog::previewRequested);
    QVERIFY(wishes.wait());
    page.dialog.setPreview(wishes.last()[0].toInt(), madeUpPreview());
    QVERIFY2(page.text("previewSize").startsWith("1.90 MB instead of 3.60 MB") ||
                 page.text("previewSize").startsWith("1.9 MB instead of 3.6 MB"),
             qPrintable(page.text("previewSize")));
    QVERIFY(page.text("previewTime").contains("an image each") && page.text("previewTime").contains("ms"));
    QCOMPARE(page.text("previewFiles"), QString("merged.onnx, labels_a.txt"));
    QVERIFY(page.text("previewNote").contains("threads: 2"));
    QVERIFY(!page.text("previewNote").contains("brackets"));
    ExportPreview several = madeUpPreview();
    several.range = {3.25, 4.5};
    several.separateRange = {6, 7.25};
    page.dialog.setPreview(wishes.last()[0].toInt(), several);
    QVERIFY2(page.text("previewTime").startsWith("3.50 ms (3.25–4.50) for all tasks"),
             qPrintable(page.text("previewTime")));
    QVERIFY(page.text("previewTime").contains("separate networks: 6.25 ms (6.00–7.25)"));
    QVERIFY(page.text("previewNote").contains("in brackets"));
    ExportPreview trunk = madeUpPreview();
    trunk.sharesTrunk = true;
    page.dialog.setPreview(wishes.last()[0].toInt(), trunk);
    QVERIFY(page.text("previewTime").contains("the trunk once"));
    ExportPreview alone = madeUpPreview();
    alone.tasks = 1;
    alone.separateBytes = 0;
    page.dialog.setPreview(wishes.last()[0].toInt(), alone);
    QVERIFY(!page.text("previewSize").contains("instead") && !page.text("previewTime").contains("all tasks"));
  }

  void ignoresSupersededPreviews() {
    ShownPage page;
    QSignalSpy wishes(&page.dialog, &ExportDialog::previewRequested);
    QVERIFY(wishes.wait());
    const int first = wishes.last()[0].toInt();
    page.choose("task", "a");
    QVERIFY(!page.dialog.panel().hasPreview());
    page.dialog.setPreview(first, madeUpPreview());
    QVERIFY(!page.dialog.panel().hasPreview());
    page.dialog.setPreviewError(first, "too late");
    QVERIFY(page.text("previewNote") != "too late");
    QVERIFY(wishes.wait());
    QCOMPARE(wishes.size(), 2);
    QCOMPARE(wishes.last()[1].value<ExportRequest>().task, std::string("a"));
    page.dialog.setPreview(wishes.last()[0].toInt(), madeUpPreview());
    QVERIFY(page.dialog.panel().hasPreview());
    // Several changes in a row are one question; nothing is asked that can't be written, or while it isn't seen.
    page.choose("task", "b");
    page.choose("task", "all");
    QVERIFY(wishes.wait());
    QCOMPARE(wishes.size(), 3);
    page.dialog.setPreviewError(wishes.last()[0].toInt(), "a trunk can't be written");
    QCOMPARE(page.text("previewNote"), QString("a trunk can't be written"));
    page.dialog.form().setTarget("phone");
    page.dialog.findChild<QLineEdit*>("output.A")->setText("?");
    QVERIFY(!wishes.wait(600));
    page.dialog.hide();
    page.dialog.findChild<QLineEdit*>("output.A")->clear();
    QVERIFY(!wishes.wait(600));
    page.dialog.show();
    QVERIFY(wishes.wait());
  }

  void nothingIsMeasuredWhileSomethingRuns() {
    ShownPage page;
    QSignalSpy wishes(&page.dialog, &ExportDialog::previewRequested);
    page.dialog.setEnabledToExport(false);
    QVERIFY(!wishes.wait(600));
    QVERIFY(page.text("previewNote").contains("something else runs"));
    page.dialog.setEnabledToExport(true);
    QVERIFY(wishes.wait());
    page.dialog.setPreview(wishes.last()[0].toInt(), madeUpPreview());
    // What was measured holds until something changes.
    page.dialog.setEnabledToExport(false);
    page.dialog.setEnabledToExport(true);
    QVERIFY(page.dialog.panel().hasPreview() && !wishes.wait(600));
    page.dialog.setSubject(twoTasks());
    QVERIFY(!page.dialog.panel().hasPreview() && wishes.wait());
  }

  void followsAnExport() {
    ShownPage page;
    QSignalSpy cancels(&page.dialog, &ExportDialog::cancelRequested);
    QSignalSpy folders(&page.dialog, &ExportDialog::folderRequested);
    auto* bar = page.dialog.findChild<QProgressBar*>("exportProgress");
    QVERIFY(!bar->isVisible() && !page.button("cancelButton")->isEnabled());
    page.dialog.begin();
    QVERIFY(bar->isVisible() && page.dialog.isRunning() && !page.dialog.form().isEnabled());
    QVERIFY(!page.button("exportButton")->isEnabled());
    page.button("cancelButton")->click();
    QCOMPARE(cancels.size(), 1);
    page.dialog.setFailure("there is no room");
    QVERIFY(!bar->isVisible() && page.button("exportButton")->isEnabled());
    QCOMPARE(page.text("result"), QString("there is no room"));
    QVERIFY(!page.button("showInFolder")->isVisible());
    page.dialog.begin();
    QVERIFY(!page.dialog.findChild<QLabel*>("result")->isVisible());
    page.dialog.setResult({"Written: /there/it.onnx (1.9 MB).", "Read back."}, "/there/it.onnx");
    QVERIFY(page.text("result").contains("Read back."));
    page.button("showInFolder")->click();
    QCOMPARE(folders.value(0).value(0).toString(), QString("/there/it.onnx"));
    QCOMPARE(page.text("previewFiles"), QString("it.onnx"));
    page.dialog.panel().setPreview(madeUpPreview());  // which says what it would be called otherwise
    QCOMPARE(page.text("previewFiles"), QString("it.onnx"));
    page.dialog.setResult({"Written."}, "/there/it.onnx", {"it.onnx", "it_labels_a.txt"});
    QCOMPARE(page.text("previewFiles"), QString("it.onnx, it_labels_a.txt"));
    // It goes with the next choice.
    page.choose("task", "a");
    QVERIFY(!page.text("previewFiles").contains("it"));
    QVERIFY(!page.dialog.findChild<QLabel*>("result")->isVisible() && !page.button("showInFolder")->isVisible());
  }

  void tellsWhatWasFound() {
    ExportCheck check;
    check.largestDifference = 3.14e-7;
    check.roundingDifference = 0.0123;
    check.images = 10;
    check.bytes = 1'900'000;
    check.files = {"/there/it.tflite", "/there/labels_a.txt"};
    check.notes = {"A note."};
    check.top1.resize(2);
    check.top1[0].network = 0.915;
    check.top1[0].file = 0.912;
    check.top1[0].images = 1000;
    check.top1[1].images = 500;
    const QStringList texts = exportResultTexts("/there/it.tflite", check, "all");
    const QString all = texts.join('\n').replace(QChar(0xa0), ' ');
    for (const char* part :
         {"/there/it.tflite (1.9", "10 image", "3.1e-07", "at most 1.23 %", "Task A: top-1 of the file 91.20 %",
          "of the network 91.50 %, on 1,000 test images", "beside it: labels_a.txt.", "A note."})
      QVERIFY2(all.contains(part), qPrintable(all));
    QCOMPARE(texts.size(), 7);
    check.top1.resize(1);
    QVERIFY(exportAccuracyTexts(check, "c").value(0).startsWith("Task C:"));
    check.agreement = {{0.97, 1000}, {}};  // of the second there is nothing to say
    QCOMPARE(exportAccuracyTexts(check, "all").size(), 2);
    check.agreement.clear();
    check.top1.clear();
    check.roundingDifference = 0;
    check.files.resize(1);
    check.notes.clear();
    QCOMPARE(exportResultTexts("/there/it.tflite", check, "all").size(), 2);
  }

  void showsAProgram() {
    ShownPage page;
    std::string file;
    page.dialog.setSnippetSource([&](const ExportForm& chosen, const std::string& name) {
      file = name;
      ExportSnippet snippet;
      snippet.language = "Python";
      snippet.fileName = "classify.py";
      snippet.text = "print('" + chosen.target().name + "')\n<b>\n";
      return snippet;
    });
    page.dialog.form().setTarget("python");
    page.choose("format", "onnx");
    auto* text = page.dialog.findChild<QPlainTextEdit*>("snippet");
    QCOMPARE(text->toPlainText(), QString("print('python')\n<b>\n"));
    QVERIFY(text->isReadOnly() && text->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
    QCOMPARE(file, std::string("merged.onnx"));
    page.button("copySnippet")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("print('python')\n<b>\n"));
    page.dialog.begin();
    page.dialog.setResult({"Written."}, "/there/mine.onnx");
    QCOMPARE(file, std::string("mine.onnx"));
    page.choose("task", "b");
    QCOMPARE(file, std::string("merged-b.onnx"));
    QSignalSpy saves(&page.dialog, &ExportDialog::snippetSaveRequested);
    page.button("saveSnippet")->click();
    QCOMPARE(saves.size(), 1);
    page.dialog.snippet().setSnippet({});
    QVERIFY(!page.button("copySnippet")->isEnabled() && !page.button("saveSnippet")->isEnabled());
  }

  /// Sentences wrap; a program doesn't.
  void showsSentences() {
    ShownPage page;
    auto* text = page.dialog.findChild<QPlainTextEdit*>("snippet");
    ExportSnippet snippet;
    snippet.language = "Text";
    snippet.fileName = "how-to.txt";
    snippet.text = "Open it in\na browser.\n";
    page.dialog.snippet().setSnippet(snippet);
    QCOMPARE(text->toPlainText().trimmed(), QString("Open it in a browser."));
    QCOMPARE(text->lineWrapMode(), QPlainTextEdit::WidgetWidth);
    QCOMPARE(page.dialog.snippet().snippet().text, std::string("Open it in a browser.\n"));
    page.button("copySnippet")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString("Open it in a browser.\n"));
    snippet.language = "Python";
    page.dialog.snippet().setSnippet(snippet);
    QCOMPARE(text->toPlainText(), QString("Open it in\na browser.\n"));
    QCOMPARE(text->lineWrapMode(), QPlainTextEdit::NoWrap);
  }
};

ZIPPER_TEST_WITH(QApplication, TestExportPanel)
#include "test_export_panel.moc"
