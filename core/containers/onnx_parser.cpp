// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <limits>
#include <unordered_set>

#include "core/containers/onnx_external_data.h"
#include "core/containers/onnx_graph.h"
#include "core/containers/onnx_input.h"
#include "core/support/error.h"
#include "core/support/printable.h"

// Weights go from the file into memory as they are.
static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "ONNX files are little-endian");

namespace zipper {

namespace {

using Field = OnnxInput::Field;

constexpr std::size_t smallTensor = 64;  ///< integers that are kept of an integer tensor
constexpr std::size_t mostDimensions = 8;
/// What tensors may be larger in memory than in the file (float16 as varints).
constexpr std::int64_t mostWidened = std::int64_t(32) << 20;

/// A TensorProto as it is in the file. Source of the numbers: onnx.proto (IR version 8).
struct RawTensor {
  std::string name;
  std::vector<std::int64_t> shape;
  std::int64_t type = 0;
  torch::Tensor bytes;                          ///< uint8
  std::vector<std::int64_t> integers;           ///< the first ones of int32_data or int64_data
  bool isExternal = false;                      ///< its data are in another file
  bool isFetched = false;                       ///< and were read
  std::map<std::string, std::string> external;  ///< where: "location", "offset", "length"
};

struct ElementType {
  std::int64_t number;
  const char* name;
  torch::ScalarType type;
};
constexpr ElementType realTypes[]{{1, "float", torch::kFloat},
                                  {10, "float16", torch::kHalf},
                                  {11, "double", torch::kDouble},
                                  {16, "bfloat16", torch::kBFloat16}};
constexpr ElementType integerTypes[]{{6, "int32", torch::kInt}, {7, "int64", torch::kLong}};
constexpr ElementType quantizedTypes[]{
    {2, "uint8", torch::kByte}, {3, "int8", torch::kChar}, {6, "int32", torch::kInt}};

class Parser {
 public:
  Parser(const InputFile& file, const std::filesystem::path& folder) : input_(file), external_(folder) {}

  OnnxGraph parse() {
    input_.fields([&](const Field& field) { modelField(field); });
    if (!hasGraph_) fail("has no graph");
    std::unordered_set<std::string> initializers(graph_.initializers.begin(), graph_.initializers.end());
    auto& inputs = graph_.inputs;
    const auto isInitializer = [&](const OnnxValue& value) { return initializers.count(value.name) > 0; };
    inputs.erase(std::remove_if(inputs.begin(), inputs.end(), isInitializer), inputs.end());
    graph_.otherFiles = external_.files();
    return std::move(graph_);
  }

 private:
  void modelField(const Field& field) {
    if (field.number == 2 || field.number == 3) {
      graph_.producer += (graph_.producer.empty() ? "" : " ") + input_.text(field);
    } else if (field.number == 7) {
      hasGraph_ = true;
      input_.message(field, [&](const Field& inner) { graphField(inner); });
    } else if (field.number == 14) {
      metadata(field);
    } else {
      input_.skip(field);
    }
  }

  void metadata(const Field& entry) {
    const auto [key, value] = keyAndValue(entry);
    input_.keep(sizeof(OnnxNode));
    graph_.metadata[key] = value;
  }

  std::pair<std::string, std::string> keyAndValue(const Field& entry) {
    std::string key, value;
    input_.message(entry, [&](const Field& field) {
      if (field.number == 1)
        key = input_.text(field);
      else if (field.number == 2)
        value = input_.text(field);
      else
        input_.skip(field);
    });
    return {key, value};
  }

  void graphField(const Field& field) {
    if (field.number == 1)
      node(field);
    else if (field.number == 5)
      initializer(field);
    else if (field.number == 11)
      graph_.inputs.push_back(value(field));
    else if (field.number == 12)
      graph_.outputs.push_back(value(field));
    else if (field.number == 15)
      fail("has sparse weights, which can't be read");
    else
      input_.skip(field);
  }

  OnnxValue value(const Field& whole) {
    OnnxValue value;
    input_.keep(sizeof value);
    const auto dimension = [&](const Field& field) {
      if (field.number == 1)
        value.shape.back() = input_.integer(field);
      else
        input_.skip(field);
    };
    const auto shape = [&](const Field& field) {
      if (field.number != 1) return input_.skip(field);
      input_.keep(2 * sizeof(std::int64_t));
      value.shape.push_back(-1);
      input_.message(field, dimension);
    };
    const auto tensorType = [&](const Field& field) {
      if (field.number == 1)
        value.elementType = input_.integer(field);
      else
        field.number == 2 ? input_.message(field, shape) : input_.skip(field);
    };
    const auto type = [&](const Field& field) {
      field.number == 1 ? input_.message(field, tensorType) : input_.skip(field);
    };
    input_.message(whole, [&](const Field& field) {
      if (field.number == 1)
        value.name = input_.text(field);
      else if (field.number == 2)
        input_.message(field, type);
      else
        input_.skip(field);
    });
    return value;
  }

