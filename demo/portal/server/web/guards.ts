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
  readonly code: RefusalCode;
  readonly statusCode: 403 | 421;

  constructor(code: RefusalCode, statusCode: 403 | 421) {
    super(code);
    this.code = code;
    this.statusCode = statusCode;
  }
}

export function addHostGuard(app: FastifyInstance, portal: Portal): void {
  app.addHook("onRequest", (request, _reply, done) => {
    const host = request.hostname.toLowerCase();
    done(portal.transport.hosts.has(host) ? undefined : new RequestRefused("wrong-host", 421));
  });
}

/** Every request that changes something needs the page's own origin and the token of its session. */
export function addFormGuard(app: FastifyInstance, portal: Portal): void {
  app.addHook("preHandler", (request, _reply, done) => {
    const reads = request.method === "GET" || request.method === "HEAD";
    if (reads) done();
    else if (!isOurOrigin(request, portal)) done(new RequestRefused("wrong-origin", 403));
    else done(hasFormToken(request, portal) ? undefined : new RequestRefused("form-token", 403));
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
