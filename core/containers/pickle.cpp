// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/pickle.h"

#include <array>

#include "core/containers/pickle_machine.h"
#include "core/support/error.h"

namespace zipper {

namespace {

using Machine = PickleMachine;
using Operation = void (*)(Machine&);

void checkProtocol(Machine& machine) {
  const int version = machine.number<std::uint8_t>();
  if (version < 2 || version > 5) fail("protocol ", version, " found, 2 to 5 expected");
}

void pushGlobal(Machine& machine) {
  const std::string module = machine.line();
  machine.pushGlobal(module + "." + machine.line());
}

void addValues(std::array<Operation, 256>& table) {
  table['N'] = [](Machine& m) { m.push({}); };
  table[0x88] = [](Machine& m) { m.push({PickleKind::Bool, 1, 0.0}); };
  table[0x89] = [](Machine& m) { m.push({PickleKind::Bool, 0, 0.0}); };
  table['J'] = [](Machine& m) { m.pushInteger(m.number<std::int32_t>()); };
  table['K'] = [](Machine& m) { m.pushInteger(m.number<std::uint8_t>()); };
  table['M'] = [](Machine& m) { m.pushInteger(m.number<std::uint16_t>()); };
  table[0x8a] = [](Machine& m) { m.pushLong(m.number<std::uint8_t>()); };
  table[0x8b] = [](Machine& m) { m.pushLong(m.number<std::uint32_t>()); };
  table['G'] = [](Machine& m) { m.pushReal(); };
  table['X'] = [](Machine& m) { m.pushText(PickleKind::Text, m.text(m.number<std::uint32_t>())); };
  table[0x8c] = [](Machine& m) { m.pushText(PickleKind::Text, m.text(m.number<std::uint8_t>())); };
  table[0x8d] = [](Machine& m) { m.pushText(PickleKind::Text, m.text(m.number<std::uint64_t>())); };
  // Python 2's strings; Python 3 reads them as text.
  table['T'] = [](Machine& m) { m.pushText(PickleKind::Text, m.text(m.number<std::uint32_t>())); };
  table['U'] = [](Machine& m) { m.pushText(PickleKind::Text, m.text(m.number<std::uint8_t>())); };
  table['B'] = [](Machine& m) { m.pushText(PickleKind::Bytes, m.text(m.number<std::uint32_t>())); };
  table['C'] = [](Machine& m) { m.pushText(PickleKind::Bytes, m.text(m.number<std::uint8_t>())); };
  table[0x8e] = [](Machine& m) { m.pushText(PickleKind::Bytes, m.text(m.number<std::uint64_t>())); };
  table[0x96] = [](Machine& m) { m.pushText(PickleKind::Bytes, m.text(m.number<std::uint64_t>())); };
}

void addContainers(std::array<Operation, 256>& table) {
  table[']'] = [](Machine& m) { m.pushSequence(PickleKind::List, {}); };
  table['l'] = [](Machine& m) { m.pushSequence(PickleKind::List, m.popToMark()); };
  table['a'] = [](Machine& m) { m.append(); };
  table['e'] = [](Machine& m) { m.appendAll(); };
  table[')'] = [](Machine& m) { m.pushSequence(PickleKind::Tuple, {}); };
  table['t'] = [](Machine& m) { m.pushSequence(PickleKind::Tuple, m.popToMark()); };
  table[0x85] = [](Machine& m) { m.tupleOf(1); };
  table[0x86] = [](Machine& m) { m.tupleOf(2); };
  table[0x87] = [](Machine& m) { m.tupleOf(3); };
  // Sets are read as lists.
  table[0x8f] = [](Machine& m) { m.pushSequence(PickleKind::List, {}); };
  table[0x90] = [](Machine& m) { m.appendAll(); };
  table[0x91] = [](Machine& m) { m.pushSequence(PickleKind::List, m.popToMark()); };
  table['}'] = [](Machine& m) { m.pushDict({}); };
  table['d'] = [](Machine& m) { m.pushDict(m.popToMark()); };
  table['s'] = [](Machine& m) { m.setItem(); };
  table['u'] = [](Machine& m) { m.setItems(); };
}

void addStackAndObjects(std::array<Operation, 256>& table) {
  table[0x80] = checkProtocol;
  table[0x95] = [](Machine& m) { m.number<std::uint64_t>(); };
  table['.'] = [](Machine& m) { m.stop(); };
  table['('] = [](Machine& m) { m.mark(); };
  table['0'] = [](Machine& m) { m.pop(); };
  table['1'] = [](Machine& m) { m.popToMark(); };
  table['2'] = [](Machine& m) { m.push(m.top()); };
  table['h'] = [](Machine& m) { m.recall(m.number<std::uint8_t>()); };
  table['j'] = [](Machine& m) { m.recall(m.number<std::uint32_t>()); };
  table['q'] = [](Machine& m) { m.remember(m.number<std::uint8_t>()); };
  table['r'] = [](Machine& m) { m.remember(m.number<std::uint32_t>()); };
  table[0x94] = [](Machine& m) { m.remember(); };
  table['c'] = pushGlobal;
  table['i'] = [](Machine& m) { m.instance(); };
  table[0x93] = [](Machine& m) { m.stackGlobal(); };
  table['R'] = [](Machine& m) { m.reduce(); };
  table[0x81] = [](Machine& m) { m.newObject(); };
  table[0x92] = [](Machine& m) { m.newObjectOfKeywords(); };
  table['o'] = [](Machine& m) { m.object(); };
  table['b'] = [](Machine& m) { m.build(); };
  table['Q'] = [](Machine& m) { m.persistentId(); };
}

const std::array<Operation, 256>& operations() {
  static const auto table = [] {
    std::array<Operation, 256> all{};
    addValues(all);
    addContainers(all);
    addStackAndObjects(all);
    return all;
  }();
  return table;
}

}  // namespace

Pickle readPickle(std::string_view bytes, bool objects) {
  if (bytes.size() > maximumPickle) fail("pickle of ", bytes.size(), " bytes, at most ", maximumPickle, " are read");
  std::size_t end = 0;
  return readFirstPickle(bytes, objects, end);
}

Pickle readFirstPickle(std::string_view bytes, bool objects, std::size_t& end) {
  Machine machine(bytes.substr(0, maximumPickle), objects);
  std::size_t start = 0;
  try {
    while (!machine.stopped()) {
      start = machine.position();
      const int code = machine.number<std::uint8_t>();
      const Operation operation = operations()[std::size_t(code)];
      if (operation == nullptr) fail("operation ", code, " is not among those that PyTorch writes");
      operation(machine);
    }
    end = machine.position();
    return machine.finish();
  } catch (const Error& error) {
    fail("pickle, byte ", start, ": ", error.what());
  }
}

}  // namespace zipper
