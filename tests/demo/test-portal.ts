import { jest } from "@jest/globals";
import type { FastifyInstance } from "fastify";
import { Secret, TOTP } from "otpauth";
import { createPortal, type PortalOptions } from "../../demo/portal/server/create-portal.js";
import { PortalKeys } from "../../demo/portal/server/keys/portal-keys.js";
import { DEMO_USERS } from "../../demo/portal/server/people/demo-users.js";
import { hashPassword } from "../../demo/portal/server/people/passwords.js";
import { addUser } from "../../demo/portal/server/people/users.js";
import { type Database, openDatabase } from "../../demo/portal/server/storage/database.js";
import { Browser } from "./browser.js";
import { TestClock } from "./test-clock.js";

export const [ROSA, LAYLA] = DEMO_USERS;

/** 32 bytes that are the portal's key in tests. */
export const TEST_KEY = Uint8Array.from({ length: 32 }, (_, index) => index);

// Passwords and backup codes are hashed as in earnest; on a busy machine that takes its time.
jest.setTimeout(60_000);

const open: { app: FastifyInstance; database: Database | undefined }[] = [];

export interface TestPortal {
  readonly app: FastifyInstance;
  readonly clock: TestClock;
  readonly database: Database;
  readonly faults: Error[];
  readonly browser: () => Browser;
}

/** A portal with the two demo people; closed by closePortals. */
export async function testPortal(
  options: Partial<PortalOptions> & { testClock?: TestClock } = {},
): Promise<TestPortal> {
  const { testClock: clock = new TestClock(), ...rest } = options;
  const database = rest.database ?? (await openDatabase(":memory:"));
  await addDemoUsers(database, clock.now());
  const faults: Error[] = [];
  const app = await createPortal({
    database,
    keys: await PortalKeys.fromBytes(TEST_KEY),
    clock: clock.now,
    assets: { script: "/client/assets/main-test.js", styles: ["/client/assets/main-test.css"] },
    onFault: (fault) => faults.push(fault),
    ...rest,
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  open.push({ app, database: rest.database === undefined ? database : undefined });
  return { app, clock, database, faults, browser: () => new Browser(app, rest.https?.cert) };
}

const hashes = new Map<string, Promise<string>>();

/** The demo's two people, each password hashed once a file rather than once a test. */
async function addDemoUsers(database: Database, now: number): Promise<void> {
  for (const { password, ...person } of DEMO_USERS) {
    const hash = hashes.get(password) ?? hashPassword(password);
    hashes.set(password, hash);
    await addUser(database, { ...person, passwordHash: await hash, now });
  }
}

/** For afterEach. A database that the test opened is the test's to close. */
export async function closePortals(): Promise<void> {
  for (const { app, database } of open.splice(0)) {
    await app.close();
    await database?.destroy();
  }
}

/** Gives the password; the second step, if there is one, is the caller's. */
export async function signIn(
  browser: Browser,
  person: { email: string; password: string } = ROSA,
): Promise<string> {
  await browser.get("/sign-in");
  const answer = await browser.post("/sign-in", { email: person.email, password: person.password });
  const location = String(answer.json["location"]);
  await browser.get(location);
  return location;
}

/** An authenticator app: another library than ours. */
export class Phone {
  readonly #totp: TOTP;
  readonly #clock: TestClock;

  constructor(key: string, clock: TestClock) {
    this.#totp = new TOTP({ secret: Secret.fromBase32(key) });
    this.#clock = clock;
  }

  /** The code on its screen, or on that of a phone whose clock is wrong. */
  code(clockOffBySeconds = 0): string {
    return this.#totp.generate({ timestamp: this.#clock.now() + clockOffBySeconds * 1000 });
  }

  /** Six digits that are the code of no step anywhere near. */
  wrongCode(): string {
    const near = new Set(Array.from({ length: 41 }, (_, step) => this.code((step - 20) * 30)));
    return ["000000", "111111", "222222", "333333", "444444"].find((code) => !near.has(code)) ?? "555555";
  }
}

export interface Enrolled {
  readonly phone: Phone;
  /** In base32, as the page shows it. */
  readonly key: string;
  readonly backupCodes: readonly string[];
}

/** Begins a set-up; what it shows is read as the page's script and a person would. */
export async function beginEnrollment(
  browser: Browser,
  clock: TestClock,
  password: string = ROSA.password,
): Promise<Enrolled> {
  await browser.post("/account/security/enroll", { password });
  const page = await browser.get("/account/security/enroll");
  const secret = await browser.get("/account/security/enroll/secret", {
    accept: "application/json",
    "sec-fetch-site": "same-origin",
    "sec-fetch-mode": "cors",
  });
  const key = String(secret.json["key"]);
  return { phone: new Phone(key, clock), key, backupCodes: backupCodesOn(page.text) };
}

/** Turns the second factor on for a person who is signed in. */
export async function enroll(
  browser: Browser,
  clock: TestClock,
  password: string = ROSA.password,
): Promise<Enrolled> {
  const enrolled = await beginEnrollment(browser, clock, password);
  await browser.post("/account/security/enroll/confirm", { code: enrolled.phone.code(), saved: "yes" });
  await browser.get("/account/security");
  return enrolled;
}

/** A browser of somebody who turned the second factor on, and the half minute after. */
export async function enrolledPortal(): Promise<TestPortal & Enrolled & { readonly rosa: Browser }> {
  const portal = await testPortal();
  const rosa = portal.browser();
  await signIn(rosa);
  const enrolled = await enroll(rosa, portal.clock);
  portal.clock.advance({ seconds: 30 });
  return { ...portal, ...enrolled, rosa };
}

function backupCodesOn(page: string): string[] {
  return [
    ...new Set(page.match(/\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b/gu) ?? []),
  ];
}
