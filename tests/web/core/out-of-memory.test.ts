import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { init, parseUri, QrCode, Secret, Totp } from "countersign";
import { wasmMemory } from "../../../dist/core/for-tests.js";
import { refusal } from "./judge.js";

const kept: Secret[] = [];
beforeAll(() => init());
afterAll(() => {
  for (const secret of kept) secret.dispose();
});

test("where memory runs out, calls say so, and work again once there is room", () => {
  const fill = () => {
    for (;;) kept.push(Secret.generate(1024));
  };
  expect(refusal(fill)).toBe("out-of-memory");
  for (const secret of kept.splice(0, 200)) secret.dispose();

  const large = QrCode.encode("x".repeat(2900), { level: "L" });
  expect(refusal(() => large.toPng({ scale: 64 }))).toBe("out-of-memory");
  const secret = Secret.generate();
  const totp = new Totp({ secret });
  expect(totp.verify(totp.generate())).toMatchObject({ valid: true });

  for (const each of [...kept.splice(0), totp, secret]) each.dispose();
  expect(large.toPng({ scale: 16 }).length).toBeGreaterThan(1000);
});

test("where not a byte is left, nothing is written where there is no room, and all works again afterwards", () => {
  const [issuer, key] = ["Fernhill".repeat(30), "A".repeat(4000)];
  const untilNothingFits = (byteLength: number) => {
    for (;;) kept.push(Secret.generate(byteLength));
  };
  for (const byteLength of [1024, 64, 1])
    expect(refusal(() => untilNothingFits(byteLength))).toBe("out-of-memory");
  const [secret] = kept;
  if (secret === undefined) throw new Error("nothing was kept");
  const beginning = wasmMemory().slice(0, 4096);
  // A text that does not fit traps on its way in, and one that does is refused inside.
  for (const act of [
    () => Secret.fromBase32(key),
    () => new Totp({ secret, issuer, account: issuer }),
    () => parseUri(`otpauth://totp/${issuer}?secret=${key.slice(0, 64)}`),
    () => QrCode.encode(key.slice(0, 2000)),
    () => secret.toBase32(),
  ])
    expect(act).toThrow();
  // Beneath 1,024 the linker has put nothing.
  expect(wasmMemory().slice(0, 1024)).toEqual(beginning.slice(0, 1024));

  for (const each of kept.splice(0)) each.dispose();
  const again = Secret.fromBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  const totp = new Totp({ secret: again, digits: 8 });
  expect(totp.generate({ time: 59_000 })).toBe("94287082");
  for (const each of [totp, again]) each.dispose();
});
