// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>
#include <string>
#include <vector>

class QComboBox;

namespace zipper {

/// What a part of a layer is called, see MatrixWeights in layer_weights.h: "Expand", "Squeeze", "Excite", "Project",
/// "Pointwise"; of a head "Head", or "Hidden layer 1", ..., "Last layer" where it has several. `all`: those of the
/// layer.
QString partName(const std::string& part, const std::vector<std::string>& all);

/// Chooses the part of a layer that a page of the inspector is about. It isn't seen while there is nothing to choose.
class PartChoice : public QWidget {
  Q_OBJECT

 public:
  explicit PartChoice(QWidget* parent = nullptr);

  /// What was chosen is chosen again as soon as a layer has it; otherwise it is the last one, which writes what the
  /// layer hands on.
  void setParts(const std::vector<std::string>& parts);
  const std::vector<std::string>& parts() const { return parts_; }
  /// Empty: there is none.
  std::string part() const;
  /// A title of something that the part has: "Expand: A"; as it is where there is but one part.
  QString titled(const QString& title) const;
  /// Emits nothing.
  void setPart(const std::string& part);

 Q_SIGNALS:
  /// The user chose another one.
  void chosen(const std::string& part);

 private:
  void showWanted();

  std::vector<std::string> parts_;
  std::string wanted_;
  QComboBox* box_;
};

}  // namespace zipper
