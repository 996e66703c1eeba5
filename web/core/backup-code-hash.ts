import { HASH_BYTES } from "./backup-code-set.js";
import { CountersignError } from "./errors.js";
import { errorNamed } from "./instance.js";
import type { PlatformCryptoKey } from "./platform-types.js";

/** A key of the server's, of 16 bytes or more, that is not stored beside the sets. */
export type HashKey = Uint8Array<ArrayBuffer> | ArrayBuffer | PlatformCryptoKey;

const MIN_KEY_BYTES = 16;

/** @throws CountersignError "web-crypto-unavailable" */
function subtle(): SubtleCrypto {
  const found = (globalThis as { crypto?: Crypto }).crypto?.subtle;
  if (found === undefined) throw errorNamed("web-crypto-unavailable");
  return found;
}

/**
 * @internal
 * Hashes codes slowly: 70 bits are too few for a fast hash (NIST SP 800-63B-4 §3.1.2 draws the line at 112).
 *
 * @param canonical - 15 characters without dashes
 * @returns HMAC-SHA-256(hashKey, PBKDF2-HMAC-SHA-256(code)), or without a key the inner value: 32 bytes
 */
export async function hashCode(
  canonical: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
  key: CryptoKey | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const platform = subtle();
  const code = await platform.importKey("raw", new TextEncoder().encode(canonical), "PBKDF2", false, [
    "deriveBits",
  ]);
  const parameters = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  const derived = await platform.deriveBits(parameters, code, 8 * HASH_BYTES);
  return new Uint8Array(key === undefined ? derived : await platform.sign("HMAC", key, derived));
}

/**
 * @internal
 * @param hashKey - bytes, or an HMAC CryptoKey for SHA-256 with the usage "sign"
 * @throws CountersignError "invalid-hash-key" for fewer than 16 bytes, "key-refused", "web-crypto-unavailable"
 */
export async function importHashKey(hashKey: HashKey | undefined): Promise<CryptoKey | undefined> {
  if (hashKey === undefined) return undefined;
  if (!(hashKey instanceof Uint8Array) && !(hashKey instanceof ArrayBuffer)) return checkedKey(hashKey);
  if (hashKey.byteLength < MIN_KEY_BYTES)
    throw new CountersignError("invalid-hash-key", `hashKey: fewer than ${MIN_KEY_BYTES} bytes`);
  return await subtle().importKey("raw", hashKey, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

function checkedKey(key: Partial<CryptoKey> | null): CryptoKey {
  const algorithm = key?.algorithm as Partial<HmacKeyAlgorithm> | undefined;
  const fits =
    algorithm?.name === "HMAC" && algorithm.hash?.name === "SHA-256" && key?.usages?.includes("sign");
  if (fits !== true)
    throw new CountersignError("key-refused", "hashKey: no HMAC-SHA-256 CryptoKey that may sign");
  return key as CryptoKey;
}
