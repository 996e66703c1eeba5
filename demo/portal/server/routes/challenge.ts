// The second step of signing in. R40, R68: asked at every sign-in.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { renderChallenge } from "../../pages/index.js";
import type { ChallengeMethod, ChallengeModel, CodeProblem } from "../../pages/models.js";
import { readBudget } from "../two-factor/attempts.js";
import { findAuthenticator } from "../two-factor/authenticator.js";
import { type CodeCheck, checkCode } from "../two-factor/check-code.js";
import { TOTP } from "../two-factor/parameters.js";
import { requirePending } from "../web/access.js";
import { pageBase, proceed, refuse, sendElsewhere, sendPage } from "../web/answers.js";
import { clientName } from "../web/client-name.js";
import { textField } from "../web/form.js";
import type { Portal } from "../web/portal.js";
import { renewSession, type SignedIn } from "../web/visitor.js";

export function challengeRoutes(app: FastifyInstance, portal: Portal): void {
  app.get("/sign-in/code", async (request, reply) => {
    const signedIn = requirePending(request, reply);
    if (signedIn === undefined) return reply;
    const method = textField(request.query, "method");
    const view = method === "backup-code" || method === "other" ? method : "authenticator";
    return sendPage(reply, await page(request, reply, portal, signedIn, view));
  });

  app.post("/sign-in/code", async (request, reply) => {
    const signedIn = requirePending(request, reply);
    if (signedIn === undefined) return reply;
    const method = textField(request.body, "method") === "backup-code" ? "backup-code" : "authenticator";
    const check = await checkCode(portal.context, signedIn.user, textField(request.body, "code"), method);
    if (check.ok) return await finish(request, reply, portal, signedIn, check);
    await logRefusal(request, portal, signedIn, check);
    const refused = (): Promise<string> => page(request, reply, portal, signedIn, method, check.problem);
    return await refuse(request, reply, check.problem, refused, portal.context.clock());
  });
}

async function finish(
  request: FastifyRequest,
  reply: FastifyReply,
  portal: Portal,
  { user, session }: SignedIn,
  check: CodeCheck & { ok: true },
): Promise<FastifyReply> {
  const { sessions, log } = portal.context;
  // Two codes sent side by side by one pending session make one session, not two.
  if (!(await sessions.end(session.id)))
    return sendElsewhere(request, reply, "/sign-in?notice=session-ended");
  const full = await renewSession(request, reply, portal, { userId: user.id, stage: "full" });
  const backup = check.method === "backup-code";
  await log.add(
    user.id,
    backup ? "signed-in-backup-code" : "signed-in-code",
    clientName(request.headers["user-agent"]),
  );
  if (backup) await sessions.leaveNotice(full.id, { kind: "backup-code-used", left: check.left });
  return proceed(request, reply, backup ? "/account/security" : "/");
}

/** T33: the owner reads that somebody had the password and not the code. */
async function logRefusal(
  request: FastifyRequest,
  portal: Portal,
  { user }: SignedIn,
  check: CodeCheck & { ok: false },
): Promise<void> {
  const client = clientName(request.headers["user-agent"]);
  const { log } = portal.context;
  if (check.problem.error === "locked") await log.add(user.id, "locked", client);
  else
    await log.add(user.id, check.method === "backup-code" ? "backup-code-refused" : "code-refused", client);
}

async function page(
  request: FastifyRequest,
  reply: FastifyReply,
  portal: Portal,
  { user }: SignedIn,
  view: ChallengeMethod | "other",
  problem?: CodeProblem,
): Promise<string> {
  const row = await findAuthenticator(portal.context, user.id);
  const budget = await readBudget(portal.context, user.id);
  const model: ChallengeModel = {
    ...pageBase(request, reply, portal),
    user: { name: user.name, email: user.email },
    view,
    digits: TOTP.digits,
    period: TOTP.period,
    backupCodesLeft: row?.backup_codes_left ?? 0,
    backupCodesMadeAt: row?.created_at ?? portal.context.clock(),
    ...budget,
    backupCodeWhileLocked: false,
    ...(problem !== undefined && { problem }),
  };
  return renderChallenge(model);
}
