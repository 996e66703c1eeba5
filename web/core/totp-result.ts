import { CountersignError } from "./errors.js";
import { lastError } from "./instance.js";

/** What is stored between two codes of a user. */
export interface TotpState {
  /** The last step that was accepted: 0 to 2^53 - 1. */
  readonly lastStep: number;
  /** Steps that the device is ahead of the server: -10 to 10. */
  readonly drift: number;
}

/** The state may be written only where the stored one still equals the one passed in (compare-and-set). */
export type TotpResult =
  | {
      readonly valid: true;
      /** The step that the code belongs to. */
      readonly step: number;
      /** How far it is from the server's step: -20 to 20. */
      readonly drift: number;
      readonly state: TotpState;
    }
  | {
      readonly valid: false;
      /**
       * "malformed": no code by its form, which costs no attempt. "mismatch": no step in the window has it.
       * "replayed": right, but its step is not after the last one accepted.
       */
      readonly reason: "malformed" | "mismatch" | "replayed";
    };

const NO_STATE: TotpState = { lastStep: -1, drift: 0 };

/** @internal @throws CountersignError "invalid-state" for what verify() never gave */
export function checkedState(state: TotpState | undefined): TotpState {
  if (state === undefined) return NO_STATE;
  // As an object, because a database says null where it has none.
  const { lastStep, drift } = Object(state) as Partial<TotpState>;
  if (Number.isSafeInteger(lastStep) && Number.isSafeInteger(drift) && (lastStep as number) >= 0)
    return state;
  throw new CountersignError(
    "invalid-state",
    "state: lastStep and drift are not whole numbers, lastStep from 0",
  );
}

const MISMATCH = -1;
/** @internal Of a TOTP or HOTP answer */
export const MALFORMED = -2;
// The slots of bindings/otp_options.cpp: step * 1000 + n.
const SLOTS = 1000;
const REPLAYED = 900;
const OFFSET = 20;
const DRIFTS = 21;
const MAX_DRIFT = 10;

/** @internal Unpacks the number that TotpHandle::verify() gives. */
export function toTotpResult(packed: number): TotpResult {
  if (packed === MISMATCH) return { valid: false, reason: "mismatch" };
  if (packed === MALFORMED) return { valid: false, reason: "malformed" };
  if (packed < 0) throw lastError();
  const slot = packed % SLOTS;
  if (slot >= REPLAYED) return { valid: false, reason: "replayed" };
  const step = (packed - slot) / SLOTS;
  const stored = slot % DRIFTS;
  const drift = (slot - stored) / DRIFTS - OFFSET;
  return { valid: true, step, drift, state: { lastStep: step, drift: stored - MAX_DRIFT } };
}
