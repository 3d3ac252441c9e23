// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/part_choice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <algorithm>

#include "widgets/style/plain_text.h"

namespace zipper {

QString partName(const std::string& part, const std::vector<std::string>& all) {
  const std::string hidden = "hidden.";
  if (part == "expand") return PartChoice::tr("Expand");
  if (part == "squeeze") return PartChoice::tr("Squeeze");
  if (part == "excite") return PartChoice::tr("Excite");
  if (part == "project") return PartChoice::tr("Project");
  if (part == "pointwise") return PartChoice::tr("Pointwise");
  if (part == "head") return all.size() > 1 ? PartChoice::tr("Last layer") : PartChoice::tr("Head");
  if (part.rfind(hidden, 0) == 0)
    return PartChoice::tr("Hidden layer %1").arg(style::shown(part.substr(hidden.size())));
  return style::shown(part);
}

PartChoice::PartChoice(QWidget* parent) : QWidget(parent), box_(new QComboBox) {
  box_->setToolTip(tr("The part of the layer that is shown"));
  box_->setAccessibleName(tr("Part"));
  box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box_->setMinimumContentsLength(6);
  auto* label = new QLabel(tr("&Part"));
  label->setBuddy(box_);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(label);
  layout->addWidget(box_, 1);
  connect(box_, &QComboBox::activated, this, [this] {
    wanted_ = part();
    Q_EMIT chosen(wanted_);
  });
  setVisible(false);
}

void PartChoice::setParts(const std::vector<std::string>& parts) {
  if (parts != parts_) {
    parts_ = parts;
    const QSignalBlocker blocker(box_);
    box_->clear();
    for (const std::string& part : parts) box_->addItem(partName(part, parts));
    showWanted();
  }
  setVisible(parts.size() > 1);
}

std::string PartChoice::part() const {
  const int index = box_->currentIndex();
  return index < 0 ? std::string() : parts_[std::size_t(index)];
}

QString PartChoice::titled(const QString& title) const {
  return parts_.size() > 1 ? tr("%1: %2").arg(partName(part(), parts_), title) : title;
}

void PartChoice::setPart(const std::string& part) {
  wanted_ = part;
  showWanted();
}

void PartChoice::showWanted() {
  const auto found = std::find(parts_.begin(), parts_.end(), wanted_);
  if (!parts_.empty())
    box_->setCurrentIndex(int(found == parts_.end() ? parts_.size() - 1 : std::size_t(found - parts_.begin())));
}

}  // namespace zipper
