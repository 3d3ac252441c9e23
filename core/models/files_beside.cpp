// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/files_beside.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/containers/input_file.h"
#include "core/containers/keras_file.h"
#include "core/containers/tfjs_model.h"
#include "core/models/label_files.h"
#include "core/models/onnx_file.h"
#include "core/models/tflite_labels.h"
#include "core/models/tflite_model.h"
#include "core/support/files.h"
#include "core/support/json_reader.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr std::size_t maximumGraphBytes = 64'000'000;
constexpr int deepestModelJson = 60;
constexpr std::size_t mostFilesBeside = 1000;

class FilesBeside {
 public:
  FilesBeside(const fs::path& model, std::vector<fs::path>& files) : model_(model), files_(files) {}

  void find() {
    if (looksLikeKeras(model_)) {
      add(labelFileBeside(model_));
    } else if (looksLikeTfjs(model_)) {
      add(model_.parent_path() / "metadata.json");
      add(labelFileBeside(model_));
      addShards();
    } else if (looksLikeTflite(model_)) {
      for (const fs::path& file : tfliteLabelFiles(model_)) add(file);
    } else if (looksLikeOnnx(model_)) {
      addExternalData();
    }
  }

 private:
  void add(const fs::path& file) {
    std::error_code code;
    const bool isNew = std::find(files_.begin(), files_.end(), file) == files_.end();
    if (isNew && files_.size() < mostFilesBeside && fs::is_regular_file(file, code)) files_.push_back(file);
  }

  void addShards() {
    const Json json = parseShallow(readTextFile(model_, maximumGraphBytes), deepestModelJson, "model.json");
    JsonReader model(json, "model.json");
    for (const Json& entry : model.needArray("weightsManifest")) {
      JsonReader group(entry, "weightsManifest");
      for (const Json& path : group.needArray("paths"))
        if (path.is_string()) add(model_.parent_path() / path.get<std::string>());
    }
  }

  /// Looks for the entries {key: "location", value: NAME} of StringStringEntryProto, wherever they are: what else looks
  /// like one hardly names a file that is there.
  void addExternalData() {
    using namespace std::string_view_literals;
    constexpr std::string_view key = "\x0a\x08location\x12"sv;
    const std::string bytes = InputFile(model_, "an ONNX file").beginning(maximumGraphBytes);
    for (auto at = bytes.find(key); at != std::string::npos; at = bytes.find(key, at + 1)) {
      const std::string_view rest = std::string_view(bytes).substr(at + key.size());
      const std::string_view name = lengthDelimited(rest);
      if (!name.empty() && name.find('\0') == std::string_view::npos) add(model_.parent_path() / std::string(name));
    }
  }

  /// The bytes behind their number, which is a varint of protobuf; empty if they aren't all there.
  static std::string_view lengthDelimited(std::string_view bytes) {
    std::size_t length = 0, at = 0;
    for (int shift = 0; shift <= 14 && at < bytes.size(); shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes[at++]);
      length |= std::size_t(byte & 127) << shift;
      if (byte < 128) return length <= bytes.size() - at ? bytes.substr(at, length) : std::string_view();
    }
    return {};
  }

  const fs::path& model_;
  std::vector<fs::path>& files_;
};

}  // namespace

std::vector<fs::path> filesBeside(const fs::path& model) {
  std::vector<fs::path> files;
  std::error_code code;
  if (!fs::is_regular_file(model, code)) return files;
  try {
    FilesBeside(model, files).find();
  } catch (const std::exception&) {
    // Whoever opens the model is told what is wrong with it.
  }
  return files;
}

}  // namespace zipper
