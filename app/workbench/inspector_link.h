// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

namespace zipper {

class BesideStep;
class Document;
class InspectorPanel;
class JobRunner;

/// Fills the inspector: asks the worker for the weights of the selected layer and for feature maps, also while a step
/// runs; and shows which channels correspond. With a step beside, weights and maps are of the merged network at both.
class InspectorLink : public QObject {
  Q_OBJECT

 public:
  InspectorLink(Document& document, JobRunner& jobs, BesideStep& beside, InspectorPanel& panel,
                QObject* parent = nullptr);
  /// 0: stem; from 1 on: layers; one more than the last: head; -1: nothing.
  void selectLayer(int layer);

 private:
  QString layerTitle(int layer) const;
  bool hasFeatureMaps() const;
  void showTasks();
  void askForWeights();
  void askForFeatureMaps();
  void showChannels();

  Document& document_;
  JobRunner& jobs_;
  BesideStep& beside_;
  InspectorPanel& panel_;
  int layer_ = -1;
};

}  // namespace zipper
