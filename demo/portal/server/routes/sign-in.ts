import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { renderSignIn } from "../../pages/index.js";
import type { Notice, SignInModel } from "../../pages/models.js";
import { checkPassword } from "../people/passwords.js";
import { findUserByEmail } from "../people/users.js";
import { findAuthenticator } from "../two-factor/authenticator.js";
import { pageBase, proceed, refuse, sendPage } from "../web/answers.js";
import { clientName } from "../web/client-name.js";
import { textField } from "../web/form.js";
import type { Portal } from "../web/portal.js";
import { renewSession, visitorOf } from "../web/visitor.js";

/** Told to people without a session, so it comes in the address and can say nothing but these. */
const NOTICES: readonly Notice[] = [{ kind: "signed-out" }, { kind: "signed-up" }, { kind: "session-ended" }];

export function signInRoutes(app: FastifyInstance, portal: Portal): void {
  const { context } = portal;

  app.get("/sign-in", (request, reply) => {
    if (visitorOf(request).signedIn !== undefined) return proceed(request, reply, "/");
    const kind = textField(request.query, "notice");
    const notice = NOTICES.find((known) => known.kind === kind);
    return sendPage(reply, page(request, reply, portal, notice));
  });

  app.post("/sign-in", async (request, reply) => {
    const email = textField(request.body, "email");
    const password = textField(request.body, "password");
    const client = clientName(request.headers["user-agent"]);
    const user = await findUserByEmail(context.database, email);
    const right = await checkPassword(user?.password_hash, password);
    if (user === undefined || !right) {
      if (user !== undefined) await context.log.add(user.id, "password-refused", client);
      const problem = { error: "credentials" } as const;
      const refused = (): string =>
        renderSignIn({ ...pageBase(request, reply, portal), email, problem, ...demoAccounts(portal) });
      return await refuse(request, reply, problem, refused, context.clock());
    }
    if ((await findAuthenticator(context, user.id)) !== undefined) {
      await renewSession(request, reply, portal, { userId: user.id, stage: "pending" });
      return proceed(request, reply, "/sign-in/code");
    }
    await renewSession(request, reply, portal, { userId: user.id, stage: "full" });
    await context.log.add(user.id, "signed-in", client);
    return proceed(request, reply, "/account/security");
  });

  app.post("/sign-out", async (request, reply) => {
    const { signedIn } = visitorOf(request);
    if (signedIn !== undefined) {
      await context.sessions.end(signedIn.session.id);
      await context.log.add(signedIn.user.id, "signed-out", clientName(request.headers["user-agent"]));
    }
    reply.clearCookie(portal.transport.cookieName, { path: "/", secure: portal.transport.https });
    return proceed(request, reply, "/sign-in?notice=signed-out");
  });
}

function page(request: FastifyRequest, reply: FastifyReply, portal: Portal, notice?: Notice): string {
  return renderSignIn({ ...pageBase(request, reply, portal, notice), ...demoAccounts(portal) });
}

function demoAccounts({ demoAccounts: accounts }: Portal): Pick<SignInModel, "demoAccounts"> {
  return accounts === undefined ? {} : { demoAccounts: accounts };
}
