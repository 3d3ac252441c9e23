// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/torch_script_code.h"

#include <cctype>
#include <sstream>

#include "core/support/error.h"

namespace zipper {

namespace {

/// A number as TorchScript's source has it, without loss.
std::string real(double value) {
  std::ostringstream out;
  out.precision(17);
  out << value;
  const std::string text = out.str();
  return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

std::string pair(int value) { return concat("[", value, ", ", value, "]"); }

/// "layers.3.pointwise" -> getattr(self.layers, "3").pointwise
std::string moduleOf(const std::string& name) {
  std::string code = "self", part;
  std::istringstream parts(name);
  while (std::getline(parts, part, '.'))
    code = std::isdigit(static_cast<unsigned char>(part[0])) ? concat("getattr(", code, ", \"", part, "\")")
                                                             : concat(code, ".", part);
  return code;
}

/// An activation of x.
const char* valueOf(Activation activation) {
  switch (activation) {
    case Activation::ReLU6:
      return "torch.hardtanh(x, 0.0, 6.0)";
    case Activation::ReLU:
      return "torch.relu(x)";
    case Activation::HardSwish:
      return "torch.hardswish(x)";
    case Activation::HardSigmoid:
      return "torch.hardsigmoid(x)";
    case Activation::None:
      break;
  }
  return "x";
}

/// What a unit makes of x before its convolution.
std::string inputOf(ConvUnitImpl& unit) {
  const int most = unit.options().kernel / 2;
  if (unit.options().pools) return "  x = torch.mean(x, [2, 3], True)\n";
  if (!unit.padsAsymmetrically()) return "";
  // see padLikeTensorFlow()
  return concat("  x = torch.constant_pad_nd(x, [", most - 1, " + x.size(3) % 2, ", most, ", ", most - 1,
                " + x.size(2) % 2, ", most, "], 0)\n");
}

}  // namespace

std::string scriptOfUnit(ConvUnitImpl& unit) {
  const auto& options = unit.options();
  const int padding = unit.padsAsymmetrically() ? 0 : options.kernel / 2;
  std::string code = "def forward(self, x: Tensor) -> Tensor:\n" + inputOf(unit);
  code += concat("  x = torch.conv2d(x, self.conv.weight, ", options.normalizes ? "None" : "self.bias", ", ",
                 pair(options.stride), ", ", pair(padding), ", [1, 1], ", options.depthwise ? options.inputChannels : 1,
                 ")\n");
  if (options.normalizes)
    code += concat(
        "  x = torch.batch_norm(x, self.bn.weight, self.bn.bias, self.bn.running_mean, self.bn.running_var, "
        "self.training, 0.1, ",
        real(unit.bn->options.eps()), ", True)\n");
  return concat(code, "  return ", valueOf(options.activation), "\n");
}

std::string scriptOfUnits(MobileNet& network, int first, int end) {
  const auto output = [first](int unit) { return unit < first ? std::string("x") : concat("u", unit); };
  std::string code;
  for (int i = first; i < end; ++i) {
    const UnitPlan& unit = network->plan().units[std::size_t(i)];
    const std::string product = unit.gated < 0 ? "" : output(unit.gated) + " * ";
    const std::string sum = unit.addend < 0 ? "" : " + " + output(unit.addend);
    code +=
        concat("  ", output(i), " = ", product, moduleOf(unit.name), ".forward(", output(unit.input), ")", sum, "\n");
  }
  return code + (end > first ? concat("  x = ", output(end - 1), "\n") : "");
}

std::string scriptOfHead(MobileNet& network) {
  std::string code = "  x = torch.mean(x, [2, 3])\n";
  for (std::size_t i = network->units().size(); i < network->plan().units.size(); ++i) {
    const UnitPlan& unit = network->plan().units[i];
    const std::string layer = moduleOf(unit.name);
    code += concat("  x = torch.linear(x, ", layer, ".weight, ", layer, ".bias)\n");
    if (unit.activation != Activation::None) code += concat("  x = ", valueOf(unit.activation), "\n");
  }
  return code + "  return x\n";
}

}  // namespace zipper