  void node(const Field& whole) {
    OnnxNode node;
    input_.keep(sizeof node);
    input_.message(whole, [&](const Field& field) {
      if (field.number == 1)
        node.inputs.push_back(input_.text(field));
      else if (field.number == 2)
        node.outputs.push_back(input_.text(field));
      else if (field.number == 3)
        node.name = input_.text(field);
      else if (field.number == 4)
        node.op = input_.text(field);
      else if (field.number == 5)
        attribute(field, node);
      else
        input_.skip(field);
    });
    if (node.op != "Constant")
      graph_.nodes.push_back(std::move(node));
    else if (node.outputs.size() == 1)
      addConstant(node);
  }

  /// A Constant holds a tensor, a number or a list of them.
  void addConstant(OnnxNode& node) {
    if (node.constant) return addTensor(node.outputs.front(), std::move(*node.constant));
    for (const auto& [name, attribute] : node.attributes) {
      OnnxTensor tensor;
      if (name == "value_float" && attribute.real) tensor.values = torch::full({}, *attribute.real);
      if (name == "value_floats" && !attribute.reals.empty()) tensor.values = torch::tensor(attribute.reals);
      if (name == "value_int" && attribute.integer) tensor.integers = {*attribute.integer};
      if (name == "value_ints") tensor.integers = attribute.integers;
      if (tensor.values.defined()) tensor.shape = tensor.values.sizes().vec();
      if (name == "value_ints") tensor.shape = {std::int64_t(tensor.integers.size())};
      if (tensor.values.defined() || !tensor.integers.empty())
        return addTensor(node.outputs.front(), std::move(tensor));
    }
  }

  void attribute(const Field& whole, OnnxNode& node) {
    OnnxAttribute attribute;
    std::string name;
    input_.keep(2 * sizeof attribute);
    input_.message(whole, [&](const Field& field) {
      if (field.number == 1) {
        name = input_.text(field);
      } else if (field.number == 2) {
        attribute.real = input_.real(field);
      } else if (field.number == 3) {
        attribute.integer = input_.integer(field);
      } else if (field.number == 4) {
        attribute.text = input_.text(field);
      } else if (field.number == 5) {
        node.constant = tensorOf(tensor(field));
      } else if (field.number == 8) {
        input_.integers(field, attribute.integers, smallTensor);
      } else if (field.number == 7) {
        input_.reals(field, attribute.reals, smallTensor);
      } else {
        input_.skip(field);
      }
    });
    node.attributes[name] = attribute;
  }

  void initializer(const Field& field) {
    RawTensor raw = tensor(field);
    const std::string name = raw.name;
    graph_.initializers.push_back(name);
    addTensor(name, tensorOf(std::move(raw)));
  }

  RawTensor tensor(const Field& whole) {
    RawTensor raw;
    input_.keep(2 * sizeof(OnnxTensor));
    input_.message(whole, [&](const Field& field) { tensorField(raw, field); });
    return raw;
  }

  void tensorField(RawTensor& raw, const Field& field) {
    switch (field.number) {
      case 1:
        return input_.integers(field, raw.shape, mostDimensions + 1);
      case 2:
        raw.type = input_.integer(field);
        return;
      case 5:
        return widened(raw, field);
      case 7:
        return input_.integers(field, raw.integers, smallTensor + 1);
      case 8:
        raw.name = input_.text(field);
        return;
      case 4:   // float_data
      case 9:   // raw_data
      case 10:  // double_data
        return data(raw, field);
      case 13:
        return externalData(raw, field);
      case 14:  // data_location
        raw.isExternal = input_.integer(field) == 1 || raw.isExternal;
        return;
      default:
        return input_.skip(field);
    }
  }

  void data(RawTensor& raw, const Field& field) {
    if (field.wire != OnnxInput::Wire::Bytes || raw.bytes.defined())
      fail("tensor '", printable(raw.name), "': its data are in several pieces");
    const int count = input_.length(field);
    raw.bytes = torch::empty({count}, torch::kByte);
    input_.bytes(raw.bytes.data_ptr(), count);
  }

  /// int32_data: integers, or 16-bit floating-point numbers as their bits.
  void widened(RawTensor& raw, const Field& field) {
    if (field.wire != OnnxInput::Wire::Bytes) return input_.integers(field, raw.integers, smallTensor + 1);
    if (raw.bytes.defined()) fail("tensor '", printable(raw.name), "': its data are in several pieces");
    std::vector<std::uint16_t> bits;
    input_.packed(field, [&](std::uint64_t value) {
      if (++widened_ > mostWidened / std::int64_t(2 * sizeof(std::uint16_t)))
        fail("tensor '", printable(raw.name), "': too many numbers in int32_data; raw_data was expected");
      bits.push_back(std::uint16_t(value));
      if (raw.integers.size() <= smallTensor) raw.integers.push_back(std::int64_t(std::int32_t(std::uint32_t(value))));
    });
    raw.bytes = torch::empty({std::int64_t(bits.size() * 2)}, torch::kByte);
    std::copy(bits.begin(), bits.end(), static_cast<std::uint16_t*>(raw.bytes.data_ptr()));
  }

