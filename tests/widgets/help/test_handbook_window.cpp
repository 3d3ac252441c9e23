// SPDX-License-Identifier: GPL-3.0-or-later

#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QToolButton>
#include <QtTest>

#include "support/test_program.h"
#include "widgets/help/handbook_search.h"
#include "widgets/help/handbook_view.h"
#include "widgets/help/handbook_window.h"

using namespace zipper;

class TestHandbookWindow : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    window_ = std::make_unique<HandbookWindow>([] { return QString("<p>commands</p>"); });
    view_ = window_->findChild<HandbookView*>();
    field_ = window_->findChild<QLineEdit*>();
    list_ = window_->findChild<QListWidget*>();
    window_->open("start");
  }
  void cleanup() { window_.reset(); }

  void listsAllPages() {
    const Handbook handbook;
    QCOMPARE(list_->count(), int(Handbook::pages().size()));
    for (int row = 0; row < list_->count(); ++row)
      QCOMPARE(list_->item(row)->text(), handbook.title(Handbook::pages()[row]));
    QCOMPARE(list_->currentRow(), 0);
  }

  void opensPages() {
    for (const QString& page : Handbook::pages()) {
      window_->open(page + ".html");
      QCOMPARE(view_->page(), page);
      QVERIFY(view_->toPlainText().size() > 40);
      QCOMPARE(list_->currentRow(), int(Handbook::pages().indexOf(page)));
    }
    window_->open("nowhere.html#at-all");
    QCOMPARE(view_->page(), Handbook::pages().front());
  }

  void anAnchorIsScrolledTo() {
    window_->open("glossary.html");
    QCOMPARE(view_->verticalScrollBar()->value(), 0);
    window_->open("glossary.html#trunk");
    QTRY_VERIFY(view_->verticalScrollBar()->value() > 0);
  }

  void goesBackAndForward() {
    const auto buttons = window_->findChildren<QToolButton*>();
    QToolButton *back = nullptr, *forward = nullptr;
    for (QToolButton* button : buttons) {
      if (button->text() == "←") back = button;
      if (button->text() == "→") forward = button;
    }
    QVERIFY(back != nullptr && forward != nullptr && !back->isEnabled() && !forward->isEnabled());
    window_->open("curves");
    QVERIFY(back->isEnabled());
    back->click();
    QCOMPARE(view_->page(), QString("start"));
    QVERIFY(forward->isEnabled());
    forward->click();
    QCOMPARE(view_->page(), QString("curves"));
  }

  void hasKeys() {
    QStringList keys;
    for (const QShortcut* shortcut : window_->findChildren<QShortcut*>())
      keys << shortcut->key().toString(QKeySequence::PortableText);
    for (const char* expected : {"Alt+Left", "Alt+Right", "Alt+Home", "Ctrl+F"})
      QVERIFY2(keys.contains(expected), expected);
  }

  void searchFindsAWordAndOpensItsPage() {
    field_->setFocus();
    QTest::keyClicks(field_, "similar channels places");
    QVERIFY(list_->count() > 0 && list_->count() < 10);
    QTest::keyClick(field_, Qt::Key_Return);
    QCOMPARE(view_->page(), QString("initialization"));
    QVERIFY(!view_->extraSelections().isEmpty());
    for (const QTextEdit::ExtraSelection& mark : view_->extraSelections())
      QVERIFY(QStringList({"similar", "channels", "places"}).contains(mark.cursor.selectedText().toLower()));
  }

  void aPageThatIsOpenedOpensAtItsAnchor_data() {
    QTest::addColumn<QString>("link");
    for (const char* link : {"glossary.html#trunk", "keys.html#handbook", "sessions.html#command"})
      QTest::newRow(link) << QString(link);
  }
  /// At once, and not only after the rest of the page was laid out.
  void aPageThatIsOpenedOpensAtItsAnchor() {
    QFETCH(QString, link);
    window_->resize(700, 320);
    window_->open(link);
    const int value = view_->verticalScrollBar()->value();
    QVERIFY(value > 0);
    QTest::qWait(100);
    QCOMPARE(view_->verticalScrollBar()->value(), value);
    view_->scrollToAnchor(link.section('#', 1));
    QCOMPARE(view_->verticalScrollBar()->value(), value);
  }

  /// By a click or by Return, whatever stood there before; wherever in a long section the word is.
  void everyHitOpensWhereTheWordStands_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"seed", "teacher", "learning rate", "TensorFlow", "Ctrl"}) QTest::newRow(text) << text;
  }
  void everyHitOpensWhereTheWordStands() {
    QFETCH(QString, text);
    QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    const std::vector<HandbookHit> hits =
        HandbookSearch(Handbook([] { return QString("<p>commands</p>"); })).find(text);
    QTest::keyClicks(field_, text);
    QCOMPARE(list_->count(), int(hits.size()));
    for (int row = 0; row < list_->count(); ++row) {
      list_->setCurrentRow(row);
      if (row % 2 == 0) {
        field_->setFocus();
        QTest::keyClick(field_, Qt::Key_Return);
      } else {
        list_->scrollToItem(list_->item(row));
        QTest::mouseClick(list_->viewport(), Qt::LeftButton, {}, list_->visualItemRect(list_->item(row)).center());
      }
      const HandbookHit& hit = hits[std::size_t(row)];
      QCOMPARE(view_->page(), hit.page);
      QCOMPARE(view_->source().fragment(), hit.anchor);
      QVERIFY2(seesAMark(), qPrintable(hit.title));
      QTest::qWait(20);  // the page stays there
      QVERIFY2(seesAMark(), qPrintable(hit.title));
    }
  }

  void theWordItselfComesFirst() {
    const std::vector<HandbookHit> hits = HandbookSearch(Handbook({}, "en")).find("SEED");
    QVERIFY(hits.size() > 1);
    QCOMPARE(hits.front().page, QString("glossary"));
    QCOMPARE(hits.front().anchor, QString("seed"));
    QVERIFY(hits.front().excerpt.contains("seed"));
  }

  void everyHitHasAllWords() {
    const Handbook handbook({}, "en");
    const HandbookSearch search(handbook);
    for (const QString text : {"teacher", "merged network", "image  class"}) {
      const std::vector<HandbookHit> hits = search.find(text);
      QVERIFY2(!hits.empty(), qPrintable(text));
      for (const HandbookHit& hit : hits) {
        bool found = false;
        for (const HandbookSection& section : handbook.sections(hit.page)) {
          bool all = section.anchor == hit.anchor;
          for (const QString& word : HandbookSearch::wordsOf(text))
            all = all && section.text.contains(word, Qt::CaseInsensitive);
          found = found || all;
        }
        QVERIFY2(found, qPrintable(hit.title));
      }
    }
    QVERIFY(search.find("  ").empty());
    QVERIFY(search.find("xylophone").empty());
  }

  void saysWhatItDidNotFind() {
    field_->setText("xylophone");
    QCOMPARE(list_->count(), 1);
    QVERIFY(!(list_->item(0)->flags() & Qt::ItemIsEnabled));
    QTest::keyClick(field_, Qt::Key_Return);
    QCOMPARE(view_->page(), QString("start"));
    field_->clear();
    QCOMPARE(list_->count(), int(Handbook::pages().size()));
  }

  void escapeEmptiesTheSearchThenCloses() {
    field_->setText("loss");
    QTest::keyClick(window_.get(), Qt::Key_Escape);
    QVERIFY(field_->text().isEmpty() && window_->isVisible());
    QTest::keyClick(window_.get(), Qt::Key_Escape);
    QVERIFY(!window_->isVisible());
  }

  void linksOutsideAskFirst() {
    Q_EMIT view_->anchorClicked(QUrl("https://arxiv.org/abs/1704.04861"));
    auto* question = window_->findChild<QMessageBox*>("questionDialog");
    QVERIFY(question != nullptr && question->isVisible());
    QVERIFY(question->informativeText().contains("arxiv.org/abs/1704.04861"));
    QVERIFY(question->defaultButton() == question->button(QMessageBox::Cancel));
    question->reject();
    QCOMPARE(view_->page(), QString("start"));
  }

  void nothingButPagesIsRead() {
    for (const char* address : {"file:///etc/passwd", "http://localhost/", "ftp://localhost/a.html"}) {
      Q_EMIT view_->anchorClicked(QUrl(address));
      QVERIFY(window_->findChild<QMessageBox*>("questionDialog") == nullptr);
      QCOMPARE(view_->page(), QString("start"));
      QCOMPARE(view_->loadResource(2, QUrl(address)).toString(), QString());
    }
  }

  void drawingsFollowTheTheme() {
    const auto picture = [this] { return view_->loadResource(3, QUrl("images/zipper.svg")).value<QImage>(); };
    const QImage light = picture();
    QVERIFY(!light.isNull());
    QPalette dark;
    dark.setColor(QPalette::Base, QColor(30, 30, 30));
    dark.setColor(QPalette::Window, QColor(30, 30, 30));
    dark.setColor(QPalette::Text, Qt::white);
    dark.setColor(QPalette::WindowText, Qt::white);
    view_->setPalette(dark);
    QVERIFY(picture() != light);
  }

 private:
  bool seesAMark() const {
    for (const QTextEdit::ExtraSelection& mark : view_->extraSelections()) {
      QTextCursor begin(view_->document());
      begin.setPosition(mark.cursor.selectionStart());
      const int y = view_->cursorRect(begin).center().y();
      if (y >= 0 && y < view_->viewport()->height()) return true;
    }
    return false;
  }

  std::unique_ptr<HandbookWindow> window_;
  HandbookView* view_ = nullptr;
  QLineEdit* field_ = nullptr;
  QListWidget* list_ = nullptr;
};

ZIPPER_TEST_WITH(QApplication, TestHandbookWindow)
#include "test_handbook_window.moc"
