// Judges an enrollment with other people's libraries: otpauth makes the code, jsQR reads the picture.
import { expect } from "@jest/globals";
import jsQR from "jsqr";
import { TOTP, URI } from "otpauth";

/** What fixtures/enroll.js gives back. */
export interface Enrolled {
  readonly keyLength: number;
  readonly uri: string;
  readonly modules: readonly string[];
  readonly svg: string;
  readonly time: number;
  readonly code: string;
  readonly first: { readonly valid: boolean };
  readonly second: { readonly valid: boolean; readonly reason?: string };
  readonly backupCodesLeft: number;
}

export function expectEnrollment(enrolled: Enrolled): void {
  const account = URI.parse(enrolled.uri);
  if (!(account instanceof TOTP)) throw new Error("not a TOTP address");
  expect(account).toMatchObject({
    issuer: "Fernhill",
    label: "rosa@fernhill.example",
    digits: 6,
    period: 30,
  });
  expect(account.secret.bytes.length).toBe(enrolled.keyLength);
  expect(enrolled.keyLength).toBe(20);
  expect(account.generate({ timestamp: enrolled.time })).toBe(enrolled.code);
  expect(enrolled.first.valid).toBe(true);
  expect(enrolled.second).toEqual({ valid: false, reason: "replayed" });
  expect(readModules(enrolled.modules)).toBe(enrolled.uri);
  expect(enrolled.svg).toMatch(/^<svg /);
  expect(enrolled.backupCodesLeft).toBe(1);
}

/** Draws the modules four pixels wide in a white border of four modules, and reads them back. */
function readModules(rows: readonly string[]): string | undefined {
  const scale = 4;
  const border = 4;
  const side = (rows.length + 2 * border) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const dark = rows[Math.floor(y / scale) - border]?.[Math.floor(x / scale) - border] === "#";
      if (dark) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return jsQR.default(pixels, side, side)?.data;
}
