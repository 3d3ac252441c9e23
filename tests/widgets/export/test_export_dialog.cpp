// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSet>
#include <QSignalSpy>
#include <QtTest>
#include <algorithm>

#include "core/exports/export_formats.h"
#include "core/exports/export_targets.h"
#include "support/test_program.h"
#include "widgets/export/export_choices.h"
#include "widgets/export/export_dialog.h"
#include "widgets/export/export_form.h"
#include "widgets/export/export_panel.h"
#include "widgets/export/export_result_text.h"
#include "widgets/export/snippet_view.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// The page as it is seen with two tasks.
struct ShownPage {
  ShownPage() {
    dialog.setSubject(twoTasks());
    dialog.show();
  }
  QPushButton* button(const char* name) { return dialog.findChild<QPushButton*>(name); }
  QComboBox* box(const char* name) { return dialog.findChild<QComboBox*>(name); }
  QString text(const char* name) { return dialog.findChild<QLabel*>(name)->text().replace(QChar(0xa0), ' '); }
  QStringList entries(const char* name) {
    QStringList all;
    for (int i = 0; i < box(name)->count(); ++i) all << box(name)->itemData(i).toString();
    return all;
  }
  void choose(const char* name, const QVariant& data) { box(name)->setCurrentIndex(box(name)->findData(data)); }

  ExportDialog dialog;
};

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

