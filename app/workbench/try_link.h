// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <memory>

class QDockWidget;

namespace zipper {

class Document;
class JobRunner;
class TryAsker;
class TryPanel;

/// Asks the networks of all tasks about the picture of the panel, while the panel is seen: whenever another picture is
/// chosen, a step ends, or another step is shown, also while a step runs.
class TryLink : public QObject {
  Q_OBJECT

 public:
  /// `dock`: the one that the panel lies in.
  TryLink(Document& document, JobRunner& jobs, TryPanel& panel, QDockWidget& dock);
  ~TryLink() override;

 private:
  void showTasks();
  void ask();

  Document& document_;
  JobRunner& jobs_;
  TryPanel& panel_;
  std::shared_ptr<TryAsker> asker_;  ///< used by the worker's thread; anew when the panel was hidden: it takes memory
  bool seen_ = false;
  bool busy_ = false;   ///< something else was computed while the shown times were taken
  bool began_ = false;  ///< the panel was seen with these tasks, and had a picture
  int tasks_ = 0;       ///< counts the sets of tasks and data; what comes of an earlier one is dropped
  int asked_ = 0;       ///< counts the questions
};

}  // namespace zipper
