// Private Use characters that Korean word processors paint, as the characters that readers see in them.
#pragma once

namespace jangbu {

// The plain character for a Private Use one of Hancom's fonts or of the Symbol and Wingdings fonts; 0 if it is not known.
char32_t plain_character(char32_t private_use);

}  // namespace jangbu
