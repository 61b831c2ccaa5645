// All words of a document at once: two questions to the server instead of one for each.
#pragma once

#include "store/ledger_inside.h"

namespace jangbu {

// Puts those that are missing into _word, and the numbers of all into LedgerInside::words.
void learn_words(LedgerInside& inside, const LedgerDocument& document);

}  // namespace jangbu
