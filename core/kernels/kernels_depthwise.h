// SPDX-License-Identifier: GPL-3.0-or-later

// Depthwise convolutions; of one instruction set, as the loops of kernels_body.h.

#pragma once

#include "core/kernels/kernels_lanes.h"

namespace zipper {
namespace ZIPPER_KERNEL_SET {

/// Products that one pixel of a 3x3 convolution sums up: at most nine rows of values and of weights.
struct Taps {
  int count = 0;
  const float* values[9];
  const float* weights[9];

  void add(const float* value, const float* weight) {
    values[count] = value;
    weights[count++] = weight;
  }
};

template <int count>
inline void sumTaps(const Taps& taps, int channels, float* out) {
  forChunks(channels, [&](auto chunk, int c) {
    using C = decltype(chunk);
    using T = typename C::Type;
    T sums[C::count] = {};
    for (int k = 0; k < count; ++k)
      for (int j = 0; j < C::count; ++j)
        sums[j] += load<T>(taps.values[k] + c + j * C::lanes) * load<T>(taps.weights[k] + c + j * C::lanes);
    for (int j = 0; j < C::count; ++j) store<T>(out + c + j * C::lanes, sums[j]);
  });
}

inline void sumTaps(const Taps& taps, int channels, float* out) {
  switch (taps.count) {
    case 1:
      return sumTaps<1>(taps, channels, out);
    case 2:
      return sumTaps<2>(taps, channels, out);
    case 3:
      return sumTaps<3>(taps, channels, out);
    case 4:
      return sumTaps<4>(taps, channels, out);
    case 6:
      return sumTaps<6>(taps, channels, out);
    case 9:
      return sumTaps<9>(taps, channels, out);
    default:
      for (int c = 0; c < channels; ++c) out[c] = 0;
  }
}

/// Rows, or columns, of a kernel that meet maps: the first one, how many, and the row of the maps that the first one
/// meets. On the way back each further one is a stride away, and meets the row before.
struct Span {
  int first, count, at;
};

inline Span inputsOf(int out, int kernel, int before, int stride, int size) {
  const int start = out * stride - before, first = start < 0 ? -start : 0;
  const int end = start + kernel > size ? size - start : kernel;
  return {first, end > first ? end - first : 0, start + first};
}

inline Span outputsOf(int in, int kernel, int before, int stride, int outSize) {
  const int padded = in + before, least = padded - stride * (outSize - 1);
  const int first = least > 0 ? least : padded % stride, last = padded < kernel ? padded : kernel - 1;
  return {first, first > last ? 0 : (last - first) / stride + 1, (padded - first) / stride};
}

/// Products that one pixel sums up, of a kernel of any size: steps between rows and columns of values and of weights.
struct Window {
  int rows, columns;
  const float *values, *weights;
  Rows valueRow, valueColumn, weightRow, weightColumn;
};

inline void sumWindow(const Window& w, int channels, float* out) {
  forChunks(channels, [&](auto chunk, int c) {
    using C = decltype(chunk);
    using T = typename C::Type;
    T sums[C::count] = {};
    for (int row = 0; row < w.rows; ++row)
      for (int column = 0; column < w.columns; ++column) {
        const float* value = w.values + row * w.valueRow + column * w.valueColumn + c;
        const float* weight = w.weights + row * w.weightRow + column * w.weightColumn + c;
        for (int j = 0; j < C::count; ++j) sums[j] += load<T>(value + j * C::lanes) * load<T>(weight + j * C::lanes);
      }
    for (int j = 0; j < C::count; ++j) store<T>(out + c + j * C::lanes, sums[j]);
  });
}

inline void depthwiseOfAnySize(const DepthwiseShape& s, const float* x, const float* weights, float* y) {
  const Rows channels = s.channels, valueRow = s.width * channels, weightRow = s.kernel * channels;
  for (int oy = 0; oy < s.outHeight; ++oy) {
    const Span rows = inputsOf(oy, s.kernel, s.top, s.stride, s.height);
    for (int ox = 0; ox < s.outWidth; ++ox, y += channels) {
      const Span columns = inputsOf(ox, s.kernel, s.left, s.stride, s.width);
      sumWindow({rows.count, columns.count, x + rows.at * valueRow + columns.at * channels,
                 weights + rows.first * weightRow + columns.first * channels, valueRow, channels, weightRow, channels},
                s.channels, y);
    }
  }
}

inline void backwardInputOfAnySize(const DepthwiseShape& s, const float* gradient, const float* weights, float* out) {
  const Rows channels = s.channels, valueRow = s.outWidth * channels, weightRow = s.kernel * channels;
  for (int iy = 0; iy < s.height; ++iy) {
    const Span rows = outputsOf(iy, s.kernel, s.top, s.stride, s.outHeight);
    for (int ix = 0; ix < s.width; ++ix, out += channels) {
      const Span columns = outputsOf(ix, s.kernel, s.left, s.stride, s.outWidth);
      sumWindow({rows.count, columns.count, gradient + rows.at * valueRow + columns.at * channels,
                 weights + rows.first * weightRow + columns.first * channels, -valueRow, -channels,
                 s.stride * weightRow, s.stride * channels},
                s.channels, out);
    }
  }
}

void depthwise(const DepthwiseShape& s, const float* x, const float* weights, float* y) {
  if (s.kernel != 3) return depthwiseOfAnySize(s, x, weights, y);
  const Rows channels = s.channels;
  for (int oy = 0; oy < s.outHeight; ++oy)
    for (int ox = 0; ox < s.outWidth; ++ox, y += channels) {
      Taps taps;
      for (int ky = 0; ky < 3; ++ky) {
        const int iy = oy * s.stride + ky - s.top;
        if (iy < 0 || iy >= s.height) continue;
        for (int kx = 0; kx < 3; ++kx) {
          const int ix = ox * s.stride + kx - s.left;
          if (ix < 0 || ix >= s.width) continue;
          taps.add(x + (Rows(iy) * s.width + ix) * channels, weights + (ky * 3 + kx) * channels);
        }
      }
      sumTaps(taps, s.channels, y);
    }
}

/// The output row or column to which a kernel row or column brings an input row or column; -1 if none.
inline int outputOf(int in, int k, int before, int stride, int outSize) {
  const int at = in + before - k;
  if (at < 0 || at % stride != 0) return -1;
  return at / stride < outSize ? at / stride : -1;
}

void depthwiseBackwardInput(const DepthwiseShape& s, const float* gradient, const float* weights, float* out) {
  if (s.kernel != 3) return backwardInputOfAnySize(s, gradient, weights, out);
  const Rows channels = s.channels;
  for (int iy = 0; iy < s.height; ++iy)
    for (int ix = 0; ix < s.width; ++ix, out += channels) {
      Taps taps;
      for (int ky = 0; ky < 3; ++ky) {
        const int oy = outputOf(iy, ky, s.top, s.stride, s.outHeight);
        if (oy < 0) continue;
        for (int kx = 0; kx < 3; ++kx) {
          const int ox = outputOf(ix, kx, s.left, s.stride, s.outWidth);
          if (ox >= 0) taps.add(gradient + (Rows(oy) * s.outWidth + ox) * channels, weights + (ky * 3 + kx) * channels);
        }
      }
      sumTaps(taps, s.channels, out);
    }
}

/// One row of outputs against one row of inputs: the gradients of a row of weights.
template <int kernel>
inline void addRow(const DepthwiseShape& s, const float* x, const float* gradient, float* weights) {
  const Rows channels = s.channels;
  forChunks<kernel == 3 ? 4 : 2>(s.channels, [&](auto chunk, int c) {  // so that the sums stay in registers
    using C = decltype(chunk);
    using T = typename C::Type;
    T sums[kernel][C::count] = {};
    for (int ox = 0; ox < s.outWidth; ++ox)
      for (int k = 0; k < kernel; ++k) {
        const int ix = ox * s.stride + k - s.left;
        if (ix < 0 || ix >= s.width) continue;
        for (int j = 0; j < C::count; ++j)
          sums[k][j] +=
              load<T>(gradient + ox * channels + c + j * C::lanes) * load<T>(x + ix * channels + c + j * C::lanes);
      }
    for (int k = 0; k < kernel; ++k)
      for (int j = 0; j < C::count; ++j) {
        float* place = weights + k * channels + c + j * C::lanes;
        store<T>(place, load<T>(place) + sums[k][j]);
      }
  });
}

template <int kernel>
inline void backwardWeights(const DepthwiseShape& s, const float* x, const float* gradient, float* weights) {
  const Rows channels = s.channels;
  for (int oy = 0; oy < s.outHeight; ++oy)
    for (int ky = 0; ky < kernel; ++ky) {
      const int iy = oy * s.stride + ky - s.top;
      if (iy >= 0 && iy < s.height)
        addRow<kernel>(s, x + Rows(iy) * s.width * channels, gradient + Rows(oy) * s.outWidth * channels,
                       weights + ky * kernel * channels);
    }
}

void depthwiseBackwardWeights(const DepthwiseShape& s, const float* x, const float* gradient, float* weights) {
  s.kernel == 3 ? backwardWeights<3>(s, x, gradient, weights) : backwardWeights<5>(s, x, gradient, weights);
}

}  // namespace ZIPPER_KERNEL_SET
}  // namespace zipper
