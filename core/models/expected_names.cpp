// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/expected_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/network/mobilenet_v3.h"
#include "core/network/plan.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

/// Where a layer lies, in the words of the templates.
struct LayerPlace {
  int layer = 0;                                ///< from 1 on; 0: before the first
  int stage = 0, block = 0;                     ///< from 0 on
  int depthwise = 0, squeeze = 0, project = 0;  ///< of a V3: the places of the parts of its block, from 0 on
};

/// How many layers each stage of blocks has.
std::vector<int> stageSizes(Architecture architecture) {
  switch (architecture) {
    case Architecture::MobileNetV1:
      return {1, 2, 2, 6, 2};
    case Architecture::MobileNetV2:
      return {1, 2, 3, 4, 3, 3, 1};
    case Architecture::MobileNetV3Large:
      return {1, 2, 3, 4, 2, 3, 1};
    case Architecture::MobileNetV3Small:
      return {1, 2, 3, 2, 3, 1};
  }
  return {};
}

/// A block is [expand,] depthwise, [squeeze-and-excite,] project.
void placeParts(LayerPlace& place, const NamingScheme& scheme) {
  if (!isV3(scheme.architecture) || place.layer < 1 || place.layer > blocksOfV3(scheme.architecture)) return;
  place.depthwise = place.layer > 1 || scheme.firstExpand != FirstExpand::Never ? 1 : 0;
  place.squeeze = place.depthwise + 1;
  place.project = place.squeeze + (squeezesInV3(scheme.architecture, place.layer - 1) ? 1 : 0);
}

LayerPlace placeOf(int layer, const NamingScheme& scheme) {
  LayerPlace place;
  place.layer = layer;
  placeParts(place, scheme);
  int first = 1;
  for (const int blocks : stageSizes(scheme.architecture)) {
    if (layer < first + blocks) {
      place.block = layer - first;
      return place;
    }
    first += blocks;
    ++place.stage;
  }
  return place;
}

void replaceAll(std::string& text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

std::string filled(std::string text, const LayerPlace& place) {
  const std::array<std::pair<const char*, int>, 13> values{{{"{i}", place.layer},
                                                            {"{i-1}", place.layer - 1},
                                                            {"{i-2}", place.layer - 2},
                                                            {"{2i-2}", 2 * place.layer - 2},
                                                            {"{2i-1}", 2 * place.layer - 1},
                                                            {"{stage}", place.stage},
                                                            {"{stage+1}", place.stage + 1},
                                                            {"{stage+2}", place.stage + 2},
                                                            {"{block}", place.block},
                                                            {"{block+1}", place.block + 1},
                                                            {"{depthwise}", place.depthwise},
                                                            {"{squeeze}", place.squeeze},
                                                            {"{project}", place.project}}};
  if (text.find('{') == std::string::npos) return text;
  for (const auto& [mark, value] : values) replaceAll(text, mark, std::to_string(value));
  return text;
}

/// "a|b" -> "a", "b"
std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  for (std::size_t end = 0; end != std::string::npos; at = end + 1) {
    end = text.find('|', at);
    parts.push_back(text.substr(at, end - at));
  }
  return parts;
}

/// "a/|b/", "gamma" -> "a/gamma|b/gamma"
std::string withEnd(const std::string& text, const char* end) {
  std::string result;
  for (const std::string& part : split(text)) result += (result.empty() ? "" : "|") + part + end;
  return result;
}

/// "conv1/kernel" -> "conv1/bias"
std::string withLeaf(const std::string& name, const char* leaf) {
  return name.substr(0, name.find_last_of("./") + 1) + leaf;
}

/// Makes the names of one scheme.
class NameWriter {
 public:
  NameWriter(const NamingScheme& scheme, std::string task) : scheme_(scheme), task_(std::move(task)) {}

  std::vector<ExpectedName> write() {
    for (const UnitPlan& unit : unitsOf(widestSpec(scheme_)))
      if (unit.kind != UnitKind::Head) addUnit(unit);
    for (const auto& [canonical, text] : {std::pair{"hidden.1.weight", scheme_.hiddenWeight},
                                          {"hidden.1.bias", scheme_.hiddenBias},
                                          {"head.weight", scheme_.headWeight},
                                          {"head.bias", scheme_.headBias}})
      if (text != nullptr) names_.push_back(expected(canonical, text, {}));
    return std::move(names_);
  }

