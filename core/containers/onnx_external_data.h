// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/containers/input_file.h"

namespace zipper {

/// The data of tensors that an ONNX model keeps in files beside itself. A model says where by texts, which are data of
/// a stranger: only regular files in the model's folder or below it are opened, links that lead out of it are not
/// followed, and all tensors together never take more memory than the files have bytes, nor more than 2 GiB.
/// Source: onnx.proto, TensorProto.external_data.
class OnnxExternalData {
 public:
  struct Place {
    const InputFile* file = nullptr;
    std::uint64_t offset = 0;
  };

  /// `expected` is what the files should be, where one is none that can be read: see InputFile.
  explicit OnnxExternalData(std::filesystem::path folder, std::string expected = "the data of an ONNX file")
      : folder_(std::move(folder)), expected_(std::move(expected)) {}

  /// Where a tensor of that many bytes is, by "location", "offset" and "length". Throws Error that names the other
  /// file: outside of the folder, missing, no regular file, too short, another length.
  Place placeOf(const std::map<std::string, std::string>& entries, std::uint64_t bytes);
  void read(const Place& place, void* buffer, std::uint64_t bytes) const;

  /// The files that were opened.
  const std::vector<std::filesystem::path>& files() const { return paths_; }

 private:
  const InputFile& fileOf(const std::string& location);

  std::filesystem::path folder_;
  std::string expected_;
  std::map<std::string, std::unique_ptr<InputFile>> opened_;
  std::vector<std::filesystem::path> paths_;
  std::uint64_t available_ = 0, taken_ = 0;  ///< bytes of the files, and of the tensors
};

}  // namespace zipper
