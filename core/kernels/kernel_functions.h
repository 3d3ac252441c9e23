// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace zipper {

/// A 3x3 or 5x5 depthwise convolution of one image in NHWC layout: height x width x channels -> outHeight x outWidth x
/// channels. `top` and `left` rows and columns of zeros come before the image; what is missing at the other end is zero
/// too.
struct DepthwiseShape {
  int height = 0, width = 0, outHeight = 0, outWidth = 0;
  int channels = 0, stride = 1, top = 1, left = 1;
  int kernel = 3;  ///< height = width
};

/// u = y * scale + shift per channel, cut off below at `floor` (minus infinity where there is no activation) and above
/// at `cap` (infinity for ReLU); or u * min(max(u + 3, 0), 6) / 6, see Activation::HardSwish.
struct ScaledActivation {
  const float* scale = nullptr;  ///< [channels]
  const float* shift = nullptr;  ///< [channels]
  float cap = 6;
  float floor = 0;
  bool hardSwish = false;  ///< `cap` and `floor` don't count then
};

/// Sums over the windows that a depthwise convolution sees, per channel, float64, for kernels of k x k = T taps:
/// of what lies under each tap (x), of products of two taps, and of what another network's convolution makes of the
/// same windows (z, float32 arithmetic; from maps of its own).
struct WindowSums {
  const float* weights = nullptr;  ///< of the other convolution, [T][channels], as in Kernels::depthwise
  const float* bias = nullptr;     ///< [channels]
  double* x = nullptr;             ///< [T][channels]
  double* z = nullptr;             ///< [channels]
  double* xx = nullptr;            ///< [T(T + 1)/2][channels], the taps (0,0), (1,0), (1,1), (2,0) ...
  double* zx = nullptr;            ///< [T][channels]
  double* zz = nullptr;            ///< [channels]
};

/// The inner loops of training and inference, float32, one thread. Maps are rows of `channels` values, one row a pixel.
/// Sums are added to what the arrays hold. One set per instruction set; results may differ between them by rounding.
struct Kernels {
  const char* name;

  /// Adds the sums of y - around and of its square, per channel.
  void (*moments)(const float* y, const float* around, std::int64_t rows, int channels, double* sum, double* squares);
  /// z = activation of y; y and z may be the same.
  void (*activate)(const float* y, const ScaledActivation& how, std::int64_t rows, int channels, float* z);
  /// The same, and returns the sum of |z - wanted|.
  double (*activateAndCompare)(const float* y, const ScaledActivation& how, const float* wanted, std::int64_t rows,
                               int channels, float* z);
  /// z += added, and returns the sum of |z - wanted|; 0 if `wanted` is null.
  double (*addAndCompare)(float* z, const float* added, const float* wanted, std::int64_t rows, int channels);
  /// Adds `weight` times the sign of z - wanted to a gradient.
  void (*addSigns)(float* gradient, const float* z, const float* wanted, float weight, std::int64_t rows, int channels);
  /// to += from
  void (*add)(float* to, const float* from, std::int64_t count);
  /// Back through the activation: gradient with respect to z in, to y * scale + shift out, in place. `wanted` may be
  /// null; otherwise `weight` times the sign of z - wanted is added to the gradient first. Adds the sums of the result
  /// and of its product with y - around.
  void (*activateBackward)(float* gradient, const float* y, const ScaledActivation& how, const float* wanted,
                           float weight, const float* around, std::int64_t rows, int channels, double* sum,
                           double* product);
  /// Adds the sums of what the activation makes of y, per channel; of its product with `weights`, unless that is null.
  void (*sumActivated)(const float* y, const ScaledActivation& how, const float* weights, std::int64_t rows,
                       int channels, double* sum);
  /// z = activation of y, times a factor per channel; y and z may be the same.
  void (*activateAndScale)(const float* y, const ScaledActivation& how, const float* factors, std::int64_t rows,
                           int channels, float* z);
  /// As activateBackward, of factor * gradient + offset per channel.
  void (*scaledBackward)(float* gradient, const float* y, const ScaledActivation& how, const float* factors,
                         const float* offsets, const float* around, std::int64_t rows, int channels, double* sum,
                         double* product);
  /// gradient = a * gradient + b * y + c per channel.
  void (*combine)(float* gradient, const float* y, const float* a, const float* b, const float* c, std::int64_t rows,
                  int channels);

  /// The nearest bfloat16 numbers, ties to even; what isn't a number stays none.
  void (*roundToBFloat16)(const float* x, std::int64_t count, std::uint16_t* out);

  /// y = convolution of x, activated if `then` isn't null. Weights are [9][channels] or [25][channels], from the top
  /// left to the bottom right.
  void (*depthwise)(const DepthwiseShape& shape, const float* x, const float* weights, const ScaledActivation* then,
                    float* y);
  /// Gradient with respect to x from that with respect to y.
  void (*depthwiseBackwardInput)(const DepthwiseShape& shape, const float* gradient, const float* weights, float* out);
  /// Adds the gradient with respect to the weights, in their order.
  void (*depthwiseBackwardWeights)(const DepthwiseShape& shape, const float* x, const float* gradient, float* weights);
  /// Adds to the sums of channels first ... last - 1 the windows of an image at these positions (row * outWidth +
  /// column of the output), which may repeat. `own`, `others`: the image's maps in both networks.
  void (*windowMoments)(const DepthwiseShape& shape, const float* own, const float* others, const int* positions,
                        int count, int first, int last, const WindowSums& sums);
};

}  // namespace zipper
