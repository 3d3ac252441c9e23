// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <vector>

#include "app/workbench/jobs/answer_store.h"
#include "core/support/stop_token.h"
#include "widgets/inspector/probe_choice.h"

namespace zipper {

class BesideStep;
class Document;
class ErrorsPage;
class InspectorPanel;
class JobRunner;
class RunController;

/// Fills the inspector's page of what is right where the session stands and wrong at the step beside it. While the page
/// is seen, and nothing else is to be done, the merged network at both is asked; whatever else begins takes precedence,
/// and what was answered until then stays.
class ErrorsLink : public QObject {
  Q_OBJECT

 public:
  /// The page is added to the inspector.
  ErrorsLink(Document& document, RunController& run, JobRunner& jobs, BesideStep& beside, InspectorPanel& inspector);
  ~ErrorsLink() override;

  ErrorsPage* page() { return page_; }

 Q_SIGNALS:
  /// An image was opened: its feature maps are to be shown. `layer`: see MainWindow::lookAt().
  void probeWanted(const zipper::ProbeChoice& probe, int layer);

 private:
  void startAnew();
  void takeSteps();
  void update();
  /// Why there is nothing to compare; empty if there is.
  QString obstacle() const;
  bool isShown() const;
  void showProgress();
  void compare();
  void stopComparing() { unwanted_.requestStop(); }
  void askForPictures(int task, const std::vector<qint64>& images);

  /// What is compared.
  struct Pair {
    int here = -1, beside = -1, task = 0;
    bool operator==(const Pair& other) const {
      return here == other.here && beside == other.beside && task == other.task;
    }
  };
  Pair wanted() const;

  Document& document_;
  RunController& run_;
  JobRunner& jobs_;
  BesideStep& beside_;
  ErrorsPage* page_;
  AnswerStore answers_;
  std::size_t steps_ = 0;  ///< of the session, when its answers were kept
  bool seen_ = false;
  int data_ = 0;  ///< counts the sets of images; what comes of an earlier one is dropped
  StopSource unwanted_;
  bool compares_ = false;  ///< the job that runs is ours
  Pair pair_;              ///< of that job
  Pair shown_;             ///< on the page
  double share_ = 0;       ///< of the comparison
  QString failure_;        ///< of the comparison of failed_; not tried again until something else is looked at
  Pair failed_;
};

}  // namespace zipper
