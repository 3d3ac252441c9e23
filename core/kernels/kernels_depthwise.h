// SPDX-License-Identifier: GPL-3.0-or-later

// Depthwise convolutions; of one instruction set, as the loops of kernels_body.h.

#pragma once

#include "core/kernels/kernels_lanes.h"

namespace zipper {
namespace ZIPPER_KERNEL_SET {

#if defined(__AVX512F__)
constexpr int registers = 2;
#else
constexpr int registers = 1;
#endif
constexpr int sideBySide =
    4;  ///< pixels of a run that are summed together: that many sums and 3x3 weights in registers

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

/// Pixels of a row, every `period`-th from `pixel` on, that meet the same columns of a kernel.
struct Run {
  int pixel, pixels;
  Span columns;  ///< of the first one
};

/// All pixels of a row. Runs end where a kernel begins or ceases to reach over the border, so there are few: of a
/// kernel of 5 with a period of 2 at most 18.
struct Runs {
  static constexpr int most = 32;
  Run of[most];
  int count = 0;

  template <typename Columns>
  Runs(int pixels, int period, const Columns& columnsOf) {
    for (int phase = 0; phase < period; ++phase)
      for (int pixel = phase; pixel < pixels; pixel += period) {
        const Span columns = columnsOf(pixel);
        Run& last = of[count > 0 ? count - 1 : 0];
        const bool goesOn =
            pixel != phase && columns.first == last.columns.first && columns.count == last.columns.count;
        if (goesOn)
          ++last.pixels;
        else
          of[count++] = {pixel, 1, columns};
      }
  }
};

/// What the pixels of a run sum up: steps between rows, columns and pixels of values, between rows and columns of
/// weights, and between pixels of the results.
struct RunSums {
  int rows, columns, pixels;
  const float *values, *weights;
  float* out;
  Rows valueRow, valueColumn, valueStep, weightRow, weightColumn, outStep;
};

/// What becomes of a sum of channel c and those behind it before it is stored.
struct AsItIs {
  template <typename T>
  ZIPPER_INLINE T operator()(const T& sum, int) const {
    return sum;
  }
};

template <bool hardSwish>
struct Activating {
  const float *scale, *shift;
  float floor, cap;
  explicit Activating(const ScaledActivation& how)
      : scale(how.scale), shift(how.shift), floor(how.floor), cap(how.cap) {}
  template <typename T>
  ZIPPER_INLINE T operator()(const T& sum, int c) const {
    return activated<hardSwish, T>(sum * load<T>(scale + c) + load<T>(shift + c), floor, cap);
  }
};

/// Some pixels side by side, which share the weights that are loaded.
template <int together, typename After>
ZIPPER_INLINE void sumPixels(const RunSums& of, int rows, int columns, int channels, const After& after,
                             const float* values, float* out) {
  forChunks<registers>(channels, [=](auto chunk, int c) ZIPPER_FLAT {
    using C = decltype(chunk);
    using T = typename C::Type;
    T sums[together][C::count] = {};
    for (int row = 0; row < rows; ++row)
      for (int column = 0; column < columns; ++column) {
        const float* value = values + row * of.valueRow + column * of.valueColumn + c;
        const float* weight = of.weights + row * of.weightRow + column * of.weightColumn + c;
        for (int j = 0; j < C::count; ++j) {
          const T factor = load<T>(weight + j * C::lanes);
          for (int i = 0; i < together; ++i) sums[i][j] += load<T>(value + i * of.valueStep + j * C::lanes) * factor;
        }
      }
    for (int i = 0; i < together; ++i)
      for (int j = 0; j < C::count; ++j)
        store<T>(out + i * of.outStep + c + j * C::lanes, after(sums[i][j], c + j * C::lanes));
  });
}

template <typename After>
ZIPPER_INLINE void sumRun(const RunSums of, int rows, int columns, int channels, const After after) {
  const float* values = of.values;
  float* out = of.out;
  int left = of.pixels;
  for (; left >= sideBySide; left -= sideBySide) {
    sumPixels<sideBySide>(of, rows, columns, channels, after, values, out);
    values += sideBySide * of.valueStep;
    out += sideBySide * of.outStep;
  }
  static_assert(sideBySide == 4);
  if (left == 3) return sumPixels<3>(of, rows, columns, channels, after, values, out);
  if (left == 2) return sumPixels<2>(of, rows, columns, channels, after, values, out);
  if (left == 1) sumPixels<1>(of, rows, columns, channels, after, values, out);
}

template <int rows, int columns, typename After>
void sumRunOf(const RunSums& of, int channels, const After& after) {
  sumRun(of, rows, columns, channels, after);
}

template <int rows, typename After>
inline void sumRunOfRows(const RunSums& of, int channels, const After& after) {
  switch (of.columns) {
    case 1:
      return sumRunOf<rows, 1>(of, channels, after);
    case 2:
      return sumRunOf<rows, 2>(of, channels, after);
    default:
      return sumRunOf<rows, 3>(of, channels, after);
  }
}

template <typename After>
inline void sumRun(const RunSums& of, int channels, const After& after) {
  if (of.rows > 3 || of.columns > 3 || of.rows == 0 || of.columns == 0)
    return sumRun(of, of.rows, of.columns, channels, after);
  if (of.rows == 1) return sumRunOfRows<1>(of, channels, after);
  if (of.rows == 2) return sumRunOfRows<2>(of, channels, after);
  sumRunOfRows<3>(of, channels, after);
}

/// Where pixels side by side have fewer channels than a register has lanes, several of them are worked on as one: what
/// belongs to a channel is repeated for each.
struct SeveralPixels {
  static constexpr int lanes = Chunk<Register, 1>::lanes, most = 25 * lanes;
  int factor;
  alignas(sizeof(Register)) float weights[most], scale[lanes], shift[lanes];

