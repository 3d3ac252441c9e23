// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/scheme_network.h"

#include <algorithm>

#include "core/models/expected_names.h"
#include "core/models/hidden_activation.h"
#include "core/models/keras_layer_list.h"
#include "core/models/scheme_matching.h"
#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

torch::Tensor permuted(const torch::Tensor& tensor, const Axes& axes) {
  return tensor.permute({axes[0], axes[1], axes[2], axes[3]});
}

/// [N,C] of a linear layer or of a 1x1 convolution. What is neither stays as it is: its shape will be refused.
torch::Tensor canonicalLinear(const torch::Tensor& tensor, const NamingScheme& scheme) {
  if (tensor.dim() == 2) return scheme.framework->headTransposed ? tensor.t() : tensor;
  if (tensor.dim() != 4) return tensor;
  const torch::Tensor kernel = permuted(tensor, scheme.framework->kernel);
  return kernel.size(2) == 1 && kernel.size(3) == 1 ? kernel.squeeze(3).squeeze(2) : kernel;
}

torch::Tensor canonicalTensor(const std::string& canonical, const torch::Tensor& tensor, const NamingScheme& scheme) {
  const bool isOfHead = beginsWith(canonical, "head.") || beginsWith(canonical, "hidden.");
  if (isOfHead && endsWith(canonical, ".weight")) return canonicalLinear(tensor, scheme);
  if (!endsWith(canonical, ".conv.weight")) return tensor;
  if (isSqueezeExcite(canonical) && tensor.dim() == 2) return canonicalLinear(tensor, scheme).unsqueeze(2).unsqueeze(3);
  if (tensor.dim() != 4) return tensor;
  const bool depthwise = canonical.find(".depthwise.") != std::string::npos;
  return permuted(tensor, depthwise ? scheme.framework->depthwiseKernel : scheme.framework->kernel);
}

torch::Tensor& tensorOf(NamedTensors& tensors, const std::string& name) {
  return std::find_if(tensors.begin(), tensors.end(), [&](const auto& entry) { return entry.first == name; })->second;
}

void addIdentityNorm(NamedTensors& tensors, const std::string& prefix, const torch::Tensor& bias, double bnEpsilon) {
  tensors.emplace_back(prefix + ".bn.weight", torch::ones_like(bias));
  tensors.emplace_back(prefix + ".bn.bias", bias);
  tensors.emplace_back(prefix + ".bn.running_mean", torch::zeros_like(bias));
  tensors.emplace_back(prefix + ".bn.running_var", torch::full_like(bias, 1.0 - bnEpsilon));
}

void multiply(torch::Tensor& tensor, double factor) { tensor = (tensor.to(torch::kDouble) * factor).to(torch::kFloat); }

/// True if the linear layer is there and has got a bias of zeros.
bool addMissingBias(NamedTensors& tensors, const std::string& layer) {
  const torch::Tensor weight = find(tensors, layer + ".weight");
  if (!weight.defined() || weight.dim() != 2 || find(tensors, layer + ".bias").defined()) return false;
  tensors.emplace_back(layer + ".bias", torch::zeros({weight.size(0)}, weight.options()));
  return true;
}

}  // namespace

std::string SchemeNetwork::keyText(const std::string& canonical) const {
  const auto found = fileNames.find(canonical);
  if (found == fileNames.end() || found->second == canonical) return "'" + canonical + "'";
  return concat("'", printable(found->second), "' (", canonical, ")");
}

SchemeNetwork networkOfTensors(const TensorFile& file, const SpecOverrides& overrides) {
  std::vector<NamedShape> shapes;
  for (const auto& [name, tensor] : file.tensors) shapes.push_back({name, tensor.sizes().vec()});
  const KerasLayerList layers(file.kerasConfig);
  const bool isListed = !layers.layers().empty();
  const SchemeMatch match = matchScheme(shapes, {overrides.useEma, overrides.part, isListed ? &layers : nullptr});
  SchemeNetwork network;
  network.scheme = match.scheme;
  network.notes = match.notes;
  network.head = match.head;
  for (const auto& [canonical, index] : match.tensors) {
    const auto& [name, tensor] = file.tensors[index];
    network.fileNames[canonical] = name;
    network.tensors.emplace_back(canonical, canonicalTensor(canonical, tensor, *match.scheme));
  }
  for (std::size_t layer = 1; layer <= match.head.hidden.size(); ++layer)
    if (addMissingBias(network.tensors, concat("hidden.", layer)))
      network.notes.push_back(concat("hidden layer ", layer, " of the head has no bias; it got one of zeros"));
  if (addMissingBias(network.tensors, "head")) network.notes.push_back("the head has no bias; it got one of zeros");
  return network;
}

void unfoldBiases(SchemeNetwork& network, double bnEpsilon) {
  const std::string end = ".conv.bias";
  NamedTensors biases;
  const auto isBias = [&](const auto& entry) { return endsWith(entry.first, end); };
  std::copy_if(network.tensors.begin(), network.tensors.end(), std::back_inserter(biases), isBias);
  network.tensors.erase(std::remove_if(network.tensors.begin(), network.tensors.end(), isBias), network.tensors.end());
  std::size_t folded = 0;
  for (const auto& [name, bias] : biases) {
    const std::string prefix = name.substr(0, name.size() - end.size());
    if (find(network.tensors, prefix + ".bn.weight").defined()) {
      torch::Tensor& mean = tensorOf(network.tensors, prefix + ".bn.running_mean");
      mean = mean - bias;
    } else {
      addIdentityNorm(network.tensors, prefix, bias, bnEpsilon);
      ++folded;
    }
  }
  if (folded > 0)
    network.notes.push_back(concat("batch normalization is folded into ", folded,
                                   folded == 1 ? " convolution; it got one that adds its bias"
                                               : " convolutions; each got one that adds its bias"));
  if (biases.size() > folded)
    network.notes.push_back(
        concat(biases.size() - folded, biases.size() - folded == 1
                                           ? " bias of a convolution was moved into batch normalization"
                                           : " biases of convolutions were moved into batch normalization"));
}

bool usesHeadFactor(const SchemeNetwork& network) {
  return network.scheme->conventions.headFactor != 1 && isHeadOfScheme(*network.scheme, network.fileNames);
}

void applyFactors(SchemeNetwork& network) {
  const Conventions& usual = network.scheme->conventions;
  const bool scalesHead = usesHeadFactor(network);
  for (auto& [canonical, tensor] : network.tensors) {
    if (usual.exciteFactor != 1 && canonical.find(".excite.") != std::string::npos)
      multiply(tensor, usual.exciteFactor);
    if (scalesHead && canonical == "head.weight") multiply(tensor, usual.headFactor);
  }
}

}  // namespace zipper
