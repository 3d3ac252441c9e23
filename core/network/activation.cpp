// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/activation.h"

#include <limits>

#include "core/support/error.h"

namespace zipper {

std::string toString(Activation activation) {
  switch (activation) {
    case Activation::ReLU:
      return "relu";
    case Activation::ReLU6:
      return "relu6";
    case Activation::None:
      return "none";
    case Activation::HardSwish:
      return "hard-swish";
    case Activation::HardSigmoid:
      return "hard-sigmoid";
  }
  return {};
}

Activation activationFromString(const std::string& text) {
  if (text == "relu") return Activation::ReLU;
  if (text == "relu6") return Activation::ReLU6;
  fail("activation: '", text, "' found, 'relu' or 'relu6' expected");
}

Activation hiddenActivationFromString(const std::string& text) {
  for (const Activation activation : {Activation::ReLU, Activation::ReLU6, Activation::None, Activation::HardSwish})
    if (text == toString(activation)) return activation;
  fail("activation: '", text, "' found, 'relu', 'relu6', 'none' or 'hard-swish' expected");
}

bool cutsOff(Activation activation) {
  return activation != Activation::HardSwish && activation != Activation::HardSigmoid;
}

float capOf(Activation activation) {
  return activation == Activation::ReLU6 ? 6.0f : std::numeric_limits<float>::infinity();
}

float floorOf(Activation activation) {
  return activation == Activation::None ? -std::numeric_limits<float>::infinity() : 0.0f;
}

}  // namespace zipper
