// A QR code as an SVG picture.
#pragma once

#include <cstddef>
#include <string_view>

#include "cpp/memory/secret_text.h"
#include "cpp/qr/qr_code.h"
#include "cpp/result/result.h"

namespace countersign {

/// Bytes that a picture's name may have.
inline constexpr std::size_t kMaxPictureLabel = 255;

/// One picture: a white square, margin included, and one filled path (see outline()).
///
/// It has no `style` and no script, so that any content security policy lets it pass. Black, white and "no
/// stroke" are said twice: as attributes for every renderer, and as SMIL `set`, which in a page's markup wins
/// over the page's rules for `path`, `rect` and `svg`. Only an `!important` rule wins over that, or one that
/// hides or transforms; as the source of an `img`, no rule of the page reaches it at all.
/// \param label  the picture's name, UTF-8, 0 to kMaxPictureLabel bytes; escaped here. With an empty one the
///               picture has no name of its own and is hidden from assistive technology.
/// \returns kInvalidLabel where the label is too long, ill-formed, has a character that XML forbids, or holds
///          an address with a key, which would be read aloud
[[nodiscard]] Result<SecretText> to_svg(const QrCode& code, std::string_view label);

}  // namespace countersign
