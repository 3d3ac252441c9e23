// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <vector>

#include "app/workbench/jobs/job_runner.h"
#include "core/analysis/export_preview.h"
#include "core/support/protected_files.h"

namespace zipper {

/// A snapshot of everything that an export needs.
struct ExportJob {
  Session session;
  std::vector<TaskData> data;  ///< of each task; empty: checked on random inputs
  ExportRequest request;
  std::filesystem::path path;
  std::vector<ProtectedFile> sources;  ///< that are never written over
  std::filesystem::path images = {};   ///< a data set in place of training images that `data` lacks; empty: none
};

/// Writes and checks it, with progress. Throws Cancelled, Error.
ExportCheck carryOut(JobContext& context, const ExportJob& job);

/// Measures what an export would be, with the threads that the session computes with. Throws Cancelled, Error.
ExportPreview measureExport(const Session& session, const ExportRequest& request, const StopToken& stop);

}  // namespace zipper
