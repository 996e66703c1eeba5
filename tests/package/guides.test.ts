// The guides, done as they say.
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { BackupCodeSet, TotpState } from "countersign";
import type { TOTP } from "otpauth";
import { URI } from "otpauth";
import { blocks, expectToPrintItsComments } from "./examples.js";
import { root } from "./repository.js";

describe("accounts-and-keys.md", () => {
  const examples = blocks("docs/guides/accounts-and-keys.md", "js run");

  test("has its examples", () => {
    expect(examples).toHaveLength(6);
  });

  test.each(examples.map((code, index) => [index + 1, code]))(
    "example %i prints what its comments say",
    (_index, code) => {
      expectToPrintItsComments(String(code));
    },
  );
});

interface User {
  readonly id: string;
  readonly email: string;
}
interface Pending {
  readonly key: unknown;
  readonly set: BackupCodeSet;
  readonly expires: number;
}
interface Row extends Omit<Pending, "expires"> {
  state: TotpState;
  set: BackupCodeSet;
}
interface Guide {
  createSealer(masterKey: CryptoKey): {
    seal(bytes: Uint8Array, user: User): Promise<unknown>;
    open(sealed: unknown, user: User): Promise<Uint8Array>;
  };
  begin(context: object, user: User): Promise<{ uri: string; key: string; codes: string[] }>;
  confirm(context: object, user: User, typed: string): Promise<string>;
  check(context: object, user: User, typed: string): Promise<string>;
}

/** The table of the guide, in memory: each method is one step that nothing comes between. */
class Store {
  readonly #pending = new Map<string, Pending>();
  readonly #rows = new Map<string, Row>();
  tries = 5;

  pending = (user: User) => Promise.resolve(this.#pending.get(user.id));
  authenticator = (user: User) => Promise.resolve(this.#rows.get(user.id));
  putPending = (user: User, row: Pending) => Promise.resolve(this.#pending.set(user.id, row));

  activate = ({ id }: User, pending: Pending, state: TotpState) => {
    if (this.#pending.get(id) !== pending) return Promise.resolve(false);
    this.#pending.delete(id);
    this.#rows.set(id, { ...pending, state });
    return Promise.resolve(true);
  };

  swapState = (user: User, old: TotpState, state: TotpState) => this.#swap(user, "state", old, state);
  swapSet = (user: User, old: BackupCodeSet, set: BackupCodeSet) => this.#swap(user, "set", old, set);

  takeTry = () => {
    const left = this.tries > 0;
    if (left) this.tries -= 1;
    return Promise.resolve(left);
  };
  giveTryBack = () => Promise.resolve((this.tries += 1));

  #swap<Field extends "state" | "set">(user: User, field: Field, old: Row[Field], next: Row[Field]) {
    const row = this.#rows.get(user.id);
    if (row?.[field] !== old) return Promise.resolve(false);
    this.#rows.set(user.id, { ...row, [field]: next });
    return Promise.resolve(true);
  }
}

describe("enroll-and-verify.md", () => {
  const rosa = { id: "rosa", email: "rosa@fernhill.example" };
  let folder: string;
  let guide: Guide;
  beforeAll(async () => {
    // Below the root, where the package finds itself by its own name.
    mkdirSync(join(root, "build"), { recursive: true });
    folder = mkdtempSync(join(root, "build/guide-"));
    const file = join(folder, "server.mjs");
    writeFileSync(file, blocks("docs/guides/enroll-and-verify.md", "js server").join("\n"));
    guide = (await import(pathToFileURL(file).href)) as Guide;
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  let now: number;
  let store: Store;
  let context: object;
  let sealer: ReturnType<Guide["createSealer"]>;
  beforeEach(async () => {
    now = Date.parse("2026-01-01T12:00:00Z");
    store = new Store();
    const masterKey = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
      "encrypt",
      "decrypt",
    ]);
    sealer = guide.createSealer(masterKey);
    context = { store, sealer, hashKey: Uint8Array.from(randomBytes(32)), clock: () => now };
  });

  /** Turns it on, and gives back the phone and the codes on paper. */
  async function enrolled() {
    const { uri, codes } = await guide.begin(context, rosa);
    const phone = URI.parse(uri) as TOTP;
    expect(await guide.confirm(context, rosa, phone.generate({ timestamp: now }))).toBe("on");
    return { phone, codes };
  }

  test("the code on the page enrolls a phone and signs in with its next code, and with no code twice", async () => {
    const { phone } = await enrolled();
    const first = phone.generate({ timestamp: now });
    expect(await guide.check(context, rosa, first)).toBe("replayed");
    now += 30_000;
    const next = phone.generate({ timestamp: now });
    expect(await guide.check(context, rosa, `${next.slice(0, 3)} ${next.slice(3)}`)).toBe("ok");
    expect(await guide.check(context, rosa, next)).toBe("replayed");
  });

  test("of two requests with the same code at the same moment one gets in", async () => {
    const { phone, codes } = await enrolled();
    now += 30_000;
    for (const typed of [phone.generate({ timestamp: now }), codes[0] ?? ""]) {
      const answers = await Promise.all([
        guide.check(context, rosa, typed),
        guide.check(context, rosa, typed),
      ]);
      expect(answers.filter((answer) => answer === "ok")).toHaveLength(1);
    }
  });

  test("a backup code works once, however it is typed", async () => {
    const { codes } = await enrolled();
    const typed = (codes[7] ?? "").toLowerCase().replaceAll("-", " ");
    expect(await guide.check(context, rosa, typed)).toBe("ok");
    expect(await guide.check(context, rosa, typed)).toBe("used");
  });

  test("wrong codes cost tries until the account waits, also for the right one; malformed ones cost none", async () => {
    const { phone } = await enrolled();
    now += 30_000;
    const right = phone.generate({ timestamp: now });
    const wrong = right.startsWith("0") ? `1${right.slice(1)}` : `0${right.slice(1)}`;
    expect(await guide.check(context, rosa, "12345")).toBe("malformed");
    for (let left = store.tries; left > 0; left -= 1)
      expect(await guide.check(context, rosa, wrong)).toBe("mismatch");
    expect(await guide.check(context, rosa, right)).toBe("wait");
  });

  test("a set-up that is ten minutes old turns nothing on", async () => {
    const { uri } = await guide.begin(context, rosa);
    now += 600_000;
    const code = (URI.parse(uri) as TOTP).generate({ timestamp: now });
    expect(await guide.confirm(context, rosa, code)).toBe("expired");
    expect(await store.authenticator(rosa)).toBeUndefined();
  });

  test("a key that was copied to another user's row does not open", async () => {
    const bytes = Uint8Array.from(randomBytes(20));
    const sealed = await sealer.seal(bytes, rosa);
    expect(await sealer.open(sealed, rosa)).toEqual(bytes);
    await expect(sealer.open(sealed, { ...rosa, id: "mina" })).rejects.toThrow();
  });
});
