// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/tflite_bytes.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/exports/stored_zip.h"
#include "core/exports/tflite_versions.h"
#include "core/support/error.h"
#include "core/support/version.h"
#include "tflite_schema_generated.h"

// Weights go into the file as they are in memory.
static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "TensorFlow Lite files are little-endian");

namespace zipper {

namespace {

constexpr std::size_t mostBytesOfTflite = 2'000'000'000;  // a FlatBuffer's offsets have 31 bits
constexpr std::size_t bufferAlignment = 16;

tflite::TensorType typeOf(torch::ScalarType type) {
  if (type == torch::kFloat) return tflite::TensorType::FLOAT32;
  if (type == torch::kHalf) return tflite::TensorType::FLOAT16;
  if (type == torch::kInt) return tflite::TensorType::INT32;
  if (type == torch::kChar) return tflite::TensorType::INT8;
  fail("a tensor of type ", torch::toString(type), " can't be written as TensorFlow Lite");
}

tflite::BuiltinOperator codeOf(const std::string& op) {
  for (const auto code : tflite::EnumValuesBuiltinOperator())
    if (op == tflite::EnumNameBuiltinOperator(code)) return code;
  fail("TensorFlow Lite has no operator ", op);
}

std::string_view bytesOf(const torch::Tensor& values) {
  return {static_cast<const char*>(values.data_ptr()), std::size_t(values.nbytes())};
}

class TfliteSerializer {
 public:
  explicit TfliteSerializer(const TfliteGraph& graph) : graph_(graph) {}

  std::string serialize(const std::string& modelMetadata) {
    checkSize(modelMetadata);
    buffers_.push_back(tflite::CreateBuffer(out_));  // the first belongs to all tensors that are computed
    std::vector<Offset<tflite::Tensor>> tensors;
    for (const TfliteTensor& tensor : graph_.tensors) tensors.push_back(addTensor(tensor));
    std::vector<Offset<tflite::Operator>> operators;
    for (const TfliteNode& node : graph_.nodes) operators.push_back(addOperator(node));
    const std::vector<std::int32_t> inputs = tensorsOf(graph_.inputs), outputs = tensorsOf(graph_.outputs);
    const std::vector<Offset<tflite::SubGraph>> subgraphs{
        tflite::CreateSubGraphDirect(out_, &tensors, &inputs, &outputs, &operators, "main")};
    const auto metadata = addMetadata(modelMetadata);
    const std::vector<Offset<tflite::SignatureDef>> signatures{addSignature()};
    const std::string description = concat("Zipper Workbench ", version);
    tflite::FinishModelBuffer(out_, tflite::CreateModelDirect(out_, 3, &codes_, &subgraphs, description.c_str(),
                                                              &buffers_, nullptr, &metadata, &signatures));
    std::string bytes(reinterpret_cast<const char*>(out_.GetBufferPointer()), out_.GetSize());
    return graph_.files.empty() ? bytes : bytes + storedZip(graph_.files, std::uint32_t(bytes.size()));
  }

 private:
  template <typename Table>
  using Offset = flatbuffers::Offset<Table>;

  /// FlatBuffers would stop the program.
  void checkSize(const std::string& modelMetadata) const {
    std::size_t bytes = modelMetadata.size();
    for (const TfliteTensor& tensor : graph_.tensors)
      if (tensor.values.defined()) bytes += std::size_t(tensor.values.nbytes());
    for (const auto* texts : {&graph_.metadata, &graph_.files})
      for (const auto& [name, text] : *texts) bytes += name.size() + text.size();
    if (bytes > mostBytesOfTflite) fail("the model is too large for a TensorFlow Lite file (2 GB)");
  }

  static std::vector<std::int32_t> tensorsOf(const std::vector<TflitePort>& ports) {
    std::vector<std::int32_t> tensors;
    for (const TflitePort& port : ports) tensors.push_back(port.tensor);
    return tensors;
  }

