import type { BackupCodeSet } from "countersign";

/** A well-formed set whose code nobody knows, without the 25 ms of making one. */
export const UNKNOWN_SET: BackupCodeSet = {
  version: 1,
  mode: "single",
  salt: Buffer.alloc(16).toString("base64"),
  iterations: 100_000,
  keyed: false,
  codes: [{ hash: Buffer.alloc(32).toString("base64"), used: false }],
};

/** A code by its form. */
export const UNKNOWN_CODE = "00000-00000-00000";

/** As a portal keeps a set: through its database. */
export const stored = (set: BackupCodeSet) => JSON.parse(JSON.stringify(set)) as BackupCodeSet;
