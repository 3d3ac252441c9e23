// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

namespace zipper {

/// A class and what both networks think of it.
struct Prediction {
  QString name;
  double teacher = 0, merged = 0;  ///< probabilities
};

/// The classes that either network finds most probable, the most probable first. `names`: per output of the head;
/// an output without a name is "class 7".
std::vector<Prediction> topPredictions(const std::vector<float>& teacher, const std::vector<float>& merged,
                                       const QStringList& names, int count);

/// The top predictions of the teacher and of the merged network as two columns of bars.
class PredictionView : public QWidget {
  Q_OBJECT

 public:
  explicit PredictionView(QWidget* parent = nullptr);

  void setPredictions(std::vector<Prediction> predictions, int task);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  /// So that no name is cut.
  int wantedWidth() const;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  int rowHeight() const;
  QFont headingFont() const;
  int leastBar() const;  ///< width of a bar that its number and its heading just fit in
  int widthOfNames() const;
  void paintBar(QPainter& painter, const QRect& rect, double probability, const QColor& color) const;

  std::vector<Prediction> predictions_;
  int task_ = 0;
};

}  // namespace zipper
