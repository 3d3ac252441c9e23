// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "core/data/data_summary.h"
#include "support/test_program.h"
#include "widgets/welcome/action_button.h"
#include "widgets/welcome/chosen_task.h"
#include "widgets/welcome/classes_dialog.h"
#include "widgets/welcome/conventions_dialog.h"
#include "widgets/welcome/images_dialog.h"
#include "widgets/welcome/lack.h"
#include "widgets/welcome/recent_list.h"
#include "widgets/welcome/welcome_page.h"

using namespace zipper;

namespace {

class Fixture {
 public:
  Fixture() {
    page.resize(900, 600);
    page.show();
    for (const char* name : {"first.zipper", "second.zipper"}) {
      QFile file(folder.filePath(name));
      if (file.open(QIODevice::WriteOnly)) paths << file.fileName();
    }
    paths << folder.filePath("gone.zipper");
    list = page.findChild<RecentList*>();
    page.setRecent(paths);
  }

  QPushButton* button(const QString& text) {
    for (QPushButton* candidate : page.findChildren<QPushButton*>())
      if (candidate->text().remove('&') == text) return candidate;
    return nullptr;
  }
  QList<QPushButton*> choosers() {
    QList<QPushButton*> result;
    for (QPushButton* candidate : page.findChildren<QPushButton*>())
      if (candidate->accessibleName().startsWith("Choose ")) result << candidate;
    return result;
  }
  QRect onPage(const QWidget* part) { return {part->mapTo(&page, QPoint()), part->size()}; }
  /// Of a task, on the page.
  QRect card(int task) { return onPage(choosers().at(2 * task)->parentWidget()); }
  void show(const std::vector<ChosenTask>& tasks, const QSize& size) {
    page.setTasks(tasks);
    page.resize(size);
    QTest::qWait(10);
  }
  QPoint center(int row) { return list->visualItemRect(list->item(row)).center(); }

  WelcomePage page;
  QTemporaryDir folder;
  QStringList paths;
  RecentList* list;
};

/// Models and data of two tasks; empty: not chosen yet.
std::vector<ChosenTask> twoTasks(const QString& modelA, const QString& dataA, const QString& modelB,
                                 const QString& dataB) {
  return {{{}, modelA, dataA}, {{}, modelB, dataB}};
}

/// So many, with models and data.
std::vector<ChosenTask> manyTasks(int count) {
  std::vector<ChosenTask> tasks;
  for (int task = 0; task < count; ++task)
    tasks.push_back({{}, QString("/nets/net%1.onnx").arg(task), QString("/data/set%1").arg(task)});
  return tasks;
}

ClassView petClasses() {
  ClassView view;
  view.spec.classes = 3;
  view.spec.classNames = {"dog", "rat", "cat"};
  view.classNames = {"cat", "dog", "rat"};
  view.matching = matchClasses(view.spec, view.classNames);
  return view;
}

ModelSummary timmModel() {
  ModelSummary summary;
  summary.format = "PyTorch";
  summary.scheme = "timm";
  summary.notes = {"input size guessed: 224", "activation guessed: relu6"};
  return summary;
}

}  // namespace

