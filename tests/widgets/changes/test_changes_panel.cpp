// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QRadioButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabBar>
#include <QtTest>

#include "core/analysis/grad_cam.h"
#include "made_up_changes.h"
#include "support/test_program.h"
#include "widgets/changes/changes_panel.h"
#include "widgets/changes/class_bars.h"
#include "widgets/changes/confusion_view.h"
#include "widgets/changes/gallery_page.h"
#include "widgets/changes/grad_cam_view.h"
#include "widgets/changes/image_detail.h"

using namespace zipper;
using namespace zipper::test;

namespace {

struct ShownChangesPanel {
  explicit ShownChangesPanel(QSize size = {900, 520}) {
    panel.resize(size);
    panel.setTasks({"A · fashion", "B · digits"});
    panel.show();
    (void)QTest::qWaitForWindowExposed(&panel);
  }
  template <typename Part>
  Part& part(const QString& name = {}) {
    return *panel.findChild<Part*>(name);
  }
  QString text(const QString& label) { return part<QLabel>(label).text(); }
  GalleryPage& gallery() { return part<GalleryPage>(); }
  QListView& images() { return part<QListView>("gallery"); }
  void showTab(int index) { part<QTabBar>().setCurrentIndex(index); }

  ChangesPanel panel;
};

std::shared_ptr<const GradCam> camOf(int task, int output) {
  auto maps = std::make_shared<GradCam>();
  maps->task = task;
  maps->step = 0;
  maps->output = output;
  maps->teacher = {{2, 2}, {0, 1, 2, 3}};
  maps->merged = {{2, 2}, {3, 2, 1, 0}};
  maps->teacherProbability = 0.9f;
  maps->mergedProbability = 0.4f;
  return maps;
}

}  // namespace

