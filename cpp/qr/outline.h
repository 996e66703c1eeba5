// The dark modules as closed outlines, in the language of SVG paths.
#pragma once

#include "cpp/memory/secret_text.h"
#include "cpp/qr/qr_code.h"

namespace countersign {

/// The value of a path's `d`: one module is one unit, the margin is counted, (0, 0) is its outer corner.
/// Only `M m h v z` and whole numbers. SVG 2 §9.3.
///
/// To be filled, not stroked: to be short, one outline goes on to the next along a grid line, where a fill
/// has no area. The dark side is always to the right, so that `nonzero` and `evenodd` fill the same and no
/// `fill-rule` of a page can break it. It carries the text: wipe it as one does a key.
[[nodiscard]] SecretText outline(const QrCode& code);

}  // namespace countersign
