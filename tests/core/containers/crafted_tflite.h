// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <cstring>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tflite_schema_generated.h"

namespace zipper::test {

template <typename Number>
std::string bytesOfNumbers(const std::vector<Number>& numbers) {
  std::string bytes(numbers.size() * sizeof(Number), '\0');
  if (!numbers.empty()) std::memcpy(bytes.data(), numbers.data(), bytes.size());
  return bytes;
}

struct CraftedTensor {
  std::string name;
  std::vector<std::int32_t> shape;
  tflite::TensorType type = tflite::TensorType::FLOAT32;
  std::string data;  ///< empty: computed
  std::vector<float> scales;
  std::vector<std::int64_t> zeros;
  std::int32_t axis = 0;
  std::vector<std::int32_t> signature;
  bool sparse = false;
};

struct CraftedOperator {
  tflite::BuiltinOperator code;
  std::vector<std::int32_t> inputs, outputs;
  tflite::ActivationFunctionType activation = tflite::ActivationFunctionType::NONE;
  tflite::Padding padding = tflite::Padding::SAME;
  int stride = 1;
  int filter = 0;
  bool keepDimensions = false;
  float beta = 1;
  std::string custom;  ///< the name of a custom operator
};

/// A TensorFlow Lite model of any kind, also of kinds that no program writes.
class CraftedTflite {
 public:
  std::vector<CraftedTensor> tensors;
  std::vector<CraftedOperator> operators;
  std::vector<std::int32_t> inputs, outputs;
  std::vector<std::pair<std::string, std::string>> entries;                   ///< of metadata
  std::vector<std::pair<std::string, std::int32_t>> inputNames, outputNames;  ///< of a signature; none: there is none
  std::uint32_t version = 3;
  int subgraphs = 1;
  bool external = false;  ///< the last buffer says that its data are behind the FlatBuffer
  bool oldCodes = false;  ///< numbers of operators stand in the first field only
  std::string behind;     ///< what follows the FlatBuffer

  std::int32_t add(CraftedTensor tensor) {
    tensors.push_back(std::move(tensor));
    return std::int32_t(tensors.size()) - 1;
  }
  std::int32_t computed(const std::string& name, std::vector<std::int32_t> shape) {
    CraftedTensor tensor;
    tensor.name = name;
    tensor.shape = std::move(shape);
    return add(tensor);
  }
  std::int32_t constant(const std::string& name, std::vector<std::int32_t> shape, const std::vector<float>& values) {
    CraftedTensor tensor;
    tensor.name = name;
    tensor.shape = std::move(shape);
    tensor.data = bytesOfNumbers(values);
    return add(tensor);
  }
  std::int32_t integers(const std::vector<std::int32_t>& values, std::vector<std::int32_t> shape = {}) {
    CraftedTensor tensor;
    tensor.name = "integers";
    tensor.shape = shape.empty() ? std::vector<std::int32_t>{std::int32_t(values.size())} : std::move(shape);
    tensor.type = tflite::TensorType::INT32;
    tensor.data = bytesOfNumbers(values);
    return add(tensor);
  }
  CraftedOperator& append(tflite::BuiltinOperator code, std::vector<std::int32_t> from, std::int32_t to) {
    CraftedOperator op;
    op.code = code;
    op.inputs = std::move(from);
    op.outputs = {to};
    operators.push_back(op);
    return operators.back();
  }

  std::string bytes() const {
    Writer writer(*this);
    return writer.write() + behind;
  }

 private:
  class Writer {
   public:
    explicit Writer(const CraftedTflite& model) : model_(model) {}

    std::string write() {
      buffers_.push_back(tflite::CreateBuffer(out_));
      std::vector<Offset<tflite::Tensor>> tensors;
      for (const CraftedTensor& tensor : model_.tensors) tensors.push_back(tensorOf(tensor));
      std::vector<Offset<tflite::Operator>> operators;
      for (const CraftedOperator& op : model_.operators) operators.push_back(operatorOf(op));
      const auto graph =
          tflite::CreateSubGraphDirect(out_, &tensors, &model_.inputs, &model_.outputs, &operators, "main");
      const std::vector<Offset<tflite::SubGraph>> graphs(std::size_t(model_.subgraphs), graph);
      std::vector<Offset<tflite::Metadata>> entries;
      for (const auto& [name, text] : model_.entries)
        entries.push_back(tflite::CreateMetadataDirect(out_, name.c_str(), bufferOf(text)));
      if (model_.external) buffers_.back() = tflite::CreateBuffer(out_, 0, 4096, 16);
      const std::vector<Offset<tflite::SignatureDef>> signatures = signaturesOf();
      tflite::FinishModelBuffer(
          out_, tflite::CreateModelDirect(out_, model_.version, &codes_, &graphs, "crafted", &buffers_, nullptr,
                                          &entries, signatures.empty() ? nullptr : &signatures));
      return {reinterpret_cast<const char*>(out_.GetBufferPointer()), out_.GetSize()};
    }

   private:
    template <typename Table>
    using Offset = flatbuffers::Offset<Table>;