class TestExportDialog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// Targets, formats and precisions are those of the engine, in its order.
  void offersWhatTheEngineOffers() {
    ShownPage page;
    for (const ExportTarget& target : exportTargets()) {
      auto* card = page.dialog.findChild<QRadioButton*>("target." + QString::fromStdString(target.name));
      QVERIFY2(card != nullptr, target.name.c_str());
      card->click();
      QCOMPARE(page.dialog.form().target().name, target.name);
      QCOMPARE(page.dialog.form().choice(), target.choices.front());
      for (const ExportChoice& choice : target.choices) {
        page.choose("format", QString::fromStdString(choice.format));
        page.choose("precision", int(choice.precision));
        QCOMPARE(page.dialog.form().choice(), choice);
        const auto& known = exportFormat(choice.format).precisions;
        QVERIFY2(std::find(known.begin(), known.end(), choice.precision) != known.end(), choice.format.c_str());
      }
    }
  }

  void targetsHaveFormatsOfTheirOwn() {
    ShownPage page;
    page.dialog.form().setTarget("python");
    const QStringList ofPython = page.entries("format");
    QVERIFY(ofPython.contains("onnx") && ofPython.contains("torchscript"));
    page.dialog.form().setTarget("cpp");
    QVERIFY(page.entries("format").contains("torchscript") && !page.entries("format").contains("safetensors"));
    page.dialog.form().setTarget("no such target");
    QCOMPARE(page.dialog.form().target().name, std::string("cpp"));
  }

  void asksForWhatIsChosen() {
    ShownPage page;
    QSignalSpy exports(&page.dialog, &ExportDialog::exportRequested);
    page.dialog.form().setTarget("phone");
    page.choose("format", "tflite");
    page.choose("task", "b");
    page.dialog.findChild<QCheckBox*>("softmax")->setChecked(true);
    page.dialog.findChild<QLineEdit*>("output.B")->setText("numbers");
    page.button("exportButton")->click();
    QCOMPARE(exports.size(), 1);
    const auto request = exports[0][0].value<ExportRequest>();
    QCOMPARE(request.format, std::string("tflite"));
    QCOMPARE(request.task, std::string("b"));
    QVERIFY(request.options.names.softmax);
    QVERIFY(request.options.names.inputs.empty());  // the usual ones
    QCOMPARE(request.options.names.outputs, std::vector<std::string>{"numbers"});
    // A format without names takes none along.
    page.dialog.form().setTarget("python");
    page.choose("format", "safetensors");
    QVERIFY(!page.dialog.findChild<QCheckBox*>("softmax")->isVisible());
    QVERIFY(!page.dialog.findChild<QLineEdit*>("output.B")->isVisible());
    page.button("exportButton")->click();
    QVERIFY(!exports[1][0].value<ExportRequest>().options.names.softmax);
    QVERIFY(exports[1][0].value<ExportRequest>().options.names.outputs.empty());
  }

  void saysWhatIsWrong() {
    ShownPage page;
    page.dialog.form().setTarget("python");
    page.choose("format", "tflite");
    QVERIFY(page.button("exportButton")->isEnabled());
    auto* name = page.dialog.findChild<QLineEdit*>("output.A");
    name->setText("my clothes");
    QVERIFY(!page.button("exportButton")->isEnabled());
    QVERIFY(page.dialog.findChild<QLabel*>("problem")->isVisible() && page.text("problem").contains("my clothes"));
    QVERIFY(page.dialog.snippet().snippet().text.empty());
    page.dialog.setSnippetSource([](const ExportForm&, const std::string&) { return ExportSnippet(); });
    auto* program = page.dialog.findChild<QPlainTextEdit*>("snippet");
    QVERIFY(program->placeholderText().contains("my clothes"));
    // What isn't written hinders nobody.
    page.choose("format", "safetensors");
    QVERIFY(page.button("exportButton")->isEnabled());
    page.choose("format", "tflite");
    name->setText("clothes");
    QVERIFY(program->placeholderText().contains("no program"));
    QVERIFY(page.button("exportButton")->isEnabled() && !page.dialog.findChild<QLabel*>("problem")->isVisible());
    page.dialog.setEnabledToExport(false);
    QVERIFY(!page.button("exportButton")->isEnabled() && !page.dialog.form().isEnabled());
    QVERIFY(page.button("closeButton")->isEnabled());
  }

  void integersNeedImages() {
    ShownPage page;
    page.dialog.form().setTarget("python");
    page.choose("format", "onnx");
    QVERIFY(page.box("precision")->findData(int(ExportPrecision::Int8)) >= 0);
    page.choose("precision", int(ExportPrecision::Int8));
    QVERIFY2(page.text("note").contains("training images") && page.text("note").contains("test images"),
             qPrintable(page.text("note")));
    QVERIFY(page.button("exportButton")->isEnabled());
    ExportSubject without = twoTasks();
    without.trainingImages = 0;
    page.dialog.setSubject(without);
    QCOMPARE(int(page.dialog.form().choice().precision), int(ExportPrecision::Int8));
    QVERIFY(!page.button("exportButton")->isEnabled() && page.text("imagesProblem").contains("training images"));
    QVERIFY(!page.dialog.findChild<QLabel*>("problem")->isVisible() && page.dialog.form().images().isEmpty());
    // Other images will do.
    QSignalSpy wishes(&page.dialog.form(), &ExportForm::imagesWanted);
    page.button("chooseImages")->click();
    QCOMPARE(wishes.size(), 1);
    page.dialog.form().setImages("/some/pictures");
    QVERIFY(page.button("exportButton")->isEnabled() && page.button("chooseImages")->isVisible());
    QVERIFY2(page.text("note").contains("/some/pictures"), qPrintable(page.text("note")));
    QCOMPARE(page.dialog.form().images(), QString("/some/pictures"));
    page.dialog.setSubject(twoTasks());
    QVERIFY(page.dialog.form().images().isEmpty() && !page.button("chooseImages")->isVisible());
    page.dialog.form().setImages({});
    page.dialog.setSubject(without);
    QVERIFY(!page.button("exportButton")->isEnabled());
    page.choose("precision", int(ExportPrecision::Float32));
    QVERIFY(page.button("exportButton")->isEnabled() && !page.button("chooseImages")->isVisible());
  }

  /// What keeps integers from being written is seen where they are chosen, and the program is there all the same.
  void saysWhereImagesAreMissing() {
    ShownPage page;
    page.dialog.resize(1024, 700);
    page.dialog.setSnippetSource([](const ExportForm&, const std::string&) {
      ExportSnippet snippet;
      snippet.language = "Python";
      snippet.text = "print()\n";
      return snippet;
    });
    ExportSubject without = twoTasks();
    without.trainingImages = 0;
    page.dialog.setSubject(without);
    page.dialog.form().setTarget("python");
    page.choose("format", "onnx");
    QTest::qWait(50);
    page.choose("precision", int(ExportPrecision::Int8));
    auto* problem = page.dialog.findChild<QLabel*>("imagesProblem");
    const auto isSeen = [&] {
      QWidget* view = page.dialog.findChild<QScrollArea*>("formArea")->viewport();
      return view->rect().contains(QRect(problem->mapTo(view, QPoint(0, 0)), problem->size()));
    };
    QTRY_VERIFY(isSeen());
    QVERIFY(problem->isVisible() && problem->mapTo(&page.dialog, QPoint(0, 0)).y() >
                                        page.box("precision")->mapTo(&page.dialog, QPoint(0, 0)).y());
    QCOMPARE(page.dialog.snippet().snippet().text, std::string("print()\n"));
  }

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

  /// Everything is reached and used with the keyboard, and says what it is.
  void isUsedWithTheKeyboard() {
    ShownPage page;
    QVERIFY(QTest::qWaitForWindowActive(&page.dialog));
    auto* first = page.dialog.findChild<QRadioButton*>("target." + QString::fromStdString(exportTargets()[0].name));
    auto* second = page.dialog.findChild<QRadioButton*>("target." + QString::fromStdString(exportTargets()[1].name));
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Down);
    QVERIFY(second->isChecked() && second->hasFocus());
    QCOMPARE(page.dialog.form().target().name, exportTargets()[1].name);
    QSet<QWidget*> seen;
    for (QWidget* at = second; at != nullptr && !seen.contains(at); at = QApplication::focusWidget()) {
      seen.insert(at);
      const QString name = QAccessible::queryAccessibleInterface(at)->text(QAccessible::Name);
      QVERIFY2(!name.isEmpty(), qPrintable(at->objectName() + " " + at->metaObject()->className()));
      QTest::keyClick(at, Qt::Key_Tab);
    }
    for (const char* name : {"format", "task", "exportButton", "closeButton", "snippet"})
      QVERIFY2(seen.contains(page.dialog.findChild<QWidget*>(name)), name);
    QTest::keyClick(&page.dialog, Qt::Key_Escape);
    QVERIFY(!page.dialog.isVisible());
  }

  void fitsSmallScreens_data() {
    QTest::addColumn<double>("font");
    QTest::addColumn<QSize>("screen");
    QTest::newRow("1024x700") << 1.0 << QSize(1024, 700);
    QTest::newRow("1440x850, 150 dpi") << 150.0 / 96 << QSize(1440, 850);
    QTest::newRow("913x545") << 1.0 << QSize(913, 545);
    QTest::newRow("2560x1440") << 1.0 << QSize(2560, 1440);
  }
  void fitsSmallScreens() {
    QFETCH(double, font);
    QFETCH(QSize, screen);
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * font);
    QApplication::setFont(large);
    {
      ShownPage page;
      page.dialog.resize(screen);
      QTest::qWait(20);
      QCOMPARE(page.dialog.size(), screen);
      const QSize least = page.dialog.minimumSizeHint();
      QVERIFY2(least.width() <= screen.width() && least.height() <= screen.height(),
               qPrintable(QString("%1x%2").arg(least.width()).arg(least.height())));
    }
    QApplication::setFont(before);
  }
};

ZIPPER_TEST_WITH(QApplication, TestExportDialog)
#include "test_export_dialog.moc"
