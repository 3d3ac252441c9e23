// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/pickle_contents.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr std::size_t deepestPickle = 32;
constexpr std::size_t maximumVisits = 200'000;
constexpr std::size_t maximumSteps = 5'000'000;  // values that are looked at, those of one list again and again
constexpr std::size_t maximumPending = 200'000;
constexpr std::size_t maximumTensors = 10'000;
constexpr std::size_t longestText = 300;
constexpr std::size_t maximumMetadata = 4'000'000;
constexpr std::size_t listedValues = 4;

bool isScalar(PickleKind kind) {
  return kind == PickleKind::Text || kind == PickleKind::Integer || kind == PickleKind::Real ||
         kind == PickleKind::Bool;
}

bool isDict(PickleKind kind) { return kind == PickleKind::Dict || kind == PickleKind::Object; }

bool isSequence(PickleKind kind) { return kind == PickleKind::List || kind == PickleKind::Tuple; }

/// What the walk goes into, or takes, or tells about.
bool isOfUse(PickleKind kind) {
  return kind == PickleKind::Tensor || kind == PickleKind::Foreign || isDict(kind) || isSequence(kind);
}

std::string scalarText(const Pickle& pickle, const PickleValue& value) {
  if (value.kind == PickleKind::Text) return pickle.text(value);
  if (value.kind == PickleKind::Real) return concat(value.real);
  return value.kind == PickleKind::Bool ? (value.integer != 0 ? "true" : "false") : std::to_string(value.integer);
}

/// Without recursion: a pickle may be deeper than any stack, or cyclic.
class Walk {
 public:
  explicit Walk(const Pickle& pickle) : pickle_(pickle), entered_(pickle.foreign.size(), false) {
    pending_.push_back({pickle.root, "", 0, false, none});
  }

  PickleContents contents();

 private:
  static constexpr std::int64_t none = -1;
  struct Node {
    PickleValue value;
    std::string name;
    std::size_t depth;
    bool foreign;         ///< lies in something that is passed over
    std::int64_t module;  ///< the class of the outermost module that it lies in, or none
  };
  void step(std::size_t values);
  PickleValue valueOf(const PickleValue& dict, const char* key);
  std::set<std::string> textsOf(const PickleValue& list);
  void visit(const Node& node);
  void addTensor(const Node& node);
  void addMetadata(const Node& node);
  void addChildren(const Node& node);
  void addDict(const Node& node, const PickleDict& dict);
  void addItems(const Node& node, const std::vector<PickleValue>& items);
  void addForeign(const Node& node);
  void addModule(const Node& node, const PickleValue& state);
  void addState(const Node& node, const PickleValue& state);
  void addChild(const Node& parent, const std::string& key, const PickleValue& value);
  void passOver(const Node& node, const std::string& what);

  const Pickle& pickle_;
  std::vector<Node> pending_;
  std::vector<bool> entered_;  ///< by Foreign: whether it was looked through
  std::unordered_set<std::string> names_;
  std::size_t visits_ = 0;
  std::size_t steps_ = 0;
  std::size_t metadataBytes_ = 0;
  std::vector<std::string> passedOver_;
  std::size_t passedOverCount_ = 0;
  bool wholeModule_ = false;
  PickleContents contents_;
};

PickleContents Walk::contents() {
  while (!pending_.empty()) {
    const Node node = std::move(pending_.back());
    pending_.pop_back();
    visit(node);
  }
  if (passedOverCount_ > 0) {
    std::string text;
    for (const std::string& value : passedOver_) text += (text.empty() ? "" : ", ") + value;
    if (passedOverCount_ > listedValues) text += concat(" and ", passedOverCount_ - listedValues, " more");
    contents_.notes.push_back("passed over, since it is no tensor, and nothing in a file is run: " + text);
  }
  return std::move(contents_);
}

void Walk::step(std::size_t values) {
  steps_ += values;
  if (steps_ > maximumSteps) fail("holds over ", maximumVisits, " values within each other");
}

/// The value of a dict under a text, or None.
PickleValue Walk::valueOf(const PickleValue& dict, const char* key) {
  if (!isDict(dict.kind)) return {};
  step(pickle_.dict(dict).size());
  for (const auto& [name, value] : pickle_.dict(dict))
    if (name.kind == PickleKind::Text && pickle_.text(name) == key) return value;
  return {};
}

std::set<std::string> Walk::textsOf(const PickleValue& list) {
  std::set<std::string> texts;
  if (!isSequence(list.kind)) return texts;
  step(10 * pickle_.items(list).size());
  for (const PickleValue& text : pickle_.items(list))
    if (text.kind == PickleKind::Text && pickle_.text(text).size() <= longestText) texts.insert(pickle_.text(text));
  return texts;
}

void Walk::visit(const Node& node) {
  if (++visits_ > maximumVisits) fail("holds over ", maximumVisits, " values within each other");
  if (node.value.kind == PickleKind::Tensor)
    addTensor(node);
  else if (isScalar(node.value.kind))
    addMetadata(node);
  else
    addChildren(node);
}

