// Who may ask: Host, Origin, token and cookie, in this order, before the desk sees anything (gate.h says against what).
//
//   GET /?token=…   Host right, token right      303 to /, with the cookie
//   GET /api/…      cookie right                 to the desk
//   POST /api/…     cookie, Origin and JSON      to the desk
//   anything else                                401, 403, 405 or 415
#include "review/gate.h"

#include <sys/random.h>

#include <cstdlib>

namespace jangbu {
namespace {

// As long for any guess of the same length: how long it takes tells nothing of where it goes wrong.
bool same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned differ = 0;
  for (std::size_t i = 0; i < a.size(); ++i) differ |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
  return differ == 0;
}

// Plain text, without a hint of what would be right.
Answered refused(int status, const std::string& why) {
  Answered out;
  out.status = status;
  out.type = "text/plain; charset=utf-8";
  out.body = why + "\n";
  return out;
}

}  // namespace

Gate::Gate(std::string token, std::string key, int port)
    : token_(std::move(token)), cookie_("jangbu_" + std::to_string(port) + "=" + std::move(key)), port_(std::to_string(port)) {}

std::string Gate::first_address() const { return "http://127.0.0.1:" + port_ + "/?token=" + token_; }

// Cookies of other ports of this address come along: each is compared as a whole.
bool Gate::has_cookie(const std::string& cookies) const {
  for (std::size_t at = 0; at < cookies.size();) {
    std::size_t end = cookies.find(';', at);
    if (end == std::string::npos) end = cookies.size();
    const std::size_t begin = cookies.find_first_not_of(' ', at);
    if (begin < end && same_secret(std::string_view(cookies).substr(begin, end - begin), cookie_)) return true;
    at = end + 1;
  }
  return false;
}

// Nothing: it may go on.
std::optional<Answered> Gate::stops(const Asked& asked) const {
  const bool here = asked.host == "127.0.0.1:" + port_ || asked.host == "localhost:" + port_;
  if (!here) return refused(403, "This address is not the one that jangbu listens on.");
  const bool changes = asked.method != "GET" && asked.method != "HEAD";
  if (asked.method != "GET" && asked.method != "HEAD" && asked.method != "POST")
    return refused(405, "GET and POST are all that is understood here.");
  // A form of another page cannot forge Origin, and cannot send JSON without asking first.
  if ((changes || !asked.origin.empty()) && asked.origin != "http://" + asked.host) return refused(403, "Only jangbu's own page may ask.");
  if (changes && !asked.content_type.starts_with("application/json")) return refused(415, "Only JSON is understood here.");
  if (!changes && asked.path == "/" && same_secret(asked.value("token"), token_)) {
    Answered out;
    out.status = 303;
    out.headers.emplace_back("Location", "/");
    out.headers.emplace_back("Set-Cookie", cookie_ + "; Path=/; HttpOnly; SameSite=Strict");
    return out;
  }
  if (!has_cookie(asked.cookie)) return refused(401, "Open the address that 'jangbu review' printed: it holds the key to this page.");
  return std::nullopt;
}

// Caching is forbidden unless the answer says otherwise: what is shown is not public.
void Gate::guard(Answered& answered) {
  const auto put = [&](const char* name, const char* value) { answered.headers.emplace_back(name, value); };
  put("Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
      "frame-ancestors 'none'");
  put("X-Content-Type-Options", "nosniff");
  put("Referrer-Policy", "no-referrer");
  put("Cross-Origin-Resource-Policy", "same-origin");
  put("Cross-Origin-Opener-Policy", "same-origin");
  for (const auto& [name, value] : answered.headers) {
    if (name == "Cache-Control") return;
  }
  put("Cache-Control", "no-store");
}

// From the kernel, byte by byte: up to 256 bytes it never gives fewer than asked for.
std::string random_hex(std::size_t bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  while (bytes-- > 0) {
    unsigned char byte = 0;
    if (::getrandom(&byte, 1, 0) != 1) std::abort();
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

}  // namespace jangbu
