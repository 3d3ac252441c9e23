// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace zipper {

/// True if both names stand for one file that exists, however they are spelled or linked.
bool isSameFile(const std::filesystem::path& one, const std::filesystem::path& other);

/// Writes to an open file; each call appends. Throws Error on failure (disk full, ...).
class FileWriter {
 public:
  FileWriter(int descriptor, std::filesystem::path path) : descriptor_(descriptor), path_(std::move(path)) {}
  void write(const void* data, std::size_t bytes);
  void write(const std::string& text) { write(text.data(), text.size()); }

 private:
  int descriptor_;
  std::filesystem::path path_;
};

/// Replaces `path` atomically: calls `fill` with a writer on a temporary file in the same folder, syncs it, renames it
/// over `path` and syncs the folder. On any failure the temporary file is removed, the old file stays as it was, and an
/// Error that names `path` is thrown. A file that is replaced keeps its permissions, a link stays a link, and one that
/// is write-protected isn't replaced. Devices and pipes (/dev/full, /dev/stdout) are written directly.
void writeFileAtomically(const std::filesystem::path& path, const std::function<void(FileWriter&)>& fill);
void writeFileAtomically(const std::filesystem::path& path, const std::string& contents);

/// The same for what is written by a library, or looked at before it counts: `make` gets the path of an empty temporary
/// file to write to. If it throws, nothing is left behind.
void makeFileAtomically(const std::filesystem::path& path,
                        const std::function<void(const std::filesystem::path& temporary)>& make);

/// To be called before long work whose result will be written to `path`: Error as writing would throw if a file can't
/// be written there (no such folder, a folder itself, no permission, no room for so many bytes). Nothing changes.
void checkCanWrite(const std::filesystem::path& path, std::uintmax_t bytes = 0);

/// The same for a folder, which is created.
void createFolderToWrite(const std::filesystem::path& folder);

/// Error that names the path unless it is a regular file (or a link to one): devices and pipes give without end, or
/// wait for ever.
void checkRegularFile(const std::filesystem::path& path);

/// The whole of a regular file as a string; Error if it is none, can't be read, or is larger than `maximumBytes`.
std::string readTextFile(const std::filesystem::path& path, std::size_t maximumBytes = std::size_t(1) << 30);

/// The same of a text by somebody else, as UTF-8 without a byte order mark: UTF-16 that begins with one, as
/// spreadsheets write it, is converted.
std::string readUtf8File(const std::filesystem::path& path, std::size_t maximumBytes);

/// Lower-case hexadecimal SHA-256 of a file's bytes / of a buffer.
std::string sha256OfFile(const std::filesystem::path& path);
std::string sha256(const void* data, std::size_t bytes);

/// Creates the folder and its parents; Error that names it if it can't be created, or is a file.
void createFolder(const std::filesystem::path& path);

}  // namespace zipper
