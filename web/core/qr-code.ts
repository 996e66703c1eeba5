import { textWithin, toNumber } from "./arguments.js";
import { core, errorNamed, given, takeOutput } from "./instance.js";
import { QrText } from "./native.js";

/** Bytes that fit version 40 at level L. ISO/IEC 18004 table 7. */
const MAX_TEXT = 2953;
const MAX_LABEL = 255;

/** How much of the picture may be lost: 7, 15, 25 or 30 percent. */
export type QrLevel = "L" | "M" | "Q" | "H";

export interface QrOptions {
  /** "M" is what a clean screen needs and no more. */
  readonly level?: QrLevel;
  /** Light modules on each side, 4 to 32. ISO/IEC 18004 §6.3.8 asks for 4. */
  readonly margin?: number;
  /** The lowest version to be used, 1 to 40; a longer text takes a higher one by itself. */
  readonly minVersion?: number;
}

/** In the order of their numbers in the core. */
const LEVELS: readonly string[] = ["L", "M", "Q", "H"] satisfies QrLevel[];

/** What a code is made of, as the core takes it: text, level, lowest version, margin. */
type Request = readonly [text: string, level: number, version: number, margin: number];

/** A text as a QR code. It carries what the text carries: a picture of a key is a key. */
export class QrCode {
  /** Modules a side, without the margin: 21 to 177. */
  readonly size: number;
  /** Light modules on each side. */
  readonly margin: number;
  readonly #request: Request;
  readonly #modules: Uint8Array;

  private constructor(request: Request) {
    this.size = given(core().qrModules(...request));
    this.margin = request[3];
    this.#modules = takeOutput(this.size ** 2);
    this.#request = request;
  }

  /**
   * Encodes the text's UTF-8 in byte mode, without an ECI header.
   *
   * @param text - 1 to 2,953 bytes at level L, 2,331 at M, 1,663 at Q, 1,273 at H
   * @throws CountersignError "text-too-long"; "invalid-qr-option" for an empty text or an option out of range;
   *   "not-initialized"
   */
  static encode(text: string, { level = "M", margin = 4, minVersion = 1 }: QrOptions = {}): QrCode {
    const levelNumber = LEVELS.indexOf(level);
    if (levelNumber < 0) throw errorNamed("invalid-qr-option");
    const checked = textWithin(text, MAX_TEXT, "text", "text-too-long");
    return new QrCode([checked, levelNumber, toNumber(minVersion), toNumber(margin)]);
  }

  /** Whether a module is dark. (0, 0) is the top left one inside of the margin; outside of the code all are light. */
  get(x: number, y: number): boolean {
    return x >= 0 && y >= 0 && x < this.size && y < this.size && this.#modules[y * this.size + x] === 1;
  }

  /**
   * A picture that stays black on white whatever the page's theme and CSS say.
   *
   * @param options - may be left out
   * @param options.label - its name for assistive technology, up to 255 bytes; without one it is hidden from it
   * @throws CountersignError "invalid-label", also for a label that holds an otpauth address
   */
  toSvg({ label = "" }: { readonly label?: string } = {}): string {
    return this.#drawn(QrText.svg, textWithin(label, MAX_LABEL, "label", "invalid-label"));
  }

  /**
   * The dark modules as one closed outline, for the `d` of an SVG path that is filled. One module is one unit; the
   * margin is counted, so that the `viewBox` is `0 0 side side` with `side = size + 2 * margin`.
   */
  toPath(): string {
    return this.#drawn(QrText.path);
  }

  /**
   * A PNG file, black on white.
   *
   * @param options - may be left out
   * @param options.scale - pixels a module measures, 1 to 64
   * @throws CountersignError "invalid-qr-option" for another scale
   */
  toPng({ scale = 8 }: { readonly scale?: number } = {}): Uint8Array<ArrayBuffer> {
    return takeOutput(given(core().qrPng(...this.#request, toNumber(scale))));
  }

  /** For a terminal: half blocks, with their own colors. */
  toText(): string {
    return this.#drawn(QrText.terminal);
  }

  #drawn(kind: number, label = ""): string {
    return given(core().drawQr(kind, ...this.#request, label));
  }
}
