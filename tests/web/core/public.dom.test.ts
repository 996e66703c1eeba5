// "countersign" as a browser's bundler resolves it, in jsdom: no file access, no fetch, no crypto.subtle.
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { init, parseUri, QrCode, Secret, Totp } from "countersign";
import { rejection } from "./judge.js";

const wasm = new Uint8Array(readFileSync("dist/core/core.wasm"));

test("without fetch, init() says what it could not do, and then takes the bytes", async () => {
  expect(typeof document).toBe("object");
  expect(await rejection(init())).toBe("wasm-load-failed");
  await init({ wasmBinary: wasm });
});

test("an enrollment works: a key, its address, its picture, its first code", () => {
  const secret = Secret.generate();
  const totp = new Totp({ secret, issuer: "Fernhill", account: "rosa@fernhill.example" });
  const tile = document.createElement("div");
  tile.innerHTML = QrCode.encode(totp.toUri()).toSvg({
    label: "QR code for setting up your authenticator app",
  });
  const picture = tile.querySelector("svg");
  expect(picture?.getAttribute("aria-label") ?? picture?.querySelector("title")?.textContent).toBe(
    "QR code for setting up your authenticator app",
  );
  expect(tile.innerHTML).not.toContain(secret.toBase32());
  const { otp } = parseUri(totp.toUri());
  expect(otp instanceof Totp && totp.verify(otp.generate()).valid).toBe(true);
  for (const held of [secret, totp, otp]) held.dispose();
});

test("where crypto.subtle is absent, sealing a key is refused by name", async () => {
  expect(crypto.subtle as SubtleCrypto | undefined).toBeUndefined();
  expect(await rejection(Secret.generate().seal())).toBe("web-crypto-unavailable");
});
