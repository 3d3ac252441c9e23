// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/help/handbook_window.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>
#include <utility>

#include "widgets/help/handbook_view.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

constexpr int pageRole = Qt::UserRole, anchorRole = Qt::UserRole + 1;

QToolButton* arrow(const QString& sign, const QString& help, QWidget* parent) {
  auto* button = new QToolButton(parent);
  button->setText(sign);
  button->setAccessibleName(help);
  button->setToolTip(help);
  button->setAutoRaise(true);
  button->setFocusPolicy(Qt::StrongFocus);
  return button;
}

}  // namespace

HandbookWindow::HandbookWindow(std::function<QString()> commands, QWidget* parent)
    : QDialog(parent, Qt::Window),
      handbook_(std::move(commands)),
      back_(arrow(QStringLiteral("←"), tr("Back to the page before"), this)),
      forward_(arrow(QStringLiteral("→"), tr("Forward to the page after"), this)),
      field_(new QLineEdit(this)),
      list_(new QListWidget(this)),
      view_(new HandbookView(handbook_, this)) {
  setObjectName("handbook");
  setWindowTitle(tr("Handbook"));
  list_->setAccessibleName(tr("Pages"));
  list_->setWordWrap(true);
  list_->setResizeMode(QListView::Adjust);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  view_->setAccessibleName(tr("Page of the handbook"));
  auto* parts = new QSplitter(this);
  parts->addWidget(list_);
  parts->addWidget(view_);
  parts->setStretchFactor(1, 1);
  parts->setChildrenCollapsible(false);
  auto* column = new QVBoxLayout(this);
  column->addLayout(buildBar());
  column->addWidget(parts);
  addKeys();
  connect(list_, &QListWidget::itemClicked, this, &HandbookWindow::follow);
  connect(list_, &QListWidget::itemActivated, this, &HandbookWindow::follow);
  connect(view_, &QTextBrowser::sourceChanged, this, [this](const QUrl& url) { select(HandbookView::pageOf(url)); });
  connect(view_, &HandbookView::outsideRequested, this, &HandbookWindow::askBeforeLeaving);
  showContents();
  resize(QSize(980, 680).boundedTo(screen()->availableSize() - QSize(16, 48)));  // with the frame
  parts->setSizes({width() * 3 / 10, width() * 7 / 10});
}

HandbookWindow::~HandbookWindow() = default;

QLayout* HandbookWindow::buildBar() {
  field_->setPlaceholderText(tr("Search all pages"));
  field_->setAccessibleName(tr("Search all pages"));
  field_->setClearButtonEnabled(true);
  back_->setEnabled(false);
  forward_->setEnabled(false);
  auto* bar = new QHBoxLayout;
  bar->addWidget(back_);
  bar->addWidget(forward_);
  bar->addWidget(field_, 1);
  connect(back_, &QToolButton::clicked, view_, &QTextBrowser::backward);
  connect(forward_, &QToolButton::clicked, view_, &QTextBrowser::forward);
  connect(view_, &QTextBrowser::backwardAvailable, back_, &QWidget::setEnabled);
  connect(view_, &QTextBrowser::forwardAvailable, forward_, &QWidget::setEnabled);
  connect(field_, &QLineEdit::textChanged, this, &HandbookWindow::search);
  return bar;
}

void HandbookWindow::addKeys() {
  const auto add = [this](const QKeySequence& keys, auto&& then) {
    connect(new QShortcut(keys, this), &QShortcut::activated, this, then);
  };
  add(Qt::ALT | Qt::Key_Left, [this] { view_->backward(); });
  add(Qt::ALT | Qt::Key_Right, [this] { view_->forward(); });
  add(Qt::ALT | Qt::Key_Home, [this] { view_->showPage(Handbook::pages().front()); });
  add(QKeySequence::Find, [this] {
    field_->setFocus(Qt::ShortcutFocusReason);
    field_->selectAll();
  });
}

void HandbookWindow::open(const QString& link) {
  const QUrl url(link);
  const QString page = url.fileName().section(u'.', 0, 0);
  const bool known = Handbook::pages().contains(page);
  searched_.reset();  // commands may have changed
  if (view_->page() == page) view_->reload();
  view_->showPage(known ? page : Handbook::pages().front(), known ? url.fragment() : QString());
  if (!isVisible()) view_->setFocus();
  show();
  raise();
  activateWindow();
}

void HandbookWindow::showContents() {
  list_->clear();
  for (const QString& page : Handbook::pages()) {
    auto* item = new QListWidgetItem(handbook_.title(page), list_);
    item->setData(pageRole, page);
  }
  select(view_->page());
}

void HandbookWindow::search() {
  const QStringList words = HandbookSearch::wordsOf(field_->text());
  if (words.isEmpty()) {
    view_->mark({});
    return showContents();
  }
  if (searched_ == nullptr) searched_ = std::make_unique<HandbookSearch>(handbook_);
  list_->clear();
  for (const HandbookHit& hit : searched_->find(field_->text())) {
    auto* item = new QListWidgetItem(hit.title + u'\n' + hit.excerpt, list_);
    item->setData(pageRole, hit.page);
    item->setData(anchorRole, hit.anchor);
  }
  if (list_->count() > 0) return list_->setCurrentRow(0);
  auto* none = new QListWidgetItem(tr("No page has all of these words."), list_);
  none->setFlags(Qt::NoItemFlags);
}

void HandbookWindow::follow(const QListWidgetItem* item) {
  if (item == nullptr || item->data(pageRole).isNull()) return;
  const QString anchor = item->data(anchorRole).toString();
  view_->showPage(item->data(pageRole).toString(), anchor);
  view_->mark(HandbookSearch::wordsOf(field_->text()));
  view_->showFirstMark(anchor);
}

void HandbookWindow::select(const QString& page) {
  if (!field_->text().trimmed().isEmpty()) return;
  list_->setCurrentRow(int(Handbook::pages().indexOf(page)));
}

void HandbookWindow::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (focusWidget() == field_ && enter) return follow(list_->currentItem());
  if (focusWidget() == field_ && event->key() == Qt::Key_Down) return list_->setFocus(Qt::OtherFocusReason);
  if (event->key() == Qt::Key_Escape && !field_->text().isEmpty()) return field_->clear();
  QDialog::keyPressEvent(event);
}

void HandbookWindow::askBeforeLeaving(const QUrl& url) {
  if (url.scheme() != QLatin1String("https")) return;
  QMessageBox* box = style::question(this, tr("Open this address in your browser?"), style::shown(url.toString()));
  QPushButton* go = box->addButton(tr("&Open"), QMessageBox::AcceptRole);
  box->setDefaultButton(box->addButton(QMessageBox::Cancel));
  connect(box, &QMessageBox::buttonClicked, this, [url, go](QAbstractButton* button) {
    if (button == go) QDesktopServices::openUrl(url);
  });
  box->open();
}

}  // namespace zipper
