/** What was repaired while an address was read, in the order of cpp/account/uri_warning.h. */
export type UriWarning =
  | "surrounding-space" // spaces or line ends around the address
  | "scheme-case" // scheme or type in capitals
  | "apple-scheme" // apple-otpauth: instead of otpauth:
  | "missing-issuer" // neither the label nor a parameter names an issuer
  | "missing-account" // the label names no account
  | "issuer-mismatch" // label and parameter name different issuers: the parameter won, show both
  | "unescaped-hash" // a # inside a name was not percent-encoded
  | "unescaped-text" // a space or a character outside of ASCII in a name was not percent-encoded
  | "plus-as-space" // a + in the issuer was taken for a space
  | "invalid-escape" // a % without two hexadecimal digits was taken for itself
  | "invalid-utf8" // bytes of a name that are not UTF-8 were replaced by U+FFFD
  | "control-character" // control characters were taken out of a name
  | "fragment" // what follows # after the parameters was dropped
  | "stray-separator" // & without a parameter
  | "html-escaped" // &amp; between parameters
  | "parameter-case" // a parameter's name has capitals
  | "empty-parameter" // a parameter has no value: its default was taken
  | "algorithm-spelling" // SHA-256, HmacSHA256, sha256 …
  | "missing-counter" // HOTP without a counter: 0 was taken
  | "steam-guessed" // taken for Steam because of the issuer alone
  | "secret-had-spaces" // spaces, +, dashes or line ends in the secret
  | "secret-had-padding" // = at the end of the secret
  | "secret-lower-case" // the secret has lower-case letters
  | "impossible-length" // the secret's length cannot be: its last character was dropped
  | "spare-bits"; // the secret's last character has bits of no byte, which were dropped
