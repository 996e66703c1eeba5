// A PNG of at most 256 colors: a screen of flat colors is a third of the size that way, and looks the same.
import { crc32, deflateSync } from "node:zlib";
import { PNG } from "pngjs";

const MOST_COLORS = 256;

/** The picture in its most frequent colors; every other one becomes the nearest of them. Transparency is dropped. */
export function toPalette(png) {
  const { data, width, height } = PNG.sync.read(png);
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const color = data.readUIntBE(at, 3);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_COLORS)
    .map(([color]) => color);
  const indexes = new Map([...counts.keys()].map((color) => [color, nearest(color, palette)]));
  const rows = Buffer.alloc((width + 1) * height); // each row opens with its filter: none
  for (let at = 0; at < width * height; at += 1) {
    rows[at + Math.floor(at / width) + 1] = indexes.get(data.readUIntBE(at * 4, 3));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // 8 bits a pixel, by palette
  const colors = Buffer.from(palette.flatMap((color) => channels(color)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", colors),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function channels(color) {
  return [color >> 16, (color >> 8) & 255, color & 255];
}

function nearest(color, palette) {
  const wanted = channels(color);
  let best = 0;
  let least = Infinity;
  for (const [index, other] of palette.entries()) {
    const far = channels(other).reduce((sum, value, at) => sum + (value - wanted[at]) ** 2, 0);
    if (far < least) [best, least] = [index, far];
  }
  return best;
}

function chunk(type, content) {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(content.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
