import { expect, test } from "@jest/globals";
import { matches } from "../../../tools/install/node-modules.mjs";

const wanted = {
  "": { name: "countersign" },
  "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
  "node_modules/b": { version: "2.0.0", integrity: "sha512-b", optional: true },
};
const { "node_modules/a": a, "node_modules/b": b } = wanted;

test("packages that are as the lock says stay, and another machine's may be absent", () => {
  expect(matches(wanted, { "node_modules/a": a, "node_modules/b": b })).toBe(true);
  expect(matches(wanted, { "node_modules/a": a })).toBe(true);
});

test.each([
  ["is absent", { "node_modules/b": b }],
  ["has another version", { "node_modules/a": { ...a, version: "1.0.1" } }],
  ["has another hash", { "node_modules/a": { ...a, integrity: "sha512-x" } }],
  ["is there and in no lock", { "node_modules/a": a, "node_modules/c": a }],
])("packages are installed anew when one %s", (_, present) => {
  expect(matches(wanted, present)).toBe(false);
});

test.each([
  ["another system", { os: ["darwin"] }, false],
  ["another processor", { os: ["linux"], cpu: ["arm64"] }, false],
  ["any but this system", { os: ["!linux"] }, false],
  ["this machine", { os: ["linux"], cpu: ["x64"] }, true],
  ["any but another system", { os: ["!win32"], cpu: ["any"] }, true],
])("a package for %s: the folder is of this machine or is installed anew", (_, which, expected) => {
  const locked = { ...wanted, "node_modules/b": { ...b, ...which } };
  const machine = { platform: "linux", arch: "x64" };
  expect(matches(locked, { "node_modules/a": a, "node_modules/b": locked["node_modules/b"] }, machine)).toBe(
    expected,
  );
});
