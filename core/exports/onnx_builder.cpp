// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/onnx_builder.h"

#include <onnx/checker.h>
#include <onnx/shape_inference/implementation.h>

#include "core/support/error.h"
#include "core/support/version.h"

// Weights go into the file as they are in memory.
static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "ONNX files are little-endian");

namespace zipper {

namespace {

void describeTensor(onnx::ValueInfoProto& info, const std::string& name, const OnnxBuilder::Shape& shape) {
  info.set_name(name);
  auto& tensor = *info.mutable_type()->mutable_tensor_type();
  tensor.set_elem_type(onnx::TensorProto::FLOAT);
  tensor.mutable_shape()->add_dim()->set_dim_param("N");
  for (const auto size : shape) tensor.mutable_shape()->add_dim()->set_dim_value(size);
}

void setAttribute(onnx::AttributeProto& attribute, const OnnxBuilder::Attribute& value) {
  attribute.set_name(value.first);
  if (const auto* number = std::get_if<std::int64_t>(&value.second)) {
    attribute.set_type(onnx::AttributeProto::INT);
    attribute.set_i(*number);
  } else if (const auto* real = std::get_if<float>(&value.second)) {
    attribute.set_type(onnx::AttributeProto::FLOAT);
    attribute.set_f(*real);
  } else {
    attribute.set_type(onnx::AttributeProto::INTS);
    for (const auto one : std::get<OnnxBuilder::Shape>(value.second)) attribute.add_ints(one);
  }
}

std::string shapeOf(const onnx::ValueInfoProto& info) {
  std::string text;
  for (const auto& dim : info.type().tensor_type().shape().dim())
    text += (text.empty() ? "[" : ",") + (dim.has_dim_value() ? std::to_string(dim.dim_value()) : dim.dim_param());
  return text + "]";
}

/// What shape inference finds for the outputs has to be what the graph says. (It fails by itself where the two can't
/// both be true, but only knows the outputs if it is not told about them.)
void checkShapes(const onnx::ModelProto& model) {
  onnx::ModelProto untold = model;
  for (auto& output : *untold.mutable_graph()->mutable_output())
    output.mutable_type()->mutable_tensor_type()->clear_shape();
  onnx::shape_inference::InferShapes(untold, onnx::OpSchemaRegistry::Instance(),
                                     onnx::ShapeInferenceOptions{true, 1, false});
  for (int i = 0; i < model.graph().output_size(); ++i) {
    const auto& told = model.graph().output(i);
    const std::string found = shapeOf(untold.graph().output(i));
    if (found != shapeOf(told))
      fail("the ONNX graph's output ", told.name(), " has the shape ", found, ", ", shapeOf(told), " was expected");
  }
}

}  // namespace

OnnxBuilder::OnnxBuilder(const std::string& graphName, const std::string& description, OnnxVersion version)
    : model_(std::make_unique<onnx::ModelProto>()) {
  model_->set_ir_version(version.ir);
  model_->set_producer_name("Zipper Workbench");
  model_->set_producer_version(zipper::version);
  model_->set_doc_string(description);
  auto& opset = *model_->add_opset_import();
  opset.set_domain("");
  opset.set_version(version.opset);
  model_->mutable_graph()->set_name(graphName);
}

OnnxBuilder::~OnnxBuilder() = default;

void OnnxBuilder::addInput(const std::string& name, const Shape& shape) {
  describeTensor(*model_->mutable_graph()->add_input(), name, shape);
}

void OnnxBuilder::addOutput(const std::string& name, const Shape& shape) {
  describeTensor(*model_->mutable_graph()->add_output(), name, shape);
}

void OnnxBuilder::addInitializer(const std::string& name, const Shape& shape, int type, const void* values,
                                 std::size_t size) {
  initializers_.insert(name);
  auto& tensor = *model_->mutable_graph()->add_initializer();
  tensor.set_name(name);
  tensor.set_data_type(type);
  std::size_t count = 1;
  for (const auto length : shape) {
    tensor.add_dims(length);
    count *= std::size_t(length);
  }
  tensor.set_raw_data(values, count * size);
}

void OnnxBuilder::addInitializer(const std::string& name, const Shape& shape, const float* values) {
  addInitializer(name, shape, onnx::TensorProto::FLOAT, values, sizeof *values);
}

void OnnxBuilder::addInitializer(const std::string& name, const Shape& shape, const std::uint8_t* values) {
  addInitializer(name, shape, onnx::TensorProto::UINT8, values, sizeof *values);
}

void OnnxBuilder::addInitializer(const std::string& name, const Shape& shape, const std::int32_t* values) {
  addInitializer(name, shape, onnx::TensorProto::INT32, values, sizeof *values);
}

std::string OnnxBuilder::addNode(const char* op, const std::string& name, const std::vector<std::string>& inputs,
                                 const std::vector<Attribute>& attributes, const std::string& output) {
  auto& node = *model_->mutable_graph()->add_node();
  node.set_op_type(op);
  node.set_name(name);
  for (const auto& input : inputs) node.add_input(input);
  for (const auto& attribute : attributes) setAttribute(*node.add_attribute(), attribute);
  node.add_output(output.empty() ? name : output);
  return node.output(0);
}

void OnnxBuilder::addMetadata(const std::string& key, const std::string& value) {
  auto& entry = *model_->add_metadata_props();
  entry.set_key(key);
  entry.set_value(value);
}

std::string OnnxBuilder::serialize() const {
  try {
    onnx::checker::check_model(*model_);
    checkShapes(*model_);
  } catch (const Error&) {
    throw;
  } catch (const std::exception& error) {
    fail("the ONNX model is not valid: ", error.what());
  }
  std::string bytes;
  if (!model_->SerializeToString(&bytes)) fail("the model is too large for an ONNX file (2 GiB)");
  return bytes;
}

}  // namespace zipper
