// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/network_values.h"

namespace zipper {

std::shared_ptr<const NetworkValues> valuesOf(MobileNet& network) {
  return std::make_shared<const NetworkValues>(NetworkValues{deepCopy(network->state())});
}

std::shared_ptr<const NetworkValues> valuesOf(MergedNetwork& network) {
  return std::make_shared<const NetworkValues>(NetworkValues{deepCopy(network.state())});
}

}  // namespace zipper
