// One-time codes by Node's own cryptography, to judge ours by. RFC 4226 §5.3, RFC 6238 §4.
import { createHmac } from "node:crypto";
import { CountersignError, type OtpAlgorithm, Secret } from "countersign";

export function judgeCode(
  key: string,
  counter: bigint,
  digits = 6,
  algorithm: OtpAlgorithm = "SHA1",
): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(counter);
  const mac = createHmac(algorithm, key).update(message).digest();
  const offset = mac.readUInt8(mac.length - 1) & 15;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/** The key of RFC 4226 Appendix D and RFC 6238 Appendix B, as long as the hash's output. */
export const RFC_KEYS: Readonly<Record<OtpAlgorithm, string>> = {
  SHA1: "12345678901234567890",
  SHA256: "12345678901234567890123456789012",
  SHA512: "1234567890123456789012345678901234567890123456789012345678901234",
};

/** Lends a secret for the length of one piece of work. */
export function withSecret<Result>(key: string, work: (secret: Secret) => Result): Result {
  const secret = Secret.fromText(key);
  try {
    return work(secret);
  } finally {
    secret.dispose();
  }
}

/** The code of the error that `act` throws; fails where it throws nothing, or something else. */
export function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof CountersignError) return error.code;
    throw error;
  }
  throw new Error("nothing was thrown");
}

/** The same for a promise. */
export async function rejection(promise: Promise<unknown>): Promise<string> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof CountersignError) return outcome.code;
  throw new Error(`no CountersignError but ${String(outcome)}`);
}
