// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/keras_weights.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/containers/hdf5_tensor.h"
#include "core/containers/keras_order.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr int deepestGroup = 16;
constexpr int maximumGroups = 5000;
constexpr std::size_t maximumPath = 2000;
constexpr std::size_t maximumVariables = 1000;

/// A layer with weights, as it stands in the file.
struct Layer {
  std::string path;    ///< "layers/conv2d_1", for messages
  std::string kind;    ///< "conv2d"
  std::string name;    ///< "conv_pw_1"
  std::string model;   ///< the names of the models that it lies in, each with a slash behind it
  bool named = false;  ///< by the file or the config, otherwise than after its class
  std::uint64_t variables = 0;
};

/// "conv2d_12" -> "conv2d", 12; "conv2d" -> "conv2d", 0.
std::pair<std::string, int> kindAndNumber(const std::string& name) {
  const std::size_t line = name.rfind('_');
  const bool numbered = line != std::string::npos && line + 1 < name.size() && name.size() - line <= 7 &&
                        name.find_first_not_of("0123456789", line + 1) == std::string::npos;
  return numbered ? std::pair{name.substr(0, line), std::stoi(name.substr(line + 1))} : std::pair{name, 0};
}

/// What Keras calls the variables of a layer, in their order; empty for layers that no MobileNet has.
std::vector<std::string> variablesOf(const std::string& kind, std::size_t count) {
  if (kind == "conv2d" || kind == "dense") return {"kernel", "bias"};
  if (kind == "depthwise_conv2d") return {"depthwise_kernel", "bias"};
  if (kind == "batch_normalization" && count == 4) return {"gamma", "beta", "moving_mean", "moving_variance"};
  return {};
}

class WeightsReader {
 public:
  WeightsReader(Hdf5File& file, TensorFile& result) : file_(file), result_(result) {}

  bool read(const KerasLayers& config) {
    collect(file_.root(), {"", "", ""}, &config, 0);
    if (layers_.empty()) return false;
    nameByOrder();
    std::set<std::string> names;
    bool twice = false;
    for (const Layer& layer : layers_) twice = !names.insert(layer.name).second || twice;
    for (const Layer& layer : layers_) readLayer(layer, (twice ? layer.model : "") + layer.name);
    return true;
  }

 private:
  struct Place {
    std::string path, kind, model;
  };

  /// Goes through a group: its own variables first, then what lies in it. Recursion ends at `deepestGroup`.
  void collect(std::uint64_t group, const Place& place, const KerasLayers* config, int depth) {
    if (depth > deepestGroup || ++groups_ > maximumGroups || place.path.size() > maximumPath)
      fail("'", printable(place.path), "': its groups are deeper or more than those of a network, or go in circles");
    for (const std::string& name : file_.names(group)) {
      if (name == "vars" || (depth == 0 && name == "optimizer") || name == "seed_generator") continue;
      const std::uint64_t object = *file_.find(group, name);
      if (!file_.isGroup(object)) continue;
      const Place inner{place.path.empty() ? name : place.path + "/" + name, "", place.model};
      if (name == "layers" || name == "_layer_checkpoint_dependencies")
        collectList(object, inner, config, depth + 1);
      else
        collectLayer(object, inner, name, nullptr, depth + 1);
    }
  }

