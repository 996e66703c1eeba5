/** Everything that the package refuses, as one closed list. */
export type ErrorCode =
  // What the C++ core refuses, in the order of cpp/result/error.h.
  | "invalid-secret" // not base32 or hex, empty, or longer than 1,024 bytes
  | "invalid-algorithm" // not SHA1, SHA256 or SHA512
  | "invalid-digits" // not 5 to 10
  | "invalid-period" // not 1 to 86,400 seconds
  | "invalid-counter" // not a bigint from 0 to 2^64 - 1
  | "invalid-time" // NaN, infinite, negative, or past the last step
  | "invalid-window" // more than 10 steps to a side, or more than 100 counters ahead
  | "invalid-label" // a name has a colon, a control character, is too long, or holds an address
  | "invalid-uri" // not an otpauth address, or one that cannot be understood
  | "uri-too-long" // longer than 4,096 bytes
  | "missing-secret" // the address carries no secret
  | "duplicate-parameter" // a parameter stands twice, so that readers would disagree
  | "unsupported-type" // the address or option is for something else than TOTP, HOTP or Steam
  | "invalid-migration" // not an otpauth-migration address, or its payload is damaged
  | "migration-too-large" // more bytes, accounts or batches than the limits allow
  | "text-too-long" // the text fits no QR code of version 40 at this level
  | "invalid-qr-option" // empty text; or level, version, margin or scale out of range
  | "invalid-backup-code" // the count of backup codes is not 1 to 20
  | "entropy-unavailable" // crypto.getRandomValues is absent or refused
  | "out-of-memory" // an allocation failed
  // What this side of the boundary refuses.
  | "not-initialized" // init() has not resolved
  | "wasm-load-failed" // core.wasm could not be fetched, compiled or started
  | "disposed" // the object was used after dispose()
  | "invalid-argument" // an argument of another type than the signature says
  | "invalid-state" // a stored TotpState that is none
  | "web-crypto-unavailable" // crypto.subtle is absent: no secure context
  | "key-refused" // a CryptoKey that cannot sign with HMAC and this hash
  | "invalid-backup-set" // a stored BackupCodeSet that is none
  | "invalid-hash-key"; // absent for a set made with one, present for one without, or under 16 bytes

/** What the package throws where it refuses something. The message names the parameter and the limit, never a secret. */
export class CountersignError extends Error {
  /** What is wrong, for programs. */
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "CountersignError";
    this.code = code;
  }
}
