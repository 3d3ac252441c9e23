// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/jobs/export_job.h"

#include "core/data/dataset.h"
#include "core/support/compute_threads.h"
#include "core/support/files.h"

namespace zipper {

namespace {

/// With the images that were chosen for tasks that have none to train on, read as those of the task are.
std::vector<TaskData> dataOfExport(const ExportJob& job) {
  std::vector<TaskData> data = job.data;
  if (job.images.empty()) return data;
  const std::vector<TaskSource>& sources = job.session.recipe.sources;
  data.resize(sources.size());
  for (std::size_t t = 0; t < sources.size(); ++t) {
    if (data[t].train) continue;
    OpenOptions options;
    options.images = sources[t].images;
    options.labels = false;
    data[t].train = openDataset(job.images.string(), options);
  }
  return data;
}

}  // namespace

ExportCheck carryOut(JobContext& context, const ExportJob& job) {
  refuseToReplace(job.path, job.sources);
  refuseToReplaceIn(job.path.parent_path(), labelFilesOfExport(job.session, job.request, job.path), job.sources);
  checkCanWrite(job.path);
  Work work = context.work();
  work.progress = [&context](int done, int total) { context.progress(done, total); };
  return exportSession(job.session, job.request, job.path, dataOfExport(job), work);
}

ExportPreview measureExport(const Session& session, const ExportRequest& request, const StopToken& stop) {
  setComputeThreads(session.recipe.threads);
  return previewExport(session, request, {stop});
}

}  // namespace zipper
