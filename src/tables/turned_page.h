// Pages whose text runs up or down: tables typeset sideways, without saying so in /Rotate.
//
// Where most of a page's letters run up or down, the page is read as whoever turns it reads it; boxes go back to the page as it lies.
// Units: points, y down.
#pragma once

#include "jangbu/document.h"

namespace jangbu {

enum class Turn {
  kNone,
  kLeft,   // the text runs down: the page is turned to the left to be read
  kRight,  // the text runs up
};

Turn turn_of(const Page& page);

// The page as it is read. Text that runs along the page as it lies becomes vertical.
Page turned(const Page& page, Turn turn);

// A box of the turned page on the page as it lies; `width`, `height`: of the turned page.
Box turned_back(const Box& box, Turn turn, double width, double height);

}  // namespace jangbu
