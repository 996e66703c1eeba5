import type { FastifyInstance } from "fastify";
import { renderSignUp } from "../../pages/index.js";
import type { FormRefusal } from "../../pages/models.js";
import { hashPassword, PASSWORD_LENGTH } from "../people/passwords.js";
import { addUser } from "../people/users.js";
import { pageBase, proceed, refuse, sendPage } from "../web/answers.js";
import { clientName } from "../web/client-name.js";
import { textField } from "../web/form.js";
import type { Portal } from "../web/portal.js";
import { visitorOf } from "../web/visitor.js";

const MAX_NAME = 100;
/** Bytes of an address: RFC 5321 §4.5.3.1.3, with its correction. */
const MAX_EMAIL = 254;
// A colon would split the label of an otpauth address.
const EMAIL = /^[^\s@:\p{Cc}]+@[^\s@:\p{Cc}]+\.[^\s@:\p{Cc}]+$/u;

export function signUpRoutes(app: FastifyInstance, portal: Portal): void {
  const { context } = portal;

  app.get("/sign-up", (request, reply) => {
    if (visitorOf(request).signedIn !== undefined) return proceed(request, reply, "/");
    return sendPage(reply, renderSignUp(pageBase(request, reply, portal)));
  });

  app.post("/sign-up", async (request, reply) => {
    const name = textField(request.body, "name").trim();
    const email = textField(request.body, "email").trim();
    const password = textField(request.body, "password");
    const problem = findProblem(name, email, password);
    if (problem !== undefined) {
      const page = (): string => renderSignUp({ ...pageBase(request, reply, portal), name, email, problem });
      return await refuse(request, reply, problem, page, context.clock());
    }
    const passwordHash = await hashPassword(password);
    const user = await addUser(context.database, {
      name,
      email,
      role: "member",
      passwordHash,
      now: context.clock(),
    });
    if (user !== undefined)
      await context.log.add(user.id, "signed-up", clientName(request.headers["user-agent"]));
    // The same answer whether or not the address had an account: T34.
    return proceed(request, reply, "/sign-in?notice=signed-up");
  });
}

function findProblem(name: string, email: string, password: string): FormRefusal | undefined {
  if (name.length === 0 || name.length > MAX_NAME) return { error: "name" };
  if (Buffer.byteLength(email) > MAX_EMAIL || !EMAIL.test(email)) return { error: "email" };
  const short = password.length < PASSWORD_LENGTH.min;
  return short || password.length > PASSWORD_LENGTH.max ? { error: "password" } : undefined;
}
