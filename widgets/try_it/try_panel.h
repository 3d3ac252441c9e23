// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <vector>

#include "widgets/try_it/tried_picture.h"
#include "widgets/try_it/try_picture.h"

class QBoxLayout;
class QGridLayout;
class QLabel;
class QScrollArea;

namespace zipper {

class PictureSources;
class TaskAnswerCard;

/// Any picture, and what the networks of all tasks say about it: teacher and merged network beside each other. It
/// computes nothing: whoever owns it listens to pictureChanged() and hands the answers in.
class TryPanel : public QWidget {
  Q_OBJECT

 public:
  explicit TryPanel(QWidget* parent = nullptr);

  /// Answers of before are of other networks; the picture stays if it is still there. No signal.
  void setTasks(const std::vector<TriedTask>& tasks);
  const TryPicture& picture() const;
  bool hasTestImages() const;
  /// As if the user had chosen it.
  void choose(const TryPicture& picture);
  void chooseTestImage();

  /// Why there are no answers, or what can be done.
  void showMessage(const QString& message);
  /// The networks could not be asked about the picture.
  void setError(const QString& message);
  /// While they are asked. What they answered before stays until then.
  void setAwaiting(bool awaiting);
  /// Of another number of tasks than there are: ignored.
  void setTried(const TriedPicture& tried);
  bool showsAnswers() const;

  QSize sizeHint() const override { return {640, 320}; }
  QSize minimumSizeHint() const override { return {200, 120}; }

 Q_SIGNALS:
  void pictureChanged();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void buildLayout();
  void arrange();
  QString totalsOf(const OneImageAnswers& answers) const;

  PictureSources* sources_;
  QScrollArea* scroller_;
  QBoxLayout* body_;
  QLabel* message_;
  QWidget* answers_;
  QLabel* subject_;
  QGridLayout* grid_;
  QLabel* limits_;  ///< what no answer can say
  QLabel* totals_;
  std::vector<TaskAnswerCard*> cards_;
};

}  // namespace zipper
