import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { renderError } from "../../pages/index.js";
import type { ErrorModel } from "../../pages/models.js";
import { pageBase, sendPage, wantsJson } from "./answers.js";
import { RequestRefused } from "./guards.js";
import type { Portal } from "./portal.js";
import { visitorOf } from "./visitor.js";

/** Answers what no route answers. A fault of ours is reported to `onFault`, and tells the person nothing about us. */
export function addErrorPages(app: FastifyInstance, portal: Portal, onFault: (fault: Error) => void): void {
  const answer = (request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply => {
    if (wantsJson(request)) return reply.code(status).send({ error: status === 403 ? "csrf" : "request" });
    const signedIn = visitorOf(request).signedIn;
    const model: ErrorModel = {
      ...pageBase(request, reply, portal),
      status: shownStatus(status),
      ...(signedIn?.session.stage === "full" && { user: signedIn.user }),
    };
    return sendPage(reply, renderError(model), status);
  };

  app.setNotFoundHandler((request, reply) => answer(request, reply, 404));

  app.setErrorHandler((error: FastifyError | RequestRefused, request, reply) => {
    const status = error.statusCode ?? 500;
    if (error instanceof RequestRefused && error.code === "wrong-host") {
      // No cookie and no page of ours under a name that is not ours.
      return reply.code(status).type("text/plain; charset=utf-8").send("This address is not served here.\n");
    }
    if (status >= 500) onFault(error);
    return answer(request, reply, status >= 500 ? 500 : status);
  });
}

function shownStatus(status: number): ErrorModel["status"] {
  return status === 403 || status === 404 || status === 429 || status === 500 ? status : 400;
}
