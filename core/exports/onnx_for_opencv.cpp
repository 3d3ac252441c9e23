// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/onnx_for_opencv.h"

#include <onnx/checker.h>
#include <onnx/shape_inference/implementation.h>

#include <fstream>
#include <set>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

/// The names of maps [N,C,1,1].
std::set<std::string> mapsOfOneValue(onnx::ModelProto model, const std::filesystem::path& path) {
  try {
    onnx::shape_inference::InferShapes(model, onnx::OpSchemaRegistry::Instance(),
                                       onnx::ShapeInferenceOptions{true, 1, false});
  } catch (const std::exception& error) {
    fail(wholePrintable(path.string()), ": the shapes of its maps can't be found: ", printable(error.what()));
  }
  std::set<std::string> names;
  for (const auto& info : model.graph().value_info()) {
    const auto& shape = info.type().tensor_type().shape();
    if (shape.dim_size() == 4 && shape.dim(2).dim_value() == 1 && shape.dim(3).dim_value() == 1)
      names.insert(info.name());
  }
  return names;
}

onnx::AttributeProto* attribute(onnx::NodeProto& node, const std::string& name) {
  for (auto& found : *node.mutable_attribute())
    if (found.name() == name) return &found;
  return nullptr;
}

bool isDepthwise(onnx::NodeProto& node) {
  const auto* group = attribute(node, "group");
  const auto* pads = attribute(node, "pads");
  return node.op_type() == "Conv" && node.input_size() > 0 && node.output_size() > 0 && group != nullptr &&
         group->i() > 1 && pads != nullptr && pads->ints_size() == 4;
}

/// Of opset 10, as the writer's models are: pads are an attribute, [N, C, top, left, N, C, bottom, right].
void describePad(onnx::NodeProto& pad, const std::string& input, const std::string& output,
                 const onnx::AttributeProto& pads) {
  pad.set_op_type("Pad");
  pad.add_input(input);
  pad.add_output(output);
  onnx::AttributeProto& sizes = *pad.add_attribute();
  sizes.set_name("pads");
  sizes.set_type(onnx::AttributeProto::INTS);
  for (const std::int64_t size : {std::int64_t(0), std::int64_t(0), pads.ints(0), pads.ints(1), std::int64_t(0),
                                  std::int64_t(0), pads.ints(2), pads.ints(3)})
    sizes.add_ints(size);
}

void setInteger(onnx::NodeProto& node, const char* name, std::int64_t value) {
  onnx::AttributeProto& integer = *node.add_attribute();
  integer.set_name(name);
  integer.set_type(onnx::AttributeProto::INT);
  integer.set_i(value);
}

/// A product of maps and one factor for each, as OpenCV's own layer, which takes the axes from the first on.
void describeScale(onnx::NodeProto& product, bool factorsAreFirst) {
  if (factorsAreFirst) product.mutable_input()->SwapElements(0, 1);
  product.set_op_type("Scale");
  setInteger(product, "axis", 0);
  setInteger(product, "bias_term", 0);
}

}  // namespace

std::string onnxForOpenCv(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  onnx::ModelProto model;
  if (!model.ParseFromIstream(&in)) fail(wholePrintable(path.string()), ": an ONNX model was expected");
  const std::set<std::string> small = mapsOfOneValue(model, path);
  auto& graph = *model.mutable_graph();
  google::protobuf::RepeatedPtrField<onnx::NodeProto> nodes;
  for (onnx::NodeProto& node : *graph.mutable_node()) {
    if (isDepthwise(node) && small.count(node.input(0)) > 0) {
      auto* pads = attribute(node, "pads");
      const std::string padded = node.input(0) + ".padded." + node.output(0);
      describePad(*nodes.Add(), node.input(0), padded, *pads);
      node.set_input(0, padded);
      for (auto& size : *pads->mutable_ints()) size = 0;
    }
    if (node.op_type() == "Mul" && node.input_size() == 2 && small.count(node.input(0)) != small.count(node.input(1)))
      describeScale(node, small.count(node.input(0)) > 0);
    *nodes.Add() = node;
  }
  graph.mutable_node()->Swap(&nodes);
  return model.SerializeAsString();
}

}  // namespace zipper
