// SPDX-License-Identifier: GPL-3.0-or-later

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>
#include <filesystem>

#include "app/workbench/export_link.h"
#include "app/workbench/window_fixture.h"
#include "core/containers/safetensors.h"
#include "core/exports/export_snippet.h"
#include "support/test_program.h"
#include "widgets/export/export_dialog.h"
#include "widgets/export/export_form.h"
#include "widgets/export/export_panel.h"
#include "widgets/export/snippet_view.h"
#include "widgets/log/log_panel.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// The window with the sample and the page, opened from the menu.
struct PageFixture : WindowFixture {
  ExportDialog* page = nullptr;

  void openPage() {
    openSample();
    actions().exportModel->trigger();
    page = window().findChild<ExportDialog*>();
    QVERIFY(page != nullptr && page->isVisible());
  }
  void click(const char* button) { page->findChild<QPushButton*>(button)->click(); }
  QString text(const char* label) { return page->findChild<QLabel*>(label)->text(); }
  void choose(const char* box, const QVariant& data) {
    auto* choices = page->findChild<QComboBox*>(box);
    choices->setCurrentIndex(choices->findData(data));
  }
  bool isMeasured() {
    return QTest::qWaitFor([this] { return page->panel().hasPreview(); }, 60000);
  }
  /// Answers the dialog that asks for a name or a folder.
  bool answer(const QString& path) {
    QFileDialog* asking = nullptr;  // one that was answered may not be gone yet
    (void)QTest::qWaitFor(
        [&] {
          for (QFileDialog* dialog : page->findChildren<QFileDialog*>())
            if (dialog->isVisible()) asking = dialog;
          return asking != nullptr;
        },
        5000);
    if (asking == nullptr) return false;
    Q_EMIT asking->fileSelected(path);
    asking->close();
    return true;
  }
};

}  // namespace

