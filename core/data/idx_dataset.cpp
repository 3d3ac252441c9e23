// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/idx_dataset.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <iomanip>
#include <optional>

#include "core/data/byte_file.h"
#include "core/data/class_names.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr std::uint32_t imagesMagic = 0x803;  // unsigned bytes, three dimensions
constexpr std::uint32_t labelsMagic = 0x801;  // unsigned bytes, one dimension
constexpr std::uint32_t maximumSide = 4096;

using IdxBytes = std::vector<std::uint8_t>;

struct IdxImages {
  fs::path path;
  int count = 0, rows = 0, columns = 0;
  IdxBytes pixels;  // [count][rows][columns]
};

class IdxDataset : public Dataset {
 public:
  IdxDataset(IdxImages images, IdxBytes labels, std::vector<std::string> classNames)
      : images_(std::move(images)), labels_(std::move(labels)), classNames_(std::move(classNames)) {}
  std::int64_t size() const override { return images_.count; }
  int label(std::int64_t index) const override { return labels_.at(std::size_t(index)); }
  std::string describeImage(std::int64_t index) const override {
    return concat(wholePrintable(images_.path.string()), ", image ", index);
  }
  const std::vector<std::string>& classNames() const override { return classNames_; }

  cv::Mat image(std::int64_t index) const override {
    if (index < 0 || index >= size())
      fail(wholePrintable(images_.path.string()), ": there is no image ", index, " of ", size());
    cv::Mat copy(images_.rows, images_.columns, CV_8UC1);  // its own memory, so that it may outlive the data set
    const std::size_t bytes = copy.total();
    std::memcpy(copy.data, images_.pixels.data() + std::size_t(index) * bytes, bytes);
    return copy;
  }

 private:
  IdxImages images_;
  IdxBytes labels_;
  std::vector<std::string> classNames_;
};

/// The file under any of its names; nothing if there is none.
std::optional<fs::path> findFile(const fs::path& folder, const std::string& stem, const std::string& type) {
  for (const char* separator : {"-", "."})
    for (const char* suffix : {"", ".gz"}) {
      const fs::path path = folder / (stem + separator + type + suffix);
      std::error_code code;
      if (fs::is_regular_file(path, code)) return path;
    }
  return std::nullopt;
}

struct FilePair {
  std::optional<fs::path> images, labels;
  bool none() const { return !images && !labels; }
};

FilePair findPair(const fs::path& folder, const std::string& name) {
  return {findFile(folder, name + "-images", "idx3-ubyte"), findFile(folder, name + "-labels", "idx1-ubyte")};
}

/// The numbers of the header after the magic number, each big-endian.
template <std::size_t N>
std::array<std::uint32_t, N> readHeader(ByteFile& file, std::uint32_t magic, const char* kind) {
  std::array<std::uint32_t, N + 1> values{};
  for (auto& value : values) {
    std::array<std::uint8_t, 4> bytes{};
    file.read(bytes.data(), bytes.size());
    for (const auto byte : bytes) value = value << 8 | byte;
    if (&value == values.data() && value != magic)
      fail(wholePrintable(file.path().string()), ": is no IDX file of ", kind, ": the magic number 0x", std::hex,
           std::setfill('0'), std::setw(8), magic, " was expected, 0x", std::setw(8), value,
           " was found; check that the file has its right name");
  }
  std::array<std::uint32_t, N> sizes{};
  std::copy(values.begin() + 1, values.end(), sizes.begin());
  return sizes;
}

IdxImages readImages(const fs::path& path) {
  ByteFile file(path);
  const auto [count, rows, columns] = readHeader<3>(file, imagesMagic, "images");
  if (count == 0)
    fail(wholePrintable(path.string()),
         ": at least one image was expected, the header says 0; choose another data set");
  if (rows < 1 || columns < 1 || rows > maximumSide || columns > maximumSide || count > INT32_MAX)
    fail(wholePrintable(path.string()), ": images of 1x1 to ", maximumSide, "x", maximumSide,
         " were expected, the header says ", count, " images of ", rows, "x", columns,
         "; the file is damaged or of another kind");
  const std::uint64_t bytes = std::uint64_t(count) * rows * columns;
  file.expectSize(16 + bytes, concat("a header of 16 and ", count, " images of ", rows, "x", columns));
  IdxImages images{path, int(count), int(rows), int(columns), IdxBytes(std::size_t(bytes))};
  file.read(images.pixels.data(), images.pixels.size());
  file.expectEnd();
  return images;
}

IdxBytes readLabels(const fs::path& path) {
  ByteFile file(path);
  const auto [count] = readHeader<1>(file, labelsMagic, "labels");
  file.expectSize(8 + std::uint64_t(count), concat("a header of 8 and ", count, " labels"));
  IdxBytes labels(count);
  file.read(labels.data(), labels.size());
  file.expectEnd();
  return labels;
}

std::vector<std::string> findClassNames(const fs::path& folder, const IdxBytes& trainLabels) {
  std::error_code code;
  if (fs::exists(folder / "classes.txt", code)) return readClassNames(folder / "classes.txt");
  const auto largest = std::max_element(trainLabels.begin(), trainLabels.end());
  if (largest == trainLabels.end())
    fail(wholePrintable(folder.string()),
         ": the labels of the training images tell the classes, but there are none (the header says 0); add them, or "
         "a file classes.txt with a class name a line");
  return numberedClassNames(1 + *largest);
}

void checkLabels(const fs::path& path, const IdxBytes& labels, std::size_t classes) {
  const auto wrong = std::find_if(labels.begin(), labels.end(), [&](std::uint8_t label) { return label >= classes; });
  if (wrong == labels.end()) return;
  fail(wholePrintable(path.string()), ": image ", wrong - labels.begin(), " has label ", int(*wrong),
       ", allowed are 0 to ", classes - 1, "; correct the file or give classes.txt one line for each class");
}

FilePair pairOf(const fs::path& folder, const std::string& name) {
  FilePair pair = findPair(folder, name);
  if (pair.images && pair.labels) return pair;
  const std::string images = name + "-images-idx3-ubyte", labels = name + "-labels-idx1-ubyte";
  fail(wholePrintable(folder.string()), ": ", images, " and ", labels, " (plain or .gz) were expected, ",
       pair.none()    ? "both are missing"
       : !pair.images ? "the first is missing"
                      : "the second is missing",
       "; put the files there under these names");
}

}  // namespace

bool holdsIdx(const fs::path& folder) { return !findPair(folder, "train").none() || !findPair(folder, "t10k").none(); }

OpenedDataset openIdx(const fs::path& folder, Split split) {
  const bool hasOwnSplit = !findPair(folder, "t10k").none();
  const FilePair files = pairOf(folder, split == Split::Test && hasOwnSplit ? "t10k" : "train");
  IdxImages images = readImages(*files.images);
  IdxBytes labels = readLabels(*files.labels);
  if (labels.size() != std::size_t(images.count))
    fail(files.images->string(), ": has ", images.count, " images, but ", files.labels->string(), " has ",
         labels.size(), " labels; the two files must belong together");
  const auto trainLabels = findPair(folder, "train").labels;
  const bool own = !trainLabels || trainLabels == files.labels;
  auto classNames = findClassNames(folder, own ? labels : readLabels(*trainLabels));
  checkLabels(*files.labels, labels, classNames.size());
  return {std::make_shared<IdxDataset>(std::move(images), std::move(labels), std::move(classNames)), hasOwnSplit};
}

}  // namespace zipper
