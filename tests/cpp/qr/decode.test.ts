// What the native core draws, read back with decoders that are not ours: pngjs and jsQR.
import { describe, expect, test } from "@jest/globals";

import { decoded, drawnFrom, pictureOf, type Drawn } from "./drawn.js";

const LEVELS = ["L", "M", "Q", "H"] as const;
const VERSIONS = Array.from({ length: 40 }, (_, index) => index + 1);

/** How many pixels are not as the matrix has them; margins are light. Inside of a module, edges are enough. */
function wrongPixels(drawn: Drawn, margin: number, scale: number): number {
  const { data, width, height } = pictureOf(drawn);
  const modules = drawn.size + 2 * margin;
  const side = modules * scale;
  if (width !== side || height !== side) return Infinity;
  const offsets = [...new Set([0, scale >> 1, scale - 1])];
  const pixels = Array.from({ length: modules }, (_, module) =>
    offsets.map((offset) => module * scale + offset),
  ).flat();
  let wrong = 0;
  for (const pixelY of pixels) {
    const y = Math.floor(pixelY / scale) - margin;
    for (const pixelX of pixels) {
      const x = Math.floor(pixelX / scale) - margin;
      const inside = x >= 0 && y >= 0 && x < drawn.size && y < drawn.size;
      const dark = inside && drawn.modules[y * drawn.size + x] === "1";
      if (data[(pixelY * side + pixelX) * 4] !== (dark ? 0 : 255)) wrong += 1;
    }
  }
  return wrong;
}

/** Small, and the same for the same seed. */
function* numbersFrom(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state >>> 8;
  }
}

test("a code of every version says its text", () => {
  const samples = VERSIONS.map((minVersion) => ({ text: `version ${minVersion}`, minVersion, scale: 2 }));
  const read = drawnFrom(samples).map((drawn) => decoded(pictureOf(drawn)));
  expect(read.map((code) => code?.version)).toEqual(VERSIONS);
  expect(read.map((code) => code?.data)).toEqual(samples.map(({ text }) => text));
});

describe("labels outside of Latin-1 come back as they are", () => {
  test.each([
    ["emoji", "otpauth://totp/🔑 Pörtal 👩‍👩‍👧:ada?secret=JBSWY3DPEHPK3PXP&issuer=🔑 Pörtal 👩‍👩‍👧"],
    ["Arabic", "otpauth://totp/بوابة:مستخدم?secret=JBSWY3DPEHPK3PXP&issuer=بوابة"],
    [
      "Chinese, Japanese, Korean",
      "otpauth://totp/门户網站:山田太郎?secret=JBSWY3DPEHPK3PXP&issuer=포털 ポータル",
    ],
    ["Shift JIS look-alikes", "点茗 ソ表 ¥‾"],
    ["Latin-1", "otpauth://totp/Café:Zoë?secret=JBSWY3DPEHPK3PXP"],
    ["combining marks", "e\u0301 ñ n\u0303"],
  ])("%s", (_, text) => {
    const read = drawnFrom(LEVELS.map((level) => ({ text, level }))).map((drawn) =>
      decoded(pictureOf(drawn)),
    );
    expect(read.map((code) => code?.data)).toEqual([text, text, text, text]);
  });
});

test("the most that version 40 holds is read whole at every level, and a byte more is refused", () => {
  const most = { L: 2953, M: 2331, Q: 1663, H: 1273 };
  for (const level of LEVELS) {
    const text = "otpauth".repeat(500).slice(0, most[level]);
    const [drawn, refused] = drawnFrom([
      { text, level, scale: 2 },
      { text: `${text}x`, level },
    ]);
    expect(drawn && decoded(pictureOf(drawn))?.data).toBe(text);
    expect(refused).toEqual({ error: "text-too-long" });
  }
});

test("100 random texts of any bytes come back byte by byte", () => {
  const seed = 18_004;
  console.info(`seed ${seed}`);
  const numbers = numbersFrom(seed);
  const next = (below: number) => numbers.next().value % below;
  const samples = Array.from({ length: 100 }, () => ({
    text: Uint8Array.from({ length: 1 + next(120) }, () => next(256)),
    level: LEVELS[next(4)] ?? "M",
    scale: 2,
  }));
  const read = drawnFrom(samples).map((drawn) => decoded(pictureOf(drawn))?.binaryData);
  expect(read).toEqual(samples.map(({ text }) => [...text]));
});

describe("T53 the PNG is the matrix with its margin, to the pixel", () => {
  test("in every version", () => {
    const samples = VERSIONS.map((minVersion) => ({ text: "a", minVersion, scale: 1 + (minVersion % 3) }));
    const wrong = drawnFrom(samples).map((drawn, index) => wrongPixels(drawn, 4, samples[index]?.scale ?? 0));
    expect(wrong).toEqual(samples.map(() => 0));
  });

  test.each([1, 2, 3, 5, 7, 8, 16, 33])("at scale %i", (scale) => {
    const [four, nine] = drawnFrom([
      { text: "otpauth://totp/a", scale },
      { text: "otpauth://totp/a", scale, margin: 9 },
    ]);
    expect(four && wrongPixels(four, 4, scale)).toBe(0);
    expect(nine && wrongPixels(nine, 9, scale)).toBe(0);
  });
});
