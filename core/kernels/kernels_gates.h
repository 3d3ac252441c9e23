// SPDX-License-Identifier: GPL-3.0-or-later

// What squeeze-and-excite does to whole maps; of one instruction set, as the loops of kernels_body.h.

#pragma once

#include "core/kernels/kernels_lanes.h"

namespace zipper {
namespace ZIPPER_KERNEL_SET {

template <bool hardSwish, bool weighs>
inline void sumRows(const float* y, const float* scale, const float* shift, float floor, float cap,
                    const float* weights, Rows rows, int width, int channels, double* sum) {
  for (Rows first = 0; first < rows; first += block)
    forChunks(width, [&](auto chunk, int c) {
      using C = decltype(chunk);
      using T = typename C::Type;
      const Rows last = rows - first < block ? rows : first + block;
      T s[C::count] = {};
      for (Rows r = first; r < last; ++r)
        for (int j = 0; j < C::count; ++j) {
          const int at = c + j * C::lanes;
          const Rows place = r * width + at;
          T value = activated<hardSwish, T>(load<T>(y + place) * load<T>(scale + at) + load<T>(shift + at), floor, cap);
          if (weighs) value = value * load<T>(weights + place);
          s[j] += value;
        }
      addLanes<C>(s, c, channels, sum);
    });
}

template <bool hardSwish, bool weighs>
inline void sumAll(const float* y, const ScaledActivation& how, const float* weights, Rows rows, int channels,
                   double* sum) {
  const Joined joined(channels);
  const Rows wide = rows / joined.factor, done = wide * joined.width, rest = rows - wide * joined.factor;
  const Repeated scale(how.scale, channels, joined), shift(how.shift, channels, joined);
  sumRows<hardSwish, weighs>(y, scale.values, shift.values, how.floor, how.cap, weights, wide, joined.width, channels,
                             sum);
  if (rest > 0)
    sumRows<hardSwish, weighs>(y + done, how.scale, how.shift, how.floor, how.cap, weighs ? weights + done : weights,
                               rest, channels, channels, sum);
}

void sumActivated(const float* y, const ScaledActivation& how, const float* weights, Rows rows, int channels,
                  double* sum) {
  const auto add = how.hardSwish ? (weights != nullptr ? sumAll<true, true> : sumAll<true, false>)
                                 : (weights != nullptr ? sumAll<false, true> : sumAll<false, false>);
  add(y, how, weights, rows, channels, sum);
}

template <bool hardSwish>
inline void scaleRows(const float* y, const float* scale, const float* shift, float floor, float cap,
                      const float* factors, Rows rows, int width, float* z) {
  for (Rows r = 0; r < rows; ++r)
    forChunks(width, [&](auto chunk, int c) {
      using C = decltype(chunk);
      using T = typename C::Type;
      for (int j = 0; j < C::count; ++j) {
        const int at = c + j * C::lanes;
        const T u = load<T>(y + r * width + at) * load<T>(scale + at) + load<T>(shift + at);
        store<T>(z + r * width + at, activated<hardSwish, T>(u, floor, cap) * load<T>(factors + at));
      }
    });
}

template <bool hardSwish>
inline void scaleAll(const float* y, const ScaledActivation& how, const float* factors, Rows rows, int channels,
                     float* z) {
  const Joined joined(channels);
  const Rows wide = rows / joined.factor, done = wide * joined.width, rest = rows - wide * joined.factor;
  const Repeated scale(how.scale, channels, joined), shift(how.shift, channels, joined);
  const Repeated repeated(factors, channels, joined);
  scaleRows<hardSwish>(y, scale.values, shift.values, how.floor, how.cap, repeated.values, wide, joined.width, z);
  if (rest > 0)
    scaleRows<hardSwish>(y + done, how.scale, how.shift, how.floor, how.cap, factors, rest, channels, z + done);
}

void activateAndScale(const float* y, const ScaledActivation& how, const float* factors, Rows rows, int channels,
                      float* z) {
  how.hardSwish ? scaleAll<true>(y, how, factors, rows, channels, z)
                : scaleAll<false>(y, how, factors, rows, channels, z);
}

template <bool hardSwish>
inline void scaledBackwardRows(float* gradient, const float* y, const float* scale, const float* shift, float floor,
                               float cap, const float* factors, const float* offsets, const float* around, Rows rows,
                               int width, int channels, double* sum, double* product) {
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
          const T behind = load<T>(gradient + place) * load<T>(factors + at) + load<T>(offsets + at);
          const T value = passed<hardSwish, T>(behind, u, floor, cap);
          store<T>(gradient + place, value);
          s[j] += value;
          p[j] += value * (in - load<T>(around + at));
        }
      addLanes<C>(s, c, channels, sum);
      addLanes<C>(p, c, channels, product);
    });
}

template <bool hardSwish>
inline void scaledBackwardAll(float* gradient, const float* y, const ScaledActivation& how, const float* factors,
                              const float* offsets, const float* around, Rows rows, int channels, double* sum,
                              double* product) {
  const Joined joined(channels);
  const Rows wide = rows / joined.factor, done = wide * joined.width, rest = rows - wide * joined.factor;
  const Repeated scale(how.scale, channels, joined), shift(how.shift, channels, joined);
  const Repeated f(factors, channels, joined), o(offsets, channels, joined), k(around, channels, joined);
  scaledBackwardRows<hardSwish>(gradient, y, scale.values, shift.values, how.floor, how.cap, f.values, o.values,
                                k.values, wide, joined.width, channels, sum, product);
  if (rest > 0)
    scaledBackwardRows<hardSwish>(gradient + done, y + done, how.scale, how.shift, how.floor, how.cap, factors, offsets,
                                  around, rest, channels, channels, sum, product);
}

void scaledBackward(float* gradient, const float* y, const ScaledActivation& how, const float* factors,
                    const float* offsets, const float* around, Rows rows, int channels, double* sum, double* product) {
  const auto backward = how.hardSwish ? scaledBackwardAll<true> : scaledBackwardAll<false>;
  backward(gradient, y, how, factors, offsets, around, rows, channels, sum, product);
}

}  // namespace ZIPPER_KERNEL_SET
}  // namespace zipper
