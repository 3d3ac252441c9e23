// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/array_image.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "widgets/style/colors.h"

namespace zipper {

namespace {

constexpr int colors = 511;          ///< an odd number: 0 of a diverging scale has a colour of its own
constexpr int transparent = colors;  ///< behind them: NaN
using ColorTable = std::array<QRgb, colors + 1>;

ColorTable makeTable(ColorScale::Kind kind, bool dark) {
  ColorTable table{};
  for (int i = 0; i < colors; ++i)
    table[std::size_t(i)] = kind == ColorScale::Kind::Sequential ? style::sequentialColor(double(i) / (colors - 1))
                                                                 : style::divergingColor((i - 255) / 255.0, dark);
  return table;
}

const ColorTable& tableOf(ColorScale::Kind kind, bool dark) {
  static const std::array<ColorTable, 3> tables{makeTable(ColorScale::Kind::Sequential, false),
                                                makeTable(ColorScale::Kind::Diverging, false),
                                                makeTable(ColorScale::Kind::Diverging, true)};
  return tables[kind == ColorScale::Kind::Sequential ? 0 : dark ? 2 : 1];
}

/// The largest finite magnitude. Positive floats are ordered like their bits, and integers are compared several at a
/// time.
float largestMagnitude(const std::vector<const FloatArray*>& arrays) {
  constexpr std::int32_t infinity = 0x7F800000;
  std::int32_t largest = 0;
  for (const FloatArray* array : arrays)
    for (const float value : array->values) {
      std::int32_t bits = 0;
      std::memcpy(&bits, &value, sizeof bits);
      bits &= 0x7FFFFFFF;
      largest = std::max(largest, bits < infinity ? bits : 0);
    }
  float result = 0;
  std::memcpy(&result, &largest, sizeof result);
  return result;
}

/// The percentile by counting: a million values are not sorted while the user waits. Accurate to largest / 8192.
double percentileOfMagnitude(const std::vector<const FloatArray*>& arrays, float largest, double share) {
  constexpr int bins = 8192;
  std::vector<std::int64_t> counts(bins, 0);
  std::int64_t total = 0;
  const float perUnit = float(bins) / largest;
  for (const FloatArray* array : arrays)
    for (float value : array->values) {
      if (!std::isfinite(value)) continue;
      ++counts[std::size_t(std::min(bins - 1, int(std::abs(value) * perUnit)))];
      ++total;
    }
  const auto wanted = std::int64_t(std::ceil(share * double(total)));
  std::int64_t below = counts[0];
  int bin = 0;
  while (below < wanted) below += counts[std::size_t(++bin)];
  return bin == 0 ? double(largest) : double(largest) * (bin + 1) / bins;
}

QImage mosaic(const FloatArray& maps, const ColorScale& scale, bool dark) {
  const int channels = int(maps.shape[0]), height = int(maps.shape[1]), width = int(maps.shape[2]);
  const int columns = std::max(1, int(std::ceil(std::sqrt(double(channels)))));
  const int rows = (channels + columns - 1) / columns;
  QImage image(columns * (width + 1) - 1, rows * (height + 1) - 1, QImage::Format_ARGB32_Premultiplied);
  if (image.isNull()) return image;
  image.fill(Qt::transparent);
  for (int channel = 0; channel < channels; ++channel) {
    const QImage tile = channelImage(maps, channel, scale, dark);
    const int x = channel % columns * (width + 1), y = channel / columns * (height + 1);
    for (int row = 0; row < height; ++row)
      std::memcpy(image.scanLine(y + row) + 4 * x, tile.constScanLine(row), 4 * std::size_t(width));
  }
  return image;
}

}  // namespace

ColorScale robustScale(ColorScale::Kind kind, const std::vector<const FloatArray*>& arrays) {
  ColorScale scale;
  scale.kind = kind;
  const float largest = largestMagnitude(arrays);
  if (largest <= 0) return scale;
  scale.largest = double(largest);
  scale.limit = percentileOfMagnitude(arrays, largest, robustShare);
  return scale;
}

QImage arrayImage(const float* values, int rows, int columns, const ColorScale& scale, bool dark) {
  QImage image(columns, rows, QImage::Format_ARGB32_Premultiplied);
  if (image.isNull()) return image;
  const ColorTable& table = tableOf(scale.kind, dark);
  const bool diverging = scale.kind == ColorScale::Kind::Diverging;
  const float factor = float((diverging ? 255.0 : 510.0) / scale.limit), offset = diverging ? 255.5f : 0.5f;
  std::vector<int> places(std::size_t(columns), 0);
  for (int row = 0; row < rows; ++row, values += columns) {
    // Two loops: the compiler makes vector instructions of the first one.
    for (int column = 0; column < columns; ++column) {
      const float value = values[column];
      const float place = std::min(std::max(value * factor + offset, 0.f), float(colors - 1));
      places[std::size_t(column)] = value == value ? int(place) : transparent;
    }
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
    for (int column = 0; column < columns; ++column) line[column] = table[std::size_t(places[std::size_t(column)])];
  }
  return image;
}

QImage channelImage(const FloatArray& maps, int index, const ColorScale& scale, bool dark) {
  if (maps.shape.size() != 3 || index < 0 || index >= maps.shape[0]) return {};
  const auto size = maps.shape[1] * maps.shape[2];
  return arrayImage(maps.values.data() + index * size, int(maps.shape[1]), int(maps.shape[2]), scale, dark);
}

QImage wholeImage(const FloatArray& array, const ColorScale& scale, bool dark) {
  if (array.empty()) return {};
  if (array.shape.size() == 3) return mosaic(array, scale, dark);
  return arrayImage(array.values.data(), int(array.shape[0]), int(array.shape[1]), scale, dark);
}

}  // namespace zipper
