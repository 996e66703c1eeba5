import type { FastifyInstance } from "fastify";
import { renderDocuments, renderHelp } from "../../pages/index.js";
import { findAuthenticator } from "../two-factor/authenticator.js";
import { requireFull } from "../web/access.js";
import { pageBase, sendPage } from "../web/answers.js";
import type { Portal } from "../web/portal.js";
import { visitorOf } from "../web/visitor.js";

/** The portal's own pages: documents after sign-in, help for everybody, a sign of life for watchers. */
export function documentRoutes(app: FastifyInstance, portal: Portal): void {
  app.get("/", async (request, reply) => {
    const signedIn = requireFull(request, reply);
    if (signedIn === undefined) return reply;
    const { user, session } = signedIn;
    const notice = await portal.context.sessions.takeNotice(session.id);
    const twoFactor = (await findAuthenticator(portal.context, user.id)) !== undefined;
    const shown = { name: user.name, email: user.email };
    return sendPage(
      reply,
      renderDocuments({ ...pageBase(request, reply, portal, notice), user: shown, twoFactor }),
    );
  });

  app.get("/help", (request, reply) => {
    const { signedIn } = visitorOf(request);
    const user =
      signedIn?.session.stage === "full"
        ? { name: signedIn.user.name, email: signedIn.user.email }
        : undefined;
    return sendPage(
      reply,
      renderHelp({ ...pageBase(request, reply, portal), ...(user !== undefined && { user }) }),
    );
  });

  app.get("/healthz", (_request, reply) => reply.send({ ok: true }));
}
