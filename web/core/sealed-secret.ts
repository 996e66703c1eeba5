import { CountersignError } from "./errors.js";
import { errorNamed, lastError } from "./instance.js";
import type { OtpAlgorithm } from "./options.js";
import type { PlatformCryptoKey } from "./platform-types.js";

/** Web Crypto's names of the hashes. */
const ALGORITHMS: Readonly<Record<string, OtpAlgorithm>> = {
  "SHA-1": "SHA1",
  "SHA-256": "SHA256",
  "SHA-512": "SHA512",
};

/**
 * A key that nobody can read any more, bound to one hash: an HMAC CryptoKey. It survives in IndexedDB as
 * {@link SealedSecret.key}.
 */
export class SealedSecret {
  readonly key: PlatformCryptoKey;
  readonly algorithm: OtpAlgorithm;

  /**
   * @param key - an HMAC key for SHA-1, SHA-256 or SHA-512 with the usage "sign", extractable or not
   * @throws CountersignError "key-refused" for any other
   */
  constructor(key: PlatformCryptoKey) {
    this.algorithm = algorithmOf(key);
    this.key = key;
  }
}

function algorithmOf(key: unknown): OtpAlgorithm {
  const shape = key as Partial<CryptoKey> | null | undefined;
  const details = shape?.algorithm as Partial<HmacKeyAlgorithm> | undefined;
  const algorithm = ALGORITHMS[details?.hash?.name ?? ""];
  if (details?.name === "HMAC" && algorithm !== undefined && shape?.usages?.includes("sign") === true)
    return algorithm;
  throw new CountersignError("key-refused", 'key: not an HMAC CryptoKey with the usage "sign"');
}

/** @internal What the core promised. @throws CountersignError where it refused, or that became the name of an error */
export async function settled<Value extends object | number>(
  outcome: Promise<Value | string> | undefined,
): Promise<Value> {
  if (outcome === undefined) throw lastError();
  const value = await outcome;
  if (typeof value === "string") throw errorNamed(value);
  return value;
}
