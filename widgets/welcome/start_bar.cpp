// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome/start_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

#include "core/network/task_names.h"
#include "widgets/style/colors.h"
#include "widgets/welcome/action_button.h"
#include "widgets/welcome/columns.h"

namespace zipper {

StartBar::StartBar(QWidget* parent) : QWidget(parent), column_(new QWidget(this)) {
  columns_ = new QHBoxLayout(column_);
  columns_->setContentsMargins(columnsEdge, 6, columnsEdge, 10);
  columns_->setSpacing(columnsBetween);
  columns_->addWidget(makeLine());
  columns_->addWidget(makeButtons());
  auto* centered = new QHBoxLayout(this);
  centered->setContentsMargins(0, 0, 0, 0);
  centered->setSpacing(0);
  centered->addStretch(1);
  centered->addWidget(column_, 1000);
  centered->addStretch(1);
  showState();
}

QWidget* StartBar::makeLine() {
  line_ = new QLabel(column_);
  line_->setObjectName("draftProblem");
  line_->setTextFormat(Qt::PlainText);
  line_->setWordWrap(true);
  line_->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  return line_;
}

QWidget* StartBar::makeButtons() {
  auto* buttons = new QWidget(column_);
  add_ = new ActionButton(ActionButton::Kind::Secondary, Glyph::None, tr("Add &network"), {}, buttons);
  add_->setObjectName("addTask");
  add_->setToolTip(tr("Adds a card for one more network that is to be merged with the others."));
  add_->setWhatsThis(add_->toolTip());
  start_ = new ActionButton(ActionButton::Kind::Primary, Glyph::None, tr("S&tart"), {}, buttons);
  exact_ = new ActionButton(ActionButton::Kind::Secondary, Glyph::None, tr("Merge e&xactly"), {}, buttons);
  exact_->setObjectName("mergeExactly");
  exact_->setToolTip(tr("Shares what is the same in all networks as it is: no answer changes, no images are needed."));
  exact_->setWhatsThis(exact_->toolTip());
  auto* layout = new QHBoxLayout(buttons);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  layout->addWidget(add_, 1, Qt::AlignVCenter);
  layout->addWidget(exact_, 1, Qt::AlignVCenter);
  layout->addWidget(start_, 2, Qt::AlignVCenter);
  connect(add_, &QPushButton::clicked, this, &StartBar::addRequested);
  connect(start_, &QPushButton::clicked, this, &StartBar::startRequested);
  connect(exact_, &QPushButton::clicked, this, &StartBar::exactRequested);
  return buttons;
}

void StartBar::setLacks(const std::vector<Lack>& lacks) {
  lacks_ = lacks;
  showState();
}

void StartBar::setProblem(const QString& problem) {
  problem_ = problem;
  showState();
}

void StartBar::setAdjustments(const QStringList& lines) {
  adjustments_ = lines;
  showState();
}

void StartBar::setIdentical(int depth, int layers) {
  identical_ = depth;
  layers_ = layers;
  showState();
}

QString StartBar::identicalText() const {
  if (identical_ == 0 || !problem_.isEmpty()) return {};
  if (identical_ == layers_)
    return tr("All %n layers of these networks are the same, bit for bit: they can be merged exactly, without images.",
              nullptr, layers_);
  return tr("The first %n of %1 layers are the same in these networks, bit for bit: they can be merged exactly, "
            "without images.",
            nullptr, identical_)
      .arg(layers_);
}

void StartBar::showState() {
  const QString lack = lackText(lacks_);
  const bool ready = problem_.isEmpty() && lack.isEmpty();
  add_->setEnabled(int(lacks_.size()) < mostTasks);
  start_->setEnabled(ready);
  const QString inTheWay = problem_.isEmpty() ? lack : problem_;
  QStringList lines = problem_.isEmpty() ? adjustments_ : QStringList();
  lines << identicalText() << inTheWay;
  lines.removeAll({});
  line_->setText(lines.join(QLatin1Char('\n')));
  exact_->setVisible(!identicalText().isEmpty());
  const QString help = ready ? tr("Begins a session with these %n networks.", nullptr, int(lacks_.size()))
                             : inTheWay.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1Char(' '));
  start_->setToolTip(help);
  start_->setWhatsThis(help);
  recolor();
}

void StartBar::setColumnsWidth(int most) { column_->setMaximumWidth(most); }

void StartBar::alignWith(int left, int right, int scrollBar) {
  layout()->setContentsMargins(0, 0, scrollBar, 0);
  columns_->setStretch(0, std::max(1, left));
  columns_->setStretch(1, std::max(1, right));
}

void StartBar::focusAdd() { add_->setFocus(); }

void StartBar::recolor() {
  QPalette colors = palette();
  colors.setColor(QPalette::WindowText, problem_.isEmpty() ? style::mutedText(colors) : style::errorColor(colors));
  line_->setPalette(colors);
}

void StartBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && start_ != nullptr) recolor();
}

}  // namespace zipper
