import { expect, test } from "@jest/globals";
import { acceptsNamed, compareVersions, readVersion } from "../../../tools/install/emscripten-version.mjs";

test.each([
  ["Debian 13", "emcc (Emscripten gcc/clang-like replacement + linker emulating GNU ld) 3.1.69 ()", "3.1.69"],
  [
    "emsdk",
    "shared:INFO: (Emscripten: Running sanity checks)\nemcc (Emscripten gcc) 4.0.10 (a1b2c3)\n",
    "4.0.10",
  ],
  ["something else", "gcc (Debian 12.2.0-14) 12.2.0", undefined],
  ["nothing", "", undefined],
])("reads the version that %s prints", (_, text, version) => {
  expect(readVersion(text)).toBe(version);
});

test("compares versions by their numbers and not by their letters", () => {
  expect(compareVersions("3.1.69", "3.1.7")).toBeGreaterThan(0);
  expect(compareVersions("3.1.69", "10.0.0")).toBeLessThan(0);
  expect(compareVersions("3.1.69", "3.1.69")).toBe(0);
});

test("takes the pinned version without a remark", () => {
  expect(acceptsNamed("/opt/emcc", "3.1.69")).toEqual({});
});

test("takes a later version with a warning that says what is lost", () => {
  expect(acceptsNamed("/opt/emcc", "4.0.10").warning).toBe(
    "/opt/emcc is 4.0.10, not 3.1.69: another result, and no size budgets",
  );
});

test.each([
  ["3.1.68", "/opt/emcc is Emscripten 3.1.68: too old"],
  ["3.1.6", "/opt/emcc is Emscripten 3.1.6: too old"],
  ["7.0.0", "/opt/emcc is Emscripten 7.0.0: too new"],
  [undefined, "/opt/emcc does not say which version of Emscripten it is"],
])("refuses %s by name", (version, message) => {
  expect(() => acceptsNamed("/opt/emcc", version)).toThrow(message);
});
