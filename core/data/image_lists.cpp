// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/image_lists.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/data/decode_image.h"
#include "core/data/folder_listing.h"
#include "core/data/mat_file.h"
#include "core/data/path_text.h"
#include "core/data/split_names.h"
#include "core/data/text_table.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/lower_case.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr std::size_t mostListBytes = std::size_t(64) << 20;

bool isFile(const fs::path& path) {
  std::error_code code;
  return fs::is_regular_file(path, code);
}

/// In lower case, letters and digits only: "File Name" and "file_name" are the same.
std::string bare(const std::string& text) {
  std::string result;
  for (const char c : asciiLowerCase(text)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) result += c;
  }
  return result;
}

// The surest first.
constexpr const char* fileHeadings[] = {"filename",      "filepath", "file",    "imagepath", "imagefile", "imagename",
                                        "imgpath",       "imgname",  "imgfile", "path",      "image",     "img",
                                        "picture",       "photo",    "fname",   "filenames", "images",    "files",
                                        "imagefilename", "imageid",  "imgid",   "name",      "id"};
constexpr const char* labelHeadings[] = {"label",        "class",      "classname",  "labelname", "category",
                                         "categoryname", "classlabel", "labels",     "classes",   "target",
                                         "species",      "breed",      "diagnosis",  "variety",   "tag",
                                         "groundtruth",  "classid",    "categoryid", "labelid",   "y"};
constexpr const char* splitHeadings[] = {"split", "set", "subset", "partition", "dataset", "usage"};

template <std::size_t N>
std::optional<std::size_t> columnOf(const std::vector<std::string>& headings, const char* const (&known)[N]) {
  for (const char* name : known)
    for (std::size_t i = 0; i < headings.size(); ++i)
      if (bare(headings[i]) == name) return i;
  return std::nullopt;
}

std::string join(const std::vector<std::string>& texts) {
  std::string list;
  for (std::size_t i = 0; i < texts.size() && i < 8; ++i) list += (i > 0 ? ", " : "") + printable(texts[i], 40);
  return list + (texts.size() > 8 ? ", ..." : "");
}

using ListedImages = std::vector<ListedImage>;

/// A column that says what an image serves for: by a name, or by whether it is one of these.
struct SplitColumn {
  std::size_t at = 0;
  std::string heading;
  std::optional<Split> flagged;  // "is_valid": True or 1 for these
};

std::vector<SplitColumn> splitColumnsOf(const std::vector<std::string>& headings) {
  if (const auto at = columnOf(headings, splitHeadings)) return {{*at, headings[*at], std::nullopt}};
  constexpr const char* validation[] = {"isvalid", "isval", "isvalidation"};
  constexpr const char* test[] = {"istest"};
  std::vector<SplitColumn> columns;
  if (const auto at = columnOf(headings, validation)) columns.push_back({*at, headings[*at], Split::Validation});
  if (const auto at = columnOf(headings, test)) columns.push_back({*at, headings[*at], Split::Test});
  return columns;
}

bool isTrue(const SplitColumn& column, const std::string& text, std::size_t line) {
  const std::string value = asciiLowerCase(text);
  for (const char* yes : {"1", "1.0", "true", "t", "yes", "y"})
    if (value == yes) return true;
  for (const char* no : {"", "0", "0.0", "false", "f", "no", "n"})
    if (value == no) return false;
  fail("line ", line, ": true or false was expected under \"", printable(column.heading, 40), "\", \"",
       printable(text, 40), "\" was found");
}

std::optional<Split> splitOfRow(const std::vector<SplitColumn>& columns, const TableRow& row) {
  std::optional<Split> split;
  for (const SplitColumn& column : columns) {
    if (column.at >= row.fields.size()) continue;
    const std::string& text = row.fields[column.at];
    if (!column.flagged) {
      split = splitOfFolder(text);
      if (!split)
        fail("line ", row.line, ": train, val or test was expected under \"", printable(column.heading, 40), "\", \"",
             printable(text, 40), "\" was found");
    } else if (isTrue(column, text, row.line)) {
      if (split && *split != Split::Train)
        fail("line ", row.line, ": an image for validation and for testing was found; one of them was expected");
      split = column.flagged;
    } else if (!split) {
      split = Split::Train;
    }
  }
  return split;
}

