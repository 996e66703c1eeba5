import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { Secret } from "otpauth";
import { openDatabase } from "../../../demo/portal/server/storage/database.js";
import {
  type StartedPortal,
  startPortal,
  type Surroundings,
} from "../../../demo/portal/server/start/start-portal.js";
import { Browser } from "../browser.js";
import { temporaryFolder } from "../temporary-folder.js";
import { TestClock } from "../test-clock.js";
import { enroll, ROSA, signIn } from "../test-portal.js";

const started: StartedPortal[] = [];

afterEach(async () => {
  for (const portal of started.splice(0)) await portal.close();
});

async function surroundings(environment: Surroundings["environment"] = {}): Promise<Surroundings> {
  const folder = await temporaryFolder();
  const clientFolder = join(folder, "client");
  await mkdir(join(clientFolder, ".vite"), { recursive: true });
  await mkdir(join(clientFolder, "assets"));
  const manifest = { "main.ts": { file: "assets/main-abc.js", css: ["assets/main-def.css"] } };
  await writeFile(join(clientFolder, ".vite", "manifest.json"), JSON.stringify(manifest));
  await writeFile(join(clientFolder, "assets", "main-abc.js"), "export {};\n");
  return { data: join(folder, "data"), clientFolder, environment, onFault: () => undefined };
}

async function start(
  where: Surroundings,
  options: { https?: boolean; host?: string } = {},
): Promise<StartedPortal> {
  const portal = await startPortal({ port: 0, host: "127.0.0.1", https: false, ...options }, where);
  started.push(portal);
  return portal;
}

async function stop(): Promise<void> {
  await started.pop()?.close();
}

test("a first start makes database, key and the two people, for the owner's eyes alone", async () => {
  const where = await surroundings();
  const portal = await start(where);
  expect(portal.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
  expect(portal.demoAccounts).toHaveLength(2);
  expect((await stat(where.data)).mode & 0o777).toBe(0o700);
  for (const file of ["portal.db", "portal.db-wal", "portal.db-shm", "portal.key"]) {
    expect([file, (await stat(join(where.data, file))).mode & 0o777]).toEqual([file, 0o600]);
  }
  expect((await fetch(`${portal.address}/healthz`)).status).toBe(200);
});

test("accounts, sessions and the second factor survive a restart", async () => {
  const where = await surroundings();
  const clock = new TestClock(new Date().toISOString());
  const rosa = new Browser((await start(where)).app);
  await signIn(rosa);
  const { backupCodes } = await enroll(rosa, clock);
  await stop();
  const { app } = await start(where);
  rosa.reconnect(app);
  expect((await rosa.get("/account/security")).status).toBe(200);
  const again = new Browser(app);
  expect(await signIn(again)).toBe("/sign-in/code");
  const answer = await again.post("/sign-in/code", { code: backupCodes[0] ?? "", method: "backup-code" });
  expect(answer.json).toMatchObject({ ok: true });
  const people = await openDatabase(join(where.data, "portal.db"));
  expect(await people.selectFrom("users").select("email").execute()).toHaveLength(2);
  await people.destroy();
});

test("T10 refuses to start without the key of its database, names the file, and starts again with it", async () => {
  const where = await surroundings();
  const rosa = new Browser((await start(where)).app);
  await signIn(rosa);
  await enroll(rosa, new TestClock(new Date().toISOString()));
  await stop();
  const file = join(where.data, "portal.key");
  const key = await readFile(file);
  await rm(file);
  await expect(start(where)).rejects.toMatchObject({
    code: "key-absent",
    message: expect.stringContaining(file),
  });
  await writeFile(file, Buffer.alloc(32, 5).toString("base64"), { mode: 0o600 });
  await expect(start(where)).rejects.toMatchObject({
    code: "key-wrong",
    message: expect.stringContaining(file),
  });
  await writeFile(file, key);
  rosa.reconnect((await start(where)).app);
  expect((await rosa.get("/account/security")).status).toBe(200);
});

test("T10 no file of the database holds a key, a code or a password that anybody could read", async () => {
  const where = await surroundings();
  const rosa = new Browser((await start(where)).app);
  await signIn(rosa);
  const { backupCodes, key } = await enroll(rosa, new TestClock(new Date().toISOString()));
  const readable = [
    ...backupCodes,
    ...backupCodes.map((code) => code.replaceAll("-", "")),
    key,
    Secret.fromBase32(key).latin1,
    ROSA.password,
    rosa.cookies.get("cs_session") ?? "no cookie",
  ];
  expect(readable).toHaveLength(24);
  const files = (await readdir(where.data)).filter((name) => name.startsWith("portal.db"));
  const contents = await Promise.all(files.map((name) => readFile(join(where.data, name), "latin1")));
  const all = contents.join("");
  expect(all).toContain(ROSA.email); // what is not secret is found this way
  expect(readable.filter((text) => all.includes(text))).toHaveLength(0);
});

test("T37 speaks https with a certificate of its own that is kept for the next start", async () => {
  const where = await surroundings();
  const first = await start(where, { https: true });
  expect(first.address).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/u);
  const file = join(where.data, "certificate.pem");
  expect((await stat(join(where.data, "certificate-key.pem"))).mode & 0o777).toBe(0o600);
  const ca = await readFile(file, "utf8");
  const visitor = new Browser(first.app, ca);
  await visitor.get("/sign-in");
  expect([...visitor.cookies.keys()]).toEqual(["__Host-cs_session"]);
  await stop();
  await start(where, { https: true });
  expect(await readFile(file, "utf8")).toBe(ca);
});

test("T37 refuses plain http in production and on another host, before it opens anything", async () => {
  const production = await surroundings({ NODE_ENV: "production" });
  await expect(start(production)).rejects.toMatchObject({ code: "insecure-transport" });
  await expect(stat(production.data)).rejects.toMatchObject({ code: "ENOENT" });
  await expect(start(await surroundings(), { host: "0.0.0.0" })).rejects.toMatchObject({
    code: "insecure-transport",
  });
});

test("in production there are no demo people and no demo passwords on the page", async () => {
  const where = await surroundings({ NODE_ENV: "production" });
  const portal = await start(where, { https: true });
  expect(portal.demoAccounts).toEqual([]);
  const visitor = new Browser(portal.app, await readFile(join(where.data, "certificate.pem"), "utf8"));
  expect((await visitor.get("/sign-in")).text).not.toContain(ROSA.password);
  expect((await visitor.post("/sign-in", { email: ROSA.email, password: ROSA.password })).status).toBe(401);
});

test("says so where the pages' bundle was not built", async () => {
  const where = await surroundings();
  await rm(join(where.clientFolder, ".vite"), { recursive: true });
  await expect(start(where)).rejects.toMatchObject({
    code: "not-built",
    message: expect.stringContaining("npm run build"),
  });
});

test("serves the bundle for good and nothing beside it", async () => {
  const portal = await start(await surroundings());
  const script = await fetch(`${portal.address}/client/assets/main-abc.js`);
  expect([script.status, script.headers.get("cache-control")]).toEqual([
    200,
    "public, max-age=31536000, immutable",
  ]);
  for (const path of [
    "/client/.vite/manifest.json",
    "/client/..%2Fdata%2Fportal.key",
    "/client/",
    "/client/none.js",
  ]) {
    expect([path, (await fetch(portal.address + path)).status]).toEqual([path, 404]);
  }
});
