// The two forms of an answer: a page or redirect without script, JSON for the page's script.
import type { FastifyReply, FastifyRequest } from "fastify";
import type { CodeProblem, FormAnswer, FormRefusal, Notice, PageBase } from "../../pages/models.js";
import type { Portal } from "./portal.js";
import { sendCookie, visitorOf } from "./visitor.js";

/** Whether the request asks for JSON rather than a page. */
export function wantsJson(request: FastifyRequest): boolean {
  return request.headers.accept?.includes("application/json") ?? false;
}

/** What every page needs; gives a new visitor the cookie that the page's forms are bound to. */
export function pageBase(
  request: FastifyRequest,
  reply: FastifyReply,
  portal: Portal,
  notice?: Notice,
): PageBase {
  const visitor = visitorOf(request);
  if (visitor.isNew) sendCookie(reply, portal, visitor.token);
  const { assets, context } = portal;
  const base = { assets, csrf: context.keys.formToken(visitor.token), now: context.clock() };
  return notice === undefined ? base : { ...base, notice };
}

export function sendPage(reply: FastifyReply, page: string, status = 200): FastifyReply {
  return reply.code(status).type("text/html; charset=utf-8").send(page);
}

/** It is done, and this is where to go next. */
export function proceed(request: FastifyRequest, reply: FastifyReply, location: string): FastifyReply {
  if (!wantsJson(request)) return reply.redirect(location, 303);
  return reply.send({ ok: true, location } satisfies FormAnswer);
}

/** It cannot go on here (no session, no set-up): `location` is where it can. */
export function sendElsewhere(request: FastifyRequest, reply: FastifyReply, location: string): FastifyReply {
  if (!wantsJson(request)) return reply.redirect(location, 303);
  return reply.code(401).send({ error: "expired", location } satisfies FormAnswer);
}

/** It was refused: the problem as JSON, or the page with it. */
export async function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: CodeProblem | FormRefusal,
  page: () => string | Promise<string>,
  now: number,
): Promise<FastifyReply> {
  reply.code(statusOf(problem));
  if (problem.lockedUntil !== undefined) {
    reply.header("retry-after", Math.max(1, Math.ceil((problem.lockedUntil - now) / 1000)));
  }
  if (wantsJson(request)) return reply.send(problem);
  return reply.type("text/html; charset=utf-8").send(await page());
}

function statusOf(problem: CodeProblem | FormRefusal): number {
  switch (problem.error) {
    case "locked":
    case "too-many":
      return 429;
    case "credentials":
    case "wrong-password":
      return 401;
    case "csrf":
      return 403;
    default:
      return 422;
  }
}