void Walk::addTensor(const Node& node) {
  if (!names_.insert(node.name).second) {
    // Objects that are dicts as well hold some things twice.
    if (node.foreign) return;
    fail("two tensors have the name '", printable(node.name), "'");
  }
  if (contents_.tensors.size() == maximumTensors) fail("holds over ", maximumTensors, " tensors");
  contents_.tensors.emplace_back(node.name, std::size_t(node.value.integer));
  if (node.module == none || node.foreign || wholeModule_) return;
  wholeModule_ = true;
  contents_.notes.push_back(concat("the file holds a whole module (",
                                   printable(pickle_.texts[std::size_t(node.module)]),
                                   ") instead of a state dict: its tensors were read, its code was not run"));
}

void Walk::addMetadata(const Node& node) {
  const std::size_t bytes =
      64 + node.name.size() + (node.value.kind == PickleKind::Text ? pickle_.text(node.value).size() : 0);
  if (metadataBytes_ + bytes > maximumMetadata) return;
  metadataBytes_ += bytes;
  contents_.metadata[node.name] = scalarText(pickle_, node.value);
}

void Walk::addChildren(const Node& node) {
  const std::size_t before = pending_.size();
  if (isDict(node.value.kind))
    addDict(node, pickle_.dict(node.value));
  else if (isSequence(node.value.kind))
    addItems(node, pickle_.items(node.value));
  else if (node.value.kind == PickleKind::Foreign)
    addForeign(node);
  // The first one has to be on top.
  std::reverse(pending_.begin() + std::ptrdiff_t(before), pending_.end());
}

void Walk::addDict(const Node& node, const PickleDict& dict) {
  step(dict.size());
  for (const auto& [key, value] : dict)
    if (key.kind == PickleKind::Text || key.kind == PickleKind::Integer)
      addChild(node, scalarText(pickle_, key), value);
}

void Walk::addItems(const Node& node, const std::vector<PickleValue>& items) {
  step(items.size());
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!isScalar(items[i].kind)) addChild(node, std::to_string(i), items[i]);
}

void Walk::addForeign(const Node& node) {
  const PickledForeign& value = pickle_.foreign[std::size_t(node.value.integer)];
  const std::string& type = pickle_.texts[std::size_t(value.type)];
  const bool isModule =
      isDict(valueOf(value.state, "_parameters").kind) || isDict(valueOf(value.state, "_modules").kind);
  Node inner = node;
  if (isModule) {
    if (inner.module == none) inner.module = value.type;
    return addModule(inner, value.state);
  }
  // Objects may hold each other in circles.
  if (entered_[std::size_t(node.value.integer)]) return;
  entered_[std::size_t(node.value.integer)] = true;
  if (!node.foreign) passOver(node, type);
  inner.foreign = true;
  addDict(inner, value.pairs);
  addItems(inner, value.items);
  addState(inner, value.state);
  addChild(inner, "arguments", value.arguments);
}

/// The names that state_dict() gives.
void Walk::addModule(const Node& node, const PickleValue& state) {
  const std::set<std::string> temporary = textsOf(valueOf(state, "_non_persistent_buffers_set"));
  for (const char* part : {"_parameters", "_buffers", "_modules"}) {
    const PickleValue dict = valueOf(state, part);
    if (!isDict(dict.kind)) continue;
    step(pickle_.dict(dict).size());
    for (const auto& [key, value] : pickle_.dict(dict))
      if (key.kind == PickleKind::Text && isOfUse(value.kind) && temporary.count(pickle_.text(key)) == 0)
        addChild(node, pickle_.text(key), value);
  }
}

/// Attributes; classes with slots have a pair of dicts for them.
void Walk::addState(const Node& node, const PickleValue& state) {
  if (isDict(state.kind)) return addDict(node, pickle_.dict(state));
  const bool isPair = state.kind == PickleKind::Tuple && pickle_.items(state).size() == 2;
  if (!isPair) return addChild(node, "state", state);
  for (const PickleValue& part : pickle_.items(state))
    if (isDict(part.kind)) addDict(node, pickle_.dict(part));
}

void Walk::addChild(const Node& parent, const std::string& key, const PickleValue& value) {
  const bool isMetadata = isScalar(value.kind) && parent.depth < 2;
  if (!isMetadata && !isOfUse(value.kind)) return;
  std::string name = parent.name.empty() ? key : parent.name + "." + key;
  const bool isTooMuch =
      name.size() > longestText || parent.depth == deepestPickle || pending_.size() >= maximumPending;
  if (isTooMuch && parent.foreign) return;
  if (name.size() > longestText) fail("a name has over ", longestText, " bytes: '", printable(name), "'");
  if (parent.depth == deepestPickle)
    fail("'", printable(name), "' lies over ", deepestPickle, " levels deep; a cycle, or no checkpoint");
  if (pending_.size() >= maximumPending) fail("holds over ", maximumPending, " values in one place");
  pending_.push_back({value, std::move(name), parent.depth + 1, parent.foreign, parent.module});
}

void Walk::passOver(const Node& node, const std::string& what) {
  if (++passedOverCount_ <= listedValues)
    passedOver_.push_back(node.name.empty() ? printable(what)
                                            : concat("'", printable(node.name), "' (", printable(what), ")"));
}

}  // namespace

PickleContents contentsOf(const Pickle& pickle) { return Walk(pickle).contents(); }

}  // namespace zipper