  /// The layers of a model: called after their classes, and numbered in each class.
  void collectList(std::uint64_t group, const Place& place, const KerasLayers* config, int depth) {
    struct Member {
      std::string kind;
      int number;
      std::string name;
      const KerasLayer* layer;
      std::size_t rank;  ///< in the order of the model if it is known, else in that of the classes
    };
    std::vector<Member> members;
    for (const std::string& name : file_.names(group)) {
      const auto [kind, number] = kindAndNumber(name);
      members.push_back({kind, number, name, nullptr, 0});
    }
    std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
      return std::tie(a.kind, a.number, a.name) < std::tie(b.kind, b.number, b.name);
    });
    std::size_t within = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
      within = i > 0 && members[i - 1].kind == members[i].kind ? within + 1 : 0;
      if (config != nullptr) members[i].layer = layerOf(*config, members[i].kind, within);
      members[i].rank =
          members[i].layer == nullptr ? members.size() + i : std::size_t(members[i].layer - config->all.data());
    }
    std::stable_sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.rank < b.rank; });
    for (const Member& member : members) {
      const auto object = file_.find(group, member.name);
      if (object && file_.isGroup(*object))
        collectLayer(*object, {place.path + "/" + member.name, member.kind, place.model}, member.name, member.layer,
                     depth);
    }
  }

  /// The layer of that class which comes after `before` others of it, or null.
  static const KerasLayer* layerOf(const KerasLayers& config, const std::string& kind, std::size_t before) {
    const auto found = config.places.find({kind, before});
    return found == config.places.end() ? nullptr : &config.all[found->second];
  }

  void collectLayer(std::uint64_t group, const Place& place, const std::string& groupName, const KerasLayer* config,
                    int depth) {
    std::string name = groupName;
    std::string kind = place.kind.empty() ? kindAndNumber(groupName).first : place.kind;
    if (config != nullptr && !config->name.empty()) name = config->name;
    const auto variables = file_.find(group, "vars");
    if (variables && file_.isGroup(*variables)) {
      const auto own = file_.texts(*variables, "name");
      if (own && !own->empty() && !own->front().empty()) name = own->front();
      const std::size_t count = file_.names(*variables).size();
      // An attribute of a class that somebody derived from Model: the layer's automatic name has its class.
      if (variablesOf(kind, count).empty()) kind = kindAndNumber(name).first;
      if (count > 0)
        layers_.push_back({place.path, kind, name, place.model, kindAndNumber(name).first != kind, *variables});
    }
    collect(group, {place.path, "", place.model + name + "/"}, config == nullptr ? nullptr : &config->layers, depth);
  }

  /// Names of one of Keras's MobileNets for layers that have none, if they are as many as it has.
  void nameByOrder() {
    std::map<std::string, std::vector<Layer*>> byKind;
    for (Layer& layer : layers_) byKind[layer.kind].push_back(&layer);
    std::vector<KerasOrder> orders = kerasOrdersOfV3();
    orders.insert(orders.begin(), {kerasOrderOfV1(), kerasOrderOfV2()});
    for (const KerasOrder& order : orders) {
      if (!fits(order, byKind)) continue;
      for (const auto& [kind, names] : order.names)
        for (std::size_t i = 0; i < byKind[kind].size(); ++i)
          byKind[kind][i]->name = i < names.size() ? names[i] : order.head[i - names.size()];
      result_.notes.push_back(
          concat("the file doesn't tell the names of its layers; as many of each kind as in Keras's ", order.title,
                 " were taken for them in their order"));
      return;
    }
  }

  /// As many layers of each kind, perhaps with the convolutions of the head, and none with a name of its own.
  static bool fits(const KerasOrder& order, std::map<std::string, std::vector<Layer*>>& byKind) {
    for (const auto& [kind, names] : order.names) {
      const std::vector<Layer*>& layers = byKind[kind];
      const bool hasHead = kind == "conv2d" && layers.size() == names.size() + order.head.size();
      if (layers.size() != names.size() && !hasHead) return false;
      if (std::any_of(layers.begin(), layers.end(), [](const Layer* layer) { return layer->named; })) return false;
    }
    return true;
  }

  void readLayer(const Layer& layer, const std::string& name) {
    std::vector<std::string> numbers = file_.names(layer.variables);
    if (numbers.size() > maximumVariables) fail("'", printable(layer.path), "' has ", numbers.size(), " variables");
    std::sort(numbers.begin(), numbers.end(), [](const std::string& a, const std::string& b) {
      return std::pair{a.size(), a} < std::pair{b.size(), b};
    });
    const std::vector<std::string> known = variablesOf(layer.kind, numbers.size());
    for (const std::string& number : numbers) {
      const std::size_t index = number.size() == 1 ? std::size_t(number[0] - '0') : known.size();
      try {
        readVariable(layer, number, name + "/" + (index < known.size() ? known[index] : number));
      } catch (const std::exception&) {
        fail("'", printable(layer.path), "/vars/", printable(number), "' (", printable(name),
             "): ", describeCurrentException());
      }
    }
  }

  void readVariable(const Layer& layer, const std::string& number, const std::string& name) {
    const Hdf5Dataset dataset = file_.dataset(*file_.find(layer.variables, number));
    if (dataset.type.kind != Hdf5Type::Class::Float) {
      result_.notes.push_back(concat(printable(name), " was ignored: it holds ", dataset.type.title));
      return;
    }
    if (!names_.insert(name).second) fail("another weight is called '", printable(name), "' too");
    result_.tensors.emplace_back(name, hdf5Tensor(file_, dataset));
  }

  Hdf5File& file_;
  TensorFile& result_;
  std::vector<Layer> layers_;
  std::set<std::string> names_;
  int groups_ = 0;
};

}  // namespace

bool readKerasWeights(Hdf5File& file, const KerasLayers& config, TensorFile& result) {
  return WeightsReader(file, result).read(config);
}

}  // namespace zipper
