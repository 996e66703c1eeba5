import { describe, expect, test } from "@jest/globals";
import { QrCode } from "countersign";
import jsqr from "jsqr";
import { PNG } from "pngjs";
import { refusal } from "./judge.js";
import { expectsNothingKept } from "./leaks.js";

expectsNothingKept();

const URI =
  "otpauth://totp/Fernhill:rosa%40fernhill.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Fernhill";

// jsqr is CommonJS: its function is the default's default.
const decode = jsqr.default;

function readPng(file: Uint8Array): string | undefined {
  const { data, width, height } = PNG.sync.read(Buffer.from(file));
  const found = decode(new Uint8ClampedArray(data), width, height) as unknown as {
    binaryData: number[];
  } | null;
  return found === null ? undefined : Buffer.from(found.binaryData).toString("utf8");
}

describe("encode", () => {
  test.each(["L", "M", "Q", "H"] as const)("an independent decoder reads the text at level %s", (level) => {
    expect(readPng(QrCode.encode(URI, { level }).toPng({ scale: 4 }))).toBe(URI);
  });

  test("T53 has four light modules around it unless told to have more", () => {
    const code = QrCode.encode(URI);
    expect(code.margin).toBe(4);
    const { data, width } = PNG.sync.read(Buffer.from(code.toPng({ scale: 1 })));
    expect(width).toBe(code.size + 8);
    const dark = (x: number, y: number) => data[4 * (y * width + x)] === 0;
    for (let y = 0; y < width; y += 1)
      for (let x = 0; x < width; x += 1) expect(dark(x, y)).toBe(code.get(x - 4, y - 4));
  });

  test("takes letters of any script", () => {
    const text = "Zürich 東京 😀";
    expect(readPng(QrCode.encode(text).toPng())).toBe(text);
  });

  const levels = [
    ["L", 2953],
    ["M", 2331],
    ["Q", 1663],
    ["H", 1273],
  ] as const;
  test.each(levels)("at level %s holds %i bytes and not one more", (level, bytes) => {
    expect(QrCode.encode("x".repeat(bytes), { level }).size).toBe(177);
    expect(refusal(() => QrCode.encode("x".repeat(bytes + 1), { level }))).toBe("text-too-long");
  });

  const refused: [string, unknown, object][] = [
    ["invalid-qr-option", "", {}],
    ["invalid-qr-option", "x", { level: "X" }],
    ["invalid-qr-option", "x", { level: "LM" }],
    ["invalid-qr-option", "x", { margin: 3 }],
    ["invalid-qr-option", "x", { margin: 33 }],
    ["invalid-qr-option", "x", { margin: 4.5 }],
    ["invalid-qr-option", "x", { minVersion: 0 }],
    ["invalid-qr-option", "x", { minVersion: 41 }],
    ["text-too-long", "x".repeat(10_000_000), {}],
    ["invalid-argument", 1, {}],
    ["invalid-argument", "\udc00", {}],
  ];
  test.each(refused)("answers %s", (code, text, options) => {
    expect(refusal(() => QrCode.encode(text as string, options))).toBe(code);
  });

  test("takes no more modules than asked for, and no fewer", () => {
    expect(QrCode.encode("x", { minVersion: 10 }).size).toBe(57);
  });
});

describe("get", () => {
  test("is light outside of the code and between its modules", () => {
    const code = QrCode.encode(URI);
    expect(code.get(0, 0)).toBe(true);
    const outside = [
      [-1, 0],
      [0, -1],
      [code.size, 0],
      [0, code.size],
      [0.5, 0],
      [Number.NaN, 0],
    ] as const;
    expect(outside.map(([x, y]) => code.get(x, y))).toEqual(outside.map(() => false));
  });
});

describe("pictures", () => {
  test("the SVG of a 120-character address at level M is at most 4,200 bytes", () => {
    const svg = QrCode.encode(URI.padEnd(120, "x"), { level: "M" }).toSvg({ label: "QR code" });
    expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(4200);
  });

  test("T48 the SVG has the name it is given, and the text nowhere", () => {
    const svg = QrCode.encode(URI).toSvg({ label: 'Set up "Fernhill" <now>' });
    expect(svg).toContain('Set up "Fernhill" &lt;now&gt;');
    expect(svg).not.toContain("GEZDGNBV");
    expect(svg).not.toContain("otpauth");
  });

  test("T48 an address as its name is refused", () => {
    expect(refusal(() => QrCode.encode(URI).toSvg({ label: URI }))).toBe("invalid-label");
    expect(refusal(() => QrCode.encode(URI).toSvg({ label: "x".repeat(256) }))).toBe("invalid-label");
  });

  test("the path is the one of the SVG, in modules", () => {
    const code = QrCode.encode(URI);
    expect(code.toPath()).toMatch(/^M[Mmhvz0-9 -]+z$/);
    expect(code.toSvg()).toContain(code.toPath());
  });

  test("a terminal gets the modules in half blocks", () => {
    const code = QrCode.encode(URI);
    const lines = code.toText().trimEnd().split("\n");
    expect(lines).toHaveLength(Math.ceil((code.size + 8) / 2));
    expect(code.toText()).toMatch(/[▀▄█]/);
  });

  test.each([0, 65, 1.5, Number.NaN])("a PNG with %p pixels a module is refused", (scale) => {
    expect(refusal(() => QrCode.encode("x").toPng({ scale }))).toBe("invalid-qr-option");
  });

  test("the largest PNG of all comes in bounded memory", () => {
    const png = QrCode.encode("x".repeat(2953), { level: "L", margin: 32 }).toPng({ scale: 64 });
    const header = Buffer.from(png);
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([15_424, 15_424]);
  });
});
