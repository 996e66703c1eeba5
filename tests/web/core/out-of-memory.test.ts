import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { init, QrCode, Secret, Totp } from "countersign";
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