ListedImages imagesOfTable(const fs::path& path) {
  const std::vector<TableRow> rows = parseTable(readUtf8File(path, mostListBytes));
  if (rows.empty()) fail("it is empty");
  const auto& headings = rows[0].fields;
  std::optional<std::size_t> file = columnOf(headings, fileHeadings), label = columnOf(headings, labelHeadings);
  const std::vector<SplitColumn> splits = splitColumnsOf(headings);
  const bool bareRows = headings.size() == 2 && hasImageExtension(headings[0]);
  if (bareRows) file = 0, label = 1;
  if (!file) fail("no column is headed as one of files (filename, path, image ...); found were ", join(headings));
  if (!label) fail("no column is headed as one of classes (label, class, category ...); found were ", join(headings));
  ListedImages images;
  for (std::size_t i = bareRows ? 0 : 1; i < rows.size(); ++i) {
    const auto& [line, fields] = rows[i];
    if (std::max(*file, *label) >= fields.size() || fields[*file].empty() || fields[*label].empty())
      fail("line ", line, ": a file and its class were expected, ", fields.size(), " fields were found");
    ListedImage image{fields[*file], fields[*label], std::nullopt, line, 0};
    if (!bareRows) image.split = splitOfRow(splits, rows[i]);
    images.push_back(std::move(image));
  }
  return images;
}

/// Nothing if the file is another kind of text.
std::optional<ListedImages> imagesOfPairs(const fs::path& path) {
  ListedImages images;
  for (auto& row : parsePairs(readUtf8File(path, mostListBytes))) {
    if (images.empty() && (row.fields.size() < 2 || !hasImageExtension(row.fields[0]))) return std::nullopt;
    if (row.fields.size() < 2) fail("line ", row.line, ": a file and its class were expected");
    images.push_back({std::move(row.fields[0]), std::move(row.fields[1]), std::nullopt, row.line, 0});
  }
  return images.empty() ? std::nullopt : std::optional(std::move(images));
}

struct Candidate {
  fs::path path;
  std::optional<Split> split;  // of its name, or of the folder that it lies in
  ListedImages images;
};

bool mayBePairs(const fs::path& path) {
  const std::string stem = bare(path.stem().string());
  return splitOfList(path.stem().string()) || stem == "labels" || stem == "list" || stem == "annotations" ||
         stem == "filelist" || stem == "images";
}

void lookAt(const fs::path& path, std::optional<Split> split, std::vector<Candidate>& candidates,
            std::vector<std::string>& reasons) {
  const std::string ending = bare(path.extension().string());
  const bool table = ending == "csv" || ending == "tsv";
  if (!table && (ending != "txt" || !mayBePairs(path))) return;
  try {
    std::optional<ListedImages> images = table ? imagesOfTable(path) : imagesOfPairs(path);
    if (!images) return;
    if (images->empty()) fail("it lists no images");
    if (!split) split = splitOfList(path.stem().string());
    candidates.push_back({path, split, std::move(*images)});
  } catch (const Error& error) {
    reasons.push_back(concat(lastOf(path), ": ", error.what()));
  }
}

/// Of lists for one split the first counts: the endings are in the order csv, tsv, txt.
void keepOnePerSplit(std::vector<Candidate>& candidates, std::vector<std::string>& notes) {
  std::vector<Candidate> kept;
  std::set<Split> seen;
  for (Candidate& candidate : candidates) {
    if (candidate.split && seen.insert(*candidate.split).second)
      kept.push_back(std::move(candidate));
    else
      notes.push_back(lastOf(candidate.path) + " isn't used beside the other lists");
  }
  candidates = std::move(kept);
}

ImageLists combined(std::vector<Candidate> candidates, std::vector<std::string> notes) {
  ImageLists lists;
  lists.notes = std::move(notes);
  for (Candidate& candidate : candidates) {
    for (ListedImage& image : candidate.images) {
      if (!image.split) image.split = candidate.split;
      image.list = lists.files.size();
      lists.images.push_back(std::move(image));
    }
    lists.files.push_back(candidate.path);
  }
  return lists;
}

FoundLists findTables(const fs::path& folder) {
  FoundLists found;
  std::vector<Candidate> candidates;
  const FolderListing listing = listFolder(folder);
  for (const fs::path& file : listing.files) lookAt(file, std::nullopt, candidates, found.reasons);
  for (const fs::path& inner : listing.folders)
    if (const auto split = splitOfFolder(inner.filename().string()))
      for (const fs::path& file : listFolder(inner).files) lookAt(file, split, candidates, found.reasons);
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.path.extension() < b.path.extension(); });
  const bool hasTraining =
      std::any_of(candidates.begin(), candidates.end(), [](const Candidate& c) { return c.split == Split::Train; });
  std::vector<std::string> notes;
  if (hasTraining) {
    keepOnePerSplit(candidates, notes);
  } else {
    candidates.erase(std::remove_if(candidates.begin(), candidates.end(), [](const auto& c) { return c.split; }),
                     candidates.end());
    if (candidates.size() > 1) {
      found.reasons.push_back(concat(lastOf(candidates[0].path), " and ", lastOf(candidates[1].path),
                                     " both list images with classes; keep one of them"));
      return found;
    }
  }
  if (!candidates.empty()) found.lists = combined(std::move(candidates), std::move(notes));
  return found;
}

