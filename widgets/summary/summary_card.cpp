// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/summary/summary_card.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/style/colors.h"
#include "widgets/style/flow_layout.h"
#include "widgets/style/glossary.h"
#include "widgets/style/percent.h"
#include "widgets/summary/fold_line.h"
#include "widgets/summary/memory_bars.h"
#include "widgets/summary/summary_text.h"
#include "widgets/summary/task_table.h"

namespace zipper {

namespace {

constexpr int outerMargin = 10, betweenParts = 4, betweenColumns = 20;
constexpr int lettersOfColumns = 82;                       ///< with fewer in a line the columns stand below each other
constexpr int linesBeside = 8, linesBelow = 13;            ///< of text, that the columns take about
constexpr double partWhileUnasked = 0.45, mostPart = 0.6;  ///< of the height that it shares with the zipper

QLabel* makeLabel(const char* name) {
  auto* label = new QLabel;
  label->setObjectName(QLatin1String(name));
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setMinimumWidth(1);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

void showIn(QLabel* label, const QString& text) {
  const QString kept = style::keepPercents(text);
  label->setVisible(!kept.isEmpty());  // also at first, when it has no text yet
  if (label->text() != kept) label->setText(kept);
}

}  // namespace

SummaryCard::SummaryCard(QAction* exportModel, QAction* save, QWidget* parent)
    : QWidget(parent),
      line_(new FoldLine),
      top_(new QHBoxLayout),
      body_(new QScrollArea),
      content_(new QWidget),
      rows_(new QVBoxLayout(content_)),
      columns_(new QBoxLayout(QBoxLayout::LeftToRight)),
      bars_(new MemoryBars),
      time_(makeLabel("summaryTime")),
      next_(makeLabel("summaryNext")),
      result_(makeLabel("summaryResult")),
      note_(makeLabel("summaryNote")),
      tasks_(new TaskTable(content_)),
      buttons_(new QWidget) {
  setObjectName(QStringLiteral("summaryCard"));
  setAccessibleName(tr("Summary of the merge"));
  setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Maximum);
  buildButtons(exportModel, save);
  buildBody();
  top_->setContentsMargins(0, 0, 0, 0);
  top_->setSpacing(0);
  top_->addWidget(line_, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 1, 0, 1);
  layout->setSpacing(0);
  layout->addLayout(top_);
  layout->addWidget(body_, 1);
  setTabOrder(line_, tasks_);
  connect(line_, &QAbstractButton::clicked, this, [this] {
    choice_ = !unfolded_;
    fold(!unfolded_);
    Q_EMIT chosen(unfolded_);
  });
  connect(tasks_, &TaskTable::taskOpened, this, &SummaryCard::changesWanted);
  mutePalettes();
  fold(false);
}

QPushButton* SummaryCard::addButton(const char* name, const QString& text, const QString& tip) {
  auto* button = new QPushButton(text);
  button->setObjectName(QLatin1String(name));
  button->setToolTip(tip);
  button->setAutoDefault(false);
  buttons_->layout()->addWidget(button);
  return button;
}

void SummaryCard::buildButtons(QAction* exportModel, QAction* save) {
  new style::FlowLayout(buttons_, 6, 4);
  auto* changes = addButton("summaryChanges", tr("What Changed"), tr("Show the images that the merge lost and won"));
  connect(changes, &QPushButton::clicked, this, [this] { Q_EMIT changesWanted(-1); });
  auto* tries = addButton("summaryTry", tr("Try It"), tr("Ask teachers and merged network about a picture of yours"));
  connect(tries, &QPushButton::clicked, this, &SummaryCard::tryingWanted);
  for (const auto& [action, name, text] :
       {std::tuple{exportModel, "summaryExport", tr("Export…")}, {save, "summarySave", tr("Save")}}) {
    auto* button = addButton(name, text, action->toolTip());
    const auto follow = [button, action = action] {
      button->setEnabled(action->isEnabled());
      button->setToolTip(action->toolTip());
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
  }
}

void SummaryCard::buildBody() {
  body_->setObjectName(QStringLiteral("summaryBody"));
  body_->setWidget(content_);
  body_->setWidgetResizable(true);
  body_->setFrameShape(QFrame::NoFrame);
  body_->setFocusPolicy(Qt::NoFocus);
  body_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  body_->viewport()->setAutoFillBackground(false);
  content_->setAutoFillBackground(false);
  body_->installEventFilter(this);
  content_->installEventFilter(this);
  rows_->setContentsMargins(outerMargin, 0, outerMargin, 4);
  rows_->setSpacing(betweenParts);
  auto* left = new QVBoxLayout;
  auto* right = new QVBoxLayout;
  for (QVBoxLayout* column : {left, right}) column->setSpacing(betweenParts);
  for (QWidget* part : std::initializer_list<QWidget*>{bars_, time_, next_}) left->addWidget(part);
  for (QWidget* part : std::initializer_list<QWidget*>{tasks_, result_, note_}) right->addWidget(part);
  left->addStretch(1);
  right->addStretch(1);
  columns_->addLayout(left, 1);
  columns_->addLayout(right, 4);
  rows_->addLayout(columns_);
  next_->setToolTip(tr("How long it takes is estimated from the rates measured on this machine."));
}

void SummaryCard::setSummary(const Summary& summary) {
  summary_ = summary;
  bars_->setSummary(summary);
  tasks_->setTasks(summary.tasks);
  bars_->setToolTip(withWordTip(bars_->toolTip(), Word::Compression));
  render();
}

void SummaryCard::setWork(const SummaryWork& work) {
  work_ = work;
  render();
}

void SummaryCard::render() {
  line_->setTexts(unfolded_ ? summary::longHeadline(summary_) : summary::headline(summary_),
                  style::keepPercents(summary::shortText(summary_, work_)));
  showIn(time_, summary::timeText(summary_));
  showIn(next_, summary::nextText(summary_, work_));
  showIn(result_, summary::resultText(summary_));
  showIn(note_, summary::noteText(summary_));
  buttons_->setVisible(unfolded_ && summary_.moment != SummaryMoment::NothingMerged);
  arrange();
}

void SummaryCard::setChoice(std::optional<bool> unfolded) {
  choice_ = unfolded;
  foldAsThereIsRoom();
}

void SummaryCard::foldAsThereIsRoom() {
  if (choice_) return fold(*choice_);
  if (parentWidget() == nullptr || !isVisible()) return;
  // Not by what it says at the moment, so that it stays as it is from step to step.
  const int lines = isWide() ? linesBeside : linesBelow;
  const int wanted = line_->sizeHint().height() + lines * fontMetrics().lineSpacing();
  const bool unfolded = wanted <= partWhileUnasked * parentWidget()->height();
  if (unfolded != unfolded_) fold(unfolded);
}

void SummaryCard::fold(bool unfolded) {
  unfolded_ = unfolded;
  line_->setUnfolded(unfolded);
  body_->setVisible(unfolded);
  render();
}

bool SummaryCard::showsTasks() const { return body_->isVisible(); }

bool SummaryCard::isWide() const { return width() >= lettersOfColumns * fontMetrics().averageCharWidth(); }

/// Buttons beside the line, and memory beside the tasks, where there is room for it.
void SummaryCard::arrange() {
  columns_->setDirection(isWide() ? QBoxLayout::LeftToRight : QBoxLayout::BottomToTop);  // else the tasks come first
  columns_->setSpacing(isWide() ? betweenColumns : betweenParts);
  bars_->setMinimumWidth(isWide() ? bars_->sizeHint().width() : 0);
  const bool fits = line_->sizeHint().width() + buttons_->sizeHint().width() + outerMargin <= width();
  QBoxLayout* place = fits ? top_ : static_cast<QBoxLayout*>(rows_);
  if (place->indexOf(buttons_) < 0) {
    top_->removeWidget(buttons_);
    rows_->removeWidget(buttons_);
    place->addWidget(buttons_);
  }
  updateGeometry();
}

int SummaryCard::bodyHeight() const {
  const int inside = std::max(1, width());
  return rows_->hasHeightForWidth() ? rows_->totalHeightForWidth(inside) : rows_->totalSizeHint().height();
}

int SummaryCard::mostBodyHeight() const {
  const int all = parentWidget() != nullptr ? parentWidget()->height() : 0;
  return std::max(int(mostPart * all) - line_->sizeHint().height(), 4 * fontMetrics().lineSpacing());
}

QSize SummaryCard::sizeHint() const {
  const int body = unfolded_ ? std::min(bodyHeight(), mostBodyHeight()) : 0;
  const bool beside = unfolded_ && top_->indexOf(buttons_) >= 0 && !buttons_->isHidden();
  const int line = std::max(line_->sizeHint().height(), beside ? buttons_->sizeHint().height() : 0);
  return {400, line + body + 2};
}

QSize SummaryCard::minimumSizeHint() const { return {1, line_->sizeHint().height() + 2}; }

void SummaryCard::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (event->size().width() == event->oldSize().width()) return;
  arrange();
  foldAsThereIsRoom();
}

void SummaryCard::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::ParentChange && parentWidget() != nullptr) parentWidget()->installEventFilter(this);
  if (event->type() != QEvent::FontChange && event->type() != QEvent::PaletteChange) return;
  mutePalettes();
  arrange();
  update();
}

void SummaryCard::mutePalettes() {
  QPalette muted = palette();
  muted.setColor(QPalette::WindowText, style::mutedText(palette()));
  for (QLabel* label : {time_, note_}) label->setPalette(muted);
}

bool SummaryCard::eventFilter(QObject* watched, QEvent* event) {
  const auto kind = event->type();
  if (watched == parent() && (kind == QEvent::Resize || kind == QEvent::Show)) {
    foldAsThereIsRoom();
    updateGeometry();
  }
  if (watched == content_ && kind == QEvent::LayoutRequest) updateGeometry();
  if (watched == body_ && (kind == QEvent::Show || kind == QEvent::Hide)) Q_EMIT seenChanged();
  return QWidget::eventFilter(watched, event);
}

QString SummaryCard::paintedValues() const { return summary::longHeadline(summary_); }

void SummaryCard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), style::cardColor(palette()));
  painter.setPen(style::gridColor(palette()));
  painter.drawLine(rect().topLeft(), rect().topRight());
}

}  // namespace zipper
