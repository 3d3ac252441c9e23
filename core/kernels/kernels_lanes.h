// SPDX-License-Identifier: GPL-3.0-or-later

// What the loops of kernels_body.h have in common; of one instruction set, as they are.

#pragma once

#include "core/kernels/kernel_functions.h"

namespace zipper {
namespace ZIPPER_KERNEL_SET {

using Rows = std::int64_t;
typedef float Lanes16 __attribute__((vector_size(64)));
typedef float Lanes8 __attribute__((vector_size(32)));
typedef float Lanes4 __attribute__((vector_size(16)));
#if defined(__AVX512F__)
using Register = Lanes16;
#elif defined(__AVX2__)
using Register = Lanes8;
#else
using Register = Lanes4;
#endif
#define ZIPPER_INLINE inline __attribute__((always_inline))
#define ZIPPER_FLAT __attribute__((always_inline))

constexpr int narrow = 64;   ///< rows shorter than this are joined to longer ones
constexpr int widest = 128;  ///< of joined rows
constexpr int block = 128;   ///< rows that are summed in float before the sums go on in double

/// `count` vectors of channels that are worked on together, so that what belongs to a channel stays in registers.
template <typename T, int count_>
struct Chunk {
  using Type = T;
  static constexpr int count = count_;
  static constexpr int lanes = sizeof(T) / sizeof(float);
  static constexpr int channels = count * lanes;
};

/// body(chunk, first channel) for all channels, in chunks as large as fit: of `most` vectors, then of one.
template <int most = 4, typename Body>
ZIPPER_INLINE void forChunks(int channels, const Body& body) {
  int c = 0;
  for (; c + 16 * most <= channels; c += 16 * most) body(Chunk<Lanes16, most>(), c);
  for (; c + 16 <= channels; c += 16) body(Chunk<Lanes16, 1>(), c);
  for (; c + 8 <= channels; c += 8) body(Chunk<Lanes8, 1>(), c);
  for (; c < channels; ++c) body(Chunk<float, 1>(), c);
}

/// body(chunk, first channel) for all channels, a register at a time.
template <typename Body>
ZIPPER_INLINE void forRegisters(int channels, const Body& body) {
  constexpr int lanes = Chunk<Register, 1>::lanes;
  int c = 0;
  for (; c + lanes <= channels; c += lanes) body(Chunk<Register, 1>(), c);
  if constexpr (lanes > 8)
    for (; c + 8 <= channels; c += 8) body(Chunk<Lanes8, 1>(), c);
  if constexpr (lanes > 4)
    for (; c + 4 <= channels; c += 4) body(Chunk<Lanes4, 1>(), c);
  for (; c < channels; ++c) body(Chunk<float, 1>(), c);
}

template <typename T>
ZIPPER_INLINE T load(const float* from) {
  T value;
  __builtin_memcpy(&value, from, sizeof(T));
  return value;
}

template <typename T>
ZIPPER_INLINE void store(float* to, const T& value) {
  __builtin_memcpy(to, &value, sizeof(T));
}

template <typename T>
ZIPPER_INLINE T clamped(T u, float floor, float cap) {  // NaN stays NaN
  const T bottom = T() + floor, top = T() + cap;
  u = u < bottom ? bottom : u;
  return u > top ? top : u;
}

/// What an activation makes of u; and what it lets pass of a gradient on the way back.
template <bool hardSwish, typename T>
ZIPPER_INLINE T activated(T u, float floor, float cap) {
  if constexpr (hardSwish)
    return u * (clamped<T>(u + (T() + 3.0f), 0.0f, 6.0f) * (T() + 1.0f / 6));
  else
    return clamped<T>(u, floor, cap);
}

template <bool hardSwish, typename T>
ZIPPER_INLINE T passed(T value, T u, float floor, float cap) {
  const T zero = T();
  if constexpr (hardSwish) {
    const T bottom = zero - 3.0f, top = zero + 3.0f, one = zero + 1.0f;
    T slope = u * (zero + 1.0f / 3) + (zero + 0.5f);
    slope = u < bottom ? zero : slope;
    slope = u > top ? one : slope;
    return value * slope;
  } else {
    const T bottom = zero + floor, top = zero + cap;
    value = u > bottom ? value : zero;
    return u < top ? value : zero;
  }
}

/// Adds the lanes of a chunk's sums to those of their channels; rows may be joined ones.
template <typename C>
inline void addLanes(const typename C::Type* values, int c, int channels, double* sums) {
  const float* lanes = reinterpret_cast<const float*>(values);
  for (int i = 0; i < C::channels; ++i) sums[(c + i) % channels] += double(lanes[i]);
}

/// Rows of few channels seen as fewer rows that hold several pixels each.
struct Joined {
  int factor, width;
  explicit Joined(int channels) : factor(channels < narrow ? (narrow + channels - 1) / channels : 1) {
    width = channels * factor;
  }
};

/// A parameter per channel, repeated for joined rows; the original where nothing is joined.
struct Repeated {
  float own[widest];
  const float* values;
  Repeated(const float* original, int channels, const Joined& joined) : values(original) {
    if (joined.factor == 1) return;
    for (int i = 0; i < joined.width; ++i) own[i] = original[i % channels];
    values = own;
  }
};

}  // namespace ZIPPER_KERNEL_SET
}  // namespace zipper
