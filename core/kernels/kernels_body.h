// SPDX-License-Identifier: GPL-3.0-or-later

// The loops of kernel_functions.h, written once and compiled once per instruction set: each file that includes this one
// defines ZIPPER_KERNEL_SET. No header of the standard library may be included here: its inline functions, compiled for
// one processor, could end up in code for another.

#include "core/kernels/kernels_depthwise.h"
#include "core/kernels/kernels_gates.h"
#include "core/kernels/kernels_lanes.h"
#include "core/kernels/kernels_windows.h"

namespace zipper {
namespace ZIPPER_KERNEL_SET {

inline void momentsOf(const float* y, const float* around, Rows rows, int width, int channels, double* sum,
                      double* squares) {
  for (Rows first = 0; first < rows; first += block)
    forChunks(width, [&](auto chunk, int c) {
      using C = decltype(chunk);
      using T = typename C::Type;
      const Rows last = rows - first < block ? rows : first + block;
      T s[C::count] = {}, q[C::count] = {}, k[C::count];
      for (int j = 0; j < C::count; ++j) k[j] = load<T>(around + c + j * C::lanes);
      for (Rows r = first; r < last; ++r)
        for (int j = 0; j < C::count; ++j) {
          const T d = load<T>(y + r * width + c + j * C::lanes) - k[j];
          s[j] += d;
          q[j] += d * d;
        }
      addLanes<C>(s, c, channels, sum);
      addLanes<C>(q, c, channels, squares);
    });
}

void moments(const float* y, const float* around, Rows rows, int channels, double* sum, double* squares) {
  const Joined joined(channels);
  const Rows wide = rows / joined.factor, rest = rows - wide * joined.factor;
  const Repeated k(around, channels, joined);
  momentsOf(y, k.values, wide, joined.width, channels, sum, squares);
  if (rest > 0) momentsOf(y + wide * joined.width, around, rest, channels, channels, sum, squares);
}

template <bool hardSwish>
inline void activateRows(const float* y, const float* scale, const float* shift, float floor, float cap, Rows rows,
                         int width, float* z) {
  for (Rows r = 0; r < rows; ++r)
    forChunks(width, [&](auto chunk, int c) {
      using C = decltype(chunk);
      using T = typename C::Type;
      for (int j = 0; j < C::count; ++j) {
        const int at = c + j * C::lanes;
        store<T>(z + r * width + at,
                 activated<hardSwish, T>(load<T>(y + r * width + at) * load<T>(scale + at) + load<T>(shift + at), floor,
                                         cap));
      }
    });
}

template <bool hardSwish>
inline void activateAll(const float* y, const ScaledActivation& how, Rows rows, int channels, float* z) {
  const Joined joined(channels);
  const Rows wide = rows / joined.factor, done = wide * joined.width, rest = rows - wide * joined.factor;
  const Repeated scale(how.scale, channels, joined), shift(how.shift, channels, joined);
  activateRows<hardSwish>(y, scale.values, shift.values, how.floor, how.cap, wide, joined.width, z);
  if (rest > 0) activateRows<hardSwish>(y + done, how.scale, how.shift, how.floor, how.cap, rest, channels, z + done);
}

void activate(const float* y, const ScaledActivation& how, Rows rows, int channels, float* z) {
  how.hardSwish ? activateAll<true>(y, how, rows, channels, z) : activateAll<false>(y, how, rows, channels, z);
}

template <bool hardSwish>
inline double compareRows(const float* y, const float* scale, const float* shift, float floor, float cap,
                          const float* wanted, Rows rows, int width, float* z) {
  double total = 0;
  for (Rows first = 0; first < rows; first += block)
    forChunks(width, [&](auto chunk, int c) {
      using C = decltype(chunk);
      using T = typename C::Type;
      const Rows last = rows - first < block ? rows : first + block;
      T sums[C::count] = {};
      for (Rows r = first; r < last; ++r)
        for (int j = 0; j < C::count; ++j) {
          const int at = c + j * C::lanes;
          const Rows place = r * width + at;
          const T u = load<T>(y + place) * load<T>(scale + at) + load<T>(shift + at);
          const T value = activated<hardSwish, T>(u, floor, cap);
          const T difference = value - load<T>(wanted + place);
          store<T>(z + place, value);
          sums[j] += difference > T() ? difference : -difference;
        }
      addLanes<C>(sums, 0, 1, &total);
    });
  return total;
}

template <bool hardSwish>
inline double compareAll(const float* y, const ScaledActivation& how, const float* wanted, Rows rows, int channels,
                         float* z) {
  const Joined joined(channels);
  const Rows wide = rows / joined.factor, done = wide * joined.width, rest = rows - wide * joined.factor;
  const Repeated scale(how.scale, channels, joined), shift(how.shift, channels, joined);
  double sum = compareRows<hardSwish>(y, scale.values, shift.values, how.floor, how.cap, wanted, wide, joined.width, z);
  if (rest > 0)
    sum += compareRows<hardSwish>(y + done, how.scale, how.shift, how.floor, how.cap, wanted + done, rest, channels,
                                  z + done);
  return sum;
}

double activateAndCompare(const float* y, const ScaledActivation& how, const float* wanted, Rows rows, int channels,
                          float* z) {
  return how.hardSwish ? compareAll<true>(y, how, wanted, rows, channels, z)
                       : compareAll<false>(y, how, wanted, rows, channels, z);
}

inline double addRows(float* z, const float* added, const float* wanted, Rows rows, int width) {
  double total = 0;
  for (Rows first = 0; first < rows; first += block)
    forChunks(width, [&](auto chunk, int c) {
      using C = decltype(chunk);
      using T = typename C::Type;
      const Rows last = rows - first < block ? rows : first + block;
      T sums[C::count] = {};
      for (Rows r = first; r < last; ++r)
        for (int j = 0; j < C::count; ++j) {
          const Rows place = r * width + c + j * C::lanes;
          const T value = load<T>(z + place) + load<T>(added + place), difference = value - load<T>(wanted + place);
          store<T>(z + place, value);
          sums[j] += difference > T() ? difference : -difference;
        }
      addLanes<C>(sums, 0, 1, &total);
    });
  return total;
}

void add(float* to, const float* from, std::int64_t count) {
  for (std::int64_t i = 0; i < count; ++i) to[i] += from[i];
}

double addAndCompare(float* z, const float* added, const float* wanted, Rows rows, int channels) {
  const Joined joined(channels);
  const Rows wide = rows / joined.factor, done = wide * joined.width, rest = rows - wide * joined.factor;
  if (wanted == nullptr) {
    add(z, added, rows * channels);
    return 0;
  }
  double sum = addRows(z, added, wanted, wide, joined.width);
  if (rest > 0) sum += addRows(z + done, added + done, wanted + done, rest, channels);
  return sum;
}

void addSigns(float* gradient, const float* z, const float* wanted, float weight, Rows rows, int channels) {
  for (Rows i = 0; i < rows * channels; ++i)
    gradient[i] += z[i] > wanted[i] ? weight : (z[i] < wanted[i] ? -weight : 0.0f);
}

template <bool hardSwish, bool compares>
inline void backwardRows(float* gradient, const float* y, const float* scale, const float* shift, float floor,
                         float cap, const float* wanted, float weight, const float* around, Rows rows, int width,
                         int channels, double* sum, double* product) {
  for (Rows first = 0; first < rows; first += block)
    forChunks(width, [&](auto chunk, int c) {
      using C = decltype(chunk);
      using T = typename C::Type;
      const Rows last = rows - first < block ? rows : first + block;
      T s[C::count] = {}, p[C::count] = {};
      for (Rows r = first; r < last; ++r)
        for (int j = 0; j < C::count; ++j) {
          const int at = c + j * C::lanes;
          const Rows place = r * width + at;
          const T in = load<T>(y + place), u = in * load<T>(scale + at) + load<T>(shift + at);
          T value = load<T>(gradient + place);
          if (compares) {
            const T zero = T(), z = activated<hardSwish, T>(u, floor, cap), w = load<T>(wanted + place),
                    plus = zero + weight, minus = zero - weight;
            value += z > w ? plus : (z < w ? minus : zero);
          }
          value = passed<hardSwish, T>(value, u, floor, cap);
          store<T>(gradient + place, value);
          s[j] += value;
          p[j] += value * (in - load<T>(around + at));
        }
      addLanes<C>(s, c, channels, sum);
      addLanes<C>(p, c, channels, product);
    });
}

template <bool hardSwish, bool compares>
inline void backwardOf(float* gradient, const float* y, const ScaledActivation& how, const float* wanted, float weight,
                       const float* around, Rows rows, int channels, double* sum, double* product) {
  const Joined joined(channels);
  const Rows wide = rows / joined.factor, done = wide * joined.width, rest = rows - wide * joined.factor;
  const Repeated scale(how.scale, channels, joined), shift(how.shift, channels, joined), k(around, channels, joined);
  backwardRows<hardSwish, compares>(gradient, y, scale.values, shift.values, how.floor, how.cap, wanted, weight,
                                    k.values, wide, joined.width, channels, sum, product);
  if (rest > 0)
    backwardRows<hardSwish, compares>(gradient + done, y + done, how.scale, how.shift, how.floor, how.cap,
                                      compares ? wanted + done : wanted, weight, around, rest, channels, channels, sum,
                                      product);
}

void activateBackward(float* gradient, const float* y, const ScaledActivation& how, const float* wanted, float weight,
                      const float* around, Rows rows, int channels, double* sum, double* product) {
  const auto backward = how.hardSwish ? (wanted != nullptr ? backwardOf<true, true> : backwardOf<true, false>)
                                      : (wanted != nullptr ? backwardOf<false, true> : backwardOf<false, false>);
  backward(gradient, y, how, wanted, weight, around, rows, channels, sum, product);
}

inline void combineRows(float* gradient, const float* y, const float* a, const float* b, const float* c, Rows rows,
                        int width) {
  for (Rows r = 0; r < rows; ++r)
    forChunks(width, [&](auto chunk, int first) {
      using C = decltype(chunk);
      using T = typename C::Type;
      for (int j = 0; j < C::count; ++j) {
        const int at = first + j * C::lanes;
        float* place = gradient + r * width + at;
        store<T>(place,
                 load<T>(a + at) * load<T>(place) + (load<T>(b + at) * load<T>(y + r * width + at) + load<T>(c + at)));
      }
    });
}

void combine(float* gradient, const float* y, const float* a, const float* b, const float* c, Rows rows, int channels) {
  const Joined joined(channels);
  const Rows wide = rows / joined.factor, done = wide * joined.width, rest = rows - wide * joined.factor;
  const Repeated ra(a, channels, joined), rb(b, channels, joined), rc(c, channels, joined);
  combineRows(gradient, y, ra.values, rb.values, rc.values, wide, joined.width);
  if (rest > 0) combineRows(gradient + done, y + done, a, b, c, rest, channels);
}

void roundToBFloat16(const float* x, std::int64_t count, std::uint16_t* out) {
  for (std::int64_t i = 0; i < count; ++i) {
    std::uint32_t bits;
    __builtin_memcpy(&bits, x + i, sizeof bits);
    const std::uint32_t rounded = bits + 0x7fffu + ((bits >> 16) & 1u);
    const bool isNumber = (bits & 0x7fffffffu) <= 0x7f800000u;
    out[i] = std::uint16_t((isNumber ? rounded : bits | 0x400000u) >> 16);
  }
}

}  // namespace ZIPPER_KERNEL_SET
}  // namespace zipper
