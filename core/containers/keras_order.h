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
      names;         ///< by the class as paths have it, in the order of the network
  std::string head;  ///< what a convolution behind all of these is called; empty: there is none
};

// Source: keras/applications/mobilenet.py and mobilenet_v2.py.
KerasOrder kerasOrderOfV1();
KerasOrder kerasOrderOfV2();

}  // namespace zipper
