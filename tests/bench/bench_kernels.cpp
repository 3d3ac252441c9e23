// SPDX-License-Identifier: GPL-3.0-or-later

// Where a calibration's time goes by kind of loop, on one thread, and how far each is from what the processor can do.
// Not a test: prints a table. All units of a MobileNet, one after another on random maps, as FusedStudent goes through
// them: image by image, or block of rows by block of rows.
//
//   bench_kernels [architecture = mobilenet_v1] [width = 1] [input size = 224] [stem stride = 2] [images = 8]
//
// The instruction set: ZIPPER_KERNELS=avx2 ONEDNN_MAX_CPU_ISA=AVX2 bench_kernels ...

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "core/compute/image_threads.h"
#include "core/compute/stem_patches.h"
#include "core/compute/unit_shapes.h"
#include "core/kernels/gemm.h"
#include "core/kernels/kernels.h"
#include "core/network/plan.h"
#include "core/support/compute_threads.h"
#include "core/support/mapped_memory.h"
#include "core/support/timing.h"

using namespace zipper;

namespace {

constexpr int repetitions = 9;

double seconds(const std::function<void()>& work) {
  return timeInTurns({{work}}, {repetitions, 1}).front().median / 1e3;
}

MappedFloats noise(std::int64_t count) {
  static std::mt19937 generator(1);
  std::uniform_real_distribution<float> between(-1, 1);
  MappedFloats values;
  values.resize(std::size_t(count));
  for (float& value : values) value = between(generator);
  return values;
}

/// Sums over the units of a network: operations are multiplications and additions, bytes those that are read or written
/// at least.
struct Row {
  std::string title;
  double seconds = 0, operations = 0, bytes = 0;
};

void print(const Row& row, double peak, double bandwidth) {
  std::printf("%-34s %9.2f ms %8.1f GFLOP/s %5.0f %% %8.1f GB/s %5.0f %%\n", row.title.c_str(), 1e3 * row.seconds,
              row.operations / row.seconds / 1e9, 100 * row.operations / row.seconds / peak,
              row.bytes / row.seconds / 1e9, 100 * row.bytes / row.seconds / bandwidth);
}

/// Memory for the unit in work, and what batch normalization does to it.
class Units {
 public:
  Units(const UnitShapes& shapes, std::int64_t images) : shapes_(shapes), images_(images) {
    std::int64_t largest = images * shapes.imageSize(), weights = 0, most = 0;
    for (const UnitShape& unit : shapes.units) {
      largest = std::max(largest, images * unit.size());
      weights = std::max<std::int64_t>(weights, 32 * unit.channels + std::int64_t(unit.channels) * unit.inputChannels);
      most = std::max<std::int64_t>(most, unit.channels);
    }
    for (MappedFloats* values : {&x_, &y_, &gradient_}) *values = noise(largest);
    weights_ = noise(weights);
    changes_ = noise(weights);
    channel_ = noise(most);
    block_.resize(std::size_t(1) << 20);
    sums_.resize(std::size_t(2 * most));
  }

  Row stem() {
    const UnitShape& unit = shapes_[0];
    const int patch = 9 * unit.window.channels;
    return over("stem, forward", UnitKind::Stem, 2.0 * patch, 8.0, [&](const UnitShape& shape) {
      const std::int64_t pixels = shape.pixels(), most = blockRows(patch + shape.channels);
      for (std::int64_t n = 0; n < images_; ++n)
        forRowBlocks(0, pixels, most, [&](std::int64_t row, std::int64_t rows) {
          gatherPatches(shape.window, x_.data() + n * shapes_.imageSize(), row, row + rows, block_.data());
          multiplyTransposed(rows, shape.channels, patch, block_.data(), weights_.data(),
                             y_.data() + (n * pixels + row) * shape.channels);
        });
    });
  }

  using OfImage = void (Units::*)(const UnitShape&, const float*, float*);
  Row depthwise(const std::string& title, OfImage call) {
    return over(title, UnitKind::Depthwise, 18.0, 8.0, [&](const UnitShape& shape) {
      const std::int64_t in = std::int64_t(shape.window.height) * shape.window.width * shape.window.channels;
      for (std::int64_t n = 0; n < images_; ++n) (this->*call)(shape, x_.data() + n * in, y_.data() + n * shape.size());
    });
  }
  void forward(const UnitShape& shape, const float* x, float* y) {
    kernels().depthwise(shape.window, x, weights_.data(), nullptr, y);
  }
  void backwardInput(const UnitShape& shape, const float*, float* y) {
    kernels().depthwiseBackwardInput(shape.window, y, weights_.data(), gradient_.data());
  }
  void backwardWeights(const UnitShape& shape, const float* x, float* y) {
    kernels().depthwiseBackwardWeights(shape.window, x, y, changes_.data());
  }

  Row pointwise(bool backward) {
    Weights weights;
    weights.set(weights_.data(), std::int64_t(weights_.size()));
    Row all{backward ? "pointwise, backward" : "pointwise, forward"};
    for (const UnitShape& shape : shapes_.units) {
      if (shape.kind != UnitKind::Pointwise) continue;
      const int in = shape.inputChannels, out = shape.channels;
      const std::int64_t rows = images_ * shape.pixels();
      all.seconds += seconds([&] {
        forRowBlocks(0, rows, blockRows(in + out), [&](std::int64_t row, std::int64_t count) {
          const float* x = x_.data() + row * in;
          float* y = y_.data() + row * out;
          if (backward)
            multiplyBackward(count, out, in, y, x, weights, changes_.data(), gradient_.data() + row * in);
          else
            multiplyTransposed(count, out, in, x, weights, y);
        });
      });
      all.operations += (backward ? 4.0 : 2.0) * double(rows) * in * out;
      all.bytes += 4.0 * double(rows) * (in + out) * (backward ? 2 : 1);
    }
    return all;
  }

