// The C++ HMAC against OpenSSL's, by way of node:crypto.
import { spawnSync } from "node:child_process";
import { createCipheriv, createHash, createHmac, randomBytes } from "node:crypto";
import { join } from "node:path";

import { expect, test } from "@jest/globals";

const CASES = 100_000;
const MAX_KEY = 200;
const MAX_MESSAGE = 300;
const HASHES = ["sha1", "sha256", "sha512"] as const;

const program = join(process.env.COUNTERSIGN_NATIVE_BUILD ?? "build/native", "hash_differential");

/** A stream of bytes that the seed decides. */
function bytesFrom(seed: string): (length: number) => Buffer {
  const key = createHash("sha256").update(seed).digest().subarray(0, 16);
  const cipher = createCipheriv("aes-128-ctr", key, Buffer.alloc(16));
  return (length) => cipher.update(Buffer.alloc(length));
}

test("100,000 random MACs are those of OpenSSL", () => {
  const seed = process.env.COUNTERSIGN_SEED ?? randomBytes(8).toString("hex");
  console.info(`COUNTERSIGN_SEED=${seed}`);
  const random = bytesFrom(seed);
  const input: Buffer[] = [];
  const expected: Buffer[] = [];
  for (let i = 0; i < CASES; i += 1) {
    const choice = random(5);
    const algorithm = choice.readUInt8(0) % HASHES.length;
    const key = random(choice.readUInt16LE(1) % (MAX_KEY + 1));
    const message = random(choice.readUInt16LE(3) % (MAX_MESSAGE + 1));
    const header = Buffer.alloc(5);
    header.writeUInt8(algorithm, 0);
    header.writeUInt16LE(key.length, 1);
    header.writeUInt16LE(message.length, 3);
    input.push(header, key, message);
    expected.push(
      createHmac(HASHES[algorithm] ?? "sha1", key)
        .update(message)
        .digest(),
    );
  }

  const run = spawnSync(program, { input: Buffer.concat(input), maxBuffer: 16 * 1024 * 1024 });
  expect(run.error).toBeUndefined();
  expect(run.status).toBe(0);

  let at = 0;
  const wrong: number[] = [];
  expected.forEach((mac, index) => {
    if (!run.stdout.subarray(at, at + mac.length).equals(mac)) wrong.push(index);
    at += mac.length;
  });
  expect(wrong).toEqual([]);
  expect(run.stdout).toHaveLength(at);
}, 120_000);
