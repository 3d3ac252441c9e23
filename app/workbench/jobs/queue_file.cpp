// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/jobs/queue_file.h"

#include <QCryptographicHash>

#include "core/support/error.h"
#include "core/support/files.h"

namespace zipper {

namespace {

constexpr std::size_t largestQueueFile = std::size_t(16) << 20;
constexpr int hashDigits = 16;  ///< enough to tell networks apart

std::filesystem::path withEnding(std::filesystem::path path, const char* ending) { return path += ending; }

}  // namespace

std::filesystem::path queueFileFor(const std::filesystem::path& folder, const Recipe& recipe) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  for (const TaskSource& source : recipe.sources) hash.addData(QByteArray::fromStdString(source.modelSha256) + '\n');
  return folder / concat("queue-", hash.result().toHex().left(hashDigits).toStdString(), ".json");
}

QueueFile::QueueFile(const std::filesystem::path& path) : path_(path) {
  try {
    createFolder(path_.parent_path());
  } catch (const Error& error) {
    trouble_ = error.what();
    return;
  }
  lock_ = FileLock(withEnding(path_, ".lock"));
  if (!lock_.isHeld())
    trouble_ = lock_.holder().empty() ? lock_.doubt() : concat(lock_.holder(), " has the queue for these networks");
}

std::string QueueFile::trouble() const { return trouble_; }

std::vector<QueuedRecipe> QueueFile::read(int layers) {
  std::error_code ignored;
  if (!trouble_.empty() || !std::filesystem::exists(path_, ignored)) return {};
  try {
    return queueFromJson(readTextFile(path_, largestQueueFile), layers, path_.string());
  } catch (const Error&) {
    std::filesystem::rename(path_, withEnding(path_, ".damaged"), ignored);
    throw;
  }
}

void QueueFile::write(const std::vector<QueuedRecipe>& queue, int revision) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (!trouble_.empty() || revision <= written_) return;
  std::error_code ignored;
  if (queue.empty())
    std::filesystem::remove(path_, ignored);
  else
    writeFileAtomically(path_, queueToJson(queue));
  written_ = revision;
}

bool QueueFile::isWritten(int revision) const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return !trouble_.empty() || revision <= written_;
}

}  // namespace zipper
