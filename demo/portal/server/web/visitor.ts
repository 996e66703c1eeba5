// Who sends a request: the session of the cookie, and the person it belongs to.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { newToken, type Session } from "../people/sessions.js";
import { findUser, type User } from "../people/users.js";
import type { SessionRow } from "../storage/schema.js";
import type { Portal } from "./portal.js";

export interface SignedIn {
  readonly session: Session;
  readonly user: User;
}

export interface Visitor {
  /** The cookie's token; a fresh one where there was no cookie. Form tokens are bound to it. */
  readonly token: string;
  readonly isNew: boolean;
  readonly signedIn?: SignedIn;
}

const visitors = new WeakMap<FastifyRequest, Visitor>();

/** Reads the cookie before any route runs. */
export function addVisitors(app: FastifyInstance, portal: Portal): void {
  app.addHook("onRequest", async (request) => {
    visitors.set(request, await readVisitor(request, portal));
  });
}

export function visitorOf(request: FastifyRequest): Visitor {
  return visitors.get(request) ?? { token: newToken(), isNew: true };
}

async function readVisitor(request: FastifyRequest, portal: Portal): Promise<Visitor> {
  const token = request.cookies[portal.transport.cookieName];
  if (token === undefined || !/^[\w-]{43}$/u.test(token)) return { token: newToken(), isNew: true };
  const session = await portal.context.sessions.find(token);
  const user = session && (await findUser(portal.context.database, session.user_id));
  return session && user ? { token, isNew: false, signedIn: { session, user } } : { token, isNew: false };
}

/** Gives the browser its cookie: HttpOnly, SameSite=Lax, for this host alone, until the browser closes. */
export function sendCookie(reply: FastifyReply, portal: Portal, token: string): void {
  reply.setCookie(portal.transport.cookieName, token, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: portal.transport.https,
  });
}

/** A new session under a new token; the one that the request came with is over. T36. */
export async function renewSession(
  request: FastifyRequest,
  reply: FastifyReply,
  portal: Portal,
  next: { readonly userId: string; readonly stage: SessionRow["stage"] },
): Promise<Session> {
  const before = visitorOf(request).signedIn;
  if (before !== undefined) await portal.context.sessions.end(before.session.id);
  const { token, session } = await portal.context.sessions.start(next.userId, next.stage);
  sendCookie(reply, portal, token);
  return session;
}
