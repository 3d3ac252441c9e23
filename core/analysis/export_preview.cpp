// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/export_preview.h"

#include <algorithm>
#include <chrono>
#include <memory>
#include <opencv2/core.hpp>
#include <optional>
#include <utility>

#include "core/data/dataset.h"
#include "core/exports/class_labels.h"
#include "core/exports/export_formats.h"
#include "core/exports/random_inputs.h"
#include "core/network/folded_network.h"
#include "core/network/task_names.h"
#include "core/session/network_values.h"
#include "core/session/session_network.h"
#include "core/support/error.h"
#include "core/support/libtorch.h"
#include "core/support/temporary_folder.h"
#include "core/support/timing.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr int runsInARow = 3;  ///< of each, of which the least time counts
constexpr std::chrono::milliseconds timingBudget(500);
constexpr std::int64_t noiseImages = 8;

/// Pictures of noise, where only the number of weights matters.
class NoiseImages : public Dataset {
 public:
  explicit NoiseImages(const MobileNetSpec& spec) : spec_(spec) {}
  std::int64_t size() const override { return noiseImages; }
  int label(std::int64_t) const override { return 0; }
  cv::Mat image(std::int64_t index) const override {
    cv::Mat image(int(spec_.inputSize), int(spec_.inputSize), CV_8UC(int(spec_.inputChannels)));
    cv::RNG(std::uint64_t(index) + 1).fill(image, cv::RNG::UNIFORM, 0, 256);
    return image;
  }
  std::string describeImage(std::int64_t index) const override { return concat("noise, image ", index); }
  const std::vector<std::string>& classNames() const override { return names_; }

 private:
  MobileNetSpec spec_;
  std::vector<std::string> names_{"noise"};
};

/// What ranges are found on where integers are wanted; nothing otherwise.
std::vector<TaskData> noiseFor(const Session& session, const ExportRequest& request) {
  std::vector<TaskData> data;
  if (request.options.precision != ExportPrecision::Int8) return data;
  for (const Teacher& teacher : session.teachers)
    data.push_back({std::make_shared<const NoiseImages>(teacher.spec), nullptr});
  return data;
}

std::vector<int> wantedTasks(const Session& session, const std::string& task) {
  std::vector<int> tasks;
  for (int t = 0; t < session.taskCount(); ++t)
    if (task == "all" || task == taskName(t)) tasks.push_back(t);
  return tasks;
}

/// Of each network as it was opened. Names are the usual ones: those of the request are for all tasks.
std::int64_t bytesOfSeparate(Session session, ExportRequest request, const fs::path& folder, const Work& work) {
  session.current = -1;
  request.options.names.inputs.clear();
  request.options.names.outputs.clear();
  std::int64_t bytes = 0;
  for (int t = 0; t < session.taskCount(); ++t) {
    request.task = taskName(t);
    const fs::path place = folder / request.task;
    fs::create_directory(place);
    const fs::path file = place / suggestedExportName(request);
    bytes += exportSession(session, request, file, noiseFor(session, request), work).bytes;
    work.throwIfStopped();
  }
  return bytes;
}

/// One after the other, each on an image of its own.
void runInTurn(const std::vector<FoldedNetwork>& networks, const std::vector<torch::Tensor>& images) {
  for (std::size_t i = 0; i < networks.size(); ++i) networks[i].forward(images[i]);
}

struct MeasuredTime {
  double median;
  TimeRange range;
};

MeasuredTime measuredTime(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return {values[values.size() / 2], {values.front(), values.back()}};
}

/// Both take turns until the time is up. Of a few runs the least time counts, as other programs only ever add to it,
/// and the median of those.
std::pair<MeasuredTime, MeasuredTime> timeBoth(const std::vector<TimedWork>& both, const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  std::vector<double> first, second;
  do {
    const bool cold = first.empty();
    const std::vector<Timing> times = timeInTurns(both, {runsInARow, cold ? 1 : 0}, work);
    first.push_back(times[0].minimum);
    second.push_back(times[1].minimum);
  } while (std::chrono::steady_clock::now() - start < timingBudget);
  return {measuredTime(std::move(first)), measuredTime(std::move(second))};
}

void timeOneImage(const Session& session, const std::vector<int>& tasks, ExportPreview& preview, const Work& work) {
  MergedNetwork network = networkAt(session, session.current);
  std::vector<FoldedNetwork> merged, separate;
  std::vector<torch::Tensor> images;
  for (const int t : tasks) {
    const Teacher& teacher = session.teachers[std::size_t(t)];
    MobileNet opened = teacherNetwork(teacher);
    separate.emplace_back(opened);
    merged.emplace_back(network.task(t));
    images.push_back(randomInputs(teacher.spec, 1).contiguous(torch::MemoryFormat::ChannelsLast));
  }
  preview.sharesTrunk = tasks.size() > 1 && network.trunk() > 0;
  std::optional<FoldedTrunk> trunk;
  if (preview.sharesTrunk) trunk.emplace(network);
  const auto runMerged = [&] {
    if (trunk)
      trunk->forward(images.front());
    else
      runInTurn(merged, images);
  };
  const auto [wanted, opened] = timeBoth({{runMerged}, {[&] { runInTurn(separate, images); }}}, work);
  preview.milliseconds = wanted.median;
  preview.range = wanted.range;
  preview.separateMilliseconds = opened.median;
  preview.separateRange = opened.range;
  preview.threads = at::get_num_threads();
}

}  // namespace

std::string suggestedExportName(const ExportRequest& request) {
  const std::string& extension = exportFormat(request.format).extension;
  return request.task == "all" ? "merged." + extension : "merged-" + request.task + "." + extension;
}

std::vector<std::string> labelFilesOfExport(const Session& session, const ExportRequest& request,
                                            const fs::path& file) {
  std::vector<std::string> names;
  if (!exportFormat(request.format).hasLabelFiles) return names;
  for (const int t : wantedTasks(session, request.task)) {
    if (session.teachers[std::size_t(t)].spec.classNames.empty()) continue;
    names.push_back(file.stem().string() + "_" + labelFileName(request.task == "all" ? taskName(t) : std::string()));
  }
  return names;
}

ExportPreview previewExport(const Session& session, const ExportRequest& request, const Work& work) {
  const Work quiet{work.stop};
  const TemporaryFolder folder;
  ExportPreview preview;
  const fs::path path = folder.path() / suggestedExportName(request);
  const ExportCheck check = exportSession(session, request, path, noiseFor(session, request), quiet);
  for (const fs::path& file : check.files) preview.files.push_back(file.filename().string());
  preview.bytes = check.bytes;
  quiet.throwIfStopped();
  const std::vector<int> tasks = wantedTasks(session, request.task);
  preview.tasks = int(tasks.size());
  if (tasks.size() > 1) preview.separateBytes = bytesOfSeparate(session, request, folder.path(), quiet);
  timeOneImage(session, tasks, preview, quiet);
  return preview;
}

}  // namespace zipper
