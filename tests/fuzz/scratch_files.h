// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace zipper::test {

/// A folder in memory for the inputs of a fuzzer, removed when the process ends.
class ScratchFiles {
 public:
  ScratchFiles() : folder_("/dev/shm/zipper-fuzz-" + std::to_string(::getpid())) {
    std::filesystem::create_directories(folder_);
  }
  ScratchFiles(const ScratchFiles&) = delete;
  ScratchFiles& operator=(const ScratchFiles&) = delete;
  ~ScratchFiles() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  std::filesystem::path write(const std::string& name, const void* data, std::size_t size) const {
    const auto path = folder_ / name;
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr || std::fwrite(data, 1, size, file) != size || std::fclose(file) != 0) std::abort();
    return path;
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace zipper::test
