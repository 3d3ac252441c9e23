// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/file_kind.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "core/containers/input_file.h"
#include "core/containers/zip_archive.h"
#include "core/models/folder_kind.h"
#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

using namespace std::string_view_literals;

struct Signature {
  std::size_t offset;
  std::string_view bytes;
  const char* description;
};

constexpr const char* pickle = "a Python pickle that is no PyTorch file; save a state dict with torch.save";
constexpr const char* engine =
    "a TensorRT engine, which is made for one GPU and keeps no weights that could be read; open the ONNX that it was "
    "built from";
constexpr const char* archive = "an archive; unpack it and open the network in it";
constexpr const char* executorch =
    "an ExecuTorch program, which is made to be run; open the PyTorch checkpoint that it was made from";

constexpr std::array<Signature, 32> signatures{{
    {0, "version https://git-lfs.github.com/spec/"sv,
     "a Git LFS pointer, which only stands for the file; fetch the file itself with: git lfs pull"},
    {0, "PK\x05\x06"sv, "an empty ZIP archive"},
    {0, "\x80\x02"sv, pickle},
    {0, "\x80\x03"sv, pickle},
    {0, "\x80\x04"sv, pickle},
    {0, "\x80\x05"sv, pickle},
    {4, "TFL3"sv, "a TensorFlow Lite model"},
    {4, "ET12"sv, executorch},
    {4, "ET13"sv, executorch},
    {0, "GGUF"sv, "a GGUF file, the format of llama.cpp, which holds no MobileNet that is known"},
    {0, "ftrt"sv, engine},
    {0, "ptrt"sv, engine},
    {0, "7767517\n"sv, "the description of an ncnn network; open the network that it was made from"},
    {0, "\x89HDF\r\n\x1a\n"sv, "a damaged HDF5 file"},
    {0, "\x93NUMPY"sv, "a NumPy array"},
    {0, "MATLAB 5.0 MAT-file"sv, "a MATLAB file"},
    {0, "\x1f\x8b"sv, "a gzip archive; unpack it first"},
    {0, "BZh"sv, "a bzip2 archive; unpack it first"},
    {0, "\xfd\x37zXZ\0"sv, "an xz archive; unpack it first"},
    {0, "\x28\xb5\x2f\xfd"sv, "a zstd archive; unpack it first"},
    {0, "7z\xbc\xaf\x27\x1c"sv, archive},
    {0, "Rar!\x1a\x07"sv, archive},
    {257, "ustar"sv, archive},
    {0, "\x89PNG"sv, "a PNG image"},
    {0, "\xff\xd8\xff"sv, "a JPEG image"},
    {0, "GIF8"sv, "a GIF image"},
    {8, "WEBP"sv, "a WebP image"},
    {0, "II*\0"sv, "a TIFF image"},
    {0, "MM\0*"sv, "a TIFF image"},
    {0, "%PDF"sv, "a PDF document"},
    {0, "SQLite format 3"sv, "an SQLite database"},
    {0,
     "\x7f"
     "ELF"sv,
     "a program or library"},
}};

bool isText(const std::string& bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20 && byte != 0x7f) || c == '\n' || c == '\r' || c == '\t' || c == '\f';
  });
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

bool isWebPage(const std::string& start) {
  return beginsWith(start, "<!DOCTYPE html") || beginsWith(start, "<!doctype html") || beginsWith(start, "<html");
}

/// An exported page says what it is where its network begins, behind its style.
std::string describeWebPage(const fs::path& path) {
  constexpr std::size_t most = std::size_t(1) << 16;
  if (holds(InputFile(path, "a network").beginning(most), "{\"format\":\"zipper-web-page\""))
    return "a web page that Zipper Workbench exported, which is made to be opened in a browser; open the session, or "
           "another export of it";
  return "a web page; the download gave a page instead of the file";
}

/// What the texts are that networks are described in.
std::string describeText(const std::string& text) {
  if (holds(text, "\"modelTopology\"") || holds(text, "\"weightsManifest\"") ||
      holds(text, "\"format\":\"layers-model\"") || holds(text, "\"format\":\"graph-model\""))
    return "a TensorFlow.js model; convert it with tf2onnx: python3 -m tf2onnx.convert --tfjs model.json --output "
           "MODEL.onnx";
  const bool isCaffe = holds(text, "layer {") || holds(text, "layers {") || holds(text, "layer{");
  if (isCaffe && (holds(text, "type:") || holds(text, "bottom:") || holds(text, "top:")))
    return "the description of a Caffe network (prototxt), which holds no weights; convert it and its .caffemodel to "
           "ONNX";
  if (holds(text, "<net ") && holds(text, "<layer"))
    return "the description of an OpenVINO network; open the network that it was made from";
  if (holds(text, "[convolutional]") || holds(text, "[net]"))
    return "the description of a Darknet network; convert it and its weights to ONNX";
  if (holds(text, "\"class_name\"") && holds(text, "\"config\""))
    return "the description of a Keras network, which holds no weights; save the model with model.save(\"NAME.h5\")";
  if (holds(text, "\"weight_map\""))
    return "the index of a network in several files; save it as one: "
           "model.save_pretrained(FOLDER, max_shard_size=\"10GB\")";
  if (holds(text, "\"model_type\"") || holds(text, "\"architectures\""))
    return "the configuration of a Hugging Face network; open the model.safetensors or pytorch_model.bin beside it";
  return "text";
}

/// A field of a protobuf message at the beginning of some bytes, which may be cut off.
struct ProtobufField {
  std::uint64_t number = 0, wire = 0, value = 0;  ///< value: of a number, or how many bytes follow
  std::string_view content;                       ///< as much as there is
};

