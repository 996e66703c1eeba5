/** The hash under HMAC. SHA1 is what every authenticator app can do. RFC 6238 §1.2. */
export type OtpAlgorithm = "SHA1" | "SHA256" | "SHA512";

/** How the number becomes text: digits, or five of Steam's letters. */
export type OtpEncoder = "decimal" | "steam";