    /// Equal data have one buffer.
    std::uint32_t bufferOf(const std::string& bytes) {
      if (bytes.empty()) return 0;
      const auto [found, isNew] = places_.try_emplace(bytes, std::uint32_t(buffers_.size()));
      if (isNew) {
        out_.ForceVectorAlignment(bytes.size(), 1, 16);
        const auto data = out_.CreateVector(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
        buffers_.push_back(tflite::CreateBuffer(out_, data));
      }
      return found->second;
    }

    Offset<tflite::Tensor> tensorOf(const CraftedTensor& tensor) {
      const std::uint32_t buffer = bufferOf(tensor.data);
      Offset<tflite::QuantizationParameters> quantization;
      if (!tensor.scales.empty())
        quantization = tflite::CreateQuantizationParametersDirect(out_, nullptr, nullptr, &tensor.scales,
                                                                  tensor.zeros.empty() ? nullptr : &tensor.zeros,
                                                                  tflite::QuantizationDetails::NONE, 0, tensor.axis);
      Offset<tflite::SparsityParameters> sparsity;
      if (tensor.sparse) sparsity = tflite::CreateSparsityParameters(out_);
      return tflite::CreateTensorDirect(out_, &tensor.shape, tensor.type, buffer, tensor.name.c_str(), quantization,
                                        false, sparsity, tensor.signature.empty() ? nullptr : &tensor.signature);
    }

    std::uint32_t codeOf(const CraftedOperator& op) {
      const int number = int(op.code), old = number > 127 ? 127 : number;
      codes_.push_back(tflite::CreateOperatorCodeDirect(out_, std::int8_t(old),
                                                        op.custom.empty() ? nullptr : op.custom.c_str(), 1,
                                                        model_.oldCodes ? tflite::BuiltinOperator::ADD : op.code));
      return std::uint32_t(codes_.size()) - 1;
    }

    Offset<tflite::Operator> operatorOf(const CraftedOperator& op) {
      const std::uint32_t code = codeOf(op);
      const auto [kind, options] = optionsOf(op);
      return tflite::CreateOperatorDirect(out_, code, &op.inputs, &op.outputs, kind, options);
    }

    using Options = std::pair<tflite::BuiltinOptions, Offset<void>>;

    Options optionsOf(const CraftedOperator& op) {
      using Code = tflite::BuiltinOperator;
      using Kind = tflite::BuiltinOptions;
      const auto activation = op.activation;
      switch (op.code) {
        case Code::CONV_2D:
          return {Kind::Conv2DOptions,
                  tflite::CreateConv2DOptions(out_, op.padding, op.stride, op.stride, activation).Union()};
        case Code::DEPTHWISE_CONV_2D:
          return {Kind::DepthwiseConv2DOptions,
                  tflite::CreateDepthwiseConv2DOptions(out_, op.padding, op.stride, op.stride, 1, activation).Union()};
        case Code::AVERAGE_POOL_2D:
        case Code::MAX_POOL_2D:
          return {Kind::Pool2DOptions,
                  tflite::CreatePool2DOptions(out_, op.padding, op.stride, op.stride, op.filter, op.filter, activation)
                      .Union()};
        case Code::FULLY_CONNECTED:
          return {Kind::FullyConnectedOptions, tflite::CreateFullyConnectedOptions(out_, activation).Union()};
        case Code::ADD:
          return {Kind::AddOptions, tflite::CreateAddOptions(out_, activation).Union()};
        case Code::MUL:
          return {Kind::MulOptions, tflite::CreateMulOptions(out_, activation).Union()};
        case Code::MEAN:
          return {Kind::ReducerOptions, tflite::CreateReducerOptions(out_, op.keepDimensions).Union()};
        case Code::SOFTMAX:
          return {Kind::SoftmaxOptions, tflite::CreateSoftmaxOptions(out_, op.beta).Union()};
        default:
          return {tflite::BuiltinOptions::NONE, 0};
      }
    }

    std::vector<Offset<tflite::SignatureDef>> signaturesOf() {
      if (model_.inputNames.empty() && model_.outputNames.empty()) return {};
      const auto mapOf = [&](const std::vector<std::pair<std::string, std::int32_t>>& names) {
        std::vector<Offset<tflite::TensorMap>> map;
        for (const auto& [name, tensor] : names)
          map.push_back(tflite::CreateTensorMapDirect(out_, name.c_str(), std::uint32_t(tensor)));
        return map;
      };
      const auto in = mapOf(model_.inputNames), out = mapOf(model_.outputNames);
      return {tflite::CreateSignatureDefDirect(out_, &in, &out, "serving_default", 0)};
    }

    const CraftedTflite& model_;
    flatbuffers::FlatBufferBuilder out_;
    std::vector<Offset<tflite::Buffer>> buffers_;
    std::vector<Offset<tflite::OperatorCode>> codes_;
    std::map<std::string, std::uint32_t> places_;
  };
};

/// y = relu6(x * factor), z = mean of y: a model that is right.
inline CraftedTflite smallTflite() {
  CraftedTflite model;
  const auto x = model.computed("x", {1, 4, 4, 2}), y = model.computed("y", {1, 4, 4, 2});
  const auto z = model.computed("z", {1, 2});
  const auto factor = model.constant("factor", {2}, {1.5F, -2});
  model.append(tflite::BuiltinOperator::MUL, {x, factor}, y).activation = tflite::ActivationFunctionType::RELU6;
  model.append(tflite::BuiltinOperator::MEAN, {y, model.integers({1, 2})}, z);
  model.inputs = {x};
  model.outputs = {z};
  return model;
}

}  // namespace zipper::test
