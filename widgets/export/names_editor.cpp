// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/export/names_editor.h"

#include <QFormLayout>
#include <QLineEdit>
#include <algorithm>

#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

NamesEditor::NamesEditor(QWidget* parent) : QWidget(parent), form_(new QFormLayout(this)) {
  form_->setContentsMargins(0, 0, 0, 0);
  form_->setRowWrapPolicy(QFormLayout::WrapLongRows);
}

std::vector<NamesEditor::Part> NamesEditor::partsOf(const ExportSubject& subject, const std::string& task,
                                                    const GraphNames& usual) const {
  const int alone = taskNumber(task);
  const auto taskOf = [alone](std::size_t i) { return alone >= 0 ? alone : int(i); };
  std::vector<Part> parts;
  const bool inCommon = alone < 0 && usual.inputs.size() < usual.outputs.size();
  for (std::size_t i = 0; i < usual.inputs.size(); ++i) {
    const QString letter = taskLetter(taskOf(i)), name = style::shown(usual.inputs[i]);
    if (inCommon)
      parts.push_back({"input.all", tr("Input of all tasks:"), tr("One image, which all tasks look at."), name});
    else
      parts.push_back({"input." + letter, tr("Input of task %1:").arg(letter), subject.tasks.value(taskOf(i)), name});
  }
  for (std::size_t i = 0; i < usual.outputs.size(); ++i) {
    const QString letter = taskLetter(taskOf(i));
    parts.push_back({"output." + letter, tr("Output of task %1:").arg(letter), subject.tasks.value(taskOf(i)),
                     style::shown(usual.outputs[i])});
  }
  return parts;
}

void NamesEditor::addLine(const Part& part) {
  auto* edit = new QLineEdit(typed_[part.key], this);
  edit->setObjectName(part.key);
  edit->setToolTip(part.tip);
  edit->setMaxLength(200);
  form_->addRow(part.label, edit);  // which names the line for those who don't see it, too
  lines_.push_back({part.key, edit});
  connect(edit, &QLineEdit::textChanged, this, [this, key = part.key](const QString& text) {
    typed_[key] = text;
    Q_EMIT changed();
  });
}

void NamesEditor::setParts(const ExportSubject& subject, const std::string& task, bool softmax) {
  usual_ = usualNames(subject, task, softmax);
  const std::vector<Part> parts = partsOf(subject, task, usual_);
  const bool same = std::equal(parts.begin(), parts.end(), lines_.begin(), lines_.end(),
                               [](const Part& part, const Line& line) { return part.key == line.key; });
  if (!same) {
    lines_.clear();
    while (form_->rowCount() > 0) form_->removeRow(0);
    for (const Part& part : parts) addLine(part);
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    lines_[i].edit->setPlaceholderText(parts[i].usual);
    lines_[i].edit->setAccessibleDescription(tr("%1; empty: %2").arg(parts[i].tip, parts[i].usual));
  }
}

GraphNames NamesEditor::names() const {
  GraphNames names = usual_;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const std::string text = lines_[i].edit->text().trimmed().toStdString();
    if (text.empty()) continue;
    const std::size_t inputs = names.inputs.size();
    (i < inputs ? names.inputs[i] : names.outputs[i - inputs]) = text;
  }
  return names;
}

GraphNames NamesEditor::chosenNames() const {
  GraphNames chosen = names();
  if (chosen.inputs == usual_.inputs) chosen.inputs.clear();
  if (chosen.outputs == usual_.outputs) chosen.outputs.clear();
  return chosen;
}

}  // namespace zipper
