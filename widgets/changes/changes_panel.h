// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QStringList>
#include <QWidget>
#include <memory>
#include <vector>

#include "widgets/changes/changes_content.h"

class QComboBox;
class QLabel;
class QListWidget;
class QScrollArea;
class QSplitter;
class QStackedLayout;
class QStackedWidget;
class QVBoxLayout;

namespace zipper {

struct GradCam;
class ChangesHeadline;
class ClassBars;
class ConfusionPage;
class GalleryPage;
class ImageDetail;
class NarrowTabs;

/// What the merge changed for a task: accuracies with their intervals, images lost and won, classes, confusion
/// matrices, and the images behind each of these. It computes no network: whoever owns it listens to its signals and
/// hands the results in.
class ChangesPanel : public QWidget {
  Q_OBJECT

 public:
  explicit ChangesPanel(QWidget* parent = nullptr);
  ~ChangesPanel() override;

  /// The choice stays if the same task is still there; an empty list clears everything. No signal.
  void setTasks(const QStringList& titles);
  int task() const;
  /// As if the user had; one that there isn't: the chosen one stays. The focus is then here.
  void chooseTask(int task);
  /// Pictures and maps of before are of other images.
  void forgetImages();

  /// In place of everything else: why there is nothing to show.
  void showMessage(const QString& message);
  /// `subject`: what they are of, "layer 3". What is chosen stays as far as it is still there.
  void setChanges(const ShownChangesPtr& changes, const QString& subject);
  /// Null while a message is shown.
  const ShownChangesPtr& changes() const { return changes_; }
  /// A line above the content: what goes on, or that another step is shown. Empty: none.
  void setNote(const QString& note);

  /// Of another task than the shown one: ignored.
  void setPictures(int task, const std::vector<Thumbnail>& pictures);
  void setGradCam(qint64 image, const std::shared_ptr<const GradCam>& maps, const QImage& fitted);
  void setGradCamError(qint64 image, const QString& message);

  /// Shows the images behind something, as if it had been clicked.
  void ask(const ImagesAsked& asked);

  QSize sizeHint() const override { return {640, 360}; }
  QSize minimumSizeHint() const override { return {200, 120}; }

 Q_SIGNALS:
  void taskChosen(int task);
  void picturesWanted(int task, const std::vector<qint64>& images);
  /// The user opened an image of the task's test set.
  void imageOpened(int task, qint64 image);
  void gradCamWanted(int task, qint64 image, int output);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void buildLayout();
  QWidget* buildNumbers();
  void arrange();
  void fitPages();
  void connectParts();
  void showMostChanged();
  void showImages();
  void openImage(const ImageAnswers& image);
  void showDetail(const ImageAnswers& image);
  void stepImage(int by);
  void leaveImage();
  bool showsImage() const;

  ShownChangesPtr changes_;
  ImagesAsked asked_;
  bool hasAsked_ = false;  ///< the user chose what to see
  QComboBox* tasks_;
  QLabel* subject_;
  QLabel* note_;
  QStackedLayout* stack_;
  QLabel* message_;
  QScrollArea* scroller_;
  ChangesHeadline* headline_;
  QSplitter* body_;
  ClassBars* classes_;
  ConfusionPage* confusion_;
  QListWidget* mostChanged_;
  NarrowTabs* numbers_;
  QVBoxLayout* content_ = nullptr;
  QStackedWidget* images_;
  GalleryPage* gallery_;
  ImageDetail* detail_;
};

}  // namespace zipper
