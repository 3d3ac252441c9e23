// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_mobilenet.h"

#include <algorithm>

#include "core/models/onnx_recognizer.h"
#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

constexpr std::size_t mostOutputs = 16;

/// What an output was found to be.
struct Answer {
  const OnnxValue* output = nullptr;
  std::optional<OnnxMobileNet> network;
  std::string reason;     ///< why it is none
  std::size_t place = 0;  ///< how many nodes fitted
  OnnxLikeness likely;

  bool hasHead() const { return network && network->spec.classes > 0; }
};

Answer answerOf(const OnnxGraph& graph, const OnnxValue& output) {
  Answer answer;
  answer.output = &output;
  std::optional<OnnxRecognizer> recognizer;
  try {
    answer.network = recognizer.emplace(graph, output).recognize();
  } catch (const std::exception&) {
    answer.reason = printable(describeCurrentException(), 1000);
    answer.place = recognizer ? recognizer->place() : 0;
  }
  if (recognizer) answer.likely = recognizer->likeness();
  return answer;
}

bool isKeyOfHead(const std::string& key) { return beginsWith(key, "head.") || beginsWith(key, "hidden."); }

/// The others may hold weights of their own, where a scale was put into them: they would take memory once per output.
void keepHead(OnnxMobileNet& network) {
  auto& tensors = network.tensors;
  tensors.erase(
      std::remove_if(tensors.begin(), tensors.end(), [](const auto& entry) { return !isKeyOfHead(entry.first); }),
      tensors.end());
}

bool haveSameHead(const Answer& one, const Answer& other) {
  if (!(one.network->spec.hidden == other.network->spec.hidden)) return false;
  for (const auto& [key, a] : one.network->tensors) {
    if (!isKeyOfHead(key)) continue;
    const torch::Tensor b = find(other.network->tensors, key);
    if (!b.defined() || a.sizes() != b.sizes() || !torch::equal(a.to(torch::kFloat), b.to(torch::kFloat))) return false;
  }
  return true;
}

std::string namesOf(const std::vector<const OnnxValue*>& outputs) {
  std::string names;
  for (std::size_t i = 0; i < std::min<std::size_t>(outputs.size(), 4); ++i)
    names += concat(i > 0 ? ", " : "", "'", printable(outputs[i]->name, 60), "'");
  return outputs.size() > 4 ? names + ", ..." : names;
}

/// The one whose network it is; Error with the reason of the one that came farthest if there is none.
Answer chosenOf(std::vector<Answer>& answers) {
  std::vector<const OnnxValue*> heads;
  Answer* best = nullptr;
  for (Answer& answer : answers) {
    if (!answer.hasHead()) continue;
    if (best == nullptr) best = &answer;
    if (heads.empty() || !haveSameHead(*best, answer)) heads.push_back(answer.output);
  }
  if (heads.size() > 1)
    fail("several of its outputs are heads of a ", best->likely.title(), ": ", namesOf(heads),
         "; export it with one of them");
  if (best != nullptr) return std::move(*best);
  for (Answer& answer : answers)
    if (!answer.network && (best == nullptr || answer.place >= best->place)) best = &answer;
  if (best == nullptr) return std::move(answers.front());  // backbones, all of them
  if (answers.size() > 1) fail("output '", printable(best->output->name), "': ", best->reason);
  fail(best->reason);
}

void refuseQuantized(const OnnxGraph& graph) {
  for (const OnnxNode& node : graph.nodes)
    if (node.op.rfind("QLinear", 0) == 0 || node.op == "QuantizeLinear" || node.op == "DequantizeLinear" ||
        node.op == "ConvInteger" || node.op == "MatMulInteger")
      fail("its weights are quantized (", describeNode(node), "); export the network before quantization");
}

}  // namespace

OnnxMobileNet recognizeMobileNet(const OnnxGraph& graph, std::string& likely) {
  OnnxLikeness likeness;
  likely = likeness.title();
  if (graph.outputs.empty() || graph.outputs.size() > mostOutputs)
    fail("it has ", graph.outputs.size(), " outputs, 1 to ", mostOutputs, " were expected");
  if (graph.inputs.empty()) fail("it has no input");
  refuseQuantized(graph);
  std::vector<Answer> answers;
  for (const OnnxValue& output : graph.outputs) {
    Answer answer = answerOf(graph, output);
    const auto isBetter = [&](const Answer& earlier) {
      return answer.hasHead() ? earlier.hasHead() : earlier.network.has_value();
    };
    if (answer.network && std::any_of(answers.begin(), answers.end(), isBetter)) keepHead(*answer.network);
    const bool isSpecial = answer.likely.spec.architecture != Architecture::MobileNetV1;
    if (isSpecial || (answer.likely.isOne && !likeness.isOne)) likeness = answer.likely;
    likely = likeness.title();
    answers.push_back(std::move(answer));
  }
  Answer chosen = chosenOf(answers);
  std::vector<const OnnxValue*> others;
  for (const OnnxValue& output : graph.outputs)
    if (&output != chosen.output) others.push_back(&output);
  if (!others.empty())
    chosen.network->notes.push_back(
        concat("left aside: ", others.size(), others.size() == 1 ? " output, " : " outputs, ", namesOf(others),
               "; the network is that of output '", printable(chosen.output->name, 60), "'"));
  return std::move(*chosen.network);
}

}  // namespace zipper
