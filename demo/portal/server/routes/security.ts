import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { renderSecurity } from "../../pages/index.js";
import type { ChallengeMethod, SecurityModel } from "../../pages/models.js";
import { findAuthenticator } from "../two-factor/authenticator.js";
import { checkCode } from "../two-factor/check-code.js";
import { BACKUP_CODES } from "../two-factor/parameters.js";
import { removeAuthenticator } from "../two-factor/turn-off.js";
import { reauthenticate, requireFull } from "../web/access.js";
import { pageBase, proceed, refuse, sendPage } from "../web/answers.js";
import { clientName } from "../web/client-name.js";
import { textField } from "../web/form.js";
import type { Portal } from "../web/portal.js";
import { renewSession, type SignedIn } from "../web/visitor.js";
import { WORKSPACES } from "../workspaces.js";

type Step = NonNullable<SecurityModel["step"]>;
const STEPS: readonly Step[] = ["explain", "password", "turn-off", "done"];

export function securityRoutes(app: FastifyInstance, portal: Portal): void {
  const { context } = portal;

  app.get("/account/security", async (request, reply) => {
    const signedIn = requireFull(request, reply);
    if (signedIn === undefined) return reply;
    const wanted = textField(request.query, "step");
    const step = STEPS.find((known) => known === wanted);
    const method = methodOf(request.query);
    return sendPage(reply, await securityPage(request, reply, portal, signedIn, { step, method }));
  });

  app.post("/account/security/turn-off", async (request, reply) => {
    const signedIn = requireFull(request, reply);
    if (signedIn === undefined) return reply;
    const { user } = signedIn;
    if ((await findAuthenticator(context, user.id)) === undefined) {
      return proceed(request, reply, "/account/security");
    }
    const answer = await reauthenticate(
      request,
      reply,
      portal,
      signedIn,
      textField(request.body, "password"),
    );
    if (answer === "ended") return reply;
    const problem =
      answer === "wrong" ? ({ error: "wrong-password" } as const) : await codeProblem(request, signedIn);
    if (problem !== undefined) {
      const page = (): Promise<string> =>
        securityPage(request, reply, portal, signedIn, {
          step: "turn-off",
          method: methodOf(request.body),
          problem,
        });
      return await refuse(request, reply, problem, page, context.clock());
    }
    await removeAuthenticator(context, user.id);
    const session = await renewSession(request, reply, portal, { userId: user.id, stage: "full" });
    await context.log.add(user.id, "two-factor-off", clientName(request.headers["user-agent"]));
    await context.sessions.leaveNotice(session.id, { kind: "turned-off" });
    return proceed(request, reply, "/account/security");
  });

  async function codeProblem(request: FastifyRequest, { user }: SignedIn): Promise<SecurityModel["problem"]> {
    const check = await checkCode(context, user, textField(request.body, "code"), methodOf(request.body));
    if (check.ok) return undefined;
    const refused = check.method === "backup-code" ? "backup-code-refused" : "code-refused";
    const event = check.problem.error === "locked" ? "locked" : refused;
    await context.log.add(user.id, event, clientName(request.headers["user-agent"]));
    return check.problem;
  }
}

function methodOf(fields: unknown): ChallengeMethod {
  return textField(fields, "method") === "backup-code" ? "backup-code" : "authenticator";
}

/** The security page of a full session. */
export async function securityPage(
  request: FastifyRequest,
  reply: FastifyReply,
  portal: Portal,
  { user, session }: SignedIn,
  show: {
    readonly step?: Step | undefined;
    readonly method?: ChallengeMethod;
    readonly problem?: SecurityModel["problem"];
  },
): Promise<string> {
  const { context } = portal;
  const row = await findAuthenticator(context, user.id);
  const notice = await context.sessions.takeNotice(session.id);
  return renderSecurity({
    ...pageBase(request, reply, portal, notice),
    user: { name: user.name, email: user.email },
    workspaces: WORKSPACES,
    twoFactor:
      row === undefined
        ? { on: false }
        : {
            on: true,
            since: row.created_at,
            ...(row.last_used_at !== null && { lastUsedAt: row.last_used_at }),
            backupCodesLeft: row.backup_codes_left,
            backupCodesTotal: BACKUP_CODES,
          },
    log: await context.log.latest(user.id),
    ...(show.step !== undefined && { step: show.step }),
    ...(show.method !== undefined && { method: show.method }),
    ...(show.problem !== undefined && { problem: show.problem }),
  });
}
