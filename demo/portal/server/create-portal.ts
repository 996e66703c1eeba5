import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import { init } from "countersign";
import fastify, { type FastifyInstance } from "fastify";
import type { Assets, SignInModel } from "../pages/models.js";
import type { Clock } from "./clock.js";
import type { PortalKeys } from "./keys/portal-keys.js";
import { SecurityLog } from "./people/security-log.js";
import { Sessions } from "./people/sessions.js";
import { challengeRoutes } from "./routes/challenge.js";
import { documentRoutes } from "./routes/documents.js";
import { enrollRoutes, enrollSecretRoutes } from "./routes/enroll.js";
import { securityRoutes } from "./routes/security.js";
import { signInRoutes } from "./routes/sign-in.js";
import { signUpRoutes } from "./routes/sign-up.js";
import type { Database } from "./storage/database.js";
import { serveAssets } from "./web/assets.js";
import { addErrorPages } from "./web/errors.js";
import { addFormGuard, addHostGuard } from "./web/guards.js";
import { addHeaders } from "./web/headers.js";
import type { Portal } from "./web/portal.js";
import { chooseTransport } from "./web/transport.js";
import { addVisitors } from "./web/visitor.js";

/** Bytes of a posted form; the largest of ours has under 4 kB. */
const MAX_BODY = 16 * 1024;

export interface PortalOptions {
  readonly database: Database;
  readonly keys: PortalKeys;
  /** Date.now by default. */
  readonly clock?: Clock;
  /** The host it will listen on; "127.0.0.1" by default. */
  readonly host?: string;
  /** PEM texts; without them it speaks plain http, which only a loopback host may. */
  readonly https?: { readonly key: string; readonly cert: string };
  readonly production?: boolean;
  readonly assets: Assets;
  /** Vite's output, served as it is; without it the pages work, unstyled and without script. */
  readonly clientFolder?: string;
  readonly demoAccounts?: SignInModel["demoAccounts"];
  /** Hears of faults of ours; their messages hold no secret. */
  readonly onFault?: (fault: Error) => void;
}

/**
 * The demo portal, ready to listen or to be tried with `inject`. Whoever opened the database closes it.
 *
 * @throws StartError "insecure-transport" for plain http in production or on a host that is not loopback
 */
export async function createPortal(options: PortalOptions): Promise<FastifyInstance> {
  const { database, keys, clock = Date.now, host = "127.0.0.1", production = false } = options;
  const transport = chooseTransport({ https: options.https !== undefined, host, production });
  await init();

  const sessions = new Sessions(database, clock);
  const log = new SecurityLog(database, clock);
  const portal: Portal = {
    context: { database, keys, clock, sessions, log },
    transport,
    assets: options.assets,
    demoAccounts: options.demoAccounts,
  };

  const settings = { bodyLimit: MAX_BODY };
  const app = (
    options.https === undefined ? fastify(settings) : fastify({ ...settings, https: options.https })
  ) as FastifyInstance;
  addHeaders(app);
  addHostGuard(app, portal);
  await app.register(cookie);
  await app.register(formbody);
  addVisitors(app, portal);
  addFormGuard(app, portal);
  addErrorPages(app, portal, options.onFault ?? (() => undefined));
  if (options.clientFolder !== undefined) await serveAssets(app, options.clientFolder);
  for (const add of [
    signUpRoutes,
    signInRoutes,
    challengeRoutes,
    securityRoutes,
    enrollRoutes,
    enrollSecretRoutes,
    documentRoutes,
  ]) {
    add(app, portal);
  }
  return app;
}
