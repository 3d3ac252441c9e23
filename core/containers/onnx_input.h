// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/containers/input_file.h"

namespace zipper {

/// Reads the wire format of protobuf from a file, message in message, without taking anything on trust: lengths end
/// within the message around them, and what is kept is counted. Throws Error that does not name the file.
class OnnxInput {
 public:
  enum class Wire { Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };
  struct Field {
    int number = 0;
    Wire wire = Wire::Varint;
  };

  explicit OnnxInput(const InputFile& file);

  /// Calls `onField` for each field of the message that is the whole file: it has to read or skip() it.
  template <typename OnField>
  void fields(const OnField& onField) {
    while (const auto field = next()) onField(*field);
  }
  /// The same for the message that this field is.
  template <typename OnField>
  void message(const Field& field, const OnField& onField) {
    const auto limit = stream_.PushLimit(length(field));
    fields(onField);
    stream_.PopLimit(limit);
  }

  void skip(const Field& field);
  std::int64_t integer(const Field& field);
  float real(const Field& field);
  std::string text(const Field& field);
  /// Appends the integers of a repeated field, packed or not, as long as there are at most `most` of them; the rest is
  /// skipped.
  void integers(const Field& field, std::vector<std::int64_t>& values, std::size_t most);
  void reals(const Field& field, std::vector<float>& values, std::size_t most);
  /// The number of bytes of a length-delimited field; they are in the file.
  int length(const Field& field);
  void bytes(void* buffer, int count);
  /// Calls `onValue` for each integer of a packed field.
  template <typename OnValue>
  void packed(const Field& field, const OnValue& onValue) {
    const auto limit = stream_.PushLimit(length(field));
    while (stream_.BytesUntilLimit() > 0) onValue(varint());
    stream_.PopLimit(limit);
  }

  /// Counts memory that is kept for what was read; Error when it is more than any MobileNet needs.
  void keep(std::size_t bytes);

 private:
  class Reader : public google::protobuf::io::CopyingInputStream {
   public:
    explicit Reader(const InputFile& file) : file_(file) {}
    int Read(void* buffer, int size) override;

   private:
    const InputFile& file_;
    std::uint64_t at_ = 0;
  };

  std::optional<Field> next();
  std::uint64_t varint();
  int length();

  Reader reader_;
  google::protobuf::io::CopyingInputStreamAdaptor adaptor_;
  google::protobuf::io::CodedInputStream stream_;
  std::size_t kept_ = 0;
};

}  // namespace zipper
