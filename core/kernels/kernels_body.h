// SPDX-License-Identifier: GPL-3.0-or-later

// The loops of kernel_functions.h, written once and compiled once per instruction set: each file that includes this one
// defines ZIPPER_KERNEL_SET. No header of the standard library may be included here: its inline functions, compiled for
// one processor, could end up in code for another.

#include "core/kernels/kernel_functions.h"

namespace zipper {
namespace ZIPPER_KERNEL_SET {

using Rows = std::int64_t;
typedef float Lanes16 __attribute__((vector_size(64)));
typedef float Lanes8 __attribute__((vector_size(32)));
#define ZIPPER_INLINE inline __attribute__((always_inline))

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

/// body(chunk, first channel) for all channels, in chunks as large as fit.
template <typename Body>
inline void forChunks(int channels, const Body& body) {
  int c = 0;
  for (; c + 64 <= channels; c += 64) body(Chunk<Lanes16, 4>(), c);
  for (; c + 16 <= channels; c += 16) body(Chunk<Lanes16, 1>(), c);
  for (; c + 8 <= channels; c += 8) body(Chunk<Lanes8, 1>(), c);
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

inline void activateRows(const float* y, const float* scale, const float* shift, float floor, float cap, Rows rows,
                         int width, float* z) {
  for (Rows r = 0; r < rows; ++r)
    forChunks(width, [&](auto chunk, int c) {
      using C = decltype(chunk);
      using T = typename C::Type;
      for (int j = 0; j < C::count; ++j) {
        const int at = c + j * C::lanes;
        store<T>(z + r * width + at,
                 clamped<T>(load<T>(y + r * width + at) * load<T>(scale + at) + load<T>(shift + at), floor, cap));
      }
    });
}

void activate(const float* y, const ScaledActivation& how, Rows rows, int channels, float* z) {
  const Joined joined(channels);
  const Rows wide = rows / joined.factor, done = wide * joined.width, rest = rows - wide * joined.factor;
  const Repeated scale(how.scale, channels, joined), shift(how.shift, channels, joined);
  activateRows(y, scale.values, shift.values, how.floor, how.cap, wide, joined.width, z);
  if (rest > 0) activateRows(y + done, how.scale, how.shift, how.floor, how.cap, rest, channels, z + done);
}

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
          const T value = clamped<T>(load<T>(y + place) * load<T>(scale + at) + load<T>(shift + at), floor, cap);
          const T difference = value - load<T>(wanted + place);
          store<T>(z + place, value);
          sums[j] += difference > T() ? difference : -difference;
        }
      addLanes<C>(sums, 0, 1, &total);
    });
  return total;
}

double activateAndCompare(const float* y, const ScaledActivation& how, const float* wanted, Rows rows, int channels,
                          float* z) {
  const Joined joined(channels);
  const Rows wide = rows / joined.factor, done = wide * joined.width, rest = rows - wide * joined.factor;
  const Repeated scale(how.scale, channels, joined), shift(how.shift, channels, joined);
  double sum = compareRows(y, scale.values, shift.values, how.floor, how.cap, wanted, wide, joined.width, z);
  if (rest > 0)
    sum += compareRows(y + done, how.scale, how.shift, how.floor, how.cap, wanted + done, rest, channels, z + done);
  return sum;
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

template <bool compares>
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
          const T zero = T(), bottom = zero + floor, top = zero + cap;
          if (compares) {
            const T z = clamped<T>(u, floor, cap), w = load<T>(wanted + place), plus = zero + weight,
                    minus = zero - weight;
            value += z > w ? plus : (z < w ? minus : zero);
          }
          value = u > bottom ? value : zero;
          value = u < top ? value : zero;
          store<T>(gradient + place, value);
          s[j] += value;
          p[j] += value * (in - load<T>(around + at));
        }
      addLanes<C>(s, c, channels, sum);
      addLanes<C>(p, c, channels, product);
    });
}

template <bool compares>
inline void backwardOf(float* gradient, const float* y, const ScaledActivation& how, const float* wanted, float weight,
                       const float* around, Rows rows, int channels, double* sum, double* product) {
  const Joined joined(channels);
  const Rows wide = rows / joined.factor, done = wide * joined.width, rest = rows - wide * joined.factor;
  const Repeated scale(how.scale, channels, joined), shift(how.shift, channels, joined), k(around, channels, joined);
  backwardRows<compares>(gradient, y, scale.values, shift.values, how.floor, how.cap, wanted, weight, k.values, wide,
                         joined.width, channels, sum, product);
  if (rest > 0)
    backwardRows<compares>(gradient + done, y + done, how.scale, how.shift, how.floor, how.cap,
                           compares ? wanted + done : wanted, weight, around, rest, channels, channels, sum, product);
}

void activateBackward(float* gradient, const float* y, const ScaledActivation& how, const float* wanted, float weight,
                      const float* around, Rows rows, int channels, double* sum, double* product) {
  if (wanted != nullptr)
    backwardOf<true>(gradient, y, how, wanted, weight, around, rows, channels, sum, product);
  else
    backwardOf<false>(gradient, y, how, wanted, weight, around, rows, channels, sum, product);
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

/// Products that one pixel sums up: at most nine rows of values and of weights.
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

void depthwise(const DepthwiseShape& s, const float* x, const float* weights, float* y) {
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

/// One row of outputs against one row of inputs: the gradients of three rows of weights.
inline void addRow(const DepthwiseShape& s, const float* x, const float* gradient, float* weights) {
  const Rows channels = s.channels;
  forChunks(s.channels, [&](auto chunk, int c) {
    using C = decltype(chunk);
    using T = typename C::Type;
    T sums[3][C::count] = {};
    for (int ox = 0; ox < s.outWidth; ++ox)
      for (int k = 0; k < 3; ++k) {
        const int ix = ox * s.stride + k - s.left;
        if (ix < 0 || ix >= s.width) continue;
        for (int j = 0; j < C::count; ++j)
          sums[k][j] +=
              load<T>(gradient + ox * channels + c + j * C::lanes) * load<T>(x + ix * channels + c + j * C::lanes);
      }
    for (int k = 0; k < 3; ++k)
      for (int j = 0; j < C::count; ++j) {
        float* place = weights + k * channels + c + j * C::lanes;
        store<T>(place, load<T>(place) + sums[k][j]);
      }
  });
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

void depthwiseBackwardWeights(const DepthwiseShape& s, const float* x, const float* gradient, float* weights) {
  const Rows channels = s.channels;
  for (int oy = 0; oy < s.outHeight; ++oy)
    for (int ky = 0; ky < 3; ++ky) {
      const int iy = oy * s.stride + ky - s.top;
      if (iy >= 0 && iy < s.height)
        addRow(s, x + Rows(iy) * s.width * channels, gradient + Rows(oy) * s.outWidth * channels,
               weights + ky * 3 * channels);
    }
}

}  // namespace ZIPPER_KERNEL_SET
}  // namespace zipper