/// Lines "number text" by their numbers, which must differ.
std::map<std::int64_t, std::string> numberedLines(const fs::path& path) {
  std::map<std::int64_t, std::string> lines;
  for (const TableRow& row : parseNumbered(readUtf8File(path, mostListBytes))) {
    const std::string& number = row.fields[0];
    const bool digits =
        number.size() <= 9 && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || row.fields.size() < 2)
      fail(nameOf(path), ", line ", row.line, ": a number and something behind it were expected");
    if (!lines.emplace(std::stoll(number), row.fields[1]).second)
      fail(nameOf(path), ", line ", row.line, ": the number ", number, " occurs twice");
  }
  if (lines.empty()) fail(nameOf(path), ": is empty");
  return lines;
}

const std::string& lineOf(const std::map<std::int64_t, std::string>& lines, std::int64_t number, const fs::path& path) {
  const auto found = lines.find(number);
  if (found == lines.end()) fail(nameOf(path), ": there is no line for number ", number);
  return found->second;
}

ImageLists readCub(const fs::path& folder) {
  const fs::path imagesFile = folder / "images.txt", labelsFile = folder / "image_class_labels.txt";
  const fs::path splitFile = folder / "train_test_split.txt", classesFile = folder / "classes.txt";
  const auto paths = numberedLines(imagesFile), labels = numberedLines(labelsFile);
  std::map<std::int64_t, std::string> splits, classes;
  if (isFile(splitFile)) splits = numberedLines(splitFile);
  if (isFile(classesFile)) classes = numberedLines(classesFile);
  ImageLists lists;
  lists.files = {imagesFile};
  for (const auto& [number, name] : classes) lists.classNames.push_back(name);
  for (const auto& [number, path] : paths) {
    ListedImage image{path, lineOf(labels, number, labelsFile), std::nullopt, 0, 0};
    if (!splits.empty()) image.split = lineOf(splits, number, splitFile) == "1" ? Split::Train : Split::Test;
    if (!classes.empty()) {
      const std::string& label = image.label;
      if (label.empty() || label.size() > 9 || label.find_first_not_of("0123456789") != std::string::npos)
        fail(nameOf(labelsFile), ": \"", printable(label, 40), "\" is no number of a class");
      image.label = lineOf(classes, std::stoll(label), classesFile);
    }
    lists.images.push_back(std::move(image));
  }
  return lists;
}

const std::vector<std::int64_t>& arrayOf(const MatArrays& arrays, const char* name, const fs::path& path) {
  const auto found = arrays.find(name);
  if (found == arrays.end()) fail(nameOf(path), ": has no numbers called \"", name, "\", as Flowers-102 has them");
  return found->second;
}

/// image_00001.jpg has the first label. Nilsback and Zisserman's split has few training and many test images: which is
/// which is said by setid.mat's names.
ImageLists readFlowers(const fs::path& folder) {
  const fs::path labelsFile = folder / "imagelabels.mat", splitFile = folder / "setid.mat";
  const MatArrays labelArrays = readMatFile(labelsFile);
  const auto& labels = arrayOf(labelArrays, "labels", labelsFile);
  std::map<std::int64_t, Split> splits;
  if (isFile(splitFile)) {
    const MatArrays arrays = readMatFile(splitFile);
    const std::pair<const char*, Split> names[] = {
        {"trnid", Split::Train}, {"valid", Split::Validation}, {"tstid", Split::Test}};
    for (const auto& [name, split] : names)
      for (const std::int64_t number : arrayOf(arrays, name, splitFile)) splits[number] = split;
  }
  ImageLists lists;
  lists.files = {labelsFile};
  for (std::size_t i = 0; i < labels.size(); ++i) {
    std::string number = std::to_string(i + 1);
    number.insert(0, number.size() < 5 ? 5 - number.size() : 0, '0');
    ListedImage image{"image_" + number + ".jpg", std::to_string(labels[i]), std::nullopt, 0, 0};
    const auto split = splits.find(std::int64_t(i + 1));
    if (split != splits.end()) image.split = split->second;
    if (splits.empty() || split != splits.end()) lists.images.push_back(std::move(image));
  }
  return lists;
}

}  // namespace

FoundLists findImageLists(const fs::path& folder) {
  if (isFile(folder / "images.txt") && isFile(folder / "image_class_labels.txt")) return {readCub(folder), {}};
  if (isFile(folder / "imagelabels.mat")) return {readFlowers(folder), {}};
  return findTables(folder);
}

}  // namespace zipper
