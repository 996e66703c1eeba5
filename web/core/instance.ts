import { CountersignError, type ErrorCode } from "./errors.js";
import { MESSAGES } from "./messages.js";
import type { NativeCore } from "./native.js";

let instance: NativeCore | undefined;

/** The running core. @throws CountersignError "not-initialized" */
export function core(): NativeCore {
  if (instance === undefined)
    throw new CountersignError("not-initialized", "await init() before the first call");
  return instance;
}

export function setCore(started: NativeCore): void {
  instance = started;
}

/** @param name - as the core or a promise of it gave it */
export function errorNamed(name: string): CountersignError {
  const code = name as ErrorCode;
  return new CountersignError(code, MESSAGES[code] ?? code);
}

/** Why the last call into the core gave nothing. */
export function lastError(): CountersignError {
  const running = core();
  let name = "";
  try {
    name = running.lastError();
  } catch {
    // There was no room even for the name, which says it all.
  }
  return errorNamed(name || "out-of-memory");
}

/** What the core gave. @throws CountersignError where it gave nothing: 0 or empty text */
export function given<Value extends number | string>(value: Value): Value {
  if (value === 0 || value === "") throw lastError();
  return value;
}

/** A number that is no refusal. @throws CountersignError for a negative one */
export function accepted(value: number): number {
  if (value < 0) throw lastError();
  return value;
}

/** A copy of bytes in WASM memory. */
export function bytesAt(address: number, length: number): Uint8Array<ArrayBuffer> {
  return core().HEAPU8.slice(address, address + length);
}

/** A copy of what the core has put out, which is cleared. */
export function takeOutput(length: number): Uint8Array<ArrayBuffer> {
  const bytes = bytesAt(core().outputAddress(), length);
  core().clearOutput();
  return bytes;
}

/** The names in a text with commas; none in an empty one. */
export function namesIn(text: string): string[] {
  return text === "" ? [] : text.split(",");
}
