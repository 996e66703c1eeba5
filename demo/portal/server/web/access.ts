// Which pages a session may see. One that has not given its code sees the challenge and nothing else.
import type { FastifyReply, FastifyRequest } from "fastify";
import { checkPassword } from "../people/passwords.js";
import { sendElsewhere } from "./answers.js";
import { clientName } from "./client-name.js";
import type { Portal } from "./portal.js";
import { type SignedIn, visitorOf } from "./visitor.js";

/** The full session of the request; undefined after sending it to where one is had. */
export function requireFull(request: FastifyRequest, reply: FastifyReply): SignedIn | undefined {
  const { signedIn, isNew } = visitorOf(request);
  if (signedIn?.session.stage === "full") return signedIn;
  const ended = isNew ? "/sign-in" : "/sign-in?notice=session-ended";
  sendElsewhere(request, reply, signedIn === undefined ? ended : "/sign-in/code");
  return undefined;
}

/** The session that has given its password and not yet its code; undefined after sending it elsewhere. */
export function requirePending(request: FastifyRequest, reply: FastifyReply): SignedIn | undefined {
  const { signedIn } = visitorOf(request);
  if (signedIn?.session.stage === "pending") return signedIn;
  sendElsewhere(request, reply, signedIn === undefined ? "/sign-in?notice=session-ended" : "/");
  return undefined;
}

/**
 * Asks for the password again before a security change (R71, T36). After five wrong ones the session ends, so that an
 * unlocked screen is no place to guess.
 *
 * @returns "ended" after sending the person to sign in
 */
export async function reauthenticate(
  request: FastifyRequest,
  reply: FastifyReply,
  portal: Portal,
  { user, session }: SignedIn,
  password: string,
): Promise<"right" | "wrong" | "ended"> {
  const { sessions, log } = portal.context;
  const allowed = await sessions.takePasswordTry(session.id);
  if (allowed && (await checkPassword(user.password_hash, password))) {
    await sessions.clearPasswordTries(session.id);
    return "right";
  }
  if (allowed) {
    await log.add(user.id, "password-refused", clientName(request.headers["user-agent"]));
    return "wrong";
  }
  await sessions.end(session.id);
  sendElsewhere(request, reply, "/sign-in?notice=session-ended");
  return "ended";
}
