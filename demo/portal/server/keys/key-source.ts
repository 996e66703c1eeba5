// Where the portal's key comes from: the environment, or a file made once for an empty database.
import { randomBytes } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { StartError } from "../start/start-error.js";
import type { Database } from "../storage/database.js";
import { PortalKeys } from "./portal-keys.js";

const OWNER_ONLY = 0o600;
const READABLE_BY_OTHERS = 0o077;

export interface KeySource {
  /** Base64 of 32 bytes, such as COUNTERSIGN_KEY; wins over the file. */
  readonly fromEnvironment?: string | undefined;
  readonly file: string;
}

/**
 * The key for a database: the one it was sealed with, or a new one where it is empty.
 *
 * @throws StartError "key-absent", "key-wrong", "key-malformed" or "key-exposed"; the message names the file
 */
export async function loadKeys(database: Database, source: KeySource, now: number): Promise<PortalKeys> {
  const sealedWith = await database.selectFrom("keys").selectAll().executeTakeFirst();
  const root = await readRoot(source);
  if (sealedWith === undefined) {
    await refuseForgottenKey(database, source);
    const keys = await PortalKeys.fromBytes(root ?? (await makeKeyFile(source.file)));
    await database
      .insertInto("keys")
      .values({ id: keys.id, check_value: keys.checkValue, created_at: now })
      .execute();
    return keys;
  }
  if (root === undefined) {
    throw new StartError(
      "key-absent",
      `The database was sealed with key ${sealedWith.id}, and ${source.file} is not there. ` +
        "Put that file back or set COUNTERSIGN_KEY. A new key would open none of the stored secrets.",
    );
  }
  const keys = await PortalKeys.fromBytes(root);
  if (keys.checkValue !== sealedWith.check_value) {
    throw new StartError(
      "key-wrong",
      `The database was sealed with key ${sealedWith.id}, and ${nameOf(source)} holds key ${keys.id}. ` +
        "Put the right key back: this one opens none of the stored secrets.",
    );
  }
  return keys;
}

/** A database with secrets and without the name of their key was damaged: any key would be a guess. */
async function refuseForgottenKey(database: Database, source: KeySource): Promise<void> {
  const sealed =
    (await database.selectFrom("authenticators").select("key_id").executeTakeFirst()) ??
    (await database.selectFrom("enrollments").select("key_id").executeTakeFirst());
  if (sealed === undefined) return;
  throw new StartError(
    "key-wrong",
    `The database holds secrets sealed with key ${sealed.key_id} and no longer says how to check it. ` +
      `Restore the database from a copy; ${nameOf(source)} was left as it is.`,
  );
}

async function readRoot(source: KeySource): Promise<Uint8Array | undefined> {
  if (source.fromEnvironment !== undefined) return decode(source.fromEnvironment, nameOf(source));
  const text = await readFile(source.file, "utf8").catch((error: unknown) => {
    if (isAbsent(error)) return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const { mode } = await stat(source.file);
  if (process.platform !== "win32" && (mode & READABLE_BY_OTHERS) !== 0) {
    throw new StartError(
      "key-exposed",
      `Others on this machine can read ${source.file}. Run: chmod 600 ${source.file}`,
    );
  }
  return decode(text, source.file);
}

async function makeKeyFile(file: string): Promise<Uint8Array> {
  const root = randomBytes(32);
  await writeFile(file, `${root.toString("base64")}\n`, { mode: OWNER_ONLY, flag: "wx" });
  return root;
}

function decode(text: string, name: string): Uint8Array {
  const trimmed = text.trim();
  const root = Buffer.from(trimmed, "base64");
  if (root.byteLength !== 32 || root.toString("base64") !== trimmed) {
    throw new StartError("key-malformed", `${name} must hold 32 bytes in base64 (44 characters).`);
  }
  return root;
}

function nameOf(source: KeySource): string {
  return source.fromEnvironment === undefined ? source.file : "COUNTERSIGN_KEY";
}

function isAbsent(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "ENOENT";
}