  SeveralPixels(const DepthwiseShape& s, const float* of)
      : factor(s.stride == 1 && s.channels < lanes && lanes % s.channels == 0 ? lanes / s.channels : 1) {
    for (int tap = 0; factor > 1 && tap < s.kernel * s.kernel; ++tap)
      repeat(of + tap * s.channels, s.channels, weights + tap * lanes);
  }
  AsItIs of(const AsItIs& after, int) { return after; }
  template <bool hardSwish>
  Activating<hardSwish> of(Activating<hardSwish> after, int channels) {
    if (factor == 1) return after;
    repeat(after.scale, channels, scale);
    repeat(after.shift, channels, shift);
    after.scale = scale;
    after.shift = shift;
    return after;
  }

 private:
  static void repeat(const float* from, int channels, float* to) {
    for (int i = 0; i < lanes; ++i) to[i] = from[i % channels];
  }
};

template <typename After>
inline void convolve(const DepthwiseShape& s, const float* x, const float* weights, const After& after, float* y) {
  const Rows channels = s.channels, valueRow = s.width * channels, weightRow = s.kernel * channels;
  const Runs runs(s.outWidth, 1, [&](int ox) { return inputsOf(ox, s.kernel, s.left, s.stride, s.width); });
  SeveralPixels several(s, weights);
  const After afterSeveral = several.of(after, s.channels);
  constexpr int lanes = SeveralPixels::lanes;
  for (int oy = 0; oy < s.outHeight; ++oy, y += s.outWidth * channels) {
    const Span rows = inputsOf(oy, s.kernel, s.top, s.stride, s.height);
    for (int i = 0; i < runs.count; ++i) {
      const Run& run = runs.of[i];
      const float* values = x + rows.at * valueRow + run.columns.at * channels;
      const int wide = several.factor > 1 ? run.pixels / several.factor : 0, done = wide * several.factor;
      if (wide > 0)
        sumRun({rows.count, run.columns.count, wide, values,
                several.weights + (rows.first * s.kernel + run.columns.first) * lanes, y + run.pixel * channels,
                valueRow, channels, lanes, s.kernel * lanes, lanes, lanes},
               lanes, afterSeveral);
      if (done == run.pixels) continue;
      sumRun({rows.count, run.columns.count, run.pixels - done, values + done * s.stride * channels,
              weights + rows.first * weightRow + run.columns.first * channels, y + (run.pixel + done) * channels,
              valueRow, channels, s.stride * channels, weightRow, channels, channels},
             s.channels, after);
    }
  }
}

void depthwise(const DepthwiseShape& s, const float* x, const float* weights, const ScaledActivation* then, float* y) {
  if (then == nullptr) return convolve(s, x, weights, AsItIs(), y);
  then->hardSwish ? convolve(s, x, weights, Activating<true>(*then), y)
                  : convolve(s, x, weights, Activating<false>(*then), y);
}

void depthwiseBackwardInput(const DepthwiseShape& s, const float* gradient, const float* weights, float* out) {
  const Rows channels = s.channels, valueRow = s.outWidth * channels, weightRow = s.kernel * channels;
  const Runs runs(s.width, s.stride, [&](int ix) { return outputsOf(ix, s.kernel, s.left, s.stride, s.outWidth); });
  for (int iy = 0; iy < s.height; ++iy, out += s.width * channels) {
    const Span rows = outputsOf(iy, s.kernel, s.top, s.stride, s.outHeight);
    for (int i = 0; i < runs.count; ++i) {
      const Run& run = runs.of[i];
      sumRun({rows.count, run.columns.count, run.pixels, gradient + rows.at * valueRow + run.columns.at * channels,
              weights + rows.first * weightRow + run.columns.first * channels, out + run.pixel * channels, -valueRow,
              -channels, channels, s.stride * weightRow, s.stride * channels, s.stride * channels},
             s.channels, AsItIs());
    }
  }
}

/// Adds one output pixel's products with the inputs that rows and columns of a kernel meet to sums.
template <typename T, int rows, int kernel>
ZIPPER_INLINE void addPixel(const Span& columns, const float* x, Rows valueRow, Rows channels, const T& gradient,
                            T (&sums)[rows][kernel]) {
  for (int row = 0; row < rows; ++row)
    for (int k = 0; k < kernel; ++k)
      if (k >= columns.first && k < columns.first + columns.count)
        sums[row][k] += gradient * load<T>(x + row * valueRow + (k - columns.first) * channels);
}

/// One row of outputs against so many rows of inputs: the gradients of rows of weights. `x` is where the rows begin.
template <int rows, int kernel>
inline void addRows(const DepthwiseShape& s, const Runs& runs, const float* x, const float* gradient, float* weights) {
  const Rows channels = s.channels, valueRow = s.width * channels;
  forRegisters(s.channels, [&](auto chunk, int c) {
    using T = typename decltype(chunk)::Type;
    T sums[rows][kernel] = {};
    for (int r = 0; r < runs.count; ++r) {
      const Run& run = runs.of[r];
      const float *values = x + run.columns.at * channels + c, *g = gradient + run.pixel * channels + c;
      const bool whole = run.columns.count == kernel;
      for (int i = 0; i < run.pixels; ++i, values += s.stride * channels, g += channels)
        if (whole)
          addPixel<T, rows, kernel>({0, kernel, 0}, values, valueRow, channels, load<T>(g), sums);
        else
          addPixel<T, rows, kernel>(run.columns, values, valueRow, channels, load<T>(g), sums);
    }
    for (int row = 0; row < rows; ++row)
      for (int k = 0; k < kernel; ++k) {
        float* place = weights + (row * kernel + k) * channels + c;
        store<T>(place, load<T>(place) + sums[row][k]);
      }
  });
}

void depthwiseBackwardWeights(const DepthwiseShape& s, const float* x, const float* gradient, float* weights) {
  const Rows channels = s.channels, valueRow = s.width * channels;
  const Runs runs(s.outWidth, 1, [&](int ox) { return inputsOf(ox, s.kernel, s.left, s.stride, s.width); });
  for (int oy = 0; oy < s.outHeight; ++oy, gradient += s.outWidth * channels) {
    const Span rows = inputsOf(oy, s.kernel, s.top, s.stride, s.height);
    const float* values = x + rows.at * valueRow;
    float* row = weights + rows.first * s.kernel * channels;
    if (s.kernel == 3 && rows.count == 3) {
      addRows<3, 3>(s, runs, values, gradient, row);
      continue;
    }
    for (int i = 0; i < rows.count; ++i, values += valueRow, row += s.kernel * channels)
      s.kernel == 3 ? addRows<1, 3>(s, runs, values, gradient, row) : addRows<1, 5>(s, runs, values, gradient, row);
  }
}

}  // namespace ZIPPER_KERNEL_SET
}  // namespace zipper