bool takeVarint(std::string_view& bytes, std::uint64_t& value) {
  value = 0;
  for (int shift = 0; shift < 63 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= std::uint64_t(byte & 127) << shift;
    if (byte < 128) return true;
  }
  return false;
}

/// False if the bytes end, or are none of protobuf.
bool takeField(std::string_view& bytes, ProtobufField& field) {
  std::uint64_t tag = 0;
  if (!takeVarint(bytes, tag) || tag >> 3 == 0) return false;
  field = {tag >> 3, tag & 7, 0, {}};
  if (field.wire == 0) return takeVarint(bytes, field.value);
  if (field.wire == 5 || field.wire == 1) {
    const std::size_t size = field.wire == 5 ? 4 : 8;
    if (bytes.size() < size) return false;
    bytes.remove_prefix(size);
    return true;
  }
  if (field.wire != 2 || !takeVarint(bytes, field.value)) return false;
  field.content = bytes.substr(0, std::size_t(std::min<std::uint64_t>(field.value, bytes.size())));
  bytes.remove_prefix(field.content.size());
  return true;
}

bool isName(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && static_cast<unsigned char>(c) < 0x7f; });
}

constexpr const char* savedModel =
    "a TensorFlow SavedModel (saved_model.pb), whose weights lie beside it; convert the folder with tf2onnx: python3 "
    "-m "
    "tf2onnx.convert --saved-model FOLDER --output MODEL.onnx";

/// Message in message without a signature: told by what has to be in which field. Empty: none that is known.
std::string describeProtobuf(std::string_view bytes, const fs::path& path) {
  ProtobufField first, second, inner;
  if (!takeField(bytes, first)) return "";
  if (first.number == 1 && first.wire == 0) {
    if (!takeField(bytes, second) || second.number != 2 || second.wire != 2) return "";
    std::string_view content = second.content;
    if (path.filename().string().find("saved_model") != std::string::npos) return savedModel;
    // Core ML: a description, which begins with an input, which begins with its name.
    if (takeField(content, inner) && inner.number == 1 && !inner.content.empty() && inner.content.front() == '\x0a')
      return "a Core ML model; open the network that it was converted from";
    // SavedModel: a graph with its meta information, which begins with the operators it uses.
    return first.value == 1 ? savedModel : "";
  }
  if (first.number != 1 || first.wire != 2) return "";
  // A frozen graph: a node, which begins with its name and its operator.
  std::string_view content = first.content;
  if (takeField(content, inner) && inner.number == 1 && inner.wire == 2 && isName(inner.content) &&
      takeField(content, second) && second.number == 2 && isName(second.content))
    return "a TensorFlow graph (a frozen .pb); convert it with tf2onnx: python3 -m tf2onnx.convert --graphdef GRAPH.pb "
           "--inputs input:0 --outputs MobilenetV1/Predictions/Reshape_1:0 --output MODEL.onnx";
  // Caffe: the name of the network, then its layers.
  const bool isLayer = takeField(bytes, second) && second.wire == 2 && (second.number == 100 || second.number == 2);
  if (isName(first.content) && isLayer) return "a Caffe network (.caffemodel); convert it and its prototxt to ONNX";
  return "";
}

std::string describeZip(const fs::path& path) {
  std::vector<std::string> names;
  try {
    const InputFile file(path, "a ZIP archive");
    const ZipArchive archive(file);  // named: its entries must outlive the loop
    for (const ZipEntry& entry : archive.entries()) names.push_back(entry.name);
  } catch (const Error&) {
    return "a damaged ZIP archive";
  }
  const auto has = [&](std::string_view part) {
    return std::any_of(names.begin(), names.end(), [&](const auto& name) { return holds(name, part); });
  };
  if (has("lesson.json") && has("session.zipper"))
    return "a lesson; the workbench opens it, and zipper lesson unpack writes the session in it";
  if (has("saved_model.pb"))
    return "a ZIP archive of a TensorFlow SavedModel; unpack it and convert the folder with tf2onnx: python3 -m "
           "tf2onnx.convert --saved-model FOLDER --output MODEL.onnx";
  if (has("com.apple.CoreML")) return "a ZIP archive of a Core ML model; open the network that it was converted from";
  if (has("serialized_exported_program.json") || has("archive_format") || has("models/model.json"))
    return "a program of torch.export (.pt2); save its weights, in Python: torch.save(torch.export.load('MODEL.pt2')"
           ".state_dict, 'MODEL.pth')";
  if (has("data.pkl")) return "a PyTorch archive with something missing";
  if (!names.empty() &&
      std::all_of(names.begin(), names.end(), [](const auto& name) { return fs::path(name).extension() == ".npy"; }))
    return "NumPy arrays (.npz)";
  std::string first;
  for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 2); ++i)
    first += concat(i > 0 ? ", " : "", "'", printable(names[i], 60), "'");
  return concat(
      "a ZIP archive of ", names.size(), names.size() == 1 ? " file" : " files", " (", first,
      names.size() > 2 ? ", ...); unpack it and open the network in it" : "); unpack it and open the network in it");
}

}  // namespace

std::string describeContent(const fs::path& path) {
  std::error_code code;
  if (fs::is_directory(path, code)) return describeFolder(path);
  const std::string start = InputFile(path, "a network").beginning(4096);
  if (start.empty()) return "nothing (it is empty)";
  if (start.compare(0, 4, "PK\x03\x04") == 0) return describeZip(path);
  for (const auto& signature : signatures)
    if (start.size() >= signature.offset &&
        start.compare(signature.offset, signature.bytes.size(), signature.bytes) == 0)
      return signature.description;
  if (isWebPage(start)) return describeWebPage(path);
  if (isText(start)) return describeText(start);
  const std::string message = describeProtobuf(start, path);
  return message.empty() ? unknownContent : message;
}

}  // namespace zipper
