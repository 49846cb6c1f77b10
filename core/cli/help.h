/// What `inkstone --help` prints.
#pragma once

#include <ostream>

namespace inkstone {

/// Writes how the command is used, with every option and its default, in lines of at most 78
/// columns but for what has to be typed in one.
void print_help(std::ostream& out);

}  // namespace inkstone
