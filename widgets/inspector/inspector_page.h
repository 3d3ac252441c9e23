// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <memory>
#include <string>
#include <vector>

#include "core/analysis/layer_weights.h"
#include "widgets/inspector/exports.h"

class QLabel;
class QStackedLayout;
class QVBoxLayout;

namespace zipper {

/// A tab of the inspector: its content, or a message where there is nothing to show.
class InspectorPage : public QWidget {
  Q_OBJECT

 public:
  explicit InspectorPage(QWidget* parent = nullptr);

  /// What can be saved now.
  virtual std::vector<Exportable> exportables() = 0;
  /// Whether exportables() may have something.
  virtual bool canBeSaved() const { return showsContent(); }
  void showMessage(const QString& message);
  void showContent();
  bool showsContent() const;

 Q_SIGNALS:
  void readOut(const QString& text);
  /// What exportables() returns may have changed.
  void contentChanged();

 protected:
  /// Where a page puts its widgets.
  QWidget* content() { return content_; }
  /// Stays above content and message, below what was added before.
  void addAbove(QWidget* widget);

 private:
  QVBoxLayout* layout_;
  int above_ = 0;
  QStackedLayout* stack_;
  QWidget* content_;
  QLabel* message_;
};

struct BesideWeights;
class PartChoice;
class TaskChoice;

/// A page that shows weights, of all tasks or of one of them, and where a layer has several matrices, of one of these.
/// It works them out when it is looked at, not before: a matrix has a million of them.
class WeightsBasedPage : public InspectorPage {
  Q_OBJECT

 public:
  enum class Shows {
    Kernels,  ///< which a layer has once
    Matrices,
  };

  explicit WeightsBasedPage(Shows shows, QWidget* parent = nullptr);

  void setTasks(const QStringList& titles);
  /// The task that is shown, or all of them (-1). Doesn't emit taskChosen().
  void setTask(int task);
  /// The part of a layer that is shown where it has it, see MatrixWeights. Doesn't emit partChosen().
  void setPart(const std::string& part);
  /// Null: there is nothing to show yet; the message stays. `beside`: the same with those of another step beside them;
  /// null: none.
  void setWeights(std::shared_ptr<const LayerWeights> weights, std::shared_ptr<const BesideWeights> beside = nullptr);
  std::vector<Exportable> exportables() final;

 Q_SIGNALS:
  void taskChosen(int task);
  void partChosen(const std::string& part);

 protected:
  int task() const;
  /// What is shown in place of the teachers and the merged network; null: these are.
  const std::shared_ptr<const BesideWeights>& beside() const { return beside_; }
  /// One of those of the weights; empty if they have none.
  std::string part() const;
  /// A title, with the part in front where there are several.
  QString titled(const QString& title) const;
  void showEvent(QShowEvent* event) override;
  /// Shows the weights, or a message.
  virtual void present(const std::shared_ptr<const LayerWeights>& weights) = 0;
  virtual std::vector<Exportable> presentedItems() const = 0;

 private:
  void presentIfNew();

  Shows shows_;
  TaskChoice* choice_;
  PartChoice* parts_;
  std::shared_ptr<const LayerWeights> weights_;
  std::shared_ptr<const BesideWeights> beside_;
  bool new_ = false;
};

}  // namespace zipper
