// Refuses requests that no page of ours sends: another host name, another origin, a form of another session. T37.
import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { textField } from "./form.js";
import type { Portal } from "./portal.js";
import { visitorOf } from "./visitor.js";

export type RefusalCode = "wrong-host" | "wrong-origin" | "form-token";

/** Caught by the error handler, which answers in the form that was asked for. */
export class RequestRefused extends Error {
  override readonly name = "RequestRefused";
  constructor(
    readonly code: RefusalCode,
    readonly statusCode: 403 | 421,
  ) {
    super(code);
  }
}

export function addHostGuard(app: FastifyInstance, portal: Portal): void {
  app.addHook("onRequest", async (request) => {
    const host = request.hostname.toLowerCase();
    if (!portal.transport.hosts.has(host)) throw new RequestRefused("wrong-host", 421);
  });
}

/** Every request that changes something needs the page's own origin and the token of its session. */
export function addFormGuard(app: FastifyInstance, portal: Portal): void {
  app.addHook("preHandler", async (request) => {
    if (request.method === "GET" || request.method === "HEAD") return;
    if (!isOurOrigin(request, portal)) throw new RequestRefused("wrong-origin", 403);
    if (!hasFormToken(request, portal)) throw new RequestRefused("form-token", 403);
  });
}

/** A fetch by a page of ours: browsers say so in Sec-Fetch-*; one that does not must send the form token. */
export function isOwnFetch(request: FastifyRequest, portal: Portal): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site === undefined) return hasFormToken(request, portal);
  return site === "same-origin" && request.headers["sec-fetch-mode"] !== "navigate";
}

function isOurOrigin(request: FastifyRequest, portal: Portal): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return origin === `${portal.transport.scheme}://${request.host}`;
  const site = request.headers["sec-fetch-site"];
  return site === undefined || site === "same-origin";
}

function hasFormToken(request: FastifyRequest, portal: Portal): boolean {
  const visitor = visitorOf(request);
  if (visitor.isNew) return false;
  const header = request.headers["x-csrf-token"];
  const sent = Buffer.from(typeof header === "string" ? header : textField(request.body, "csrf"));
  const expected = Buffer.from(portal.context.keys.formToken(visitor.token));
  return sent.byteLength === expected.byteLength && timingSafeEqual(sent, expected);
}