  /// A pass over the maps of all units that have batch normalization, block by block: so many operations and bytes of
  /// memory for each value.
  Row pass(const std::string& title, double operations, double bytes,
           const std::function<void(std::int64_t row, std::int64_t rows, int channels)>& body) {
    Row all{title};
    for (const UnitShape& shape : shapes_.units) {
      if (!shape.normalizes()) continue;
      const std::int64_t rows = images_ * shape.pixels();
      all.seconds += seconds([&] {
        forRowBlocks(0, rows, blockRows(shape.channels),
                     [&](std::int64_t row, std::int64_t count) { body(row * shape.channels, count, shape.channels); });
      });
      all.operations += operations * double(rows) * shape.channels;
      all.bytes += bytes * double(rows) * shape.channels;
    }
    return all;
  }
  std::vector<Row> passes() {
    const float* c = channel_.data();
    const ScaledActivation how{c, c, 6, 0, false};
    double *sum = sums_.data(), *other = sums_.data() + sums_.size() / 2;
    return {pass("BN: sums", 3, 4,
                 [&](std::int64_t at, std::int64_t rows, int n) {
                   kernels().moments(y_.data() + at, c, rows, n, sum, other);
                 }),
            pass("BN and activation", 4, 8,
                 [&](std::int64_t at, std::int64_t rows, int n) {
                   kernels().activate(y_.data() + at, how, rows, n, x_.data() + at);
                 }),
            pass("the same with the L1 mismatch", 6, 12,
                 [&](std::int64_t at, std::int64_t rows, int n) {
                   sum[0] += kernels().activateAndCompare(y_.data() + at, how, gradient_.data() + at, rows, n,
                                                          x_.data() + at);
                 }),
            pass("activation, backward", 8, 12,
                 [&](std::int64_t at, std::int64_t rows, int n) {
                   kernels().activateBackward(gradient_.data() + at, y_.data() + at, how, nullptr, 0, c, rows, n, sum,
                                              other);
                 }),
            pass("BN, backward", 4, 12, [&](std::int64_t at, std::int64_t rows, int n) {
              kernels().combine(gradient_.data() + at, y_.data() + at, c, c, c, rows, n);
            })};
  }

 private:
  /// Units of a kind; operations for each value that is put out, and bytes for each that is read or written.
  Row over(const std::string& title, UnitKind kind, double operations, double bytes,
           const std::function<void(const UnitShape&)>& work) {
    Row all{title};
    for (const UnitShape& shape : shapes_.units) {
      if (shape.kind != kind) continue;
      all.seconds += seconds([&] { work(shape); });
      all.operations += operations * double(images_ * shape.size());
      all.bytes += bytes / 2 * double(images_) *
                   (double(shape.size()) + double(shape.window.height) * shape.window.width * shape.window.channels);
    }
    return all;
  }

  const UnitShapes& shapes_;
  const std::int64_t images_;
  MappedFloats x_, y_, gradient_, weights_, changes_, channel_, block_;
  std::vector<double> sums_;
};

/// What products of matrices reach whose sizes suit the processor, in operations a second.
double reachedByAProduct() {
  double most = 0;
  for (const std::int64_t n : {192, 288, 384, 576, 960}) {
    const MappedFloats a = noise(n * n), b = noise(n * n);
    MappedFloats c = noise(n * n);
    const double time = seconds([&] {
      for (int i = 0; i < 8; ++i) multiplyTransposed(n, n, n, a.data(), b.data(), c.data());
    });
    most = std::max(most, 16.0 * double(n) * double(n) * double(n) / time);
  }
  return most;
}

/// And a copy of 256 MB, in bytes read and written a second.
double reachedByACopy() {
  const MappedFloats from = noise(std::int64_t(1) << 26);
  MappedFloats to = from;
  return 8.0 * double(from.size()) / seconds([&] { std::copy(from.begin(), from.end(), to.begin()); });
}

}  // namespace

int main(int argc, char** argv) {
  const auto given = [&](int i, const char* otherwise) { return std::string(argc > i ? argv[i] : otherwise); };
  MobileNetSpec spec;
  spec.architecture = architectureFromString(given(1, "mobilenet_v1"));
  spec.width = std::atof(given(2, "1").c_str());
  spec.inputSize = std::atoi(given(3, "224").c_str());
  spec.stemStride = std::atoi(given(4, "2").c_str());
  const int images = std::atoi(given(5, "8").c_str());
  validate(spec);
  setComputeThreads(1);
  const UnitShapes shapes = unitShapes(planOf(spec), spec.padding);
  const double peak = reachedByAProduct(), bandwidth = reachedByACopy();
  std::printf("%s, width %g, %dx%d, stem stride %d, %d images, one thread, loops for %s\n",
              toString(spec.architecture).c_str(), spec.width, spec.inputSize, spec.inputSize, spec.stemStride, images,
              kernels().name);
  std::printf("the fastest product of square matrices: %.1f GFLOP/s; a copy of 256 MB: %.1f GB/s; in %% of these:\n",
              peak / 1e9, bandwidth / 1e9);
  Units units(shapes, images);
  std::vector<Row> rows{units.stem(),
                        units.depthwise("depthwise, forward", &Units::forward),
                        units.depthwise("depthwise, backward, inputs", &Units::backwardInput),
                        units.depthwise("depthwise, backward, weights", &Units::backwardWeights),
                        units.pointwise(false),
                        units.pointwise(true)};
  for (const Row& row : units.passes()) rows.push_back(row);
  for (const Row& row : rows) print(row, peak, bandwidth);
}
