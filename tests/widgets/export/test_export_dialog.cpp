// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QSet>
#include <QSignalSpy>
#include <QtTest>
#include <algorithm>

#include "core/exports/export_formats.h"
#include "core/exports/export_targets.h"
#include "support/test_program.h"
#include "widgets/export/shown_export_page.h"
#include "widgets/export/snippet_view.h"

using namespace zipper;
using namespace zipper::test;

/// What is chosen on the page of exports, and what keeps it from being written.
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

  /// Wherever integers can be chosen there is room for the sentence and for the way out, and the button says why it is
  /// off. Its size is known all the same.
  void hasRoomForMissingImages() {
    for (const ExportTarget& target : exportTargets()) {
      ShownPage page;
      ExportSubject without = twoTasks();
      without.trainingImages = 0;
      page.dialog.setSubject(without);
      page.dialog.form().setTarget(target.name);
      if (page.box("precision")->findData(int(ExportPrecision::Int8)) < 0) continue;
      QTest::qWait(50);
      QSignalSpy wishes(&page.dialog, &ExportDialog::previewRequested);
      page.choose("precision", int(ExportPrecision::Int8));
      auto* problem = page.dialog.findChild<QLabel*>("imagesProblem");
      QTRY_VERIFY2(problem->height() >= problem->heightForWidth(problem->width()), target.name.c_str());
      QVERIFY2(problem->height() >= problem->fontMetrics().height(), target.name.c_str());
      const QPushButton* images = page.button("chooseImages");
      QVERIFY2(images->isVisible() && images->height() >= images->minimumSizeHint().height(), target.name.c_str());
      QVERIFY(images->y() >= problem->geometry().bottom());
      QVERIFY2(page.button("exportButton")->toolTip().contains("training images"), target.name.c_str());
      QVERIFY(wishes.wait());
      page.dialog.form().setImages("/some/pictures");
      QVERIFY(page.button("exportButton")->toolTip().contains("name of the file"));
      auto* note = page.dialog.findChild<QLabel*>("note");
      QTRY_VERIFY2(note->height() >= note->heightForWidth(note->width()), target.name.c_str());
      QVERIFY(images->height() >= images->minimumSizeHint().height());
      page.dialog.setEnabledToExport(false);
      QVERIFY(page.button("exportButton")->toolTip().contains("something else runs"));
    }
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
