// Whole lines in brackets that group what stands below them: 【 총무과 】 over `1 공원 조성`.
//
// Of one form of brackets, where most of them lead to a numbered title that counts anew. What leads into a list is a label (<사업개요>),
// what leads into a table its caption.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "normalize/heading_pieces.h"

namespace jangbu {

// Block → title. `free`: may the block be a group? `begins_anew`: does a title that begins to count stand right behind the block?
std::map<std::size_t, std::string> bracketed_groups(const std::vector<std::optional<BlockPiece>>& pieces,
                                                    const std::function<bool(std::size_t)>& free,
                                                    const std::function<bool(std::size_t)>& begins_anew);

}  // namespace jangbu
