// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>
#include <memory>
#include <string>

#include "core/exports/export_check.h"
#include "core/support/stop_token.h"
#include "core/zippering/session_export.h"

class QWidget;

namespace zipper {

class Document;
class ExportDialog;
class ExportForm;
class JobRunner;
class RunController;
class SessionController;
struct ExportSnippet;
struct ExportSubject;

/// The export page: shows it, has its previews measured in the worker between other work, asks for the name of the file
/// and has it written.
class ExportLink : public QObject {
  Q_OBJECT

 public:
  /// `window`: the parent of the dialog.
  ExportLink(Document& document, RunController& run, SessionController& files, JobRunner& jobs, QWidget& window);
  ~ExportLink() override;

  /// Shows the page, with what was chosen last.
  void open();
  /// The page while it is the window that the user works in; null otherwise. Messages belong in front of it then.
  QWidget* front() const;

 Q_SIGNALS:
  void programSaved(const QString& folder);
  void failed(const QString& what, const QString& message);

 private:
  void build();
  void showSubject();
  ExportSubject subject() const;
  /// Without a text if there is no program for what is chosen.
  ExportSnippet snippet(const ExportForm& chosen, const std::string& file) const;
  /// Asks where a program goes, and writes it there in the worker.
  void chooseFolder(const ExportSnippet& snippet);
  void save(const QString& folder, const ExportSnippet& snippet);
  /// Measures in the worker; what is measured already is given up.
  void measure(int number, const ExportRequest& request);
  void stopMeasuring();
  void chooseFile(const ExportRequest& request);
  /// Names of the files that are written beside this one, those that the last preview found among them.
  QStringList namesBeside(const ExportRequest& request, const QString& path) const;
  /// `images`: in place of training images that aren't open; empty: none.
  void write(const ExportRequest& request, const QString& path, const QString& images);
  void showResult(const QString& path, const ExportRequest& request, const std::shared_ptr<const ExportCheck>& check);
  void stateChanged();
  void showFailure(const QString& message);

  Document& document_;
  RunController& run_;
  SessionController& files_;
  JobRunner& jobs_;
  QWidget& window_;
  ExportDialog* dialog_ = nullptr;  ///< belongs to the window; null until it is asked for
  StopSource measuring_;            ///< of the preview that was asked for last
  int question_ = 0;                ///< its number here: answers to other ones come too late
  QStringList measuredFiles_;       ///< names of the files that it found; empty: nothing yet
  bool writes_ = false;             ///< the job at hand is an export of the page
};

}  // namespace zipper
