// Codes as the native core draws them, and the decoder that is not ours.
import jsqr from "jsqr";
import { PNG } from "pngjs";

import { answersOf } from "../account/cases.js";

export interface Sample {
  text: string | Uint8Array;
  level?: "L" | "M" | "Q" | "H";
  minVersion?: number;
  margin?: number;
  scale?: number;
}

export interface Drawn {
  size: number;
  /** row by row, "1" is dark */
  modules: string;
  path: string;
  svg: string;
  /** the file's bytes in hex */
  png: string;
  error?: string;
}

/** One answer a sample, drawn in one run of the native program. */
export function drawnFrom(samples: readonly Sample[]): Drawn[] {
  const lines = samples.map(({ text, level = "M", minVersion = 1, margin = 4, scale = 3 }) =>
    [level, minVersion, margin, scale, Buffer.from(text as string).toString("hex")].join(" "),
  );
  return answersOf("qr_cases", lines) as Drawn[];
}

/** @throws Error if the file is damaged */
export function pictureOf(drawn: Drawn): PNG {
  return PNG.sync.read(Buffer.from(drawn.png, "hex"), { checkCRC: true });
}

/** The text and bytes of a picture, or null where the decoder sees no code. */
export function decoded(picture: PNG): { data: string; binaryData: number[]; version: number } | null {
  const { data, width, height } = picture;
  return jsqr.default(new Uint8ClampedArray(data), width, height, { inversionAttempts: "dontInvert" });
}
