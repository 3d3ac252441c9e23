// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace zipper {

/// What the processes of one run say to the one that keeps their meeting point (MeetingServer, MeetingClient). The
/// server greets with meetingGreeting() and a nonce; the client answers with a nonce of its own and the proof that it
/// knows the secret; the server answers with one byte (1: welcome) and its own proof. From then on each request has an
/// answer, both framed(): a length of four bytes, most significant first, and the bytes.

inline constexpr std::size_t meetingNonceBytes = 32, meetingProofBytes = 32;
/// Longest request or answer: keys and addresses of the processes are short.
inline constexpr std::size_t mostMeetingBytes = std::size_t(1) << 16;
/// In all that the server keeps; and as many keys.
inline constexpr std::size_t mostKeptBytes = std::size_t(1) << 24, mostKeys = std::size_t(1) << 18;

std::string meetingGreeting();
/// From the system's source of random numbers for cryptography. Throws Error if there is none.
std::string meetingNonce();
/// HMAC-SHA256, keyed with the secret (which may be empty: then it proves the protocol only), over who proves and both
/// nonces.
std::string meetingProof(const std::string& secret, const std::string& who, const std::string& serverNonce,
                         const std::string& clientNonce);
/// Compares in the same time whatever differs.
bool isSameProof(const std::string& a, const std::string& b);

std::string framed(const std::string& bytes);
/// The length that four bytes say.
std::size_t frameLength(const char* bytes);

enum class MeetingVerb : char { Set = 1, Get, Add, Delete, Check, Count };

/// A request: what to do, then each field with its length.
std::string meetingRequest(MeetingVerb verb, const std::vector<std::string>& fields);

/// The keys and values of a meeting.
class MeetingTable {
 public:
  /// What a request's answer is: of Get "1" and the value, or "0"; of Add the sum and of Count the number, as decimal
  /// digits; of Delete and Check "0" or "1"; of Set nothing. Throws Error if the request isn't one, or too much would
  /// be kept.
  std::string answer(const std::string& request);

 private:
  std::string add(const std::string& key, const std::string& amount);
  void set(const std::string& key, const std::string& value);

  std::map<std::string, std::string> values_;
  std::size_t kept_ = 0;
};

}  // namespace zipper