class TestWelcomePage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void buttonsAsk() {
    Fixture f;
    QSignalSpy sample(&f.page, &WelcomePage::sampleRequested), model(&f.page, &WelcomePage::openModelRequested),
        session(&f.page, &WelcomePage::openSessionRequested), photographs(&f.page, &WelcomePage::photographsRequested);
    QTest::mouseClick(f.button("Open the sample"), Qt::LeftButton);
    QTest::mouseClick(f.button("Open the sample of photographs"), Qt::LeftButton);
    QTest::mouseClick(f.button("Open model A…"), Qt::LeftButton);
    QTest::keyClick(f.button("Open model B…"), Qt::Key_Space);
    QTest::mouseClick(f.button("Open session…"), Qt::LeftButton);
    QCOMPARE(sample.size(), 1);
    QCOMPARE(photographs.size(), 1);
    QCOMPARE(session.size(), 1);
    QCOMPARE(model.size(), 2);
    QCOMPARE(model[0][0].toInt(), 0);
    QCOMPARE(model[1][0].toInt(), 1);
  }

  void recentSessionsOpen() {
    Fixture f;
    QAbstractItemModelTester tester(f.list->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy chosen(&f.page, &WelcomePage::sessionChosen);
    QCOMPARE(f.list->count(), 3);
    QCOMPARE(f.list->item(0)->text(), QString("first"));
    QCOMPARE(f.list->item(0)->toolTip(), f.paths[0]);
    QTest::mouseDClick(f.list->viewport(), Qt::LeftButton, {}, f.center(1));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), f.paths[1]);
    f.list->setCurrentRow(0);
    QTest::keyClick(f.list, Qt::Key_Return);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen[1][0].toString(), f.paths[0]);
  }

  void missingSessionsSaySoAndDontOpen() {
    Fixture f;
    QSignalSpy chosen(&f.page, &WelcomePage::sessionChosen);
    QVERIFY(f.list->item(2)->toolTip().contains("missing"));
    QVERIFY(!f.list->item(1)->toolTip().contains("missing"));
    QTest::mouseDClick(f.list->viewport(), Qt::LeftButton, {}, f.center(2));
    QCOMPARE(chosen.size(), 0);
    QFile back(f.paths[2]);
    QVERIFY(back.open(QIODevice::WriteOnly));
    f.list->setCurrentRow(2);
    QTest::keyClick(f.list, Qt::Key_Enter);
    QCOMPARE(chosen.size(), 1);
  }

  void entriesCanBeTakenOff() {
    Fixture f;
    QSignalSpy removed(&f.page, &WelcomePage::removeRecentRequested);
    f.list->setCurrentRow(2);
    QTest::keyClick(f.list, Qt::Key_Delete);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed[0][0].toString(), f.paths[2]);
    QContextMenuEvent event(QContextMenuEvent::Mouse, f.center(1), f.list->viewport()->mapToGlobal(f.center(1)));
    QApplication::sendEvent(f.list->viewport(), &event);
    auto* menu = f.list->findChild<QMenu*>();
    QVERIFY(menu != nullptr);
    for (QAction* action : menu->actions())
      if (action->text().contains("Remove")) action->trigger();
    QCOMPARE(removed.size(), 2);
    QCOMPARE(removed[1][0].toString(), f.paths[1]);
    menu->close();
  }

  void theCardsShowWhatIsMissing() {
    Fixture f;
    QSignalSpy start(&f.page, &WelcomePage::startRequested), model(&f.page, &WelcomePage::openModelRequested),
        data(&f.page, &WelcomePage::openDataRequested);
    QVERIFY(f.list->isVisible());
    f.page.setTasks(twoTasks("/nets/fashion.safetensors", {}, {}, {}));
    QVERIFY(!f.list->isVisible());
    QPushButton* button = f.button("Start");
    QVERIFY(button->isVisible() && !button->isEnabled());
    const auto choosers = f.choosers();
    QCOMPARE(choosers.size(), 4);
    QCOMPARE(choosers[0]->text(), QString("Change…"));
    QCOMPARE(choosers[1]->text(), QString("Choose…"));
    for (QPushButton* chooser : choosers) QTest::mouseClick(chooser, Qt::LeftButton);
    QCOMPARE(model.size(), 2);
    QCOMPARE(data.size(), 2);
    QCOMPARE(data[1][0].toInt(), 1);
    f.page.setTasks(twoTasks("a", "da", "b", {}));
    QVERIFY(!button->isEnabled());
    f.page.setTasks(twoTasks("a", "da", "b", "db"));
    QVERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(start.size(), 1);
    f.page.setTasks({{}, {}});
    QVERIFY(f.list->isVisible());
  }

  void thereIsACardForEachTask() {
    Fixture f;
    QSignalSpy start(&f.page, &WelcomePage::startRequested);
    f.page.setTasks(manyTasks(6));
    const auto choosers = f.choosers();
    QCOMPARE(choosers.size(), 12);
    QCOMPARE(choosers.last()->accessibleName(), QString("Choose data F"));
    QVERIFY(f.button("Start")->isEnabled());
    QVERIFY(f.button("Start")->toolTip().contains("6"));
    std::vector<ChosenTask> tasks = manyTasks(6);
    tasks[4].data.clear();
    f.page.setTasks(tasks);
    QVERIFY(!f.button("Start")->isEnabled());
    tasks.erase(tasks.begin() + 4);
    f.page.setTasks(tasks);
    QVERIFY(f.button("Start")->isEnabled());
    QTRY_COMPARE(f.choosers().size(), 10);  // the last card goes when what is going on is done
  }

  void whatIsMissingIsSaidInSight() {
    Fixture f;
    auto* text = f.page.findChild<QLabel*>("draftProblem");
    std::vector<ChosenTask> tasks = manyTasks(6);
    f.page.setTasks(tasks);
    QVERIFY(text->text().isEmpty());
    tasks[2].data.clear();
    f.page.setTasks(tasks);
    QVERIFY(text->isVisible());
    QVERIFY2(text->text().contains(" C: no data chosen yet."), qPrintable(text->text()));
    QVERIFY(f.button("Start")->toolTip().contains("no data"));
    f.page.setProblem("They don't fit.");  // weighs more
    QCOMPARE(text->text(), QString("They don't fit."));
    f.page.setProblem({});
    QVERIFY(text->text().contains("no data"));
    f.page.setTasks(manyTasks(6));
    QVERIFY(text->text().isEmpty() && f.button("Start")->isEnabled());
  }

  void eachKindOfLackHasALine() {
    QVERIFY(lackText({Lack::Nothing, Lack::Nothing}).isEmpty());
    const QStringList lines =
        lackText({Lack::Data, Lack::Model, Lack::Nothing, Lack::ModelAndData, Lack::Data, Lack::Head}).split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines[0].contains(" F: ") && lines[0].contains("without a head"), qPrintable(lines[0]));
    QVERIFY2(lines[1].contains(" D: neither model nor data"), qPrintable(lines[1]));
    QVERIFY2(lines[2].contains(" B: no model"), qPrintable(lines[2]));
    QVERIFY2(lines[3].contains(" A, E: no data"), qPrintable(lines[3]));
    ModelSummary backbone = timmModel();
    backbone.spec.classes = 0;
    QVERIFY(lackOf({{}, "a", {}, &backbone}) == Lack::Head);
    QVERIFY(lackOf({{}, "a", {}}) == Lack::Data && lackOf({{}, {}, "d"}) == Lack::Model);
    QVERIFY(lackOf({"name", {}, {}}) == Lack::ModelAndData && lackOf({{}, "a", "d"}) == Lack::Nothing);
  }

  void manyCardsStandBesideEachOtherOnAWidePage() {
    Fixture f;
    f.show(manyTasks(2), {1920, 900});
    QVERIFY(f.card(1).top() > f.card(0).bottom());
    f.show(manyTasks(3), {1920, 900});
    QCOMPARE(f.card(1).top(), f.card(0).top());
    QVERIFY(f.card(1).left() > f.card(0).right());
    QVERIFY(f.card(2).top() > f.card(0).bottom());
    QCOMPARE(f.card(2).left(), f.card(0).left());
    f.show(manyTasks(3), {900, 600});
    QVERIFY(f.card(1).top() > f.card(0).bottom());
    QVERIFY(f.card(2).top() > f.card(1).bottom());
  }

  void theStartBarStandsBelowTheColumns_data() {
    QTest::addColumn<int>("tasks");
    QTest::addColumn<QSize>("size");
    QTest::newRow("two") << 2 << QSize(1024, 700);
    QTest::newRow("with a scroll bar") << 6 << QSize(1024, 600);
    QTest::newRow("wider than the columns") << 2 << QSize(2560, 900);
    QTest::newRow("two columns of cards") << 3 << QSize(1920, 900);
  }
  void theStartBarStandsBelowTheColumns() {
    QFETCH(int, tasks);
    QFETCH(QSize, size);
    Fixture f;
    f.show(manyTasks(tasks), size);
    const int right = f.card(1).right();  // of the only column of cards, or of the second one
    QTRY_VERIFY(std::abs(f.onPage(f.button("Add network")).left() - f.card(0).left()) <= 2);
    QTRY_VERIFY(std::abs(f.onPage(f.button("Start")).right() - right) <= 2);
  }

  void theCardsTakeThePlaceOfTheButtonsForModels() {
    Fixture f;
    QPushButton* sample = f.button("Open the sample");
    const int height = sample->sizeHint().height();
    f.button("Open model B…")->setFocus();
    f.page.setTasks(twoTasks({}, {}, "/nets/b.onnx", {}));
    for (const char* text : {"Open model A…", "Open model B…"}) QVERIFY(!f.button(text)->isVisible());
    QCOMPARE(f.page.focusWidget(), static_cast<QWidget*>(f.choosers()[2]));
    QVERIFY(sample->isVisible() && sample->sizeHint().height() < height);
    f.page.setTasks({{}, {}});
    for (const char* text : {"Open model A…", "Open model B…"}) QVERIFY(f.button(text)->isVisible());
    QCOMPARE(sample->sizeHint().height(), height);
  }

  void theSecondLineOfAButtonWraps() {
    ActionButton button(ActionButton::Kind::Primary, Glyph::Sample, "Open", "many words that need a line or two",
                        nullptr);
    const QSize wide = button.sizeHint();
    const QSize narrow = button.minimumSizeHint();
    QVERIFY(narrow.width() < wide.width());
    QCOMPARE(button.heightForWidth(wide.width()), wide.height());
    QVERIFY(button.heightForWidth(narrow.width()) > wide.height());
    QVERIFY(!ActionButton(ActionButton::Kind::Primary, Glyph::Sample, "Open", {}, nullptr).hasHeightForWidth());
  }

  void theButtonsOfACardShareARow() {
    Fixture f;
    const ModelSummary model = timmModel();
    const DataSummary data{1200, 0, 300, {"cat", "dog", "rat"}, {}, {}};
    const ClassView classes = petClasses();
    std::vector<ChosenTask> tasks = twoTasks("/nets/a.pt", "/data/a", {}, "/data/b");
    tasks[0].summary = &model;
    tasks[0].dataSummary = tasks[1].dataSummary = &data;
    tasks[0].classes = &classes;
    f.show(tasks, {1440, 900});
    const auto place = [&f](const QString& name, int task) {
      return f.onPage(f.page.findChildren<QPushButton*>(name).at(task));
    };
    QCOMPARE(place("images", 0).top(), place("conventions", 0).top());
    QCOMPARE(place("matchClasses", 0).top(), place("conventions", 0).top());
    QVERIFY(place("images", 0).left() > place("conventions", 0).right());
    // One that isn't there leaves no gap.
    QCOMPARE(place("images", 1).left() - f.card(1).left(), place("conventions", 0).left() - f.card(0).left());
  }

  void cardsAreAskedForAndTakenAway() {
    Fixture f;
    QSignalSpy added(&f.page, &WelcomePage::addTaskRequested), removed(&f.page, &WelcomePage::removeTaskRequested);
    connect(&f.page, &WelcomePage::addTaskRequested, &f.page, [&f] { f.page.setTasks(manyTasks(3)); });
    connect(&f.page, &WelcomePage::removeTaskRequested, &f.page, [&f] { f.page.setTasks(manyTasks(2)); });
    f.page.setTasks(manyTasks(2));
    for (const QPushButton* button : f.page.findChildren<QPushButton*>("removeTask")) QVERIFY(!button->isVisible());
    QPushButton* add = f.button("Add network");
    QVERIFY(add->isVisible());
    QTest::keyClick(add, Qt::Key_Space);
    QCOMPARE(added.size(), 1);
    const auto removers = f.page.findChildren<QPushButton*>("removeTask");
    QCOMPARE(removers.size(), 3);
    QVERIFY(removers[2]->isVisible() && removers[2]->accessibleName() == "Remove task C");
    // The new card is where one goes on, and in view.
    QCOMPARE(f.page.focusWidget(), static_cast<QWidget*>(f.choosers()[4]));
    QTRY_VERIFY(!f.choosers()[4]->visibleRegion().isEmpty());
    QTest::keyClick(removers[2], Qt::Key_Space);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed[0][0].toInt(), 2);
    QTRY_COMPARE(f.choosers().size(), 4);
  }

  void theTabKeyGoesThroughTheCardsInTheirOrder() {
    Fixture f;
    f.page.setTasks(manyTasks(2));
    f.page.setTasks(manyTasks(4));
    QStringList order;
    f.page.findChildren<QLineEdit*>("taskName").first()->setFocus();
    for (int stop = 0; stop < 60 && f.page.focusWidget() != f.button("Start"); ++stop) {
      const QString name = f.page.focusWidget()->accessibleName();
      if (name.startsWith("Choose model") || f.page.focusWidget() == f.button("Add network")) order << name.right(1);
      QTest::keyClick(f.page.focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(order, (QStringList{"A", "B", "C", "D", ""}));
  }

  void aTaskHasANameOfItsOwn() {
    Fixture f;
    QSignalSpy changed(&f.page, &WelcomePage::taskNameChanged);
    std::vector<ChosenTask> tasks = twoTasks("/nets/fashion.v2.safetensors", {}, {}, {});
    tasks[0].usualName = "fashion.v2";
    f.page.setTasks(tasks);
    const auto names = f.page.findChildren<QLineEdit*>("taskName");
    QCOMPARE(names.size(), 2);
    QCOMPARE(names[0]->placeholderText(), QString("fashion.v2"));
    QCOMPARE(names[1]->placeholderText(), QString("like the model's file"));
    QVERIFY(names[0]->text().isEmpty() && names[0]->accessibleName() == "Name of task A");
    QTest::keyClicks(names[1], "shoes");
    QCOMPARE(changed.size(), 5);
    QCOMPARE(changed.last()[0].toInt(), 1);
    QCOMPARE(changed.last()[1].toString(), QString("shoes"));
    // What is shown again leaves the cursor where it is.
    names[1]->setCursorPosition(2);
    tasks[1].name = "shoes";
    f.page.setTasks(tasks);
    QCOMPARE(names[1]->cursorPosition(), 2);
    QVERIFY(!names[1]->acceptDrops());
  }

  void manyCardsScroll() {
    Fixture f;
    f.page.resize(1024, 700);
    f.page.setTasks(manyTasks(6));
    QTest::qWait(1);
    const auto* scroll = f.page.findChild<QScrollArea*>();
    QVERIFY(scroll->widget()->height() > scroll->viewport()->height());
    QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());  // downwards only
    for (QPushButton* button : {f.button("Start"), f.button("Add network")})
      QVERIFY(f.page.rect().contains(QRect(button->mapTo(&f.page, QPoint()), button->size())));
  }

  void theCardSaysWhichNetworkItIsAndWhatItsHeadHas() {
    Fixture f;
    std::vector<ChosenTask> tasks = twoTasks("/nets/a.pt", {}, "/nets/b.pt", {});
    ModelSummary summary = timmModel();
    const auto textOf = [&] {
      tasks[0].summary = &summary;
      f.page.setTasks(tasks);
      return f.page.findChildren<QLabel*>("reading")[0]->text();
    };
    QVERIFY(!textOf().contains("MobileNet") && !textOf().contains("hidden"));
    summary.spec.hidden = {{100, Activation::ReLU}};
    QVERIFY2(textOf().contains("hidden layer(s) in the head: 100"), qPrintable(textOf()));
    summary.spec.architecture = Architecture::MobileNetV2;
    summary.spec.width = 0.35;
    QVERIFY2(textOf().startsWith("MobileNet V2, width 0.35 · "), qPrintable(textOf()));
    summary.spec.activation = Activation::ReLU;
    QVERIFY2(textOf().contains(", ReLU, padding"), qPrintable(textOf()));
    summary.spec.architecture = Architecture::MobileNetV3Large;
    summary.spec.width = 0.75;
    QVERIFY2(textOf().startsWith("MobileNet V3 Large, width 0.75 · "), qPrintable(textOf()));
    QVERIFY2(textOf().contains(", ReLU and hard swish, padding"), qPrintable(textOf()));
    summary.spec.architecture = Architecture::MobileNetV3Small;
    summary.spec.minimalistic = true;
    QVERIFY2(textOf().startsWith("MobileNet V3 Small (minimalistic), width 0.75 · "), qPrintable(textOf()));
    QVERIFY2(textOf().contains(", ReLU, padding"), qPrintable(textOf()));
  }

  void theCardShowsHowAModelWasRead() {
    Fixture f;
    QSignalSpy asked(&f.page, &WelcomePage::conventionsRequested);
    std::vector<ChosenTask> tasks = twoTasks("/nets/a.pt", {}, "/nets/b.pt", {});
    f.page.setTasks(tasks);
    auto* button = f.page.findChildren<QPushButton*>("conventions")[1];
    QVERIFY(!button->isVisible());
    const ModelSummary summary = timmModel();
    tasks[1].summary = &summary;
    f.page.setTasks(tasks);
    const QString text = f.page.findChildren<QLabel*>("reading")[1]->text();
    for (const char* part : {"PyTorch", "timm", "224×224 RGB", "0.5 0.5 0.5", "Stem stride 2", "ReLU6", "pad-1",
                             "0.001", "class offset 0"})
      QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY2(!text.contains('\n'), qPrintable(text));  // as few lines as the width allows
    const QString notes = f.page.findChildren<QLabel*>("notes")[1]->text();
    QVERIFY(notes.contains("input size guessed: 224") && notes.contains("activation guessed"));
    QVERIFY(button->accessibleName().contains("model B") && button->focusPolicy() != Qt::NoFocus);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toInt(), 1);
    tasks[1].summary = nullptr;
    f.page.setTasks(tasks);
    QVERIFY(!button->isVisible());
  }

  void theCardShowsWhatDataHolds() {
    Fixture f;
    QSignalSpy asked(&f.page, &WelcomePage::imagesRequested);
    std::vector<ChosenTask> tasks = twoTasks({}, "/data/a", {}, "/data/b");
    f.page.setTasks(tasks);
    auto* button = f.page.findChildren<QPushButton*>("images")[1];
    auto* notes = f.page.findChildren<QLabel*>("dataNotes")[1];
    QVERIFY(!button->isVisible() && !notes->isVisible());
    const DataSummary summary{
        1200, 0, 300, {"ant", "bee", "cow", "dog", "eel"}, {"train/: 1200 images; 3 files left out: 3 .gif"}, {}};
    tasks[1].dataSummary = &summary;
    f.page.setTasks(tasks);
    const QString text = f.page.findChildren<QLabel*>("dataReading")[1]->text();
    for (const char* part : {"training", "300 test images", "5 classes: ant, bee, cow, dog, …"})
      QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY(!text.contains("white"));
    QVERIFY(notes->isVisible() && notes->text().contains("3 files left out: 3 .gif"));
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toInt(), 1);
    const DataSummary white{1, 2, 3, {"a", "b"}, {}, {Alpha::White, Exif::Ignore}};
    tasks[1].dataSummary = &white;
    f.page.setTasks(tasks);
    QVERIFY(f.page.findChildren<QLabel*>("dataReading")[1]->text().contains("laid over white"));
    QVERIFY(f.page.findChildren<QLabel*>("dataReading")[1]->text().contains("2 validation"));
    tasks[1].dataSummary = nullptr;
    f.page.setTasks(tasks);
    QVERIFY(!button->isVisible() && !notes->isVisible());
  }

  void theImagesDialogHandsBackWhatIsChosen() {
    ImagesDialog dialog(0, {Alpha::White, Exif::Ignore});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(dialog.reading() == (ImageReading{Alpha::White, Exif::Ignore}));
    dialog.findChild<QComboBox*>("alpha")->setCurrentIndex(0);
    dialog.findChild<QComboBox*>("exif")->setCurrentIndex(1);
    QVERIFY(dialog.reading() == (ImageReading{Alpha::Drop, Exif::Apply}));
  }

  void theCardShowsHowClassesAreMatched() {
    Fixture f;
    QSignalSpy asked(&f.page, &WelcomePage::classesRequested);
    std::vector<ChosenTask> tasks = twoTasks("/nets/a.pt", "/data/a", "/nets/b.pt", "/data/b");
    f.page.setTasks(tasks);
    auto* button = f.page.findChildren<QPushButton*>("matchClasses")[1];
    auto* text = f.page.findChildren<QLabel*>("classes")[1];
    QVERIFY(!button->isVisible());
    ClassView view = petClasses();
    tasks[1].classes = &view;
    f.page.setTasks(tasks);
    QVERIFY2(text->text().contains("matched by name"), qPrintable(text->text()));
    view.classNames = {"ant", "bee", "cow"};
    view.matching = matchClasses(view.spec, view.classNames);
    f.page.setTasks(tasks);
    QVERIFY2(text->text().contains("names differ") && text->text().contains("\"ant\""), qPrintable(text->text()));
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(asked.value(0).value(0).toInt(), 1);
  }

  void aBackboneCannotStart() {
    Fixture f;
    std::vector<ChosenTask> tasks = twoTasks("a", "da", "b", "db");
    ModelSummary summary = timmModel();
    summary.spec.classes = 0;
    tasks[0].summary = &summary;
    f.page.setTasks(tasks);
    QVERIFY(!f.button("Start")->isEnabled() && f.button("Start")->toolTip().contains("head"));
    const QString text = f.page.findChildren<QLabel*>("reading")[0]->text();
    QVERIFY2(text.contains("Choose the file of the whole network"), qPrintable(text));
    summary.spec.classes = 10;
    f.page.setTasks(tasks);
    QVERIFY(f.button("Start")->isEnabled());
  }

  void classesAreMatchedInADialog() {
    QTemporaryDir folder;
    auto* dialog = new ClassesDialog(0, petClasses());
    dialog->show();
    auto* table = dialog->findChild<QTableWidget*>("classes");
    QCOMPARE(table->item(0, 0)->text(), QString("cat"));
    QCOMPARE(table->item(0, 1)->text(), QString("2: cat"));
    QCOMPARE(dialog->outputs(), (std::vector<int>{2, 0, 1}));
    const auto press = [&](const QString& text) {
      for (QPushButton* button : dialog->findChildren<QPushButton*>())
        if (button->text().remove('&') == text) QTest::mouseClick(button, Qt::LeftButton);
    };
    press("By position");
    QCOMPARE(dialog->outputs(), (std::vector<int>{0, 1, 2}));
    press("By name");
    QCOMPARE(dialog->outputs(), (std::vector<int>{2, 0, 1}));
    const auto readText = [&](const QByteArray& text) {
      QFile file(folder.filePath("map"));
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write(text);
      file.close();
      dialog->readFile(file.fileName());
    };
    readText("cat = dog\nrat = -\n");
    QCOMPARE(dialog->outputs(), (std::vector<int>{0, noOutput, noOutput}));
    auto* problem = dialog->findChild<QLabel*>("problem");
    QVERIFY2(problem->text().contains("not trained on"), qPrintable(problem->text()));
    readText("cow = dog\n");
    QVERIFY2(problem->text().contains("no class \"cow\""), qPrintable(problem->text()));
    QCOMPARE(dialog->outputs().front(), 0);
    // One by one.
    table->editItem(table->item(1, 1));
    auto* box = table->findChild<QComboBox*>();
    QVERIFY(box != nullptr);
    box->setCurrentIndex(2);
    QTest::keyClick(box, Qt::Key_Return);
    table->setCurrentCell(2, 0);
    QTRY_COMPARE(dialog->outputs()[1], 1);
    delete dialog;
  }

  void emptyFieldsKeepWhatWasRead() {
    auto* dialog = new ConventionsDialog(0, timmModel());
    dialog->show();
    auto* size = dialog->findChild<QLineEdit*>("inputSize");
    QCOMPARE(size->placeholderText(), QString("as read: 224"));
    QCOMPARE(dialog->findChild<QComboBox*>("activation")->currentText(), QString("as read: ReLU6"));
    QVERIFY(isEmpty(dialog->overrides()));
    QTest::keyClicks(size, "96");
    QTest::keyClicks(dialog->findChild<QLineEdit*>("mean"), "0.485, 0.456 0.406");
    QTest::keyClick(dialog->findChild<QComboBox*>("activation"), Qt::Key_Down);
    const SpecOverrides overrides = dialog->overrides();
    QCOMPARE(overrides.inputSize.value(), 96);
    QCOMPARE(overrides.mean.value(), (std::vector<double>{0.485, 0.456, 0.406}));
    QVERIFY(overrides.activation == Activation::ReLU && !overrides.padding);
    delete dialog;
  }

  void activationsOfAV3AreThoseBesidesTheHardSwish() {
    const auto helpFor = [](Architecture architecture, bool minimalistic) {
      ModelSummary summary = timmModel();
      summary.specAsRead.architecture = architecture;
      summary.specAsRead.minimalistic = minimalistic;
      const ConventionsDialog dialog(0, summary);
      return dialog.findChild<QComboBox*>("activation")->toolTip();
    };
    QVERIFY(helpFor(Architecture::MobileNetV3Large, false).contains("no hard swish"));
    QVERIFY(!helpFor(Architecture::MobileNetV3Small, true).contains("hard swish"));
    QVERIFY(!helpFor(Architecture::MobileNetV2, false).contains("hard swish"));
  }

  void chosenConventionsAreShownAgain() {
    ModelSummary summary = timmModel();
    summary.overrides.stemStride = 1;
    summary.overrides.std = {0.25};
    summary.overrides.useEma = true;
    auto* dialog = new ConventionsDialog(0, summary);
    QCOMPARE(dialog->overrides().stemStride.value(), 1);
    QCOMPARE(dialog->overrides().std.value(), std::vector<double>{0.25});
    QVERIFY(dialog->overrides().useEma);
    for (QPushButton* button : dialog->findChildren<QPushButton*>())
      if (button->text() == "&All as read") button->click();
    QVERIFY(isEmpty(dialog->overrides()));
    delete dialog;
  }

  void wrongConventionsAreRefused_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("size") << "inputSize"
                          << "7"
                          << "32 to 4096";
    QTest::newRow("no number") << "inputSize"
                               << "big"
                               << "a whole number";
    QTest::newRow("epsilon") << "bnEpsilon"
                             << "2"
                             << "between 0 and 1";
    QTest::newRow("two means") << "mean"
                               << "1 2"
                               << "one, or one per input channel";
    QTest::newRow("zero") << "std"
                          << "0"
                          << "a positive number";
    QTest::newRow("offset") << "classOffset"
                            << "-1"
                            << "0 to the number of classes";
  }
  void wrongConventionsAreRefused() {
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, reason);
    auto* dialog = new ConventionsDialog(0, timmModel());
    auto* line = dialog->findChild<QLineEdit*>(field);
    QPushButton* accept = nullptr;
    for (QPushButton* button : dialog->findChildren<QPushButton*>())
      if (button->text() == "&Read again") accept = button;
    QVERIFY(accept->isEnabled());
    QTest::keyClicks(line, text);
    QVERIFY2(line->accessibleDescription().contains(reason), qPrintable(line->accessibleDescription()));
    QVERIFY(!accept->isEnabled());
    for (int i = 0; i < text.size(); ++i) QTest::keyClick(line, Qt::Key_Backspace);
    QVERIFY(line->accessibleDescription().isEmpty() && accept->isEnabled());
    delete dialog;
  }

  void busyDisablesThePage() {
    Fixture f;
    QSignalSpy sample(&f.page, &WelcomePage::sampleRequested);
    f.page.setBusy("Opening <b>fashion</b>…");
    QVERIFY(f.page.findChild<QProgressBar*>()->isVisible());
    QTest::mouseClick(f.button("Open the sample"), Qt::LeftButton);
    QCOMPARE(sample.size(), 0);
    f.page.setBusy({});
    QVERIFY(!f.page.findChild<QProgressBar*>()->isVisible());
    QTest::mouseClick(f.button("Open the sample"), Qt::LeftButton);
    QCOMPARE(sample.size(), 1);
  }

  void leavesDropsToTheWindow() {
    Fixture f;
    QVERIFY(!f.page.acceptDrops());
    for (QWidget* child : f.page.findChildren<QWidget*>())
      QVERIFY2(!child->acceptDrops(), child->metaObject()->className());
  }

  void nothingIsClipped_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("small") << QSize(900, 600);
    QTest::newRow("usual") << QSize(1280, 800);
    QTest::newRow("large") << QSize(2560, 1440);
  }

  void nothingIsClipped() {
    QFETCH(QSize, size);
    Fixture f;
    f.page.setTasks(twoTasks("/nets/a.safetensors", {}, {}, {}));
    f.page.resize(size);
    QTest::qWait(1);
    for (QPushButton* button : f.page.findChildren<QPushButton*>()) {
      if (!button->isVisible()) continue;
      const QRect inPage(button->mapTo(&f.page, QPoint()), button->size());
      QVERIFY2(f.page.rect().contains(inPage), qPrintable(button->text()));
      QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
    }
  }
};

ZIPPER_TEST_WITH(QApplication, TestWelcomePage)
#include "test_welcome_page.moc"
