// Everything that is sealed, hashed or signed with the portal's one key. T10: secrets are encrypted at rest.
import { createHmac, hkdfSync, webcrypto } from "node:crypto";

const KEY_BYTES = 32;
const NONCE_BYTES = 12;

/** Which row a sealed text belongs to. All of it is associated data, so that a text opens in its own row only. */
export interface SealedPlace {
  readonly kind: "secret" | "backup-codes";
  readonly tenant: string;
  readonly user: string;
  readonly authenticator: string;
}

/** A sealed text was changed, moved to another row, or made with another key. Its message holds none of it. */
export class SealBroken extends Error {
  override readonly name = "SealBroken";
  constructor(place: SealedPlace) {
    super(`the sealed ${place.kind} of authenticator ${place.authenticator} does not open in this row`);
  }
}

/** Keys derived by HKDF-SHA-256 (RFC 5869) from 32 random bytes; one purpose each. */
export class PortalKeys {
  /** Names the key in rows: 16 hex digits, derived one way. */
  readonly id: string;
  /** Stored at first use and compared at each start. 64 hex digits, derived one way. */
  readonly checkValue: string;
  readonly #root: Uint8Array;
  readonly #sealing: webcrypto.CryptoKey;
  readonly #formKey: Uint8Array;

  private constructor(root: Uint8Array, sealing: webcrypto.CryptoKey) {
    this.#root = root;
    this.#sealing = sealing;
    this.#formKey = derive(root, "form token", KEY_BYTES);
    this.id = hex(derive(root, "key id", 8));
    this.checkValue = hex(derive(root, "check value", KEY_BYTES));
  }

  /** @param root - exactly 32 random bytes; copied. @throws RangeError for any other length */
  static async fromBytes(root: Uint8Array): Promise<PortalKeys> {
    if (root.byteLength !== KEY_BYTES) {
      throw new RangeError(`the portal's key must have ${KEY_BYTES} bytes, not ${root.byteLength}`);
    }
    const own = Uint8Array.from(root);
    const sealing = await webcrypto.subtle.importKey(
      "raw",
      derive(own, "sealing", KEY_BYTES),
      "AES-GCM",
      false,
      ["encrypt", "decrypt"],
    );
    return new PortalKeys(own, sealing);
  }

  /** AES-256-GCM under a fresh 96-bit nonce. @returns base64url of nonce, ciphertext and tag */
  async seal(plain: Uint8Array<ArrayBuffer>, place: SealedPlace): Promise<string> {
    const nonce = webcrypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const sealed = await webcrypto.subtle.encrypt(this.#parameters(nonce, place), this.#sealing, plain);
    return Buffer.concat([nonce, new Uint8Array(sealed)]).toString("base64url");
  }

  /** @throws SealBroken where the text was changed, or sealed for another row or with another key */
  async open(sealed: string, place: SealedPlace): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = Uint8Array.from(Buffer.from(sealed, "base64url"));
    const nonce = bytes.subarray(0, NONCE_BYTES);
    try {
      const body = bytes.subarray(NONCE_BYTES);
      return new Uint8Array(
        await webcrypto.subtle.decrypt(this.#parameters(nonce, place), this.#sealing, body),
      );
    } catch {
      throw new SealBroken(place);
    }
  }

  /** Key for the hashes of one person's backup codes, 32 bytes: another person's row does not verify with it. */
  backupCodeKey(tenant: string, user: string): Uint8Array<ArrayBuffer> {
    return derive(this.#root, JSON.stringify(["backup codes", tenant, user]), KEY_BYTES);
  }

  /** What a form must post back; bound to the cookie's token, so another session's does not fit. */
  formToken(sessionToken: string): string {
    return createHmac("sha256", this.#formKey).update(sessionToken).digest("base64url");
  }

  #parameters(nonce: Uint8Array<ArrayBuffer>, place: SealedPlace): webcrypto.AesGcmParams {
    const bound = JSON.stringify([place.kind, place.tenant, place.user, place.authenticator, this.id]);
    return { name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(bound) };
  }
}

function derive(root: Uint8Array, purpose: string, length: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hkdfSync("sha256", root, new Uint8Array(), `countersign portal: ${purpose}`, length));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
