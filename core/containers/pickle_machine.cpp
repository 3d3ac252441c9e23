// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/pickle_machine.h"

#include "core/containers/pickle_names.h"
#include "core/containers/pickle_reduce.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr std::size_t maximumValues = 1'000'000;
constexpr std::size_t maximumGlobal = 1000;
constexpr std::size_t bytesOfValue = 32;  // of a name, which counts as so many values

}  // namespace

const char* PickleMachine::take(std::uint64_t count) {
  if (count > bytes_.size() - at_) fail("ends before ", count, " more bytes; the file is damaged");
  at_ += std::size_t(count);
  return bytes_.data() + at_ - count;
}

std::string PickleMachine::line() {
  const std::size_t end = bytes_.find('\n', at_);
  if (end == std::string_view::npos) fail("a name has no end");
  std::string text(bytes_.substr(at_, end - at_));
  at_ = end + 1;
  return text;
}

void PickleMachine::count(std::size_t values) {
  values_ += values;
  if (values_ > maximumValues) fail("holds over ", maximumValues, " values, which is no checkpoint of a MobileNet");
}

void PickleMachine::push(const PickleValue& value) {
  count();
  stack_.push_back(value);
}

PickleValue PickleMachine::pop() {
  const PickleValue value = top();
  stack_.pop_back();
  return value;
}

PickleValue& PickleMachine::top() {
  const std::size_t floor = marks_.empty() ? 0 : marks_.back();
  if (stack_.size() <= floor) fail("takes a value that isn't there");
  return stack_.back();
}

std::vector<PickleValue> PickleMachine::popToMark() {
  if (marks_.empty()) fail("takes values since a mark that isn't there");
  const auto first = stack_.begin() + std::ptrdiff_t(marks_.back());
  std::vector<PickleValue> items(first, stack_.end());
  stack_.erase(first, stack_.end());
  marks_.pop_back();
  return items;
}

void PickleMachine::pushText(PickleKind kind, std::string text) {
  pickle_.texts.push_back(std::move(text));
  push({kind, std::int64_t(pickle_.texts.size() - 1), 0.0});
}

void PickleMachine::pushSequence(PickleKind kind, std::vector<PickleValue> items) {
  pickle_.sequences.push_back(std::move(items));
  push({kind, std::int64_t(pickle_.sequences.size() - 1), 0.0});
}

void PickleMachine::pushDict(const std::vector<PickleValue>& items) {
  pickle_.dicts.emplace_back();
  addPairs(pickle_.dicts.back(), items);
  push({PickleKind::Dict, std::int64_t(pickle_.dicts.size() - 1), 0.0});
}

void PickleMachine::pushGlobal(const std::string& name) {
  const PickleName meaning = pickleName(name, objects_);
  if (meaning == PickleName::Hostile || (meaning == PickleName::Foreign && objects_))
    fail("refers to '", printable(name),
         "', which is refused: files are data here, and nothing in them is run. Tensors, numbers, texts, lists and "
         "dicts are read; save the weights alone, in Python: torch.save(model.state_dict(), 'weights.pt')",
         meaning == PickleName::Hostile ? ". Opening this file in Python may run a command of its author's" : "");
  if (name.size() > maximumGlobal) fail("a name of ", name.size(), " bytes, at most ", maximumGlobal, " are read");
  const auto [known, isNew] = globals_.emplace(name, std::int64_t(pickle_.texts.size()));
  if (isNew) {
    // Two short references to long texts make a name, so that names could become far larger than the file.
    count(name.size() / bytesOfValue);
    pickle_.texts.push_back(name);
  }
  push({PickleKind::Global, known->second, 0.0});
}

void PickleMachine::pushLong(std::uint64_t length) {
  const std::string digits = text(length);
  if (digits.size() > 8) return push({PickleKind::Other, 0, 0.0});
  std::uint64_t value = !digits.empty() && (digits.back() & 0x80) != 0 ? ~std::uint64_t(0) : 0;
  for (std::size_t i = digits.size(); i-- > 0;) value = value << 8 | static_cast<unsigned char>(digits[i]);
  pushInteger(std::int64_t(value));
}

void PickleMachine::tupleOf(std::size_t size) {
  std::vector<PickleValue> items(size);
  for (std::size_t i = size; i-- > 0;) items[i] = pop();
  pushSequence(PickleKind::Tuple, std::move(items));
}

