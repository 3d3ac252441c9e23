// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/hidden_activation.h"

#include <algorithm>

#include "core/models/expected_names.h"
#include "core/network/mobilenet_v3.h"
#include "core/support/error.h"

namespace zipper {

bool isHeadOfScheme(const NamingScheme& scheme, const std::map<std::string, std::string>& fileNames) {
  const auto hasName = [&](const char* canonical, const char* text) {
    const auto found = fileNames.find(canonical);
    return text != nullptr && found != fileNames.end() && endsWithAlternative(found->second, text);
  };
  return hasName("hidden.1.weight", scheme.hiddenWeight) && hasName("head.weight", scheme.headWeight);
}

bool isHiddenOfV3(Architecture architecture, std::int64_t channels) {
  // PaddleClas has 1280 in the small one, too; some publishers keep the channels of width 1 at other widths.
  if (!isV3(architecture)) return false;
  if (channels == hiddenOfV3(Architecture::MobileNetV3Large, 1)) return true;
  for (const double width : {0.35, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0})
    if (channels == hiddenOfV3(architecture, width)) return true;
  return false;
}

std::string setHiddenActivations(MobileNetSpec& spec, const MatchedHead& head, const NamingScheme& scheme,
                                 const std::map<std::string, std::string>& fileNames) {
  const bool isOne = isV3(spec.architecture) && spec.hidden.size() == 1 && head.hidden.size() == 1;
  const bool isNamed = isOne && isHeadOfScheme(scheme, fileNames);
  const bool isUsual = isOne && isHiddenOfV3(spec.architecture, spec.hidden.front().channels);
  const Activation usual = (isNamed || isUsual) && !spec.minimalistic ? Activation::HardSwish : Activation::ReLU;
  bool isGuess = false;
  for (std::size_t i = 0; i < std::min(spec.hidden.size(), head.hidden.size()); ++i) {
    spec.hidden[i].activation = head.hidden[i].value_or(usual);
    isGuess = isGuess || !head.hidden[i];
  }
  if (!isGuess || (isNamed && isUsual)) return {};
  const char* const by = isNamed || isUsual ? "what MobileNets V3 have" : "what most networks have";
  return concat("head activation guessed: ", toString(usual), " (", by, ")");
}

}  // namespace zipper
