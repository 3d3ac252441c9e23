// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRadioButton>
#include <string>

namespace zipper {

/// A target of an export as a card to choose: its sign, its title, and below it one sentence, which wraps.
class TargetCard : public QRadioButton {
  Q_OBJECT

 public:
  TargetCard(const std::string& target, const QString& title, const QString& sentence, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

 protected:
  bool hitButton(const QPoint& place) const override { return rect().contains(place); }
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  QFont titleFont() const;
  int padding() const { return fontMetrics().height() / 2; }
  int signSide() const { return fontMetrics().height() * 3 / 2; }
  /// What stands beside the texts.
  int widthBesideTexts() const { return signSide() + 3 * padding(); }
  int sentenceHeight(int textWidth) const;

  std::string target_;
  QString sentence_;
};

}  // namespace zipper