PickleValue PickleMachine::tuple(std::vector<PickleValue> items) {
  pickle_.sequences.push_back(std::move(items));
  return {PickleKind::Tuple, std::int64_t(pickle_.sequences.size() - 1), 0.0};
}

Pickle::Dict& PickleMachine::topDict() {
  const PickleValue value = top();
  if (value.kind == PickleKind::Foreign) return pickle_.foreign[std::size_t(value.integer)].pairs;
  if (value.kind != PickleKind::Dict) fail("puts an item into something that is no dict");
  return pickle_.dicts[std::size_t(value.integer)];
}

std::vector<PickleValue>& PickleMachine::topList() {
  const PickleValue value = top();
  if (value.kind == PickleKind::Foreign) return pickle_.foreign[std::size_t(value.integer)].items;
  if (value.kind != PickleKind::List) fail("appends to something that is no list");
  return pickle_.sequences[std::size_t(value.integer)];
}

void PickleMachine::addPairs(Pickle::Dict& dict, const std::vector<PickleValue>& items) {
  if (items.size() % 2 != 0) fail("a dict gets a key without a value");
  for (std::size_t i = 0; i < items.size(); i += 2) dict.emplace_back(items[i], items[i + 1]);
}

void PickleMachine::remember(std::uint32_t key) {
  const PickleValue value = top();
  if (memo_.insert_or_assign(key, value).second) count();
}

void PickleMachine::recall(std::uint32_t key) {
  const auto found = memo_.find(key);
  if (found == memo_.end()) fail("takes value ", key, " from its memory, which isn't there");
  push(found->second);
}

/// INST: the class as text, its arguments since the mark.
void PickleMachine::instance() {
  const std::string module = line();
  pushGlobal(module + "." + line());
  const PickleValue type = pop();
  makeObject(type, tuple(popToMark()));
}

/// OBJ: the class and its arguments since the mark.
void PickleMachine::object() {
  std::vector<PickleValue> items = popToMark();
  if (items.empty()) fail("an object has no class");
  const PickleValue type = items.front();
  items.erase(items.begin());
  makeObject(type, tuple(std::move(items)));
}

void PickleMachine::stackGlobal() {
  const PickleValue name = pop(), module = pop();
  if (name.kind != PickleKind::Text || module.kind != PickleKind::Text) fail("a name is no text");
  pushGlobal(pickle_.text(module) + "." + pickle_.text(name));
}

void PickleMachine::reduce() {
  const PickleValue arguments = pop(), callable = pop();
  std::size_t copied = 0;
  const PickleValue value = reducePickled(pickle_, callable, arguments, objects_, copied);
  count(copied);
  push(value);
}

void PickleMachine::newObject() {
  const PickleValue arguments = pop(), type = pop();
  makeObject(type, arguments);
}

void PickleMachine::newObjectOfKeywords() {
  const PickleValue keywords = pop(), arguments = pop(), type = pop();
  makeObject(type, tuple({arguments, keywords}));
}

void PickleMachine::makeObject(const PickleValue& type, const PickleValue& arguments) {
  push(newPickledObject(pickle_, type, arguments, objects_));
}

void PickleMachine::build() {
  const PickleValue state = pop();
  std::size_t copied = 0;
  buildPickled(pickle_, top(), state, copied);
  count(copied);
}

void PickleMachine::persistentId() {
  const PickleValue id = pop();
  push(storageOfPersistentId(pickle_, id));
}

void PickleMachine::setItem() {
  const PickleValue value = pop(), key = pop();
  topDict().emplace_back(key, value);
}

void PickleMachine::setItems() {
  const std::vector<PickleValue> items = popToMark();
  addPairs(topDict(), items);
}

void PickleMachine::append() {
  const PickleValue value = pop();
  topList().push_back(value);
}

void PickleMachine::appendAll() {
  const std::vector<PickleValue> items = popToMark();
  std::vector<PickleValue>& list = topList();
  list.insert(list.end(), items.begin(), items.end());
}

/// The one number of a pickle that is big-endian.
void PickleMachine::pushReal() {
  std::uint64_t bits = 0;
  const char* digits = take(8);
  for (int i = 0; i < 8; ++i) bits = bits << 8 | static_cast<unsigned char>(digits[i]);
  double value = 0;
  std::memcpy(&value, &bits, sizeof value);
  push({PickleKind::Real, 0, value});
}

Pickle PickleMachine::finish() {
  pickle_.root = pop();
  return std::move(pickle_);
}

}  // namespace zipper
