// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>
#include <vector>

namespace zipper {

/// The layers with weights of one of Keras's networks, where a file has no names for them.
struct KerasOrder {
  const char* title;  ///< as Keras calls it
  std::map<std::string, std::vector<std::string>>
      names;                      ///< by the class as paths have it, in the order of the network
  std::vector<std::string> head;  ///< what the convolutions behind all of these are called, if the file has them
};

// Source: keras/applications/mobilenet.py, mobilenet_v2.py and mobilenet_v3.py.
KerasOrder kerasOrderOfV1();
KerasOrder kerasOrderOfV2();
/// The large and the small one, each followed by its minimalistic variant.
std::vector<KerasOrder> kerasOrdersOfV3();

}  // namespace zipper
