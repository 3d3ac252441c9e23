// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "core/recipe/recipe_queue.h"

namespace zipper {

class Document;
class JobRunner;
class QueueFile;
class QueuePanel;
class RecipePanel;
class RunController;
struct NetworkValues;
struct QueueRow;

/// Runs recipes one after the other, each from the teachers, so that each becomes a run of the session. A failure stays
/// with its recipe; the next one begins. When the queue is through or stopped, the recipe in the form and the place
/// where the session stands are those of before. What waits is kept in a file and is there again when these networks
/// are opened.
class QueueLink : public QObject {
  Q_OBJECT

 public:
  /// `folder`: where queues are kept.
  QueueLink(Document& document, RunController& run, JobRunner& jobs, RecipePanel& recipe, QueuePanel& panel,
            const QString& folder);
  /// Writes what isn't written yet.
  ~QueueLink() override;

  /// From the start until all are through, or it was stopped: failures of runs are shown here, not in a dialog.
  bool isAtWork() const { return work_.has_value(); }
  /// How many wait, the one in work among them.
  int waiting() const;
  /// Why the recipe in the form can't be added now; empty if it can.
  QString whyNotAdd() const;

 public Q_SLOTS:
  /// Puts the recipe in the form behind the others; asks in the panel before it takes one that waits there already, or
  /// was run.
  void add();
  void start();
  void skip();

 Q_SIGNALS:
  void told(const QString& text);
  void warned(const QString& text);
  /// What whyNotAdd() says may have changed.
  void changed();

 private:
  struct Entry {
    QueuedRecipe recipe;
    std::weak_ptr<const NetworkValues> result{};  ///< of the run's last step, while the session has it
    bool hasResult = false;
  };
  /// What the queue does, and what was before.
  struct Work {
    std::size_t place = 0;  ///< of the recipe in work
    Recipe form;
    int step = -1;  ///< where the session stood
    int run = 0;    ///< the number of the run in work
    bool skips = false;
    enum class End { None, Finished, Failed, Cancelled } end = End::None;
    QString message{};
  };

  void connectRun();
  void connectPanel();
  void open();
  void readFile(const std::filesystem::path& path);
  void addAnyway();
  /// That the queue has the recipe in the form already, and where; empty if it hasn't.
  QString sameText() const;
  void runNext();
  /// Why the recipe can't be run in this session; empty if it can.
  QString obstacle(const Recipe& recipe) const;
  bool begin(std::size_t place);
  void end(Work::End end, const QString& message);
  void takeEnd();
  void finish(bool stopped);
  void nameRun(const std::string& name);
  void takeBackName();
  void showRecipe(const Recipe& recipe);
  int stepOf(const Entry& entry) const;
  double secondsOf(int step) const;
  double estimate(const Recipe& recipe) const;
  QueueRow rowOf(std::size_t place) const;
  void show();
  void showRows();
  void showSituation();
  void changeEntries();
  void keep();
  void keepNow();
  std::vector<QueuedRecipe> recipes() const;
  void remove(int row);
  void move(int row, int by);
  void goToResult(int row);

  Document& document_;
  RunController& run_;
  JobRunner& jobs_;
  RecipePanel& form_;
  QueuePanel& panel_;
  QString folder_;
  std::vector<Entry> entries_;
  std::vector<double> estimates_;  ///< of the entries; negative: unknown
  std::optional<Work> work_;
  std::shared_ptr<QueueFile> file_;  ///< null without a session
  int revision_ = 0;                 ///< of the entries
};

}  // namespace zipper