  /// The index of a buffer with these bytes, which have to stay where they are.
  std::uint32_t addBuffer(std::string_view bytes) {
    const auto [found, isNew] = places_.try_emplace(bytes, std::uint32_t(buffers_.size()));
    if (isNew) {
      out_.ForceVectorAlignment(bytes.size(), 1, bufferAlignment);
      const auto data = out_.CreateVector(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
      buffers_.push_back(tflite::CreateBuffer(out_, data));
    }
    return found->second;
  }

  /// A vector of numbers, or the place of an equal one: the zero points of all weights with as many channels are zeros.
  template <typename T>
  Offset<flatbuffers::Vector<T>> addOnce(const std::vector<T>& numbers,
                                         std::map<std::vector<T>, Offset<flatbuffers::Vector<T>>>& places) {
    const auto [found, isNew] = places.try_emplace(numbers);
    if (isNew) found->second = out_.CreateVector(numbers);
    return found->second;
  }

  Offset<tflite::Tensor> addTensor(const TfliteTensor& tensor) {
    const std::uint32_t buffer = tensor.values.defined() ? addBuffer(bytesOf(tensor.values)) : 0;
    Offset<tflite::QuantizationParameters> quantization;
    if (const TfliteQuantization& found = tensor.quantization; !found.scales.empty())
      quantization = tflite::CreateQuantizationParameters(
          out_, 0, 0, addOnce(found.scales, scales_), addOnce(found.zeroPoints, zeroPoints_),
          tflite::QuantizationDetails::NONE, 0, std::int32_t(found.axis));
    const std::vector<std::int32_t> shape(tensor.shape.begin(), tensor.shape.end());
    return tflite::CreateTensorDirect(out_, &shape, typeOf(tensor.type), buffer, tensor.name.c_str(), quantization);
  }

  std::uint32_t addCode(const TfliteNode& node) {
    const TfliteVersion asked = tfliteVersion(graph_, node);
    release_ = std::max(release_, asked.release);
    const auto [found, isNew] = indices_.try_emplace({node.op, asked.version}, std::uint32_t(codes_.size()));
    if (isNew) {
      const tflite::BuiltinOperator code = codeOf(node.op);
      const int old = std::min(int(code), int(tflite::BuiltinOperator::PLACEHOLDER_FOR_GREATER_OP_CODES));
      codes_.push_back(tflite::CreateOperatorCode(out_, std::int8_t(old), 0, asked.version, code));
    }
    return found->second;
  }

  Offset<tflite::Operator> addOperator(const TfliteNode& node) {
    const std::uint32_t code = addCode(node);
    const std::vector<std::int32_t> inputs(node.inputs.begin(), node.inputs.end());
    const std::vector<std::int32_t> outputs(node.outputs.begin(), node.outputs.end());
    const auto [kind, options] = addOptions(node);
    return tflite::CreateOperatorDirect(out_, code, &inputs, &outputs, kind, options);
  }

  using Options = std::pair<tflite::BuiltinOptions, Offset<void>>;

  Options addOptions(const TfliteNode& node) {
    const auto activation = activationOf(node);
    const auto padding = node.same ? tflite::Padding::SAME : tflite::Padding::VALID;
    using Kind = tflite::BuiltinOptions;
    const auto is = [&](const char* op) { return node.op == op; };
    if (is("CONV_2D"))
      return {Kind::Conv2DOptions,
              tflite::CreateConv2DOptions(out_, padding, node.strideWidth, node.strideHeight, activation).Union()};
    if (is("DEPTHWISE_CONV_2D"))
      return {Kind::DepthwiseConv2DOptions,
              tflite::CreateDepthwiseConv2DOptions(out_, padding, node.strideWidth, node.strideHeight,
                                                   node.depthMultiplier, activation)
                  .Union()};
    if (is("FULLY_CONNECTED"))
      return {Kind::FullyConnectedOptions, tflite::CreateFullyConnectedOptions(out_, activation).Union()};
    if (is("MEAN")) return {Kind::ReducerOptions, tflite::CreateReducerOptions(out_, node.keepDimensions).Union()};
    if (is("ADD")) return {Kind::AddOptions, tflite::CreateAddOptions(out_, activation).Union()};
    if (is("MUL")) return {Kind::MulOptions, tflite::CreateMulOptions(out_, activation).Union()};
    if (is("SOFTMAX")) return {Kind::SoftmaxOptions, tflite::CreateSoftmaxOptions(out_, node.beta).Union()};
    if (is("HARD_SWISH")) return {Kind::HardSwishOptions, tflite::CreateHardSwishOptions(out_).Union()};
    if (is("DEQUANTIZE")) return {Kind::DequantizeOptions, tflite::CreateDequantizeOptions(out_).Union()};
    if (is("PAD")) return {Kind::PadOptions, tflite::CreatePadOptions(out_).Union()};
    if (!is("RESHAPE")) fail("the options of ", node.op, " are not known");
    const std::vector<std::int32_t> shape(node.integers.begin(), node.integers.end());
    return {Kind::ReshapeOptions, tflite::CreateReshapeOptionsDirect(out_, &shape).Union()};
  }

  static tflite::ActivationFunctionType activationOf(const TfliteNode& node) {
    if (node.activation == "RELU") return tflite::ActivationFunctionType::RELU;
    if (node.activation == "RELU6") return tflite::ActivationFunctionType::RELU6;
    return tflite::ActivationFunctionType::NONE;
  }

  Offset<tflite::Metadata> addEntry(const std::string& name, const std::string& contents) {
    return tflite::CreateMetadataDirect(out_, name.c_str(), addBuffer(contents));
  }

  std::vector<Offset<tflite::Metadata>> addMetadata(const std::string& modelMetadata) {
    runtime_ = concat("1.", release_, ".0");
    runtime_.resize(16);  // as TensorFlow's converter has it
    std::vector<Offset<tflite::Metadata>> entries{addEntry("min_runtime_version", runtime_),
                                                  addEntry("TFLITE_METADATA", modelMetadata)};
    for (const auto& [name, text] : graph_.metadata) entries.push_back(addEntry(name, text));
    return entries;
  }

  Offset<tflite::SignatureDef> addSignature() {
    const auto mapOf = [&](const std::vector<TflitePort>& ports) {
      std::vector<Offset<tflite::TensorMap>> map;
      for (const TflitePort& port : ports)
        map.push_back(tflite::CreateTensorMapDirect(out_, port.name.c_str(), std::uint32_t(port.tensor)));
      return map;
    };
    const auto inputs = mapOf(graph_.inputs), outputs = mapOf(graph_.outputs);
    return tflite::CreateSignatureDefDirect(out_, &inputs, &outputs, "serving_default", 0);
  }

  const TfliteGraph& graph_;
  flatbuffers::FlatBufferBuilder out_;
  std::map<std::vector<float>, Offset<flatbuffers::Vector<float>>> scales_;
  std::map<std::vector<std::int64_t>, Offset<flatbuffers::Vector<std::int64_t>>> zeroPoints_;
  std::vector<Offset<tflite::Buffer>> buffers_;
  std::unordered_map<std::string_view, std::uint32_t> places_;  ///< of buffers, by their bytes
  std::vector<Offset<tflite::OperatorCode>> codes_;
  std::map<std::pair<std::string, int>, std::uint32_t> indices_;  ///< of codes, by operator and version
  int release_ = 5;                                               ///< the newest that a node asks for
  std::string runtime_;
};

}  // namespace

std::string tfliteBytes(const TfliteGraph& graph, const std::string& modelMetadata) {
  return TfliteSerializer(graph).serialize(modelMetadata);
}

}  // namespace zipper
