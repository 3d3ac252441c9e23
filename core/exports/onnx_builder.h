// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

namespace onnx {
class ModelProto;
}

namespace zipper {

/// Which operators a model is of, and how its file is written.
struct OnnxVersion {
  std::int64_t opset = 10, ir = 4;
};

/// Builds an ONNX model, node by node. Opset 10 and IR version 4 are the newest that OpenCV 4.6's DNN reads completely
/// (its Clip has attributes), and old enough for every ONNX Runtime. Inputs and outputs are float32. Keeps libonnx's
/// headers out of everything else.
class OnnxBuilder {
 public:
  using Attribute = std::pair<std::string, std::variant<std::int64_t, float, std::vector<std::int64_t>>>;
  using Shape = std::vector<std::int64_t>;

  OnnxBuilder(const std::string& graphName, const std::string& description, OnnxVersion version = {});
  ~OnnxBuilder();
  OnnxBuilder(const OnnxBuilder&) = delete;
  OnnxBuilder& operator=(const OnnxBuilder&) = delete;

  /// The shape is that of one image: a batch dimension "N" of any size comes before it.
  void addInput(const std::string& name, const Shape& shape);
  void addOutput(const std::string& name, const Shape& shape);

  bool hasInitializer(const std::string& name) const { return initializers_.count(name) > 0; }
  void addInitializer(const std::string& name, const Shape& shape, const float* values);
  void addInitializer(const std::string& name, const Shape& shape, const std::uint8_t* values);
  void addInitializer(const std::string& name, const Shape& shape, const std::int32_t* values);

  /// A node with one output, which has the name of the node unless `output` is given. Returns the output's name.
  std::string addNode(const char* op, const std::string& name, const std::vector<std::string>& inputs,
                      const std::vector<Attribute>& attributes = {}, const std::string& output = {});

  void addMetadata(const std::string& key, const std::string& value);

  /// The bytes of the file, after onnx::checker and shape inference found nothing wrong. Throws Error.
  std::string serialize() const;

 private:
  void addInitializer(const std::string& name, const Shape& shape, int type, const void* values, std::size_t size);

  std::unique_ptr<onnx::ModelProto> model_;
  std::unordered_set<std::string> initializers_;
};

}  // namespace zipper
