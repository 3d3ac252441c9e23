// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/jobs/export_job.h"

#include "core/support/compute_threads.h"
#include "core/support/files.h"

namespace zipper {

ExportCheck carryOut(JobContext& context, const ExportJob& job) {
  refuseToReplace(job.path, job.sources);
  refuseToReplaceIn(job.path.parent_path(), labelFilesOfExport(job.session, job.request), job.sources);
  checkCanWrite(job.path);
  Work work = context.work();
  work.progress = [&context](int done, int total) { context.progress(done, total); };
  return exportSession(job.session, job.request, job.path, job.data, work);
}

ExportPreview measureExport(const Session& session, const ExportRequest& request, const StopToken& stop) {
  setComputeThreads(session.recipe.threads);
  return previewExport(session, request, {stop});
}

}  // namespace zipper