/// The export page in the real window.
class TestExportPage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void measuresAndWrites() {
    PageFixture fixture;
    fixture.openPage();
    QVERIFY(fixture.actions().exportModel->isEnabled());
    fixture.page->form().setTarget("python");
    fixture.choose("format", "safetensors");
    QVERIFY(fixture.isMeasured());
    QVERIFY2(fixture.text("previewSize").contains("instead of"), qPrintable(fixture.text("previewSize")));
    QVERIFY2(fixture.text("previewTime").contains("ms"), qPrintable(fixture.text("previewTime")));
    const QString path = fixture.path("mine.safetensors");
    ExportRequest request = fixture.page->form().request();
    QCOMPARE(request.format, std::string("safetensors"));
    fixture.click("exportButton");
    QVERIFY(fixture.answer(path));
    QVERIFY(fixture.run().state() == RunState::Busy && fixture.page->isRunning());
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QVERIFY(!fixture.page->isRunning());
    QVERIFY2(fixture.text("result").contains("mine.safetensors") && fixture.text("result").contains("Read back"),
             qPrintable(fixture.text("result")));
    QVERIFY(fixture.page->findChild<QPushButton*>("showInFolder")->isVisible());
    QVERIFY(!readSafetensors(path.toStdString()).tensors.empty());
    QVERIFY(fixture.part<LogPanel>()->plainText().contains("read back and run on"));
    // The program beside it loads what was written.
    QVERIFY(fixture.page->snippet().snippet().text.find("mine.safetensors") != std::string::npos);
    // What was measured still holds.
    QVERIFY(fixture.page->panel().hasPreview() && fixture.page->form().isEnabled());
  }

  void writesWithNames() {
    PageFixture fixture;
    fixture.openPage();
    fixture.page->form().setTarget("phone");
    fixture.choose("format", "tflite");
    fixture.page->findChild<QLineEdit*>("output.A")->setText("not a name");
    QVERIFY(!fixture.page->findChild<QPushButton*>("exportButton")->isEnabled());
    fixture.page->findChild<QLineEdit*>("output.A")->setText("clothes");
    fixture.click("exportButton");
    const QString path = fixture.path("named.tflite");
    QVERIFY(fixture.answer(path));
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QVERIFY2(fixture.text("result").contains("Read back"), qPrintable(fixture.text("result")));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("clothes") && !bytes.contains("logits_"));
    QCOMPARE(fixture.page->findChild<QLineEdit*>("output.B")->placeholderText(), QString("digits"));
    QCOMPARE(fixture.text("previewFiles").left(12), QString("named.tflite"));
  }

  /// Answers to questions that were asked before the last one never show.
  void supersededPreviewsAreIgnored() {
    PageFixture fixture;
    fixture.openPage();
    fixture.page->form().setTarget("python");
    fixture.choose("format", "safetensors");
    QSignalSpy wishes(fixture.page, &ExportDialog::previewRequested);
    QVERIFY(wishes.wait(5000));
    fixture.choose("task", "b");
    QVERIFY(fixture.isMeasured());
    QCOMPARE(fixture.text("previewFiles"), QString("merged-b.safetensors"));
    QVERIFY(!fixture.text("previewSize").contains("instead of"));
  }

  void sourcesAreNeverWrittenOver() {
    PageFixture fixture;
    fixture.openPage();
    fixture.page->form().setTarget("python");
    fixture.choose("format", "safetensors");
    fixture.click("exportButton");
    QVERIFY(fixture.answer(fixture.path("sample/fashion.safetensors")));
    QVERIFY2(QTest::qWaitFor([&] { return fixture.page->findChild<QMessageBox*>("errorDialog") != nullptr; }),
             "no message");
    delete fixture.page->findChild<QMessageBox*>("errorDialog");
    QVERIFY(fixture.run().state() == RunState::Idle && !fixture.page->isRunning());
    // What fails later is told on the page, too.
    fixture.click("exportButton");
    QVERIFY(fixture.answer(fixture.path("no/such/folder/it.safetensors")));
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QTRY_VERIFY(!fixture.page->isRunning());
    QVERIFY2(fixture.text("result").contains("no/such/folder"), qPrintable(fixture.text("result")));
  }

  void restsWhileStepsRun() {
    PageFixture fixture;
    fixture.openPage();
    QVERIFY(fixture.isMeasured());
    QSignalSpy wishes(fixture.page, &ExportDialog::previewRequested);
    fixture.useQuickRecipe("1-2");
    fixture.actions().step->trigger();
    QVERIFY(fixture.run().state() != RunState::Idle);
    QVERIFY(!fixture.actions().exportModel->isEnabled());
    QVERIFY(!fixture.page->form().isEnabled());
    QVERIFY(!fixture.page->findChild<QPushButton*>("exportButton")->isEnabled());
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QVERIFY(fixture.page->form().isEnabled());
    // A layer is merged now: what was measured doesn't hold any more.
    QVERIFY(fixture.isMeasured());
    QVERIFY(!wishes.isEmpty());
  }

  void savesTheProgram() {
    PageFixture fixture;
    fixture.openPage();
    fixture.page->form().setTarget("python");
    fixture.choose("format", "onnx");
    const ExportSnippet snippet = fixture.page->snippet().snippet();
    QVERIFY(!snippet.text.empty());
    QVERIFY(QDir().mkpath(fixture.path("program")));
    fixture.click("saveSnippet");
    QVERIFY(fixture.answer(fixture.path("program")));
    QFile file(fixture.path("program/" + QString::fromStdString(snippet.fileName)));
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().toStdString(), snippet.text);
  }

  void goesWithItsSession() {
    PageFixture fixture;
    fixture.openPage();
    QVERIFY(fixture.isMeasured());
    fixture.page->form().setTarget("cpp");
    fixture.page->close();
    fixture.actions().exportModel->trigger();
    QVERIFY(fixture.page->isVisible());
    QCOMPARE(fixture.page->form().target().name, std::string("cpp"));
    // Also while something is being measured.
    QSignalSpy wishes(fixture.page, &ExportDialog::previewRequested);
    fixture.choose("task", "a");
    QVERIFY(wishes.wait(5000));
    fixture.files().closeSession();
    QVERIFY(fixture.window().findChild<ExportDialog*>() == nullptr);
    QVERIFY(!fixture.actions().exportModel->isEnabled());
  }
};

ZIPPER_TEST_WITH(QApplication, TestExportPage)
#include "test_export_page.moc"
