import type { CodeProblem, FormError, FormRefusal } from "./models.js";

const formErrors: Record<FormError, true> = {
  name: true,
  email: true,
  password: true,
  taken: true,
  credentials: true,
  "wrong-password": true,
  "too-many": true,
  csrf: true,
};

/** Whether a refusal is about the form's plain fields rather than about a code. */
export function isFormRefusal(problem: FormRefusal | CodeProblem): problem is FormRefusal {
  return Object.hasOwn(formErrors, problem.error);
}
