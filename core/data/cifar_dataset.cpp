// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/cifar_dataset.h"

#include "core/data/byte_file.h"
#include "core/data/class_names.h"
#include "core/data/folder_listing.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr int side = 32;
constexpr std::size_t plane = std::size_t(side) * side;
constexpr std::size_t recordBytes = 1 + 3 * plane;

struct Batches {
  struct File {
    fs::path path;
    std::int64_t first = 0;  // index of its first image
  };
  std::vector<File> files;
  std::vector<std::uint8_t> records;
  std::int64_t count() const { return std::int64_t(records.size() / recordBytes); }
};

class CifarDataset : public Dataset {
 public:
  CifarDataset(Batches batches, std::vector<std::string> classNames)
      : batches_(std::move(batches)), classNames_(std::move(classNames)) {}
  std::int64_t size() const override { return batches_.count(); }
  int label(std::int64_t index) const override { return batches_.records.at(std::size_t(index) * recordBytes); }
  const std::vector<std::string>& classNames() const override { return classNames_; }

  std::string describeImage(std::int64_t index) const override {
    auto file = batches_.files.rbegin();
    while (std::next(file) != batches_.files.rend() && file->first > index) ++file;
    return concat(wholePrintable(file->path.string()), ", image ", index - file->first);
  }

  cv::Mat image(std::int64_t index) const override {
    if (index < 0 || index >= size())
      fail(batches_.files.front().path.string(), ": there is no image ", index, " of ", size());
    const std::uint8_t* red = batches_.records.data() + std::size_t(index) * recordBytes + 1;
    cv::Mat image(side, side, CV_8UC3);
    for (std::size_t i = 0; i < plane; ++i) {
      image.data[3 * i] = red[i];
      image.data[3 * i + 1] = red[plane + i];
      image.data[3 * i + 2] = red[2 * plane + i];
    }
    return image;
  }

 private:
  Batches batches_;
  std::vector<std::string> classNames_;
};

std::vector<fs::path> findBatches(const fs::path& folder, const std::string& prefix) {
  std::vector<fs::path> found;
  for (const auto& path : listFolder(folder).files)
    if (path.extension() == ".bin" && path.filename().string().rfind(prefix, 0) == 0) found.push_back(path);
  return found;
}

void append(Batches& batches, const fs::path& path) {
  std::error_code code;
  const std::uint64_t bytes = fs::file_size(path, code);
  if (code) fail(wholePrintable(path.string()), ": can't be read: ", code.message());
  if (bytes == 0 || bytes % recordBytes != 0)
    fail(wholePrintable(path.string()), ": images of ", recordBytes, " bytes each were expected, ", bytes,
         " bytes were found: the file is empty, truncated or of another kind; download or copy it again");
  ByteFile file(path);
  file.expectSize(bytes, concat(bytes / recordBytes, " images of ", recordBytes, " bytes"));
  const std::size_t before = batches.records.size();
  checkMemory(path.parent_path(), before + bytes, "all its batches together");
  batches.files.push_back({path, batches.count()});
  batches.records.resize(before + std::size_t(bytes));
  file.read(batches.records.data() + before, std::size_t(bytes));
}

void checkLabels(const Dataset& dataset) {
  const auto classes = int(dataset.classNames().size());
  for (std::int64_t i = 0; i < dataset.size(); ++i)
    if (dataset.label(i) >= classes)
      fail(dataset.describeImage(i), ": has label ", dataset.label(i), ", allowed are 0 to ", classes - 1,
           "; the file is damaged or no CIFAR-10 batch");
}

}  // namespace

bool holdsCifar(const fs::path& folder) {
  return !findBatches(folder, "data_batch_").empty() || !findBatches(folder, "test_batch").empty();
}

OpenedDataset openCifar(const fs::path& folder, Split split) {
  const auto test = findBatches(folder, "test_batch");
  const bool useTest = split == Split::Test && !test.empty();
  const auto paths = useTest ? test : findBatches(folder, "data_batch_");
  if (paths.empty())
    fail(wholePrintable(folder.string()),
         ": data_batch_1.bin and so on were expected, only test_batch.bin was found; add the train batches");
  Batches batches;
  for (const auto& path : paths) append(batches, path);
  std::error_code code;
  const fs::path meta = folder / "batches.meta.txt";
  auto classNames = fs::exists(meta, code) ? readClassNames(meta) : numberedClassNames(10);
  const auto dataset = std::make_shared<CifarDataset>(std::move(batches), std::move(classNames));
  checkLabels(*dataset);
  return {dataset, !test.empty()};
}

}  // namespace zipper
