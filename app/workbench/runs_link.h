// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

class QWidget;

namespace zipper {

class Document;
class JobRunner;
class RecipeDifferenceDialog;
class RecipePanel;

/// What people do with runs and recipes besides running them: names and notes, the difference of two recipes, and the
/// command that does the same in a terminal.
class RunsLink : public QObject {
  Q_OBJECT

 public:
  /// `window`: the parent of its dialogs.
  RunsLink(Document& document, JobRunner& jobs, RecipePanel& panel, QWidget& window);

  /// Asks for the name and the notes of a run.
  void askNote(int run);
  /// Shows what differs between a run and what the session is about to do; -1: the run that it stands on.
  void compareRecipes(int run = -1);
  /// The command of a run onto the clipboard; -1: of what the session is about to do.
  void copyCommand(int run = -1);
  /// That command. Throws Error that says why there is none.
  QString commandOf(int run) const;

 Q_SIGNALS:
  void told(const QString& text);
  void failed(const QString& what, const QString& message);

 private:
  void chooseFile();

  Document& document_;
  JobRunner& jobs_;
  RecipePanel& panel_;
  QWidget& window_;
  QPointer<RecipeDifferenceDialog> difference_;
};

}  // namespace zipper
