// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <memory>
#include <opencv2/core.hpp>
#include <string>
#include <vector>

#include "core/data/image_reading.h"
#include "core/support/error.h"

namespace zipper {

class Preprocessing;

/// An image that was decoded, but that preprocessing doesn't take: no damaged file, which would be left out.
class UnfitImage : public Error {
 public:
  using Error::Error;
};

/// Labelled images. Implementations are immutable after opening and may be read from several threads at once.
class Dataset {
 public:
  virtual ~Dataset() = default;
  virtual std::int64_t size() const = 0;
  /// 0 ... classNames().size()-1
  virtual int label(std::int64_t index) const = 0;
  /// 8-bit, one channel (grey) or three (RGB). Throws Error naming the file if the image can't be decoded. The pixels
  /// may be shared with a cache: clone() before writing to them.
  virtual cv::Mat image(std::int64_t index) const = 0;
  /// What Preprocessing::fit() makes of image() without random changes. Here it is made anew whenever it is asked for;
  /// fittedDataset() keeps it. Throws as image(), and UnfitImage.
  virtual cv::Mat fitted(std::int64_t index, const Preprocessing& preprocessing) const;
  /// For messages: the file's path, or "/data/train-images-idx3-ubyte.gz, image 17" (counted from 0).
  virtual std::string describeImage(std::int64_t index) const = 0;
  /// The path of the file that holds the image and nothing else; empty if there is none.
  virtual std::string imageFile([[maybe_unused]] std::int64_t index) const { return {}; }
  virtual const std::vector<std::string>& classNames() const = 0;
  /// What is worth saying about how it was read, a sentence each without the folder's name: which folder serves for
  /// what, what was left out, how the classes are ordered.
  virtual std::vector<std::string> notes() const { return {}; }
};

using DatasetPtr = std::shared_ptr<const Dataset>;

/// Validation images are those that a state is chosen by, where a data set brings some along beside its test images.
enum class Split { Train, Validation, Test };
/// "train", "val" or "test".
std::string toString(Split split);
/// The reverse; Error for other names.
Split splitFromString(const std::string& text);

struct OpenOptions {
  Split split = Split::Train;
  /// Used when the folder has no split of its own: this share of each class is held out as the test split, chosen by
  /// the seed.
  double testShare = 0.2;
  std::uint64_t splitSeed = 0;
  /// Decoded images are kept in memory up to this many bytes.
  std::size_t cacheBytes = std::size_t(512) << 20;
  ImageReading images = {};
  /// False where only images are needed: where the folder doesn't tell classes, all images in it or anywhere below it
  /// are a data set all the same, of one class without a name (see bare_images.h).
  bool labels = true;
};

/// Opens a data set and recognizes its kind by what the folder holds:
///  - IDX (MNIST's four file names, plain or .gz),
///  - CIFAR-10 binary batches (data_batch_*.bin, test_batch.bin; names from batches.meta.txt if there),
///  - class folders with images (see image_folder_dataset.h), directly or below folders for training, validation and
///    test,
///  - images beside lists (see list_dataset.h).
/// Split::Validation gives the test images where there are no validation images. Throws Error that says what was looked
/// for and what was found: missing folder, empty data set, a single class, labels outside the classes, image and label
/// counts that differ, truncated files. Without labels, a single class is no error.
DatasetPtr openDataset(const std::string& folder, const OpenOptions& options = {});

/// The validation images that a data set brings along beside training and test images; null if it has none. Throws as
/// openDataset().
DatasetPtr openValidation(const std::string& folder, const OpenOptions& options = {});

/// False for images of one class without a name, as OpenOptions::labels allows: their labels mean nothing.
bool hasClasses(const Dataset& dataset);

/// What there is to say about these, each sentence once; null ones are passed over.
std::vector<std::string> notesOf(const std::vector<DatasetPtr>& datasets);

/// The images of `base` at these indices, in this order. Throws Error if there is no such image.
DatasetPtr subset(DatasetPtr base, std::vector<std::int64_t> indices);

/// Two disjoint parts with the same class balance; `share` of each class (rounded, at least 1 if it has 2 or more) is
/// in the second.
struct SplitDatasets {
  DatasetPtr first, second;
};
SplitDatasets stratifiedSplit(DatasetPtr base, double share, std::uint64_t seed);

}  // namespace zipper
