// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include "core/session/session.h"

namespace zipper {

class Document;
class RunController;
struct Panels;

/// Keeps the panels true to the session and to what runs: document and run in, widgets out.
class SessionViews : public QObject {
  Q_OBJECT

 public:
  SessionViews(Document& document, RunController& run, Panels& panels, QObject* parent = nullptr);

 private:
  void showSession();
  void showSteps();
  void showLayers();
  void showRuns();
  bool beginsRun() const;
  void showRecipeLimits();
  void showExplanation();
  void onRecords(const std::vector<IterationRecord>& records);

  Document& document_;
  RunController& run_;
  Panels& panels_;
};

}  // namespace zipper
