// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/recipe/field_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include "widgets/style/colors.h"
#include "widgets/style/small_font.h"

namespace zipper {

FieldRow::FieldRow(QWidget* parent) : QWidget(parent), layout_(new QGridLayout(this)) {
  layout_->setContentsMargins(0, 0, 0, 0);
  layout_->setHorizontalSpacing(8);
  layout_->setVerticalSpacing(2);
  layout_->setColumnStretch(1, 1);
}

void FieldRow::build(const QString& label, QWidget* editor) {
  remark_ = new QLabel(this);
  remark_->setWordWrap(true);
  remark_->setTextFormat(Qt::PlainText);
  remark_->setObjectName(QStringLiteral("remark"));
  remark_->hide();
  if (label.isEmpty()) {
    layout_->addWidget(editor, 0, 0, 1, 2);
  } else {
    label_ = new QLabel(label, this);
    label_->setBuddy(editor);
    label_->setWordWrap(true);
    layout_->addWidget(label_, 0, 0);
    layout_->addWidget(editor, 0, 1);
    editor->setAccessibleName(label);
  }
  layout_->addWidget(remark_, 1, 0, 1, 2);
  editor->installEventFilter(this);
}

void FieldRow::setProblem(const QString& problem) {
  if (problem == problem_) return;
  problem_ = problem;
  editor()->setAccessibleDescription(problem);
  updateRemark();
}

void FieldRow::setNote(const QString& note) {
  if (note == note_) return;
  note_ = note;
  updateRemark();
}

void FieldRow::setChange(const QString& change) {
  if (change == change_) return;
  change_ = change;
  updateRemark();
}

void FieldRow::setHelp(const QString& help) {
  for (QWidget* widget : {static_cast<QWidget*>(label_), editor()}) {
    if (widget == nullptr) continue;
    widget->setToolTip(help);
    widget->setWhatsThis(help);
  }
}

int FieldRow::naturalLabelWidth() const {
  return label_ == nullptr ? 0 : label_->fontMetrics().horizontalAdvance(label_->text());
}

void FieldRow::setLabelWidth(int width) {
  if (label_ != nullptr) label_->setFixedWidth(width);
}

void FieldRow::updateRemark() {
  QStringList lines;
  if (!change_.isEmpty()) lines << QStringLiteral("● ") + change_;
  if (!problem_.isEmpty()) lines << QStringLiteral("⚠ ") + problem_;
  if (problem_.isEmpty() && !note_.isEmpty()) lines << note_;
  const QString text = lines.join(QLatin1Char('\n'));
  QPalette colors = palette();
  const QColor color = !problem_.isEmpty()  ? style::errorColor(colors)
                       : !change_.isEmpty() ? colors.color(QPalette::WindowText)
                                            : style::mutedText(colors);
  for (const auto group : {QPalette::Active, QPalette::Inactive}) colors.setColor(group, QPalette::WindowText, color);
  remark_->setPalette(colors);
  remark_->setFont(style::smallFont(font()));
  remark_->setText(text);
  remark_->setVisible(!text.isEmpty());
}

void FieldRow::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (remark_ != nullptr && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange))
    updateRemark();
}

bool FieldRow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusOut) Q_EMIT editingFinished();
  // Turning the wheel scrolls the form; it must not change what happens to be under the pointer.
  if (event->type() == QEvent::Wheel) {
    event->ignore();
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

LineRow::LineRow(const QString& label, QWidget* parent) : FieldRow(parent), line_(new QLineEdit(this)) {
  line_->setMinimumWidth(40);
  build(label, line_);
  connect(line_, &QLineEdit::textEdited, this, &FieldRow::edited);
  connect(line_, &QLineEdit::editingFinished, this, &FieldRow::editingFinished);
}

QString LineRow::value() const { return line_->text(); }

void LineRow::setValue(const QString& value) {
  if (line_->text() != value) line_->setText(value);
}

QWidget* LineRow::editor() const { return line_; }

bool LineRow::eventFilter(QObject* watched, QEvent* event) {
  const bool asks = event->type() == QEvent::ShortcutOverride, pressed = event->type() == QEvent::KeyPress;
  if (asks || pressed) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool undo = key->matches(QKeySequence::Undo), redo = key->matches(QKeySequence::Redo);
    if (asks && (undo || redo)) {
      event->ignore();  // so that the window's own shortcut gets it
      return true;
    }
    if (undo) Q_EMIT undoRequested();
    if (redo) Q_EMIT redoRequested();
    if (undo || redo) return true;
  }
  return FieldRow::eventFilter(watched, event);
}

ChoiceRow::ChoiceRow(const QString& label, const Choices& choices, QWidget* parent)
    : FieldRow(parent), combo_(new QComboBox(this)) {
  for (const auto& [value, text] : choices) combo_->addItem(text, value);
  combo_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  combo_->setMinimumWidth(60);
  combo_->setFocusPolicy(Qt::StrongFocus);
  build(label, combo_);
  connect(combo_, &QComboBox::activated, this, [this] {
    Q_EMIT edited(value());
    Q_EMIT editingFinished();
  });
}

QString ChoiceRow::value() const { return combo_->currentData().toString(); }

void ChoiceRow::setValue(const QString& value) { combo_->setCurrentIndex(combo_->findData(value)); }

QString ChoiceRow::displayText(const QString& value) const { return combo_->itemText(combo_->findData(value)); }

QWidget* ChoiceRow::editor() const { return combo_; }

SwitchRow::SwitchRow(const QString& label, QWidget* parent) : FieldRow(parent), box_(new QCheckBox(label, this)) {
  build({}, box_);
  connect(box_, &QCheckBox::clicked, this, [this] {
    Q_EMIT edited(value());
    Q_EMIT editingFinished();
  });
}

QString SwitchRow::value() const { return box_->isChecked() ? QStringLiteral("on") : QStringLiteral("off"); }

void SwitchRow::setValue(const QString& value) { box_->setChecked(value == QLatin1String("on")); }

QString SwitchRow::displayText(const QString& value) const {
  return value == QLatin1String("on") ? tr("on") : tr("off");
}

QWidget* SwitchRow::editor() const { return box_; }

}  // namespace zipper
