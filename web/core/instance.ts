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
  return errorNamed(core().lastError());
}

/** What the core gave. @throws CountersignError where it gave nothing; empty text is nothing */
export function given<Value>(value: Value | null | undefined | ""): Value {
  if (value === null || value === undefined || value === "") throw lastError();
  return value;
}
