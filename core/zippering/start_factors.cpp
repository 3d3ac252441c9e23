// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/start_factors.h"

#include <algorithm>

#include "core/support/error.h"

namespace zipper {

namespace {

template <typename Value>
bool allSame(const std::vector<Start>& starts, const Value& value) {
  return std::all_of(starts.begin(), starts.end(),
                     [&](const Start& start) { return value(start) == value(starts.front()); });
}

}  // namespace

bool usesFisherWeights(const Start& start, BnPolicy policy) {
  return start.initialization == Initialization::LeastSquares && start.fisherWeights && policy == BnPolicy::PerTask;
}

std::vector<StartFactor> changedFactors(const Start& before, const Start& after) {
  std::vector<StartFactor> factors;
  if (before.alignment != after.alignment) factors.push_back(StartFactor::Alignment);
  if (before.fisherWeights != after.fisherWeights) factors.push_back(StartFactor::FisherWeights);
  if (before.fitKernels != after.fitKernels) factors.push_back(StartFactor::KernelFit);
  if (before.fitHeads != after.fitHeads) factors.push_back(StartFactor::HeadFit);
  return factors;
}

std::vector<StartFactor> differingFactors(const std::vector<Start>& starts, BnPolicy policy) {
  std::vector<StartFactor> factors;
  if (!allSame(starts, [](const Start& s) { return s.alignment; })) factors.push_back(StartFactor::Alignment);
  if (!allSame(starts, [policy](const Start& s) { return usesFisherWeights(s, policy); }))
    factors.push_back(StartFactor::FisherWeights);
  if (!allSame(starts, [](const Start& s) { return s.fitKernels; })) factors.push_back(StartFactor::KernelFit);
  if (!allSame(starts, [](const Start& s) { return s.fitHeads; })) factors.push_back(StartFactor::HeadFit);
  return factors;
}

std::string toString(StartFactor factor) {
  switch (factor) {
    case StartFactor::Alignment:
      return "alignment";
    case StartFactor::FisherWeights:
      return "Fisher weights";
    case StartFactor::KernelFit:
      return "kernel fit";
    case StartFactor::HeadFit:
      return "head fit";
  }
  return "";
}

std::string toString(const std::vector<StartFactor>& factors) {
  std::string text;
  for (std::size_t i = 0; i < factors.size(); ++i)
    text += concat(i == 0 ? "" : i + 1 == factors.size() ? " and " : ", ", toString(factors[i]));
  return text;
}

std::string startText(const Start& start, BnPolicy policy) {
  const std::string fisher = usesFisherWeights(start, policy) ? ", Fisher weights" : "";
  const char* fits = start.fitKernels && start.fitHeads ? ", kernels and heads fitted"
                     : start.fitKernels                 ? ", kernels fitted"
                     : start.fitHeads                   ? ", heads fitted"
                                                        : ", nothing fitted";
  return concat("alignment ", toString(start.alignment), fisher, fits);
}

}  // namespace zipper
