// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/beside/errors_page.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include "support/test_program.h"
#include "widgets/changes/gallery_model.h"
#include "widgets/changes/gallery_page.h"
#include "widgets/changes/made_up_changes.h"

using namespace zipper;
using namespace zipper::test;

namespace {

ShownChangesPtr namedErrors(const TaskAnswers& answers, qint64 testImages = -1) {
  auto shown = std::make_shared<ShownChanges>(*changesOf(answers, testImages));
  shown->first = "here";
  shown->second = "beside";
  return shown;
}

struct ShownErrors {
  ErrorsPage page;

  ShownErrors() {
    page.setTasks({"A · fashion", "B · digits"});
    page.resize(320, 500);
    page.show();
    (void)QTest::qWaitForWindowExposed(&page);
  }
  QPushButton& button(Outcome outcome) { return *page.findChild<QPushButton*>(QString("errors%1").arg(int(outcome))); }
  QString text() { return page.findChild<QLabel*>("errorsText")->text(); }
  QAbstractItemModel& images() { return *page.findChild<QListView*>("gallery")->model(); }
};

}  // namespace

class TestErrorsPage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// Three images of eight are right here only and one beside only. SciPy: binomtest(1, 4).pvalue = 0.625.
  void saysWhatIsRightWhere() {
    const QString text = errorsText(*namedErrors(fewAnswers()));
    QVERIFY2(text.contains("3 image(s) right here only, 1 beside only."), qPrintable(text));
    QVERIFY2(text.contains("in 63 of 100 cases (McNemar's test). So this may well be chance."), qPrintable(text));
    QVERIFY2(text.contains("Here: of 8 test image(s) 6 right"), qPrintable(text));
    QVERIFY2(text.contains("Beside: of 8 test image(s) 4 right"), qPrintable(text));
    // SciPy: binomtest(6, 8).proportion_ci(method="wilson") = (0.409, 0.929).
    QVERIFY2(text.contains("interval: 40.9") && text.contains("to 92.9"), qPrintable(text));
  }

  void saysWhatIsMissing() {
    QVERIFY(errorsText(*namedErrors(fewAnswers(), 20)).contains("So far 8 of 20 test images are compared."));
    TaskAnswers same = fewAnswers();
    for (ImageAnswers& image : same.images) image.merged = image.teacher;
    QVERIFY(errorsText(*namedErrors(same)).startsWith("No image is right in one of them and wrong in the other."));
  }

  void showsTheImagesBehindANumber() {
    ShownErrors shown;
    QSignalSpy wanted(&shown.page, &ErrorsPage::picturesWanted);
    shown.page.setErrors(namedErrors(fewAnswers()));
    QCOMPARE(shown.button(Outcome::Lost).text(), QString("3 right here only"));
    QVERIFY(shown.button(Outcome::Lost).isChecked());
    QCOMPARE(shown.images().rowCount(), 3);
    QCOMPARE(wanted.size(), 1);
    const QModelIndex first = shown.images().index(0, 0);
    QVERIFY(first.data(GalleryModel::TeacherRole).toString().startsWith("here: shirt"));
    QVERIFY(first.data(GalleryModel::MergedRole).toString().startsWith("beside: coat"));
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains("beside: coat"));
    QVERIFY(shown.page.findChild<QLabel*>("galleryTitle")->text().startsWith("Right here only"));

    shown.button(Outcome::Won).setFocus();
    QTest::keyClick(&shown.button(Outcome::Won), Qt::Key_Space);
    QCOMPARE(shown.images().rowCount(), 1);
    QVERIFY(shown.button(Outcome::Won).isChecked() && !shown.button(Outcome::Lost).isChecked());
    // More answers of the same pair: the choice stays.
    shown.page.setErrors(namedErrors(fewAnswers()));
    QVERIFY(shown.button(Outcome::Won).isChecked());

    QSignalSpy opened(&shown.page, &ErrorsPage::imageOpened);
    auto* gallery = shown.page.findChild<QListView*>("gallery");
    gallery->setFocus();
    gallery->setCurrentIndex(shown.images().index(0, 0));
    QTest::keyClick(gallery, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][1].toLongLong(), imagesWith(fewAnswers(), Outcome::Won)[0].image);
  }

  void aReasonTakesThePlaceOfAll() {
    ShownErrors shown;
    shown.page.setErrors(namedErrors(fewAnswers()));
    QVERIFY(shown.page.showsContent());
    shown.page.showReason("Choose a step.");
    QVERIFY(!shown.page.showsContent() && shown.page.errors() == nullptr);
    QCOMPARE(shown.page.findChild<QLabel*>("message")->text(), QString("Choose a step."));
  }

  void tellsWhetherItIsSeen() {
    ShownErrors shown;
    QSignalSpy seen(&shown.page, &ErrorsPage::seenChanged);
    shown.page.hide();
    shown.page.show();
    QCOMPARE(seen.size(), 2);
    QVERIFY(!seen[0][0].toBool() && seen[1][0].toBool());
  }

  void textIsWholeWhereThereIsLittleHeight() {
    ShownErrors shown;
    shown.page.setErrors(namedErrors(fewAnswers()));
    shown.page.resize(240, 200);
    const auto* text = shown.page.findChild<QLabel*>("errorsText");
    QTRY_COMPARE(text->height(), text->heightForWidth(text->width()));
  }

  void fitsANarrowInspector() {
    ShownErrors shown;
    shown.page.setErrors(namedErrors(manyAnswers(10, 1000, 1)));
    QVERIFY2(shown.page.minimumSizeHint().width() <= 300,
             qPrintable(QString::number(shown.page.minimumSizeHint().width())));
  }
};

ZIPPER_TEST_WITH(QApplication, TestErrorsPage)
#include "test_errors_page.moc"
