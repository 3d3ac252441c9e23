// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/meeting_messages.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <charconv>
#include <cstdint>

#include "core/support/error.h"

namespace zipper {

namespace {

constexpr std::size_t lengthBytes = 4;

std::vector<std::string> fieldsOf(const std::string& request) {
  std::vector<std::string> fields;
  for (std::size_t at = 1; at < request.size();) {
    if (request.size() - at < lengthBytes) fail("meeting: a field without its length");
    const std::size_t length = frameLength(request.data() + at);
    at += lengthBytes;
    if (length > request.size() - at)
      fail("meeting: a field of ", length, " bytes, ", request.size() - at, " are left");
    fields.push_back(request.substr(at, length));
    at += length;
  }
  return fields;
}

std::int64_t numberOf(const std::string& text) {
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number);
  if (result.ec != std::errc() || result.ptr != end) fail("meeting: a whole number expected");
  return number;
}

void needFields(const std::vector<std::string>& fields, std::size_t count) {
  if (fields.size() != count) fail("meeting: ", fields.size(), " fields found, ", count, " expected");
}

}  // namespace

std::string meetingGreeting() { return "zipper meeting 1\n"; }

std::string meetingNonce() {
  std::string nonce(meetingNonceBytes, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(nonce.data()), int(nonce.size())) != 1)
    fail("this system gives no random numbers");
  return nonce;
}

std::string meetingProof(const std::string& secret, const std::string& who, const std::string& serverNonce,
                         const std::string& clientNonce) {
  const std::string text = meetingGreeting() + who + '\n' + serverNonce + clientNonce;
  std::string proof(EVP_MAX_MD_SIZE, '\0');
  unsigned size = 0;
  HMAC(EVP_sha256(), secret.data(), int(secret.size()), reinterpret_cast<const unsigned char*>(text.data()),
       text.size(), reinterpret_cast<unsigned char*>(proof.data()), &size);
  if (size != meetingProofBytes) fail("HMAC-SHA256 can't be computed");
  proof.resize(size);
  return proof;
}

bool isSameProof(const std::string& a, const std::string& b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string framed(const std::string& bytes) {
  const auto size = std::uint32_t(bytes.size());
  std::string result{char(size >> 24), char(size >> 16), char(size >> 8), char(size)};
  return result + bytes;
}

std::size_t frameLength(const char* bytes) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < lengthBytes; ++i) length = length << 8 | static_cast<unsigned char>(bytes[i]);
  return length;
}

std::string meetingRequest(MeetingVerb verb, const std::vector<std::string>& fields) {
  std::string request(1, char(verb));
  for (const std::string& field : fields) request += framed(field);
  return request;
}

void MeetingTable::set(const std::string& key, const std::string& value) {
  const auto found = values_.find(key);
  const std::size_t before = found == values_.end() ? 0 : key.size() + found->second.size();
  const std::size_t after = kept_ - before + key.size() + value.size();
  if (after > mostKeptBytes || (before == 0 && values_.size() >= mostKeys)) fail("meeting: too much to keep");
  kept_ = after;
  values_[key] = value;
}

std::string MeetingTable::add(const std::string& key, const std::string& amount) {
  const auto found = values_.find(key);
  std::int64_t sum = 0;
  if (__builtin_add_overflow(found == values_.end() ? 0 : numberOf(found->second), numberOf(amount), &sum))
    fail("meeting: a sum is too large");
  set(key, std::to_string(sum));
  return std::to_string(sum);
}

std::string MeetingTable::answer(const std::string& request) {
  if (request.empty()) fail("meeting: an empty request");
  const std::vector<std::string> fields = fieldsOf(request);
  switch (MeetingVerb(request.front())) {
    case MeetingVerb::Set:
      needFields(fields, 2);
      set(fields[0], fields[1]);
      return "";
    case MeetingVerb::Get: {
      needFields(fields, 1);
      const auto found = values_.find(fields[0]);
      return found == values_.end() ? "0" : "1" + found->second;
    }
    case MeetingVerb::Add:
      needFields(fields, 2);
      return add(fields[0], fields[1]);
    case MeetingVerb::Delete: {
      needFields(fields, 1);
      const auto found = values_.find(fields[0]);
      if (found == values_.end()) return "0";
      kept_ -= found->first.size() + found->second.size();
      values_.erase(found);
      return "1";
    }
    case MeetingVerb::Check:
      for (const std::string& key : fields)
        if (values_.count(key) == 0) return "0";
      return "1";
    case MeetingVerb::Count:
      needFields(fields, 0);
      return std::to_string(values_.size());
  }
  fail("meeting: an unknown request");
}

}  // namespace zipper
