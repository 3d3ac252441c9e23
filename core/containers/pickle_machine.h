// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/containers/pickle_values.h"

namespace zipper {

/// The stack, the memory and the bytes of a pickle that is being read; pickle.cpp has what each operation does with
/// them. Everything that takes a value that isn't there, or more bytes than are left, throws Error.
class PickleMachine {
 public:
  PickleMachine(std::string_view bytes, bool objects) : bytes_(bytes), objects_(objects) {}

  // Bytes.
  std::size_t position() const { return at_; }
  template <typename Number>
  Number number() {
    static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "pickles are little-endian");
    Number result = 0;
    std::memcpy(&result, take(sizeof result), sizeof result);
    return result;
  }
  std::string text(std::uint64_t length) { return std::string(take(length), std::size_t(length)); }
  /// Up to the next newline, which is skipped.
  std::string line();

  // Stack.
  void push(const PickleValue& value);
  void pushInteger(std::int64_t value) { push({PickleKind::Integer, value, 0.0}); }
  void pushReal();
  void pushLong(std::uint64_t length);
  void pushText(PickleKind kind, std::string text);
  void pushSequence(PickleKind kind, std::vector<PickleValue> items);
  void pushDict(const std::vector<PickleValue>& items);
  /// Throws if the name is that of an attack, or with `objects` an unknown one.
  void pushGlobal(const std::string& name);
  PickleValue pop();
  PickleValue& top();
  void mark() { marks_.push_back(stack_.size()); }
  std::vector<PickleValue> popToMark();
  void tupleOf(std::size_t size);
  void remember(std::uint32_t key);
  void remember() { remember(std::uint32_t(memo_.size())); }
  void recall(std::uint32_t key);
  void stop() { stopped_ = true; }
  bool stopped() const { return stopped_; }

  // Containers and objects.
  void append();
  void appendAll();
  void setItem();
  void setItems();
  void instance();
  void stackGlobal();
  void reduce();
  void newObject();
  void newObjectOfKeywords();
  void object();
  void build();
  void persistentId();

  /// What was read; the last value on the stack is the root.
  Pickle finish();

 private:
  const char* take(std::uint64_t count);
  void count(std::size_t values = 1);
  void makeObject(const PickleValue& type, const PickleValue& arguments);
  PickleValue tuple(std::vector<PickleValue> items);
  Pickle::Dict& topDict();
  std::vector<PickleValue>& topList();
  static void addPairs(Pickle::Dict& dict, const std::vector<PickleValue>& items);

  const std::string_view bytes_;
  const bool objects_;
  std::size_t at_ = 0;
  std::size_t values_ = 0;
  bool stopped_ = false;
  Pickle pickle_;
  std::vector<PickleValue> stack_;
  std::vector<std::size_t> marks_;
  std::unordered_map<std::uint32_t, PickleValue> memo_;
  std::unordered_map<std::string, std::int64_t> globals_;  ///< name -> its index in the texts
};

}  // namespace zipper
