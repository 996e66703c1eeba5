// Turning the second factor on. Everything here belongs to the session that began it.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { renderEnroll } from "../../pages/index.js";
import type { CodeProblem } from "../../pages/models.js";
import type { EnrollmentRow } from "../storage/schema.js";
import { findAuthenticator } from "../two-factor/authenticator.js";
import { confirmEnrollment } from "../two-factor/confirm.js";
import {
  beginEnrollment,
  drawEnrollment,
  findEnrollment,
  removeEnrollment,
  showEnrollment,
  showSecret,
} from "../two-factor/enrollment.js";
import { reauthenticate, requireFull } from "../web/access.js";
import { pageBase, proceed, refuse, sendElsewhere, sendPage, wantsJson } from "../web/answers.js";
import { clientName } from "../web/client-name.js";
import { textField, tickField } from "../web/form.js";
import { isOwnFetch, RequestRefused } from "../web/guards.js";
import type { Portal } from "../web/portal.js";
import { renewSession, type SignedIn } from "../web/visitor.js";
import { WORKSPACES } from "../workspaces.js";
import { securityPage } from "./security.js";

const SECURITY = "/account/security";
const ENROLL = "/account/security/enroll";

export function enrollRoutes(app: FastifyInstance, portal: Portal): void {
  const { context } = portal;

  app.post(ENROLL, async (request, reply) => {
    const signedIn = requireFull(request, reply);
    if (signedIn === undefined) return reply;
    const { user, session } = signedIn;
    if ((await findAuthenticator(context, user.id)) !== undefined) return proceed(request, reply, SECURITY);
    const answer = await reauthenticate(
      request,
      reply,
      portal,
      signedIn,
      textField(request.body, "password"),
    );
    if (answer === "ended") return reply;
    if (answer === "wrong") {
      const problem = { error: "wrong-password" } as const;
      const page = (): Promise<string> =>
        securityPage(request, reply, portal, signedIn, { step: "password", problem });
      return await refuse(request, reply, problem, page, context.clock());
    }
    await beginEnrollment(context, user, session.id);
    await context.log.add(user.id, "enroll-started", clientName(request.headers["user-agent"]));
    return proceed(request, reply, ENROLL);
  });

  app.get(ENROLL, async (request, reply) => {
    const signedIn = requireFull(request, reply);
    if (signedIn === undefined) return reply;
    const row = await requireEnrollment(request, reply, portal, signedIn);
    if (row === undefined) return reply;
    return sendPage(reply, await enrollPage(request, reply, portal, signedIn, row));
  });

  app.post(`${ENROLL}/confirm`, async (request, reply) => {
    const signedIn = requireFull(request, reply);
    if (signedIn === undefined) return reply;
    const row = await requireEnrollment(request, reply, portal, signedIn);
    if (row === undefined) return reply;
    const { user } = signedIn;
    const saved = tickField(request.body, "saved");
    const confirmed = await confirmEnrollment(context, user, row, {
      code: textField(request.body, "code"),
      saved,
    });
    const client = clientName(request.headers["user-agent"]);
    if (!confirmed.ok) {
      const { problem } = confirmed;
      if (problem.error === "locked") await context.log.add(user.id, "locked", client);
      else if (problem.error !== "not-saved") await context.log.add(user.id, "code-refused", client);
      const page = (): Promise<string> =>
        enrollPage(request, reply, portal, signedIn, row, { problem, saved });
      return await refuse(request, reply, problem, page, context.clock());
    }
    // R36, T36: straight on with a fully verified session; every other session of the account is over.
    await context.sessions.endAll(user.id);
    await renewSession(request, reply, portal, { userId: user.id, stage: "full" });
    await context.log.add(user.id, "two-factor-on", client);
    return proceed(request, reply, `${SECURITY}?step=done`);
  });

  app.post(`${ENROLL}/cancel`, async (request, reply) => {
    const signedIn = requireFull(request, reply);
    if (signedIn === undefined) return reply;
    const row = await findEnrollment(context, signedIn.session.id);
    if (row !== undefined && row !== "expired" && (await removeEnrollment(context, row.id))) {
      await context.log.add(signedIn.user.id, "enroll-canceled", clientName(request.headers["user-agent"]));
      await context.sessions.leaveNotice(signedIn.session.id, { kind: "enroll-canceled" });
    }
    return proceed(request, reply, SECURITY);
  });
}

/** The secret for the page's own core, and the picture for pages where it cannot run (DESIGN.md, rule 10). */
export function enrollSecretRoutes(app: FastifyInstance, portal: Portal): void {
  const { context } = portal;

  app.get(`${ENROLL}/secret`, async (request, reply) => {
    if (!wantsJson(request) || !isOwnFetch(request, portal)) throw new RequestRefused("wrong-origin", 403);
    const signedIn = requireFull(request, reply);
    if (signedIn === undefined) return reply;
    const row = await requireEnrollment(request, reply, portal, signedIn);
    return row === undefined ? reply : await reply.send(await showSecret(context, signedIn.user, row));
  });

  app.get(`${ENROLL}/qr.png`, async (request, reply) => {
    const signedIn = requireFull(request, reply);
    if (signedIn === undefined) return reply;
    const row = await requireEnrollment(request, reply, portal, signedIn);
    if (row === undefined) return reply;
    return await reply.type("image/png").send(Buffer.from(await drawEnrollment(context, signedIn.user, row)));
  });
}

/** The session's set-up; undefined after sending the person to begin one. */
async function requireEnrollment(
  request: FastifyRequest,
  reply: FastifyReply,
  portal: Portal,
  { session }: SignedIn,
): Promise<EnrollmentRow | undefined> {
  const row = await findEnrollment(portal.context, session.id);
  if (row !== undefined && row !== "expired") return row;
  if (row === "expired") await portal.context.sessions.leaveNotice(session.id, { kind: "enroll-expired" });
  sendElsewhere(request, reply, SECURITY);
  return undefined;
}

async function enrollPage(
  request: FastifyRequest,
  reply: FastifyReply,
  portal: Portal,
  { user }: SignedIn,
  row: EnrollmentRow,
  refused?: { readonly problem: CodeProblem; readonly saved: boolean },
): Promise<string> {
  return renderEnroll({
    ...pageBase(request, reply, portal),
    user: { name: user.name, email: user.email },
    workspaces: WORKSPACES,
    enrollment: await showEnrollment(portal.context, user, row),
    ...refused,
  });
}
