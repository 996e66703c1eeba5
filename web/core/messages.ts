import type { ErrorCode } from "./errors.js";

/** What a developer reads for each refusal of the core. */
export const MESSAGES: Readonly<Partial<Record<ErrorCode, string>>> = {
  "invalid-secret": "secret: not base32, hex or bytes of the stated form, empty, or longer than 1,024 bytes",
  "invalid-algorithm": 'algorithm: not "SHA1", "SHA256" or "SHA512"',
  "invalid-digits": "digits: not a whole number from 5 to 10",
  "invalid-period": "period: not a whole number of seconds from 1 to 86,400",
  "invalid-counter": "counter: not a bigint from 0n to 2n ** 64n - 1n",
  "invalid-time": "time: not a finite number of milliseconds from 0 to 2^53 - 1, or such a Date",
  "invalid-window": "window or lookAhead: not a whole number from 0 to 10 steps, or 0 to 100 counters",
  "invalid-label":
    "issuer, account or label: a colon, a control character, ill-formed text, over 255 bytes, or an otpauth address",
  "invalid-uri": "text: not an otpauth address that can be understood",
  "uri-too-long": "text: the address is longer than 4,096 bytes",
  "missing-secret": "text: the address carries no secret",
  "duplicate-parameter": "text: a parameter stands twice, so that readers would disagree",
  "unsupported-type": "type or encoder: neither TOTP, HOTP nor Steam, or not to be written in this form",
  "invalid-migration": "texts: not an otpauth-migration address, or its payload is damaged",
  "migration-too-large": "texts: over 8,192 bytes each, 100 texts or 100 accounts a text",
  "text-too-long": "text: fits no QR code of version 40 at this level (2,953 bytes at L; 2,331 at M)",
  "invalid-qr-option":
    'text empty, level not "L", "M", "Q" or "H", minVersion not 1 to 40, margin not 4 to 32, or scale not 1 to 64',
  "invalid-backup-code": "count: not a whole number from 1 to 20",
  "entropy-unavailable": "crypto.getRandomValues is absent or refused; without it there are no secrets",
  "out-of-memory": "the core could not allocate memory",
  "web-crypto-unavailable": "crypto.subtle is absent: serve the page over https or from localhost",
  "key-refused": 'key: not an HMAC CryptoKey of this hash with the usage "sign"',
};
