// Poppler's settings: a counted global of its own, set once and held for ever.
//
// Its public interface (page_picture.cpp) would otherwise take the settings away with the last of its documents, while others are being
// read, and would print what it complains of.
#pragma once

namespace jangbu {

// Any thread, any number of times; before anything else of Poppler.
void start_poppler();

}  // namespace jangbu