  static const UnitNames& namesOf(const NamingScheme& scheme, const UnitPlan& unit, const LayerPlace& place) {
    const std::string role = unit.role();
    for (const RoleNames& names : scheme.units) {
      if (names.role == nullptr || role != names.role) continue;
      if (names.layers == NamedLayers::First && place.layer != 1) continue;
      if (names.layers == NamedLayers::StartOfStage && place.block != 0) continue;
      return names.names;
    }
    return scheme.stem;
  }

 private:
  ExpectedName expected(const std::string& canonical, const std::string& text, const LayerPlace& place) {
    ExpectedName name{canonical, {}};
    const auto add = [&](std::string alternative, const std::string& end) {
      replaceAll(alternative, "{task}", end);
      const auto& all = name.alternatives;
      if (std::find(all.begin(), all.end(), alternative) == all.end()) name.alternatives.push_back(alternative);
    };
    const std::vector<std::string> parts = split(filled(text, place));
    for (const std::string& alternative : parts) add(alternative, task_);
    for (const std::string& alternative : parts) add(alternative, "");
    return name;
  }

  void addUnit(const UnitPlan& unit) {
    const LayerPlace place = placeOf(unit.layer, scheme_);
    const UnitNames& texts = namesOf(scheme_, unit, place);
    const Framework& leaves = *scheme_.framework;
    names_.push_back(expected(unit.name + ".conv.weight", texts.weight, place));
    if (!unit.normalizes()) {
      names_.push_back(expected(unit.name + ".bias", withEnd(texts.bn, leaves.bias), place));
      return;
    }
    ExpectedName bias = names_.back();
    bias.canonical = unit.name + ".conv.bias";
    for (std::string& alternative : bias.alternatives) alternative = withLeaf(alternative, leaves.bias);
    names_.push_back(bias);
    for (const auto& [leaf, own] : {std::pair{".bn.weight", leaves.gamma},
                                    {".bn.bias", leaves.beta},
                                    {".bn.running_mean", leaves.mean},
                                    {".bn.running_var", leaves.variance}})
      names_.push_back(expected(unit.name + leaf, withEnd(texts.bn, own), place));
  }

  const NamingScheme& scheme_;
  const std::string task_;
  std::vector<ExpectedName> names_;
};

}  // namespace

MobileNetSpec widestSpec(const NamingScheme& scheme) {
  MobileNetSpec spec;
  spec.architecture = scheme.architecture;
  spec.expandFirst = scheme.firstExpand != FirstExpand::Never;
  if (scheme.squeezeExcites == SqueezeExcites::Any) {
    spec.channels = channelsOfV3(spec.architecture, spec.width, false);
    for (std::size_t squeezed = 2; squeezed + 1 < spec.channels.size(); squeezed += 3)
      spec.channels[squeezed] = std::max(spec.channels[squeezed], 1);
  }
  return spec;
}

std::vector<ExpectedName> expectedNames(const NamingScheme& scheme, const std::string& task) {
  return NameWriter(scheme, task).write();
}

std::size_t headNamesOf(const NamingScheme& scheme) {
  std::size_t count = 0;
  for (const char* name : {scheme.hiddenWeight, scheme.hiddenBias, scheme.headWeight, scheme.headBias})
    count += name == nullptr ? 0 : 1;
  return count;
}

std::vector<std::size_t> unitStarts(const std::vector<ExpectedName>& names, const NamingScheme& scheme) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (endsWith(names[i].canonical, ".conv.weight")) starts.push_back(i);
  starts.push_back(names.size() - headNamesOf(scheme));
  return starts;
}

bool isSqueezeExcite(const std::string& canonical) {
  return canonical.find(".squeeze.") != std::string::npos || canonical.find(".excite.") != std::string::npos;
}

bool endsWithAlternative(const std::string& name, const char* text) {
  const std::vector<std::string> parts = split(text);
  return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) { return endsWith(name, part); });
}

std::vector<std::string> anchorTemplates(const NamingScheme& scheme) {
  std::vector<UnitPlan> units = unitsOf(widestSpec(scheme));
  const auto isDepthwise = [](const UnitPlan& unit) { return unit.kind == UnitKind::Depthwise; };
  const UnitPlan depthwise = *std::find_if(units.begin(), units.end(), isDepthwise);
  units.pop_back();  // the head
  std::vector<std::string> anchors;
  for (const UnitPlan& unit : {units.front(), depthwise, units.back()}) {
    const LayerPlace place = placeOf(unit.layer, scheme);
    for (const std::string& anchor : split(filled(NameWriter::namesOf(scheme, unit, place).weight, place)))
      anchors.push_back(anchor);
  }
  return anchors;
}

}  // namespace zipper
