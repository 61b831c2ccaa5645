// Who may ask: the page that this process has opened, and nobody else.
//
// The program listens on 127.0.0.1, where every program and every web page of this computer can knock. So:
//   - Host must be this address: a foreign name that was made to point here (DNS rebinding) is refused.
//   - Origin, where a browser sends one, must be this page; whatever changes something must bring it.
//   - The first address holds a token. It gives a cookie (HttpOnly, SameSite=Strict) and leads on to an address without the token; all
//     else needs the cookie.
//   - Every answer forbids scripts, styles and connections of others (Content-Security-Policy), frames, and guessing of types.
#pragma once

#include <optional>
#include <string>

#include "review/asked.h"

namespace jangbu {

class Gate {
 public:
  // `token` and `key`: secrets, of letters and digits. The cookie bears the port in its name: cookies do not tell ports apart.
  Gate(std::string token, std::string key, int port);

  std::string first_address() const;  // "http://127.0.0.1:8080/?token=…"

  // The answer, where the request may not go on to the desk: a refusal, or the way on from the first address.
  std::optional<Answered> stops(const Asked& asked) const;

  // Puts the headers that every answer has.
  static void guard(Answered& answered);

 private:
  bool has_cookie(const std::string& cookies) const;

  std::string token_, cookie_, port_;
};

// Of this many random bytes, in hex. Errors are impossible on a system that has random numbers; without them the program ends.
std::string random_hex(std::size_t bytes);

}  // namespace jangbu
