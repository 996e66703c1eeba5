// A QR code for a terminal.
#pragma once

#include "cpp/memory/secret_text.h"
#include "cpp/qr/qr_code.h"

namespace countersign {

/// Half blocks, two modules a character, in UTF-8; each line ends with "\n".
///
/// Every line sets its own colors (SGR 38;5 and 48;5, white 231 on black 16 of the color cube, which themes
/// leave alone) and resets them: dark modules are dark in any theme. The blocks draw what is light, so that
/// the picture stays right on a dark terminal that drops the colors. It carries the text, as the code does.
[[nodiscard]] SecretText to_terminal_text(const QrCode& code);

}  // namespace countersign
