// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/web_page_run.h"

#include "core/exports/graph_run.h"
#include "core/exports/web_page_graph.h"
#include "core/exports/web_page_parts.h"
#include "core/support/base64.h"
#include "core/support/files.h"
#include "core/support/json_reader.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

/// What stands between the start, which is there once, and the end behind it.
std::string_view contentOf(std::string_view html, std::string_view start) {
  const auto at = html.find(start);
  const auto end = at == std::string_view::npos ? at : html.find(webPageScriptEnd, at);
  if (end == std::string_view::npos || html.find(start, end) != std::string_view::npos)
    fail("no web page that this program has exported: ", start, " was expected once");
  return html.substr(at + start.size(), end - at - start.size());
}

ExportPrecision webPagePrecision(const std::string& text) {
  const ExportPrecision precision = exportPrecisionFromString(text);
  if (precision == ExportPrecision::Int8) fail("weights as int8 found, float32 or float16 expected");
  return precision;
}

/// The part of the object that webPageGraphFromJson() takes.
Json graphPart(JsonReader& reader) {
  Json part = Json::object();
  for (const char* key : {"values", "constants", "nodes", "tasks"}) part[key] = reader.needArray(key);
  return part;
}

WebPage parsedPage(std::string_view html) {
  const Json json = parseShallow(std::string(contentOf(html, webPageNetworkStart)), 8, "its network", html.size() + 1);
  std::string format;
  int version = 0;
  WebPage page;
  JsonReader reader(json, "its network");
  reader.require("format", format);
  reader.require("version", version);
  if (format != "zipper-web-page" || version != 1)
    fail("format ", inQuotes(format), " version ", version, " found, 'zipper-web-page' version 1 expected");
  reader.need("precision");
  reader.read("precision", page.precision, &webPagePrecision);
  reader.require("titles", page.titles);
  reader.needArray("check");
  const std::string weights = fromBase64(contentOf(html, webPageWeightsStart));
  page.graph = webPageGraphFromJson(graphPart(reader), weights, page.precision);
  if (page.titles.size() != page.graph.tasks.size())
    fail(page.titles.size(), " titles found, ", page.graph.tasks.size(), " expected");
  page.metadata = parseTexts(dumpJson(reader.need("metadata")), "its metadata");
  reader.finish();
  return page;
}

}  // namespace

WebPage readWebPage(const fs::path& path) {
  const std::string html = readTextFile(path);
  try {
    return parsedPage(html);
  } catch (const Error& error) {
    fail(printable(path.string(), 4096), ": ", error.what());
  }
}

std::vector<torch::Tensor> runWebPage(const fs::path& path, const std::vector<torch::Tensor>& images) {
  torch::NoGradGuard noGrad;
  return runGraph(readWebPage(path).graph, images);
}

}  // namespace zipper
