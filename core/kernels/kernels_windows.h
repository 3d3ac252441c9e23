// SPDX-License-Identifier: GPL-3.0-or-later

// Sums over what depthwise kernels see, in float64; of one instruction set, as the loops of kernels_body.h.

#pragma once

#include "core/kernels/kernels_lanes.h"

namespace zipper {
namespace ZIPPER_KERNEL_SET {

typedef double Wide8 __attribute__((vector_size(64)));
typedef double Wide4 __attribute__((vector_size(32)));
typedef double Wide2 __attribute__((vector_size(16)));
#if defined(__AVX512F__)
using WideRegister = Wide8;
#elif defined(__AVX2__)
using WideRegister = Wide4;
#else
using WideRegister = Wide2;
#endif

/// Windows that are read before they are summed, so that a sum is loaded once for all of them.
constexpr int windowsAtOnce = 8;
constexpr int mostTaps = 25;

/// Some channels of some windows, and what the other network makes of the same windows.
template <typename T>
struct WindowValues {
  T x[mostTaps][windowsAtOnce];
  T z[windowsAtOnce];
};

/// How many channels of a register there are: all, known to the compiler, or the last ones.
template <typename T, bool whole>
struct Width {
  static constexpr int lanes = sizeof(T) / sizeof(double);
  int rest;
  ZIPPER_INLINE int count() const { return whole ? lanes : rest; }
};

/// As doubles; those behind them zero.
template <typename T, bool whole>
ZIPPER_INLINE T widened(const float* from, Width<T, whole> width) {
  T value = T();
  for (int i = 0; i < width.count(); ++i) value[i] = double(from[i]);
  return value;
}

/// The value of a window at each tap; outside of the image it is zero.
struct Window {
  const float* of[mostTaps];

  void place(const DepthwiseShape& shape, const float* image, int position) {
    const int top = position / shape.outWidth * shape.stride - shape.top;
    const int left = position % shape.outWidth * shape.stride - shape.left;
    for (int tap = 0; tap < shape.kernel * shape.kernel; ++tap) {
      const int y = top + tap / shape.kernel, x = left + tap % shape.kernel;
      const bool inside = y >= 0 && y < shape.height && x >= 0 && x < shape.width;
      of[tap] = inside ? image + (Rows(y) * shape.width + x) * shape.channels : nullptr;
    }
  }
};

/// Rounded as LibTorch does it, tap by tap: products, then their sum, then the bias.
template <typename T, bool whole>
ZIPPER_INLINE T convolved(const Window& window, int taps, Rows all, const WindowSums& sums, int c,
                          Width<T, whole> width) {
#ifdef __clang__
#pragma clang fp contract(off)
#endif
  float sum[Width<T, whole>::lanes] = {};
  for (int tap = 0; tap < taps; ++tap) {
    const float *x = window.of[tap], *weights = sums.weights + tap * all + c;
    if (x == nullptr) continue;
    for (int i = 0; i < width.count(); ++i) {
      const float product = x[c + i] * weights[i];
      sum[i] += product;
    }
  }
  for (int i = 0; i < width.count(); ++i) sum[i] += sums.bias[c + i];
  return widened<T, whole>(sum, width);
}

template <typename T, bool whole>
ZIPPER_INLINE void addTo(double* place, const T& value, Width<T, whole> width) {
  for (int i = 0; i < width.count(); ++i) place[i] += value[i];
}

/// Of all windows.
template <typename T, typename ValueOf>
ZIPPER_INLINE T sumOver(const ValueOf& valueOf) {
  T sum = valueOf(0);
  for (int w = 1; w < windowsAtOnce; ++w) sum += valueOf(w);
  return sum;
}

template <typename T, bool whole>
ZIPPER_INLINE void addWindows(const WindowValues<T>& values, int taps, Rows all, int c, const WindowSums& sums,
                              Width<T, whole> width) {
  const T* z = values.z;
  double* xx = sums.xx + c;
  for (int i = 0; i < taps; ++i) {
    const T* x = values.x[i];
    addTo(sums.x + i * all + c, sumOver<T>([&](int w) { return x[w]; }), width);
    addTo(sums.zx + i * all + c, sumOver<T>([&](int w) { return x[w] * z[w]; }), width);
    for (int j = 0; j <= i; ++j, xx += all) {
      const T* other = values.x[j];
      addTo(xx, sumOver<T>([&](int w) { return x[w] * other[w]; }), width);
    }
  }
  addTo(sums.z + c, sumOver<T>([&](int w) { return z[w]; }), width);
  addTo(sums.zz + c, sumOver<T>([&](int w) { return z[w] * z[w]; }), width);
}

/// Windows of both networks that are summed together, with the same positions.
struct WindowPairs {
  Window own[windowsAtOnce], others[windowsAtOnce];
  int count = 0;
};

/// Some channels of them; windows that aren't there add nothing.
template <typename T, bool whole>
ZIPPER_INLINE void addChannels(const WindowPairs& windows, int taps, Rows all, int c, const WindowSums& sums,
                               Width<T, whole> width) {
  WindowValues<T> values;
  for (int w = 0; w < windowsAtOnce; ++w) {
    const bool isThere = w < windows.count;
    for (int tap = 0; tap < taps; ++tap) {
      const float* x = isThere ? windows.own[w].of[tap] : nullptr;
      values.x[tap][w] = x != nullptr ? widened<T, whole>(x + c, width) : T();
    }
    values.z[w] = isThere ? convolved<T, whole>(windows.others[w], taps, all, sums, c, width) : T();
  }
  addWindows(values, taps, all, c, sums, width);
}

void windowMoments(const DepthwiseShape& shape, const float* own, const float* others, const int* positions, int count,
                   int first, int last, const WindowSums& sums) {
  using T = WideRegister;
  constexpr int lanes = Width<T, true>::lanes;
  const int taps = shape.kernel * shape.kernel;
  WindowPairs windows;
  for (int begin = 0; begin < count; begin += windowsAtOnce) {
    windows.count = count - begin < windowsAtOnce ? count - begin : windowsAtOnce;
    for (int w = 0; w < windows.count; ++w) {
      windows.own[w].place(shape, own, positions[begin + w]);
      windows.others[w].place(shape, others, positions[begin + w]);
    }
    int c = first;
    for (; c + lanes <= last; c += lanes) addChannels(windows, taps, shape.channels, c, sums, Width<T, true>{lanes});
    if (c < last) addChannels(windows, taps, shape.channels, c, sums, Width<T, false>{last - c});
  }
}

}  // namespace ZIPPER_KERNEL_SET
}  // namespace zipper
