// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/inspector_link.h"

#include <memory>

#include "app/workbench/beside_step.h"
#include "app/workbench/document.h"
#include "app/workbench/jobs/inspection.h"
#include "app/workbench/jobs/job_runner.h"
#include "core/analysis/layer_weights.h"
#include "core/analysis/part_pairs.h"
#include "widgets/inspector/beside_weights.h"
#include "widgets/inspector/channels_page.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

QStringList classNames(const MobileNetSpec& spec, const TaskData* data) {
  QStringList names;
  for (const std::string& name : spec.classNames) names << style::shown(name);
  if (!names.isEmpty() || data == nullptr) return names;
  for (int i = 0; i < spec.classOffset; ++i) names << InspectorLink::tr("background");
  for (const std::string& name : data->train->classNames()) names << style::shown(name);
  return names;
}

}  // namespace

InspectorLink::InspectorLink(Document& document, JobRunner& jobs, BesideStep& beside, InspectorPanel& panel,
                             QObject* parent)
    : QObject(parent), document_(document), jobs_(jobs), beside_(beside), panel_(panel) {
  connect(&document_, &Document::opened, this, &InspectorLink::showTasks);
  connect(&document_, &Document::dataChanged, this, &InspectorLink::showTasks);
  connect(&document_, &Document::stepsChanged, this, [this] {
    askForWeights();
    askForFeatureMaps();
    showChannels();
  });
  connect(&document_, &Document::mergeCostsChanged, this, &InspectorLink::showChannels);
  connect(&beside_, &BesideStep::changed, this, [this] {
    askForWeights();
    askForFeatureMaps();
  });
  connect(&panel_, &InspectorPanel::probeChanged, this, &InspectorLink::askForFeatureMaps);
}

QString InspectorLink::layerTitle(int layer) const {
  if (layer == 0) return tr("Stem");
  return layer > document_.session().layers() ? tr("Head") : tr("Layer %1").arg(layer);
}

bool InspectorLink::hasFeatureMaps() const { return layer_ >= 1 && layer_ <= document_.session().layers(); }

void InspectorLink::showTasks() {
  const Session& session = document_.session();
  std::vector<qint64> counts;
  std::vector<QStringList> names;
  for (std::size_t task = 0; task < session.teachers.size(); ++task) {
    const TaskData* data = document_.hasData() ? &document_.data()[task] : nullptr;
    counts.push_back(data ? data->test->size() : 0);
    names.push_back(classNames(session.teachers[task].spec, data));
  }
  const bool blocks = document_.isOpen() && areBlocks(unitsOf(session.teachers[0].spec));
  panel_.setTasks(document_.taskTitles(), counts, names, session.layers(), blocks);
  selectLayer(document_.isOpen() ? layer_ : -1);
}

void InspectorLink::selectLayer(int layer) {
  layer_ = layer;
  if (!document_.isOpen() || layer < 0) return;
  panel_.setLayer(layerTitle(layer), layer);
  askForWeights();
  askForFeatureMaps();
  showChannels();
}

void InspectorLink::showChannels() {
  if (!document_.isOpen() || layer_ < 0) return;
  const Session& session = document_.session();
  std::vector<PairsOfPart> parts;
  for (int task = 1; task < session.taskCount(); ++task) {
    const auto ofTask = partPairs(session, session.current, task, layer_, document_.mergeCosts());
    parts.resize(ofTask.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      parts[i].part = ofTask[i].part;
      parts[i].ofTasks.push_back(std::make_shared<const ChannelPairs>(ofTask[i].pairs));
    }
  }
  panel_.setChannels(parts);
}

void InspectorLink::askForWeights() {
  if (!document_.isOpen() || layer_ < 0) return;
  jobs_.query(
      "weights",
      [this, session = document_.session(), layer = layer_, beside = beside_.step()]() -> std::function<void()> {
        const auto at = [&](int step) {
          return std::make_shared<const LayerWeights>(layerWeights(session, step, layer));
        };
        const std::shared_ptr<const LayerWeights> weights = at(session.current);
        const auto both = beside < 0 ? nullptr : besideWeights(weights, at(beside));
        return [this, weights, both, beside] {
          if (weights->layer == layer_ && beside == beside_.step()) panel_.setWeights(weights, both);
        };
      },
      [this, layer = layer_](const QString& message) {
        if (layer == layer_) panel_.setWeightsError(message);
      });
}

void InspectorLink::askForFeatureMaps() {
  if (!document_.isOpen() || !hasFeatureMaps() || !panel_.wantsFeatureMaps()) return;
  const ProbeChoice probe = panel_.probe();
  if (probe.file.isEmpty() && !document_.hasData())
    return panel_.setFeatureMapsError(tr("The data set of this task isn't open; open an image instead."));
  jobs_.query(
      "feature maps",
      [this, session = document_.session(), data = document_.data(), layer = layer_, probe,
       beside = beside_.step()]() -> std::function<void()> {
        const auto at = [&](int step) {
          return probe.file.isEmpty()
                     ? lookAtTestImage(session, step, probe.task, layer, data.at(std::size_t(probe.task)), probe.index)
                     : lookAtImageFile(session, step, probe.task, layer, probe.file);
        };
        const ProbeLook look = at(session.current);
        const std::shared_ptr<const FeatureMaps> other = beside < 0 ? nullptr : at(beside).maps;
        return [this, look, other, beside, file = probe.file] {
          if (!file.isEmpty()) style::rememberFolder(file);
          if (look.maps->layer == layer_ && beside == beside_.step())
            panel_.setFeatureMaps(look.maps, look.image, look.description, other);
        };
      },
      [this](const QString& message) { panel_.setFeatureMapsError(message); });
}

}  // namespace zipper
