// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/web_page_writer.h"

#include <map>

#include "core/exports/graph_run.h"
#include "core/exports/rounded_weights.h"
#include "core/exports/web_page_graph.h"
#include "core/exports/web_page_parts.h"
#include "core/support/base64.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/json_reader.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

/// As a Content-Security-Policy names a script or a style that may be in the page.
std::string hashForPolicy(std::string_view text) {
  const std::string hex = sha256(text.data(), text.size());
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) bytes += char(std::stoi(hex.substr(i, 2), nullptr, 16));
  return toBase64(bytes.data(), bytes.size());
}

/// JSON in an element of a page: nothing in it ends the element. '<' stands in texts only.
std::string withoutTags(const std::string& json) {
  std::string text;
  text.reserve(json.size());
  for (const char c : json) {
    if (c == '<')
      text += "\\u003c";
    else
      text += c;
  }
  return text;
}

/// What the page calls the tasks; empty texts where the metadata doesn't say.
Json titlesOf(const InferenceGraph& graph, const ExportMetadata& metadata) {
  const auto found = metadata.find(exportTaskNamesKey);
  if (found == metadata.end()) return std::vector<std::string>(graph.tasks.size());
  const Json names = parseShallow(found->second, 2, exportTaskNamesKey);
  bool fits = names.is_array() && names.size() == graph.tasks.size();
  for (const Json& name : names) fits = fits && name.is_string();
  if (!fits)
    fail(exportTaskNamesKey, ": ", shownJson(names), " found, a list of ", graph.tasks.size(), " texts expected");
  return names;
}

/// What each task makes of the image that the page checks itself with.
Json checkedOutputs(const InferenceGraph& graph) {
  torch::NoGradGuard noGrad;
  std::vector<torch::Tensor> images;
  for (const GraphTask& task : graph.tasks) images.push_back(checkImage(task.spec.inputChannels, task.spec.inputSize));
  Json lists = Json::array();
  for (const torch::Tensor& output : runGraph(graph, images)) {
    const torch::Tensor numbers = output.flatten().to(torch::kFloat).contiguous();
    const auto* first = numbers.data_ptr<float>();
    lists.push_back(std::vector<float>(first, first + numbers.numel()));
  }
  return lists;
}

Json networkJson(const InferenceGraph& graph, const ExportMetadata& metadata, ExportPrecision precision) {
  Json json = Json::object({{"format", "zipper-web-page"}, {"version", 1}, {"precision", toString(precision)}});
  json["titles"] = titlesOf(graph, metadata);
  json.update(webPageGraphToJson(graph));
  json["check"] = checkedOutputs(graph);
  json["metadata"] = metadata;
  return json;
}

}  // namespace

torch::Tensor checkImage(int channels, int size) {
  torch::Tensor image = torch::empty({1, channels, size, size}, torch::kFloat);
  auto* numbers = image.data_ptr<float>();
  std::uint32_t state = 1;
  for (std::int64_t i = 0; i < image.numel(); ++i) {
    state = state * 1664525U + 1013904223U;
    numbers[i] = float(state >> 8) / 8388608.0f - 1.0f;
  }
  return image;
}

void writeWebPage(const fs::path& path, const InferenceGraph& graph, const ExportMetadata& metadata,
                  ExportPrecision precision) {
  if (precision == ExportPrecision::Int8) fail("a web page holds weights as float32 or float16, int8 was asked for");
  const InferenceGraph rounded = precision == ExportPrecision::Float16 ? roundedToHalf(graph) : graph;
  const WebPageParts& parts = webPageParts();
  const std::string weights = webPageWeights(rounded, precision);
  const std::map<std::string_view, std::string> texts{
      {"page_hash", hashForPolicy(parts.script)},
      {"style_hash", hashForPolicy(parts.style)},
      {"style", std::string(parts.style)},
      {"network", withoutTags(dumpJson(networkJson(rounded, metadata, precision)))},
      {"weights", toBase64(weights.data(), weights.size())},
      {"runtime", parts.runtime},
      {"page", parts.script}};
  writeFileAtomically(path, [&](FileWriter& writer) {
    std::string_view rest = parts.page;
    for (auto at = rest.find("{{"); at != std::string_view::npos; at = rest.find("{{")) {
      const auto end = rest.find("}}", at);
      writer.write(rest.data(), at);
      writer.write(texts.at(rest.substr(at + 2, end - at - 2)));
      rest.remove_prefix(end + 2);
    }
    writer.write(rest.data(), rest.size());
  });
}

}  // namespace zipper
