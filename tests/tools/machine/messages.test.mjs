import { expect, test } from "@jest/globals";
import { Missing } from "../../../tools/machine/missing.mjs";
import { cacheFolder } from "../../../tools/machine/places.mjs";
import { Failed, run } from "../../../tools/machine/run.mjs";
import { size } from "../../../tools/machine/say.mjs";

test("what cannot be had is named, with what was tried and the one command", () => {
  const missing = new Missing({
    thing: "Chromium",
    tried: ["on PATH: none"],
    command: "apt-get install chromium",
  });
  expect(missing.message).toBe(
    "Chromium could not be had.\n  tried: on PATH: none\n  run:   apt-get install chromium",
  );
});

test("a program that fails is named, with its status and the end of what it wrote", async () => {
  const failure = run(process.execPath, ["-e", "console.error('disk full'); process.exit(3)"]);
  await expect(failure).rejects.toBeInstanceOf(Failed);
  await expect(failure).rejects.toThrow(/ended with 3:\ndisk full$/);
});

test("a program that does not exist is a failure and no crash", async () => {
  await expect(run("countersign-no-such-program", [])).rejects.toThrow("ENOENT");
});

test.each([
  [17, "17 bytes"],
  [4_200, "4.2 kB"],
  [516_900, "517 kB"],
  [326_000_000, "326 MB"],
  [2_400_000_000, "2.4 GB"],
])("%d bytes are %s", (bytes, text) => {
  expect(size(bytes)).toBe(text);
});

test("the cache is where COUNTERSIGN_CACHE says, else in the user's cache folder", () => {
  expect(cacheFolder({ COUNTERSIGN_CACHE: "/a", XDG_CACHE_HOME: "/b" })).toBe("/a");
  expect(cacheFolder({ XDG_CACHE_HOME: "/b" })).toBe("/b/countersign");
  expect(cacheFolder({})).toMatch(/\/\.cache\/countersign$/);
});
