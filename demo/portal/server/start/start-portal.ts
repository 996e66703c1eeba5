import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { createPortal } from "../create-portal.js";
import { loadKeys } from "../keys/key-source.js";
import { DEMO_USERS, seedDemoUsers } from "../people/demo-users.js";
import { openDatabase } from "../storage/database.js";
import { readAssets } from "../web/assets.js";
import { chooseTransport } from "../web/transport.js";
import { localCertificate } from "./certificate.js";
import type { StartOptions } from "./options.js";

export interface StartedPortal {
  readonly app: FastifyInstance;
  /** Such as "http://127.0.0.1:4000". */
  readonly address: string;
  readonly demoAccounts: readonly { readonly email: string; readonly password: string }[];
  readonly close: () => Promise<void>;
}

export interface Surroundings {
  /** Folder of database, key and certificate. */
  readonly data: string;
  readonly clientFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly onFault: (fault: Error) => void;
}

/**
 * Opens database and key, makes what an empty data folder lacks, and listens.
 *
 * @throws StartError where it must not start; nothing is left open then
 */
export async function startPortal(options: StartOptions, surroundings: Surroundings): Promise<StartedPortal> {
  const { data, clientFolder, environment, onFault } = surroundings;
  const production = environment["NODE_ENV"] === "production";
  chooseTransport({ https: options.https, host: options.host, production });
  const assets = await readAssets(clientFolder);
  await mkdir(data, { recursive: true, mode: 0o700 });
  const database = await openDatabase(await ownersFile(join(data, "portal.db")));
  try {
    const keySource = { fromEnvironment: environment["COUNTERSIGN_KEY"], file: join(data, "portal.key") };
    const keys = await loadKeys(database, keySource, Date.now());
    if (!production) await seedDemoUsers(database, Date.now());
    const https = options.https ? await localCertificate(data, options.host, Date.now()) : undefined;
    const demoAccounts = production ? [] : DEMO_USERS.map(({ email, password }) => ({ email, password }));
    const app = await createPortal({
      database,
      keys,
      host: options.host,
      production,
      assets,
      clientFolder,
      onFault,
      ...(https !== undefined && { https }),
      ...(demoAccounts.length > 0 && { demoAccounts }),
    });
    const address = await app.listen({ port: options.port, host: options.host });
    const close = async (): Promise<void> => {
      await app.close();
      await database.destroy();
    };
    return { app, address, demoAccounts, close };
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/** Makes the file for its owner alone before SQLite opens it: the files beside it (-wal, -shm) take its mode. */
async function ownersFile(path: string): Promise<string> {
  const file = await open(path, "a", 0o600);
  try {
    await file.chmod(0o600);
  } finally {
    await file.close();
  }
  return path;
}
