#include "core/zippering/session_export.h"

#include "core/formats/export_formats.h"
#include "core/support/error.h"
#include "core/zippering/network_values.h"

namespace zipper {

void exportSession(const Session& session, const std::string& format, const std::string& task,
                   const std::filesystem::path& path) {
  const ExportFormat& chosen = exportFormat(format);
  MergedNetwork network = networkAt(session, session.current);
  const ExportMetadata metadata{{"zipper.recipe", recipeToJson(recipeOfPath(session))}};
  if (task == "all") return chosen.writeMerged(path, network, metadata);
  for (int t = 0; t < network.taskCount(); ++t)
    if (task == taskName(t)) return chosen.writeTask(path, network.task(t), metadata);
  fail("task '", task, "' found, expected all or one of a to ", taskName(network.taskCount() - 1));
}

}  // namespace zipper
