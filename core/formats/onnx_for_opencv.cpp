// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/formats/onnx_for_opencv.h"

#include <onnx/checker.h>
#include <onnx/shape_inference/implementation.h>

#include <fstream>
#include <set>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

/// The names of maps [N,C,1,1].
std::set<std::string> mapsOfOneValue(onnx::ModelProto model) {
  onnx::shape_inference::InferShapes(model, onnx::OpSchemaRegistry::Instance(),
                                     onnx::ShapeInferenceOptions{true, 1, false});
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
  return node.op_type() == "Conv" && group != nullptr && group->i() > 1 && attribute(node, "pads") != nullptr;
}

/// Pads [top, left, bottom, right] of a convolution as those of a Pad node for [N,C,H,W], in a constant of its own.
void addPads(onnx::TensorProto& constant, const std::string& name, const onnx::AttributeProto& pads) {
  constant.set_name(name);
  constant.set_data_type(onnx::TensorProto::INT64);
  constant.add_dims(8);
  for (const std::int64_t size : {std::int64_t(0), std::int64_t(0), pads.ints(0), pads.ints(1), std::int64_t(0),
                                  std::int64_t(0), pads.ints(2), pads.ints(3)})
    constant.add_int64_data(size);
}

}  // namespace

std::string onnxForOpenCv(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  onnx::ModelProto model;
  if (!model.ParseFromIstream(&in)) fail(wholePrintable(path.string()), ": an ONNX model was expected");
  const std::set<std::string> small = mapsOfOneValue(model);
  auto& graph = *model.mutable_graph();
  google::protobuf::RepeatedPtrField<onnx::NodeProto> nodes;
  for (onnx::NodeProto& node : *graph.mutable_node()) {
    if (isDepthwise(node) && small.count(node.input(0)) > 0) {
      auto* pads = attribute(node, "pads");
      const std::string padded = node.input(0) + ".padded." + node.output(0), sizes = padded + ".pads";
      addPads(*graph.add_initializer(), sizes, *pads);
      onnx::NodeProto& pad = *nodes.Add();
      pad.set_op_type("Pad");
      pad.add_input(node.input(0));
      pad.add_input(sizes);
      pad.add_output(padded);
      node.set_input(0, padded);
      for (auto& size : *pads->mutable_ints()) size = 0;
    }
    *nodes.Add() = node;
  }
  graph.mutable_node()->Swap(&nodes);
  return model.SerializeAsString();
}

}  // namespace zipper