  void externalData(RawTensor& raw, const Field& field) {
    const auto [key, value] = keyAndValue(field);
    raw.isExternal = true;
    if (!raw.external.emplace(key, value).second)
      fail("tensor '", printable(raw.name), "': two values of '", printable(key), "' for its data in another file");
  }

  void addTensor(const std::string& name, OnnxTensor tensor) {
    if (!graph_.tensors.emplace(name, std::move(tensor)).second)
      fail("tensor '", printable(name), "': there are two of this name");
  }

  OnnxTensor tensorOf(RawTensor raw) {
    OnnxTensor tensor;
    tensor.shape = raw.shape;
    const std::int64_t count = numbersOf(raw);
    for (const auto& type : realTypes)
      if (raw.type == type.number) tensor.values = valuesOf(fetched(raw, count, type), count, type);
    for (const auto& type : quantizedTypes)
      if (raw.type == type.number) tensor.quantized = quantizedOf(fetched(raw, count, type), count, type);
    for (const auto& type : integerTypes)
      if (raw.type == type.number && count <= std::int64_t(smallTensor))
        tensor.integers = integersOf(fetched(raw, count, type), count, type);
    return tensor;
  }

  /// With its data, wherever they are.
  const RawTensor& fetched(RawTensor& raw, std::int64_t count, const ElementType& type) {
    if (!raw.isExternal || raw.isFetched) return raw;
    if (raw.bytes.defined()) fail("tensor '", printable(raw.name), "': its data are here and in another file");
    try {
      const auto size = std::uint64_t(count) * std::uint64_t(c10::elementSize(type.type));
      const OnnxExternalData::Place place = external_.placeOf(raw.external, size);
      raw.bytes = torch::empty({std::int64_t(size)}, torch::kByte);
      external_.read(place, raw.bytes.data_ptr(), size);
      raw.isFetched = true;
    } catch (const std::exception&) {
      fail("tensor '", printable(raw.name), "': ", describeCurrentException());
    }
    return raw;
  }

  static std::int64_t numbersOf(const RawTensor& raw) {
    const auto start = [&] { return concat("tensor '", printable(raw.name), "': "); };
    if (raw.shape.size() > mostDimensions) fail(start(), "has more than ", mostDimensions, " dimensions");
    std::int64_t count = 1;
    for (const std::int64_t size : raw.shape) {
      if (size < 0) fail(start(), "a size of its shape is ", size);
      if (size > std::numeric_limits<int>::max()) fail(start(), "its shape is too large");
      if (size > 0 && count > std::numeric_limits<int>::max() / size) fail(start(), "its shape is too large");
      count *= size;
    }
    return count;
  }

  static torch::Tensor valuesOf(const RawTensor& raw, std::int64_t count, const ElementType& type) {
    const std::int64_t wanted = count * std::int64_t(c10::elementSize(type.type));
    const std::int64_t found = raw.bytes.defined() ? raw.bytes.numel() : 0;
    if (found != wanted)
      fail("tensor '", printable(raw.name), "': ", found, " bytes of data, ", wanted, " were expected for ", count,
           " numbers of type ", type.name);
    if (count == 0) return torch::empty(raw.shape, type.type);
    return raw.bytes.view(type.type).reshape(raw.shape);
  }

  static std::vector<std::int64_t> integersOf(const RawTensor& raw, std::int64_t count, const ElementType& type) {
    if (count > std::int64_t(smallTensor)) return {};
    if (raw.integers.size() == std::size_t(count)) return raw.integers;
    const std::int64_t wanted = count * std::int64_t(c10::elementSize(type.type));
    if (count == 0 || !raw.bytes.defined() || raw.bytes.numel() != wanted) return {};
    const auto values = raw.bytes.view(type.type).to(torch::kLong);
    return {values.data_ptr<std::int64_t>(), values.data_ptr<std::int64_t>() + count};
  }

  /// Undefined where the data don't fit: these are numbers of use to quantized networks alone.
  static torch::Tensor quantizedOf(const RawTensor& raw, std::int64_t count, const ElementType& type) {
    const std::int64_t found = raw.bytes.defined() ? raw.bytes.numel() : 0;
    const std::int64_t size = std::int64_t(c10::elementSize(type.type));
    if (count == 0) return {};
    if (found == count * size) return raw.bytes.view(type.type).reshape(raw.shape);
    // Of int32_data, 16 bits of each number are kept.
    if (size == 1 && found == 2 * count) return raw.bytes.view(torch::kShort).to(type.type).reshape(raw.shape);
    if (raw.integers.size() != std::size_t(count)) return {};
    return torch::tensor(raw.integers, torch::kLong).to(type.type).reshape(raw.shape);
  }

  OnnxInput input_;
  OnnxExternalData external_;
  OnnxGraph graph_;
  bool hasGraph_ = false;
  std::int64_t widened_ = 0;
};

}  // namespace

OnnxGraph parseOnnx(const InputFile& file, const std::filesystem::path& folder) { return Parser(file, folder).parse(); }

}  // namespace zipper
