/// Dates as people and tools write them, as HTML wants them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace inkstone {

/// `text` as a valid value of HTML's `datetime` attribute: `2025-02-12`, `2025-02-12T18:55:15` or,
/// in the zone that was written, `2025-02-12T18:55:15+08:00`. Read are
/// - ISO 8601's calendar dates, extended or basic, alone or with a time, and RFC 3339;
/// - the same with blanks for the `T`, blanks before the zone, or slashes: `2025/02/12 18:55`;
/// - RFC 1123 and RFC 822, also without zone or time: `Wed, 12 Feb 2025 18:55:15 GMT`. A year of
///   two digits is one of 1950 to 2049; whether the weekday is right does not matter.
///
/// Zones are `Z`, `UTC`, `GMT`, `UT` (all of them `Z` then), `+08:00`, `+0800`, `+08`. Seconds that
/// are not written are 00; fractions of a second are dropped. There are no years before 1, no hour
/// 24 and no second 60: HTML has none.
/// \return nothing for any other text, and for what is on no calendar or clock
[[nodiscard]] std::optional<std::string> normalize_date(std::string_view text);

}  // namespace inkstone