class TestChangesPanel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void saysWhyThereIsNothing() {
    ShownChangesPanel shown;
    shown.panel.showMessage("Nothing is merged yet.");
    QVERIFY(shown.part<QLabel>("changesMessage").isVisible());
    QCOMPARE(shown.text("changesMessage"), QString("Nothing is merged yet."));
    shown.panel.setChanges(changesOf(fewAnswers()), "layer 3");
    QVERIFY(!shown.part<QLabel>("changesMessage").isVisible());
    QCOMPARE(shown.text("changesSubject"), QString("Teacher and merged network after layer 3"));
    QVERIFY(shown.text("changesText").startsWith("The merge lost 3 image(s)"));
    shown.panel.setNote("Comparing…");
    QVERIFY(shown.part<QLabel>("changesNote").isVisible());
    shown.panel.setNote({});
    QVERIFY(!shown.part<QLabel>("changesNote").isVisible());
    shown.panel.showMessage("No labels.");
    QVERIFY(shown.panel.changes() == nullptr);
  }

  /// Its letters have the colour for that ground.
  void whatIsSelectedHasItsGround() {
    ShownChangesPanel shown;
    shown.panel.setChanges(changesOf(fewAnswers()), "layer 3");
    for (QListView* view : {&shown.images(), static_cast<QListView*>(&shown.part<ClassBars>())}) {
      const QModelIndex first = view->model()->index(0, 0);
      const auto ground = [&] {
        return view->viewport()->grab().toImage().pixelColor(view->visualRect(first).bottomLeft() + QPoint(4, -4));
      };
      const QColor before = ground();
      view->setCurrentIndex(first);
      QTRY_VERIFY(ground() != before);
    }
  }

  void theNumbersLeadToTheImages() {
    ShownChangesPanel shown;
    QSignalSpy wanted(&shown.panel, &ChangesPanel::picturesWanted);
    shown.panel.setChanges(changesOf(fewAnswers()), "layer 3");
    QCOMPARE(shown.gallery().total(), qint64(3));  // the lost ones come first
    QVERIFY(shown.gallery().title().startsWith("Lost"));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][1].value<std::vector<qint64>>(), (std::vector<qint64>{11, 13, 17}));
    shown.part<QAbstractButton>("wonImages").click();
    QCOMPARE(shown.gallery().total(), qint64(1));
    QVERIFY(shown.part<QAbstractButton>("wonImages").isChecked());
    QVERIFY(!shown.part<QAbstractButton>("lostImages").isChecked());
    QVERIFY(shown.images().model()->index(0, 0).data(Qt::AccessibleTextRole).toString().endsWith("; won"));
    auto& classes = shown.part<ClassBars>();
    classes.setFocus();
    classes.setCurrentIndex(classes.model()->index(0, 0));
    QTest::keyClick(&classes, Qt::Key_Return);
    QCOMPARE(shown.gallery().title(), QString("All images of shirt: 4 image(s)"));
    QVERIFY(!shown.part<QAbstractButton>("wonImages").isChecked());
    shown.showTab(1);
    auto& matrix = shown.part<ConfusionView>();
    matrix.setFocus();
    for (int key = 0; key < 3 && matrix.cell() != QPoint(1, 0); ++key) QTest::keyClick(&matrix, Qt::Key_Right);
    QTest::keyClick(&matrix, Qt::Key_Return);
    QCOMPARE(shown.gallery().total(), qint64(3));
    QCOMPARE(shown.text("cellText"), matrix.accessibleDescription());
    shown.part<QRadioButton>("teacherMatrix").click();
    QTest::keyClick(&matrix, Qt::Key_Return);
    QCOMPARE(shown.gallery().total(), qint64(1));
    shown.showTab(2);
    auto& cells = shown.part<QListWidget>("mostChangedCells");
    QVERIFY2(cells.item(0)->text().contains("recognized"), qPrintable(cells.item(0)->text()));
    Q_EMIT cells.itemActivated(cells.item(0));
    QVERIFY(shown.gallery().title().startsWith("Images of shirt that only one"));
  }

  /// In a dock at the bottom of a window of 1280x800 and of 1024x700: nothing has to be scrolled to see what counts.
  void aLowPanelShowsWhatCounts_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("1280x800") << QSize(690, 285);
    QTest::newRow("1024x700") << QSize(434, 290);
  }
  void aLowPanelShowsWhatCounts() {
    QFETCH(QSize, size);
    ShownChangesPanel shown(size);
    shown.panel.setChanges(changesOf(fewAnswers()), "layer 3");
    QTest::qWait(1);
    const auto isSeen = [&shown](const QWidget& widget, const QRect& part) {
      const QRect place(widget.mapTo(&shown.panel, part.topLeft()), part.size());
      return widget.isVisible() && shown.panel.rect().contains(place) &&
             widget.visibleRegion().boundingRect().contains(part);
    };
    const auto& text = shown.part<QLabel>("changesText");
    QTRY_VERIFY(isSeen(text, text.rect()));
    for (const char* accuracy : {"75.0\u00a0%", "50.0\u00a0%", "may well be chance"})
      QVERIFY2(text.text().contains(accuracy), qPrintable(text.text()));
    QVERIFY(text.toolTip().startsWith("The merge lost 3"));
    for (const char* button : {"lostImages", "wonImages"})
      QVERIFY(isSeen(shown.part<QAbstractButton>(button), shown.part<QAbstractButton>(button).rect()));
    const QListView& images = shown.images();
    const QRect first = images.visualRect(images.model()->index(0, 0));
    const QRect picture(first.topLeft(), QSize(first.width(), 80));  // most of it
    QVERIFY(isSeen(*images.viewport(), picture));
    // With more height it is said in whole sentences.
    shown.panel.resize(900, 700);
    QTRY_VERIFY(text.text().startsWith("The merge lost 3"));
    QVERIFY(text.toolTip().isEmpty());
  }

  /// What differs at the end of a long name of a class stays to be seen.
  void longNamesAreElidedInTheMiddle() {
    const auto pictureOf = [](const std::string& ending) {
      ShownChangesPanel shown;
      TaskAnswers answers = fewAnswers();
      for (std::string& name : answers.classNames)
        name = "a very long name of a class of flowers that ends with " + ending;
      shown.panel.setChanges(changesOf(answers), "layer 3");
      shown.images().doItemsLayout();
      return shown.images().viewport()->grab(shown.images().visualRect(shown.images().model()->index(0, 0))).toImage();
    };
    const QImage one = pictureOf("ooo");
    QVERIFY(one == pictureOf("ooo"));
    QVERIFY(one != pictureOf("xxx"));
  }

  void anImageOpens() {
    ShownChangesPanel shown;
    shown.panel.setChanges(changesOf(fewAnswers()), "layer 3");
    QSignalSpy opened(&shown.panel, &ChangesPanel::imageOpened), cams(&shown.panel, &ChangesPanel::gradCamWanted);
    shown.images().setFocus();
    shown.images().setCurrentIndex(shown.images().model()->index(0, 0));
    QTest::keyClick(&shown.images(), Qt::Key_Return);
    QCOMPARE(opened.value(0), (QList<QVariant>{0, qint64(11)}));
    QCOMPARE(cams.value(0), (QList<QVariant>{0, qint64(11), 0}));  // its label
    auto& detail = shown.part<ImageDetail>();
    QVERIFY(detail.isVisible());
    QVERIFY(shown.text("imageTitle")
                .startsWith("Test image 12, labelled shirt; teacher: shirt, 90.0\u00a0%; merged: coat"));
    QVERIFY2(shown.text("imageReason").startsWith("Teacher: shirt 90.0\u00a0%, coat 8.0\u00a0%; merged: coat 50.0"),
             qPrintable(shown.text("imageReason")));
    QVERIFY(shown.text("imageReason").contains("82.0 points ahead"));
    auto& view = shown.part<GradCamView>();
    const QImage picture(8, 8, QImage::Format_Grayscale8);
    shown.panel.setGradCam(11, camOf(1, 0), picture);  // another task
    shown.panel.setGradCam(11, camOf(0, 1), picture);  // another class
    shown.panel.setGradCam(10, camOf(0, 0), picture);  // another image
    QVERIFY(view.isEmpty());
    shown.panel.setGradCam(11, camOf(0, 0), picture);
    QVERIFY(!view.isEmpty());
    QCOMPARE(shown.text("imageNote"), QString("shirt: teacher 90.0\u00a0%, merged 40.0\u00a0%."));
    QVERIFY(view.pictureRect(0).right() < view.pictureRect(1).left() && view.rect().contains(view.pictureRect(1)));
    auto& classes = shown.part<QComboBox>("camClass");
    QCOMPARE(classes.count(), 2);  // the label is the teacher's answer
    classes.setFocus();
    QTest::keyClick(&classes, Qt::Key_Down);
    QCOMPARE(cams.last()[2].toInt(), 1);
    shown.panel.setGradCamError(11, "damaged.png: not an image");
    QVERIFY(shown.text("imageNote").contains("damaged.png"));
    QVERIFY(view.isEmpty());
    QTest::keyClick(&detail, Qt::Key_PageDown);
    QCOMPARE(opened.last()[1].toLongLong(), qint64(13));
    QTest::keyClick(&detail, Qt::Key_Escape);
    QVERIFY(!detail.isVisible() && shown.images().isVisible());
  }

  /// While one step after the other is made, the image that is looked at stays.
  void theImageStaysFromStepToStep() {
    ShownChangesPanel shown;
    shown.panel.setChanges(changesOf(fewAnswers()), "layer 1");
    Q_EMIT shown.images().clicked(shown.images().model()->index(0, 0));
    QSignalSpy cams(&shown.panel, &ChangesPanel::gradCamWanted);
    TaskAnswers next = fewAnswers(0, 1);
    next.images[1].merged = 0;
    shown.panel.setChanges(changesOf(next), "layer 2");
    QVERIFY(shown.part<ImageDetail>().isVisible());
    QVERIFY2(shown.text("imageTitle").endsWith("both right"), qPrintable(shown.text("imageTitle")));
    QCOMPARE(cams.size(), 1);
    next.images.clear();
    shown.panel.setChanges(changesOf(next), "layer 3");
    QVERIFY(!shown.part<ImageDetail>().isVisible());
  }

  void moreImagesAreShown() {
    ShownChangesPanel shown;
    const auto many = changesOf(manyAnswers(4, 800, 5));
    shown.panel.setChanges(many, "layer 3");
    QSignalSpy wanted(&shown.panel, &ChangesPanel::picturesWanted);
    shown.panel.ask(ImagesAsked::with(Outcome::BothRight));
    QCOMPARE(wanted.size(), 1);
    const QAbstractItemModel* model = shown.images().model();
    QCOMPARE(model->rowCount(), 49);
    std::vector<Thumbnail> pictures;
    for (const qint64 image : wanted[0][1].value<std::vector<qint64>>())
      pictures.push_back({image, QImage(4, 4, QImage::Format_RGB888)});
    shown.panel.setPictures(1, pictures);  // of the other task
    QCOMPARE(wanted.size(), 1);
    shown.panel.setPictures(0, pictures);
    QCOMPARE(wanted.size(), 2);  // the next ones
    Q_EMIT shown.images().clicked(model->index(48, 0));
    QCOMPARE(model->rowCount(), 97);
    // Other answers to the same question: as many stay, at the same place.
    shown.images().verticalScrollBar()->setValue(shown.images().verticalScrollBar()->maximum() / 2);
    const int scrolled = shown.images().verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    shown.panel.setChanges(changesOf(manyAnswers(4, 800, 5)), "layer 4");
    QCOMPARE(model->rowCount(), 97);
    QCOMPARE(shown.images().verticalScrollBar()->value(), scrolled);
  }

  void anotherTaskForgetsTheImages() {
    ShownChangesPanel shown;
    shown.panel.setChanges(changesOf(fewAnswers()), "layer 3");
    shown.panel.ask(ImagesAsked::with(Outcome::BothWrong));
    QSignalSpy chosen(&shown.panel, &ChangesPanel::taskChosen);
    auto& tasks = shown.part<QComboBox>("changesTask");
    tasks.setFocus();
    QTest::keyClick(&tasks, Qt::Key_Down);
    QCOMPARE(chosen.value(0), QList<QVariant>{1});
    QCOMPARE(shown.panel.task(), 1);
    QCOMPARE(shown.images().model()->rowCount(), 0);
    shown.panel.setChanges(changesOf(fewAnswers(1)), "layer 3");
    QVERIFY(shown.gallery().title().startsWith("Lost"));
    shown.panel.setTasks({"A", "B", "C"});
    QCOMPARE(shown.panel.task(), 1);
    shown.panel.setTasks({"A"});
    QCOMPARE(shown.panel.task(), 0);
  }

  void fitsNarrowAndWide() {
    ShownChangesPanel shown({900, 500});
    shown.panel.setChanges(changesOf(fewAnswers()), "layer 3");
    QCOMPARE(shown.part<QSplitter>().orientation(), Qt::Horizontal);
    shown.panel.resize(300, 300);
    QTRY_COMPARE(shown.part<QSplitter>().orientation(), Qt::Vertical);
    QVERIFY(shown.panel.minimumSizeHint().width() <= 260);
    const QImage light = shown.panel.grab().toImage();
    QPalette dark;
    dark.setColor(QPalette::Window, QColor("#202326"));
    dark.setColor(QPalette::Base, QColor("#191c1f"));
    dark.setColor(QPalette::WindowText, QColor("#e6e6e6"));
    dark.setColor(QPalette::Text, QColor("#e6e6e6"));
    shown.panel.setPalette(dark);
    QVERIFY(shown.panel.grab().toImage() != light);
  }

  void tooManyClassesAreListed() {
    ShownChangesPanel shown;
    shown.panel.setChanges(changesOf(manyAnswers(3000, 3000, 6)), "layer 3");
    shown.showTab(1);
    QVERIFY(!shown.part<ConfusionView>().isVisible());
    shown.showTab(2);
    QCOMPARE(shown.part<QListWidget>("mostChangedCells").count(), 100);
  }
};

ZIPPER_TEST_WITH(QApplication, TestChangesPanel)
#include "test_changes_panel.moc"
