// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/network_input.h"

#include "core/data/preprocess.h"

namespace zipper {

torch::Tensor networkInput(const cv::Mat& image, const MobileNetSpec& spec) {
  const Preprocessing preprocessing(spec);
  auto pixels = torch::empty({1, preprocessing.size(), preprocessing.size(), preprocessing.channels()});
  preprocessing.normalize(preprocessing.fit(image), pixels.data_ptr<float>());
  return pixels.permute({0, 3, 1, 2});
}

}  // namespace zipper
